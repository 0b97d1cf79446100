"""Places for the nodes of a small graph: springs along the ties, repulsion between all, the same picture every time.

After Fruchterman and Reingold (1991), with a start on a spiral instead of chance, and a last pass that moves labels apart.
"""

import math
from collections.abc import Mapping, Sequence

Point = tuple[float, float]

ROUNDS = 220
MAIN = 0.72  # share of the width that the largest group has when there are others
LABEL_WIDTH, LABEL_HEIGHT = 150.0, 36.0  # room for a name around its node
MARGIN = 100.0  # to the left and right of the outermost nodes, for the longest name that is written out


def layout(nodes: Sequence[str], edges: Sequence[tuple[str, str]], width: float, height: float) -> Mapping[str, Point]:
    """A place for each node within the picture; costs the square of the number of nodes.

    The largest group of connected nodes has the picture, or most of it; the others stand in a column at its right.
    """
    groups = connected(nodes, edges)
    aside = groups[1:]
    wide = width if not aside else width * MAIN
    places = dict(sprung(groups[0], edges, wide, height)) if groups else {}
    top = 0.0
    for group in aside:
        room = height * len(group) / sum(map(len, aside))
        for node, (x, y) in sprung(group, edges, width - wide, room).items():
            places[node] = round(x + wide, 1), round(y + top, 1)
        top += room
    return places


def connected(nodes: Sequence[str], edges: Sequence[tuple[str, str]]) -> list[list[str]]:
    """The nodes by groups between which no edge runs, the largest first, each in the order of the nodes."""
    group = {node: [node] for node in nodes}
    for one, other in edges:
        if group[one] is not group[other]:
            joined = group[one] + group[other]
            group |= dict.fromkeys(joined, joined)
    order = {node: number for number, node in enumerate(nodes)}
    found = {id(members): sorted(members, key=order.__getitem__) for members in group.values()}
    return sorted(found.values(), key=lambda members: (-len(members), order[members[0]]))


def sprung(nodes: Sequence[str], edges: Sequence[tuple[str, str]], width: float, height: float) -> Mapping[str, Point]:
    """Places for connected nodes."""
    inside = [edge for edge in edges if edge[0] in nodes]
    places = {node: spiral(number, len(nodes)) for number, node in enumerate(nodes)}
    ideal = 1.0 / math.sqrt(max(len(nodes), 1))
    for round_ in range(ROUNDS):
        places = moved(places, inside, ideal, 0.12 * (1 - round_ / ROUNDS) + 0.002)
    return apart(fitted(places, width, height), width, height)


def spiral(number: int, count: int) -> Point:
    """The start of a node: turning by the golden angle, outwards."""
    angle, radius = number * 2.399963, 0.5 * math.sqrt((number + 0.5) / count)
    return radius * math.cos(angle), radius * math.sin(angle)


def moved(places: Mapping[str, Point], edges: Sequence[tuple[str, str]], ideal: float, most: float) -> dict[str, Point]:
    """All nodes after one step of at most that length."""
    force = {node: repulsion(places, place, ideal) for node, place in places.items()}
    for one, other in edges:
        (x, y), (u, v) = places[one], places[other]
        pull = math.hypot(x - u, y - v) / ideal
        dx, dy = (x - u) * pull, (y - v) * pull
        force[one] = force[one][0] - dx, force[one][1] - dy
        force[other] = force[other][0] + dx, force[other][1] + dy
    return {node: step(place, force[node], most) for node, place in places.items()}


def repulsion(places: Mapping[str, Point], place: Point, ideal: float) -> Point:
    """What pushes a node away from all others, and what draws it to the middle."""
    x, y = place
    dx, dy = -x * 0.6, -y * 0.6
    for u, v in places.values():
        square = (x - u) ** 2 + (y - v) ** 2
        if square > 0:
            dx += (x - u) * ideal**2 / square
            dy += (y - v) * ideal**2 / square
    return dx, dy


def step(place: Point, force: Point, most: float) -> Point:
    """A place after a force was given way to, by at most that length."""
    length = math.hypot(*force)
    share = min(length, most) / length if length else 0.0
    return place[0] + force[0] * share, place[1] + force[1] * share


def fitted(places: Mapping[str, Point], width: float, height: float) -> dict[str, Point]:
    """The places stretched to fill the picture but for a margin."""
    xs, ys = [x for x, _ in places.values()] or [0.0], [y for _, y in places.values()] or [0.0]
    wide, high = max(max(xs) - min(xs), 1e-9), max(max(ys) - min(ys), 1e-9)
    margin = min(MARGIN, width / 3)
    across, down = width - 2 * margin, max(height - 2 * LABEL_HEIGHT, 0.0)
    return {
        node: (margin + (x - min(xs)) / wide * across, LABEL_HEIGHT + (y - min(ys)) / high * down)
        for node, (x, y) in places.items()
    }


def apart(places: dict[str, Point], width: float, height: float) -> Mapping[str, Point]:
    """The places with those that would hide each other's name moved apart, up and down; rounded."""
    for _ in range(40):
        for one, other in overlapping(places):
            (x, y), (u, v) = places[one], places[other]
            shift = (LABEL_HEIGHT - abs(y - v)) / 2 + 0.5
            up = -shift if y <= v else shift
            places[one] = x, min(max(y + up, LABEL_HEIGHT), height - LABEL_HEIGHT)
            places[other] = u, min(max(v - up, LABEL_HEIGHT), height - LABEL_HEIGHT)
    return {node: (round(x, 1), round(y, 1)) for node, (x, y) in places.items()}


def overlapping(places: Mapping[str, Point]) -> list[tuple[str, str]]:
    """The pairs of nodes whose names would cover each other."""
    nodes = list(places)
    return [
        (one, other)
        for number, one in enumerate(nodes)
        for other in nodes[number + 1 :]
        if abs(places[one][0] - places[other][0]) < LABEL_WIDTH and abs(places[one][1] - places[other][1]) < LABEL_HEIGHT
    ]
