"""``python -m quality.predict SET GOLD.jsonl > PRED.jsonl``: run the stages over the inputs of a gold set.

Only the inputs are looked at, never the labels.  Exit codes: 0 done, 2 wrong call, 3 the stage of this set does not exist yet.
"""

import importlib
import json
import sys
from collections.abc import Iterable, Iterator
from typing import Any

Lines = Iterable[dict[str, Any]]

# Set -> module of quality.sets, whose ``predict(lines) -> Iterator[dict]`` writes one prediction a document.
SETS = {
    "attribution": "attribution",
    "gsr": "gsr",
    "plv": "plv",
    "muc": "muc",
    "codes": "codes",
    "pairs": "pairs",
    "clusters": "clusters",
    "pages-single": "pages_single",
    "pages-multi": "pages_multi",
    "figures": "figures",
    "dates": "dates",
    "stories": "stories",
    "same-event": "same_event",
    "claims": "claims",
    "transliteration": "transliteration",
}


def predictions(name: str, lines: Lines) -> Iterator[dict[str, Any]]:
    """The predictions for one set; raises ModuleNotFoundError when its stage does not exist yet."""
    module = importlib.import_module(f"quality.sets.{SETS[name]}")
    found: Iterator[dict[str, Any]] = module.predict(lines)
    return found


def main(arguments: list[str]) -> int:
    if len(arguments) != 2 or arguments[0] not in SETS:
        print(f"usage: python -m quality.predict {{{'|'.join(SETS)}}} GOLD.jsonl", file=sys.stderr)
        return 2
    name, path = arguments
    with open(path, encoding="utf-8") as gold:
        lines = [json.loads(line) for line in gold if line.strip()]
    try:
        for prediction in predictions(name, lines):
            print(json.dumps(prediction, ensure_ascii=False))
    except ModuleNotFoundError as missing:
        if missing.name != f"quality.sets.{SETS[name]}":
            raise
        print(f"{name}: no stage for this set yet", file=sys.stderr)
        return 3
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
