"""Amounts by their tokens: a number with its currency, its other end, its unit and its modifier."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from transforms.analyse.quantity_context import is_no_amount
from transforms.analyse.quantity_numbers import Number, NumberToken, is_currency, millions, read_number
from transforms.analyse.quantity_words import QuantityWords, Unit

_LINKS = frozenset({"-", "–", "—", "to", "bis", "a", "et", "and", "und", "y", "or", "oder", "ou", "o"})
_PAIRING = frozenset({"and", "und", "et", "y"})  # these make a range only behind "between"
_BETWEEN = frozenset({"between", "zwischen", "entre"})
_FROM = frozenset({"from", "von", "de"})
_NEEDS_DIGITS = frozenset({"m", "g", "c", "f", "ha", "mw", "gw", "kw", "t"})
_LONGEST_MODIFIER, _LONGEST_UNIT = 4, 3
_AFTER_PRONOUN = frozenset({"of", "who", "that", "is", "was", "by", "more", "in", "another", "after"})
_NEAR_ONE = frozenset({"no", "the", "this", "that", "which", "every", "each", "any", "another", "only", "some"})


@dataclass(frozen=True)
class AmountSpan:
    """An amount by its tokens, while it is put together."""

    first: int
    last: int  # exclusive
    number: Number
    other: Number | None = None  # the second end of a range
    unit: Unit | None = None
    modifier: str = ""


def amount_spans(
    tokens: Sequence[NumberToken], words: QuantityWords, language: str, body: str, taken: Sequence[tuple[int, int]]
) -> Iterator[AmountSpan]:
    """The amounts of a sentence; numbers inside the spans `taken` are none."""
    position = 0
    while position < len(tokens):
        number = read_number(tokens, position, words, language)
        if number is None:
            position += 1
            continue
        start, end = tokens[number.first].start, tokens[number.last - 1].end
        span = _span(tokens, number, words, language)
        is_sign = span.other is None and number.is_digits and _is_in_a_sign(body, start, end)
        is_date = is_sign or any(start < last and first < end for first, last in taken)
        if not is_date and not is_no_amount(tokens, number, body) and _counts(tokens, span, language):
            yield span
            position = span.last
        else:
            position = number.last


def _is_in_a_sign(body: str, start: int, end: int) -> bool:
    """Digits that are joined to others, or open a list: "787-9", "1.32.1", "+49 40 890", "2. Open the lid"."""
    before, after = body[max(0, start - 20) : start], body[end : end + 2]
    is_joined = re.search(r"(?:\d[-–×]|\w-|[a-z]\.|\+[\d ()-]*)$", before) or re.match(r"[-–×.]\d|x\b|\.[a-z]", after)
    is_item = not before.split("\n")[-1].strip() and re.match(r"[.)](?:\s|$)", after)
    return bool(is_joined or is_item)


def _span(tokens: Sequence[NumberToken], number: Number, words: QuantityWords, language: str) -> AmountSpan:
    """The number with its currency, its other end, its unit and its modifier."""
    first, unit = number.first, None
    if first and (code := is_currency(tokens[first - 1])):
        first, unit, number = first - 1, Unit("money", code), millions(tokens, number)
    last = number.last
    other = _other_end(tokens, number, first, unit is None, words, language)
    last = other.last if other is not None else last
    unit, last = (unit, last) if unit else unit_behind(tokens, last, other or number, words)
    other, number = _scaled(number, other) if other is not None else (None, number)
    modifier, first = _modifier(tokens, first, words)
    trailing, last = _trailing(tokens, last, words)
    if other is not None and first and tokens[first - 1].fold in _BETWEEN | _FROM:
        first -= 1
    return AmountSpan(first, last, number, other, unit, modifier or trailing)


def _other_end(
    tokens: Sequence[NumberToken], number: Number, first: int, is_plain: bool, words: QuantityWords, language: str
) -> Number | None:
    """The second number of "3 to 5", "between 3 and 5", "$3-5 million", "two or three"."""
    position = number.last
    _, behind_unit = unit_behind(tokens, position, number, words) if is_plain else (None, position)
    before = {token.fold for token in tokens[max(0, first - 4) : first]}
    if behind_unit > position and before & (_BETWEEN | _FROM):
        position = behind_unit  # "from 3% to 5%"
    if position + 1 >= len(tokens) or tokens[position].fold not in _LINKS or number.value is None:
        return None
    link, step = tokens[position].fold, position + 1
    if (link in _PAIRING and not before & _BETWEEN) or (link == "to" and tokens[first - 1].fold == "by" and first):
        return None
    if step < len(tokens) - 1 and is_currency(tokens[step]):
        step += 1
    other = read_number(tokens, step, words, language)
    if other is None or other.value is None or other.is_share != number.is_share:
        return None
    is_led = bool(before & (_BETWEEN | _FROM))
    other = other if is_plain else millions(tokens, other)
    assert other.value is not None
    is_rising = number.value < other.value
    return other if is_rising or (is_led and link in ("to", "bis", "a")) else None


def _scaled(number: Number, other: Number) -> tuple[Number, Number]:
    """ "3 to 5 million": the first number has the second's multiplier."""
    assert number.value is not None
    assert other.value is not None
    if number.scale == 1 and other.scale > 1 and number.value < other.value / other.scale * 1000:
        return other, replace(number, value=number.value * other.scale)
    return other, number


