"""The labelled reports: their words stand in their texts, and the program finds most of what people read in them."""

from pathlib import Path

import pytest

from quality.labels.read import LabelError, labelled, reports


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
