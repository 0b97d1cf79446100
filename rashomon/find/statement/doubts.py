"""Readings of a cue that only look like an attribution: «the river allows», «was attacked», «vote on March 1»."""

from collections.abc import Callable

from rashomon.find.statement.attribution import Attribution
from rashomon.find.statement.cues import listed
from rashomon.find.statement.occasions import TIMES
from rashomon.find.statement.somebody import NO_ONE, is_somebody
from rashomon.find.statement.tree import Tree

# Frames in which the verb says what its subject does as often as what it says.
DOING = frozenset({"object", "person", "infinitive", "predicate", "preposition", "adjective"})


def is_idle(tree: Tree, attribution: Attribution) -> bool:
    """Whether nobody says, thinks or wishes anything."""
    return any(doubt(tree, attribution) for doubt in DOUBTS)


def of_a_thing(tree: Tree, attribution: Attribution) -> bool:
    """«the move allowed them to go», «the river hammered the dam»: what is done by a thing is no word of somebody's."""
    said = attribution.source_head
    if attribution.frame not in DOING or said is None:
        return False
    return tree.lower[said] in {"this", "these"} or (
        tree.pos[said] == "NOUN" and not is_somebody(tree, said) and not denied(tree, said)
    )


def denied(tree: Tree, said: int) -> bool:
    """«no group has claimed it»: it is said of everybody that he does not."""
    return tree.lower[tree.left[said]] in NO_ONE


def unowned(tree: Tree, attribution: Attribution) -> bool:
    """«more support for the army», «by defending the bridge»: an attitude that nobody is said to have."""
    return (
        attribution.source is None
        and attribution.cue.kind == "attitude"
        and attribution.frame in {"object", "noun"}
        and (attribution.frame == "object" or attribution.cue.status == "reported")
    )


def shut_out(tree: Tree, attribution: Attribution) -> bool:
    """«excluded the guilds from the council» is a deed; «a strike is not excluded» is not."""
    passive = tree.kid(attribution.head, "nsubjpass") is not None
    return attribution.frame == "object" and tree.lemma[attribution.head] in {"exclude", "preclude"} and not passive


def suffered(tree: Tree, attribution: Attribution) -> bool:
    """«the convoy was attacked»: an attitude of nobody named."""
    if attribution.source is not None or tree.kid(attribution.head, "nsubjpass") is None:
        return False
    if attribution.cue.status == "denied":  # «they are denied their rights»; «the claim was denied» is a denial
        return not any(tree.lemma[token] in listed("deniable") for low, high in attribution.content for token in range(low, high))
    return attribution.frame == "preposition" or (attribution.frame == "object" and attribution.cue.kind == "attitude")


def named(tree: Tree, attribution: Attribution) -> bool:
    """«a party called “Dawn”», «it is nicknamed the Barn»: what a thing is called by everybody."""
    if attribution.frame != "predicate" or attribution.source is not None:
        return False
    return tree.dep[attribution.head] == "acl" or tree.lemma[attribution.head] in listed("naming")


def summoned(tree: Tree, attribution: Attribution) -> bool:
    """«called her family», «called an election»: nothing is said of whom or what is called."""
    if attribution.frame != "object" or tree.lemma[attribution.head] != "call":
        return False
    return not any(tree.lower[token] in MARKS for low, high in attribution.content for token in range(low - 1, high))


MARKS = frozenset({"“", "”", '"', "``", "''", "‘", "’", "«", "»", "'"})


def everyones(tree: Tree, attribution: Attribution) -> bool:
    """«carried out according to the resolutions»: how it is done, and not who says so."""
    if attribution.frame != "according" or attribution.source_head is None:
        return False
    before = attribution.head - 1
    loose = attribution.head == tree.opens[attribution.head] or tree.pos[before] == "PUNCT"
    return not loose and tree.lemma[attribution.source_head] in listed("norm")


def when_only(tree: Tree, attribution: Attribution) -> bool:
    """«will vote on March 1», «the talks on Friday»: the preposition leads to the time."""
    if attribution.frame not in {"preposition", "noun"} or len(attribution.content) != 1:
        return False
    low, high = attribution.content[0]
    return high - low <= LONGEST_TIME and all(
        tree.doc[token].ent_type_ in TIMES or tree.pos[token] in {"PUNCT", "DET", "SPACE"} for token in range(low, high)
    )


LONGEST_TIME = 6  # tokens of «the morning of Friday, March 1»
DOUBTS: tuple[Callable[[Tree, Attribution], bool], ...] = (
    of_a_thing,
    unowned,
    shut_out,
    suffered,
    named,
    summoned,
    everyones,
    when_only,
)
