"""Which addresses may be connected to."""

from __future__ import annotations

import pytest

from transforms.collect.guard import Guard


@pytest.mark.parametrize(
    "address", ["93.184.216.34", "2606:2800:220:1::1", "64:ff9b::5db8:d822", "::ffff:93.184.216.34"]
)
def test_public_addresses_are_admitted(address: str) -> None:
    assert Guard().admits(address)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.0.0.1",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "224.0.0.1",
        "255.255.255.255",
        "240.0.0.1",
        "::1",
        "::",
        "fe80::1",
        "fe80::1%eth0",
        "fd00::1",
        "fec0::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "64:ff9b::a00:1",
        "2002:a00:1::",
        "2001:0:0:0:0:0:f5ff:fffe",
        "localhost",
        "",
    ],
)
def test_addresses_that_are_not_public_are_not_admitted(address: str) -> None:
    assert not Guard().admits(address)


def test_networks_of_the_owner_are_admitted_and_no_others() -> None:
    guard = Guard.of(["10.1.0.0/16", "::1"])
    assert guard.admits("10.1.2.3")
    assert guard.admits("::ffff:10.1.2.3")
    assert guard.admits("::1")
    assert not guard.admits("10.2.0.1")
    assert not guard.admits("127.0.0.1")


def test_a_network_that_is_none_is_an_error() -> None:
    with pytest.raises(ValueError, match="everything"):
        Guard.of(["everything"])
