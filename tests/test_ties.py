"""Lasting relations: from verbs, nouns, appositions and possessives, with amount, time, polarity and status."""

import pytest

from quality.texts import article_of, page_of
from rashomon.find.dates import dates
from rashomon.find.events import events
from rashomon.find.figures import figures
from rashomon.find.mentions import mentions
from rashomon.find.parse import parse
from rashomon.find.statements import statements
from rashomon.find.tie_relations import patterns, relations
from rashomon.find.ties import ties
from rashomon.words import LexiconError


def told(text, published_on="2022-03-10"):
    """The ties of an article that holds the text."""
    page = page_of(text)
    article = parse(page, article_of(page, published_on))
    days = dates(article)
    named = mentions(article, days)
    said = statements(article, named)
    amounts = figures(article, days, named, said, events(article, days, named, said))
    return ties(article, days, named, said, amounts)


def ends(text, relation):
    return {(tie.subject, tie.object) for tie in told(text) if tie.relation == relation}


FOUND = (
    ("Norway is an ally of Latvia.", "allied with", "state:NOR", "state:LVA"),
    ("Norway has invested 3 billion euros in Latvia.", "invests in", "state:NOR", "state:LVA"),
    ("Norwegian investments in Latvia grew.", "invests in", "state:NOR", "state:LVA"),
    ("Norway has supplied gas to Latvia for years.", "supplies", "state:NOR", "state:LVA"),
    ("Norway does not recognise Latvia.", "recognises", "state:NOR", "state:LVA"),
    ("Norway shares a long border with Sweden.", "borders", "state:NOR", "state:SWE"),
    ("Norway imposed sanctions on Latvia.", "sanctions", "state:NOR", "state:LVA"),
    ("Norway has close ties with Latvia.", "ties with", "state:NOR", "state:LVA"),
    ("Latvia is backed by Norway.", "supports", "state:NOR", "state:LVA"),
    ("Latvia owes Norway two billion euros.", "owes", "state:LVA", "state:NOR"),
)


@pytest.mark.parametrize(("text", "relation", "subject", "other"), FOUND)
def test_ties_of_one_sentence(text, relation, subject, other):
    assert (subject, other) in ends(text, relation)


def test_in_a_relative_clause_the_antecedent_stands():
    assert ("state:NOR", "state:LVA") in ends("Norway, which has invested millions in Latvia, waits.", "invests in")


def test_both_of_a_pair_are_members():
    found = ends("Norway and Latvia are members of NATO.", "member of")
    assert {subject for subject, _ in found} == {"state:NOR", "state:LVA"}


def test_two_are_allies_of_each_other():
    assert ends("Norway and Latvia are allies.", "allied with") in ({("state:NOR", "state:LVA")}, {("state:LVA", "state:NOR")})


def test_negated_ties_say_so():
    (tie,) = [tie for tie in told("Norway does not recognise Latvia.") if tie.relation == "recognises"]
    assert tie.negated


def test_they_are_not_allies():
    found = [tie for tie in told("Norway and Latvia are not allies in the old sense.") if tie.relation == "allied with"]
    assert found
    assert all(tie.negated for tie in found)


def test_the_amount_of_a_stake():
    (tie,) = [tie for tie in told("Norway has invested 3 billion euros in Latvia.") if tie.relation == "invests in"]
    assert tie.amount == "3 billion euros"


def test_a_tie_in_speech_has_the_voice_of_its_speaker():
    (tie,) = [tie for tie in told("The minister said that Norway is an ally of Latvia.") if tie.relation == "allied with"]
    assert tie.status == "reported"
    assert len(tie.voice) == 2


def test_what_may_be_is_only_possible():
    (tie,) = [tie for tie in told("Norway may invest in Latvia.") if tie.relation == "invests in"]
    assert tie.status == "possible"


def test_a_tie_of_one_with_itself_is_none():
    assert told("Norway is an ally of Norway.") == ()


def test_every_tie_cites_its_characters():
    text = "Norway, an ally of Latvia, has invested millions in Sweden."
    page = page_of(text)
    for tie in told(text):
        assert page.text[tie.cited.start : tie.cited.end] == tie.cited.quote


def test_every_relation_has_a_field_an_example_and_patterns_that_compile():
    for relation in relations():
        assert relation.field in ("political", "military", "economic", "cultural", "signalling")
        assert relation.example
        assert relation.patterns
    assert patterns()


def test_a_pattern_nobody_understands_is_refused(tmp_path):
    path = tmp_path / "mine.toml"
    path.write_text('[[relation]]\nname = "x"\nfield = "economic"\nexample = "y"\npatterns = ["wholly odd words"]\n')
    with pytest.raises(LexiconError, match=r"mine\.toml"):
        patterns(path)


def test_officials_in_a_list_hold_office_each_in_his_own_country():
    guests = (
        "French President Emmanuel Lambert, Hungarian Prime Minister Istvan Kovacs and British Foreign Minister Daniel Miller"
    )
    text = f"Oslo was visited by {guests}."
    found = {(tie.subject_text, tie.object) for tie in told(text) if tie.relation == "holds office in"}
    assert found == {("Emmanuel Lambert", "state:FRA"), ("Istvan Kovacs", "state:HUN"), ("Daniel Miller", "state:GBR")}


@pytest.mark.parametrize(
    "text",
    [
        "Anna Berg, an East Asia expert at the institute, said the talks failed.",
        "Anna Berg, a senior expert the Harbour Gazette spoke to, said the talks failed.",
        "Anna Berg, a Norway expert, said the talks failed.",
    ],
)
def test_an_expert_on_a_country_holds_no_office_there(text):
    assert not ends(text, "holds office in")
