"""How far an event is to be trusted: whether those who take part are of public life, and how plainly its words say it.

"The council backed the union" is an event, "the fan backed her idea" is none, though the words are the same. Of an
everyday word both sides must be told; where nobody of public life takes part, only deeds against life, freedom and
property count.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from spacy.tokens import Token

from transforms.analyse.actors import People
from transforms.analyse.document import Document
from transforms.analyse.event_actors import Party, party_of
from transforms.analyse.event_clauses import children
from transforms.analyse.event_lexicon import EventLexicon
from transforms.analyse.event_nouns import is_actor, is_measure, is_place, meaning
from transforms.analyse.event_told import Told
from transforms.records.analyse import ArticleTopic

# Chosen by hand on 16 pages of news so that little that was right fell under LEAST, which is left out. They are not
# calibrated: among what is kept, a higher figure was hardly surer on pages not seen before (docs/quality.md).
LEAST = 0.5
_BOTH = (0.72, 0.8, 0.85)  # by the standing of the lesser side
_ONE, _PLAIN_PEOPLE, _NOBODY = 0.7, 0.6, 0.5
_LOOSE, _VAGUE, _FEELING, _ELSEWHERE, _POSSIBLE = 0.25, 0.15, 0.15, 0.15, 0.05
_POLITICS = frozenset(("medtop:11000000", "medtop:16000000"))
# Politics, conflict, crime, society, labour, disasters and religion.
_PUBLIC_FIELDS = _POLITICS | {f"medtop:{number}000000" for number in ("02", "14", "09", "03", "12")}
_PRIVATE_ROLES = frozenset(("artist", "sportsperson", "civilian", "other", "expert", "journalist"))
_BODILY = ("17", "18", "19", "20")  # codes of deeds that are events whoever does them
_JOINT = ("03", "04", "05", "06")
_FIGHTS = ("13", "15", "18", "19")
_FEELINGS = ("012", "013", "018", "019", "051", "111")  # codes of what private persons say and feel every day
_PLURAL = ("NNS", "NNPS")
_BANDS = ("fighters", "workers", "peacekeepers", "captives")
_THEY = ("they", "them", "who", "whom")


Sides = tuple[list[tuple[Token, Party]], ...]  # sources and targets


class Weighed(NamedTuple):
    """What a sentence tells of, who takes part, and how far it is to be trusted."""

    told: Told
    sides: Sides
    confidence: float


@dataclass(frozen=True)
class Cast:
    """Who of an article's actors is of public life: countries and bodies, and persons who hold an office."""

    people: People
    public: frozenset[int]
    is_political: bool  # an article about politics or war: whoever is named there without an office may hold one
    is_private: bool  # one about sport, shows, science, markets, …: words of conflict are seldom meant so


def cast_of(people: People, topics: Iterable[ArticleTopic]) -> Cast:
    """The actors of an article, each asked once."""
    fields = {topic.topic_id for topic in topics}
    offices = {
        people.mentions[role.mention_no].actor_no for role in people.roles if role.role_class not in _PRIVATE_ROLES
    }
    public = (
        number
        for number, actor in enumerate(people.actors)
        if actor.kind != "person" or actor.seed_key is not None or number in offices
    )
    return Cast(people, frozenset(public), bool(fields & _POLITICS), bool(fields) and not fields & _PUBLIC_FIELDS)


def weighed(told: Told, document: Document, cast: Cast, lexicon: EventLexicon) -> Weighed:
    """An event with those who take part in it, and how far it is to be trusted, from 0 to 1."""
    at_best = _trust(told, [[2] if tokens else [] for tokens in (told.sources, told.targets)], cast, lexicon)
    if at_best < LEAST:  # whoever they are
        return Weighed(told, ([], []), at_best)
    sides = tuple(_parties(tokens, document, cast) for tokens in (told.sources, told.targets))
    standings = [[_standing(token, party, cast, lexicon) for token, party in side] for side in sides]
    return Weighed(told, sides, _trust(told, standings, cast, lexicon))


