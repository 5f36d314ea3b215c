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
    (
        "artist",
        r"(?:film|movie|theatre|stage|opera|award-winning|artistic|musical?)[- ]director"
        r"|(?:film|movie|tv|television|soap|pop|rock|rap|reality|stage|opera|hollywood|bollywood|youtube|tiktok"
        r"|internet)(?: tv)?[- ](?:star|personality)",
    ),
    (
        "sportsperson",
        r"(?:football|soccer|tennis|cricket|rugby|golf|basketball|baseball|hockey|nba|nfl|nhl|track"
        r"|boxing)[- ]star"
        r"|(?:sporting|technical) director|vice[- ]captain",
    ),
    (
        "executive",
        r"(?:finance|financial|commercial|marketing|sales|operations|creative|legal|communications|hr"
        r"|human resources|group|product) director"
        r"|(?:managing|senior|general|founding) partner|property developer|finance chief|company secretary",
    ),
    (
        "journalist",
        r"(?:radio|tv|television|talk[- ]show|show|podcast|news) (?:host|producer)"
        r"|(?:film|art|music|food|theatre|tv) critic",
    ),
    ("lawyer", r"public defender"),
    ("activist", r"human rights defender"),
    (
        "prosecutor",
        r"(?:u\.?s\.?|united states|state['’]?s?|federal|county|commonwealth['’]s|assistant (?:u\.?s\.?"
        r"|state)) attorney",
    ),
    (
        "police",
        r"(?:deputy )?inspector[- ]general of police|(?:sheriff['’]s?|deputy sheriff['’]?s?) deputy|deputy sheriff",
    ),
    ("agency_head", r"inspector[- ]general|harbou?r ?master"),
    ("military", r"(?:army|navy|marine|air force|war|military|combat|iraq|vietnam|afghanistan) veteran"),
    (
        "journalist",
        r"editor(?:[- ]in[- ]chief)?|(?:staff|features?|sports|science|political|travel|opinion|senior) writer",
    ),
    (
        "expert",
        r"(?:lead|senior|study|first) (?:co-)?author|study (?:leader|lead)"
        r"|chief (?:economist|scientist|analyst|strategist|engineer)",
    ),
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
        r"envoy|mediator|negotiator|special representative|emissary|high representative|special rapporteur"
        r"|rapporteur",
    ),
    (
        "deputy",
        r"(?:vice|deputy)[ -]?(?:prime minister|chief minister|first minister|president|premier|chancellor|head"
        r"|director(?:[- ]general)?|governor|mayor|chair\w*|chief|leader|commissioner|secretary[- ]general"
        r"|manager|editor|commander|administrator|executive|speaker)"
        r"|(?<!\w )deputy"
        r"|(?:assistant|associate) (?:principal|head ?teacher|head|chief|commissioner|governor|mayor|chair\w*)",
    ),
    ("head_of_government", r"prime minister|premier|taoiseach|chancellor(?! of the exchequer)|first minister"),
    (
        "minister",
        r"(?<!chief )minister|(?:federal|state|shadow) treasurer|(?:chief )?cabinet secretary"
        r"|secretary of (?:state|defen[cs]e|the treasury|commerce|labor|education|energy)|attorney general"
        r"|(?:foreign|home|defen[cs]e|treasury|health|interior|justice|trade|energy|education|transport(?:ation)?"
        r"|business|culture|environment|housing|labor|commerce|agriculture|homeland security|work and pensions"
        r"|shadow \w+) secretary"
        r"|chancellor of the exchequer|shadow chancellor|top diplomat",
    ),
    ("monarch", r"king|queen|emir|sultan|crown prince(?:ss)?|prince|princess|emperor|empress|pope|pontiff"),
    (
        "legislator",
        r"senator|congress(?:man|woman|men|women|person)|mp|mep|msp|tds?|lawmaker|deput(?:y|ies)|legislator"
        r"|house speaker|speaker|(?:majority|minority) (?:leader|whip)|parliamentarian|representative"
        r"|assembly(?:man|woman|member)|ranking (?:democrat|republican|member)|backbencher|frontbencher|m[ln]a|mpp"
        r"|peer(?:ess)?|senate president|(?:chief )?whip",
    ),
    ("governor", r"governor|lieutenant governor|lt\.? gov\.?|chief minister"),
    ("mayor", r"mayor(?:ess)?"),
    ("councillor", r"councill?or|council(?:man|woman)|council member|alderman"),
    (
        "commander",
        r"commander(?:[- ]in[- ]chief)?|(?:army|navy|air force|military|defen[cs]e) chief"
        r"|chief of the general staff|(?:military|army|navy|air force) chief of (?:the general )?staff|warlord",
    ),
    (
        "military",
        r"(?<![- ])general|(?:major|brigadier|lieutenant|army|air force|star)[- ]general|colonel|admiral|major"
        r"|captain|lieutenant|sergeant|brigadier|corporal|soldier|marine|airman|paratrooper|infantryman|commodore"
        r"|squadron leader|wing commander|(?:warrant|petty) officer|sniper|commando",
    ),
    (
        "police",
        r"police chief|sheriff|constable|detective|inspector|(?<!school )superintendent"
        r"|police (?:officer|commissioner)|chief of police|police spokes\w+|(?:state |highway )?trooper|gendarme"
        r"|patrolman|(?:deputy )?commissioner of police|superintendent of police",
    ),
    ("prosecutor", r"prosecutor|district attorney|attorney[- ]general|solicitor[- ]general"),
    ("judge", r"judge|(?:chief )?justice|magistrate|coroner|jurist"),
    ("lawyer", r"lawyer|attorney|solicitor|barrister|counsel|senior advocate|advocate general|paralegal|notary"),
    ("secretary_general", r"(?<!deputy )secretary[- ]general"),
    ("chief_executive", r"chief executive(?: officer)?|ceo|managing director|chief exec"),
    ("chair", r"chair(?:man|woman|person)?"),
    (
        "executive",
        r"executive(?! director)|cfo|coo|cto|chief \w+ officer|(?:co-?)?founder|(?:co-?)?owner|shareholder"
        r"|investor|landlord|landlady|restaurateur|hotelier|financier|industrialist|publican|proprietor|merchant"
        r"|(?:co-?)?proprietor|lobbyist|businessm[ae]n|businesswom[ae]n|(?:multi-?)?millionaire|billionaire|tycoon"
        r"|magnate|entrepreneur|manager|shipowner|oligarch",
    ),
    ("head_of_state", r"president|supreme leader|head of state"),
    ("leader", r"leader|chieftain|strongman|dictator|ruler|kingpin|ringleader|(?:tribal|village|clan) (?:chief|elder)"),
    (
        "agency_head",
        r"head|director(?:[- ]general)?|chief|commissioner|administrator|coordinator|secretary|treasurer"
        r"|executive director|superintendent|principal|rector|dean|provost|head ?master|head ?mistress"
        r"|head ?teacher|(?:head ?|school)teacher in charge|curator|commissar|spymaster",
    ),
    (
        "sportsperson",
        r"player|striker|goalkeeper|midfielder|defender|captain|sprinter|champion|golfer|boxer"
        r"|(?:racing|rally|formula one) driver|coach|grandmaster|cyclist|swimmer|skier|winger|batsman|bowler"
        r"|medallist|medalist|quarterback|pitcher|athlete|footballer|runner|jockey|trainer|wrestler|gymnast"
        r"|hurdler|high jumper|long jumper|rower|surfer|skater|fencer|snowboarder|olympian|paralympian"
        r"|wicket-?keeper|all-?rounder|batter|fly-half|(?:full|centre|center|left|right)[- ]?back|linebacker"
        r"|(?:wide )?receiver|running back|point guard|outfielder|referee|umpire"
        r"|world (?:number|no\.?) (?:one|two|\d+)",
    ),
    (
        "expert",
        r"professor|(?:nobel )?laureate|specialist|psychiatrist|nutritionist|dietitian|statistician|demographer"
        r"|philosopher|linguist|theorist|pharmacist|dentist|therapist|veterinarian|meteorologist|forecaster"
        r"|anaesthetist|archivist|botanist|naturalist|inventor|oceanographer|actuary|agronomist|planner|analyst"
        r"|economist|scientist|researcher|expert|historian|strategist|fellow|lecturer|scholar|\w+ologist|physicist"
        r"|astronomer|engineer|pollster|consultant|doctor|surgeon|physician|chemist|academic|mathematician"
        r"|(?:lead|study|co-?)[- ](?:co-)?author|paediatrician|pediatrician|geographer|architect",
    ),
    (
        "journalist",
        r"journalist|reporter|editor(?:[- ]in[- ]chief)?|correspondent|columnist|anchor|presenter|commentator"
        r"|broadcaster|photographer|publisher|blogger|newsreader|newscaster|anchor(?:man|woman)|podcaster"
        r"|photojournalist|host|camera(?:man|woman)|freelancer",
    ),
    (
        "religious",
        r"archbishop|bishop|cardinal|imam|rabbi|pastor|priest|ayatollah|patriarch|reverend|cleric|grand mufti"
        r"|mufti|vicar|monk|nun|preacher|abbot|chaplain|deacon|(?:tel)?evangelist|mullah|maulana|friar|swami|guru",
    ),
    (
        "activist",
        r"activist|campaigner|organi[sz]er|protester|dissident|unionist|trade unionist|volunteer|whistleblower"
        r"|advocate|environmentalist|conservationist|feminist|suffragist",
    ),
    (
        "official",
        r"official|officer|adviser|advisor|aide|diplomat|member|delegate|agent|civil servant|bureaucrat|politician"
        r"|grandee|statesm[ae]n|stateswom[ae]n|ombuds(?:man|woman|person)|(?:district |tax )collector|registrar"
        r"|warden|(?:park )?ranger|lifeguard|bailiff|comptroller|staffer|speechwriter|operative|technocrat"
        r"|(?:fire )?marshal|politico|chief of staff|permanent secretary|undersecretary|attach[eé]"
        r"|(?:fire)?fighter|firefighter|clerk|auditor",
    ),
    (
        "artist",
        r"actor|actress|singer|musician|author|writer|novelist|poet|artist|film-?maker|composer|painter|comedian"
        r"|playwright|designer|rapper|dancer|chef|conductor|sculptor|producer|screenwriter|model|pianist|guitarist"
        r"|drummer|bassist|vocalist|violinist|cellist|saxophonist|trumpeter|(?:singer-)?songwriter"
        r"|front(?:man|woman)|dj|youtuber|influencer|tiktoker|streamer|vlogger|choreographer|ballerina|soprano"
        r"|tenor|baritone|lyricist|dramatist|illustrator|cartoonist|animator|entertainer|supermodel|biographer"
        r"|essayist|documentarian|magician",
    ),
    (
        "civilian",
        r"resident|eyewitness|villager|islander|bystander|onlooker|passer-?by|homeowner|tenant|commuter"
        r"|holidaymaker|motorist|pensioner|shopper|voter|worshipper|retiree|townsman",
    ),
    (
        "other",
        r"farmer|spy|teacher|student|nurse|worker|pilot|driver|fisherman|shopkeeper|skipper|master|sailor|miner"
        r"|trader|bar(?:man|maid|tender|ista)|wait(?:er|ress)|accountant|bookkeeper|electrician|plumber|builder"
        r"|mechanic|technician|programmer|cleaner|caretaker|janitor|cashier|carer|caregiver|nanny|childminder"
        r"|babysitter|gardener|grower|rancher|beekeeper|winemaker|brewer|butcher|fishmonger|grocer|greengrocer"
        r"|seamstress|jewell?er|welder|docker|longshoreman|trucker|courier|steward(?:ess)?|flight attendant"
        r"|deckhand|diver|rescuer|mountaineer|climber|explorer|adventurer|(?:security |prison |border )?guard"
        r"|bouncer|doorman|postman|milkman|undertaker|apprentice|intern|trainee|schoolteacher|hairdresser"
        r"|beautician|decorator|roofer|handyman|realtor|sales(?:man|woman)|logger|forester|shepherd|labou?rer"
        r"|detectorist|tutor|instructor|steelworker|undergraduate|postdoc|receptionist|medic|emt"
        r"|crew(?:man|member)|midwife|carpenter|baker|librarian|translator|interpreter|paramedic|broker|banker"
        r"|astronaut|hacker|guide",
    ),
)

