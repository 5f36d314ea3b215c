"""A digest as a mail: text and HTML of the same content, styles inlined, no picture, nothing to load.

A mail must stay whole: some programs cut HTML at 102 KB, so a long day is told with fewer stories and says so.
"""

from __future__ import annotations

from dataclasses import replace
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from transforms.digest import wording
from transforms.digest.as_text import in_short, render_text
from transforms.digest.content import DigestContent, widest_story
from transforms.digest.links import safe_address
from transforms.digest.pages import templates
from transforms.text import make_id

MOST_BYTES = 100_000  # of the whole mail, headers and both parts
_STEPS = ((8, 8), (6, 5), (4, 3), (3, 1), (1, 0), (0, 0))  # stories, and lines of each list beside them

_STYLES = {  # mail programs read styles of elements, and few of style sheets
    "body": "margin:0;padding:16px;background:#fbfaf6;color:#1c1a17;font:16px/1.5 Georgia,serif",
    "page": "max-width:640px;margin:0 auto",
    "paper": "margin:0;color:#8c2b1d;font:600 13px/1.5 sans-serif;letter-spacing:3px",
    "h1": "margin:4px 0 8px;font:500 30px/1.2 Georgia,serif",
    "h2": "margin:32px 0 12px;padding-top:8px;border-top:3px double #5d574e;font:500 22px/1.2 Georgia,serif",
    "h3": "margin:24px 0 4px;font:600 20px/1.25 Georgia,serif",
    "h4": "margin:16px 0 4px;color:#8c2b1d;font:600 13px/1.5 sans-serif",
    "p": "margin:0 0 10px",
    "small": "margin:0 0 10px;color:#5d574e;font:13px/1.5 sans-serif",
    "cite": "color:#5d574e;font:normal 13px/1.5 sans-serif",
    "quote": "margin:0 0 10px;padding-left:12px;border-left:2px solid #d8d2c5",
    "list": "margin:0 0 10px;padding-left:20px",
    "a": "color:#1c1a17",
}


def render_mail(content: DigestContent, sender: str, to: str = "", address: str = "") -> bytes:
    """The edition as a mail of under 100 KB: the same bytes for the same content.

    `sender` and `to` are addresses for the heads; `address` is the edition's page on the web, "" where it has none.
    """
    made, content = b"", in_short(content)
    for stories, lines in _STEPS:
        made = _mail(content, _fewer(content, stories, lines), (sender, to, address))
        if len(made) < MOST_BYTES:
            break
    return made


def _fewer(content: DigestContent, stories: int, lines: int) -> DigestContent:
    """The content with its first stories, and with the first lines of each list."""
    actors, topics, places, pairs = (
        replace(ranking, rose=ranking.rose[:lines], faded=ranking.faded[:lines])
        for ranking in (content.actors, content.topics, content.places, content.pairs)
    )
    return replace(
        content,
        stories=content.stories[:stories],
        watchlists=content.watchlists[: 2 * lines],
        edition_changes=content.edition_changes[: 2 * lines],
        newcomers=replace(content.newcomers, names=content.newcomers.names[:lines]),
        changes=replace(content.changes, articles=content.changes.articles[: 2 * lines]),
        feeds=replace(content.feeds, feeds=content.feeds.feeds[: 2 * lines]),
        actors=actors,
        topics=topics,
        places=places,
        pairs=pairs,
        one_sided=replace(content.one_sided, things=content.one_sided.things[:lines]),
    )


def _mail(content: DigestContent, shown: DigestContent, heads: tuple[str, str, str]) -> bytes:
    sender, to, address = (wording.one_line(head) for head in heads)
    left_out = len(content.stories) - len(shown.stories)
    page = (
        templates()
        .get_template("mail.html.j2")
        .render(
            content=shown,
            widest=widest_story(content),
            rankings=wording.rankings(shown),
            left_out=left_out,
            address=safe_address(address),
            style=_STYLES,
        )
    )
    more = f"\n{wording.many(left_out, 'more story', 'more stories')} in the full edition.\n" if left_out else ""
    where = f"\nThe full edition: {address}\n" if safe_address(address) else ""
    key = make_id(sender, to, page)
    mail = EmailMessage(policy=SMTP)
    mail["Subject"] = subject(content)
    mail["From"] = sender
    if to:
        mail["To"] = to
    mail["Date"] = format_datetime(content.window_end)
    mail["Message-ID"] = f"<{content.day}.{content.edition}.{key}@dateline.invalid>"
    mail.set_content(render_text(shown) + more + where, cte="quoted-printable")
    mail.add_alternative(page, subtype="html", cte="quoted-printable")
    mail.set_boundary(f"dateline-{key}")
    return mail.as_bytes()


def subject(content: DigestContent) -> str:
    """Dateline, Sunday 8 March 2026: 12 articles from 5 outlets"""
    counts = content.volume.counts
    told = f"Dateline, {wording.date_words(content.day)}: {wording.many(counts.article_count, 'article')}"
    edition = f" (edition {content.edition})" if content.edition > 1 else ""
    return f"{told} from {wording.many(counts.outlet_count, 'outlet')}{edition}"


def render_summary(content: DigestContent) -> str:
    """The three sentences and the headlines as a piece of HTML: what a feed shows of an edition."""
    return templates().get_template("summary.html.j2").render(content=content, widest=widest_story(content))
