"""Who speaks the words in marks of German, French and Spanish texts: by the verb of saying beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from transforms.analyse.name_tagger import Entity
from transforms.analyse.speakers import Attribution, Passage

_FAR = 160  # code points on each side of a quotation that are looked at
# Verbs of saying, as newspapers inflect them; the first group of each is what stands for no verb ("so Meier", "selon").
_CUES = {
    "de": r"so|laut|nach den Worten von|sag(?:te|t|ten|en)|erklär(?:te|t|ten|en)|betont?e?|warnt?e?|meint?e?"
    r"|berichtete?t?|kritisiert?e?|fordert?e?|schr(?:ieb|eibt)|teilt?e?|kündigte?|versichert?e?|bekräftigt?e?"
    r"|ergänzt?e?|fügte|erzählt?e?|zitierte?|hieß|heißt|räumte|rief|ruft|sprach|spricht|findet|fand|lobte?|klagte?",
    "fr": r"selon|d[’']après|pour"
    r"|(?:a|ont|avait|aurait) (?:également |aussi |encore |ensuite |ainsi )?(?:dit|déclaré|affirmé|expliqué|assuré"
    r"|ajouté|indiqué|estimé|précisé|souligné|annoncé|lancé|écrit|confié|dénoncé|insisté|regretté|rappelé|averti"
    r"|promis|répondu|réagi|martelé|commenté|conclu|raconté|jugé|plaidé|prévenu|salué)"
    r"|dit|déclare|affirme|explique|assure|ajoute|indique|estime|précise|souligne|lance|écrit|confie|dénonce|insiste"
    r"|regrette|rappelle|avertit|promet|répond|raconte|juge|commente|conclut|poursuit|prévient|témoigne|résume|note",
    "es": r"según"
    r"|(?:ha|han|había) (?:dicho|declarado|afirmado|explicado|asegurado|añadido|indicado|señalado|subrayado|anunciado"
    r"|escrito|denunciado|insistido|lamentado|recordado|advertido|prometido|respondido|concluido|contado|destacado"
    r"|apuntado|manifestado|reconocido|remarcado|sostenido)"
    r"|dijo|dice|declaró|declara|afirmó|afirma|explicó|explica|aseguró|asegura|añadió|añade|agregó|indicó|indica|señaló"
    r"|señala|subrayó|subraya|anunció|escribió|escribe|denunció|denuncia|insistió|insiste|lamentó|lamenta|recordó"
    r"|recuerda|advirtió|advierte|respondió|responde|concluyó|concluye|contó|cuenta|destacó|destaca|apuntó|apunta"
    r"|manifestó|reconoció|sostuvo|sostiene|expresó|comentó|comenta",
}
_PHRASE = r"(?P<who>[^.;:!?„“”«»\"\n]{2,110})"
_AFTER = {
    language: re.compile(rf"[,.]?\s*[–—-]?\s*(?P<cue>{cues})\b{_PHRASE}", re.IGNORECASE)
    for language, cues in _CUES.items()
}
_BEFORE = {
    language: re.compile(
        rf"(?:^|(?<=[.!?]\s)|(?<=[“»\"]\s)){_PHRASE}\b(?P<cue>{cues})\b(?P<rest>[^.;!?„“”«»\"\n]{{0,70}}?)[:,]?\s*$",
        re.IGNORECASE,
    )
    for language, cues in _CUES.items()
}
_LEADING = {
    language: re.compile(rf"\b(?P<cue>{cues})\b{_PHRASE.replace(':', '')}[:,]\s*$", re.IGNORECASE)
    for language, cues in _CUES.items()
}
_RANKS = {"PER": 0, "ORG": 1}


def find_speaker_abroad(passage: Passage) -> Attribution | None:
    """The speaker whom a verb of saying right behind or before the quotation gives by name; None where none does."""
    language, body = passage.document.article.language, passage.document.article.body
    if language not in _CUES or not passage.document.is_tagged:
        return None
    start, end = passage.quoted.outer_start, passage.quoted.outer_end
    behind = _AFTER[language].match(body, end, min(len(body), end + _FAR))
    if behind is not None and (said := _attribution(passage, behind, "inverted")):
        return said
    offset = max(body.rfind("\n", 0, start) + 1, start - _FAR)
    for pattern, method in ((_BEFORE, "subject"), (_LEADING, "inverted")):
        before = pattern[language].search(body[offset:start])
        if before is not None and (said := _attribution(passage, before, method, offset)):
            return said
    return None


def _attribution(passage: Passage, found: re.Match[str], method: str, offset: int = 0) -> Attribution | None:
    start, end = (offset + edge for edge in found.span("who"))
    named = min(_named(passage, start, end), key=lambda name: (_RANKS.get(name.kind, 2), name.start), default=None)
    if named is None:
        return None
    head = passage.document.tokens(named.start, named.end)[-1]
    cue = offset + found.start("cue")
    return Attribution(found["cue"], cue, named.start, named.end, head, method, True, 1.0)


def _named(passage: Passage, start: int, end: int) -> Iterator[Entity]:
    """The names of a phrase."""
    return (name for name in passage.document.entities if start <= name.start and name.end <= end)
