"""What a digest says of a story in its own words: numbers of the record, none of opinions."""

from __future__ import annotations

from datetime import date

from transforms.digest.content import DigestContent
from transforms.digest.sides import OneSided, OneSidedThings, Side
from transforms.digest.story import Accounts, Broke, Context, Movement, Peak, Source, Story, Turn
from transforms.digest.wording import WEEKDAYS, many, one_line, short_date, source_time, usual_clause

PEAK_DAYS = 366  # how far back a peak is looked for: a year


def context_sentences(context: Context, content: DigestContent) -> list[str]:
    """Why a story matters: how long it runs, who had it first, who meets in it, who and what is out of the ordinary."""
    return [sentence for sentence, _ in context_lines(context, content)]


def context_lines(context: Context, content: DigestContent) -> list[tuple[str, str]]:
    """The same, each with the id of the actor or topic whose articles it counts, "" where it counts those of none."""
    sentences = [(_age(context, content.day), "")]
    if context.broke is not None:
        sentences.append((_broke(context.broke, content.day), ""))
    if context.first_together:
        pairs = "; ".join(f"{one_line(one)} and {one_line(other)}" for one, other in context.first_together)
        told = f"Named together for the first time since {short_date(content.record_start)}: {pairs}."
        sentences.append((told, ""))
    start = content.record_start if (content.day - content.record_start).days <= PEAK_DAYS else None
    peaks = {peak.name: peak for peak in context.peaks}
    sentences += [(_against_usual(one, peaks.get(one.name), start), one.thing_id) for one in context.actors]
    shown = {actor.name for actor in context.actors}
    sentences += [(_peak(peak, start), "") for peak in context.peaks if peak.name not in shown]
    sentences += [(f"On {_against_usual(topic, None, start)}", topic.thing_id) for topic in context.topics]
    return [*sentences, *((_turn(turn), "") for turn in context.turns)]


def _against_usual(movement: Movement, peak: Peak | None, record_start: date | None) -> str:
    told = f"{one_line(movement.name)}: {many(movement.counts.article_count, 'article')}"
    told += f", {usual_clause(movement.usual_article_count)}"
    return f"{told}; {_most_since(peak, record_start)}." if peak else f"{told}."


def _peak(peak: Peak, record_start: date | None) -> str:
    return f"{one_line(peak.name)}: {many(peak.article_count, 'article')}, {_most_since(peak, record_start)}."


def _most_since(peak: Peak, record_start: date | None) -> str:
    if peak.since is not None:
        return f"the most on a day since {short_date(peak.since)}"
    if record_start is None:
        return "the most on a day in a year"
    return f"the most on any day since the record began on {short_date(record_start)}"


def _broke(broke: Broke, day: date) -> str:
    first = f"{one_line(broke.source.outlet)} had it first, {source_time(broke.source, day)}"
    if broke.next_source is None:
        return f"{first}."
    after = f"{duration_words(broke.minutes)} later" if broke.minutes else "in the same minute"
    return f"{first}; {one_line(broke.next_source.outlet)} {after}."


def duration_words(minutes: int) -> str:
    """40 minutes · 5 hours · 3 days"""
    if minutes < 120:
        return many(minutes, "minute")
    return many(round(minutes / 60), "hour") if minutes < 48 * 60 else many(round(minutes / 1440), "day")


def _turn(turn: Turn) -> str:
    events, days = many(turn.event_count, "event"), many(turn.usual_event_count, "event")
    whom = f"{one_line(turn.source_name)} towards {one_line(turn.target_name)}"
    return (
        f"{whom}: {events} with a mean of {signed(turn.mean_score)} from conflict (-10) to cooperation (+10), "
        f"{signed(turn.usual_score)} over {days} of the 28 days before."
    )


def signed(value: float) -> str:
    """+1.9 · -7.2 · 0"""
    told = f"{value:+.1f}".removesuffix(".0")
    return "0" if told in ("+0", "-0") else told


def accounts_words(accounts: Accounts, day: date) -> str:
    """Accounts differ on people killed: at least 14 (Tagus Courier, 17:20), at least 23 (Savanna Gazette, 19:50)."""
    amounts = ", ".join(
        f"{one_line(amount.text).lower()} ({one_line(amount.sentence.source.outlet)}, "
        f"{source_time(amount.sentence.source, day)})"
        for amount in accounts.amounts
    )
    return f"Accounts differ on {one_line(accounts.what)}: {amounts}."


def _age(context: Context, day: date) -> str:
    if context.first_day == day:
        return "First printed today."
    since = f"Running since {WEEKDAYS[context.first_day.weekday()]} {short_date(context.first_day)}"
    return f"{since}: {many(context.total_article_count, 'article')} on {many(context.day_count, 'day')}."


def copy_words(source: Source) -> str:
    """What an article shares and what became of it: trimmed copy of Meridian Wire; corrected"""
    copied = f"{source.copy_role or 'a'} copy of {one_line(source.copy_of)}" if source.copy_of else ""
    return "; ".join(part for part in (copied, "corrected" if source.is_corrected else "") if part)


def queries_of_context(context: Context) -> list[tuple[str, str]]:
    """The queries behind what is said of a story, each with what it counts."""
    more = [(query.label, query.query) for query in context.queries]
    return [("Actors" if more else "", context.query), *more]


def widest_words(story: Story) -> str:
    """The widest story, up to its headline: the page sets the headline itself, with its link."""
    counts = story.context.counts
    if counts.outlet_count == 1:
        return "No story was told by two outlets; the first below"
    articles, outlets = many(counts.article_count, "article"), many(counts.outlet_count, "outlet")
    return f"The widest story is in {articles} of {outlets}"


def side_words(thing: OneSided) -> str:
    """Only outlets of Meridian Group carry it, of 4 owners with news on the day."""
    return " ".join(_side(side) for side in thing.sides)


def queries_of_sides(found: OneSidedThings) -> list[tuple[str, str]]:
    """The queries behind what one side carries: which things these are, and the sentences that are counted of each."""
    return [("Only one side", found.query), *((thing.name, thing.query) for thing in found.things)]


def _side(side: Side) -> str:
    what = {"owner": "outlets of", "folder": "feeds of the folder", "language": "texts in the language"}
    told = f"Only {what.get(side.kind, 'the side')} {one_line(side.name)} carry it"
    return f"{told}, of {many(side.side_count, one_line(side.kind))} with news on the day."
