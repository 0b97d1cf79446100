import pytest

from rashomon.exonyms import meaning
from rashomon.link.abroad import abroad
from rashomon.link.actors import actors
from rashomon.link.clusters import clusters
from tests.test_link_actors import mention, pile


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Kanadyjczycy", "state:CAN"),
        ("Kanaďané", "state:CAN"),
        ("канадцы", "state:CAN"),
        ("Niemcy", "state:DEU"),
        ("Německo", "state:DEU"),
        ("німці", "state:DEU"),
        ("Spolková republika Německo", "state:DEU"),
        ("Republika Estonia", "state:EST"),
        ("państwo estońskie", "state:EST"),
        ("Severní Makedonie", "state:MKD"),
        ("Macedonia Północna", "state:MKD"),
        ("Zjednoczone Emiraty Arabskie", "state:ARE"),
        ("Japonci", "state:JPN"),
        ("јапанци", "state:JPN"),
        ("швейцарцы", "state:CHE"),
        ("Bukurešť", "place:bucharest"),
        ("Kodaň", "place:copenhagen"),
        ("Severna Koreja", "state:PRK"),
        ("Korea Południowa", "state:KOR"),
        ("východní Evropa", "place:eastern-europe"),
        ("katoliccy", "people:catholics"),
        ("Republika", ""),
        ("Litovel", ""),
        ("Anna Berg", ""),
        ("Indonesien", ""),
        ("", ""),
    ],
)
def test_a_slavic_name_of_a_land_is_the_land(name: str, key: str) -> None:
    assert meaning(name) == key


def test_a_part_of_a_person_s_name_is_no_land() -> None:
    assert abroad({"Kuba", "Kanada"}, {"Jan Kuba", "Petr Lund"}) == {"Kanada": "state:CAN"}


def test_names_of_one_land_on_two_pages_become_one_actor() -> None:
    found = actors(pile(mention("Kanadyjczycy", "people"), mention("Ottavané", "people"))).judgements
    assert [(one.left, one.right) for one in found] == [("name:kanadyjczycy", "state:CAN")]
    assert found[0].why == "«Kanadyjczycy» is Canada in the Slavic press"


def test_names_of_a_group_no_entry_knows_meet_each_other() -> None:
    keys = ["name:katolicy", "name:katolíci"]
    found = actors(pile(mention("Katolicy", "people"), mention("Katolíci", "people"))).judgements
    assert len({clusters(keys, found)[key] for key in keys}) == 1


def test_an_english_name_and_a_person_are_left_alone() -> None:
    assert not actors(pile(mention("Polak"), mention("Jordan", "organisation"))).judgements
