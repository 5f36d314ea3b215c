"""The day's stories, asked of the warehouse: what happened, who said what, and why it matters by the record."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from flows.day_questions import Asker, Row, counts_of, source_of
from flows.movers import has_risen
from transforms.digest.accounts import Counted, compare_accounts
from transforms.digest.choosing import choose_quotes, told_by_many, told_once
from transforms.digest.story import (
    Accounts,
    Broke,
    Context,
    Movement,
    Peak,
    Query,
    Quote,
    Sentence,
    Source,
    Story,
    Turn,
)
from transforms.digest.telling import Told, choose_sentences
from transforms.digest.wording import has_clock

_STORIES = 8
_FEW_STORIES = 4
_PAIRS = 3
_ACTORS = 4
_TOPICS = 2
_PEAKS = 2
_TURNS = 1
_LONG_RECORD = 7  # days; before that, "the most since" says little
_MANY = 3  # articles; fewer are no peak
_EVENTS = 2  # of a day between two actors; fewer are chance
_PAST_EVENTS = 3
_TURNED = 2.0  # steps on Goldstein's scale

_FOR_EACH = {  # what is asked of all stories at once, and what it is called below a story
    "digest_sources": "Articles",
    "digest_quotes": "Quotations",
    "digest_story_actors": "Actors",
    "digest_story_topics": "Topics",
    "digest_first_together": "First together",
    "digest_broke": "Who had it first",
    "digest_amounts": "Accounts",
}


def stories_query(ask: Asker) -> str:
    """The question whose answer the stories are."""
    return ask.shown("digest_stories", most=_STORIES)


def stories_of(ask: Asker) -> tuple[Story, ...]:
    """The day's stories, those that most outlets tell first."""
    rows = _worth_telling(ask("digest_stories", most=_STORIES))
    ids = [row["story_id"] for row in rows]
    answers = {name: _grouped(ask(name, story_ids=ids)) for name in _FOR_EACH}
    leading = {story: told_by_many(found) for story, found in answers["digest_sources"].items()}
    texts = [source["article_id"] for found in leading.values() for source in found]
    sentences = _grouped(ask("digest_sentences", article_ids=texts), "article_id")
    actors = {row["actor_id"] for found in answers["digest_story_actors"].values() for row in found}
    peaks = {row["id"]: row for row in ask("digest_peaks", ids=sorted(actors))}
    turns = ask("digest_turns", ids=sorted(actors))
    tellers = [
        _Teller(
            ask, row, {name: found.get(row["story_id"], []) for name, found in answers.items()},
            leading[row["story_id"]], sentences, peaks, turns,
        )
        for row in rows
    ]  # fmt: skip
    stories = told_once([teller.story() for teller in tellers])
    return tuple(
        replace(story, context=_with_queries(story.context, teller.shown))
        for story, teller in zip(stories, tellers, strict=True)
    )


def _worth_telling(rows: Sequence[Row]) -> list[Row]:
    """The stories that more than one outlet tells; on a day with few of them, some that one tells alone."""
    shared = [row for row in rows if row["outlet_count"] > 1]
    return [*shared, *[row for row in rows if row["outlet_count"] == 1][: max(0, _FEW_STORIES - len(shared))]]


def _grouped(rows: Iterable[Row], key: str = "story_id") -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(row[key], []).append(row)
    return found


