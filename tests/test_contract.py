"""The command contract that other programs are written against."""

import hashlib
import json
from pathlib import Path

import pytest

from tests.conftest import ROOT, main, shown

FINDING = "id kind page file line start end quote article outlet voice status negated historical hedge sentence".split()
FIELDS = {
    "articles": "id title author outlet published_on published_precision published_from language blocks".split(),
    "actors": "id name type country forms why".split(),
    "mentions": FINDING,
    "statements": [*FINDING, *"speaker speaker_text addressee cue channel form content group".split()],
    "events": [
        *FINDING,
        *"type mode actor actor_text recipient recipient_text place on on_precision on_from dead injured arrested group".split(),
    ],
    "figures": [*FINDING, *"low high bound unit measures of as_of place".split()],
    "ties": [*FINDING, *"subject relation object amount as_of".split()],
    "rules": [*FINDING, *"rule if then if_span then_span strength".split()],
    "conflicts": "about question sides verdict why independent_origins".split(),
    "dropped": "start end text reason".split(),
}
FINDINGS = ("mentions", "statements", "events", "figures", "ties", "rules")


@pytest.mark.parametrize("kind", FIELDS)
def test_every_kind_has_its_fields(kind, examples_case, capsys):
    rows = shown(capsys, examples_case, kind)
    assert rows, f"no {kind} in the examples"
    for row in rows:
        assert set(FIELDS[kind]) <= set(row), set(FIELDS[kind]) - set(row)


def test_sides_of_a_conflict_have_their_fields(examples_case, capsys):
    for conflict in shown(capsys, examples_case, "conflicts"):
        assert len(conflict["sides"]) > 1
        for side in conflict["sides"]:
            assert {"outlets", "voices", "answer", "findings"} <= set(side)


@pytest.mark.parametrize("kind", FINDINGS)
def test_every_quote_stands_where_it_says(kind, examples_case, capsys, monkeypatch):
    checked = 0
    for row in shown(capsys, examples_case, kind):
        if not row["text_of_page"]:
            text = Path(row["file"]).read_bytes().decode("utf-8")
            assert text[row["start"] : row["end"]] == row["quote"]
            assert text.count("\n", 0, row["start"]) + 1 == row["line"]
            checked += 1
    assert checked


def test_dropped_text_is_disjoint_from_the_articles(examples_case, capsys):
    blocks = {}
    for article in shown(capsys, examples_case, "articles"):
        blocks.setdefault(article["page"], []).extend(article["blocks"])
    dropped = shown(capsys, examples_case, "dropped")
    assert dropped
    for stretch in dropped:
        assert stretch["reason"]
        for start, end in blocks.get(stretch["page"], []):
            assert stretch["end"] <= start or end <= stretch["start"], stretch


def test_ids_of_findings_are_unique(examples_case, capsys):
    for kind in FINDINGS:
        ids = [row["id"] for row in shown(capsys, examples_case, kind)]
        assert len(ids) == len(set(ids)), kind


def test_findings_in_conflicts_exist(examples_case, capsys):
    ids = {row["id"] for kind in (*FINDINGS, "dates", "claims", "attitudes") for row in shown(capsys, examples_case, kind)}
    named = {
        finding
        for conflict in shown(capsys, examples_case, "conflicts")
        for side in conflict["sides"]
        for finding in side["findings"]
    }
    assert named
    assert named <= ids


def content_of(case):
    return {
        path.relative_to(case).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(case.rglob("*"))
        if path.is_file()
    }


def test_two_runs_give_the_same_bytes_whatever_the_workers(examples_case, tmp_path):
    again = tmp_path / "again"
    assert main(["read", str(ROOT / "examples" / "pages"), "--case", str(again), "--workers", "2"]) == 0
    assert content_of(again) == content_of(examples_case)


