"""Readers of numbers in figures and words."""

import re
from dataclasses import replace

from rashomon.find.cascade import Item, Run
from rashomon.find.figure.quantity import CARDINAL, Quantity, amount, quantity
from rashomon.find.figure.units import units
from rashomon.find.numbers import number_words

VULGAR = dict(
    zip(
        "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞",
        (1 / 2, 1 / 3, 2 / 3, 1 / 4, 3 / 4, 0.2, 0.4, 0.6, 0.8, 1 / 6, 5 / 6, 0.125, 0.375, 0.625, 0.875),
        strict=True,
    )
)


def read(written: str) -> float:
    """The value of a numeral: «8,500» is eight thousand five hundred, «0,27» and «1,3» are decimals."""
    digits = re.sub(r"[ \u00a0\u202f']", "", written)
    if re.fullmatch(r"\d{1,3}(,\d{3})+(\.\d+)?|\d{1,2}(,\d\d)+,\d{3}(\.\d+)?", digits) and not digits.startswith("0,"):
        return float(digits.replace(",", ""))
    if re.fullmatch(r"\d{1,3}(\.\d{3}){2,}(,\d+)?", digits):
        return float(digits.replace(".", "").replace(",", "."))
    return float(digits.rstrip(".,").replace(",", "."))


def numeral(run: Run) -> Item | None:
    """Digits, unless they are part of a name («Il-76», «5G», «A4», «11a», «G5+1»)."""
    item = run.items[0]
    before, after = run.text[max(0, item.start - 6) : item.start], GLUED.match(run.text, item.end)
    if before[-1:].isalpha() and not before.lower().endswith(MONEY_LETTERS):
        return None
    if IN_A_NAME.search(before) and not before.endswith(("minus-", "sub-")) and not TO_NUMBER.search(before):
        return None
    if after and not known_after(after.group()) and not SQUARE.match(run.text, item.end):
        return None
    return Item("", 0, 0, read(run.text[item.start : item.end]))


IN_A_NAME = re.compile(r"[A-Za-z][-–]$|\w\+$|[#№]$")
TO_NUMBER = re.compile(r"[\d%][-–]to[-–]$")  # «a 10-to-15-minute walk»
GLUED = re.compile(r"[A-Za-z]+")


def known_after(letters: str) -> bool:
    """Whether letters glued to a number are a scale, a unit or «x»: «10k», «29km», not «11a», «5G»."""
    if letters in ("G", "D", "s", "a", "A"):
        return False
    word = letters.lower()
    return units().named(letters) is not None or word in number_words() or word in ("yo", "x", "sq", "mph")


SQUARE = re.compile(r"(?:[kcm]?m|ft|in)[23](?!\d)")
MONEY_LETTERS = ("$us", "usd", "eur", "rm", "aud", "gbp", "cad", "rub", "kzt", "cny", "jpy", "chf", "inr", "hkd", "rmb")


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
    before, after = (
        run.text[max(0, run.items[0].start - 4) : run.items[0].start],
        run.text[run.items[-1].end : run.items[-1].end + 40],
    )
    money = re.search(r"[$€£¥₽₸]\s?-?$|(?:usd|eur|gbp|rm|ps)$", before, re.IGNORECASE) is not None
    return (
        money
        or re.match(
            r"\s+(?:of\b|(?!miles|yards|feet|is\b|was|has|as\b|this|its\b|across)[a-z]{1,30}s\b|people\b"
            r"|[a-z]{1,30} (?:and [a-z]{1,30} )?[a-z]{1,30}s\b)",
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


def of_scale(run: Run) -> Item | None:
    """«half a million», «two thirds of a million»."""
    return quantity(run.items[0].number * run.items[-1].number, run, "fraction")


def counted_dozens(run: Run) -> Item | None:
    """«3 dozens», «five hundreds»."""
    return quantity(run.items[0].number * run.items[-1].number, run) if run.items[-1].number in (12, 20) else None


def plural(run: Run) -> Item | None:
    """«hundreds» is 200 to 999, «tens of billions» 20 to 99 billion, «billions» 2 to 999 billion."""
    words = run.all("plural", "scale", "big", "lone_scale")
    scale = 1.0
    for item in words:
        scale *= item.number
    top = words[0].number
    steps = {10: 9.9, 12: 99 / 12, 20: 99 / 20, 100: 999 / 100}.get(int(top), 999)
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


def pointed(run: Run) -> Item | None:
    """«nine point nought four»."""
    mark = next(number for number, item in enumerate(run.items) if item.kind == "point_word")
    whole, rest = run.items[:mark], run.items[mark + 1 :]
    digits = "".join(str(int(item.number)) for item in rest)
    return quantity(float(f"{int(whole[-1].number)}.{digits}"), run)


def round_scale(count: float) -> float:
    """What «and a half» is half of: of a million after «one million», else of one."""
    return next((scale for scale in (1e12, 1e9, 1e6, 1e3) if count >= scale and not count % scale), 1.0)


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
        and re.search(r"[\w,]\s*$", run.text[max(0, sign.start - 12) : sign.start])
        and not re.search(r"\b(?:convert|is|of|to|at)\s*$", run.text[max(0, sign.start - 12) : sign.start])
    ):
        return None
    here = amount(item)
    if here.low is None or here.high is None or here.kind == "plural":
        return None
    turned = replace(here, low=-here.high, high=-here.low, numbers=((sign.start, item.end),))
    return Item("", 0, 0, -item.number, meaning=turned)


def score(run: Run) -> Item | None:
    """«2-1», «89-89», «a 5-to-3 vote»: a result is no figure; Item of a class that nothing reads."""
    first, last = (item.number for item in run.all("n_t"))
    result = SCORE.fullmatch(run.words) is not None
    return Item("", 0, 0) if result and run.glued and first >= last and first < 200 and first % 1 == 0 else None


SCORE = re.compile(r"\d+[-–](?:to[-–])?\d+")


def composed_digits(run: Run) -> Item | None:
    """«3 hundred and 21»."""
    return Item("", 0, 0, run.items[0].number + run.items[-1].number) if run.items[-1].number < 100 else None


def ordinal_value(run: Run) -> Item | None:
    """«30th»: counts only where the measured noun says so («the 30th anniversary»)."""
    item = run.items[-1]
    digits = re.sub(r"\D", "", item.word) if item.kind == "ordinal_mark" else ""
    return quantity(float(digits) if digits else item.number, run, "ordinal")
