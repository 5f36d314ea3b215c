import pytest

from transforms.analyse.credits import find_credit

AGENCIES = {"Meridian Wire": "wire", "AP": "ap", "Associated Press": "ap", "Press": "press"}


@pytest.mark.parametrize(
    ("byline", "body", "credit"),
    [
        ("By Thea Kallergis, Meridian Wire", "", ("wire", "Meridian Wire")),
        ("MERIDIAN WIRE / staff", "", ("wire", "MERIDIAN WIRE")),
        ("By ANA BERG Associated Press", "", ("ap", "Associated Press")),
        ("", "PIRAEUS, Greece, March 4 (Meridian Wire) — All passengers were saved.", ("wire", "Meridian Wire")),
        ("", "LISBON (AP) — The vote was close.", ("ap", "AP")),
        ("By Jo Chap, with a snap of the ap", "", None),
        ("By Thea Kallergis", "The coast guard told Meridian Wire that all were safe.", None),
        ("", "x" * 300 + " (AP)", None),
    ],
)
def test_a_credit_is_an_agencys_name_in_the_byline_or_in_brackets_at_the_beginning(
    byline: str, body: str, credit: tuple[str, str] | None
) -> None:
    assert find_credit(byline, body, AGENCIES) == credit
