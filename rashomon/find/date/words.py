"""The words and shapes that time expressions are made of."""

import re
from functools import cache

import msgspec

from rashomon.find.cascade import Phrases, Word, phrases
from rashomon.find.date.feasts import feasts
from rashomon.find.numbers import WORDS, number_words
from rashomon.words import LexiconError, entries

SHAPES = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        ("iso", r"\d{4}-\d{1,2}-\d{1,2}(?!\d)(?:t(\d\d):(\d\d)(?::(\d\d))?(?:\.\d+)?(?:z|[+-]\d\d:?\d\d)?)?"),
        ("compact", r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d)"),
        ("dotted", r"\d{1,2}\.\d{1,2}\.(?:\d{4}|\d\d)(?!\d)"),
        ("slashed", r"\d{1,2} ?(/|-) ?\d{1,2} ?\1 ?(?:\d{4}|\d\d)(?![\d-])"),
        ("year_month", r"(?:1[89]|20)\d\d[/-](?:0?[1-9]|1[0-2])(?![\d/-])"),
        ("junk", r"\+?\d+(?:[-/]\d+){2,}"),
        ("clock_letter", r"(?:[01]?\d|2[0-4]):[0-5]\d[ap](?![a-z.])|(?<=at )\d{1,2}[ap](?![a-z])"),
        ("clock", r"(?:[01]?\d|2[0-4])[:hч][0-5]\d(?::[0-5]\d)?ч?(?![\d:])|(?:[01]?\d|2[0-4])\.[0-5]\d(?= ?[ap]\.?m)"),
        ("clock", r"(?:[01]\d|2[0-4])[0-5]\d(?= ?(?:gmt|utc|hrs|hours)\b)"),
        ("hour_mark", r"(?:[01]?\d|2[0-4])[hч](?![^\W\d_])"),
        ("decade", r"'?(?:1\d|20)?\d0'?s(?![a-z])"),
        ("decade", r"(?:1\d|20)?\d0-?(?:е|х|ые|ых)(?:\s+(?:годы|годов|годах|гг\.?))?(?![^\W\d_])"),
        ("ordinal", r"\d+ ?(?:st|nd|rd|th)(?![a-z])|\d+-?(?:го|ого|его|е|ое|й|ый|ой|я|ая|му|ом|м|ю|ую)(?![^\W\d_])"),
        ("short_year", r"'\d\d(?!\d|s)"),
        ("quarter_mark", r"q ?[1-4](?![\w])|[1-4]q(?![\w])"),
        ("half_mark", r"h[12](?!\w)"),
        ("decimal", r"\d+[.,]\d+(?:[.,]\d+)*"),
        ("d4", r"\d{4}(?!\d)"),
        ("d1", r"\d{1,2}(?!\d)"),
        ("numeral", r"\d+"),
    )
)


class TimeWord(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A word of time: its class in the cascade, and the name or value it stands for."""

    forms: tuple[str, ...]
    kind: str
    example: str
    name: str = ""
    value: float = 0.0
    endings: str = ""  # a paradigm: the forms are stems


class Paradigm(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The endings that a kind of stem takes."""

    name: str
    endings: tuple[str, ...]
    example: str


# Words of one script never meet those of another, so one lexicon holds every language and the text's own words choose.
LANGUAGES = ("times.toml", "times_russian.toml")


def words_of(file: str) -> dict[str, Word]:
    """The words of one file, in all their forms; raises LexiconError when an entry names no paradigm of the file."""
    endings = {"": ("",)} | {each.name: each.endings for each in entries(WORDS / file, "paradigm", Paradigm)}
    listed = entries(WORDS / file, "word", TimeWord)
    if unknown := next((word for word in listed if word.endings not in endings), None):
        raise LexiconError(f"{file}: {unknown.forms[0]}: no paradigm «{unknown.endings}»")
    return {
        stem + ending: Word(word.kind, word.name, word.value)
        for word in listed
        for stem in word.forms
        for ending in endings[word.endings]
    }


@cache
def lexicon() -> Phrases:
    """All words the date rules know."""
    times = {form: word for file in LANGUAGES for form, word in words_of(file).items()}
    unread = {"suffix", "plural", "dozen"}  # classes of figures: «k», «hundreds»
    numbers = {form: word for form, word in number_words().items() if word.kind not in unread}
    return phrases(numbers | {form: Word("feast", feast) for form, feast in feasts().forms.items()} | times)
