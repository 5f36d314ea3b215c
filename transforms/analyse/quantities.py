"""Quantities in an article: numbers with what they count or measure, their bounds, and how sure they are said to be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from transforms.analyse.document import Document
from transforms.analyse.quantity_context import (
    HURT,
    change_of,
    changed_object,
    end_of_age,
    hurt,
    is_age,
    money_object,
    object_of,
    per_period,
    place_of,
)
from transforms.analyse.quantity_numbers import NumberToken, is_currency, number_tokens, read_number
from transforms.analyse.quantity_spans import AmountSpan, amount_spans, unit_behind
from transforms.analyse.quantity_words import QuantityWords, Unit, quantity_words
from transforms.analyse.words import fold
from transforms.records.analyse import DateMention, Mention, Quantity

_OPEN = ("over", "at_least")
_NO_RATES = ("count", "ratio", "percent", "money", "age", "duration")


@dataclass(frozen=True)
class _Said:
    """A sentence, while its amounts are read."""

    document: Document
    number: int
    tokens: Sequence[NumberToken]
    words: QuantityWords

    @property
    def end(self) -> int:
        return self.document.sentences[self.number].char_end


@dataclass(frozen=True)
class _Measure:
    """What kind of amount it is, in which unit, and where it ends."""

    kind: str
    unit: str
    end: int
    harm: str = ""
    change: str = ""


def find_quantities(
    document: Document, mentions: Sequence[Mention] = (), dates: Sequence[DateMention] = ()
) -> tuple[Quantity, ...]:
    """Every amount, in the order of the text; what `dates` has is none, but for lengths of time."""
    words, language = quantity_words(document.article.language), document.article.language
    taken = [(row.char_start, row.char_end) for row in dates if row.kind != "DURATION" or "/" in row.value]
    found: list[Quantity] = []
    for no, sentence in enumerate(document.sentences):
        folds = [word.fold for word in document.words[no]]
        if not any(word[0].isdecimal() or word in words.words for word in folds):
            continue
        tokens = number_tokens(document.article.body, sentence.char_start, sentence.char_end, language)
        said = _Said(document, no, tokens, words)
        spans = amount_spans(tokens, words, language, document.article.body, taken)
        found += [row for span in spans if not _is_pronoun(row := _quantity(said, span, mentions), span)]
    return tuple(found)


def _is_pronoun(row: Quantity, span: AmountSpan) -> bool:
    """ "one" of nothing: "the right one", "all in one"."""
    is_bare = row.kind == "count" and not row.object and not row.modifier
    return is_bare and row.value == 1 and not span.number.is_digits


def _quantity(said: _Said, span: AmountSpan, mentions: Sequence[Mention]) -> Quantity:
    body, measure = said.document.article.body, _measure(said, span)
    start, end = said.tokens[span.first].start, measure.end
    value, low, high = _bounds(span)
    place = place_of(body, mentions, said.number, end)
    first, last = _ends(said, span, measure.change)
    what = f"{_object(said, measure)} {measure.harm}".strip()
    return Quantity(
        sentence_no=said.number, char_start=start, char_end=end, surface=body[start:end], kind=measure.kind,
        value=value, low=low, high=high, modifier=_modifier(span), unit=measure.unit, object=what,
        change=measure.change, from_value=first, to_value=last,
        place="" if place is None else mentions[place].surface, place_mention_no=place,
        confidence=0.9 if measure.unit or what else 0.7, method="rules",
    )  # fmt: skip


def _measure(said: _Said, span: AmountSpan) -> _Measure:
    tokens, unit = said.tokens, span.unit or Unit("ratio" if span.number.is_share else "count", "")
    end = tokens[span.last - 1].end
    if is_age(tokens, span.number, span.last, unit.name):
        return _Measure("age", "year", tokens[end_of_age(tokens, span.last) - 1].end)
    if unit.kind not in _NO_RATES and (period := per_period(tokens, span.last)):
        unit, end = Unit(unit.kind, f"{unit.name} per {period}"), tokens[span.last + 1].end
    if unit.kind == "count" and (harm := hurt(tokens, span.first, span.last)):
        return _Measure("casualties", "", end, harm)
    change = change_of(tokens, span.first, span.last, said.words)
    return _Measure("change" if change and not _is_level(said, span) else unit.kind, unit.name, end, "", change)


def _is_level(said: _Said, span: AmountSpan) -> bool:
    """ "rose to 5%": where it came to, and not by how much it rose."""
    return span.first > 0 and said.tokens[span.first - 1].fold in ("to", "auf", "at")


def _object(said: _Said, measure: _Measure) -> str:
    is_money = len(measure.unit) == 3 and measure.unit.isupper()
    if measure.kind == "change" and measure.unit:
        return changed_object(said.document, measure.end, said.end)
    found = (money_object if is_money else object_of)(said.document, measure.end, said.end)
    return "" if measure.harm and fold(found) in HURT else found


def _modifier(span: AmountSpan) -> str:
    return "range" if span.other else span.modifier or ("vague" if span.number.vague else "")


def _bounds(span: AmountSpan) -> tuple[float | None, float | None, float | None]:
    """(value, low, high): what is said, and within which bounds that leaves it; None where it is open."""
    number, value = span.number, span.number.value
    if number.vague is not None:
        low, high = number.vague
        return None, None if span.modifier in ("up_to", "under") else low, None if span.modifier in _OPEN else high
    if span.other is not None and span.other.value is not None and value is not None:
        return None, min(value, span.other.value), max(value, span.other.value)
    if span.modifier in _OPEN:
        return value, value, None
    if span.modifier in ("nearly", "up_to", "under"):
        return value, None, value
    return (value, None, None) if span.modifier == "about" else (value, value, value)


def _ends(said: _Said, span: AmountSpan, change: str) -> tuple[float | None, float | None]:
    """(from, to) of what rose or fell: "from 3 to 5 percent", "3.2% to 104.5", "to 5% from 3%"."""
    if not change:
        return None, None
    if span.other is not None:
        return span.number.value, span.other.value
    ends = _ends_behind(said, span.last)
    return ends.get("from"), ends.get("to", span.number.value if _is_level(said, span) else None)


def _ends_behind(said: _Said, position: int) -> dict[str, float | None]:
    """The numbers behind the next "to" and "from"."""
    ends: dict[str, float | None] = {}
    tokens, language = said.tokens, said.document.article.language
    while position + 1 < len(tokens) and tokens[position].fold in ("from", "to"):
        step = position + 1 + bool(position + 2 < len(tokens) and is_currency(tokens[position + 1]))
        number = read_number(tokens, step, said.words, language)
        if number is None:
            break
        ends[tokens[position].fold] = number.value
        position = unit_behind(tokens, number.last, number, said.words)[1]
    return ends
