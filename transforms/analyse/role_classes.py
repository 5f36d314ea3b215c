"""The classes of roles, and the words that say so."""

from __future__ import annotations

# Role classes in the order of trial; the first whose pattern fits the role's head words wins. The classes follow the
# sectors of CAMEO's and PLOVER's actor codes (GOV, LEG, JUD, MIL, COP, OPP, BUS, MED, EDU, CVL) cut finer where news
# names the office itself.
ROLE_CLASSES: tuple[tuple[str, str], ...] = (
    (
        "candidate",
        r"candidate|nominee|contender|front-?runner|hopeful|challenger|[\w-]+[- ](?:elect|designate|in-waiting)",
    ),
    ("artist", r"(?:film|movie|theatre|stage|opera|award-winning)[- ]director"),
    ("journalist", r"editor(?:[- ]in[- ]chief)?"),
    ("expert", r"(?:lead|senior|study|first) (?:co-)?author|chief (?:economist|scientist|analyst|strategist|engineer)"),
    ("sportsperson", r"(?:team|club|offensive|defensive|test|rugby|cricket|football|team's) captain"),
    ("executive", r"(?:senior|executive|division|group|corporate|associate|assistant|regional) vice[ -]presidents?"),
    (
        "official",
        r"chief (?:medical|veterinary|scientific|nursing) officer|(?:permanent|under)[- ]?secretary"
        r"|(?<!military )(?<!army )(?<!navy )(?<!force )chief of staff",
    ),
    (
        "leader",
        r"(?:union|cartel|mafia|party|rebel|gang|drug|guerrilla|militia)s? (?:boss|chief|lord|commander)"
        r"|general secretary",
    ),
    ("chief_executive", r"boss"),
    ("spokesperson", r"spokes(?:man|men|woman|women|person|people)|press secretary|press officer"),
    ("ambassador", r"ambassador|consul(?:[- ]general)?|charg[eé] d['’]affaires|high commissioner"),
    (
        "envoy",
        r"envoy|mediator|negotiator|special representative|emissary|high representative|special rapporteur|rapporteur",
    ),
    (
        "deputy",
        r"(?:vice|deputy)[ -]?(?:prime minister|president|premier|chancellor|head|director(?:[- ]general)?|governor"
        r"|mayor|chair\w*|chief|leader|commissioner|secretary[- ]general|manager|editor|commander|administrator"
        r"|executive|speaker)|(?<!\w )deputy",
    ),
    ("head_of_government", r"prime minister|premier|taoiseach|chancellor(?! of the exchequer)|first minister"),
    (
        "minister",
        r"minister|secretary of (?:state|defen[cs]e|the treasury|commerce|labor|education|energy)|attorney general"
        r"|(?:foreign|home|defen[cs]e|treasury|health|interior|justice|trade|energy|education|transport(?:ation)?"
        r"|business|culture|environment|housing|labor|commerce|agriculture|homeland security|work and pensions"
        r"|shadow \w+) secretary|chancellor of the exchequer|shadow chancellor|top diplomat",
    ),
    ("monarch", r"king|queen|emir|sultan|crown prince(?:ss)?|prince|princess|emperor|empress|pope|pontiff"),
    (
        "legislator",
        r"senator|congress(?:man|woman|men|women|person)|mp|mep|msp|tds?|lawmaker|deput(?:y|ies)|legislator"
        r"|house speaker|speaker|(?:majority|minority) (?:leader|whip)|parliamentarian|representative"
        r"|assembly(?:man|woman|member)|ranking (?:democrat|republican|member)|backbencher",
    ),
    ("governor", r"governor|lieutenant governor"),
    ("mayor", r"mayor(?:ess)?"),
    ("councillor", r"councill?or|council(?:man|woman)|council member|alderman"),
    (
        "commander",
        r"commander(?:[- ]in[- ]chief)?|(?:army|navy|air force|military|defen[cs]e) chief|chief of the general staff"
        r"|(?:military|army|navy|air force) chief of (?:the general )?staff|warlord",
    ),
    (
        "military",
        r"(?<![- ])general|(?:major|brigadier|lieutenant|army|air force|star)[- ]general|colonel|admiral|major"
        r"|captain|lieutenant|sergeant|brigadier|corporal|soldier|marine",
    ),
    (
        "police",
        r"police chief|sheriff|constable|detective|inspector|(?<!school )superintendent|police (?:officer|commissioner)"
        r"|chief of police|police spokes\w+",
    ),
    ("prosecutor", r"prosecutor|district attorney|attorney[- ]general|solicitor[- ]general"),
    ("judge", r"judge|(?:chief )?justice|magistrate|coroner"),
    ("lawyer", r"lawyer|attorney|solicitor|barrister|counsel"),
    ("secretary_general", r"(?<!deputy )secretary[- ]general"),
    ("chief_executive", r"chief executive(?: officer)?|ceo|managing director|chief exec"),
    ("chair", r"chair(?:man|woman|person)?"),
    (
        "executive",
        r"executive(?! director)|cfo|coo|cto|chief \w+ officer|(?:co-?)?founder|(?:co-?)?owner|shareholder"
        r"|investor"
        r"|businessm[ae]n|businesswom[ae]n|billionaire|tycoon|magnate|entrepreneur|manager|shipowner|oligarch",
    ),
    ("head_of_state", r"president|supreme leader|head of state"),
    ("leader", r"leader|chieftain"),
    (
        "agency_head",
        r"head|director(?:[- ]general)?|chief|commissioner|administrator|coordinator|secretary|treasurer"
        r"|executive director|superintendent|principal|rector|dean|provost|(?:harbou?r ?|head)master|headmistress"
        r"|(?:head ?|school)teacher in charge|curator|commissar",
    ),
    (
        "sportsperson",
        r"player|striker|goalkeeper|midfielder|defender|captain|sprinter|champion|golfer|boxer"
        r"|(?:racing|rally|formula one) driver"
        r"|coach|grandmaster|cyclist|swimmer|skier|winger|batsman|bowler|medallist|medalist|quarterback|pitcher"
        r"|athlete|footballer|runner|jockey",
    ),
    (
        "expert",
        r"professor|(?:nobel )?laureate|analyst|economist|scientist|researcher|expert|historian|strategist|fellow"
        r"|lecturer|scholar"
        r"|\w+ologist|physicist|astronomer|engineer|pollster|consultant|doctor|surgeon|physician|chemist|academic"
        r"|mathematician|(?:lead|study|co-?)[- ](?:co-)?author|paediatrician|pediatrician|geographer|architect",
    ),
    (
        "journalist",
        r"journalist|reporter|editor(?:[- ]in[- ]chief)?|correspondent|columnist|anchor|presenter|commentator"
        r"|broadcaster|photographer|publisher|blogger",
    ),
    (
        "religious",
        r"archbishop|bishop|cardinal|imam|rabbi|pastor|priest|ayatollah|patriarch|reverend|cleric|grand mufti|mufti"
        r"|vicar|monk|nun|preacher|abbot",
    ),
    (
        "activist",
        r"activist|campaigner|organi[sz]er|protester|dissident|unionist|trade unionist|volunteer|whistleblower",
    ),
    (
        "official",
        r"official|officer|adviser|advisor|aide|diplomat|member|delegate|agent|civil servant|bureaucrat"
        r"|chief of staff|permanent secretary|undersecretary|attach[eé]|(?:fire)?fighter|firefighter|clerk|auditor",
    ),
    (
        "artist",
        r"actor|actress|singer|musician|author|writer|novelist|poet|artist|film-?maker|composer|painter|comedian"
        r"|playwright|designer|rapper|dancer|chef"
        r"|conductor|sculptor|producer|screenwriter|model|pianist|guitarist",
    ),
    ("civilian", r"resident|eyewitness|villager|islander"),
    (
        "other",
        r"farmer|teacher|student|nurse|worker|pilot|driver|fisherman|shopkeeper|skipper|master|sailor|miner|trader"
        r"|midwife|carpenter|baker|librarian|translator|interpreter|paramedic|broker|banker|astronaut|hacker|guide",
    ),
)

