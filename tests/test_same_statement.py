"""One utterance told several times, and utterances that only look alike."""

from collections import Counter
from pathlib import Path
from typing import Any

import msgspec
import pytest

from quality.texts import article_of, page_of
from rashomon.compare.statements import same_statements
from rashomon.find.mentions import mentions
from rashomon.find.parse import parse
from rashomon.find.statements import statements
from rashomon.records import Found, Judgement
from tests.conftest import SEEDS, shown


def told(*texts: str) -> tuple[Judgement, ...]:
    """The judgements on the statements of several articles."""
    founds = []
    for number, text in enumerate(texts):
        page = page_of(text, f"page {number}")
        article = article_of(page)
        parsed = parse(page, article)
        named = mentions(parsed, ())
        founds.append(Found(article=article, mentions=named, statements=statements(parsed, named)))
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


def test_an_order_told_as_one_sentence_of_a_longer_speech() -> None:
    long = (
        "“The gangs have not gone home. Whoever does not give up will face the courts. I gave orders to the coast guard and the "
        "harbour police to seize smuggled fishing nets without notice,” President Nursultan Nazarbayev said."
    )
    short = "Nursultan Nazarbayev ordered coast guard officers to seize smuggled nets without notice in the harbour."
    assert len(told(long, short)) == 1


def test_a_phrase_taken_over_is_a_part_of_the_sentence() -> None:
    echo = "The governor spoke of “outside pressure on the village councils.”"
    assert ["part" in judgement.why for judgement in told(FIRST, echo)] == [True]
    assert told(FIRST, echo.replace("The governor", "The bishop")) == ()


CHINA = "China firmly opposes any attempt by outside forces to provoke unrest in the mountain villages or to damage the pipeline"


def test_a_state_and_the_holder_of_its_office_may_be_one_voice() -> None:
    first = f"In his message, Xi Jinping said that {CHINA}."
    second = (
        "China strongly rejects any attempts by external forces to cause unrest in the mountain villages or to harm the pipeline."
    )
    assert len(told(first, second)) == 1
    assert told(first, second.replace("China", "Turkey")) == ()


def test_a_third_telling_does_not_join_two_speakers() -> None:
    said = "“The border post at the northern lake will reopen for lorries before the end of winter,” {} said."
    judgements = told(said.format("Wang Yi"), said.format("China"), said.format("Xi Jinping"))
    assert len(judgements) == 1


def test_sentences_about_the_same_people_are_not_one() -> None:
    first = "Rabbi Blake said Anna, Bruno, Clara and Dieter Holm were members of the choir."
    second = "They identified them as Anna, Bruno, Clara and Dieter Holm of Rivertown."
    assert told(first, second) == ()


def test_what_nobody_is_named_for_must_be_the_whole_sentence() -> None:
    first = "Officials suspected that the harbour master sold the northern ferry to a company in the capital without a licence."
    second = "It was announced that the harbour master of the capital sold the northern ferry and two tugs in the spring."
    assert told(first, second) == ()


def dated(text: str, day: str) -> Found:
    page = page_of(text, day)
    article = article_of(page, published_on=day)
    return Found(article=article, statements=statements(parse(page, article), ()))


def test_a_formula_said_again_in_another_year_is_another_utterance() -> None:
    long_ago = dated(SECOND, "2021-03-05")
    assert same_statements([dated(FIRST, "2021-03-04"), long_ago], {}).judgements
    assert same_statements([dated(FIRST, "2023-03-04"), long_ago], {}).judgements == ()
    assert same_statements(
        [dated(FIRST, "2023-03-04"), dated(f"{FIRST} Rain fell.", "2021-03-05")], {}
    ).judgements  # the very words are quoted


def test_a_short_accusation_is_known_again_by_three_words() -> None:
    first = "Kassym-Jomart Tokayev claimed that foreign agitators provoked the strike."
    second = "Kassym-Jomart Tokayev claimed outside agitators incited the strike."
    assert len(told(first, second)) == 1
    assert told(first, second.replace("claimed", "denied that")) == ()


def test_the_sum_before_the_quotation() -> None:
    summed = (
        "Governor Gavin Newsom told traders that his cabinet admires their markets, wants to restore the harbour "
        "and opposes any closure of the wooden pier."
    )
    quoted = (
        "“Whatever the weather brings, we will keep the lamps lit for the fishermen and will oppose any closure of the "
        "wooden pier by the port company,” Newsom said."
    )
    assert ["quotation beside it" in judgement.why for judgement in told(f"{summed} {quoted}")] == [True]
    assert told(summed, quoted) == ()  # of another article it would be a guess
    assert told(f"{summed} {quoted.replace('oppose any closure of', 'pay for every lamp on')}") == ()


def test_an_offer_is_told_as_readiness() -> None:
    first = "Turkey offered to send border guards and mountain rescuers to the valley."
    second = "Turkey signalled that it is ready to deploy its own rescuers."
    assert ["echoes" in judgement.why for judgement in told(first, second)] == [True]
    assert told(first, second.replace("Turkey", "Greece")) == ()
    assert told(first, second.replace("is ready", "is not ready")) == ()


