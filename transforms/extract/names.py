"""People's names in author lines: without leads, roles, credentials, agencies, outlets, addresses and dates."""

from __future__ import annotations

import re

from transforms.extract.structured import plain

_LEAD = re.compile(
    r"^(?:(?:(?:story|text|texte|texto|testo|words|article|report|recipe|interview|analysis|opinion|reporting|posted|"
    r"written|published|compiled|created|authored|geschrieben|publicado|escrito|écrit|skrevet|verfasst|"
    r"ein\w*|eine \w+)\s+)*"
    r"(?:by|von|par|por|di|door|av|af|przez|od)|authors?|autor(?:en|in|es|a)?|auteurs?|autore|text|texte|interview|"
    r"written by|contributed by|reporter|redacción)(?:\s*:\s*|\s+)",
    re.IGNORECASE,
)
# From here on an author line speaks of something else: other roles' names, dates, the time it takes to read.
_REST = re.compile(
    r"\s*(?:\b(?:view|see|read|show) (?:all|more)\b|\ball posts\b|\bposts by\b|\bfollow\b|\b(?:last |first )?"
    r"(?:updated?|published|posted|modified|reviewed|edited|fact[- ]checked|medically|translated|photos?|photograph\w*|"
    r"illustrat\w+|aktualisiert|stand|veröffentlicht|publié|publicado|mis à jour|actualizado)\b|\b\d|[(\[{<]|"
    r"\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)\.? \d|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\s[–—•|-]\s|\bcontributors?\b|"
    r"\b(?:on|in|at|aus|from|for|is|has|covers|writes|reports) (?=[A-Za-z]))",
    re.IGNORECASE,
)
_SPLIT = re.compile(
    r"\s*(?:[;|/•·\n\t，、]|\b(?:and|und|et|e|og|och|en|ve|with|mit)\b(?=\s)|\s[yi]\s|\s[&+]\s|,)\s*", re.IGNORECASE
)
_ADDRESS = re.compile(r"https?:|www\.|@|\w\.(?:com|org|net|de|co|io|fr|it|es|uk|ca|ch|at|info)\b", re.IGNORECASE)
_NOT_A_NAME = re.compile(
    r"[\d<>{}=#_\\%$€©®™?!:]|^\W*$|^(?:the|die|das|le|les|los)\s|"
    r"\b(?:staff|admin\w*|editors?|editorial\w*|redaktion\w*|redaction|rédaction|redacción|redazione|redactie|redakcja|"
    r"newsroom|news ?desk|desk|team|agenc\w+|agentur\w*|agencias?|agenzia|contributors?|correspondents?|reporters?|"
    r"writers?|wires?|webmaster|guest|users?|unknown|anonymous|undefined|null|none|authors?|office|press|presse|prensa|"
    r"media|group|inc|llc|ltd|gmbh|company|corporation|website|magazine|blog|marketing|studios?|university|institute|"
    r"department|association|organi[sz]ation|foundation|subscribers?|sponsored|advertorial|comments?|news\w*|posts?|"
    r"nachrichten\w*|zeitung|tribune|times|gazette|herald|journal|twitter|facebook|linkedin|instagram|e-?mail|share|"
    r"powered|read|reading|min|minutes?|ago|today|yesterday|services?|solutions|international|global|center|centre|"
    r"network|expert|reviewer|veterinarian|professor of|photo|image|videos?|podcast|home|about|contact|subscribe|"
    r"profile|bio|experts|log ?in|account|members?|register|menu|search|lifestyle|finance|sign|category|"
    r"store|shop|club|society|committee|ministry|government|verlag|redaktionsnetzwerk|rundfunk)\b",
    re.IGNORECASE,
)
AGENCIES = frozenset(
    {
        "afp", "ap", "apa", "ansa", "dpa", "reuters", "tass", "epd", "kna", "sid", "sda", "pti", "ians", "aap",
        "efe", "lusa", "pap", "ntb", "tt", "ritzau", "xinhua", "upi", "afx", "keystone", "adnkronos", "interfax",
        "kyodo", "yonhap", "bernama", "antara", "unian", "ukrinform", "belga", "anp", "bloomberg", "bta", "mti",
        "tanjug", "hina", "sta", "ctk", "čtk", "awp", "ats", "europapress", "dts", "dj", "pa", "ots", "afr",
        "anadolu", "aa", "dha", "iha", "cnn", "bbc", "associatedpress", "agencefrancepresse", "srf", "orf", "ard",
        "zdf", "keystonesda", "thomsonreuters", "sputnik", "canadianpress", "cna", "rts", "nzz", "npr", "pbs",
        "abc", "cbs", "nbc",
    }
)  # fmt: skip
_ROLE = re.compile(
    r",?\s+(?:(?:senior|deputy|associate|assistant|chief|managing|contributing|guest|staff|freelance|"
    r"political|business|"
    r"sports?|science|health|technology|world|news|national|foreign|expert|executive|digital|content)\s+)*"
    r"(?:editor|correspondent|reporter|writer|columnist|journalist|analyst|producer|director|manager|"
    r"professor|lecturer|"
    r"founder|co-founder|ceo|cto|cfo|president|chairman|fellow|researcher|contributor|specialist|reviewer|redakteur\w*|"
    r"korrespondent\w*|journaliste?|rédact\w+|corresponsal|giornalista|photographer|engineer|coach|"
    r"attorney|author)\b.*$",
    re.IGNORECASE,
)
_CREDENTIAL = re.compile(
    r"^(?:[A-Z]{2,6}|[A-Z][a-zA-Z]?\.?[A-Z]\.?[A-Z]?\.?|Ph\.?\s?D\.?|Ed\.?D\.?|[JS]r\.?|I{2,3}|Esq\.?)$"
)
_PARTICLES = frozenset(
    {
        "al", "el", "de", "da", "di", "du", "von", "van", "der", "den", "la", "le", "bin", "ibn", "del", "dos",
        "ter", "ten", "zu", "zur", "st.", "ap", "abu"
    }
)  # fmt: skip
_MAX_NAME_WORDS, _MAX_NAME_LENGTH = 5, 50


def split_names(text: str) -> list[str]:
    """The people's names in an author line, in order."""
    text = plain(text)
    if _ADDRESS.search(text):
        return []
    text = text.strip(" ,;:-–—|•")
    while (bare := _LEAD.sub("", text)) != text:
        text = bare
    if rest := _REST.search(text):
        text = text[: rest.start()]
    parts = [part.strip() for part in _SPLIT.split(text) if part]
    names = [_ROLE.sub("", _LEAD.sub("", part)).strip(" .,:-–—|\"'*&") for part in parts]
    # What follows a first name must be a whole name: single words there are credentials, towns and desks.
    return [name for i, name in enumerate(names) if is_name(name) and (not i or _is_further_name(name, parts[i]))]


def _is_further_name(name: str, part: str) -> bool:
    return len(name.split()) > 1 and not _CREDENTIAL.match(part)


def is_name(text: str) -> bool:
    """Whether the text can be a person's name: few words, capital first, no address, agency, office or number."""
    words = text.split()
    if not 1 <= len(words) <= _MAX_NAME_WORDS or not 2 <= len(text) <= _MAX_NAME_LENGTH:
        return False
    if _NOT_A_NAME.search(text) or name_key(text) in AGENCIES:
        return False
    if len(words) == 1:
        return True
    return all(not word[0].islower() or word.lower() in _PARTICLES for word in words)


def name_key(name: str) -> str:
    """The letters of a name in lower case: enough to see that two are one."""
    return re.sub(r"[\W_]+", "", name.casefold())
