"""Readers of lengths of time."""

from rashomon.find.cascade import Item, Run
from rashomon.find.date.offsets import Amount
from rashomon.find.date.reading import amounts, both, time_of, value


def amount_of(run: Run) -> Amount | None:
    """The number and the unit of a duration: «three weeks», «half an hour», «2 and a half hours», «a few days»."""
    name = run.first("unit", "unit_letter", "second")
    if name is None:
        return None
    numbers = [value(item) for item in run.all("small", "hundreds", "big", "d1", "d4", "numeral", "decimal")]
    count = numbers[0] if numbers else 2.0 if run.has("couple") else float("nan") if run.has("few") else name.number or 1.0
    if run.has("half"):
        count = count + 0.5 if numbers or run.has("and") else 0.5
    return Amount(((count, name.word),), run.has("more"))


def duration(run: Run) -> Item | None:
    """«three weeks», «half an hour», «3d»."""
    if run.has("unit_letter") and not run.glued:
        return None
    amount = amount_of(run)
    return time_of(amount)


def plural_units(run: Run) -> Item | None:
    """«for years», «over decades»: nobody says how many."""
    item = run.items[-1]
    written = run.text[item.start : item.end].lower()
    return time_of(Amount(((float("nan"), item.word),))) if written.endswith(("s", "ies")) else None


def same(run: Run) -> Item:
    """The word itself, of another class."""
    return run.items[0]


def single(run: Run) -> Item | None:
    """«через неделю», «полгода назад»: one, or the half that the word itself says; «лет» says no number."""
    item = run.items[-1]
    return time_of(Amount(((item.number or float("nan"), item.word),)))


def added(run: Run) -> Item | None:
    """«1 hour and 30 minutes»: parts that grow finer."""
    left, right = both(run)
    if not isinstance(left, Amount) or not isinstance(right, Amount) or left.grain == right.grain:
        return None
    return time_of(Amount(left.parts + right.parts, left.more))


def hours_long(run: Run) -> Item | None:
    """«for 3h»."""
    return time_of(Amount(((value(run.items[-1]), "hour"),)))


def and_part(run: Run) -> Item | None:
    """«one hour and a half», «a year and a quarter»."""
    amount, last = amounts(run), run.items[-1]
    share = 0.5 if last.kind == "half" else 0.25 if last.word == "quarter" else 0.0
    number, name = amount.parts[-1]
    return time_of(Amount((*amount.parts[:-1], (number + share, name)), amount.more)) if share else None
