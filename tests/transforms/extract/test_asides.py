from tests.transforms.extract.pages import STORY, article, paragraphs
from transforms.extract.asides import links_among
from transforms.extract.blocks import Block
from transforms.extract.boilerplate import Surroundings, sort_out
from transforms.extract.document import parse


def test_a_card_over_a_name_goes_and_the_name_stays() -> None:
    card = (
        '<span class="hover-person"><a href="/ana">Ana Example</a><span class="hover-person-card"><a href="/ana">'
        'Ana Marie Example</a><a href="/1">Mayor opens third mole</a></span></span>'
    )
    found = article(
        f"<article><h1>Harbour closed</h1>{paragraphs(STORY)}<p>Mayor {card} (R) was not there.</p></article>"
    )
    assert found.body.endswith("Mayor Ana Example (R) was not there.")
    assert "card" in {line.reason for line in found.dropped}


def test_words_of_touching_elements_are_parted_and_names_are_not() -> None:
    more = (
        "<p><b>By the quay</b><em>Nobody was hurt</em>, <span>Mc</span><span>Donald</span> of the U.<b>S.</b> "
        "Navy said.<strong><i>Later</i></strong> it rained in Sampleton.</p>"
    )
    found = article(f"<article><h1>Harbour closed</h1>{paragraphs(STORY)}{more}</article>")
    assert "By the quay Nobody was hurt, McDonald of the U.S. Navy said. Later it rained" in found.body


def test_the_lines_of_a_quote_are_not_run_together() -> None:
    quote = "<blockquote><div>We had no choice at all.</div><div>Jo Muster</div><div>Pilot</div></blockquote>"
    found = article(f"<article><h1>Harbour closed</h1>{paragraphs(STORY)}{quote}</article>")
    assert "all.Jo" not in found.body
    assert "MusterPilot" not in found.body


def test_a_pull_quote_is_dropped_where_a_paragraph_has_its_words() -> None:
    said = "The grain will rot in the ships before a single mole is mended here."
    quote = f'<blockquote class="pullquote"><p>{said}</p><p>Jo Muster</p></blockquote>'
    story = paragraphs([*STORY[:2], f"“{said}” Jo Muster said on Monday.", *STORY[2:]])
    found = article(f"<article><h1>Harbour closed</h1>{quote}{story}</article>")
    assert found.body.count(said) == 1
    assert "pull quote" in {line.reason for line in found.dropped}
    alone = article(
        f"<article><h1>Harbour closed</h1>{paragraphs(STORY)}<blockquote><p>{said}</p></blockquote></article>"
    )
    assert said in alone.body


def test_a_box_of_links_to_other_stories_is_no_text_and_a_list_that_the_text_is_about_is():
    items = ["Storms: The town counts its broken moles again", "The pilots want more money", "The first ship is in"]
    rest = [Block(line) for line in STORY]
    blocks = [*rest[:2], *[Block(item, "list") for item in items], *rest[2:]]
    kept, dropped = sort_out(blocks, Surroundings("", links=lambda lines: lines & set(items)))
    assert kept == rest
    assert [line.reason for line in dropped] == ["related"] * 3
    kept, _ = sort_out(blocks, Surroundings(""))
    assert kept == blocks


def test_a_line_is_a_link_where_the_page_has_no_more_of_it_than_a_word():
    html = (
        '<ul><li>Storms: <a href="/1">The town counts its moles</a></li><li><a href="https://a.example/2">Far</a></li>'
        '<li><a href="#top">Up</a></li></ul><p><a href="/3">The pilots</a> want more</p>'
        '<p><strong><a href="https://www.sampleton.example/4">The first ship</a></strong></p>'
    )
    tree = parse(f"<html><body>{html}</body></html>")
    assert tree is not None
    lines = ["Storms: The town counts its moles", "Far", "Up", "The pilots want more", "The first ship"]
    assert links_among(lines, tree, "news.sampleton.example") == {lines[0], lines[4]}


def test_the_caption_of_a_picture_is_no_text() -> None:
    figure = "<figure><img src='a.jpg'><figcaption>Ships wait before the broken mole.</figcaption></figure>"
    found = article(f"<article><h1>Harbour closed</h1>{paragraphs(STORY[:2])}{figure}{paragraphs(STORY[2:])}</article>")
    assert "Ships wait" not in found.body
    assert "caption" in {line.reason for line in found.dropped}
