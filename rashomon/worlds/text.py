"""An outcome as text for a terminal: how the assumption was read, what follows, in whose world, on which sentences."""

from collections.abc import Iterator, Mapping, Sequence

from rashomon.worlds.outcome import Clash, Conclusion, Loss, Meeting, Outcome, Proof, Reading, World
from rashomon.worlds.text_places import flat, place
from rashomon.worlds.text_system import system_lines

Names = Mapping[str, str]
SIGNS = {
    "unbalanced": "the triad is unbalanced: friends of one are here against each other",
    "balanced": "the triad is balanced",
    "open": "what the three are to each other is not all said",
}


def text(outcome: Outcome) -> str:
    """The outcome for people, without a newline at its end."""
    return "\n".join(lines(outcome))


def lines(outcome: Outcome) -> Iterator[str]:
    """The lines, one thing after the other."""
    names = outcome.names
    for reading in outcome.readings:
        yield from read_as(reading, names)
    if outcome.message:
        yield outcome.message
    for title, listed in system_lines(outcome.system, names) if outcome.system is not None else ():
        yield from titled(title, listed)
    yield from titled("what follows", (line for one in outcome.conclusions for line in conclusion(one, names)))
    yield from titled(
        "only when put together, in no single world", (line for one in outcome.meetings for line in meeting(one, names))
    )
    yield from titled("clashes", (line for one in outcome.clashes for line in clash(one, names)))
    yield from titled("no longer follows", (line for one in outcome.no_longer for line in conclusion(one, names)))
    yield from titled("by world", (line for one in outcome.worlds if outcome.conclusions for line in world(one)))
    yield from titled("loses its only support", (line for one in outcome.lost for line in loss(one, names)))
    yield from (f"note: {issue}" for issue in outcome.issues)


def titled(title: str, listed: Iterator[str]) -> Iterator[str]:
    """The lines under a title; nothing when there are none."""
    first = next(listed, None)
    if first is not None:
        yield from ("", title.upper(), first)
        yield from listed


def read_as(reading: Reading, names: Names) -> Iterator[str]:
    """How an assumption was understood."""
    yield f"{'deny' if reading.denied else 'assume'}: «{reading.words}»"
    for match in reading.matches:
        yield f"  read as: {flat(match.read_as)}{f' ({match.note})' if match.note else ''}  [{place(match.passage, names)}]"
    if reading.note:
        yield f"  not read: {reading.note}"
    for match in reading.near:
        yield f"  near it, not taken: {flat(match.read_as)}  [{place(match.passage, names)}]"
    for passage in reading.related:
        yield f"  the pages say: «{flat(passage.quote)}»  [{place(passage, names)}]"


def conclusion(one: Conclusion, names: Names) -> Iterator[str]:
    """A conclusion with its proofs."""
    hedges = [
        one.strength,
        "as a rule" if one.default else "",
        one.status,
        "" if one.certain else "not if the other side is right",
    ]
    where = f"in the world of {'; '.join(one.worlds)}" if one.worlds else "in no single world, only when they are put together"
    yield f"• {flat(one.says)}  ({', '.join(hedge for hedge in hedges if hedge)})"
    yield f"  {where}"
    for number, proof in enumerate(one.proofs, 1):
        yield from proved(proof, f"proof {number}" if len(one.proofs) > 1 else "proof", names)
    for passage in one.against:
        yield f"  against: «{flat(passage.quote)}»  [{place(passage, names)}]"


def proved(proof: Proof, title: str, names: Names) -> Iterator[str]:
    """The sentences of a proof, in order."""
    yield f"  {title}:"
    for number, passage in enumerate(proof.passages, 1):
        yield f"    {number}. «{flat(passage.quote)}»  [{place(passage, names)}]"


def meeting(one: Meeting, names: Names) -> Iterator[str]:
    """Two conclusions that meet in one actor."""
    yield f"• {one.actors[0]} — {one.actors[1]} — {one.actors[2]}: {flat(one.says)}"
    yield "  no single page reaches this"
    yield from proved(one.proof, "proof", names)
    for passage in one.between:
        yield f"  and of the two ends is said: «{flat(passage.quote)}»  [{place(passage, names)}]"
    yield f"  {SIGNS[one.sign]}"


def clash(one: Clash, names: Names) -> Iterator[str]:
    """Two things that cannot both hold, and the ways out."""
    yield f"• {flat(one.one)}  ×  {flat(one.other)}"
    for number, repair in enumerate(one.repairs, 1):
        yield f"  way out {number}, disbelieve: " + "; ".join(
            f"«{flat(passage.quote)}» [{place(passage, names)}]" for passage in repair
        )


def world(one: World) -> Iterator[str]:
    """One outlet's world."""
    yield f"• {one.name}"
    yield from said("follows", one.follows)
    yield from said("denies", one.denies)
    if one.silent:
        things = "things that follow" if len(one.silent) > 1 else "thing that follows"
        yield f"  says nothing of {len(one.silent)} {things} elsewhere"


def said(title: str, listed: Sequence[str]) -> Iterator[str]:
    """The lines of a list."""
    return (f"  {title}: {flat(one)}" for one in listed)


def loss(one: Loss, names: Names) -> Iterator[str]:
    """A passage that only the outlets left out tell."""
    yield f"• «{flat(one.says)}»  ({one.kind})  [{place(one.passage, names)}]"
