from string import ascii_letters, digits

import pytest

from tests.transforms.digest.editions import HOSTILE_ADDRESSES
from transforms.digest.links import safe_address

LETTERS = f"https://{ascii_letters}.example/{ascii_letters}{digits}-._~!$&'()*+,;=:@%|"


@pytest.mark.parametrize(
    "address",
    ["https://a.example/b?c=d&e=%20#f", "http://a.example:8080/", "https://[::1]/", "HTTPS://A.EXAMPLE", LETTERS],
)
def test_a_plain_web_address_is_a_link(address: str) -> None:
    assert safe_address(address) == address


@pytest.mark.parametrize(
    "address", ["", "https://", "mailto:a@b.example", "https://é.example/", *HOSTILE_ADDRESSES[:4]]
)
def test_anything_else_is_no_link(address: str) -> None:
    assert safe_address(address) is None


def test_an_address_that_hides_its_host_behind_a_name_is_no_link() -> None:
    assert safe_address("https://bank.example@evil.example/") is None
