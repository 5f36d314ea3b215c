"""The parsed document: what the model is given at once, and that it changes nothing of what is read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, cast

from spacy.language import Language
from spacy.tokens import Doc

from tests.transforms.analyse.conftest import written
from transforms.analyse.document import parse_articles

SENTENCE = "The harbour board of Bergen met the crews on Tuesday and lifted its ban. "


class Watched:
    """A model that notes how many code points it is given at once."""

    def __init__(self, model: Language) -> None:
        self.model = model
        self.held: list[int] = []

    def pipe(self, docs: Iterable[Doc], **how: Any) -> Iterator[Doc]:
        given = list(docs)
        self.held.append(sum(len(doc.text) for doc in given))
        return self.model.pipe(given, **how)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.model, name)


def test_long_texts_are_not_held_in_the_model_together(nlp: Language) -> None:
    lengths = [300, 10, 10, 600, 5]  # sentences: the fourth is longer than what is read together
    articles = [written((SENTENCE * count).strip()) for count in lengths]
    watched = Watched(nlp)

    documents = list(parse_articles(articles, {"en": cast("Language", watched)}, nlp))

    assert [document.article for document in documents] == articles
    assert [len(document.sentences) for document in documents] == lengths
    assert watched.held == [len(articles[0].body) + sum(len(a.body) for a in articles[1:3]), *map(
        len, (articles[3].body, articles[4].body)
    )]  # fmt: skip


def test_a_text_is_parsed_alike_alone_and_among_others(nlp: Language) -> None:
    articles = [written(SENTENCE * count) for count in (2, 30, 7)]
    together = [[token.dep_ for token in one.doc] for one in parse_articles(articles, {"en": nlp}, nlp)]
    alone = [[token.dep_ for token in next(iter(parse_articles([a], {"en": nlp}, nlp))).doc] for a in articles]
    assert together == alone


def test_a_sentence_has_its_tokens_without_white_space(nlp: Language) -> None:
    article = written("Crews  left.\n\nThe port closed.")
    document = next(iter(parse_articles([article], {"en": nlp}, nlp)))
    assert [[token.text for token in document.sentence_tokens(n)] for n in (0, 1)] == [
        ["Crews", "left", "."],
        ["The", "port", "closed", "."],
    ]
