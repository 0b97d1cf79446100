"""Forms of one person or place in the Slavic press: grouped by the comparisons that linking uses.

Names of lands and their inhabitants are grouped by what they mean; the rest by how alike they are, persons and places apart.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from rashomon.link.abroad import abroad
from rashomon.link.same_names import grouped, same_names


def predict(lines: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    listed = list(lines)
    known = abroad({line["form"] for line in listed}, {line["form"] for line in listed if line["type"] == "PER"})
    kinds: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for line in listed:
        kinds[line["type"]].append(line)
    for kind, lines_of_kind in kinds.items():
        names = {line["form"] for line in lines_of_kind if line["form"] not in known}
        groups = grouped(names, same_names(names, persons=kind == "PER"))
        for line in lines_of_kind:
            form = line["form"]
            yield {"id": line["id"], "cluster": known[form] if form in known else f"{kind} {groups[form]}"}
