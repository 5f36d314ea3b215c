"""The parsed document: an article read once by its language's model, for every module to read."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from spacy.language import Language
from spacy.tokens import Doc, Token
from spacy.util import filter_spans

from transforms.analyse.amount_words import amounts
from transforms.analyse.name_edges import trim_names
from transforms.analyse.name_tagger import Entity, NameTagger
from transforms.analyse.sentences import READ_LIMIT, cut_sentences, mark_boundaries, possible_starts, text_blocks
from transforms.analyse.words import Word, split_words
from transforms.records.analyse import Sentence
from transforms.records.extract import Article

# Cue verbs, plurals and titles are matched by listed forms, so lemmas and universal tags would be computed for nobody.
_UNUSED = ("attribute_ruler", "lemmatizer")
_LABELS = {"PER": "PERSON", "ORG": "ORG", "LOC": "GPE", "GRP": "NORP"}  # the name model's kinds as spaCy calls them
_KINDS = {label: kind for kind, label in _LABELS.items()} | {"LOC": "LOC", "FAC": "LOC"}
_NO_TAGGERS: Mapping[str, NameTagger] = {}
_UNSCORED = 1.0  # spaCy does not say how sure it is of a name
# Code points held in the model at a time: 1,000 cost it 4 MB, and more than this gains no speed.
_BATCH = 40_000


@dataclass(frozen=True)
class Document:
    """An article, its tokens (offsets are those of the body), and its sentences.

    `is_parsed` is False where no model knows the language: then tokens have neither tags nor heads. `is_tagged` is True
    where a name model has read it, parsed or not.
    """

    article: Article
    doc: Doc
    sentences: tuple[Sentence, ...]
    is_parsed: bool
    entities: tuple[Entity, ...] = ()
    is_tagged: bool = False

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.char_start for sentence in self.sentences]

    @cached_property
    def _token_starts(self) -> list[int]:
        return self._column("IDX")

    @cached_property
    def _token_lengths(self) -> list[int]:
        return self._column("LENGTH")

    @cached_property
    def _is_space(self) -> list[int]:
        return self._column("IS_SPACE")

    def _column(self, name: str) -> list[int]:
        numbers: list[int] = self.doc.to_array(name).tolist()
        return numbers

    @cached_property
    def _by_sentence(self) -> list[list[Token]]:
        return [self.tokens(sentence.char_start, sentence.char_end) for sentence in self.sentences]

    @cached_property
    def words(self) -> list[list[Word]]:
        """The words of each sentence, folded, as names and terms are looked for."""
        body = self.article.body
        return [split_words(body, sentence.char_start, sentence.char_end) for sentence in self.sentences]

    def sentence_no(self, start: int, end: int) -> int | None:
        """The sentence that holds the whole span; None where none does."""
        number = bisect_right(self._starts, start) - 1
        return number if number >= 0 and end <= self.sentences[number].char_end else None

    def tokens(self, start: int, end: int) -> list[Token]:
        """The tokens that touch the span, in order."""
        first = max(0, bisect_right(self._token_starts, start) - 1)
        last = bisect_right(self._token_starts, end - 1)
        if first < last and self._token_starts[first] + self._token_lengths[first] <= start:
            first += 1
        doc, is_space = self.doc, self._is_space
        return [doc[number] for number in range(first, last) if not is_space[number]]

    def sentence_tokens(self, number: int) -> list[Token]:
        """The tokens of a sentence; the same list at every asking."""
        return self._by_sentence[number]


def parse_articles(
    articles: Sequence[Article],
    models: Mapping[str, Language],
    plain: Language,
    taggers: Mapping[str, NameTagger] = _NO_TAGGERS,
) -> Iterator[Document]:
    """A document an article, in order; `plain` splits the words of languages that have no model.

    Where a language has a tagger, it finds the names, else the model does.
    """
    parsed = {
        language: iter(_parse(articles, language, model, taggers.get(language))) for language, model in models.items()
    }
    for article in articles:
        if article.language in parsed:
            yield next(parsed[article.language])
        else:
            yield _split_only(article, plain, taggers.get(article.language))


def _parse(
    articles: Sequence[Article], language: str, model: Language, tagger: NameTagger | None
) -> Iterable[Document]:
    mine = [article for article in articles if article.language == language]
    unused = [*_UNUSED, "ner"] if tagger else _UNUSED
    disabled = [name for name in unused if name in model.pipe_names]
    batches = (
        model.pipe([_prepare(article, model) for article in batch], disable=disabled) for batch in _batches(mine)
    )
    for article, doc in zip(mine, chain.from_iterable(batches), strict=True):
        starts = [token.idx for token in doc if token.is_sent_start]
        sentences = cut_sentences(article, text_blocks(article), starts)
        entities = _find_entities(doc, sentences, tagger)
        yield Document(article, doc, sentences, is_parsed=True, entities=entities, is_tagged=tagger is not None)


def _batches(articles: Sequence[Article]) -> Iterator[list[Article]]:
    """The articles in order, as many together as the model may hold; a longer one by itself."""
    batch: list[Article] = []
    size = 0
    for article in articles:
        length = min(len(article.body), READ_LIMIT)
        if batch and size + length > _BATCH:
            yield batch
            batch, size = [], 0
        batch.append(article)
        size += length
    if batch:
        yield batch


def _find_entities(doc: Doc, sentences: Sequence[Sentence], tagger: NameTagger | None) -> tuple[Entity, ...]:
    """The names of a document; the tagger's are written into `doc`, so that its tokens tell what they are of.

    So are times and amounts, which spaCy's names would tell.
    """
    if tagger is None:
        known = [entity for entity in doc.ents if entity.label_ in _KINDS]
        return tuple(Entity(e.start_char, e.end_char, _KINDS[e.label_], _UNSCORED) for e in known)
    entities = tagger.find(doc.text, _spans(sentences))
    spans = [doc.char_span(e.start, e.end, _LABELS[e.kind], alignment_mode="expand") for e in entities]
    named = filter_spans([span for span in spans if span is not None])
    taken = {token.i for span in named for token in span}
    doc.ents = [*named, *(span for span in amounts(doc) if span.start not in taken)]
    return tuple(entities)


def _prepare(article: Article, model: Language) -> Doc:
    doc = model.make_doc(article.body[:READ_LIMIT])
    mark_boundaries(doc, text_blocks(article))
    return doc


def _split_only(article: Article, plain: Language, tagger: NameTagger | None) -> Document:
    doc = plain.make_doc(article.body[:READ_LIMIT])
    blocks = text_blocks(article)
    starts = [start for block in blocks for start in possible_starts(article.body, block)]
    sentences = cut_sentences(article, blocks, starts)
    if tagger is None:
        return Document(article, doc, sentences, is_parsed=False)
    entities = tuple(trim_names(doc.text, tagger.find(doc.text, _spans(sentences)), article.language))
    return Document(article, doc, sentences, is_parsed=False, entities=entities, is_tagged=True)


def _spans(sentences: Sequence[Sentence]) -> list[tuple[int, int]]:
    return [(sentence.char_start, sentence.char_end) for sentence in sentences]
