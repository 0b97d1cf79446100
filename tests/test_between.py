"""The ledger between two actors, and the vector of one."""

import pytest

from rashomon.case.between import ASSERTED, ledger, vector
from rashomon.case.fields import fields
from rashomon.store import CaseError


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
