"""Forms of one person or place in the Slavic press: grouped by the comparison that linking uses, persons and places apart."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from rashomon.link.same_names import grouped, same_names


def predict(lines: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    kinds: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for line in lines:
        kinds[line["type"]].append(line)
    for kind, listed in kinds.items():
        names = {line["form"] for line in listed}
        groups = grouped(names, same_names(names, persons=kind == "PER"))
        for line in listed:
            yield {"id": line["id"], "cluster": f"{kind} {groups[line['form']]}"}
