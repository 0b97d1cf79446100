"""Whether it happened, and on whose word."""

import pytest

from tests.test_events import of_type, told


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Norway attacked Denmark.", "stated"),
        ("Norway said that Denmark attacked Portugal.", "reported"),
        ("Norway claimed that Denmark attacked Portugal.", "alleged"),
        ("Norway allegedly attacked Denmark.", "alleged"),
        ("The alleged attack by Norway on Denmark made headlines.", "alleged"),
        ("Norway may have attacked Denmark.", "possible"),
        ("Norway reportedly attacked Denmark.", "possible"),
        ("It looks like Norway attacked Denmark.", "possible"),
        ("Norway was about to attack Denmark.", "predicted"),
        ("If Norway attacked Denmark, Portugal would suffer.", "conditional"),
        ("Norway tried to attack Denmark.", "planned"),
    ],
)
def test_an_attack_is_as_sure_as_its_sentence(text, status):
    assert of_type(text, "ASSAULT").status == status


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("Norway refused to sign the treaty with Denmark.", "REJECT", "refused"),
        ("Norway promised to send grain to Mali.", "AGREE", "planned"),
        ("Norway will send grain to Mali.", "AGREE", "planned"),
        ("Norway plans to arrest the Danish envoys.", "THREATEN", "planned"),
        ("Those who resist Norway will be destroyed.", "THREATEN", "planned"),
        ("Norway offered to mediate between Denmark and Portugal.", "AGREE", "planned"),
        ("Norway would not meet the Danish envoy, the palace said.", "REJECT", "planned"),
        ("China will send troops to Portugal if Denmark fails.", "MOBILIZE", "conditional"),
    ],
)
def test_what_is_announced_or_refused(text, kind, status):
    assert of_type(text, kind).status == status


@pytest.mark.parametrize(
    "text",
    [
        "Norway did not attack Denmark.",
        "Norway never attacked Denmark.",
        "Norwegian ships were not involved in any attack on Denmark.",
        "Norway failed to attack Denmark.",
        "Norway decided not to attack Denmark.",
        "Norway stopped short of attacking Denmark.",
        "There was no attack by Norway on Denmark.",
    ],
)
def test_what_did_not_happen_is_negated(text):
    assert all(event.negated or event.status not in {"stated", "reported"} for event in told(text) if event.type == "ASSAULT")
    assert any(event.negated for event in told(text))


def test_an_order_to_kill_is_an_order():
    found = told("The Danish king gave orders to kill the rebels.")
    assert [event.type for event in found] == ["REQUEST"]
    assert "orders" in found[0].cited.quote


def test_a_demand_is_not_the_deed():
    assert {event.type for event in told("Norway urged Denmark to withdraw its troops from Mali.")} == {"REQUEST"}


def test_what_is_denied_by_its_speaker():
    event = of_type("Norway denied that its troops attacked Denmark.", "ASSAULT")
    assert event.status == "denied" or event.negated


def test_the_voice_ends_in_the_speaker():
    event = of_type("Norway said that rebels attacked Denmark.", "ASSAULT")
    assert event.voice[-1] in {"state:NOR", "Norway"}


def test_a_hedge_is_kept_as_written():
    assert of_type("Norway reportedly attacked Denmark.", "ASSAULT").hedge == "reportedly"


def test_what_happened_long_before_is_historical():
    assert of_type("In December 1986 police killed nine students in Lisbon.", "ASSAULT").historical
    assert not of_type("In January 2022 police killed nine students in Lisbon.", "ASSAULT").historical


def test_an_anniversary_is_not_the_deed():
    assert of_type("Norway marked the anniversary of the Danish invasion of Portugal.", "ASSAULT").historical


def test_work_that_goes_on_is_not_dated_by_the_article():
    found = told("Norwegian forces are still busy dealing with Danish bandits.", published_on="2022-09-16")
    assert all(event.on == "" for event in found)


@pytest.mark.parametrize(
    "text",
    [
        "Governments often arrest critics.",
        "Wolves attack sheep.",
        "Attacks are crimes.",
        "The Norwegian team attacked Denmark late in the final.",
    ],
)
def test_what_is_said_in_general_is_no_event(text):
    assert told(text) == ()


def test_a_purpose_is_not_the_deed():
    found = told("Norway sent soldiers to Mali to crush the rebels.")
    assert all(event.status == "planned" for event in found if event.type == "COERCE")
    assert "MOBILIZE" in {event.type for event in found if event.status == "stated"}


def test_a_coup_is_its_leaders_and_nobody_elses():
    event = of_type("The coup carried out by officers under the leadership of Danish intelligence surprised Oslo.", "ASSAULT")
    assert any("Danish intelligence" in text for text in event.actor_text)
    assert not any("Oslo" in text for text in (*event.actor_text, *event.recipient_text))


@pytest.mark.parametrize(
    ("text", "kind", "negated"),
    [
        ("No Danish troops were deployed to Mali.", "MOBILIZE", True),
        ("None of the Danish sailors were arrested in Lisbon.", "COERCE", True),
        ("Norway no longer supports Denmark.", "SUPPORT", True),
        ("Norway provided no aid to Mali.", "AID", True),
        ("Not only Norway attacked Denmark.", "ASSAULT", False),
        ("The Danish riots against Norway continued with no end in sight.", "PROTEST", False),
    ],
)
def test_negation_of_arguments_is_that_of_the_deed(text, kind, negated):
    assert of_type(text, kind).negated is negated
