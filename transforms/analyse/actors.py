"""The actors of an article: who is named, by which names, in which roles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from transforms.analyse.body_titles import find_body_titles
from transforms.analyse.cast import Cast
from transforms.analyse.document import Document
from transforms.analyse.field_names import with_their_fields
from transforms.analyse.gazetteer import Gazetteer
from transforms.analyse.identity import Identity, identify
from transforms.analyse.kinds import repeated_names, settle_kinds, speaking_names
from transforms.analyse.metonyms import find_governments
from transforms.analyse.names import Name, find_names
from transforms.analyse.national_teams import find_sides
from transforms.analyse.role_countries import country_of_role
from transforms.analyse.role_names import titled_names
from transforms.analyse.roles import FoundRole, find_roles
from transforms.analyse.short_names import add_acronyms, find_acronyms
from transforms.analyse.titles import Settled, find_titles
from transforms.records.analyse import LocalActor, Mention, Role

# How far each rule is to be trusted: an order, from the order in which the rules are tried, not a probability.
# A mention is the less sure, the less sure the name model is of its name.
_TRUST = {
    "name": 0.95, "seed": 0.95, "acronym": 0.9, "short": 0.9, "short-name": 0.9, "adjective": 0.9, "demonym": 0.85,
    "office": 0.8, "team": 0.75, "institution": 0.8, "known-as": 0.85, "capital": 0.75, "nearest": 0.7, "": 0.5,
}  # fmt: skip
_ROLE_TRUST = {
    "title": 0.9,
    "apposition-after": 0.9,
    "apposition-before": 0.85,
    "copula": 0.7,
    "clause": 0.75,
    "appointed": 0.8,
}


@dataclass(frozen=True)
class People:
    """Mentions, the actors they point to, and roles that point to mentions."""

    mentions: tuple[Mention, ...]
    actors: tuple[LocalActor, ...]
    roles: tuple[Role, ...]


def find_people(document: Document, gazetteer: Gazetteer) -> People:
    """Everyone and everything named in a document, with the office holders that titles stand for."""
    cast = Cast(gazetteer)
    found = with_their_fields(document.article.body, find_names(document, gazetteer))
    names = settle_kinds(document, add_acronyms(document, found))
    names = repeated_names(document, titled_names(document, speaking_names(document, names)))
    acronyms = find_acronyms(names, document.article.body)
    identities = identify(names, acronyms, find_governments(document, names), cast, find_sides(document, names))
    roles = [role for role in find_roles(document, names) if _is_person(identities[role.person], cast)]
    settled, day = Settled(names, identities, roles), _day(document)
    titles = [*find_titles(document, settled, cast, day), *find_body_titles(document, settled, cast, day)]
    named = sorted([*zip(names, identities, strict=True), *titles], key=lambda pair: pair[0].start)
    position = {name.start: n for n, (name, _) in enumerate(named)}
    return People(
        mentions=tuple(_mention(name, identity, cast, document) for name, identity in named),
        actors=tuple(cast.actors),
        roles=tuple(
            _role(role, position[names[role.person].start], names, country_of_role(role, names, identities, cast))
            for role in roles
        ),
    )


def _is_person(identity: Identity, cast: Cast) -> bool:
    """Whether nobody but a person is known under a name that was taken for a person's."""
    return identity[0] is None or cast.actors[identity[0]].kind == "person"


def _day(document: Document) -> date | None:
    moment = document.article.published_at
    return document.article.dateline_date or (moment.date() if moment else None)


def _method(document: Document) -> str:
    return "names-by-model" if document.is_parsed or document.is_tagged else "names-by-seeds"


def _mention(name: Name, identity: Identity, cast: Cast, document: Document) -> Mention:
    actor, rule = identity
    kind = name.kind if actor is None or rule in ("demonym", "adjective") else cast.actors[actor].kind
    sure = 1.0 if name.aliases else name.confidence  # a seed vouches for its names
    trust = round(_TRUST.get(rule, _TRUST["short"]) * sure, 3)
    return Mention(name.sentence_no, name.start, name.end, name.surface, kind, actor, rule, trust, _method(document))


def _role(role: FoundRole, mention_no: int, names: Sequence[Name], country: str) -> Role:
    return Role(
        names[role.person].sentence_no,
        role.start,
        role.end,
        mention_no,
        role.text,
        role.role_class,
        role.affiliation,
        country,
        role.is_former,
        _ROLE_TRUST[role.pattern],
        f"role-{role.pattern}",
    )
