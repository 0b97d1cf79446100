"""Whose word a sentence is when only its wording tells: tags the parser misread, standpoints, headlines, «this was stated by»."""

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


def told(text: str) -> tuple[str, list[str]]:
    """Speaker and content of the first statement."""
    first = found(text)[0]
    return first.speaker_text, [text[low:high] for low, high in first.content]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The harbour will never reopen, believes the analyst Ana Rell.", "the analyst Ana Rell"),
        ("The harbour will never reopen, considers political scientist Bodo Kern.", "political scientist Bodo Kern"),
        ("The harbour will never reopen, is sure political analyst Ivan Mirov.", "political analyst Ivan Mirov"),
        ("The harbour will never reopen, claims the deputy mayor Olga Senn.", "the deputy mayor Olga Senn"),
        ("The harbour will never reopen, insist the strikers.", "the strikers"),
        ("The harbour will never reopen, the strikers are convinced.", "the strikers"),
        ("The harbour will never reopen, stressed the Norwegian Foreign Ministry.", "the Norwegian Foreign Ministry"),
        ("The harbour will never reopen, a source close to the inquiry has told the Lantern.", "a source close to the inquiry"),
    ],
)
def test_a_tag_that_the_parser_takes_for_a_second_deed(text: str, speaker: str) -> None:
    assert told(text) == (speaker, ["The harbour will never reopen"])


def test_a_tag_in_the_middle() -> None:
    assert told("The police, insist the strikers, fired first.") == ("the strikers", ["The police", "fired first"])


def test_an_opening_clause_belongs_to_the_claim() -> None:
    text = "While tunnels could one day carry people, nature has built a similar system there, researchers have found."
    assert told(text) == ("researchers", ["While tunnels could one day carry people, nature has built a similar system there"])


@pytest.mark.parametrize(
    "text",
    [
        "When the storm came, the mayor met the crew.",
        "He came home, met the mayor.",
        "The storm broke the dam, and many left.",
        "The village lost its bridge, the winter was long.",
    ],
)
def test_no_tag(text: str) -> None:
    assert found(text) == ()


@pytest.mark.parametrize(
    ("text", "speaker", "kind"),
    [
        ("In the opinion of political scientist Bodo Kern, the road is lost.", "political scientist Bodo Kern", "belief"),
        ("In the words of Bodo Kern, the road is lost.", "Bodo Kern", "speech"),
        ("From the point of view of the analyst Ana Rell, the road is lost.", "the analyst Ana Rell", "belief"),
        ("By the mayor’s own account, the road is lost.", "the mayor", "speech"),
        ("As noted by the analyst Ana Rell, the road is lost.", "the analyst Ana Rell", "speech"),
        ("As the analyst Ana Rell wrote, the road is lost.", "the analyst Ana Rell", "speech"),
        ("According to Bodo Kern, the road is lost.", "Bodo Kern", "speech"),
    ],
)
def test_a_phrase_hands_the_sentence_to_somebody(text: str, speaker: str, kind: str) -> None:
    assert told(text) == (speaker, ["the road is lost"])
    assert found(text)[0].kind == kind


def test_a_standpoint_in_the_middle_and_of_a_pronoun() -> None:
    assert told("The road, in the view of the analyst Ana Rell, is lost.") == ("the analyst Ana Rell", ["The road", "is lost"])
    own = next(
        each for each in found("The analyst Ana Rell said the road was open. In her view, it is lost.") if each.cue == "In view"
    )
    assert own.voice[1:] == ("name:ana rell",)


def test_what_a_thing_is_near_or_whose_eyes_see_is_no_standpoint() -> None:
    assert found("From the point of view of the road, the harbour is far away.") == ()
    assert found("In view of the storm, the harbour is closed.") == ()
    assert found("He saw it in the eyes of the children.") == ()


@pytest.mark.parametrize(
    "text",
    [
        "The dam will hold. This was stated by the mayor Ana Rell.",
        "The dam will hold.\n\nThis was announced by the mayor Ana Rell on Friday.",
        "The dam will hold. The mayor Ana Rell said this in an interview.",
    ],
)
def test_a_sentence_that_points_at_the_one_before(text: str) -> None:
    statement = found(text)[0]
    assert (statement.speaker_text.lower(), text[slice(*statement.content[0])]) == ("the mayor ana rell", "The dam will hold")


def test_what_is_somebodys_word_already_is_not_handed_on() -> None:
    assert [each.speaker_text for each in found("The dam will hold, the engineer said. The mayor said this on Friday.")] == [
        "the engineer"
    ]


def test_what_is_denied_stays_the_outlets() -> None:
    text = "The dam will break. This was denied by the mayor."
    assert all(text[slice(*each.content[0])] != "The dam will break" for each in found(text))


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The harbour will never reopen – analyst", "analyst"),
        ("The harbour will never reopen — Medvedev", "Medvedev"),
        ("Ferry sinks near the port – witnesses", "witnesses"),
    ],
)
def test_the_speaker_behind_the_dash_of_a_headline(text: str, speaker: str) -> None:
    assert found(text)[0].speaker_text == speaker
    assert found(text)[0].status == "reported"


@pytest.mark.parametrize(
    "text", ["A new road – a new life", "Ministers meet for talks – Astana", "Winter is coming – prices rise"]
)
def test_no_speaker_behind_the_dash(text: str) -> None:
    assert found(text) == ()


def test_a_name_that_the_tagger_takes_for_a_common_noun_speaks() -> None:
    assert found("'The tyres were fine,' said Lund.")[0].voice[1:] == ("Lund",)


def test_many_commas_cost_time_in_line_with_their_number() -> None:
    from tests.conftest import grows_in_line

    def run(size: int) -> None:
        from rashomon.find.statement.tags import tag_attributions
        from rashomon.find.statement.tree import tree

        page = page_of("The dam, says Ana, " * size)
        list(tag_attributions(tree(parse(page, article_of(page)).doc), {}))

    assert grows_in_line(run, 20)
