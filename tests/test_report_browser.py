"""The report in a real browser, where one is at hand: its policy lets its own style and script through, and nothing is wrong."""

import re
import shutil
import subprocess

import pytest

from rashomon.report.html import html
from tests.report_contents import contents

BROWSER = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
CALL = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--enable-logging=stderr",
]

pytestmark = pytest.mark.skipif(BROWSER is None, reason="no Chromium on this machine")


@pytest.fixture(scope="module")
def shown(tmp_path_factory):
    """The page after its script ran, opened at one passage; and what the browser complained about."""
    folder = tmp_path_factory.mktemp("browser")
    (folder / "report.html").write_text(html(contents()), "utf-8")
    arrested = contents().comparisons[0].sides[0].findings[0]
    call = [*CALL, f"--user-data-dir={folder}/profile", "--dump-dom", f"file://{folder}/report.html#{arrested}"]
    try:
        done = subprocess.run([BROWSER, *call], capture_output=True, text=True, timeout=60, check=False)
    except subprocess.TimeoutExpired:
        pytest.skip("Chromium did not answer within 60 s")
    return done


def test_the_passage_that_a_link_leads_to_is_lit(shown):
    assert re.findall(r'<mark class="[a-z]+ on">([^<]*)', shown.stdout) == ["about 40"]


def test_the_browser_refuses_nothing_and_no_page_text_ran(shown):
    assert not re.findall(r"Content Security Policy|Uncaught", shown.stderr)
    assert "← Back" in shown.stdout
