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
        ('The port will ask the Valdoro Ferry Company. "It will stay closed," the company said.', "the company",
         "Valdoro Ferry Company"),
        ('The port will ask the Valdoro Ferry Company. "It will stay closed," the harbour union said.',
         "the harbour union", None),
        ('The port will ask the Ministry of Fisheries. "It will stay closed," the company said.', "the company", None),
    ],
)  # fmt: skip
def test_a_quotation_finds_its_speaker(read: Read, body: str, speaker: str, actor: str | None) -> None:
    [(_, printed, resolved)] = said(read(body))
    assert (printed, resolved) == (speaker, actor)


def test_a_split_quotation_is_one_attribution_in_two_parts_with_one_speaker(read: Read) -> None:
    found = read('"We will wait here," Liv Torp said, "until the storm is over."')
    assert said(found) == [
        ("We will wait here,", "Liv Torp", "Liv Torp"),
        ("until the storm is over.", "Liv Torp", "Liv Torp"),
    ]
    assert [(quote.attribution_no, quote.part_no) for quote in found[1].quotes] == [(0, 0), (0, 1)]


def test_a_quotation_that_carries_on_keeps_its_speaker(read: Read) -> None:
    found = said(read('"We will wait here," Liv Torp said. "The storm is not over yet."'))
    assert [actor for *_, actor in found] == ["Liv Torp", "Liv Torp"]


def test_a_question_is_his_who_is_said_to_ask_in_the_sentence_that_the_mark_cut_off(read: Read) -> None:
    found = said(read('"Who can tell?" Liv Torp asked. "Nobody can."'))
    assert [actor for *_, actor in found] == ["Liv Torp", "Liv Torp"]


def test_a_quotation_over_paragraphs_keeps_its_speaker(read: Read) -> None:
    found = said(read('Liv Torp said: "We will wait here until noon.\n\n"Then we shall see what the sea does."'))
    assert [actor for *_, actor in found] == ["Liv Torp", "Liv Torp"]


def test_she_is_not_a_man(read: Read) -> None:
    found = said(read('Mrs. Liv Torp met Mr. Rui Salgado at noon. "We will wait here until noon," she said.'))
    assert found == [("We will wait here until noon,", "she", "Liv Torp")]


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ('The "smart" ferry did not sail on Monday.', "smart"),
        ("The so-called ‘green lane’ was closed.", "green lane"),
    ],
)
def test_words_held_with_tongs_are_scare_quotes_without_a_speaker(read: Read, body: str, words: str) -> None:
    [quote] = read(body)[1].quotes
    assert (quote.kind, quote.text, quote.speaker_text, quote.speaker_actor_no, quote.cue) == (
        "scare", words, "", None, "",
    )  # fmt: skip


def test_a_title_in_marks_is_no_quotation(read: Read) -> None:
    assert read('The museum shows "The Night Boat to Bergen" until May.')[1].quotes == ()


def test_a_few_words_in_a_reporters_sentence_are_a_mixed_quotation(read: Read) -> None:
    _, reading = read('Liv Torp called the plan "a disaster for the whole coast" and left.')
    assert [(q.kind, q.cue, q.speaker_text) for q in reading.quotes] == [("mixed", "called", "Liv Torp")]


def test_a_speaker_that_is_not_named_is_printed_and_stays_unresolved(read: Read) -> None:
    found = said(read('"We will wait here until noon," one of the fishermen said.'))
    assert found == [("We will wait here until noon,", "one of the fishermen", None)]


def test_without_a_model_quotations_are_found_without_speakers(read: Read) -> None:
    _, reading = read("„Wir warten hier bis zum Mittag.“ Dann ging er.", language="de")
    assert [(q.text, q.speaker_text) for q in reading.quotes] == [("Wir warten hier bis zum Mittag.", "")]


def reports(reading: Reading) -> list[tuple[str, str, str]]:
    """(the clause, the speaker as printed, the class of the cue) for each part of indirect speech."""
    return [(row.text, row.speaker_text, row.cue_class) for row in reading.quotes if row.kind == "indirect"]


