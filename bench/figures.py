"""``python -m bench.figures [NUMBERS...]``: numbers and dates a second on a page of nothing else, at sizes that show the growth.

Both grammars are one cascade of regular expressions over token classes (find/cascade.py), so the time must grow with the text.
"""

import sys
import time
from collections.abc import Callable

from rashomon.find.dates import dates_in
from rashomon.find.figures import figures_in

SIZES = (1_000, 10_000, 100_000)


def amounts(count: int) -> str:
    """A page of made-up amounts: counts, money, shares and ranges by turns."""
    turns = ("{0:,} crates", "$ {0}.5 million", "{0},{1} tons per year", "about {1} percent", "from {1} to {0} men")
    return " ".join(turns[n % len(turns)].format(n + 100, n % 90 + 5) + "," for n in range(count))


def days(count: int) -> str:
    """A page of made-up dates: full ones, short ones and relative ones by turns."""
    turns = ("On {0} May {1} they met.", "In June {1} it rained.", "Two days later he left.", "She came last week.")
    return " ".join(turns[n % len(turns)].format(n % 28 + 1, 1950 + n % 70) for n in range(count))


def seconds(read: Callable[[str], object], text: str) -> float:
    """Processor time of one reading."""
    begun = time.process_time()
    read(text)
    return time.process_time() - begun


def main(arguments: list[str]) -> int:
    figures_in("1")
    dates_in("today")
    for size in [int(argument) for argument in arguments] or SIZES:
        for name, made, read in (("amounts", amounts, figures_in), ("dates", days, dates_in)):
            text = made(size)
            spent = seconds(read, text)
            print(f"{size:>9,} {name:8} {len(text):>10,} characters {spent:7.2f} s {size / spent:>9,.0f} a second")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
