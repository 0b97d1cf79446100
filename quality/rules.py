"""``python -m quality.rules FOLDER``: how many of the rules that a reader marked in the pages of a folder are found.

The labels (quality/labels_rules/seeds.jsonl) are places only: the SHA-256 of a file, offsets, the kind; one reader marked them,
and the words of the lexicon were chosen with the same pages in view: it is no measure of what other pages give.
A label is found when a rule's citation covers half of it; ``kind`` counts those of the same kind, where a cause that is also an
expectation may stand under either.  Precision is not measured here, since the reader marked the clear cases only.
"""

import hashlib
import json
import sys
from collections import Counter
from pathlib import Path

from quality.texts import article_of, page_of
from rashomon.find.article import find
from rashomon.records import Rule

LABELS = Path(__file__).parent / "labels_rules" / "seeds.jsonl"
NEAR = {"cause": "prediction", "prediction": "cause", "counterfactual": "conditional"}


def labels() -> dict[str, list[dict[str, object]]]:
    """The labels by the hash of their file."""
    found: dict[str, list[dict[str, object]]] = {}
    for line in LABELS.read_text(encoding="utf-8").splitlines():
        label = json.loads(line)
        found.setdefault(label["sha256"], []).append(label)
    return found


def covers(rule: Rule, start: int, end: int) -> bool:
    """Half of the label lies in the rule's citation."""
    return 2 * (min(end, rule.cited.end) - max(start, rule.cited.start)) >= end - start


def main(folder: str) -> None:
    marked, hits, kinds, missed = labels(), Counter[str](), Counter[str](), []
    every = Counter(str(label["rule"]) for listed in marked.values() for label in listed)
    found = 0
    for path in sorted(Path(folder).glob("*.txt")):
        wanted = marked.get(hashlib.sha256(path.read_bytes()).hexdigest(), [])
        page = page_of(path.read_text(encoding="utf-8"), path.name)
        rules = find(page, article_of(page)).rules if wanted else ()
        found += len(rules)
        for label in wanted:
            kind, start, end = str(label["rule"]), int(str(label["start"])), int(str(label["end"]))
            there = [rule.rule for rule in rules if covers(rule, start, end)]
            hits[kind] += bool(there)
            kinds[kind] += kind in there or NEAR.get(kind) in there
            if not there:
                missed.append(f"{path.name[:3]} {kind}: {page.text[start:end]}")
    for kind, total in sorted(every.items()):
        print(f"{kind:15} found {hits[kind]:3} of {total:3}, of this kind {kinds[kind]:3}")
    print(f"all             found {hits.total():3} of {every.total():3}, of their kind {kinds.total():3}; {found} rules in all")
    print("\n".join(missed))


if __name__ == "__main__":
    main(sys.argv[1])
