"""Who did what to whom, when and where, in PLOVER terms: how sure it is, and on whose word."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import msgspec
from spacy.tokens import Token

from rashomon.find.event.circumstances import Dated, contexts_of, is_background, number_on, place_of
from rashomon.find.event.generic import COOPERATIVE, Topic, is_generic, topic_of
from rashomon.find.event.lexicon import ANY_DEED, Deed, Lexicon, lexicon
from rashomon.find.event.naming import MATERIAL_CONFLICT, is_name
from rashomon.find.event.parties import Mentioned, parties
from rashomon.find.event.roles import roles
from rashomon.find.event.said import SPOKEN, spoken_by, spoken_in, status_of
from rashomon.find.event.sides import Sides, sides
from rashomon.find.event.status import Own, own_status
from rashomon.find.event.subjects import clause_subjects
from rashomon.find.event.triggers import LONGEST_CITATION, Trigger, holders, triggers
from rashomon.find.parse import Parse
from rashomon.find.voices import Voices, voices
from rashomon.records import Date, Event, Mention, Span, Statement, Status, cite, place_id


@dataclass(frozen=True, slots=True)
class Deedlike:
    """A deed found in a sentence, before voices: its trigger, the deed it absorbs, and what the grammar says of it."""

    trigger: Trigger
    deed: Deed
    own: Own
    inside: "Deedlike | None" = None


@dataclass(frozen=True, slots=True)
class Reading:
    """One article with all that is known of it before its events."""

    parse: Parse
    mentioned: Mentioned
    dated: Dated
    said: Voices
    cued: dict[int, Statement]  # by the place of its cue, for deeds that are speech: «was accused of fraud by the mayor»
    words: Lexicon
    topic: Topic


def events(
    parse: Parse,
    dates: tuple[Date, ...],
    mentions: tuple[Mention, ...],
    statements: tuple[Statement, ...],
    words: Lexicon | None = None,
) -> tuple[Event, ...]:
    """Every event of an article, in text order.

    ``words`` is a lexicon with a user's own files, ``lexicon(path)``; the shipped one when left out.  The citation is the
    words that tell of the deed.  PLOVER counts a cooperative deed told in the future as AGREE and a hostile one as
    THREATEN; such an event is ``planned``.
    """
    reading = read(parse, dates, mentions, statements, words or lexicon())
    return numbered(event_of(deed, reading) for deed in deeds(parse, reading.words) if not is_named_only(deed, reading))


def is_named_only(found: Deedlike, reading: Reading) -> bool:
    """Whether a deed's word is part of a name, «Organisation for Cooperation», or says of what kind a thing is."""
    return is_name(found.trigger.token, found.deed, reading.mentioned, reading.words)


def events_at(
    parse: Parse,
    spans: Sequence[Span],
    dates: tuple[Date, ...],
    mentions: tuple[Mention, ...],
    statements: tuple[Statement, ...],
) -> tuple[Event, ...]:
    """One event for each span of the page that somebody points at, in that order; its type is empty outside the lexicon.

    A span that holds no word of the article gives none.
    """
    reading = read(parse, dates, mentions, statements, lexicon())
    found = triggers(parse.doc, reading.words)
    at = {parse.in_page(token.idx, token.idx + 1)[0]: token for token in parse.doc}
    result: list[Event] = []
    for start, end in spans:
        inside = [at[place] for place in range(start, end) if place in at]
        if inside:
            deed = pointed_at(inside, found, reading.words)
            event = record(deed, both_sides(deed, reading.mentioned, reading.words), reading)
            place = place_id("event", parse.page.id, start, end)
            result.append(msgspec.structs.replace(event, id=place, cited=cite(parse.page, start, end)))
    return tuple(result)


