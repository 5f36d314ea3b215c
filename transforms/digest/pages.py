"""The templates of a digest's pages, with every function that words its figures as a filter."""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import date
from functools import cache

from jinja2 import Environment
from markupsafe import Markup

from transforms.digest import charts, story_wording, wording
from transforms.digest.as_text import shortened
from transforms.digest.content import DigestContent, PageLink
from transforms.digest.links import safe_address
from transforms.digest.story import Story
from transforms.digest.thing_page import ThingPage
from transforms.digest.wording import date_words
from transforms.html import environment
from transforms.text import clean_text, make_id

_PATH = re.compile(r"(?:(?:actor|topic|outlet|pair|story)/[1-9A-Za-z]{12}|articles)\.html")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z]{2,8})?")
_COUNTED = re.compile(r"\b\d[\d,]* (article|different text|text|outlet|owner)s?\b")

_WORDS = (
    *(wording.change_words, wording.chart_caption, wording.counts_words, wording.coverage_sentence, wording.date_words),
    *(
        wording.interval_words,
        wording.many,
        wording.mean_clause,
        wording.moment_words,
        wording.number,
        wording.one_line,
    ),
    *(wording.ratio_words, wording.riser_sentence, wording.short_date, wording.source_time, wording.spread_words),
    *(wording.sureness_words,),
    *(wording.usual_clause, wording.volume_sentence, wording.window_words),
    *(story_wording.accounts_words, story_wording.context_lines, story_wording.context_sentences),
    *(story_wording.copy_words, story_wording.side_words, story_wording.widest_words, safe_address, shortened),
)


@cache
def templates() -> Environment:
    """The folder `templates` beside this module; every string is escaped, and cleaned before that."""
    made = environment("transforms.digest")
    made.filters.update(
        {function.__name__: function for function in (*_WORDS, opened, language_tag, kind_words, month_words)}
    )
    made.globals.update(queries_of_page=queries_of_page, queries_of_ranking=wording.queries_of_ranking)
    made.globals.update(queries_of_sides=story_wording.queries_of_sides)
    made.filters["anchor"] = anchor
    made.globals.update(queries_of_context=story_wording.queries_of_context)
    made.globals.update(no_edition_changes=wording.NO_EDITION_CHANGES)
    made.globals.update(nothing_one_sided=wording.NOTHING_ONE_SIDED)
    made.globals.update(draw_bars=charts.draw_bars, draw_spark=charts.draw_spark)
    return made


def paths_of(content: DigestContent) -> dict[str, str]:
    """Where the articles stand that are counted of each thing of an edition; "" of what has no page."""
    safe = ((link.thing_id, link.path) for link in content.pages if _PATH.fullmatch(link.path))
    return defaultdict(str, {thing_id: f"{path}#sentences" for thing_id, path in safe})


def printers_of(content: DigestContent) -> dict[str, str]:
    """Where the outlets stand that printed what is counted of each thing of an edition; "" of what has no page."""
    return defaultdict(
        str, {thing_id: path.replace("#sentences", "#outlets") for thing_id, path in paths_of(content).items()}
    )


def links_of(content: DigestContent) -> list[tuple[str, list[PageLink]]]:
    """The pages that an edition leads to, by what they are of."""
    kinds = {"actor": "Actors", "topic": "Topics", "outlet": "Outlets", "pair": "Pairs"}
    found = {title: [link for link in content.pages if link.kind == kind] for kind, title in kinds.items()}
    return [(title, links) for title, links in found.items() if links]


def opened(text: str, path: str, printers: str = "") -> Markup | str:
    """A sentence of ours: its first number of articles leads to them, those of texts, outlets and owners to these."""
    made, place, seen = Markup(""), 0, set[str]()
    for found in _COUNTED.finditer(text):
        target = path if found[1] == "article" else printers
        if target and found[1] not in seen:
            made += Markup('{}<a href="{}">{}</a>').format(
                clean_text(text[place : found.start()]), target, found.group()
            )
            place = found.end()
        seen.add(found[1])
    return made + clean_text(text[place:]) if place else text


def language_tag(language: str) -> str:
    """A language as HTML names it, "" for what is no code of one."""
    return language if _LANGUAGE.fullmatch(language) else ""


def kind_words(kind: str) -> str:
    """What a page is of, as its head says it."""
    return {"actor": "Actor", "topic": "Topic", "outlet": "Outlet", "pair": "Pair", "story": "Story"}.get(
        kind, "The day"
    )


def month_words(month: tuple[int, int]) -> str:
    """March 2026"""
    return date_words(date(*month, 1)).split(" ", 2)[2]


def queries_of_page(page: ThingPage) -> list[tuple[str, str]]:
    """The questions behind a page, each with what it asks."""
    return [(query.label, query.query) for query in page.queries]


def anchor(story: Story) -> str:
    """A fragment of letters and digits, whatever the story's id is made of."""
    return f"story-{make_id(story.story_id)}"
