"""Shapes of sentences that event coders get wrong: whether it happened, where and by whom, and words meant in a figure."""

import pytest

from tests.test_events import of_type, told

HAPPENED = frozenset({"stated", "reported"})


def happened(text, kind):
    """The events of a kind that the text tells as done."""
    found = [event for event in told(text) if event.type == kind]
    return [event for event in found if event.status in HAPPENED and not event.negated and not event.historical]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Norway refused to withdraw its troops from Mali.", "RETREAT"),
        ("Norway failed to free the Danish sailors.", "RETREAT"),
        ("Norway decided not to arrest the Danish sailors.", "COERCE"),
        ("Norway is not going to attack Denmark.", "ASSAULT"),
        ("Norway stopped short of attacking Denmark.", "ASSAULT"),
        ("Norway denies having attacked Denmark.", "ASSAULT"),
        ("Danish troops were not involved in any attack on Norway.", "ASSAULT"),
        ("Norway planned an attack on Denmark.", "ASSAULT"),
        ("Norway promised to arrest the smugglers.", "COERCE"),
        ("Norway ordered its guards to shoot the smugglers.", "ASSAULT"),
        ("Norway offered to mediate between Denmark and Mali.", "CONSULT"),
        ("Norway threatened to bomb Denmark.", "ASSAULT"),
        ("Norway requested a visit by the Danish premier.", "CONSULT"),
        ("The general gave orders to kill the rebels.", "ASSAULT"),
        ("If Norway fails, Denmark will invade Mali.", "ASSAULT"),
        ("Norway could deploy troops along the Danish border.", "MOBILIZE"),
        ("Norway would attack Denmark if it were threatened.", "ASSAULT"),
        ("Such a step would force Norway to invade Denmark.", "ASSAULT"),
        ("Unless the talks succeed, Norway may expel the Danish ambassador.", "SANCTION"),
        ("Norway allegedly bombed Danish ships.", "ASSAULT"),
        ("Norway is said to have bombed Danish ships.", "ASSAULT"),
        ("It looks like Norway bombed Danish ships.", "ASSAULT"),
        ("There was an impression that Norway attacked Denmark.", "ASSAULT"),
        ("The so-called Norwegian invasion of Denmark made headlines.", "ASSAULT"),
        ("The Norwegian troops killed nine miners in December 1986.", "ASSAULT"),
        ("Nine years ago Norway invaded Denmark.", "ASSAULT"),
        ("Norway marked the anniversary of the Danish invasion.", "ASSAULT"),
        ("The obituary recalled the Norwegian attack on Denmark.", "ASSAULT"),
        ("The film tells of a Norwegian attack on Denmark.", "ASSAULT"),
        ("The Norwegian coach said his team attacked Denmark in the final.", "ASSAULT"),
        ("Norway had been expected to recall its ambassador from Denmark.", "SANCTION"),
        ("Norway has no intention of attacking Denmark.", "ASSAULT"),
        ("Norway was prevented from attacking Denmark.", "ASSAULT"),
        ("Norway ruled out an attack on Denmark.", "ASSAULT"),
    ],
)
def test_what_is_not_told_as_done(text, kind):
    assert happened(text, kind) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The deployment of Norwegian troops to Mali began on Monday.", "MOBILIZE"),
        ("The Danish premier's visit to Oslo ended on Monday.", "CONSULT"),
        ("The Norwegian crackdown on Danish sailors continued.", "COERCE"),
        ("The withdrawal of Norwegian forces from Mali is complete.", "RETREAT"),
        ("Norway managed to free the Danish sailors.", "RETREAT"),
        ("Norway did not hesitate to attack Denmark and bombed its ships.", "ASSAULT"),
        ("Norway condemned the Danish attack on Mali.", "ASSAULT"),
        ("Not only did Norway attack Denmark, it also shelled Mali.", "ASSAULT"),
    ],
)
def test_what_is_told_as_done(text, kind):
    assert happened(text, kind)


@pytest.mark.parametrize(
    "text",
    [
        "Mali may attack Norway unless Denmark helps.",
        "Mali could attack Norway.",
        "Mali might have attacked Norway.",
        "A Malian attack on Norway is possible.",
        "Norway fears a Malian attack.",
        "Perhaps Mali attacked Norway.",
    ],
)
def test_what_is_possible_is_no_plan(text):
    assert {event.status for event in told(text) if event.type in {"ASSAULT", "THREATEN"}} <= {"possible", "conditional"}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Norway said that it would arrest the Danish sailors.", "planned"),
        ("A third raid would break the truce and destroy Oslo.", "conditional"),
        ("Norway would have arrested the Danish sailors.", "conditional"),
    ],
)
def test_would_is_the_future_only_where_somebody_said_so(text, status):
    assert [event.status for event in told(text)][:1] == [status]


