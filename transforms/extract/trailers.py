"""What closes an article and is no part of what it says: who reported and edited it, who its author is, appeals.

A sentence may begin with the same words ("Reporting by the Gazette led to …"), so credits have to be made of names.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

# ruff: noqa: SIM905 - a list of words is read as text, not as a column of quoted words

_WORK = (
    r"(?:reporting|reported|writing|written|editing|edited|compiled|produced|translated|translation|research|graphics?|"
    r"photographs?|photography|illustrations?|interviews?|fact[- ]checking|übersetzt|übersetzung|redaktion|mitarbeit|"
    r"schlussredaktion|protokoll|traduit|traduction|propos recueillis|traducción|traducido|edición)"
)
_CREDIT = re.compile(
    rf"\W{{0,3}}(?:(?:additional|further|extra|with|story|text|original) )*{_WORK}"
    rf"(?:(?:,| and| &) {_WORK})*(?:\s?:|,? (?:by|from|in|von|aus|de|par|por|del)\b)",
    re.IGNORECASE,
)
_SHARED = re.compile(
    r"\W{0,3}(?:with (?:files|reporting|additional reporting|reports?|inputs?|information|material|contributions?)"
    r" (?:from|by)|mit (?:material|informationen|inputs?) (?:von|der|des)|mit agenturmaterial|"
    r"avec (?:l[’'])?(?=AFP|AP|Reuters)|con información de|aus dem \w+ (?:von|übersetzt)|"
    r"traduit de l[’']\w+ par)(?:\s|\.|$)",
    re.IGNORECASE,
)
# What may stand between the names of a credit.
_JOINTS = frozenset(
    (
        "and in by with from for of the at to on additional further reporting writing editing research written edited"
        " writer writers staff agencies agency correspondent correspondents reporter reporters photographs report"
        " reports wire services service press contributor und von der des die das aus mit sowie et de la le les du par"
        " y e el del los las por con van bin al da dos di"
    ).split()
)
_CONTRIBUTED = re.compile(
    r"\bcontributed (?:reporting|research|to (?:this|the) (?:report|story|article|piece|analysis))\b", re.IGNORECASE
)
_AGENCIES = (
    r"(?:afp|ap|reuters|dpa(?:-\w+)?|efe|europa press|pti|ani|ians|upi|xinhua|ansa|apa|sda|kna|epd|sid|belga|anp|ntb|"
    r"ritzau|agence france-presse|(?:the )?associated press|pa(?: media)?|cnn(?: wire)?|bloomberg|agencies|agenturen|"
    r"agencias|tass|ria|interfax|anadolu|afp-?\w+)"
)
_SIGNED = re.compile(
    rf"\W{{0,3}}(?:(?:with|mit|avec|con|from|source|quelle|fuente)\s?:?\s)?{_AGENCIES}"
    rf"(?:(?:\s?[,/;&+-]\s?|\s(?:and|und|et|y)\s)(?:{_AGENCIES}|[a-z]{{2,4}}))*\W{{0,3}}$|"
    r"\([a-zäöü]{2,4}(?:/[a-zäöü]{2,4}){0,3}\)$",
    re.IGNORECASE,
)
_INITIALS = re.compile(r"[A-Z]{2,5} \((?:[a-zäöü]{2,4}|[A-ZÄÖÜ][\w. -]+(?:, [A-ZÄÖÜ][\w. -]+)*)\)$")
_ABOUT_AUTHOR = re.compile(
    r"(?:about|meet) the (?:authors?|writers?)|(?:über|zu) (?:den autor|die autorin|die autoren|unsere autor\w*)|"
    r"(?:der autor|die autorin|zur person)|(?:à propos de l[’']auteure?|l[’']auteure?)|"
    r"(?:sobre el autor|sobre la autora)",
    re.IGNORECASE,
)
_OCCUPATION = re.compile(
    r"\b(?:reporter|correspondent|journalist|columnist|contributor|staff writer|writer|editor|author|fellow|professor|"
    r"lecturer|freelance|blogger|photographer|covers|writes|reports|journalistin|reporterin|korrespondent(?:in)?|autor"
    r"(?:in)?|redakteur(?:in)?|schreibt|berichtet|journaliste|rédact\w+|correspondante?|periodista|redactora?)\b",
    re.IGNORECASE,
)
_IS = r"(?: \([^()]{0,40}\))?,? (?:is|was|has|have|covers|writes|reports|joined|ist|war|schreibt|est|es|leads|works)\b"
_PRESS = r"(?:reporter|correspondent|journalist|columnist|staff writer|contributing \w+|freelance \w+)"
_LIFE = re.compile(
    rf"[A-ZÀ-Þ][\w.’'-]+(?: [A-ZÀ-Þ][\w.’'-]+){{1,3}} (?:is|was) (?:an?|the|our) (?:[\w’'-]+ ){{0,4}}{_PRESS}\b"
)
_ASKING = re.compile(
    r"\b(?:sign(?:ing)? up|subscrib(?:e|ing)|abonnier\w*|abonnez|inscrivez|suscr[ií]b\w+|bookmark|anmelden|"
    r"informiert sie|hier entlang)\b",
    re.IGNORECASE,
)
_OURS = re.compile(
    r"newsletters?\b|\b(?:inbox|postfach|boletín|whatsapp-kanal)\b|"
    r"\bour (?:free|daily|weekly|journalism|reporting|app|channel|podcast)\b",
    re.IGNORECASE,
)
_TO_READERS = re.compile(
    r"(?:if you (?:have |’ve |'ve )?(?:enjoy|lik|valu|appreciat|found)\w*\b.{0,40}"
    r"\b(?:article|story|piece|journalism|post)\b|"
    r"thank you for (?:reading|visiting)|enjoying (?:this|our)|(?:our|this) website (?:is|uses)|"
    r"you are using a browser|"
    r"(?:reach|contact|e-?mail) the (?:reporters?|authors?|writers?)|we(?:’d| would|'d)? (?:like|love|want) to hear|"
    r"(?:listen|watch) (?:to )?.{2,60} (?:live|back|here|on demand)\b|"
    r"(?:follow|see|read|find) .{2,80}\b(?:coverage|stories|more)\b.{0,60}\bhttps?:|"
    r"filed under\b|tags?\s?:|(?:dieses )?thema im programm\b|ihre meinung ist uns|der redaktion entsprechen|"
    r".{0,120}müssen nicht der meinung der redaktion)",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"\s\((?:[^()]|\([^()]{0,40}\)){10,400}\)$")
_QUOTING = re.compile(r"[“”\"„«»]")
_MOST_WORDS = 70  # of a line that closes an article


def why_trailer(line: str, authors: Sequence[str] = ()) -> str:
    """Why a line at the end of an article is none of its text ("credit", "appeal", "author"); "" where it is text."""
    if len(line.split()) > _MOST_WORDS:
        return ""
    if is_credit(line):
        return "credit"
    if _TO_READERS.match(line) or (_ASKING.search(line) and _OURS.search(line) and not _QUOTING.search(line)):
        return "appeal"
    return "author" if _is_life(line, authors) else ""


def is_credit(line: str) -> bool:
    """Whether a whole line says no more than who worked on the article."""
    found = _SHARED.match(line) or _CREDIT.match(line)
    if found and _is_names(line[found.end() :]):
        return True
    if _SIGNED.match(line) or _INITIALS.match(line):
        return True
    return bool(_CONTRIBUTED.search(line) and "”" not in line and '"' not in line)


def _is_names(text: str) -> bool:
    words = re.findall(r"[^\W\d_][\w’'-]*", text)
    return all(word[0].isupper() or word in _JOINTS or word.lower() in _JOINTS for word in words)


def _is_life(line: str, authors: Sequence[str]) -> bool:
    """A line about the author: it begins with the name, or it names nobody else and says what journalists are."""
    if not _OCCUPATION.search(line):
        return False
    if any(re.match(re.escape(name) + _IS, line) for name in authors):
        return True
    return bool(_LIFE.match(line))


def is_about_author(line: str) -> bool:
    """Whether a line is the heading above the author's life."""
    return bool(_ABOUT_AUTHOR.fullmatch(line.strip(" :")))


def without_credit(text: str) -> tuple[str, str]:
    """A paragraph without the credit in brackets that closes it, and that credit ("" where there is none)."""
    found = _BRACKET.search(text) if text.endswith(")") else None
    if found is None or not is_credit(found[0].strip(" ()")):
        return text, ""
    return text[: found.start()], found[0].strip()
