"""A digest as one HTML file that needs nothing else: no script, no font, no picture, no request.

Three things keep strangers' text harmless: Jinja escapes every string, the environment strips control and bidi
characters from every string before that, and only plain web addresses become links. A policy in the page's head
forbids scripts and loads even if all three failed.
"""

from __future__ import annotations

from jinja2 import Environment

from transforms.digest import charts, wording
from transforms.digest.content import DigestContent, widest_story
from transforms.digest.links import safe_address
from transforms.digest.story import Story
from transforms.html import environment
from transforms.text import make_id

_WORDS = (
    wording.accounts_words,
    *(wording.chart_caption, wording.context_sentences, wording.copy_words, wording.counts_words),
    *(wording.coverage_sentence, wording.date_words, wording.interval_words, wording.many, wording.moment_words),
    *(wording.number, wording.one_line, wording.ratio_words, wording.riser_sentence, wording.short_date),
    *(wording.source_time, wording.spread_words, wording.volume_sentence, wording.widest_words, wording.window_words),
)


def render_html(content: DigestContent) -> str:
    """The edition as a self-contained HTML page: the same bytes for the same content."""
    page = _environment().get_template("digest.html.j2")
    return page.render(
        content=content,
        widest=widest_story(content),
        rankings=wording.rankings(content),
        queries_of_brief=wording.queries_of_brief(content),
    )


def _environment() -> Environment:
    made = environment("transforms.digest")
    made.filters.update({function.__name__: function for function in (*_WORDS, safe_address)})
    made.filters["anchor"] = _anchor
    made.globals.update(
        queries_of_context=wording.queries_of_context, draw_bars=charts.draw_bars, draw_spark=charts.draw_spark
    )
    return made


def _anchor(story: Story) -> str:
    """A fragment of letters and digits, whatever the story's id is made of."""
    return f"story-{make_id(story.story_id)}"
