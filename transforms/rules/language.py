"""The rule language: `wheat AND (Odesa OR Odessa)` as a tree, or the first thing that is wrong with it, and where."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

import regex
from lark import Lark, Token, Transformer, v_args
from lark.exceptions import UnexpectedCharacters, UnexpectedEOF, UnexpectedInput, UnexpectedToken, VisitError

from transforms.rules.codes import code_of
from transforms.rules.tree import (
    CODE_FIELDS,
    FIELDS,
    NAME_FIELDS,
    TEXT_FIELDS,
    WATCH,
    Both,
    Either,
    Named,
    Near,
    Not,
    Rule,
    RuleError,
    Term,
    Word,
    Words,
    both,
    either,
)

_GRAMMAR = r"""
    start: either
    ?either: both (_OR both)*
    ?both: one (_AND? one)*
    ?one: NOT one -> negation
        | near
    ?near: atom
        | atom NEAR atom -> nearby
    ?atom: OPEN either ")" -> group
        | FIELD atom -> within
        | [EQUALS] (WORD | PHRASE) -> term
    _AND.2: /AND(?![^\s()])/
    _OR.2: /OR(?![^\s()])/
    NOT.2: /NOT(?![^\s()])|-(?=[^\s\-])/
    NEAR.2: /NEAR(?:\/[0-9]+)?(?![^\s()])/
    FIELD.3: /[A-Za-z]+:/
    EQUALS: "="
    OPEN: "("
    PHRASE: /"[^"]*"|“[^”]*”|„[^“”]*[“”]|«[^»]*»/
    WORD: /[^\s()"“”„«»:=\-][^\s()"“”„«»:]*/
    %ignore /\s+/
