"""The locked versions are none that is known to have a hole."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from packaging.version import Version

ROOT = Path(__file__).parents[1]


def floors() -> dict[str, Version]:
    """The least versions, by package, as docs/security.md gives them with their reasons."""
    text = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
    return {name: Version(least) for name, least in re.findall(r"^\| `([\w.-]+)` \| ([\d.]+) \| .+ \|$", text, re.M)}


def locked(file: str) -> dict[str, Version]:
    """The versions that a lock file names."""
    text = (ROOT / file).read_text(encoding="utf-8")
    return {name.lower(): Version(version) for name, version in re.findall(r"^([\w.-]+)==([\w.!+-]+)", text, re.M)}


@pytest.mark.parametrize("file", ["requirements.txt", "requirements-dev.txt"])
def test_no_locked_version_is_below_its_floor(file: str) -> None:
    versions = locked(file)
    below = {name: versions[name] for name, floor in floors().items() if name in versions and versions[name] < floor}
    assert below == {}


def test_the_floors_are_about_what_is_locked() -> None:
    assert len(floors()) >= 10
    assert floors().keys() - locked("requirements.txt").keys() <= {"aiohttp"}


def test_our_own_bounds_allow_nothing_below_a_floor_that_they_name() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    bounds = re.findall(r'^\s+"([a-z0-9-]+)(?:\[[a-z]+\])?>=([\d.]+)', text, re.M)
    below = {name: least for name, least in bounds if name in floors() and Version(least) < floors()[name]}
    assert below == {}
