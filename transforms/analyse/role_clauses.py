"""Where clauses tell a role: "is the head of", "was named chief executive", "resigned as mayor", "who chairs it"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from transforms.analyse.offices import role_class
from transforms.analyse.role_phrases import Phrase, opens_a_noun_phrase, parts_of, until_clause

_COPULAS = {"is": False, "becomes": False, "became": False, "remains": False, "was": True, "remained": True}
_NOT_YET = {"if", "whether", "unless", "should", "until", "when", "once"}
_APPOINTED = {"elected", "appointed", "named", "nominated", "chosen", "installed", "reelected", "re-elected", "elects",
              "names", "appoints", "sworn", "crowned", "anointed", "picked", "promoted", "confirmed", "hired", "hires",
              "tapped", "recruited", "reappointed", "re-appointed"}  # fmt: skip
_SUCCEEDS = {"succeeds", "succeeded", "replaces", "replaced", "serves", "works", "returned", "acts", "took", "takes",
             "take", "taking", "serve", "serving", "acting", "returns", "joined", "joins", "starts", "started",
             "continues", "continued", "served", "worked", "acted"}  # fmt: skip
_LEAVES = {"resigned", "resigns", "resign", "quit", "quits", "stepped", "steps", "step", "stepping", "resigning",
           "retired", "retires", "fired", "sacked", "dismissed", "ousted", "removed", "suspended"}  # fmt: skip
_PASSED = {"served", "worked", "acted"}  # past, but for "has served"
_TENURES = {"resignation", "tenure", "time", "stint", "career", "departure", "years", "spell"}
_POSTS = {"role", "appointment", "election", "job", "position", "capacity", "work", "nomination", "return", "debut"}
_PASSIVE = {",", "is", "was", "be", "been", "being", "were", "gets", "got"}
_GOES_ON = (",", "VB", "MD", "RB", "POS", "WP", "TO", "IN")  # tags behind a name of what may tell a role of it
_LONGEST_ASIDE = 16
_BETWEEN = 7  # tokens of a verb phrase before its "as": "is expected to step down soon as"


def clauses_around(tokens: Sequence[Token], first: int, last: int) -> Iterator[Phrase]:
    """The clauses around the name that tokens[first:last] are, of the tokens of its sentence."""
    yield Phrase(_appointed(tokens, first, last), "appointed")
    if last >= len(tokens) or not tokens[last].tag_.startswith(_GOES_ON):
        return
    for phrase in (
        _who_is(tokens, last),
        _after_copula(tokens, last),
        _after_copula(tokens, _past_commas(tokens, last)),
    ):
        for part in parts_of(phrase.tokens):
            yield phrase._replace(tokens=part)
    yield _who_heads(tokens, last)
    yield _as_what(tokens, last)
    yield _post_as(tokens, last)


def _past_commas(tokens: Sequence[Token], edge: int) -> int:
    """Behind what stands between commas after a name: "NAME, a donor, is"; the end where nothing does."""
    if edge >= len(tokens) or tokens[edge].text != ",":
        return len(tokens)
    near = range(edge + 1, min(edge + _LONGEST_ASIDE, len(tokens)))
    return next((n + 1 for n in near if tokens[n].text == ","), len(tokens))


def _who_is(tokens: Sequence[Token], edge: int) -> Phrase:
    """ "…, who is the head of the union", "…, who was minister of justice"."""
    if edge + 3 >= len(tokens) or tokens[edge].text != "," or tokens[edge + 1].lower_ != "who":
        return Phrase([], "copula")
    return _after_copula(tokens, edge + 2)


def _after_copula(tokens: Sequence[Token], edge: int) -> Phrase:
    """The words after "X is", "X was", "X became", if an article or the role itself opens them."""
    if edge + 1 >= len(tokens) or tokens[edge].lower_ not in _COPULAS:
        return Phrase([], "copula")
    phrase = until_clause(tokens, edge + 1)
    serving = [n for n, token in enumerate(phrase[:4]) if token.lower_ == "serving"]
    if serving and len(phrase) > serving[0] + 2:
        return Phrase(phrase[serving[0] + 2 :], "copula", _COPULAS[tokens[edge].lower_])
    if edge > 0 and _NOT_YET & {token.lower_ for token in tokens[max(0, edge - _BETWEEN) : edge]}:
        return Phrase([], "copula")
    is_role = bool(phrase) and (phrase[0].lower_ in ("the", "a", "an") or role_class(phrase[0].text) != "")
    return Phrase(phrase if is_role else [], "copula", _COPULAS[tokens[edge].lower_])


def _appointed(tokens: Sequence[Token], first: int, last: int) -> list[Token]:
    """ "named X chief executive", "elected X as speaker", "X was sworn in as prime minister", "X succeeds Y as …"."""
    before = [token.lower_ for token in tokens[max(0, first - 3) : first]]
    if last < len(tokens) and _APPOINTED & set(before):
        start = last + 1 if tokens[last].lower_ in ("as", "to") else last
        return _role_at(tokens, start)
    after = [token.lower_ for token in tokens[last : last + 9]]
    is_passive = bool(_APPOINTED & set(after[:4])) and bool({"was", "is", "been", "were", "be"} & set(after[:3]))
    if is_passive or (after and after[0] in _SUCCEEDS - _PASSED):
        openers = [n for n, word in enumerate(after) if word == "as"]
        openers += [n for n, word in enumerate(after) if is_passive and word in _APPOINTED]
        return _role_at(tokens, last + openers[0] + 1) if openers else []
    return []


def _role_at(tokens: Sequence[Token], start: int) -> list[Token]:
    """The phrase from there on, up to its first preposition but "of" and "for": "as minister in a tent"."""
    phrase = until_clause(tokens, start)
    links = (
        ("of", "for", "to") if any(t.lower_ in ("envoy", "ambassador", "adviser") for t in phrase) else ("of", "for")
    )
    end = next((n for n, t in enumerate(phrase) if t.tag_ in ("IN", "TO") and t.lower_ not in links), len(phrase))
    return phrase[:end] if phrase and opens_a_noun_phrase(phrase[0]) else []


# What who does so is; of the past only with a body for its object: who led the search was no leader.
_HEADS = {
    "heads": "agency_head", "directs": "agency_head", "leads": "leader", "chairs": "chair", "runs": "executive",
    "owns": "executive", "founded": "executive", "manages": "executive", "commands": "commander",
    "coaches": "sportsperson", "edits": "journalist", "oversees": "official",
}  # fmt: skip
_HEADED = {
    "headed": "agency_head", "led": "leader", "chaired": "chair", "ran": "executive", "commanded": "commander",
    "coached": "sportsperson", "edited": "journalist", "managed": "executive", "directed": "agency_head",
}  # fmt: skip
_BODIES = {
    "agency", "army", "association", "authority", "bank", "battalion", "brigade", "bureau", "business", "charity",
    "clinic", "club", "commission", "committee", "company", "council", "court", "delegation", "department", "division",
    "federation", "firm", "force", "forces", "foundation", "fund", "government", "group", "hospital", "inquiry",
    "institute", "laboratory", "lab", "magazine", "militia", "ministry", "movement", "museum", "newspaper", "office",
    "opposition", "organisation", "organization", "panel", "paper", "party", "police", "programme", "program",
    "regiment", "school", "shelter", "shop", "society", "squad", "store", "team", "union", "unit", "university",
}  # fmt: skip
_TASKS = {
    "inquiry",
    "panel",
    "programme",
    "program",
    "team",
    "squad",
    "delegation",
}  # who led one for a time is no head


def clause_class(text: str) -> str:
    """The class of "chairs the inquiry"; "" of other words."""
    verb = text.split(maxsplit=1)[0].lower() if text else ""
    return _HEADS.get(verb) or _HEADED.get(verb, "")


def _who_heads(tokens: Sequence[Token], edge: int) -> Phrase:
    """ "…, who heads the department", "who led the party until 2017": the verb and its object."""
    who = edge + int(edge < len(tokens) and tokens[edge].text == ",")
    if who + 2 >= len(tokens) or tokens[who].lower_ != "who":
        return Phrase([], "clause")
    verb = who + 1 + int(tokens[who + 1].tag_ == "RB")
    word = tokens[verb].lower_
    if verb + 1 >= len(tokens) or clause_class(word) == "" or not _opens_an_object(tokens[verb + 1]):
        return Phrase([], "clause")
    thing = _up_to_link(until_clause(tokens, verb + 1))
    bodies = _BODIES - _TASKS if word in _HEADED else _BODIES
    is_body = any(token.lower_ in bodies or token.ent_type_ == "ORG" for token in thing)
    return Phrase([tokens[verb], *thing] if is_body else [], "clause", word in _HEADED)


def _opens_an_object(token: Token) -> bool:
    return token.tag_ in ("DT", "PRP$", "NNP", "NNPS")


def _up_to_link(phrase: list[Token]) -> list[Token]:
    """Up to the first preposition but those that a body's name and work have: "the department of trade in Kent"."""
    links = ("of", "for", "in", "at", "on")
    end = next((n for n, t in enumerate(phrase) if t.tag_ in ("IN", "TO") and t.lower_ not in links), len(phrase))
    return phrase[:end]


