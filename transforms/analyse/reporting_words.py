"""The words by which a text gives what others say, think or want: verbs, adjectives and nouns, with their class.

A class tells what the reporter lends to the words: nothing (neutral), doubt (distancing), belief (factive); or what the
speaker does with them (demanding, denying). Gathered from the reporting verbs of English grammars (Quirk et al. 1985,
§16.31–33; Biber et al. 1999, §9.2.2: verbs of speech, of thought and of desire), with what news writing adds to them.
"""

from __future__ import annotations

from transforms.analyse.cues import CUE_VERBS, verb_forms

# ruff: noqa: SIM905 - a list of words is read as text, not as a column of quoted words

# By class, then by what the verb takes: `clause` (that …, whether …, words in marks), `object` (a noun that is what is
# said or spoken of), `infinitive` (to …), and `prep`, where each verb stands with its preposition.
_SPEECH = {
    "neutral": {
        "clause": "say tell write add report reply respond answer announce explain note observe remark comment mention"
        " describe recount relate speak tweet post read continue conclude predict forecast estimate project expect"
        " believe think feel wonder guess suspect assume imagine consider judge reckon suggest propose recommend state"
        " declare inform brief testify quip joke mutter whisper shout yell cry exclaim chant sing reiterate repeat"
        " summarize summarise decide determine agree hint signal vote rule specify stipulate theorize theorise"
        " speculate hypothesize opine muse ponder ask inquire text email promise vow pledge swear guarantee assure"
        " reassure hope worry fear dream bet fret interject retort counter sum thank cheer rejoice find hear"
        " advertise publish broadcast proclaim volunteer convey communicate pray decree foresee envision anticipate"
        " calculate deem label call term dub brand remind caution warn confide gush rave marvel conjecture surmise"
        " stress emphasize emphasise underscore underline",
        "object": "report announce explain mention describe recount relate predict forecast propose suggest recommend"
        " discuss debate address outline detail summarize summarise reiterate repeat praise laud applaud commend hail"
        " tout endorse back favor favour welcome thank congratulate salute honor honour defend advocate support oppose"
        " pledge promise offer vow call label dub brand term deem perceive fear foresee envision contrast compare liken"
        " echo invoke quote paraphrase highlight emphasize emphasise stress underscore underline broach voice express"
        " state declare proclaim question cite signal characterize characterise remember recall mourn lament regret"
        " compliment affirm reaffirm champion celebrate pitch unveil credit",
        "infinitive": "promise vow pledge swear plan intend hope expect agree decide offer propose prefer threaten"
        " undertake resolve commit seek want wish vote aspire volunteer aim",
        "prep": "speak:about speak:of talk:about talk:of comment:on refer:to allude:to think:of think:about dream:of"
        " dream:about worry:about fret:about wonder:about write:about agree:with agree:on agree:to side:with hint:at"
        " believe:in hope:for elaborate:on expand:on opine:on tweet:about joke:about boast:about testify:about"
        " speculate:about inquire:about disagree:on apologize:for apologise:for warn:of warn:about warn:against"
        " caution:against point:to point:out touch:on object:to opt:for approve:of muse:about weigh:in ask:about"
        " harp:on sympathize:with sympathise:with vote:against",
    },
    "distancing": {
        "clause": "claim allege argue assert contend insist maintain accuse boast brag purport pretend profess"
        " complain charge protest rail rant grumble scoff sneer fantasize imply insinuate posit rumor rumour crow lie"
        " bemoan lament vent fume",
        "object": "claim allege assert accuse criticize criticise blast slam attack condemn denounce mock ridicule"
        " deride decry rebuke chastise chide scold berate lambast lambaste assail bash trash skewer scorn"
        " blame fault doubt distrust mistrust disparage belittle insult smear taunt pillory excoriate castigate"
        " censure admonish reprimand upbraid vilify demonize demonise malign impugn denigrate loathe despise detest"
        " resent bemoan imply insinuate exaggerate downplay dismiss savage lampoon hammer charge",
        "prep": "complain:about complain:of rail:against rant:about argue:for argue:against argue:about argue:over"
        " protest:against lash:out push:back fire:back hit:back hit:out strike:back swipe:at scoff:at sneer:at gripe:at"
        " gripe:about grumble:about boast:of brag:of brag:about tear:into lay:into rip:into clash:over spar:over"
        " bristle:at balk:at recoil:at bicker:over disagree:with insist:on inveigh:against",
    },
    "factive": {
        "clause": "know realize realise acknowledge admit concede confirm confess reveal disclose discover learn"
        " recognize recognise remember recall forget show demonstrate prove indicate point see understand notice regret"
        " expose uncover illustrate verify establish certify attest highlight clarify perceive accept affirm document",
        "object": "acknowledge admit concede confirm confess reveal disclose recognize recognise know clarify uncover"
        " show indicate note",
        "prep": "confess:to admit:to own:up",
    },
    "demanding": {
        "clause": "demand urge order request ask insist instruct command advise recommend beg implore beseech plead"
        " direct mandate dictate exhort wish desire want",
        "object": "demand urge request order advise implore exhort",
        "infinitive": "demand urge ask request order beg plead instruct advise encourage call push press lobby tell"
        " persuade convince implore command warn remind exhort challenge",
        "prep": "call:for call:on call:upon ask:for push:for press:for lobby:for plead:for plead:with beg:for"
        " appeal:for long:for clamor:for clamour:for agitate:for petition:for",
    },
    "denying": {
        "clause": "deny doubt dispute disagree refute rebut question",
        "object": "deny reject dispute refute rebut rebuff contradict disavow disown repudiate renounce recant",
        "infinitive": "refuse decline deny",
        "prep": "distance:from back:away disapprove:of dispense:with",
    },
}  # fmt: skip

