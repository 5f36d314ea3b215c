"""The words of grammar by which it is told on whom a word of tone bears, and on whom not."""

from __future__ import annotations

from transforms.analyse.cues import verb_forms

# ruff: noqa: SIM905 - a list of words is read as text, not as a column of quoted words

# By what a noun's tone reaches the one behind it: "criticism of Berg", "an attack by Berg", "a feud with Berg"; of a
# place where something bad happens, nothing.
LINKS = {
    "of": 0.9, "for": 0.9, "against": 0.9, "about": 0.9, "on": 0.5, "by": 0.5, "from": 0.5, "with": 0.5, "to": 0.5,
    "between": 0.5, "over": 0.5, "behind": 0.9, "among": 0.3, "in": 0.0, "at": 0.0, "near": 0.0,
}  # fmt: skip


def _nouns(words: str) -> frozenset[str]:
    return frozenset(form for noun in words.split() for form in (noun, noun + "s"))


# "The Cup champion" is not the Cup, "the agency's probe" is not of the agency.
ACTORS = _nouns(
    "champion winner star hero icon legend loser critic supporter foe detractor victim protester killer fan opponent"
    " veteran suspect adversary enemy"
) | {"heroes", "enemies", "adversaries"}  # fmt: skip
ACTS = _nouns(
    "probe investigation raid lawsuit complaint warning sanction charge allegation accusation claim indictment subpoena"
    " warrant inquiry"
) | {"inquiries"}

# What is aimed at somebody: "a swipe at Berg".
AIMED = _nouns("swipe jab dig barb attack assault shot insult slur blow joke rant") | {
    "anger", "fury", "outrage", "rage", "frustration", "criticism", "criticisms", "disgust", "revenge",
}  # fmt: skip
UPON = frozenset("on upon at behind against toward towards".split())
# "The fraud expert" is no fraud.
EXPERTS = _nouns(
    "expert adviser advisor investigator reporter prosecutor analyst lawyer researcher official minister spokesman"
    " spokeswoman victim survivor charity group unit squad commission tribunal court agency watchdog correspondent"
    " editor secretary officer specialist scholar professor consultant team office inquiry hotline minister attorney"
)
# Whose noun falls on their subject: "responsible for the fraud".
ANSWERABLE = frozenset("responsible guilty culpable liable complicit known famous notorious infamous full".split())

# Where something is or happens; who is told it; who made, has or looks into what tells it.
WHERE = frozenset("in at near outside inside across throughout via per from".split())
TOLD = frozenset(
    "tell tells told telling inform informed ask asked according emailed spoke speaking talking talked said testified"
    " wrote announced".split()
)
MADE = frozenset(
    "obtained seen reviewed published released conducted commissioned compiled written filed investigated probed"
    " examined studied monitored reported owned founded quoted cited viewed posted".split()
)

# To whom this is done is a victim, and not to blame.
HARMING = frozenset(
    form
    for verb in "kill wound injure stab assault rape abuse torture murder assassinate kidnap abduct bomb ambush"
    " massacre slaughter strangle poison mug rob molest harass stalk persecute maim terrorize terrorise displace behead"
    " execute torment mistreat victimize victimise enslave oppress".split()
    for form in verb_forms(verb)
) | frozenset("shot slain slew kidnapped kidnapping stabbed stabbing mugged robbed robbing abducted".split())

# By what a word hangs under the verb of who says it, asks for it or holds it against another.
SAID = ("ccomp", "parataxis", "dobj", "prep", "advcl", "acl", "oprd", "xcomp")

# What is good to have as an object: "fights corruption" says nothing bad of who does.
FIGHTING = frozenset(
    form
    for verb in "fight combat tackle avoid prevent stop end reduce curb survive solve address investigate condemn"
    " denounce reject criticise criticize oppose handle describe recount report document detail mention discuss cite"
    " note witness observe study examine predict forecast explain recall track monitor".split()
    for form in verb_forms(verb)
) | {"fought", "stopped", "stopping", "curbed", "curbing"}  # fmt: skip

# What is said with these falls back on who says it.
ADMITTING = frozenset(
    form for verb in "admit confess acknowledge concede face boast brag".split() for form in verb_forms(verb)
) | {"admitted", "admitting", "bragged", "bragging"}

# What turns the word that it governs round: "undermine unity", "a loss of confidence", "end the crisis".
SHIFTING = frozenset(
    form
    for verb in "undermine lose damage hurt harm destroy question doubt weaken erode threaten lack deny reject abandon"
    " betray end stop prevent jeopardize jeopardise diminish dent ruin shatter squander endanger challenge reduce avoid"
    " curb combat tackle fight overcome resolve solve ease".split()
    for form in verb_forms(verb)
) | frozenset(
    "lost losing loss absence decline drop fall erosion end collapse doubt doubts denied ended stopped curbed curbing"
    " stopping fought overcame threat threats damage shattered".split()
)
