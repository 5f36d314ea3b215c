"""Who speaks in German, French and Spanish texts, by the verb of saying beside the quotation."""

from __future__ import annotations

import pytest

from tests.transforms.analyse.conftest import written
from transforms.analyse.reader import Knowledge, read_article


@pytest.mark.parametrize(
    ("language", "body", "speaker"),
    [
        ("de", "„Wir bauen den Hafen nicht weiter aus“, sagte Sabine Kröger am Montag.", "Sabine Kröger"),
        ("de", "„Wir bauen den Hafen nicht weiter aus“, so Sabine Kröger.", "Sabine Kröger"),
        ("de", "Am Montag sagte Sabine Kröger in Lübeck: „Wir bauen den Hafen nicht weiter aus.“", "Sabine Kröger"),
        ("de", "Sabine Kröger erklärte dazu: „Wir bauen den Hafen nicht weiter aus.“", "Sabine Kröger"),
        ("fr", "« Nous ne construirons pas de nouveau port », a déclaré Claire Delorme lundi.", "Claire Delorme"),
        ("fr", "« Nous ne construirons pas de nouveau port », affirme Claire Delorme.", "Claire Delorme"),
        ("fr", "Selon Claire Delorme, « nous ne construirons pas de nouveau port ».", "Claire Delorme"),
        ("fr", "Claire Delorme a ajouté : « Nous ne construirons pas de nouveau port. »", "Claire Delorme"),
        ("es", "“No vamos a construir otro puerto”, dijo Marta Quiroga el lunes.", "Marta Quiroga"),
        ("es", "«No vamos a construir otro puerto», ha afirmado la alcaldesa Marta Quiroga.", "Marta Quiroga"),
        ("es", "Marta Quiroga aseguró que “no vamos a construir otro puerto”.", "Marta Quiroga"),
    ],
)  # fmt: skip
def test_the_speaker_stands_beside_a_verb_of_saying(
    knowledge: Knowledge, language: str, body: str, speaker: str
) -> None:
    reading = read_article(written(body, language=language), knowledge)
    spoken = [quote for quote in reading.quotes if quote.kind in ("direct", "mixed")]
    assert [reading.actors[quote.speaker_actor_no].name for quote in spoken if quote.speaker_actor_no is not None] == [
        speaker
    ]


@pytest.mark.parametrize(
    ("language", "body"),
    [
        ("de", "„Wir bauen den Hafen nicht weiter aus“, stand auf einem Schild. Sabine Kröger schwieg."),
        ("fr", "« Nous ne construirons pas de nouveau port », disait une affiche."),
        ("es", "“No vamos a construir otro puerto”, se leía en un cartel."),
    ],
)
def test_where_no_name_stands_beside_a_verb_nobody_is_said_to_speak(
    knowledge: Knowledge, language: str, body: str
) -> None:
    reading = read_article(written(body, language=language), knowledge)
    assert [quote.speaker_actor_no for quote in reading.quotes] in ([None], [])
