from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.transforms.digest.editions import HOSTILE, HOSTILE_ADDRESSES
from tests.transforms.digest.sunday import DAY, SUNDAY, TOLL, WATER
from tests.transforms.digest.test_as_html import Parsed, is_harmless
from transforms.digest.as_site import render_archive, render_month, render_thing
from transforms.digest.content import PageLink
from transforms.digest.story import Query, Quote, Sentence
from transforms.digest.thing_page import ArchiveDay, ArchiveMonth, Companion, Printer, ThingPage

PAGE = ThingPage(
    link=PageLink("actor", "tomas-aravena", "Tomás Aravena", "actor/123456789abc.html", 5),
    day=DAY,
    zone="Europe/Lisbon",
    volume=SUNDAY.volume,
    figures=(("mentions", "9"), ("mean tone, from -1 to 1", "+0.12")),
    sentences=(Sentence("Aravena counted the aftershocks twice.", TOLL), Sentence("He slept on the floor.", WATER)),
    sentence_count=7,
    unit="sentence",
    quotes=(Quote("I cannot sell them one.", "Tomás Aravena", TOLL, "seismologist"),),
    companions=(Companion("SENAPRED", 2, 3, "actor/abcdefghjkmn.html"), Companion("Chile", 1, 1)),
    companions_title="Named in the same sentence",
    printers=(
        Printer("Meridian Wire", "Meridian Group", 3, 3, "outlet/abcdefghjkmn.html"),
        Printer("Tagus Courier", "Meridian Group", 2, 1),
    ),
    queries=(Query("The sentences", "from why_actor('Tomás Aravena', '2026-03-08')"),),
)


MONTHS = [ArchiveMonth(date(2026, 3, 1), 8), ArchiveMonth(date(2026, 2, 1), 20), ArchiveMonth(date(2025, 12, 1), 3)]


def days(count: int) -> list[ArchiveDay]:
    return [ArchiveDay(DAY - timedelta(days=n), 1 + n % 2, 10 + n, 5, f"Headline {n}", "Post") for n in range(count)]


def test_a_page_has_the_curve_the_quotes_the_companions_and_the_sentences_of_its_thing() -> None:
    page = Parsed(render_thing(PAGE))
    assert [heading.text for heading in page.named("h1")] == ["Tomás Aravena"]
    assert [heading.text for heading in page.named("h2")] == [
        "In numbers",
        "Who said what",
        "Named in the same sentence",
        "Who printed it",
        "7 sentences",
    ]
    assert len(page.named("svg")) == 1 and len(page.named("table")) == 3
    text = " ".join(element.text for element in page.named("body"))
    for told in ("Aravena counted the aftershocks twice.", "seismologist", "and 5 more sentences", "why_actor"):
        assert told in text


def test_a_page_leads_back_to_its_day_to_all_digests_and_to_its_companions() -> None:
    links = [element.attributes["href"] for element in Parsed(render_thing(PAGE)).named("a")]
    assert {"../index.html", "../../index.html", "../actor/abcdefghjkmn.html"} <= set(links)
    of_day = replace(PAGE, link=replace(PAGE.link, kind="day", path="articles.html"))
    links = [element.attributes["href"] for element in Parsed(render_thing(of_day)).named("a")]
    assert {"index.html", "../index.html", "actor/abcdefghjkmn.html"} <= set(links)


def test_the_counts_of_a_page_lead_to_its_sentences_and_to_the_outlets_that_printed_them() -> None:
    page = Parsed(render_thing(PAGE))
    links = [(element.attributes["href"], element.text) for element in page.named("a")]
    assert [link for link in links if str(link[0]).startswith("#")] == [
        ("#page", "Skip to the page"),
        ("#sentences", "15"),
        ("#outlets", "15"),
        ("#outlets", "5"),
        ("#outlets", "4"),
    ]
    assert ("../outlet/abcdefghjkmn.html", "Meridian Wire") in links
    alone = replace(PAGE, printers=())
    assert "#outlets" not in render_thing(alone)


def test_a_page_about_which_little_is_known_says_only_that() -> None:
    bare = replace(PAGE, volume=None, figures=(), quotes=(), companions=(), printers=(), sentences=(), sentence_count=0)
    page = Parsed(render_thing(bare))
    assert [heading.text for heading in page.named("h2")] == ["0 sentences"]


def test_the_same_page_is_the_same_bytes() -> None:
    assert render_thing(PAGE) == render_thing(replace(PAGE))


@pytest.mark.parametrize("address", HOSTILE_ADDRESSES)
@pytest.mark.parametrize("text", HOSTILE)
def test_known_attacks_are_only_text_on_a_page(text: str, address: str) -> None:
    assert is_harmless(Parsed(render_thing(written(text, address))))
    assert is_harmless(Parsed(render_archive([ArchiveDay(DAY, 1, 1, 1, text, text)], MONTHS)))
    assert is_harmless(Parsed(render_month([ArchiveDay(DAY, 1, 1, 1, text, text)], MONTHS[0])))


@settings(max_examples=30, deadline=None)
@given(st.text(max_size=60))
def test_any_name_and_sentence_is_only_text_on_a_page(text: str) -> None:
    assert is_harmless(Parsed(render_thing(written(text, text))))


def written(text: str, address: str) -> ThingPage:
    source = replace(TOLL, outlet=text, title=text, url=address)
    return replace(
        PAGE,
        link=replace(PAGE.link, name=text),
        sentences=(Sentence(text, source),),
        quotes=(Quote(text, text, source, text),),
        companions=(Companion(text, 1, 1),),
        printers=(Printer(text, text, 1, 1, ""),),
        unit="article",
    )


def test_the_archive_leads_to_the_newest_days_by_month_and_to_every_month_by_year() -> None:
    page = Parsed(render_archive(days(10), MONTHS))
    assert [heading.text for heading in page.named("h2")] == ["March 2026", "February 2026", "2026", "2025"]
    links = [str(element.attributes["href"]) for element in page.named("a")]
    assert [link for link in links if link[:2] == "20"] == [f"{DAY - timedelta(days=n)}/index.html" for n in range(10)]
    months = [link for link in links if link.startswith("archive/")]
    assert months == ["archive/2026-03.html", "archive/2026-02.html", "archive/2025-12.html"]
    assert "31 days, here the newest 10" in page.named("body")[0].text


def test_the_page_of_a_month_leads_to_its_days_and_back() -> None:
    page = Parsed(render_month(days(8), MONTHS[0]))
    assert [heading.text for heading in page.named("h1", "h2")] == ["March 2026", "March 2026"]
    links = [str(element.attributes["href"]) for element in page.named("a")]
    assert links[0] == "../index.html" and links[-1] == f"../{DAY - timedelta(days=7)}/index.html"


@pytest.mark.parametrize(
    ("made", "root"), [(render_archive(days(1), MONTHS), ""), (render_month(days(1), MONTHS[0]), "../")]
)
def test_the_archive_names_the_feeds_in_its_head(made: str, root: str) -> None:
    found = [(link.attributes["type"], link.attributes["href"]) for link in Parsed(made).named("link")]
    assert found == [
        ("application/atom+xml", f"{root}feed.xml"),
        ("application/rss+xml", f"{root}rss.xml"),
        ("application/feed+json", f"{root}feed.json"),
    ]


def test_an_archive_without_digests_says_so() -> None:
    assert "No digest was written yet." in render_archive([], [])
