"""A case as FollowTheMoney entities, JSON Lines for Aleph and its kin.

Written by hand after the schema of followthemoney 4 (Thing, LegalEntity, Interval, Event, UnknownLink, Article): the
library itself needs ICU.  Every link and event carries the words it rests on in ``description`` and its source in ``proof``.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

Entity = dict[str, Any]
Rows = Mapping[str, Iterable[dict[str, Any]]]

SCHEMAS = {
    "person": "Person",
    "organisation": "Organization",
    "company": "Company",
    "state": "PublicBody",
    "government": "PublicBody",
    "armed-group": "Organization",
    "outlet": "Organization",
    "people": "LegalEntity",
}
"""Actor type -> schema; a place or a project is no legal entity and is left to the text."""


def followthemoney(rows: Rows) -> Iterator[Entity]:
    """The entities of a case: its articles, its actors, the events and ties between them."""
    for article in rows["articles"]:
        yield article_entity(article)
    known = {}
    for actor in rows["actors"]:
        if actor["type"] in SCHEMAS:
            known[actor["id"]] = actor_id(actor["id"])
            yield actor_entity(actor)
    for event in rows["events"]:
        yield from event_entities(event, known)
    for tie in rows["ties"]:
        if tie["subject_id"] in known and tie["object_id"] in known:
            yield tie_entity(tie, known)


def entity(identifier: str, schema: str, **properties: str | Iterable[str]) -> Entity:
    """An entity; empty values are left out, single ones become lists."""
    listed = {name: [value] if isinstance(value, str) else list(value) for name, value in properties.items()}
    kept = {name: [text for text in texts if text] for name, texts in listed.items()}
    return {"id": identifier, "schema": schema, "properties": {name: texts for name, texts in kept.items() if texts}}


def actor_id(key: str) -> str:
    """An id without the characters that other tools refuse, the same for the same key."""
    return f"actor-{hashlib.sha256(key.encode()).hexdigest()[:20]}"


def article_entity(article: dict[str, Any]) -> Entity:
    """An article as a document."""
    return entity(
        article["id"],
        "Article",
        name=article["title"] or article["file"],
        title=article["title"],
        author=article["author"],
        publisher=article["outlet"],
        publishedAt=article["published_on"],
        language=article["language"],
        fileName=article["file"],
    )


def actor_entity(actor: dict[str, Any]) -> Entity:
    """An actor with its other names."""
    aliases = sorted({form["text"] for form in actor["forms"]} - {actor["name"]})
    return entity(actor_id(actor["id"]), SCHEMAS[actor["type"]], name=actor["name"] or actor["id"], weakAlias=aliases)


def told(finding: dict[str, Any]) -> str:
    """How the finding is asserted and on whose word."""
    return f"{finding['status']}{', negated' if finding['negated'] else ''} — {' › '.join(finding['voice'])}"


def event_entities(event: dict[str, Any], known: Mapping[str, str]) -> Iterator[Entity]:
    """An event that at least one known actor takes part in."""
    involved = sorted({known[key] for key in (*event["actor_id"], *event["recipient_id"]) if key in known})
    if involved:
        yield entity(
            event["id"],
            "Event",
            name=f"{event['type']}: {event['quote']}" if event["type"] else event["quote"],
            involved=involved,
            date=event["on"] if "/" not in event["on"] else "",
            startDate=event["on"].partition("/")[0] if "/" in event["on"] else "",
            endDate=event["on"].partition("/")[2],
            location=event["place"],
            description=event["sentence"],
            summary=told(event),
            proof=event["article"],
        )


def tie_entity(tie: dict[str, Any], known: Mapping[str, str]) -> Entity:
    """A tie as a link between two actors."""
    return entity(
        tie["id"],
        "UnknownLink",
        subject=known[tie["subject_id"]],
        object=known[tie["object_id"]],
        role=tie["relation"],
        description=tie["sentence"],
        summary=told(tie),
        date=tie["as_of"],
        proof=tie["article"],
    )
