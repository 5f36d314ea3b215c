"""The verbs that report what somebody said, by all their written forms."""

from __future__ import annotations

_IRREGULAR = {
    "say": "says said saying", "tell": "tells told telling", "write": "writes wrote written writing",
    "think": "thinks thought thinking", "hold": "holds held holding", "speak": "speaks spoke spoken speaking",
    "quip": "quips quipped quipping", "admit": "admits admitted admitting", "put": "puts put putting",
    "read": "reads read reading", "feel": "feels felt feeling", "go": "goes went gone going",
    "swear": "swears swore sworn swearing", "begin": "begins began begun beginning", "make": "makes made making",
    "blog": "blogs blogged blogging", "concur": "concurs concurred concurring", "refer": "refers referred referring",
    "rebut": "rebuts rebutted rebutting", "sum": "sums summed summing", "find": "finds found finding",
    "withdraw": "withdraws withdrew withdrawn withdrawing", "seek": "seeks sought seeking",
    "ban": "bans banned banning", "send": "sends sent sending", "expel": "expels expelled expelling",
    "plan": "plans planned planning", "strike": "strikes struck striking", "deal": "deals dealt dealing",
}  # fmt: skip

# ruff: noqa: SIM905 - a list of verbs is read as text, not as a column of quoted words

# Verbs that take a quotation. Gathered from the reporting verbs of English grammars (Quirk et al. 1985, §14.29 and
# §16.31: say, report and think classes), less those that report no words ("hear", "see").
_REPORTING = (
    "say tell write think speak quip admit read swear begin blog concur rebut "
    "accuse acknowledge add address advise affirm agree allege announce answer argue ask assert assure boast call "
    "caution challenge charge cite claim comment complain concede conclude condemn confess confide confirm continue "
    "counter cry criticise criticize declare decry demand denounce deny describe disclose dismiss elaborate emphasise "
    "emphasize estimate exclaim exhort explain express forecast grumble hint imply indicate inform inquire insist "
    "interject joke lament laugh label maintain mention mock muse mutter note object observe offer opine order plead "
    "pledge point post praise predict proclaim promise propose protest question quote rail react reason reassure "
    "recall recommend recount refer reflect reiterate relate release remark remember remind repeat reply report "
    "respond retort reveal scoff scream shout shoot signal sigh "
    "snap state stress suggest summarise summarize swear tease "
    "testify thank threaten thunder tout tweet underline underscore urge venture voice volunteer vow wail warn whisper "
    "wonder worry yell dub brand blast lambast slam characterise characterize term tag deem instruct joke theorise "
    "believe expect hope sum portray laud blame chime bemoan fault bash rip trash seethe chide rebuke scold assess "
    "bellow bark boom intone drawl purr mumble stammer profess prophesy ridicule retweet caption crow deadpan "
    "fume gush rant hail"
).split()

# What governments do and cities do not: with these a capital stands for its government.
_ACTING = (
    "reject approve sanction recognise recognize annex invade attack retaliate negotiate sign ratify veto withdraw "
    "expel impose lift ban back support oppose want seek fear condemn refuse deploy arm fund supply launch accuse "
    "consider plan decide summon resume suspend cut end join agree accept block deny strike send help protest react"
).split()


def verb_forms(verb: str) -> list[str]:
    """The written forms of a verb, the base form first."""
    if verb in _IRREGULAR:
        return [verb, *_IRREGULAR[verb].split()]
    if verb.endswith("e"):
        return [verb, verb + "s", verb + "d", verb[:-1] + "ing"]
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return [verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"]
    plural = verb + "es" if verb.endswith(("s", "sh", "ch", "x", "z")) else verb + "s"
    return [verb, plural, verb + "ed", verb + "ing"]


CUE_VERBS = {form: verb for verb in _REPORTING for form in verb_forms(verb)}
ACTION_VERBS = {form: verb for verb in (*_ACTING, *_REPORTING) for form in verb_forms(verb)}

# Under a verb of speech these say what was said, not who said it: "Berg said she hoped" is Berg's.
THINKING = frozenset(("think", "believe", "hope", "expect", "worry", "wonder"))

# Verbs for which a quotation is the ordinary object: with them even one quoted word is a quotation.
PLAIN_CUES = frozenset(("say", "tell", "write", "add", "ask", "call", "describe", "reply", "respond", "state", "tweet"))
