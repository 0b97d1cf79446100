"""Events as PLOVER 2.0 records, one JSON object each, with voice and status as extensions.

Fields are those of the PLOVER manual's JSON tables (Open Event Data Alliance).  ``mode`` is a list: the mode proper, if
any, then those of PLOVER's four auxiliary modes that hold: ``historical``, ``future``, ``hypothetical``, ``negation``.
Beyond the manual:

- ``voice``: on whose word, outermost first; ``status`` and ``hedge``: how it is asserted;
- ``date_from``: ``stated``, ``derived``; where the text gives no time, and PLOVER demands a date, ``publication``, or for an
  article without one ``latest day told``; ``unknown`` where that is missing too (``date`` is null);
  ``date_precision`` and ``date_anchor`` as in the record;
- ``text_info``: ``start`` and ``end`` are the offsets of the sentence in the page, ``event_start`` and ``event_end`` those of
  the words that tell of the event.
"""

import calendar
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from rashomon.find.event.scores import goldstein, intensity
from rashomon.records import Article, Event, Found, Mention, Page, Status

CODEBOOK = "PLOVER 2.0"
NOBODY = "---"  # the code of an actor that is not named
# PLOVER has one code for all bodies of states.
BODIES: Mapping[str, str] = {"UNO": "IGO", "EUR": "IGO"}
NO_COUNTRY = frozenset({"", "IGO", "NGO", "IMG", "MNC", *BODIES})
QUAD: Mapping[str, int] = {
    **dict.fromkeys(("AGREE", "CONSULT", "SUPPORT", "CONCEDE"), 1),
    **dict.fromkeys(("COOPERATE", "AID", "RETREAT"), 2),
    **dict.fromkeys(("REQUEST", "ACCUSE", "REJECT", "THREATEN"), 3),
    **dict.fromkeys(("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"), 4),
}
AUXILIARY: Mapping[Status, str] = {
    "planned": "future",
    "predicted": "future",
    "conditional": "hypothetical",
    "possible": "hypothetical",
    "denied": "negation",
}
SETTLED: frozenset[Status] = frozenset({"stated", "reported", "alleged"})
VERBAL = frozenset({"AGREE", "CONCEDE", "THREATEN", "REQUEST", "REJECT", "ACCUSE"})


