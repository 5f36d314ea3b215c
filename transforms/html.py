"""What holds for every HTML page that we make: strangers' text stays text, and nothing is loaded or run."""

from __future__ import annotations

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from transforms.text import clean_text


def environment(package: str) -> Environment:
    """Templates of a package's folder `templates`. Every string is escaped, and cleaned before that."""
    return Environment(
        loader=PackageLoader(package), autoescape=True, undefined=StrictUndefined, finalize=_clean,
        keep_trailing_newline=True,
    )  # fmt: skip


def _clean(value: object) -> object:
    """What is put on the page, without characters that HTML does not allow or that turn the text around."""
    return clean_text(value) if isinstance(value, str) and not isinstance(value, Markup) else value
