"""Clauses as propositions: who does what, and the truth that implicatives give it."""

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from quality.texts import article_of, page_of
from rashomon.find.article import find
from rashomon.find.clauses import arguments
from rashomon.records import Claim


def claims(text: str) -> tuple[Claim, ...]:
    page = page_of(text)
    return find(page, article_of(page)).claims


def claim(text: str, verb: str, part: str | None = None) -> Claim:
    return next(one for one in claims(text) if one.verb == verb and part in (None, one.part))


def term(one: Claim, role: str) -> str:
    return next((found.text for found in one.terms if found.role == role), "")


@pytest.mark.parametrize(
    ("text", "verb", "negated", "status"),
    [
        ("Mali signed the accord.", "sign", False, "stated"),
        ("Mali did not sign the accord.", "sign", True, "stated"),
        ("Mali never signed the accord.", "sign", True, "stated"),
        ("Mali refused to sign the accord.", "sign", True, "refused"),
        ("Mali failed to sign the accord.", "sign", True, "stated"),
        ("Mali did not fail to sign the accord.", "sign", False, "stated"),
        ("Mali managed to sign the accord.", "sign", False, "stated"),
        ("Mali decided not to sign the accord.", "sign", True, "refused"),
        ("Mali decided to sign the accord.", "sign", False, "planned"),
        ("Mali plans to sign the accord.", "sign", False, "planned"),
        ("Mali will sign the accord.", "sign", False, "predicted"),
        ("Mali is going to sign the accord.", "sign", False, "predicted"),
        ("Mali may sign the accord.", "sign", False, "possible"),
        ("Mali tried to sign the accord.", "sign", False, "possible"),
        ("Nobody in Mali signed the accord.", "sign", True, "stated"),
        ("No minister signed the accord.", "sign", True, "stated"),
        ("Mali did not only sign the accord.", "sign", False, "stated"),
        ("Mali has no intention of signing the accord.", "sign", True, "planned"),
        ("Mali left without signing the accord.", "sign", True, "stated"),
        ("The general is no longer the president of Mali.", "be", True, "stated"),
    ],
)
def test_truth(text, verb, negated, status):
    found = claim(text, verb)
    assert (found.negated, found.status) == (negated, status)


@pytest.mark.parametrize(
    ("text", "verb", "target"),
    [
        ("The minister put her signature to the Melk accord.", "sign", "the Melk accord"),
        ("The board gave its blessing to the Melk accord.", "approve", "the Melk accord"),
        ("The police made the arrest of the mayor.", "arrest", "the mayor"),
        ("The neighbours called home their ambassador.", "call home", "their ambassador"),
    ],
)
def test_a_verb_and_a_noun_are_one_deed(text, verb, target):
    assert term(claim(text, verb), "object") == target


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("It was on 3 May 2019 that the ban took effect.", "take effect"),
        ("It was 3 May 2019 before the ban came into force.", "take effect"),
        ("On 3 May 2019 the ship left the port, but later sank.", "sink"),
    ],
)
def test_the_date_of_the_frame_is_that_of_the_deed(text, verb):
    assert claim(text, verb).low == "2019-05-03"


def test_a_definite_noun_is_what_was_named_before():
    text = "The dock strike at Melk cost millions. Nobody was hurt. The strike ended on Monday."
    (subject,) = (one for one in claim(text, "end").terms if one.role == "subject")
    assert "melk" in subject.names
    assert "dock" in subject.before


def test_an_indefinite_noun_between_is_another_thing():
    text = "The dock strike at Melk cost millions. A strike hit Orlo, too. The strike ended on Monday."
    (subject,) = (one for one in claim(text, "end").terms if one.role == "subject")
    assert "melk" not in subject.names


def test_a_rejected_accusation_is_denied():
    found = claim("The minister rejected accusations that he had stolen the funds.", "steal")
    assert found.status == "denied"
    assert "minister" in term(found, "subject")


def test_a_second_verb_after_and_is_not_negated_one_after_or_is():
    found = {one.verb: one.negated for one in claims("The rebels did not shell or loot the town, and left the valley.")}
    assert found["loot"] and not found["leave"]


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Dubai remains the main hub for smuggling the gold.", "means"),
        ("Kenya helped Uganda smuggle the gold.", "help"),
    ],
)
def test_a_part_in_a_deed(text, part):
    found = claim(text, "smuggle", part)
    assert "gold" in term(found, "object")


def test_having_nothing_to_do_with_it_denies_the_part():
    found = claim("Kenyan troops had nothing to do with the raid on Garissa.", "raid")
    assert found.negated and found.part == "part"


def test_they_are_the_only_many_of_the_sentence_before():
    (one,) = [
        one
        for one in claims("The sailors guarded the port. They did not join the raid, the ministry said.")
        if one.verb == "join"
    ]
    assert term(one, "subject") == "The sailors"


def test_an_object_that_the_parser_gives_to_a_particle_is_that_of_the_verb():
    words, relations = ["Barrow", "called", "in", "troops"], ["nsubj", "ROOT", "prt", "pobj"]
    doc = Doc(Vocab(), words=words, heads=[1, 1, 1, 2], deps=relations, pos=["PROPN", "VERB", "ADP", "NOUN"])
    assert [(role, head.text) for role, head in arguments(doc[1])] == [("subject", "Barrow"), ("object", "troops")]


def test_passive_and_relative_clause():
    found = claim("The bridge, which was destroyed by floods in May, is old.", "destroy")
    assert "floods" in term(found, "subject")
    assert "bridge" in term(found, "object")


def test_there_is():
    found = claim("There are no ships in the port of Aden.", "exist")
    assert found.negated and "ships" in term(found, "subject")


def test_a_descriptor_is_a_claim():
    found = claim("The pro-Western Kenyan leadership met in Nairobi.", "be")
    assert term(found, "complement") == "pro-Western"


def test_a_date_belongs_to_its_own_clause():
    found = {one.verb: one.low for one in claims("Mali signed the accord on 3 May 2021 and Niger left the bloc on 7 June 2022.")}
    assert (found["sign"], found["leave"]) == ("2021-05-03", "2022-06-07")


def test_questions_claim_nothing():
    assert not [one for one in claims("Did Mali sign the accord?") if one.verb == "sign"]


def test_every_citation_is_on_the_page_and_ids_differ():
    text = "Mali signed the accord. Niger, which had refused to sign it, left the bloc; Chad helped the rebels take Goma."
    page = page_of(text)
    found = find(page, article_of(page)).claims
    assert found
    assert all(page.text[one.cited.start : one.cited.end] == one.cited.quote for one in found)
    assert len({one.id for one in found}) == len(found)


def test_a_hostile_page_costs_linear_time():
    text = "Mali refused to plan to fail to sign " * 300 + "the accord." + " no not never" * 300
    assert len(claims(text)) < 5000


def test_a_descriptor_that_grew_into_a_name_is_said_of_the_person():
    text = "Vladimir Putin met the ministers in Moscow. A new era began with Germanophile Putin."
    found = next(one for one in claims(text) if one.verb == "be" and term(one, "complement") == "Germanophile")
    assert next(one.actors for one in found.terms if one.role == "subject") == ("person:vladimir-putin",)
