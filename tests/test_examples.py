"""The examples show what their README says, and read into a case whose conflicts are theirs."""

import re
from pathlib import Path

import pytest

PAGES = Path(__file__).parent.parent / "examples" / "pages"
README = (PAGES.parent / "README.md").read_text()
SEEDS = PAGES.parent.parent.parent / "shared" / "seeds"


def words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", text.lower())


def runs(text: str, length: int) -> set[tuple[str, ...]]:
    listed = words(text)
    return {tuple(listed[at : at + length]) for at in range(len(listed) - length + 1)}


def test_every_page_is_described():
    described = re.findall(r"^\| `(\S+)` \|", README, re.MULTILINE)
    assert described == sorted(page.name for page in PAGES.iterdir())
    assert 8 <= len(described) <= 10


def test_pages_are_of_both_kinds_and_short():
    assert {page.suffix for page in PAGES.iterdir()} == {".txt", ".html"}
    assert all(len(words(page.read_text())) < 900 for page in PAGES.iterdir())


def test_one_page_is_a_near_copy_of_another():
    first, second = (runs((PAGES / name).read_text(), 5) for name in ("02_harbour_gazette.html", "03_lakeside_wire.txt"))
    assert len(first & second) > 0.7 * len(second)


@pytest.mark.skipif(not SEEDS.is_dir(), reason="../shared/seeds is not there")
def test_nothing_is_copied_from_the_seeds():
    seeds = set().union(*(runs(page.read_text(), 8) for page in SEEDS.glob("*.txt")))
    assert [page.name for page in PAGES.iterdir() if runs(page.read_text(), 8) & seeds] == []
