"""Lower case given back to a text in capitals, «GUERRILLAS OF THE ELN ATTACKED CALI», so that a parser can read it.

Names of the gazetteer get its capitals; an acronym after or before its full name gives that name capitals; words of the model's
dictionary become lower case; all others are taken for names.  No character is added or taken away, so offsets stay.
"""

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache

from spacy.language import Language

from rashomon.folded import words_of
from rashomon.gazetteer import gazetteer
from rashomon.records import Span

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
BRACKETED = re.compile(r"[\[(]([^\W\d_]{2,8})[\])]")
# «UP [PATRIOTIC UNION]»: an acronym and its name, often translated, so that the initials stand in another order.
EXPLAINED = re.compile(r"\b([^\W\d_]{2,8}) ?\[([^\[\]\n]{5,90})\]")
# Dashes begin a sentence only after a dateline: «QUITO, 3 MAY (EFE) -- A BRIDGE FELL».
SENTENCE_START = re.compile(r"(?:^\s*|(?<!\.[A-Z])[.!?]\s+|\n\s*\n\s*|[\"“]|\A[^\n]{3,90}?--\s*)(?=\w)")
# Two months are common words too: «3 MARCH», «MAY 9».
BRACKETS = str.maketrans("[]", "()")  # parsers know an editor's «[…]» less well than «(…)» and end sentences at it
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
    "est",
    "'s",
    "’s",
)
PREFIXES = ("anti", "counter", "pro", "ultra", "sub", "narco", "non")  # «antidrug», «ultrarightist»
HEADS = ("gun", "guns", "gunned", "gunning", "man", "men", "woman", "women", "wing", "line", "body")  # «policemen», «machinegun»
SHORTEST = 4  # letters of a word that a prefix or a head is joined to
JOINING = frozenset({"of", "the", "and", "for", "de", "la", "las", "los", "del", "al", "y", "da", "do", "e", "von", "van"})
SURE = frozenset({"name", "acronym", "demonym", "capital"})  # kinds of gazetteer forms that one word may be
MONTHS_AND_DAYS = frozenset(
    "january february april june july august september october november december jan feb mar apr jun jul aug sep sept oct nov "
    "dec monday tuesday wednesday thursday friday saturday sunday".split()
)
FEWEST_LETTERS = 40  # a shorter text tells too little of its own habits
SHORT = 5  # letters from which a word in brackets may be a name and no acronym, «(PONCE)»
LONGEST_NAME = 100  # characters before its acronym
MOST_LOWER = 0.1  # share of lower-case letters up to which a text counts as in capitals


@dataclass(frozen=True, slots=True)
class Dictionary:
    """The words of a language, in lower case."""

    words: frozenset[str]
    everyday: frozenset[str]  # those that are no mere nouns, among which dictionaries list names, «eln»

    def is_common(self, word: str) -> bool:
        """Whether a word is no name: as it stands, without an ending, or as a word with a common prefix or head."""
        return self.is_simple(word) or any(self.is_simple(part) for part in joined_to(word)) or word in HEADS

    def is_simple(self, word: str) -> bool:
        """Whether a word is in the dictionary, as it stands or without an ending."""
        return word in self.words or any(stems(word, ending) & self.words for ending in ENDINGS if word.endswith(ending))


def is_in_capitals(text: str) -> bool:
    """Whether a text has all but no lower case."""
    letters = [letter for letter in text if letter.isalpha()]
    lower = sum(1 for letter in letters if letter.islower())
    return len(letters) >= FEWEST_LETTERS and lower <= MOST_LOWER * len(letters)


def restored(text: str, language: Dictionary) -> str:
    """The text with likely lower case, as long as before; ``language`` knows the words that are no names."""
    letters = list(text)
    spans = [match.span() for match in WORD.finditer(text)]
    for start, end in spans:
        write(letters, start, cased(text[start:end], language))
    for start, name in [*acronym_names(text, spans, language), *known_names(text, language)]:
        write(letters, start, name)
    for match in DAY.finditer(text):
        letters[match.start("month" if match["month"] else "other")] = "M"
    for match in SENTENCE_START.finditer("".join(letters)):
        letters[match.end()] = letters[match.end()].upper()
    return "".join(letters).translate(BRACKETS)


def write(letters: list[str], start: int, word: str) -> None:
    """Put a word over as many letters; one whose length a change of case alters is left as it was."""
    if start + len(word) <= len(letters):
        letters[start : start + len(word)] = word


def cased(word: str, language: Dictionary) -> str:
    """One word: common words in lower case, all others as names; «FMLN», which nobody can say, stays as it is."""
    lower = word.lower()
    if len(lower) != len(word):
        return word
    if lower in MONTHS_AND_DAYS:
        return lower.capitalize()
    if lower in JOINING or language.is_common(lower):
        return lower
    if re.search("[aeiouy]", lower):
        return lower[0].upper() + lower[1:]
    return word[:-1] + "s" if lower.endswith(("'s", "’s")) else word


