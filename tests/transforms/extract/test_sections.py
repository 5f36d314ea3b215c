from transforms.extract.blocks import Block, join_blocks
from transforms.extract.lede import find_lede
from transforms.extract.sections import find_sections


def sections_of(blocks):
    body, paragraphs = join_blocks(blocks)
    return body, find_sections(body, blocks, paragraphs)


def test_labels_at_the_start_of_paragraphs_open_sections_up_to_the_next_label():
    body, sections = sections_of(
        [
            Block("The harbour was closed on Monday."),
            Block("What Happened: A storm tore away two moles."),
            Block("Repairs take six weeks."),
            Block("Why It Matters: The town lives on grain."),
        ]
    )
    assert [section.normal_label for section in sections] == ["what happened", "why it matters"]
    assert (
        body[sections[0].char_start : sections[0].char_end] == "A storm tore away two moles.\n\nRepairs take six weeks."
    )
    assert body[sections[1].char_start : sections[1].char_end] == "The town lives on grain."
    assert body[sections[0].label_start : sections[0].label_end] == "What Happened"


def test_headings_and_bold_lines_are_labels():
    _, sections = sections_of(
        [Block("The repairs", "heading"), Block("Text."), Block("The costs", bold="The costs"), Block("Text.")]
    )
    assert [section.label for section in sections] == ["The repairs", "The costs"]


def test_a_bold_sentence_is_no_label():
    _, sections = sections_of([Block("The harbour is closed.", bold="The harbour is closed."), Block("Text.")])
    assert sections == ()


def test_a_speakers_name_before_a_colon_is_no_label():
    _, sections = sections_of([Block("Example: We had no choice."), Block("He said: it is closed.")])
    assert sections == ()


def test_the_lede_is_the_first_sentences_up_to_sixty_words():
    sentence = "The harbour of Sampleton was closed to all grain ships on Monday morning after a storm. "
    body, paragraphs = join_blocks([Block((sentence * 6).strip())])
    start, end = find_lede(body, paragraphs, 0)
    assert start == 0
    assert body[start:end].endswith("storm.")
    assert 30 <= len(body[start:end].split()) <= 60


def test_the_lede_is_no_caption_and_no_short_kicker():
    blocks = [
        Block("Weather"),
        Block("The old mole of the town. Photo: Jo Muster"),
        Block("The harbour was closed on Monday after a storm."),
    ]
    body, paragraphs = join_blocks(blocks)
    start, end = find_lede(body, paragraphs, 0)
    assert body[start:end] == "The harbour was closed on Monday after a storm."
