"""dateline doctor."""

from __future__ import annotations

import os
from pathlib import Path

from flows.commands.talk import as_json, out
from flows.errors import SettingsError
from flows.health import findings
from flows.project import find_folder, open_project
from flows.trouble import Finding


def doctor(*, json: bool = False) -> int:
    """Say what is wrong with the project, and the command that mends each thing.

    Parameters
    ----------
    json
        One JSON object a finding.
    """
    folder = find_folder(os.environ, Path.cwd())
    try:
        found = list(findings(open_project()))
    except SettingsError as error:  # everything else depends on the settings
        found = [Finding(str(error), f"edit {folder / 'dateline.toml'}, or the variable that is named")]
    for finding in found:
        out(as_json(vars(finding)) if json else f"{finding.what}\n    mend: {finding.mend}")
    if not found and not json:
        out(f"{folder}: all is well")
    return 1 if found else 0
