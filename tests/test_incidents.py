"""Deeds of violence, and who is held responsible for them."""

import time

import pytest

from quality.sets.muc import predict
from quality.texts import article_of, page_of
from rashomon.find.article import find
from rashomon.find.incident.deeds import deed_at
from rashomon.find.incident.lexicon import FILE, BlameWords, DeedWords, lexicon
from rashomon.find.parse import model
from rashomon.records import Incident
from rashomon.words import entries


def told(text: str, published_on: str = "") -> list[Incident]:
    page = page_of(text)
    return list(find(page, article_of(page, published_on)).incidents)


def held(text: str) -> list[tuple[str, str]]:
    return [each for one in told(text) for each in zip(one.responsible, one.certainty, strict=True)]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Gunmen murdered a schoolteacher in Kano on Monday.", ["attack"]),
        ("A bomb exploded outside the central bank of Quetta. The blast killed a guard.", ["bombing"]),
        ("Masked men abducted the mayor of Goma from his house.", ["kidnapping"]),
        ("Two men set fire to the courthouse in Bamako.", ["arson"]),
        ("Four men robbed the savings bank in Tunja.", ["robbery"]),
        ("Two masked men hurled grenades at the customs house in Quetta.", ["bombing"]),
        ("An explosive device was placed outside the synagogue of Odesa and went off.", ["bombing"]),
        ("Rebels destroyed four pylons near Goma on Monday.", ["attack"]),
        ("The judge was killed by a bomb in Kano.", ["bombing"]),
        ("Guerrillas burned the granary of Goma on Monday.", ["arson"]),
        ("Guerrillas set a granary in Goma on fire.", ["arson"]),
        ("Rebels used explosives against the town hall of Goma.", ["bombing"]),
        ("Rebels dynamited the bridge of Goma.", ["bombing"]),
        ("The senator Ada Musa has died from gunshot wounds.", ["attack"]),
        ("Gunmen abducted a judge in Kano. Meanwhile, in Jos, another gang abducted a banker.", ["kidnapping", "kidnapping"]),
    ],
)
def test_each_deed_of_violence_is_an_incident_of_its_kind(text, kinds):
    assert [one.incident for one in told(text)] == kinds


@pytest.mark.parametrize(
    "text",
    [
        "The rebels have not killed the mayor of Goma.",
        "The general said that the gunmen would murder the mayor.",
        "Three soldiers were killed in the clash.",
        "Rebels destroyed an army helicopter near Goma.",
        "The bishop was murdered in 1980.",
        "The bus crash killed a schoolteacher.",
        "The film was shot in Rome.",
        "The ministry released a statement on Monday.",
        "The device was used to measure the wind.",
        "North Korea fired a missile over the sea on Friday.",
        "So far this year, nine teachers have been murdered.",
        "The bishop of Yola died of a heart attack on Monday. The heart attack surprised his doctor.",
        "A cyber attack on the mint closed its website.",
        "Eight people were injured and two died when the tram overturned.",
        "They kill people.",
        "Shining Path denied having murdered the mayor.",
        "The minister denied that the army had murdered the mayor.",
    ],
)
def test_what_was_not_done_or_long_ago_or_by_accident_or_to_fighters_is_none(text):
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "group", "certainty"),
    [
        ("Boko Haram abducted a schoolteacher in Yola on Monday.", "Boko Haram", "stated as fact"),
        ("A schoolteacher was abducted in Yola by members of Boko Haram.", "Boko Haram", "stated as fact"),
        ("Gunmen killed the mayor of Yola. Boko Haram claimed responsibility for the murder.", "Boko Haram", "admitted"),
        ("The mayor of Yola was murdered. The widow accused Boko Haram of the murder.", "Boko Haram", "accused"),
        ("The mayor of Yola was murdered. The police blamed Boko Haram for the crime.", "Boko Haram", "accused by authorities"),
        ("The mayor of Yola was murdered. The murder may have been the work of Boko Haram.", "Boko Haram", "possible"),
        ("The mayor of Yola was murdered, apparently by Boko Haram.", "Boko Haram", "accused"),
        ("Members of Boko Haram attacked a police car in Yola.", "Boko Haram", "stated as fact"),
        (
            "The murder of Ada Musa, director of the mint and a friend of the poor, by members of Boko Haram shocked Yola.",
            "Boko Haram",
            "stated as fact",
        ),
        (
            "Members of the Communist Party of Chile planted a bomb at the mint of Santiago.",
            "Communist Party of Chile",
            "stated as fact",
        ),
        (
            "The mayor of Yola was murdered by alleged members of Boko Haram. The militants murdered the mayor at night.",
            "Boko Haram",
            "accused",
        ),
        ("The murder of the judge was an action by the army and not by Boko Haram.", "army", "stated as fact"),
        ("Boko Haram is active in Yola. The militants murdered the mayor on Monday.", "Boko Haram", "stated as fact"),
        (
            "A bomb exploded at the port. A group calling itself “Sons of the Reef” claimed credit.",
            "Sons of the Reef",
            "admitted",
        ),
        ("The army bombed two villages near Goma, killing a nurse.", "army", "stated as fact"),
    ],
)
def test_who_is_held_responsible_and_how_surely(text, group, certainty):
    assert held(text) == [(group, certainty)]


