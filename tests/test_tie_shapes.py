"""Each relation in each of its shapes: verb, noun, apposition, possessive, relative clause, compound."""

import pytest

from tests.test_ties import told

SHAPES = (
    ("Norway is a member of NATO.", "member of", "state:NOR", "organisation:NATO"),
    ("Norway belongs to NATO.", "member of", "state:NOR", "organisation:NATO"),
    ("Norway, a member of NATO, voted no.", "member of", "state:NOR", "organisation:NATO"),
    ("NATO member Norway voted no.", "member of", "state:NOR", "organisation:NATO"),
    ("Norway, which belongs to NATO, voted no.", "member of", "state:NOR", "organisation:NATO"),
    ("Norway joined NATO in 1949.", "member of", "state:NOR", "organisation:NATO"),
    ("Norway is allied with Latvia.", "allied with", "state:NOR", "state:LVA"),
    ("Norway is Latvia's ally.", "allied with", "state:NOR", "state:LVA"),
    ("Norway, an ally of Latvia, voted no.", "allied with", "state:NOR", "state:LVA"),
    ("Latvia's ally Norway voted no.", "allied with", "state:NOR", "state:LVA"),
    ("Norway, which is an ally of Latvia, voted no.", "allied with", "state:NOR", "state:LVA"),
    ("The alliance between Norway and Latvia holds.", "allied with", "state:NOR", "state:LVA"),
    ("Latvia praised its ally Norway.", "allied with", "state:NOR", "state:LVA"),
    ("Norway guarantees Latvia's security.", "guarantor of", "state:NOR", "state:LVA"),
    ("Norway is the guarantor of Latvia.", "guarantor of", "state:NOR", "state:LVA"),
    ("Norway, the guarantor of Latvia, voted no.", "guarantor of", "state:NOR", "state:LVA"),
    ("Latvia's protector Norway voted no.", "guarantor of", "state:NOR", "state:LVA"),
    ("Norway, which guarantees Latvia's security, voted no.", "guarantor of", "state:NOR", "state:LVA"),
    ("Norway borders Sweden.", "borders", "state:NOR", "state:SWE"),
    ("Norway's border with Sweden is long.", "borders", "state:NOR", "state:SWE"),
    ("The border between Norway and Sweden is long.", "borders", "state:NOR", "state:SWE"),
    ("Norway shares 1,630 kilometres of border with Sweden.", "borders", "state:NOR", "state:SWE"),
    ("Norway and Sweden share a border.", "borders", "state:NOR", "state:SWE"),
    ("The Norwegian-Swedish border is closed.", "borders", "state:NOR", "state:SWE"),
    ("Latvia owes Norway two billion euros.", "owes", "state:LVA", "state:NOR"),
    ("Latvia's debt to Norway grew.", "owes", "state:LVA", "state:NOR"),
    ("Latvia, which owes two billion euros to Norway, voted no.", "owes", "state:LVA", "state:NOR"),
    ("Latvia, a debtor of Norway, voted no.", "owes", "state:LVA", "state:NOR"),
    ("Norway lent 3 billion euros to Latvia.", "lends to", "state:NOR", "state:LVA"),
    ("Norwegian loans to Latvia grew.", "lends to", "state:NOR", "state:LVA"),
    ("Norway, Latvia's largest creditor, voted no.", "lends to", "state:NOR", "state:LVA"),
    ("Norway invested 4 billion euros in Latvia.", "invests in", "state:NOR", "state:LVA"),
    ("Norway is the largest investor in Latvia.", "invests in", "state:NOR", "state:LVA"),
    ("Norway, an investor in Latvia, voted no.", "invests in", "state:NOR", "state:LVA"),
    ("Norway's investments in Latvia grew.", "invests in", "state:NOR", "state:LVA"),
    ("Norway, which has invested billions in Latvia, voted no.", "invests in", "state:NOR", "state:LVA"),
    ("Norway trades with Latvia.", "trades with", "state:NOR", "state:LVA"),
    ("Norway is Latvia's main trading partner.", "trades with", "state:NOR", "state:LVA"),
    ("Norway, Latvia's biggest trade partner, voted no.", "trades with", "state:NOR", "state:LVA"),
    ("Trade between Norway and Latvia grew.", "trades with", "state:NOR", "state:LVA"),
    ("Norway's trade with Latvia grew.", "trades with", "state:NOR", "state:LVA"),
    ("Norway supplies gas to Latvia.", "supplies", "state:NOR", "state:LVA"),
    ("Norway is a supplier of gas to Latvia.", "supplies", "state:NOR", "state:LVA"),
    ("Norway, Latvia's supplier of gas, voted no.", "supplies", "state:NOR", "state:LVA"),
    ("Norwegian gas exports to Latvia grew.", "supplies", "state:NOR", "state:LVA"),
    ("Latvia buys gas from Norway.", "supplies", "state:NOR", "state:LVA"),
    ("Latvia, which imports gas from Norway, voted no.", "supplies", "state:NOR", "state:LVA"),
    ("Latvia depends on Norway for its gas.", "depends on", "state:LVA", "state:NOR"),
    ("Latvia is a transit country for Norway.", "transit for", "state:LVA", "state:NOR"),
    ("Latvia, a corridor for Norway, voted no.", "transit for", "state:LVA", "state:NOR"),
    ("Norway owns 40 percent of Gazprom.", "owns share of", "state:NOR", "company:Gazprom"),
    ("Norway holds a 12 percent stake in Gazprom.", "owns share of", "state:NOR", "company:Gazprom"),
    ("Norway, a shareholder of Gazprom, voted no.", "owns share of", "state:NOR", "company:Gazprom"),
    ("Gazprom, in which Norway holds a 12 percent stake, lost money.", "owns share of", "state:NOR", "company:Gazprom"),
    ("Norway, which owns half of Gazprom, voted no.", "owns share of", "state:NOR", "company:Gazprom"),
    ("Latvia hosts a base of Norway.", "hosts base of", "state:LVA", "state:NOR"),
    ("Latvia hosts a Norwegian base.", "hosts base of", "state:LVA", "state:NOR"),
    ("Norway has a military base in Latvia.", "has base in", "state:NOR", "state:LVA"),
    ("Norway's base in Latvia is large.", "has base in", "state:NOR", "state:LVA"),
    ("Norway, which keeps a base in Latvia, voted no.", "has base in", "state:NOR", "state:LVA"),
    ("Norway recognised Latvia in 1991.", "recognises", "state:NOR", "state:LVA"),
    ("Norway does not recognise Latvia.", "recognises", "state:NOR", "state:LVA"),
    ("Norway's recognition of Latvia came in 1991.", "recognises", "state:NOR", "state:LVA"),
    ("Norway, which does not recognise Latvia, voted no.", "recognises", "state:NOR", "state:LVA"),
    ("Norway controls Latvia.", "controls", "state:NOR", "state:LVA"),
    ("Latvia is under the control of Norway.", "controls", "state:NOR", "state:LVA"),
    ("Norway, which controls Latvia, voted no.", "controls", "state:NOR", "state:LVA"),
    ("Norwegian-controlled Latvia voted no.", "controls", "state:NOR", "state:LVA"),
    ("Norway's control of Latvia ended.", "controls", "state:NOR", "state:LVA"),
    (
        "Zvezda, the mouthpiece of the Russian Defense Ministry, disagrees.",
        "mouthpiece of",
        "outlet:zvezda",
        "government:RUS-defence-ministry",
    ),
    (
        "Zvezda is the mouthpiece of the Russian Defense Ministry.",
        "mouthpiece of",
        "outlet:zvezda",
        "government:RUS-defence-ministry",
    ),
    ("Anna Berg is the president of Latvia.", "holds office in", "name:anna berg", "state:LVA"),
    ("Anna Berg, the president of Latvia, voted no.", "holds office in", "name:anna berg", "state:LVA"),
    ("Latvian President Anna Berg voted no.", "holds office in", "name:anna berg", "state:LVA"),
    ("Latvia's president Anna Berg voted no.", "holds office in", "name:anna berg", "state:LVA"),
    ("Anna Berg, who is the president of Latvia, voted no.", "holds office in", "name:anna berg", "state:LVA"),
    ("Anna Berg heads NATO.", "leads", "name:anna berg", "organisation:NATO"),
    ("Anna Berg, Norway's ambassador to Latvia, voted no.", "holds office in", "name:anna berg", "state:NOR"),
    ("Anna Berg, Norway's ambassador to Latvia, voted no.", "accredited to", "name:anna berg", "state:LVA"),
    ("Norway sanctioned Latvia.", "sanctions", "state:NOR", "state:LVA"),
    ("Norway imposed sanctions on Latvia.", "sanctions", "state:NOR", "state:LVA"),
    ("Norway's sanctions against Latvia failed.", "sanctions", "state:NOR", "state:LVA"),
    ("Norwegian sanctions on Latvia failed.", "sanctions", "state:NOR", "state:LVA"),
    ("Latvia, on which Norway imposed sanctions, voted no.", "sanctions", "state:NOR", "state:LVA"),
    ("Latvia is under Norwegian sanctions.", "sanctions", "state:NOR", "state:LVA"),
    ("Norway is a strategic partner of Latvia.", "strategic partner of", "state:NOR", "state:LVA"),
    ("Norway and Latvia are strategic partners.", "strategic partner of", "state:NOR", "state:LVA"),
    ("Norway, Latvia's strategic partner, voted no.", "strategic partner of", "state:NOR", "state:LVA"),
    ("Norway signed a strategic partnership with Latvia.", "strategic partner of", "state:NOR", "state:LVA"),
    ("The Norwegian-backed president of Latvia, Anna Berg, voted no.", "client of", "state:NOR", "name:anna berg"),
    ("Norway backs Latvia.", "supports", "state:NOR", "state:LVA"),
    ("Norway's support for Latvia is firm.", "supports", "state:NOR", "state:LVA"),
    ("Norway is at war with Latvia.", "at war with", "state:NOR", "state:LVA"),
    ("Latvia, which is at war with Norway, voted no.", "at war with", "state:LVA", "state:NOR"),
    ("Minister Anna Berg is the daughter of President Ove Lund.", "kin of", "name:anna berg", "name:ove lund"),
    ("Anna Berg, the sister of Donald Trump, voted no.", "kin of", "name:anna berg", "person:donald-trump"),
    ("Donald Trump's sister Anna Berg voted no.", "kin of", "name:anna berg", "person:donald-trump"),
    ("Last year Norway lent Latvia three billion euros.", "lends to", "state:NOR", "state:LVA"),
    ("Norway's stake in Gazprom fell to a third.", "owns share of", "state:NOR", "company:Gazprom"),
    ("Finland, which shares a border with Russia, voted no.", "borders", "state:FIN", "state:RUS"),
    (
        "The Caspian Pipeline Consortium is operated by Gazprom.",
        "operates",
        "company:Gazprom",
        "company:CaspianPipelineConsortium",
    ),
    (
        "Gazprom, the operator of the Caspian Pipeline Consortium, lost money.",
        "operates",
        "company:Gazprom",
        "company:CaspianPipelineConsortium",
    ),
    ("Tengiz, which Gazprom operates, is closed.", "operates", "company:Gazprom", "place:tengiz"),
    ("Norwegian forces have been stationed in Latvia since May.", "has base in", "government:NOR-armed-forces", "state:LVA"),
)


