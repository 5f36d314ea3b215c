"""Every response is kept as it came and read back byte for byte; a file is complete or not there."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.warehouse.worlds import at
from warehouse.archive import ArchiveError, ArchiveWriter, Position, read_response, remove_unfinished

NAME = "2026/03/01/pages-1.warc.gz"

_headers = st.lists(st.tuples(st.text(max_size=12), st.text(max_size=30)), max_size=5)
_responses = st.lists(
    st.tuples(st.text(min_size=1, max_size=20), st.text(max_size=12), _headers, st.binary(max_size=300)),
    min_size=1,
    max_size=4,
)


def written(folder: Path, *responses: tuple[str, str, list[tuple[str, str]], bytes]) -> list[Position]:
    """The positions of responses in one file."""
    with ArchiveWriter(folder, NAME) as writer:
        return [
            writer.add(f"https://x.example/{path}", at(1.5), line, headers, content)
            for path, line, headers, content in responses
        ]


@settings(max_examples=60, deadline=None)
@given(responses=_responses)
@example(responses=[("a", "200 OK", [("X-Odd", "a\r\n\r\nHTTP/1.1 200 OK\r\n\r\nnot the body")], b"the body")])
@example(responses=[("\n", "200 OK", [], b"")])
@example(responses=[("a", "200 OK", [("Content-Encoding", "gzip"), ("Transfer-Encoding", "chunked")], b"plain")])
@example(responses=[("a", "200 OK", [("content-length", "3"), ("Content-Length", "-1")], b"longer than three")])
@example(responses=[("a", "200 OK", [("Content-Length ", "3"), ("Content-Length:4", "")], b"longer than four")])
@example(
    responses=[("a", "", [("X-Größe", "schön"), ("", ""), ("X:Y", "z"), ("Set-Cookie", "a"), ("Set-Cookie", "b")], b"")]
)
@example(responses=[("0", "", [("", ";\x80=0"), ("a", ";b=\ud800")], b"")])
@example(responses=[("\n", "200 OK", [], b""), ("\r\n\r\nhead", "200 OK", [], b"body")])
@example(responses=[("ü 日", "200", [], b"\x1f\x8b\x08 no gzip"), ("b", "304", [], b"WARC/1.0\r\n\r\n")])
def test_what_is_written_is_read_back_byte_for_byte(
    responses: list[tuple[str, str, list[tuple[str, str]], bytes]],
) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        positions = written(folder, *responses)
        assert [read_response(folder, p.file, p.offset) for p in positions] == [content for *_, content in responses]
        ends = [position.offset + position.length for position in positions]
        assert [0, *ends] == [*(position.offset for position in positions), (folder / NAME).stat().st_size]


def test_other_tools_read_the_file_with_its_addresses_status_and_headers(tmp_path: Path) -> None:
    from warcio.archiveiterator import ArchiveIterator

    headers = [("Content-Type", "text/html"), ("Content-Encoding", "br"), ("ETag", 'W/"1"')]
    written(tmp_path, ("a", "404 Not Found", headers, b"nothing"))
    with (tmp_path / NAME).open("rb") as stream:
        (record,) = list(ArchiveIterator(stream))
    assert record.rec_headers.get_header("WARC-Target-URI") == "https://x.example/a"
    assert record.rec_headers.get_header("WARC-Date") == "2026-03-01T12:00:00Z"
    assert record.http_headers.get_statuscode() == "404"
    assert record.http_headers.headers == [
        ("Content-Type", "text/html"), ("X-Archive-Orig-Content-Encoding", "br"), ("ETag", 'W/"1"'),
        ("Content-Length", "7"),
    ]  # fmt: skip


def test_a_writer_that_fails_leaves_no_file(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError), ArchiveWriter(tmp_path, NAME) as writer:
        writer.add("https://x.example/", at(1), "200 OK", [], b"half")
        raise RuntimeError
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_a_batch_without_an_answer_leaves_no_file(tmp_path: Path) -> None:
    assert written(tmp_path) == []
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


_KILLED = """
import os, sys
from datetime import UTC, datetime
from pathlib import Path
from warehouse.archive import ArchiveWriter
with ArchiveWriter(Path(sys.argv[1]), sys.argv[2]) as writer:
    writer.add("https://x.example/", datetime.now(UTC), "200 OK", [], b"x" * 100_000)
    os._exit(9)
"""


def test_a_writer_that_is_killed_leaves_only_a_part_that_is_removed(tmp_path: Path) -> None:
    assert subprocess.run([sys.executable, "-c", _KILLED, str(tmp_path), NAME], check=False).returncode == 9
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == ["pages-1.warc.gz.part"]
    assert remove_unfinished(tmp_path) == 1
    assert remove_unfinished(tmp_path) == 0
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_finished_files_are_not_removed(tmp_path: Path) -> None:
    written(tmp_path, ("a", "200 OK", [], b"kept"))
    assert remove_unfinished(tmp_path) == 0
    assert remove_unfinished(tmp_path / "missing") == 0
    assert (tmp_path / NAME).exists()


@pytest.mark.parametrize("offset", [5, 10_000_000])
def test_a_position_without_a_response_names_the_file_and_the_byte(tmp_path: Path, offset: int) -> None:
    written(tmp_path, ("a", "200 OK", [], b"kept"))
    with pytest.raises(ArchiveError, match=rf"pages-1\.warc\.gz has no readable response at byte {offset}"):
        read_response(tmp_path, NAME, offset)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="missing"):
        read_response(tmp_path, "missing.warc.gz", 0)


def test_a_file_that_was_cut_off_is_named(tmp_path: Path) -> None:
    (position,) = written(tmp_path, ("a", "200 OK", [], bytes(range(256)) * 400))
    path = tmp_path / NAME
    path.write_bytes(path.read_bytes()[:-200])
    with pytest.raises(ArchiveError, match="pages-1"):
        read_response(tmp_path, NAME, position.offset)
