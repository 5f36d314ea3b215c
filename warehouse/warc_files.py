"""WARC files that others wrote, read as a stream: whatever is damaged is named and passed over.

warcio reads records well and files only as long as nothing is wrong with them: it ends at the first damaged record, and
silently where a file is cut off. So files are cut into records here, and warcio reads each.
"""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any

_MAGIC = b"\x1f\x8b\x08"
_START = b"WARC/"
_PIECE = 1 << 16
_MAX_RECORD = 64_000_000  # bytes, as they stand in the file: pages of 10 MB come as far less
_MAX_HEAD = 100_000


@dataclass(frozen=True)
class Stored:
    """A page as a WARC file has it: an answer to a request, its body decoded."""

    url: str
    at: datetime
    status: int
    reason: str
    headers: tuple[tuple[str, str], ...]
    content: bytes
    record_id: str


@dataclass(frozen=True)
class Damaged:
    """Something that is no whole record: where in the file, and what is wrong."""

    offset: int
    reason: str


@dataclass(frozen=True)
class Other:
    """A whole record that holds no answer to a request for a web page, or one that is larger than agreed."""

    kind: str


def read_warc(path: Path, max_bytes: int) -> Iterator[Stored | Damaged | Other]:
    """Every record of a .warc or .warc.gz file in its order, one in memory at a time. OSError where it is no file."""
    with path.open("rb") as file:
        is_packed = file.read(2) == _MAGIC[:2]
        file.seek(0)
        for offset, raw in _packed(file) if is_packed else _records(file, 0):
            yield Damaged(offset, raw) if isinstance(raw, str) else _read(offset, raw, max_bytes)


Raw = tuple[int, bytes | str]  # where, and the record; or what is wrong


def _packed(file: IO[bytes]) -> Iterator[Raw]:
    """The records of a gzip file: usually each a member of its own, so that one damaged member costs one record."""
    offset: int | None = 0
    while offset is not None:
        content, end = _member(file, offset)
        if content is None:  # a file that was packed as a whole
            file.seek(offset)
            yield from _streamed(file, offset)
            return
        if isinstance(content, str):
            yield offset, content
            offset = _next_member(file, offset + 1)
            continue
        yield from ((offset, raw) for _, raw in _records(io.BytesIO(content), offset))
        offset = _next_member(file, end)
        if _is_gap(file, end, offset):
            yield end, "no record begins here"


def _member(file: IO[bytes], offset: int) -> tuple[bytes | str | None, int]:
    """A member's content and where it ends; words where it is damaged, None where it is larger than any record."""
    file.seek(offset)
    unpacking, pieces, size = zlib.decompressobj(31), list[bytes](), 0
    try:
        while not unpacking.eof:
            read = unpacking.unconsumed_tail or file.read(_PIECE)
            if not read:
                return "the file ends inside a record", offset
            pieces.append(unpacking.decompress(read, _PIECE * 16))
            size += len(pieces[-1])
            if size > _MAX_RECORD:
                return None, offset
    except zlib.error as error:
        return f"it cannot be unpacked: {error}", offset
    return b"".join(pieces), file.tell() - len(unpacking.unused_data)


def _next_member(file: IO[bytes], offset: int) -> int | None:
    """Where the next member that begins a record is; None where there is none."""
    file.seek(offset)
    kept, at = b"", offset
    while piece := file.read(_PIECE):
        window = kept + piece
        found = window.find(_MAGIC)
        while found >= 0:
            if _begins_record(file, at + found):
                return at + found
            found = window.find(_MAGIC, found + 1)
        kept = window[-2:]
        at += len(window) - len(kept)
        file.seek(at + len(kept))
    return None


def _is_gap(file: IO[bytes], start: int, end: int | None) -> bool:
    """Whether anything but padding stands between a member and the next, or the file's end."""
    if start == end:
        return False
    file.seek(start)
    return bool(file.read(_PIECE if end is None else min(end - start, _PIECE)).strip(b"\0\r\n "))


