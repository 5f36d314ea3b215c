"""The whole reading: what must hold of every row, and one article of ours read as it should be."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from transforms.analyse.reader import Knowledge, read_article, read_articles
from transforms.analyse.version import RULES_VERSION
from transforms.records.analyse import Reading
from transforms.records.extract import Article

Read = Callable[..., tuple[Article, Reading]]
Write = Callable[..., Article]

PIECES = [
    "Rui Salgado", "Mr. Salgado", "the WHO", "Oslo", "Norwegian Prime Minister Jonas Dahl", "Lisbon", "said",
    "rejected",
    "told reporters that", "“the storm is over,”", '"we wait here for you"', "'no, not yet,'", "he", "his office", ".",
    ",", "?", "!", ":", "—", "(BFU)", "Baltic Freight Union", "\n\n", "\n\n# What Happened\n\n", "\n\n- ", "ferry",
    "dock workers", "the head of the port", "U.S.", "…", "\u00a0", "é", "𝒳", "\u200d", "（",
    "日本。", "'s", "’s", '"', "“",
]  # fmt: skip

# What an ordinary article has: a dateline, a lede, two labelled sections, a
# role with an affiliation, a quotation by "his office", an office that stands for a person, and a refusal.
DATELINE = "BERGEN, March 5 — "
MODEL = (
    DATELINE + "Norwegian Prime Minister Jonas Dahl has halted ferry traffic to keep crews out of a storm.\n\n"
    "# What Happened\n\n"
    "The head of the Coastal Ferry Board (CFB), Liv Torp, told reporters on Wednesday that crews would stay home. "
    '"No boat is worth a sailor," Torp said. "The board will meet again on Friday."\n\n'
    "Mr. Dahl cut short a visit to Lisbon. “The prime minister will travel north tonight,” his office stated.\n\n"
    "# Why It Matters\n\n"
    "Lisbon rejected a request from the CFB to send tugs. The Norwegian prime minister did not comment on the refusal."
)


def assert_rows_hold(article: Article, reading: Reading) -> None:
    """What must hold of every reading."""
    body = article.body
    ends = 0
    for sentence in reading.sentences:
        paragraph = article.paragraphs[sentence.paragraph_no]
        assert ends <= sentence.char_start < sentence.char_end <= paragraph.char_end
        assert paragraph.char_start <= sentence.char_start
        assert body[sentence.char_start : sentence.char_end].strip() == body[sentence.char_start : sentence.char_end]
        ends = sentence.char_end
    placed = (*reading.dates, *reading.quantities, *reading.places, *reading.citations, *reading.events)
    for row in (*reading.mentions, *reading.roles, *reading.evidence, *placed):
        sentence = reading.sentences[row.sentence_no]
        assert sentence.char_start <= row.char_start < row.char_end <= sentence.char_end
    for mention in reading.mentions:
        assert body[mention.char_start : mention.char_end] == mention.surface
        assert mention.actor_no is None or 0 <= mention.actor_no < len(reading.actors)
    for left, right in zip(reading.mentions, reading.mentions[1:], strict=False):
        assert left.char_end <= right.char_start
    for event in reading.events:
        assert body[event.char_start : event.char_end] == event.trigger
        assert [body[one.char_start : one.char_end] for one in event.actors] == [one.text for one in event.actors]
    for role in reading.roles:
        assert body[role.char_start : role.char_end] == role.text
        assert reading.mentions[role.mention_no].kind == "person"
    for quote in reading.quotes:
        assert body[quote.char_start : quote.char_end] == quote.text
        assert reading.sentences[quote.sentence_no].char_start <= quote.char_start
        if quote.speaker_start is not None:
            assert body[quote.speaker_start : quote.speaker_end] == quote.speaker_text != ""
    known = {topic.topic_id for topic in reading.topics if not topic.is_inferred}
    assert known == {evidence.topic_id for evidence in reading.evidence}


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(pieces=st.lists(st.sampled_from(PIECES), max_size=40), gap=st.sampled_from([" ", "", "  "]))
def test_every_offset_holds_in_any_text(knowledge: Knowledge, write: Write, pieces: list[str], gap: str) -> None:
    article = write(gap.join(pieces))
    assert_rows_hold(article, read_article(article, knowledge))


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(body=st.text(max_size=200), language=st.sampled_from(["en", "de", "ja", "", "tlh"]))
def test_no_text_and_no_language_is_a_crash(knowledge: Knowledge, write: Write, body: str, language: str) -> None:
    article = write(body, title=body[:20], language=language)
    assert_rows_hold(article, read_article(article, knowledge))


def test_a_batch_gives_what_single_articles_give(knowledge: Knowledge, write: Write) -> None:
    articles = [write(MODEL, dateline=DATELINE), write("Der Sturm kam.", language="de"), write("Oslo said no.")]
    assert read_articles(articles, knowledge) == [read_article(article, knowledge) for article in articles]


def test_no_articles_give_no_readings(knowledge: Knowledge) -> None:
    assert read_articles([], knowledge) == []


def test_the_method_names_the_rules_and_the_model(read: Read) -> None:
    assert read("It rains.")[1].method.startswith(f"{RULES_VERSION}+en_core_web_sm")
    assert read("Es regnet.", language="de")[1].method.startswith(f"{RULES_VERSION}+names-")
    assert read("Het regent.", language="nl")[1].method == RULES_VERSION


@pytest.fixture(scope="module")
def model_reading(read: Read) -> tuple[Article, Reading]:
    return read(MODEL, dateline=DATELINE, title="Norway stops its ferries as storm nears")


def test_the_model_articles_rows_hold(model_reading: tuple[Article, Reading]) -> None:
    assert_rows_hold(*model_reading)


def test_the_model_articles_names_are_told_apart(model_reading: tuple[Article, Reading]) -> None:
    _, reading = model_reading
    found = [
        (m.surface, None if m.actor_no is None else reading.actors[m.actor_no].name, m.resolved_by)
        for m in reading.mentions
    ]
    assert found == [
        ("Norwegian", "Norway", "adjective"),
        ("Jonas Dahl", "Jonas Dahl", "seed"),
        ("Coastal Ferry Board", "Coastal Ferry Board", "name"),
        ("CFB", "Coastal Ferry Board", "acronym"),
        ("Liv Torp", "Liv Torp", "name"),
        ("Torp", "Liv Torp", "short-name"),
        ("Dahl", "Jonas Dahl", "short-name"),
        ("Lisbon", "Lisbon", "name"),
        ("prime minister", "Jonas Dahl", "office"),
        ("Lisbon", "Government of Portugal", "capital"),
        ("CFB", "Coastal Ferry Board", "acronym"),
        ("Norwegian", "Norway", "adjective"),
        ("prime minister", "Jonas Dahl", "office"),
    ]


def test_the_model_articles_roles_are_found(model_reading: tuple[Article, Reading]) -> None:
    _, reading = model_reading
    assert [(reading.mentions[r.mention_no].surface, r.text, r.affiliation) for r in reading.roles] == [
        ("Jonas Dahl", "Prime Minister", "Norwegian"),
        ("Liv Torp", "head of the Coastal Ferry Board", "Coastal Ferry Board"),
    ]


def test_the_model_articles_quotations_have_their_speakers(model_reading: tuple[Article, Reading]) -> None:
    _, reading = model_reading
    found = [
        (q.text, q.speaker_text, None if q.speaker_actor_no is None else reading.actors[q.speaker_actor_no].name)
        for q in reading.quotes
        if q.kind == "direct"
    ]
    assert found == [
        ("No boat is worth a sailor,", "Torp", "Liv Torp"),
        ("The board will meet again on Friday.", "Torp", "Liv Torp"),
        ("The prime minister will travel north tonight,", "his office", "Jonas Dahl"),
    ]


def test_what_the_model_article_reports_without_marks_has_its_speakers(model_reading: tuple[Article, Reading]) -> None:
    _, reading = model_reading
    found = [(q.text, q.speaker_text, q.cue_class, q.via_text) for q in reading.quotes if q.kind == "indirect"]
    assert found == [
        ("that crews would stay home", "The head of the Coastal Ferry Board (CFB), Liv Torp", "neutral", "reporters"),
        ("a request from the CFB to send tugs", "Lisbon", "denying", ""),
        ("the refusal", "The Norwegian prime minister", "neutral", ""),
    ]


def test_the_model_articles_sections_and_lede_are_kept_apart(model_reading: tuple[Article, Reading]) -> None:
    article, reading = model_reading
    assert [s.section_no for s in reading.sentences] == [None, 0, 0, 0, 0, 0, 1, 1]
    assert [s.is_lede for s in reading.sentences] == [True] + [False] * 7
    assert article.body[reading.sentences[0].char_start :].startswith("Norwegian Prime Minister")


def test_the_model_articles_topics_have_evidence(model_reading: tuple[Article, Reading]) -> None:
    article, reading = model_reading
    assert {t.topic_id for t in reading.topics} == {"shipping", "weather", "economy"}
    assert {article.body[e.char_start : e.char_end] for e in reading.evidence} == {
        "ferry",
        "Ferry",
        "storm",
    }
