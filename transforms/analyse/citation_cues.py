"""The words by which articles cite: verbs that report, nouns that are documents, and what stands for an outlet."""

from __future__ import annotations

from transforms.analyse.cues import verb_forms

# ruff: noqa: SIM905 - a list of words is read as text

# What an outlet does when it is cited; when it asks, denies or boasts, it is itself in the news.
REPORTING = {
    form: verb
    for verb in (
        "report say write note find reveal describe quote cite estimate learn add observe declare claim argue explain"
        " state suggest conclude confirm announce predict warn tell point put calculate speculate allege recall"
        " summarize summarise characterize characterise opine editorialize remark recount headline uncover publish"
        " expose discover unearth detail list call dub hail brand accuse break tally project endorse"
    ).split()
    for form in verb_forms(verb)
} | {"found": "find", "finding": "find"}  # fmt: skip

# What papers do.
SHOWING = {
    form: verb
    for verb in "show say indicate reveal state suggest read describe detail allege accuse claim note warn conclude"
    " confirm list add put report recommend estimate argue assert".split()
    for form in verb_forms(verb)
} | {"found": "find", "finds": "find", "find": "find", "shown": "show", "said": "say", "put": "put"}  # fmt: skip

DOCUMENTS = frozenset(
    "report reports document documents record records filing filings memo memos transcript transcripts study studies"
    " survey surveys poll polls complaint complaints indictment affidavit lawsuit lawsuits warrant letter letters email"
    " emails e-mail e-mails court-documents cable cables paper papers audit dossier ruling judgment judgement census"
    " data figures statistics files minutes testimony manifesto communique communiqué text draft autopsy petition"
    " bulletin assessment certificate leaflet brochure".split()
)
STATEMENTS = frozenset("statement statements release communique communiqué".split())
# What outlets print or send: with these an outlet's name is that of the source.
PIECES = frozenset(
    "report reports story stories article articles analysis investigation review editorial tally count column account"
    " dispatch piece reporting coverage interview database profile calculation analyses exclusive scoop broadcast"
    " documentary podcast unit board estimate".split()
)
OUTLET_NOUNS = frozenset(
    "newspaper paper magazine channel website site agency network service broadcaster outlet wire station daily weekly"
    " newswire radio television tv publication portal".split()
)
POSTS = frozenset("post posts tweet tweets thread video message messages".split())
PLATFORMS = frozenset(
    "x twitter facebook instagram telegram tiktok youtube weibo linkedin vk reddit threads bluesky mastodon truth"
    " truth-social whatsapp".split()
)
POSTING = frozenset("posted tweeted tweets tweeting retweeted wrote writes writing said says posts".split())

NAMELESS = frozenset(
    "official officials person people source sources diplomat diplomats aide aides insider insiders adviser advisers"
    " advisor advisors lawmaker lawmakers executive executives officer officers employee employees staffer staffers"
    " lawyer lawyers individuals individual member members operative operatives banker bankers witness witnesses man"
    " woman".split()
)
ANONYMOUS = (
    r"familiar with|briefed on|with (?:direct )?knowledge of|knowledgeable about|close to (?:the|him|her)"
    r"|(?:on|under) (?:the )?condition (?:of anonymity|that (?:he|she|they) not be)|not authori[sz]ed to"
    r"|(?:declined|asked|requested|refused) (?:not )?to be (?:named|identified|quoted)|anonymous|unnamed|unidentified"
    r"|anonymity|who (?:was|were) not named"
)
