"""Delivers messages through apprise: the only module that imports it. What it logs may hold secrets: nobody hears."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import Literal

_TALKERS = ("apprise", "urllib3", "requests", "httpx", "httpcore")  # what apprise sends by names paths in its log
_WORDS = (
    (re.compile(r"error=(\d{3})|\b([45]\d\d)\b"), "the service refused it with status {}"),
    (re.compile(r"refused", re.I), "the connection was refused"),
    (re.compile(r"getaddrinfo|resol|name or service", re.I), "the host is not known"),
    (re.compile(r"authent|login|password", re.I), "the login was refused"),
    (re.compile(r"certificate|ssl", re.I), "the connection could not be secured"),
    (re.compile(r"connect", re.I), "no connection"),
)
_IN_DOUBT = re.compile(
    r"read timed out|readtimeout|timed out|timeout|connection aborted|reset by peer|disconnected", re.I
)
_BEFORE = re.compile(r"connecttimeout|connect timeout|connection to \S+ timed out", re.I)


@dataclass(frozen=True)
class Delivery:
    """How a delivery went: sent; failed, so that it may be tried again; or unknown, for it may have arrived."""

    outcome: Literal["sent", "failed", "unknown"]
    words: str = ""


def deliver(address: str, title: str, body: str) -> Delivery:
    """Send a message to an address that apprise knows. The words never hold a part of the address."""
    from apprise import Apprise, NotifyFormat

    with _unheard() as heard:
        service = Apprise()
        if not service.add(address):
            return Delivery("failed", "its address is none that apprise knows")
        is_sent = service.notify(body=body, title=title, body_format=NotifyFormat.TEXT)
    return Delivery("sent") if is_sent else _why("\n".join(heard))


def _why(heard: str) -> Delivery:
    if _IN_DOUBT.search(heard) and not _BEFORE.search(heard):
        return Delivery("unknown", "the service did not answer in time; it may have arrived")
    for pattern, words in _WORDS:
        if found := pattern.search(heard):
            return Delivery("failed", words.format(*(group for group in found.groups() if group)))
    return Delivery("failed", "it was not delivered")


class _Ear(logging.Handler):
    """Keeps what is logged."""

    def __init__(self, heard: list[str]) -> None:
        super().__init__(logging.DEBUG)
        self._heard = heard

    def emit(self, record: logging.LogRecord) -> None:
        self._heard.append(record.getMessage())


@contextmanager
def _unheard() -> Iterator[list[str]]:
    """What is logged of a delivery while the block lasts, kept from every log: it may name addresses."""
    heard: list[str] = []
    with ExitStack() as stack:
        for name in _TALKERS:
            stack.enter_context(_caught(logging.getLogger(name), heard))
        yield heard


@contextmanager
def _caught(logger: logging.Logger, heard: list[str]) -> Iterator[None]:
    before = logger.handlers[:], logger.level, logger.propagate
    logger.handlers, logger.propagate = [_Ear(heard)], False
    logger.setLevel(logging.DEBUG)
    try:
        yield
    finally:
        logger.handlers, logger.propagate = before[0], before[2]
        logger.setLevel(before[1])
