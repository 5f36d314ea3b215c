"""The few sentences that a digest says in its own words: each is made of numbers of the record, none of opinions."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

from transforms.digest.content import Coverage, DigestContent, EditionChange, Ranking, Volume
from transforms.digest.story import Counts, Movement, Source
from transforms.text import clean_text, fold_space

# Not strftime: it speaks the language of the machine.
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
SURE = 0.1  # q-value: of ten things that are called sure, one is not
_ABOUT_USUAL = 0.1  # a tenth up or down of the usual is called the usual

NOTHING_ONE_SIDED = "No story or topic was carried by one owner, folder or language alone."
NO_EDITION_CHANGES = "No count, story, sentence or name: only how it was made, or where it was taken from."


def one_line(text: str) -> str:
    """Somebody's text on one line, without characters that could disturb the page around it."""
    return fold_space(clean_text(text))


def date_words(day: date) -> str:
    """Sunday 8 March 2026"""
    return f"{WEEKDAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]} {day.year}"


def short_date(day: date) -> str:
    """8 March"""
    return f"{day.day} {_MONTHS[day.month - 1]}"


def clock(moment: datetime) -> str:
    """17:05"""
    return f"{moment:%H:%M}"


def has_clock(moment: datetime) -> bool:
    """Whether a moment names a time of day: midnight to the second is how publishers write a bare date."""
    return time() not in (moment.time(), moment.astimezone(UTC).time())


def moment_words(moment: datetime) -> str:
    """8 March, 17:05"""
    return f"{short_date(moment)}, {clock(moment)}"


def source_time(source: Source, day: date) -> str:
    """The time of an article, with its date where that is not the digest's day; the date where no time is known."""
    if not has_clock(source.published_at):
        return short_date(source.published_at)
    return clock(source.published_at) if source.published_at.date() == day else moment_words(source.published_at)


def number(value: float) -> str:
    """1,234 · 33 · 8.2 · 0.15: as many digits as say something."""
    digits = 0 if abs(value) >= 10 else 1 if abs(value) >= 1 else 2
    told = f"{value:,.{digits}f}"
    return told.rstrip("0").rstrip(".") if digits else told


def many(count: int, noun: str, nouns: str = "") -> str:
    """1 article · 2 articles"""
    return f"{count:,} {noun if count == 1 else nouns or noun + 's'}"


def counts_words(counts: Counts) -> str:
    """12 articles, 10 different texts, 5 outlets, 4 owners"""
    return ", ".join(
        (
            many(counts.article_count, "article"),
            many(counts.copy_group_count, "different text"),
            many(counts.outlet_count, "outlet"),
            many(counts.owner_count, "owner"),
        )
    )


def usual_clause(usual: float | None) -> str:
    """usually 8.2 a day · not seen in the days before · with no past to compare"""
    if usual is None:
        return "with no past to compare"
    return f"usually {number(usual)} a day" if usual else "not seen in the days before"


def mean_clause(mean: float | None) -> str:
    """on average 8.2 a day before · not seen in the days before · with no past to compare"""
    return f"on average {number(mean)} a day before" if mean else usual_clause(mean)


def ratio_words(movement: Movement) -> str:
    """3.2× · new · – (not known)"""
    if movement.ratio is not None:
        return f"{number(movement.ratio)}×"
    return "new" if movement.usual_article_count == 0 else "–"


def interval_words(movement: Movement) -> str:
    """1.4–7.1; nothing where the interval is not known"""
    if movement.ratio_low is None or movement.ratio_high is None:
        return ""
    return f"{number(movement.ratio_low)}–{number(movement.ratio_high)}"


def sureness_words(movement: Movement) -> str:
    """Whether a rise stands out among all that was looked at on the day; nothing where that cannot be told."""
    if movement.q_value is None:
        return ""
    return "sure" if movement.q_value <= SURE else "may be chance"


def spread_words(counts: Counts) -> str:
    """What stands beside a number of articles: 10 texts, 5 outlets, 4 owners"""
    if counts.article_count == 0:
        return "in no article"
    texts, outlets = many(counts.copy_group_count, "text"), many(counts.outlet_count, "outlet")
    return f"{texts}, {outlets}, {many(counts.owner_count, 'owner')}"


def window_words(content: DigestContent) -> str:
    """8 March, 00:00 to 9 March, 00:00, Europe/Lisbon"""
    return f"{moment_words(content.window_start)} to {moment_words(content.window_end)}, {one_line(content.zone)}"