def pointed_at(inside: list[Token], found: dict[int, Trigger], words: Lexicon) -> Deedlike:
    """The deed of the highest word of a stretch, the lexicon's where it has one."""
    head = min(inside, key=lambda token: sum(1 for _ in token.ancestors))
    trigger = found.get(head.i)
    if trigger is None or trigger.deed is None:
        trigger = Trigger(head, ANY_DEED, ())
    return Deedlike(trigger, trigger.deed or ANY_DEED, own_status(trigger, found, words))


def read(
    parse: Parse, dates: tuple[Date, ...], mentions: tuple[Mention, ...], statements: tuple[Statement, ...], words: Lexicon
) -> Reading:
    """Lay out what is known of an article."""
    cued = {statement.cue_span[0]: statement for statement in statements if statement.cue_span and statement.speaker_text}
    return Reading(
        parse,
        Mentioned(parse, mentions),
        Dated(parse, dates),
        voices(parse, statements),
        cued,
        words,
        topic_of(parse.doc[:], words),
    )


def numbered(events: Iterable[Event | None]) -> tuple[Event, ...]:
    """The events, those at one place numbered from the second on."""
    found: list[Event] = []
    used: Counter[str] = Counter()
    for event in events:
        if event is not None:
            used[event.id] += 1
            found.append(event if used[event.id] == 1 else renumbered(event, used[event.id]))
    return tuple(found)


def renumbered(event: Event, number: int) -> Event:
    """The event with the number of its kind at the same place."""
    return msgspec.structs.replace(event, id=f"{event.id}-{number}")


def deeds(parse: Parse, words: Lexicon) -> list[Deedlike]:
    """The deeds of the article; one that another absorbs («refused to sign») is kept inside that one only."""
    found = triggers(parse.doc, words)
    held = holders(found)
    alone = [Deedlike(trigger, trigger.deed, own_status(trigger, held, words)) for trigger in found.values() if trigger.deed]
    inner: dict[int, Deedlike] = {}
    for deed in alone:
        if deed.own.outer is not None:
            inner.setdefault(deed.own.outer.token.i, deed)
    return [replace(deed, inside=inner.get(deed.trigger.token.i)) for deed in alone if deed.own.outer is None]


def event_of(found: Deedlike, reading: Reading) -> Event | None:
    """The record of a deed; None when it is nobody's, nowhere and at no time, so that nothing can be checked."""
    both = both_sides(found, reading.mentioned, reading.words)
    dated = bool(reading.dated.of(found.trigger.token).on)
    if is_generic(found.trigger.token, found.deed, both, dated, reading.words, topic=reading.topic):
        return None
    return record(found, both, reading)


def record(found: Deedlike, both: Sides, reading: Reading) -> Event:
    """The record of a deed with the sides given."""
    parse, token = reading.parse, found.trigger.token
    type_, mode = kind(found, reading.words, aimed=bool(both.recipient))
    time = reading.dated.of(token, spoken=type_ in SPOKEN)
    place = place_of(token, found.trigger.others, reading.mentioned)
    refusal = type_ == "REJECT" and found.deed.type in COOPERATIVE  # «will not sign» is no denial of a refusal
    cited = cited_words(found)
    start, end = cited[0].idx, cited[-1].idx + len(cited[-1].text)
    low, high = parse.in_page(start, end)
    standing = reading.said.at(low, high)
    if not both.actor and type_ in SPOKEN and mode != "investigate":
        both = spoken_by(token, both, reading.cued.get(parse.in_page(token.idx, token.idx + 1)[0]) or spoken_in(token, standing))
    counted = {found.deed.count: number_on(roles(token).get("object", []))} if found.deed.count else {}
    return Event(
        id=place_id("event", parse.page.id, low, high),
        article=parse.article.id,
        cited=parse.cite(start, end),
        sentence=parse.sentence(start, end),
        voice=standing.voice,
        status=status_of(token, own_of(found), standing),
        negated=found.own.negated and not refusal,
        historical=found.own.historical or is_background(time, parse.article.published_on),
        hedge=", ".join(hedge.text for hedge in sorted(found.own.hedges, key=lambda hedge: hedge.i)),
        type=type_,
        mode=mode,
        context=contexts_of(token, found.deed.context, reading.words.contexts),
        actor=tuple(party.key for party in both.actor),
        actor_text=tuple(party.text for party in both.actor),
        recipient=tuple(party.key for party in both.recipient),
        recipient_text=tuple(party.text for party in both.recipient),
        place=place.name if place else "",
        country=place.country if place else "",
        on=time.on,
        on_precision=time.precision,
        on_from=time.origin,
        on_anchor=time.anchor,
        **counted,
    )


