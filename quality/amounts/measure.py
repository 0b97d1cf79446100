"""``python -m quality.amounts.measure [FILE.toml ...]``: amounts of our own sentences: found, with unit, with what is measured.

The shares are of the amounts noted; ``precision`` is of those found.  An amount counts once; a concept is a set of words.
"""

import re
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec

from quality.figure_cases import close, told
from quality.predict import predictions
from rashomon.words import entries

FOLDER = Path(__file__).parent


class Amount(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One amount as noted."""

    unit: str
    concept: str
    value: float | None = None
    low: float | None = None
    high: float | None = None


class Text(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A sentence with its amounts."""

    text: str
    figures: tuple[Amount, ...]


def texts(paths: Iterable[Path] = ()) -> list[Text]:
    """The sentences of the files, all files of this folder without any."""
    return [text for path in (list(paths) or sorted(FOLDER.glob("*.toml"))) for text in entries(path, "text", Text)]


def agreed(noted: Amount, found: dict[str, Any]) -> int:
    """0 for another number, 1 for the number, 2 with its unit, 3 with what is measured as well."""
    left, right = told(msgspec.to_builtins(noted)), told(found)
    if not all(close(a, b) for a, b in zip(left[:3], right[:3], strict=True)):
        return 0
    return 1 + (left[3] == right[3]) * (1 + (words(noted.concept) == words(found["concept"])))


def words(concept: str | None) -> frozenset[str]:
    """The words of a concept, in lower case."""
    return frozenset(re.findall(r"[\w-]+", (concept or "").lower()))


def measure(paths: Iterable[Path] = ()) -> dict[str, float]:
    """``precision``, and the recall of the ``value``, with its ``unit``, and with its ``concept``."""
    noted = texts(paths)
    lines = [{"id": str(number), "text": text.text} for number, text in enumerate(noted)]
    best: list[int] = []
    given = 0
    for text, line in zip(noted, predictions("figures", lines), strict=True):
        found = list(line["figures"])
        given += len(found)
        for amount in text.figures:
            match = max(found, key=lambda each: agreed(amount, each), default=None)
            best.append(agreed(amount, match) if match is not None else 0)
            if best[-1] and match is not None:
                found.remove(match)
    layers = {
        name: sum(each >= level for each in best) / len(best) for level, name in ((1, "value"), (2, "unit"), (3, "concept"))
    }
    return {"precision": sum(each > 0 for each in best) / given if given else 0.0, **layers}


def main(arguments: list[str]) -> int:
    """Print the shares."""
    for name, share in measure(map(Path, arguments)).items():
        print(f"{name:10} {share:.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
