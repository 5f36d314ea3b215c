"""Notes by which a newspaper says that it has corrected itself, in the languages of the press."""

from __future__ import annotations

import re
from collections import Counter

# A label opens a line and is set off: "Correction:", "CORRECTION (3 March) —", "訂正:", or stands alone. Inside a
# sentence the same words are news: a market correction, a correctional facility.
_LABELS = (
    r"corrections?(?: and clarifications?| notice| appended)?|clarifications?|corrected|editor[’']?s? note|"
    r"erratum|errata|"
    r"korrektur(?:hinweis)?|korrigiert|berichtigung|richtigstellung|klarstellung|anmerkung der redaktion|"
    r"rectificatif|rectification|correctif|précision|mise au point|note de la rédaction|"
    r"fe de erratas?|fe de errores|correcci[oó]n|rectificaci[oó]n|aclaraci[oó]n|nota de la redacci[oó]n|"
    r"corre[cç][cç]?ão|correção|erramos|retificação|nota da redação|errata corrige|correzione|rettifica|precisazione|"
    r"correctie|rectificatie|rättelse|förtydligande|rettelse|rettet|presisering|præcisering|oikaisu|korjaus|"
    r"sprostowanie|korekta|oprava|opravujeme|helyesbítés|helyreigazítás|erată|rectificare|düzeltme|tashih|"
    r"διόρθωση|διευκρίνιση|исправление|уточнение|поправка|опровержение|виправлення|уточнення|поправка|исправка|ispravka|"
    r"ispravak|поправке|تصحيح|تصويب|توضيح|اصلاحیه|תיקון|הבהרה|訂正|お詫びと訂正|更正|勘误|勘誤|정정|정정보도|바로잡습니다|"
    r"सुधार|शुद्धिपत्र|koreksi|ralat|đính chính|แก้ไขข่าว|تصحیح"
)
_PHRASES = (
    r"(?:an? )?(?:earlier|previous|prior|original) version of this (?:article|story|report|post|piece|page|headline)",
    r"this (?:article|story|report|post|piece|page|headline)(?: \w+,?)? (?:was|has been|is)(?: \w+)? "
    r"(?:amended|corrected|edited on|(?:revised|changed) to correct|updated to (?:correct|clarify|reflect that))",
    r"(?:story|article|headline) (?:corrects?|is corrected)|^\W{0,2}corrects\b|\((?:corrects|refiles to correct)\b",
    r"(?:früheren?|vorherigen?|ursprünglichen?|ersten?) (?:version|fassung) (?:dieses|des|der) (?:artikels|beitrags|"
    r"textes|berichts|meldung)|(?:artikel|beitrag|text|bericht) wurde (?:\w+ )?(?:korrigiert|berichtigt)",
    r"(?:version|mouture) (?:précédente|antérieure|initiale) (?:de cet|de l[’']) ?article|"
    r"(?:article|texte) a été (?:corrigé|rectifié|modifié pour corriger)",
    r"versi[oó]n (?:anterior|previa|original) de (?:este|esta) (?:artículo|nota|noticia|información|texto)|"
    r"(?:artículo|nota|noticia|texto) ha sido (?:corregid|rectificad)[oa]|fue corregid[oa]",
    r"vers(?:ão|ao) anterior d(?:este|esta|o|a) (?:artigo|texto|reportagem|notícia|matéria)|"
    r"(?:artigo|texto|reportagem|notícia|matéria) foi (?:corrigid|retificad)[oa]",
    r"versione precedente di questo (?:articolo|testo)|(?:articolo|testo) è stato (?:corretto|rettificato)",
    r"eerdere versie van dit (?:artikel|bericht|verhaal)|(?:artikel|bericht) is (?:gecorrigeerd|gerectificeerd)",
    r"(?:tidigare|tidligere) (?:version|versjon|udgave|utgave) av?f? (?:artikeln|denna artikel|texten|artikkelen|"
    r"saken|denne saken|artiklen|denne artikel)",
    r"aiemmassa versiossa|(?:jutun|artikkelin) aiemmassa|wcześniejszej wersji (?:artykułu|tekstu)|"
    r"předchozí verzi (?:článku|textu)|(?:cikk|cikkünk) korábbi (?:verziójában|változatában)|"
    r"versiune anterioară a (?:acestui )?articol",
    r"(?:haberin|yazının) önceki (?:versiyonunda|sürümünde)|προηγούμενη εκδοχή",
    r"(?:предыдущей|прежней|первоначальной|более ранней) версии (?:статьи|материала|новости|текста|публикации)|"
    r"(?:попередній|попередньої) версії (?:статті|матеріалу|новини)",
    r"نسخة سابقة من (?:هذا|هذه)|نشرت في وقت سابق خطأ|בגרסה קודמת של",
    r"(?:以前|当初|先)の?(?:記事|版).{0,12}(?:誤り|訂正)|(?:記事|見出し)を(?:訂正|修正)し|此前版本|先前版本|早前版本|"
    r"(?:이전|당초) (?:버전|기사).{0,10}(?:오류|정정|수정)",
)
_LABEL = re.compile(
    rf"^[\W_]{{0,4}}(?:{_LABELS})(?:\s*[(\[][^)\]\n]{{0,40}}[)\]]|,?\s+[^\n:.]{{1,30}}(?=:))?\s*(?:[:：—–|\-*）)】\]]|$)",
    re.IGNORECASE,
)
_PHRASE = re.compile("|".join(_PHRASES), re.IGNORECASE)


def correction_notes(text: str) -> Counter[str]:
    """The lines that say that the text was corrected, in small letters, with white space folded, and their counts."""
    lines = (" ".join(line.split()).casefold() for line in text.splitlines())
    return Counter(line for line in lines if line and (_LABEL.search(line) or _PHRASE.search(line)))


def has_new_note(old: str, new: str) -> bool:
    """Whether the newer text holds a note of correction that the older does not."""
    return bool(correction_notes(new) - correction_notes(old))