def own_of(found: Deedlike) -> Status:
    """The status by the deed's own grammar: what its entry says, unless something stronger stands around it."""
    around = found.own.status
    return found.deed.status if around == "stated" else around


def both_sides(found: Deedlike, mentioned: Mentioned, words: Lexicon) -> Sides:
    """The parties of a deed; where an absorbing word names no recipient, those of the deed inside are it."""
    both = sides(found.trigger, found.deed, mentioned, words)
    if (found.deed.absorbs or found.deed.weak) and not both.recipient:
        told = parties(clause_subjects(found.trigger.token), mentioned, words)
        both = replace(both, recipient=tuple(party for party in told if party not in both.actor))
    if found.inside is None:
        return both
    inner = both_sides(found.inside, mentioned, words)
    actor = both.actor or tuple(party for party in inner.actor if party not in both.recipient)
    doers = inner.actor if both.actor else ()
    inside = (doers or inner.recipient) if found.deed.type == "ACCUSE" else (*inner.recipient, *doers)  # the accused did it
    recipient = both.recipient or tuple(party for party in inside if party not in actor)
    return Sides(actor, recipient)


def kind(found: Deedlike, words: Lexicon, *, aimed: bool = True) -> tuple[str, str]:
    """Type and mode: by what is absorbed, by the future, or as the entry has it.

    A hostile deed announced threatens where it is ``aimed`` at somebody: «soldiers will be deployed for the fair» does not.
    """
    type_, mode = found.deed.type, found.deed.mode
    if found.inside is not None:
        inner_type, inner_mode = kind(found.inside, words)
        if inner_type in found.deed.becomes:
            return found.deed.becomes[inner_type], inner_mode if found.deed.becomes[inner_type] == inner_type else ""
        mode = mode or words.modes.get((type_, inner_type), "")
    if found.own.negated and type_ in {"AGREE", "CONCEDE"}:
        return "REJECT", words.modes.get(("REJECT", type_), "")
    harmless = type_ in {"MOBILIZE", "COERCE"} and not aimed
    if found.own.announced and not found.own.attempt and found.own.status != "conditional" and not harmless:
        return future(type_, mode, found.own.negated, words)
    return type_, mode


def future(type_: str, mode: str, negated: bool, words: Lexicon) -> tuple[str, str]:
    """PLOVER's rule for deeds announced: a cooperative one is an AGREE, a hostile one a THREATEN; not to cooperate, a REJECT."""
    if type_ in COOPERATIVE:
        return ("REJECT", words.modes.get(("REJECT", type_), "")) if negated else ("AGREE", "")
    if type_ in MATERIAL_CONFLICT and not negated:
        return "THREATEN", words.modes.get(("THREATEN", type_), "")
    return type_, mode


def cited_words(found: Deedlike) -> list[Token]:
    """The words that tell of the deed, as one stretch; without those that stand far from the head."""
    head = found.trigger.token
    own = [head, *found.trigger.others, *found.own.words]
    if found.inside is not None:
        own.append(found.inside.trigger.token)
    first = last = head.i
    for word in sorted(own, key=lambda word: abs(word.i - head.i)):
        if max(last, word.i) - min(first, word.i) < LONGEST_CITATION:
            first, last = min(first, word.i), max(last, word.i)
    return list(head.doc[first : last + 1])
