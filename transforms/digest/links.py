"""Which addresses may become links on a page that a stranger's feed helped to write."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

# Not IGNORECASE for the whole: it takes k and s for the Kelvin sign and the long s, which are not ASCII.
_SPELLED = re.compile(r"""(?i:https?)://[^\x00-\x20"<>`\\\x7f-\U0010ffff]+""")
_HOST = re.compile(r"[A-Za-z0-9._:\[\]-]+")


def safe_address(url: str) -> str | None:
    """The address if it is a plain web address, else None: what is not a link stays text."""
    if not _SPELLED.fullmatch(url):
        return None
    try:
        parts = urlsplit(url)
        port_is_number = parts.port is None or parts.port >= 0
    except ValueError:
        return None
    has_plain_host = bool(parts.hostname) and "@" not in parts.netloc and bool(_HOST.fullmatch(parts.netloc))
    return url if has_plain_host and port_is_number else None