# Phrases whose class is not that of their head word, matched from their beginning, before all others.
WHOLE_PHRASES: tuple[tuple[str, str], ...] = (
    ("agency_head", r"governor of (?:the )?(?:[\w’' ]*\b)?bank\b|.*\bbank governor$"),
    ("executive", r"(?:[\w-]+ )?vice[ -]president of (?!the (?:united|republic)|\w+$)"),
    (
        "executive",
        r"(?:global |regional )?head of (?:research|sales|marketing|communications|strategy|trading|equit|investment"
        r"|product|design|operations|engineering|legal|policy|content|programming|news"
        r"|[\w ]* (?:research|strategy|sales))\b",
    ),
    ("commander", r"(?:head|chief|boss) of (?:.*\b)?(?:army|navy|military|air force|armed forces|defen[cs]e forces)\b"),
    ("leader", r"(?:head|president|secretary|chief|boss) of .*\b(?:union|party|rebels|militia|gang|cartel)\b"),
    ("artist", r"(?:directors?|producers?) of (?:the )?(?:\w+ )?(?:film|movie|documentary|play|musical|series)\b"),
    (
        "expert",
        r"(?:[\w-]+ )?(?:co-)?authors? of (?:the |a )?(?:\w+ )?(?:report|study|paper|survey|analysis|research)\b",
    ),
    (
        "councillor",
        r"(?:\w+ )?members? of (?:the )?(?:\w+ )?(?:city|town|county|local|municipal|parish|borough) council\b",
    ),
    (
        "legislator",
        r"(?:\w+ )?members? of (?:the )?(?:\w+ )?(?:parliament|congress|knesset|senate|assembly|bundestag|duma)\b",
    ),
    ("head_of_government", r"(?:president|chair\w*) of the (?:council of ministers|government|cabinet)|chief adviser"),
)

# Words that a sentence may begin with a capital and that say what kind a role is: "Taxi driver", "Union boss".
KIND_WORDS = frozenset({
    "army", "assistant", "associate", "bank", "bus", "business", "cartel", "central", "chess", "chief", "church",
    "city", "climate", "club", "company", "council", "county", "court", "cricket", "defence", "defense", "deputy",
    "district", "education", "energy", "environment", "executive", "family", "federal", "ferry", "film", "finance",
    "fire", "first", "football", "foreign", "former", "gold", "golf", "government", "health", "hospital", "human",
    "industry", "interior", "junior", "justice", "labor", "labour", "lead", "local", "lorry", "managing", "market",
    "media", "military", "mining", "ministry", "music", "national", "navy", "news", "oil", "opera", "opposition",
    "parliamentary", "party", "peace", "police", "presidential", "prime", "principal", "property", "rebel",
    "regional", "research", "rights", "rugby", "school", "security", "senior", "shadow", "special", "star", "state",
    "study", "taxi", "team", "tech", "tennis", "top", "town", "trade", "train", "truck", "union", "university",
    "veteran", "vice", "village", "world", "young",
})  # fmt: skip
