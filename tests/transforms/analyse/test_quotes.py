from collections.abc import Callable

import pytest

from transforms.records.analyse import Quote, Reading
from transforms.records.extract import Article

Read = Callable[..., tuple[Article, Reading]]


def said(found: tuple[Article, Reading]) -> list[tuple[str, str, str | None]]:
    """(what was said, the speaker as printed, the actor) for each quotation."""
    reading = found[1]
    return [(quote.text, quote.speaker_text, actor_of(reading, quote)) for quote in reading.quotes]


def actor_of(reading: Reading, quote: Quote) -> str | None:
    return None if quote.speaker_actor_no is None else reading.actors[quote.speaker_actor_no].name


@pytest.mark.parametrize(
    ("body", "speaker", "actor"),
    [
        ('"The port will stay closed until Friday," Rui Salgado said.', "Rui Salgado", "Rui Salgado"),
        ('"The port will stay closed until Friday," said Rui Salgado.', "Rui Salgado", "Rui Salgado"),
        ('Rui Salgado said: "The port will stay closed until Friday."', "Rui Salgado", "Rui Salgado"),
        ('Rui Salgado told reporters that "the port will stay closed".', "Rui Salgado", "Rui Salgado"),
        ('According to Rui Salgado, "the port will stay closed until Friday".', "Rui Salgado", "Rui Salgado"),
        ("‘The port will stay closed until Friday,’ Rui Salgado said.", "Rui Salgado", "Rui Salgado"),
        ('"The port will stay closed," said a spokesman for the World Health Organization.',
         "a spokesman for the World Health Organization", "World Health Organization"),
        ('Rui Salgado left early. "The port will stay closed until Friday," he said.', "he", "Rui Salgado"),
        ('Rui Salgado left early. "The port will stay closed until Friday," his office said.', "his office",
         "Rui Salgado"),
        ('Rui Salgado, the harbourmaster, left early. "The port will stay closed," the harbourmaster said.',
         "the harbourmaster", "Rui Salgado"),
    ],
)  # fmt: skip
def test_a_quotation_finds_its_speaker(read: Read, body: str, speaker: str, actor: str) -> None:
    [(_, printed, resolved)] = said(read(body))
    assert (printed, resolved) == (speaker, actor)


def test_a_split_quotation_is_two_rows_with_one_speaker(read: Read) -> None:
    found = said(read('"We will wait here," Liv Torp said, "until the storm is over."'))
    assert found == [
        ("We will wait here,", "Liv Torp", "Liv Torp"),
        ("until the storm is over.", "Liv Torp", "Liv Torp"),
    ]


def test_a_quotation_that_carries_on_keeps_its_speaker(read: Read) -> None:
    found = said(read('"We will wait here," Liv Torp said. "The storm is not over yet."'))
    assert [actor for *_, actor in found] == ["Liv Torp", "Liv Torp"]


def test_a_quotation_over_paragraphs_keeps_its_speaker(read: Read) -> None:
    found = said(read('Liv Torp said: "We will wait here until noon.\n\n"Then we shall see what the sea does."'))
    assert [actor for *_, actor in found] == ["Liv Torp", "Liv Torp"]


def test_she_is_not_a_man(read: Read) -> None:
    found = said(read('Mrs. Liv Torp met Mr. Rui Salgado at noon. "We will wait here until noon," she said.'))
    assert found == [("We will wait here until noon,", "she", "Liv Torp")]


@pytest.mark.parametrize(
    "body",
    [
        'The "smart" ferry did not sail on Monday.',
        "The so-called ‘green lane’ was closed.",
        'The museum shows "The Night Boat to Bergen" until May.',
    ],
)
def test_words_that_nobody_said_are_no_quotations(read: Read, body: str) -> None:
    assert read(body)[1].quotes == ()


def test_a_few_words_in_a_reporters_sentence_are_a_mixed_quotation(read: Read) -> None:
    _, reading = read('Liv Torp called the plan "a disaster for the whole coast" and left.')
    assert [(q.kind, q.cue, q.speaker_text) for q in reading.quotes] == [("mixed", "called", "Liv Torp")]


def test_a_speaker_that_is_not_named_is_printed_and_stays_unresolved(read: Read) -> None:
    found = said(read('"We will wait here until noon," one of the fishermen said.'))
    assert found == [("We will wait here until noon,", "one of the fishermen", None)]


def test_without_a_model_quotations_are_found_without_speakers(read: Read) -> None:
    _, reading = read("„Wir warten hier bis zum Mittag.“ Dann ging er.", language="de")
    assert [(q.text, q.speaker_text) for q in reading.quotes] == [("Wir warten hier bis zum Mittag.", "")]
