"""``python -m quality.gate``: measure on data of our own and hold the figures against the floors in ``floors.toml``.

Exit codes: 0 every floor is met, 1 a figure is below its floor, or a floor has no figure.
"""

import hashlib
import sys
import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path

from quality import examples, html
from quality.amounts import measure as amounts
from quality.labels import score as labels
from quality.pairs import measure as pairs
from quality.pairs import pages

HERE = Path(__file__).parent
MEASURES: Mapping[str, tuple[Callable[[], dict[str, float]], tuple[Path, ...]]] = {
    "labels": (labels.measure, tuple(sorted((HERE / "labels").glob("*.toml")))),
    "amounts": (amounts.measure, tuple(sorted((HERE / "amounts").glob("*.toml")))),
    "pairs": (pairs.measure, tuple(sorted((HERE / "pairs").glob("*.toml")))),
    "sites": (html.measure, (html.SITES,)),
    "pages": (pages.measure, tuple(sorted((HERE / "pairs" / "whole").glob("*.toml")))),
    "examples": (examples.measure, (examples.PAGES, HERE / "examples.toml")),
}
"""Name -> what measures, and the data it measures on."""


def corpus_hash(paths: tuple[Path, ...]) -> str:
    """The first 12 digits of a hash over the data, so that a floor is never held against other data than it was set on."""
    digest = hashlib.sha256()
    for path in paths:
        for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
            if file.is_file():
                digest.update(file.name.encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()[:12]


def below(name: str, figures: Mapping[str, float], floors: Mapping[str, float]) -> list[str]:
    """The figures of a measure that do not meet their floors, as lines."""
    lacking = [f"{name}.{floor}: no such figure" for floor in floors if floor not in figures]
    low = [
        f"{name}.{floor}: {figures[floor]:.3f} is below {least:.3f}"
        for floor, least in floors.items()
        if floor in figures and figures[floor] < least
    ]
    return lacking + low


def main() -> int:
    """Measure everything, print the figures, and say what falls short."""
    floors = tomllib.loads((HERE / "floors.toml").read_text(encoding="utf-8"))
    failures = []
    for name, (measure, corpus) in MEASURES.items():
        print(f"{name} ({corpus_hash(corpus)})")
        figures = measure()
        for figure, value in figures.items():
            print(f"  {figure} {value:.3f}")
        held = dict(floors.get(name, {}))
        if held.pop("corpus", "") != corpus_hash(corpus):
            failures.append(
                f"{name}: its data changed since its floors were set; measure, set them anew, and say so in the commit"
            )
        failures += below(name, figures, held)
    print("\n".join(failures) or "every floor is met")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
