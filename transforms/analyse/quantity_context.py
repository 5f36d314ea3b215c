"""What a number is of, by the words around it: its object, who was hurt, what rose or fell, what is no amount at "
"all."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Token

from transforms.analyse.document import Document
from transforms.analyse.quantity_numbers import Number, NumberToken
from transforms.analyse.quantity_words import QuantityWords
from transforms.records.analyse import Mention

_LABELS = frozenset({
    "section", "sections", "article", "articles", "chapter", "no", "nos", "number", "page", "pages", "room", "rooms",
    "flight", "route", "highway", "channel", "act", "law", "resolution", "resolutions", "title", "rule", "phase",
    "step",
    "verse", "paragraph", "figure", "table", "gate", "platform", "runway", "covid", "interstate", "area", "group", "g",
    "f", "nr", "absatz", "artikel", "numero", "articulo", "version", "windows", "part", "volume", "class", "level",
    "tier", "grade", "formula", "type", "line", "ward", "district", "boeing", "airbus", "psalm", "apollo", "studio",
    "radio", "world", "season", "episode", "round", "game", "matchday", "lap", "day",
    "called", "call", "dial", "dialled",
})  # fmt: skip
_JOINED_BEFORE = frozenset("_#@/+")
_JOINED_BEHIND = frozenset("/@_′″")
_ORDINAL_ENDS = frozenset({"st", "nd", "rd", "th", "er"})
_SCORES = frozenset({"won", "win", "wins", "beat", "beats", "lost", "drew", "draw", "led", "leading", "victory",
"defeat", "score",
                     "voted", "vote", "tied", "trailed", "ahead", "scored"})  # fmt: skip
HURT = {
    "killed": "killed", "killing": "killed", "kills": "killed", "kill": "killed", "dead": "killed", "died": "killed",
    "deaths":
    "killed", "fatalities": "killed", "injured": "injured", "injuring": "injured", "injures": "injured",
    "wounded": "injured",
    "wounding": "injured", "hurt": "injured", "injuries": "injured", "missing": "missing", "getotet": "killed",
    "tote": "killed",
    "verletzt": "injured", "verletzte": "injured", "vermisst": "missing", "morts": "killed", "tues": "killed",
    "blesses": "injured",
    "tue": "killed", "tuee": "killed", "tuees": "killed", "blesse": "injured", "blessees": "injured",
    "murieron": "killed",
    "muertas": "killed", "heridas": "injured", "toten": "killed", "verletzten": "injured", "disparus": "missing",
    "muertos": "killed", "heridos": "injured", "desaparecidos": "missing", "fallecidos": "killed",
}  # fmt: skip
_ACTIVE = frozenset({"killed", "killing", "kills", "kill", "injured", "injuring", "injures", "wounded", "wounding"})
_STOPS = frozenset({".", ";", ":", "“", "”", '"', "(", ")", ",", "and", "but", "while", "und", "et", "y"})
_FILLERS = frozenset({
    "by", "of", "about", "around", "another", "a", "an", "further", "more", "than", "nearly", "almost", "over",
    "some", "at",
    "least", "from", "the", "to", "roughly", "up", "as", "much", "just", "under", "um", "auf", "von", "de", "en",
    "un", "para",
})  # fmt: skip
_PERIODS = frozenset({"second", "minute", "hour", "day", "night", "week", "month", "quarter", "year", "person", "head"})
_SKIPPED = frozenset({"of", "more", "the", "additional", "other", "its", "their", "his", "her", "such", "these",
"those", "worth",
                      "extra", "de", "d'", "des", "du", "la", "les", "los", "las", "der", "our", "-"})  # fmt: skip
_BEFORE_NOUN = ("JJ", "JJR", "JJS", "VBN", "VBG", "HYPH", "POS", "CD", "RB")
_LOCATIVE = frozenset(
    {"in", "at", "near", "across", "outside", "around", "throughout", "inside", "en", "a", "dans", "bei", "aus"}
)
_MOST_POINTS = 150  # a score has fewer
_SMALL_GERMAN = frozenset({"dem", "den", "der", "des", "einen", "eine", "keine", "wurden", "haben", "waren", "werden"})
_OLD = frozenset({"old", "olds", "alt", "alte", "alten", "alter"})
_OLDEST = 130  # years: a number behind a name may be an age up to here
_FAR, _AHEAD = 100, 7


def is_no_amount(tokens: Sequence[NumberToken], number: Number, body: str) -> bool:
    """A label ("Article 5", "F-16"), a score ("won 3-2"), an ordinal ("3rd"), a telephone number, a note's number."""
    if not number.is_digits:
        return False
    first, last = tokens[number.first], tokens[number.last - 1]
    before, after = body[max(0, first.start - 2) : first.start], body[last.end : last.end + 2]
    is_padded = len(first.text) > 1 and first.text[0] == "0" and first.text.isdecimal()
    return (
        is_padded
        or _is_joined(before, after)
        or _is_note(before, after)
        or _is_coordinate(tokens, number)
        or _is_label(tokens, number.first)
        or _is_score(tokens, number)
    )