def known_names(text: str, language: Dictionary) -> list[tuple[int, str]]:
    """Where names of the gazetteer stand, with its capitals; a single word must not be a common one («IS», «WHO», «US»)."""
    words = words_of(text)
    found: list[tuple[int, str]] = []
    for match in gazetteer().matches(words, text, shouting=True):
        sense, stretch = match.senses[0], words[match.first : match.last]
        if len(stretch) == 1 and (sense.kind not in SURE or is_word(stretch[0].folded, sense.form[0], language)):
            continue
        fitting = zip(stretch, sense.form, strict=True)
        found += [(word.start, like(written, word.text)) for word, written in fitting if len(written) == len(word.text)]
    return found


def is_word(folded: str, form: str, language: Dictionary) -> bool:
    """Whether a single form of capitals is rather a word of the language: «US», «LET US GO» for Lashkar-e-Taiba («LeT»)."""
    return sum(letter.isupper() for letter in form) > 1 and folded in language.everyday


def like(written: str, word: str) -> str:
    """The letters of a word with the capitals of another as long: «MARTI» like «Martí» is «Marti»."""
    return "".join(letter.upper() if model.isupper() else letter.lower() for letter, model in zip(word, written, strict=True))


def acronym_names(text: str, spans: list[Span], language: Dictionary) -> list[tuple[int, str]]:
    """Acronyms that the text explains, wherever they stand, and the names they are explained by."""
    explained = [*explained_before(text, spans, language), *explained_after(text)]
    acronyms = {acronym for acronym, _ in explained}
    names = {acronym for acronym in acronyms if acronym.lower() not in language.everyday}
    found = [(start, text[start:end]) for start, end in spans if text[start:end] in names]
    return found + [(start, text[start:end].capitalize()) for _, name in explained for start, end in name]


def explained_before(text: str, spans: list[Span], language: Dictionary) -> list[tuple[str, list[Span]]]:
    """«FREE WEAVERS FRONT (FWF)»: the words before a bracket, when their initials give what it holds."""
    found = []
    for match in BRACKETED.finditer(text):
        acronym = match.group(1)
        before = [span for span in spans[: bisect_left(spans, match.span())] if span[1] > match.start() - LONGEST_NAME]
        name = spelling(text, before, acronym) or translated(text, before, acronym)
        if name or (len(acronym) < SHORT and not language.is_common(acronym.lower())):
            found.append((acronym, name))
    return found


def explained_after(text: str) -> list[tuple[str, list[Span]]]:
    """«FWF [FREE WEAVERS FRONT]», also where the name is a translation: «FLT [FREE WEAVERS FRONT]»."""
    found = []
    for match in EXPLAINED.finditer(text):
        words = [(start + match.start(2), end + match.start(2)) for start, end in word_spans(match.group(2))]
        if fits(text, named_by(text, words), match.group(1)):
            found.append((match.group(1), named_by(text, words)))
    return found


def word_spans(text: str) -> list[Span]:
    """Where the words of a text stand."""
    return [match.span() for match in WORD.finditer(text)]


def named_by(text: str, words: list[Span]) -> list[Span]:
    """The words without those that only join."""
    return [(start, end) for start, end in words if text[start:end].lower() not in JOINING]


def fits(text: str, words: list[Span], acronym: str) -> bool:
    """Whether two thirds of the initials of a name, in any order, are letters of the acronym; a translation keeps most."""
    left, hits = list(acronym.upper()), 0
    for start, _ in words:
        if text[start].upper() in left:
            left.remove(text[start].upper())
            hits += 1
    return len(words) > 1 and 3 * hits >= 2 * len(words) and 3 * len(words) >= 2 * len(acronym)


def translated(text: str, before: list[Span], acronym: str) -> list[Span]:
    """The words just before an acronym that fit it in another order; none when they do not."""
    words = named_by(text, before)
    for length in range(min(len(acronym), len(words)), 1, -1):
        name = words[-length:]
        if text[name[0][0]].upper() in acronym.upper() and fits(text, name, acronym):
            return name
    return []


def spelling(text: str, before: list[Span], acronym: str) -> list[Span]:
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
def dictionary(model: Language) -> Dictionary:
    """The stop words and the dictionary of a model's lemmatizer."""
    lookups = model.get_pipe("lemmatizer").lookups  # type: ignore[attr-defined]
    tables = [lookups.get_table("lemma_index"), lookups.get_table("lemma_exc")]
    stop = frozenset(model.Defaults.stop_words)
    words = {word for table in tables for kind in table for word in table[kind]}
    noun = model.vocab.strings["noun"]
    everyday = {word for table in tables for kind in table if kind != noun for word in table[kind]}
    return Dictionary(stop | words, stop | everyday)


def joined_to(word: str) -> list[str]:
    """What a prefix or a head is joined to: «antidrug» «drug», «policemen» «police», «machineguns» «machine»."""
    rest = [word.removeprefix(each) for each in PREFIXES if word.startswith(each)]
    rest += [word.removesuffix(each) for each in HEADS if word.endswith(each)]
    return [each for each in rest if len(each) >= SHORTEST]


def stems(word: str, ending: str) -> set[str]:
    """What a word may be without an ending: «bombing» «bomb», «fired» «fire», «armies» «army»."""
    stem = word.removesuffix(ending)
    return {stem, stem + "e", stem[:-1] + "y" if stem.endswith("i") else stem} if len(stem) > 2 else set()
