"""A whole edition to render: the sample newsroom's Sunday 8 March 2026, with figures made up for it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from transforms.digest.content import (
    Change,
    Changes,
    Coverage,
    DayCount,
    DigestContent,
    FeedReport,
    FeedReports,
    Method,
    MethodCount,
    Newcomers,
    PageLink,
    Ranking,
    Volume,
)
from transforms.digest.sides import OneSided, OneSidedThings, Side
from transforms.digest.story import (
    Accounts,
    Amount,
    Broke,
    Context,
    Counts,
    Movement,
    Peak,
    Query,
    Quote,
    Sentence,
    Source,
    Story,
    Turn,
)
from transforms.digest.watchlists import WatchReport
from transforms.text import make_id

DAY = date(2026, 3, 8)
_DAYS = (9, 11, 12, 10, 12, 5, 4, 10, 12, 11, 13, 12, 5, 3, 10, 11, 12, 12, 14, 6, 4, 7, 8, 11, 12, 9, 12, 15)


def _at(hour: int, minute: int, day: int = 8) -> datetime:
    return datetime(2026, 3, day, hour, minute, tzinfo=UTC)


def _source(outlet: str, slug: str, title: str, moment: datetime) -> Source:
    host = outlet.lower().replace(" ", "")
    return Source(f"a-{slug}"[:12], outlet, title, f"https://{host}.example/2026/{slug}", moment, language="en")


TOLL = _source(
    "Meridian Wire", "toll-23", "Chile quake toll climbs to 23 as boy is pulled alive from rubble", _at(12, 20)
)
WATER = _source(
    "Tagus Courier",
    "second-night",
    "After a night in the open, Valparaíso counts 23 dead and waits for water",
    _at(15, 30),
)
HEADINGLEY = _source(
    "Northgate Standard",
    "huddersfield",
    "Toll in Chile reaches 23 as West Yorkshire waits for its telephones to ring",
    _at(17, 5),
)
PAINT = _source(
    "Lakeshore Tribune",
    "second-day",
    "On Valparaíso's hills, engineers with paint cans decide who can go home",
    _at(19, 20),
)
STUDENTS = _source(
    "Savanna Gazette", "students", "Twelve Kenyan students safe after Valparaíso earthquake", _at(14, 50)
)
FREIGHTERS = _source(
    "Lakeshore Tribune",
    "wheat",
    "Two ships leave Odesa, and a farmer in Illinois reads the wheat price twice",
    _at(12, 20),
)
LOAF = _source(
    "Savanna Gazette", "loaf", "Two ships have left Odesa. Do not expect a cheaper loaf by Easter", _at(7, 15)
)
APPEAL = replace(
    _source("Northgate Standard", "appeal", "In brief: British charities open joint appeal for Chile", _at(12, 10)),
    copy_of="Meridian Wire",
    copy_role="trimmed",
    is_corrected=True,
)
MARATHON = _source("Savanna Gazette", "marathon", "Kiptoo waits, then flies, to win Nairobi marathon", _at(9, 40))
STRIKE = _source(
    "Lakeshore Tribune", "strike", "Dockworkers walk out in Rotterdam, Europe’s busiest port", _at(15, 10, 3)
)


def _past(*last: int) -> tuple[int, ...]:
    return (0,) * (len(_DAYS) - len(last)) + last


def _movement(name: str, kind: str, counts: tuple[int, int, int, int], usual: float, *past: int) -> Movement:
    ratio = counts[0] / usual if usual else None
    low, high = (ratio / 2.2, ratio * 1.9) if ratio else (None, None)
    return Movement(name, kind, Counts(*counts), usual, ratio, low, high, _past(*past))


ARAVENA = replace(
    _movement("Tomás Aravena", "person", (5, 5, 4, 4), 0.15, 0, 0, 0, 0, 0, 4, 5), thing_id="tomas-aravena"
)
PINO = _movement("Catalina Errázuriz Pino", "person", (5, 5, 5, 4), 0.15, 0, 0, 0, 0, 0, 5, 5)
SENAPRED = _movement("SENAPRED", "organisation", (7, 7, 5, 4), 0.3, 0, 0, 0, 0, 0, 6, 7)
SOLHEIM = _movement("Ingrid Solheim", "person", (4, 4, 4, 3), 0.1, 0, 0, 0, 0, 0, 2, 4)
ZORIN = _movement("Pavel Zorin", "person", (0, 0, 0, 0), 2.1, 2, 3, 3, 4, 2, 0, 0)
OYELARAN = _movement("Marta Oyelaran", "person", (1, 1, 1, 1), 2.6, 2, 3, 3, 4, 4, 1, 1)


def _rank(table: str) -> str:
    return (
        f"select actor, article_count, copy_group_count, outlet_count, owner_count, usual_article_count\n"
        f"from {table}\nwhere day = date '2026-03-08'\norder by article_count / usual_article_count desc"
    )


EARTHQUAKE = Story(
    "s-earthquake",
    TOLL,
    (
        Sentence(
            "Rescuers in Valparaíso recovered nine more bodies overnight, raising the death toll from Chile's "
            "earthquake to at least 23, but also brought out a seven-year-old boy who had spent 22 hours "
            "beneath a staircase.",
            TOLL,
        ),
        Sentence(
            "The number of people known to have died in Saturday's earthquake in central Chile has risen to at least "
            "23, the authorities in Valparaíso announced on Sunday, and tens of thousands of households in the port "
            "city have no running water.",
            WATER,
        ),
    ),
    (
        Quote(
            "We have blankets. We have bread. What we don't have is pressure in the pipes.",
            "Rodrigo Fuenzalida",
            WATER,
            "deputy to the mayor",
        ),
        Quote(
            "That is a statement about probability. People want a promise, and I cannot sell them one.",
            "Tomás Aravena",
            TOLL,
        ),
        Quote("You learn not to ring. You want to ring every minute.", "Hernán Basualto", HEADINGLEY),
        Quote("He sent one word: ‘Mzima’.", "", STUDENTS),
    ),
    Context(
        Counts(8, 8, 5, 4),
        15,
        date(2026, 3, 7),
        2,
        (("Ingrid Solheim", "SENAPRED"), ("University of Leeds", "Valparaíso")),
        (ARAVENA, SOLHEIM),
        "from story_context('s-earthquake', date '2026-03-08')",
        broke=Broke(TOLL, WATER, 190),
        topics=(_movement("earthquake", "topic", (8, 8, 5, 4), 0.5, 0, 0, 0, 0, 0, 7, 8),),
        peaks=(Peak("Tomás Aravena", 5, date(2026, 2, 12)), Peak("SENAPRED", 7, None)),
        accounts=(
            Accounts(
                "people killed",
                (
                    Amount("At least 21", Sentence("At least 21 people were killed, the city said.", STUDENTS)),
                    Amount("at least 23", Sentence("The city counts at least 23 people killed.", WATER)),
                ),
            ),
        ),
        turns=(Turn("Chile", "University of Leeds", 3, 4.5, -1.25, 4),),
        queries=(Query("Who had it first", "from who_broke_it('s-earthquake')"), Query("Accounts", "from amounts")),
    ),
    (APPEAL, TOLL, STUDENTS, WATER, HEADINGLEY, PAINT),
)
WHEAT = Story(
    "s-wheat",
    FREIGHTERS,
    (
        Sentence(
            "The two freighters that slipped out of Odesa on Saturday carry, between them, less wheat than the "
            "elevators along the Illinois River can load in a slow week.",
            FREIGHTERS,
        ),
    ),
    (
        Quote("I won't call it a corridor until I have counted to ten.", "Danylo Hrytsenko", FREIGHTERS),
        Quote("Not yet, mama.", "Daudi Mwakio Kilele", LOAF),
    ),
    Context(
        Counts(2, 2, 2, 2),
        13,
        date(2026, 3, 2),
        7,
        (),
        (OYELARAN,),
        "from story_context('s-wheat', date '2026-03-08')",
    ),
    (LOAF, FREIGHTERS),
)
RACE = Story(
    "s-marathon",
    MARATHON,
    (
        Sentence(
            "Esther Chelimo Kiptoo let three rivals run away from her on Sunday and caught them one by one over the "
            "last five kilometres, winning the Nairobi marathon in two hours, 26 minutes and 41 seconds, the fastest "
            "time by a woman on the hilly course.",
            MARATHON,
        ),
    ),
    (),
    Context(Counts(1, 1, 1, 1), 1, DAY, 1, (), (), "from story_context('s-marathon', date '2026-03-08')"),
    (MARATHON,),
)
SUNDAY = DigestContent(
    day=DAY,
    zone="Europe/Lisbon",
    edition=1,
    watchlists=(
        WatchReport(
            replace(_movement("Grain corridor", "watchlist", (2, 2, 2, 2), 1.2, 1, 2, 2), ratio_low=None),
            "wheat AND (Odesa OR Odessa)",
            (Sentence("Two freighters carry less wheat than the river can load in a week.", FREIGHTERS),),
            "from watched",
        ),
    ),
    pages=(
        PageLink("day", "day", "All articles", "articles.html", 15),
        PageLink("story", "s-earthquake", TOLL.title, f"story/{make_id('s-earthquake')}.html", 8),
        PageLink("story", "s-appeal", APPEAL.title, f"story/{make_id('s-appeal')}.html", 2),
        PageLink("pair", "senapred tomas-aravena", "SENAPRED and Tomás Aravena", f"pair/{make_id('sta')}.html", 3),
        PageLink("actor", "tomas-aravena", "Tomás Aravena", f"actor/{make_id('tomas-aravena')}.html", 5),
    ),
    window_start=_at(0, 0),
    window_end=_at(0, 0, 9),
    record_start=date(2026, 2, 9),
    coverage=Coverage(16, 15, 5, 1, 0.06, "from daily_coverage_total where day = date '2026-03-08'"),
    volume=Volume(
        Counts(15, 15, 5, 4),
        9.7,
        27,
        tuple(DayCount(DAY - timedelta(days=27 - place), count, place == 13) for place, count in enumerate(_DAYS)),
        "from daily_volume where day between date '2026-02-09' and date '2026-03-08' order by day",
    ),
    biggest_riser=SENAPRED,
    stories=(EARTHQUAKE, WHEAT, RACE),
    stories_query="from daily_stories\nwhere day = date '2026-03-08'\norder by outlet_count desc\nlimit 8",
    actors=Ranking((SENAPRED, PINO, ARAVENA, SOLHEIM), (ZORIN, OYELARAN), _rank("daily_actors")),
    topics=Ranking(
        (_movement("earthquake", "topic", (8, 8, 5, 4), 0.5, 0, 0, 0, 0, 0, 7, 8),),
        (_movement("industrial dispute", "topic", (0, 0, 0, 0), 0.5, 3, 3, 2, 2, 2, 0, 0),),
        _rank("daily_topics"),
    ),
    places=Ranking(
        (_movement("Valparaíso", "place", (9, 9, 5, 4), 0.3, 0, 0, 0, 0, 0, 7, 9),), (), _rank("daily_places")
    ),
    pairs=Ranking(
        (
            replace(
                _movement("SENAPRED and Tomás Aravena", "pair", (3, 3, 3, 3), 0.2, 0, 0, 0, 0, 0, 1, 3),
                thing_id="senapred tomas-aravena",
            ),
        ),
        (),
        _rank("daily_pairs"),
        "from sentences_of_pairs",
    ),
    one_sided=OneSidedThings(
        (
            OneSided(
                "story",
                "s-appeal",
                APPEAL.title,
                Counts(2, 2, 2, 1),
                (Side("owner", "Northgate Group", 4),),
                Sentence("The charities hope for ten million pounds.", APPEAL),
                "from articles_of_story",
            ),
            OneSided(
                "topic",
                "t-athletics",
                "athletics",
                Counts(3, 3, 2, 2),
                (Side("folder", "africa", 3), Side("language", "sw", 2)),
                None,
                "from why_topic('t-athletics')",
            ),
        ),
        "from one_sided(date '2026-03-08')",
    ),
    newcomers=Newcomers(
        (
            Movement(
                "Lorraine Haverkamp",
                "person",
                Counts(1, 1, 1, 1),
                0,
                None,
                example=Sentence("Red means that Lorraine Haverkamp has looked at your house, and is sorry.", PAINT),
            ),
            Movement(
                "Esther Chelimo Kiptoo",
                "person",
                Counts(1, 1, 1, 1),
                0,
                None,
                example=Sentence("Kiptoo receives 1.5 million shillings and, it appears, a choice to make.", MARATHON),
            ),
        ),
        "from new_names(date '2026-03-08')",
    ),
    changes=Changes(
        (
            Change(
                STRIKE,
                _at(9, 5),
                ("About 4,000 dockworkers stopped work at 6 a.m.",),
                (
                    "About 1,400 dockworkers stopped work at 6 a.m.",
                    "Correction: An earlier version of this article gave the number of strikers as about 4,000.",
                ),
            ),
        ),
        "from changed_articles(date '2026-03-08')",
    ),
    feeds=FeedReports(
        (
            FeedReport(
                "Northgate Standard: Culture",
                "Northgate Standard",
                "https://northgatestandard.example/culture.rdf",
                "Four polls in a row found no feed at its address.",
                _at(22, 10, 6),
                "404 Not Found",
            ),
        ),
        "from daily_coverage where day = date '2026-03-08' and state <> 'ok'",
    ),
    method=Method(
        (("dateline", "0.1.0"), ("extract", "trafilatura 2.3.1, rules 4"), ("names", "en_core_web_sm 3.8.0, rules 2")),
        (
            MethodCount("feed entries seen", 16),
            MethodCount("pages fetched", 16),
            MethodCount("articles read", 15),
            MethodCount("pages rejected", 1),
            MethodCount("quotes found", 41),
        ),
        "select stage, row_count from ops_counts where day = date '2026-03-08'",
    ),
)
