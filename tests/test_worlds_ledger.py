"""What later pages make of a prediction; nothing by the deed of another, an older one or a denial."""

from functools import cache

import pytest

from rashomon.find.article import find
from rashomon.records import Found
from rashomon.worlds.ledger import ledger
from rashomon.worlds.outcome import Forecast
from tests.test_worlds import keys, paged

EXPECTED = """Kenya will send troops to Uganda.
Kenya will close the border with Uganda.
The parliament of Uganda is likely to reject the loan.
William Ruto will visit Tanzania in March.
Kenya will not sign the treaty.
Rwanda vowed to shut the camps."""


@cache
def outlook() -> Found:
    return find(*paged("Harbour Post", "Outlook", EXPECTED, "2023-02-01"))


def of(says: str, later: str, day: str = "2023-06-01") -> Forecast:
    founds = (outlook(), find(*paged("Lake Courier", "News", later, day)))
    return next(one for one in ledger(founds, keys(founds)) if one.says.startswith(says))


@pytest.mark.parametrize(
    ("says", "later"),
    [
        ("Kenya will send troops", "Kenya deployed soldiers to Uganda on Monday."),
        ("Kenya will close", "Kenya closed its border with Uganda on Monday."),
        ("The parliament", "The parliament of Uganda rejected the loan."),
        ("William Ruto", "William Ruto visited Tanzania in March."),
        ("Kenya will not sign", "Kenya refused to sign the treaty."),
        ("Rwanda", "Rwanda shut the camps."),
    ],
)
def test_what_came_so_bears_a_prediction_out(says: str, later: str) -> None:
    one = of(says, later)
    assert [passage.quote for passage in one.borne_out]
    assert not one.contradicted
    assert [judgement.verdict for judgement in one.judgements] == ["agrees"]


@pytest.mark.parametrize(
    ("says", "later"),
    [
        ("Kenya will send troops", "Kenya did not send troops to Uganda."),
        ("Kenya will send troops", "The opposition denied that Kenya had sent troops to Uganda."),
        ("The parliament", "The parliament of Uganda approved the loan."),
        ("Kenya will not sign", "Kenya signed the treaty."),
        ("Rwanda", "Rwanda refused to shut the camps."),
    ],
)
def test_what_came_otherwise_contradicts_a_prediction(says: str, later: str) -> None:
    one = of(says, later)
    assert not one.borne_out
    assert [judgement.verdict for judgement in one.judgements] == ["conflicts"]


@pytest.mark.parametrize(
    ("says", "later"),
    [
        ("Kenya will send troops", "Uganda sent troops to Kenya."),
        ("Kenya will close", "Uganda closed the border with Kenya."),
        ("Kenya will close", "Kenya closed the border with Tanzania."),
        ("Kenya will close", "In 2019 Kenya had closed the border with Uganda."),
        ("William Ruto", "William Ruto cancelled his visit to Tanzania."),
        ("Rwanda", "Rwanda may shut the camps."),
    ],
)
def test_what_is_another_matter_says_nothing_of_a_prediction(says: str, later: str) -> None:
    one = of(says, later)
    assert not one.borne_out
    assert not one.contradicted


def test_what_was_told_before_says_nothing_of_a_prediction() -> None:
    assert not of("Rwanda", "Rwanda shut the camps.", day="2023-01-15").borne_out
