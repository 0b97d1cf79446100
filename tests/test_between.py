"""The ledger between two actors, and the vector of one."""

import json

import pytest

from rashomon.case.between import ASSERTED, ledger, vector
from rashomon.case.fields import fields
from rashomon.report.case import contents
from rashomon.report.index import Index
from rashomon.report.vectors import COLUMNS, FIELDS, vectors
from rashomon.store import CaseError
from tests.conftest import main


def test_every_scored_event_has_a_field():
    told = list(fields())
    assert {field.field for field in told} == {"political", "military", "economic", "cultural", "signalling"}
    assert any(field.sort == "tie" for field in told)
    assert next(field.score for field in told if (field.name, field.mode) == ("ACCUSE", "")) == -3


def test_the_ledger_is_the_same_from_both_ends(examples_case):
    there, back = ledger(examples_case, "Kazakhstan", "China"), ledger(examples_case, "state:CHN", "state:KAZ")
    assert there == back
    assert there
    assert {row["sort"] for row in there} >= {"tie", "event"}
    assert all({row["source"], row["target"]} == {"state:KAZ", "state:CHN"} for row in there)


def test_the_cells_of_a_vector_open_their_lines(examples_case):
    cells = vector(examples_case, "Kazakhstan")
    rows = {row["id"]: row for row in ledger(examples_case, "Kazakhstan", "China")}
    own = [cell for cell in cells if cell.patron == "state:CHN"]
    assert own
    for cell in own:
        for finding in (*cell.ties, *cell.cooperation, *cell.conflict):
            assert rows[finding]["status"] in ASSERTED
            assert not rows[finding]["negated"]
        assert not set(cell.unasserted) & {*cell.ties, *cell.cooperation, *cell.conflict}


def test_an_actor_nobody_mentions_is_said(examples_case):
    with pytest.raises(CaseError, match="no such actor"):
        ledger(examples_case, "Atlantis", "China")


def test_the_ledger_and_the_vector_are_kinds_of_show(examples_case, capsys):
    capsys.readouterr()
    assert main(["show", str(examples_case), "ledger", "--of", "Kazakhstan", "China", "--json"]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [row["id"] for row in rows] == [row["id"] for row in ledger(examples_case, "Kazakhstan", "China")]
    assert main(["show", str(examples_case), "ledger", "--of", "Kazakhstan", "China"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == len(rows)
    assert main(["show", str(examples_case), "vector", "--of", "Kazakhstan"]) == 0
    assert "China, economic: " in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["ledger", "--of", "China"], "two actors"),
        (["vector"], "one actor"),
        (["events", "--of", "China"], "no «--of»"),
        (["vector", "--of", "Atlantis"], "no such actor"),
    ],
)
def test_another_number_of_actors_is_one_line(words, said, examples_case, capsys):
    capsys.readouterr()
    assert main(["show", str(examples_case), *words]) == 1
    error = capsys.readouterr().err
    assert said in error
    assert error.count("\n") == 1


def test_the_vectors_of_the_report_are_those_of_show(examples_case):
    made = {one.actor: one for one in vectors(Index(contents(examples_case)))}
    cells = vector(examples_case, "Kazakhstan")
    shown = {row.patron: row.cells for row in made["Kazakhstan"].rows}
    compared = [cell for cell in cells if cell.name in shown]
    assert compared
    for cell in compared:
        told = {count.word: count.lines.total for count in shown[cell.name][FIELDS.index(cell.field)]}
        assert told == {word: len(getattr(cell, place)) for place, word in COLUMNS.items() if getattr(cell, place)}
