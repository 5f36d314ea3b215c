"""Which sentences of a story's texts tell best what happened: sentences as printed, none made.

A sentence is worth the words that the story's headlines and texts share, as in SumBasic (Nenkova and Vanderwende 2005),
and the more, the nearer it stands to the beginning of its text; what a chosen sentence has told counts little in the
next one. Tuned on half of the Wikinews texts of GUM against their summaries: docs/quality.md has the figures.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

_MOST = 3
_WORD = re.compile(r"\w+(?:[’'.,-]\w+)*")
_QUOTED = re.compile(r"[\"“„«‹].*?(?:[\"”“»›]|$)")
_OPENING = re.compile(r"^[\"“”„«»‹›]")
_STEM = 6  # letters; enough to join "rescue", "rescuers" and "rescued", too few to join much else
_SHORTEST, _LONGEST = 6, 60  # words
_WHOLE = 14  # words; shorter ones, such as standfirsts, tell less the shorter they are
_TITLE = 2.0  # what a word of a headline is worth beside one that only the texts share
_BEGINNING = 3.0  # a text's first sentence against one far down
_TOLD = 0.4  # what is left of a word's worth once a chosen sentence has it
_HANGING = 0.5  # a sentence that points back at one which is not shown
_NARRATED = 0.4  # a sentence that speaks of I, we or you
_ENOUGH = 0.2  # of the first sentence's worth; a sentence that tells less of news is left out
_TWICE = 0.6  # of a sentence's words; one that shares more with a chosen one says it again

# What points back (pronouns, connectives) and who narrates, in the languages that are analysed.
_POINTERS = frozenset(
    {
        *(
            "he",
            "she",
            "it",
            "they",
            "this",
            "that",
            "these",
            "those",
            "his",
            "her",
            "its",
            "their",
            "but",
            "and",
            "or",
            "no",
            "yes",
        ),
        *("however", "also", "then", "there", "so", "such", "meanwhile", "instead", "yet", "both", "another", "one"),
        *("er", "sie", "es", "dies", "diese", "dieser", "dieses", "das", "ihr", "sein", "doch", "aber", "und"),
        *(
            "auch",
            "dabei",
            "dort",
            "dann",
            "il",
            "elle",
            "ils",
            "elles",
            "cela",
            "ce",
            "cette",
            "ces",
            "son",
            "sa",
            "ses",
        ),
        *("leur", "leurs", "mais", "et", "aussi", "alors", "él", "ella", "ellos", "ellas", "esto", "este", "esta"),
        *("estos", "estas", "su", "sus", "pero", "y", "también", "entonces"),
    }
)
_NARRATORS = frozenset(
    {
        *("i", "we", "you", "my", "our", "your", "me", "us", "i'm", "i've", "i'd", "we're", "we've", "you're", "let's"),
        *("ich", "wir", "mein", "unser", "du", "je", "j'ai", "nous", "mon", "notre", "vous", "yo", "nosotros", "mi"),
        *("nuestro",),
    }
)


@dataclass(frozen=True)
class Told:
    """A sentence of a text: `text_id` names the text, `outlet` who printed it, `place` counts its sentences from 0."""

    text_id: str
    outlet: str
    place: int
    text: str


def choose_sentences(sentences: Sequence[Told], headlines: Sequence[str], most: int = _MOST) -> list[Told]:
    """Up to `most` sentences that tell a story, the most telling first; none where no sentence can stand alone."""
    worth = _worth_of_words(sentences, headlines)
    left = [sentence for sentence in sentences if _can_stand(sentence.text)]
    chosen: list[Told] = []
    first = 0.0
    while left and len(chosen) < most:
        scored = [(_score(sentence, worth, chosen), -place) for place, sentence in enumerate(left)]
        score, place = max(scored)
        first = first or score
        if score < _ENOUGH * first or score <= 0:
            break
        taken = left[-place]
        chosen.append(taken)
        left = [sentence for sentence in left if not _says_again(sentence.text, taken.text)]
        for word in _words(taken.text):
            worth[word] *= _TOLD
    return chosen


def _worth_of_words(sentences: Sequence[Told], headlines: Sequence[str]) -> dict[str, float]:
    """By word: the share of the texts and of the sentences that have it, more for a word of the headlines."""
    texts = {sentence.text_id for sentence in sentences}
    in_texts = Counter(word for _, word in {(s.text_id, word) for s in sentences for word in _words(s.text)})
    in_sentences = Counter(word for sentence in sentences for word in _words(sentence.text))
    titles = {word for headline in headlines for word in _words(headline)}
    return {
        word: (count / max(1, len(sentences))) ** 0.5 * in_texts[word] / len(texts) * (_TITLE if word in titles else 1)
        for word, count in in_sentences.items()
    }


def _score(sentence: Told, worth: dict[str, float], chosen: Sequence[Told]) -> float:
    words = _words(sentence.text)
    if not words:
        return 0.0
    told: float = sum(worth.get(word, 0.0) for word in words) / len(words) ** 0.5
    told *= 1 + _BEGINNING / (1 + sentence.place)
    goes_on = any(other.text_id == sentence.text_id and other.place == sentence.place - 1 for other in chosen)
    plain = _QUOTED.sub(" ", sentence.text).casefold().replace("’", "'").split()
    if not goes_on and plain and plain[0].strip(",.").split("'")[0] in _POINTERS:
        told *= _HANGING
    told *= min(1.0, len(plain) / _WHOLE)
    if _NARRATORS.intersection(word.strip(".,:;!?") for word in plain):
        told *= _NARRATED
    return told / (1 + sum(other.outlet == sentence.outlet for other in chosen) / 4)


def _can_stand(text: str) -> bool:
    """Whether a sentence tells something by itself: not a question, a quotation alone, a crumb or a list."""
    count = len(text.split())
    quoted = sum(len(found.group().split()) for found in _QUOTED.finditer(text))
    is_whole = text.rstrip("\"”»›’')")[-1:] in (".", "!", "。", "…")
    return is_whole and _SHORTEST <= count <= _LONGEST and quoted <= count / 2 and not _OPENING.match(text)


def _says_again(text: str, other: str) -> bool:
    words, others = _words(text), _words(other)
    return len(words & others) > _TWICE * min(len(words), len(others) or 1)


def _words(text: str) -> set[str]:
    """The words that carry what is told: numbers, and words of more than three letters, cut to their stem."""
    found = _WORD.findall(text.casefold())
    return {word if word[0].isdigit() else word[:_STEM] for word in found if len(word) > 3 or word[0].isdigit()}
