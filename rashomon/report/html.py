"""The report as one HTML file: nothing is fetched, nothing from a page is trusted, and it reads without its script."""

import base64
import hashlib
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from rashomon.report.input import Contents
from rashomon.report.model import report
from rashomon.report.timeline import crowded_words
from rashomon.report.vectors import FIELDS
from rashomon.report.words import RULES, SHAPES, counted, finalize

TEMPLATES = Path(__file__).parent / "templates"


def html(contents: Contents) -> str:
    """The report of a case as one self-contained page; the same contents give the same text."""
    style, script = part("style.css"), part("script.js")
    policy = (
        f"default-src 'none'; style-src '{digest(style)}'; script-src '{digest(script)}'; base-uri 'none'; form-action 'none'"
    )
    return environment().get_template("report.html").render(report=report(contents), policy=policy, style=style, script=script)


@cache
def environment() -> Environment:
    """The templates; everything they print is escaped."""
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        finalize=finalize,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {"short": short, "counted": counted}
    made.globals |= {"shapes": SHAPES, "rule_words": RULES, "crowded_words": crowded_words, "fields": FIELDS}
    return made


def part(name: str) -> str:
    """The style or the script, which the page carries inside."""
    return (TEMPLATES / name).read_text(encoding="utf-8")


def digest(text: str) -> str:
    """What a content security policy calls an inline style or script by."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")


def short(text: str, most: int) -> str:
    """The text for a label in a picture, cut with an ellipsis; pictures name the whole of it in their title."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
