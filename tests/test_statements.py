"""Statements: who said what to whom, on sentences written for the purpose."""

import pytest

from quality.texts import article_of, page_of
from rashomon.find.parse import parse
from rashomon.find.statements import statements
from rashomon.records import Statement


def said(text: str) -> tuple[Statement, ...]:
    """The statements of a text, without scare quotes."""
    page = page_of(text)
    return tuple(s for s in statements(parse(page, article_of(page)), ()) if s.kind != "distanced")


def content(text: str, statement: Statement) -> str:
    """The words of a statement's content."""
    return " … ".join(text[low:high] for low, high in statement.content)


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        ("“The pass is closed,” said the governor.", "the governor", "The pass is closed"),
        ("The governor said that the pass was closed.", "The governor", "that the pass was closed"),
        ("According to the police, the pass is closed.", "the police", "the pass is closed"),
        ("The miners promised to go home.", "The miners", "to go home"),
    ],
)
def test_who_said_what(text: str, speaker: str, words: str) -> None:
    first = said(text)[0]
    assert first.speaker_text == speaker
    assert content(text, first).strip(",") == words
