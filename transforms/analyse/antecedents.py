"""Which actor a speaker's phrase stands for: a name in it, the person a pronoun points to, or a role named before."""

from __future__ import annotations

import re
from typing import NamedTuple

from transforms.analyse.actors import People
from transforms.analyse.document import Document
from transforms.analyse.offices import role_class
from transforms.analyse.speakers import Attribution, Passage
from transforms.records.analyse import Mention

_PERSONAL = {"he", "she", "him", "her", "his", "hers"}
_MALE, _FEMALE = {"he", "him", "his", "mr", "sir", "lord"}, {"she", "her", "hers", "mrs", "ms", "miss", "dame", "lady"}
_HONORIFIC = re.compile(r"\b(Mr|Mrs|Ms|Miss|Sir|Dame|Lord|Lady)\b\.?\s*$")
_BODIES = {
    "company", "group", "agency", "ministry", "party", "union", "bank", "firm", "organisation", "organization",
    "department", "office", "commission", "council", "committee", "charity", "airline", "club", "newspaper",
}  # fmt: skip
_COMPANIES = {"company", "firm", "bank", "airline", "group", "organisation", "organization"}
_VOICES = {"spokesman", "spokeswoman", "spokesperson", "statement", "office", "aide", "representative", "lawyer"}
_REACH = 6  # sentences back that a pronoun is believed to point
_STAGE = 3  # sentences back in which "the shipowner" is the only person who was named


class Speaker(NamedTuple):
    """The mention that names the speaker, and the actor; None where nothing decides."""

    mention_no: int | None
    actor_no: int | None


UNKNOWN = Speaker(None, None)


def resolve_speaker(passage: Passage, people: People, said: Attribution, last: Speaker) -> Speaker:
    """The actor behind a speaker's phrase. `last` is the speaker of the quotation before."""
    if said.head.lower_ in _PERSONAL:
        return _person_before(passage, people, said, last)
    named = _named_in(people, said)
    if named is not None:
        return Speaker(named, people.mentions[named].actor_no)
    if said.head.lower_ in _VOICES and any(token.lower_ in ("his", "her") for token in said.head.children):
        return Speaker(None, _person_before(passage, people, said, last).actor_no)
    titled = [r.mention_no for r in people.roles if r.char_start <= said.head.idx < r.char_end]
    if titled:  # "the head of the port authority, Ana Berg", whatever the parser hangs her name on
        return Speaker(titled[0], people.mentions[titled[0]].actor_no)
    return _by_noun(passage, people, said)


def _named_in(people: People, said: Attribution) -> int | None:
    """The mention that the phrase's head belongs to; else, for a spokesman of X, the X that he speaks for."""
    inside = [n for n, m in enumerate(people.mentions) if said.start <= m.char_start and m.char_end <= said.end]
    at_head = [n for n in inside if people.mentions[n].char_start <= said.head.idx < people.mentions[n].char_end]
    if at_head:
        return at_head[0]
    apposed = [n for n in inside if _is_apposed(people.mentions[n], said)]
    if apposed:
        return apposed[0]
    if said.head.lower_ not in _VOICES or not inside:
        return None
    ranks = {"person": 0, "organisation": 1}
    return min(inside, key=lambda n: ranks.get(people.mentions[n].kind, 2))


def _is_apposed(mention: Mention, said: Attribution) -> bool:
    """Whether a person's name stands in apposition to the head: "the head of the port, Ana Berg"."""
    return mention.kind == "person" and any(
        token.dep_ == "appos" and token.head == said.head
        for token in said.head.subtree
        if mention.char_start <= token.idx < mention.char_end
    )


def _person_before(passage: Passage, people: People, said: Attribution, last: Speaker) -> Speaker:
    """The person whom "he" or "she" points to: the nearest one before, subjects first, of fitting gender where known.

    A speaker who was quoted since that person was named goes on speaking.
    """
    document = passage.document
    number = document.sentence_no(said.head.idx, said.head.idx + 1) or 0
    near = [
        n
        for n in _persons_within(passage, people, said.head.idx, number - _REACH)
        if _fits(document, people, people.mentions[n], said)
    ]
    if not near:
        return last if last.mention_no is not None and people.mentions[last.mention_no].kind == "person" else UNKNOWN
    apart = [n for n in near if not _is_told_apart(document, people.mentions[n], said)]
    best = max(apart or near, key=lambda n: _nearness(document, people.mentions[n]))
    if last.actor_no is not None and last.mention_no is not None and last.mention_no >= best:
        return last
    return Speaker(best, people.mentions[best].actor_no)