@pytest.mark.parametrize(
    "text",
    [
        "A bomb exploded at the port. No group has claimed responsibility. The army closed the road.",
        "Gunmen killed the mayor of Yola. The murderers wore military uniforms.",
        "Unknown men murdered the mayor. The army chief mourned him.",
        "Militiamen killed the Prado brothers in Yola. They also kidnapped ten alleged Boko Haram militants.",
    ],
)
def test_nobody_is_held_responsible_without_words_that_do_so(text):
    assert told(text)
    assert held(text) == []


def test_a_denial_leaves_an_accusation():
    text = "Guerrillas of Shining Path murdered the mayor of Puno. Shining Path has denied any involvement in the murder."
    assert held(text) == [("Shining Path", "accused")]


def test_two_may_be_accused_together():
    text = "A dynamite attack killed ten clerks. The union blamed the government and the armed forces for the attack."
    assert held(text) == [("government", "accused"), ("armed forces", "accused")]


def test_an_unknown_group_is_called_by_its_name_and_acronym():
    text = "The Northern Patriotic Front (NPF) claimed responsibility for the bombing of the mill. The NPF sent a letter."
    assert held(text) == [("Northern Patriotic Front [NPF]", "admitted")]


def test_the_passages_are_those_of_the_page():
    text = "The mayor of Yola was murdered. The police blamed Boko Haram for the crime."
    (one,) = told(text)
    assert text[one.cited.start : one.cited.end] == one.cited.quote == "murdered"
    assert [text[start:end] for start, end in one.held_at] == ["Boko Haram"]
    assert one.responsible_actor == ("organisation:BokoHaram",)
    assert one.victims == ("mayor",)


def test_a_crime_named_again_far_below_is_still_the_deed():
    text = (
        "A bomb exploded at the port of Puno. Rain fell. The mayor spoke. The market opened. "
        "The union said that it held Shining Path responsible for this crime."
    )
    assert held(text) == [("Shining Path", "accused")]


def test_those_who_suffer_are_not_blamed():
    text = "A leader of the Northern Patriotic Front was murdered in Puno. The widow blamed Shining Path for the murder."
    assert held(text) == [("Shining Path", "accused")]


@pytest.mark.parametrize(
    "entry", entries(FILE, "deed", DeedWords), ids=lambda entry: f"{entry.incident} {(entry.verb + entry.noun)[0]}"
)
def test_the_example_of_each_entry_is_such_a_deed(entry):
    doc = model()(entry.example.replace("«", "").replace("»", ""))
    found = [deed for token in doc for deed in deed_at(token, 0, lexicon())]
    assert entry in [deed.entry for deed in found]


@pytest.mark.parametrize(("array", "kind"), [("deed", DeedWords), ("blame", BlameWords)])
def test_no_word_of_the_lexicon_stands_in_two_entries(array, kind):
    every = [
        (part, word)
        for entry in entries(FILE, array, kind)
        for part in ("verb", "noun", "words")
        for word in getattr(entry, part, ())
    ]
    assert len(every) == len(set(every))


def test_a_hostile_text_takes_linear_time():
    started = time.process_time()
    told("A bomb exploded. " + "A.A-B " * 3000 + "Front " * 3000 + '"' * 3000)
    assert time.process_time() - started < 20


def test_the_set_gets_the_levels_of_its_keys():
    line = {
        "id": "1",
        "text": "   LIMA, 3 MAY 91 -- [REPORT] [TEXT] SHINING PATH TODAY MURDERED THE\nMAYOR OF PUNO AND BURNED HIS HOUSE.",
    }
    assert list(predict([line])) == [
        {
            "id": "1",
            "templates": [
                {"type": "ATTACK", "organizations": [{"name": "SHINING PATH", "confidence": "REPORTED AS FACT"}]},
            ],
        }
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor of Yola was murdered on 3 March. The mayor of Kano was murdered on 9 March.",
        "A bomb exploded in a hotel in Quetta on Monday. Another bomb exploded in a bank in Lahore on Tuesday.",
        "Gunmen killed the judge Ada Musa in Yola. They also killed the bishop John Peters in Goma.",
    ],
)
def test_days_places_and_names_tell_two_incidents_apart(text):
    assert len(told(text)) == 2


@pytest.mark.parametrize(
    "text",
    [
        "A bomb exploded in a hotel in Quetta on Monday. The bomb exploded at noon. The explosion killed a guard.",
        "The mayor of Yola was murdered on Monday. The murder of the mayor shocked the town.",
        "Gunmen killed a judge and wounded his driver in Yola. The attack took place at noon in the north of the town.",
    ],
)
def test_a_deed_told_again_is_one_incident(text):
    assert len(told(text)) == 1


