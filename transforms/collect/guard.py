"""Which addresses may be connected to, so that no feed can make us fetch from the network we stand in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network

_NAT64 = IPv6Network("64:ff9b::/96")


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
        inner = _embedded(number)
        return any(number in network or (inner is not None and inner in network) for network in self.allowed) or (
            _is_public(number) and (inner is None or _is_public(inner))
        )


def _is_public(address: Address) -> bool:
    # An IPv4-mapped address is never global to Python; what counts is the address inside.
    is_mapped = isinstance(address, IPv6Address) and address.ipv4_mapped is not None
    is_site_local = isinstance(address, IPv6Address) and address.is_site_local
    return (is_mapped or address.is_global) and not address.is_multicast and not is_site_local


def _embedded(address: Address) -> IPv4Address | None:
    """The IPv4 address that an IPv6 address is translated or tunnelled to, if it is one of those."""
    if isinstance(address, IPv4Address):
        return None
    if address in _NAT64:
        return IPv4Address(address.packed[-4:])
    return address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)