@pytest.mark.parametrize(
    ("body", "clause", "speaker", "cue_class"),
    [
        ("Liv Torp said that the port would stay closed until Friday.",
         "that the port would stay closed until Friday", "Liv Torp", "neutral"),
        ("The port would stay closed until Friday, Liv Torp said.",
         "The port would stay closed until Friday", "Liv Torp", "neutral"),
        ("The harbour is safe, said Liv Torp.", "The harbour is safe", "Liv Torp", "neutral"),
        ("According to Rui Salgado, the port will stay closed.", "the port will stay closed", "Rui Salgado", "neutral"),
        ("The port will stay closed, according to Rui Salgado.", "The port will stay closed", "Rui Salgado", "neutral"),
        ("Rui Salgado denied taking money from the shipping company.", "taking money from the shipping company",
         "Rui Salgado", "denying"),
        ("Liv Torp said she would resign in May.", "she would resign in May", "Liv Torp", "neutral"),
        ("Rui Salgado was quoted as saying the harbour was safe.", "the harbour was safe", "Rui Salgado", "neutral"),
        ("Rui Salgado is reported to have said that the harbour was safe.", "that the harbour was safe", "Rui Salgado",
         "neutral"),
        ("Rui Salgado's claim that the harbour is safe was questioned.", "that the harbour is safe", "Rui Salgado",
         "distancing"),
        ("Liv Torp confirmed that two sailors had died.", "that two sailors had died", "Liv Torp", "factive"),
        ("The union demanded that the port be reopened.", "that the port be reopened", "The union", "demanding"),
        ("The union called for an inquiry into the accident.", "an inquiry into the accident", "The union",
         "demanding"),
        ("Norway's government urged ships to avoid the strait.", "ships to avoid the strait", "Norway's government",
         "demanding"),
        ("Rui Salgado claimed that the pump had failed.", "that the pump had failed", "Rui Salgado", "distancing"),
        ("The mayor criticised the delay.", "the delay", "The mayor", "distancing"),
        ("Liv Torp has promised to reopen the port.", "to reopen the port", "Liv Torp", "neutral"),
        ("Liv Torp refused to resign.", "to resign", "Liv Torp", "denying"),
        ("Minister: Port will stay closed until Friday", "Port will stay closed until Friday", "Minister", "neutral"),
        ("In Torp's view, the pier should be closed.", "the pier should be closed", "Torp", "neutral"),
        ("Liv Torp made a promise to rebuild the pier.", "to rebuild the pier", "Liv Torp", "neutral"),
    ],
)  # fmt: skip
def test_indirect_speech_is_a_clause_with_its_speaker_and_the_class_of_its_cue(
    read: Read, body: str, clause: str, speaker: str, cue_class: str
) -> None:
    assert reports(read(body)[1]) == [(clause, speaker, cue_class)]


def test_what_a_cue_splits_is_one_attribution(read: Read) -> None:
    _, reading = read("The port, Liv Torp said, would stay closed until Friday.")
    assert [(row.text, row.attribution_no, row.part_no) for row in reading.quotes] == [
        ("The port", 0, 0),
        ("would stay closed until Friday", 0, 1),
    ]


@pytest.mark.parametrize(
    "body",
    [
        "The ship sank on Sunday, killing ten people.",
        "The storm forced the port to close, and the ferries stayed in the harbour.",
        "The company built a new pier and sold two ships.",
        "The tide made the channel deeper than it had been.",
    ],
)
def test_what_is_done_is_not_said(read: Read, body: str) -> None:
    assert read(body)[1].quotes == ()


@pytest.mark.parametrize("body", ["It is feared that the ship will sink.", "Two sailors are believed to have drowned."])
def test_what_nobody_in_particular_says_has_no_speaker(read: Read, body: str) -> None:
    quotes = read(body)[1].quotes
    assert quotes
    assert {(quote.kind, quote.speaker_text, quote.speaker_actor_no) for quote in quotes} == {("indirect", "", None)}


