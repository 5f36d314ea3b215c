"""A digest as one HTML file that needs nothing else: no script, no font, no picture, no request.

Three things keep strangers' text harmless: Jinja escapes every string, the environment strips control and bidi
characters from every string before that, and only plain web addresses become links. A policy in the page's head
forbids scripts and loads even if all three failed.
"""

from __future__ import annotations

from transforms.digest import wording
from transforms.digest.content import DigestContent, widest_story
from transforms.digest.pages import links_of, paths_of, printers_of, templates


def render_html(content: DigestContent) -> str:
    """The edition as a self-contained HTML page: the same bytes for the same content."""
    page = templates().get_template("digest.html.j2")
    return page.render(
        content=content,
        widest=widest_story(content),
        rankings=wording.rankings(content),
        paths=paths_of(content),
        printers=printers_of(content),
        links=links_of(content),
        queries_of_brief=wording.queries_of_brief(content),
    )
