"""The grammar of amounts: numbers in figures and words, fractions, money and measures, ranges and bounds."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

import msgspec

from rashomon.find.cascade import Cascade, Item, Phrases, Rule, Run, Word, phrases
from rashomon.find.figure_units import Unit, units
from rashomon.find.numbers import NUMBER_RULES, WORDS, number_words
from rashomon.records import Bound, Span
from rashomon.words import entries

Kind = Literal["number", "fraction", "ratio", "range", "plural", "ordinal", "either"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """An amount as written: its two ends (None: open), how they are meant, and in what unit."""

    low: float | None
    high: float | None
    bound: Bound = "exactly"
    unit: Unit | None = None
    per: Unit | None = None
    kind: Kind = "number"
    of_age: bool = False
    digits: bool = True  # written in figures
    numbers: tuple[Span, ...] = ()  # where the numbers in it stand, without bounds and units
    span: Span = (0, 0)  # where number and unit stand, without bounds; of a range the end that has the unit

    @property
    def value(self) -> float | None:
        """The one number, when there is one."""
        return self.low if self.low == self.high else self.low if self.high is None else self.high if self.low is None else None


SHAPES = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        ("junk", r"(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+\.\w[\w.-]*|\+?\d+(?:[-/]\d+){2,}|\d{1,2}\.\d{1,2}\.\d{4}|\d{1,2}:\d\d(?:[:.]\d+)+"),
        ("junk", r"<>|=>|=<"),
        ("million_money", r"m(?:eur|usd|aud|gbp|chf|sek|nok|dkk)(?![a-z])"),
        ("ratio_mark", r"\d{1,4} ?: ?\d{1,4}(?![\d:])(?! ?[ap]\.?m)"),
        ("power", r"\d+(?:\.\d+)?(?: ?[x×] ?10(?:\^[+-]?|[−-])\d+|e[+-]?\d+(?![a-z]))"),
        ("digits", r"\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?(?!\d)|\d{1,2}(?:,\d\d)+,\d{3}(?:\.\d+)?(?!\d)"
                    r"|\d{1,3}(?:[ \u00a0\u202f]\d{3}){1,4}(?![:/-]|[.,]?\d|[ \u00a0]\d)|\d{1,3}(?:'\d{3})+(?!\d)"),
        ("ordinal_mark", r"\d+ ?(?:st|nd|rd|th)(?![a-z])"),
        ("digits", r"\d+[.,]\d+(?![.,]?\d)|\d+(?![.,]\d)|\d+[.,]?\d*|\.\d+"),
        ("sign", r"(?:u\.?s\.?|usd|ca?|cad|hk|aud|au|nz|nt|mxn?|cn)\s?\$|[asr]\$|\$us(?![a-z])|[$€£¥￥₽₸₹₩₴₺₪₾֏₼₫₦₱฿₿₡₮₲₵₭]"),
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


VULGAR = {"½": 0.5, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 0.25, "¾": 0.75, "⅕": 0.2, "⅖": 0.4, "⅗": 0.6, "⅘": 0.8, "⅙": 1 / 6, "⅚": 5 / 6,
          "⅛": 0.125, "⅜": 0.375, "⅝": 0.625, "⅞": 0.875}  # fmt: skip


def read(written: str) -> float:
    """The value of a numeral: «8,500» is eight thousand five hundred, «0,27» and «1,3» are decimals."""
    digits = re.sub(r"[ \u00a0\u202f']", "", written)
    if re.fullmatch(r"\d{1,3}(,\d{3})+(\.\d+)?|\d{1,2}(,\d\d)+,\d{3}(\.\d+)?", digits) and not digits.startswith("0,"):
        return float(digits.replace(",", ""))
    if re.fullmatch(r"\d{1,3}(\.\d{3}){2,}(,\d+)?", digits):
        return float(digits.replace(".", "").replace(",", "."))
    return float(digits.rstrip(".,").replace(",", "."))


def quantity(value: float, run: Run, kind: Kind = "number") -> Item | None:
    """The item of one number; None when it is past all counting."""
    if not abs(value) < 1e30:
        return None
    span = (run.items[0].start, run.items[-1].end)
    return Item(
        "", 0, 0, value, meaning=Quantity(value, value, kind=kind, digits=run.has("numeral", "power"), numbers=(span,), span=span)
    )


def whole(run: Run) -> Span:
    """From the first to the last character of the run."""
    return run.items[0].start, run.items[-1].end


def amount(item: Item) -> Quantity:
    """The quantity of an item."""
    found = item.meaning
    assert isinstance(found, Quantity)  # noqa: S101  (the rules only ask items whose class has one)
    return found


def found(run: Run) -> list[Quantity]:
    """All quantities in the run."""
    return [item.meaning for item in run.items if isinstance(item.meaning, Quantity)]


def numeral(run: Run) -> Item | None:
    """Digits, unless they are part of a name («Il-76», «5G», «A4», «11a»)."""
    item = run.items[0]
    before, after = run.text[max(0, item.start - 2) : item.start], GLUED.match(run.text, item.end)
    if (
        before[-1:].isalpha()
        and not run.text[: item.start].lower().endswith(MONEY_LETTERS)
        and not run.text[: item.start].endswith("$US")
    ):
        return None
    if re.search(r"\w\+$", before):
        return None  # «G5+1»
    if (
        re.fullmatch(r"[A-Za-z][-–]", before)
        and not run.text[: item.start].endswith(("minus-", "sub-"))
        or before[-1:] in ("#", "№")
    ):
        return None
    if after and not after.group().isspace() and not known_after(after.group()) and not SQUARE.match(run.text, item.end):
        return None
    return Item("", 0, 0, read(run.text[item.start : item.end]))


GLUED = re.compile(r"[A-Za-z]+")


def known_after(letters: str) -> bool:
    """Whether letters glued to a number are a scale, a unit or «x»: «10k», «29km», not «11a», «5G»."""
    if letters in ("G", "D", "s", "a", "A"):
        return False
    word = letters.lower()
    return units().named(letters) is not None or word in number_words() or word in ("yo", "x", "sq", "mph")


SQUARE = re.compile(r"(?:[kcm]?m|ft|in)[23](?!\d)")
MONEY_LETTERS = ("usd", "eur", "rm", "aud", "gbp", "cad", "rub", "kzt", "cny", "jpy", "chf", "inr", "hkd", "rmb")


def power(run: Run) -> Item | None:
    """«1.3e6», «6.2x10^-4»."""
    base, _, exponent = re.sub(r" ?[x×] ?10\^?", "e", run.items[0].word.replace("−", "-")).partition("e")
    return quantity(float(base) * 10 ** int(exponent), run) if abs(int(exponent)) < 25 else None


def plain(run: Run) -> Item | None:
    """A cardinal in figures or words, with a suffix that stands for a scale («20k», «$5m»)."""
    item, suffix = run.items[0], run.first("suffix")
    if suffix is None:
        return quantity(item.number, run) if not pronoun(run) else None
    glued = item.end == suffix.start
    letter = run.text[suffix.start : suffix.end]
    if (not glued and letter not in "kK") or letter in "tgTG" or (letter == "m" and not millions(run)):
        return None
    return quantity(item.number * suffix.number, run)


def millions(run: Run) -> bool:
    """Whether «m» is a million and no metre: money before it, or things counted after it («2.7m sales», «35m of its»)."""
    before, after = run.text[max(0, run.items[0].start - 4) : run.items[0].start], run.text[run.items[-1].end :][:40]
    money = re.search(r"[$€£¥₽₸]\s?-?$|(?:usd|eur|gbp|rm|ps)$", before, re.IGNORECASE) is not None
    return (
        money
        or re.match(
            r"\s+(?:of\b|(?!miles|yards|feet|is\b|was|has|as\b|this|its\b|across)[a-z]+s\b|people\b|[a-z]+ (?:and [a-z]+ )?[a-z]+s\b)",
            after,
        )
        is not None
    )


def pronoun(run: Run) -> bool:
    """«this one», «which one», «the same one»: nothing is counted."""
    if run.words.lower() != "one":
        return False
    before = run.text[max(0, run.items[0].start - 9) : run.items[0].start].lower()
    return re.search(r"\b(?:this|that|which|any|every|each|no|another|some|same|the)\s+$", before) is not None


def lone_scale(run: Run) -> Item | None:
    """«million» by itself, without a number before it, counts nothing yet."""
    return Item("", 0, 0, run.items[0].number) if run.words.lower().removeprefix("a ").strip() in number_words() else None


def one_scale(run: Run) -> Item | None:
    """«a million», when no number before it has taken it up."""
    return quantity(run.items[0].number, run) if run.words.lower().startswith("a ") or run.words.lower() == "hundred" else None


def hundred_and_parts(run: Run) -> Item | None:
    """«one hundred and three quarters» is 100.75, «one hundred and thirty-two fifths» is 132/5."""
    whole_part, above, below = (item.number for item in run.all("hundreds", "big", "small", "parts", "quarter"))
    return quantity(whole_part + above / below if above < below else (whole_part + above) / below, run, "fraction")


def of_scale(run: Run) -> Item | None:
    """«half a million», «two thirds of a million»."""
    return quantity(run.items[0].number * run.items[-1].number, run, "fraction")


def in_millions(run: Run) -> Item | None:
    """«120 MEUR», «MAUD 60»."""
    number, money = run.first("n_t"), run.first("million_money")
    unit = units().named(money.word[1:]) if money else None
    if number is None or unit is None:
        return None
    here = amount(number)
    return Item("", 0, 0, meaning=replace(here, low=number.number * 1e6, high=number.number * 1e6, unit=unit, span=whole(run)))


def scaled_money(run: Run) -> Item | None:
    """«75 USD million»."""
    number, scale, unit_item = run.first("n_t"), run.first("lone_scale"), run.first("unit")
    unit = unit_written(run, unit_item) if unit_item else None
    if number is None or scale is None or unit is None or unit.kind != "currency":
        return None
    value = number.number * scale.number
    return Item("", 0, 0, value, meaning=replace(amount(number), low=value, high=value, unit=unit, span=whole(run)))


def percent_of(run: Run) -> Item | None:
    """«per cent of 210», as one asks for a percentage."""
    unit = unit_written(run, run.items[0])
    before = run.text[max(0, run.items[0].start - 12) : run.items[0].start]
    if unit is None or unit.name != "percent" or before.strip():
        return None
    return Item("", 0, 0, run.items[-1].number, meaning=replace(amount(run.items[-1]), unit=unit, span=whole(run)))


def counted_dozens(run: Run) -> Item | None:
    """«3 dozens», «five hundreds»."""
    return quantity(run.items[0].number * run.items[-1].number, run) if run.items[-1].number in (12, 20) else None


def one_over(run: Run) -> Item | None:
    """«one over three», said by itself."""
    first, last = run.items[0].number, run.items[-1].number
    after = run.text[run.items[-1].end :].strip()
    return quantity(first / last, run, "fraction") if first == 1 < last and (not after or after[0] in ".,;?!") else None


def plural(run: Run) -> Item | None:
    """«hundreds» is 200 to 999, «tens of billions» 20 to 99 billion, «billions» 2 to 999 billion."""
    words = run.all("plural", "scale", "big")
    scale = 1.0
    for item in words:
        scale *= item.number
    top = words[0].number
    steps = {10: 99, 12: 99 / 12, 20: 99 / 20, 100: 999 / 100}.get(int(top), 999)
    low = 2 * scale
    numbers = ((run.items[0].start, run.items[-1].end),)
    return Item("", 0, 0, low, meaning=Quantity(low, scale * steps, "range", kind="plural", digits=False, numbers=numbers))


def several(run: Run) -> Item:
    """«multi-billion»: billions."""
    scale = run.items[-1].number
    numbers = ((run.items[0].start, run.items[-1].end),)
    return Item(
        "", 0, 0, 2 * scale, meaning=Quantity(2 * scale, 999 * scale, "range", kind="plural", digits=False, numbers=numbers)
    )


def dozen(run: Run) -> Item | None:
    """«a dozen», «half a dozen», «3 dozen»."""
    count = 0.5 if run.has("half") else next((item.number for item in run.items if item.kind in CARDINAL), 1.0)
    return quantity(count * 12, run)


CARDINAL = ("small", "hundreds", "big", "n_t", "numeral", "zero")


def pointed(run: Run) -> Item | None:
    """«nine point nought four»."""
    mark = next(number for number, item in enumerate(run.items) if item.kind == "point_word")
    whole, rest = run.items[:mark], run.items[mark + 1 :]
    digits = "".join(str(int(item.number)) for item in rest)
    return quantity(float(f"{int(whole[-1].number)}.{digits}"), run)


def fraction(run: Run) -> Item | None:
    """«a fifth», «two thirds», «three quarters of a million», «2 1/4»."""
    below = run.first("parts", "ordinal", "quarter", "second")
    above = next((item.number for item in run.items if item.kind in CARDINAL), 1.0)
    if below is None or not below.number or (below.kind == "ordinal" and not part_of(run)):
        return None
    return quantity(above / below.number, run, "fraction")


def part_of(run: Run) -> bool:
    """Whether «a fifth» is a part and no place in a row: «of» or the end of a clause follows."""
    return (
        re.match(
            r"\s*(?:of\b|[.,;:?!)]|$|(?:less|more|higher|lower|and)\b)", run.text[run.items[-1].end : run.items[-1].end + 12]
        )
        is not None
    )


def slashed(run: Run) -> Item | None:
    """«3/4», «2 1/4», «1 4/5»."""
    numbers = [item.number for item in run.all("numeral")]
    below = numbers[-1]
    if not below or len(numbers) < 2 or numbers[-2] % 1 or below % 1 or below > 1000:
        return None
    whole = numbers[0] if len(numbers) == 3 else 0.0
    if len(numbers) == 3 and numbers[1] >= below:
        return None
    return quantity(whole + numbers[-2] / below, run, "fraction")


def halves(run: Run) -> Item | None:
    """«half of», «a half», «one and a half»; «half-staff» and «the first half» are none."""
    count = next((item.number for item in run.items if item.kind in CARDINAL), 0.0)
    if count:
        return quantity(count + 0.5 * round_scale(count), run, "fraction")
    before, after = (
        run.text[max(0, run.items[0].start - 9) : run.items[0].start],
        run.text[run.items[-1].end : run.items[-1].end + 1],
    )
    if after in ("-", "–") or re.search(r"(?:this|that|first|second|last|next|other|better|\d)[ -]$", before, re.IGNORECASE):
        return None
    return quantity(0.5, run, "fraction")


def round_scale(count: float) -> float:
    """What «and a half» is half of: of a million after «one million», else of one."""
    return next((scale for scale in (1e12, 1e9, 1e6, 1e3) if count >= scale and not count % scale), 1.0)


def whole_and_part(run: Run) -> Item | None:
    """«three and a fifth», «3 million and a quarter»."""
    first, last = run.items[0], run.items[-1]
    scale = round_scale(first.number) if first.number >= 1e6 else 1.0
    return quantity(first.number + last.number * scale, run, "fraction") if 0 < last.number < 1 <= first.number else None


def one_in(run: Run) -> Item | None:
    """«one in three», «two out of five hundred»: a share, when the first is the smaller."""
    first, last = (item.number for item in run.items if item.meaning is not None or item.kind in CARDINAL)
    if not 0 < first < last or (run.has("in", "over_word") and first > 10):
        return None
    return quantity(first / last, run, "fraction")


def ratio(run: Run) -> Item | None:
    """«3:1», «3: 1», unless it is a time of day or a verse."""
    first, last = (float(part) for part in re.findall(r"\d+", run.items[0].word))
    before = run.text[max(0, run.items[0].start - 60) : run.items[0].start].lower()
    if not last or not re.search(r"\b(?:ratio|odds|proportion|majority|outnumber\w*|score|scale)\b[^.;]*$", before):
        return None
    return quantity(first / last, run, "ratio")


def negative(run: Run) -> Item | None:
    """«minus five», «-20» after a blank or at the beginning."""
    sign, item = run.items[0], run.items[-1]
    if sign.word in ("~", "—"):
        return None
    if sign.kind == "dash" and (sign.start and not run.text[sign.start - 1].isspace() and run.text[sign.start - 1] not in "<>=("):
        return None
    if (
        sign.kind == "dash"
        and sign.end != item.start
        and re.search(r"[\w,]\s*$", run.text[: sign.start])
        and not re.search(r"\b(?:convert|is|of|to|at)\s*$", run.text[: sign.start])
    ):
        return None
    here = amount(item)
    if here.low is None or here.high is None or here.kind == "plural":
        return None
    turned = replace(here, low=-here.high, high=-here.low, numbers=((sign.start, item.end),))
    return Item("", 0, 0, -item.number, meaning=turned)


def unit_written(run: Run, item: Item) -> Unit | None:
    """The unit of an item as the text writes it."""
    written = run.text[item.start : item.end]
    if item.kind in ("second", "quarter"):
        return units().forms[item.kind]
    if item.kind == "sign":
        bare = "".join(written.split()).upper().replace(".", "")
        return units().symbols.get({"$US": "US$", "USD$": "US$"}.get(bare, bare))
    if item.kind == "suffix":
        return units().symbols.get(written)
    return units().named(written)


def measured(run: Run) -> Item | None:
    """A number and its unit, in either order: «31 percent», «$ 2.6 billion», «USD 200», «12-cent»."""
    number, unit_item = run.first("n_t"), run.first("unit", "sign", "second", "quarter", "suffix")
    if number is None or unit_item is None:
        return None
    unit = unit_written(run, unit_item)
    if unit is None or not allowed(run, number, unit_item, unit):
        return None
    if run.items[1].kind == "dash" and run.items[0].kind == "sign":
        value = -number.number
        return Item("", 0, 0, value, meaning=replace(amount(number), low=value, high=value, unit=unit, span=whole(run)))
    return Item("", 0, 0, number.number, meaning=replace(amount(number), unit=unit, span=whole(run)))


WORDS_TOO = frozenset({"in", "am", "pm", "a.m.", "p.m.", "real", "won", "sum", "ps", "som", "rand", "lev", "lei", "bar"})


def allowed(run: Run, number: Item, unit_item: Item, unit: Unit) -> bool:
    """Whether a short or common word is meant as a unit here: «10 in» and «6 pm» are not."""
    written = run.text[unit_item.start : unit_item.end]
    if unit_item.start < number.start:
        return before_number(number, unit_item, written, unit)
    glued = number.end == unit_item.start
    after = run.text[unit_item.end : unit_item.end + 12]
    if len(written) == 1 and written.isalpha():
        return glued and not (
            written in "CF" and (re.match(r"\s*[A-Z]", after) or re.search(r"[A-Z]-$", run.text[: number.start][-3:]))
        )
    if written.lower() == "in":
        return re.search(r"\d\s*(?:ft|feet|foot|')\s*$", run.text[: number.start]) is not None
    if written.lower() == "pm":
        return "picomet" in run.text
    if unit.kind == "per only":
        return False
    if written == "PS":
        return True
    if written.lower() in WORDS_TOO:
        return (amount(number).low or 0) >= 100 and written.lower() not in ("am", "a.m.", "p.m.", "ps")
    return True


def glued_money(run: Run) -> Item | None:
    """«USD50»: the code belongs to the number it is glued to."""
    return measured(run) if run.glued else None


def feet_and_inches(run: Run) -> Item | None:
    """«12 ft 2 in»."""
    first, second = found(run)
    if first.unit is None or first.unit.name != "foot" or first.low is None or second.low is None or second.low >= 12:
        return None
    value = first.low + second.low / 12
    return Item("", 0, 0, value, meaning=replace(first, low=value, high=value, span=whole(run)))


def before_number(number: Item, unit_item: Item, written: str, unit: Unit) -> bool:
    """Only money stands before its number: «$ 5», «USD 200», «RM120,000»."""
    if unit.kind != "currency":
        return False
    return (
        unit_item.kind == "sign"
        or (written.isupper() and len(written) <= 3)
        or written.lower() == "dollar"
        or unit_item.end == number.start
    )


def compound(run: Run) -> Item | None:
    """«12 ft 2 in», «3 dollars 50 cents»: two units of one kind are one amount in the larger."""
    first, second = found(run)
    if first.unit is None or first.low is None or second.low is None or first.bound != "exactly":
        return None
    ratio_of = PARTS.get((first.unit.name, second.unit.name)) if second.unit else None
    if second.unit is None:
        ratio_of = 100 if first.unit.kind == "currency" and 0 < second.low < 100 and second.low % 1 == 0 else None
    elif (
        ratio_of is None
        and first.unit.kind == "currency"
        and second.unit.name in ("cent", "pence", "penny", "mao", "fen", "kopeck", "sen")
    ):
        ratio_of = 10 if second.unit.name == "mao" else 100
    if ratio_of is None or first.low % 1 or second.low >= ratio_of:
        return None
    value = first.low + second.low / ratio_of
    return Item("", 0, 0, value, meaning=replace(first, low=value, high=value, numbers=first.numbers, span=whole(run)))


PARTS = {
    ("foot", "inch"): 12,
    ("yard", "foot"): 3,
    ("pound-mass", "ounce"): 16,
    ("mile", "yard"): 1760,
    ("metre", "centimetre"): 100,
    ("kilogram", "gram"): 1000,
}


def rated(run: Run) -> Item | None:
    """«1.6 million barrels per day», «$58 a barrel», «50 km/ms»."""
    base = amount(run.items[0])
    last = run.items[-1]
    per = unit_written(run, last)
    if per is None or base.per is not None:
        return None
    later = re.match(r"\s*(?:ago|earlier|later|before|after)\b", run.text[run.items[-1].end :][:12]) is not None
    if later or run.has("a") and per.kind not in ("time", "mass", "volume", "length", "area", "per only"):
        return None
    return Item(
        "",
        0,
        0,
        run.items[0].number,
        meaning=replace(base, per=per, span=whole(run) if base.unit and base.unit.kind == "length" else base.span),
    )


def aged(run: Run) -> Item | None:
    """«15-year-old», «three months of age», «aged 87»: time since birth."""
    here = found(run)[0]
    if here.unit is None:
        if not (here.low is not None and 0 < here.low < 130):
            return None
        return Item("", 0, 0, here.low, meaning=replace(here, unit=units().forms["year"], of_age=True))
    return Item("", 0, 0, here.low or 0.0, meaning=replace(here, of_age=True)) if here.unit.kind == "time" else None


def aged_between(run: Run) -> Item | None:
    """«aged 18 to 34»."""
    here = amount(run.items[-1])
    return (
        Item("", 0, 0, here.low or 0.0, meaning=replace(here, unit=units().forms["year"], of_age=True))
        if here.unit is None
        else None
    )


def spread(run: Run) -> Item | None:
    """«from 5 to 7 tons», «$5-7 million», «between 20 and 30»: a unit or scale said once is that of both ends."""
    first, second = found(run)
    if first.low is None or second.high is None or first.kind == "plural" and second.kind != "plural":
        return None
    if first.unit and second.unit and first.unit != second.unit:
        return None
    low = first.low
    joined = run.items[0].kind not in ("between", "from")
    if joined and run.has("to") and ((first.unit and not second.unit) or changed(run)):
        return None
    if not first.unit and second.unit and second.unit.kind == "currency" and low >= (second.high or 0):
        return None
    if second.high >= 1000 and low < 1000 and written_scale(run) and low * written_scale(run) < second.high * 1.0000001:
        low *= written_scale(run)
    if low >= second.high or (joined and run.has("dash") and not dash_spans(run)):
        return None
    numbers = first.numbers + second.numbers
    unit = second.unit or first.unit
    return Item(
        "",
        0,
        0,
        low,
        meaning=Quantity(
            low,
            second.high,
            "range",
            unit,
            second.per or first.per,
            "range",
            first.of_age or second.of_age,
            first.digits,
            numbers,
            second.span,
        ),
    )


def changed(run: Run) -> bool:
    """«grew by 40 to 419», «rose 6 to 164»: how much, and to what; no range."""
    before = run.text[max(0, run.items[0].start - 24) : run.items[0].start].lower()
    return (
        re.search(
            r"\b(?:by|rose|fell|gained|lost|dropped|jumped|climbed|slid|slipped|added|up|down|increased|decreased|grew)\s+(?:by\s+)?$",
            before,
        )
        is not None
    )


def written_scale(run: Run) -> float:
    """The scale word of the second end, when the first has none: «5 to 7 million»."""
    words = [word.strip(".,").lower() for word in run.words.split()]
    scales = [number_words()[word].number for word in words if word in number_words() and number_words()[word].kind == "scale"]
    return scales[0] if len(scales) == 1 and words[-1] != "hundred" else 0.0


def dash_spans(run: Run) -> bool:
    """Whether a dash between two numbers means from–to: not «2010-2015-86», not a score («2-1»)."""
    first, second = found(run)
    years = first.unit is None and second.unit is None and 1900 <= (first.low or 0) <= 2100 and 1900 <= (second.high or 0) <= 2100
    return not years


def either(run: Run) -> Item | None:
    """«five or six towns»: neighbouring numbers."""
    first, second = found(run)
    if first.low is None or second.high is None or not first.low < second.high <= first.low * 2 + 1 or first.unit:
        return None
    return Item(
        "",
        0,
        0,
        first.low,
        meaning=replace(second, low=first.low, bound="range", kind="either", numbers=first.numbers + second.numbers),
    )


def bounded(bound: Bound) -> Callable[[Run], Item | None]:
    """A quantity with the words before or after it that bound it."""

    def build(run: Run) -> Item | None:
        here = found(run)[0]
        if here.bound not in ("exactly", "about") and not (
            here.kind in ("plural", "range", "either") and bound in ("about", "nearly")
        ):
            return None
        low, high = here.low, here.high
        if bound in ("over", "at least"):
            high = None
        elif bound in ("under", "at most"):
            low = None
        kept = here.bound if here.kind in ("plural", "range", "either") else bound
        return Item("", 0, 0, here.low or 0.0, meaning=replace(here, low=low, high=high, bound=kept))

    return build


def both_bounds(run: Run) -> Item | None:
    """«more than 10 but less than 20»."""
    first, second = found(run)
    if first.high is None and second.low is None:
        low, high = first, second
    elif first.low is None and second.high is None:
        low, high = second, first
    else:
        return None
    if low.low is None or high.high is None or low.low >= high.high:
        return None
    return Item(
        "",
        0,
        0,
        low.low,
        meaning=replace(
            low, high=high.high, unit=low.unit or high.unit, bound="range", kind="range", numbers=first.numbers + second.numbers
        ),
    )


def vulgar(run: Run) -> Item | None:
    """«½», «2 ¾»."""
    sign, whole = run.first("vulgar"), run.first("numeral")
    return quantity((whole.number if whole else 0.0) + VULGAR[sign.word], run, "fraction") if sign else None


def score(run: Run) -> Item | None:
    """«2-1», «89-89»: the result of a game is no figure; Item of a class that nothing reads."""
    first, last = (item.number for item in run.all("n_t"))
    glued = run.glued and run.words.replace("–", "-").count("-") == 1
    return (
        Item("", 0, 0)
        if glued and first >= last and first < 200 and first % 1 == 0 and re.fullmatch(r"\d+[-–]\d+", run.words)
        else None
    )


def composed_digits(run: Run) -> Item | None:
    """«3 hundred and 21»."""
    return Item("", 0, 0, run.items[0].number + run.items[-1].number) if run.items[-1].number < 100 else None


def ordinal_value(run: Run) -> Item | None:
    """«30th»: counts only where the measured noun says so («the 30th anniversary»)."""
    item = run.items[-1]
    digits = re.sub(r"\D", "", item.word) if item.kind == "ordinal_mark" else ""
    return quantity(float(digits) if digits else item.number, run, "ordinal")


RULES: tuple[Rule, ...] = (
    Rule("numeral", "digits", numeral),
    Rule("n_t", "multi dash? scale", several),
    *NUMBER_RULES,
    Rule("n_t", "(hundreds | big) and small dash? (parts | quarter)", hundred_and_parts),
    Rule("big", "(hundreds | big) and numeral (?! hundred | scale | small | suffix)", composed_digits),
    Rule("lone_scale", "big", lone_scale),
    Rule("n_t", "power", power),
    Rule("n_t", "(numeral | small) plural (?! of? (plural | lone_scale))", counted_dozens),
    Rule("n_t", "plural of? (plural | lone_scale) | plural", plural),
    Rule("n_t", "half a? dozen | (a | small | numeral | hundreds | big)? dozen", dozen),
    Rule("n_t", "(numeral | small | hundreds | big | zero) point_word (one | small | zero | teen)+", pointed),
    Rule("n_t", "numeral numeral slash numeral | numeral slash numeral", slashed),
    Rule("n_t", "numeral? vulgar", vulgar),
    Rule("n_t", "(a | small | hundreds | big | numeral) dash? (parts | quarter) | (a | small) dash? ordinal", fraction),
    Rule("n_t", "(numeral | small | hundreds | big | lone_scale) and a? half | (a)? half", halves),
    Rule("n_t", "(numeral | big | hundreds | small) suffix", plain),
    Rule("n_t", "numeral | big | hundreds | small | zero", plain),
    Rule("n_t", "n_t of? lone_scale", of_scale),
    Rule("n_t", "lone_scale", one_scale),
    Rule("n_t", "n_t and n_t", whole_and_part),
    Rule("n_t", "n_t (out_of | in) n_t", one_in),
    Rule("n_t", "n_t over n_t", one_over),
    Rule("n_t", "(minus | dash | minus dash) n_t", negative),
    Rule("n_t", "ratio_mark", ratio),
    Rule("junk", "n_t dash n_t", score),
    Rule("q_t", "n_t unit lone_scale", scaled_money),
    Rule("q_t", "n_t million_money | million_money n_t", in_millions),
    Rule("q_t", "n_t sign (?= n_t unit)", measured),
    Rule("q_t", "sign dash? n_t unit?", measured),
    Rule("q_t", "unit n_t", glued_money),
    Rule("q_t", "n_t dash? (unit | second | quarter | suffix) | n_t sign | unit n_t (?! unit)", measured),
    Rule("q_t", "q_t n_t in", feet_and_inches),
    Rule("q_t", "n_t of unit", measured),
    Rule("q_t", "unit of n_t", percent_of),
    Rule("q_t", "q_t and? (q_t | n_t)", compound),
    Rule("q_t", "q_t dash? (per | slash | a | each) dash? (unit | second | suffix | quarter)", rated),
    Rule("q_t", "q_t dash? (old | of_age | aged) | aged n_t (?! to | dash n_t) | n_t yo", aged),
    Rule("r_t", "(between | from)? (n_t | q_t) (dash? to dash? | dash | tilde) (n_t | q_t) | between (n_t | q_t) and (n_t | q_t)", spread),
    Rule("r_t", "aged r_t", aged_between),
    Rule("r_t", "n_t or q_t | n_t or n_t", either),
    Rule("o_t", "ordinal_mark | ordinal", ordinal_value),
    Rule("r_t", "between the? o_t and the? o_t", spread),
    Rule("b_t", "over the? any_t", bounded("over")),
    Rule("b_t", "at_least any_t | any_t (or_more | plus_sign) (?! n_t)", bounded("at least")),
    Rule("b_t", "under the? any_t", bounded("under")),
    Rule("b_t", "at_most any_t | any_t or_less (?! n_t)", bounded("at most")),
    Rule("b_t", "nearly any_t", bounded("nearly")),
    Rule("b_t", "(about | tilde) any_t", bounded("about")),
    Rule("b_t", "exactly any_t", bounded("exactly")),
    Rule("b_t", "b_t (and | but) b_t", both_bounds),
)  # fmt: skip
ALIASES = {"count": "numeral", "any_t": "n_t | q_t | r_t | o_t"}
CASCADE = Cascade(RULES, ALIASES)
AMOUNTS = frozenset({"n_t", "q_t", "r_t", "b_t", "o_t"})