def test_what_was_not_said_is_negated(read: Read) -> None:
    _, reading = read("Liv Torp did not say when the port would reopen. She said it was safe.")
    assert [(row.cue, row.is_negated) for row in reading.quotes] == [("say", True), ("said", False)]


def test_of_a_mixed_quotation_the_whole_clause_is_kept_beside_the_words(read: Read) -> None:
    article, reading = read('Liv Torp said the pier "could collapse at any time" and must be closed.')
    [quote] = reading.quotes
    assert (quote.kind, quote.text) == ("mixed", "could collapse at any time")
    clause = article.body[quote.content_start : quote.content_end]
    assert clause == 'the pier "could collapse at any time" and must be closed'


@pytest.mark.parametrize(
    ("body", "via"),
    [
        ('"The port will close," Liv Torp told Reuters.', "Reuters"),
        ("Liv Torp told reporters in Oslo that the port would close.", "reporters"),
        ('"The port will close," Liv Torp said in an interview with the BBC.', "the BBC"),
        ("Liv Torp, speaking to reporters, said the port would close.", "reporters"),
        ("Liv Torp told her brother that the port would close.", ""),
        ("Liv Torp said that the port would close.", ""),
    ],
)
def test_who_was_told_is_kept_where_it_is_the_press(read: Read, body: str, via: str) -> None:
    article, reading = read(body)
    [quote] = reading.quotes
    assert quote.via_text == via
    if via:
        assert article.body[quote.via_start : quote.via_end] == via


def test_what_one_side_sets_against_the_other_is_its_own(read: Read) -> None:
    _, reading = read("Police say the driver fled; witnesses claim he was pushed.")
    assert ("he was pushed", "witnesses", "distancing") in reports(reading)
    assert all("fled" not in text for text, speaker, _ in reports(reading) if speaker == "witnesses")


def test_a_statement_speaks_for_whoever_issued_it(read: Read) -> None:
    _, reading = read("The ferry company issued a statement saying the pier was unsafe.")
    assert reports(reading) == [("the pier was unsafe", "The ferry company", "neutral")]


def test_the_speaker_of_indirect_speech_is_resolved_like_any_other(read: Read) -> None:
    found = read("Sunniva Vik met the crews. She promised to reopen the port. Her office said the date was open.")
    assert [actor_of(found[1], quote) for quote in found[1].quotes] == ["Sunniva Vik", "Sunniva Vik"]


def test_cue_speaker_and_clause_stand_at_their_offsets(read: Read) -> None:
    article, reading = read("According to Rui Salgado, the port will stay closed until Friday.")
    [quote] = reading.quotes
    assert article.body[quote.cue_start : quote.cue_end] == "According to"
    assert article.body[quote.speaker_start : quote.speaker_end] == quote.speaker_text == "Rui Salgado"
    assert article.body[quote.char_start : quote.char_end] == quote.text


def test_a_thing_with_a_name_in_marks_is_called_so_by_nobody(read: Read) -> None:
    assert read('Rui Salgado owns a boat called "the old gull".')[1].quotes[0].speaker_text == ""


def test_who_is_named_behind_the_verb_has_reported_what_stands_before(read: Read) -> None:
    for body in (
        "The ferry will not sail until the quay is mended, reported Norlys.",
        "The minister resigned on Monday, reported the Norlys Courier.",
    ):
        [(text, speaker, _)] = said(read(body))
        assert body.startswith(f"{text}, ")
        assert speaker in ("Norlys", "the Norlys Courier")


@pytest.mark.parametrize(
    "body",
    [
        "Norway called its ambassador home on Friday.",
        "Norway recalled its ambassador from Lisbon.",
        "Rui Salgado called the harbour office.",
    ],
)
def test_who_calls_somebody_says_nothing(read: Read, body: str) -> None:
    assert said(read(body)) == []


