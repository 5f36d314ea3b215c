"""What kind of change lies between two versions: none, a small one, a correction, another story."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.extract.changes import Version, kind_of_change

BODY = (
    "The harbour of Velden was closed on Tuesday after a crane fell into the basin, the port office said.\n\n"
    "Twelve ships were waiting outside the breakwater by noon. Nobody was hurt.\n\n"
    "“We will open one quay tonight,” harbour master Ines Kolb told reporters. The crane weighed 300 tonnes.\n\n"
    "The basin was built in 1911 and deepened twice since. Its owner declined to comment on the accident."
)
OLD = Version("Crane falls into Velden harbour", BODY)


def changed(old: str, new: str) -> str | None:
    assert old in BODY
    return kind_of_change(OLD, Version(OLD.title, BODY.replace(old, new)))


def test_a_text_without_an_older_one_is_the_first() -> None:
    assert kind_of_change(None, OLD) == "first"


def test_another_headline_over_the_same_text_is_a_headline() -> None:
    assert kind_of_change(OLD, Version("Harbour closed after crane accident", BODY)) == "headline"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("accident.", "acident."),
        ("harbour of Velden", "harbor of Velden"),
        ("Nobody was hurt.", "Nobody was hurt!"),
        ("waiting outside", "waiting, outside"),
        ("breakwater by noon", "break-water by noon"),
        ("said.\n\nTwelve", "said. Twelve"),
        ("built in 1911", "built in the 1911"),
        ("Harbour Master".lower(), "Harbour Master"),
    ],
)
def test_a_spelling_a_mark_or_a_small_word_is_minor(old: str, new: str) -> None:
    assert changed(old, new) == "minor"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Twelve ships", "Twenty ships"),
        ("300 tonnes", "310 tonnes"),
        ("Nobody was hurt.", "Two dockers were hurt."),
        ("Nobody was hurt.", "Nobody was hurt. The mayor called for an inquiry into the upkeep of the cranes."),
        ("Its owner declined to comment on the accident.", ""),
        ("will open", "will not open"),
        ("in 1911", "in 1912"),
        ("Ines Kolb", "Marta Ferro"),
    ],
)
def test_a_number_a_name_a_negation_or_a_sentence_is_substantive(old: str, new: str) -> None:
    assert changed(old, new) == "substantive"


def test_many_small_edits_are_a_rewriting() -> None:
    assert kind_of_change(OLD, Version(OLD.title, BODY.replace("a", "e"))) == "substantive"


def test_paragraphs_in_another_order_are_substantive() -> None:
    assert kind_of_change(OLD, Version(OLD.title, "\n\n".join(reversed(BODY.split("\n\n"))))) == "substantive"


NOTES = [
    "Correction: an earlier text gave the wrong weight of the crane.",
    "CORRECTION (3 March): The crane weighed 300 tonnes, not 30.",
    "This article was amended on 4 March to give the right weight.",
    "An earlier version of this article misstated the crane's weight.",
    "Clarification: the basin belongs to the town.",
    "Korrektur: Der Kran wog 300 Tonnen.",
    "In einer früheren Version dieses Artikels hieß es, der Kran wiege 30 Tonnen.",
    "Rectificatif : la grue pesait 300 tonnes.",
    "Une version précédente de cet article indiquait un autre poids.",
    "Fe de errores: la grúa pesaba 300 toneladas.",
    "Una versión anterior de este artículo indicaba otro peso.",
    "Errata corrige: la gru pesava 300 tonnellate.",
    "Una versione precedente di questo articolo riportava un altro peso.",
    "Correção: o guindaste pesava 300 toneladas.",
    "Uma versão anterior deste artigo indicava outro peso.",
    "Correctie: de kraan woog 300 ton.",
    "In een eerdere versie van dit artikel stond een ander gewicht.",
    "Rättelse: kranen vägde 300 ton.",
    "Rettelse: kranen vejede 300 ton.",
    "Oikaisu: nosturi painoi 300 tonnia.",
    "Sprostowanie: dźwig ważył 300 ton.",
    "Oprava: jeřáb vážil 300 tun.",
    "Helyreigazítás: a daru 300 tonnás volt.",
    "Düzeltme: vinç 300 tondu.",
    "Διόρθωση: ο γερανός ζύγιζε 300 τόνους.",
    "Исправление: кран весил 300 тонн.",
    "В предыдущей версии статьи был указан другой вес.",
    "Виправлення: кран важив 300 тонн.",
    "تصحيح: كان وزن الرافعة 300 طن.",
    "תיקון: משקל העגורן היה 300 טון.",
    "訂正：クレーンの重さは300トンでした。",
    "更正：起重机重三百吨。",
    "바로잡습니다: 크레인의 무게는 300톤입니다.",
    "Koreksi: berat derek itu 300 ton.",
]


@pytest.mark.parametrize("note", NOTES)
@pytest.mark.parametrize("place", ["{note}\n\n{body}", "{body}\n\n{note}"])
def test_a_new_note_of_a_correction_is_a_correction_in_many_languages(note: str, place: str) -> None:
    new = Version(OLD.title, place.format(note=note, body=BODY))
    assert kind_of_change(OLD, new) == "correction"
    assert kind_of_change(new, new) is None


def test_a_note_that_was_there_before_makes_no_correction_of_the_next_change() -> None:
    old = Version(OLD.title, f"{BODY}\n\n{NOTES[0]}")
    assert kind_of_change(old, Version(OLD.title, old.body.replace("Ines Kolb", "Marta Ferro"))) == "substantive"
    assert kind_of_change(old, Version(OLD.title, f"{old.body}\n\n{NOTES[1]}")) == "correction"


def test_a_correction_of_the_market_is_news() -> None:
    body = f"{BODY} Traders spoke of a market correction. The correctional facility stayed open."
    assert kind_of_change(OLD, Version(OLD.title, body)) == "substantive"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("5 min read", "4 min read"),
        ("Updated 3 minutes ago", "Updated 2 hours ago"),
        ("vor 3 Minuten aktualisiert"[:13], "vor 2 Stunden"),
        ("Il y a 5 minutes", "Il y a 2 heures"),
        ("1,204 views", "1,310 views"),
        ("12 comments · 3 min read", "15 comments · 3 min read"),
        ("Last updated 10:32", "Last updated 11:05"),
        ("Lesezeit: 3 Minuten", "Lesezeit: 4 Minuten"),
        ("3 minutes ago", ""),
        ("5分前", "2時間前"),
    ],
)
def test_what_changes_by_itself_makes_no_version(before: str, after: str) -> None:
    old, new = (Version(OLD.title, f"{line}\n\n{BODY}") for line in (before, after))
    assert kind_of_change(old, new) is None


def test_white_space_makes_no_version() -> None:
    assert kind_of_change(OLD, Version(f" {OLD.title} ", BODY.replace(" ", "\u00a0 "))) is None


def test_a_headline_that_goes_there_and_back_is_three_versions_of_one_kind() -> None:
    other = Version("Harbour closed", BODY)
    assert [kind_of_change(*pair) for pair in ((OLD, other), (other, OLD))] == ["headline", "headline"]


def test_a_page_that_comes_back_with_the_same_text_is_restored() -> None:
    assert kind_of_change(OLD, OLD, is_back=True) == "restored"
    assert changed("Ines Kolb", "Marta Ferro") == kind_of_change(
        OLD, Version(OLD.title, BODY.replace("Ines Kolb", "Marta Ferro")), is_back=True
    )


PIECES = st.sampled_from(["Rain fell. ", "no ", "12 ", "harbour ", "\n\n", "Correction: ", "日本。", "a", "."])
TEXTS = st.lists(PIECES).map("".join) | st.text(max_size=60)


@given(TEXTS, TEXTS, TEXTS)
def test_any_two_texts_have_one_kind_and_a_text_never_differs_from_itself(title: str, old: str, new: str) -> None:
    assert kind_of_change(Version(title, old), Version(title, old)) is None
    assert kind_of_change(Version(title, old), Version(title, new)) in (None, "minor", "substantive", "correction")


@pytest.mark.parametrize(
    "piece", ["updated 10:30 ", "1 ", "vor 1 h ", "updated 1", "stand 1:11 ", "1.1 views ", "12:12"]
)
def test_no_line_keeps_the_rules_busy(piece: str) -> None:
    for length in (40, 80, 119, 4_000):
        assert kind_of_change(OLD, Version(OLD.title, f"{(piece * 4_000)[:length]}§\n\n{BODY}")) != "first"
