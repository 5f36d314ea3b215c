"""From a verb to the event that it tells of, through what it promises, demands, refuses, threatens, ends or begins."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from transforms.analyse.event_clauses import (
    MOODS,
    agents,
    children,
    heads_clause,
    is_negated,
    is_passive,
    modals,
    objects,
    subject,
)
from transforms.analyse.event_frames import Fit, fits
from transforms.analyse.event_lexicon import EventLexicon
from transforms.analyse.event_means import by_means
from transforms.analyse.event_nouns import is_actor, meaning
from transforms.analyse.event_sources import sources_of
from transforms.analyse.event_targets import Scene, targets_of
from transforms.analyse.event_told import Told, is_friendly, is_hostile, shaded, unharmful

_THINGS_ARE = ("free", "open", "clear", "close", "secure", "complete", "direct", "present", "calm")  # not only acts
_BE = ("is", "are", "was", "were", "be", "been", "being", "am", "remain", "remains", "remained", "'s", "’s", "seems",
       "seemed", "appears", "appeared", "stands", "stood", "feels", "felt", "becomes", "became")  # fmt: skip
_PLAIN_MOVES = ("demand", "appeal", "threaten", "refuse", "reject", "order", "hope", "doubt")
_BODILY = ("17", "18", "19", "20")
_BY_NOUN = ("light", "begin", "order", "appeal", "stop")
_HARSH = ("12", "13", "15")  # what a warning that is a threat tells of, beside hostile acts
_OUTWARD = ("must", "should", "ought")


Known = dict[int, Told | None]  # what the clauses of a sentence tell of, by the position of their heads


def read_clause(head: Token, lexicon: EventLexicon, known: Known) -> Told | None:
    """What the clause that a verb heads tells of; None where it tells of no event. What was read before is `known`."""
    if head.i not in known:
        known[head.i] = None  # should a clause come upon itself
        known[head.i] = _read(head, lexicon, known)
    return known[head.i]


def _read(head: Token, lexicon: EventLexicon, known: Known) -> Told | None:
    word = _predicate(head)
    if word.tag_ == "JJ" and word.lower_ in _THINGS_ARE and not children(word, "xcomp"):
        return None
    if word.lower_ not in lexicon.lemmas or (word.lower_ in _BE and not children(word, "xcomp", "ccomp", "prep")):
        return None
    for fit in fits(word, lexicon):
        if fit.frame.reading == "-":
            return None
        told = _told(word, fit, lexicon, known)
        if told is not None:
            if fit.frame.reading == "say":
                return told
            return shaded(told, head, lexicon)
    return None


def _predicate(head: Token) -> Token:
    """The adjective that says what "is" does not: "is ready to", "remains opposed to"."""
    if head.lower_ in _BE:
        for child in children(head, "acomp", "oprd"):
            return child
    return head


def _told(word: Token, fit: Fit, lexicon: EventLexicon, known: Known) -> Told | None:
    reading = fit.frame.reading
    if reading == "say":
        return _said(word, fit, lexicon, known)
    if reading[0].isdigit():
        return _made(word, fit, lexicon, reading, fit.frame.mode, None)
    inner = read_clause(fit.clause, lexicon, known) if fit.clause is not None else None
    if reading == "warn":
        is_threat = _is_to_foes(word, lexicon) or (
            inner is not None and (is_hostile(inner.code) or inner.root in _HARSH)
        )
        return _made(word, fit, lexicon, "130" if is_threat else "012", "", inner)
    if reading in ("light", "begin", "try", "order"):
        return _passed_on(word, fit, lexicon, inner)
    return _moved(word, fit, lexicon, inner)


def _is_to_foes(word: Token, lexicon: EventLexicon) -> bool:
    """Whether a warning is to somebody, and not to the public, which is only told of a danger."""
    warned = objects(word)
    abouts = [meaning(one, lexicon) for one in warned]
    return bool(warned) and not any(about is not None and about.line.domain in ("people", "person") for about in abouts)


def _said(word: Token, fit: Fit, lexicon: EventLexicon, known: Known) -> Told | None:
    """What somebody says that happens; "said they must leave" is his demand."""
    if fit.clause is None:
        return None
    inner = read_clause(fit.clause, lexicon, known)
    speaker = None if is_passive(word) else subject(word)
    is_somebody = speaker is not None and is_actor(speaker, lexicon)
    if inner is None:
        return _required(word, fit.clause, speaker, lexicon) if is_somebody else None
    if inner.realis == "required":
        others = tuple(one for one in inner.sources if one != speaker)
        if speaker is None or not is_somebody or not others:
            return replace(inner, realis="hypothetical", speaker=speaker)
        code = lexicon.moved("demand", lexicon.domain(inner.code))
        return replace(inner, code=code, content=inner.code, sources=(speaker,), targets=others, realis="actual")
    return replace(inner, speaker=inner.speaker or speaker)


def _required(word: Token, clause: Token, speaker: Token | None, lexicon: EventLexicon) -> Told | None:
    """ "Said the council must act": a demand, whatever is to be done."""
    asked = subject(clause) if not is_passive(clause) else next(iter(agents(clause)), None)
    if speaker is None or asked is None or asked.lower_ == speaker.lower_ or not set(modals(clause)) & set(_OUTWARD):
        return None
    if not is_actor(asked, lexicon):
        return None
    return Told(clause, "100", "", (speaker,), (asked,), used=frozenset((word.i, clause.i)))


def _passed_on(word: Token, fit: Fit, lexicon: EventLexicon, inner: Told | None) -> Told | None:
    """The event of the object or clause, done by the verb's subject: "launched an attack", "began to withdraw"."""
    reading = fit.frame.reading
    if reading == "light" or (inner is None and reading in ("begin", "order")):
        line = fit.meaning.line if fit.meaning else None
        if line is None or not line.code:
            return None
        told = _made(word, fit, lexicon, line.code, line.mode or fit.frame.mode, None)
        return replace(told, negated=True) if told is not None and fit.is_of_none else told
    if inner is None:
        return None
    return _ordered(word, fit, lexicon, inner) if reading == "order" else _gone_into(word, fit, lexicon, inner)


