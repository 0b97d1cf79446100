"""What is new since the last run: marked on the terminal, in JSON and in the report, and nothing in a fresh case."""

from rashomon.case.previous import earlier, unknown
from rashomon.records import Comparison, Side
from rashomon.report.html import html
from rashomon.report.markdown import markdown
from rashomon.report.model import report
from tests.conftest import ROOT, main, shown
from tests.report_contents import contents

PAGES = ROOT / "examples" / "pages"


def compared(*sides: tuple[str, ...], verdict="conflicts", kind="figure") -> Comparison:
    told = tuple(Side(answer="", findings=findings, outlets=(), voices=(), origins=1) for findings in sides)
    name = f"{kind} {verdict} {sides}"
    return Comparison(
        id=name, kind=kind, about="", question="?", sides=told, verdict=verdict, why="", independent_origins=len(sides)
    )


def news(before: list[Comparison], now: Comparison) -> bool:
    return bool(unknown([earlier(one) for one in before], [now]))


def test_one_more_telling_of_a_known_answer_is_no_news():
    assert not news([compared(("a",), ("b",))], compared(("a", "c"), ("b",)))


def test_an_answer_that_nobody_gave_before_is_news():
    assert news([compared(("a",), ("b",))], compared(("a",), ("b",), ("c",)))


def test_a_question_that_was_no_conflict_before_is_news():
    assert news([compared(("a",), ("b",), verdict="unsure")], compared(("a",), ("b",)))


def test_answers_known_from_different_questions_are_news_as_one():
    assert news([compared(("a",), ("x",)), compared(("b",), ("y",))], compared(("a",), ("b",)))


def test_a_page_that_adds_a_conflict_is_marked_until_the_comparisons_change_again(tmp_path, capsys):
    case = str(tmp_path / "case")
    assert main(["read", f"{PAGES}/01_northern_lantern.txt", "--case", case]) == 0
    assert not (tmp_path / "case" / "previous.json").exists()
    assert main(["read", f"{PAGES}/03_lakeside_wire.txt", "--case", case]) == 0
    summary = capsys.readouterr().out
    conflicts = shown(capsys, case, "conflicts")
    marked = [row["question"] for row in conflicts if row["new"]]
    assert marked
    assert f"{len(marked)} new since the last run" in summary
    assert f"«new» {marked[0]}" in summary
    (tmp_path / "whale.txt").write_text("A whale near Callao\n\nA whale was seen near Callao on Monday, a sailor said.\n")
    assert main(["read", str(tmp_path / "whale.txt"), "--case", case]) == 0
    assert shown(capsys, case, "conflicts") == conflicts


def test_a_fresh_case_marks_nothing(examples_case, capsys):
    rows = [*shown(capsys, examples_case, "conflicts"), *shown(capsys, examples_case, "agreements")]
    assert rows
    assert not any(row["new"] for row in rows)
    assert not (examples_case / "previous.json").exists()


def test_a_damaged_file_of_earlier_comparisons_is_said_in_one_line(tmp_path, capsys):
    case = tmp_path / "case"
    (tmp_path / "a.txt").write_text("A fire in Lima\n\nThe fire in Lima killed 20 people on Monday, police said.\n")
    assert main(["read", str(tmp_path / "a.txt"), "--case", str(case)]) == 0
    (case / "previous.json").write_text("[{")
    assert main(["report", str(case), "-o", str(tmp_path / "report.html")]) == 1
    error = capsys.readouterr().err
    assert "previous.json" in error
    assert error.count("\n") == 1


def test_the_report_says_how_much_is_new_and_marks_it():
    given = contents()
    made = contents(new=frozenset({given.comparisons[0].id}))
    assert report(made).news == "1 conflict new since the last run"
    assert [card.new for card in report(made).conflicts] == [True, False]
    assert html(made).count('class="fresh"') == 2  # on the first screen, and on the card
    assert "### NEW: How many dockers were arrested?" in markdown(made)
    assert 'class="fresh"' not in html(given)
