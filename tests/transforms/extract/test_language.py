import pytest

from tests.transforms.extract.pages import article
from transforms.extract.language import find_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The harbour of the town was closed to all ships on Monday because of a heavy storm. " * 4, "en"),
        ("Der Hafen der Stadt wurde am Montag wegen eines schweren Sturms für alle Schiffe gesperrt. " * 4, "de"),
        ("Le port de la ville a été fermé lundi à tous les navires à cause d'une forte tempête. " * 4, "fr"),
    ],
)
def test_the_words_decide_where_there_are_enough(text, language):
    assert find_language(text, "it") == language


def test_what_is_declared_decides_where_there_are_few_words():
    assert find_language("Der Hafen bleibt heute gesperrt", "nl") == "nl"


def test_too_little_text_has_no_language():
    assert find_language("Hafen 7") == ""


def test_the_html_attribute_is_read_without_its_region():
    assert article(lang="en-GB").language == "en"
