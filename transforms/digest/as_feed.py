"""Digests as feeds, so that a feed reader brings them: Atom (RFC 4287), RSS 2.0 and JSON Feed 1.1.

Addresses are absolute where the project says where its digests are on the web; otherwise an Atom feed names them by
their place beside it, and the two others, which know no such thing, hold the text alone.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime
from xml.etree import ElementTree

from transforms.digest.as_mail import render_summary, subject
from transforms.digest.as_text import in_short, render_text
from transforms.digest.content import DigestContent
from transforms.digest.wording import coverage_sentence, volume_sentence
from transforms.text import clean_text

_ATOM = "http://www.w3.org/2005/Atom"
_TITLE = "Dateline"
_SUBTITLE = "What the press said, once a day."
_ID = "urn:dateline:digests"
_BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)  # when a feed without a digest was last changed


@dataclass(frozen=True)
class Issue:
    """An edition, and when it was written."""

    content: DigestContent
    written_at: datetime

    @property
    def issue_id(self) -> str:
        """The same for every edition of a day, so that a later one takes the former's place."""
        return f"{_ID}:{self.content.day}"

    @property
    def path(self) -> str:
        """Where its page stands beside the feed."""
        return f"{self.content.day}/index.html"


def issue_of(content: DigestContent, written_at: datetime) -> Issue:
    """The issue of an edition, with no text of a stranger longer than a sentence should be."""
    return Issue(in_short(content), written_at)


def render_atom(issues: Sequence[Issue], site: str = "") -> str:
    """The issues as an Atom feed, in the order given; `site` is the address of the folder of digests."""
    ElementTree.register_namespace("", _ATOM)
    feed = ElementTree.Element(f"{{{_ATOM}}}feed", {"xml:lang": "en"})
    _add(feed, "title", _TITLE)
    _add(feed, "subtitle", _SUBTITLE)
    _add(feed, "id", site or _ID)
    _add(feed, "updated", _stamp(max((issue.written_at for issue in issues), default=_BEGINNING)))
    _add(ElementTree.SubElement(feed, f"{{{_ATOM}}}author"), "name", _TITLE)
    _add(feed, "link", "", href=f"{site}index.html", rel="alternate", type="text/html")
    if site:
        _add(feed, "link", "", href=f"{site}feed.xml", rel="self", type="application/atom+xml")
    for issue in issues:
        _entry(ElementTree.SubElement(feed, f"{{{_ATOM}}}entry"), issue, site)
    ElementTree.indent(feed)
    written = ElementTree.tostring(feed, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{written}\n'


def _entry(entry: ElementTree.Element, issue: Issue, site: str) -> None:
    content = issue.content
    _add(entry, "title", subject(content))
    _add(entry, "id", issue.issue_id)
    _add(entry, "link", "", href=f"{site}{issue.path}", rel="alternate", type="text/html")
    _add(entry, "published", _stamp(content.window_end))
    _add(entry, "updated", _stamp(issue.written_at))
    _add(entry, "summary", _summary(content))
    _add(entry, "content", render_summary(content), type="html")


def render_rss(issues: Sequence[Issue], site: str = "") -> str:
    """The issues as an RSS 2.0 feed, in the order given; its address of itself is the only word that is not RSS."""
    rss = ElementTree.Element("rss", version="2.0")
    channel = ElementTree.SubElement(rss, "channel")
    built = max((issue.written_at for issue in issues), default=_BEGINNING)
    about = (("title", _TITLE), ("link", f"{site}index.html" if site else _ID), ("description", _SUBTITLE))
    for tag, text in (*about, ("language", "en"), ("lastBuildDate", _mail_stamp(built))):
        _plain(channel, tag, text)
    if site:
        _add(channel, "link", "", href=f"{site}rss.xml", rel="self", type="application/rss+xml")
    for issue in issues:
        _rss_item(ElementTree.SubElement(channel, "item"), issue, site)
    ElementTree.indent(rss)
    ElementTree.register_namespace("atom", _ATOM)
    written = ElementTree.tostring(rss, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{written}\n'


def _rss_item(item: ElementTree.Element, issue: Issue, site: str) -> None:
    _plain(item, "title", subject(issue.content))
    if site:
        _plain(item, "link", f"{site}{issue.path}")
    _plain(item, "guid", issue.issue_id, isPermaLink="false")
    _plain(item, "pubDate", _mail_stamp(issue.content.window_end))
    _plain(item, "description", render_summary(issue.content))


def render_json_feed(issues: Sequence[Issue], site: str = "") -> str:
    """The issues as a JSON feed, in the order given."""
    feed: dict[str, object] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": _TITLE,
        "description": _SUBTITLE,
        "language": "en",
        "items": [_item(issue, site) for issue in issues],
    }
    if site:
        feed |= {"home_page_url": f"{site}index.html", "feed_url": f"{site}feed.json"}
    return json.dumps(feed, ensure_ascii=False, indent=1) + "\n"


def _item(issue: Issue, site: str) -> dict[str, str]:
    content = issue.content
    address = {"url": f"{site}{issue.path}"} if site else {}
    return {
        "id": issue.issue_id,
        **address,
        "title": subject(content),
        "summary": _summary(content),
        "content_html": render_summary(content),
        "content_text": render_text(content),
        "date_published": _stamp(content.window_end),
        "date_modified": _stamp(issue.written_at),
    }


def _summary(content: DigestContent) -> str:
    return f"{volume_sentence(content.volume)} {coverage_sentence(content.coverage)}"


def _stamp(moment: datetime) -> str:
    """RFC 3339, to the second."""
    return moment.replace(microsecond=0).isoformat()


def _mail_stamp(moment: datetime) -> str:
    """RFC 822 with a year of four digits, as RSS has it."""
    return format_datetime(moment.replace(microsecond=0))


def _plain(parent: ElementTree.Element, tag: str, text: str, **attributes: str) -> None:
    ElementTree.SubElement(parent, tag, attributes).text = clean_text(text) or None


def _add(parent: ElementTree.Element, tag: str, text: str, **attributes: str) -> None:
    _plain(parent, f"{{{_ATOM}}}{tag}", text, **attributes)
