"""How an assumption is read: matched to the conditions that the pages name, and shown back."""

from collections.abc import Mapping
from dataclasses import replace

from rashomon.records import Page
from rashomon.worlds.outcome import Match, Reading
from rashomon.worlds.passages import passage_of
from rashomon.worlds.program import Program, Saying
from rashomon.worlds.propositions import Typed, read, turned
from rashomon.worlds.stems import stem

SHOWN = 300  # characters of an assumption that are shown back
LONGEST = 2_000  # characters; a longer text is no assumption
MOST_RELATED = 5
MOST_NEAR = 3
FAIL = stem("fail")
MORE = "it says more than was assumed"
TOLD_AS = {"cause": "told as having happened", "counterfactual": "told as not having happened"}


def reading(
    program: Program, words: str, denied: bool, pages: Mapping[str, Page]
) -> tuple[Reading, tuple[int, ...], tuple[int, ...]]:
    """An assumption or a denial as understood; the atoms taken to hold, and those taken not to."""
    shown = said_back(words)
    typed = read(words if len(words) <= LONGEST else "", program.known, program.countries)
    turned = replace(typed, proposition=replace(typed.proposition, negated=not typed.proposition.negated))
    holds, fails = met(program, turned if denied else typed), met(program, typed) if denied else ()
    matches = tuple(match for atom in (fails if denied else holds) for match in matched(program, atom, pages, typed))
    note = "" if matches or holds else why_none(program, words, typed)
    related = tuple(passage_of(saying, pages) for saying in about(program, typed)) if note else ()
    near = tuple(match for atom in nearest(program, typed) for match in matched(program, atom, pages, typed)[:1]) if note else ()
    return Reading(words=shown, denied=denied, matches=matches, note=note, related=related, near=near), holds, fails


def said_back(words: str) -> str:
    """The words as one line without control characters, cut where they are too long to show."""
    line = " ".join("".join(char if char.isprintable() else " " for char in words[: 2 * SHOWN]).split())
    return line if len(line) <= SHOWN else line[:SHOWN] + "…"


def met(program: Program, typed: Typed) -> tuple[int, ...]:
    """The conditions that say all that was typed, shortest first."""
    ways = wordings(typed)
    found = [atom for atom in program.starting if any(way.meets(program.propositions[atom]) for way in ways)]
    if not typed.past:  # what did not happen is met by «the league had failed» only
        found = [
            atom for atom in found if any(kind(program.saying(number)) != "counterfactual" for number in program.starting[atom])
        ]
    return tuple(sorted(found, key=lambda atom: (program.propositions[atom].size, atom)))


def wordings(typed: Typed) -> tuple[Typed, ...]:
    """What was typed, and the same with or without a verb that turns it round.

    «does not keep order» is «fails to keep order» and the other way about; «refuses to pay» says «does not pay», but who does
    not pay need not refuse.
    """
    said = typed.proposition
    verbs = turned(said)
    if not said.stems or len(verbs) > 1 or verbs == said.stems:
        return (typed,)
    if not verbs:
        other = replace(said, stems=said.stems | {FAIL}, negated=False) if said.negated else None
    else:
        other = replace(said, stems=said.stems - verbs, negated=not said.negated) if FAIL in verbs or not said.negated else None
    return (typed,) if other is None else (typed, replace(typed, proposition=other))


def nearest(program: Program, typed: Typed) -> list[int]:
    """The conditions that share most with what was typed, a word at least."""
    said = typed.proposition
    shared = {atom: len(said.stems & program.propositions[atom].stems) for atom in program.starting}
    actors = {atom: len(said.actors & program.propositions[atom].actors) for atom in program.starting}
    listed = sorted((atom for atom in shared if shared[atom]), key=lambda atom: (-shared[atom], -actors[atom], atom))
    return listed[:MOST_NEAR]


def matched(program: Program, atom: int, pages: Mapping[str, Page], typed: Typed) -> list[Match]:
    """The rules that start from a condition, as readings."""
    side, said = program.propositions[atom], typed.proposition
    more = bool(side.stems - said.stems - {FAIL} or len(side.actors) > len(said.actors))
    return [
        Match(
            read_as=condition(saying),
            outlet=saying.world,
            passage=passage_of(saying, pages),
            note="; ".join(filter(None, (MORE if more else "", TOLD_AS.get(kind(saying), "")))),
        )
        for saying in (program.saying(number) for number in program.starting[atom])
    ]


def kind(saying: Saying) -> str:
    """The kind of a rule."""
    return str(getattr(saying.finding, "rule", ""))


def condition(saying: Saying) -> str:
    """The condition of a rule in the page's words."""
    return str(getattr(saying.finding, "if_text", ""))


def why_none(program: Program, words: str, typed: Typed) -> str:
    """Why nothing matched, for people."""
    if not words.strip():
        return "nothing was assumed"
    if len(words) > LONGEST:
        return f"longer than {LONGEST} characters: not read; assume one thing in one sentence"
    said = typed.proposition
    if not said.size:
        return "it names nothing that could be the case"
    everywhere = {stem for atom in program.starting for stem in program.propositions[atom].stems}
    if not said.stems & everywhere and not said.actors:
        return "none of its words stands in a condition of these pages, whose text is read in English"
    return "no rule of these pages starts from it"


def about(program: Program, typed: Typed) -> list[Saying]:
    """What the pages do say of all that was typed, either way: «has not recognised the island»."""
    said = typed.proposition
    numbers = {number for actor in said.actors for stem in said.stems for number in program.about.get((actor, stem), ())}
    near = (program.saying(number) for number in sorted(numbers))
    return [saying for saying in near if said.stems <= program.propositions[saying.outcome].stems][:MOST_RELATED]