def test_a_planned_visit_can_be_cancelled_for_good():
    event = of_type("The Norwegian premier cancelled a planned visit to Denmark.", "REJECT")
    assert (event.mode, event.status) == ("meet", "refused")


def test_what_is_imposed_is_imposed_whatever_is_decided_about_it():
    found = told("Mali has decided not to circumvent the sanctions imposed by Norway.")
    assert [event.status for event in found if event.type == "COERCE"] == ["stated"]
    found = told("Norway decided to leave Mali after the attack on its convoy.")
    assert [event.status for event in found if event.type == "ASSAULT"] == ["stated"]


def test_a_concession_is_no_condition():
    assert of_type("Norway accused Denmark of theft, even if it grumbled.", "ACCUSE").status == "stated"
    assert of_type("Nobody would talk, even if Norway arrested the Danish sailors.", "COERCE").status == "conditional"


def test_who_is_held_captive():
    assert of_type("The nine Danish girls were held captive by rebels.", "ASSAULT").recipient_text == ("nine Danish girls",)


def test_a_dateline_is_no_place():
    event = of_type("OSLO, March 9 - Danish troops killed nine people in Mali.", "ASSAULT")
    assert event.place != "Oslo"
    assert event.country == "MLI"
    assert not any("OSLO" in name for name in event.actor_text)


def test_a_town_before_a_deed_is_where_it_happened():
    for text in ("Norway was shaken by the Lisbon attacks.", "The Lisbon bombings killed nine people."):
        assert all("Lisbon" not in name for event in told(text) for name in event.actor_text)


def test_the_attackers_country_is_no_place():
    assert of_type("Norwegian troops attacked Danish ships.", "ASSAULT").place == ""


def test_a_purpose_of_help_is_no_target():
    event = of_type("Norwegian jets carried out strikes in support of Danish troops.", "ASSAULT")
    assert not any("Danish" in name for name in event.recipient_text)


def test_a_fine_in_a_currency_fines_nobody_of_that_country():
    event = of_type("The Norwegian bank was fined 900 Danish crowns.", "SANCTION")
    assert not any(name == "Danish" for name in event.recipient_text)


def test_the_speaker_of_an_offer_in_the_passive_did_not_make_it():
    found = told("“We were promised that the envoys would come,” Norway said.")
    assert all("Norway" not in name for event in found for name in event.actor_text)


FIGURES = (
    ("The rocket will blast off from Oslo.", "ACCUSE"),
    ("The camera captured an image of Oslo.", "ASSAULT"),
    ("Danish firms target growth of nine percent.", "ASSAULT"),
    ("Denmark, which is targeting a first launch by May, built the rocket.", "ASSAULT"),
    ("Nine Danes were killed when the tram derailed.", "ASSAULT"),
    ("The flood killed nine Danes.", "ASSAULT"),
    ("The patient was released from hospital in Oslo.", "RETREAT"),
    ("Denmark takes pride in its schools.", "AID"),
    ("Norway swore that it had paid.", "AGREE"),
    ("Denmark warned that the toll may rise.", "THREATEN"),
    ("The Dane must have left Oslo.", "REQUEST"),
    ("“We must learn from Denmark,” the Norwegian premier said.", "REQUEST"),
    ("Norway agreed to help, according to Denmark.", "SUPPORT"),
    ("Denmark did not respond to messages from Norway seeking comment.", "REQUEST"),
    ("The Danish skipper was kicked off a flight to Oslo.", "ASSAULT"),
    ("Norway is firm when it comes to Denmark.", "CONSULT"),
    ("Norway occupies a leading position in Denmark.", "ASSAULT"),
    ("They did well in Oslo, let's remember Denmark.", "CONCEDE"),
    ("The guards in Oslo fired without warning.", "THREATEN"),
    ("The paper in Oslo released a picture of Denmark.", "RETREAT"),
    ("Bergen was the work in which Norway was given a place.", "CONCEDE"),
    ("Norway fears the disappearance of the Danish language.", "ASSAULT"),
    ("Denmark slashed prices in Norway.", "ASSAULT"),
    ("The Danish band stole the show in Oslo.", "ASSAULT"),
    ("Norway asked how the Danish guards could sleep.", "REQUEST"),
    ("Norway suspended aid to Mali over the conflict with Denmark.", "RETREAT"),
)


@pytest.mark.parametrize(("text", "kind"), FIGURES)
def test_words_meant_otherwise_are_no_such_deed(text, kind):
    assert [event.cited.quote for event in told(text) if event.type == kind] == []
