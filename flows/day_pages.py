"""The pages beside a day's digest: which things get one, and what the warehouse says of each."""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from flows.day_questions import SENTENCES, Asker, Row, counts_of, source_of
from transforms.digest.content import DayCount, DigestContent, PageLink, Volume
from transforms.digest.story import Movement, Query, Quote, Sentence
from transforms.digest.thing_page import Companion, Printer, ThingPage
from transforms.digest.wording import number
from transforms.text import make_id
from warehouse.database import Warehouse

_QUOTES = 12
_COMPANIONS = 12
_DAY = "day"  # the id of the page of all articles

_SHARES = {"actor": 0.5, "topic": 0.25, "outlet": 0.25}  # of the pages that are not stories
_FIGURES = {
    "mention_count": "mentions",
    "quote_count": "quotes",
    "quoted_word_count": "words quoted",
    "source_event_count": "events as source",
    "target_event_count": "events as target",
    "own_text_count": "texts of its own",
    "word_count": "words",
    "event_count": "events told",
    "sentence_count": "sentences",
}


def page_links(ask: Asker, content: DigestContent, most: int) -> tuple[PageLink, ...]:
    """The pages of an edition: what it names, its stories, and the actors, topics and outlets of most articles."""
    if most == 0:
        return ()
    sided = content.one_sided.things
    named = sorted({movement.thing_id for movement in _movements(content)} | {thing.thing_id for thing in sided})
    links = [PageLink(_DAY, _DAY, "All articles", "articles.html", content.volume.counts.article_count)]
    links += [
        _link("story", story.story_id, story.headline.title, story.context.counts.article_count)
        for story in content.stories
    ]
    told = {story.story_id for story in content.stories}
    links += [
        _link("story", thing.thing_id, thing.name, thing.counts.article_count)
        for thing in sided
        if thing.kind == "story" and thing.thing_id not in told
    ]
    links += [
        _link("pair", pair.thing_id, pair.name, pair.counts.article_count)
        for pair in (*content.pairs.rose, *content.pairs.faded)
        if pair.counts.article_count
    ]
    for kind, rows in _things(ask, named, most).items():
        links += [_link(kind, row["id"], row["name"], row["article_count"]) for row in rows]
    return tuple(links)


def pages_of(warehouse: Warehouse, content: DigestContent) -> Iterator[ThingPage]:
    """The pages that an edition links to."""
    if content.pages:
        ask = Asker(warehouse, content.day, ZoneInfo(content.zone))
        yield from _Site(ask, content).pages()


def _movements(content: DigestContent) -> Iterator[Movement]:
    for ranking in (content.actors, content.topics, content.places):  # of pairs no actor alone
        yield from (*ranking.rose, *ranking.faded)
    yield from content.newcomers.names
    for story in content.stories:
        yield from (*story.context.actors, *story.context.topics)


def _things(ask: Asker, named: Sequence[str], most: int) -> dict[str, list[Row]]:
    limits = {kind: round(most * share) for kind, share in _SHARES.items()}
    return {
        "actor": list(ask("page_actors", ids=named, most=limits["actor"])),
        "topic": list(ask("page_topics", ids=named, most=limits["topic"])),
        "outlet": list(ask("page_outlets", most=limits["outlet"])),
    }


def _link(kind: str, thing_id: str, name: str, article_count: int) -> PageLink:
    return PageLink(kind, thing_id, name, f"{kind}/{make_id(thing_id)}.html", article_count)


