"""Whom or what an event is directed at: of all that the clause names, what stands nearest to being acted on."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from spacy.tokens import Token

from transforms.analyse.event_clauses import (
    children,
    is_moment,
    is_passive,
    is_verb,
    objects,
    subject,
    with_conjuncts,
)
from transforms.analyse.event_forms import singular
from transforms.analyse.event_frames import Fit
from transforms.analyse.event_lexicon import EventLexicon
from transforms.analyse.event_means import is_machine
from transforms.analyse.event_nouns import hanging, is_actor, is_place, meaning, owners, parties, reached
from transforms.analyse.event_told import Told

_TOWARDS = ("against", "on", "upon", "with", "to", "toward", "towards", "at", "between", "among", "over")
_FROM = ("from", "for", "of", "into", "about", "inside", "in", "near", "across", "off", "outside", "beside",
         "beneath", "under", "by")  # fmt: skip
_BELOW = ("xcomp", "advcl", "ccomp", "prep", "acl")
_ASKED = ("demand", "appeal", "order", "allow", "prevent", "hope", "doubt", "112", "100", "170", "130", "022")
_OWNED = (
    "proposal", "demand", "invitation", "promise", "accusation", "criticism", "threat", "statement", "agreement",
)  # fmt: skip
_SENT = ("troops", "police", "peacekeepers", "aid", "military aid", "weapons")
_SENDING = ("03", "07", "08", "15", "16", "162")
_AIMING = ("at", "into", "on", "onto", "against", "toward", "towards", "across")
_MEANS = ("attack", "repression", "military aid", "arrest", "talks")
_AMMUNITION = frozenset(
    ("round", "shell", "rocket", "missile", "bullet", "shot", "mortar", "salvo", "projectile", "stone")
)
_MOODS = ("012", "013", "018", "019")  # codes of what somebody feels, about whom he says so
_IN_WORDS = ("02", "10", "11", "13")  # codes of what is said to somebody, "it" or "us" too
_SPOKEN_TO = ("it", "us", "you", "me", "themselves", "itself")
_TELLERS = ("i", "we", "you", "me", "us", "it")
_BLOWS = ("17", "18", "19", "20")


class Scene(NamedTuple):
    """What targets are looked for in: a verb, the frame that fits it, the code it gives, and the event below it."""

    verb: Token
    fit: Fit
    code: str
    inner: Told | None
    lexicon: EventLexicon


Finder = Callable[[Scene], Iterable[Token]]


def targets_of(scene: Scene) -> list[Token]:
    """The targets of an event; of the places to look, the first that names any decides."""
    who = subject(scene.verb)
    sources = set(with_conjuncts(who)) if who is not None and not is_passive(scene.verb) else set()
    finders = _SENDERS if _is_sending(scene) else _PROTESTERS if scene.code[:2] == "14" else _IN_TURN
    if scene.code[:2] in _IN_WORDS and any(one.lower_ in _SPOKEN_TO for one in children(scene.verb, "dobj")):
        return [one for one in children(scene.verb, "dobj") if one.lower_ == "it"]
    if is_blow(scene.code) and is_passive(scene.verb) and any(one.lower_ in _TELLERS for one in objects(scene.verb)):
        return []
    if scene.fit.frame.reading == "discuss":
        finders = _PARTNERS
    if scene.code in _MOODS:
        finders = _MEANT
    for find in finders:
        others = [one for one in dict.fromkeys(find(scene)) if one not in sources and not _is_own(one, scene)]
        if others:
            return others
    return []


def _is_own(one: Token, scene: Scene) -> bool:
    """Whether those who are called home or withdrawn are somebody's own: "recalled its ambassador"."""
    if scene.code[:2] != "16" or one.dep_ != "dobj" or scene.verb.lower_.startswith("expel"):
        return False
    about = meaning(one, scene.lexicon) if scene.code == "161" else None
    is_called_home = about is not None and about.line.domain == "diplomats"
    return is_called_home or any(child.tag_ == "PRP$" for child in children(one, "poss"))


def _is_sending(scene: Scene) -> bool:
    """Whether the object is what is sent or withdrawn, and not whom it is sent to: "sent troops to", but "expelled"."""
    direct = objects(scene.verb)
    about = meaning(direct[0], scene.lexicon) if direct else None
    return (
        about is not None
        and about.line.domain in _SENT
        and scene.code[:2] in _SENDING
        and scene.fit.frame.mode != "expel"
        and (scene.fit.frame.reading == "light" or scene.fit.frame.reading[0].isdigit())
    )


def is_blow(code: str) -> bool:
    """Whether a code is of an act that may be done to a thing: a house is seized, a bus attacked."""
    return code[:2] in _BLOWS


