"""Shared by all tests: one case made from the examples, and the seeds when they are there."""

import gc
import json
import time
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("same every time", derandomize=True)
settings.load_profile("same every time")

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


def fastest(run, size):
    """Processor seconds of the fastest of three runs of one size, without the collector that happens to run in one of them."""
    times = []
    for _ in range(3):
        gc.collect()
        gc.disable()
        begun = time.process_time()
        run(size)
        times.append(time.process_time() - begun)
        gc.enable()
    return min(times)


def grows_in_line(run, small):
    """Whether ten times the size takes less than forty times as long; it would be a hundred were it the square."""
    run(small)
    return fastest(run, 10 * small) < 40 * max(fastest(run, small), 0.01)
