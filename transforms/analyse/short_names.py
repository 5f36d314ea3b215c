"""When one name is another's short form: words that identify, surnames, acronyms, parts of an organisation's name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from transforms.analyse.document import Document
from transforms.analyse.names import Name
from transforms.analyse.other_names import other_name_pattern

_PARTICLES = {"von", "van", "der", "den", "de", "la", "le", "di", "da", "dos", "del", "bin", "ibn", "al", "el", "ben"}
_SMALL = {"of", "the", "and", "for", "in", "on", "to", "s", "de", "du", "la", "et", "und", "der", "y"}
# Words that many organisations share: alone they are no short name of one.
_GENERIC = {
    "ministry", "department", "council", "committee", "commission", "agency", "bank", "university", "party", "court",
    "office", "institute", "association", "federation", "union", "national", "international", "federal", "state",
    "royal", "american", "united", "new", "north", "south", "east", "west", "central", "world", "global", "general",
    "house", "school", "college", "hospital", "police", "army", "board", "society", "foundation", "center", "centre",
    "club", "group", "team", "league", "cup", "news", "company", "airport", "street", "city", "county", "park",
    "bureau", "service", "services", "authority", "government", "military", "forces", "force", "guard", "exchange",
    "gobierno", "gouvernement", "regierung", "ministerio", "ministere", "ministerium", "universidad", "universite",
    "universitat", "partido", "parti", "partei", "banco", "banque", "tribunal", "cour", "gericht", "consejo", "conseil",
    "comision", "comite", "asociacion", "instituto", "institut", "policia", "polizei", "nacional", "nationale", "real",
    "republica", "republique", "republik", "asamblea", "assemblee", "corte", "fiscalia", "parquet", "deutsche",
    "deutscher", "deutschen", "europaische", "europaischen", "europeenne", "europea", "europeo",
    "market", "stock", "securities", "holdings", "partners", "capital", "church", "museum",
}  # fmt: skip
_KINDS = {"person", "organisation", "group"}
_LEGAL_FORM = re.compile(r",? (?:Inc|Corp|Corporation|Co|Company|Ltd|Limited|PLC|plc|LLC|AG|SA|SE|NV)\.?$")
_BRACKET = re.compile(r"\s*\(\s*([A-Z][A-Za-z&.-]{0,8}[A-Z]|[A-Z]{2,9})\s*[),;]")
_INTRODUCED = re.compile(r"\s*\(\s*[\"“‘']?(?:the\s+|or\s+)?([A-Z][A-Za-z&.-]{0,8}[A-Z]|[A-Z]{2,9})[\"”’']?\s*[),;]")


def surname_of(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether the words are the end of a full name that is longer: its last word, or all from a particle on.

    Particles may be left out or kept: "Leyen", "der Leyen" and "von der Leyen" all end "Ursula von der Leyen".
    """
    if not short or len(short) >= len(full) or full[-len(short) :] != short:
        return False
    return all(word in _PARTICLES for word in short[:-1]) or len(short) >= 2


