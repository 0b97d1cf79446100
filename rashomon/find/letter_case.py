"""Lower case given back to a text in capitals, «GUERRILLAS OF THE ELN ATTACKED CALI», so that a parser can read it.

Names of the gazetteer get its capitals; an acronym after or before its full name gives that name capitals; words of the model's
dictionary become lower case; all others are taken for names.  No character is added or taken away, so offsets stay.
"""

import re
from collections.abc import Callable
from functools import cache

from spacy.language import Language

from rashomon.folded import words_of
from rashomon.gazetteer import gazetteer

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
BRACKETED = re.compile(r"[\[(]([^\W\d_]{2,8})[\])]")
SENTENCE_START = re.compile(r"(?:^\s*|(?<!\.[A-Z])[.!?]\s+|\n\s*\n\s*|[\"“]|--\s*)(?=\w)")
# Two months are common words too: «3 MARCH», «MAY 9».
DAY = re.compile(r"(?:\d\s+(?P<month>MARCH|MAY)\b)|(?:\b(?P<other>MARCH|MAY)\s+\d)")
ENDINGS = (
    "s",
    "es",
    "ed",
    "d",
    "ing",
    "er",
    "ers",
    "ly",
    "al",
    "ist",
    "ists",
    "ary",
    "ness",
    "ment",
    "ments",
    "able",
    "'s",
    "’s",
)
JOINING = frozenset({"of", "the", "and", "for", "de", "la", "las", "los", "del", "al", "y", "da", "do", "e", "von", "van"})
SURE = frozenset({"name", "acronym", "demonym", "capital"})  # kinds of gazetteer forms that one word may be
MONTHS_AND_DAYS = frozenset(
    "january february april june july august september october november december jan feb mar apr jun jul aug sep sept oct nov "
    "dec monday tuesday wednesday thursday friday saturday sunday".split()
)
Common = Callable[[str], bool]
FEWEST_LETTERS = 40  # a shorter text tells too little of its own habits
MOST_LOWER = 0.1  # share of lower-case letters up to which a text counts as in capitals


def is_in_capitals(text: str) -> bool:
    """Whether a text has all but no lower case."""
    letters = [letter for letter in text if letter.isalpha()]
    lower = sum(1 for letter in letters if letter.islower())
    return len(letters) >= FEWEST_LETTERS and lower <= MOST_LOWER * len(letters)


def restored(text: str, is_common: Common) -> str:
    """The text with likely lower case, as long as before; ``is_common`` knows the words that are no names."""
    letters = list(text)
    spans = [match.span() for match in WORD.finditer(text)]
    for start, end in spans:
        write(letters, start, cased(text[start:end], is_common))
    for start, name in [*acronym_names(text, spans), *known_names(text, is_common)]:
        write(letters, start, name)
    for match in DAY.finditer(text):
        letters[match.start("month" if match["month"] else "other")] = "M"
    for match in SENTENCE_START.finditer("".join(letters)):
        letters[match.end()] = letters[match.end()].upper()
    return "".join(letters)


def write(letters: list[str], start: int, word: str) -> None:
    """Put a word over as many letters; one whose length a change of case alters is left as it was."""
    if start + len(word) <= len(letters):
        letters[start : start + len(word)] = word


def cased(word: str, is_common: Common) -> str:
    """One word: common words in lower case, all others as names; «FMLN», which nobody can say, stays as it is."""
    lower = word.lower()
    if len(lower) != len(word):
        return word
    if lower in MONTHS_AND_DAYS:
        return lower.capitalize()
    if lower in JOINING or is_common(lower):
        return lower
    return word if not re.search("[aeiouy]", lower) else lower[0].upper() + lower[1:]


def known_names(text: str, is_common: Common) -> list[tuple[int, str]]:
    """Where names of the gazetteer stand, with its capitals; a single word must not be a common one («IS», «WHO», «US»)."""
    words = words_of(text)
    found: list[tuple[int, str]] = []
    for match in gazetteer().matches(words, text, shouting=True):
        sense, stretch = match.senses[0], words[match.first : match.last]
        single = len(stretch) == 1
        if single and (sense.kind not in SURE or (sense.kind == "acronym" and is_common(stretch[0].folded))):
            continue
        fitting = zip(stretch, sense.form, strict=True)
        found += [(word.start, like(written, word.text)) for word, written in fitting if len(written) == len(word.text)]
    return found


def like(written: str, word: str) -> str:
    """The letters of a word with the capitals of another as long: «MARTI» like «Martí» is «Marti»."""
    return "".join(letter.upper() if model.isupper() else letter.lower() for letter, model in zip(word, written, strict=True))


def acronym_names(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, str]]:
    """An acronym in brackets, and the words before it whose initials spell it, as names."""
    found: list[tuple[int, str]] = []
    for match in BRACKETED.finditer(text):
        before = [span for span in spans if span[1] <= match.start()][-12:]
        spelt = spelling(text, before, match.group(1))
        if spelt:
            found.append((match.start(1), match.group(1)))
            found += [(start, text[start:end].capitalize()) for start, end in spelt]
    return found


def spelling(text: str, before: list[tuple[int, int]], acronym: str) -> list[tuple[int, int]]:
    """The words just before an acronym whose initials spell it, joining words passed over; none when they do not."""
    wanted, taken = acronym.upper(), []
    for start, end in reversed(before):
        if not wanted:
            break
        if text[start].upper() == wanted[-1]:
            taken.append((start, end))
            wanted = wanted[:-1]
        elif text[start:end].lower() not in JOINING:
            break
    return [] if wanted else taken


@cache
def dictionary(model: Language) -> Common:
    """Whether a lower-case word is common, by the stop words and the dictionary of a model's lemmatizer."""
    lookups = model.get_pipe("lemmatizer").lookups  # type: ignore[attr-defined]
    tables = [lookups.get_table("lemma_index"), lookups.get_table("lemma_exc")]
    words = {word for table in tables for kind in table for word in table[kind]} | set(model.Defaults.stop_words)
    return lambda word: word in words or any(stems(word, ending) & words for ending in ENDINGS if word.endswith(ending))


def stems(word: str, ending: str) -> set[str]:
    """What a word may be without an ending: «bombing» «bomb», «fired» «fire», «armies» «army»."""
    stem = word.removesuffix(ending)
    return {stem, stem + "e", stem[:-1] + "y" if stem.endswith("i") else stem} if len(stem) > 2 else set()