def test_what_is_dated_long_before_the_article_is_background():
    text = "The bishop of Yola was murdered on 3 March."
    assert told(text, "2021-03-20")
    assert not told(text, "2021-08-20")


@pytest.mark.parametrize(
    "text",
    [
        "The bishop of Yola was murdered in May 2019.",
        "The May 2019 murder of the bishop of Yola is not forgotten.",
        "The mayor recalled May 2019, when the judges of Yola were murdered.",
    ],
)
def test_so_is_what_its_own_phrase_puts_in_a_month_long_past(text):
    assert not told(text, "2021-08-20")


def test_what_its_own_phrase_puts_in_this_month_is_news():
    assert told("The bishop of Yola was murdered in May 2019.", "2019-05-20")


def test_those_whose_murder_it_is_suffer_it():
    (one,) = told("Police opened an inquiry after the judge's murder in Yola.")
    assert one.victims == ("judge",)


def test_deeds_of_unknown_men_are_not_laid_on_a_group_that_did_another():
    text = (
        "Boko Haram murdered the mayor of Yola on 3 March. The market was quiet. Nobody came. "
        "Unidentified men murdered the bishop John Peters in Goma on 9 March."
    )
    assert [one.responsible for one in told(text)] == [("Boko Haram",), ()]


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("A gang called the Magpies abducted a banker in Tunja.", "Magpies"),
        (
            "A group calling itself the Green Reef commando claimed responsibility for the bombing of the mill.",
            "Green Reef commando",
        ),
        ("A bomb exploded at the port. The RQL guerrillas planted the bomb at night.", "RQL"),
    ],
)
def test_names_that_only_the_words_around_give_away(text, group):
    assert [name for name, _ in held(text)] == [group]


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("The mayor of Yola was murdered. According to the rebels, the army and the government are responsible.", "accused"),
        ("The mayor of Yola was murdered by alleged members of Boko Haram, the police said.", "accused"),
        ("The mayor of Yola was murdered. The general accused Boko Haram of the murder.", "accused by authorities"),
        ("The army accepted responsibility for the murder of the reporter in Yola.", "admitted"),
        ("The mayor of Yola was murdered. The police hold Boko Haram responsible for the crime.", "accused by authorities"),
        ("The mayor of Yola was murdered. Members of Boko Haram took part in the murder.", "stated as fact"),
        ("The mayor of Yola was murdered. There is no evidence that Boko Haram committed the crime.", "possible"),
        (
            "The mayor of Yola was murdered. Two members of Boko Haram were arrested in connection with the murder.",
            "accused by authorities",
        ),
        ("Al-Manar said that Hezbollah murdered the mayor of Tyre.", "admitted"),
        ("Shining Path fighters shot the mayor of Puno. The group claimed responsibility for the murder.", "admitted"),
        (
            "A bomb exploded at the port. No one has claimed the bombing, but the police blamed Boko Haram for it.",
            "accused by authorities",
        ),
    ],
)
def test_whose_accusation_it_is(text, certainty):
    assert [sure for _, sure in held(text)][:1] == [certainty]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor of Yola was murdered. Ada Musa, who is responsible for music at the Northern Patriotic Front, mourned him.",
        "The mayor of Yola was murdered. Police held the alleged banker of Boko Haram in Lagos.",
        "The mayor of Yola was murdered. The banker Ada Musa, police said, is linked to Boko Haram.",
        "The mayor of Yola was murdered. Neither Boko Haram nor any other group claimed responsibility.",
        "The mayor of Yola was murdered. None of the groups of the north, Boko Haram among them, claimed responsibility.",
        "The mayor of Yola was murdered. The widow did not blame Boko Haram for the murder.",
        "The attack on the mint was condemned by Boko Haram.",
    ],
)
def test_words_of_blame_about_something_else_blame_nobody(text):
    assert held(text) == []


@pytest.mark.parametrize(
    ("text", "blamed"),
    [
        ("The mayor of Yola was murdered. The army was accused by Boko Haram of the murder.", "army"),
        ("The mayor of Yola was murdered. Boko Haram was accused of the murder by the army.", "Boko Haram"),
        ("The mayor of Yola was murdered. Boko Haram was blamed for the murder.", "Boko Haram"),
        ("The mayor of Yola was murdered. The murder was attributed to Boko Haram.", "Boko Haram"),
        ("The mayor of Yola was murdered. Boko Haram, accused of the murder by the army, fell silent.", "Boko Haram"),
    ],
)
def test_who_is_accused_and_not_who_accuses(text, blamed):
    assert held(text) == [(blamed, "accused")]


def test_a_group_called_so_is_the_one_named_last():
    text = (
        "Boko Haram is active in Yola. Boko Haram burned a market last week. On Monday a bomb exploded in a church in Kano. "
        "The Northern Patriotic Front sent a letter to a newspaper. The organization claimed responsibility for the bombing."
    )
    (bombing,) = [one for one in told(text) if one.incident == "bombing"]
    assert bombing.responsible == ("Northern Patriotic Front",)