def same_person(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Whether two full names may be one person's: the same last word, and first words that are equal or an initial.

    Middle names may be missing on one side: "Ana Luisa Prado" is "Ana Prado".
    """
    if min(len(left), len(right)) < 2 or left[-1] != right[-1]:
        return False
    short, long = sorted((left[:-1], right[:-1]), key=len)
    if short[0][0] == long[0][0] and 1 in (len(short[0]), len(long[0])):
        return True
    rest = iter(long)
    return all(word in rest for word in short)


def is_short_for(part: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    """Whether a name is the beginning or the end of a longer one, and says more than what many are called."""
    if not part or len(part) >= len(whole) or all(word in _GENERIC or word in _SMALL for word in part):
        return False
    if len(part) == 1 and len(part[0]) < 3:
        return False
    return whole[: len(part)] == part or whole[-len(part) :] == part


@dataclass(frozen=True)
class Acronyms:
    """The acronyms of one article: as written → the position of the name that they stand for."""

    introduced: Mapping[str, int]
    twins: Mapping[int, int]  # positions of names that "also known as" gives → of the name before

    def expansion(self, surface: str) -> int | None:
        """The position of the full name; None where the article gives none."""
        return self.introduced.get(_plain(surface))


def find_acronyms(names: Sequence[Name], text: str) -> Acronyms:
    """Acronyms in brackets after a name, else those whose letters only one name of the article begins with."""
    introduced: dict[str, int] = {}
    initials: dict[str, set[tuple[str, ...]]] = {}
    first: dict[str, int] = {}
    for position, name in enumerate(names):
        if name.kind == "person" or " " not in name.surface:
            continue
        bracket = _introduction(name, text)
        if bracket:
            introduced.setdefault(_plain(bracket.group(1)), position)
        without_form = _LEGAL_FORM.sub("", name.surface)
        for letters in {*_both_initials(name.surface), *_both_initials(without_form)} - {""}:
            initials.setdefault(letters, set()).add(name.words)
            first.setdefault(letters, position)
    unique = {letters: first[letters] for letters, holders in initials.items() if len(holders) == 1}
    shorts = {letters: n for letters, n in unique.items() if len(letters) > 1}
    return Acronyms({**shorts, **introduced}, dict(_twins(names, text)))


def _plain(surface: str) -> str:
    """An acronym without its marks: "PG&E" has the letters of Pacific Gas & Electric."""
    return surface.replace(".", "").replace("&", "")


def _twins(names: Sequence[Name], text: str) -> Iterator[tuple[int, int]]:
    """Names that the text gives as another of the name before them, but for those that the seeds know."""
    for position, (before, name) in enumerate(pairwise(names), start=1):
        is_one = before.sentence_no == name.sentence_no and {before.kind, name.kind} <= _KINDS and not name.aliases
        if is_one and other_name_pattern(text[before.end : name.start]):
            yield position, position - 1


def _both_initials(name: str) -> tuple[str, str]:
    return _initials(name, _SMALL), _initials(name, set())


def _initials(name: str, skipped: set[str]) -> str:
    words = re.findall(r"\w+", name)
    return "".join(word[0] for word in words if word.lower() not in skipped).upper()


def add_acronyms(document: Document, names: Sequence[Name]) -> list[Name]:
    """The names, and with them the long forms that brackets give acronyms for, and every place of those acronyms.

    Long forms are read backwards from the bracket, a word a letter (after Schwartz and Hearst, 2003).
    """
    text = document.article.body
    longs = [span for match in _BRACKET.finditer(text) if (span := _long_form(text, match))]
    forms = {match.group(1) for match in _BRACKET.finditer(text) if _long_form(text, match)}
    shorts = [match.span() for form in forms for match in re.finditer(rf"\b{re.escape(form)}\b", text)]
    added = [name for span in [*longs, *shorts] if (name := _added(document, span))]
    covering = {offset: new for new in reversed(added) for offset in range(new.start, new.end)}  # long forms win
    kept = [old for old in names if old.start not in covering or not _replaces(covering[old.start], old)]
    taken = {offset for old in kept for offset in range(old.start, old.end)}
    for new in added:
        if taken.isdisjoint(range(new.start, new.end)):
            taken.update(range(new.start, new.end))
            kept.append(new)
    return sorted(kept, key=lambda name: name.start)


def _added(document: Document, span: tuple[int, int]) -> Name | None:
    number = document.sentence_no(*span)
    return None if number is None else Name(number, *span, document.article.body[slice(*span)], "organisation", "")


def _replaces(new: Name, old: Name) -> bool:
    """A long form takes the place of the shorter names inside it, but of no known name that is as long."""
    return new.start <= old.start and old.end <= new.end and new.length > old.length


def _long_form(text: str, bracket: re.Match[str]) -> tuple[int, int] | None:
    """The span of the capitalised words before a bracket whose initials are the acronym's letters."""
    letters = [letter for letter in bracket.group(1) if letter.isupper()][::-1]
    words = list(re.finditer(r"[\w’']+", text[max(0, bracket.start() - 120) : bracket.start()]))[::-1]
    offset = max(0, bracket.start() - 120)
    first, taken = None, 0
    for word in words:
        if taken == len(letters):
            break
        if word.group()[0].upper() == letters[taken]:
            first, taken = word, taken + 1
        elif word.group() not in _SMALL:
            return None
    if first is None or taken < len(letters) or not first.group()[0].isupper() or taken < 2:
        return None
    return offset + first.start(), bracket.start()


def _introduction(name: Name, text: str) -> re.Match[str] | None:
    """The acronym in brackets after a name, if it begins with the name's first letter."""
    if name.kind == "person" or " " not in name.surface:
        return None
    bracket = _INTRODUCED.match(text, name.end)
    return bracket if bracket and bracket.group(1)[0] == _initials(name.surface, _SMALL)[:1] else None
