"""The words and shapes that amounts are made of."""

import re
from functools import cache

import msgspec

from rashomon.find.cascade import Phrases, Word, phrases
from rashomon.find.figure.units import units
from rashomon.find.numbers import WORDS, number_words
from rashomon.words import entries

SHAPES = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        ("junk", r"(?:https?://|www\.)\S+|[\w.+-]{1,64}@[\w-]{1,64}\.\w[\w.-]*"),
        ("junk", r"\+?\d+(?:[-/]\d+){2,}|\d{1,2}\.\d{1,2}\.\d{4}|\d{1,2}:\d\d(?:[:.]\d+)+"),
        ("junk", r"(?:19|20)\d\d[-–/]\d\d(?![\d,.]*\d)|[012]\d[0-5]\d(?= ?(?:gmt|utc|e[sd]t|p[sd]t|ces?t|bst|msk)\b)"),
        ("junk", r"(?:240|360|480|576|720|1080|1440|2160|4320)p(?![a-z])"),
        ("junk", r"0\d{2,4}(?:[ -]\d{3,5}){1,3}(?!\d)"),
        ("junk", r"<>|=>|=<|\+\d[\d ()-]{7,24}\d"),
        ("million_money", r"m(?:eur|usd|aud|gbp|chf|sek|nok|dkk)(?![a-z])"),
        ("ratio_mark", r"\d{1,4} ?: ?\d{1,4}(?![\d:])(?! ?[ap]\.?m)"),
        ("power", r"\d+(?:\.\d+)?(?: ?[x×] ?10(?:\^[+-]?|[−-])\d+|e[+-]?\d+(?![a-z]))"),
        ("digits", r"\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?(?!\d)"
                   r"|\d{1,2}(?:,\d\d)+,\d{3}(?:\.\d+)?(?!\d)"
                    r"|\d{1,3}(?:[ \u00a0\u202f]\d{3}){1,4}(?![:/-]|[.,]?\d|[ \u00a0]\d)|\d{1,3}(?:'\d{3})+(?!\d)"),
        ("ordinal_mark", r"\d+ ?(?:st|nd|rd|th)(?![a-z])"),
        ("digits", r"\d+[.,]\d+(?![.,]?\d)|\d+(?![.,]\d)|\d+[.,]?\d*|\.\d+"),
        ("sign", r"y=(?=\d{1,3}(?:,\d{3}|[\d.]* [bmt]\w{0,3}illion))"
                 r"|(?:u\.?s\.?|usd|ca?|cad|hk|aud|au|nz|nt|mxn?|cn)\s?\$|[asr]\$|\$us(?![a-z])|[$€£¥￥₽₸₹₩₴₺₪₾֏₼₫₦₱฿₿₡₮₲₵₭]"),
    )
)  # fmt: skip


class AmountWord(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A word that bounds, joins or cuts amounts."""

    forms: tuple[str, ...]
    kind: str
    example: str


@cache
def lexicon() -> Phrases:
    """All words the figure rules know; a word that is a unit and something else is read as the something else."""
    known = {form: Word("unit", unit.name) for form, unit in units().forms.items()}
    known |= {
        symbol.lower(): Word("unit", unit.name) for symbol, unit in units().symbols.items() if "$" not in symbol and symbol != "'"
    }
    known |= {form: Word(word.kind, form, word.number) for form, word in number_words().items()}
    for word in entries(WORDS / "amounts.toml", "word", AmountWord):
        known |= {form: Word(word.kind, form) for form in word.forms}
    known |= {
        "second": Word("second", "second", 2),
        "quarter": Word("quarter", "quarter", 4),
        "quarters": Word("quarter", "quarter", 4),
    }
    return phrases(known)
