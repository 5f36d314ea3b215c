"""Builds of the methods that read articles: what decides their output, made into an id."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime

from transforms.rows.builds import Method
from transforms.text import make_id


def method_of(name: str, version: str, model: str, parameters: Mapping[str, str], now: datetime) -> Method:
    """The build of a method; its id changes when anything changes that decides its output."""
    written = json.dumps(dict(parameters), sort_keys=True)
    return Method(make_id("method", name, version, model, written), name, version, model, written, now)
