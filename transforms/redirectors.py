"""Addresses that hold another: redirectors, click counters, caches. Where they lead is read without asking them."""

from __future__ import annotations

import re
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

_MAX_DEPTH = 4  # a newsletter's click counter around a search engine's around a cache; deeper is somebody's joke

# Hosts whose every address with such a parameter leads on. A host stands for those below it.
_PARAMETERS = {
    "facebook.com": "u", "messenger.com": "u", "instagram.com": "u", "threads.net": "u", "bing.com": "url",
    "safelinks.protection.outlook.com": "url", "urldefense.proofpoint.com": "u", "out.reddit.com": "url",
    "t.umblr.com": "z", "vk.com": "to", "away.vk.com": "to", "youtube.com": "q", "linkedin.com": "url",
    "slack-redir.net": "url", "duckduckgo.com": "uddg", "translate.google.com": "u", "steamcommunity.com": "url",
    "viglink.com": "u", "linksynergy.com": "murl", "go.skimresources.com": "url", "getpocket.com": "url",
    "feedly.com": "url", "disq.us": "url", "cl.s6.exct.net": "qs", "news.google.com": "url",
}  # fmt: skip
# Such hosts have other pages too: only these paths of theirs lead on.
_PATHS = {
    "facebook.com": ("/l.php", "/flx/warn"), "messenger.com": ("/l.php",), "instagram.com": ("/",),
    "vk.com": ("/away",), "threads.net": ("/",), "bing.com": ("/news/apiclick", "/ck/"), "youtube.com": ("/redirect",),
    "linkedin.com": ("/redir", "/safety/go"), "duckduckgo.com": ("/l/",), "steamcommunity.com": ("/linkfilter",),
    "getpocket.com": ("/redirect", "/save"), "news.google.com": ("/news/url",),
}  # fmt: skip
_GOOGLE = re.compile(r"(?:^|\.)google\.(?:com|co|[a-z]{2})(?:\.[a-z]{2})?$")
_LEADS_ON = re.compile(
    r"(?:^|/)(?:redirect(?:or|s|ion)?|redir|rd|out(?:bound|going)?|away|go|goto|click(?:s|thru|through|track)?|track(?:er)?|"
    r"link|l|r|jump|exit|leave|apiclick|linkfilter)(?:\.(?:php|aspx?|jsp|cgi|html?))?/?$",
    re.IGNORECASE,
)
_NAMES = (
    "url",
    "u",
    "target",
    "to",
    "dest",
    "destination",
    "redirect",
    "redirect_url",
    "redirecturl",
    "link",
    "goto",
    "q",
)
_AMP_CACHE = re.compile(r"/(?:[a-z]/)?(?:(s)/)?([^/]+\.[^/]+)(/.*)?$")
_URL_DEFENSE = re.compile(r"/v3/__(https?:/+.+?)__(?:;|$)")
_YAHOO = re.compile(r"/RU=([^/]+)/")


def unwrapped(url: str) -> str:
    """The address that an absolute address leads to by its own words; itself where it says none.

    Known redirectors, the AMP caches and viewers, mail protectors, and any path such as /redirect with an address in
    its query. Short addresses say nothing of where they lead: those are known again by where they are redirected.
    """
    for _ in range(_MAX_DEPTH):
        inner = _inner(url)
        if inner is None or inner == url:
            return url
        url = inner
    return url


def _inner(url: str) -> str | None:
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").lower()
        found = _of_amp(parts, host) or _of_path(parts, host) or _of_query(parts, host)
        return found if found and urlsplit(found).hostname else None
    except ValueError:  # brackets that are no address
        return None


def _of_amp(parts: SplitResult, host: str) -> str | None:
    """google.com/amp/s/example.org/a, example-org.cdn.ampproject.org/c/s/example.org/a."""
    if host == "cdn.ampproject.org" or host.endswith((".cdn.ampproject.org", ".bing-amp.com")):
        path = parts.path
    elif _GOOGLE.search(host) and parts.path.startswith("/amp/"):
        path = parts.path.removeprefix("/amp")
    else:
        return None
    found = _AMP_CACHE.match(path)
    if not found:
        return None
    query = f"?{parts.query}" if parts.query else ""
    return f"http{'s' if found[1] else ''}://{found[2]}{found[3] or '/'}{query}"


def _of_path(parts: SplitResult, host: str) -> str | None:
    """Addresses in the path or as the whole query: mail protectors, search results, hiders of referrers."""
    if host.endswith("urldefense.com") and (found := _URL_DEFENSE.search(parts.path)):
        return re.sub(r"^(https?):/+", r"\1://", found[1])
    if host.endswith("search.yahoo.com") and (found := _YAHOO.search(parts.path)):
        return _address(unquote(found[1]))
    if host in ("href.li", "anonym.to", "anon.to", "nullrefer.com"):
        return _address(unquote(parts.query))
    return None


def _of_query(parts: SplitResult, host: str) -> str | None:
    if "=" not in parts.query:
        return None
    values = {name.lower(): value for name, value in reversed(parse_qsl(parts.query))}
    if _GOOGLE.search(host) and parts.path == "/url":
        return _address(values.get("url") or values.get("q") or "")
    known = next((name for name in _PARAMETERS if host == name or host.endswith(f".{name}")), None)
    if known and parts.path.startswith(_PATHS.get(known, ("/",))):
        return _address(_decoded(values.get(_PARAMETERS[known], ""), known))
    if _LEADS_ON.search(parts.path):
        return next((found for name in _NAMES if (found := _address(values.get(name, "")))), None)
    return None


def _decoded(value: str, host: str) -> str:
    """Proofpoint writes "-3A" for "%3A" and "_" for "/"."""
    return unquote(value.replace("_", "/").replace("-", "%")) if host == "urldefense.proofpoint.com" else value


def _address(text: str) -> str | None:
    """The text where it is an http address with a name of several parts."""
    text = text.strip()
    try:
        parts = urlsplit(text)
        return text if parts.scheme in ("http", "https") and "." in (parts.hostname or "") else None
    except ValueError:
        return None
