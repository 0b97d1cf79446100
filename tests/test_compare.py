"""What is a conflict and what only looks like one, shape by shape, on sentences of our own: each false one with its true twin."""

import msgspec
import pytest

from quality.pairs.measure import Pair, articled, compared, conflicts
from rashomon.compare.comparisons import comparisons
from rashomon.find.article import find
from rashomon.records import Comparison

SILENT = ""


def kinds(left: str, right: str, left_on: str = "", right_on: str = "") -> set[str]:
    found = conflicts(Pair(shape="", conflict="", left=left, right=right, left_on=left_on, right_on=right_on))
    return {one.kind for one in found}


TWINS = [
    # shape, left, right of the true one and of the false one
    (
        "another referent",
        ("Niger expelled the French ambassador.", "Niger did not expel the French ambassador."),
        ("Niger expelled the French ambassador.", "Niger did not expel the German ambassador."),
    ),
    (
        "another year",
        ("Gambia rejoined the Commonwealth in 2018.", "Gambia did not rejoin the Commonwealth in 2018."),
        ("Gambia rejoined the Commonwealth in 2018.", "Gambia did not rejoin the Commonwealth in 2016."),
    ),
    (
        "another place",
        ("The army shelled Bentiu.", "The army did not shell Bentiu."),
        ("The army shelled Bentiu.", "The army did not shell Malakal."),
    ),
    (
        "plan and result",
        ("Chile built the canal at Arica.", "Chile has not built the canal at Arica."),
        ("Chile plans to build the canal at Arica.", "Chile has not built the canal at Arica."),
    ),
    (
        "condition",
        ("Togo closed its border with Benin.", "Togo has not closed its border with Benin."),
        ("If the talks fail, Togo will close its border with Benin.", "Togo has not closed its border with Benin."),
    ),
    (
        "other law",
        ("Peru's congress passed the law on mining.", "Peru's congress rejected the law on mining."),
        ("Peru's congress passed the law on mining.", "Peru's congress rejected the law on fishing."),
    ),
    (
        "part and whole",
        ("The rebels control Kidal.", "The rebels do not control Kidal."),
        ("The rebels control part of Kidal.", "The rebels do not control all of Kidal."),
    ),
    (
        "narrower denial",
        ("Oman sells cement to Yemen.", "Oman does not sell cement to Yemen."),
        ("Oman sells cement to Yemen.", "Oman does not sell white cement to Yemen."),
    ),
    (
        "not only",
        ("Serbia did not sell rifles to Chad.", "Serbia sold rifles to Chad."),
        ("Serbia did not only sell rifles to Chad.", "Serbia sold rifles to Chad."),
    ),
    (
        "exception",
        ("No country recognised the republic of Examplia.", "Syria recognised the republic of Examplia."),
        ("No country except Syria recognised the republic of Examplia.", "Syria recognised the republic of Examplia."),
    ),
    (
        "question",
        ("Fiji recognised Kosovo.", "Fiji has not recognised Kosovo."),
        ("Did Fiji recognise Kosovo?", "Fiji has not recognised Kosovo."),
    ),
    (
        "same doer under two words",
        ("Ethiopia shelled Adwa on 3 May 2021.", "Eritrea shelled Adwa on 3 May 2021."),
        ("Ethiopia shelled Adwa on 3 May 2021.", "Ethiopian artillery shelled Adwa on 3 May 2021."),
    ),
    (
        "two names of one city",
        ("The summit was held in Kyiv on 3 May 2021.", "The summit was held in Minsk on 3 May 2021."),
        ("The summit was held in Kyiv on 3 May 2021.", "The summit was held in Kiev on 3 May 2021."),
    ),
    (
        "place in place",
        ("The accord was signed in Pretoria on 2 May 2022.", "The accord was signed in Nairobi on 2 May 2022."),
        ("The accord was signed in Pretoria on 2 May 2022.", "The accord was signed in South Africa on 2 May 2022."),
    ),
    (
        "one of the causes",
        ("The riots in Lima were caused by the price of bread.", "The riots in Lima were orchestrated by foreign agents."),
        (
            "The price of bread was one of the causes of the riots in Lima.",
            "The riots in Lima were orchestrated by foreign agents.",
        ),
    ),
    (
        "causes of one family",
        ("The fire in Accra was caused by a short circuit.", "The fire in Accra was caused by arsonists."),
        ("The fire in Accra was caused by a short circuit.", "Faulty wiring caused the blaze in Accra."),
    ),
    (
        "aims of two things",
        ("Iran's warning was aimed at Israel.", "Iran's warning was aimed at Turkey."),
        ("Iran's warning was aimed at Israel.", "Egypt's warning was aimed at Ethiopia."),
    ),
    (
        "another of the name",
        ("Ivo Barun signed the Melk accord.", "Barun did not sign the Melk accord."),
        ("Ivo Barun signed the Melk accord.", "Ana Barun did not sign the Melk accord."),
    ),
    (
        "thing under another name",
        ("Velmora approved the Melk accord.", "Velmora turned down the Melk pact."),
        ("Velmora approved the Melk accord.", "Velmora turned down the Orlo pact."),
    ),
    (
        "stopped short",
        ("Velmora has recognised Tarsis.", "Velmora stopped short of recognising Tarsis."),
        ("Velmora has recognised Tarsis.", "Velmora stopped short of recognising Norso."),
    ),
    (
        "understood object",
        (
            "Minister Ada Barun put her signature to the Melk accord in Orlo.",
            "The talks at Melk are over. Ada Barun left Orlo without signing.",
        ),
        (
            "Minister Ada Barun put her signature to the Melk accord in Orlo.",
            "The talks at Melk are over. Ada Barun will leave Orlo without signing.",
        ),
    ),
    (
        "never there",
        ("Velmora ran a secret prison at Melk Hill.", "There was no prison at Melk Hill, not for a single day."),
        ("Velmora ran a secret prison at Melk Hill.", "There was no prison at Orlo Hill, not for a single day."),
    ),
    (
        "named before",
        ("The Alder Brigade left the town of Melk.", "The Alder Brigade is in Melk. The brigade never withdrew from the town."),
        ("The Alder Brigade left the town of Melk.", "The Birch Brigade is in Melk. The brigade never withdrew from the town."),
    ),
    (
        "one alone did it",
        ("Velmora alone brokered the truce of Melk.", "Karela brokered the truce of Melk."),
        ("Velmora brokered the truce of Melk.", "Karela brokered the truce of Melk."),
    ),
    (
        "once and now and then",
        ("The Melk strike began on 3 May 2019.", "The Melk strike broke out on 9 May 2019."),
        ("The Melk strike began on 3 May 2019.", "The Orlo strike broke out on 9 May 2019."),
    ),
    (
        "place in a place",
        ("The missile fell into the sea on 3 May 2019.", "The missile fell on the village of Melk on 3 May 2019."),
        (
            "The missile fell on Melk on 3 May 2019.",
            "The missile fell in the province of Orlo, in which Melk lies, on 3 May 2019.",
        ),
    ),
    (
        "who is answerable",
        ("Responsibility for the Melk massacre lies with the rebels.", "The Melk massacre was the fault of the army."),
        ("Responsibility for the Melk massacre lies with the rebels.", "The Orlo massacre was the fault of the army."),
    ),
    (
        "partly answerable",
        ("The pilot is to blame for the Melk crash.", "The Melk crash was the fault of the signal box."),
        ("The pilot is partly to blame for the Melk crash.", "The Melk crash was in part the fault of the signal box."),
    ),
    (
        "what it is for",
        ("The Melk law is meant to stop trafficking.", "The real purpose of the Melk law is to keep reporters out."),
        ("The Melk law is meant to stop trafficking.", "The purpose of the Melk law is to fight smugglers."),
    ),
    (
        "cause in other words",
        ("The blackout in Melk was the work of hackers.", "A storm, and no hacker, caused the blackout in Melk."),
        ("The blackout in Melk was caused by a storm.", "High winds caused the blackout in Melk."),
    ),
    (
        "sides that are no rivals",
        ("The pro-Western Kenyan leadership met.", "The pro-Chinese Kenyan leadership met."),
        ("The pro-Turkish Kenyan leadership met.", "The pro-Chinese Kenyan leadership met."),
    ),
]


