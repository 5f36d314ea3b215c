"""Whether a word of tone judges anything where it stands: many of them also tell of amounts, fees, shots and names."""

from __future__ import annotations

from spacy.tokens import Token

from transforms.analyse.cues import verb_forms
from transforms.analyse.tone_lexicon import Charge

# ruff: noqa: SIM905 - a list of words is read as text, not as a column of quoted words

# What goes up and down: "the price dropped", "gains in output".
_AMOUNTS = frozenset(
    form
    for noun in "price rate share stock cost wage salary tax tariff fare output production sale revenue profit earning"
    " income dividend emission temperature import export yield bond value currency dollar euro pound index inflation"
    " unemployment employment budget deficit debt spending payment supply demand inventory forecast estimate"
    " expectation target percent percentage point level volume figure total average barrel ton tonne"
    " degree population turnout attendance rainfall traffic consumption capacity gdp oil gas crude gold"
    " futures claim loan mortgage interest rent premium consensus".split()
    for form in (noun, noun + "s", noun + "es")
) | {"salaries", "inventories", "currencies", "%", "jobs"}
_MOVES = frozenset(
    form
    for word in "rise grow gain surge soar boost jump leap climb drop decline slip sag shrink slump plunge plummet"
    " tumble sink dip slide crash cut slash lift beat miss lose loss growth fall recover recovery rally rebound retreat"
    " improve improvement weaken strengthen ease sluggish weak weaker strong stronger strongest robust solid better"
    " worse poor positive negative high low good best worst bad healthy steady stable".split()
    for form in (*verb_forms(word), word)
) | set(
    "rose risen rising grew grown growing leapt dropped dropping slipped slipping sagged sagging shrank shrunk sank"
    " sunk slid beaten beating lost losing fell fallen cutting losses gains gained gaining".split()
)  # fmt: skip

_WEAPONS = frozenset(
    "shot shots missile missiles rocket rockets round rounds shell shells bullet bullets gun guns weapon weapons rifle"
    " pistol gunshot gunshots flare flares engine engines torpedo torpedoes cannon artillery drone drones gas".split()
)
_FEES = frozenset("fee fees rate rates price prices rent interest toll tolls tuition fare fares".split())
_CONTEST = frozenset("poll polls point points percent percentage race vote votes survey count % margin field".split())
_WIDE = frozenset("wide big huge commanding narrow slim slight towering large double early significant over".split())
_FIRES = frozenset("fire fires fired firing shoot shoots shot shooting".split())
_HURTS = frozenset("kill kills killed killing hurt hurts hurting injured harm harmed".split())
_OPENING = frozenset(("“", '"', "‘", "'", "``", ":", "-", "—", "–", "\n", "\n\n", ".", "?", "!", "...", "…"))
_SELVES = frozenset("himself herself itself themselves myself yourself ourselves".split())


def judges(token: Token, charge: Charge) -> bool:
    """Whether a word that has a charge has it in this sense; of a verb and of a noun by what stands with them."""
    word = token.lower_
    if word in _MOVES and _is_of_amounts(token):
        return False
    if charge.is_verb:
        return not _is_plain_deed(token, word)
    if word == "charge":
        return any(child.dep_ in ("det", "poss") or child.lower_ == "criminal" for child in token.children)
    if word in ("lead", "leads"):
        return any(near.lower_ in _CONTEST or near.lower_ in _WIDE for near in token.subtree)
    return not _is_in_a_name(token)


def _is_of_amounts(token: Token) -> bool:
    """Whether an amount moves, is moved, or tells by how much."""
    around = [token.head] if token.dep_ in ("amod", "compound", "nsubj", "dobj", "acomp") else []
    for child in token.children:
        if child.dep_ in ("nsubj", "nsubjpass", "dobj", "npadvmod", "compound", "nummod", "attr", "quantmod"):
            around.append(child)
        elif child.dep_ == "prep" and child.lower_ in ("of", "in"):
            around.extend(child.children)
    if token.dep_ == "acomp":
        around.extend(child for child in token.head.children if child.dep_ == "nsubj")
    return any(near.lower_ in _AMOUNTS for near in around)


def _is_plain_deed(verb: Token, word: str) -> bool:
    objects = [child for child in verb.children if child.dep_ in ("dobj", "nsubjpass")]
    if word in _HURTS:
        return any(child.lower_ in _SELVES for child in objects)
    if word in _FIRES:
        aimed = any(child.dep_ == "prep" and child.lower_ in ("at", "on", "into", "upon") for child in verb.children)
        return (aimed and not objects and word.startswith("fir")) or any(child.lower_ in _WEAPONS for child in objects)
    if word in ("charge", "charges", "charged", "charging"):
        return any(child.lower_ in _FEES or child.like_num or _has_money(child) for child in objects)
    if word.startswith("boast"):
        return bool(objects)
    if word in ("lead", "leads", "led", "leading"):
        return not any(near.lower_ in _CONTEST for near in verb.subtree)
    return False


def _has_money(token: Token) -> bool:
    return any(child.lower_ in ("$", "£", "€") for child in token.children)


def _is_in_a_name(token: Token) -> bool:
    """Whether it is written as a name in a text that is no headline: "the Fine Arts School", "the Devils won"."""
    if not token.text[0].isupper() or token.is_sent_start or token.i == 0 or token.nbor(-1).lower_ in _OPENING:
        return False
    words = [near for near in token.doc[max(0, token.i - 8) : token.i + 9] if near.is_alpha and len(near) > 3]
    return sum(near.text[0].isupper() for near in words) * 4 < len(words) * 3
