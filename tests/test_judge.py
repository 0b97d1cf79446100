"""A person's judgement: it outranks the stages, survives a re-read, is undone by a later one, and speaks of what there is."""

import json
import shutil

import pytest

from tests.conftest import ROOT, main, shown

TWO = ("state:KAZ", "state:CHN")


@pytest.fixture
def case(examples_case, tmp_path):
    return shutil.copytree(examples_case, tmp_path / "case")


def judge(case, *words, why="a person looked"):
    return main(["judge", str(case), *words, "--why", why])


def ids(capsys, case):
    return {row["id"] for row in shown(capsys, case, "actors")}


def test_two_actors_are_made_one_and_two_again(case, capsys):
    before = ids(capsys, case)
    assert set(TWO) <= before
    assert judge(case, TWO[0], "same", TWO[1]) == 0
    assert len(set(TWO) & ids(capsys, case)) == 1
    assert judge(case, TWO[0], "different", TWO[1]) == 0
    assert ids(capsys, case) == before


def test_a_judgement_survives_a_re_read(case, capsys):
    assert judge(case, TWO[0], "same", TWO[1]) == 0
    merged = ids(capsys, case)
    assert main(["read", str(ROOT / "examples" / "pages"), "--case", str(case), "--workers", "1"]) == 0
    assert ids(capsys, case) == merged


def test_a_grade_stands_beside_the_outlet_in_the_report_and_a_later_one_replaces_it(case, tmp_path):
    for grade in ("C3", "B2"):
        assert judge(case, "The Harbour Gazette", "grade", grade) == 0
    assert main(["report", str(case), "-o", str(tmp_path / "report.md")]) == 0
    report = (tmp_path / "report.md").read_text()
    assert "The Harbour Gazette B2" in report
    assert "The Harbour Gazette C3" not in report


def test_the_judgement_is_said_back_and_kept_with_its_reason(case, capsys):
    capsys.readouterr()
    assert judge(case, *TWO[:1], "different", TWO[1], why="two states") == 0
    assert capsys.readouterr().out == "state:KAZ different state:CHN: two states\n"
    assert '"two states"' in (case / "judgements.jsonl").read_text()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("person:nobody-at-all", "same", "state:KAZ"), "person:nobody-at-all: not in this case"),
        (("state:KAZ", "same", "figure-p0-1-2"), "figure-p0-1-2: not in this case"),
        (("No Such Paper", "grade", "B2"), "No Such Paper: not in this case"),
        (("The Harbour Gazette", "grade", "excellent"), "excellent: no grade"),
    ],
)
def test_what_is_not_there_is_one_line_and_nothing_is_kept(words, said, case, capsys):
    capsys.readouterr()
    assert judge(case, *words) == 1
    error = capsys.readouterr().err
    assert said in error
    assert error.count("\n") == 1
    assert not (case / "judgements.jsonl").exists()


def test_a_folder_that_is_no_case_is_not_made_one(tmp_path, capsys):
    assert judge(tmp_path / "nowhere", *TWO[:1], "same", TWO[1]) == 1
    assert "no case" in capsys.readouterr().err
    assert not (tmp_path / "nowhere").exists()


def test_a_number_given_to_a_forecast_stands_in_the_ledger(case, capsys):
    forecasts = run(capsys, case)["system"]["forecasts"]
    rule = forecasts[0]["rule"]
    assert judge(case, rule, "grade", "B2") == 1
    assert judge(case, rule, "grade", "0.7") == 0
    assert next(one for one in run(capsys, case)["system"]["forecasts"] if one["rule"] == rule)["probability"] == 0.7


def run(capsys, case):
    capsys.readouterr()
    assert main(["run", str(case), "--json"]) == 0
    return json.loads(capsys.readouterr().out)


SPELLINGS = ("Sergey Kovalenko", "Serhiy Kovalenko")


@pytest.fixture
def spellings(tmp_path):
    """A case of two pages that spell one name in two ways."""
    for number, name in enumerate(SPELLINGS):
        text = f"Pier reopens\n\nThe engineer Mr. {name} said the pier was safe. Mr. {name} left on Friday.\n"
        (tmp_path / f"{number}.txt").write_text(text)
    assert reread(tmp_path) == 0
    return tmp_path / "case"


def reread(folder):
    return main(
        ["read", *(str(folder / f"{number}.txt") for number in range(2)), "--case", str(folder / "case"), "--workers", "1"]
    )


def test_what_a_stage_made_one_is_split_by_a_person_and_made_one_again(spellings, capsys):
    keys = {f"name:{name.lower()}" for name in SPELLINGS}
    assert len(keys & ids(capsys, spellings)) == 1
    assert judge(spellings, min(keys), "different", max(keys)) == 0
    assert keys <= ids(capsys, spellings)
    assert reread(spellings.parent) == 0
    assert keys <= ids(capsys, spellings)
    assert judge(spellings, min(keys), "same", max(keys)) == 0
    assert reread(spellings.parent) == 0
    assert len(keys & ids(capsys, spellings)) == 1
