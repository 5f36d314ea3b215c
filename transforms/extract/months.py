"""The names of months in the languages of the press, and days written with them."""

from __future__ import annotations

import re
from datetime import date

_NAMES = (
    "january jan januar janvier janv enero ene gennaio gen janeiro januari sty stycznia ledna января",
    "february feb februar février fév févr fevrier febrero febbraio fevereiro fev februari lutego února февраля",
    "march mar märz maerz mrz mars marzo março maart maa marca března марта",
    "april apr avril avr abril abr aprile kwietnia dubna апреля",
    "may mai mayo maggio mag maio mei maj maja května мая",
    "june jun juni juin junio giugno giu junho czerwca června июня",
    "july jul juli juillet juil julio luglio lug julho lipca července июля",
    "august aug août aout agosto ago augustus augusti sierpnia srpna августа",
    "september sep sept septembre septiembre settembre set setembro września září сентября",
    "october oct oktober okt octobre octubre ottobre ott outubro out października října октября",
    "november nov novembre noviembre novembro listopada listopadu ноября",
    "december dec dezember dez décembre déc decembre diciembre dic dicembre dezembro desember des grudnia prosince "
    "декабря",
)
MONTHS = {name: number for number, names in enumerate(_NAMES, start=1) for name in names.split()}
_MONTH_FIRST = re.compile(
    r"\b(?P<month>[^\W\d_]{3,12})\.?\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<year>(?:19|20)\d\d)\b"
)
_DAY_FIRST = re.compile(
    r"\b(?P<day>\d{1,2})(?:\.|er|º|st|nd|rd|th)?[\s-]+(?:de\s+|of\s+)?(?P<month>[^\W\d_]{3,12})\.?,?[\s-]+"
    r"(?:de\s+|del\s+)?(?P<year>(?:19|20)\d\d)\b"
)


def named_day(text: str) -> date | None:
    """The first day in a text whose month is named: "Feb. 15, 2024", "15 de marzo de 2024"."""
    for pattern in (_MONTH_FIRST, _DAY_FIRST):
        for found in pattern.finditer(text):
            if month := MONTHS.get(found["month"].lower()):
                try:
                    return date(int(found["year"]), month, int(found["day"]))
                except ValueError:
                    continue
    return None
