"""What a line that is no part of an article looks like, by reason, in the languages of the press.

Each pattern takes a whole line. The words are those of classes of furniture, never of one site.
"""

from __future__ import annotations

import re

_FLAGS = re.IGNORECASE
_NETWORKS = (
    r"(?:facebook|twitter|x|instagram|linkedin|google news|whatsapp|youtube|telegram|tiktok|threads|bluesky|mastodon|"
    r"flipboard|social media)"
)

LOADING = r"(?:(?:loading|please wait|wird geladen|chargement(?: en cours)?|cargando|caricamento)[\s.…]*)+$"

ADVERTISEMENT = (
    r"(?:-\s*)?(?:advertisement|advertising|anzeige|werbung|publicité|publicidad|pubblicità|reklame?|annonce|"
    r"advertentie|sponsored(?: content)?|story continues below(?: advertisement)?|continue reading below|"
    r"article continues (?:below|after)(?: (?:this|the))?(?: ad(?:vertisement)?)?|scroll to continue.*|"
    r"(?:the )?(?:story|article) continues (?:below|after).*|remove ads?|article content|passer la publicité|"
    r"la suite après cette publicité|saltar publicidad)[\s.:…–—-]*$|"
    r"(?:advertisement|anzeige)\b\W*[\w-]*\W*(?:story|article) continues below\W*$"
)

EMBED = (
    r"(?:embed(?:ded content)?|externer inhalt(?: nicht verfügbar)?|external content|contenu externe|"
    r"empfohlener redaktioneller inhalt|"
    r"(?:recommended|related|featured|top|latest) videos?|video player|play video|watch (?:now|video)|"
    r"(?:this|the) (?:content|video|browser) (?:is not available|could not be loaded|is not supported)\b.*|"
    r"(?:please )?enable (?:javascript|cookies)\b.*|(?:deine|ihre) privatsphäre-einstellungen\b.*|"
    r"(?:click|tap|swipe)(?: left| right)?(?: below)? to (?:tweet|view|expand|play|enlarge)\b.*)[\s.:]*$"
)

_AGENCY = (
    r"(?:getty(?: images)?|afp|ap(?: photo| images)?|reuters|shutterstock|istock\w*|alamy|unsplash|pexels|imago\w*|dpa|"
    r"epa|efe|bloomberg|zuma\w*|corbis|picture alliance|keystone|ansa|xinhua|wire ?image|nurphoto|pa(?: media| wire)?)"
)
CREDIT = (
    r"(?:photo|image|picture|foto|bild|video|credits?|quelle|source)s?\s?(?::|by\b|credit\b|/)(?!\s?\d).{2,60}$|"
    rf"[\w .,'’&/|-]{{0,60}}(?:/|\bvia |\||\()\s?{_AGENCY}\W*$|"
    r"[\w .,'’&/|-]{0,40}\bgetty images\W*$"
)

NEWSLETTER = (
    r"(?:sign up|subscribe|register) (?:now |here |today )?(?:for|to) (?:our|the|my|your|free)\b.*(?:newsletter|"
    r"updates?|inbox|e-?mails?|alerts?|channel|briefing)\b.*$|"
    r"get (?:our|the|all the) .*(?:newsletter|in your inbox|to your inbox).*$|"
    r".*delivered (?:straight )?to your inbox\.?$|"
    r".{0,160}\bsign(?:ing)? up (?:for|to) (?:our|the|my|free)\b.{0,60}\bnewsletters?\b.{0,30}$|"
    r"(?:sign up|stay informed|stay up to date|stay on top)\b.{0,160}\bnewsletters?\b.{0,60}$|"
    r"(?:abonnez-vous|inscrivez-vous|suscríbete|iscriviti|melden sie sich|jetzt abonnieren)\b.*newsletter.*$|"
    r".{0,80}\bnewsletter\b.{0,80}\b(?:informiert|abonnier\w*|anmelden|postfach|kostenlos)\b.{0,120}$|"
    r"newsletter(?:\s?:.{2,40})?$|email address\W*$|enter your e-?mail.*$"
)

