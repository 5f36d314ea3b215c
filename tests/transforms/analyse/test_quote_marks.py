import pytest

from transforms.analyse.quote_marks import find_quoted
from transforms.analyse.sentences import Block


def quoted(body: str) -> list[str]:
    blocks = []
    start = 0
    for number, text in enumerate(body.split("\n\n")):
        blocks.append(Block(start, start + len(text), number))
        start += len(text) + 2
    return [body[span.start : span.end] for span in find_quoted(body, blocks)]


@pytest.mark.parametrize(
    ("body", "inside"),
    [
        ('"We wait," he said, "and hope."', ["We wait,", "and hope."]),
        ("“We wait,” he said.", ["We wait,"]),
        ("‘We wait for the men’s answer,’ he said.", ["We wait for the men’s answer,"]),
        ("'We don't wait,' he said. It's late.", ["We don't wait,"]),
        ("‘The workers’ hall is shut,’ he said.", ["The workers’ hall is shut,"]),
        ("“We wait,’’ he said. “We hope.’’", ["We wait,", "We hope."]),
        ("« On attend », dit-il.", ["On attend"]),
        ("„Wir warten“, sagte er.", ["Wir warten"]),
        ("»Wir warten«, sagte er.", ["Wir warten"]),
        ("“He said ‘wait’ and left,” she said.", ["He said ‘wait’ and left,"]),
        ("A 12\" pipe and the workers' hall.", []),
        ("The '90s and the girls' school.", []),
        ('He said ("not yet") and left.', ["not yet"]),
    ],
)
def test_marks_of_every_house_style_are_paired(body: str, inside: list[str]) -> None:
    assert quoted(body) == inside


def test_a_quotation_over_paragraphs_is_a_row_a_paragraph() -> None:
    body = '"We wait.\n\n"We hope," he said.'
    assert quoted(body) == ["We wait.", "We hope,"]


def test_an_opening_mark_that_is_never_closed_is_passed_over() -> None:
    assert quoted('He said "we wait.\n\nThen he left.') == []
