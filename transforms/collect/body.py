"""The body of an answer, decoded while it arrives and never larger than agreed."""

from __future__ import annotations

import zlib
from typing import Protocol

import brotli  # type: ignore[import-untyped]

ACCEPT_ENCODING = "gzip, deflate, br"
_GZIP, _ZLIB, _RAW_DEFLATE = 31, 15, -15  # zlib's names for them: the window bits


class BodyTooLarge(Exception):
    """More bytes than agreed."""


class BodyBroken(Exception):
    """The bytes are not what Content-Encoding says, or end too early; the message says which."""


class _Decoder(Protocol):
    def decode(self, chunk: bytes, limit: int) -> bytes:
        """What the chunk decodes to, cut off not far above `limit` bytes."""

    def is_whole(self) -> bool:
        """Whether the end mark has been seen."""


class Body:
    """Collects one body: `add` each chunk, then take `whole`. Raises BodyTooLarge and BodyBroken."""

    def __init__(self, encoding: str, limit: int) -> None:
        self._decoder = _decoder(encoding)
        self._limit = limit
        self._pieces: list[bytes] = []
        self._size = 0
        self._sent = 0

    def add(self, chunk: bytes) -> None:
        """Decode a chunk as far as the limit."""
        self._sent += len(chunk)
        try:
            piece = self._decoder.decode(chunk, self._limit - self._size)
        except (zlib.error, brotli.error) as error:
            raise BodyBroken(f"the body is not encoded as declared: {error}") from error
        self._size += len(piece)
        self._pieces.append(piece)
        if max(self._size, self._sent) > self._limit:  # what is sent counts, too: empty blocks decode to nothing
            raise BodyTooLarge

    def start(self) -> bytes:
        """The first bytes, as many as agreed, of a body that may have more."""
        return b"".join(self._pieces)[: self._limit]

    def whole(self) -> bytes:
        """The decoded body, once every chunk was added."""
        if self._sent and not self._decoder.is_whole():
            raise BodyBroken("the connection was closed before the body was complete")
        return b"".join(self._pieces)


def _decoder(encoding: str) -> _Decoder:
    name = encoding.strip().lower()
    if name in ("", "identity", "none"):
        return _Identity()
    if name in ("gzip", "x-gzip"):
        return _Inflate(_GZIP)
    if name == "deflate":
        return _Inflate(_ZLIB)
    if name == "br":
        return _Brotli()
    raise BodyBroken(f"the body is encoded as {name!r}, which was not asked for")


class _Identity:
    def decode(self, chunk: bytes, limit: int) -> bytes:  # noqa: ARG002 - Body judges the size
        return chunk

    def is_whole(self) -> bool:
        return True


class _Inflate:
    """gzip with any number of members, and deflate with or (as some servers send it) without the zlib frame."""

    def __init__(self, bits: int) -> None:
        self._bits = bits
        self._stream = zlib.decompressobj(bits)
        self._is_new = True

    def decode(self, chunk: bytes, limit: int) -> bytes:
        output = self._first(chunk, limit) if self._is_new else self._stream.decompress(chunk, limit + 1)
        rest = self._stream.unused_data
        while self._stream.eof and self._bits == _GZIP and rest.startswith(b"\x1f\x8b") and len(output) <= limit:
            self._stream = zlib.decompressobj(self._bits)
            output += self._stream.decompress(rest, limit + 1 - len(output))
            rest = self._stream.unused_data
        return output

    def is_whole(self) -> bool:
        return self._stream.eof

    def _first(self, chunk: bytes, limit: int) -> bytes:
        self._is_new = not chunk
        try:
            return self._stream.decompress(chunk, limit + 1)
        except zlib.error:
            if self._bits != _ZLIB:
                raise
        self._stream = zlib.decompressobj(_RAW_DEFLATE)
        return self._stream.decompress(chunk, limit + 1)


class _Brotli:
    def __init__(self) -> None:
        self._stream = brotli.Decompressor()

    def decode(self, chunk: bytes, limit: int) -> bytes:
        output = bytearray(self._stream.process(chunk, output_buffer_limit=limit + 1))
        while len(output) <= limit and not self._stream.can_accept_more_data():
            output += self._stream.process(b"", output_buffer_limit=limit + 1 - len(output))
        return bytes(output)

    def is_whole(self) -> bool:
        return bool(self._stream.is_finished())
