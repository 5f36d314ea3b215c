"""The clause around a verb: who its subject is, what its objects are, and whether it is negated or only possible."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
_RELATIVES = ("who", "that", "which", "whom")
_THIRD = ("he", "she", "it", "they", "we", "i")
_NEVER = ("never", "no", "neither", "nobody", "hardly", "scarcely", "not", "n't", "n’t", "nor", "without")
_CLAUSES = ("ccomp", "xcomp", "pcomp")
_NEAR = 3  # words between two verbs that share an object
_STEPS = 6  # clauses that are climbed in search of a subject


def is_verb(token: Token) -> bool:
    """Whether a token is a verb that may head a clause."""
    return token.tag_[:2] == "VB" and token.dep_ not in ("aux", "auxpass")


def is_noun(token: Token) -> bool:
    """Whether a token is a noun, a name or a pronoun."""
    return token.tag_[:2] == "NN" or token.tag_ in ("PRP", "DT", "CD", "WP", "JJ", "VBG", "POS", "PRP$")


def children(token: Token, *deps: str) -> list[Token]:
    """The children of a token that stand in one of the relations, in order."""
    return [child for child in token.children if child.dep_ in deps]


def with_conjuncts(token: Token) -> list[Token]:
    """A noun and those joined to it by "and", "or" or commas."""
    found = [token]
    for one in found:
        found += [child for child in one.children if child.dep_ == "conj" and child.tag_[:2] != "VB"]
    return found


def is_passive(verb: Token) -> bool:
    """Whether the verb's subject is what is acted on: "was arrested", "the man arrested on Friday"."""
    if verb.tag_ not in _PARTICIPLES:
        return False
    deps = {child.dep_ for child in verb.children}
    if verb.lower_ in MOODS and "agent" not in deps:
        return False
    return bool(deps & _PASSIVE) or _is_shared(verb, deps) or _is_bare(verb, deps)


_PASSIVE = {"nsubjpass", "auxpass", "csubjpass"}


def _is_shared(verb: Token, deps: set[str]) -> bool:
    """Whether a verb that is taken for the past shares the passive before it: "was caught and sentenced"."""
    is_second = verb.dep_ == "conj" and verb.tag_ == "VBD" and verb.lower_.endswith("ed") and is_verb(verb.head)
    if not is_second or deps & {"nsubj", "dobj"} or verb.lower_ in _STILL:
        return False
    return bool(children(verb.head, "auxpass"))


def _is_bare(verb: Token, deps: set[str]) -> bool:
    """Whether a participle stands for a passive clause: "the man arrested", "seized by"."""
    if verb.tag_ != "VBN" or "dobj" in deps or any(child.lower_ in _HAVE for child in children(verb, "aux")):
        return False
    if verb.dep_ == "conj" and is_verb(verb.head):
        return "nsubj" not in deps and is_passive(verb.head)
    return verb.dep_ in ("acl", "relcl", "advcl", "amod") or "agent" in deps


_PARTICIPLES = ("VBN", "VBD", "JJ")  # the tagger takes some participles for the past or for adjectives
_STILL = ("resigned", "protested", "marched", "rallied", "surrendered", "retreated", "died", "apologised", "apologized")
# Participles that tell how somebody feels or what he means to do.
MOODS = frozenset((
    "worried", "concerned", "committed", "determined", "outraged", "disappointed", "opposed", "prepared", "dismayed",
    "appalled", "alarmed", "encouraged", "pleased", "dissatisfied", "inclined", "disinclined", "troubled",
))  # fmt: skip
_HAVE = ("have", "has", "had", "having", "'ve", "’ve", "'d")


def agents(verb: Token) -> list[Token]:
    """Who acts in a passive clause: the nouns behind "by"."""
    return [
        noun
        for by in verb.children
        if by.dep_ in ("agent", "prep") and by.lower_ == "by"
        for noun in children(by, "pobj")
        if not is_moment(noun)
    ]


def is_moment(noun: Token) -> bool:
    """Whether a noun is a date or an amount and so no actor."""
    return noun.ent_type_ in ("DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL")


def subject(verb: Token) -> Token | None:
    """Who or what a verb is said of, climbing to the clause above where it has no subject of its own."""
    clause = verb
    for _ in range(_STEPS):
        own = children(clause, *SUBJECTS)
        if own:
            return _meant(clause, own[0])
        above = _above(clause)
        if above is None or (is_noun(above) and not is_verb(above)):
            return above
        said = children(above, "ccomp") if clause.dep_ == "advcl" and clause.tag_ == "VBG" else []
        if (
            said and said[0].i < above.i and clause.lower_ not in _SAYING
        ):  # "the rebels took the town, officials said, killing": not the officials
            clause = said[0]
            continue
        if _is_controlled(clause) and (controlled := children(above, "dobj")) and _governs(above):
            return controlled[0]
        clause = above
    return None


def _is_controlled(clause: Token) -> bool:
    """Whether what is done in a clause is done by the object above it: "urged them to go", "kept them from going"."""
    if clause.dep_ == "pcomp":
        return clause.head.lower_ in ("from", "into", "against", "of")
    return clause.dep_ in ("xcomp", "ccomp")


_SAYING = ("adding", "saying", "noting", "stressing", "telling", "claiming", "warning", "urging", "calling", "citing",
           "accusing", "insisting", "arguing", "describing", "referring", "blaming", "asking", "vowing")  # fmt: skip


def _governs(verb: Token) -> bool:
    """Whether the object of a verb is the subject of the clause below it: "urged them to leave"."""
    return verb.lower_ not in ("promised", "promise", "promises", "threatened", "vowed", "used", "uses")


