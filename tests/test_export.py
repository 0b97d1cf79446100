"""Exports: what other tools are given."""

import csv
import json
import sqlite3
from xml.etree import ElementTree as Tree

import duckdb
import pytest

from rashomon.export.followthemoney import SCHEMAS, followthemoney
from rashomon.export.graphml import NAMESPACE
from rashomon.export.tables import csv_files, inert
from tests.conftest import main

# Schema -> the properties this export may use, after the schema of followthemoney 4.
PROPERTIES = {
    "Article": {"name", "title", "author", "publisher", "publishedAt", "language", "fileName"},
    "Event": {"name", "involved", "date", "startDate", "endDate", "location", "description", "summary", "proof"},
    "UnknownLink": {"subject", "object", "role", "description", "summary", "date", "proof"},
} | dict.fromkeys(SCHEMAS.values(), {"name", "weakAlias", "country"})
REQUIRED = {"Article": "name", "Event": "name", "UnknownLink": "subject"} | dict.fromkeys(SCHEMAS.values(), "name")


def exported(case, to, path):
    assert main(["export", str(case), "--to", to, "-o", str(path)]) == 0
    return path


def test_csv_has_a_file_a_kind(examples_case, tmp_path):
    folder = exported(examples_case, "csv", tmp_path / "csv")
    with (folder / "events.csv").open(encoding="utf-8", newline="") as text:
        rows = list(csv.DictReader(text))
    assert rows
    assert json.loads(rows[0]["voice"])


def test_csv_is_no_vehicle_for_formulas(tmp_path):
    csv_files({"events": [{"quote": "=HYPERLINK(1)"}]}, tmp_path)
    assert (tmp_path / "events.csv").read_text(encoding="utf-8").splitlines()[1].startswith("’=")


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@x", "\tx"])
def test_formulas_are_inert(text):
    assert inert(text) == f"’{text}"


def test_parquet_keeps_lists(examples_case, tmp_path):
    folder = exported(examples_case, "parquet", tmp_path / "parquet")
    assert duckdb.sql(f"SELECT voice[1] FROM '{folder}/events.parquet' LIMIT 1").fetchall()[0][0]


def test_sqlite_has_a_table_a_kind(examples_case, tmp_path):
    path = exported(examples_case, "sqlite", tmp_path / "case.sqlite")
    with sqlite3.connect(path) as database:
        assert database.execute("SELECT count(*) FROM statements").fetchone()[0] > 0


def test_graphml_edges_end_in_nodes(examples_case, tmp_path):
    root = Tree.parse(exported(examples_case, "graphml", tmp_path / "case.graphml")).getroot()
    nodes = {node.get("id") for node in root.iter(f"{{{NAMESPACE}}}node")}
    edges = list(root.iter(f"{{{NAMESPACE}}}edge"))
    assert edges
    assert all(edge.get("source") in nodes and edge.get("target") in nodes for edge in edges)


def test_followthemoney_keeps_to_the_schema(examples_case, tmp_path):
    path = exported(examples_case, "followthemoney", tmp_path / "case.ftm.json")
    entities = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    ids = [entity["id"] for entity in entities]
    assert len(ids) == len(set(ids))
    for entity in entities:
        assert set(entity["properties"]) <= PROPERTIES[entity["schema"]]
        assert REQUIRED[entity["schema"]] in entity["properties"]
        for name in ("subject", "object", "involved", "proof"):
            assert set(entity["properties"].get(name, [])) <= set(ids)


def test_followthemoney_leaves_out_links_to_unknown_actors():
    tie = {"subject_id": "a", "object_id": "b"}
    assert list(followthemoney({"articles": [], "actors": [], "events": [], "ties": [tie]})) == []
