"""The outlets that Dateline knows, by their domains and by the names that texts give them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from transforms.records import KnownOutlet
from transforms.urls import host_of

# Ends of domains that are sold to everybody, and so say nothing of a country.
_NOT_COUNTRIES = {"co", "tv", "me", "io", "ai", "fm", "eu", "la", "ly", "gl", "im", "cc", "ws", "to"}


@dataclass(frozen=True)
class Outlets:
    """Outlets by domain."""

    by_domain: Mapping[str, KnownOutlet]

    def of_url(self, url: str) -> KnownOutlet | None:
        """The outlet of an address: that of its host, or of the nearest domain above it."""
        parts = host_of(url).split(".")
        domains = (".".join(parts[first:]) for first in range(len(parts) - 1))
        return next((self.by_domain[domain] for domain in domains if domain in self.by_domain), None)

    def country_of(self, url: str) -> str:
        """Where the outlet of an address sits: what the seeds say, else the country of its domain; "" where neither."""
        outlet = self.of_url(url)
        if outlet is not None:
            return outlet.country
        end = host_of(url).rpartition(".")[2].upper()
        if len(end) != 2 or end.lower() in _NOT_COUNTRIES:
            return ""
        return "GB" if end == "UK" else end


def build_outlets(known: Sequence[KnownOutlet]) -> Outlets:
    """The outlets, compiled."""
    return Outlets({outlet.domain: outlet for outlet in known})