def coverage_sentence(coverage: Coverage) -> str:
    """588 of 612 pages read; 3 of 41 feeds failed: about 6% missing."""
    pages = f"{coverage.read_count:,} of {many(coverage.page_count, 'page')} read"
    feeds = f"{coverage.failed_feed_count:,} of {many(coverage.feed_count, 'feed')} failed"
    if coverage.feed_count == 0:
        nothing = "No feed was polled: nothing can be said of this day."
        return f"{pages}; no feed was polled on the day itself." if coverage.page_count else nothing
    given = "" if coverage.ratio is None else f" The feeds gave {coverage.ratio:.0%} of what they usually give."
    if coverage.missing_share is None:
        return f"{pages}; {feeds}.{given}"
    missing = "nothing known to be missing" if coverage.missing_share == 0 else _about(coverage.missing_share)
    return f"{pages}; {feeds}: {missing}.{given}"


def _about(share: float) -> str:
    return "under 1% missing" if share < 0.01 else f"about {100 * share:.0f}% missing"


def volume_sentence(volume: Volume) -> str:
    """How many articles the day had, against the usual."""
    counts = volume.counts
    if counts.article_count == 0:
        return "No article was read on this day."
    told = f"{many(counts.article_count, 'article')} from {many(counts.outlet_count, 'outlet')}"
    told += f", {many(counts.copy_group_count, 'different text')}"
    if not volume.usual_article_count:
        return f"{told}; no earlier day to compare with."
    days = many(volume.history_day_count, "day")
    ratio = counts.article_count / volume.usual_article_count if volume.ratio is None else volume.ratio
    usual = f"the usual {number(volume.usual_article_count)} a day"
    return f"{told}: {_against(ratio)} {usual} (by {days} before, feed by feed)."


def chart_caption(volume: Volume) -> str:
    """What the bars show, and what the line, the dark bar and the pale ones mean."""
    told = f"Articles a day over {many(len(volume.days), 'day')}; the last bar is today."
    if volume.usual_article_count is not None:
        told += f" The dashed line is the usual {number(volume.usual_article_count)}."
    return f"{told} Pale bars: feeds failed." if any(day.is_partial for day in volume.days) else told


def _against(ratio: float) -> str:
    if abs(ratio - 1) <= _ABOUT_USUAL:
        return "about"
    if ratio >= 2:
        return f"{number(ratio)} times"
    return f"{abs(ratio - 1):.0%} {'above' if ratio > 1 else 'below'}"


def riser_sentence(movement: Movement | None) -> str:
    """Who or what rose most, against its own past."""
    if movement is None:
        return "Nothing rose clearly above its usual level."
    articles, outlets = many(movement.counts.article_count, "article"), many(movement.counts.outlet_count, "outlet")
    past = usual_clause(movement.usual_article_count)
    chance = "; it may be chance" if sureness_words(movement) == "may be chance" else ""
    return f"{one_line(movement.name)} rose most: {articles} in {outlets}, {past}{chance}."


def rankings(content: DigestContent) -> tuple[tuple[str, Ranking, str], ...]:
    """What rose and faded: a heading, its ranking, and the name of one thing in it."""
    return (
        ("Actors", content.actors, "actor"),
        ("Topics", content.topics, "topic"),
        ("Places", content.places, "place"),
        ("Pairs", content.pairs, "pair"),
    )


def queries_of_ranking(ranking: Ranking) -> list[tuple[str, str]]:
    """The queries behind a ranking: of its counts, and of the sentences that these count."""
    found = (("Counts", ranking.query), ("Sentences", ranking.sentences_query))
    return [(label, query) for label, query in found if query]


def queries_of_brief(content: DigestContent) -> list[tuple[str, str]]:
    """The queries behind the three sentences, each with what it counts."""
    riser = content.biggest_riser
    by_kind = {"topic": content.topics, "place": content.places}
    ranking = by_kind.get(riser.kind, content.actors) if riser else content.actors
    return [("Volume", content.volume.query), ("Riser", ranking.query), ("Widest story", content.stories_query)]


def change_words(change: EditionChange) -> str:
    """Articles: 11 before, 12 now · Story: new: “…” · Sentence: gone: “…”"""
    before, after = one_line(change.before), one_line(change.after)
    if before and after:
        return f"{one_line(change.what)}: {before} before, {after} now"
    return f"{one_line(change.what)}: {'new' if after else 'gone'}: {after or before}"