def _parties(tokens: Iterable[Token], document: Document, cast: Cast) -> list[tuple[Token, Party]]:
    """Those who take part on one side, each phrase once."""
    found: dict[tuple[int, int], tuple[Token, Party]] = {}
    for token in tokens:
        party = party_of(document, cast.people, token)
        found.setdefault((party.start, party.end), (token, party))
    return list(found.values())


def _trust(told: Told, found: list[list[int]], cast: Cast, lexicon: EventLexicon) -> float:
    """How far an event is to be trusted, by the standing of those who take part."""
    of_sides = [max(side) for side in found if side]
    is_whole = all(found) or _is_joint(told)
    best, least = max(of_sides, default=0), min(of_sides, default=0)
    if told.root in _BODILY and least == 0 and _is_plain_blow(told, lexicon):
        least = 1
    if best == 2:
        value = _BOTH[least] if is_whole else _ONE
    else:
        value = _PLAIN_PEOPLE if best == 1 or told.root in _BODILY else _NOBODY
        value -= _FEELING if told.code[:3] in _FEELINGS else 0
    if told.is_loose:
        value -= _LOOSE if least < 2 or not is_whole else _LOOSE / 2
    value -= _VAGUE if told.is_vague else 0
    if cast.is_private:
        value -= _ELSEWHERE if told.is_loose or told.code[:2] in _FIGHTS else 0
    value -= _POSSIBLE if told.realis == "hypothetical" else 0
    return round(value, 2)


def _standing(token: Token, party: Party, cast: Cast, lexicon: EventLexicon) -> int:
    """2 for who is of public life, 1 for many people or who is not told, 0 for a private person."""
    is_acronym = token.is_upper and len(token) > 2 and token.tag_[:3] == "NNP"
    if is_acronym or _is_office(token, lexicon) or _is_titled(token, lexicon):
        return 2
    if party.actor_no is not None:
        return 2 if party.actor_no in cast.public else int(cast.is_political)
    if party.mention_no is not None:
        return 2 if cast.people.mentions[party.mention_no].kind != "person" else 0
    if token.tag_ in ("PRP", "WP"):
        return int(token.lower_ in _THEY)
    return _standing_of_noun(token, lexicon)


def _standing_of_noun(noun: Token, lexicon: EventLexicon) -> int:
    if is_measure(noun):  # "thousands of farmers" are farmers
        noun = next((one for of in children(noun, "prep") for one in children(of, "pobj")), noun)
    about = meaning(noun, lexicon)
    domain = about.line.domain if about is not None else ""
    if noun.ent_type_ in ("GPE", "NORP", "ORG", "LOC") or domain in _BANDS:
        return 2
    return int(domain == "people" or noun.tag_ in (*_PLURAL, "NNP"))


def _is_joint(told: Told) -> bool:
    """Whether both sides stand in one place: "the two ministers met", "talks between the two Koreas"."""
    taking = (*told.sources, *told.targets)
    return told.root in _JOINT and (len(taking) > 1 or any(token.tag_ in _PLURAL for token in taking))


def _is_plain_blow(told: Told, lexicon: EventLexicon) -> bool:
    """Whether a blow falls on what can be hit, or comes from those who strike: a state, its police, its foes."""
    return any(_may_be_hit(token, lexicon) for token in told.targets) or any(
        token.ent_type_ in ("GPE", "NORP")
        or ((about := meaning(token, lexicon)) is not None and about.line.domain in ("troops", "police", "fighters"))
        for token in told.sources
    )


def _may_be_hit(token: Token, lexicon: EventLexicon) -> bool:
    """Whether a target is somebody, a place, or a thing that the lexicon knows: a bus, and not a problem."""
    return is_actor(token, lexicon) or is_place(token) or meaning(token, lexicon) is not None


def _is_titled(name: Token, lexicon: EventLexicon) -> bool:
    """Whether an office stands before a name or beside it: "Prime Minister Berg", "Berg, the minister"."""
    near = (child for child in name.children if child.dep_ in ("compound", "appos", "nmod"))
    return any(_is_office(child, lexicon) for child in near)


def _is_office(noun: Token, lexicon: EventLexicon) -> bool:
    about = meaning(noun, lexicon)
    return about is not None and about.line.domain in ("actor", "diplomats", "police", "troops")