def _things(nouns: Iterable[Token]) -> list[Token]:
    found = [one for noun in nouns for one in with_conjuncts(noun)]
    return [one for one in found if one.tag_[:2] in ("NN", "JJ", "CD") and not is_moment(one)]


def _asked(scene: Scene) -> Iterable[Token]:
    """Who is to do what is asked: the subject of the clause."""
    clause = scene.fit.clause
    if clause is None and scene.fit.meaning is not None and scene.fit.meaning.line.domain == "statement":
        clause = next(iter(children(scene.fit.meaning.noun, "acl", "ccomp", "relcl")), None)  # "hope that Norway will"
    elif scene.fit.frame.reading not in _ASKED:
        return []
    if any(is_actor(one, scene.lexicon) for one in children(scene.verb, "dobj")):
        return []  # "reminded Norway that they are watching"
    own = children(clause, "nsubj", "nsubjpass") if clause is not None else []
    return [one for who in own for one in reached(who, scene.lexicon, 1)]


def _given(scene: Scene) -> Iterable[Token]:
    """ "Gave Norway two ships"."""
    bare = [child for child in children(scene.verb, "dative") if child.tag_ != "IN"]
    return [one for noun in bare for one in with_conjuncts(noun) if is_actor(one, scene.lexicon)]


def _direct(scene: Scene) -> Iterable[Token]:
    found = [one for noun in objects(scene.verb) for one in with_conjuncts(noun) if is_actor(one, scene.lexicon)]
    return found if is_blow(scene.code) else [one for one in found if not is_machine(one)]


def _hit(scene: Scene) -> Iterable[Token]:
    """What a blow falls on, person or thing, and not what it is struck with: "fired tear gas"."""
    if not is_blow(scene.fit.frame.reading):
        return []
    abouts = {noun: meaning(noun, scene.lexicon) for noun in objects(scene.verb)}
    return _things(
        noun
        for noun, about in abouts.items()
        if singular(noun.lower_) not in _AMMUNITION and (about is None or about.line.domain not in _MEANS)
    )


def _of_particle(scene: Scene) -> Iterable[Token]:
    fit = scene.fit
    if fit.noun is None or (fit.particle is not None and fit.particle.dep_ != "prep"):
        return []
    return [one for one in with_conjuncts(fit.noun) if is_actor(one, scene.lexicon)]


def _owner(scene: Scene) -> Iterable[Token]:
    """Whose the proposal, demand or charge is that is accepted, rejected or praised."""
    about = scene.fit.meaning
    if about is None or about.line.domain not in _OWNED or scene.code[:2] == "09":
        return []  # who makes an allegation is not who is looked into
    return owners(about.noun, scene.lexicon)


def _inner(scene: Scene) -> Iterable[Token]:
    return scene.inner.targets if scene.inner is not None else []


def _outward(scene: Scene) -> Iterable[Token]:
    """Whom the object is directed at: "sanctions against"; of a blow also a thing: "an attack on the bridge"."""
    preps = [prep for noun in objects(scene.verb) for prep in _preps(noun) if prep.lower_ in _TOWARDS]
    reach = [pobj for prep in preps for pobj in children(prep, "pobj")]
    about = scene.fit.meaning
    if about is not None and is_blow(about.line.code):
        return _things(reach)
    return [one for pobj in reach for one in reached(pobj, scene.lexicon, 2)]


def _preps(noun: Token) -> list[Token]:
    return [child for child in hanging(noun) if child.dep_ in ("prep", "agent", "dative")]


def _behind(verb: Token, order: tuple[str, ...], lexicon: EventLexicon) -> list[Token]:
    """The actors behind a verb's prepositions, in the order of the prepositions; of equal ones the first."""
    preps = [child for child in verb.children if child.dep_ in ("prep", "dative", "agent") and child.lower_ in order]
    for prep in sorted(preps, key=lambda child: order.index(child.lower_)):
        found = [one for pobj in children(prep, "pobj") for one in reached(pobj, lexicon, 3)]
        if found:
            return found
    return []


def _towards(scene: Scene) -> Iterable[Token]:
    return _behind(scene.verb, _TOWARDS, scene.lexicon)


def _aimed(scene: Scene) -> Iterable[Token]:
    """What a blow is aimed at, person or thing: "fired rockets into the town"."""
    if not is_blow(scene.code):
        return []
    preps = [prep for prep in children(scene.verb, "prep") if prep.lower_ in _AIMING]
    return _things(pobj for prep in preps for pobj in children(prep, "pobj"))


