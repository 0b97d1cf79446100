"""Voices: on whose word a stretch stands, and with which status."""

from quality.texts import article_of, page_of
from rashomon.find.hedges import hedge, hedges, scales
from rashomon.find.parse import parse
from rashomon.find.statements import statements
from rashomon.find.voices import Standing, voices


def at(text: str, words: str) -> Standing:
    """What holds at some words of a text."""
    page = page_of(text)
    parsed = parse(page, article_of(page))
    start = text.index(words)
    return voices(parsed, statements(parsed, ())).at(start, start + len(words))


def test_outside_statements_the_article_speaks() -> None:
    standing = at("The bridge fell. The mayor said that it was old.", "The bridge fell")
    assert (len(standing.voice), standing.status, standing.statement) == (1, "stated", None)


def test_content_takes_the_voice_of_its_speaker() -> None:
    standing = at("The bridge fell. The mayor said that it was old.", "it was old")
    assert standing.voice[1:] == ("The mayor",)
    assert standing.status == "reported"


def test_the_innermost_voice_and_the_chain_to_it() -> None:
    standing = at("“The miners said the bridge was old,” the mayor told reporters.", "the bridge was old")
    assert standing.voice[1:] == ("the mayor", "The miners")


def test_an_accusation_is_alleged_whatever_its_grammar() -> None:
    standing = at("The mayor accused the miners of planning a strike.", "planning a strike")
    assert standing.voice[1:] == ("The mayor",)
    assert standing.status_of("planned") == "alleged"


def test_an_attitude_adds_a_status_and_no_voice() -> None:
    standing = at("The army refused to leave the town.", "leave the town")
    assert (len(standing.voice), standing.status) == (1, "refused")
    praised = at("The mayor praised the army for leaving the town.", "leaving the town")
    assert (len(praised.voice), praised.status) == (1, "stated")


def test_an_attitude_inside_speech_keeps_the_speaker() -> None:
    standing = at("The mayor said that the army refused to leave the town.", "leave the town")
    assert standing.voice[1:] == ("The mayor",)
    assert standing.status == "refused"


def test_a_span_that_leaves_the_inner_content_takes_the_outer_voice() -> None:
    standing = at("The mayor said that the army refused to leave the town.", "the army refused to leave the town")
    assert standing.voice[1:] == ("The mayor",)
    assert standing.status == "reported"


def test_scare_quotes_are_nobodys_word() -> None:
    assert at("The so-called “red zone” was crossed.", "red zone").statement is None


def test_hedges_are_kept_as_written_and_read_by_the_directive() -> None:
    found = hedge("A deal is Very Likely by June")
    assert found is not None
    assert (found.text, found.scale.low, found.scale.high) == ("Very Likely", 80, 95)
    assert hedge("The talks go on") is None


def test_confidence_has_a_level_and_no_range() -> None:
    for scale in scales().values():
        assert (scale.kind == "likelihood") == (scale.low is not None)
        assert (scale.kind == "confidence") == bool(scale.level)


def test_the_month_is_no_hedge() -> None:
    assert hedges("It ended on May 8") == ()
    assert [found.text for found in hedges("It may end")] == ["may"]


def test_the_longest_hedge_wins() -> None:
    assert [found.text for found in hedges("It is very unlikely, almost certainly not likely")] == [
        "very unlikely",
        "almost certainly",
        "not likely",
    ]
