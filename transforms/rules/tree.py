"""What a rule is made of once it is read: terms, what they are looked for in, and how they are joined."""

from __future__ import annotations

from dataclasses import dataclass

TEXT_FIELDS = ("text", "title", "lede", "quote")  # words are looked for in them; "text" is headline and body
NAME_FIELDS = ("actor", "speaker", "topic", "place", "outlet", "author")  # whole names
CODE_FIELDS = ("country", "language", "folder", "event")  # codes, and names that stand for them
WATCH = "watch"  # another watchlist by its name
FIELDS = (*TEXT_FIELDS[1:], *NAME_FIELDS, *CODE_FIELDS, WATCH)


class RuleError(ValueError):
    """A rule that cannot be read. The text is one line; `position` counts characters from 1."""

    def __init__(self, position: int, words: str) -> None:
        super().__init__(f"character {position}: {words}")
        self.position = position


@dataclass(frozen=True)
class Word:
    """A word of a term. With `is_prefix` all that begins so."""

    letters: str
    is_prefix: bool = False


@dataclass(frozen=True)
class Term:
    """Words one after the other. `is_exact`: in this case and with these accents. `printed` is as the rule has it."""

    words: tuple[Word, ...]
    printed: str
    is_exact: bool = False
    position: int = 1


@dataclass(frozen=True)
class Words:
    """Any of some terms in a field of texts."""

    field: str
    terms: tuple[Term, ...]


@dataclass(frozen=True)
class Near:
    """A term of one group and one of the other, in either order, at most `distance` words on, in one paragraph."""

    left: Words
    right: Words
    distance: int


@dataclass(frozen=True)
class Named:
    """Any of some names, or codes, in a field of what was read in a text or is known of it."""

    field: str
    terms: tuple[Term, ...]


@dataclass(frozen=True)
class Both:
    """All of the parts."""

    parts: tuple[Rule, ...]


@dataclass(frozen=True)
class Either:
    """One of the parts at least."""

    parts: tuple[Rule, ...]


@dataclass(frozen=True)
class Not:
    """Without the part."""

    part: Rule


Leaf = Words | Near | Named
Rule = Leaf | Both | Either | Not


def both(parts: tuple[Rule, ...]) -> Rule:
    """All of the parts, nested ones laid flat."""
    flat = tuple(inner for part in parts for inner in (part.parts if isinstance(part, Both) else (part,)))
    return flat[0] if len(flat) == 1 else Both(flat)


def either(parts: tuple[Rule, ...]) -> Rule:
    """One of the parts: nested ones laid flat, terms of one field looked for together."""
    flat = [inner for part in parts for inner in (part.parts if isinstance(part, Either) else (part,))]
    joined: dict[tuple[type, str], Words | Named] = {}
    rest: list[Rule] = []
    for part in flat:
        if isinstance(part, Words | Named):
            key = type(part), part.field
            known = joined.get(key)
            joined[key] = type(part)(part.field, (*known.terms, *part.terms)) if known else part
        else:
            rest.append(part)
    whole = (*joined.values(), *rest)
    return whole[0] if len(whole) == 1 else Either(whole)


def leaves(rule: Rule, is_wanted: bool = True) -> tuple[Leaf, ...]:
    """What a rule looks for, in its order; what it excludes is left out."""
    if isinstance(rule, Not):
        return leaves(rule.part, not is_wanted)
    if isinstance(rule, Both | Either):
        return tuple(leaf for part in rule.parts for leaf in leaves(part, is_wanted))
    return (rule,) if is_wanted else ()
