"""What is told in the words of a deed and is none, and sides, times and statuses that the nearest words do not give."""

import pytest

from tests.test_events import of_type, told

NONE = (
    ("The decline of Norwegian trade hit the whole of Denmark.", "ASSAULT"),
    ("The bad press hurt the shady brokers in Oslo.", "ASSAULT"),
    ("The leak has badly damaged the reputation of Norway.", "ASSAULT"),
    ("Norway is sinking billions of crowns into a new port.", "ASSAULT"),
    ("The Danish minister called the drill a rehearsal for war.", "ASSAULT"),
    ("Norway's data was compromised by the Danish clerk.", "CONCEDE"),
    ("The airline turned away a Danish passenger.", "COERCE"),
    ("Danish soldiers came to the scene.", "CONSULT"),
    ("Did Norway attack Denmark?", "ASSAULT"),
    ("“Kill the Danes with stones,” the preacher in Oslo said.", "ASSAULT"),
    ("STORM HAVOC Two Danish ferries collide RATE SHOCK Norway attacks Denmark in court over fees", "ASSAULT"),
    ("Hide Caption 3 of 9 Photos of the attack in Norway Danish guards look on.", "ASSAULT"),
    ("More than nine Danes were taken from a school in the town of Bergen.", "ASSAULT"),
    ("Norway regrets the death of nine Danish miners.", "ACCUSE"),
    ("The Danish port charged Norwegian ships a fee.", "ACCUSE"),
    ("Norway is trying to battle an uptick in road deaths.", "ASSAULT"),
    ("Norway declined to comment on Denmark.", "REJECT"),
    ("The court in Oslo has put the Nordby Solar Probe of Denmark on show.", "ACCUSE"),
)


@pytest.mark.parametrize(("text", "kind"), NONE)
def test_no_such_deed(text, kind):
    assert [event.cited.quote for event in told(text) if event.type == kind] == []


def test_what_a_visit_was_aimed_at_leaves_it_done():
    text = "The king's visit to Norway was aimed at signing a treaty."
    event = of_type(text, "CONSULT")
    assert (event.mode, event.status, event.negated) == ("visit", "stated", False)


def test_no_verb_reaches_past_another_for_its_noun():
    event = of_type("The Danish groups began revealing the results of an inquiry into Norway.", "ACCUSE")
    assert event.cited.quote == "inquiry"


def test_what_will_lead_to_a_deed_announces_none():
    assert of_type("The talks will lead to the release of nine Danes.", "RETREAT").status in {"predicted", "possible"}


def test_sanctions_that_are_violated_stand():
    text = "Norway accused Denmark of violating the sanctions imposed by Mali."
    assert "alleged" not in {event.status for event in told(text) if event.cited.quote.startswith("sanctions")}


def test_a_clause_after_which_something_was_done_is_no_part_of_the_threat():
    event = of_type("Norway threatened to bomb Denmark after Mali arrested nine Norwegians.", "COERCE")
    assert event.status != "planned"


@pytest.mark.parametrize(
    ("text", "kind", "actor", "recipient"),
    [
        ("Two Danish guards injured in Bergen raid.", "ASSAULT", None, "Two Danish guards"),
        ("The guards freed nine of the Danes kidnapped in May.", "ASSAULT", None, "Danes"),
        ("An attack in Bergen, Norway, which killed nine Danes, was condemned.", "ASSAULT", None, "nine Danes"),
        ("Norway met Denmark's demand for talks.", "CONCEDE", "Norway", "Denmark"),
        ("The guards had been sent with a mission to destroy the Danish embassy.", "ASSAULT", None, "Danish embassy"),
    ],
)
def test_sides_that_the_nearest_noun_does_not_give(text, kind, actor, recipient):
    found = [event for event in told(text) if event.type == kind and recipient in " ".join(event.recipient_text)]
    assert found
    assert all(actor in event.actor_text if actor else "Norway" not in event.actor_text for event in found)


def test_the_day_something_was_said_is_not_the_day_it_was_done():
    said = of_type("Norway said on Monday that rebels had attacked Denmark.", "ASSAULT", published_on="2022-09-14")
    done = of_type("Norway said that rebels attacked Denmark on Monday.", "ASSAULT", published_on="2022-09-14")
    assert (said.on, done.on) == ("", "2022-09-12")


def test_the_day_of_a_feast_is_not_the_day_of_its_blame():
    text = "Norway criticised the organisers of Denmark's New Year's Eve party."
    assert of_type(text, "ACCUSE", published_on="2022-12-30").on == ""


def test_several_hundred_is_no_number():
    assert of_type("Rebels killed several hundred Danes.", "ASSAULT").dead == ""


def test_soldiers_sent_for_a_fair_threaten_nobody():
    assert [event.type for event in told("Norway will deploy soldiers for the fair.") if event.type == "THREATEN"] == []


def test_advice_is_no_threat():
    text = "The Norwegian police warned Danish residents to stay indoors."
    assert {event.type for event in told(text)} == {"REQUEST"}
