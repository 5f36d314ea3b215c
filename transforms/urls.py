"""Addresses: one spelling for each, the site it belongs to, and the key by which an article is known again."""

from __future__ import annotations

import re
from functools import cache
from ipaddress import ip_address
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, quote, urljoin, urlsplit, urlunsplit

import idna

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
)
_TRACKING_WORDS = (
    "fbclid gclid gclsrc dclid gbraid wbraid msclkid yclid ymclid twclid ttclid igshid igsh li_fat_id epik "  # clicks
    "mc_cid mc_eid mkt_tok _hsenc _hsmi __hstc __hssc __hsfp hsctatracking oly_anon_id oly_enc_id vero_id vero_conv "
    "sfmc_id wickedid rb_clickid s_cid _openstat "  # newsletters
    "ns_mchannel ns_source ns_campaign ns_linkname ns_fee xtor ito ocid cmpid smid smtyp emc ftag "  # press
    "guccounter guce_referrer guce_referrer_sig ref_src ref_url sfnsn __twitter_impression"
)
_TRACKING_NAMES = frozenset(_TRACKING_WORDS.split())
_CHANNEL_NAMES = frozenset({"ref", "source", "src", "from", "partner", "cmp", "campaign"})
_CHANNEL_VALUES = frozenset({"rss", "feed", "rssfeed", "rss_feed", "rss-feed", "atom", "feedburner"})
_TWIN_PREFIXES = ("www.", "m.", "amp.")


def absolute_url(url: str, base: str | None = None) -> str | None:
    """The address as it can be asked for: absolute, http or https, ASCII, no fragment; None where it is none.

    International host names become IDNA, other characters UTF-8 escapes; default ports go. User names and passwords
    are taken off: they must not reach an archive.
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
    path, query = _escape(parts.path, _PATH_SAFE) or "/", _escape(parts.query, _QUERY_SAFE)
    return urlunsplit((parts.scheme, host + shown_port, path, query, ""))


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
    """Whether both addresses lie in one registrable domain (or on one IP)."""
    site = site_of(first)
    return bool(site) and site == site_of(second)


def article_key(url: str) -> str:
    """The key of an article's identity: the normalised address without what only tells twins of one page apart.

    Off are the scheme, a leading www., m. or amp., the trailing slash, and the marks of an AMP twin (/amp, .amp,
    ?amp, ?outputType=amp). A text that is no address is its own key.
    """
    normal = normalise_url(url)
    if normal is None:
        return url.strip()
    parts = urlsplit(normal)
    query = "&".join(pair for pair in parts.query.split("&") if not _is_amp(pair))
    return _twin_host(parts) + _twin_path(parts.path) + (f"?{query}" if query else "")


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
    return _ESCAPE.sub(lambda match: match.group().upper(), quote(whole, safe=safe, errors="replace"))


def _is_tracking(pair: str) -> bool:
    name, _, value = pair.lower().partition("=")
    if name in _CHANNEL_NAMES:
        return value in _CHANNEL_VALUES
    return name in _TRACKING_NAMES or name.startswith(_TRACKING_PREFIXES)


def _is_amp(pair: str) -> bool:
    return pair.lower() in ("amp", "amp=1", "amp=true", "amp=", "outputtype=amp", "outputtype=amp-type")


def _twin_host(parts: SplitResult) -> str:
    host = parts.netloc
    site = _registrable(parts.hostname or "")
    while host.startswith(_TWIN_PREFIXES) and parts.hostname and host.partition(":")[0] != site:
        host = host.partition(".")[2]
    return host


def _twin_path(path: str) -> str:
    path = path.rstrip("/")
    if path.endswith(".amp.html"):
        return path.removesuffix(".amp.html") + ".html"
    return path.removesuffix("/amp").removesuffix(".amp").rstrip("/")


@cache
def _suffixes() -> TLDExtract:
    from tldextract import TLDExtract  # 0.2 s: it brings requests along, which is never used

    return TLDExtract(suffix_list_urls=(), cache_dir=None, include_psl_private_domains=True)


def _registrable(host: str) -> str:
    return _suffixes().extract_str(host).top_domain_under_public_suffix if host else ""
