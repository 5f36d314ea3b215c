"""A digest as CommonMark with GitHub's tables: the twin of the page, for terminals, repositories and mail.

Strangers' text is escaped so that it can be nothing but text. Queries stand at the end, and figures point at them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from transforms.digest import story_wording, wording
from transforms.digest.content import Change, DigestContent, FeedReport, widest_story
from transforms.digest.links import safe_address
from transforms.digest.story import Movement, Quote, Sentence, Source, Story
from transforms.text import clean_text

_MARKS = re.compile(r"([\\`*_\[\]<>|~$])")
_LINE_START = re.compile(r"^(\d*)([#+=.)-])")  # heading, list, rule: only at the start of a line
_BARE_LINK = re.compile(r"(?<=[a-z])(:)(?=//)|(?<=www)(\.)|(@)", re.IGNORECASE)  # GitHub links what looks like one
_EDITIONS = "select day, edition, written_at, content from digests order by day, edition"
_BACKTICKS = re.compile("`+")


class _Queries:
    """The queries of a digest in the order in which figures point at them."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def point(self, query: str) -> str:
        """(Q3)"""
        return f"(Q{self._numbers.setdefault(query, len(self._numbers) + 1)})"

    def lines(self) -> Iterator[str]:
        """Every query in a code block under its number."""
        for query, number in self._numbers.items():
            fence = _fence(query)
            yield from (f"### Q{number}", "", f"{fence}sql", clean_text(query), fence, "")


def render_markdown(content: DigestContent) -> str:
    """The edition as Markdown: the same bytes for the same content."""
    queries = _Queries()
    parts = (_head, _edition_changes, _brief, _watchlists, _stories, _movements, _one_sided, _changes, _feeds, _method)
    lines = [line for part in parts for line in part(content, queries)]
    return "\n".join([*lines, *queries.lines()]).rstrip() + "\n"


def escape(text: str) -> str:
    """Somebody's text on one line, with no character that Markdown, HTML or a table could read as anything else."""
    told = _MARKS.sub(r"\\\1", wording.one_line(text).replace("&", "&amp;"))
    told = _BARE_LINK.sub(lambda found: "\\" + found.group(), told)
    return _LINE_START.sub(r"\1\\\2", told)


def _link(text: str, url: str) -> str:
    address = safe_address(url)
    return f"[{escape(text)}](<{_in_brackets(address)}>)" if address else escape(text)


def _in_brackets(address: str) -> str:
    """A safe address, with what would end a table's cell or begin an entity spelled otherwise."""
    return address.replace("|", "%7C").replace("&", "&amp;")


def _cite(source: Source, content: DigestContent) -> str:
    return f"{_link(source.outlet, source.url)}, {wording.source_time(source, content.day)}"


def _said(sentence: Sentence, content: DigestContent) -> str:
    return f"“{escape(sentence.text)}” — {_cite(sentence.source, content)}"


def _fence(text: str) -> str:
    longest = max((len(run) for run in _BACKTICKS.findall(text)), default=0)
    return "`" * max(3, longest + 1)


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """A table whose first column is text and whose others are numbers."""
    yield f"| {' | '.join(heads)} |"
    yield f"| --- |{' ---: |' * (len(heads) - 1)}"
    yield from (f"| {' | '.join(row)} |" for row in rows)
    yield ""


def _head(content: DigestContent, queries: _Queries) -> Iterator[str]:
    yield from (f"# Dateline, {wording.date_words(content.day)}", "")
    yield from (f"Edition {content.edition} · {escape(wording.window_words(content))}", "")
    yield from (f"*{wording.coverage_sentence(content.coverage)}* {queries.point(content.coverage.query)}", "")


def _edition_changes(content: DigestContent, queries: _Queries) -> Iterator[str]:
    if content.edition == 1:
        return
    yield from (f"## What this edition changed since edition {content.edition - 1} {queries.point(_EDITIONS)}", "")
    for change in content.edition_changes:
        cited = f" — {_cite(change.source, content)}" if change.source else ""
        yield f"- {escape(wording.change_words(change))}{cited}"
    yield from (("",) if content.edition_changes else (wording.NO_EDITION_CHANGES, ""))