def _from(scene: Scene) -> Iterable[Token]:
    return (
        _behind(scene.verb, _FROM, scene.lexicon)
        if not is_passive(scene.verb)
        else _behind(scene.verb, _FROM[:-1], scene.lexicon)
    )


def _named_in_object(scene: Scene) -> Iterable[Token]:
    about = scene.fit.meaning
    if about is not None and (
        about.line.domain in ("troops", "police") or scene.code[:2] + about.line.domain == "09accusation"
    ):
        return []  # whose troops are sent is not whom they are sent against
    found = [one for noun in objects(scene.verb) for one in parties(noun, scene.lexicon)]
    return found or (parties(scene.fit.noun, scene.lexicon) if scene.fit.noun is not None else [])


def _in_clause(scene: Scene) -> Iterable[Token]:
    """The actors of a clause that tells of no event itself: "is ready to contribute engines to Norway"."""
    clause = scene.fit.clause
    if scene.inner is not None or clause is None:
        return []
    own = [one for noun in children(clause, "dobj") for one in reached(noun, scene.lexicon, 2)]
    return _behind(clause, _TOWARDS, scene.lexicon) or own or _behind(clause, _FROM, scene.lexicon)


def _below(scene: Scene) -> Iterable[Token]:
    """The actors named in the clauses below: "marched to demand that Norway …"."""
    for child in scene.verb.children:
        if child.dep_ in _BELOW and child.i > scene.verb.i and not children(child, "mark", "nsubj"):
            clause = child if child.dep_ != "prep" else next(iter(children(child, "pcomp")), None)
            if clause is not None:
                own = [one for noun in children(clause, "dobj") for one in reached(noun, scene.lexicon, 2)]
                found = own or _behind(clause, (*_TOWARDS, *_FROM), scene.lexicon)
                if found:
                    return found
    return []


def _above(scene: Scene) -> Iterable[Token]:
    """The target of the verb that a purpose hangs on: "sent inspectors to Norway to look into"."""
    verb = scene.verb
    if verb.dep_ in ("xcomp", "advcl") and verb.tag_ == "VB" and is_verb(verb.head):
        return _behind(verb.head, _TOWARDS, scene.lexicon)
    return []


def _sent_to(scene: Scene) -> Iterable[Token]:
    """Where or to whom something is sent or from where it is withdrawn: by name of a place too."""
    order = ("to", "against", "into", "onto", "from", "along", "near", "at", "on", "in", "for", "around", "across")
    heads = [scene.verb, *objects(scene.verb)]
    for word in order:
        for head in heads:
            for prep in _preps(head):
                if prep.lower_ == word:
                    found = [one for pobj in children(prep, "pobj") for one in reached(pobj, scene.lexicon, 2)]
                    if found:
                        return found
    return []


def _anywhere(scene: Scene) -> Iterable[Token]:
    """The first other actor that the rest of the clause names, whatever the words between."""
    for token in scene.verb.subtree:
        is_head = token.tag_[:2] == "NN" and token.dep_ in ("pobj", "dobj", "nsubj", "poss", "attr", "conj")
        if token.i > scene.verb.i and is_head and is_actor(token, scene.lexicon):
            return [token]
    return []


def _places(scene: Scene) -> Iterable[Token]:
    return [noun for noun in objects(scene.verb) if is_place(noun)]


def _about(scene: Scene) -> Iterable[Token]:
    return _behind(scene.verb, ("about", "by", "of", "for"), scene.lexicon)


def _partners(scene: Scene) -> Iterable[Token]:
    """With whom something is discussed, the parser hanging it on the verb or on what is discussed."""
    heads = [scene.verb, *objects(scene.verb)]
    return [one for head in heads for one in _behind(head, ("with", "between", "among"), scene.lexicon)]


_MEANT: tuple[Finder, ...] = (_asked, _direct, _of_particle, _owner, _outward, _towards, _named_in_object, _about)
_PARTNERS: tuple[Finder, ...] = (_partners,)
_REST: tuple[Finder, ...] = (_named_in_object, _from, _in_clause, _below, _above, _places)
_IN_TURN: tuple[Finder, ...] = (
    _asked, _given, _direct, _hit, _of_particle, _owner, _inner, _outward, _towards, _aimed, *_REST,
)  # fmt: skip
_SENDERS: tuple[Finder, ...] = (_given, _inner, _sent_to, *_REST, _direct)
# Where a crowd gathers says less of whom it is against than what it calls for.
_PROTESTERS: tuple[Finder, ...] = (
    _direct, _hit, _inner, _outward, _towards, _named_in_object, _below, _in_clause, _from, _anywhere,
)  # fmt: skip