def plover(founds: Sequence[Found], pages: Mapping[str, Page], actors: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    """The PLOVER record of every event that has a PLOVER type; ``actors`` leads from a key to that of its cluster."""
    for found in founds:
        for event in found.events:
            if event.type:
                yield record(event, found, pages[event.cited.page], actors)


def counts(event: Event) -> bool:
    """Whether PLOVER counts an event as one that took place: not negated, and done or, as words, said."""
    return bool(event.type) and not event.negated and (event.status in SETTLED or event.type in VERBAL)


def record(event: Event, found: Found, page: Page, actors: Mapping[str, str]) -> dict[str, Any]:
    """One event as a PLOVER record."""
    source, recipient = both_sides(event, found, actors)
    return {
        "id": event.id,
        "has_event": True,
        **dated(event, found),
        "source": coded(source) or [{"code": NOBODY, "sector": "", "actor_text": ""}],
        "recipient": coded(recipient),
        "event": [event.type],
        "mode": modes(event),
        "context": list(event.context),
        "event_text": [event.cited.quote],
        "event_loc": {"name": event.place, "cc3": event.country} if event.place or event.country else None,
        "quad_code": QUAD[event.type],
        "event_scale": intensity(event.type, event.mode),
        "goldstein": goldstein(event.type, event.mode),
        "size": {name: int(value) for name in ("dead", "injured", "arrested") if (value := getattr(event, name)).isdecimal()},
        "text_info": {
            "start": event.sentence[0],
            "end": event.sentence[1],
            "event_start": event.cited.start,
            "event_end": event.cited.end,
        },
        "cite_info": cited(found.article, page),
        "coder": "rashomon",
        "voice": list(event.voice),
        "status": event.status,
        "hedge": event.hedge,
    }


def modes(event: Event) -> list[str]:
    """The mode proper and the auxiliary modes."""
    auxiliary = [
        *(["historical"] if event.historical else []),
        *([AUXILIARY[event.status]] if event.status in AUXILIARY else []),
        *(["negation"] if event.negated else []),
    ]
    return list(dict.fromkeys([*([event.mode] if event.mode else []), *auxiliary]))


Actor = dict[str, str]


def both_sides(event: Event, found: Found, actors: Mapping[str, str]) -> tuple[list[Actor], list[Actor]]:
    """The actor objects of source and recipient; those without a country of their own get the sentence's, and say so."""
    near = [m for m in found.mentions if event.sentence[0] <= m.cited.start and m.cited.end <= event.sentence[1] and m.country]
    source = [actor(key, text, near, found, actors) for key, text in zip(event.actor, event.actor_text, strict=True)]
    recipient = [actor(key, text, near, found, actors) for key, text in zip(event.recipient, event.recipient_text, strict=True)]
    domestic = inferred_country(event, [*source, *recipient], near)
    for each in (*source, *recipient):
        if not each["code"] and domestic:
            each.update(code=domestic, code_from="sentence")
    return source, recipient


def inferred_country(event: Event, known: Sequence[Actor], near: Sequence[Mention]) -> str:
    """The country of an actor that has none of its own: of the place, the other side, or the one country the sentence names.

    «Police arrested students in Oslo»: both are of Norway.
    """
    codes = list(dict.fromkeys(each["code"] for each in known if each["code"] not in NO_COUNTRY))
    named = list(dict.fromkeys(mention.country for mention in near if mention.country not in NO_COUNTRY))
    return event.country or (codes[0] if len(codes) == 1 else "") or (named[0] if len(named) == 1 else "")


def actor(key: str, text: str, near: Sequence[Mention], found: Found, actors: Mapping[str, str]) -> Actor:
    """One actor object; ``identifier_id`` is the key of the actor's cluster."""
    own = next((mention for mention in found.mentions if key and mention.actor == key), None)
    inside = next((mention for mention in near if mention.cited.quote in text), None)
    mention = own or inside
    code = key.removeprefix("state:") if key.startswith("state:") else mention.country if mention else ""
    return {
        "code": BODIES.get(code, code),
        "sector": own.sector if own else "",
        "actor_text": text,
        "identifier_id": actors.get(key, key),
        "identifier_text": own.name if own else "",
    }


def cited(article: Article, page: Page) -> dict[str, str]:
    """Where the text is from."""
    return {
        "citation": page.file,
        "url": page.url,
        "title": article.title,
        "language": article.language,
        "publication": article.outlet,
        "codebook": CODEBOOK,
    }


def coded(side: Sequence[Actor]) -> list[Actor]:
    """The actors of a side, with PLOVER's code of the unknown where no country is known."""
    return [{**each, "code": each["code"] or NOBODY} for each in side]


def dated(event: Event, found: Found) -> dict[str, Any]:
    """First and last day of the event; a month or a year gives its first and last day."""
    article = found.article
    on, origin = (event.on, str(event.on_from)) if event.on else (article.published_on, "publication")
    if not on:
        on, origin = latest_told(found), "latest day told"
    first, _, last = on.partition("/")
    return {
        "date": day(first, last_of=False) or None,
        "enddate": day(last or first, last_of=True) or None,
        "date_from": origin if on else "unknown",
        "date_precision": event.on_precision if event.on else article.published_precision,
        "date_anchor": event.on_anchor,
    }


def latest_told(found: Found) -> str:
    """The latest day that the article names in full: an article without a date of its own was written on it or later."""
    return max((date.low for date in found.dates if date.low and date.low == date.high and not date.anchor), default="")


def day(iso: str, *, last_of: bool) -> str:
    """The first or last day of a year, month or day in ISO 8601; empty for what is none of these."""
    parts = [int(part) for part in iso.split("-") if part.isdecimal()]
    if not 1 <= len(parts) <= 3 or not 1 <= parts[0] <= 9999:
        return ""
    year, month = parts[0], parts[1] if len(parts) > 1 else (12 if last_of else 1)
    if not 1 <= month <= 12:
        return ""
    longest = calendar.monthrange(year, month)[1]
    return f"{year:04}-{month:02}-{parts[2] if len(parts) > 2 else (longest if last_of else 1):02}"
