"""The templates of a digest's pages, with every function that words its figures as a filter."""

from __future__ import annotations

from jinja2 import Environment

from transforms.digest import charts, story_wording, wording
from transforms.digest.as_text import shortened
from transforms.digest.links import safe_address
from transforms.digest.story import Story
from transforms.html import environment
from transforms.text import make_id

_WORDS = (
    *(wording.change_words, wording.chart_caption, wording.counts_words, wording.coverage_sentence, wording.date_words),
    *(wording.interval_words, wording.many, wording.moment_words, wording.number, wording.one_line),
    *(wording.ratio_words, wording.riser_sentence, wording.short_date, wording.source_time, wording.spread_words),
    *(wording.usual_clause, wording.volume_sentence, wording.window_words),
    *(story_wording.accounts_words, story_wording.context_sentences, story_wording.copy_words),
    *(story_wording.widest_words, safe_address, shortened),
)


def templates() -> Environment:
    """The folder `templates` beside this module; every string is escaped, and cleaned before that."""
    made = environment("transforms.digest")
    made.filters.update({function.__name__: function for function in _WORDS})
    made.filters["anchor"] = anchor
    made.globals.update(queries_of_context=story_wording.queries_of_context)
    made.globals.update(no_edition_changes=wording.NO_EDITION_CHANGES)
    made.globals.update(draw_bars=charts.draw_bars, draw_spark=charts.draw_spark)
    return made


def anchor(story: Story) -> str:
    """A fragment of letters and digits, whatever the story's id is made of."""
    return f"story-{make_id(story.story_id)}"