def _ordered(word: Token, fit: Fit, lexicon: EventLexicon, inner: Told) -> Told | None:
    if not (is_hostile(inner.code) or inner.root == "15"):
        return _moved(word, fit._replace(frame=fit.frame._replace(reading="demand")), lexicon, inner)
    return _made(word, fit, lexicon, inner.code, inner.mode, inner)


def _gone_into(word: Token, fit: Fit, lexicon: EventLexicon, inner: Told) -> Told | None:
    """What somebody begins or tries to do, or gets others to do: "got Norway to withdraw"."""
    if fit.clause is not None and children(fit.clause, "nsubj"):
        return replace(inner, realis="hypothetical")
    told = _made(word, fit, lexicon, inner.code, inner.mode, inner)
    if told is None:
        return None
    told = replace(told, trigger=inner.trigger, content=inner.content, realis=inner.realis, negated=inner.negated)
    return _tried(told, inner, lexicon) if fit.frame.reading == "try" else told


def _tried(told: Told, inner: Told, lexicon: EventLexicon) -> Told:
    """What somebody only tries to do: of what is friendly he shows his will."""
    if is_friendly(inner.code):
        return replace(
            told, code=lexicon.moved("promise", lexicon.domain(inner.code)), content=inner.code, realis="planned"
        )
    return replace(told, realis="planned")


def _moved(word: Token, fit: Fit, lexicon: EventLexicon, inner: Told | None) -> Told | None:
    """A promise, demand, refusal, threat, … of what the clause or the object is about."""
    move = fit.frame.reading
    if (move == "consider" or (move == "plan" and inner is None)) and is_passive(word):
        return None  # "is considered an attack", "the talks are expected to help"
    if move == "plan" and fit.clause is not None and children(fit.clause, "nsubj", "nsubjpass"):
        return None  # "expects prices to fall": what somebody thinks, and not what he means to do
    domain, content = _topic(fit, lexicon, inner)
    code = lexicon.moved(move, domain)
    if inner is not None and move in ("promise", "plan", "decide"):
        code = _resolved(move, domain, inner, lexicon)
    if not code or code == "keep":
        return None
    told = _made(word, fit, lexicon, code, fit.frame.mode or _mode(fit, inner), inner)
    if told is None:
        return None
    realis = {"promise": "planned", "plan": "planned", "decide": "planned", "threaten": "threatened"}.get(
        move, "actual"
    )
    if code[:2] == "13" and realis == "planned":
        realis = "threatened"
    is_listed = bool(domain) and (move, domain) in lexicon.moves
    is_loose = told.is_loose and (inner is not None or not is_listed)
    is_loose = is_loose or (move == "allow" and fit.frame.is_loose and not is_listed)
    is_vague = not is_listed and (not told.targets or move in ("hope", "doubt"))
    return replace(told, content=content, realis=realis, is_loose=is_loose, is_vague=told.is_vague or is_vague)


def _resolved(move: str, domain: str, inner: Told, lexicon: EventLexicon) -> str:
    """The code of what somebody means to do, or not to do."""
    if inner.negated:
        return lexicon.moved("refuse", domain) if not is_hostile(inner.code) else unharmful(inner.code)
    code = lexicon.moved("plan", domain) or lexicon.moved(move, domain)
    is_settled = move == "decide" and is_hostile(inner.code)  # a decision is no threat: the act itself is on its way
    return inner.code if code == "keep" or is_settled else code


