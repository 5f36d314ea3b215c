"""What a later edition of a day's digest says otherwise than the one before it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from transforms.digest.content import DigestContent, EditionChange, Ranking
from transforms.digest.story import Movement, Sentence, Source, Story

_MOST = 40  # beyond it a list of changes is read by nobody; the editions themselves are kept


def compare_editions(former: DigestContent, latest: DigestContent) -> tuple[EditionChange, ...]:
    """The changes from one edition to the next: counts, stories with their words, what rose and faded, corrections."""
    parts = (_counts, _stories, _movements, _one_sided, _corrections, _versions)
    return tuple(change for part in parts for change in part(former, latest))[:_MOST]


def _counts(former: DigestContent, latest: DigestContent) -> Iterator[EditionChange]:
    before, after = _figures(former), _figures(latest)
    for what, value in after.items():
        if before[what] != value:
            yield EditionChange(what, before[what], value)


def _figures(content: DigestContent) -> dict[str, str]:
    counts, coverage = content.volume.counts, content.coverage
    return {
        "Articles": f"{counts.article_count:,}",
        "Different texts": f"{counts.copy_group_count:,}",
        "Outlets": f"{counts.outlet_count:,}",
        "Pages read": f"{coverage.read_count:,} of {coverage.page_count:,}",
        "Feeds failed": f"{coverage.failed_feed_count:,} of {coverage.feed_count:,}",
    }


def _stories(former: DigestContent, latest: DigestContent) -> Iterator[EditionChange]:
    before = {story.story_id: story for story in former.stories}
    after = {story.story_id: story for story in latest.stories}
    yield from _gone_and_new("Story", _headlines(before), _headlines(after))
    for story_id, story in after.items():
        if story_id in before:
            yield from _within(before[story_id], story)


def _headlines(stories: Mapping[str, Story]) -> dict[str, tuple[str, Source | None]]:
    return {story_id: (story.headline.title, story.headline) for story_id, story in stories.items()}


def _within(former: Story, latest: Story) -> Iterator[EditionChange]:
    if former.headline.title != latest.headline.title:
        yield EditionChange("Headline", former.headline.title, latest.headline.title, latest.headline)
    yield from _gone_and_new("Sentence", _said(former.what_happened), _said(latest.what_happened))
    before = {quote.text: (quote.text, quote.source) for quote in former.who_said_what}
    after = {quote.text: (quote.text, quote.source) for quote in latest.who_said_what}
    yield from _gone_and_new("Quotation", before, after)
    counts = former.context.counts.article_count, latest.context.counts.article_count
    if counts[0] != counts[1]:
        yield EditionChange("Articles of the story", f"{counts[0]:,}", f"{counts[1]:,}", latest.headline)


def _said(sentences: tuple[Sentence, ...]) -> dict[str, tuple[str, Source | None]]:
    return {sentence.text: (sentence.text, sentence.source) for sentence in sentences}


def _movements(former: DigestContent, latest: DigestContent) -> Iterator[EditionChange]:
    for before, after in zip(_rankings(former), _rankings(latest), strict=True):
        yield from _gone_and_new("Rose", _names(before.rose), _names(after.rose))
        yield from _gone_and_new("Faded", _names(before.faded), _names(after.faded))
    yield from _gone_and_new("New name", _names(former.newcomers.names), _names(latest.newcomers.names))


def _rankings(content: DigestContent) -> tuple[Ranking, ...]:
    return content.actors, content.topics, content.places, content.pairs


def _one_sided(former: DigestContent, latest: DigestContent) -> Iterator[EditionChange]:
    before, after = (
        {
            thing.thing_id: (thing.name, thing.sentence.source if thing.sentence else None)
            for thing in one.one_sided.things
        }
        for one in (former, latest)
    )
    yield from _gone_and_new("Only one side", before, after)


def _names(movements: tuple[Movement, ...]) -> dict[str, tuple[str, Source | None]]:
    return {movement.name: (movement.name, None) for movement in movements}


def _corrections(former: DigestContent, latest: DigestContent) -> Iterator[EditionChange]:
    known = {(change.source.article_id, change.seen_at) for change in former.changes.articles}
    for change in latest.changes.articles:
        if (change.source.article_id, change.seen_at) not in known:
            yield EditionChange("Changed since published", "", change.source.title, change.source)


def _versions(former: DigestContent, latest: DigestContent) -> Iterator[EditionChange]:
    before, after = _lines(former), _lines(latest)
    yield from _gone_and_new("Made by", before, after)


def _lines(content: DigestContent) -> dict[str, tuple[str, Source | None]]:
    told = [f"{name} {version}" for name, version in content.method.versions]
    return {line: (line, None) for line in told}


def _gone_and_new(
    what: str, before: Mapping[str, tuple[str, Source | None]], after: Mapping[str, tuple[str, Source | None]]
) -> Iterator[EditionChange]:
    for key in [key for key in before if key not in after]:
        yield EditionChange(what, before[key][0], "", before[key][1])
    for key in [key for key in after if key not in before]:
        yield EditionChange(what, "", after[key][0], after[key][1])
