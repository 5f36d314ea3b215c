"""A digest as plain text: what a mail shows where HTML is not read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any

from transforms.digest import story_wording, wording
from transforms.digest.content import DigestContent, widest_story
from transforms.digest.links import safe_address
from transforms.digest.story import Movement, Quote, Sentence, Source, Story

_LONGEST = 600  # characters of one text of a stranger


def render_text(content: DigestContent) -> str:
    """The edition as text of paragraphs, each on one line: the same for the same content."""
    parts = (_head, _brief, _edition_changes, _watchlists, _stories, _movements, _one_sided, _changed, _feeds)
    return "\n".join(line for part in parts for line in part(content)).rstrip() + "\n"


def shortened(text: str) -> str:
    """Somebody's text on one line, cut with an ellipsis where it is longer than any sentence should be."""
    told = wording.one_line(text)
    return told if len(told) <= _LONGEST else told[: _LONGEST - 1].rstrip() + "…"


def in_short(content: DigestContent) -> DigestContent:
    """The content with no text longer than any sentence should be, for what must stay small."""
    cut = _cut(content)
    assert isinstance(cut, DigestContent)
    return cut


def _cut(value: Any, name: str = "") -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{field.name: _cut(getattr(value, field.name), field.name) for field in fields(value)})
    if isinstance(value, tuple):
        return tuple(_cut(item, name) for item in value)
    if not isinstance(value, str) or name == "query":
        return value
    return shortened(value) if name != "url" or len(value) <= _LONGEST else ""


def _head(content: DigestContent) -> Iterator[str]:
    yield f"DATELINE, {wording.date_words(content.day).upper()}"
    yield f"Edition {content.edition}, {wording.window_words(content)}"
    yield from (wording.coverage_sentence(content.coverage), "")


def _brief(content: DigestContent) -> Iterator[str]:
    yield f"- {wording.volume_sentence(content.volume)}"
    yield f"- {wording.riser_sentence(content.biggest_riser)}"
    widest = widest_story(content)
    if widest:
        told = f"“{shortened(widest.headline.title)}” ({shortened(widest.headline.outlet)})"
        yield f"- {story_wording.widest_words(widest)}: {told}."
    yield ""


def _edition_changes(content: DigestContent) -> Iterator[str]:
    if content.edition_changes:
        yield f"SINCE EDITION {content.edition - 1}"
        yield from (f"- {wording.change_words(change)}" for change in content.edition_changes)
        yield ""


def _watchlists(content: DigestContent) -> Iterator[str]:
    if content.watchlists:
        yield "WATCHLISTS"
    for report in content.watchlists:
        movement = report.movement
        told = f"{wording.counts_words(movement.counts)}, {wording.mean_clause(movement.usual_article_count)}"
        yield f"{shortened(movement.name)}: {told}"
        yield from (*(_said(sentence, content) for sentence in report.sentences), "")


def _stories(content: DigestContent) -> Iterator[str]:
    for story in content.stories:
        yield from _story(story, content)


def _story(story: Story, content: DigestContent) -> Iterator[str]:
    yield shortened(story.headline.title).upper()
    yield from (_cited(story.headline, content), safe_address(story.headline.url) or "", "")
    yield "What happened"
    yield from [_said(sentence, content) for sentence in story.what_happened] or ["No sentence tells it by itself."]
    yield from ("", "Who said what")
    yield from [_quoted(quote, content) for quote in story.who_said_what] or ["Nobody is quoted."]
    yield from ("", "Why it matters", f"- {wording.counts_words(story.context.counts).capitalize()}")
    yield from (f"- {shortened(told)}" for told in story_wording.context_sentences(story.context, content))
    yield from (f"- {shortened(story_wording.accounts_words(one, content.day))}" for one in story.context.accounts)
    yield from ("", "")


def _cited(source: Source, content: DigestContent) -> str:
    return f"{shortened(source.outlet)}, {wording.source_time(source, content.day)}"


def _said(sentence: Sentence, content: DigestContent) -> str:
    return f"“{shortened(sentence.text)}” — {_cited(sentence.source, content)}"


def _quoted(quote: Quote, content: DigestContent) -> str:
    who = shortened(quote.speaker) or "speaker not named"
    role = f" ({shortened(quote.role)})" if quote.role else ""
    return f"“{shortened(quote.text)}” — {who}{role} in {_cited(quote.source, content)}"


def _movements(content: DigestContent) -> Iterator[str]:
    yield "WHAT ROSE AND WHAT FADED"
    for title, ranking, _ in wording.rankings(content):
        rose = ", ".join(_moved(item) for item in ranking.rose) or "none"
        faded = ", ".join(_moved(item) for item in ranking.faded) or "none"
        yield f"{title} that rose: {rose}. Faded: {faded}."
    names = ", ".join(shortened(name.name) for name in content.newcomers.names)
    yield from (f"New names: {names}." if names else "No name was new.", "")


def _moved(item: Movement) -> str:
    return f"{shortened(item.name)} ({item.counts.article_count:,}, {wording.usual_clause(item.usual_article_count)})"


def _one_sided(content: DigestContent) -> Iterator[str]:
    yield "ONLY ONE SIDE CARRIES IT"
    for thing in content.one_sided.things:
        name = f"“{shortened(thing.name)}”" if thing.kind == "story" else shortened(thing.name)
        yield f"- {name}: {wording.counts_words(thing.counts)}. {shortened(story_wording.side_words(thing))}"
        yield from [f"  {_said(thing.sentence, content)}"] if thing.sentence else []
    yield from (() if content.one_sided.things else (wording.NOTHING_ONE_SIDED,))
    yield ""


def _changed(content: DigestContent) -> Iterator[str]:
    yield "CHANGED SINCE PUBLISHED"
    articles = content.changes.articles
    yield from [f"- {shortened(change.source.title)} — {_cited(change.source, content)}" for change in articles] or [
        "Nothing changed after it was published."
    ]
    yield ""


def _feeds(content: DigestContent) -> Iterator[str]:
    yield "FEEDS THAT NEED A LOOK"
    reports = [f"- {shortened(report.feed)}: {shortened(report.state)}" for report in content.feeds.feeds]
    yield from reports or ["All feeds were read."]
