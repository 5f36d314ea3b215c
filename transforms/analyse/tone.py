"""The tone of sentences, of articles, and towards those whom they name: words with a charge, weighed over the parse."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from spacy.tokens import Token

from transforms.analyse.actors import People
from transforms.analyse.document import Document
from transforms.analyse.tone_bearing import bearing, is_within, suffers, upwards
from transforms.analyse.tone_cues import SHIFTING
from transforms.analyse.tone_lexicon import Charge, ToneLexicon
from transforms.analyse.tone_senses import judges
from transforms.records.analyse import Mention
from transforms.records.tone import Tone

_NO = frozenset(("no", "not", "n't", "n’t", "never", "neither", "nor", "without", "hardly", "barely", "nothing", "none",
                 "nobody", "unlikely", "lack", "lacks", "lacked", "lacking"))  # fmt: skip
_NOT = frozenset(("not", "n't", "n’t", "never", "hardly", "barely", "nobody"))  # beside the verb above
_BELOW = ("acomp", "attr", "dobj", "xcomp", "amod", "pobj", "advmod", "ccomp")  # negated with the verb above them
_NOT_GOOD, _NOT_BAD = -0.5, -0.2  # "not bad" is less than good
_UNREAL = 0.7  # "would fail", "if he lied"
_MODALS = ("would", "could", "might", "may", "should")

# From where on a score is a tone. Tried on one half of NewsMTSC's training part, with the weights of tone_bearing.
_LEAST = 0.09
_LEAST_OF_AN_ARTICLE = 0.05  # of a mean over its sentences, most of which are neutral
_LEAST_OF_AN_ACTOR = 0.18  # of a sum over its mentions, by the root of their number and one; tried on 18 pages of news
_LEAST_OF_A_SENTENCE = 0.35  # by itself, where no name says what was judged: one slight word is not enough
_CONCEDED = 0.5
_ALTHOUGH = frozenset(("although", "though", "while", "whereas"))
_TRUSTED = {"sentence": 0.6, "mention": 0.6, "actor": 0.65, "article": 0.6}
_METHOD = "tone-words"


class Charged(NamedTuple):
    """A word of a sentence with its charge, denied or doubted as the sentence does."""

    token: Token
    charge: Charge
    words: str


def find_tones(document: Document, people: People, lexicon: ToneLexicon) -> tuple[Tone, ...]:
    """The tones of a document: of sentences that have one, towards every mention of somebody, of actors, of all.

    Without a parse or a lexicon there are none.
    """
    if not document.is_parsed or not lexicon.verbs:
        return ()
    named = [document.tokens(mention.char_start, mention.char_end) for mention in people.mentions]
    numbers = {token.i for tokens in named for token in tokens}
    charged = [
        [one for one in charged_words(document.sentence_tokens(number), lexicon) if one.token.i not in numbers]
        for number in range(len(document.sentences))
    ]
    sentences = list(_of_sentences(document, charged))
    mentions = list(_of_mentions(people, named, charged))
    return (*sentences, *mentions, *_of_actors(mentions), *_of_article(document, sentences))


def charged_words(tokens: Sequence[Token], lexicon: ToneLexicon) -> list[Charged]:
    """The words of tone in a sentence, phrases first; a phrase without a tone keeps its words from having one."""
    found: list[Charged] = []
    skipped = 0
    for number, token in enumerate(tokens):
        if number < skipped or token.lower not in lexicon.numbers:
            continue
        length = lexicon.phrase_length(tokens, number)
        parts = tokens[number : number + max(1, length)]
        skipped = number + len(parts)
        charge = lexicon.phrases[tuple(part.lower_ for part in parts)] if length else lexicon.charge_of(token)
        if charge is not None and (charge.on_subject or charge.on_object):
            head = _head_of(parts)
            if not length and not judges(token, charge):
                continue
            found.append(Charged(head, _as_told(head, charge), " ".join(part.text for part in parts)))
    return found


def _head_of(parts: Sequence[Token]) -> Token:
    """The word of a phrase on which its others hang."""
    numbers = {part.i for part in parts}
    return next((part for part in parts if part.head.i not in numbers or part.head == part), parts[-1])


def _as_told(token: Token, charge: Charge) -> Charge:
    is_denied = _is_denied(token)
    real = _UNREAL if _is_unreal(token) else 1.0

    def told(tone: float) -> float:
        return tone * real * ((_NOT_GOOD if tone > 0 else _NOT_BAD) if is_denied else 1.0)

    return charge._replace(on_subject=told(charge.on_subject), on_object=told(charge.on_object))


def _is_denied(token: Token) -> bool:
    if any(child.dep_ == "neg" or child.lower_ in _NO for child in token.children):
        return True
    above = token.head
    if token.dep_ == "dobj" and above.lower_ in SHIFTING:
        return True
    if token.dep_ == "pobj" and above.lower_ in ("of", "in", "to") and above.head.lower_ in SHIFTING:
        return True
    if token.dep_ not in _BELOW:
        return False
    return above.lower_ in _NO or any(child.dep_ == "neg" or child.lower_ in _NOT for child in above.children)


def _is_unreal(token: Token) -> bool:
    verb = token
    for _ in range(2):
        verb = verb if verb.tag_.startswith("VB") else verb.head
    return any(
        (child.tag_ == "MD" and child.lower_ in _MODALS) or child.lower_ in ("if", "whether", "unless")
        for child in verb.children
    )


def tone_towards(words: Sequence[Charged], inside: Sequence[Token]) -> tuple[float, list[str]]:
    """What a sentence's words of tone leave on somebody named in it, unbounded, and the words that left most."""
    named = [token for token in inside if not token.is_punct] or inside
    target = _head_of(named)
    shares = [
        (bearing(one.token, one.charge, target), one.words) for one in words if one.token.i != target.i
    ]  # fmt: skip
    strongest = sorted((share for share in shares if abs(share[0]) > _LEAST), key=lambda share: -abs(share[0]))
    return sum(share for share, _ in shares), [text for _, text in strongest[:3]]


