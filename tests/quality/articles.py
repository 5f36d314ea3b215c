"""Plain texts as articles, and the seeds as the flows would load them, for the scripts beside this one."""

from __future__ import annotations

import csv
from collections import defaultdict
from datetime import UTC, datetime
from pathlib import Path

from flows.knowledge import load_taggers
from transforms.analyse.name_tagger import NameTagger
from transforms.records.extract import Article, Paragraph
from transforms.records.seeds import KnownActor, KnownOutlet, Topic, TopicTerm
from transforms.records.tone import ToneWord
from warehouse.seeds import outlets_as_actors, read_tone_words

SEEDS = Path(__file__).resolve().parents[2] / "seeds"


def article_of(body: str, title: str = "", published_at: datetime | None = None, language: str = "en") -> Article:
    """An article without metadata: paragraphs are parted by blank lines, the first one is the lede."""
    paragraphs = []
    start = 0
    for text in body.split("\n\n"):
        paragraphs.append(Paragraph(start, start + len(text), "text"))
        start += len(text) + 2
    moment = published_at or datetime(2016, 1, 1, tzinfo=UTC)
    return Article(
        url="https://example.org/", canonical_url=None, title=title, byline="", authors=(), published_at=moment,
        published_source="", published_precision="", published_offset_minutes=None, modified_at=None, language=language,
        dateline_place="", dateline_date=None, dateline_end=0, lede_start=0, lede_end=paragraphs[0].char_end, body=body,
        paragraphs=tuple(paragraphs), sections=(), dropped=(), outlet_name="", method="",
    )  # fmt: skip


def rows(name: str) -> list[dict[str, str]]:
    with (SEEDS / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def read_taggers() -> dict[str, NameTagger]:
    """The name models of seeds/."""
    return load_taggers(SEEDS / "models")


def read_outlets() -> list[KnownOutlet]:
    """The outlets of seeds/ with their other names."""
    aliases: dict[str, list[str]] = defaultdict(list)
    for row in rows("outlet_aliases.csv"):
        aliases[row["domain"]].append(row["alias"])
    return [
        KnownOutlet(row["domain"], row["name"], row["domain"], row["country"], row["is_agency"] == "true",
                    tuple(aliases[row["domain"]]))
        for row in rows("outlets.csv")
    ]  # fmt: skip


def read_tone() -> list[ToneWord]:
    """The words of tone of seeds/."""
    return read_tone_words(SEEDS / "tone_words.csv")


def read_seeds() -> tuple[list[KnownActor], list[Topic], list[TopicTerm]]:
    """Known actors, topics and topic terms of seeds/."""
    aliases: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for row in rows("actor_aliases.csv"):
        aliases[row["actor_key"]].append((row["alias"], row["alias_kind"]))
    abroad: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for row in rows("actor_names.csv"):
        abroad[row["actor_key"]].append((row["language"], row["alias"], row["alias_kind"]))
    actors = [
        KnownActor(
            row["key"], row["name"], row["kind"], row["country"], row["sector"], row["role"], row["valid_from"],
            row["valid_to"], tuple(aliases[row["key"]]), abroad=tuple(abroad[row["key"]]),
        )
        for row in rows("actors.csv")
    ]  # fmt: skip
    actors += outlets_as_actors(read_outlets())
    topics = [Topic(row["topic_id"], row["parent_id"], int(row["level"]), row["label"]) for row in rows("topics.csv")]
    terms = [
        TopicTerm(row["topic_id"], row["term"], float(row["weight"]), row["language"])
        for row in rows("topic_terms.csv")
    ]
    return actors, topics, terms