def unit_behind(
    tokens: Sequence[NumberToken], last: int, number: Number, words: QuantityWords
) -> tuple[Unit | None, int]:
    """The unit behind a number, and where it ends."""
    first = last + 1 if last < len(tokens) and tokens[last].fold in ("-", "de") else last
    for length in range(_LONGEST_UNIT, 0, -1):
        phrase = tuple(token.fold.removeprefix("d'") for token in tokens[first : first + length])
        unit = words.units.get(phrase) if len(phrase) == length else None
        if unit is not None and _isunit_behind(tokens, first, phrase, number):
            if phrase in (("pounds",), ("pound",)) and [t.fold for t in tokens[first + 1 : first + 2]] == ["of"]:
                unit = Unit("weight", "pound")
            return unit, first + length
    if first < len(tokens) and tokens[first].text.isupper() and (code := is_currency(tokens[first])):
        return Unit("money", code), first + 1
    return None, last


def _isunit_behind(tokens: Sequence[NumberToken], first: int, phrase: tuple[str, ...], number: Number) -> bool:
    if phrase == ("won",):
        return number.scale > 1
    if phrase[0] in ("c", "f"):
        return number.is_digits and tokens[first].start == tokens[first - 1].end
    if len(phrase) == 1 and phrase[0] in _NEEDS_DIGITS:
        return number.is_digits
    return not number.is_share


def _modifier(tokens: Sequence[NumberToken], first: int, words: QuantityWords) -> tuple[str, int]:
    for length in range(_LONGEST_MODIFIER, 0, -1):
        phrase = tuple(token.fold for token in tokens[max(0, first - length) : first])
        if len(phrase) == length and phrase in words.modifiers:
            return words.modifiers[phrase], first - length
    return "", first


def _trailing(tokens: Sequence[NumberToken], last: int, words: QuantityWords) -> tuple[str, int]:
    start = last + 1 if last < len(tokens) and tokens[last].fold == "-" else last
    for length in (2, 1):
        phrase = tuple(token.fold for token in tokens[start : start + length])
        if phrase in words.trailing and len(phrase) == length:
            return words.trailing[phrase], start + length
    return "", last


def _counts(tokens: Sequence[NumberToken], span: AmountSpan, language: str) -> bool:
    """Whether a small word is a number at all: "one" and "few" are also pronouns, and "ein" an article."""
    word = tokens[span.number.first].fold
    before = tokens[span.number.first - 1].fold if span.number.first else ""
    after = tokens[span.last].fold if span.last < len(tokens) else ""
    is_bare = span.unit is None and span.other is None and span.number.scale == 1 and not span.number.is_share
    if span.number.value == 1 and not span.number.is_digits and is_bare:
        return language == "en" and after.isalpha() and after not in _AFTER_PRONOUN and before not in _NEAR_ONE
    if word in ("few", "couple", "handful", "tens") and span.number.scale == 1:
        return False  # without "a" before it
    if span.number.vague is not None and word in ("a", "an") and not after[:1].isalpha():
        return False
    if word == "scores":
        return after in ("of", "more", "were", "killed")
    is_lone = language == "en" and word in (
        "hundred",
        "thousand",
        "million",
        "billion",
        "trillion",
        "dozen",
        "bn",
        "mn",
    )
    return not is_lone
