"""Whose findings a run is about: all of them, without some outlets, of one outlet, or on one voice's word."""

from collections.abc import Mapping, Sequence

from msgspec import structs

from rashomon.records import Finding, Found
from rashomon.worlds.program import world_of

WHOLE = frozenset({"", "all", "merged"})  # words for a world that leave no outlet out


class NoSuchWorldError(ValueError):
    """Words that name no outlet and no voice; the message lists the outlets there are."""


def selected(founds: Sequence[Found], without: Sequence[str], world: str, names: Mapping[str, str]) -> list[Found]:
    """The findings that count.

    ``world`` is an outlet or, failing that, a voice: then only what stands on its word counts.  Raises NoSuchWorldError.
    """
    gone = outlets(founds, without)
    kept = [found for found in founds if world_of(found.article) not in gone]
    if world in WHOLE:
        return kept
    named = called(sorted({world_of(found.article) for found in kept}), world)
    if named:
        return [found for found in kept if world_of(found.article) in named]
    heard = called(sorted({names.get(one, one) for found in kept for one in voices(found)}), world)
    if not heard:
        raise NoSuchWorldError(no_such(founds, world))
    return [on_word_of(found, frozenset(heard), names) for found in kept]


def outlets(founds: Sequence[Found], wanted: Sequence[str]) -> frozenset[str]:
    """The worlds that the words name, whole or in part and in any case; raises NoSuchWorldError for words that name none."""
    worlds = sorted({world_of(found.article) for found in founds})
    found: set[str] = set()
    for words in wanted:
        named = called(worlds, words)
        if not named:
            raise NoSuchWorldError(no_such(founds, words))
        found.update(named)
    return frozenset(found)


def called(worlds: Sequence[str], words: str) -> list[str]:
    """Those of that name; failing that, those whose name holds the words."""
    folded = " ".join(words.split()).casefold()
    exact = [world for world in worlds if world.casefold() == folded]
    return exact or [world for world in worlds if folded and folded in world.casefold()]


def voices(found: Found) -> frozenset[str]:
    """Everybody but the outlet on whose word something in an article stands."""
    return frozenset(one for finding in (*found.rules, *found.claims) for one in finding.voice[1:])


def on_word_of(found: Found, heard: frozenset[str], names: Mapping[str, str]) -> Found:
    """The article with those of its rules and claims alone that stand on one of these voices' word."""

    def stands(finding: Finding) -> bool:
        return any(names.get(one, one) in heard for one in finding.voice[1:])

    rules, claims = tuple(filter(stands, found.rules)), tuple(filter(stands, found.claims))
    return structs.replace(found, rules=rules, claims=claims)


def no_such(founds: Sequence[Found], words: str) -> str:
    """What to say to a name that no outlet and no voice bears."""
    listed = sorted({world_of(found.article) for found in founds})
    return f"no outlet and no voice is called «{words}»; the outlets are: {'; '.join(listed) or 'none'}"