def _is_joined(before: str, after: str) -> bool:
    """Part of a longer sign: "F-16", "Covid-19", "#3", "9/11", "3rd"."""
    if before[-1:].isalnum() or before[-1:] in _JOINED_BEFORE or (before[-1:] == "." and before[:1].isalnum()):
        return before != ""
    is_model = before[-1:] in ("-", "–") and before[:1].isalpha() and before[:1].isupper()
    return is_model or (after != "" and after[0] in _JOINED_BEHIND) or after in _ORDINAL_ENDS


def _is_note(before: str, after: str) -> bool:
    """A footnote's number: "[3]"."""
    return before[-1:] == "[" and after[:1] == "]"


def _is_coordinate(tokens: Sequence[NumberToken], number: Number) -> bool:
    """ "59° 10′", "18.167988": degrees with minutes, or with more places than anyone measures."""
    behind = [token.text for token in tokens[number.last : number.last + 2]]
    has_minutes = behind[:1] == ["°"] and (behind[1:] and (behind[1][0].isdecimal() or behind[1] in "NSEW"))
    return bool(has_minutes) or len(tokens[number.first].text.partition(".")[2]) > 3


def _is_label(tokens: Sequence[NumberToken], first: int) -> bool:
    position = first - 1
    while position >= 0 and tokens[position].fold in (".", "-"):
        position -= 1
    return position >= 0 and tokens[position].fold in _LABELS


def _is_score(tokens: Sequence[NumberToken], number: Number) -> bool:
    """Two small numbers with a dash, the first no less, or beside a word of winning."""
    around = [token.fold for token in tokens[max(0, number.first - 5) : number.last + 5]]
    behind = tokens[number.last : number.last + 2]
    ahead = tokens[max(0, number.first - 2) : number.first]
    is_joined = (len(behind) == 2 and behind[0].fold in ("-", "–") and behind[1].text.isdecimal()) or (
        len(ahead) == 2 and ahead[1].fold in ("-", "–") and ahead[0].text.isdecimal()
    )
    is_phone = is_joined and any(
        len(token.text) > 3 and token.text.isdecimal() for token in (*behind, *ahead, tokens[number.first])
    )
    is_small = number.value is not None and number.value < _MOST_POINTS
    return is_joined and ((is_small and bool(_SCORES.intersection(around))) or is_phone)


def end_of_age(tokens: Sequence[NumberToken], last: int) -> int:
    """Behind "-old", "years old" or "of age"."""
    while last < len(tokens) and (tokens[last].fold in {"-", "of", "age"} | _OLD or _is_german_age(tokens[last])):
        last += 1
    return last


def _is_german_age(token: NumberToken) -> bool:
    return token.fold.startswith("jahrig")


def is_age(tokens: Sequence[NumberToken], number: Number, last: int, unit: str) -> bool:
    """ "aged 30", "a 13-year-old", "30 years old", "Rui Lobo, 45, said"."""
    if number.value is None or number.value <= 0 or (unit != "year" and number.value >= _OLDEST):
        return False
    following = [token.fold for token in tokens[last : last + 2]]
    before = tokens[number.first - 1] if number.first else None
    if following[:1] == ["-"] and following[-1].startswith("jahrig"):
        return True
    if unit == "year":
        is_old = bool(following) and (following[0] in _OLD or (following[0] == "-" and following[-1] in _OLD))
        return is_old or following == ["of", "age"]
    if before is None or unit:
        return False
    is_apposed = before.fold == "," and following[:1] in ([","], ["."]) and number.first > 1
    is_name = number.is_digits and tokens[number.first - 2].text[0].isupper()
    return before.fold in ("aged", "age") or (is_apposed and is_name)


def hurt(tokens: Sequence[NumberToken], first: int, last: int) -> str:
    """killed, injured or missing, where that is what the number counts; else ""."""
    back = [token.fold for token in tokens[max(0, first - 3) : first]]
    for word in reversed(back):
        if word in _STOPS:
            break
        if word in _ACTIVE:
            return HURT[word]
    if "toll" in [token.fold for token in tokens[max(0, first - 6) : first]]:
        return "killed"
    for token in tokens[last : last + _AHEAD]:
        if token.fold in HURT:
            return HURT[token.fold]
        if token.fold in _STOPS or token.text[0].isdecimal():
            break
    return ""


