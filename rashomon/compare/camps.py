"""What somebody is called, for whom or against whom: «pro-Western» here, «Russophile» there."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rashomon.compare.independence import Telling, tellings
from rashomon.compare.lexicon import Camp, camps, stands_for
from rashomon.compare.sides import comparison
from rashomon.gazetteer import gazetteer
from rashomon.records import Claim, Comparison, Found, Page, Term

FOR = re.compile(r"(pro|anti)-(\w+)")
LOVER = re.compile(r"(\w+?)o?(phile|phil|phobe|phobic|philic)s?")
LEADERS = ("president", "prime minister", "chancellor", "king", "supreme leader")


@dataclass(frozen=True, slots=True)
class Stance:
    """That somebody is for or against a side."""

    whom: str  # an actor key, or «leadership of KAZ»
    camp: Camp
    favours: bool
    word: str
    telling: Telling


def alignments(
    founds: Sequence[Found],
    pages: Mapping[str, Page],
    actors: Mapping[str, str],
    groups: Mapping[str, str],
    copies: Mapping[str, str],
) -> tuple[Comparison, ...]:
    """Everybody who is called a friend of rivals, or both friend and enemy of one side."""
    by_whom: dict[str, list[Stance]] = {}
    for telling in tellings(founds, "claims", actors, copies):
        for stance in stances(telling, actors):
            by_whom.setdefault(stance.whom, []).append(stance)
    return tuple(found for _, told in sorted(by_whom.items()) for found in opposed(told))


def stances(telling: Telling, actors: Mapping[str, str]) -> Iterator[Stance]:
    """The stances that a claim gives its subject."""
    claim = telling.finding
    if not isinstance(claim, Claim) or claim.verb not in ("be", "remain", "become"):
        return
    subject = next((term for term in claim.terms if term.role == "subject"), None)
    called = next((term for term in claim.terms if term.role == "complement"), None)
    side = camp_of(called.head) if called is not None else None
    if subject is None or side is None or called is None:
        return
    for whom in bearers(subject, telling.article.published_on, actors):
        yield Stance(whom, side[0], side[1] != claim.negated, called.text, telling)


def camp_of(word: str) -> tuple[Camp, bool] | None:
    """The side that a descriptor is about, and whether it is for it."""
    if found := FOR.fullmatch(word):
        favours, root = found.group(1) == "pro", found.group(2)
    elif found := LOVER.fullmatch(word):
        favours, root = found.group(2).startswith("phil"), found.group(1)
    else:
        return None
    return next(((camp, favours) for camp in camps() if root in camp.roots or f"{root}o" in camp.roots), None)


def bearers(subject: Term, day: str, actors: Mapping[str, str]) -> Iterator[str]:
    """Whom a stance is said of; a leader and his country's elite are one in this."""
    rules = "leadership" in stands_for().get(subject.head, ())
    for actor in subject.actors:
        key = actors.get(actor, actor)
        country = key[6:9] if key.startswith(("state:", "government:")) else ""
        if rules and country:
            yield f"leadership of {key.partition(':')[2][:3]}"
        elif subject.named:
            yield f"leadership of {led}" if (led := leads(key, day)) else key


def leads(key: str, day: str) -> str:
    """The country that a person leads on a day (in the last office known, without a day); empty for none."""
    person = gazetteer().actors.get(key)
    if person is None:
        return ""
    held = [office for office in person.offices if office.role in LEADERS and (office.holds(day) if day else not office.until)]
    return person.country if held else ""


def opposed(told: Sequence[Stance]) -> Iterator[Comparison]:
    """The stances of one bearer that exclude each other, each pair of answers once."""
    by_answer: dict[tuple[str, bool], list[Stance]] = {}
    for stance in told:
        by_answer.setdefault((stance.camp.name, stance.favours), []).append(stance)
    answers = sorted(by_answer)
    for number, left in enumerate(answers):
        for right in answers[number + 1 :]:
            if exclude(by_answer[left][0], by_answer[right][0]) and not one_voice(by_answer[left], by_answer[right]):
                yield made(by_answer[left], by_answer[right])


def exclude(left: Stance, right: Stance) -> bool:
    """For and against one side, or for two rivals."""
    if left.camp.name == right.camp.name:
        return left.favours != right.favours
    return left.favours and right.favours and right.camp.name in left.camp.rivals


def one_voice(left: Sequence[Stance], right: Sequence[Stance]) -> bool:
    """All of it is one voice's: that is a turn of phrase or of policy, no conflict of tellings."""
    return len({stance.telling.finding.voice for stance in (*left, *right)}) == 1


def called(whom: str) -> str:
    """The name of a bearer, for a sentence."""
    leading, _, key = whom.rpartition(" of ")
    actor = gazetteer().actors.get(f"state:{key}" if leading else key)
    return f"the {leading} of {actor.name if actor else key}" if leading else actor.name if actor else key.partition(":")[2]


def made(left: Sequence[Stance], right: Sequence[Stance]) -> Comparison:
    """The comparison of two answers."""
    named = called(left[0].whom)
    sides = [(f"“{stances_[0].word}”", [stance.telling for stance in stances_]) for stances_ in (left, right)]
    why = f"{left[0].telling.outlet} says {sides[0][0]}, {right[0].telling.outlet} says {sides[1][0]}, of {called(left[0].whom)}."
    return comparison("alignment", named, f"Whose side is {named} on?", sides, verdict="conflicts", why=why)