def _persons_within(passage: Passage, people: People, end: int, first_sentence: int) -> list[int]:
    """Positions of resolved persons that the reporter names before an offset, from a sentence on."""
    return [
        n
        for n, mention in enumerate(people.mentions)
        if mention.char_end <= end
        and mention.sentence_no >= first_sentence
        and mention.kind == "person"
        and mention.actor_no is not None
        and not passage.is_quoted(mention.char_start)
    ]


def _is_told_apart(document: Document, mention: Mention, said: Attribution) -> bool:
    """ "She met Ana Berg", "her sister Ana Berg": whom the pronoun before a name points to is somebody else."""
    if _is_subject(document, mention):
        return False
    group = _FEMALE if _pronoun_of(said) in _FEMALE else _MALE
    before = document.tokens(document.sentences[mention.sentence_no].char_start, mention.char_start)
    return any(token.lower_ in group and token.dep_ in ("nsubj", "nsubjpass", "poss") for token in before)


def _is_subject(document: Document, mention: Mention) -> bool:
    tokens = document.tokens(mention.char_start, mention.char_end)
    return any(token.dep_ in ("nsubj", "nsubjpass") for token in tokens)


def _nearness(document: Document, mention: Mention) -> tuple[int, bool, int]:
    """Later sentences first; within one, subjects before others, and the first subject before later ones."""
    return mention.sentence_no, _is_subject(document, mention), -mention.char_start


def _pronoun_of(said: Attribution) -> str:
    words = (said.head.lower_, *(child.lower_ for child in said.head.children))
    return next((word for word in words if word in _PERSONAL), "")


def _fits(document: Document, people: People, mention: Mention, said: Attribution) -> bool:
    """Whether no courtesy title in the article says that the person is of the other gender."""
    others = _FEMALE if _pronoun_of(said) in _MALE else _MALE
    titles = {
        match.group(1).lower()
        for other in people.mentions
        if other.actor_no == mention.actor_no
        and (match := _HONORIFIC.search(document.article.body[max(0, other.char_start - 6) : other.char_start]))
    }
    return not titles & others


def _by_noun(passage: Passage, people: People, said: Attribution) -> Speaker:
    """ "The minister", "the company": whoever was last given that role, or the last organisation before; a role that
    nobody was given is the only person's on the stage."""
    noun = said.head.lower_
    if said.head.tag_ == "NNS" or not any(child.lower_ == "the" for child in said.head.children):
        return UNKNOWN
    roles = [role for role in people.roles if role.char_end <= said.start and noun in role.text.lower().split()]
    if roles:
        return Speaker(roles[-1].mention_no, people.mentions[roles[-1].mention_no].actor_no)
    if noun in _BODIES:
        return _last_body(people, said, noun)
    number = passage.document.sentence_no(said.head.idx, said.head.idx + 1) or 0
    persons = _persons_within(passage, people, said.start, number - _STAGE)
    is_only = len({people.mentions[n].actor_no for n in persons}) == 1 and role_class(noun) != ""
    return Speaker(persons[-1], people.mentions[persons[-1]].actor_no) if is_only else UNKNOWN


def _last_body(people: People, said: Attribution, noun: str) -> Speaker:
    """The last body before that can be called so: "the harbour union" is no other union, "the company" no ministry."""
    kinds = ("organisation", "group")
    bodies = [n for n, m in enumerate(people.mentions) if m.char_end <= said.start and m.kind in kinds]
    words = [child.lower_ for child in said.head.children if child.dep_ == "compound" or child.tag_ in ("NN", "NNP")]
    fitting = [n for n in bodies if _may_be_called(people, n, noun, words)]
    return Speaker(fitting[-1], people.mentions[fitting[-1]].actor_no) if fitting else UNKNOWN


def _may_be_called(people: People, number: int, noun: str, words: list[str]) -> bool:
    actor_no = people.mentions[number].actor_no
    if actor_no is None:
        return False
    actor = people.actors[actor_no]
    if actor.kind not in ("organisation", "group"):
        return False  # "Norwegians" are a country's
    named = actor.name.lower().split()
    is_outlet = (actor.seed_key or "").startswith("outlet-")
    others = _BODIES - _COMPANIES if noun in _COMPANIES else _BODIES - {noun}
    is_other = noun not in named and bool(others & set(named)) and noun not in ("group", "organisation", "organization")
    return all(word in named for word in words) and is_outlet == (noun == "newspaper") and not is_other