def change_of(tokens: Sequence[NumberToken], first: int, last: int, words: QuantityWords) -> str:
    """up or down, where the number says by how much, or to what, something rose or fell; else ""."""
    back = [token.fold for token in tokens[max(0, first - 6) : first]]
    if back[-1:] in (["by"], ["um"]):
        return next((found for word in reversed(back) if (found := _direction(word, words))), "")
    position = first - 1
    for _ in range(5):
        if position < 0 or not (
            tokens[position].fold in _FILLERS or tokens[position].fold in words.rises | words.falls
        ):
            break
        if direction := _direction(tokens[position].fold, words):
            following = tokens[position + 1].fold if position + 1 < len(tokens) else ""
            return "" if (tokens[position].fold, following) == ("up", "to") else direction
        position -= 1
    return _direction(tokens[last].fold, words) if last < len(tokens) else ""


def _direction(word: str, words: QuantityWords) -> str:
    return "up" if word in words.rises else "down" if word in words.falls else ""


def object_of(document: Document, start: int, end: int) -> str:
    """The noun phrase behind an amount, between `start` and the sentence's `end`; "" where none follows."""
    if not document.is_parsed:
        return _object_by_form(document, start, end)
    tokens = _tokens(document, start, end)
    if len(tokens) > 1 and tokens[0].lower_ in ("a", "an", "per", "each") and tokens[1].lower_ in _PERIODS:
        return ""  # a rate
    while tokens and (tokens[0].lower_ in _SKIPPED or tokens[0].tag_ in ("DT", "PRP$", "CD")):
        tokens = tokens[1:]
    if tokens and tokens[0].lower_ in ("in", "for") and len(tokens) > 1 and tokens[1].tag_.startswith(("NN", "JJ")):
        return ""
    has_noun = 0
    for position, token in enumerate(tokens, start=1):
        if token.tag_.startswith("NN") or (position == 1 and token.tag_ == "VBZ"):  # a plural that the tagger missed
            has_noun = position
        elif token.tag_ not in _BEFORE_NOUN or has_noun:
            break
    if not has_noun:
        return ""
    return document.article.body[tokens[0].idx : tokens[has_noun - 1].idx + len(tokens[has_noun - 1])]


def _object_by_form(document: Document, start: int, end: int) -> str:
    """Without a parse: German up to the first capital, else the next word."""
    tokens = _tokens(document, start, end)
    while tokens and tokens[0].lower_ in _SKIPPED:
        tokens = tokens[1:]
    kept = []
    for token in tokens[:3]:
        if not token.text.isalpha() or (token.text.islower() and not _is_inflected(token.text, document)):
            break
        kept.append(token.text)
        if document.article.language != "de" or token.text[0].isupper():
            return " ".join(kept) if len(token.text) > 2 else ""
    return ""


def _tokens(document: Document, start: int, end: int) -> list[Token]:
    """The model's tokens that begin soon behind an amount."""
    found = document.tokens(start, min(end, start + _FAR)) if start < end else []
    return [token for token in found if token.idx >= start]


def money_object(document: Document, start: int, end: int) -> str:
    """The same of money: also "$4bn in aid"."""
    tokens = _tokens(document, start, end)
    if tokens and tokens[0].lower_ in ("in", "of"):
        start = tokens[0].idx + len(tokens[0])
    return object_of(document, start, end)


def _is_inflected(word: str, document: Document) -> bool:
    """Whether a small German word may be an adjective; the other languages put the noun first."""
    is_small_word = word in _SMALL_GERMAN
    return document.article.language != "de" or (word.endswith(("e", "en", "er", "es", "em")) and not is_small_word)


def changed_object(document: Document, start: int, end: int) -> str:
    """Of what an increase is: "a 5% increase in exports"; "" where the amount stands behind its verb."""
    tokens = _tokens(document, start, end)
    if len(tokens) > 1 and tokens[1].lower_ in ("in", "of", "bei", "de", "des"):
        return object_of(document, tokens[1].idx + len(tokens[1]), end)
    return ""


def per_period(tokens: Sequence[NumberToken], last: int) -> str:
    """The period of a rate: "7 million barrels a day"; "" where none follows."""
    following = [token.fold for token in tokens[last : last + 2]]
    is_rate = len(following) == 2 and following[0] in ("a", "an", "per", "each") and following[1] in _PERIODS
    return following[1] if is_rate else ""


_PARTED = re.compile(r";|\b(?:than|als|que)\b")  # "more than any other country in Europe" names another place


def place_of(body: str, mentions: Sequence[Mention], number: int, end: int) -> int | None:
    """The mention of the place that is named soon behind an amount, after "in" or its like."""
    for no, mention in enumerate(mentions):
        is_near = mention.sentence_no == number and end <= mention.char_start <= end + _FAR
        if is_near and mention.kind in ("place", "country"):
            lead = body[max(0, mention.char_start - 16) : mention.char_start].lower().split()
            lead = lead[:-1] if lead[-1:] in (["the"], ["la"], ["el"], ["der"]) else lead
            if lead and lead[-1] in _LOCATIVE and not _PARTED.search(body, end, mention.char_start):
                return no
    return None
