"""Words of a text folded for look-up: lower case, no accents, with the characters they stand on."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

WORD = re.compile(r"[^\W_]+|,")
# What may stand between two words of one name: «Nur-Sultan», «N'Djamena», «U.S.», «J. Smith», «One Belt – One Road».
GAP = re.compile(r"[ \u00a0]?[-–—/&'’‘`]?[ \u00a0]?|\.[ \u00a0]?")
LONGEST_ACRONYM = 7  # letters: «CARICOM»
# Letters that do not fall apart into a letter and an accent: «Ioannı», «Lech Wałęsa», «Sørensen».
LETTERS = str.maketrans({"ı": "i", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ß": "ss", "æ": "ae", "œ": "oe"})


@dataclass(frozen=True, slots=True)
class Word:
    """One word (or a comma) of a text: folded, as written, and its characters, half-open."""

    folded: str
    text: str
    start: int
    end: int


@lru_cache(maxsize=200_000)
def fold(text: str) -> str:
    """Lower case without accents: «Élysée» is «elysee»."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text.translate(LETTERS))
    return "".join(letter for letter in apart if not unicodedata.combining(letter)).lower()


def words_of(text: str) -> list[Word]:
    """All words and commas of a text."""
    return [Word(fold(m.group()), m.group(), m.start(), m.end()) for m in WORD.finditer(text)]


def reach(words: Sequence[Word], first: int, most: int, text: str) -> int:
    """How many words from the first on, at most ``most``, have nothing between them that a name cannot hold."""
    count = 1
    while count < most:
        before, word = words[first + count - 1], words[first + count]
        gap = text[before.end : word.start]
        if not GAP.fullmatch(gap) or (gap == ". " and len(before.text) > 2):
            return count
        count += 1
    return min(count, most)


def fits(form: Sequence[str], words: Sequence[Word], shouting: bool) -> bool:
    """Whether the words have the capitals of the form: «us» is not «US»; ``shouting`` text has no lower case."""
    if shouting:
        return True
    return all(fits_case(written, word.text) for written, word in zip(form, words, strict=True))


def fits_case(written: str, text: str) -> bool:
    """«US» wants capitals, «China» a capital, «LeT» just these letters, «al» nothing."""
    if written.isupper() and len(written) <= LONGEST_ACRONYM:
        return text.isupper()
    if written[1:] != written[1:].lower():
        return text in {written, written.upper()}
    return text[0].isupper() if written[0].isupper() else True


def is_acronym(form: str) -> bool:
    """«CSTO», «U.S.»."""
    letters = form.replace(".", "")
    return letters.isupper() and 2 <= len(letters) <= LONGEST_ACRONYM and " " not in letters
