"""Which addresses may be connected to."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv4Network, IPv6Address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.collect.guard import Guard

INSIDE = [
    IPv4Network(network)
    for network in (
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24",
        "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24",
        "224.0.0.0/4", "240.0.0.0/4",
    )
]  # fmt: skip


def inside() -> st.SearchStrategy[IPv4Address]:
    """Addresses of the networks that are not public."""
    ranges = [st.integers(int(network[0]), int(network[-1])) for network in INSIDE]
    return st.one_of(ranges).map(IPv4Address)


def carriers(address: IPv4Address) -> list[str]:
    """IPv6 addresses that are, or are translated or tunnelled to, an IPv4 address."""
    number = int(address)
    return [
        str(IPv6Address(high | (number << shift)))
        for high, shift in (
            (0xFFFF << 32, 0),  # mapped
            (0, 0),  # compatible
            (0xFFFF << 48, 0),  # translated: ::ffff:0:a.b.c.d
            (0x0064FF9B << 96, 0),  # NAT64
            (0x0064FF9B0001 << 80, 0),  # NAT64 of a network's own
            (0x2002 << 112, 80),  # 6to4
            (0x20010000 << 96, 64),  # Teredo's server
            ((0x20010000 << 96) | 0x4136E378 << 64, 0),  # Teredo's client, but for its mask
            ((0x2606470000000000 << 64) | (0x5EFE << 32), 0),  # ISATAP
            ((0x2606470000000000 << 64) | (0x02005EFE << 32), 0),
            ((0xFE80 << 112) | (0x5EFE << 32), 0),
        )
    ]


@pytest.mark.parametrize(
    "address",
    ["93.184.216.34", "1.1.1.1", "2606:2800:220:1::1", "2a02:26f0::1", "64:ff9b::5db8:d822", "::ffff:93.184.216.34"],
)
def test_public_addresses_are_admitted(address: str) -> None:
    assert Guard().admits(address)


@given(inside())
def test_no_address_of_a_network_that_is_not_public_is_admitted_in_any_wrapping(address: IPv4Address) -> None:
    assert not Guard().admits(str(address))
    assert [text for text in carriers(address) if Guard().admits(text)] == []


@given(st.integers(0, 2**128 - 1).map(IPv6Address).filter(lambda address: address.packed[0] >> 5 != 1))
def test_ipv6_that_was_never_given_out_is_not_admitted(address: IPv6Address) -> None:
    carried = address.ipv4_mapped or (address.packed[:12] == bytes.fromhex("0064ff9b") + bytes(8))
    assert carried or not Guard().admits(str(address))


@pytest.mark.parametrize(
    "address",
    [
        "::1", "::", "::2", "fe80::1", "fe80::1%eth0", "2606:4700::1%eth0", "fd00::1", "fec0::1", "ff02::1", "ff0e::1",
        "100::1", "2001:db8::1", "2001:2::1", "2001:10::1", "2001:20::1", "3fff::1", "5f00::1", "4000::1",
        "2001:0:0:0:0:0:f5ff:fffe", "localhost", "", "127.1", "2130706433", "0177.0.0.1", "0x7f.0.0.1", "１２７.0.0.1",
    ],
)  # fmt: skip
def test_addresses_that_are_not_public_or_no_addresses_are_not_admitted(address: str) -> None:
    assert not Guard().admits(address)


def test_networks_of_the_owner_are_admitted_and_no_others() -> None:
    guard = Guard.of(["10.1.0.0/16", "::1", "fe80::/10"])
    assert guard.admits("10.1.2.3")
    assert guard.admits("::ffff:10.1.2.3")
    assert guard.admits("::1")
    assert guard.admits("fe80::1%eth0")
    assert not guard.admits("10.2.0.1")
    assert not guard.admits("127.0.0.1")


def test_a_network_that_is_none_is_an_error() -> None:
    with pytest.raises(ValueError, match="everything"):
        Guard.of(["everything"])