@pytest.mark.parametrize(("text", "relation", "subject", "other"), SHAPES)
def test_a_tie_is_found_in_each_of_its_shapes(text, relation, subject, other):
    assert (relation, subject, other) in {(tie.relation, tie.subject, tie.object) for tie in told(text)}


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("Norway joined 42 other Western countries in a statement.", "member of"),
        ("Norway’s ambassador to Latvia, Anna Berg, voted no.", "kin of"),
        ("Latvia was sold gas by a trader in Norway.", "supplies"),
        ("Norway and Latvia are strategic partners.", "partner of"),
        ("Anna Berg, the Gazette’s Oslo correspondent, voted no.", "holds office in"),
        ("Norway shares a joke with Sweden.", "borders"),
    ],
)
def test_no_such_tie(text, relation):
    assert relation not in {tie.relation for tie in told(text)}


def test_an_ambassador_is_no_official_of_his_hosts():
    found = {(tie.relation, tie.object) for tie in told("Anna Berg, Norway’s ambassador to Latvia, voted no.")}
    assert ("accredited to", "state:LVA") in found
    assert ("holds office in", "state:LVA") not in found
    assert ("accredited to", "state:NOR") not in found


def test_a_former_office_is_history():
    (tie,) = told("Former Latvian President Anna Berg voted no.")
    assert tie.historical


def test_a_tie_has_its_own_time_only():
    (tie,) = told("Latvian President Anna Berg came to Oslo on 3 May 2021.")
    assert tie.as_of == ""
    (tie,) = told("Norway recognised Latvia in 1991.")
    assert tie.as_of == "1991"


def test_its_ally_is_that_of_the_subject():
    assert "state:LVA" in {end for tie in told("Latvia praised its close ally Norway.") for end in (tie.subject, tie.object)}
