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
_HANGING = 0.5  # a sentence that may point back at one which is not shown; one that does is left out
_NARRATED = 0.4  # a sentence that speaks of I, we or you
_ENOUGH = 0.2  # of the first sentence's worth; a sentence that tells less of news is left out
_TWICE = 0.6  # of a sentence's words; one that shares more with a chosen one says it again

# What points back to words that are not shown, what may, and who narrates, in the languages that are analysed.
_POINTERS = frozenset(
    {
        *("he", "she", "it", "they", "this", "that", "these", "those", "his", "her", "its", "their", "such"),
        *("but", "and", "or", "however", "also", "then", "so", "meanwhile", "instead", "yet"),
        *(
            "er",
            "sie",
            "es",
            "dies",
            "diese",
            "dieser",
            "dieses",
            "ihr",
            "sein",
            "doch",
            "aber",
            "und",
            "auch",
            "dabei",
        ),
        *("dann", "il", "elle", "ils", "elles", "cela", "ce", "cette", "ces", "son", "sa", "ses", "leur", "leurs"),
        *("mais", "et", "aussi", "alors", "él", "ella", "ellos", "ellas", "esto", "este", "esta", "estos", "estas"),
        *("su", "sus", "pero", "y", "también", "entonces"),
    }
)
_MAY_POINT = frozenset({"no", "yes", "there", "both", "another", "one", "das", "dort"})
_PERIODS = frozenset(  # "This week …" is said of the day itself
    {
        *("week", "month", "year", "morning", "afternoon", "evening", "weekend", "spring", "summer", "autumn", "fall"),
        *("winter", "season", "woche", "monat", "jahr", "sommer", "winter", "semaine", "mois", "année", "matin", "été"),
        *("semana", "mes", "año", "mañana", "verano"),
    }
)
_CALLS = frozenset(  # to the reader of a page
    {"visit", "click", "read", "subscribe", "download", "abonnieren", "lesen", "cliquez", "lisez", "suscríbase", "lea"}
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
    standing = [sentence for sentence in sentences if _can_stand(sentence.text)]
    left = [sentence for sentence in standing if not _points_back(sentence.text)] or standing
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
        for word in content_words(taken.text):
            worth[word] *= _TOLD
    return chosen


def _worth_of_words(sentences: Sequence[Told], headlines: Sequence[str]) -> dict[str, float]:
    """By word: the share of the texts and of the sentences that have it, more for a word of the headlines."""
    texts = {sentence.text_id for sentence in sentences}
    in_texts = Counter(word for _, word in {(s.text_id, word) for s in sentences for word in content_words(s.text)})
    in_sentences = Counter(word for sentence in sentences for word in content_words(sentence.text))
    titles = {word for headline in headlines for word in content_words(headline)}
    return {
        word: (count / max(1, len(sentences))) ** 0.5 * in_texts[word] / len(texts) * (_TITLE if word in titles else 1)
        for word, count in in_sentences.items()
    }


def _score(sentence: Told, worth: dict[str, float], chosen: Sequence[Told]) -> float:
    words = content_words(sentence.text)
    if not words:
        return 0.0
    told: float = sum(worth.get(word, 0.0) for word in words) / len(words) ** 0.5
    told *= 1 + _BEGINNING / (1 + sentence.place)
    plain = _plain(sentence.text)
    if plain and _bare(plain[0]) in _MAY_POINT:
        told *= _HANGING
    told *= min(1.0, len(plain) / _WHOLE)
    if _NARRATORS.intersection(word.strip(".,:;!?") for word in plain):
        told *= _NARRATED
    return told / (1 + sum(other.outlet == sentence.outlet for other in chosen) / 4)


def _can_stand(text: str) -> bool:
    """Whether a sentence tells something by itself: not a question, a call, a quotation alone, a crumb or a list."""
    count = len(text.split())
    quoted = sum(len(found.group().split()) for found in _QUOTED.finditer(text))
    is_whole = text.rstrip("\"”»›’')")[-1:] in (".", "!", "。", "…")
    is_call = _bare(text.casefold().split(" ", 1)[0]) in _CALLS
    return (
        is_whole and not is_call and _SHORTEST <= count <= _LONGEST and quoted <= count / 2 and not _OPENING.match(text)
    )


def _points_back(text: str) -> bool:
    """Whether a sentence opens with a word for something that was said before it."""
    plain = _plain(text)
    is_period = len(plain) > 1 and _bare(plain[1]) in _PERIODS
    return bool(plain) and _bare(plain[0]) in _POINTERS and not is_period


def _plain(text: str) -> list[str]:
    """The words that stand outside quotation marks."""
    return _QUOTED.sub(" ", text).casefold().replace("’", "'").split()


def _bare(word: str) -> str:
    return word.strip(",.").split("'")[0]


def _says_again(text: str, other: str) -> bool:
    words, others = content_words(text), content_words(other)
    return len(words & others) > _TWICE * min(len(words), len(others) or 1)


def content_words(text: str) -> set[str]:
    """The words that carry what is told: numbers, and words of more than three letters, cut to their stem."""
    found = _WORD.findall(text.casefold())
    return {word if word[0].isdigit() else word[:_STEM] for word in found if len(word) > 3 or word[0].isdigit()}