SHARE = (
    r"(?:share(?: this)?(?: (?:article|story|post|page|on|via|with))*|teilen|partager|compartir|condividi|"
    r"tweet|e-?mail|print|drucken|copy link|link copied!?|facebook|twitter|whatsapp|linkedin|pinterest|reddit|"
    r"telegram|flipboard|x|bluesky|messenger|threads|save|merken|comments?|kommentare)"
    r"(?:[\s,|/·•:]+(?:on|via|auf|sur|en|by|e-?mail|mail|facebook|twitter|whatsapp|linkedin|pinterest|reddit|"
    r"telegram|x|bluesky|print|copy|link|share|tweet|flipboard|messenger|threads))*[\s.:!]*$|"
    rf"(?:share|follow us|find us|like us) (?:this )?(?:article |story |post )?on {_NETWORKS}\b.*$|"
    r"like this (?:story|article|post)\?.*$"
)

_RELATED_LABEL = (
    r"(?:related(?: (?:articles?|stories|posts?|content|coverage|topics?|reading|news|links?|resources?))?|read more|"
    r"more on this(?: story)?|see also|also read|read also|you (?:may|might) also (?:like|be interested in)|"
    r"recommended(?: (?:stories|articles|for you|reading))?|more (?:stories|resources to read|from .{1,30})|"
    r"most (?:read|popular)|popular|trending(?: now)?|further reading|"
    r"lesen sie auch|mehr zum thema|auch interessant|das könnte sie auch interessieren|weiterführende links|"
    r"mehr themen(?: auf \S+)?|lire aussi|à lire aussi|sur le même sujet|lea también|te puede interesar|"
    r"noticias relacionadas|más información|leggi anche|lees ook|læs også|les også|läs också|"
    r"czytaj (?:też|także|więcej)|leia também|leia mais|veja também|läs mer|les mer|lue myös|continue reading|"
    r"keep reading)"
)
_RELATED_LEAD = (
    r"(?:(?:read|related|also|more|watch|see|listen|view)(?: (?:more|also|next|this|reading|article|story|stories|"
    r"content|coverage|on this|about .{2,40}|gallery|here))?|also (?:read|see|check)|you (?:may|might) also like|"
    r"don[’']t miss|must[- ]read|in case you missed it|"
    r"lesen sie (?:auch|mehr|hier|dazu)|mehr (?:dazu|zum thema)|lesetipp|passend dazu|"
    r"lire aussi|à lire aussi|lea también|lee también|te puede interesar|más información|"
    r"leggi anche(?: su)?|lees ook|läs också|les også|czytaj (?:też|więcej)|leia (?:também|mais))"
)
RELATED = (
    rf"{_RELATED_LABEL}[\s.:…»>→]*$|"
    r"[\[(]?(?:read more|read also|also read|read next|related|see also|lesen sie auch|lesen sie mehr|"
    r"lire aussi|à lire aussi|"
    r"lea también|leggi anche|lees ook|läs också|les også|czytaj też|watch)\s?[:|»>→].{0,160}$|"
    rf"[\[(]?{_RELATED_LEAD}\s?[:|»>→]\s?[^\s].{{0,160}}(?<![.,;])[\])]?$|"
    r"(?:à )?(?:lire|voir|écouter) (?:aussi|également)\s[^\W\d_].{3,160}$|(?:>>|→|►|▶)\s?[^\W_].{5,200}$|"
    r"mehr (?:zum thema|dazu) (?:finden|lesen|gibt) .{2,100}$|"
    r"hier (?:lesen|finden|geht[’']?s|kommen) (?:sie|es) .{2,120}$|"
    r"(?:click|tap) here (?:to|for)\b.{2,120}$|also on \S+\.[a-z]{2,3}\b.{0,160}$|"
    r"read more (?:about|on|from|in)\b.{2,100}$|"
    r"for more (?:news|stories|coverage)\b.{0,80}\b(?:click|visit|go to|see|read|check|follow)\b.*$"
)

COOKIES = (
    r"(?:we|this (?:web)?site|wir|diese website|nous|ce site) (?:use[sn]?|verwende[nt]|utilis\w+) cookies\b.*$|"
    r"(?:accept|manage|reject)(?: all)? cookies\W*$|cookie (?:settings|policy)\W*$"
)

RIGHTS = (
    r"(?:©|\(c\)|copyright\b)\s*(?:©|\(c\))?.{0,120}$|all rights reserved\.?$|alle rechte vorbehalten\.?$|"
    r".{0,80}\ball rights reserved\W*(?:this material may not be .*)?$"
)

