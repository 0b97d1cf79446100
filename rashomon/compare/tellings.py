"""Events, statements and ties told more than once: who tells them, in which status, and what the tellings make of each other."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from rashomon.compare.independence import Telling, tellings
from rashomon.compare.matching import days_between
from rashomon.compare.sides import answer_of, comparison
from rashomon.records import Comparison, Event, Finding, Found, Page, Statement, Tie, Verdict

AFFIRMS = frozenset({"stated", "reported"})
Key = tuple[str, ...]
Answer = Callable[[Telling], str]


def repeated(
    founds: Sequence[Found],
    pages: Mapping[str, Page],
    actors: Mapping[str, str],
    groups: Mapping[str, str],
    copies: Mapping[str, str],
) -> tuple[Comparison, ...]:
    """One comparison for each event, statement and tie that two articles tell at least."""
    found: list[Comparison] = []
    for kind, told in (
        ("event", grouped(tellings(founds, "events", actors, copies), lambda finding: (groups.get(finding.id, finding.id),))),
        (
            "statement",
            grouped(tellings(founds, "statements", actors, copies), lambda finding: (groups.get(finding.id, finding.id),)),
        ),
        ("tie", grouped(tellings(founds, "ties", actors, copies), lambda finding: tie_key(finding, actors))),
    ):
        found += [compared(kind, same) for _, same in sorted(told.items()) if len({one.article.id for one in same}) > 1]
    return tuple(found)


def grouped(told: Iterable[Telling], key: Callable[[Finding], Key]) -> dict[Key, list[Telling]]:
    """The tellings by what they tell of; those without a key are left out."""
    filled: dict[Key, list[Telling]] = {}
    for telling in told:
        if of := key(telling.finding):
            filled.setdefault(of, []).append(telling)
    return filled


def tie_key(finding: Finding, actors: Mapping[str, str]) -> Key:
    """The two ends and the relation of a tie; empty where an end is not certain."""
    if not isinstance(finding, Tie) or not (finding.subject and finding.object):
        return ()
    return actors.get(finding.subject, finding.subject), finding.relation, actors.get(finding.object, finding.object)


def compared(kind: str, told: Sequence[Telling]) -> Comparison:
    """What the tellings of one thing make of each other."""
    sides = split(told, standing)
    verdict, why = verdict_of(kind, told, sorted(sides))
    if verdict == "agrees":
        sides = {"": list(told)}
    elif verdict == "differs in detail":
        sides = split(told, lambda one: f"{standing(one)} {detail(one)}")
    answers = [(answer_of(listed), listed) for _, listed in sorted(sides.items())]
    about = answer_of(told)
    return comparison(kind, about, QUESTIONS[kind].format(about=about), answers, verdict=verdict, why=why)


def split(told: Sequence[Telling], answer: Answer) -> dict[str, list[Telling]]:
    """The tellings by their answer."""
    sides: dict[str, list[Telling]] = {}
    for one in told:
        sides.setdefault(answer(one), []).append(one)
    return sides


def standing(one: Telling) -> str:
    """How a telling stands to the thing: it affirms or denies it, or leaves it open, in the words of its status."""
    finding = one.finding
    if isinstance(finding, Statement):
        return "said"
    if finding.negated != (finding.status == "denied") or finding.status == "refused":
        return "denied"
    return "affirmed" if finding.status in AFFIRMS else finding.status


def verdict_of(kind: str, told: Sequence[Telling], standings: Sequence[str]) -> tuple[Verdict, str]:
    """The verdict on the tellings of one thing, with its reason."""
    if "affirmed" in standings and "denied" in standings and certain(kind, told):
        return "conflicts", f"{names(told, 'affirmed')} affirms what {names(told, 'denied')} denies."
    if "affirmed" in standings and "denied" in standings:
        # Tellings are grouped by their likeness; whether a denial denies just this is for the claims to say (compare/polarity).
        return "unsure", f"{names(told, 'affirmed')} affirms and {names(told, 'denied')} denies something of this kind."
    if len(standings) > 1:
        return "differs in detail", f"The tellings differ in how sure they are: {', '.join(standings)}."
    if kind == "event" and apart_in_time(told):
        return "differs in detail", "The tellings give other days."
    if len({detail(one) for one in told}) > 1:
        return "differs in detail", "The tellings agree, and each has details or a wording of its own."
    return "agrees", "The tellings agree."


def certain(kind: str, told: Sequence[Telling]) -> bool:
    """The tellings are of just one event: of one kind, between known sides, in one place on one day, on different words."""
    across = len({one.finding.voice for one in told if standing(one) in ("affirmed", "denied")}) > 1
    if kind != "event" or not across or any(one.finding.historical for one in told):
        return False
    events = [one.finding for one in told if isinstance(one.finding, Event)]
    sides = {(event.type, event.mode, event.actor, event.recipient, event.place, event.on) for event in events}
    known = all(event.type and event.actor and event.recipient and all((*event.actor, *event.recipient)) for event in events)
    return known and len(sides) == 1 and bool(events[0].on)


def names(told: Sequence[Telling], answer: str) -> str:
    """The first outlet that gives an answer."""
    return min(one.outlet for one in told if standing(one) == answer)


def apart_in_time(told: Sequence[Telling]) -> bool:
    """Two of the tellings name different days."""
    days = sorted({one.finding.on for one in told if isinstance(one.finding, Event) and one.finding.on_precision == "day"})
    return len(days) > 1 and (days_between(days[0], days[-1]) or 0) > 1


def detail(one: Telling) -> str:
    """What a telling adds: numbers, place and day of an event, amount of a tie, addressee of a statement."""
    finding = one.finding
    if isinstance(finding, Event):
        return " ".join((finding.place, finding.on, finding.dead, finding.injured, finding.arrested)).strip()
    if isinstance(finding, Tie):
        return f"{finding.amount} {finding.as_of}".strip()
    if isinstance(finding, Statement):
        return " ".join(finding.cited.quote.lower().split())
    return ""


QUESTIONS = {
    "event": "Did it happen, and how: “{about}”?",
    "statement": "Was it said, and in which words: “{about}”?",
    "tie": "What ties them: “{about}”?",
}