@dataclass(frozen=True)
class _Teller:
    """What the warehouse answered about one story: `found` by the question's name."""

    ask: Asker
    row: Row
    found: Mapping[str, Sequence[Row]]
    leading: Sequence[Row]
    sentences: Mapping[str, Sequence[Row]]
    peaks: Mapping[str, Row]
    turns: Sequence[Row]

    def story(self) -> Story:
        chosen = self._chosen()
        return Story(
            story_id=self.row["story_id"],
            headline=self._source(self._headline(chosen)),
            what_happened=tuple(Sentence(told.text, self._source_of_article(told.text_id)) for told in chosen),
            who_said_what=self._quotes(chosen),
            context=self._context(),
            sources=tuple(self._source(source) for source in self.found["digest_sources"]),
        )

    def _source(self, row: Row) -> Source:
        return source_of(self.ask, row)

    def _source_of_article(self, article_id: str) -> Source:
        return self._source(next(row for row in self.leading if row["article_id"] == article_id))

    def _headline(self, chosen: Sequence[Told]) -> Row:
        """The headline of the article whose sentence tells the story best; else of the widest text."""
        first = chosen[0].text_id if chosen else ""
        return next((row for row in self.leading if row["article_id"] == first), self.leading[0])

    def _chosen(self) -> list[Told]:
        told = [
            Told(source["article_id"], source["outlet"], sentence["place"], sentence["sentence"])
            for source in self.leading
            for sentence in self.sentences.get(source["article_id"], ())
        ]
        return choose_sentences(told, [source["title"] for source in self.leading])

    def _quotes(self, chosen: Sequence[Told]) -> tuple[Quote, ...]:
        by_id = {source["article_id"]: source for source in self.found["digest_sources"]}
        quotes = choose_quotes(
            [quote for quote in self.found["digest_quotes"] if quote["article_id"] in by_id],
            [told.text for told in chosen],
        )
        return tuple(
            Quote(
                quote["text"].rstrip(" ,"), quote["speaker"] or quote["speaker_text"],
                self._source(by_id[quote["article_id"]]), quote["role"],
            )
            for quote in quotes
        )  # fmt: skip

    # --- why it matters ----------------------------------------------------------------------------------------------

    def _context(self) -> Context:
        ids, row = [self.row["story_id"]], self.row
        pairs = self.found["digest_first_together"]
        actors = [actor for actor in self.found["digest_story_actors"] if self._stands_out(actor)][:_ACTORS]
        topics = [topic for topic in self.found["digest_story_topics"] if self._stands_out(topic)][:_TOPICS]
        return Context(
            counts=counts_of(row),
            total_article_count=row["total_article_count"],
            first_day=row["first_day"],
            day_count=row["day_count"],
            first_together=tuple((pair["one_name"], pair["other_name"]) for pair in pairs[:_PAIRS]),
            actors=tuple(_movement(actor) for actor in actors),
            query=self.ask.shown("digest_story_actors", story_ids=ids),
            broke=self._broke(),
            topics=tuple(_movement(topic) for topic in topics),
            peaks=self._peaks(),
            accounts=self._accounts(),
            turns=self._turns(),
        )

    def shown(self, name: str) -> str:
        if name in _FOR_EACH:
            return self.ask.shown(name, story_ids=[self.row["story_id"]])
        return self.ask.shown(name, ids=sorted(row["actor_id"] for row in self.found["digest_story_actors"]))

    def _stands_out(self, row: Row) -> bool:
        """Whether most of the story's articles have it, and it rose on the day, as what rose is told."""
        return has_risen(row) and bool(2 * row["story_article_count"] >= self.row["article_count"])

    def _broke(self) -> Broke | None:
        """Who told it first, on the day when the next one did; nothing where the time of day is not known of both."""
        firsts = self.found["digest_broke"]
        if len(firsts) < 2 or not all(row["is_timed"] and has_clock(row["published_at"]) for row in firsts):
            return None
        first, later = firsts
        if self.ask.local(later["published_at"]).date() < self.ask.day:
            return None  # told on the day that it happened
        return Broke(self._source(first), self._source(later), later["minutes_after_first"])

    def _peaks(self) -> tuple[Peak, ...]:
        rows = [
            self.peaks[row["actor_id"]] for row in self.found["digest_story_actors"] if row["actor_id"] in self.peaks
        ]
        high = [
            row for row in rows
            if row["article_count"] >= _MANY and (row["history_day_count"] or 0) >= _LONG_RECORD
            and (row["since"] is None or (self.ask.day - row["since"]).days > _LONG_RECORD)
        ]  # fmt: skip
        return tuple(Peak(row["name"], row["article_count"], row["since"]) for row in high[:_PEAKS])

    def _accounts(self) -> tuple[Accounts, ...]:
        return compare_accounts([
            Counted(
                row["outlet"], row["object"], row["surface"], _amount(row), row["kind"] == "casualties",
                Sentence(row["sentence"], self._source(row)),
            )
            for row in self.found["digest_amounts"]
        ])  # fmt: skip

    def _turns(self) -> tuple[Turn, ...]:
        here = {row["actor_id"] for row in self.found["digest_story_actors"]}
        turned = [
            Turn(row["source"], row["target"], row["event_count"], row["mean_score"], row["usual_score"],
                 row["usual_event_count"])
            for row in self.turns
            if {row["source_id"], row["target_id"]} <= here and row["event_count"] >= _EVENTS
            and row["usual_event_count"] >= _PAST_EVENTS and abs(row["mean_score"] - row["usual_score"]) >= _TURNED
        ]  # fmt: skip
        return tuple(turned[:_TURNS])


def _with_queries(context: Context, shown: Callable[[str], str]) -> Context:
    """The context with the questions behind those of its parts that say something."""
    said = {
        "digest_first_together": context.first_together,
        "digest_broke": context.broke,
        "digest_story_topics": context.topics,
        "digest_peaks": context.peaks,
        "digest_amounts": context.accounts,
        "digest_turns": context.turns,
    }
    labels = {**_FOR_EACH, "digest_peaks": "The most since", "digest_turns": "Events between actors"}
    return replace(context, queries=tuple(Query(labels[name], shown(name)) for name, part in said.items() if part))


def _amount(row: Row) -> float:
    return float(next(row[name] for name in ("value", "low", "high") if row[name] is not None))


def _movement(row: Row) -> Movement:
    thing_id = row.get("id") or row["actor_id"]
    return Movement(
        row["name"], row["kind"], counts_of(row), row["usual_article_count"], row["ratio"], thing_id=thing_id
    )
