"""The system of a case as a graph for Gephi, yEd and networkx: actors, and the ties and events between them."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as Tree

NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
NODE_FIELDS = ("name", "type", "country")
EDGE_FIELDS = ("sort", "label", "status", "negated", "voice", "on", "file", "line", "quote")
FORBIDDEN = {code: None for code in range(32) if code not in (9, 10, 13)} | {0xFFFE: None, 0xFFFF: None}
"""Characters that XML 1.0 cannot hold."""


def graphml(rows: Mapping[str, Iterable[dict[str, Any]]], path: Path) -> None:
    """Write the graph: a node an actor, a directed edge a tie or an event that has both ends."""
    root = Tree.Element("graphml", xmlns=NAMESPACE)
    for scope, names in (("node", NODE_FIELDS), ("edge", EDGE_FIELDS)):
        for field in names:
            Tree.SubElement(root, "key", {"id": f"{scope}-{field}", "for": scope, "attr.name": field, "attr.type": "string"})
    graph = Tree.SubElement(root, "graph", id="case", edgedefault="directed")
    known = set()
    for actor in rows["actors"]:
        known.add(actor["id"])
        add(graph, "node", {"id": actor["id"]}, {field: actor[field] for field in NODE_FIELDS})
    for source, target, fields in edges(rows):
        if source in known and target in known:
            add(graph, "edge", {"source": source, "target": target}, fields)
    Tree.ElementTree(root).write(path, encoding="utf-8", xml_declaration=True)


def add(graph: Tree.Element, tag: str, attributes: Mapping[str, str], fields: Mapping[str, object]) -> None:
    """One node or edge with its data."""
    element = Tree.SubElement(graph, tag, {name: str(value).translate(FORBIDDEN) for name, value in attributes.items()})
    for field, value in fields.items():
        Tree.SubElement(element, "data", key=f"{tag}-{field}").text = str(value).translate(FORBIDDEN)


def edges(rows: Mapping[str, Iterable[dict[str, Any]]]) -> Iterable[tuple[str, str, dict[str, object]]]:
    """From, to and fields of every tie and of every pair of actor and recipient of an event."""
    for tie in rows["ties"]:
        yield tie["subject_id"], tie["object_id"], edge(tie, "tie", tie["relation"], tie["as_of"])
    for event in rows["events"]:
        for actor in event["actor_id"]:
            for recipient in event["recipient_id"]:
                yield actor, recipient, edge(event, "event", event["type"], event["on"])


def edge(row: Mapping[str, Any], sort: str, label: str, on: str) -> dict[str, object]:
    """The data of one edge, with who says it and where."""
    told = {"status": row["status"], "negated": row["negated"], "voice": " › ".join(row["voice"])}
    return {"sort": sort, "label": label, **told, "on": on, "file": row["file"], "line": row["line"], "quote": row["quote"]}
