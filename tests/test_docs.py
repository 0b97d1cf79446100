"""The documents say what the code does, and their links lead somewhere."""

import re
import tomllib
from pathlib import Path
from typing import get_args

import pytest

from quality.documents import WRITTEN, stale
from rashomon.records import Status

ROOT = Path(__file__).parent.parent
DOCUMENTS = [*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), *ROOT.glob("examples/*.md")]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]


def test_written_documents_say_what_the_code_does():
    assert WRITTEN
    assert stale() == [], "run python -m quality.documents"


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_links_lead_to_files(path):
    links = re.findall(r"\]\(([^)#]+)", path.read_text())
    assert [link for link in links if "://" not in link and not (path.parent / link).exists()] == []


def test_every_dependency_is_listed_with_its_version_and_licence():
    listed = (ROOT / "docs" / "dependencies.md").read_text()
    rows = {row[0]: row[1:] for row in re.findall(r"^\| ([\w-]+) \| (\S+) \| ([^|]+) \| ([^|]+) \|$", listed, re.MULTILINE)}
    needed = [*PROJECT["dependencies"], *(one for extra in PROJECT["optional-dependencies"].values() for one in extra)]
    wanted = dict(re.fullmatch(r"([\w-]+)==(.+)", one).groups() for one in needed)
    assert {name: rows[name][0] for name in wanted} == wanted
    assert set(rows) - {"package", "---"} == set(wanted)


def test_the_readme_names_the_supported_pythons():
    low, high = re.fullmatch(r">=3\.(\d+),<3\.(\d+)", PROJECT["requires-python"]).groups()
    supported = [f"3.{minor}" for minor in range(int(low), int(high))]
    assert f"Python {', '.join(supported[:-1])} or {supported[-1]}" in (ROOT / "README.md").read_text()


def test_every_status_is_explained():
    words = (ROOT / "docs" / "words.md").read_text()
    assert [status for status in get_args(Status) if f"\n| {status} |" not in words] == []


def test_the_scripts_of_the_readme_are_there():
    named = re.findall(r"^    \./(\w+)", (ROOT / "README.md").read_text(), re.MULTILINE)
    assert named == ["try", "check"]
    assert all((ROOT / name).stat().st_mode & 0o111 for name in named)