def _above(clause: Token) -> Token | None:
    """The clause, or the noun, from which a clause without a subject takes one."""
    head = clause.head
    if head == clause:
        return None
    if clause.dep_ in ("acl", "relcl"):
        is_said = clause.lower_ in _SAYING and head.dep_ == "pobj" and head.ent_type_  # "wrote to Oslo accusing it"
        return head.head.head if is_said and is_verb(head.head.head) else head
    if clause.dep_ == "pcomp" and head.dep_ == "prep":
        return head.head if head.lower_ != "including" and head.head != head else None
    if clause.dep_ in ("conj", "xcomp", "ccomp", "advcl", "acomp", "oprd", "dep", "parataxis"):
        return head
    return None


def _meant(verb: Token, found: Token) -> Token:
    """The noun behind a relative pronoun, and the speaker behind "it" in "Norway said it would"."""
    if found.lower_ in _RELATIVES and verb.dep_ in ("relcl", "acl", "ccomp") and verb.head != verb:
        return verb.head if is_noun(verb.head) else found
    if found.lower_ == "it" and found.dep_ == "nsubjpass":
        return found  # "they said it was being looked into"
    if found.lower_ in _THIRD and found.dep_ != "expl" and verb.dep_ in ("ccomp", "conj"):
        above = verb.head if verb.dep_ == "ccomp" else verb.head.head
        if is_verb(above) and above != verb:
            own = [one for one in children(above, "nsubj") if one.lower_ not in _THIRD]
            return own[0] if own else found
    return found


def objects(verb: Token) -> list[Token]:
    """What is acted on: the direct object, or the subject of a passive clause, with all that is joined to it."""
    if is_passive(verb):
        return [found] if (found := subject(verb)) is not None else []
    own = children(verb, "dobj")
    if not own:  # "seized and burned the ships"
        shared = [one for one in children(verb, "conj") if is_verb(one) and one.i - verb.i <= _NEAR]
        own = [noun for one in shared if not children(one, *SUBJECTS) for noun in children(one, "dobj")]
    if not own and verb.dep_ == "relcl" and is_noun(verb.head):
        who = children(verb, *SUBJECTS)
        return [verb.head] if who and who[0].lower_ not in _RELATIVES else []
    return own[:1]


def complements(verb: Token) -> list[Token]:
    """The clauses that a verb or adjective takes: "agreed to leave", "said that …", "accused of stealing"."""
    return [child for child in verb.children if child.dep_ in _CLAUSES and heads_clause(child)]


def heads_clause(token: Token) -> bool:
    """Whether a clause hangs on the token: a verb, or an adjective or noun with "is"."""
    return is_verb(token) or any(child.dep_ in ("cop", "aux", "nsubj", "auxpass") for child in token.children)


def beside(verb: Token) -> Iterator[tuple[str, Token]]:
    """What may be a verb's particle: the words that hang on it, and the nouns right behind its prepositions."""
    for child in verb.children:
        if child.dep_ in (
            "prep",
            "prt",
            "advmod",
            "dobj",
            "oprd",
            "acomp",
            "dative",
            "npadvmod",
            "xcomp",
            "ccomp",
            "advcl",
        ):
            yield child.lower_, child
        if child.dep_ in ("advcl", "ccomp"):  # "called for them to leave": the parser hangs "for" on the clause
            yield from ((mark.lower_, mark) for mark in children(child, "mark") if mark.lower_ == "for")
        if child.dep_ == "prep":
            yield from ((noun.lower_, noun) for noun in children(child, "pobj", "pcomp"))


def is_negated(verb: Token) -> bool:
    """Whether a verb is denied: "has not met", "never met", "no side has met"."""
    if any(child.dep_ == "neg" or (child.lower_ in _NEVER and child.i < verb.i and child.dep_ in ("advmod", "preconj"))
           for child in verb.children):  # fmt: skip
        return True
    who = children(verb, "nsubj", "nsubjpass")
    if any(child.lower_ in ("no", "neither") for one in who for child in one.children):
        return True
    if any(one.lower_ in ("nobody", "none", "neither") for one in who):
        return True
    return verb.dep_ == "pcomp" and verb.head.lower_ == "without"


def modals(verb: Token) -> list[str]:
    """The auxiliaries of a verb in lower case, those of "is going to" and "has to" among them."""
    found = [child.lower_ for child in children(verb, "aux")]
    head = verb.head
    if verb.dep_ == "xcomp" and head.lower_ in ("going", "set", "due", "about"):
        found.append("will")
    if verb.dep_ == "xcomp" and head.lower_ in ("has", "have", "had", "needs", "need"):
        found.append("must")
    if verb.dep_ == "xcomp" and head.lower_ in ("is", "are", "was", "were") and "to" in found:
        found.append("will")
    if verb.dep_ == "conj" and is_verb(verb.head) and not found and not children(verb, "nsubj"):
        return modals(verb.head)
    return found


def _is_of_now(verb: Token) -> bool:
    finite = [verb, *children(verb, "aux", "auxpass")]
    return any(token.tag_ in ("VBZ", "VBP") for token in finite)


def is_conditional(verb: Token) -> bool:
    """Whether a verb stands in a clause with "if" or "unless", or in one of what is awaited: "until it is signed"."""
    for _ in range(_STEPS):
        opening = [child.lower_ for child in children(verb, "mark")]
        if any(word in ("if", "unless", "whether", "lest") for word in opening):
            return True
        if any(word in ("until", "till", "before") for word in opening) and _is_of_now(verb):
            return True
        if verb.dep_ in ("ROOT", "relcl", "ccomp") or verb.head == verb:
            return False
        verb = verb.head
    return False
