"""A digest as JSON: `to_json` and `from_json` are exact inverses."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

from transforms.digest.content import FORMAT, DigestContent


def to_json(content: DigestContent) -> str:
    """The content as JSON with sorted keys: the same bytes for the same content."""
    return json.dumps(_plain(content), ensure_ascii=False, allow_nan=False, indent=1, sort_keys=True) + "\n"


def from_json(text: str) -> DigestContent:
    """The content that `to_json` wrote, now or before a field with a default was added.

    Raises ValueError where it is of another format, TypeError where a field without a default lacks.
    """
    record = json.loads(text)
    if record.get("format") != FORMAT:
        raise ValueError(f"digest content of format {record.get('format')}, expected {FORMAT}: make the edition again")
    content = _typed(DigestContent, record)
    assert isinstance(content, DigestContent)
    return content


def _plain(value: object) -> object:
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value  # a datetime is a date


def _typed(kind: Any, value: Any) -> Any:
    """The value of a field of type `kind` from what JSON made of it."""
    if get_origin(kind) is tuple:
        kinds = get_args(kind)
        return tuple(_typed(kinds[0] if kinds[-1] is ... else kinds[n], item) for n, item in enumerate(value))
    if isinstance(kind, UnionType):
        (inner,) = (option for option in get_args(kind) if option is not NoneType)
        return None if value is None else _typed(inner, value)
    if is_dataclass(kind) and isinstance(kind, type):
        return kind(**{name: _typed(hint, value[name]) for name, hint in get_type_hints(kind).items() if name in value})
    if kind in (date, datetime):
        return kind.fromisoformat(value)
    return value
