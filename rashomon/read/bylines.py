"""The names in a byline, however it is written: «By A. Brown», «Anna Brown • 22 Feb 2023», «10:35 by Anna Brown | 2 min read»."""

import re
from collections.abc import Iterator

from rashomon.gazetteer import gazetteer

LONGEST = 200  # characters looked at
LONGEST_ALONE = 50
PART = r"[A-ZÀ-ÖØ-ÞА-ЯЁ][\w’'.-]*"
PARTICLE = r"(?:de|del|van|von|der|bin|al|el|la|da|di|of the)"
NAME = re.compile(rf"{PART}(?: (?:{PARTICLE} )?{PART}){{0,3}}\.?")
MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
NO_NAME = re.compile(  # what stands beside a name in a byline; where it is cut out, the line is cut in two
    rf"{MONTH} ?\d{{1,2}}(?:st|nd|rd|th)?,? ?(?:at )?(?:\d{{4}})?|\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{MONTH},? ?(?:\d{{4}})?"
    r"|\d{1,4}[-./]\d{1,2}[-./]\d{1,4}|\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\b\.?)?(?: ?(?:gmt|utc|[a-z]{2,3}t)\b)?"
    r"|\d+ ?(?:-? ?min(?:ute)?s?\b|hours?|days?|views|comments?|shares?)(?: read| ago)?"
    r"|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b"
    r"|\b(?:first |last )?(?:published|updated|posted|modified|created)(?: on| at)?:?"
    r"|\d[\d ,.]*|\S{2,40}@\S{2,40}|[|•·—–/()\[\]<>«»\u200e\u200f\t]| {3,}| - ",
    re.IGNORECASE,
)
BY = re.compile(
    r"(?:^|[|\s])(?:by(?= |:)|(?:words|text|story|report|analysis|opinion|interview) by|authors?:|reporter:|correspondent:)\W*",
    re.IGNORECASE,
)
WITH_ROLE = re.compile(rf"(?P<name>{PART} {PART}) (?:[\w&-]+ ){{0,3}}(?:correspondent|reporter|editor|columnist|writer)$")
OTHERS = re.compile(r"\b(?:photo\w*|pictures?|video|illustrations?|graphics?|edited|translated|filmed) by\b.*", re.IGNORECASE)
BETWEEN = re.compile(r",? and |, |; | & ")
AFTER = re.compile(r" (?:for|in|on|at|from|of)\b.*|,.*", re.IGNORECASE)
NOBODY = frozenset(
    "news post times herald staff desk editor editors reporter correspondent agency team bureau press service tv radio report"
    " analysis opinion world politics economy business sport daily weekly today journal gazette tribune courier online editorial"
    " board writer wire media newsroom exclusive interview comment video photo home menu search".split()
)
PLACES = frozenset("new san los las saint santa fort port cape north south east west upper lower central".split())  # first words


def certain(line: str) -> list[str]:
    """The names after «by» in a line, in their order."""
    parts = BY.split(NO_NAME.sub("|", OTHERS.sub("", line[:LONGEST])), maxsplit=1)
    return list(names_in(parts[1].partition("|")[0])) if len(parts) > 1 else []


def likely(line: str) -> list[str]:
    """The first piece of a line that is shaped as a full name or several, when no word says that it is one."""
    role = WITH_ROLE.match(line)
    if role:
        return [role["name"]]
    pieces = (piece for piece in NO_NAME.sub("|", glued(line[:LONGEST])).split("|") if piece.strip(" ,.:"))
    first = next(pieces, "")
    named = [name for name in names_in(first) if " " in name and not known_otherwise(name)]
    return named[:1] if "," in first else named


def alone(line: str) -> list[str]:
    """The name that is all of a line; a single word is a signature when it ends in a full stop, «Anna.», else a label."""
    signature = len(line) <= LONGEST_ALONE and (" " in line or line.endswith("."))
    return [name for name in names_in(line) if signature and not known_otherwise(name)]


def glued(line: str) -> str:
    """The line with a space where a name and a month run together, «Anna BrownMay 30, 2023»."""
    return re.sub(r"(?<=[a-z])(?=[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4})", " ", line)


def declared_names(value: str) -> list[str]:
    """The names in what the markup declares, «Anna Brown; Paris», places left out; as declared when none is shaped as a name."""
    named = [name for name in names_in(value[:LONGEST]) if not known_otherwise(name)]
    return named or [value.strip()]


def names_in(text: str) -> Iterator[str]:
    """The names in a list of them; what stands after a name, «in London», and what is no name is left out."""
    for part in BETWEEN.split(text):
        name = without_role(AFTER.sub("", part.strip(" .,:;")).strip())
        if name and NAME.fullmatch(name) and name.split()[-1].lower() not in NOBODY:
            yield name.title() if name.isupper() and len(name) > 3 else name


def without_role(name: str) -> str:
    """The name without the small words after it, «Anna Brown staff writer»."""
    return re.sub(r" [a-z]\w+(?: [a-z]\w+)*$", "", name)


def known_otherwise(name: str) -> bool:
    """True for a name that is a place's by its first word, or that the gazetteer knows, but not as a person's: «Tel Aviv»."""
    senses = gazetteer().of(name)
    known = bool(senses) and not any(sense.actor.key.startswith("person:") for sense in senses)
    return known or name.split(maxsplit=1)[0].lower() in PLACES
