"""The forms that a word of the lexicon takes in text: "impose" is read from "imposed" and "imposing"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

_IRREGULAR = {
    "arise": "arose arisen", "be": "is are was were been being am", "bear": "bore borne", "beat": "beat beaten",
    "become": "became", "begin": "began begun beginning", "bend": "bent", "bid": "bid bade bidden",
    "bite": "bit bitten",
    "blow": "blew blown", "break": "broke broken", "bring": "brought", "build": "built", "buy": "bought",
    "catch": "caught", "choose": "chose chosen", "come": "came come", "deal": "dealt", "do": "does did done doing",
    "drive": "drove driven", "fall": "fell fallen", "fell": "felled", "feed": "fed", "fight": "fought",
    "find": "found", "flee": "fled", "fly": "flew flown", "forbid": "forbade forbidden", "forgive": "forgave forgiven",
    "forswear": "forswore forsworn", "foresee": "foresaw foreseen", "freeze": "froze frozen", "get": "got gotten",
    "give": "gave given", "go": "goes went gone going", "hang": "hung hanged", "have": "has had having",
    "hit": "hit hitting", "hold": "held", "hurt": "hurt", "keep": "kept", "know": "knew known", "lay": "laid",
    "lead": "led", "leave": "left", "lend": "lent", "let": "let letting", "lose": "lost", "make": "made",
    "mean": "meant", "meet": "met", "overrun": "overran overrun", "overthrow": "overthrew overthrown",
    "overturn": "overturned", "pay": "paid", "plead": "pled pleaded", "put": "put putting", "quit": "quit quitting",
    "rebuild": "rebuilt", "retake": "retook retaken", "rethink": "rethought", "ring": "rang rung", "rise": "rose risen",
    "run": "ran run running", "say": "said", "see": "saw seen", "seek": "sought", "sell": "sold", "send": "sent",
    "set": "set setting", "shake": "shook shaken", "shoot": "shot", "show": "shown",
    "shut": "shut shutting",
    "sit": "sat sitting", "slay": "slew slain", "speak": "spoke spoken", "spread": "spread", "spurn": "spurned",
    "stand": "stood", "steal": "stole stolen", "stick": "stuck", "strike": "struck stricken",
    "strive": "strove striven",
    "swear": "swore sworn", "sweep": "swept", "take": "took taken", "tear": "tore torn", "tell": "told",
    "think": "thought", "throw": "threw thrown", "undertake": "undertook undertaken", "uphold": "upheld",
    "win": "won winning", "withdraw": "withdrew withdrawn", "withhold": "withheld", "wound": "wounded",
    "wrest": "wrested", "write": "wrote written",
}  # fmt: skip
_VOWELS = "aeiou"
_PLURALS = {"men": "man", "women": "woman", "people": "person", "policemen": "policeman", "gunmen": "gunman",
            "militiamen": "militiaman", "servicemen": "serviceman", "fishermen": "fisherman", "lives": "life",
            "children": "child", "spokesmen": "spokesman", "tribesmen": "tribesman", "data": "data",
            "goods": "good", "media": "media", "crises": "crisis", "militia": "militia"}  # fmt: skip


def verb_forms(lemma: str) -> Iterator[str]:
    """All forms of a verb, the lemma first; a doubled consonant is given beside the single one, as either may stand."""
    yield lemma
    yield from _IRREGULAR.get(lemma, "").split()
    yield _with_s(lemma)
    stem = lemma[:-1] if lemma.endswith("e") and not lemma.endswith(("ee", "ye", "oe")) else lemma
    yield f"{stem}ing"
    if lemma not in _IRREGULAR and not _must_double(lemma):
        yield _past(lemma, stem)
    if _may_double(lemma):
        yield from (f"{lemma}{lemma[-1]}ed", f"{lemma}{lemma[-1]}ing")
    if lemma.endswith("ie"):
        yield f"{lemma[:-2]}ying"
    if lemma.endswith("c"):
        yield from (f"{lemma}ked", f"{lemma}king")


def _past(lemma: str, stem: str) -> str:
    if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        return f"{lemma[:-1]}ied"
    return f"{lemma}d" if lemma.endswith("e") else f"{stem}ed"


def _with_s(lemma: str) -> str:
    if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        return f"{lemma[:-1]}ies"
    return f"{lemma}es" if lemma.endswith(("s", "sh", "ch", "x", "z")) else f"{lemma}s"


def _may_double(lemma: str) -> bool:
    return len(lemma) > 2 and lemma[-1] in "bdglmnprt" and lemma[-2] in _VOWELS and lemma[-3] not in _VOWELS


def _must_double(lemma: str) -> bool:
    """Whether a verb of one syllable ends so that its last letter is always doubled: "rap", but not "visit"."""
    return _may_double(lemma) and sum(letter in _VOWELS for letter in lemma) == 1


@lru_cache(maxsize=20_000)
def singular(noun: str) -> str:
    """The singular of a noun in lower case, as the lexicon lists it."""
    if noun in _PLURALS:
        return _PLURALS[noun]
    if noun.endswith("ies") and len(noun) > 4:
        return f"{noun[:-3]}y"
    if noun.endswith(("ches", "shes", "xes", "sses")):
        return noun[:-2]
    return noun[:-1] if noun.endswith("s") and not noun.endswith(("ss", "us", "is", "gas", "series", "news")) else noun
