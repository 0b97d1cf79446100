"""Shared by all tests: one case made from the examples, and the seeds when they are there."""

import json
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SEEDS = ROOT.parent / "shared" / "seeds"


def main(words):
    """The command line; imported late, so that a test of one stage needs no other."""
    from rashomon.cli.main import main as whole

    return whole(words)


def shown(capsys, case, kind):
    """The rows that «rashomon show CASE KIND --json» prints."""
    capsys.readouterr()
    assert main(["show", str(case), kind, "--json"]) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


@pytest.fixture(scope="session")
def examples_case(tmp_path_factory):
    """A case that holds the examples."""
    case = tmp_path_factory.mktemp("cases") / "examples"
    assert main(["read", str(ROOT / "examples" / "pages"), "--case", str(case), "--workers", "1"]) == 0
    return case


@pytest.fixture(scope="session")
def seeds_case(tmp_path_factory):
    """A case that holds the seeds; skips where they are not at hand."""
    if not SEEDS.is_dir():
        pytest.skip("../shared/seeds is not there")
    case = tmp_path_factory.mktemp("cases") / "seeds"
    assert main(["read", str(SEEDS), "--case", str(case), "--workers", "1"]) == 0
    return case