"""
_LONGEST = 4000  # characters of a rule: a list of two hundred names, and short enough to be read at once
_DEEPEST = 40  # parentheses in parentheses
_FARTHEST = 100  # words that NEAR may span
_USUAL_NEAR = 10
_LEAST_PREFIX = 2  # letters before a *: one letter is half of the dictionary
_LETTERS = regex.compile(r"[\p{L}\p{N}\p{M}]+\*?")
_RUNNING = {"and", "or", "not"}

Known = Mapping[str, str]  # rules of watchlists by name


def read_rule(text: str, known: Known | None = None) -> Rule:
    """The tree of a rule. RuleError says in one line what is wrong with it and where.

    `known` are the rules that `watch:NAME` may name.
    """
    return _read(text, {name.casefold(): rule for name, rule in (known or {}).items()}, ())


def _read(text: str, known: Known, above: tuple[str, ...]) -> Rule:
    _check_size(text)
    try:
        rule = _Reader(known, above).transform(_parser().parse(text))
    except VisitError as error:
        if isinstance(error.orig_exc, RuleError):
            raise error.orig_exc from None
        raise
    except UnexpectedInput as error:
        raise _explained(text, error) from None
    assert isinstance(rule, Words | Near | Named | Both | Either | Not)
    if not _finds(rule):
        raise RuleError(1, "the rule only excludes; say first what to look for: wheat NOT corn")
    return rule


@cache
def _parser() -> Lark:
    return Lark(_GRAMMAR, parser="lalr", lexer="basic", maybe_placeholders=True)


def _check_size(text: str) -> None:
    if not text.strip():
        raise RuleError(1, "the rule is empty; write what to look for, such as wheat AND (Odesa OR Odessa)")
    if len(text) > _LONGEST:
        raise RuleError(_LONGEST + 1, f"the rule is longer than {_LONGEST:,} characters; make several of it")
    depth = 0
    for position, letter in enumerate(text, 1):
        depth += {"(": 1, ")": -1}.get(letter, 0)
        if depth > _DEEPEST:
            raise RuleError(position, f"more than {_DEEPEST} parentheses in one another; write it flatter")


def _finds(rule: Rule) -> bool:
    """Whether a rule looks for something, whichever way it is satisfied."""
    if isinstance(rule, Not):
        return False
    if isinstance(rule, Both):
        return any(_finds(part) for part in rule.parts)
    return all(_finds(part) for part in rule.parts) if isinstance(rule, Either) else True


# --- what is wrong ---------------------------------------------------------------------------------------------------


def _explained(text: str, error: UnexpectedInput) -> RuleError:
    if isinstance(error, UnexpectedEOF) or (isinstance(error, UnexpectedToken) and error.token.type == "$END"):
        return _ended(text)
    position = (error.pos_in_stream or 0) + 1
    rest = text[position - 1 :]
    if isinstance(error, UnexpectedCharacters) and rest[0] in '"“„«':
        return RuleError(position, f"the quotation mark {rest[0]} is not closed")
    for word in ("AND", "OR", "NEAR", "NOT"):
        if rest.startswith(word):
            return RuleError(position, f'{word} joins nothing here; write what it joins, or quote it: "{word}"')
    if rest[0] == ")":
        return RuleError(position, "a parenthesis is closed that was not opened, or holds nothing")
    return RuleError(position, f"{rest[0]!r} is not understood here; quote what is to be found as it is")


def _ended(text: str) -> RuleError:
    opened = [at for at, letter in enumerate(text) if letter == "("]
    closed = text.count(")")
    if len(opened) > closed:
        return RuleError(opened[closed - len(opened)] + 1, "the parenthesis is not closed")
    return RuleError(len(text) + 1, "the rule ends where something must follow")


# --- the tree --------------------------------------------------------------------------------------------------------


@v_args(inline=True)
class _Reader(Transformer[Token, Any]):
    """Makes the tree. Words have no field until one stands before them, or the rule ends."""

    def __init__(self, known: Known, above: tuple[str, ...]) -> None:
        super().__init__()
        self._known = known
        self._above = above

    def start(self, rule: Any) -> Rule:
        return _settled(rule)

    def either(self, *parts: Any) -> Rule:
        return either(parts)

    def both(self, *parts: Any) -> Rule:
        return both(parts)

    def negation(self, _: Token, part: Any) -> Rule:
        return part.part if isinstance(part, Not) else Not(part)

    def group(self, _: Token, rule: Any) -> Any:
        return rule

    def term(self, equals: Token | None, printed: Token) -> Words:
        start = equals if equals is not None else printed
        return Words("", (_term(str(printed), start.start_pos or 0, is_exact=equals is not None),))

    def nearby(self, left: Any, near: Token, right: Any) -> Near:
        distance = int(near.partition("/")[2] or _USUAL_NEAR)
        position = (near.start_pos or 0) + 1
        if not 1 <= distance <= _FARTHEST:
            raise RuleError(position, f"NEAR takes 1 to {_FARTHEST} words, not {distance}")
        sides = [side for side in (left, right) if isinstance(side, Words)]
        if len(sides) < 2:
            raise RuleError(position, "NEAR stands between words, phrases, or a group of them joined by OR")
        if sides[0].field != sides[1].field:
            raise RuleError(position, "both sides of NEAR must be of one field: title:(wheat NEAR/5 corn)")
        return Near(sides[0], sides[1], distance)

    def within(self, name: Token, inner: Any) -> Rule:
        position = (name.start_pos or 0) + 1
        field = name[:-1].lower()
        if field not in FIELDS:
            raise RuleError(position, f"there is no field {name[:-1]!r}; the fields are {', '.join(FIELDS)}")
        if not _is_plain(inner):
            raise RuleError(position, f"{field}: has another field in it; a field holds words or names only")
        if field not in TEXT_FIELDS and _holds_near(inner):
            raise RuleError(position, f"NEAR is about words; {field}: takes names")
        whole: Rule = _within(inner, field, self._watched)
        return whole

    def _watched(self, term: Term) -> Rule:
        name = term.printed.strip('"“”„«» ').casefold()
        if name not in self._known:
            known = ", ".join(sorted(self._known)) or "there are none"
            raise RuleError(term.position, f"no watchlist is called {term.printed}; known: {known}")
        if name in self._above:
            raise RuleError(term.position, f"the watchlist {term.printed} names itself in the end")
        try:
            return _read(self._known[name], self._known, (*self._above, name))
        except RuleError as error:
            raise RuleError(term.position, f"in the watchlist {term.printed}: {error}") from None


def _term(printed: str, start: int, *, is_exact: bool) -> Term:
    position = start + 1
    if printed in _RUNNING:
        raise RuleError(position, f'write {printed.upper()} in capitals to join, or quote the word: "{printed}"')
    if regex.search(r"\*[\p{L}\p{N}\p{M}]|(?<![\p{L}\p{N}\p{M}])\*", printed):
        raise RuleError(position, "a * stands at the end of a word only: wheat*")
    words = tuple(Word(word.rstrip("*"), word.endswith("*")) for word in _LETTERS.findall(printed))
    if not words:
        raise RuleError(position, f"{printed} has no letter and no digit that could be looked for")
    if any(word.is_prefix and len(word.letters) < _LEAST_PREFIX for word in words):
        raise RuleError(position, f"at least {_LEAST_PREFIX} letters must stand before a *")
    return Term(words, printed, is_exact, position)


def _settled(rule: Any) -> Rule:
    """The rule with what has no field yet looked for in headline and body."""
    settled: Rule = _mapped(rule, lambda words: Words(words.field or TEXT_FIELDS[0], words.terms))
    return settled


def _within(rule: Any, field: str, watched: Callable[[Term], Rule]) -> Any:
    if field in TEXT_FIELDS:
        return _mapped(rule, lambda words: Words(field, words.terms))
    if field == WATCH:
        return _mapped(rule, lambda words: either(tuple(map(watched, words.terms))))
    if field in CODE_FIELDS:
        return _mapped(rule, lambda words: Named(field, tuple(code_of(field, term) for term in words.terms)))
    assert field in NAME_FIELDS
    return _mapped(rule, lambda words: Named(field, words.terms))


def _is_plain(rule: Rule) -> bool:
    """Whether nothing in a rule has a field of its own."""
    if isinstance(rule, Near):
        return rule.left.field == ""
    if isinstance(rule, Not):
        return _is_plain(rule.part)
    if isinstance(rule, Both | Either):
        return all(map(_is_plain, rule.parts))
    return rule.field == ""


def _holds_near(rule: Rule) -> bool:
    if isinstance(rule, Both | Either):
        return any(map(_holds_near, rule.parts))
    return _holds_near(rule.part) if isinstance(rule, Not) else isinstance(rule, Near)


def _mapped(rule: Rule, change: Callable[[Words], Any]) -> Any:
    """The rule with all its words changed."""
    if isinstance(rule, Words):
        return change(rule)
    if isinstance(rule, Near):
        return Near(change(rule.left), change(rule.right), rule.distance)
    if isinstance(rule, Not):
        return Not(_mapped(rule.part, change))
    if isinstance(rule, Both | Either):
        join = both if isinstance(rule, Both) else either
        return join(tuple(_mapped(part, change) for part in rule.parts))
    return rule
