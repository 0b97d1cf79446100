"""A finite-state cascade: tokens with a class each, rewritten level by level by patterns over the classes.

After FASTUS (Hobbs et al. 1997).  A text becomes a row of items, each of one class («month», «ordinal», «other»).  A rule
is a pattern over class names and a builder; where the pattern matches, the items are replaced by one item of the rule's
class.  Every rule is one pass of a regular expression over a string with one character per item, so a cascade costs the
number of rules times the length of the text, whatever the text is.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

OTHER = "other"
FIRST_CODE = 0xE000  # class codes are characters of the private use area, which no pattern syntax uses
NAME = re.compile(r"[a-z][a-z0-9_]*")


@dataclass(frozen=True, slots=True)
class Item:
    """A stretch of the text, its class, and what it means."""

    kind: str
    start: int
    end: int
    number: float = 0.0
    word: str = ""  # lower-case form, or the name the lexicon gives it
    meaning: object = None


@dataclass(frozen=True, slots=True)
class Run:
    """The items a pattern matched, with access by class."""

    text: str
    items: tuple[Item, ...]

    def first(self, *kinds: str) -> Item | None:
        """The first item of one of the classes."""
        return next((item for item in self.items if item.kind in kinds), None)

    def all(self, *kinds: str) -> list[Item]:
        """All items of the classes, in text order."""
        return [item for item in self.items if item.kind in kinds]

    def has(self, *kinds: str) -> bool:
        """Whether there is an item of one of the classes."""
        return self.first(*kinds) is not None

    @property
    def words(self) -> str:
        """The matched characters."""
        return self.text[self.items[0].start : self.items[-1].end]

    @property
    def glued(self) -> bool:
        """Whether no blank stands between the items."""
        return all(left.end == right.start for left, right in zip(self.items, self.items[1:], strict=False))


Builder = Callable[[Run], Item | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern over class names and what to make of its matches; the builder gives None where they mean nothing."""

    kind: str
    pattern: str
    build: Builder
    command: bool = False  # only in a text that is one short command («at 3»), never in running text


@dataclass(frozen=True)
class Cascade:
    """Rules in order, with patterns compiled for one set of classes."""

    rules: tuple[Rule, ...]
    aliases: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def codes(self) -> dict[str, str]:
        """Class name -> its character."""
        names = {OTHER} | {rule.kind for rule in self.rules}
        for source in (*(rule.pattern for rule in self.rules), *self.aliases.values()):
            names.update(NAME.findall(source))
        return {name: chr(FIRST_CODE + number) for number, name in enumerate(sorted(names - set(self.aliases)))}

    @cached_property
    def compiled(self) -> tuple[tuple[Rule, re.Pattern[str]], ...]:
        """The rules with their patterns over class characters."""
        return tuple((rule, re.compile(self.translated(rule.pattern))) for rule in self.rules)

    def translated(self, pattern: str) -> str:
        """A pattern over names as a pattern over characters; an alias stands for an alternation of classes."""

        def code(match: re.Match[str]) -> str:
            name = match.group()
            return f"(?:{self.translated(self.aliases[name])})" if name in self.aliases else self.codes[name]

        return NAME.sub(code, pattern).replace(" ", "")

    def code(self, item: Item) -> str:
        """The character of an item; a class no rule speaks of is as good as any other word."""
        return self.codes.get(item.kind, self.codes[OTHER])

    def run(self, text: str, items: Sequence[Item], command: bool = False) -> list[Item]:
        """The items left when every rule was applied once, in order."""
        row = list(items)
        codes = "".join(map(self.code, row))
        for rule, pattern in self.compiled:
            if (rule.command and not command) or not (found := list(pattern.finditer(codes))):
                continue
            rewritten = self.rewritten(text, row, rule, found)
            if rewritten is not None:
                row = rewritten
                codes = "".join(map(self.code, row))
        return row

    def rewritten(self, text: str, row: list[Item], rule: Rule, found: Sequence[re.Match[str]]) -> list[Item] | None:
        """The row with the rule's matches replaced, or None when no builder made anything of them."""
        made: list[Item] = []
        done, changed = 0, False
        for match in found:
            low, high = match.span()
            item = rule.build(Run(text, tuple(row[low:high]))) if high > low else None
            if item is None:
                continue
            made += row[done:low]
            made.append(replace(item, kind=rule.kind, start=row[low].start, end=row[high - 1].end))
            done, changed = high, True
        return [*made, *row[done:]] if changed else None


@dataclass(frozen=True, slots=True)
class Word:
    """What a lexicon knows of a word or phrase."""

    kind: str
    name: str = ""
    number: float = 0.0


Phrases = Mapping[str, Sequence[tuple[tuple[str, ...], Word]]]
"""First word -> the phrases beginning with it, the longest first."""

SHAPES_OF_A_TOKEN = re.compile(r"\d+|[^\W\d_]+|[^\w\s]|_")
LONGEST_PHRASE = 7


def phrases(entries: Mapping[str, Word]) -> Phrases:
    """A lexicon keyed by lower-case words or phrases, laid out for the tokeniser."""
    laid: dict[str, list[tuple[tuple[str, ...], Word]]] = {}
    for form, word in entries.items():
        parts = tuple(SHAPES_OF_A_TOKEN.findall(form.lower().replace("’", "'")))
        laid.setdefault(parts[0], []).append((parts, word))
    return {first: sorted(listed, key=lambda entry: -len(entry[0])) for first, listed in laid.items()}


def tokens(text: str, shapes: Sequence[tuple[str, re.Pattern[str]]], lexicon: Phrases) -> list[Item]:
    """The text as items: shapes first («10:30»), then phrases of the lexicon, then single characters and unknown words.

    Unknown words in a row become one item of class OTHER.
    """
    low = text.lower().replace("’", "'")
    if len(low) != len(text):  # «İ».lower() is two characters; offsets must hold
        low = "".join(c.lower() if len(c.lower()) == 1 else c for c in text).replace("’", "'")
    made: list[Item] = []
    position = 0
    while match := SHAPES_OF_A_TOKEN.search(low, position):
        item = shaped(low, match.start(), shapes) or phrase(low, match, lexicon)
        if item.kind != OTHER or not made or made[-1].kind != OTHER:
            made.append(item)
        position = item.end
    return made


def shaped(low: str, start: int, shapes: Sequence[tuple[str, re.Pattern[str]]]) -> Item | None:
    """The item of the first shape that matches here; a shape begins with a digit, a sign, or after no letter."""
    for kind, pattern in shapes:
        if match := pattern.match(low, start):
            return Item(kind, start, match.end(), word=match.group())
    return None


def phrase(low: str, match: re.Match[str], lexicon: Phrases) -> Item:
    """The longest phrase of the lexicon here, or the single token."""
    start, end = match.span()
    for parts, word in lexicon.get(match.group(), ()):
        if (last := matched(low, start, parts)) is not None:
            return Item(word.kind, start, last, word.number, word.name or low[start:last])
    return Item(OTHER, start, end, word=match.group())


def matched(low: str, start: int, parts: tuple[str, ...]) -> int | None:
    """Where the phrase ends when it stands at ``start``, blanks between its parts being free."""
    position = start
    for number, part in enumerate(parts):
        while number and position < len(low) and low[position].isspace():
            position += 1
        if not low.startswith(part, position):
            return None
        position += len(part)
    inside_a_word = part[-1].isalpha() and position < len(low) and low[position].isalpha()
    return None if inside_a_word else position
