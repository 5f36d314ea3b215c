"""The settings: one frozen record, read once from the command line's words, DATELINE_*, dateline.toml and defaults."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from ipaddress import ip_network
from pathlib import Path
from typing import Annotated, Any
from zoneinfo import available_timezones

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from flows.errors import SettingsError
from transforms.digest.links import safe_address

PREFIX = "DATELINE_"
FILE_NAME = "dateline.toml"
_NOT_SETTINGS = frozenset({"HOME", "FEEDS_CORPUS", "GOLD"})  # read elsewhere: the project's folder; texts to measure on


def _known_zone(name: str) -> str:
    if name not in available_timezones():
        raise ValueError(f"there is no time zone {name!r}; use a name such as Europe/Lisbon")
    return name


def _for_a_header(text: str) -> str:
    if not (text.isascii() and text.isprintable()):
        raise ValueError("it goes into the User-Agent, which takes one line of ASCII; write an e-mail or web address")
    return text.strip()


def _networks(value: tuple[str, ...]) -> tuple[str, ...]:
    for network in value:
        ip_network(network, strict=False)
    return value


def _hours(value: tuple[float, ...]) -> tuple[float, ...]:
    if any(not 0 < hours < float("inf") for hours in value):
        raise ValueError("the hours must be numbers above 0")
    return tuple(sorted(value))


def _address_of_a_folder(address: str) -> str:
    if address and not (address.startswith(("http://", "https://")) and safe_address(address)):
        raise ValueError("write a web address that begins with https:// or http://")
    return address if not address or address.endswith("/") else f"{address}/"


def _mail_heads(text: str) -> str:
    if not text.isprintable():
        raise ValueError("it goes into the head of a mail, which takes one line")
    return text.strip()


def _split(value: object) -> object:
    return [part for part in value.replace(",", " ").split() if part] if isinstance(value, str) else value


class Settings(BaseModel):
    """All that a user can set; an unknown name is an error. docs/settings.md is held to these fields by a test."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    timezone: Annotated[str, AfterValidator(_known_zone)] = Field("UTC", description="Zone that days are cut in.")
    contact: Annotated[str, AfterValidator(_for_a_header)] = Field(
        "", description="Address or page that publishers can write to; part of the User-Agent."
    )
    allow_networks: Annotated[tuple[str, ...], BeforeValidator(_split), AfterValidator(_networks)] = Field(
        (), description="Networks (CIDR) beyond the public ones that may be connected to."
    )
    min_poll_minutes: float = Field(15, ge=0, description="Minutes between two polls of a feed, at least.")
    host_delay_seconds: float = Field(1, ge=0, description="Seconds between two requests to one host, at least.")
    page_max_mb: float = Field(10, gt=0, description="Megabytes of a page; a larger one is recorded and left.")
    feed_max_mb: float = Field(10, gt=0, description="Megabytes of a feed; a larger one is recorded and left.")
    timeout_seconds: float = Field(20, gt=0, description="Seconds that a host may stay silent.")
    total_seconds: float = Field(60, gt=0, description="Seconds that one request may take in all.")
    fetch_attempts: int = Field(8, ge=1, description="Attempts at a page whose host fails for the moment.")
    revisit_hours: Annotated[tuple[float, ...], BeforeValidator(_split), AfterValidator(_hours)] = Field(
        (1, 6, 24, 72), description="Hours after which a page is looked at again; empty for never."
    )
    alerts_per_hour: int = Field(12, ge=1, description="Alerts that one target gets in an hour, at most.")
    extract_seconds: float = Field(20, gt=0, description="Seconds that reading one page may take before it is killed.")
    worker_memory_mb: int = Field(4096, ge=512, description="Memory that a worker process may take.")
    digest_pages: int = Field(
        60, ge=0, description="Actors, topics and outlets of a day that get a page beside the digest; 0 for no pages."
    )
    digest_url: Annotated[str, AfterValidator(_address_of_a_folder)] = Field(
        "", description="Where the folder of digests is on the web; links of feeds and mails lead there."
    )
    mail_from: Annotated[str, AfterValidator(_mail_heads)] = Field(
        "Dateline <dateline@localhost>", description="Sender of a digest as mail."
    )
    mail_to: Annotated[str, AfterValidator(_mail_heads)] = Field(
        "", description="Who a digest as mail is for, separated by commas; empty for no To line."
    )
    workers: int = Field(0, ge=0, description="Worker processes; 0 for one a core.")

    @property
    def user_agent(self) -> str:
        """What publishers see: the name, and who to write to."""
        return f"Dateline/0.1 (+{self.contact})" if self.contact else "Dateline/0.1 (news monitor; no contact set)"

    @property
    def worker_count(self) -> int:
        """Worker processes to start."""
        return self.workers or len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else self.workers or 2


def load_settings(folder: Path, environment: Mapping[str, str], words: Mapping[str, Any] | None = None) -> Settings:
    """The settings of a project folder; SettingsError names the file or variable, what is wrong and what to do."""
    from_file = _read_file(folder / FILE_NAME)
    from_environment = _read_environment(environment)
    merged = {**from_file, **from_environment, **(words or {})}
    try:
        return Settings(**merged)
    except ValidationError as error:
        first = error.errors()[0]
        name = str(first["loc"][0]) if first["loc"] else "?"
        where = f"{PREFIX}{name.upper()}" if name in from_environment else str(folder / FILE_NAME)
        raise SettingsError(f"{where}: {name}: {_in_words(name, first)}") from None


def _in_words(name: str, error: Mapping[str, Any]) -> str:
    if error["type"] == "extra_forbidden":
        return f"there is no setting {name!r}; the settings are {', '.join(Settings.model_fields)}"
    return str(error["msg"]).removeprefix("Value error, ") + f" (it is {error.get('input')!r})"


def _read_file(path: Path) -> dict[str, Any]:
    if not path.exists():
        return {}
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise SettingsError(f"{path}: not readable as TOML: {error}; mend the line or remove the file") from None


def _read_environment(environment: Mapping[str, str]) -> dict[str, str]:
    found = {}
    for variable, value in environment.items():
        name = variable.removeprefix(PREFIX)
        if variable.startswith(PREFIX) and name not in _NOT_SETTINGS:
            if name.lower() not in Settings.model_fields:
                known = ", ".join(PREFIX + field.upper() for field in Settings.model_fields)
                raise SettingsError(f"{variable}: there is no such setting; unset it, or use one of {known}")
            found[name.lower()] = value
    return found
