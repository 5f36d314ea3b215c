"""The command line that the scripts beside this one share."""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping
from pathlib import Path


def folder_parser(doc: str | None) -> argparse.ArgumentParser:
    """FOLDER and --json, described by a script's first line."""
    parser = argparse.ArgumentParser(description=(doc or "").partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--json", action="store_true")
    return parser


def show(figures: Mapping[str, object], *, as_json: bool) -> None:
    """Print the figures, for people or for programs."""
    print(json.dumps(figures) if as_json else "  ".join(f"{name} {value}" for name, value in figures.items()))
