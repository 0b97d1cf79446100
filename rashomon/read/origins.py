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
NAME = r"(?P<name>(?:[Tt]he )?[A-Z][\w’'&-]*(?: (?:(?:of|the|and|for|to) )?[A-Z&][\w’'&-]*){0,4})"
TAKEN_FROM = re.compile(  # «This story originally appeared in the Harbour Post», «Republished from The Lake»
    r"(?:\b(?:[Oo]riginally|[Ff]irst) (?:appeared|published|posted) (?:on|in|by|at)|^\W*(?:[Rr]epublished|[Rr]eprinted|"
    rf"[Rr]eposted|[Cc]ross-?posted|[Ss]yndicated) (?:from|with (?:the )?permission (?:of|from)|courtesy of)) {NAME}"
)
TRANSLATED = re.compile(
    r"^\W*(?:translat(?:ion|ed|or)\b|machine translation|this (?:text|article) (?:was|is) (?:a |machine )?translat)",
    re.IGNORECASE,
)


def origin_of(body: str, tail: Iterable[str]) -> str:
    """The agency or source the article rests on as a whole, as written; empty when it names none.

    Looked for in its dateline, its first two paragraphs («citing TASS») and a source line below it; «Source link» names none.
    """
    opening = "\n".join(body[:3000].split("\n")[:2])
    for form in (DATELINE, AGENCY_FIRST, VIA):
        match = form.search(opening)
        if match:
            return match["name"]
    found = (match for line in tail for form in (SOURCE_LINE, TAKEN_FROM) if (match := form.search(line[:160])))
    return next((match["name"].strip(" .") for match in found), "")


def translated(line: str) -> bool:
    """True when a line says that the text is a translation."""
    return TRANSLATED.match(line[:200]) is not None
