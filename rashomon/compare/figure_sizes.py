"""How large a figure is: its values in the first unit of its kind, and how far they may reach."""

from rashomon.find.figure.units import units
from rashomon.records import Figure

ROUNDED = 0.05  # a round number may stand for anything within 5 %: «10,000» for 10,300
VAGUE = 0.10  # «some 900», «almost 13 billion»
INFINITE = float("inf")


def size_of(unit: str) -> float | None:
    """The unit in the first unit of its kind; money of two currencies is never compared; None for a unit nobody knows."""
    base, _, per = unit.partition(" per ")
    known = units().keys.get(base.removesuffix(" of age"))
    if not base or base in ("share", "ratio"):
        return 100.0 if base == "share" else 1.0
    if known is None:
        return None
    over = units().keys.get(per)
    return (known.size or 1.0 if known.kind not in ("currency", "share") else 1.0) / ((over.size or 1.0) if over else 1.0)


def kind_of(unit: str) -> str:
    """What units have in common so that their amounts can be set side by side: the currency itself, or the dimension."""
    base, _, per = unit.partition(" per ")
    known = units().keys.get(base)
    kind = base if known is None or known.kind == "currency" else known.kind
    return (
        f"{'share' if kind in ('percent', 'ratio') else kind} per" if per else "share" if kind in ("percent", "ratio") else kind
    )


def interval(figure: Figure) -> tuple[float, float]:
    """The values a figure is meant to allow, by its bound and by how round it is."""
    low, high = figure.low, figure.high
    if low is None or high is None:
        return (0.0 if low is None else low), (INFINITE if high is None else high)
    if figure.bound == "range":
        return low, high
    slack = abs(high) * VAGUE if figure.bound in ("about", "nearly") else rounding(high)
    return low - slack, (high if figure.bound == "nearly" else high + slack)


def rounding(value: float) -> float:
    """Half of the last digit that is not nought, and never more than ROUNDED: 0.5 of 164, 500 of 10,000."""
    digits = f"{abs(value):.6f}".rstrip("0").rstrip(".")
    if "." in digits:
        return min(0.5 * 10.0 ** -len(digits.partition(".")[2]), abs(value) * ROUNDED)
    noughts = len(digits) - len(digits.rstrip("0"))
    return min(0.5 * 10.0**noughts, abs(value) * ROUNDED)
