"""Numbers in running text: "4,500", "half a million", "two-thirds", "tens of thousands", "two and a half"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from transforms.analyse.quantity_words import CURRENCY_SIGNS, QuantityWords, Vague
from transforms.analyse.words import fold

_PATTERN = (
    r"(?:US|AU|HK|NZ|CA|[ACSR])?\$|[€£¥₹₩₽₪₺₦₴₱฿]"
    r"|Rs\.?(?=\s?\d)|\d{1,3}(?:[,.'’\u00a0\u202f]\d{3})+(?:[.,]\d+)?(?!\d)|\d+(?:[.,]\d+)?"
    r"|km/h|m/s|°[CF]?|[^\W\d_]+[²³]|km2|m2|m3|(?:[^\W\d_]|(?<=[^\W\d_])['’](?=[^\W\d_]))+|\S"
)
_TOKEN = re.compile(_PATTERN)
_TOKEN_WITH_SPACES = re.compile(_PATTERN.replace(r"\u202f]", r"\u202f ]"))  # "3 000", in French
_ABBREVIATED = {"k": 1e3, "m": 1e6, "b": 1e9, "t": 1e12}  # only directly behind the digits, and where money is meant
_HALF = 0.5
_BEHIND_SHARES = frozenset(
    {"of", "the", "in", "more", "less", "fewer", "from", "to", "this", "last", "on", "as", "and"}
)
_HALVES = ("half", "halfte", "moitie", "mitad")


class NumberToken(NamedTuple):
    """A token with its offsets in the body, folded."""

    start: int
    end: int
    text: str
    fold: str


@dataclass(frozen=True)
class Number:
    """A number by its tokens: `last` is exclusive. `vague` where only its size is said; `parts` for "one in five"."""

    first: int
    last: int
    value: float | None
    vague: Vague | None = None
    is_digits: bool = False
    is_share: bool = False  # a part of a whole: two-thirds, one in five
    scale: float = 1.0  # of its multiplier, which a range may share: "3 to 5 million"


def number_tokens(body: str, start: int, end: int, language: str) -> list[NumberToken]:
    """The tokens of a span of text."""
    pattern = _TOKEN_WITH_SPACES if language == "fr" else _TOKEN
    return [
        NumberToken(match.start(), match.end(), match.group(), fold(match.group()))
        for match in pattern.finditer(body, start, end)
    ]


def read_number(tokens: Sequence[NumberToken], first: int, words: QuantityWords, language: str) -> Number | None:
    """The number that begins at a token; None where none does."""
    token = tokens[first]
    if token.text[0].isdecimal():
        return _digits(tokens, first, words, language)
    if token.text[1:] and token.text.isupper() and not _is_shouted(tokens, first):
        return None  # a name: SIX, 7-ELEVEN
    return _in_words(tokens, first, words, language)


def _in_words(tokens: Sequence[NumberToken], first: int, words: QuantityWords, language: str) -> Number | None:
    token = tokens[first]
    if token.fold in words.vague:
        return _vague(tokens, first, words)
    if token.fold in ("a", "an") and first + 1 < len(tokens):
        return _with_article(tokens, first, words)
    if token.fold in words.fractions:
        return _fraction(tokens, first, 1.0, first, words)
    if token.fold in words.numbers or token.fold in words.multipliers:
        return _spelled(tokens, first, words, language)
    return None


def _is_shouted(tokens: Sequence[NumberToken], first: int) -> bool:
    """Whether the next word is in capitals too, as in a heading."""
    return first + 1 < len(tokens) and tokens[first + 1].text.isupper()


def value_of(text: str, language: str) -> float:
    """The value of digits with the separators of a language."""
    plain = re.sub(r"['’  ]", "", text)
    comma, point = (",", ".") if language in ("", "en") else (".", ",")
    if re.fullmatch(rf"\d{{1,3}}(?:{re.escape(comma)}\d{{3}})+(?:{re.escape(point)}\d+)?", plain):
        return float(plain.replace(comma, "").replace(point, "."))
    return (
        float(plain.replace(",", ".")) if plain.count(",") + plain.count(".") < 2 else float(re.sub(r"\D", "", plain))
    )


def _digits(tokens: Sequence[NumberToken], first: int, words: QuantityWords, language: str) -> Number:
    value, scale, last = value_of(tokens[first].text, language), 1.0, first + 1
    while last < len(tokens) and (factor := _multiplier(tokens, last, words)) is not None:
        scale *= factor
        last += 1
    if in_whole := _one_in(tokens, first, value, last, words, language):
        return in_whole
    return Number(first, last, value * scale, is_digits=True, scale=scale)


def _multiplier(tokens: Sequence[NumberToken], position: int, words: QuantityWords) -> float | None:
    token, before = tokens[position], tokens[position - 1]
    if token.fold in words.multipliers:
        return words.multipliers[token.fold]
    if token.start == before.end and token.fold in ("k", "b", "t"):
        return _ABBREVIATED[token.fold]
    return None


def millions(tokens: Sequence[NumberToken], number: Number) -> Number:
    """Of money: "$100m" has a hundred million dollars, and no metres."""
    if number.last < len(tokens) and tokens[number.last].fold == "m" and number.value is not None and number.scale == 1:
        return Number(number.first, number.last + 1, number.value * 1e6, is_digits=True, scale=1e6)
    return number


def _spelled(tokens: Sequence[NumberToken], first: int, words: QuantityWords, language: str) -> Number | None:
    """ "two hundred and fifty thousand", "twenty-one", "two and a half million", "two-thirds", "one in five"."""
    total = current = 0.0
    position, scale, is_started = first, 1.0, False
    while position < len(tokens):
        word = tokens[position].fold
        if word in words.numbers and _adds(current, words.numbers[word], is_started):
            current += words.numbers[word]
        elif word in words.multipliers:
            factor = words.multipliers[word]
            current = max(1.0, current) * factor
            if factor >= 1e3:
                total, current, scale = total + current, 0.0, factor
        elif not (is_started and _joins(tokens, position, words)):
            break
        is_started = True
        position += 1
    if in_whole := _one_in(tokens, first, total + current, position, words, language):
        return in_whole
    if position < len(tokens) and (share := _shares(tokens, position, words)):
        return _fraction(tokens, share, total + current, first, words)
    return _and_a_half(tokens, Number(first, position, total + current, scale=scale), words)


def _adds(current: float, value: float, is_started: bool) -> bool:
    """Whether the next word carries the number on: "twenty one", "hundred five", but not "two three"."""
    return (
        not is_started
        or (current % 100 >= 20 and current % 10 == 0 and value < 10)
        or (current % 100 == 0 and value < 100)
    )


def _joins(tokens: Sequence[NumberToken], position: int, words: QuantityWords) -> bool:
    """A hyphen or an "and" inside a number."""
    if position + 1 >= len(tokens):
        return False
    following = tokens[position + 1].fold
    if tokens[position].fold == "-":
        tens = words.numbers.get(tokens[position - 1].fold, 0) >= 20
        return tens and words.numbers.get(following, 99) < 10
    before = words.multipliers.get(tokens[position - 1].fold, 0)
    return tokens[position].fold in ("and", "y") and before >= 100 and following in words.numbers and before < 1e6


def _shares(tokens: Sequence[NumberToken], position: int, words: QuantityWords) -> int:
    """The place of a denominator behind a numerator: two "thirds", two-"thirds"; 0 where none is."""
    step = position + 1 if tokens[position].fold == "-" else position
    return step if step < len(tokens) and tokens[step].fold in words.fractions else 0


def _fraction(
    tokens: Sequence[NumberToken], place: int, numerator: float, first: int, words: QuantityWords
) -> Number | None:
    """ "half", "two-thirds", "half a million"; "the second half" and "the third quarter" are none."""
    share = numerator / words.fractions[tokens[place].fold]
    before = tokens[first - 1].fold if first else ""
    following = [token.fold for token in tokens[place + 1 : place + 3]]
    if following[:1] in (["a"], ["an"]) and len(following) > 1:
        factor = words.multipliers.get(following[1], 1.0)
        return Number(first, place + 2 + (factor > 1), share * factor, scale=factor)
    if following and following[0] in words.multipliers:
        factor = words.multipliers[following[0]]
        return Number(first, place + 2, share * factor, scale=factor)
    is_led = place != first or tokens[place].fold in _HALVES or before in ("a", "one", "by")
    if (
        place == first + 1
        and numerator == 1
        and following[:1]
        and following[0].isalpha()
        and following[0] not in _BEHIND_SHARES
    ):
        return None  # "a third party"
    is_part = following[:1] in (["of"], ["the"], ["der"], ["des"], ["de"], ["du"])
    if not is_led or (place == first and not is_part) or before in ("first", "second", "last", "other", "final"):
        return None
    return Number(first, place + 1, share, is_share=True)


def _and_a_half(tokens: Sequence[NumberToken], number: Number, words: QuantityWords) -> Number:
    following = [token.fold for token in tokens[number.last : number.last + 3]]
    if following != ["and", "a", "half"] or number.value is None:
        return number
    last, value = number.last + 3, number.value + _HALF * number.scale
    factor = words.multipliers.get(tokens[last].fold) if last < len(tokens) else None
    return Number(number.first, last + bool(factor), value * (factor or 1), scale=factor or number.scale)


def _one_in(
    tokens: Sequence[NumberToken], first: int, value: float, last: int, words: QuantityWords, language: str
) -> Number | None:
    """ "one in five", "nine out of 10", as the share that it is."""
    following = [token.fold for token in tokens[last : last + 2]]
    step = 2 if following == ["out", "of"] else 1 if following[:1] in (["in"], ["sur"], ["de"]) else 0
    if not step or last + step >= len(tokens) or (following[0] == "de" and value > 9):
        return None
    whole = tokens[last + step]
    number = value_of(whole.text, language) if whole.text[0].isdecimal() else words.numbers.get(whole.fold, 0.0)
    is_small = value < number <= 100 and value <= 20 and (number in (10, 100) or number < 20)
    return Number(first, last + step + 1, value / number, is_share=True) if is_small else None


def _with_article(tokens: Sequence[NumberToken], first: int, words: QuantityWords) -> Number | None:
    """ "a million", "a dozen", "a handful", "a few thousand", "a third", "a quarter of a million"."""
    word = tokens[first + 1].fold
    if word in words.vague:
        vague = _vague(tokens, first + 1, words)
        return Number(first, vague.last, vague.value, vague.vague, scale=vague.scale)
    if word in words.multipliers:
        found = _spelled(tokens, first + 1, words, "")
        return found and Number(first, found.last, found.value, scale=found.scale)
    if word in words.fractions and word != "half":
        return _fraction(tokens, first + 1, 1.0, first, words)
    return None


def _vague(tokens: Sequence[NumberToken], first: int, words: QuantityWords) -> Number:
    """ "dozens", "tens of thousands", "several hundred", "a few million"."""
    bounds, last = words.vague[tokens[first].fold], first + 1
    following = [token.fold for token in tokens[last : last + 2]]
    if following[:1] in (["of"], ["de"]) and len(following) > 1:
        if following[1] in words.vague and words.vague[following[1]].low >= 200:
            factor = words.vague[following[1]].low / 2
            return Number(first, last + 2, None, _times(bounds, factor), scale=factor)
        if words.multipliers.get(following[1], 0) >= 1e6:
            factor = words.multipliers[following[1]]
            return Number(first, last + 2, None, _times(bounds, factor), scale=factor)
    if following and (factor := words.multipliers.get(following[0], 0.0)):
        return Number(first, last + 1, None, _times(bounds, factor), scale=factor)
    return Number(first, last, None, bounds)


def _times(bounds: Vague, factor: float) -> Vague:
    """Tens of thousands: 20,000 to 99,999."""
    if bounds.high is None:
        return Vague(bounds.low * factor, None)
    return Vague(bounds.low * factor, (bounds.high + 1) * factor - 1)


def is_currency(token: NumberToken) -> str:
    """The ISO 4217 code of a sign or a code before a number; "" where it is none."""
    is_code = len(token.text) == 3 and token.text.isalpha()
    return CURRENCY_SIGNS.get(token.fold, "") if not is_code or token.text.isupper() else ""
