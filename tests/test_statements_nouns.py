"""Nouns and adjectives that attribute, where the parser or the wording makes it hard."""

import pytest

from quality.texts import article_of, page_of
from rashomon.find.dates import dates
from rashomon.find.mentions import mentions
from rashomon.find.parse import parse
from rashomon.find.statements import statements
from rashomon.records import Statement


def found(text: str) -> tuple[Statement, ...]:
    page = page_of(text)
    parsed = parse(page, article_of(page))
    return statements(parsed, mentions(parsed, dates(parsed)))


@pytest.mark.parametrize(
    ("text", "speaker", "content", "status"),
    [
        (
            "The warning from the engineers that the dam would break was ignored.",
            "the engineers",
            "that the dam would break",
            "possible",
        ),
        ("Engineers’ warnings that the dam would break were ignored.", "Engineers’", "that the dam would break", "possible"),
        ("There are fears among residents that the dam will break.", "residents", "that the dam will break", "possible"),
        ("Warnings by engineers about the dam were ignored.", "engineers", "the dam", "possible"),
        ("It is the opinion of the court that the dam is dangerous.", "the court", "that the dam is dangerous", "reported"),
        ("The court was of the opinion that the dam is dangerous.", "The court", "that the dam is dangerous", "reported"),
        ("The mayor has no doubt that the dam will hold.", "The mayor", "that the dam will hold", "reported"),
        ("The mayor is convinced the dam is safe.", "The mayor", "the dam is safe", "reported"),
        ("The mayor gave his word that the dam was safe.", "The mayor", "that the dam was safe", "reported"),
        ("The mayor expressed concern about the leaks.", "The mayor", "the leaks", "possible"),
        ("The league has expressed its readiness to send help.", "The league", "to send help", "planned"),
        ("The mayor attributed the leak to bad cement.", "The mayor", "the leak to bad cement", "reported"),
        ("The mayor appealed for calm.", "The mayor", "calm", "planned"),
        ("The bishop answered claims in the Lantern – namely that he sold the dam.", "", "that he sold the dam", "alleged"),
    ],
)
def test_a_noun_or_an_adjective_attributes(text: str, speaker: str, content: str, status: str) -> None:
    read = [(each.speaker_text, text[slice(*each.content[0])], each.status) for each in found(text)]
    assert (speaker, content, status) in read


def test_what_is_expressed_is_one_statement() -> None:
    statements = found("The mayor expressed concern about the leaks.")
    assert [each.cue for each in statements] == ["expressed concern"]


def test_a_relative_clause_is_no_content() -> None:
    assert all("the state offers" not in each.cited.quote for each in found("The plan that the state offers is cheap."))


def test_who_stands_accused_is_not_the_accuser() -> None:
    assert all(each.speaker_text != "The mayor" for each in found("The mayor stands accused of neglect."))


def test_two_who_say_without_a_comma_between_them() -> None:
    text = "The mayor said the dam was safe and the bishop said it was not."
    assert [(each.speaker_text, text[slice(*each.content[0])], len(each.voice)) for each in found(text)] == [
        ("The mayor", "the dam was safe", 2),
        ("the bishop", "it was not", 2),
    ]


def test_a_blame_keeps_whom_it_falls_on() -> None:
    text = "The leak was blamed on the builders."
    statement = found(text)[0]
    assert [text[slice(*piece)] for piece in statement.content] == ["The leak", "on the builders"]
    assert statement.status == "alleged"


def test_paragraphs_that_open_with_one_mark_and_leave_it_open() -> None:
    text = (
        "'The tyres were fine,' said Lund.\n\n'I cannot say why the stop came. It was the rain.\n\n"
        "'We drive fast.'\n\nThe race went on."
    )
    statement = found(text)[0]
    assert [text[slice(*piece)] for piece in statement.content] == [
        "The tyres were fine",
        "I cannot say why the stop came. It was the rain.",
        "We drive fast.",
    ]
    assert found("'Tis the season of storms on the northern lake.") == ()


def test_what_the_writer_calls_a_statement_is_no_part_of_it() -> None:
    text = "Yerevan accused it of fraud, a charge that Azerbaijan denies."
    assert [[text[slice(*piece)] for piece in each.content] for each in found(text)] == [["it of fraud"], ["a charge"]]
    assert found(text)[1].status == "denied"
