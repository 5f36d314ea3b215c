"""Settings: where each comes from, and what is said about a wrong one."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from pydantic import ValidationError

from flows.commands.init import settings_text
from flows.errors import SettingsError
from flows.settings import Settings, load_settings


def write(folder: Path, text: str) -> Path:
    (folder / "dateline.toml").write_text(text, encoding="utf-8")
    return folder


def test_without_a_file_and_variables_the_defaults_hold(tmp_path: Path) -> None:
    assert load_settings(tmp_path, {}) == Settings()


def test_the_command_line_goes_before_variables_and_variables_before_the_file(tmp_path: Path) -> None:
    write(tmp_path, 'min_poll_minutes = 5\npage_max_mb = 5\ntimezone = "Europe/Lisbon"\n')
    environment = {"DATELINE_MIN_POLL_MINUTES": "6", "DATELINE_PAGE_MAX_MB": "6"}
    found = load_settings(tmp_path, environment, {"page_max_mb": 7})
    assert (found.timezone, found.min_poll_minutes, found.page_max_mb) == ("Europe/Lisbon", 6, 7)


def test_networks_in_a_variable_may_be_parted_by_commas_or_spaces(tmp_path: Path) -> None:
    found = load_settings(tmp_path, {"DATELINE_ALLOW_NETWORKS": "10.0.0.0/8, 127.0.0.0/8 ::1/128"})
    assert found.allow_networks == ("10.0.0.0/8", "127.0.0.0/8", "::1/128")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("min_pol_minutes = 5", "'min_pol_minutes'"),
        ('timezone = "Lissabon"', "timezone: there is no time zone 'Lissabon'"),
        ("page_max_mb = 0", "page_max_mb"),
        ('contact = "me@example.org\\nCookie: a=1"', "one line of ASCII"),
        ('contact = "wir@bücher.example"', "one line of ASCII"),
        ('allow_networks = ["everywhere"]', "allow_networks"),
        ("timezone = ", "not readable as TOML"),
    ],
)
def test_a_wrong_file_is_named_with_the_setting_in_one_line(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(SettingsError) as caught:
        load_settings(write(tmp_path, text), {})
    assert str(tmp_path / "dateline.toml") in str(caught.value)
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_file_that_is_not_text_is_a_settings_error(tmp_path: Path) -> None:
    (tmp_path / "dateline.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(SettingsError):
        load_settings(tmp_path, {})


@pytest.mark.parametrize(("name", "value"), [("DATELINE_TIMEZNE", "UTC"), ("DATELINE_WORKERS", "many")])
def test_a_wrong_variable_is_named(tmp_path: Path, name: str, value: str) -> None:
    with pytest.raises(SettingsError, match=name):
        load_settings(tmp_path, {name: value})


def test_dateline_home_and_other_programs_variables_are_no_settings(tmp_path: Path) -> None:
    assert load_settings(tmp_path, {"DATELINE_HOME": "/x", "DATELINES": "1", "PATH": "/bin"}) == Settings()


def test_settings_cannot_be_changed() -> None:
    with pytest.raises(ValidationError):
        Settings().timezone = "Europe/Lisbon"  # type: ignore[misc]


def test_the_file_that_init_writes_names_every_setting_with_its_default(tmp_path: Path) -> None:
    text = settings_text()
    assert load_settings(write(tmp_path, text), {}) == Settings()
    lines = [line.removeprefix("# ") for line in text.splitlines() if " = " in line]
    written = tomllib.loads("\n".join(lines))
    assert written.keys() == Settings.model_fields.keys()
    assert Settings(**written) == Settings()
