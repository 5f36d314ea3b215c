"""What kind of change lies between two versions of a text: the one place that says whether there is one at all."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from transforms.extract.corrections import has_new_note
from transforms.extract.differences import differences, words_of
from transforms.extract.volatile import lasting_text

ChangeKind = Literal["first", "minor", "substantive", "correction", "headline", "removed", "restored"]

_NEGATION_WORDS = (
    "no not nor non never without nie nicht kein keine nein nem não nao ni sin sem senza ne pas sans niet geen "
    "inte ikke ei не нет ні немає nu nici yok değil 不 没 沒 無 非 未 لا لم لن ليس לא אין"
)
_NEGATIONS = frozenset(_NEGATION_WORDS.split())
_NUMERALS = frozenset("〇零一二三四五六七八九十百千万萬億亿半")
_SHARE = 0.05  # of the words: more small edits than these are a rewriting; a judgement, not tuned
_FEW = 3  # small edits that are few however short the text
_ALIKE = 0.7  # of the letters of a misspelt word are right: "goverment" .95, "recieve" .86; "now" and "not" .67
_SHORT = 3  # letters of an article or a preposition, which may come and go


@dataclass(frozen=True)
class Version:
    """A version of a text: its headline and its body."""

    title: str
    body: str


def kind_of_change(old: Version | None, new: Version, *, is_back: bool = False) -> ChangeKind | None:
    """How the newer version differs; None where it is the same but for white space and what changes by itself.

    first: there is no older one. correction: a note of one has come. headline: the headline is another, the body the
    same or nearly. minor: spelling, punctuation, small words. substantive: all else, a number above all. With
    `is_back`, the page had been removed since: the same text is then "restored".
    """
    if old is None:
        return "first"
    old_body, body = lasting_text(old.body), lasting_text(new.body)
    is_retitled = old.title.split() != new.title.split()
    if old_body == body and not is_retitled:
        return "restored" if is_back else None
    if has_new_note(f"{old.title}\n{old_body}", f"{new.title}\n{body}"):
        return "correction"
    if old_body != body and not _is_minor(old_body, body):
        return "substantive"
    return "headline" if is_retitled else "minor"


def _is_minor(old: str, new: str) -> bool:
    """Whether all edits are small, and few. Punctuation, case and paragraphs are no words, and so no edits."""
    found = differences(old, new)
    if any(difference.kind == "moved" for difference in found):
        return False
    before = [word for span in sorted(one.old for one in found if one.old) for word in words_of(old[slice(*span)])]
    after = [word for span in sorted(one.new for one in found if one.new) for word in words_of(new[slice(*span)])]
    allowed = max(_FEW, int(_SHARE * len(words_of(new))))
    edits = list(islice(_edits(before, after), allowed + 1))
    return len(edits) <= allowed and all(_is_small(*edit) for edit in edits)


def _edits(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[Sequence[str], Sequence[str]]]:
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    for tag, old_from, old_to, new_from, new_to in matcher.get_opcodes():
        if tag != "equal":
            yield old[old_from:old_to], new[new_from:new_to]


def _is_small(before: Sequence[str], after: Sequence[str]) -> bool:
    """Whether an edit leaves the sense as it was: a spelling, a joined or split word, a short word more or less."""
    if _weighty(before) != _weighty(after):
        return False
    one, other = "".join(before), "".join(after)
    if not one or not other:
        return len(before) + len(after) == 1 and len(one + other) <= _SHORT
    is_one_letter = len(one) == len(other) == 1
    return is_one_letter or _likeness(one, other) >= _ALIKE


def _likeness(one: str, other: str) -> float:
    return difflib.SequenceMatcher(None, one, other, autojunk=False).ratio()


def _weighty(words: Sequence[str]) -> list[str]:
    """Numbers and negations: where they differ, the sense does."""
    return [word for word in words if word in _NEGATIONS or word in _NUMERALS or any(map(str.isdigit, word))]
