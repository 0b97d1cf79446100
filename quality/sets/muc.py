"""Articles on political violence, in capitals: incidents, who is behind them, and how sure the report is of it."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from quality.texts import article_of, page_of
from rashomon.find.article import find
from rashomon.records import Event, Found

SENTENCE = re.compile(r"(?<=[.!?])\s+")
WRAPPED = re.compile(r"\n(?=\S)")  # the set's lines are cut at 80 characters; paragraphs are indented
NEAR = 400  # characters, about three sentences
UNDONE = frozenset({"conditional", "predicted", "refused", "denied"})
# PLOVER mode -> incident type; every other mode is an ATTACK.
TYPES = {"explosives": "BOMBING", "suicide-attack": "BOMBING", "abduct": "KIDNAPPING"}
BURNING = re.compile(r"\b(arson|burn\w*|set fire|set on fire|torch\w*|firebomb\w*)\b", re.IGNORECASE)
ROBBING = re.compile(r"\b(robb\w*|looted|holdup)\b", re.IGNORECASE)
AUTHORITIES = re.compile(
    r"\b(police|army|military|armed forces|government|minist\w+|president|official\w*|authorit\w+|general|colonel|attorney|court|"
    r"judge|brigade|battalion|copref\w*|defen[cs]e|commander)\b",
    re.IGNORECASE,
)
CLAIMED = re.compile(
    r"\b(claim|took|take|taken|assum|admit|acknowledg)\w* (full |the )?(responsib|credit)|\bclandestine radio|communique",
    re.IGNORECASE,
)
NOBODY = re.compile(r"\b(no|nobody|none)\b[^.]{0,60}\b(claim|responsib)", re.IGNORECASE)
ACCUSED = re.compile(r"\b(accus|attribut|blam|suspect|alleg|responsib|presum|implicat|charg)\w*", re.IGNORECASE)
# Words for fighting in general, which make no incident by themselves.
GENERAL = re.compile(
    r"\b(war|fighting|violence|battle|clash\w*|fight|offensive|aggression|hostilities|combat|invasion|invad\w+|coup|blow|strike\w*|"
    r"struck|operation\w*|casualties|repel\w*|captur\w*|stole\w*)\b",
    re.IGNORECASE,
)
COMBATANTS = re.compile(
    r"\b(soldier|troop|guerrilla|rebel|army|armed forces|military|battalion|brigade|casualt|combatant|enemy|convoy|garrison|"
    r"barracks|terrorist|subversive|traffick|fighter)",
    re.IGNORECASE,
)
REBELS = re.compile(r"\b(guerrilla|rebel|terrorist|subversive|insurgent|extremist|commando|assassin|traffick)", re.IGNORECASE)
INSURGENTS = frozenset({"REB", "CRM", "UAF", "INS", "PRM"})
LEVELS = {"alleged": "SUSPECTED OR ACCUSED", "possible": "POSSIBLE"}
FACT, BY_AUTHORITIES, ADMITTED = "REPORTED AS FACT", "SUSPECTED OR ACCUSED BY AUTHORITIES", "CLAIMED OR ADMITTED"


@dataclass(frozen=True, slots=True)
class Culprit:
    """An organisation behind an incident, and how sure the report is of it."""

    name: str
    confidence: str


def predict(lines: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """One line an article: one template for each type of incident that its own events tell of."""
    for line in lines:
        page = page_of(WRAPPED.sub(" ", line["text"]), line["id"])
        found = find(page, article_of(page))
        yield {"id": line["id"], "templates": templates(found, page.text)}


def templates(found: Found, text: str) -> list[dict[str, Any]]:
    """The incidents of an article, events of one type being one incident."""
    groups: dict[str, list[Event]] = {}
    for event in found.events:
        if event.type == "ASSAULT" and is_incident(event):
            groups.setdefault(incident(event), []).append(event)
    return [
        {"type": kind, "organizations": [{"name": c.name, "confidence": c.confidence} for c in culprits(events, found, text)]}
        for kind, events in groups.items()
    ]


def is_incident(event: Event) -> bool:
    """Whether an event is a deed done at some time to somebody, not fighting in general."""
    victims = " ".join(event.recipient_text)
    told = bool(victims or event.place) and not GENERAL.search(event.cited.quote) and not COMBATANTS.search(victims)
    return told and not event.negated and not event.historical and event.status not in UNDONE


def incident(event: Event) -> str:
    """The type of incident an event is."""
    if BURNING.search(event.cited.quote):
        return "ARSON"
    return "ROBBERY" if ROBBING.search(event.cited.quote) else TYPES.get(event.mode, "ATTACK")


def culprits(events: list[Event], found: Found, text: str) -> list[Culprit]:
    """The organisations behind an incident: armed groups that act in it, or the one the article names beside it or blames."""
    named = {m.actor: m.cited.quote for m in reversed(found.mentions) if m.actor and m.sector in INSURGENTS and m.form != "role"}
    acting = [(event, key, name) for event in events for key, name in zip(event.actor, event.actor_text, strict=True)]
    direct = [Culprit(named[key], confidence(event, named[key], text)) for event, key, _ in acting if key in named]
    if direct:
        return list(dict.fromkeys(direct))[:2]
    rebels = any(REBELS.search(name) for _, _, name in acting)
    often = [key for key, _ in Counter(m.actor for m in found.mentions if m.actor in named).most_common(3)]
    tied = [key for key in often if rebels or blamed(named[key], text) or beside(key, events, found)]
    return [Culprit(named[key], confidence(events[0], named[key], text)) for key in tied[:1]]


def beside(key: str, events: list[Event], found: Found) -> bool:
    """Whether a group is named close to one of the events."""
    starts = [mention.cited.start for mention in found.mentions if mention.actor == key]
    return any(abs(start - event.cited.start) < NEAR for start in starts for event in events)


def blamed(name: str, text: str) -> bool:
    """Whether a sentence that names an organisation speaks of blame or of a claim."""
    return any(ACCUSED.search(sentence) or CLAIMED.search(sentence) for sentence in about(name, text))


def about(name: str, text: str) -> list[str]:
    """The sentences that name an organisation."""
    return [sentence for sentence in SENTENCE.split(text) if name.lower() in sentence.lower()]


def confidence(event: Event, name: str, text: str) -> str:
    """How sure the report is: by what its sentences say of the organisation, then by the event's status."""
    sentences = about(name, text)
    if any(CLAIMED.search(sentence) and not NOBODY.search(sentence) for sentence in sentences):
        return ADMITTED
    blaming = [sentence for sentence in sentences if ACCUSED.search(sentence)]
    if blaming or event.status == "alleged":
        official = any(AUTHORITIES.search(sentence) for sentence in blaming)
        return BY_AUTHORITIES if official else LEVELS["alleged"]
    return LEVELS["possible"] if event.status == "possible" else FACT