# Phrases whose class is not that of their head word, matched from their beginning, before all others.
WHOLE_PHRASES: tuple[tuple[str, str], ...] = (
    ("lawyer", r"(?:defen[cs]e |high court |supreme court )?advocates?(?: (?:at|in) .*)?$"),
    (
        "leader",
        r"(?:trade |labou?r |students?['’]? |[a-z]+ workers['’]? )?union (?:president|chair\w*|chief|secretary"
        r"|head)\b",
    ),
    ("envoy", r"(?:[\w-]+ )?representative (?:in|to)\b"),
    ("agency_head", r"(?:chief |lead )?inspectors? of (?!police\b)"),
    ("leader", r"party (?:president|chair\w*|chief|secretary|head)\b"),
    ("executive", r"(?:regional|division|divisional|area) presidents?\b"),
    (
        "agency_head",
        r"(?:club|company|college|university|council|board|student|class|school|team|league|federation"
        r"|association|bank|group|network|firm|bureau|society|chapter|foundation|institute) presidents?\b",
    ),
    (
        "police",
        r".*\b(?:commissioner|inspector|superintendent|chief|director|commandant"
        r"|head)(?:[- ]general)? of (?:the )?(?:\w+ )?police\b",
    ),
    (
        "executive",
        r"heads? of (?!the\b|an?\b|its\b|state\b|government\b|mission\b|delegation\b)[a-z][\w &’'-]*? (?:at|for)\b",
    ),
    ("agency_head", r"governor of (?:the )?(?:[\w’' ]*\b)?bank\b|.*\bbank governor$"),
    ("executive", r"(?:[\w-]+ )?vice[ -]president of (?!the (?:united|republic)|\w+$)"),
    (
        "executive",
        r"(?:global |regional )?head of (?:research|sales|marketing|communications|strategy|trading|equit"
        r"|investment|product|design|operations|engineering|legal|policy|content|programming|news"
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
    "ai", "army", "art", "assistant", "associate", "bank", "beauty", "black", "book", "bus", "business", "cartel",
    "celebrity", "central", "chess", "chief", "church", "city", "climate", "club", "company", "council", "county",
    "court", "cricket", "crime", "defence", "defense", "deputy", "district", "eastern", "education", "energy",
    "environment", "executive", "family", "fashion", "federal", "ferry", "film", "finance", "fire", "first",
    "fishing", "fitness", "food", "football", "foreign", "former", "gas", "gold", "golf", "government", "health",
    "hero", "hospital", "hr", "human", "industry", "interior", "junior", "justice", "labor", "labour", "lead",
    "local", "lorry", "managing", "market", "media", "military", "mining", "ministry", "mountainous", "music",
    "national", "navy", "news", "ngo", "northern", "oil", "opera", "opposition", "parliamentary", "party", "peace",
    "police", "pop", "pr", "presidential", "prime", "principal", "property", "pub", "radio", "rail", "rap", "reality",
    "rebel", "regional", "research", "rights", "rock", "royal", "rugby", "school", "security", "senior", "shadow",
    "soap", "southern", "special", "star", "state", "study", "taxi", "team", "tech", "tennis", "top", "town", "trade",
    "train", "travel", "truck", "tv", "union", "university", "veteran", "vice", "village", "western", "white",
    "world", "young",
})  # fmt: skip
