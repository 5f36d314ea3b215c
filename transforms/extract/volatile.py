"""Words on a page that change by themselves: clocks, counters, reading times. No edit is seen in them."""

from __future__ import annotations

import re

_UNITS = (
    r"(?:s|secs?|seconds?|mins?|minutes?|m|h|hrs?|hours?|d|days?|weeks?|sekunden?|minuten?|stunden?|tage?n?|secondes?|"
    r"minutos?|horas?|heures?|jours?|d[ií]as?|segundos?|secondi|minut[oi]|or[ae]|giorn[oi]|uur|uren|dagen|timmar|"
    r"minuter|timer|minutter|dager?|tuntia|godzin\w*|minut\w*|hodin\w*|saat|dakika|минут\w*|час\w*|дн\w*|годин\w*|"
    r"λεπτά|ώρες|دقيقة|دقائق|ساعة|ساعات|דקות|שעות|分鐘?|分钟|小時|小时|時間|시간|분|phút|giờ|menit|jam|मिनट|घंटे)(?![a-zà-ÿа-яα-ω])"
)
_NUMBER = r"(?:\d[\d.,\s]*|an?|one|a few|ein\w*|une?|un[oa]?|en|ett?|jedn\w*|bir)"
_AGO = (
    rf"{_NUMBER}\s*{_UNITS}\s*(?:ago|geleden|fa|"
    r"sedan|siden|sitten|temu|önce|назад|тому|πριν|前|전|trước|yang lalu|lalu|पहले)|"
    rf"(?:vor|il y a|hace|há|πριν από|πριν|منذ|קודם|לפני|před|acum)\s+{_NUMBER}\s*{_UNITS}"
)
_UPDATED = (
    r"(?:last\s+)?(?:updated?|modified|published|posted|aktualisiert|stand|zuletzt aktualisiert|mis à jour|publié|"
    r"actualizad[oa]|publicad[oa]|atualizad[oa]|aggiornat[oa]|pubblicat[oa]|bijgewerkt|gepubliceerd|uppdaterad|"
    r"opdateret|oppdatert|päivitetty|zaktualizowan[oa]|aktualizov[aá]no|güncelle(?:ndi|me)|обновлено|оновлено|"
    r"ενημερώθηκε|更新|업데이트|수정)"
)
_CLOCK = r"[\d\s.,:/apmhuhr-]*\d{1,2}\s?[:.h]\s?\d{2}[\w\s.,:/()+-]{0,40}"
_READING = (
    r"(?:estimated\s+)?(?:reading time|read time|lesezeit|temps de lecture|lecture|tiempo de lectura|lectura|"
    r"tempo de leitura|tempo di lettura|leestijd|lästid|læsetid|lesetid|czas czytania|время чтения)\W{0,3}"
    r"(?:ca\.?\s*|env\.?\s*)?\d+\s*\w*\.?|"
    r"\d+\s*-?\s*(?:min(?:ute)?s?\.?|minuten|minutos|minuti)\s*(?:read|to read|listen|watch|lesezeit|de lecture|"
    r"de lectura|de leitura|di lettura|leestijd|läsning)|読了時間\W{0,2}\d+\s*分"
)
_COUNTER = (
    r"[\d.,\s]*\d\s?[kKmM]?\s*(?:views?|reads?|shares?|likes?|comments?|retweets?|reactions?|followers?|"
    r"readers? online|"
    r"aufrufe|kommentare|mal geteilt|vues?|partages|commentaires|vistas|compartidos|comentarios|comentários|"
    r"visualizações|visualizzazioni|condivisioni|commenti|reacties|kommentarer|просмотр\w*|комментари\w*)|"
    r"(?:views?|shares?|likes?|comments?|aufrufe|kommentare|vues|visitas|просмотры)\s*[:(]\s*[\d.,\s]*\d\s?[kKmM]?\)?"
)
_MARKS = " |·•–—:,.()[]-\t\u00a0"
_PIECE = re.compile(rf"{_AGO}|{_READING}|{_COUNTER}|{_UPDATED}[\s|·•–—:,.()\[\]-]*(?:{_AGO}|{_CLOCK})", re.IGNORECASE)
_WHEN = re.compile(_UPDATED, re.IGNORECASE)
_MAX_LENGTH = 120  # no such line is longer


def is_volatile(line: str) -> bool:
    """Whether a whole line tells only how long ago, how long or how often: "Updated 3 minutes ago · 5 min read".

    It is eaten piece by piece from its start, so that no line takes long.
    """
    rest, has_piece = line.strip(_MARKS), False
    if not rest or len(rest) > _MAX_LENGTH:
        return False
    while rest:
        piece = _PIECE.match(rest)
        eaten = piece or _WHEN.match(rest)
        if eaten is None:
            return False
        has_piece = has_piece or piece is not None
        rest = rest[eaten.end() :].lstrip(_MARKS)
    return has_piece


def lasting_text(body: str) -> str:
    """The body without its volatile lines, a line a paragraph, with white space folded: what two visits compare."""
    lines = (" ".join(line.split()) for line in body.splitlines())
    return "\n".join(line for line in lines if line and not is_volatile(line))
