"""Where sentences may end in plain text, by punctuation alone: the rules that all stages share."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

_END = re.compile(r"(?:[.!?…]+[\"'”’»)\]]*(?=\s)|[。！？]+[」』”]*)\s*")
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Mx|Messrs|Dr|Prof|Rev|Fr|Hon|St|Gen|Lt|Col|Maj|Capt|Cmdr|Adm|Sgt|Cpl|Sens?|Reps?|Govs?|Pres|Amb|Supt|Gens|Drs|Profs"
    r"|Insp|vs|v|No|Nos|Art|Vol|Mt|Ft|approx|ca|cf|e\.g|i\.e|z\.B|Hr|Fr|Sra?|Dra?|M|Mme|Mlle)|(?<![\w.])[A-Z])\.$"
)
_UNSURE = re.compile(
    r"(?:\b(?:[A-Za-z]\.){2,}|\b(?:Inc|Corp|Co|Ltd|Bros|Jr|Sr|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|etc|al"
    r"|Ave|Blvd|Rd|Dept|Univ|Assn|Tenn|Calif|Fla|Mass|Conn|Mich|Minn|Miss|Ariz|Colo|Ill|Ind|Okla|Ore|Penn|Wash|Wis|Va"
    r"|Ga|Ala|Ark|Kan|Ky|La|Md|Mo|Mont|Neb|Nev|Tex|Vt|Wyo)\.)$"
)
# "Group D.", "Plan B.", "she and I.": a letter that is a name by itself, and no initial.
_LETTER = re.compile(
    r"\b(?:(?:[Gg]roup|[Pp]lan|[Pp]ath|[Pp]ool|[Vv]itamin|[Hh]epatitis|[Ii]nfluenza|[Tt]ype|[Cc]lass|[Cc]ategory|[Cc]risis"
    r"|[Ss]erie|[Ss]eries|[Ll]iga|[Ss]ection|[Ss]chedule|[Ee]xhibit|[Aa]ppendix|[Tt]erminal|[Gg]ate|[Bb]lock|[Oo]ption"
    r"|[Tt]ier|[Gg]rade|[Pp]art|[Rr]oom|[Gg]eneration|[Pp]oint) [A-Z]|(?:and|or|than|as|am|do|did|have|was) I)\.$"
)
# "'Stop!' Anna Berg shouted": the mark ends the quote, and the sentence goes on to its speaker.
_SPEAKER_FOLLOWS = re.compile(
    r"(?:[A-Z][\w.’'-]*\s+){1,4}(?:says?|said|asked|asks|told|tells|wrote|writes|added|shouted|cried|replied|tweeted"
    r"|exclaimed|yelled|demanded|wondered)\b"
)


# "am 3. März": an ordinal number before a month, and no end.
_DAY_BEFORE_MONTH = re.compile(
    r"(?<!\d)[0-3]?\d\.\s(?=(?:Jan|Jän|Feb|Mär|Apr|Mai\b|Jun|Jul|Aug|Sep|Okt|Nov|Dez)[^\W\d_]*)", re.UNICODE
)


_LETTER_REACH = 16


class Span(NamedTuple):
    """A stretch of a text: code points, the end exclusive."""

    start: int
    end: int


def sentence_starts(body: str, start: int, end: int) -> dict[int, bool]:
    """Offsets between start and end at which a sentence may begin, and whether one surely does.

    Sure: after "?", "!" and a full stop that ends a plain word. Unsure: after what may be an abbreviation. Never: after
    a title or an initial, before a small letter, or between a quote and its speaker.
    """
    starts: dict[int, bool] = {}
    for match in _END.finditer(body, start, end):
        if match.end() < end and _may_begin(body, match):
            starts[match.end()] = not _UNSURE.search(_word_before(body, match.start() + 1))
    return starts


def _may_begin(body: str, match: re.Match[str]) -> bool:
    following = body[match.end()]
    if following.islower() or following in ".,;:)…":
        return False
    if _ABBREVIATION.search(_word_before(body, match.start() + 1)):
        return bool(_LETTER.search(body, max(0, match.start() - _LETTER_REACH), match.start() + 1))
    if body[match.start() - 1].isdigit() and _DAY_BEFORE_MONTH.match(body, _number_start(body, match.start())):
        return False
    is_call = re.match(r"[?!]+[\"'”’»]", match.group())
    return not (is_call and _SPEAKER_FOLLOWS.match(body, match.end()))


def _number_start(body: str, end: int) -> int:
    start = end
    while start > 0 and end - start < 2 and body[start - 1].isdigit():
        start -= 1
    return start


def _word_before(body: str, end: int) -> str:
    return body[max(0, end - 12) : end]


def sentence_spans(body: str) -> Iterator[Span]:
    """The sentences of a text without white space around them; none goes over the end of a line."""
    for line in re.finditer(r"[^\n]+", body):
        cuts = [start for start, is_sure in sentence_starts(body, line.start(), line.end()).items() if is_sure]
        for left, right in pairwise([line.start(), *cuts, line.end()]):
            words = body[left:right].strip()
            if words:
                start = left + len(body[left:right]) - len(body[left:right].lstrip())
                yield Span(start, start + len(words))