def _topic(fit: Fit, lexicon: EventLexicon, inner: Told | None) -> tuple[str, str]:
    """What a move is about, and the CAMEO code of it where it is an event."""
    if inner is not None:
        code = inner.content if inner.root == "03" and inner.content else inner.code
        return lexicon.domain(code), code
    about = fit.meaning
    if about is None and fit.clause is not None:  # "allowed convoys to enter": what is let in
        about = next((meaning(who, lexicon) for who in children(fit.clause, "nsubj")), None)
    return (about.line.domain, about.line.code) if about is not None else ("", "")


def _mode(fit: Fit, inner: Told | None) -> str:
    return inner.mode if inner is not None else fit.meaning.line.mode if fit.meaning else ""


_SELF = ("himself", "herself", "themselves", "itself", "myself", "ourselves", "yourself")


def _made(word: Token, fit: Fit, lexicon: EventLexicon, code: str, mode: str, inner: Told | None) -> Told | None:
    """The event with those who take part; None where nobody does, or where what acts is no actor."""
    sources = sources_of(word, lexicon)
    if sources is None:
        return None
    targets = tuple(one for one in targets_of(Scene(word, fit, code, inner, lexicon)) if one not in sources)
    if code == "041" and is_passive(word):
        return None  # "a man called Dahl"
    is_kept_away = is_negated(word) and "will" in modals(word)  # "will not resume the talks", whoever sits there
    if code[:2] in _BODILY and any(one.lower_ in _SELF for one in children(word, "dobj")):
        return None  # "killed himself"
    if (not sources and not targets) or (_is_alone(code, sources, targets) and not is_kept_away):
        return None
    code, mode = by_means(word, code, mode, lexicon)
    below = {fit.clause.i} if code[:3] == "112" and fit.clause is not None else set()  # of what somebody is accused
    used = {word.i} | below | ({fit.meaning.noun.i} if fit.meaning else set()) | (inner.used if inner else set())
    is_loose = _is_by_noun(fit) or (fit.frame.is_loose if inner is None else _is_loose_above(fit, inner))
    is_vague = inner is not None and inner.is_vague
    return Told(word, code, mode, sources, targets, used=frozenset(used), is_loose=is_loose, is_vague=is_vague)


def _is_loose_above(fit: Fit, inner: Told) -> bool:
    """Whether what is meant stays open: of what is demanded or refused the word for that may be plain by itself."""
    return inner.is_loose and (fit.frame.is_loose or fit.frame.reading not in _PLAIN_MOVES)


def _is_by_noun(fit: Fit) -> bool:
    """Whether an everyday noun tells of the event: "held talks", "gave help"."""
    return fit.frame.reading in _BY_NOUN and fit.meaning is not None and fit.meaning.line.is_everyday


def _is_alone(code: str, sources: tuple[Token, ...], targets: tuple[Token, ...]) -> bool:
    """Whether somebody is said to meet or talk, and nobody with whom."""
    is_one = len(sources) == 1 and sources[0].tag_ in ("NN", "NNP", "PRP")
    return code[:2] == "04" and code[:3] != "045" and not targets and is_one and sources[0].lower_ != "they"


def predicates(sentence: list[Token], lexicon: EventLexicon) -> list[Token]:
    """The heads of clauses that may tell of an event, those of the main clause first."""
    heads = [token for token in sentence if token.lower in lexicon.numbers and heads_clause(token)]
    heads = [token for token in heads if not _is_in_name(token, sentence)]
    return sorted(heads, key=lambda token: (height(token), token.i))


def _is_in_name(token: Token, sentence: list[Token]) -> bool:
    """Whether a verb is part of a name or of a word with a hyphen: "the Volunteers Helping Coast", "well-funded"."""
    if token.tag_ == "VBG" and (token.dep_ == "amod" or (token.dep_ == "conj" and token.head.tag_[:2] == "NN")):
        return True  # "the visiting team", "strikes and shelling"
    if token.dep_ == "acl" and token.lower_ in MOODS:
        return True  # "the union concerned"
    before, after = token.i - 1 >= sentence[0].i, token.i < sentence[-1].i
    if not before:
        return False
    if token.nbor(-1).lower_ == "-":
        return True
    is_amid = token.is_title and after and token.nbor(-1).is_title and token.nbor(1).is_title
    return is_amid and sum(word.is_lower for word in sentence) * 2 > len(sentence)


_WEIGHT = {
    "ccomp": 0.5,
    "conj": 1.0,
    "xcomp": 1.0,
    "advcl": 2.0,
    "relcl": 3.0,
    "acl": 3.0,
    "pcomp": 2.0,
    "parataxis": 0.5,
}


def height(token: Token) -> float:
    """How far below the main clause a word stands; 0 for the main verb."""
    total = 0.0
    while token.head != token:
        total += _WEIGHT.get(token.dep_, 0.2)
        token = token.head
    return total
