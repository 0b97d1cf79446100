"""Readers of fractions and ratios."""

import re

from rashomon.find.cascade import Item, Run
from rashomon.find.figure.quantity import CARDINAL, quantity
from rashomon.find.figure.read_numbers import VULGAR, round_scale


def hundred_and_parts(run: Run) -> Item | None:
    """«one hundred and three quarters» is 100.75, «one hundred and thirty-two fifths» is 132/5."""
    whole_part, above, below = (item.number for item in run.all("hundreds", "big", "small", "parts", "quarter"))
    return quantity(whole_part + above / below if above < below else (whole_part + above) / below, run, "fraction")


def one_over(run: Run) -> Item | None:
    """«one over three», said by itself."""
    first, last = run.items[0].number, run.items[-1].number
    after = run.text[run.items[-1].end : run.items[-1].end + 3].strip()
    return quantity(first / last, run, "fraction") if first == 1 < last and (not after or after[0] in ".,;?!") else None


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
    if after in ("-", "–") or re.search(r"(?:this|that|first|second|last|next|other|better|in|\d)[ -]$", before, re.IGNORECASE):
        return None
    return quantity(0.5, run, "fraction")


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


def vulgar(run: Run) -> Item | None:
    """«½», «2 ¾»."""
    sign, whole = run.first("vulgar"), run.first("numeral")
    return quantity((whole.number if whole else 0.0) + VULGAR[sign.word], run, "fraction") if sign else None
