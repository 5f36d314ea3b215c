"""Offices and roles: a small class for what a person is called, and the words that say so."""

from __future__ import annotations

import re
from functools import lru_cache

# Role classes in the order of trial; the first whose pattern fits the role's head words wins. The classes follow the
# sectors of CAMEO's and PLOVER's actor codes (GOV, LEG, JUD, MIL, COP, OPP, BUS, MED, EDU, CVL) cut finer where news
# names the office itself.
ROLE_CLASSES: tuple[tuple[str, str], ...] = (
    ("spokesperson", r"spokes(?:man|woman|person|people)|press secretary|press officer"),
    ("ambassador", r"ambassador|consul(?: general)?|charg[eé] d'affaires|high commissioner to"),
    (
        "envoy",
        r"envoy|mediator|negotiator|representative (?:for|to)|special representative|emissary|high representative",
    ),
    ("deputy", r"(?:vice|deputy)[ -]?(?:prime minister|president|premier|chancellor)"),
    ("head_of_government", r"prime minister|premier|taoiseach|chancellor(?! of the exchequer)|first minister"),
    (
        "minister",
        r"minister|secretary of (?:state|defen[cs]e|the treasury|commerce|labor|education|energy)|attorney general"
        r"|(?:foreign|home|defen[cs]e|treasury|health|interior|justice|trade|energy|education|transport|business"
        r"|culture|environment|housing|labor|work and pensions|shadow \w+) secretary|chancellor of the exchequer",
    ),
    ("monarch", r"king|queen|emir|sultan|crown prince(?:ss)?|prince|princess|emperor|pope"),
    (
        "legislator",
        r"senator|congress(?:man|woman)|mp|mep|lawmaker|deput(?:y|ies)|legislator|house speaker|speaker"
        r"|(?:majority|minority) leader|parliamentarian|representative",
    ),
    ("governor", r"governor|lieutenant governor"),
    ("mayor", r"mayor|councill?or|councilman|councilwoman|alderman"),
    ("military", r"general|colonel|admiral|commander|major|captain|lieutenant|sergeant|brigadier|chief of staff"),
    ("police", r"police chief|sheriff|constable|detective|inspector|superintendent|police (?:officer|commissioner)"),
    ("judge", r"judge|(?:chief )?justice|magistrate|prosecutor|district attorney|lawyer|attorney|solicitor|barrister"),
    ("secretary_general", r"secretary[- ]general"),
    (
        "executive",
        r"chief executive(?: officer)?|ceo|cfo|coo|cto|chairman|chairwoman|chairperson|chair|founder|co-founder|owner"
        r"|managing director|chief \w+ officer|boss|shareholder|investor|businessman|businesswoman|billionaire",
    ),
    ("head_of_state", r"president"),
    (
        "head",
        r"head|director(?:[- ]general)?|chief|commissioner|administrator|leader|manager|coordinator|deputy head"
        r"|secretary|treasurer|president and .*|executive director|coach|superintendent"
        r"|(?:harbou?r ?|head)master|headmistress",
    ),
    (
        "expert",
        r"professor|analyst|economist|scientist|researcher|expert|historian|strategist|fellow|lecturer|scholar"
        r"|epidemiologist|virologist|meteorologist|geologist|seismologist|astronomer|physicist|biologist|engineer"
        r"|pollster|consultant|doctor|surgeon|physician",
    ),
    ("journalist", r"journalist|reporter|editor|correspondent|columnist|anchor|presenter|commentator|broadcaster"),
    (
        "religious",
        r"archbishop|bishop|cardinal|imam|rabbi|pastor|priest|ayatollah|patriarch|reverend|cleric|grand mufti",
    ),
    ("activist", r"activist|campaigner|organi[sz]er|protester|dissident|unionist|trade unionist|volunteer"),
    ("candidate", r"candidate|nominee|contender|frontrunner|opposition leader"),
    (
        "official",
        r"official|officer|adviser|advisor|aide|diplomat|counsel|member|delegate|agent|civil servant|bureaucrat",
    ),
    ("sportsperson", r"player|striker|goalkeeper|midfielder|defender|captain|sprinter|champion|driver|golfer|boxer"),
    ("artist", r"actor|actress|singer|musician|author|writer|novelist|poet|director|artist|filmmaker|composer|painter"),
    (
        "other",
        r"resident|farmer|teacher|student|nurse|worker|pilot|shipowner|owner|widow|son|daughter|wife|husband"
        r"|brother|sister|father|mother|friend|neighbou?r|colleague|witness|victim|survivor|suspect|tourist|partner",
    ),
)

_HEADS = tuple((name, re.compile(rf"\b(?:{pattern})s?$", re.IGNORECASE)) for name, pattern in ROLE_CLASSES)
_OFFICES = {"head_of_government", "head_of_state", "minister", "monarch", "secretary_general"}
_SHORT_TITLES = {
    "gov": "governor", "sen": "legislator", "rep": "legislator", "gen": "military", "col": "military",
    "lt": "military", "maj": "military", "capt": "military", "adm": "military", "sgt": "military",
    "pres": "head_of_state", "prof": "expert", "pm": "head_of_government", "rev": "religious", "amb": "ambassador",
    "supt": "police", "cmdr": "military", "cpl": "military",
}  # fmt: skip
_OF_ITS_NAME = re.compile(
    r"^.*?\b(?:secretary of (?:state|defen[cs]e|the treasury|commerce|labor|education|energy)|chief of staff"
    r"|chancellor of the exchequer)\b",
    re.IGNORECASE,
)
_LEADS_GOVERNMENT = re.compile(
    r"(?:president|chair\w*) of the (?:council of ministers|government|cabinet)|chief adviser", re.I
)
_AFTER_HEAD = re.compile(r"\s(?:of|at|for|to|in|on|with|from|and)\s|,", re.IGNORECASE)
_BEFORE = re.compile(r"^(?:the|a|an|former|ex-|then-|late|acting|interim|outgoing|incoming|current)\s*", re.IGNORECASE)


@lru_cache(maxsize=10_000)  # the same few offices all day
def role_class(text: str) -> str:
    """The class of a role phrase by its head words; "" where no word of it is a role's."""
    words = text.strip()
    if words.rstrip(".").lower() in _SHORT_TITLES:
        return _SHORT_TITLES[words.rstrip(".").lower()]
    if _LEADS_GOVERNMENT.search(words):
        return "head_of_government"
    fixed = _OF_ITS_NAME.match(words)
    head = fixed.group() if fixed else _AFTER_HEAD.split(words, maxsplit=1)[0]
    return next((name for name, pattern in _HEADS if pattern.search(head)), "")


def office_class(text: str) -> str:
    """The office that a role phrase names, where one person at a time holds it; "" for every other role.

    Ministers are kept apart by their portfolio: "minister:foreign".
    """
    plain = _BEFORE.sub("", text.strip().lower())
    name = role_class(plain)
    if name not in _OFFICES:
        return ""
    return f"minister:{_portfolio(plain)}" if name == "minister" else name


def _portfolio(text: str) -> str:
    """What a minister is minister of: "foreign minister", "minister of foreign affairs", "secretary of state"."""
    if text in ("secretary of state", "us secretary of state"):
        return "foreign"
    words = re.sub(r"\b(?:minister|secretary|of|for|the|state|affairs|us)\b", " ", text).split()
    return " ".join(word.replace("defense", "defence") for word in words)