COMMENTS = (
    r"(?:leave|post|add|write) a (?:comment|reply)\W*$|(?:show|view|read|see) (?:all )?(?:\d+ )?comments?\W*$|"
    r"\d+ comments?\W*$|join the (?:conversation|discussion)\W*$|comments are closed\W*$|"
    r"your email address will not be.*$|"
    r"(?:what do you think|have your say|let us know|tell us|share your thoughts)\b.{0,120}\bcomments?\b.{0,40}$"
)

NAVIGATION = (
    r"(?:skip to (?:main )?(?:content|article)|back to top|table of contents|go to homepage|"
    r"previous(?: article| post)?|"
    r"next(?: article| post)?|menu|search|home|close|log ?in|sign ?in|inhaltsverzeichnis|nach oben|hauptinhalt|"
    r"zurück|weiter)[\s.:→»]*$"
)

APPEAL = (
    rf"(?:you can )?follow (?:[\w@.’' -]{{1,80}}) on {_NETWORKS}\b.{{0,160}}$|follow @\w+\W*$|"
    r"(?:[•*-]\s*)?(?:reach|contact|e-?mail|write to|tweet|message)\b.{0,100}[\w.]@\w[\w.-]+.{0,100}$|"
    r".{2,80}\bcan be (?:reached|contacted|followed|emailed) (?:at|on|by|via)\b"
    r"(?=.*(?:@|https?:|\d{3}|twitter|e-?mail)).{2,120}$|"
    r"(?:download|get|install) (?:the|our) .{0,40}\bapps?\b.{0,80}$|"
    r"(?:please )?(?:help )?(?:support|fund) (?:our|independent|quality|local|us)\b.{0,80}$|"
    r"(?:(?:subscribe|donate) (?:now|today|here|to)|become an? (?:member|subscriber|supporter|patron))\b"
    r"[^.]{0,60}[.!]?$|"
    r"join (?:our|the) .{0,60}\b(?:whatsapp|telegram|facebook|discord|channel|group|mailing list)\b.{0,80}$|"
    r"(?:do you have|have you got|have|got) an? (?:\w+ )?(?:tip|story|confidential \w+)\b.{0,40}\?.{0,160}$|"
    r"(?:please )?send (?:us )?(?:your )?(?:news )?(?:tips|feedback|letters|stories)\b.{0,120}$|"
    r"abonnier(?:e|en sie)\b.{0,160}$|folgen sie (?:uns|dem|der)\b.{0,120}$|unterstützen sie (?:uns|unsere)\b.{0,120}$|"
    r"fehler gefunden\b.{0,60}$|(?:wie )?hat ihnen (?:dieser|der) (?:artikel|beitrag)\b.{0,160}$|"
    r"(?:abonnez-vous|inscrivez-vous|suivez-nous|soutenez|téléchargez (?:notre|l))\b.{0,160}$|"
    r"(?:suscríbete|suscríbase|síguenos|descarga (?:nuestra|la)|únete a|apoya (?:nuestro|el))\b.{0,160}$"
)

SUBSCRIPTION = (
    r"(?:this|dieser|cet|este) (?:article|story|content|artikel|inhalt|contenu|artículo|contenido) (?:is|ist|est|es) "
    r".{0,40}\b(?:subscribers?|members?|abonnenten|abonnés|suscriptores)\b.{0,60}$|"
    r"il vous reste [\d.,]+\s?% de cet article\b.{0,100}$|la suite est réservée aux abonnés\W*$|"
    r"(?:subscribe|log in|sign in|register) (?:now )?to (?:continue|keep|read)\b.{0,80}$|"
    r"\d+ (?:wochen?|monate?|weeks?|months?) (?:kostenlos|gratis|free)\b.{0,40}$|"
    r"[^\n]{0,40}(?:会員限定|有料記事|有料会員|無料会員登録)[^\n]{0,60}$"
)

DISCLAIMER = (
    r"our standards\s?:.{0,80}$|disclaimer\s?:.{0,200}$|"
    r".{0,160}\bmay (?:earn|receive)\b.{0,40}\bcommissions?\b.{0,120}$|"
    r".{0,80}\bindependently (?:select|choose|chosen|selected)\b.{0,160}$|"
    r"(?:the )?(?:views|opinions)(?: and opinions)? expressed\b.{0,160}$|"
    r"(?:reviews?|recommendations?)\b.{0,40}\bunbiased\b.{0,160}$|advertis(?:er|ing) disclosure\b.{0,80}$"
)

