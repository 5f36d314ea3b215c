"""Those who take part in events: the phrase that names them, and the actor it stands for."""

from __future__ import annotations

from typing import NamedTuple

from spacy.tokens import Token

from transforms.analyse.actors import People
from transforms.analyse.antecedents import UNKNOWN, resolve_speaker
from transforms.analyse.document import Document
from transforms.analyse.quote_marks import Quoted
from transforms.analyse.speakers import Attribution, Passage

_CUT = ("relcl", "acl", "appos", "cc", "conj", "punct", "advcl")
_WHEREABOUTS = (
    "in",
    "at",
    "on",
    "from",
    "near",
    "over",
    "about",
    "after",
    "before",
    "during",
    "through",
    "with",
    "for",
)
_BODIES = frozenset((
    "government", "military", "army", "police", "troops", "forces", "force", "officials", "parliament", "authorities",
    "ministry", "navy", "cabinet", "regime", "administration", "lawmakers", "diplomats", "soldiers", "court", "courts",
    "embassy", "legislature", "congress", "senate", "warplanes", "jets", "warships", "marines", "state", "security",
))  # fmt: skip


class Party(NamedTuple):
    """A phrase in the body, and the mention and actor it stands for; None where unresolved."""

    start: int
    end: int
    text: str
    mention_no: int | None
    actor_no: int | None


def party_of(document: Document, people: People, head: Token) -> Party:
    """The phrase around its head, and whom it names."""
    start, end = phrase(head)
    text = document.article.body[start:end]
    named = _named(people, head, start, end)
    if named is not None:
        end = _without_whereabouts(document.article.body, start, end, people.mentions[named].char_end)
        text = document.article.body[start:end]
        return Party(start, end, text, named, people.mentions[named].actor_no)
    quoted = Quoted(start, end, start, end, 0, is_continued=False)
    said = Attribution("", None, start, end, head, "", is_plain=False, distance=0.0)
    speaker = resolve_speaker(Passage(document, quoted, lambda _: False), people, said, UNKNOWN)
    return Party(start, end, text, speaker.mention_no, speaker.actor_no)


def _without_whereabouts(body: str, start: int, end: int, name_end: int) -> int:
    """The end of a phrase that a name heads: "the rebels' Front in Geneva" is the Front."""
    behind = body[name_end:end].split(maxsplit=1)
    return name_end if start < name_end < end and behind and behind[0] in _WHEREABOUTS else end


def phrase(head: Token) -> tuple[int, int]:
    """The span of a phrase in one piece: without clauses, appositions, and what is joined to it."""
    cut = {token.i for child in head.children if _is_cut(child) for token in child.subtree}
    inside = {token.i for token in head.subtree} - cut
    first = last = head.i
    while first - 1 in inside:
        first -= 1
    while last + 1 in inside:
        last += 1
    doc = head.doc
    while last > head.i and (doc[last].is_punct or doc[last].is_space):
        last -= 1
    while first < head.i and (doc[first].is_punct or doc[first].is_space or doc[first].tag_ == "CC"):
        first += 1
    if doc[last].dep_ == "case" and last > head.i:
        last -= 1
    return doc[first].idx, doc[last].idx + len(doc[last])


def _is_cut(child: Token) -> bool:
    if child.dep_ == "prep":
        below = list(child.children)
        return any(one.dep_ == "pcomp" or one.ent_type_ in ("DATE", "TIME") for one in below)
    return child.dep_ in _CUT and not (child.dep_ == "punct" and child.lower_ in ("-", "–", "'", '"', "“", "”", "’"))


def _named(people: People, head: Token, start: int, end: int) -> int | None:
    """The mention that holds the phrase's head; of a state's own body ("Kenyan police") the country before it."""
    inside = [n for n, mention in enumerate(people.mentions) if mention.char_start < end and start < mention.char_end]
    for n in inside:
        if people.mentions[n].char_start <= head.idx < people.mentions[n].char_end:
            return n
    if head.lower_ in _BODIES:
        before = [n for n in inside if people.mentions[n].char_end <= head.idx]
        return before[-1] if before else None
    return None
