from pathlib import Path

import pytest

from rashomon.gazetteer import gazetteer, load
from rashomon.words import LexiconError


def keys(form: str) -> set[str]:
    return {sense.actor.key for sense in gazetteer().of(form)}


@pytest.mark.parametrize(
    ("form", "key"),
    [
        ("Akorda", "government:KAZ-presidency"),
        ("Kremlin", "government:RUS-presidency"),
        ("Élysée", "government:FRA-presidency"),
        ("Zhongnanhai", "government:CHN-presidency"),
        ("Celestial Empire", "state:CHN"),
        ("Albion", "state:GBR"),
        ("CSTO", "organisation:CSTO"),
        ("Nur-Sultan", "state:KAZ"),
        ("Burma", "state:MMR"),
        ("Brussels", "organisation:EU"),
        ("Brussels", "place:brussels"),
        ("Elbasy", "person:nursultan-nazarbayev"),
        ("TASS", "outlet:tass"),
        ("Alma-Ata", "place:almaty"),
    ],
)
def test_a_form_means_its_actor(form: str, key: str) -> None:
    assert key in keys(form)


def test_every_member_of_the_united_nations_is_there() -> None:
    states = [actor for actor in gazetteer().actors.values() if actor.type == "state"]
    assert len(states) >= 193
    assert all(actor.country and actor.wikidata for actor in states)


@pytest.mark.parametrize(
    ("country", "role", "day", "name"),
    [
        ("KAZ", "president", "2018-05-01", "Nursultan Nazarbayev"),
        ("KAZ", "president", "2022-09", "Kassym-Jomart Tokayev"),
        ("RUS", "foreign minister", "2010", "Sergei Lavrov"),
        ("DEU", "chancellor", "2015-01-01", "Angela Merkel"),
        ("USA", "president", "1994", "Bill Clinton"),
    ],
)
def test_an_office_has_its_holder_of_the_day(country: str, role: str, day: str, name: str) -> None:
    assert [actor.name for actor in gazetteer().holders(country, role, day)] == [name]


def test_a_person_has_the_sector_of_the_day() -> None:
    blair = gazetteer().actors["person:tony-blair"]
    assert [blair.sector_on(day) for day in ("2003-01-01", "2023-01-01", "")] == ["GOV", "ELI", "GOV"]


def test_no_office_ends_before_it_begins() -> None:
    offices = [(actor.key, office) for actor in gazetteer().actors.values() for office in actor.offices]
    assert [key for key, office in offices if office.until and office.until < office.since] == []


def test_every_country_of_an_entry_is_a_state_or_a_group_of_states() -> None:
    known = {actor.country for actor in gazetteer().actors.values() if actor.type == "state"}
    others = {actor.country for actor in gazetteer().actors.values()} - known
    assert others == {"", "UNO", "EUR", "IGO", "NGO", "IMG"}


@pytest.mark.parametrize(
    ("key", "country", "day", "member"),
    [
        ("organisation:CSTO", "KAZ", "2022-01-06", True),
        ("organisation:CSTO", "UZB", "2010", True),
        ("organisation:CSTO", "UZB", "2022-01-06", False),
        ("organisation:NATO", "FIN", "2022-01-06", False),
        ("organisation:EU", "GBR", "2016-06-23", True),
    ],
)
def test_a_pact_has_its_members_of_the_day(key: str, country: str, day: str, member: bool) -> None:
    held = {one.country for one in gazetteer().actors[key].members if one.holds(day)}
    assert (country in held) is member


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "own.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_user_adds_and_extends(tmp_path: Path) -> None:
    own = written(
        tmp_path,
        """
[[organisation]]
key = "organisation:harbour-league"
name = "Harbour League"
type = "organisation"
country = "NOR"

[[person]]
key = "person:kassym-jomart-tokayev"
name = "Kassym-Jomart Tokayev"
forms = ["K. K. Tokayev"]

[[epithet]]
text = "Land of the Great Steppe"
means = "state:KAZ"
""",
    )
    known = load([own])
    assert known.of("harbour league")[0].actor.country == "NOR"
    assert known.of("K. K. Tokayev")[0].actor.country == "KAZ"
    assert known.actors["person:kassym-jomart-tokayev"].offices
    assert known.of("Land of the Great Steppe")[0].actor.key == "state:KAZ"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('\n[[state]]\ncode = "Kazakhstan"\nname = "Kazakhstan"\n', "own.toml, line 2, entry 1 of state"),
        ('[[person]]\nname = "X"\n', "missing required field `key`"),
        ('[[person]]\nkey = "person:x"\nname = "X"\nofices = []\n', "ofices"),
        ('[[person]]\nkey = "person:x"\nname = "X"\noffices = [{ role = "president", since = "May 2001" }]\n', "since"),
        ('[[planet]]\nname = "Mars"\n', "[[planet]] is no array of the gazetteer"),
        (
            '[[epithet]]\ntext = "Red Planet"\nmeans = "state:MARS"\n',
            "line 1, entry 1 of epithet: epithet «Red Planet» means state:MARS",
        ),
        ("[[person]\n", "own.toml"),
    ],
)
def test_a_malformed_file_says_where_and_what(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(LexiconError) as error:
        load([written(tmp_path, text)])
    assert told in str(error.value)
    assert "own.toml" in str(error.value)


def test_a_missing_file_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match=r"none\.toml"):
        load([tmp_path / "none.toml"])
