"""Every response as it came, in WARC files: one file a batch, complete or not at all."""

from __future__ import annotations

import io
import os
import re
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self
from urllib.parse import quote

from warehouse.errors import WarehouseError


class ArchiveError(WarehouseError):
    """A record that should be in the archive and is not."""


@dataclass(frozen=True)
class Position:
    """Where a response rests: file below the archive folder, byte offset, length of the compressed record."""

    file: str
    offset: int
    length: int


# Headers that told how the body travelled; the body is kept as it was meant, so they are kept under another name.
_TRAVEL_HEADERS = frozenset({"content-encoding", "transfer-encoding", "content-length"})
_LINE_BREAK = re.compile(r"[\r\n]+")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]+")


class ArchiveWriter:
    """Writes one WARC file, gzip by record; it gets its name when the block is left without an error."""

    def __init__(self, folder: Path, name: str) -> None:
        self._name = name
        self._target = folder / name
        self._unfinished = folder / f"{name}.part"
        self._stream: BinaryIO | None = None

    def __enter__(self) -> Self:
        from warcio.warcwriter import WARCWriter

        self._unfinished.parent.mkdir(parents=True, exist_ok=True)
        self._stream = self._unfinished.open("wb")
        self._writer = WARCWriter(self._stream, gzip=True)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        assert self._stream is not None
        if kind is None:
            self._stream.flush()
            os.fsync(self._stream.fileno())
        self._stream.close()
        if kind is None and self._unfinished.stat().st_size:
            self._unfinished.replace(self._target)
        else:
            self._unfinished.unlink(missing_ok=True)

    def add(
        self, url: str, at: datetime, status_line: str, headers: Iterable[tuple[str, str]], content: bytes
    ) -> Position:
        """Write one response; `content` is the decoded body."""
        from warcio.statusandheaders import StatusAndHeaders

        assert self._stream is not None
        start = self._stream.tell()
        kept = [(_kept_name(name), _value(value)) for name, value in headers]
        kept.append(("Content-Length", str(len(content))))
        record = self._writer.create_warc_record(
            _one_line(url), "response", payload=io.BytesIO(content),
            http_headers=StatusAndHeaders(_plain(status_line), kept, protocol="HTTP/1.1"),
            warc_headers_dict={"WARC-Date": at.strftime("%Y-%m-%dT%H:%M:%SZ")},
        )  # fmt: skip
        self._writer.write_record(record)
        return Position(self._name, start, self._stream.tell() - start)


def _kept_name(name: str) -> str:
    plain = _plain(name).replace(":", "?").strip()
    return f"X-Archive-Orig-{plain}" if plain.lower() in _TRAVEL_HEADERS else plain


def _plain(text: str) -> str:
    return _one_line(text).encode("ascii", "replace").decode()


def _value(text: str) -> str:
    """A header's value with what is not ASCII in per cent: warcio cannot write it everywhere."""
    return _NOT_ASCII.sub(lambda found: quote(found.group(), errors="replace"), _one_line(text))


def _one_line(text: str) -> str:
    """A line break in an address or a header would end the headers early, and the rest would be read as content."""
    return _LINE_BREAK.sub(" ", text)


def read_response(folder: Path, file: str, offset: int) -> bytes:
    """The decoded body of the response at a position; ArchiveError names the file where it is not there, or half."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    path = folder / file
    try:
        with path.open("rb") as stream:
            stream.seek(offset)
            record = next(ArchiveIterator(stream))
            content = bytes(record.content_stream().read())
            length = int(record.http_headers.get_header("Content-Length"))
    except (OSError, StopIteration, ValueError, AttributeError, TypeError, ArchiveLoadFailed) as error:
        raise ArchiveError(f"{path} has no readable response at byte {offset}: {error}") from error
    if len(content) != length:
        raise ArchiveError(f"{path} holds only {len(content)} of {length} bytes of the response at byte {offset}")
    return content


def remove_unfinished(folder: Path) -> int:
    """Remove what killed runs left unfinished; returns how many. Only under the run's lock."""
    unfinished = list(folder.rglob("*.warc.gz.part")) if folder.exists() else []
    for path in unfinished:
        with suppress(OSError):
            path.unlink()
    return len(unfinished)
