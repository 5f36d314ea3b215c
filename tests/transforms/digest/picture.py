"""The README's picture of a digest.

`dateline demo`, then `python -m tests.transforms.digest.picture demo/digests/2026-03-08/index.html docs/digest.png`.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tests.transforms.digest.browser import open_browser

_PART = {"x": 0, "y": 0, "width": 1200, "height": 1500, "scale": 1}


def main(page: str, picture: str) -> None:
    """Write the top of a page, as a desk sees it, to a PNG."""
    with tempfile.TemporaryDirectory() as profile, open_browser(Path(profile)) as browser:
        browser.show(Path(page).resolve(), _PART["width"], "light")
        Path(picture).write_bytes(browser.picture(_PART))


if __name__ == "__main__":
    main(*sys.argv[1:])
