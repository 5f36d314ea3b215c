"""A file is there whole or as it was."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from warehouse.whole_files import remove_unfinished, taking_place_of, write_whole

_DIES = """
import os, sys
from pathlib import Path
from warehouse.whole_files import taking_place_of
with taking_place_of(Path(sys.argv[1])) as fresh:
    fresh.write_bytes(b"half")
    os.kill(os.getpid(), 9)
"""


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "site" / "page.html"
    write_whole(path, b"before")
    return path


def test_what_fails_leaves_the_file_as_it_was_and_nothing_beside_it(page: Path) -> None:
    def fill(fresh: Path) -> None:
        fresh.write_bytes(b"half")
        raise OSError(28, os.strerror(28))

    with pytest.raises(OSError, match=r"space.*page\.html"), taking_place_of(page) as fresh:
        fill(fresh)
    assert page.read_bytes() == b"before"
    assert list(page.parent.iterdir()) == [page]


def test_what_a_killed_process_left_is_gone_with_the_next_writing(page: Path) -> None:
    killed = subprocess.run([sys.executable, "-c", _DIES, str(page)], check=False, cwd=Path(__file__).parents[2])
    assert killed.returncode == -9
    assert page.read_bytes() == b"before"
    write_whole(page, b"after")
    assert page.read_bytes() == b"after"
    assert list(page.parent.iterdir()) == [page]


def test_what_a_killed_process_left_of_a_file_that_nobody_writes_again_can_be_removed(page: Path) -> None:
    unfinished = page.with_name(".other.html.new")
    unfinished.write_bytes(b"half")
    remove_unfinished(page.parent.parent)
    remove_unfinished(page.parent / "nowhere")
    assert [path for path in page.parent.parent.rglob("*") if path.is_file()] == [page]