def _brief(content: DigestContent, queries: _Queries) -> Iterator[str]:
    volume, riser, widest = (queries.point(query) for _, query in wording.queries_of_brief(content))
    yield from ("## The day in three sentences", "")
    yield f"- {wording.volume_sentence(content.volume)} {volume}"
    yield f"- {escape(wording.riser_sentence(content.biggest_riser))} {riser}"
    yield from (f"- {_widest(widest_story(content))} {widest}", "")
    if content.volume.days:
        yield from _table(
            ("Day", "Articles"),
            ((_day(day.day, day.is_partial), wording.number(day.article_count)) for day in content.volume.days),
        )


def _widest(story: Story | None) -> str:
    if story is None:
        return "No story was found."
    return f"{story_wording.widest_words(story)}: “{escape(story.headline.title)}” ({escape(story.headline.outlet)})."


def _day(day: date, is_partial: bool) -> str:
    return f"{wording.short_date(day)} (feeds failed)" if is_partial else wording.short_date(day)


def _watchlists(content: DigestContent, queries: _Queries) -> Iterator[str]:
    if content.watchlists:
        yield from ("## Watchlists", "")
    for report in content.watchlists:
        movement = report.movement
        told = f"{wording.counts_words(movement.counts)}, {wording.mean_clause(movement.usual_article_count)}"
        yield from (f"### {escape(movement.name)}", "", f"{told} {queries.point(report.query)}", "")
        yield from _paragraphs([_said(sentence, content) for sentence in report.sentences], "Nothing fits it today.")


def _stories(content: DigestContent, queries: _Queries) -> Iterator[str]:
    yield from (f"## The day’s stories {queries.point(content.stories_query)}", "")
    if not content.stories:
        yield from ("No story was found on this day.", "")
    for story in content.stories:
        yield from _story(story, content, queries)


def _story(story: Story, content: DigestContent, queries: _Queries) -> Iterator[str]:
    headline = story.headline
    yield from (f"### {_link(headline.title, headline.url)}", "")
    yield from (f"Headline: {escape(headline.outlet)}, {wording.source_time(headline, content.day)}", "")
    yield from ("**What happened**", "")
    sentences = [_said(sentence, content) for sentence in story.what_happened]
    yield from _paragraphs(sentences, "No opening sentence could be read.")
    yield from ("**Who said what**", "")
    quotes = [
        f"> “{escape(quote.text)}” — {_speaker(quote)} in {_cite(quote.source, content)}"
        for quote in story.who_said_what
    ]
    yield from _paragraphs(quotes, "Nobody is quoted.")
    counts = wording.counts_words(story.context.counts).capitalize()
    yield from ("**Why it matters**", "", f"- {counts} {queries.point(story.context.query)}")
    yield from (f"- {escape(sentence)}" for sentence in story_wording.context_sentences(story.context, content))
    for accounts in story.context.accounts:
        yield f"- {escape(story_wording.accounts_words(accounts, content.day))}"
        yield from (f"  - {_said(amount.sentence, content)}" for amount in accounts.amounts)
    if story.context.queries:
        yield f"- {'; '.join(f'{escape(query.label)} {queries.point(query.query)}' for query in story.context.queries)}"
    yield from ("", "**Sources**", "")
    yield from (f"- {_source(source, content)}" for source in story.sources)
    yield ""


def _speaker(quote: Quote) -> str:
    if not quote.speaker:
        return "speaker not named"
    return f"{escape(quote.speaker)} ({escape(quote.role)})" if quote.role else escape(quote.speaker)


def _paragraphs(paragraphs: Sequence[str], nothing: str) -> Iterator[str]:
    for paragraph in paragraphs or (nothing,):
        yield from (paragraph, "")


def _source(source: Source, content: DigestContent) -> str:
    told = f"{_link(source.title, source.url)} — {escape(source.outlet)}, {wording.source_time(source, content.day)}"
    remark = story_wording.copy_words(source)
    return f"{told}; {escape(remark)}" if remark else told


