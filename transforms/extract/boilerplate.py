"""Lines that stand among an article's paragraphs and are no part of what it says.

Conservative: a true sentence lost costs more than a left-over kept, so a line goes only if all of it is boilerplate.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from transforms.extract.blocks import Block
from transforms.extract.volatile import is_volatile
from transforms.records.extract import Dropped

_MAX_WORDS = 25  # longer lines are prose, whatever words they begin with

_REASONS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (reason, re.compile(pattern, re.IGNORECASE))
    for reason, pattern in (
        ("loading", r"(?:(?:loading|please wait|wird geladen|chargement(?: en cours)?|cargando|caricamento)[\s.…]*)+$"),
        (
            "advertisement",
            r"(?:-\s*)?(?:advertisement|advertising|anzeige|werbung|publicité|publicidad|pubblicità|reklame?|annonce|"
            r"advertentie|sponsored(?: content)?|story continues below(?: advertisement)?|continue reading below|"
            r"article continues (?:below|after)(?: (?:this|the))?(?: ad(?:vertisement)?)?|scroll to continue.*|"
            r"(?:the )?(?:story|article) continues (?:below|after).*|remove ads?|article content)[\s.:…–—-]*$",
        ),
        (
            "embed",
            r"(?:embed(?:ded content)?|externer inhalt(?: nicht verfügbar)?|external content|contenu externe|"
            r"(?:recommended|related|featured|top|latest) videos?|video player|play video|watch (?:now|video)|"
            r"(?:this|the) (?:content|video|browser) (?:is not available|could not be loaded|is not supported)\b.*|"
            r"(?:please )?enable (?:javascript|cookies)\b.*|(?:deine|ihre) privatsphäre-einstellungen\b.*)[\s.:]*$",
        ),
        (
            "credit",
            r"(?:photo|image|picture|foto|bild|video|credits?|quelle|source)s?\s?(?::|by\b|credit\b|/).{2,60}$|"
            r"[\w .,'’&/|-]{0,60}(?:/|\bvia |\||\()\s?(?:getty(?: images)?|afp|ap(?: photo| images)?|"
            r"reuters|shutterstock|"
            r"istock\w*|alamy|unsplash|pexels|imago\w*|dpa|epa|bloomberg|zuma\w*|corbis|picture alliance)\W*$|"
            r"[\w .,'’&/|-]{0,40}\bgetty images\W*$",
        ),
        (
            "newsletter",
            r"(?:sign up|subscribe|register) (?:now |here |today )?(?:for|to) (?:our|the|my|your|"
            r"free)\b.*(?:newsletter|"
            r"updates?|inbox|e-?mails?|alerts?|channel|briefing)\b.*$|"
            r"get (?:our|the|all the) .*(?:newsletter|in your inbox|to your inbox).*$|"
            r".*delivered (?:straight )?to your inbox\.?$|"
            r"(?:abonnez-vous|inscrivez-vous|suscríbete|iscriviti|melden sie sich|jetzt abonnieren)\b.*newsletter.*$|"
            r"newsletter$|email address\W*$|enter your e-?mail.*$",
        ),
        (
            "share",
            r"(?:share(?: this)?(?: (?:article|story|post|page|on|via|with))*|teilen|partager|compartir|condividi|"
            r"tweet|e-?mail|print|drucken|copy link|link copied!?|facebook|twitter|whatsapp|linkedin|pinterest|reddit|"
            r"telegram|flipboard|x|bluesky|messenger|threads|save|merken|comments?|kommentare)"
            r"(?:[\s,|/·•:]+(?:on|via|auf|sur|en|by|e-?mail|mail|facebook|twitter|whatsapp|linkedin|pinterest|reddit|"
            r"telegram|x|bluesky|print|copy|link|share|tweet|flipboard|messenger|threads))*[\s.:!]*$|"
            r"(?:share|follow us|find us|like us) (?:this )?(?:article |story |post )?on (?:facebook|"
            r"twitter|x|instagram|"
            r"linkedin|google news|whatsapp|youtube|telegram|social media)\b.*$",
        ),
        (
            "related",
            r"(?:related(?: (?:articles?|stories|posts?|content|coverage|topics?|reading|news|links?))?|read more|"
            r"more on this(?: story)?|see also|also read|read also|you (?:may|might) also (?:like|be interested in)|"
            r"recommended(?: (?:stories|articles|for you|reading))?|more (?:stories|from .{1,30})|"
            r"most read|trending(?: now)?|"
            r"lesen sie auch|mehr zum thema|auch interessant|lire aussi|à lire aussi|lea también|te puede interesar|"
            r"leggi anche|lees ook|læs også|les også|läs också|czytaj (?:też|także)|continue reading|"
            r"keep reading)[\s.:…»>→]*$|"
            r"(?:read more|read also|also read|read next|related|see also|lesen sie auch|lesen sie mehr|"
            r"lire aussi|à lire aussi|"
            r"lea también|leggi anche|lees ook|läs också|les også|czytaj też|watch)\s?[:|»>→].{0,160}$",
        ),
        (
            "cookies",
            r"(?:we|this (?:web)?site|wir|diese website|nous|ce site) (?:use[sn]?|verwende[nt]|utilis\w+) cookies\b.*$|"
            r"(?:accept|manage|reject)(?: all)? cookies\W*$|cookie (?:settings|policy)\W*$",
        ),
        (
            "rights",
            r"(?:©|\(c\)|copyright\b)\s*(?:©|\(c\))?.{0,120}$|all rights reserved\.?$|alle rechte vorbehalten\.?$|"
            r".{0,80}\ball rights reserved\W*(?:this material may not be .*)?$",
        ),
        (
            "comments",
            r"(?:leave|post|add|write) a (?:comment|reply)\W*$|(?:show|view|read|see) (?:all )?(?:\d+ )?comments?\W*$|"
            r"\d+ comments?\W*$|join the (?:conversation|discussion)\W*$|comments are closed\W*$|"
            r"your email address will not be.*$",
        ),
        (
            "navigation",
            r"(?:skip to (?:main )?(?:content|article)|back to top|table of contents|go to homepage|"
            r"previous(?: article| post)?|"
            r"next(?: article| post)?|menu|search|home|close|log ?in|sign ?in|inhaltsverzeichnis|nach oben|"
            r"zurück|weiter)[\s.:→»]*$",
        ),
    )
)


_MIN_REPEATED_WORDS, _REPEATED = 5, 3  # shorter lines repeat in true texts too: "Pros", "Pricing"
_TOP_BLOCKS, _PROSE_WORDS = 6, 25  # headline, byline and date are looked for among the first blocks, before any prose
_BYLINE = re.compile(
    r"(?:(?:written|story|text|words) )?(?:by|von|par|por|di|door|av|af)\s+\S+(?:\s+\S+){0,7}$", re.IGNORECASE
)
_DATE = re.compile(
    r"(?:(?:published|posted|updated|last updated|stand|veröffentlicht|aktualisiert|publié|mis à jour|"
    r"publicado|actualizado)"
    r"[\s:]*(?:on|at|am|le|el|:)?\s*)?(?:\w+,?\s+){0,2}(?:\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|"
    r"\w+\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|"
    r"\d{1,2}\.? (?:de )?\w+\.?,? (?:de )?\d{4})(?:[\s,|•·–-]*(?:at|um|à|a las|kl\.?)?\s*\d{1,2}[:.h]\d\d.{0,20})?$",
    re.IGNORECASE,
)


def sort_out(blocks: Sequence[Block], title: str) -> tuple[list[Block], list[Dropped]]:
    """The blocks that are text, and the lines that are not, each with its reason; both in order."""
    counts = Counter(block.text for block in blocks)
    kept: list[Block] = []
    dropped: list[Dropped] = []
    is_top = True
    for position, block in enumerate(blocks):
        is_top = is_top and position < _TOP_BLOCKS and len(block.text.split()) < _PROSE_WORDS
        reason = why_boilerplate(block.text) or (_why_of_top(block.text, title) if is_top else "")
        if not reason and counts[block.text] >= _REPEATED and len(block.text.split()) >= _MIN_REPEATED_WORDS:
            reason = "repeated"
        if reason:
            dropped.append(Dropped(block.text, reason))
        else:
            kept.append(block)
    return kept, dropped


def _why_of_top(line: str, title: str) -> str:
    """Whether a line above the prose is the headline again, the byline or the date."""
    mine, headline = _letters(line), _letters(title)
    if headline and (mine == headline or (mine.endswith(headline) and len(mine) < 2 * len(headline))):
        return "title"
    if _BYLINE.match(line) and not line.endswith((".", "!", "?", ":")):
        return "byline"
    return "date" if _DATE.match(line) else ""


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.casefold())


def why_boilerplate(line: str) -> str:
    """The reason why a whole line is boilerplate ("loading", "share", …); "" where it is text."""
    if len(line.split()) > _MAX_WORDS:
        return ""
    reason = next((reason for reason, pattern in _REASONS if pattern.match(line)), "")
    return reason or ("volatile" if is_volatile(line) else "")
