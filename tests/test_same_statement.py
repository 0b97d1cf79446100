"""One utterance told several times, and utterances that only look alike."""

from quality.texts import article_of, page_of
from rashomon.compare.statements import same_statements
from rashomon.find.parse import parse
from rashomon.find.statements import statements
from rashomon.records import Found, Judgement


def told(*texts: str) -> tuple[Judgement, ...]:
    """The judgements on the statements of several articles."""
    founds = []
    for number, text in enumerate(texts):
        page = page_of(text, f"page {number}")
        article = article_of(page)
        founds.append(Found(article=article, statements=statements(parse(page, article), ())))
    return same_statements(founds, {}).judgements


FIRST = (
    "“Regardless of how the harvest turns out, we will keep defending the farmers of the valley and their ancient water rights, "
    "and firmly oppose outside pressure on the village councils,” the governor said."
)
SECOND = (
    "The governor declared: “No matter how the harvest turns out, we will continue to protect the farmers of the valley and "
    "their ancient rights to water, and strongly reject external pressure on village councils.”"
)
OTHER = (
    "“The farmers of the valley will get new roads and a school before the next harvest, and the village councils will decide "
    "where they are built,” the governor said."
)


def test_two_translations_are_one_utterance() -> None:
    judgements = told(FIRST, SECOND)
    assert len(judgements) == 1
    assert judgements[0].verdict == "same"
    assert "translations" in judgements[0].why


def test_another_utterance_of_the_same_speaker_is_not() -> None:
    assert told(FIRST, OTHER) == ()


def test_the_denial_of_a_sentence_is_not_the_sentence() -> None:
    assert told("“We will send the new tractors to the northern valley in autumn,” the governor said.",
                "“We will not send the new tractors to the northern valley in autumn,” the governor said.") == ()  # fmt: skip


def test_other_figures_are_another_utterance() -> None:
    assert told("“The northern valley harvested 400 tonnes of winter wheat this season,” the governor said.",
                "“The northern valley harvested 900 tonnes of winter wheat this season,” the governor said.") == ()  # fmt: skip


def test_another_speaker_is_another_utterance() -> None:
    assert told(FIRST, FIRST.replace("the governor said", "the bishop said")) == ()


def test_a_part_of_it_and_a_summary_are_told_apart_from_a_translation() -> None:
    part = "“We will keep defending the farmers of the valley and their ancient water rights,” the governor said."
    assert ["part" in judgement.why for judgement in told(FIRST, part)] == [True]
    short = "The governor said that he would keep defending the farmers of the valley and their ancient water rights."
    assert ["sums up" in judgement.why for judgement in told(FIRST, short)] == [True]


def test_all_members_lead_to_one_representative() -> None:
    judgements = told(FIRST, SECOND, FIRST)
    assert len(judgements) == 2
    assert len({judgement.right for judgement in judgements}) == 1


def test_order_of_articles_does_not_change_the_groups() -> None:
    one, two = told(FIRST, OTHER, SECOND), told(SECOND, FIRST, OTHER)
    assert len(one) == len(two) == 1
