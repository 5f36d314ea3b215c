"""What an article cites: outlets and agencies by name, and what it takes from documents, posts and nameless sources."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from transforms.analyse.actors import People
from transforms.analyse.citation_cues import OUTLET_NOUNS, REPORTING
from transforms.analyse.citation_links import Link, link_of
from transforms.analyse.document import Document
from transforms.analyse.hashed import hashed
from transforms.analyse.nameless_sources import find_nameless
from transforms.analyse.outlets import OutletName, Outlets
from transforms.analyse.words import split_words
from transforms.records.analyse import Citation
from transforms.records.seeds import KnownOutlet

_ADVERB = r"(?:\s+(?:has|had|have|also|first|earlier|previously|recently|since|then))*"
_VERBS = "|".join(sorted((verb for verb in REPORTING if not verb.startswith(("put", "point"))), key=len, reverse=True))
_AFTER = re.compile(rf"(?:\s+(?:newspaper|magazine|news agency|agency))?{_ADVERB}\s+(?P<cue>{_VERBS})\b(?!\s+by\b)")
_BEFORE = re.compile(
    r"(?P<cue>according to|citing|cited by|reported by|told|as per|per|quoted by|in an interview with"
    r"|in comments to|said in)\s+(?:the\s+)?(?:\w+\s+news\s+agency\s+|state\s+media\s+)?$",
    re.IGNORECASE,
)
_OUTLET_NOUNS = hashed(OUTLET_NOUNS)
_UNLISTED = 0.8  # what is left of the trust where only the form of the name says that it is an outlet
_VIA = frozenset(("told", "in an interview with", "in comments to", "said in"))
_PAPER = re.compile(
    r"(?:\b[Tt]he )?(?P<name>(?:[A-Z][\w.’-]+ ){1,3}(?:Times|Post|Journal|Tribune|Herald|Globe|Observer|Chronicle"
    r"|Telegraph|Gazette|Sentinel|Inquirer|Examiner|Courier|Dispatch|Register|Monitor|Mirror|Independent|Bee"
    r"|Daily News))\b"
)
_LINE_START = re.compile(r"(?:^|\n)(?:[Tt]he )?$")
_SIGNED = re.compile(r"\([^()\n]{2,40}\)\s*(?:[–—]|--?)\s")


@dataclass(frozen=True)
class _Named:
    """An outlet's name in the text, and the outlet that it is; None for a name that only looks like one."""

    sentence_no: int
    start: int
    end: int
    name: OutletName | None


def find_citations(document: Document, people: People, outlets: Outlets) -> tuple[Citation, ...]:
    """The citations of a document in order: who is cited, as what, and by which words."""
    named = [one for one in _names(document, outlets) if not _is_person(people, one)]
    bylines = list(_bylines(document, outlets))
    signed = [(one.char_start, one.char_end) for one in bylines]
    named = [one for one in named if (one.start, one.end) not in signed]
    found = [*bylines, *(citation for one in named if (citation := _cited(document, one)))]
    found += _again(document, named)
    found += find_nameless(document, [(one.start, one.end) for one in named])
    return tuple(sorted(found, key=lambda one: (one.char_start, one.char_end)))


def _names(document: Document, outlets: Outlets) -> list[_Named]:
    """The outlets' names in the text; of a short form ("the Times") that which the article gave in full before."""
    body = document.article.body
    found: list[_Named] = []
    for number, words in enumerate(document.words):
        for start, end, names in outlets.find(body, words):
            name = _which(names, found)
            if not (name.is_word and _is_own(document, name)):
                found.append(_Named(number, start, end, name))
        found += _unlisted(document, number, found)
    return found


def _is_own(document: Document, name: OutletName) -> bool:
    """Whether a short name is the outlet's own ("the Standard" in the Northgate Standard) and not the one it names."""
    own = document.article.outlet_name
    return own.endswith(f" {name.surface}") and own != name.outlet.name


def _unlisted(document: Document, number: int, found: Sequence[_Named]) -> list[_Named]:
    """Names in a sentence that end as papers' names do, though the seeds list no such outlet."""
    sentence, body = document.sentences[number], document.article.body
    taken = [(one.start, one.end) for one in found if one.sentence_no == number]
    return [
        _Named(number, match.start("name"), match.end(), None)
        for match in _PAPER.finditer(body, sentence.char_start, sentence.char_end)
        if not any(match.start() < end and start < match.end() for start, end in taken)
    ]


