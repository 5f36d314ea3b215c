from tests.transforms.extract.pages import STORY, article, paragraphs
from transforms.extract.blocks import Block, blocks_of_text, count_words, join_blocks
from transforms.extract.body import gap_between


def test_text_between_kept_parts_is_a_gap():
    page = [Block(text) for text in STORY]
    assert gap_between([page[0], page[3]], page) == count_words(STORY[1]) + count_words(STORY[2])
    assert gap_between(page[:2], page) == 0
    assert gap_between([], page) == 0


def test_words_of_a_script_without_spaces_are_counted_by_two_characters():
    assert count_words("港は嵐のため閉鎖") == 4
    assert count_words("the harbour is closed") == 4


def test_markup_in_a_told_text_becomes_lines():
    assert [block.text for block in blocks_of_text("<p>One &amp; two</p><p>three</p>")] == ["One & two", "three"]


def test_markdown_in_a_told_text_is_read_as_it_looks():
    told = "+++dropcap\n\nThe *Gull*{: .small} sank, [a pilot](https://a.example/b) said: 3 * 4 * 5.\n\n{: layout}"
    assert [block.text for block in blocks_of_text(told)] == ["The Gull sank, a pilot said: 3 * 4 * 5."]


def test_blocks_are_joined_with_their_spans():
    body, places = join_blocks([Block("One"), Block("Two", "heading")])
    assert body == "One\n\nTwo"
    assert [(place.char_start, place.char_end, place.kind) for place in places] == [(0, 3, "text"), (5, 8, "heading")]


def test_line_breaks_in_a_paragraph_part_it_and_table_cells_do_not_run_together():
    found = article(
        f"<article><h1>Harbour closed</h1>{paragraphs(STORY)}<p>First line<br><br>second line of it</p>"
        "<table><tr><td>Grain</td><td>one million</td></tr></table></article>"
    )
    texts = [found.body[place.char_start : place.char_end] for place in found.paragraphs]
    assert "Grainone" not in found.body
    assert "First line" in texts


def test_lists_and_quotes_have_their_kind():
    found = article(
        f"<article><h1>Harbour closed</h1>{paragraphs(STORY)}<ul><li>The first mole is gone, said the mayor</li></ul>"
        "<blockquote>We had no choice, and we would do it again.</blockquote></article>"
    )
    assert {place.kind for place in found.paragraphs} == {"text", "list", "quote"}
