"""watchlists.toml: read with the line of what is wrong, changed by one watchlist at a time."""

from __future__ import annotations

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.rules.watchlist_file import (
    Watchlist,
    WatchlistError,
    read_watchlists,
    with_watchlist,
    without_watchlist,
)

TWO = """# ours
[[watchlist]]
name = "Grain"  # a comment
rule = 'wheat AND (Odesa OR Odessa)'

# the talks in the harbour
[[watchlist]]
name = "Talks"
rule = '''harbour*'''
alert = "each"
targets = ["desk"]
quiet = "22:00-07:00"
"""


def test_watchlists_are_read_in_their_order() -> None:
    assert read_watchlists(TWO) == [
        Watchlist("Grain", "wheat AND (Odesa OR Odessa)"),
        Watchlist("Talks", "harbour*", "each", ("desk",), (time(22), time(7))),
    ]
    assert read_watchlists("") == []


@pytest.mark.parametrize(
    ("before", "after", "line", "words"),
    [
        ("wheat AND (Odesa OR Odessa)", "wheat AND (Odesa", 4, "the rule of 'Grain': character 11"),
        ('"Talks"', '"grain"', 8, "two watchlists called 'grain'"),
        ('name = "Talks"\n', "", 7, "has no name"),
        ('alert = "each"', 'alert = "often"', 10, "alert is digest, each, burst"),
        ('"22:00-07:00"', '"at night"', 12, "22:00-07:00"),
        ('"22:00-07:00"', '"25:00-07:00"', 12, "22:00-07:00"),
        ('targets = ["desk"]', "targets = 3", 11, "a list of names"),
        ('targets = ["desk"]\n', "", 10, "alerts nobody"),
        ('quiet = "22', 'quite = "22', 12, "there is no 'quite'"),
        ("rule = 'wheat", "rule = wheat", 4, "not TOML"),
        ("# ours", "[watch]\n# ours", 1, "'watch' is not understood"),
        ('"Grain"', "5", 3, "must be a text"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(before: str, after: str, line: int, words: str) -> None:
    assert before in TWO
    with pytest.raises(WatchlistError) as caught:
        read_watchlists(TWO.replace(before, after, 1))
    assert (caught.value.line, words in str(caught.value)) == (line, True), caught.value


def test_a_watchlist_that_is_removed_leaves_the_rest_as_it_was() -> None:
    assert without_watchlist(TWO, "grain") == TWO.replace(TWO[TWO.index("[[") : TWO.index("# the talks")], "")
    assert read_watchlists(without_watchlist(TWO, "TALKS")) == read_watchlists(TWO)[:1]
    with pytest.raises(KeyError):
        without_watchlist(TWO, "nobody")


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=("Cc",)), min_size=1), st.booleans())
def test_whatever_is_added_can_be_read_back(name: str, is_first: bool) -> None:
    if name.strip() and name.strip().casefold() not in ("grain", "talks"):
        new = Watchlist(name.strip(), "\"it's\" AND 'x\\y'", "burst", ("a", "b"), (time(1), time(2, 30)))
        known = [] if is_first else read_watchlists(TWO)
        assert read_watchlists(with_watchlist("" if is_first else TWO, new)) == [*known, new]