def _as_what(tokens: Sequence[Token], edge: int) -> Phrase:
    """ "X will take over as", "X, appointed as", "X has resigned as": the role behind the "as" of such a verb."""
    verb, is_past = "", False
    for n in range(edge, min(len(tokens), edge + _BETWEEN)):
        word = tokens[n].lower_
        if word == "as" and verb:
            return Phrase(_role_at(tokens, n + 1), "appointed", is_past)
        if word in _APPOINTED or word in _SUCCEEDS or word in _LEAVES:
            before = {token.lower_ for token in tokens[edge:n]}
            if word in _APPOINTED and not before & _PASSIVE:
                break  # "a hotelier Berg tapped as"
            has = bool(before & {"has", "have", "had"})
            verb, is_past = word, word in _LEAVES or (word in _PASSED and not has)
        elif not tokens[n].tag_.startswith(("VB", "MD", "RB", "RP", "IN", "TO", "WP", ",")):
            break
    return Phrase([], "appointed")


def _post_as(tokens: Sequence[Token], edge: int) -> Phrase:
    """ "X's appointment as", "X's years as"."""
    if edge >= len(tokens) or tokens[edge].tag_ != "POS":
        return Phrase([], "appointed")
    for n in range(edge + 2, min(len(tokens), edge + _BETWEEN)):
        before = tokens[n - 1].lower_
        if tokens[n].lower_ == "as" and (before in _POSTS or before in _TENURES):
            return Phrase(_role_at(tokens, n + 1), "appointed", before in _TENURES)
    return Phrase([], "appointed")