def _grouped(rows: Iterable[Row]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(row["id"], []).append(row)
    return found


@dataclass(frozen=True)
class _Site:
    ask: Asker
    content: DigestContent

    def pages(self) -> Iterator[ThingPage]:
        ids = {kind: self._ids(kind) for kind in ("actor", "topic", "outlet", "pair", "story", _DAY)}
        things = [*ids["actor"], *ids["topic"], *ids["outlet"], *ids["pair"]]
        rows = {row["id"]: row for found in self._rows(ids).values() for row in found}
        answers = {
            "past": _grouped(self.ask("past_of_things", ids=things)),
            "quotes": _grouped(self.ask("page_quotes", ids=things, most=_QUOTES)),
            "printers": _grouped(self.ask("page_printers", ids=[*things, *ids["story"], _DAY])),
            "companions": _grouped(self.ask("page_companions", ids=things, most=_COMPANIONS)),
            "sentences": {
                **_grouped(self.ask("page_actor_sentences", ids=ids["actor"], most=SENTENCES)),
                **_grouped(self.ask("page_topic_sentences", ids=ids["topic"], most=SENTENCES)),
                **_grouped(self.ask("page_pair_sentences", ids=ids["pair"], most=SENTENCES)),
                **_grouped(
                    self.ask("page_article_sentences", ids=[*ids["outlet"], *ids["story"], _DAY], most=5 * SENTENCES)
                ),
            },
        }
        for link in self.content.pages:
            yield self._page(link, rows.get(link.thing_id, {}), answers)

    def _ids(self, kind: str) -> list[str]:
        return [link.thing_id for link in self.content.pages if link.kind == kind]

    def _rows(self, ids: Mapping[str, list[str]]) -> dict[str, list[Row]]:
        return {
            "actor": list(self.ask("page_actors", ids=ids["actor"], most=len(ids["actor"]))),
            "topic": list(self.ask("page_topics", ids=ids["topic"], most=len(ids["topic"]))),
            "outlet": list(self.ask("page_outlets", most=len(ids["outlet"]))),
            "pair": list(self.ask("page_pairs", ids=ids["pair"])),
        }

    def _page(self, link: PageLink, row: Row, answers: Mapping[str, Mapping[str, list[Row]]]) -> ThingPage:
        found = {name: answer.get(link.thing_id, []) for name, answer in answers.items()}
        sentences = found["sentences"]
        return ThingPage(
            link=link,
            day=self.content.day,
            zone=self.content.zone,
            volume=self._volume(link, row, found["past"]),
            figures=_figures(row),
            sentences=tuple(Sentence(one["sentence"], source_of(self.ask, one)) for one in sentences),
            sentence_count=sentences[0]["sentence_count"] if sentences else 0,
            unit="sentence" if link.kind in ("actor", "topic", "pair") else "article",
            quotes=tuple(
                Quote(quote["text"].rstrip(" ,"), quote["speaker"], source_of(self.ask, quote), quote["role"])
                for quote in found["quotes"]
            ),
            companions=tuple(self._companion(one) for one in found["companions"]),
            companions_title="Named in the same sentence" if link.kind == "actor" else "Named in these articles",
            queries=self._queries(link),
            printers=tuple(self._printer(one) for one in found["printers"]),
        )

    def _volume(self, link: PageLink, row: Row, past: Sequence[Row]) -> Volume | None:
        if link.kind == _DAY:
            return self.content.volume
        if not row:
            return None
        by_day = {one["day"]: one["article_count"] for one in past}
        first = max(self.content.record_start, self.content.day - timedelta(days=27))
        days = [first + timedelta(days=place) for place in range((self.content.day - first).days + 1)]
        counts = tuple(DayCount(day, by_day.get(day, 0), day in self._partial()) for day in days)
        return Volume(counts_of(row), row["usual_article_count"], len(days) - 1, counts, self._queries(link)[0].query)

    def _partial(self) -> set[date]:
        return {day.day for day in self.content.volume.days if day.is_partial}

    def _companion(self, row: Row) -> Companion:
        path = self._path("actor", row["other_id"])
        return Companion(row["name"], row["article_count"], row["sentence_count"], path)

    def _printer(self, row: Row) -> Printer:
        path = self._path("outlet", row["outlet_id"])
        return Printer(row["outlet"], row["owner"], row["article_count"], row["text_count"], path)

    def _path(self, kind: str, thing_id: str) -> str:
        found = (link.path for link in self.content.pages if (link.kind, link.thing_id) == (kind, thing_id))
        return next(found, "")

    def _queries(self, link: PageLink) -> tuple[Query, ...]:
        """The questions that a reader can ask again, the one that opens the day's number first."""
        ids = [link.thing_id]
        if link.kind in ("story", _DAY):
            return (
                Query("The articles", self.ask.shown("page_article_sentences", ids=ids, most=5 * SENTENCES)),
                Query("Who printed it", self.ask.shown("page_printers", ids=ids)),
            )
        words = link.thing_id.split(" ") if link.kind == "pair" else ids
        names = ", ".join("'" + word.replace("'", "''") + "'" for word in words)
        command = f"dateline why {link.kind} {shlex.join(words)} --date {self.content.day}"
        return (
            Query(f"The sentences: {command}", f"from why_{link.kind}({names}, '{self.content.day}')"),
            Query("Who printed it", self.ask.shown("page_printers", ids=ids)),
            Query("The curve", self.ask.shown("past_of_things", ids=ids)),
            Query("The quotes", self.ask.shown("page_quotes", ids=ids, most=_QUOTES)),
            Query("Who is named beside", self.ask.shown("page_companions", ids=ids, most=_COMPANIONS)),
        )


def _figures(row: Row) -> tuple[tuple[str, str], ...]:
    told = [(label, number(row[name])) for name, label in _FIGURES.items() if row.get(name)]
    tone = row.get("mean_tone")
    return (*told, ("mean tone, from -1 to 1", f"{tone:+.2f}")) if tone is not None else tuple(told)
