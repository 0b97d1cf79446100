"""Which of many names are one name: names meet in blocks by key and are compared only there."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from rashomon.link.blocks import Block, Crowd
from rashomon.names import Likeness, likeness, one_word
from rashomon.spelling import begin_alike, keys, onset, tables, words_of_name

ALIKE = 0.8  # least likeness of two names of several words; tuned on ../shared/gold/transliteration (python -m quality.predict)
NOBODY = Likeness(0.0, "")
MOST_WORDS = 5  # words of a name that make keys
SHORTEST_KEY = 2  # sounds of a surname under which full names meet
DOMINANT = 0.8  # share of the full names with a surname that must be one person for a lone surname to mean him


@dataclass(frozen=True, slots=True)
class Same:
    """Two names that are one, and why."""

    left: str
    right: str
    why: str


def same_names(names: Iterable[str], persons: bool = True) -> list[Same]:
    """The pairs of names that are one name, as ``linked_names`` finds them."""
    return linked_names(names, persons)[0]


def linked_names(names: Iterable[str], persons: bool = True) -> tuple[list[Same], list[Crowd]]:
    """The pairs of names that are one name, enough to join each group, in a fixed order; and where not all were compared.

    Names of several words are joined by likeness; a lone surname (or one with an initial) of persons is joined to the full
    names that bear it when they are one person, or nearly all of them, and a lone given name when all who have it are one.
    """
    ordered = sorted(set(names), key=lambda name: (-len(words(name)), name))
    full = [name for name in ordered if len(words(name)) > 1]
    joined, crowds = alike(full)
    groups = grouped(full, joined)
    alone = [name for name in ordered if len(words(name)) == 1]
    borne = [*surnames(alone, full, groups)] if persons else []
    left = [name for name in alone if name not in {same.right for same in borne}]
    called = [*given_names(left, full, groups)] if persons else []
    varied, more = variants(alone)
    return joined + borne + called + varied, crowds + more


def words(name: str) -> tuple[str, ...]:
    """The words of a name without titles, particles and initials."""
    every = words_of_name(name)
    kept = tuple(word for word in every if word not in tables().plain and len(word) > 1)
    return kept or every


def alike(names: Sequence[str]) -> tuple[list[Same], list[Crowd]]:
    """The names of several words that meet in a block and are alike; two that are joined already are not compared again."""
    blocks: dict[tuple[str, ...], Block] = defaultdict(Block)
    groups, found = Groups(names), list[Same]()
    for name in names:
        for block in sorted(blocks_of(name)):
            for other in blocks[block].met(words(name)):
                compared = NOBODY if groups.top(name) == groups.top(other) else likeness(other, name)
                if compared.score >= ALIKE:
                    groups.join(name, other)
                    found.append(Same(other, name, f"«{other}» and «{name}»: {compared.why} ({compared.score:.2f})"))
            blocks[block].take(name, words(name))
    return found, crowds_of(blocks.values())


def crowds_of(blocks: Iterable[Block]) -> list[Crowd]:
    """The blocks of which not all names were compared, the largest first."""
    found = [block.crowd() for block in blocks if block.uncompared]
    return sorted(found, key=lambda crowd: (-crowd.names, crowd.example))


def blocks_of(name: str) -> set[tuple[str, ...]]:
    """The keys under which a name meets its variants: of any two of its words, and of its surname with the first given sound."""
    keyed = [shortest(word) for word in words(name)[:MOST_WORDS]]
    pairs = {(min(a, b), max(a, b)) for left, right in combinations(keyed, 2) for a, b in product(left, right)}
    return pairs | {(key, onset(words(name)[0]), "") for key in keyed[-1] if len(key) >= SHORTEST_KEY}


def shortest(word: str) -> tuple[str, ...]:
    """The keys of a word with their letters in order, so that two swapped letters still meet: «Berger», «Breger»."""
    return tuple(sorted({"".join(sorted(key)) for key in keys(word)}))


class Groups:
    """Names in groups that grow together; the first name by letter stands for its group."""

    def __init__(self, names: Iterable[str]) -> None:
        """Begin with each name in a group of its own."""
        self.leader = {name: name for name in names}

    def top(self, name: str) -> str:
        """The name that stands for the group of a name."""
        while self.leader[name] != name:
            self.leader[name] = self.leader[self.leader[name]]
            name = self.leader[name]
        return name

    def join(self, left: str, right: str) -> None:
        """Put two groups together."""
        first, second = sorted((self.top(left), self.top(right)))
        self.leader[second] = first


def grouped(names: Iterable[str], joined: Iterable[Same]) -> dict[str, str]:
    """Each name and the name that stands for its group."""
    groups = Groups(names)
    for same in joined:
        groups.join(same.left, same.right)
    return {name: groups.top(name) for name in sorted(groups.leader)}


def surnames(alone: Iterable[str], full: Iterable[str], groups: dict[str, str]) -> Iterator[Same]:
    """A lone surname is joined to the group of full names that bears it."""
    bearers: dict[str, list[str]] = defaultdict(list)
    for name in full:
        for key in shortest(words(name)[-1]):
            bearers[key].append(name)
    for name in alone:
        found = {bearer for key in shortest(words(name)[0]) for bearer in bearers[key] if bears(bearer, name)}
        counted = Counter(groups[bearer] for bearer in found).most_common()
        if counted and counted[0][1] >= DOMINANT * len(found):
            bearer = min(bearer for bearer in found if groups[bearer] == counted[0][0])
            yield Same(bearer, name, f"«{name}» is the surname of «{bearer}» here ({counted[0][1]} of {len(found)} full names)")


def bears(bearer: str, name: str) -> bool:
    """Whether a full name ends in the lone surname and begins with its initial, if it has one."""
    word = words(name)[0]
    initials = [letter for letter in words_of_name(name) if len(letter) == 1 and letter != word]
    given = words(bearer)[0]
    return one_word(words(bearer)[-1], word) and all(begin_alike(given, initial) for initial in initials[:1])


def given_names(alone: Iterable[str], full: Iterable[str], groups: dict[str, str]) -> Iterator[Same]:
    """A lone given name is joined to the one person who has it."""
    bearers: dict[str, list[str]] = defaultdict(list)
    for name in full:
        for key in shortest(words(name)[0]):
            bearers[key].append(name)
    for name in alone:
        found = {
            bearer for key in shortest(words(name)[0]) for bearer in bearers[key] if one_word(words(bearer)[0], words(name)[0])
        }
        if len({groups[bearer] for bearer in found}) == 1:
            yield Same(min(found), name, f"«{name}» is the given name of «{min(found)}» here, and of nobody else")


def variants(alone: Sequence[str]) -> tuple[list[Same], list[Crowd]]:
    """Lone names that are spellings or case forms of one another."""
    blocks: dict[str, Block] = defaultdict(Block)
    found: list[Same] = []
    for name in alone:
        word = words(name)[0]
        for key in shortest(word):
            leader = next((other for other in blocks[key].met((word,)) if one_word(words(other)[0], word)), "")
            if leader and leader != name:
                found.append(Same(leader, name, f"«{leader}» and «{name}» are one word in two forms"))
            elif not leader:
                blocks[key].take(name, (word,))
    return found, crowds_of(blocks.values())
