"""Which country a text was written in, by the words that only its own press uses: "selectmen", "councillor", "£".

A name without a country beside it ("Mansfield", "Lebanon woman held") is most often the one at home. Where the outlet
is not known, the text's own words tell: institutions, courts, schools, money and spelling. The words are our own.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

_WORD = re.compile(r"[^\W\d_][\w’'.-]*[^\W_]|[£€₹]")
_OWN = {
    "US": "selectmen selectman sheriff sheriff's sheriffs township townships county alderman aldermen freshman freshmen"
    " sophomore sophomores valedictorian attorney attorneys arraigned arraignment congressman congresswoman"
    " congressional gubernatorial statewide countywide republican republicans democrat democrats gop fbi medicaid"
    " medicare interstate downtown sidewalk sidewalks felony misdemeanor trooper troopers nfl nba ncaa mlb touchdown"
    " quarterback semifinals grader graders kindergarten homecoming gasoline apartment apartments mom moms movie movies"
    " u.s rep sen gov dept zip realtor",
    "GB": "councillor councillors mp mps constable constables magistrates pupils pupil headteacher borough nhs tory"
    " tories whitehall pence £ motorway lorry lorries pensioner pensioners pub pubs postcode solicitor solicitors"
    " inquest bobby ofsted holyrood a-level gcse gcses housebuilder roundabout",
    "IE": "garda gardaí gardai taoiseach tánaiste tanaiste dáil dail td tds gaa oireachtas seanad fianna fáil gael"
    " sinn féin hurling camogie rté",
    "CA": "rcmp mpp mpps opp canadian canadians loonie reeve cbc cfl",
    "AU": "shire ratepayers nsw afl nrl queenslanders aussie aussies australians paddock bushfire bushfires",
    "NZ": "iwi kiwi kiwis maori māori pākehā marae kiwisaver",
    "IN": "crore crores lakh lakhs rs ₹ panchayat tehsil sarpanch mla mlas lok sabha bjp",
    "ZA": "anc cosatu eskom bakkie shebeen",
}  # fmt: skip
_SPELT = {
    "US": "color colors center centers defense program programs percent neighbor neighbors neighborhood neighborhoods"
    " favorite traveled traveling canceled labor honor honored harbor theater organization organizations organized"
    " recognized realized license catalog meter meters liter gray plow jewelry aging offense pediatric",
    "GB": "colour colours centre centres defence programme programmes neighbour neighbours neighbourhood favourite"
    " travelled travelling cancelled labour honour honoured harbour theatre organisation organisations organised"
    " recognised realised licence catalogue metre metres litre grey cheque cheques plough jewellery ageing offence"
    " paediatric whilst amongst kerb tyre tyres",
}  # fmt: skip
_SIGNS = {word: code for code, words in _OWN.items() for word in words.split()}
_SPELLINGS = {word: code for code, words in _SPELT.items() for word in words.split()}

_PER_WORD, _MOST = 0.7, 2.0
_OUTLET = 1.0  # what it weighs that the outlet sits there


class Home(NamedTuple):
    """A country, and how much it weighs that a place lies there."""

    country: str
    weight: float


NOWHERE = Home("", 0.0)


def home_of(body: str, outlet: str = "") -> Home:
    """The country of the outlet, or the one whose press writes so; where both say the same it weighs the more."""
    own = _told_by_words(body)
    if not outlet or (own.country == outlet and own.weight > _OUTLET):
        return own
    return Home(outlet, _OUTLET)


def _told_by_words(body: str) -> Home:
    """The country that more words of the text speak for than for any other; American spelling, or the other, adds."""
    words = {word.lower() for word in _WORD.findall(body)}
    counts = Counter(_SIGNS[word] for word in words & _SIGNS.keys())
    spelt = Counter(_SPELLINGS[word] for word in words & _SPELLINGS.keys())
    american = spelt["US"] - spelt["GB"]
    counts["US"] += max(0, american)
    counts.update({code: max(0, -american) for code in counts if code != "US" and counts[code]})
    (country, most), *others = [*counts.most_common(2), ("", 0)]
    ahead = most - others[0][1]
    return Home(country, min(_MOST, _PER_WORD * ahead)) if ahead else NOWHERE