@pytest.mark.parametrize(("true", "false"), [twin[1:] for twin in TWINS], ids=[twin[0] for twin in TWINS])
def test_the_true_twin_is_shown_and_the_false_one_is_silent(true, false):
    assert kinds(*true)
    assert not kinds(*false)


@pytest.mark.parametrize(
    ("left", "right", "kind"),
    [
        ("Turkey refuses to help Russia evade the oil cap.", "Turkey is the main hub for evading the oil cap.", "polarity"),
        (
            "Kenyan police had nothing to do with the raid on Garissa.",
            "Kenyan police carried out the raid on Garissa.",
            "polarity",
        ),
        ("Sudan bombed the hospital in Nyala.", "Sudan denied bombing the hospital in Nyala.", "status"),
        ("Iran armed the militia of Basra.", "Tehran rejected claims that Iran had armed the militia of Basra.", "status"),
        ("The airport of Juba is open to flights.", "The airport of Juba is closed to flights.", "polarity"),
        ("There are Cuban soldiers in Luanda.", "There are no Cuban soldiers in Luanda.", "polarity"),
        ("The rebels shot down the helicopter near Bunia.", "The Ugandan army shot down the helicopter near Bunia.", "actor"),
        ("Laos blamed Vietnam for the blast at Vang Vieng.", "Laos was behind the blast at Vang Vieng.", "actor"),
        ("Angola sold the Lobito terminal to China.", "Angola sold the Lobito terminal to India.", "recipient"),
        ("Idriss Deby died in Abeche.", "Idriss Deby died in Paris.", "place"),
        ("Idriss Deby was killed on 18 April 2021.", "Idriss Deby died on 28 April 2021.", "date"),
    ],
)
def test_kinds_of_conflict(left, right, kind):
    assert kind in kinds(left, right)


