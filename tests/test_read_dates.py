"""Days of publication: stated by a head, declared by markup, derived from the text when that is certain, else unknown."""

import pytest

from rashomon.read.published import UNKNOWN, Published, date_in, declared_date, derived, stated


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("May 3, 2021", "2021-05-03"),
        ("Sept. 3rd 2021", "2021-09-03"),
        ("Posted on 3 May 2021 at 10:42", "2021-05-03"),
        ("the 3rd of May, 2021", "2021-05-03"),
        ("2021-05-03T08:00:00Z", "2021-05-03"),
        ("2021/5/3", "2021-05-03"),
        ("15.09.2022 12:34", "2022-09-15"),
        ("23/05/2021", "2021-05-23"),
        ("05/23/21", "2021-05-23"),
        ("04/04/2021", "2021-04-04"),
        ("03/04/2021", ""),  # April or March
        ("31 February 2021", ""),
        ("May 2021", ""),
        ("version 2021.5", ""),
        ("call 05.13.99", ""),
    ],
)
def test_a_full_date_is_read_when_it_can_be_read_in_one_way_only(text, day):
    assert date_in(text) == day


def test_published_outranks_updated():
    found = stated(["Updated: May 5, 2021", "By Anna Brown", "Published: May 4, 2021"])
    assert found == Published("2021-05-04", "day", "stated", "Published: May 4, 2021")


def test_a_head_without_a_date_states_nothing():
    assert stated(["By Anna Brown", "2 hours ago"]) == UNKNOWN


@pytest.mark.parametrize(
    ("value", "day", "precision"),
    [
        ("2022-01-10T08:00:00Z", "2022-01-10", "day"),
        ("2022-01", "2022-01", "month"),
        ("2022", "2022", "year"),
        ("10 January 2022", "2022-01-10", "day"),
    ],
)
def test_a_declared_date_is_as_long_as_its_precision(value, day, precision):
    found = declared_date(value)
    assert (found.on, found.precision, found.origin) == (day, precision, "stated")


@pytest.mark.parametrize("value", ["", "yesterday", "2022-13-40", "0000"])
def test_a_declared_date_that_is_none_is_unknown(value):
    assert declared_date(value) == UNKNOWN


@pytest.mark.parametrize(
    ("body", "on", "precision", "origin"),
    [
        ("HARROW, January 6, 2022 (Reuters) — Deputies met on Thursday.", "2022-01-06", "day", "stated"),
        ("Deputies met yesterday, May 3, 2021, to vote.", "2021-05-04", "day", "derived"),
        ("Today, 3 May 2021, deputies met to vote.", "2021-05-03", "day", "derived"),
        ("Earlier this month, on 4 June 2020, the ferries stopped.", "2020-06", "month", "derived"),
        ("He spoke after the 77th session of the UN General Assembly.", "2022", "year", "derived"),
        ("Since the 74th UN General Assembly the lake has frozen twice.", "2019", "year", "derived"),
    ],
)
def test_what_a_text_lets_one_conclude(body, on, precision, origin):
    found = derived(body)
    assert (found.on, found.precision, found.origin) == (on, precision, origin)
    assert found.anchor
    assert found.anchor in body


@pytest.mark.parametrize(
    "body",
    [
        "He spoke after the 77th session of the UN General Assembly, and again in 2024.",  # written later than the session
        "The ferries stopped on 4 June 2020. Nothing has happened this month.",  # two sentences, two times
        "On May 3, 2021, deputies met to vote.",  # the day of an event
        "The 30th anniversary of the treaty was celebrated.",
        "Yesterday the ferries stopped; the vote of 3 May 2021 is forgotten.",
    ],
)
def test_what_is_not_certain_stays_unknown(body):
    assert derived(body) == UNKNOWN