def _of_sentences(document: Document, charged: Sequence[Sequence[Charged]]) -> Iterator[Tone]:
    for number, words in enumerate(charged):
        sentence = document.sentences[number]
        weighed = sum(_of_itself(one) * (_CONCEDED if _is_conceded(one.token) else 1.0) for one in words)
        if abs(weighed) > _LEAST_OF_A_SENTENCE:
            yield _tone("sentence", number, sentence.char_start, sentence.char_end, None, None, weighed,
                        [one.words for one in words])  # fmt: skip


def _of_itself(word: Charged) -> float:
    charge = word.charge
    if not charge.is_verb:
        return charge.on_subject
    return charge.on_object if suffers(word.token) else max(charge.on_subject, charge.on_object, key=abs)


def _is_conceded(token: Token) -> bool:
    """Whether it is told only to be outweighed: "despite the storm", "although it failed", "it failed, but ..."."""
    for step in upwards(token):
        if step.lower_ == "despite":
            return True
        marks = {child.lower_ for child in step.children if child.dep_ == "mark"}
        if step.dep_ == "advcl" and not marks.isdisjoint(_ALTHOUGH):
            return True
        if step.dep_ != "conj" and any(child.dep_ == "cc" and child.lower_ == "but" for child in step.children):
            return not any(child.dep_ == "conj" and is_within(token, child) for child in step.children)
    return False


def _of_mentions(
    people: People, named: Sequence[Sequence[Token]], charged: Sequence[Sequence[Charged]]
) -> Iterator[Tone]:
    for number, (mention, inside) in enumerate(zip(people.mentions, named, strict=True)):
        if not inside or not _is_somebody(mention):
            continue
        score, words = tone_towards(charged[mention.sentence_no], inside)
        yield _tone("mention", mention.sentence_no, mention.char_start, mention.char_end, number, mention.actor_no,
                    score, words)  # fmt: skip


def _is_somebody(mention: Mention) -> bool:
    return mention.kind != "place" and mention.resolved_by not in ("adjective", "demonym")


def _of_actors(mentions: Sequence[Tone]) -> Iterator[Tone]:
    """Towards an actor over the article: the mean over its mentions, and the tone that so many of them bear out.

    Whoever is named but once has a tone only where that mention is clear; of many mentions a slighter mean is enough.
    """
    by_actor: dict[int, list[Tone]] = defaultdict(list)
    for one in mentions:
        if one.actor_no is not None:
            by_actor[one.actor_no].append(one)
    for number, tones in sorted(by_actor.items()):
        first, total = tones[0], sum(one.score for one in tones)
        row = _tone("actor", first.sentence_no, first.char_start, first.char_end, first.mention_no, number,
                    total / len(tones), [])  # fmt: skip
        yield replace(row, tone=label_of(total / (math.sqrt(len(tones)) + 1), _LEAST_OF_AN_ACTOR))


def _of_article(document: Document, sentences: Sequence[Tone]) -> Iterator[Tone]:
    count = len(document.sentences)
    if count:
        mean = sum(one.score for one in sentences) / count
        yield _tone("article", 0, 0, document.sentences[-1].char_end, None, None, mean, [])


def label_of(score: float, least: float = _LEAST) -> str:
    """The tone that a score is."""
    return "positive" if score > least else "negative" if score < -least else "neutral"


def _tone(
    scope: str, sentence_no: int, start: int, end: int, mention_no: int | None, actor_no: int | None, score: float,
    words: Sequence[str],
) -> Tone:  # fmt: skip
    is_mean = scope in ("actor", "article")
    return Tone(
        scope=scope, sentence_no=sentence_no, char_start=start, char_end=end, mention_no=mention_no, actor_no=actor_no,
        tone=label_of(score, _LEAST_OF_AN_ARTICLE if is_mean else _LEAST),
        score=round(score if is_mean else math.tanh(score), 3), evidence="; ".join(words),
        confidence=_TRUSTED[scope], method=_METHOD,
    )  # fmt: skip