def test_a_second_read_does_no_work_again(tmp_path, capsys):
    case = tmp_path / "case"
    page = tmp_path / "page.txt"
    page.write_text("Talks fail\n\nThe minister of Peru met the minister of Chile in Lima on 3 May 2021, officials said.\n")
    assert main(["read", str(page), "--case", str(case)]) == 0
    before = {path: path.stat().st_mtime_ns for path in case.rglob("*") if path.is_file() and path.name != "case.json"}
    first = capsys.readouterr().out
    assert main(["read", str(page), "--case", str(case)]) == 0
    assert {path: path.stat().st_mtime_ns for path in before} == before
    assert capsys.readouterr().out == first


def test_a_killed_run_goes_on_where_it_stopped(tmp_path):
    case = tmp_path / "case"
    page = tmp_path / "page.txt"
    page.write_text("Talks fail\n\nThe minister of Peru met the minister of Chile in Lima on 3 May 2021, officials said.\n")
    assert main(["read", str(page), "--case", str(case)]) == 0
    whole = content_of(case)
    for lost in (*(case / "tables").iterdir(), *(case / "parts" / "find").iterdir()):
        lost.unlink()
    (case / "parts" / "find" / ".half.123").write_bytes(b"half")
    assert main(["read", str(page), "--case", str(case)]) == 0
    (case / "parts" / "find" / ".half.123").unlink()
    assert content_of(case) == whole


def test_bad_input_is_said_and_the_rest_is_kept(tmp_path, capsys):
    pile = tmp_path / "pile"
    pile.mkdir()
    (pile / "good.txt").write_text(
        "Peru and Chile talk\n\nThe minister of Peru met the minister of Chile in Lima on Monday, officials said.\n\n"
        "The two sides signed an agreement on fishing rights, which had been in dispute since the war.\n\n"
        "“We have waited for this for thirty years,” the minister told reporters after the meeting in Lima.\n"
    )
    (pile / "empty.txt").write_bytes(b"")
    (pile / "binary.txt").write_bytes(bytes(range(256)) * 40)
    (pile / "latin.txt").write_bytes("Président élu à Genève, a déclaré le ministre. ".encode("latin-1") * 10)
    (pile / "line.txt").write_bytes(b"word " * 6_000_000)
    case = tmp_path / "case"
    assert main(["read", str(pile), "--case", str(case), "--workers", "1"]) == 0
    capsys.readouterr()
    issues = shown(capsys, case, "issues")
    said = {Path(issue["file"]).name for issue in issues}
    assert {"empty.txt", "binary.txt", "line.txt"} <= said
    assert all("\n" not in issue["what"] for issue in issues)
    assert any(Path(row["file"]).name == "good.txt" for row in shown(capsys, case, "mentions"))


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["read", "no/such/path", "--case", "{case}"], "no/such/path"),
        (["show", "{case}", "events"], "no case"),
        (["report", "{case}"], "no case"),
        (["export", "{case}", "--to", "csv", "-o", "{case}-csv"], "no case"),
    ],
)
def test_errors_are_one_line(words, said, tmp_path, capsys):
    case = str(tmp_path / "case")
    assert main([word.replace("{case}", case) for word in words]) == 1
    error = capsys.readouterr().err
    assert said in error
    assert error.count("\n") == 1
    assert "Traceback" not in error


def test_an_empty_folder_is_said(tmp_path, capsys):
    (tmp_path / "empty").mkdir()
    code = main(["read", str(tmp_path / "empty"), "--case", str(tmp_path / "case")])
    captured = capsys.readouterr()
    assert "empty" in captured.out + captured.err
    assert code in (0, 1)
    assert "Traceback" not in captured.err


def test_show_prints_json_lines_that_end(examples_case, capsys):
    capsys.readouterr()
    assert main(["show", str(examples_case), "events", "--json"]) == 0
    out = capsys.readouterr().out
    assert out.endswith("\n")
    assert all(json.loads(line)["kind"] == "event" for line in out.splitlines())


@pytest.mark.parametrize("kind", [*FIELDS, "agreements", "issues"])
def test_every_kind_reads_as_lines(kind, examples_case, capsys):
    capsys.readouterr()
    assert main(["show", str(examples_case), kind]) == 0
    assert capsys.readouterr().err == ""