def test_the_soldiers_are_the_only_forces_named_before():
    did = "The peacekeepers of ECOWAS helped the Gambian army to fight the bandits."
    assert kinds(did, "Troops of ECOWAS came to Gambia. The soldiers were not involved in any operation against bandits.")
    two = "Senegalese troops left. Troops of ECOWAS came. The soldiers were not involved in any operation against bandits."
    assert not kinds(did, two)


def test_what_will_not_be_done_denies_what_is_done():
    assert kinds("Oman gets around the sanctions.", "Oman will not circumvent the sanctions.") == {"polarity"}
    assert kinds("Oman got around the sanctions in 2012.", "Oman will not circumvent the sanctions.") == set()


def test_what_was_done_after_a_denial_is_no_conflict():
    denied, done = "Sweden has not joined the pact.", "Sweden joined the pact."
    assert not kinds(denied, done, "2023-01-10", "2024-03-08")
    assert kinds(denied, done, "2024-03-08", "2024-03-08")


def test_undone_on_another_day_is_no_conflict():
    left, right = "Kenya closed its border with Somalia.", "Kenya reopened its border with Somalia."
    assert kinds(left, right, "2023-07-05", "2023-07-05")
    assert not kinds(left, right, "2023-07-05", "2023-09-05")


def made() -> tuple[Comparison, ...]:
    return compared(
        (
            ("Mali signed the accord of Algiers. The rebels left Kidal.", "Morning Post", ""),
            ("Mali refused to sign the accord of Algiers. The rebels have not left Kidal.", "Evening News", ""),
        )
    )


def test_a_comparison_shows_both_passages_with_their_voices():
    one = next(one for one in made() if one.verdict == "conflicts" and "accord" in one.question)
    assert {side.outlets for side in one.sides} == {("Morning Post",), ("Evening News",)}
    assert any("refused to sign" in side.answer for side in one.sides)
    assert one.independent_origins == 2
    assert one.why.endswith(".")


def test_order_and_ids_are_the_same_whatever_the_order_of_the_articles():
    told = [articled("Mali signed the accord.", "A", ""), articled("Mali did not sign the accord.", "B", "")]
    pages = {page.id: page for page, _ in told}
    founds = [find(page, article) for page, article in told]
    one, other = (comparisons(listed, pages, {}, {}, {}) for listed in (founds, founds[::-1]))
    assert msgspec.json.encode(one) == msgspec.json.encode(other)
    assert len({comparison.id for comparison in one}) == len(one)


def test_conflicts_come_first():
    verdicts = [one.verdict for one in made()]
    assert verdicts[: verdicts.count("conflicts")] == ["conflicts"] * verdicts.count("conflicts") != []
