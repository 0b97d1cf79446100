"""How far the names of bodies reach, and what is none."""

import pytest

from tests.test_mentions import actors, read, the


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("The Harbour Mining Company closed the pit.", "Harbour Mining Company"),
        ("Lakeside University objected.", "Lakeside University"),
        ("The Union of Writers of Norway objected.", "Union of Writers of Norway"),
        ("She taught at the University of Lillehammer.", "University of Lillehammer"),
        ("The International Institute for Coastal Studies said so.", "International Institute for Coastal Studies"),
        ("The fine was set by the Grain and Fisheries Commission on Monday.", "Grain and Fisheries Commission"),
        ("The airline Ravel and Envoy Air cancelled flights.", "Envoy Air"),
    ],
)
def test_a_body_has_its_whole_name(text: str, quote: str) -> None:
    assert actors(text)[quote] == f"name:{quote.lower()}"


def test_the_person_behind_a_body_is_another_actor() -> None:
    found = actors("Hillside College Rector Anna Lindqvist spoke to the students.")
    assert found["Hillside College"] == "name:hillside college"
    assert found["Anna Lindqvist"] == "name:anna lindqvist"


def test_two_bodies_joined_by_and_are_two() -> None:
    assert actors("The Lund Society and Harbour Mining Company paid.")["Harbour Mining Company"] == "name:harbour mining company"


def test_a_role_of_several_words_is_no_name() -> None:
    assert actors("The Council of Ministers of Chile met.")["Council of Ministers of Chile"] == ""


def test_a_name_inside_a_body_only_qualifies_it() -> None:
    text = "Ivo Brandt resigned. The Union of Writers of Norway and the Brandt Foundation thanked him."
    assert the(text, "Norway").use == "modifier"
    assert "Brandt" not in actors(text)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("The Supreme Military Court met on Monday.", "Supreme Military Court"),
        ("We changed our News Feed this year.", "News Feed"),
        ("Emil Lund won the Emil Solberg Prize.", "Emil Solberg Prize"),
        ("The club lost the chair of the Security Council of Kazakhstan.", "Security Council"),
    ],
)
def test_what_only_looks_like_a_name_is_none(text: str, quote: str) -> None:
    assert not any(key.startswith("name:") or key == "organisation:UNSC" for said, key in actors(text).items() if said == quote)


def test_an_adjective_before_a_name_is_no_title() -> None:
    assert not [one for one in read("The official Harbour account on Twitter was silent.") if one.type == "person"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Coach Ivo Brandt left the club. Coach Ivo Brandt was sad.", "ivo brandt"),
        ("She paid an Official Visit to Oslo.", ""),
        ("Tom Lindqvist, Jr. spoke. Jr. was told to wait.", "tom lindqvist"),
    ],
)
def test_a_person_is_no_title_and_no_common_word(text: str, name: str) -> None:
    assert {one.actor.partition(":")[2] for one in read(text) if one.type == "person" and one.actor} <= {name}


def test_a_newspaper_is_no_person() -> None:
    assert the("The newspaper Dagens Lund reported it. Dagens Lund asked why.", "Dagens Lund").type == "outlet"


def test_the_longer_name_wins_over_one_with_its_article() -> None:
    assert actors("Settlers in the West Bank blocked the road.")["West Bank"] == "place:west-bank"


@pytest.mark.parametrize(
    ("text", "quote", "country", "sector"),
    [
        ("The governor of Texas signed the bill.", "governor of Texas", "USA", "GOV"),
        ("Amhara militia held the road.", "Amhara militia", "ETH", "PRM"),
        ("The Ministry of Education of Chile denied it.", "Ministry of Education of Chile", "CHL", "GOV"),
        ("Norway's Pacific Mining Company left.", "Pacific Mining Company", "NOR", "BUS"),
    ],
)
def test_provinces_and_portfolios_have_their_country(text: str, quote: str, country: str, sector: str) -> None:
    found = the(text, quote)
    assert (found.country, found.sector) == (country, sector)


@pytest.mark.parametrize(("day", "country"), [("2015-05-01", "NLD"), ("2025-05-01", "IGO")])
def test_an_office_abroad_speaks_for_its_body(day: str, country: str) -> None:
    assert the("Mark Rutte said so.", "Mark Rutte", day).country == country


@pytest.mark.parametrize(("day", "sector"), [("2015-05-01", "REB"), ("2023-05-01", "GOV")])
def test_a_group_that_governs_is_the_government(day: str, sector: str) -> None:
    assert the("The Taliban closed the school.", "Taliban", day).sector == sector
