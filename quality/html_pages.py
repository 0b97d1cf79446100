"""Pages of HTML of our own making: invented articles in the markup of many kinds of sites, with the right answer beside each."""

import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from jinja2 import Environment

FOLDER = Path(__file__).with_name("markup")


def made_pages() -> Iterator[dict[str, Any]]:
    """{"html", "name", "articles": [{"title", "body", "date", "author"}]}, every article in every kind of site."""
    written = [{**article, "long_date": long_date(article["date"])} for article in listed("articles", "article")]
    for template in listed("templates", "template"):
        page = Environment(autoescape=False).from_string(template["page"].lstrip())
        for number, article in enumerate(written):
            other = written[(number + 1) % len(written)]
            whole = [article, other] if template["name"].startswith("two") else [article]
            yield {
                "name": template["name"],
                "html": page.render(**article, article=article, other=other),
                "articles": [{**part, "body": "\n".join(part["paragraphs"])} for part in whole],
            }


def listed(name: str, array: str) -> list[dict[str, Any]]:
    """The entries of one file of the set."""
    entries: list[dict[str, Any]] = tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))[array]
    return entries


def long_date(iso: str) -> str:
    """«November 18, 2021»."""
    day = date.fromisoformat(iso)
    return f"{day:%B} {day.day}, {day.year}"
