"""Run the system the pages describe: assume something, and see what follows, in whose world, and on which sentences.

A page's rules are run as they are said.  Nothing is added but the reading of words: a condition is met by what says the same or
more (``propositions.entails``), and a headline is read with the sentence that it shortens.  docs/worlds.md defines each step.
"""

from collections.abc import Mapping, Sequence

from msgspec import structs

from rashomon.records import Found, Judgement, Page
from rashomon.worlds.follow import Followed, follow
from rashomon.worlds.meetings import meetings
from rashomon.worlds.outcome import Conclusion, Outcome
from rashomon.worlds.program import Program, program
from rashomon.worlds.reach import reach
from rashomon.worlds.readings import reading
from rashomon.worlds.selection import NoSuchWorldError, outlets, selected
from rashomon.worlds.system import system
from rashomon.worlds.without import losses

NO_EVIDENCE = "no evidence: no page says what follows"


def run(  # noqa: PLR0917 - the interface that the commands and the report are written against
    founds: Sequence[Found],
    actors: Mapping[str, str],
    names: Mapping[str, str],
    assume: Sequence[str],
    deny: Sequence[str] = (),
    without: Sequence[str] = (),
    world: str = "",
    *,
    pages: Mapping[str, Page] | None = None,
    groups: Mapping[str, str] | None = None,
    judgements: Sequence[Judgement] = (),
) -> Outcome:
    """What follows from the assumptions; nothing here changes the records.

    ``actors`` gives each actor key its representative, ``names`` what a representative is called; ``pages`` by id let whole
    sentences be quoted, ``groups`` (id of a finding to that of its representative) say which tellings are one.  ``without``
    leaves outlets out and lists what loses its only support; ``world`` is an outlet, a voice, "merged", or empty for all.
    ``judgements`` of persons hold the numbers they gave to forecasts. Without any question it is told how the case stands
    (``Outcome.system``). A world nobody knows, an empty assumption and one that no page takes up are answered in
    ``Outcome.message``, never by an error.
    """
    try:
        gone, kept = outlets(founds, without), selected(founds, without, world, names)
    except NoSuchWorldError as unknown:
        return Outcome(world=world or "all", message=str(unknown))
    loaded = program(kept, actors, names)
    heard = speakers(kept)
    called = {key: name for key, name in names.items() if key in heard}
    if not (assume or deny or gone):
        stands = system(loaded, kept, actors, pages=pages, groups=groups, judgements=judgements)
        return Outcome(world=world or "all", names=called, system=stands)
    outcome = what_if(loaded, assume, deny, world, pages or {})
    lost = losses(founds, gone, actors, groups or {}, pages or {}) if gone else ()
    return structs.replace(outcome, lost=lost, names=called, message=outcome.message if assume or deny or not gone else "")


def what_if(
    loaded: Program, assume: Sequence[str], deny: Sequence[str] = (), world: str = "", pages: Mapping[str, Page] | None = None
) -> Outcome:
    """What follows in a program that is loaded already."""
    shown = pages or {}
    read = [reading(loaded, words, False, shown) for words in assume] + [reading(loaded, words, True, shown) for words in deny]
    holds = tuple(dict.fromkeys(atom for _, atoms, _ in read for atom in atoms))
    fails = {atom for _, _, atoms in read for atom in atoms}
    followed = follow(loaded, reach(loaded, [atom for atom in holds if atom not in fails]), shown)
    ended = follow(loaded, reach(loaded, sorted(fails)), shown) if fails else None
    met, more = meetings(loaded, followed.conclusions, shown)
    return Outcome(
        world=world or "all",
        readings=tuple(one for one, _, _ in read),
        worlds=followed.worlds,
        conclusions=plain(followed),
        meetings=met,
        clashes=followed.clashes,
        no_longer=plain(ended) if ended is not None else (),
        message="" if followed.conclusions or ended else NO_EVIDENCE,
        issues=(*followed.issues, *(["more meetings of conclusions than are shown"] if more else [])),
    )


def speakers(founds: Sequence[Found]) -> frozenset[str]:
    """Everybody on whose word something stands."""
    return frozenset(one for found in founds for statement in found.statements for one in statement.voice)


def plain(followed: Followed) -> tuple[Conclusion, ...]:
    """The conclusions, nearest first."""
    return tuple(one for _, one in followed.conclusions)