def _which(names: Sequence[OutletName], before: Sequence[_Named]) -> OutletName:
    """Of the outlets of one name, the one named last before; else the first that is not merely a short form."""
    for one in reversed(before):
        for name in names:
            if one.name and name.outlet.outlet_id == one.name.outlet.outlet_id:
                return name
    return min(names, key=lambda name: (name.is_short, name.outlet.name))


def _is_person(people: People, named: _Named) -> bool:
    """Whether the name is a part of a person's ("Dawn Reyes"), and not what stands before one ("CNN’s Ruth Adler")."""
    return any(
        mention.kind == "person" and mention.char_start <= named.start and named.end <= mention.char_end
        for mention in people.mentions
        if mention.sentence_no == named.sentence_no
        and " " in mention.surface
        and not re.match(r"[’']s?\b", mention.surface[named.end - mention.char_start :])
    )


def _cited(document: Document, named: _Named) -> Citation | None:
    link = _link(document, named)
    if link is None:
        return None
    text = document.article.body[named.start : named.end]
    if named.name is None:
        return Citation(
            named.sentence_no, named.start, named.end, text, "outlet", link.relation, None, "", link.cue,
            round(link.confidence * _UNLISTED, 3), link.method,
        )  # fmt: skip
    outlet = named.name.outlet
    return Citation(
        named.sentence_no, named.start, named.end, text, _kind(outlet), link.relation, outlet.outlet_id, outlet.name,
        link.cue, link.confidence, link.method,
    )  # fmt: skip


def _kind(outlet: KnownOutlet) -> str:
    return "agency" if outlet.is_agency else "outlet"


def _link(document: Document, named: _Named) -> Link | None:
    body = document.article.body
    if document.is_parsed:
        tokens = document.tokens(named.start, named.end)
        link = link_of(tokens)
        if link is not None or _owns_somebody(tokens):
            return link
    if match := _BEFORE.search(body, max(0, named.start - 60), named.start):
        cue = match["cue"].lower()
        return Link("via" if cue in _VIA else "source", cue, 0.75, "cites-by-words")
    if body.startswith(": ", named.end) and _LINE_START.search(body[max(0, named.start - 5) : named.start]):
        return Link("source", "", 0.7, "cites-by-words")
    if match := _AFTER.match(body, named.end):
        return Link("source", match["cue"], 0.75, "cites-by-words")
    return None


def _owns_somebody(tokens: Sequence[Token]) -> bool:
    """ "CNN’s Ruth Adler said": the outlet is no more than where she works."""
    last = tokens[-1] if tokens else None
    return last is not None and last.dep_ in ("poss", "compound") and last.head.tag_ == "NNP"


def _bylines(document: Document, outlets: Outlets) -> Iterator[Citation]:
    """ "OSLO (AP) —": the agency that sent the report."""
    body = document.article.body
    end = max([document.article.dateline_end, *(match.end() for match in _SIGNED.finditer(body))], default=0)
    words = split_words(body, 0, end) if document.sentences else []
    for first, last, names in outlets.find(body, words):
        if last <= document.article.dateline_end or _SIGNED.match(body, first - 1):
            number = document.sentence_no(first, last) or 0
            outlet = names[0].outlet
            yield Citation(
                number, first, last, body[first:last], _kind(outlet), "byline", outlet.outlet_id, outlet.name, "", 0.95,
                "cites-by-byline",
            )  # fmt: skip


def _again(document: Document, named: Sequence[_Named]) -> Iterator[Citation]:
    """ "The newspaper said": the outlet that was named last."""
    for token in document.doc if document.is_parsed and named else ():
        if token.lower not in _OUTLET_NOUNS or not _is_definite(token):
            continue
        before = [one for one in named if one.end < token.idx]
        link = link_of([token])
        first = token.left_edge if token.left_edge.lower_ in ("the", "this") else token
        start, end = first.idx, token.idx + len(token)
        number = document.sentence_no(start, end)
        last = before[-1].name if before else None
        if last is not None and link is not None and number is not None:
            yield Citation(
                number, start, end, document.article.body[start:end], _kind(last.outlet),
                link.relation, last.outlet.outlet_id, last.outlet.name, link.cue, 0.6, "cites-by-anaphor",
            )  # fmt: skip


def _is_definite(token: Token) -> bool:
    """ "The newspaper" alone, not "the Chicago newspaper" nor "a newspaper"."""
    return [child.lower_ for child in token.children if child.i < token.i] == ["the"]