def _movements(content: DigestContent, queries: _Queries) -> Iterator[str]:
    yield from ("## What rose and what faded", "")
    for title, ranking, kind in wording.rankings(content):
        points = " ".join(queries.point(query) for _, query in wording.queries_of_ranking(ranking))
        yield from (f"### {title} {points}", "")
        yield from _moved("Rose", ranking.rose, f"No {kind} rose clearly above its usual level.")
        yield from _moved("Faded", ranking.faded, f"No {kind} fell clearly below its usual level.")
    yield from (f"### New names {queries.point(content.newcomers.query)}", "")
    names = [f"- {_newcomer(name, content)}" for name in content.newcomers.names]
    yield from (*(names or ["No name was new."]), "")


def _moved(title: str, items: Sequence[Movement], nothing: str) -> Iterator[str]:
    if not items:
        yield from (nothing, "")
        return
    yield from _table((title, "Articles", "Texts", "Outlets", "Owners", "Usual", "Rate"), map(_moved_row, items))


def _moved_row(item: Movement) -> list[str]:
    counts, interval = item.counts, wording.interval_words(item)
    numbers = (counts.article_count, counts.copy_group_count, counts.outlet_count, counts.owner_count)
    rate = f"{wording.ratio_words(item)} ({interval})" if interval else wording.ratio_words(item)
    sureness = wording.sureness_words(item)
    rate = f"{rate}, {sureness}" if sureness else rate
    usual = "–" if item.usual_article_count is None else wording.number(item.usual_article_count)
    return [escape(item.name), *(wording.number(count) for count in numbers), usual, rate]


def _newcomer(name: Movement, content: DigestContent) -> str:
    told = f"**{escape(name.name)}**, {wording.counts_words(name.counts)}"
    return f"{told}: {_said(name.example, content)}" if name.example else told


def _one_sided(content: DigestContent, queries: _Queries) -> Iterator[str]:
    yield from (f"## Only one side carries it {queries.point(content.one_sided.query)}", "")
    for thing in content.one_sided.things:
        name = f"“{escape(thing.name)}”" if thing.kind == "story" else escape(thing.name)
        counts, sides = wording.counts_words(thing.counts), escape(story_wording.side_words(thing))
        yield f"- {escape(thing.kind.capitalize())}: {name}, {counts} {queries.point(thing.query)}. {sides}"
        yield from [f"  - {_said(thing.sentence, content)}"] if thing.sentence else []
    yield from (("",) if content.one_sided.things else (wording.NOTHING_ONE_SIDED, ""))


def _changes(content: DigestContent, queries: _Queries) -> Iterator[str]:
    yield from (f"## Changed since published {queries.point(content.changes.query)}", "")
    if not content.changes.articles:
        yield from ("Nothing changed after it was published.", "")
    for change in content.changes.articles:
        yield from (*_change(change), "")


def _change(change: Change) -> Iterator[str]:
    source, published = change.source, wording.moment_words(change.source.published_at)
    yield f"- {_link(source.title, source.url)} — {escape(source.outlet)}, published {published}, " + (
        f"{'page gone' if change.is_page_gone else 'changed'} {wording.moment_words(change.seen_at)}"
    )
    if change.old_title:
        yield f"  - Old headline: “{escape(change.old_title)}”"
    yield from (f"  - Removed: “{escape(text)}”" for text in change.removed)
    yield from (f"  - Added: “{escape(text)}”" for text in change.added)


def _feeds(content: DigestContent, queries: _Queries) -> Iterator[str]:
    yield from (f"## Feeds that need a look {queries.point(content.feeds.query)}", "")
    reports = [f"- {_feed(report)}" for report in content.feeds.feeds]
    yield from (*(reports or ["All feeds were read."]), "")


def _feed(report: FeedReport) -> str:
    success = report.last_success_at
    last = f"last read {wording.moment_words(success)}" if success else "never read"
    error = f": {escape(report.error)}" if report.error else "."
    return f"{_link(report.feed, report.url)} ({escape(report.outlet)}) — {escape(report.state)}, {last}{error}"


def _method(content: DigestContent, queries: _Queries) -> Iterator[str]:
    yield from (f"## Method and data {queries.point(content.method.query)}", "")
    counts = ((escape(count.label), wording.number(count.count)) for count in content.method.counts)
    yield from _table(("Step", "Count"), counts)
    yield from _table(("Made by", "Version"), ((escape(name), escape(text)) for name, text in content.method.versions))
    yield from ("Every figure above points at the question in SQL that gives it.", "")
