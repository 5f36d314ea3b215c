"""Countries that stand for their teams: "England beat Sweden 2-1" is about two elevens, and no country acted."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from transforms.analyse.document import Document
from transforms.analyse.names import Name

# Words of each team sport; sports of single persons are none: "Peter Lund (Norway)" plays for himself.
_SPORTS = {
    "football": "soccer football footballer striker midfielder goalkeeper fifa uefa halftime half-time offside"
    " equaliser equalizer goalless kick-off shoot-out substitute header qualifier",
    "cricket": "cricket cricketer wicket wickets overs batsman batsmen lbw lb nb bowler bowlers bowled seamer spinner"
    " odi t20 crease paceman wicketkeeper",
    "rugby union": "rugby scrum lineout fly-half flanker tries scrum-half springboks wallabies",
    "basketball": "basketball rebounds three-pointer three-pointers fiba nba",
    "baseball": "baseball homer homers homered inning pitcher pitchers shutout bullpen rbi",
    "american football": "touchdown touchdowns quarterback nfl linebacker",
    "handball": "handball", "volleyball": "volleyball", "netball": "netball",
    "ice hockey": "puck iihf nhl goaltender",
    "tennis": "tennis atp wta tiebreak tie-break wimbledon",  # of single persons, and told apart from the others here
    "field hockey": "fih penalty-corner",
}  # fmt: skip
_SHARED = """
attendance captain champions coach cup draw final finals fixture friendly goal goals group innings league match matches
penalty playoff playoffs qualifying quarter-final quarterfinal runs scored scorer scorers season semi-final semifinal
side squad stadium standings team teammates toss tournament
"""
_SPORT_OF = {word: sport for sport, words in _SPORTS.items() for word in words.split()}
_WORD = re.compile(r"[a-z][a-z0-9]+(?:-[a-z]+)?")
_LEAST, _SPARSE = 2, 60  # words of one sport; words of text for each word of sport at most, in a report of a match
_WOMEN = re.compile(r"\b(?:women|lionesses)\b", re.IGNORECASE)
_MEN = re.compile(r"\bmen\b", re.IGNORECASE)
_NEAR = 34  # code points before and behind a name that may say that it plays

_PLAYED = re.compile(
    r"\b(?:versus|vs?\.?|beat|beats|beating|beaten by|defeat(?:ed|ing|s)?|thrash(?:ed|es|ing)?|edged?|stunn?ed"
    r"|stun|crush(?:ed|es)?|overcame|outplayed|(?:victory|win|triumph|lead) over"
    r"|lost to|los(?:s|e|es|ing) to|fell to|defeats? (?:by|to|against)|(?:draw|drew|level) with|held by"
    r"|captain(?:ed|ing)?|coached|play(?:s|ed|ing)? for|caps? for|debut for"
    r"|(?:goals?|runs|tries) for|scored for|captain of|coach of|manager of|(?:match|game|final) between)"
    r"\s+(?:the\s+|hosts\s+|holders\s+|champions\s+)?$",
    re.IGNORECASE,
)
_PLAYS = re.compile(
    r"(?:[’']s?)?\s*(?:\d+\s?[-–:]\s?\d+|\d{1,3} (?!per|million|billion|years?|people)|v\.? |vs\.? "
    r"|(?:(?:have|has|had|will|were|was|are|is|to|also|then|twice|first|second|national|under-\d\d|test|one-day"
    r"|world cup) )*"
    r"(?:beat|beats|beating|loses?|drew|draw|scored?|thrash\w*|defeat(?:ed|s)?|qualif\w+"
    r"|captain|coach|manager|skipper|squads?|sides?|teams?|striker|goalkeeper|midfielder|defender|winger|batsm[ae]n"
    r"|bowlers?|innings|players?|fast bowler|all-rounder|fly-half|prop|flanker|strikeforce"
    r"|midfield|batting|bowling|declared|eleven|XI|kicked off|led \d|trail\w*|equalis\w+"
    r"|rallied|edged|held on)\b)",
    re.IGNORECASE,
)
# So much is said of governments too: believed where the article is about a match.
_AGAINST = re.compile(
    r"\b(?:against|hosts?|hosted|face|faces|faced|facing|represent(?:ed|ing|s)?)\s+(?:the\s+|hosts\s+|holders\s+)?$",
    re.IGNORECASE,
)
_MAY_PLAY = re.compile(
    r"(?:[’']s?)?\s+(?:(?:have|has|had|will|were|was|are|is|to|also|then) )*(?:lost|wins?|won|reached|international"
    r"|defence|fans|supporters|players?|host(?:s|ed)?|face[ds]?|play(?:s|ed|ing)?)\b",
    re.IGNORECASE,
)
_LOCATIVE = re.compile(
    r"\b(?:in|from|across|throughout|around|near|into|outside|inside|within|of|to|through|leave|left|tour|visit\w*)\s+"
    r"(?:the\s+)?$",
    re.IGNORECASE,
)
_BETWEEN = 16  # code points between two that play each other: "Norway and Portugal drew", "Norway beat"
_DATELINE = re.compile(r"[A-Z][\w.’'-]+ ?, ?$")
_IN_BRACKETS = re.compile(r"[(\[]\s*$")


@dataclass(frozen=True)
class Sides:
    """Who plays in a report of a match: countries that stand for a team of a sport, and towns that stand for a club."""

    teams: Mapping[int, str] = field(default_factory=dict)  # position of the country's name → the sport
    towns: frozenset[int] = frozenset()


def find_sides(document: Document, names: Sequence[Name]) -> Sides:
    """The names of countries and towns that stand for a team; none but in reports of team sports.

    A country is a team where the words beside it play. Where two countries do, the article is about a match, and
    others that stand in no place's stead ("in England") are teams too.
    """
    countries = [n for n, name in enumerate(names) if _is_country(name)]
    towns = [n for n, name in enumerate(names) if name.kind == "place" and not _is_country(name)]
    body = document.article.body
    is_played = any(_plays(body, names[n]) for n in (*countries, *towns))  # asked first: it costs less than the sport
    sport = sport_of(f"{document.article.title}\n{body}") if is_played else ""
    if not sport:
        return Sides()
    played = _playing(body, names, countries)
    is_match = len({names[n].aliases[0].key for n in played}) > 1
    may_be = [n for n in countries if not _is_placed(body, names, n)] if is_match else []
    in_play = _playing(body, names, towns)
    return Sides(dict.fromkeys([*played, *may_be], sport), frozenset(in_play))


def _playing(body: str, names: Sequence[Name], positions: Sequence[int]) -> list[int]:
    """Those that the words beside them say to play, and those that play one of them: "Norway - Portugal 1-1"."""
    found = [n for n in positions if _plays(body, names[n])]
    met = [n for n in positions if found and _meets(body, names, n, set(found))]
    return sorted({*found, *met})


def _meets(body: str, names: Sequence[Name], position: int, found: set[int]) -> bool:
    """Whether one that does not play by its own words is set against another, or stands just before one that does."""
    name = names[position]
    if _is_placed(body, names, position):
        return False
    if _AGAINST.search(body[max(0, name.start - _NEAR) : name.start]) or _MAY_PLAY.match(body, name.end):
        return True
    following = names[position + 1] if position + 1 in found else None
    return (
        following is not None and following.start - name.end <= _BETWEEN and following.sentence_no == name.sentence_no
    )


def sport_of(text: str) -> str:
    """The team sport that a text reports; "" where it is not full of words of one."""
    counts = Counter(_WORD.findall(text.lower()))
    points: Counter[str] = Counter()
    for word in counts.keys() & _SPORT_OF.keys():
        points[_SPORT_OF[word]] += counts[word]
    if not points:
        return ""
    sport, most = points.most_common(1)[0]
    if sport == "tennis":
        return ""
    shared = sum(counts[word] for word in counts.keys() & set(_SHARED.split()))
    if most < 1 or most + shared < _LEAST or (most + shared) * _SPARSE < sum(counts.values()):
        return ""
    is_womens = len(_WOMEN.findall(text)) > len(_MEN.findall(text)) + 1
    return f"women's {sport}" if is_womens else sport


def _is_country(name: Name) -> bool:
    return (
        len(name.aliases) == 1
        and name.aliases[0].actor_kind == "country"
        and name.aliases[0].alias_kind in ("name", "short", "acronym")
    )


def _plays(body: str, name: Name) -> bool:
    before = body[max(0, name.start - _NEAR) : name.start]
    if _IN_BRACKETS.search(before):
        return False
    return bool(_PLAYED.search(before) or (_PLAYS.match(body, name.end) and not _LOCATIVE.search(before)))


def _is_placed(body: str, names: Sequence[Name], position: int) -> bool:
    """ "In England", "London, England", "(Germany)": where somebody is, or comes from."""
    name = names[position]
    before = body[max(0, name.start - _NEAR) : name.start]
    if _LOCATIVE.search(before) or _IN_BRACKETS.search(before):
        return True
    is_listed = (
        position > 0 and _is_country(names[position - 1]) and names[position - 1].sentence_no == name.sentence_no
    )
    return bool(_DATELINE.search(before)) and not is_listed
