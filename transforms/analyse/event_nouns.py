"""What a noun phrase is about: the event or the thing that its nouns name, however they are nested."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Token

from transforms.analyse.event_clauses import children, is_moment, with_conjuncts
from transforms.analyse.event_forms import singular
from transforms.analyse.event_lexicon import LONGEST_NOUN, EventLexicon
from transforms.records.seeds import EventNoun

_MEASURES = frozenset((
    "part", "number", "series", "wave", "round", "lot", "kind", "type", "form", "set", "string", "spate",
    "package",
    "dollar", "euro", "pound", "million", "billion", "ton", "tonne", "amount", "worth", "hundred", "thousand", "dozen",
    "use", "start", "beginning", "end", "act", "campaign", "possibility", "risk", "effort", "attempt",

    "prospect", "piece", "share",
    "implementation", "imposition", "introduction", "resumption", "extension", "provision", "delivery",
    "deployment",
    "proposal", "exchange", "signing", "holding", "expansion", "increase", "barrage", "step", "pair",
    "message", "letter", "feeling", "expression", "voice", "declaration", "some", "all", "most",
    "many",
    "kg", "volume", "batch", "shipment", "load", "consignment", "tranche", "rest", "remainder", "lifting",
))  # fmt: skip
PEOPLE = frozenset(
    ("actor", "fighters", "person", "workers", "people", "captives", "troops", "police", "diplomats", "peacekeepers")
)
_DOERS = ("er", "or", "ist", "man", "woman", "ian", "eer", "ee")
_NOT_DOERS = (
    "number", "paper", "order", "power", "letter", "computer", "border", "water", "matter", "factor", "sector",
    "door", "floor", "tractor", "reactor", "motor", "error", "rumour", "corridor", "centre", "center", "member",
    "winter", "summer", "weather", "chapter", "corner", "offer", "dinner", "river", "harbor", "harbour",
    "shelter", "quarter", "disaster", "trailer", "container", "tanker", "carrier", "counter", "answer",
    "prayer", "labour", "labor", "behavior", "behaviour", "favour", "humour", "terror", "horror", "mirror",
    "manner", "danger", "anger", "hunger", "finger", "shoulder", "register", "theater", "encounter", "transfer",
    "cover", "barrier", "poster", "banner", "meter", "liter", "fever", "cancer", "fiber", "timber", "lumber",
    "chamber", "december", "september", "october", "november", "referee", "coffee", "degree", "fee", "human",
    "german", "list", "mist", "twist", "color", "indicator", "quota", "elevator", "generator", "calculator",
    "monitor", "flavor", "armor", "tumor", "vapor", "bulldozer", "freighter", "helicopter", "bomber",
    "launcher", "cruiser", "destroyer", "scanner", "server", "router", "filter", "glacier", "tower", "layer",
    "lever", "laser", "fertilizer", "sticker", "folder", "feeder", "marker", "sweater", "freezer", "cooler",
    "heater", "printer", "browser", "cluster", "thunder", "ladder", "trigger", "buffer", "career", "frontier",
    "beer", "deer", "remainder", "reminder", "vector", "sensor", "anchor", "razor", "interior", "exterior",
    "checklist", "playlist", "shortlist", "knee", "tree", "median", "folklore", "semester", "lobster", "oyster",
    "hamster", "monster", "plaster", "gender", "tender", "fender", "cylinder", "diameter", "parameter",
    "perimeter", "thermometer", "kilometer", "boiler", "brochure", "litter", "chatter", "shutter", "gutter",
    "butter", "copper", "pepper", "slipper", "zipper", "clipper", "tiger", "hanger", "burger", "ledger",
    "badger", "voucher", "feather", "leather", "rubber", "sober", "cyber", "fibre", "acre",
)  # fmt: skip
_NAMES = ("PERSON", "ORG", "GPE", "NORP", "LOC", "FAC")
_PERSONAL = ("he", "she", "they", "him", "her", "them", "who", "whom")
_PLACES = ("GPE", "LOC", "FAC")
_SOME = ("some", "many", "others", "several")  # people, where nothing else is named
_DAYS = frozenset((
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december", "jan", "jan.", "feb", "feb.", "mar", "mar.", "apr", "apr.", "jun", "jun.", "jul", "jul.", "aug", "aug.",
    "sep", "sep.", "sept", "sept.", "oct", "oct.", "nov", "nov.", "dec", "dec.", "monday", "tuesday", "wednesday",
    "thursday", "friday", "saturday", "sunday",
))  # fmt: skip


class Meaning(NamedTuple):
    """The noun that decides what a phrase is about, and its line in the lexicon."""

    noun: Token
    line: EventNoun


def meaning(noun: Token, lexicon: EventLexicon) -> Meaning | None:
    """What a noun phrase is about. Of "part of a military aid package" it is the aid."""
    is_amount = is_measure(noun) or is_moment(noun)
    if not is_amount and not lexicon.may_tell(noun):
        return None
    own = _joined(noun, lexicon) or _struck(noun, lexicon) or lexicon.noun(_phrase(noun))
    if own is not None and not (is_amount and own.domain in ("money", "proposal", "troops", "aid", "people")):
        return Meaning(noun, own)
    for inner in _inside(noun) if is_amount or own is None else ():
        line = lexicon.noun(_phrase(inner))
        is_part = is_amount or (inner.dep_ in ("compound", "nmod") and inner.head == noun)
        if line is not None and is_part and line.domain != "actor":
            return Meaning(inner, line)
    return Meaning(noun, own) if own is not None else None


def is_measure(noun: Token) -> bool:
    """Whether a noun only says how much or which part there is of what stands behind "of"."""
    return singular(noun.lower_) in _MEASURES


def _struck(noun: Token, lexicon: EventLexicon) -> EventNoun | None:
    """A "strike" on or against somebody is no walkout."""
    if noun.lower_ not in ("strike", "strikes"):
        return None
    is_aimed = any(_is_aimed(prep) for prep in children(noun, "prep"))
    owned = [child for child in children(noun, "poss", "amod", "compound") if child.ent_type_ in ("GPE", "NORP")]
    if not is_aimed and not (owned and noun.lower_ == "strikes"):
        return None
    own = lexicon.noun(_phrase(noun))
    return own if own is not None and own.domain == "attack" else lexicon.nouns.get("military strike")


_EMPLOYERS = ("company", "employer", "firm", "operator", "airline", "management", "union", "federation", "council")


def _is_aimed(prep: Token) -> bool:
    """Whether a blow falls behind a preposition: "a strike against the town", but not "against the company"."""
    if prep.lower_ != "against":
        return prep.lower_ in ("on", "at", "inside", "into")
    return not any(whom.ent_type_ == "ORG" or whom.lower_ in _EMPLOYERS for whom in children(prep, "pobj"))


def _joined(noun: Token, lexicon: EventLexicon) -> EventNoun | None:
    """The line of a phrase with "of" in it: "state of emergency", "exchange of fire"."""
    if singular(noun.lower_) not in lexicon.before_of:
        return None
    for of in children(noun, "prep"):
        if of.lower_ == "of":
            for inner in children(of, "pobj"):
                return lexicon.nouns.get(f"{singular(noun.lower_)} of {singular(inner.lower_)}")
    return None


def _inside(noun: Token) -> Iterator[Token]:
    """The nouns of a phrase that may tell what its head only measures: behind "of", and before the head."""
    for of in children(noun, "prep"):
        if of.lower_ in ("of", "for", "in"):
            yield from children(of, "pobj")
            yield from (inner for pobj in children(of, "pobj") for inner in _inside(pobj))
    yield from children(noun, "compound", "nmod", "amod", "appos")[::-1]


def _phrase(noun: Token) -> list[str]:
    """The words that end in a noun, as far as they belong to it, in lower case; hyphens join."""
    words = [noun.lower_]
    position, first, doc = noun.i, noun.left_edge.i, noun.doc
    while position > first and len(words) < LONGEST_NOUN:
        before = doc[position - 1]
        if before.lower_ == "-" and position - 2 >= first:
            words[0] = f"{doc[position - 2].lower_}-{words[0]}"
            position -= 2
            continue
        if before.dep_ not in ("compound", "amod", "nmod", "det", "case", "poss", "prep", "nummod"):
            break
        words.insert(0, before.lower_)
        position -= 1
    return words


def is_actor(noun: Token, lexicon: EventLexicon) -> bool:
    """Whether a noun is somebody, or a country or body that acts."""
    word = noun.lower_
    if noun.tag_ == "PRP" or word in _PERSONAL or is_moment(noun) or _is_day(noun):
        return word in _PERSONAL
    if word in _SOME and noun.dep_ in ("nsubj", "nsubjpass", "pobj"):
        return not any(child.lower_ == "of" for child in noun.children)
    if _is_named(noun):
        return True
    line = _joined(noun, lexicon) or lexicon.noun(_phrase(noun))
    if line is not None:
        is_town = line.domain == "places" and noun.tag_ == "NNP"  # "the City"
        return line.domain in PEOPLE or is_town or (line.domain == "access" and _names_doer(singular(noun.lower_)))
    return noun.tag_ in ("NNP", "NNPS") or (noun.tag_ in ("NN", "NNS") and _names_doer(singular(noun.lower_)))


def _is_day(noun: Token) -> bool:
    """Whether a noun is a day or month, and nobody of that name."""
    return noun.lower_ in _DAYS and noun.ent_type_ != "PERSON"


def _is_named(noun: Token) -> bool:
    """Whether a noun is a name of somebody, by the model or by its capitals, its own or of a name that it ends."""
    is_capital = noun.is_upper and len(noun) > 2 and noun.tag_[:2] == "NN"
    is_last = noun.is_title and any(child.dep_ == "compound" and child.tag_[:3] == "NNP" for child in noun.lefts)
    return is_capital or is_last or (noun.ent_type_ in _NAMES and noun.tag_[:2] in ("NN", "JJ"))


def _names_doer(noun: str) -> bool:
    """Whether a noun that the lexicon does not list ends as those do that people are called by: "firefighter"."""
    return noun.endswith(_DOERS) and not noun.endswith(_NOT_DOERS) and len(noun) > 4


def is_place(noun: Token) -> bool:
    """Whether a noun is a name of a place."""
    return noun.ent_type_ in _PLACES


_OUTWARD = ("against", "on", "upon", "with", "toward", "towards", "to", "at", "over", "between", "among")
_INWARD = ("by", "from", "for", "of", "into", "about")
_WHERE = ("in", "near", "across", "inside", "around")


def parties(noun: Token, lexicon: EventLexicon, depth: int = 3) -> list[Token]:
    """The actors named in a noun phrase: whom it is directed at; else whose it is; else whom it comes from or is in."""
    for order in (_OUTWARD, ("poss",), _INWARD):
        found = [one for child in hanging(noun) for one in _parties_of(child, order, lexicon, depth)]
        if found:
            return found
    own = [child for child in children(noun, "compound", "amod", "nmod") if child.ent_type_ in _NAMES]
    return own or [one for child in hanging(noun) for one in _parties_of(child, _WHERE, lexicon, depth)]


def hanging(noun: Token) -> list[Token]:
    """What hangs on a noun, and on the participle behind it: "a ban imposed on"."""
    participles = [child for child in children(noun, "acl") if child.tag_ == "VBN"]
    return [child for head in (noun, *participles) for child in head.children]


def owners(noun: Token, lexicon: EventLexicon) -> list[Token]:
    """Whose a proposal, demand or charge is: "Norway's offer", "an offer by Norway", "a Norwegian offer"."""
    for order in (("poss",), ("by", "from")):
        found = [one for child in noun.children for one in _parties_of(child, order, lexicon, 2)]
        if found:
            return found
    joined = [one for child in children(noun, "compound", "amod", "nmod") for one in (child, *children(child, "conj"))]
    return [one for one in joined if one.ent_type_ in _NAMES]


def _parties_of(child: Token, order: tuple[str, ...], lexicon: EventLexicon, depth: int) -> Iterator[Token]:
    if child.dep_ == "poss" and "poss" in order:
        yield from (one for one in with_conjuncts(child) if is_actor(one, lexicon))
    if child.dep_ in ("prep", "agent") and child.lower_ in order:
        for pobj in children(child, "pobj"):
            yield from reached(pobj, lexicon, depth - 1)


def reached(noun: Token, lexicon: EventLexicon, depth: int = 3) -> Iterator[Token]:
    """The noun and those joined to it as far as they are actors; else the actors named in them."""
    for one in with_conjuncts(noun):
        if is_actor(one, lexicon):
            yield one
        elif depth > 0:
            yield from parties(one, lexicon, depth - 1)
