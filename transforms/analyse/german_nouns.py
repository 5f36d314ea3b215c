"""German nouns that the name model takes for names: all nouns have capitals, so what stands around them must tell."""

from __future__ import annotations

import re

from transforms.analyse.name_tagger import Entity

# Names follow no article and no adjective, but for a few of places and bodies, of which the model is then sure.
_ARTICLE = re.compile(
    r"\b(?:d(?:er|ie|as|e[mns])|(?:k?ein|[mds]ein|ihr|unser|euer)(?:e[mnrs]?)?|dies(?:e[mnrs]?)|jed(?:e[mnrs])"
    r"|welch(?:e[mnrs])|viele[nr]?|einige[nr]?|mehrere[nr]?|alle[nr]?|beide[nr]?|zu[mr]|[ia]m|vom|beim|ins|ans|aufs)"
    r"\s+(?:[a-zäöüß-]+(?:e|e[mnrs])\s+){0,2}$",
    re.IGNORECASE,
)
_ADJECTIVE = re.compile(r"(?<![A-Za-zÄÖÜäöüß])(?!(?:und|oder|aber|gegen|neben|zwischen|hinter|unter|über|ohne|wegen|"
                        r"seine|hatte|sagte|wurde|waren|haben|hatten|wurden|werden|reiste|heute|laut|statt)\s)"
                        r"[a-zäöüß]{2,}(?:e|e[mnrs])\s+$")  # fmt: skip
_ENDING = re.compile(
    r"(?:ung|heit|keit|schaft|tät|ismus|ierung|ment|enz|anz|nis|ling|chen|tum|tion|sion)(?:en|e|s|es|sen|er)?$|innen$"
)
_COMPOUND = re.compile(r"[A-ZÄÖÜ]{2,}(?:-\w+)*-[A-ZÄÖÜ][a-zäöüß]+")  # "WM-Titel", "US-Präsident"
_SURE, _FAIRLY_SURE = 0.8, 0.6  # tried on half of labelled sentences of an encyclopaedia, and on pages of news by eye


def is_noun(text: str, entity: Entity) -> bool:
    """Whether a name of one word is more likely a noun."""
    word = text[entity.start : entity.end]
    if " " in word or entity.kind == "GRP":
        return False
    if _COMPOUND.fullmatch(word):
        return True
    if not word[1:].islower():
        return entity.kind == "PER" and entity.confidence < _FAIRLY_SURE
    before = text[max(0, entity.start - 60) : entity.start]
    is_after = bool(_ARTICLE.search(before) or _ADJECTIVE.search(before))
    if entity.kind == "LOC":
        return entity.confidence < (_SURE if is_after else _FAIRLY_SURE) or (is_after and bool(_ENDING.search(word)))
    if is_after or _ENDING.search(word):
        return True
    return entity.confidence < (_SURE if entity.kind == "ORG" else _FAIRLY_SURE)
