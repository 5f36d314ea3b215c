"""axe-core, as a package of the registry carries it: what `make slow` installs from requirements-axe.txt."""

from __future__ import annotations

import json
from importlib.util import find_spec
from pathlib import Path

from tests.transforms.digest.browser import Browser


def script() -> Path | None:
    """axe.min.js; None where the package is not installed."""
    found = find_spec("axe_playwright_python")
    return Path(found.origin).with_name("axe.min.js") if found and found.origin else None


def findings(browser: Browser) -> list[str]:
    """What axe finds on the page that is shown, whatever its standard: the rule, how grave, and the first elements."""
    path = script()
    assert path is not None
    # The page's own policy forbids scripts in it; what the driver runs is not of the page.
    browser.run(path.read_text(encoding="utf-8"))
    found = browser.wait_for("axe.run(document).then((told) => JSON.stringify(told.violations))")
    return [
        f"{rule['id']} ({rule['impact']}): {rule['help']}: {[node['target'] for node in rule['nodes'][:3]]}"
        for rule in json.loads(found)
    ]
