"""The lexicon of events: words and frames with the PLOVER type and mode they stand for, read from TOML.

An entry is a group of words that behave alike, with an example.  A pattern is a head and further words that must hang on it:
``"open fire"`` is the verb «open» with «fire» among its dependents, ``"@troops"`` is any word of that class, ``"a|b"`` either.
The head of a verb pattern is its first word, of a noun pattern its last word or the one before a preposition.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, get_args

import msgspec

from rashomon.find.constructions import TABLE, Entry, Operator, Sign, Words
from rashomon.records import Status
from rashomon.words import LexiconError, entries, line_of, text_of

Type = Literal[
    "",  # a deed outside PLOVER's types
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
]
Kind = Literal["verb", "noun", "adjective", "modal"]
KINDS: tuple[Kind, ...] = get_args(Kind)
PREPOSITIONS = frozenset({"of", "in", "on", "to", "for", "against", "with", "from", "into", "at"})
SHIPPED = Path(__file__).parent.parent / "words" / "events.toml"


class Deed(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words that tell of a deed."""

    type: Type
    mode: str = ""
    context: Words = ()
    actor: Words = ("subject",)  # roles in which the actor stands, the first that is filled
    recipient: Words = ("object", "indirect", "against", "to", "with", "on", "upon", "at", "from", "for", "in")
    agent: bool = False  # only where somebody does it: «bombers hit Oslo», not «the crisis hit Oslo»
    weak: bool = (
        False  # used of much else: only where somebody in public life does it himself or suffers it, «Oslo let the convoy pass»
    )
    aimed: bool = False  # only where a recipient stands there: «fought the smugglers», not «fought for years»
    named: bool = False  # only where the recipient is somebody or some place known: «flew to Oslo», not «came to the scene»
    mutual: bool = False  # both sides act: «held talks with»
    of: Literal["subject", "object"] = "object"  # what «of» gives with a noun: «the withdrawal of forces» is subject
    possessor: Literal["subject", "object"] = "subject"  # «his arrest» is object
    absorbs: bool = False  # a deed inside it is what is agreed, refused or demanded, and no event of its own
    status: Status = "stated"  # what becomes of the whole: «refused to sign» is refused
    becomes: dict[str, Type] = {}  # another type by the type of the deed inside: «ordered the arrest» is COERCE
    count: Literal["", "dead", "injured", "arrested"] = ""  # what a number on the recipient counts


ANY_DEED = Deed(example="a word somebody points at", type="")


class Context(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words that give the deeds of their sentence a PLOVER context."""

    name: str
    words: Words
    example: str


class WordClass(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words of one meaning, named in patterns as ``@name``."""

    name: str
    words: Words


class Inside(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The mode of an absorbing deed by the type of the deed inside: «demanded a meeting» is REQUEST, meet."""

    of: tuple[Type, ...]
    inside: tuple[Type, ...]
    mode: str
    example: str


@dataclass(frozen=True, slots=True)
class Frame:
    """One pattern of one entry, ready to be tried on a token."""

    entry: Deed | Operator
    others: tuple[frozenset[str], ...]  # beside the head; each must be met by a dependent
    objects: frozenset[str]
    subjects: frozenset[str]
    without: frozenset[str]

    @property
    def weight(self) -> int:
        """How much it asks for; of several that fit, the heaviest is taken."""
        return (
            2 * len(self.others)
            + 2 * bool(self.objects)
            + 2 * bool(self.subjects)
            + self.entry.clause
            + self.entry.infinitive
            + self.entry.passive
        )


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All frames by kind and head, the word classes and the modes by what is inside."""

    frames: dict[tuple[str, str], tuple[Frame, ...]]
    classes: dict[str, frozenset[str]]
    modes: dict[tuple[str, str], str]
    signs: dict[tuple[str, str], Sign]
    contexts: dict[str, str]  # word -> context


@cache
def lexicon(*paths: Path) -> Lexicon:
    """The shipped lexicon, with the files of a user before it: of two frames that fit equally well the user's wins.

    Raises LexiconError, naming file, line and entry, when one of the files cannot be used.
    """
    files = (*paths, TABLE, SHIPPED, *sorted(SHIPPED.parent.glob("events_*.toml")))
    classes = word_classes(files)
    signs: dict[tuple[str, str], Sign] = {
        (sign.on, word): sign for path in reversed(files) for sign in entries(path, "sign", Sign) for word in sign.words
    }
    rules = [rule for path in reversed(files) for rule in entries(path, "inside", Inside)]
    modes: dict[tuple[str, str], str] = {
        (outer, inner): rule.mode for rule in rules for outer in rule.of for inner in rule.inside
    }
    frames: defaultdict[tuple[str, str], list[Frame]] = defaultdict(list)
    for path in files:
        add_all(frames, path, "deed", entries(path, "deed", Deed), classes)
        add_all(frames, path, "operator", entries(path, "operator", Operator), classes)
    contexts = {word: each.name for path in reversed(files) for each in entries(path, "context", Context) for word in each.words}
    return Lexicon({key: tuple(found) for key, found in frames.items()}, classes, modes, signs, contexts)


def word_classes(files: tuple[Path, ...]) -> dict[str, frozenset[str]]:
    """The word classes of all files; a class that several files name holds the words of all."""
    classes: dict[str, frozenset[str]] = {}
    for path in files:
        for listed in entries(path, "class", WordClass):
            classes[listed.name] = classes.get(listed.name, frozenset()) | frozenset(listed.words)
    return classes


def add_all(
    frames: dict[tuple[str, str], list[Frame]],
    path: Path,
    array: str,
    listed: Sequence[Deed | Operator],
    classes: dict[str, frozenset[str]],
) -> None:
    """Put the entries of one array under their heads; raises LexiconError where one names an unknown word class."""
    for number, entry in enumerate(listed):
        try:
            add(frames, entry, classes)
        except KeyError as missing:
            where = f"{path.name}, line {line_of(text_of(path), array, number)}, entry {number + 1} of {array}"
            raise LexiconError(f"{where}: no word class {missing}") from missing


def add(frames: dict[tuple[str, str], list[Frame]], entry: Deed | Operator, classes: dict[str, frozenset[str]]) -> None:
    """Put every pattern of an entry under its heads; raises KeyError for an unknown word class."""
    for kind in KINDS:
        for pattern in getattr(entry, kind):
            words = pattern.split()
            place = head_of(words) if kind == "noun" else 0
            others = tuple(expanded([word], classes) for word in words[:place] + words[place + 1 :])
            frame = Frame(
                entry,
                others,
                expanded(entry.object, classes),
                expanded(entry.subject, classes),
                expanded(entry.without, classes),
            )
            for head in sorted(expanded([words[place]], classes)):
                frames[kind, head].append(frame)


def head_of(words: list[str]) -> int:
    """Where the head of a noun pattern stands: «state of emergency» 0, «hunger strike» 1."""
    for place, word in enumerate(words):
        if word in PREPOSITIONS:
            return place - 1
    return len(words) - 1


def expanded(words: Words | list[str], classes: dict[str, frozenset[str]]) -> frozenset[str]:
    """All words meant by a list of words, alternatives and classes."""
    found: set[str] = set()
    for word in words:
        for choice in word.split("|"):
            found |= classes[choice[1:]] if choice.startswith("@") else {choice}
    return frozenset(found)
