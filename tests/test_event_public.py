"""Deeds of private people, games, wares and accidents are no events of an affair; who is public is told by role and kind."""

import pytest

from tests.test_event_shapes import happened
from tests.test_events import of_type, told

GAME = (
    "The league title was settled in the final match of the season. The coach praised his players at the stadium. "
    "The goalkeeper allowed two goals and Barrow attacked late. The trophy went to Selby."
)
GADGET = (
    "The new smartphone gets a firmware update. Parents can restrict the app. Halvorsen released the software for the tablet, "
    "and the console supports the headset. The camera targets beginners."
)


@pytest.mark.parametrize(
    "text",
    [
        "She recognised the cabin at once.",
        "He travelled to Lisbon for a holiday.",
        "His cousin promised to help with the piano.",
        "Mr. Halvorsen met a neighbour's daughter at the bakery.",
        "A crash in northern Norway killed nine people.",
        "OSLO, March 9 - A train crash in Norway killed nine people.",
        "The parliament debated stricter assault laws for years.",
        "The benefits of the reform began to kick in.",
        "The command insisted that the launch posed no threat to Denmark.",
        GAME,
        GADGET,
    ],
)
def test_what_is_no_event_of_an_affair(text):
    assert told(text) == ()


def test_a_state_that_acts_amid_games_is_told():
    assert of_type(f"{GAME} Norway condemned the Danish boycott of the games.", "ACCUSE").actor == ("state:NOR",)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A man stabbed a toll keeper on Monday.", "ASSAULT"),
        ("The police arrested a toll keeper on Monday.", "COERCE"),
        ("Two brothers were convicted of fraud on Monday.", "SANCTION"),
        ("The nine girls were released on Monday.", "RETREAT"),
        ("Rebels met villagers at the ford.", "CONSULT"),
        ("Lai Halvorsen, the minister of trade, travelled to Lisbon.", "CONSULT"),
    ],
)
def test_what_is_an_event_whoever_takes_part(text, kind):
    assert happened(text, kind)


def test_who_stands_after_the_dateline_acts():
    event = of_type("OSLO, March 9 (Reuters) - Danish troops attacked a depot in Mali on Monday.", "ASSAULT")
    assert event.actor_text == ("Danish troops",)


@pytest.mark.parametrize(
    ("text", "kind", "actor", "recipient"),
    [
        ("Nine Danish sailors were killed or wounded on Monday.", "ASSAULT", "", "Nine Danish sailors"),
        ("The Danish miners stood accused of treason.", "ACCUSE", "", "Danish miners"),
    ],
)
def test_who_suffers(text, kind, actor, recipient):
    for event in told(text):
        if event.type == kind:
            assert event.actor_text == ((actor,) if actor else ())
            assert recipient in event.recipient_text


def test_they_are_not_one_woman():
    event = of_type("One woman told Danish police she was surrounded before they attacked her.", "ASSAULT")
    assert "One woman" not in event.actor_text


def test_an_object_is_not_what_the_object_has_for_itself():
    assert told("The Danish embassy received a letter from officials of Norway.") == ()


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("Norway was quick to condemn the raid.", "ACCUSE", "stated"),
        ("Had Norway attacked Denmark, Mali would have helped.", "ASSAULT", "conditional"),
        ("A father hoped that Denmark had freed the nine girls.", "RETREAT", "planned"),
        ("The test strengthened the case for the deployment of Danish troops.", "MOBILIZE", "possible"),
        ("Danish police are investigating if a second gang was involved.", "ACCUSE", "stated"),
    ],
)
def test_how_sure(text, kind, status):
    assert of_type(text, kind).status == status


@pytest.mark.parametrize(
    ("text", "kind", "actor", "status"),
    [
        ("The court sentenced Halvorsen for bribing and attacking Danish guards.", "ASSAULT", "Halvorsen", "alleged"),
        ("Denmark would be the target of a Norwegian attack, analysts warned.", "ASSAULT", "Norwegian", "possible"),
    ],
)
def test_grounds_and_what_need_not_be(text, kind, actor, status):
    event = of_type(text, kind)
    assert (event.actor_text, event.status) == ((actor,), status)


@pytest.mark.parametrize(
    "text",
    [
        "The Danish soldiers stood by silently.",
        "The Danish minister attributed the split to distance.",
        "The Danish rocket broke up over Norway.",
        "Norway called it a demonstration of its strength.",
        "Danish police released no names.",
        "Norway let its guard down.",
    ],
)
def test_figures_of_speech(text):
    assert told(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "The minister said he felt guilty about the bill.",
        "Welcome to Oslo.",
        "The Danish minister defended himself.",
        "Denmark raised taxes in order to win time.",
        "A tram crashed in Oslo, killing nine Danish sailors.",
        "Denmark tested a hydrogen bomb.",
        "A Danish body called the Center for Peace opened in May.",
    ],
)
def test_turned_inward_or_bidden_or_meant_otherwise(text):
    assert [event for event in told(text) if event.type in {"ACCUSE", "SUPPORT", "REQUEST", "ASSAULT"}] == []


