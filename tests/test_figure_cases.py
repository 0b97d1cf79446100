"""The share of texts whose figures are all read right."""

import json

from quality.figure_cases import cases, is_right


def figure(value, unit="", kind="number"):
    return {"value": value, "low": value, "high": value, "unit": unit, "type": kind}


def test_a_text_is_right_when_all_its_figures_are():
    gold = {"figures": [figure(3), figure(4, "Tons")], "annotated": ["any"]}
    assert is_right(gold, [figure(4, "ton"), figure(3)])
    assert not is_right(gold, [figure(3)])
    assert not is_right(gold, [figure(3), figure(4, "ton"), figure(5)])


def test_kinds_that_are_not_marked_are_left_out():
    gold = {"figures": [figure(4, "Euro", "currency")], "annotated": ["currency"]}
    assert is_right(gold, [figure(4, "euro", "currency"), figure(9)])


def test_files_are_read_text_by_text(tmp_path):
    line = {"id": "1", "text": "The mill cost 9 crowns.", "annotated": ["number"], "figures": [figure(9)]}
    (tmp_path / "own.jsonl").write_text(json.dumps(line) + "\n", encoding="utf-8")
    assert list(cases(tmp_path / "own.jsonl")) == [("The mill cost 9 crowns.", True)]