def test_who_calls_something_by_a_name_says_so(read: Read) -> None:
    assert [speaker for _, speaker, _ in said(read("Rui Salgado called the plan a disgrace."))] == ["Rui Salgado"]


def test_a_newspaper_that_spoke_before_is_not_she(read: Read) -> None:
    found = said(read('"It is over," reported the Norlys Herald. "I am glad," she said.'))
    assert [actor for text, speaker, actor in found if speaker == "she"] == [None]


def test_what_the_reporter_tells_of_the_time_is_not_part_of_what_was_decided(read: Read) -> None:
    found = said(read("Norway decided to withdraw its envoys, after the port had closed its gates."))
    assert [text for text, *_ in found] == ["to withdraw its envoys"]


def test_the_group_is_the_body_named_last_and_no_people(read: Read) -> None:
    body = "The World Health Organization met Norwegian sailors. The group promised to return."
    assert [actor for *_, actor in said(read(body))] == ["World Health Organization"]


def kinds(found: tuple[Article, Reading]) -> list[tuple[str, str, str]]:
    return [(quote.kind, quote.text, quote.speaker_text) for quote in found[1].quotes]


def test_a_quotation_over_paragraphs_keeps_its_own_cue_and_is_told_once(read: Read) -> None:
    found = read(
        '"The storm will pass," said Liv Torp, a pilot. "The port will live.\n\n'
        '"But nobody here will forget this winter," she added.'
    )
    assert [text for text, *_ in said(found)] == [
        "The storm will pass,",
        "The port will live.",
        "But nobody here will forget this winter,",
    ]
    assert {actor for *_, actor in said(found)} == {"Liv Torp"}


@pytest.mark.parametrize(
    "body",
    [
        "The port had planned to use the word “We” on its ships.",
        "They wore the slogan “Ships and bread” on their shirts.",
        "The show, a comedy titled “the last tide”, ran for a year.",
    ],
)
def test_words_that_are_said_to_be_a_name_or_a_slogan_are_nobodys(read: Read, body: str) -> None:
    assert all(kind == "indirect" for kind, *_ in kinds(read(body)))


def test_what_somebody_called_something_is_still_said(read: Read) -> None:
    [(_, text, speaker)] = kinds(read("Liv Torp called the plan “a gift to nobody at all”."))
    assert (text, speaker) == ("a gift to nobody at all", "Liv Torp")


@pytest.mark.parametrize(
    "body",
    [
        "Liv Torp: Possession of two boats, sale of a crane, held in the harbour.",
        "The value of the boats fell, signalling that buyers had lost their nerve.",
        "So now you know that the port is closed.",
        "Some pilots reported waits that exceeded two hours.",
    ],
)
def test_lists_and_things_that_show_something_state_nothing(read: Read, body: str) -> None:
    assert kinds(read(body)) == []


def test_a_study_that_shows_something_does_state_it(read: Read) -> None:
    [(_, text, speaker)] = kinds(read("The study showed that the port had lost half of its ships."))
    assert (text, speaker) == ("that the port had lost half of its ships", "The study")


def test_what_stands_before_a_colon_is_not_what_is_said_behind_it(read: Read) -> None:
    found = kinds(read("There is proof of this: half of the pilots said that they had lost their ships."))
    assert [text for _, text, _ in found] == ["that they had lost their ships"]


def test_a_question_within_a_question_finds_who_asked_it(read: Read) -> None:
    found = said(read("“I heard him ask, ‘Will the port be closed by Friday?’” Liv Torp testified."))
    assert [speaker for _, speaker, _ in found][:1] == ["Liv Torp"]


@pytest.mark.parametrize(
    "body",
    [
        "Liv Torp came home late. She had met Rui Salgado. She said that the port was lost.",
        "Liv Torp came home late with her brother Rui Salgado. She said that the port was lost.",
    ],
)
def test_whom_a_pronoun_meets_is_not_whom_it_points_to(read: Read, body: str) -> None:
    assert said(read(body))[-1][2] == "Liv Torp"