_FORMS_OF_THEIR_OWN = {
    "know": "knows knew known knowing", "hear": "hears heard hearing", "see": "sees saw seen seeing",
    "learn": "learns learned learnt learning", "understand": "understands understood understanding",
    "show": "shows showed shown showing", "sing": "sings sang sung singing", "beg": "begs begged begging",
    "bet": "bets bet betting", "brag": "brags bragged bragging", "forget": "forgets forgot forgotten forgetting",
    "foresee": "foresees foresaw foreseen foreseeing", "commit": "commits committed committing",
    "dream": "dreams dreamed dreamt dreaming", "fret": "frets fretted fretting", "rip": "rips ripped ripping",
    "slam": "slams slammed slamming", "hit": "hits hit hitting", "tear": "tears tore torn tearing",
    "lay": "lays laid laying", "spar": "spars sparred sparring", "prove": "proves proved proven proving",
    "opt": "opts opted opting", "label": "labels labeled labelled labeling labelling",
    "signal": "signals signaled signalled signaling signalling", "dub": "dubs dubbed dubbing",
    "regret": "regrets regretted regretting", "give": "gives gave given giving", "have": "has had having",
    "take": "takes took taken taking", "win": "wins won winning",
}  # fmt: skip


def _forms(verb: str) -> list[str]:
    return [verb, *_FORMS_OF_THEIR_OWN[verb].split()] if verb in _FORMS_OF_THEIR_OWN else verb_forms(verb)


def _classes() -> dict[str, dict[str, str]]:
    """By verb, what it takes, and the class that it then has."""
    classes: dict[str, dict[str, str]] = {}
    for name, lists in _SPEECH.items():
        for frame, words in lists.items():
            for word in words.split():
                verb, _, preposition = word.partition(":")
                classes.setdefault(verb, {}).setdefault(preposition or frame, name)
    return classes


FRAMES = _classes()
REPORTING_VERBS = {form: verb for verb in FRAMES for form in _forms(verb)}

# What people are of something: "is confident that", "are worried about".
STANCES = frozenset(
    "confident worried concerned convinced sure afraid hopeful optimistic pessimistic certain skeptical sceptical glad"
    " proud surprised critical supportive aware unaware furious angry sorry determined eager reluctant happy"
    " pleased thrilled delighted disappointed upset outraged dubious doubtful wary leery frustrated shocked appalled"
    " alarmed puzzled baffled adamant opposed grateful thankful insistent unwilling unhappy uneasy nervous"
    " anxious fearful unsure uncertain curious satisfied dissatisfied dismissive emphatic horrified disgusted"
    " enthusiastic".split()
)

