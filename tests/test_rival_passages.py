"""Passages that cannot both be right: what may exclude what, which passages meet, and what is shown."""

from pathlib import Path

import pytest

from quality.pairs.measure import articled
from rashomon.cli.main import main
from rashomon.compare import rival_passages as module
from rashomon.compare.exclusions import apart
from rashomon.compare.passage_pairs import passage_pairs
from rashomon.compare.passages import Passage, passages
from rashomon.compare.rival_passages import rival_passages
from rashomon.find.article import find
from rashomon.records import Comparison, Found, Issue, Page


def told(*texts: str) -> tuple[list[Found], dict[str, Page]]:
    """Texts as the articles of outlets of their own."""
    made = [articled(text, f"Outlet {number}", "") for number, text in enumerate(texts)]
    return [find(page, article) for page, article in made], {page.id: page for page, _ in made}


def read(*texts: str) -> list[Passage]:
    """The passages of texts, each an article of its own."""
    founds, pages = told(*texts)
    return [one for number, found in enumerate(founds) for one in passages(number, found, pages[found.article.page])]


def rivals(*texts: str) -> tuple[tuple[Comparison, ...], tuple[Issue, ...]]:
    """The rival passages of texts."""
    founds, pages = told(*texts)
    return rival_passages(founds, pages, {}, {})


EXCLUDE = (
    ("value", "Some 40 miners were trapped.", "Twelve miners were trapped.", True),
    ("value", "Over 10,000 people marched.", "Some 10,000 people marched.", False),
    ("value", "The loan is worth 2.47 billion euros.", "The loan is worth about two and a half billion euros.", False),
    ("value", "Inflation reached 38.2 percent.", "Inflation reached 12 percent.", True),
    ("value", "The flood killed 40 people.", "The flood injured 90 people.", False),
    ("value", "The pipe is 40 kilometres long.", "The pipe cost 12 million dollars.", False),
    ("date", "The talks ended on Monday.", "The talks ended on Thursday.", True),
    ("date", "The talks ended on 3 December.", "The talks ended on December 5.", True),
    ("date", "The talks ended in March.", "The talks ended on 28 March.", False),
    ("date", "The talks ended on 3 December.", "The talks ended on Monday.", False),
    ("place", "They met in Muscat.", "They met in Rome.", True),
    ("place", "The congress met in Nur-Sultan.", "The congress met in Astana.", False),
    ("agent", "Somali pirates boarded the tanker.", "The Houthis boarded the tanker.", True),
    ("agent", "Islamabad carried out the strike.", "The Pakistani air force carried out the strike.", False),
)


@pytest.mark.parametrize(("kind", "left", "right", "excludes"), EXCLUDE)
def test_slots_exclude_each_other_by_what_they_mean(kind: str, left: str, right: str, excludes: bool) -> None:
    one, other = read(left, right)
    found = [(slot, rival) for slot in one.slots for rival in other.slots if slot.kind == rival.kind == kind]
    assert found
    assert any(apart(slot, rival, {}) for slot, rival in found) is excludes


def test_a_passage_is_a_sentence_with_those_before_it_and_can_be_changed() -> None:
    first, second = read("The mine at Kolva flooded on Monday. Nine men were brought up alive.")
    assert len(first.parts) == 1
    assert second.parts[0] == first.sentence
    assert second.text == "The mine at Kolva flooded on Monday. Nine men were brought up alive."
    assert first.text == "The mine at Kolva flooded on Monday."
    nine = next(slot for slot in second.slots if slot.kind == "value")
    assert second.changed((nine.start, nine.end), "Two") == "The mine at Kolva flooded on Monday. Two men were brought up alive."
    assert second.changed(second.parts[0], "") == "Nine men were brought up alive."


def test_passages_of_one_article_or_of_copies_are_not_set_beside_each_other() -> None:
    text = "The mine at Kolva flooded on Monday. The flooded mine at Kolva had been inspected on Monday."
    assert not passage_pairs(read(text))
    one, other = read("The mine at Kolva flooded on Monday.", "The Kolva mine was flooded on Monday.")
    assert passage_pairs([one, other])
    assert not passage_pairs([one, other], {0: 0, 1: 0})


def test_words_of_every_page_bring_nobody_together() -> None:
    assert not passage_pairs(read("He said that they would go there.", "She said that they had been there."))


RIVALS = (
    ("The Oresk dam burst because of an earthquake.", "The Oresk dam burst because saboteurs had blown it up."),
    ("The last hostages were freed in Mirny on Tuesday.", "The last hostages were freed in Mirny on Saturday."),
    ("A storm killed 14 fishermen off Cape Renna on Sunday.", "A storm killed 52 fishermen off Cape Renna on Sunday."),
)
NO_RIVALS = (
    (
        "Parliament in Dovno ratified the fisheries treaty on Friday.",
        "On Friday the fisheries treaty was approved by the deputies in Dovno.",
    ),
    (
        "A storm killed 14 fishermen off Cape Renna on Sunday.",
        "Fourteen fishermen lost their lives on Sunday when a storm hit Cape Renna.",
    ),
    ("The last hostages were freed in Mirny on Tuesday.", "The first hostages were freed in Mirny on Saturday."),
    ("The Oresk dam burst because of an earthquake.", "The Oresk dam, 40 metres high, was built by engineers from Dovno."),
)


@pytest.mark.parametrize(("left", "right"), RIVALS)
def test_rivals_are_shown_with_both_passages(left: str, right: str) -> None:
    found, issues = rivals(left, right)
    assert len(found) == 1
    assert found[0].verdict == "conflicts"
    assert len(found[0].sides) == 2
    assert not issues


@pytest.mark.parametrize(("left", "right"), NO_RIVALS)
def test_their_twins_are_silent(left: str, right: str) -> None:
    assert not rivals(left, right)[0]


def test_a_copy_is_no_rival_of_itself() -> None:
    text = "A storm killed 14 fishermen off Cape Renna on Sunday. Their boats had left port in spite of a warning."
    assert not rivals(text, text)[0]
    assert not rivals(text, f"CAPE RENNA (Agency) - {text}")[0]


def test_what_is_not_read_is_an_issue(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST", 1)
    texts = (
        "A storm killed fishermen off Cape Renna. The Renna storm sank many of their boats.",
        "The storm off Cape Renna drowned six men. Several boats sank in the Renna storm.",
    )
    issues = rivals(*texts)[1]
    assert [issue.stage for issue in issues] == ["compare.rival_passages"]


def test_a_pile_too_large_for_it_is_an_issue(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MANY", 1)
    found, issues = rivals(*RIVALS[2])
    assert not found
    assert "more than 1 passages" in issues[0].what


def test_the_report_quotes_both_passages(tmp_path: Path) -> None:
    for name, day in (("a", "Tuesday"), ("b", "Saturday")):
        text = f"The last hostages were freed in Mirny on {day}. Their families waited at the gate."
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    out = tmp_path / "out.md"
    assert main(["read", str(tmp_path / "a.txt"), str(tmp_path / "b.txt"), "--case", str(tmp_path / "case")]) == 0
    assert main(["report", str(tmp_path / "case"), "-o", str(out)]) == 0
    card = out.read_text(encoding="utf-8").split("- A: ")[1].split("##")[0]
    assert "freed in Mirny on **Tuesday**" in card
    assert "freed in Mirny on **Saturday**" in card


def test_one_result_whatever_the_order_of_reading() -> None:
    left, right = RIVALS[2]
    assert [one.kind for one in rivals(left, right)[0]] == [one.kind for one in rivals(right, left)[0]]