def _begins_record(file: IO[bytes], offset: int) -> bool:
    file.seek(offset)
    try:
        return zlib.decompressobj(31).decompress(file.read(4096), 64).startswith(_START)
    except zlib.error:
        return False


def _streamed(file: IO[bytes], offset: int) -> Iterator[Raw]:
    try:
        with gzip.GzipFile(fileobj=file) as stream:
            yield from _records(stream, offset)
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        yield offset, f"the file ends inside a record, or cannot be unpacked: {error}"


def _records(stream: Any, offset: int) -> Iterator[Raw]:
    """The records of an unpacked stream; after a damaged one, those from the next line that begins one."""
    at, is_lost = offset, False
    while line := stream.readline(_MAX_HEAD):
        start, at = at, at + len(line)
        if not line.startswith(_START):
            if line.strip() and not is_lost:
                yield start, "no record begins here"
                is_lost = True
            continue
        is_lost = False
        head = _head(stream, line)
        at = start + len(head)
        length = _length(head)
        if length is None:
            yield start, "its header does not say how long it is"
            continue
        block = stream.read(min(length, _MAX_RECORD))
        at += len(block) + (_skip(stream, length - len(block)) if len(block) == _MAX_RECORD else 0)
        if length > _MAX_RECORD:
            yield start, f"it is larger than {_MAX_RECORD // 1_000_000} MB"
        else:
            yield start, head + block + b"\r\n\r\n" if len(block) == length else "the file ends inside a record"


def _head(stream: Any, first: bytes) -> bytes:
    lines, size = [first], len(first)
    while size < _MAX_HEAD and (line := stream.readline(_MAX_HEAD)):
        lines.append(line)
        size += len(line)
        if not line.strip():
            break
    return b"".join(lines)


def _length(head: bytes) -> int | None:
    for line in head.splitlines():
        name, _, value = line.partition(b":")
        if name.strip().lower() == b"content-length" and value.strip().isdigit():
            return int(value.strip()[:18])
    return None


def _skip(stream: Any, count: int) -> int:
    left = count
    while left > 0 and (piece := stream.read(min(left, _PIECE))):
        left -= len(piece)
    return count - left


def _read(offset: int, raw: bytes, max_bytes: int) -> Stored | Damaged | Other:
    """A record as warcio reads it."""
    from warcio.archiveiterator import ArchiveIterator

    try:
        record = next(ArchiveIterator(io.BytesIO(raw)))
        if record.rec_type != "response" or record.http_headers is None:
            return Other(str(record.rec_type))
        at = datetime.fromisoformat(record.rec_headers.get_header("WARC-Date"))
        content = _content(record.content_stream(), max_bytes)
        status, _, reason = str(record.http_headers.statusline).strip().partition(" ")
        return Other("too_large") if content is None else Stored(
            url=str(record.rec_headers.get_header("WARC-Target-URI") or "").strip("<> "),
            at=at if at.tzinfo else at.replace(tzinfo=UTC),
            status=int(status),
            reason=reason,
            headers=tuple((str(name), str(value)) for name, value in record.http_headers.headers),
            content=content,
            record_id=str(record.rec_headers.get_header("WARC-Record-ID") or ""),
        )  # fmt: skip
    except Exception as error:  # noqa: BLE001 - warcio raises whatever a header makes it stumble over
        words = str(error).strip() or type(error).__name__
        return Damaged(offset, f"it cannot be read: {words.splitlines()[0][:200]}")


def _content(stream: Any, max_bytes: int) -> bytes | None:
    """The decoded body; None where it is larger than agreed."""
    pieces, size = list[bytes](), 0
    while piece := stream.read(_PIECE):
        pieces.append(bytes(piece))
        size += len(piece)
        if size > max_bytes:
            return None
    return b"".join(pieces)
