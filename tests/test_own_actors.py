"""A user's own actors: kept with the case, used by the next reading, refused whole when a file is malformed."""

import re

import pytest

from quality.texts import article_of, page_of
from rashomon.compare.acts import members
from rashomon.compare.camps import called, leads
from rashomon.compare.statements import has_held
from rashomon.compare.utterances import state_of
from rashomon.find.article import find
from rashomon.find.letter_case import dictionary, restored
from rashomon.find.parse import model
from rashomon.find.statement.somebody import is_agent
from rashomon.gazetteer import gazetteer, load, using
from rashomon.read.bylines import known_otherwise
from tests.conftest import ROOT, main, shown

PAGE = """Port strike ends
Harbour Times, 3 May 2021

The Harbour League welcomed the deal. Harbour pilots went back to work on Monday, the Harbour League said in Bergen.
"""
OWN = """
[[organisation]]
key = "organisation:harbour-league"
name = "Harbour League"
type = "armed-group"
country = "NOR"
"""


@pytest.fixture
def page(tmp_path):
    path = tmp_path / "page.txt"
    path.write_text(PAGE)
    return path


@pytest.fixture
def own(tmp_path):
    path = tmp_path / "own.toml"
    path.write_text(OWN)
    return path


def read(page, case, *words):
    return main(["read", str(page), "--case", str(case), "--workers", "1", *map(str, words)])


def countries(capsys, case):
    return {row["id"]: row["country"] for row in shown(capsys, case, "actors")}


def test_own_actors_are_found_and_stay_with_the_case(page, own, tmp_path, capsys):
    case = tmp_path / "case"
    assert read(page, case) == 0
    assert "organisation:harbour-league" not in countries(capsys, case)
    assert read(page, case, "--actors", own) == 0
    assert countries(capsys, case)["organisation:harbour-league"] == "NOR"
    assert read(page, case) == 0
    assert countries(capsys, case)["organisation:harbour-league"] == "NOR"


def test_a_changed_file_is_read_anew(page, own, tmp_path, capsys):
    case = tmp_path / "case"
    assert read(page, case, "--actors", own) == 0
    own.write_text(OWN.replace("NOR", "DNK"))
    assert read(page, case, "--actors", own) == 0
    assert countries(capsys, case)["organisation:harbour-league"] == "DNK"


def test_a_malformed_file_is_one_line_and_the_case_stays_as_it_was(page, own, tmp_path, capsys):
    case = tmp_path / "case"
    assert read(page, case, "--actors", own) == 0
    before = {path: path.read_bytes() for path in case.rglob("*") if path.is_file()}
    wrong = tmp_path / "wrong.toml"
    wrong.write_text(f'{OWN}\n[[person]]\nkey = "person:x"\nname = "X"\nofices = []\n')
    capsys.readouterr()
    assert read(page, case, "--actors", own, "--actors", wrong) == 1
    error = capsys.readouterr().err
    assert "wrong.toml, line 8, entry 1 of person" in error
    assert "ofices" in error
    assert error.count("\n") == 1
    assert {path: path.read_bytes() for path in case.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('[[planet]]\nname = "Mars"\n', "wrong.toml, line 1: [[planet]] is no array"),
        ('\n\n[[agent]]\nwords = ["--"]\nsector = "GOV"\ntype = "person"\n', "wrong.toml, line 3, entry 1 of agent"),
        ("[[person]\n", "wrong.toml"),
    ],
)
def test_whatever_is_wrong_makes_no_case(page, tmp_path, capsys, text, told):
    wrong = tmp_path / "wrong.toml"
    wrong.write_text(text)
    assert read(page, tmp_path / "case", "--actors", wrong) == 1
    assert told in capsys.readouterr().err
    assert not (tmp_path / "case").exists()


def test_two_files_of_one_name_are_refused(page, own, tmp_path, capsys):
    (tmp_path / "other").mkdir()
    other = tmp_path / "other" / "own.toml"
    other.write_text(OWN)
    assert read(page, tmp_path / "case", "--actors", own, "--actors", other) == 1
    assert "two files of one name" in capsys.readouterr().err


def test_the_example_of_the_document_can_be_used(tmp_path):
    (text,) = re.findall(r"```toml\n(.*?)```", (ROOT / "docs" / "actors.md").read_text(), re.DOTALL)
    own = tmp_path / "own.toml"
    own.write_text(text)
    known = load([own])
    assert known.of("League of Harbours")[0].actor.key == "organisation:harbour-league"
    assert [actor.name for actor in known.holders("NOR", "foreign minister", "2020-05-01")][-1] == "Ingrid Solberg Vik"
    assert known.of("K. K. Tokayev")[0].actor.offices


EVERYWHERE = """
[[organisation]]
key = "organisation:harbour-pact"
name = "Harbour Pact"
type = "organisation"
country = "IGO"
members = [{ country = "NOR" }, { country = "DNK" }]

[[person]]
key = "person:ingrid-solberg-vik"
name = "Ingrid Solberg Vik"
country = "NOR"
offices = [{ role = "president", since = "2020" }]

[[place]]
key = "place:vikshavn"
name = "Vikshavn Quay"
country = "NOR"

[[agent]]
words = ["quaymasters"]
type = "person"
sector = "LAB"
"""


@pytest.fixture
def everywhere(tmp_path):
    path = tmp_path / "everywhere.toml"
    path.write_text(EVERYWHERE)
    return load([path])


@pytest.mark.parametrize(
    "told",
    [
        lambda: members("organisation:harbour-pact") == {"state:NOR", "state:DNK"},
        lambda: leads("person:ingrid-solberg-vik", "2021-01-01") == "NOR",
        lambda: called("organisation:harbour-pact") == "Harbour Pact",
        lambda: has_held("person:ingrid-solberg-vik", "president"),
        lambda: state_of("person:ingrid-solberg-vik") == "state:NOR",
        lambda: known_otherwise("Vikshavn Quay"),
        lambda: is_agent("quaymasters"),
        lambda: "quaymasters" in gazetteer().doers,
        lambda: "Harbour Pact" in restored("THE HARBOUR PACT MET IN VIKSHAVN QUAY.", dictionary(model())),
    ],
)
def test_every_stage_reads_the_actors_that_are_handed_down(everywhere, told):
    assert not told()
    with using(everywhere):
        assert told()
    assert not told()


def test_a_page_in_capitals_is_read_with_own_actors(everywhere):
    page = page_of("THE HARBOUR PACT CONDEMNED THE STRIKE OF THE QUAYMASTERS IN OSLO ON MONDAY.")
    keys = {mention.actor for mention in find(page, article_of(page), everywhere).mentions}
    assert "organisation:harbour-pact" in keys
    assert "organisation:harbour-pact" not in {mention.actor for mention in find(page, article_of(page)).mentions}