def test_a_stance_told_twice() -> None:
    first = "Beijing supported Kassym-Jomart Tokayev in his appeal to UNESCO for new libraries and safe roads on the border."
    second = "China endorsed UNESCO in helping the region with new libraries, with schools and with teachers."
    assert ["stance" in judgement.why for judgement in told(first, second)] == [True]
    assert told(first, second.replace("UNESCO", "UNICEF")) == ()
    assert told(first, second.replace("endorsed", "criticised")) == ()


def test_an_order_to_shoot_is_known_by_the_deed() -> None:
    first = "“The smugglers are armed. I gave orders to the coast guard to kill without warning,” Kassym-Jomart Tokayev said."
    second = "Kazakhstan’s president issued a statement: “Open fire on the smugglers in the harbour.”"
    judgements = told(first, second)
    assert ["order to shoot" in judgement.why for judgement in judgements] == [True]
    assert told(first, second.replace("Kazakhstan’s president", "The bishop")) == ()
    assert told(first, second.replace("Open fire on", "The firing of")) == ()
    assert told(first.replace("I gave orders", "I gave no orders"), second) == ()


def test_a_call_for_help_is_known_by_the_deed_and_by_whom_it_was_meant_for() -> None:
    first = "Kazakhstan asked Russia for help."
    second = "Kassym-Jomart Tokayev appealed to the CSTO to send peacekeepers to the harbour."
    assert ["call for help" in judgement.why for judgement in told(first, second)] == [True]
    assert told(first, second.replace("CSTO", "European Union")) == ()  # Russia is none of its members
    assert told(first, second.replace("Kassym-Jomart Tokayev", "Ilham Aliyev")) == ()


def test_what_is_said_of_anothers_call_is_no_call() -> None:
    first = "China asked the CSTO for help in the harbour."
    second = "China supported Kassym-Jomart Tokayev in his request to the CSTO to send peacekeepers."
    assert not any("call for help" in judgement.why for judgement in told(first, second))


def test_a_worry_of_a_state_and_of_its_minister() -> None:
    first = (
        "Russia’s fears are related to the complete disappearance of the Russian theatres of Riga and the end of their schools."
    )
    second = "Sergei Lavrov expressed concern about the suppression of the Russian theatres in Riga."
    assert len(told(first, second)) == 1
    assert told(first, second.replace("Sergei Lavrov", "Wang Yi")) == ()


def headed(title: str, text: str) -> tuple[Judgement, ...]:
    """The judgements on one article with a headline."""
    page = page_of(f"{title}\n\n{text}")
    whole = article_of(page)
    article = msgspec.structs.replace(whole, title=title, title_span=(0, len(title)), blocks=whole.blocks[1:])
    parsed = parse(page, article)
    return same_statements([Found(article=article, statements=statements(parsed, mentions(parsed, ())))], {}).judgements


def test_a_headline_sums_up_what_the_article_tells() -> None:
    text = "Xi Jinping told fishermen that China is keen to keep its piers and opposes any meddling in North Sea ports."
    judgements = headed("Xi Warns Against Meddling in North Sea Ports", text)
    assert ["headline" in judgement.why for judgement in judgements] == [True]
    assert headed("Xi Warns Against Fishing in North Sea Storms", text) == ()


def files_of(rows: list[dict[str, Any]], words: str) -> set[str]:
    """The first digits of the files that tell what the statement with some words tells."""
    group = {row["group"] for row in rows if words in row["quote"]}
    return {row["file"].rpartition("/")[2][:3] for row in rows if row["group"] in group}


# The nine statements that the seeds tell more than once: words of one telling, and the files of all.
GROUPS = {
    "reforms you are carrying out": {"000", "001"},  # the pledge of September, its sum, its headline, what is quoted of it
    "any attempts by outside forces": {"002", "004"},  # the message of January is another than the pledge
    "decisive and effective action": {"002", "004"},
    "shoot without warning in the event": {"001", "002", "004"},
    "sparked by an unknown foreign power": {"001", "004"},
    "ready to introduce their forces": {"002", "004"},
    "request to the CSTO": {"002", "004"},
    "Russia for help": {"001", "002"},
    "suppression of the Russian language": {"004"},
}


@pytest.mark.skipif(not SEEDS.is_dir(), reason="../shared/seeds is not there")
def test_groups_of_the_seeds(seeds_case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = [*shown(capsys, seeds_case, "statements"), *shown(capsys, seeds_case, "attitudes")]
    assert {words: files_of(rows, words) for words in GROUPS} == GROUPS
    group = Counter(row["group"] for row in rows)
    several = {row["group"] for row in rows if group[row["group"]] > 1}
    assert len(several) == len(GROUPS)  # and no other


@pytest.mark.skipif(not SEEDS.is_dir(), reason="../shared/seeds is not there")
def test_the_members_of_the_pledge_and_of_the_order(seeds_case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = shown(capsys, seeds_case, "statements")
    assert files_of(rows, "keen to maintain ties") == files_of(rows, "Meddling in Central Asia") == {"000", "001"}
    assert files_of(rows, "Open fire on non-quiet") == {"001", "002", "004"}
