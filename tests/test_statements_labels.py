"""The labelled reports: their words stand in their texts, and the program finds most of what people read in them."""

from collections import Counter
from pathlib import Path

import pytest

from quality.labels.read import LabelError, labelled, reports
from quality.labels.score import tally


def test_every_label_stands_in_its_text() -> None:
    found = labelled()
    assert len([report for report in found if report.name.startswith("reports")]) >= 40
    assert len([report for report in found if report.name.startswith("voa/")]) == 5
    for report in found:
        for label in report.labels:
            assert all(0 <= low < high <= len(report.text) for low, high in label.content)
            assert label.within is None or 0 <= label.within < len(report.labels)
            assert label.kind in {"speech", "belief", "attitude", "distanced"}
    assert all("voanews.com" in report.credit for report in found if report.name.startswith("voa/"))


def test_words_that_are_not_there_are_an_error(tmp_path: Path) -> None:
    path = tmp_path / "wrong.toml"
    path.write_text('[[report]]\nname = "a"\nstyle = "b"\ntext = "He said no."\nsays = [{ who = "She", what = "no" }]\n')
    with pytest.raises(LabelError, match="wrong/a: not in the text: 'She'"):
        list(reports(path))


def test_floors_on_our_own_labels() -> None:
    """Pinned a little under what is reached (recall .87, speaker .88, status .93); raise them with the program."""
    count: Counter[str] = Counter()
    for report in labelled():
        count += tally(report)
    assert count["matched"] / count["labels"] > 0.84
    assert count["speaker"] / count["matched"] > 0.84
    assert count["status"] / count["matched"] > 0.90
    assert count["kind"] / count["matched"] > 0.92
