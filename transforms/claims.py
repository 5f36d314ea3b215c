"""What a page says of its own address: believed only as far as the page can know it."""

from __future__ import annotations

from urllib.parse import urlsplit

from transforms.ids import article_id
from transforms.urls import absolute_url, article_key, same_site

CANONICAL, REDIRECT = "canonical", "redirect"


def canonical_claim(page_url: str, canonical_url: str | None) -> str | None:
    """The id of the article that a page names as its own by its canonical link; None where it is not to be believed.

    Believed within the page's own site alone, and not where the link leads to the front page or to a section that the
    page lies in, as careless templates have it.
    """
    page, canonical = absolute_url(page_url), absolute_url(canonical_url or "")
    if page is None or canonical is None or article_key(page) == article_key(canonical):
        return None
    if not same_site(page, canonical) or _is_above(canonical, page):
        return None
    return article_id(article_key(canonical))


def redirect_claim(asked_url: str, final_url: str | None, permanent_url: str | None) -> str | None:
    """The id of the article that an address leads to; None where it leads to itself, or only for the moment.

    Believed where every redirect is permanent, or where it leads to another site, as all short addresses do.
    """
    if final_url is None or (final_url != permanent_url and same_site(asked_url, final_url)):
        return None
    final, asked = article_id(article_key(final_url)), article_id(article_key(asked_url))
    return None if final == asked else final


def _is_above(canonical: str, page: str) -> bool:
    """Whether the canonical address is the front page, or a folder that the page lies in."""
    above, below = (urlsplit(url) for url in (canonical, page))
    folders = [part for part in above.path.split("/") if part]
    place = [part for part in below.path.split("/") if part]
    is_folder = len(folders) < len(place) and place[: len(folders)] == folders
    return not above.query and (not folders or is_folder)
