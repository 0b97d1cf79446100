"""``python -m quality.figure_cases GOLD.jsonl... [--wrong]``: the share of texts read wholly right.

A text is right when every figure of the gold is found with its value and unit and nothing else is; figures of a kind that
the gold does not mark are left out, as the scorer does.
"""

import json
import math
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from quality.predict import predictions

Told = tuple[float | None, float | None, float | None, str]


def told(figure: dict[str, Any]) -> Told:
    """Value, ends and unit, in lower case and without a plural «s»; a value stands for both of its ends."""
    value, low, high = (figure.get(key) for key in ("value", "low", "high"))
    value = low if value is None and low is not None and low == high else value
    unit = " ".join(str(figure.get("unit") or "").lower().replace("_", " ").split())
    ends = (None, None) if value is not None else (low, high)
    return (value, *ends, unit.removesuffix("s") if len(unit) > 3 else unit)


def same(left: Told, right: Told) -> bool:
    """Equal units, and numbers equal within a millionth."""
    return left[3] == right[3] and all(close(a, b) for a, b in zip(left[:3], right[:3], strict=True))


def close(left: float | None, right: float | None) -> bool:
    """Both open, or equal but for rounding."""
    return left is right if left is None or right is None else math.isclose(left, right, rel_tol=1e-5, abs_tol=1e-8)


def is_right(gold: dict[str, Any], found: list[dict[str, Any]]) -> bool:
    """Whether the figures found are those of the gold, one to one."""
    wanted = [told(figure) for figure in gold["figures"] if any(figure.get(key) is not None for key in ("value", "low", "high"))]
    given = [told(figure) for figure in found if is_asked(figure, gold.get("annotated") or ["any"])]
    for each in wanted:
        match = next((other for other in given if same(each, other)), None)
        if match is None:
            return False
        given.remove(match)
    return not given


def is_asked(figure: dict[str, Any], annotated: list[str]) -> bool:
    """Whether the gold would have marked such a figure."""
    return bool({"any", "number"} & set(annotated)) or figure.get("type") in annotated


def cases(path: Path) -> Iterator[tuple[str, bool]]:
    """Each text of a file, and whether it was read right."""
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    for gold, found in zip(lines, predictions("figures", lines), strict=True):
        yield gold["text"], is_right(gold, found["figures"])


def main(arguments: list[str]) -> int:
    """Print the share of each file, and with ``--wrong`` the texts read wrong."""
    for name in (argument for argument in arguments if argument != "--wrong"):
        read = list(cases(Path(name)))
        right = sum(correct for _, correct in read)
        print(f"{Path(name).stem:28} {right:4} of {len(read):4} texts {right / len(read):.3f}")
        for text, correct in read:
            if "--wrong" in arguments and not correct:
                print(f"    {text!r}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
