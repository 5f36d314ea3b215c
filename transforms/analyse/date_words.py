"""The words of time in English, German, French and Spanish, each with its class and its value.

A class is one letter, so that a sentence becomes a short string in which patterns of dates are looked for:

    m month        w weekday      u unit of time   s season       p part of a day   k today, yesterday, tomorrow
    W on Mondays   1 a, an        R recent         A about
    l last, past   x next         t this           h following, previous           S that, same
    g ago          L later        B before         v every        e early, mid, late
    n number       o ordinal      b between        & and, or      f from            - to, until
    i in           F for          T the            O of           a am, pm, Uhr     z zone      r daily, weekly
    N then         Y time         X rest           E BC, AD       M Christmas, Easter, … (date_holidays)

`date_tokens` adds those of digits: d a day's number, y a year, D a date, H a clock, c a decade, q a quarter.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from transforms.analyse.words import fold

Meaning = tuple[str, object]  # class, value

_MONTHS = {
    "en": "january/jan february/feb march/mar april/apr may june/jun july/jul august/aug september/sep/sept "
    "october/oct november/nov december/dec",
    "de": "januar/jan/jaenner/jänner februar/feb märz/mrz april/apr mai juni/jun juli/jul august/aug "
    "september/sep/sept "
    "oktober/okt november/nov dezember/dez",
    "fr": "janvier/janv février/févr/fév mars avril/avr mai juin juillet/juil août septembre/sept octobre/oct "
    "novembre/nov décembre/déc",
    "es": "enero/ene febrero/feb marzo abril/abr mayo junio/jun julio/jul agosto/ago septiembre/setiembre/sep/sept "
    "octubre/oct noviembre/nov diciembre/dic",
}
_WEEKDAYS = {
    "en": "monday/mon tuesday/tue/tues wednesday/wed thursday/thu/thur/thurs friday/fri saturday/sat sunday/sun",
    "de": "montag dienstag mittwoch donnerstag freitag samstag/sonnabend sonntag",
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "es": "lunes martes miércoles jueves viernes sábado domingo",
}
_WEEKDAY_HABITS = {
    "en": "mondays tuesdays wednesdays thursdays fridays saturdays sundays",
    "de": "montags dienstags mittwochs donnerstags freitags samstags sonntags",
    "fr": "lundis mardis mercredis jeudis vendredis samedis dimanches",
    "es": "",
}
_NUMBERS = {
    "en": "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty",
    "de": "ein/eine/einen/einem/einer/eines zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn "
    "vierzehn "
    "fünfzehn sechzehn siebzehn achtzehn neunzehn zwanzig",
    "fr": "un/une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept "
    "dix-huit dix-neuf vingt",
    "es": "un/una/uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis "
    "diecisiete dieciocho diecinueve veinte",
}
_TENS = {
    "en": "twenty thirty forty fifty sixty seventy eighty ninety hundred",
    "de": "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig hundert",
    "fr": "vingt trente quarante cinquante soixante soixante-dix quatre-vingts quatre-vingt-dix cent",
    "es": "veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa cien",
}
_ORDINALS = {
    "en": "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth",
    "de": "erste/ersten/erstes zweite/zweiten/zweites dritte/dritten/drittes vierte/vierten/viertes",
    "fr": "premier/première deuxième/second/seconde troisième quatrième",
    "es": "primer/primera/primero segundo/segunda tercer/tercera/tercero cuarto/cuarta",
}
_UNITS = {
    "en": "second/seconds minute/minutes hour/hours/hrs day/days night/nights week/weeks weekend/weekends "
    "fortnight/fortnights month/months quarter/quarters half year/years decade/decades century/centuries",
    "de": "sekunde/sekunden minute/minuten stunde/stunden tag/tage/tagen/tages nacht/nächte/nächten woche/wochen "
    "wochenende/wochenenden - monat/monate/monaten/monats quartal/quartals halbjahr/halbjahres "
    "jahr/jahre/jahren/jahres "
    "jahrzehnt/jahrzehnte/jahrzehnten jahrhundert/jahrhunderts",
    "fr": "- minute/minutes heure/heures jour/jours/journée nuit/nuits semaine/semaines week-end - mois "
    "trimestre semestre an/ans/année/années décennie/décennies siècle/siècles",
    "es": "- minuto/minutos hora/horas día/días noche/noches semana/semanas - - mes/meses trimestre semestre "
    "año/años década/décadas siglo/siglos",
}
_UNIT_NAMES = [
    "second",
    "minute",
    "hour",
    "day",
    "night",
    "week",
    "weekend",
    "fortnight",
    "month",
    "quarter",
    "half",
    "year",
    "decade",
    "century",
]
_SEASON_WORDS = {
    "en": "spring summer autumn/fall winter",
    "de": "frühjahr/frühling sommer herbst winter",
    "fr": "printemps été automne hiver",
    "es": "primavera verano otoño invierno",
}
_PARTS = {  # TIMEX3: MO morning, MI midday, AF afternoon, EV evening, NI night
    "en": "morning/dawn noon/midday afternoon evening night/midnight/overnight",
    "de": "morgen/vormittag/früh mittag nachmittag abend nacht/mitternacht",
    "fr": "matin/matinée midi après-midi soir/soirée nuit/minuit",
    "es": "madrugada mediodía tarde noche medianoche",
}
_PART_CODES = ["MO", "MI", "AF", "EV", "NI"]
_DAY_WORDS: dict[str, dict[str, int]] = {
    "en": {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1},
    "de": {"heute": 0, "gestern": -1, "vorgestern": -2, "morgen": 1, "übermorgen": 2},
    "fr": {"aujourd'hui": 0, "hier": -1, "avant-hier": -2, "demain": 1, "après-demain": 2},
    "es": {"hoy": 0, "ayer": -1, "anteayer": -2, "anoche": -1, "mañana": 1},
}
_CLASSES = {
    "en": {
        "1": "a an", "l": "last past previous", "x": "next coming upcoming", "t": "this current", "h": "following "
        "preceding ensuing",
        "S": "that same", "g": "ago back", "L": "later after afterwards afterward", "B": "before earlier prior",
        "v": "every each", "b": "between", "&": "and or", "f": "from", "-": "to until till through - – — ‑",
        "i": "in within",
        "F": "for over during throughout", "T": "the", "O": "of", "r": "daily weekly monthly yearly annually hourly",
        "R": "recent", "N": "then", "Y": "time", "X": "rest remainder",
        "A": "about around roughly approximately nearly almost some circa",
    },
    "de": {
        "l": "letzte letzten letzter letztem letztes vergangene vergangenen vergangener vergangenes vorige vorigen "
        "voriger "
        "voriges", "x": "nächste nächsten nächster nächstes nächstem kommende kommenden kommender kommendes",
        "t": "dieser diese diesen diesem dieses laufenden", "h": "folgenden darauffolgenden",
        "G": "vor", "L": "später danach", "B": "zuvor davor früher",
        "v": "jeden jede jedes jeder alle", "b": "zwischen", "&": "und oder", "f": "von vom", "-": "bis - – — ‑",
        "i": "in binnen", "F": "für während seit", "T": "der die das dem den des", "O": "", "r": "täglich "
        "wöchentlich jährlich",
        "A": "etwa rund fast knapp ungefähr circa",
    },
    "fr": {
        "l": "dernier dernière derniers dernières passé passée", "x": "prochain prochaine prochains prochaines",
        "t": "ce cet cette", "h": "suivant suivante précédent précédente", "L": "après plus-tard",
        "B": "avant auparavant plus-tôt", "v": "chaque", "b": "entre",
        "&": "et ou", "f": "du de depuis", "-": "au à jusqu'au - – — ‑", "i": "dans", "F": "pendant durant depuis pour",
        "T": "le la les l'", "O": "de du d'", "r": "", "N": "lors", "X": "reste",
        "G": "", "A": "environ près presque quelque",
    },
    "es": {
        "l": "pasado pasada pasados pasadas último última últimos últimas",
        "x": "próximo próxima próximos próximas", "t": "este esta", "h": "siguiente anterior",
        "L": "después más-tarde", "B": "antes", "v": "cada", "b": "entre", "&": "y o",
        "f": "desde", "-": "al a hasta - – — ‑", "i": "en dentro", "F": "durante por", "T": "el la los las",
        "O": "de del", "r": "", "G": "hace", "N": "entonces", "X": "resto", "A": "unos unas aproximadamente casi",
    },
}  # fmt: skip
_VAGUE = {
    "en": "few several couple many dozens", "de": "einige einigen mehrere mehreren wenige wenigen paar",
    "fr": "quelques plusieurs", "es": "algunos algunas varios varias pocos pocas",
}  # fmt: skip
_EDGES = {
    "en": {"START": "early beginning start", "MID": "mid middle", "END": "late end"},
    "de": {"START": "anfang beginn", "MID": "mitte", "END": "ende"},
    "fr": {"START": "début", "MID": "mi milieu", "END": "fin"},
    "es": {"START": "principios comienzos inicios", "MID": "mediados", "END": "finales fines fin"},
}
_DECADES = {
    "en": {"twenties": 1920, "thirties": 1930, "forties": 1940, "fifties": 1950, "sixties": 1960, "seventies": 1970,
           "eighties": 1980, "nineties": 1990},
}  # fmt: skip
_ERAS = {"en": {"bc": "BC", "bce": "BC", "ad": "AD", "ce": "AD"}}  # in capitals
_CLOCK: dict[str, dict[str, int | None]] = {
    "en": {"am": 0, "a.m.": 0, "a.m": 0, "pm": 12, "p.m.": 12, "p.m": 12},
    "de": {"uhr": None},
    "fr": {},
    "es": {},
}
ZONES = {  # minutes east of Greenwich; "local time" and ET alone have none that is sure
    "gmt": 0, "utc": 0, "bst": 60, "cet": 60, "cest": 120, "eet": 120, "eest": 180, "msk": 180, "est": -300,
    "edt": -240,
    "cst": -360, "cdt": -300, "mst": -420, "mdt": -360, "pst": -480, "pdt": -420, "jst": 540, "ist": 330, "aest": 600,
    "aedt": 660, "mez": 60, "mesz": 120, "et": None, "pt": None,
}  # fmt: skip
FUTURE_CUES = {
    "en": "will shall 'll would going due set scheduled planned plans plan expected upcoming ahead until by starting "
    "next intends hopes tomorrow",
    "de": "wird werden will wollen soll sollen geplant",
    "fr": "sera seront aura auront va vont doit doivent prévu prévue devrait devraient pourra",
    "es": "será serán va van habrá tendrá tendrán previsto prevista prevé deberá celebrará",
}  # what stands in a clause about the future; tense itself is read from the parse where there is one


@cache
def lexicon(language: str) -> Mapping[str, Meaning]:
    """What each folded word of a language may mean for a date; English where the language is not known here."""
    code = language if language in _MONTHS else "en"
    words: dict[str, Meaning] = {}
    _add(words, "o", zip(_ORDINALS[code].split(), range(1, 99), strict=False))
    for letter, names in _CLASSES[code].items():
        _add(words, letter, [(name, 1 if letter == "1" else name) for name in names.split()])
    _add(words, "n", zip(_NUMBERS[code].split(), range(1, 21), strict=True))
    _add(words, "n", zip(_TENS[code].split(), range(20, 101, 10), strict=True))
    _add(words, "n", [(name, None) for name in _VAGUE[code].split()])
    _add(words, "s", zip(_SEASON_WORDS[code].split(), ("SP", "SU", "FA", "WI"), strict=True))
    _add(words, "u", zip(_UNITS[code].split(), _UNIT_NAMES, strict=True))
    _add(words, "p", zip(_PARTS[code].split(), _PART_CODES, strict=True))
    _add(words, "k", _DAY_WORDS[code].items())
    _add(words, "w", zip(_WEEKDAYS[code].split(), range(7), strict=True))
    _add(words, "W", zip(_WEEKDAY_HABITS[code].split(), range(7), strict=False))
    _add(words, "m", zip(_MONTHS[code].split(), range(1, 13), strict=True))
    for mod, names in _EDGES[code].items():
        _add(words, "e", [(name, mod) for name in names.split()])
    _add(words, "c", _DECADES.get(code, {}).items())
    _add(words, "E", _ERAS.get(code, {}).items())
    _add(words, "a", _CLOCK[code].items())
    _add(words, "z", [(name, minutes) for name, minutes in ZONES.items() if name not in words])
    return words


def _add(words: dict[str, Meaning], letter: str, named: Iterable[tuple[str, object]]) -> None:
    for names, value in named:
        for name in names.split("/"):
            if letter == "-" or name != "-":  # "-" stands for a word that the language lacks
                words[fold(name)] = (letter, value)


PAST_CUES = {
    "en": "",
    "de": "hat haben hatte hatten war waren wurde wurden worden sagte teilte kam gab starb begann ging seit",
    "fr": "a ont avait avaient était étaient été fut depuis",
    "es": "ha han había fue fueron era dijo desde murió anunció",
}


@cache
def past_cues(language: str) -> frozenset[str]:
    """The folded words that put a clause into the past, of languages that are read without a parse."""
    return frozenset(map(fold, PAST_CUES.get(language, "").split()))


@cache
def future_cues(language: str) -> frozenset[str]:
    """The folded words that put a clause into the future."""
    return frozenset(map(fold, FUTURE_CUES.get(language, FUTURE_CUES["en"]).split()))
