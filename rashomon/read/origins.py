"""The common source an article names for itself: «via TASS», «(Reuters)», «Source: …»."""

import re
from collections.abc import Iterable

AGENCIES = (
    r"TASS|ITAR-TASS|Reuters|AFP|Agence France-Presse|AP|Associated Press|Interfax(?:-Kazakhstan)?|RIA Novosti|Xinhua|"
    r"Anadolu(?: Agency)?|DPA|Kyodo|Yonhap|Bloomberg|UPI|EFE|ANSA|Sputnik|Kazinform|PTI|ANI|IANS|IRNA|SANA|Trend|Tengrinews|"
    r"AKIpress|Ukrinform|BelTA"
)
DATELINE = re.compile(rf"^.{{0,60}}?\((?P<name>{AGENCIES})\)\s*[-–—]")  # «ALMATY, Jan 6 (Reuters) - »
AGENCY_FIRST = re.compile(rf"^.{{0,60}}?/(?P<name>{AGENCIES})/")  # «ASTANA, January 6. /TASS/. »
VIA = re.compile(
    r"(?:\bvia|\b[Ss]ource:|\bwith reference to|\b[Rr]eported by|\bciting(?: the)?(?: news)?(?: agency)?) "
    rf"(?P<name>{AGENCIES})\b"
)
SOURCE_LINE = re.compile(r"^\W*(?:source|via|original)\s*[:|]\s*(?P<name>.{2,80})$", re.IGNORECASE)
TRANSLATED = re.compile(
    r"^\W*(?:translat(?:ion|ed|or)\b|machine translation|this (?:text|article) (?:was|is) (?:a |machine )?translat)",
    re.IGNORECASE,
)


def origin_of(body: str, tail: Iterable[str]) -> str:
    """The agency or source the article rests on as a whole, as written; empty when it names none.

    Looked for in its dateline, its first two paragraphs («citing TASS») and a source line below it.
    """
    opening = "\n".join(body[:3000].split("\n")[:2])
    for form in (DATELINE, AGENCY_FIRST, VIA):
        match = form.search(opening)
        if match:
            return match["name"]
    lines = list(tail)
    named = next((match["name"].strip() for line in lines if (match := SOURCE_LINE.match(line[:120]))), "")
    return named or next((line.strip() for line in lines if line.strip().lower() == "source link"), "")


def translated(line: str) -> bool:
    """True when a line says that the text is a translation."""
    return TRANSLATED.match(line[:200]) is not None
