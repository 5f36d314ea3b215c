from dataclasses import replace

from tests.transforms.digest.sunday import EARTHQUAKE, RACE, SENAPRED, SUNDAY, TOLL, WATER, WHEAT
from transforms.digest.as_html import render_html
from transforms.digest.as_markdown import render_markdown
from transforms.digest.content import DigestContent, EditionChange
from transforms.digest.editions import compare_editions
from transforms.digest.story import Counts, Quote, Sentence, Story


def changes(latest: DigestContent, former: DigestContent = SUNDAY) -> list[tuple[str, str, str]]:
    return [(change.what, change.before, change.after) for change in compare_editions(former, latest)]


def with_first(story: Story) -> DigestContent:
    return replace(SUNDAY, stories=(story, WHEAT, RACE))


def test_an_edition_has_no_changes_against_itself() -> None:
    assert compare_editions(SUNDAY, SUNDAY) == ()


def test_counts_that_differ_are_told_before_and_after() -> None:
    volume = replace(SUNDAY.volume, counts=Counts(16, 15, 5, 4))
    coverage = replace(SUNDAY.coverage, read_count=16)
    assert changes(replace(SUNDAY, volume=volume, coverage=coverage)) == [
        ("Articles", "15", "16"),
        ("Pages read", "15 of 16", "16 of 16"),
    ]


def test_a_corrected_headline_names_both() -> None:
    corrected = replace(EARTHQUAKE, headline=replace(TOLL, title="Chile quake toll climbs to 24"))
    assert changes(with_first(corrected)) == [("Headline", TOLL.title, "Chile quake toll climbs to 24")]


def test_a_sentence_and_a_quotation_that_took_anothers_place_are_named() -> None:
    told = replace(
        EARTHQUAKE,
        what_happened=(EARTHQUAKE.what_happened[0], Sentence("The port reopened.", WATER)),
        who_said_what=(*EARTHQUAKE.who_said_what, Quote("It holds.", "An engineer", WATER)),
    )
    assert changes(with_first(told)) == [
        ("Sentence", EARTHQUAKE.what_happened[1].text, ""),
        ("Sentence", "", "The port reopened."),
        ("Quotation", "", "It holds."),
    ]


def test_stories_and_risers_that_came_or_went_are_named() -> None:
    latest = replace(
        SUNDAY, stories=(EARTHQUAKE, WHEAT), actors=replace(SUNDAY.actors, rose=tuple(SUNDAY.actors.rose[1:]))
    )
    assert changes(latest) == [("Story", RACE.headline.title, ""), ("Rose", SENAPRED.name, "")]
    assert changes(SUNDAY, latest) == [("Story", "", RACE.headline.title), ("Rose", "", SENAPRED.name)]


def test_a_correction_that_came_to_light_is_named_with_its_source() -> None:
    former = replace(SUNDAY, changes=replace(SUNDAY.changes, articles=()))
    (change,) = compare_editions(former, SUNDAY)
    assert change == EditionChange(
        "Changed since published", "", SUNDAY.changes.articles[0].source.title, SUNDAY.changes.articles[0].source
    )


def test_a_second_edition_says_on_every_page_what_it_changed() -> None:
    change = EditionChange("Headline", "The old one", "The new one", TOLL)
    second = replace(SUNDAY, edition=2, edition_changes=(change,))
    for page in (render_html(second), render_markdown(second)):
        assert "What this edition changed since edition 1" in page
        assert "Headline: The old one before, The new one now" in page
    assert "What this edition changed" not in render_html(SUNDAY) + render_markdown(SUNDAY)


def test_an_edition_whose_words_are_the_same_says_so() -> None:
    second = replace(SUNDAY, edition=2)
    for page in (render_html(second), render_markdown(second)):
        assert "No count, story, sentence or name" in page
