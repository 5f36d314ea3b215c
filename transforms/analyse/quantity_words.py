"""The words of number and measure in English, German, French and Spanish."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from transforms.analyse.words import fold


class Unit(NamedTuple):
    """What a unit word measures, and its name in the rows."""

    kind: str
    name: str


class Vague(NamedTuple):
    """A number that is not said: the least and the most that the word is used for."""

    low: float
    high: float | None


@dataclass(frozen=True)
class QuantityWords:
    """The vocabulary of a language, by folded words. Phrases are joined by single spaces."""

    numbers: Mapping[str, float]
    multipliers: Mapping[str, float]
    vague: Mapping[str, Vague]
    fractions: Mapping[str, float]  # the denominators: third 3
    modifiers: Mapping[tuple[str, ...], str]
    trailing: Mapping[tuple[str, ...], str]
    units: Mapping[tuple[str, ...], Unit]
    rises: frozenset[str]
    falls: frozenset[str]
    words: frozenset[str] = field(default=frozenset())


_ONES = {
    "en": "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen "
    "eighteen nineteen",
    "de": "null ein/eine/einen/einem/einer zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn "
    "fünfzehn sechzehn siebzehn achtzehn neunzehn",
    "fr": "zéro un/une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept "
    "dix-huit dix-neuf",
    "es": "cero un/una/uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis "
    "diecisiete dieciocho diecinueve",
}
_TENS = {
    "en": "twenty thirty forty fifty sixty seventy eighty ninety",
    "de": "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig",
    "fr": "vingt trente quarante cinquante soixante soixante-dix quatre-vingts quatre-vingt-dix",
    "es": "veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa",
}
_MULTIPLIERS: dict[str, dict[str, float]] = {
    "en": {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "mn": 1e6, "mln": 1e6, "billion": 1e9, "bn": 1e9,
    "trillion": 1e12,
           "tn": 1e12, "trn": 1e12, "crore": 1e7, "crores": 1e7, "lakh": 1e5, "lakhs": 1e5, "dozen": 12},
    "de": {"hundert": 1e2, "tausend": 1e3, "million": 1e6, "millionen": 1e6, "mio": 1e6, "milliarde": 1e9,
    "milliarden": 1e9,
           "mrd": 1e9, "billion": 1e12, "billionen": 1e12, "dutzend": 12},
    "fr": {"cent": 1e2, "cents": 1e2, "mille": 1e3, "million": 1e6, "millions": 1e6, "milliard": 1e9, "milliards": 1e9,
           "billion": 1e12, "billions": 1e12},
    "es": {"cien": 1e2, "ciento": 1e2, "mil": 1e3, "millon": 1e6, "millones": 1e6, "billon": 1e12, "billones": 1e12},
}  # fmt: skip
_VAGUE: dict[str, dict[str, tuple[float, float | None]]] = {
    "en": {"dozens": (24, 99), "scores": (40, 99), "hundreds": (200, 999), "thousands": (2e3, 9999), "tens": (20, 99),
           "millions": (2e6, 999e6), "billions": (2e9, 999e9), "several": (3, None), "handful": (3, 9), "couple": (2,
           3),
           "few": (3, None)},
    "de": {"dutzende": (24, 99), "hunderte": (200, 999), "tausende": (2e3, 9999), "mehrere": (3, None), "einige": (3,
    None),
           "zehntausende": (2e4, 99_999), "hunderttausende": (2e5, 999_999)},
    "fr": {"dizaines": (20, 99), "dizaine": (8, 12), "centaines": (200, 999), "centaine": (80, 120),
    "milliers": (2e3, 9999),
           "millier": (800, 1200), "plusieurs": (3, None), "quelques": (3, None), "douzaine": (12, 12)},
    "es": {"decenas": (20, 99), "docena": (12, 12), "docenas": (24, 99), "cientos": (200, 999), "centenares": (200,
    999),
           "miles": (2e3, 9999), "varios": (3, None), "varias": (3, None), "decena": (8, 12)},
}  # fmt: skip
_FRACTIONS = {
    "en": {"half": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifth": 5, "fifths": 5, "sixth": 6,
    "tenth": 10,
           "tenths": 10, "eighths": 8},
    "de": {"halfte": 2, "drittel": 3, "viertel": 4, "funftel": 5, "zehntel": 10},
    "fr": {"moitie": 2, "tiers": 3, "quart": 4, "quarts": 4},
    "es": {"mitad": 2, "tercio": 3, "tercios": 3, "cuarto": 4, "cuartos": 4},
}  # fmt: skip
_MODIFIERS: dict[str, dict[str, str]] = {
    "en": {
        "over": "over/more than/above/exceeding/in excess of/upwards of/upward of/greater than/better than/well over",
        "at_least": "at least/no fewer than/no less than/not less than/a minimum of/minimum of",
        "about": "about/around/roughly/approximately/some/circa/an estimated/estimated/approx",
        "nearly": "nearly/almost/close to/just under/just short of/just over/approaching",
        "up_to": "up to/as many as/as much as/at most/no more than/not more than/a maximum of/maximum of",
        "under": "fewer than/less than/under/below",
        "exactly": "exactly/precisely",
    },
    "de": {
        "over": "über/mehr als", "at_least": "mindestens/wenigstens", "about": "etwa/rund/ungefähr/circa/ca",
        "nearly": "fast/knapp/beinahe", "up_to": "bis zu/höchstens/maximal", "under": "weniger als/unter",
        "exactly": "genau",
    },
    "fr": {
        "over": "plus de/plus d'", "at_least": "au moins", "about": "environ/autour de/quelque",
        "nearly": "près de/presque",
        "up_to": "jusqu'à/au plus/au maximum", "under": "moins de/moins d'", "exactly": "exactement",
    },
    "es": {
        "over": "más de", "at_least": "al menos/por lo menos/como mínimo",
        "about": "unos/unas/alrededor de/aproximadamente/cerca de",
        "nearly": "casi", "up_to": "hasta/como máximo", "under": "menos de", "exactly": "exactamente",
    },
}  # fmt: skip
_TRAILING: dict[str, dict[str, str]] = {
    "en": {"at_least": "or more/plus/+/and above", "up_to": "or less/or fewer/or under", "about": "or so/odd"},
    "de": {"at_least": "oder mehr"}, "fr": {"at_least": "ou plus"}, "es": {"at_least": "o más"},
}  # fmt: skip
_UNITS = {  # kind: name: words of all four languages; symbols are as they are printed, folded
    "percent": {"percent": "%/percent/per cent/pct/prozent/pour cent/por ciento",
                "percentage point": "percentage point/percentage points/prozentpunkt/prozentpunkte/prozentpunkten/"
                "points de pourcentage/puntos porcentuales/pp",
                "basis point": "basis point/basis points/basispunkte/bps"},
    "distance": {"kilometre": "km/kilometre/kilometres/kilometer/kilometers/kilometern/kilomètre/kilomètres/"
    "kilómetro/kilómetros",
                 "mile": "mile/miles/meile/meilen/milla/millas",
                 "metre": "m/metre/metres/meter/meters/metern/mètre/mètres/metro/metros",
                 "foot": "ft/foot/feet", "centimetre": "cm/centimetre/centimetres/centimeter/centimeters/"
                 "zentimeter/centímetros/centimètres",
                 "millimetre": "mm/millimetre/millimetres/millimeter/millimeters", "inch": "inch/inches",
                 "yard": "yard/yards",
                 "nautical mile": "nautical mile/nautical miles", "light year": "light-year/light-years"},
    "area": {"square kilometre": "square kilometre/square kilometres/square kilometer/square kilometers/sq km/km2/"
    "km²/quadratkilometer/"
             "kilómetros cuadrados/kilomètres carrés", "square mile": "square mile/square miles/sq mi", "hectare":
             "hectare/hectares/ha/hektar/hectárea/hectáreas", "acre": "acre/acres",
             "square metre": "square metre/square metres/square meter/square meters/m2/m²/sq m/quadratmeter/"
             "metros cuadrados/mètres carrés",
             "square foot": "square foot/square feet/sq ft"},
    "weight": {"kilogram": "kg/kilo/kilos/kilogram/kilograms/kilogramm/kilogramme/kilogrammes/kilogramos",
               "tonne": "tonne/tonnes/ton/tons/metric tons/metric tonnes/tonnen/tonelada/toneladas",
               "gram": "g/gram/grams/gramm/grammes/gramos",
               "pound": "lb/lbs", "ounce": "oz/ounce/ounces"},
    "volume": {"litre": "litre/litres/liter/liters/litern/litro/litros", "barrel": "barrel/barrels/bpd/barriles/barils",
               "gallon": "gallon/gallons", "cubic metre": "cubic metre/cubic metres/cubic meter/cubic meters/m3/"
               "m³/kubikmeter"},
    "temperature": {"celsius": "c/celsius/°c/degrees celsius/degrees c/grad celsius/grados/degrés",
    "fahrenheit": "f/°f/fahrenheit/"
                    "degrees fahrenheit/degrees f", "degree": "°/degree/degrees/grad"},
    "speed": {"kilometre per hour": "km/h/kmh/kph/kilometres per hour/kilometers per hour/kilometres an hour/"
    "kilometers an hour/"
              "kilometer pro stunde/kilómetros por hora/kilomètres heure",
              "mile per hour": "mph/miles per hour/miles an hour",
              "knot": "knot/knots", "metre per second": "metres per second/meters per second/m/s"},
    "power": {"megawatt": "mw/megawatt/megawatts", "gigawatt": "gw/gigawatt/gigawatts",
    "kilowatt": "kw/kilowatt/kilowatts",
              "megawatt hour": "mwh", "kilowatt hour": "kwh", "terawatt hour": "twh"},
    "duration": {"second": "seconds/sekunden/segundos/secondes", "minute": "minute/minutes/minuten/minuto/minutos",
                 "hour": "hour/hours/hrs/stunde/stunden/heure/heures/hora/horas",
                 "day": "day/days/tag/tage/tagen/jour/jours/día/días",
                 "night": "nights/nächte/nuits", "week": "week/weeks/woche/wochen/semaine/semaines/semana/semanas",
                 "month": "month/months/monat/monate/monaten/mois/mes/meses",
                 "year": "year/years/jahr/jahre/jahren/an/ans/année/années/año/años",
                 "decade": "decade/decades/jahrzehnte/décennies/décadas",
                 "century": "century/centuries/jahrhunderte/siècles/siglos"},
}  # fmt: skip
CURRENCY_SIGNS = {
    "$": "USD", "us$": "USD", "a$": "AUD", "c$": "CAD", "ca$": "CAD", "hk$": "HKD", "nz$": "NZD", "s$": "SGD",
    "r$": "BRL",
    "au$": "AUD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₩": "KRW", "₽": "RUB", "₪": "ILS", "₺": "TRY",
    "₦": "NGN",
    "₴": "UAH", "₱": "PHP", "฿": "THB", "rs": "INR", "rs.": "INR", "usd": "USD", "eur": "EUR", "gbp": "GBP",
    "chf": "CHF",
    "jpy": "JPY", "cny": "CNY", "rmb": "CNY", "inr": "INR", "sek": "SEK", "nok": "NOK", "dkk": "DKK", "aud": "AUD",
    "cad": "CAD",
    "zar": "ZAR", "brl": "BRL", "rub": "RUB", "uah": "UAH", "try": "TRY", "pln": "PLN", "czk": "CZK", "huf": "HUF",
    "ils": "ILS",
    "aed": "AED", "sar": "SAR", "kes": "KES", "ngn": "NGN", "mxn": "MXN", "krw": "KRW", "idr": "IDR", "thb": "THB",
}  # fmt: skip
_CURRENCY_WORDS = {
    "USD": "dollar/dollars/us dollars/us-dollar/us dollar/dólar/dólares", "EUR": "euro/euros",
    "GBP": "pound/pounds/pounds sterling/"
    "pfund/livres sterling/libras", "JPY": "yen", "CNY": "yuan/renminbi", "INR": "rupee/rupees/rupien/roupies/rupias",
    "RUB": "rouble/roubles/ruble/rubles/rubel/rublos", "CHF": "swiss francs/franken/francs suisses/francos suizos",
    "KRW": "won", "BRL": "real/reais/reales", "MXN": "mexican pesos", "TRY": "lira/liras", "ILS": "shekel/shekels",
    "UAH":
    "hryvnia/hryvnias", "SEK": "swedish kronor/kronor", "NOK": "norwegian kroner/kroner", "DKK": "danish kroner",
    "PLN": "zloty/zlotys",
    "NGN": "naira", "KES": "kenyan shillings", "ZAR": "rand", "IDR": "rupiah", "THB": "baht",
    "AUD": "australian dollars",
    "CAD": "canadian dollars", "HKD": "hong kong dollars", "IRR": "rial/rials", "AED": "dirham/dirhams",
    "SAR": "riyal/riyals",
    "XXX": "peso/pesos/dinar/dinars/shilling/shillings/kronen/couronnes/coronas",
}  # fmt: skip
_RISES = {
    "en": "rose rise rises rising risen grew grow grows growing growth increased increase increases increasing "
    "jumped jump climbed "
    "climb gained gain gains surged surge soared added up higher advanced expanded raised raise",
    "de": "stieg stiegen steigen gestiegen wuchs wuchsen zugelegt erhöht zunahme plus anstieg",
    "fr": "augmenté augmente hausse progressé bondi grimpé croissance",
    "es": "subió subieron subido aumentó aumentaron aumento creció crecido alza",
}
_FALLS = {
    "en": "fell fall falls falling fallen dropped drop drops declined decline declines decreased decrease lost "
    "shrank shrunk slid "
    "plunged tumbled slipped dipped down lower cut reduced reduce contracted slumped slashed",
    "de": "sank sanken sinken gesunken fiel fielen gefallen schrumpfte rückgang minus gesenkt",
    "fr": "baissé baisse chuté recul reculé diminué",
    "es": "cayó cayeron caído bajó bajaron bajado caída descenso disminuyó",
}


@cache
def quantity_words(language: str) -> QuantityWords:
    """The vocabulary of a language; English where it is none of the four."""
    code = language if language in _ONES else "en"
    numbers = {fold(word): float(no) for no, names in enumerate(_ONES[code].split()) for word in names.split("/")}
    numbers |= {fold(word): 10.0 * no for no, word in enumerate(_TENS[code].split(), start=2)}
    vague = {word: Vague(*bounds) for word, bounds in _VAGUE[code].items()}
    known = numbers.keys() | _MULTIPLIERS[code].keys() | vague.keys() | _FRACTIONS[code].keys()
    return QuantityWords(
        numbers, _MULTIPLIERS[code], vague, {word: float(no) for word, no in _FRACTIONS[code].items()},
        _phrases(_MODIFIERS[code]), _phrases(_TRAILING[code]), _units(), _folded(_RISES[code]), _folded(_FALLS[code]),
        frozenset(known),
    )  # fmt: skip


def _folded(words: str) -> frozenset[str]:
    return frozenset(map(fold, words.split()))


def _phrases(named: Mapping[str, str]) -> dict[tuple[str, ...], str]:
    return {words: name for name, phrases in named.items() for words in _split(phrases.split("/"))}


def _split(phrases: Iterable[str]) -> list[tuple[str, ...]]:
    return [tuple(fold(phrase).split()) for phrase in phrases]


@cache
def _units() -> dict[tuple[str, ...], Unit]:
    units = {
        words: Unit(kind, name)
        for kind, names in _UNITS.items()
        for name, phrases in names.items()
        for words in _split(_apart(phrases))
    }
    return units | {
        words: Unit("money", code) for code, names in _CURRENCY_WORDS.items() for words in _split(names.split("/"))
    }


def _apart(phrases: str) -> list[str]:
    """Split at "/", but for the symbols that have one themselves."""
    kept = phrases.replace("km/h", "km⁄h").replace("m/s", "m⁄s")
    return [phrase.replace("⁄", "/") for phrase in kept.split("/")]
