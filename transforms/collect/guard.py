"""Which addresses may be connected to, so that no feed can make us fetch from the network we stand in.

What is public is the word of Python's ipaddress, which follows IANA's registries; named here is only what it leaves
open or what its versions differ on. All else about the guard is network.py's: it judges the address connected to.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network

_NAT64 = IPv6Network("64:ff9b::/96")
_GIVEN_OUT = IPv6Network("2000::/3")  # all of IPv6 that anybody has; the rest is reserved, local or translated
_NOT_PUBLIC: tuple[Network, ...] = (
    IPv4Network("192.0.0.0/24"),  # protocol assignments
    IPv4Network("192.88.99.0/24"),  # relays of 6to4
    IPv6Network("2001::/23"),  # protocol assignments, Teredo among them: a tunnel to any IPv4 address
    IPv6Network("2002::/16"),  # 6to4: the same
    IPv6Network("3fff::/20"),  # documentation
)
_ISATAP = (0x00005EFE, 0x02005EFE)  # in the third quarter of an address whose last names an IPv4 address inside


@dataclass(frozen=True)
class Guard:
    """Admits public addresses, and those in the networks that its owner allows."""

    allowed: tuple[Network, ...] = ()

    @classmethod
    def of(cls, networks: Sequence[str]) -> Guard:
        """The guard that also admits these networks ("127.0.0.0/8", "10.1.2.3"). Raises ValueError on others."""
        return cls(tuple(ip_network(network, strict=False) for network in networks))

    def admits(self, address: str) -> bool:
        """Whether this numeric address may be connected to; what is no address may not."""
        try:
            number = ip_address(address)
        except ValueError:
            return False
        inner = _inner(number)
        return any(number in network or inner in network for network in self.allowed) or _is_public(inner)


def _inner(address: Address) -> Address:
    """The IPv4 address that an IPv6 address is another spelling of, or is translated to; else the address itself."""
    if isinstance(address, IPv4Address):
        return address
    if address in _NAT64:
        return IPv4Address(address.packed[-4:])
    return address.ipv4_mapped or address


def _is_public(address: Address) -> bool:
    if not address.is_global or address.is_multicast or any(address in network for network in _NOT_PUBLIC):
        return False
    return isinstance(address, IPv4Address) or _is_given_out(address)


def _is_given_out(address: IPv6Address) -> bool:
    is_isatap = int.from_bytes(address.packed[8:12], "big") in _ISATAP
    return address in _GIVEN_OUT and address.scope_id is None and not is_isatap
