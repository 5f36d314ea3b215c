"""Where alerts go: the addresses of targets.toml by name. They hold secrets: nothing here ever says one."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping

from flows.errors import SettingsError
from flows.project import Project

_VARIABLE = re.compile(r"\$\{(\w+)\}")


def targets_of(project: Project, environment: Mapping[str, str]) -> dict[str, str]:
    """The addresses by name, `${NAME}` replaced from the environment; none without the file.

    SettingsError names the file and the target, and neither an address nor a part of one.
    """
    path = project.targets_file
    if not path.exists():
        return {}
    try:
        record = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except tomllib.TOMLDecodeError as error:
        where = re.search(r"\(at line (\d+)", str(error))
        line = f", line {where[1]}" if where else ""
        raise SettingsError(f'{path}{line}: not TOML; write each target as name = "address"') from None
    except (OSError, UnicodeDecodeError):
        raise SettingsError(f"{path}: cannot be read; mend its rights or its encoding") from None
    return {name: _address(path, name, value, environment) for name, value in record.items()}


def _address(path: object, name: str, value: object, environment: Mapping[str, str]) -> str:
    written = value if isinstance(value, str) else ""
    missing = [variable for variable in _VARIABLE.findall(written) if variable not in environment]
    if missing:
        raise SettingsError(f"{path}: the target {name!r} needs the variable {missing[0]}, which is not set")
    address = _VARIABLE.sub(lambda found: environment[found[1]], written)
    if "://" not in address:
        raise SettingsError(f"{path}: the target {name!r} is no address; write one that apprise knows: mailto://…")
    return address