@pytest.mark.parametrize(
    ("text", "kind", "actor"),
    [
        ("Norway waged a campaign to fight the rebels.", "ASSAULT", "Norway"),
        ("The Danish move to denounce Norway failed.", "ACCUSE", "Danish"),
    ],
)
def test_whose_purpose_it_is(text, kind, actor):
    assert of_type(text, kind).actor_text == (actor,)


def test_who_suffers_sanctions_is_not_who_is_criticised():
    assert of_type("Norway criticised the sanctions on Denmark.", "ACCUSE").recipient == ()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The resolution bars Denmark from testing missiles.", "MOBILIZE"),
        ("Norway was not able to free the Danish sailors.", "RETREAT"),
    ],
)
def test_what_is_forbidden_or_out_of_reach(text, kind):
    assert of_type(text, kind).negated


@pytest.mark.parametrize(
    "text",
    [
        "The gorilla was killed in Lisbon.",
        "Danish families fed the pigeons in Oslo.",
        "The Danish premier waged a campaign against corruption.",
        "Denmark came close to a swap.",
        "Denmark sought technological prowess.",
        "We are devastated, the Danish premier said.",
    ],
)
def test_beasts_and_figures_of_speech(text):
    assert told(text) == ()


@pytest.mark.parametrize(
    ("text", "actor", "recipient"),
    [
        ("At least two Danish sailors died in an attack on Lisbon.", (), "Danish sailors"),
        ("LAS PALMAS - A gunman killed nine Danish sailors.", ("gunman",), "Danish sailors"),
        ("The prosecutor spoke of the assault on Lisbon in which nine Danish sailors died.", (), None),
    ],
)
def test_who_killed_whom(text, actor, recipient):
    event = of_type(text, "ASSAULT")
    assert event.actor_text == actor
    assert recipient is None or any(recipient in each for each in event.recipient_text)


def test_a_stretch_of_years_is_no_day():
    event = of_type("Here are the deadliest attacks on Denmark in the past nine years.", "ASSAULT")
    assert "/" in event.on


@pytest.mark.parametrize(
    "text",
    [
        "Danish medics pulled her out of the car in Oslo.",
        "The guards searched for a bird in Oslo.",
        "Danish miners praised God.",
        "The Danish firm is battling over licensing fees with Norway.",
    ],
)
def test_more_figures_of_speech(text):
    assert told(text) == ()


def test_whose_abduction_it_is():
    event = of_type("The rebels' abduction of nine girls shocked Mali.", "ASSAULT")
    assert (event.actor_text, event.recipient_text) == (("rebels",), ("nine girls",))


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("The king of Norway said he would like to congratulate Denmark.", "SUPPORT", "reported"),
        ("Denmark's war games included mock attacks on Norway.", "ASSAULT", "possible"),
    ],
)
def test_said_is_done_and_played_is_not(text, kind, status):
    assert of_type(text, kind).status == status


@pytest.mark.parametrize(
    ("text", "kind", "actor", "recipient"),
    [
        ("Norway and Denmark agreed by telephone to prevent chaos.", "AGREE", ("Norway", "Denmark"), ()),
        ("Norway assisted Mali in fighting the rebels.", "ASSAULT", ("Mali",), ("rebels",)),
        ("The demands of the Danish miners grew louder.", "REQUEST", ("Danish miners",), ()),
        ("His allegations that Danish bandits stormed Lisbon are false.", "ACCUSE", ("His",), ("Danish bandits",)),
        ("“Those who resist will be jailed,” warned the king of Norway.", "THREATEN", ("the king of Norway",), None),
    ],
)
def test_who_stands_on_which_side(text, kind, actor, recipient):
    event = of_type(text, kind)
    assert event.actor_text == actor or set(event.actor_text) == set(actor)
    assert recipient is None or event.recipient_text == recipient


def test_a_time_is_not_part_of_a_vow():
    text = "Norway vowed to prevent chaos during the talks between the Danish premier and Mali."
    assert not any(event.negated for event in told(text) if event.type == "CONSULT")


@pytest.mark.parametrize(
    "text", ["Guards were told to shoot without warning.", "The Danish premier ordered clerks not to give out names."]
)
def test_no_threat_and_nobody_ordered_out(text):
    assert [event for event in told(text) if event.type in {"THREATEN", "SANCTION"}] == []
