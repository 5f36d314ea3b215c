"""Citations: outlets that report, what was told to them, and documents, statements, posts and nameless sources."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest
from spacy.language import Language

from tests.transforms.analyse.conftest import ACTORS, TERMS, TOPICS, written
from transforms.analyse.name_tagger import NameTagger
from transforms.analyse.outlets import Outlets, build_outlets
from transforms.analyse.reader import Knowledge, build_knowledge, read_article
from transforms.analyse.words import split_words
from transforms.records.analyse import Citation
from transforms.records.seeds import KnownOutlet

OUTLETS = [
    KnownOutlet("nor", "Norlys News Agency", "norlys.example", "NO", True, ("NNA", "Norlys")),
    KnownOutlet("har", "The Harbour Times", "harbourtimes.example", "GB", False),
    KnownOutlet("val", "The Valley Times", "valleytimes.example", "US", False),
    KnownOutlet("lan", "The Lantern", "lantern.example", "IE", False),
    KnownOutlet("can", "Canal Nine (Portugal)", "canalnine.example.pt", "PT", False, ("C9",)),
]
Cite = Callable[..., list[Citation]]


@pytest.fixture(scope="module")
def outlets() -> Outlets:
    return build_outlets(OUTLETS)


@pytest.fixture(scope="module")
def press(nlp: Language, taggers: Mapping[str, NameTagger]) -> Knowledge:
    return build_knowledge({"en": nlp}, ACTORS, TOPICS, TERMS, OUTLETS, taggers=taggers)


@pytest.fixture(scope="module")
def cite(press: Knowledge) -> Cite:
    """The citations of a text, whose spans are checked on the way."""

    def find(body: str, language: str = "en") -> list[Citation]:
        found = list(read_article(written(body, language=language), press).citations)
        assert all(body[one.char_start : one.char_end] == one.text for one in found)
        return found

    return find


def told(found: list[Citation]) -> list[tuple[str, str | None, str]]:
    """Kind, outlet and relation of each citation."""
    return [(one.kind, one.outlet_id, one.relation) for one in found]


@pytest.mark.parametrize(
    "body",
    [
        "The ferry sank at noon, Norlys reported on Monday.",
        "Norlys reports that the ferry sank at noon.",
        "According to the Norlys News Agency, the ferry sank.",
        "The ferry sank, according to Norlys.",
        "The ferry sank at noon, NNA has reported.",
        "As Norlys first reported, the ferry sank.",
        "The ministry knew, as was reported by Norlys in May.",
        "A Norlys analysis found that the ferry was old.",
        "A report by Norlys said that the ferry was old.",
        "The paper, citing Norlys, wrote that the ferry was old.",
    ],
)
def test_an_outlet_that_reports_is_a_source(cite: Cite, body: str) -> None:
    assert ("agency", "nor", "source") in told(cite(body))


@pytest.mark.parametrize(
    "body",
    [
        "“We were late,” the captain told Norlys.",
        "The captain told the Norlys News Agency that they were late.",
        "In an interview with Norlys, the captain wept.",
    ],
)
def test_what_was_said_to_an_outlet_came_by_it(cite: Cite, body: str) -> None:
    assert told(cite(body)) == [("agency", "nor", "via")]


@pytest.mark.parametrize(
    "body",
    [
        "Norlys was sold to a bank on Monday.",
        "Workers left Norlys after the strike.",
        "Norlys’s Dana Levi said that the ferry was old.",
        "They met near the Norlys Building on Monday.",
        "He bought norlys bread.",
        "One lantern said nothing.",
    ],
)
def test_an_outlet_that_reports_nothing_is_not_cited(cite: Cite, body: str) -> None:
    assert [one for one in cite(body) if one.outlet_id] == []


def test_the_agency_in_the_dateline_wrote_the_article(press: Knowledge) -> None:
    body = "OSLO (NNA) — The ferry sank at noon."
    article = replace(written(body), dateline_place="Oslo", dateline_end=body.index("The"))
    (one,) = read_article(article, press).citations
    assert (one.text, one.relation, one.kind) == ("NNA", "byline", "agency")


def test_a_short_form_is_the_outlet_that_was_named_in_full(cite: Cite) -> None:
    body = "The ferry was old, The Valley Times reported. The Times said that it had been sold."
    assert told(cite(body)) == [("outlet", "val", "source")] * 2


def test_a_short_form_of_the_outlets_own_name_cites_no_other(press: Knowledge) -> None:
    article = replace(written("The owner told the Lantern that he was sorry."), outlet_name="The Northgate Lantern")
    assert read_article(article, press).citations == ()


def test_the_newspaper_is_the_outlet_that_was_named_last(cite: Cite) -> None:
    body = "The ferry was old, The Lantern reported. The newspaper said that it had been sold."
    first, second = cite(body)
    assert (second.text, second.outlet_id, second.method) == ("The newspaper", "lan", "cites-by-anaphor")
    assert second.confidence < first.confidence


def test_a_paper_that_the_seeds_do_not_list_is_cited_without_an_outlet(cite: Cite) -> None:
    (one,) = cite("The ferry was old, the Tromsdal Gazette reported.")
    assert (one.text, one.kind, one.outlet_id, one.outlet) == ("Tromsdal Gazette", "outlet", None, "")


def test_a_citation_has_its_cue_its_sentence_and_its_outlets_name(cite: Cite) -> None:
    (one,) = cite("It rains. The ferry sank, according to Canal Nine.")
    assert (one.sentence_no, one.cue) == (1, "according to")
    assert (one.text, one.outlet) == ("Canal Nine", "Canal Nine (Portugal)")


@pytest.mark.parametrize(
    ("body", "kind", "text"),
    [
        ("Court documents show that the owner paid twice.", "document", "Court documents"),
        ("The owner paid twice, according to a leaked memo.", "document", "a leaked memo"),
        ("A study found that ferries are safe.", "document", "A study"),
        ("The owner said in a statement that nobody was hurt.", "statement", "a statement"),
        ("A statement said that nobody was hurt.", "statement", "A statement"),
        ("The minister wrote in a post on X that she was sorry.", "post", "a post on X"),
        ("The minister wrote on Telegram that she was sorry.", "post", "Telegram"),
        ("Two officials familiar with the matter said that talks had failed.", "anonymous", "Two officials"),
        ("Talks had failed, said a diplomat, who spoke on condition of anonymity.", "anonymous", "a diplomat"),
        ("Sources said that talks had failed.", "anonymous", "Sources"),
    ],
)
def test_what_has_no_outlet_is_cited_by_its_kind(cite: Cite, body: str, kind: str, text: str) -> None:
    found = [one for one in cite(body) if one.kind == kind]
    assert [one.text.startswith(text) for one in found] == [True]
    assert found[0].outlet_id is None


@pytest.mark.parametrize(
    "body",
    [
        "He wrote a report.", "She lost the documents.", "Officials said that the talks had failed.",
        "They posted a letter.", "The people met.",
    ],
)  # fmt: skip
def test_papers_and_people_that_nothing_is_taken_from_are_not_cited(cite: Cite, body: str) -> None:
    assert cite(body) == []


def test_a_document_seen_by_an_outlet_gives_two_citations(cite: Cite) -> None:
    found = told(cite("According to letters seen by Norlys, the owner paid twice."))
    assert ("document", None, "source") in found
    assert ("agency", "nor", "source") in found


def test_a_language_without_a_model_still_finds_the_outlets_beside_english_cues(cite: Cite) -> None:
    assert told(cite("O barco, according to Norlys, afundou.", language="pt")) == [("agency", "nor", "source")]


def test_an_outlet_is_known_by_its_domain_and_its_subdomains(outlets: Outlets) -> None:
    found = outlets.of_url("https://www.news.lantern.example/story/1")
    assert found is not None
    assert found.outlet_id == "lan"
    assert outlets.of_url("https://nobody.example/") is None


@pytest.mark.parametrize(
    ("url", "code"),
    [("https://lantern.example/1", "IE"), ("https://paper.de/1", "DE"), ("https://paper.co.uk/1", "GB"),
     ("https://paper.com/1", ""), ("https://paper.tv/1", "")],
)  # fmt: skip
def test_the_country_of_an_address_is_its_outlets_or_its_domains(outlets: Outlets, url: str, code: str) -> None:
    assert outlets.country_of(url) == code


@pytest.mark.parametrize(
    ("text", "count"), [("NORLYS said", 1), ("nna said", 0), ("the Lantern said", 1), ("Lantern light", 0)]
)
def test_a_name_is_taken_only_as_it_is_written(outlets: Outlets, text: str, count: int) -> None:
    assert len(list(outlets.find(text, split_words(text)))) == count


def test_an_outlet_behind_its_verb_is_the_source_of_what_stands_before(cite: Cite) -> None:
    [found] = cite("The ferry will not sail until the quay is mended, reported The Lantern.")
    assert (found.text, found.relation, found.cue) == ("Lantern", "source", "reported")
