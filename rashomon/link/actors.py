"""Who of one article is who of another: judgements on names that only the pages know."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from rashomon.gazetteer import Gazetteer, gazetteer
from rashomon.link.abroad import abroad
from rashomon.link.blocks import Crowd
from rashomon.link.same_names import Same, linked_names
from rashomon.records import Found, Issue, Judgement, Linked

STAGE = "link.actors"
PERSONS = frozenset({"person"})
BARE = "name:"  # how keys begin that the pages made up


def actors(founds: Sequence[Found]) -> Linked:
    """Judgements that two actor keys of the pile mean one actor, each with its reason.

    Only keys that the pages made up themselves («name:…») are judged: against each other, and against the persons and
    organisations of the gazetteer that the pile names too.
    """
    bare, listed = named(founds)
    known = gazetteer()
    gazetteer_names = {key: names_of(known, key) for key in listed}
    lands = abroad({name for name in bare[False].values() if not known.of(name)}, bare[True].values())
    made = [*foreign(bare[False], lands, known)]
    issues: list[Issue] = []
    for persons in (True, False):
        alike = {key: name for key, name in bare[persons].items() if persons or name not in lands}
        keys = keys_by_name(alike, {key: names for key, names in gazetteer_names.items() if is_person(key) == persons})
        found, crowds = linked_names(keys, persons)
        made += judgements(keys, found)
        issues += [issue(crowds)] if crowds else []
    return Linked(judgements=tuple(made), issues=tuple(issues))


def foreign(bare: Mapping[str, str], lands: Mapping[str, str], known: Gazetteer) -> Iterable[Judgement]:
    """The judgements on names that mean a land, a city or a group in the Slavic press: with it, or with each other."""
    leaders: dict[str, str] = {}
    for key in sorted(key for key, name in bare.items() if name in lands):
        means = lands[bare[key]]
        leader = means if means in known.actors else leaders.setdefault(means, key)
        if leader != key:
            yield judgement(leader, key, f"«{bare[key]}» is {called(leader, bare, known)} in the Slavic press")


def called(key: str, bare: Mapping[str, str], known: Gazetteer) -> str:
    """The name of an actor of the gazetteer or of the pages."""
    return known.actors[key].name if key in known.actors else f"«{bare[key]}»"


def issue(crowds: Sequence[Crowd]) -> Issue:
    """What to tell of names that were not all compared with each other."""
    pairs, largest = sum(crowd.uncompared for crowd in crowds), crowds[0]
    what = f"{pairs} pairs of names that share their consonants were not compared: too many are alike, for one {largest.names}"
    return Issue(stage=STAGE, what=f"{what} like «{largest.example}»; those that are one can be made so by «rashomon judge»")


def is_person(key: str) -> bool:
    """Whether a key of the gazetteer is a person's."""
    return key.startswith("person:")


def named(founds: Sequence[Found]) -> tuple[dict[bool, dict[str, str]], list[str]]:
    """The keys that the pages made up, with their names, persons and others apart; and the keys of the gazetteer."""
    bare: dict[bool, dict[str, str]] = {True: {}, False: {}}
    listed: set[str] = set()
    for mention in (mention for found in founds for mention in found.mentions if mention.actor and mention.form != "role"):
        if mention.actor.startswith(BARE):
            bare[mention.type in PERSONS].setdefault(mention.actor, mention.name)
        else:
            listed.add(mention.actor)
    return bare, sorted(listed)


def names_of(known: Gazetteer, key: str) -> tuple[str, ...]:
    """The name of an actor of the gazetteer; none for states and places, whose names are not spelt at will."""
    actor = known.actors.get(key)
    return (actor.name,) if actor and actor.type not in {"state", "place"} else ()


def keys_by_name(bare: Mapping[str, str], listed: Mapping[str, tuple[str, ...]]) -> dict[str, list[str]]:
    """The keys of actors by each of their names."""
    keys: dict[str, list[str]] = defaultdict(list)
    for key, names in [*((key, (name,)) for key, name in bare.items()), *listed.items()]:
        for name in names:
            keys[name].append(key)
    return keys


def judgements(keys: Mapping[str, Sequence[str]], found: Iterable[Same]) -> Iterable[Judgement]:
    """The judgements on one kind of names; two keys of the gazetteer are never judged."""
    for name in sorted(keys):
        for other in sorted(set(keys[name]))[1:]:
            yield judgement(min(keys[name]), other, f"both are called «{name}»")
    for same in found:
        left, right = min(keys[same.left]), min(keys[same.right])
        if left != right and (left.startswith(BARE) or right.startswith(BARE)):
            yield judgement(left, right, same.why)


def judgement(left: str, right: str, why: str) -> Judgement:
    """A stage's judgement that two keys are one actor."""
    left, right = sorted((left, right))
    return Judgement(id=f"{STAGE}:{left}|{right}", left=left, right=right, verdict="same", by=STAGE, why=why)
