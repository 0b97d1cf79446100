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


@pytest.fixture(scope="module")
def made(examples_case):
    from rashomon.report.case import contents
    from rashomon.report.model import report

    return report(contents(examples_case))


def conflict(made, words: str) -> dict[str, set[str]]:
    """Answer to outlets, of the first conflict whose question has these words."""
    card = next(card for card in made.conflicts if words in card.question)
    return {column.answer: set(column.outlets) for column in card.columns}


def test_at_whom_the_warning_was_aimed_is_a_conflict(made):
    sides = conflict(made, "aimed")
    assert any("Russia" in answer and "The Harbour Gazette" in outlets for answer, outlets in sides.items())
    assert any("Washington" in answer and "Northern Lantern" in outlets for answer, outlets in sides.items())


def test_what_caused_the_unrest_is_a_conflict_of_several_accounts(made):
    assert len(conflict(made, "What caused")) >= 4


def test_two_borders_two_years_and_two_translations_are_no_conflict(made):
    answers = {column.answer for card in made.conflicts for column in card.columns}
    assert not [answer for answer in answers if re.search(r"7,600|1,783|8,500|21\.4|9\.8 billion", answer)]


def test_every_article_is_in_the_report_with_its_lines(made):
    assert len(made.sources) == len(made.texts)
    for text in made.texts:
        lines = (PAGES / text.file).read_text().split("\n")
        for paragraph in () if text.in_page_text else text.paragraphs:
            assert "".join(piece.text for piece in paragraph.pieces).split("\n")[0].strip() in lines[paragraph.line - 1]


def test_the_report_is_the_same_each_time_and_its_links_lead_somewhere(examples_case):
    from rashomon.report.case import contents
    from rashomon.report.html import html

    first = html(contents(examples_case))
    assert first == html(contents(examples_case))
    assert set(re.findall(r'href="#([^"]+)"', first)) <= set(re.findall(r' id="([^"]+)"', first))
