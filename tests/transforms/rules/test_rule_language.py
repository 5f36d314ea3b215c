"""The rule language: what its words mean, and what is said of a rule that cannot be read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.rules.language import read_rule
from transforms.rules.tree import Both, Either, Near, Not, Rule, RuleError


def shown(rule: Rule) -> str:
    """A rule with all its parentheses, as the tree has it."""
    if isinstance(rule, Both | Either):
        return f"({(' AND ' if isinstance(rule, Both) else ' OR ').join(map(shown, rule.parts))})"
    if isinstance(rule, Not):
        return f"NOT {shown(rule.part)}"
    if isinstance(rule, Near):
        return f"({shown(rule.left)} NEAR/{rule.distance} {shown(rule.right)})"
    marks = [("=" if term.is_exact else "") + "_".join(word.letters + "*" * word.is_prefix for word in term.words)
             for term in rule.terms]  # fmt: skip
    field = "" if rule.field == "text" else f"{rule.field}:"
    return field + "|".join(marks)


@pytest.mark.parametrize(
    ("rule", "meaning"),
    [
        ("wheat AND (Odesa OR Odessa)", "(wheat AND Odesa|Odessa)"),
        ("wheat corn", "(wheat AND corn)"),
        ("wheat corn OR rye", "(rye OR (wheat AND corn))"),
        ("wheat -sport", "(wheat AND NOT sport)"),
        ("wheat NOT (sport OR fun)", "(wheat AND NOT sport|fun)"),
        ("wheat NOT NOT corn", "(wheat AND corn)"),
        ('"grain corridor"', "grain_corridor"),
        ("“grain corridor”", "grain_corridor"),
        ("vice-president", "vice_president"),
        ("U.S.", "U_S"),
        ('"grain corr*"', "grain_corr*"),
        ("wheat* NEAR/5 (Odesa OR Kyiv)", "(wheat* NEAR/5 Odesa|Kyiv)"),
        ("wheat NEAR corn", "(wheat NEAR/10 corn)"),
        ("=EU OR eu", "=EU|eu"),
        ('="European Union"', "=European_Union"),
        ("title:(wheat OR corn)", "title:wheat|corn"),
        ("title:(wheat NEAR/3 corn) lede:rye", "((title:wheat NEAR/3 title:corn) AND lede:rye)"),
        ('actor:"United Nations" OR actor:WHO', "actor:United_Nations|WHO"),
        ("Actor:WHO", "actor:WHO"),
        ("place:(Odesa OR Kyiv) -place:Lviv", "(place:Odesa|Kyiv AND NOT place:Lviv)"),
        ("country:Ukraine OR country:pl", "country:UA|PL"),
        ("country:UK", "country:GB"),
        ("language:German language:fr", "(language:de AND language:fr)"),
        ("folder:Europe/Press", "folder:europe/press"),
        ("event:protest event:14*", "(event:protest AND event:14*)"),
        ("北京 OR 서울", "北京|서울"),
        ("and.", "and"),
        ('"or" wheat', "(or AND wheat)"),
    ],
)
def test_a_rule_means(rule: str, meaning: str) -> None:
    assert shown(read_rule(rule)) == meaning


@pytest.mark.parametrize(
    ("rule", "position", "words"),
    [
        ("", 1, "empty"),
        ("   ", 1, "empty"),
        ("wheat AND (corn", 11, "not closed"),
        ("wheat)", 6, "was not opened"),
        ("wheat ()", 8, "holds nothing"),
        ('wheat "corn', 7, "not closed"),
        ("wheat AND", 10, "ends where something must follow"),
        ("OR wheat", 1, "OR joins nothing"),
        ("wheat AND OR corn", 11, "OR joins nothing"),
        ("wheat or corn", 7, "write OR in capitals"),
        ("*heat", 1, "end of a word"),
        ("wh*at", 1, "end of a word"),
        ("w*", 1, "at least 2 letters"),
        ("wheat & corn", 7, "no letter and no digit"),
        ("NOT wheat", 1, "only excludes"),
        ("wheat OR NOT corn", 1, "only excludes"),
        ("colour:red", 1, "there is no field 'colour'"),
        ("country:Ukrain", 9, "no country"),
        ("title:(wheat actor:WHO)", 1, "another field in it"),
        ("wheat NEAR/0 corn", 7, "1 to 100"),
        ("wheat NEAR/5 title:corn", 7, "of one field"),
        ("wheat NEAR/5 (corn AND rye)", 7, "stands between words"),
        ("actor:(WHO NEAR/3 UN)", 1, "takes names"),
        ('watch:"Grain"', 7, "no watchlist is called"),
        ("wheat - corn", 7, "not understood"),
        ("(" * 41 + "a" + ")" * 41, 41, "parentheses"),
        ("wheat " * 700, 4001, "longer than"),
    ],
)
def test_a_rule_that_cannot_be_read_says_where_and_why_in_one_line(rule: str, position: int, words: str) -> None:
    with pytest.raises(RuleError) as caught:
        read_rule(rule)
    assert caught.value.position == position
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_rule_may_name_a_watchlist_and_that_one_another() -> None:
    known = {"Grain": "wheat OR watch:Maize", "Maize": "maize OR corn"}
    assert shown(read_rule("watch:grain NOT rye", known)) == "(wheat|maize|corn AND NOT rye)"


def test_watchlists_that_name_each_other_are_refused() -> None:
    with pytest.raises(RuleError, match="names itself"):
        read_rule("watch:a", {"a": "x OR watch:b", "b": "y OR watch:a"})


def test_what_is_wrong_in_a_named_watchlist_is_said_with_its_name() -> None:
    with pytest.raises(RuleError, match=r'in the watchlist "Grain": character 7'):
        read_rule('watch:"Grain"', {"Grain": "wheat ("})


@given(st.text(alphabet='ab*" ()=:-«»“”ANDORTE/5é北\n', max_size=40))
def test_whatever_is_written_is_a_rule_or_an_error_with_a_place(text: str) -> None:
    try:
        read_rule(text)
    except RuleError as error:
        assert 1 <= error.position <= len(text) + 1
