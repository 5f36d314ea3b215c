"""Addresses: one spelling for each, the site it belongs to, and the key by which an article is known again."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from ipaddress import ip_address
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, quote, unquote_to_bytes, urljoin, urlsplit, urlunsplit

import idna

from transforms.redirectors import unwrapped

if TYPE_CHECKING:
    from tldextract import TLDExtract

_DEFAULT_PORTS = {"http": 80, "https": 443}
_LINE_BREAKS = re.compile(r"[\t\r\n]")
_ASCII_HOST = re.compile(r"[a-z0-9_](?:[a-z0-9_.-]*[a-z0-9_])?")
_STRAY_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_ESCAPE = re.compile(r"%[0-9A-Fa-f]{2}")
_PATH_SAFE = "%/:@!$&'()*+,;=~"  # RFC 3986 pchar, and the escapes that are there already
_QUERY_SAFE = _PATH_SAFE + "?"

# Parameters that tell the publisher where a reader came from and never which page is meant: marks of campaigns,
# clicks and newsletters. A name that any site may use for identity (id, p, page, lang, ...) must not stand here.
_TRACKING_PREFIXES = (
    "utm_",  # Google Analytics and everyone after it
    "hsa_",  # HubSpot advertisements
    "pk_",  # Piwik
    "mtm_",  # Matomo
    "at_",  # AT Internet, Piano: BBC, France Télévisions
    "sara_",  # Der Spiegel
    "wt_",  # Webtrekk, Mapp
    "_branch_",  # Branch
)
_TRACKING_WORDS = (
    "fbclid gclid gclsrc dclid gbraid wbraid msclkid yclid ymclid twclid ttclid igshid igsh li_fat_id epik "  # clicks
    "mc_cid mc_eid mkt_tok _hsenc _hsmi __hstc __hssc __hsfp hsctatracking oly_anon_id oly_enc_id vero_id vero_conv "
    "sfmc_id wickedid rb_clickid s_cid _openstat "  # newsletters
    "ns_mchannel ns_source ns_campaign ns_linkname ns_fee xtor ito ocid cmpid smid smtyp emc ftag "  # press
    "guccounter guce_referrer guce_referrer_sig ref_src ref_url sfnsn __twitter_impression "
    "_ga _gl srsltid gad_source gad_campaignid ttclid rdt_cid sc_cid wbraid twsrc twterm traffic_source dicbo wprov "
    "ns_mchannel cmpid icid ncid tblci taid fb_action_ids fb_action_types fb_source action_object_map spm "
    "phpsessid jsessionid aspsessionid"
)
_TRACKING_NAMES = frozenset(_TRACKING_WORDS.split())
# Names that may hold identity; they are marks only with a value that names a channel: ?source=lusa stays.
_CHANNEL_NAMES = frozenset(
    (
        "ref",
        "source",
        "src",
        "from",
        "partner",
        "cmp",
        "campaign",
        "referrer",
        "referer",
        "via",
        "origin",
        "share",
        "sharer",
    )
)
_CHANNEL_VALUES = re.compile(
    r"(?:rss|atom|feed|feedburner|google[_-]?news|gnews|news[_-]?google|facebook|fb|twitter|tw|x|whatsapp|telegram|linkedin|"
    r"instagram|reddit|pinterest|bluesky|mastodon|flipboard|apple[_-]?news|smartnews|newsletter|e?mail|push|social|share|"
    r"sharing|share[_-]btn.*|homepage|home|hp|app|android|ios|web|mobile|desktop)"
    r"(?:[_-]?(?:feed|rss|news|share|post|app|link|button))?"
)
_TWIN_LABEL = re.compile(r"www\d?|m|mobile|mobil|amp|touch|wap|mobi")
_UNRESERVED = re.compile(r"%(?:2D|2E|5F|7E|3\d|[46][1-9A-F]|[57][0-9A])")
_NOT_ASCII = re.compile(r"(?:%[89A-F][0-9A-F])+")
_SESSION = re.compile(r";(?:jsessionid|phpsessid|sid)=[^/;?]*", re.IGNORECASE)
_INDEX = re.compile(r"/index\.(?:html?|php|aspx?|jsp)$", re.IGNORECASE)


def absolute_url(url: str, base: str | None = None) -> str | None:
    """The address as it can be asked for: absolute, http or https, ASCII; None where it is none.

    International host names become IDNA, other characters UTF-8 escapes; default ports, dot segments and needless
    escapes go. So do fragments, but for the routes of one-page sites (#!/story/1), which say what is meant. User names
    and passwords are taken off: they must not reach an archive.
    """
    try:
        text = _LINE_BREAKS.sub("", url.strip())
        parts = urlsplit(urljoin(base, text) if base else text)
        host, port = _ascii_host(parts.hostname or ""), parts.port
    except ValueError:  # brackets, ports and surrogates that are none
        return None
    if parts.scheme not in _DEFAULT_PORTS or not host:
        return None
    shown_port = "" if port in (None, _DEFAULT_PORTS[parts.scheme]) else f":{port}"
    path, query = _without_dots(_escape(parts.path, _PATH_SAFE)), _escape(parts.query, _QUERY_SAFE)
    route = _escape(parts.fragment, _QUERY_SAFE) if parts.fragment.startswith(("!", "/")) else ""
    return urlunsplit((parts.scheme, host + shown_port, path, query, route))


def normalise_url(url: str, base: str | None = None) -> str | None:
    """`absolute_url` without the known tracking parameters; all others stay, in their order."""
    absolute = absolute_url(url, base)
    if absolute is None or "?" not in absolute:
        return absolute
    parts = urlsplit(absolute)
    kept = [pair for pair in parts.query.split("&") if pair and not _is_tracking(pair)]
    return urlunsplit(parts._replace(query="&".join(kept)))


def host_of(url: str) -> str:
    """The host in lower case, with ":port" where the port is not the scheme's own; "" where there is none."""
    absolute = absolute_url(url)
    return urlsplit(absolute).netloc if absolute else ""


def site_of(url: str) -> str:
    """The registrable domain ("bbc.co.uk"; "anna.blogspot.com"), or the host itself for an IP or unknown host.

    From the public suffix list that comes with tldextract: no network, nothing written.
    """
    absolute = absolute_url(url)
    host = (urlsplit(absolute).hostname or "") if absolute else ""
    return _registrable(host) or host


def same_site(first: str, second: str) -> bool:
    """Whether both addresses lie in one registrable domain (or on one IP), or on twins of one host."""
    site = site_of(first)
    return bool(site) and (site == site_of(second) or _home_of(first) == _home_of(second))


def _home_of(url: str) -> str:
    absolute = absolute_url(url)
    return _twin_host(urlsplit(absolute)) if absolute else ""


def article_key(url: str) -> str:
    """The key of an article's identity: the normalised address without what only tells twins of one page apart.

    A redirector's address is the one that it holds. Off are the scheme, the labels www, m, mobile, amp and touch of the
    host, the trailing slash, an index.html, and the marks of a twin for AMP, for telephones or for print (/amp, .amp,
    ?amp, ?outputType=amp, ?m=1). Parameters are sorted: their order means nothing. A text that is no address is its
    own key.
    """
    normal = target_url(url)
    if normal is None:
        return url.strip()
    parts = urlsplit(normal)
    query = "&".join(sorted({_composed(pair) for pair in parts.query.split("&") if pair and not _is_twin(pair)}))
    route = f"#{parts.fragment}" if parts.fragment else ""
    return _twin_host(parts) + _twin_path(_composed(parts.path)) + (f"?{query}" if query else "") + route


def target_url(url: str, base: str | None = None) -> str | None:
    """`normalise_url` of the address that this one leads to by its own words."""
    absolute = absolute_url(url, base)
    return normalise_url(unwrapped(absolute)) if absolute else None


def _ascii_host(host: str) -> str:
    """The host in ASCII; "" where it cannot be one."""
    host = host.rstrip(".")
    if ":" in host:
        return "" if "%" in host else f"[{ip_address(host)}]"  # a zone means nothing beyond its own machine
    if not host.isascii():
        host = idna.encode(host, uts46=True).decode("ascii")
    return host if _ASCII_HOST.fullmatch(host) and ".." not in host else ""


def _escape(text: str, safe: str) -> str:
    whole = _STRAY_PERCENT.sub("%25", text)
    escaped = _ESCAPE.sub(lambda match: match.group().upper(), quote(whole, safe=safe, errors="replace"))
    return _UNRESERVED.sub(lambda match: chr(int(match.group()[1:], 16)), escaped)


def _without_dots(path: str) -> str:
    """The path without "." and ".." segments, as every client sends it (RFC 3986, 5.2.4); "/" where nothing is left."""
    if "/." not in path:
        return path or "/"
    kept: list[str] = []
    segments = path.split("/")
    for segment in segments:
        if segment == "..":
            del kept[max(1, len(kept) - 1) :]
        elif segment != ".":
            kept.append(segment)
    if segments[-1] in (".", ".."):
        kept.append("")
    return "/".join(kept) if len(kept) > 1 else "/"


def _composed(text: str) -> str:
    """Escaped text in one of the ways to write its letters: "é" is one letter, not an e with an accent."""
    letters = _NOT_ASCII.sub(_decoded, text)
    return text if letters.isascii() else quote(unicodedata.normalize("NFC", letters), safe=_QUERY_SAFE)


def _decoded(escapes: re.Match[str]) -> str:
    try:
        return unquote_to_bytes(escapes.group()).decode()
    except UnicodeDecodeError:
        return escapes.group()


def _is_tracking(pair: str) -> bool:
    name, _, value = pair.lower().partition("=")
    if name in _CHANNEL_NAMES:
        return bool(_CHANNEL_VALUES.fullmatch(value))
    return name in _TRACKING_NAMES or name.startswith(_TRACKING_PREFIXES)


def _is_twin(pair: str) -> bool:
    """Whether a parameter only asks for another dress of the page."""
    name, _, value = pair.lower().partition("=")
    if name in ("amp", "mobile", "print"):
        return value in ("", "1", "true", "yes", "html")
    if name in ("output", "outputtype", "view", "type", "format", "variant"):
        return value in ("amp", "amp-type", "amphtml")
    return name == "m" and value in ("0", "1")  # Blogger's telephones


def _twin_host(parts: SplitResult) -> str:
    """The host without the labels of twins below its registrable domain: en.m.example.org is en.example.org."""
    host = parts.hostname or ""
    site = _registrable(host) or ".".join(host.split(".")[-2:])  # of a suffix that is on no list, such as an intranet's
    port = parts.netloc[len(host) :] if parts.netloc.startswith(host) else ""
    if host == site or ":" in host or host.replace(".", "").isdigit():
        return parts.netloc
    labels = host.removesuffix(f".{site}").split(".")
    return ".".join([*(label for label in labels if not _TWIN_LABEL.fullmatch(label)), site]) + port


def _twin_path(path: str) -> str:
    path = _INDEX.sub("", _SESSION.sub("", path)).rstrip("/")
    if path.endswith((".amp.html", ".amp.htm")):
        return path.replace(".amp.htm", ".htm")
    if path.startswith(("/amp/", "/amphtml/")):
        path = path[path.index("/", 1) :]
    return path.removesuffix("/amp").removesuffix("/amphtml").removesuffix(".amp").rstrip("/")


@cache
def _suffixes() -> TLDExtract:
    from tldextract import TLDExtract  # 0.2 s: it brings requests along, which is never used

    return TLDExtract(suffix_list_urls=(), cache_dir=None, include_psl_private_domains=True)


def _registrable(host: str) -> str:
    return _suffixes().extract_str(host).top_domain_under_public_suffix if host else ""