_THIS = r"(?:this|an? version of this|the original version of this) (?:article|story|piece|post|essay|column|op-?ed)"
ORIGIN = (
    rf"{_THIS} (?:(?:was|is|has been) )?(?:originally |first |also )?(?:published|appeared|produced|edited|adapted|"
    r"translated|developed|republished|reprinted|excerpted|made possible|a collaboration|part of|supported)\b.{0,160}$|"
    r"(?:originally|first) published (?:in|on|at|by)\b.{2,80}$|republished (?:from|with)\b.{2,80}$|"
    r"dieser (?:artikel|text|beitrag) (?:erschien|ist (?:zuerst|ursprünglich|eine übersetzung)|wurde (?:zuerst|aus))\b"
    r".{0,160}$|dies ist eine (?:maschinelle )?übersetzung\b.{0,160}$|"
    r"cet article (?:est|a été) (?:initialement |d[’']abord )?(?:publié|traduit|paru)\b.{0,160}$|"
    r"este (?:artículo|texto) (?:fue|se) (?:publicó|publicado|traducido)\b.{0,160}$"
)

_DAY = (
    r"(?:(?:\w+,?\s+){0,2}(?:\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|\w+\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|"
    r"\d{1,2}\.? (?:de )?\w+\.?,? (?:de )?\d{4}))"
)
_TIME = r"(?:\d{1,2}[:.h]\d\d(?:\s?[ap]\.?\s?m\.?)?|\d{1,2}\s?[ap]\.?\s?m\.?)"
STAMP = (
    r"(?:last |first |originally )?(?:updated?|published|posted|modified)\s?(?:at|on|:)?\s"
    rf"(?:{_TIME}\b.{{0,40}}|{_DAY}(?:[\s,|·•-]*{_TIME})?(?:[\s|·•-]+(?:by|posted by) .{{2,60}}|.{{0,12}}))$"
)
UPDATED = (
    r"(?:this|the) (?:story|article|post|page|file|report) (?:has been|was|will be|is being) updated"
    r"(?:(?! to correct| to clarify| to reflect| to remove)[^:]){0,80}$|"
    r"this is (?:a )?(?:breaking|developing)\b.{0,30}\b(?:story|news)\b.{0,120}$|more (?:to follow|details soon)\W*$|"
    r"(?:dieser|der) (?:artikel|text|beitrag) (?:wurde|wird) (?:laufend |fortlaufend )?aktualisiert\W*$|"
    r"(?:cet article|l[’']article) (?:a été|sera) mis à jour\W*$"
)

CAPTION = (
    r".{10,260}(?:[.!?…\"”)]\s|\s?[(\[|]\s?|\s[–—|-]\s)(?:photos?|pictures?|images?|photograph|foto|bild|credit|crédit|"
    r"crédito|illustration)(?: courtesy| credit)?\s?(?::|/|by\b|courtesy of\b)\s?[^.]{2,60}[)\]]?\.?$|"
    rf".{{10,260}}[(\[](?:ap photo\b.{{0,40}}|[\w .,'’&-]{{2,50}}/\s?{_AGENCY}|{_AGENCY}/[\w .,'’&-]{{2,50}}|"
    r".{0,50}\bgetty images)[)\]]\.?$"
)

_CAPTION = re.compile(CAPTION, _FLAGS)

REASONS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (reason, re.compile(pattern, _FLAGS))
    for reason, pattern in (
        ("loading", LOADING),
        ("advertisement", ADVERTISEMENT),
        ("embed", EMBED),
        ("credit", CREDIT),
        ("newsletter", NEWSLETTER),
        ("share", SHARE),
        ("related", RELATED),
        ("cookies", COOKIES),
        ("rights", RIGHTS),
        ("comments", COMMENTS),
        ("navigation", NAVIGATION),
        ("appeal", APPEAL),
        ("subscription", SUBSCRIPTION),
        ("disclaimer", DISCLAIMER),
        ("origin", ORIGIN),
        ("date", STAMP),
        ("updated", UPDATED),
        ("caption", CAPTION),
    )
)


def is_caption(line: str) -> bool:
    """Whether a line ends with whose picture it describes."""
    return bool(_CAPTION.match(line))