# Things said, as nouns, by class; "X's claim that", "criticism of Y by X", "made a promise to".
NOUNS = {
    word: name
    for name, words in {
        "neutral": "statement belief hope view opinion promise pledge vow threat warning proposal plan decision praise"
        " endorsement prediction forecast estimate comment remark announcement assessment conclusion comments remarks"
        " commitment assurance suggestion message declaration description explanation threats warnings statements"
        " tweet fear concern worry thought idea expectation concerns fears hopes views opinions promises plans"
        " proposals intention desire theory argument advice position speculation tweets predictions beliefs sympathy"
        " story optimism question questions",
        "distancing": "claim claims allegation allegations accusation accusations assertion assertions contention"
        " insistence complaint complaints rumor rumors rumour rumours criticism criticisms insinuation suspicion"
        " suspicions skepticism scepticism condemnation rhetoric insult insults arguments attack attacks",
        "factive": "admission confirmation acknowledgment acknowledgement revelation revelations disclosure confession"
        " findings",
        "demanding": "demand demands call calls request requests plea appeal push recommendation recommendations",
        "denying": "denial denials rejection refusal opposition objection objections doubt doubts",
    }.items()
    for word in words.split()
}

# Verbs that carry such a noun: "issued a warning that", "expressed concern about".
CARRIERS = frozenset(
    form
    for verb in "make issue express voice give offer deliver raise repeat reiterate share release publish have air"
    " pose lodge".split()
    for form in _forms(verb)
)

# Verbs that take a finite clause without anybody saying or thinking it.
NOT_REPORTING = frozenset(
    "make makes made making let lets letting ensure ensures ensured ensuring happen happens happened be is are was were"
    " been being seem seems seemed appear appears appeared turn turns turned do does did have has had having help helps"
    " helped get gets got go goes going went come comes came cause causes caused depend depends depended keep keeps"
    " kept watch watched watching take takes took matter matters mattered 's ’s 're ’re become became give gives gave"
    " allow allows allowed allowing mean means meant meaning doing using leave leaves left".split()
)

# Who can want, praise or refuse, among nouns that are no names: people, bodies and what speaks for them.
_SPEAKERS = frozenset(
    "official officials spokesman spokeswoman spokesperson critic critics voter voters analyst people man woman men"
    " women government administration campaign party committee commission council ministry department agency company"
    " group team bank union court judge judges police army military police senate congress parliament house board"
    " cabinet coalition opposition public family families parents president minister premier chancellor king queen"
    " prince chief head aide aides lawyer prosecutor expert experts ally allies republicans democrats conservatives"
    " liberals progressives activist residents students staff crowd audience majority minority country nation state"
    " states countries nations city town church newspaper paper magazine network channel website report study survey"
    " poll polls surveys statement letter document documents article editorial book ad ads video post memo email"
    " complaint lawsuit indictment nominee candidate candidates rival rivals colleague colleagues neighbor neighbour"
    " neighbours neighbors victim victims citizen friend friends wife husband son daughter mother father brother sister"
    " guy guys others some many most few both each all person individuals establishment side sides camp regime kremlin"
    " palace authority authorities leadership media press half percent firm institute university association federation"
    " league fans workers doctors nurses soldiers troops rebels militants militia tribunal jury panel secretary general"
    " colonel captain mayor governor senator congressman congresswoman attorney counsel representative delegate"
    " delegates elite elites clergy youth kids children boy girl faithful base industry business businesses watchdog"
    " charity office embassy diplomat diplomats envoy airline club everyone everybody nobody somebody someone anyone"
    " one who pundit pundits skeptic skeptics sceptic sceptics hawk hawks couple colleague source sources".split()
)
_SPEAKING_ENDS = ("er", "ers", "or", "ors", "ist", "ists", "ian", "ians", "ant", "ants", "ee", "ees", "crat", "crats")
_KINDS = ("PERSON", "ORG", "GPE", "NORP")


def may_speak(word: str, kind: str) -> bool:
    """Whether a noun, given its kind as a name, stands for somebody who can speak, think or want."""
    if kind in _KINDS or word in ("he", "she", "they", "we", "i", "who"):
        return True
    return word in _SPEAKERS or (len(word) > 5 and word.endswith(_SPEAKING_ENDS))


def cue_class(cue: str) -> str:
    """The class of a verb or phrase as printed, where it reports words; "" where it is none that is known."""
    word = cue.lower()
    if word == "according to":
        return "neutral"
    verb = REPORTING_VERBS.get(word) or CUE_VERBS.get(word)
    if verb is None:
        return ""
    frames = FRAMES.get(verb, {})
    return frames.get("clause") or next(iter(frames.values()), "neutral")
