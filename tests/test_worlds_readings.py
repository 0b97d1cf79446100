"""How assumptions are read: who does it to whom, negation, near words and turns, tense; no reading rather than a wrong one."""

from collections.abc import Sequence
from functools import cache

import pytest

from rashomon.find.article import find
from rashomon.records import Found, Page
from rashomon.words import entries
from rashomon.worlds.outcome import Outcome, Passage, Proof, Reading
from rashomon.worlds.passages import smallest
from rashomon.worlds.program import program
from rashomon.worlds.propositions import opposes, proposition
from rashomon.worlds.roles import Roles
from rashomon.worlds.run import run
from rashomon.worlds.stems import WORDS, Kin, Phrase, joined, words
from tests.test_worlds import keys, named, paged

BODY = """If Kenya attacks Uganda, Tanzania will close its ports.
If Chad loses in Sudan, the rebels will return.
If the African Union fails to restore order in Goma, Kenya will do it.
If Ethiopia declines to share the water, Egypt will complain.
If the envoys do not manage, the sultan will resign.
If Somalia goes on arming the coast guard, Kenya will protest.
If the council cannot meet without the permission of Rwanda, the talks will drag on.
If the ferries sink and the bridge is shut, Zanzibar will starve.
In the absence of a truce, the convoys would turn back.
If wages rise in Namibia and the port does not reopen, traders will leave.
Had Malawi left the league, Zambia would have followed.
The drought caused a famine in Somalia."""


@cache
def pile() -> tuple[tuple[Found, ...], dict[str, Page]]:
    page, article = paged("Harbour Post", "Outlook", BODY, "2023-03-10")
    return (find(page, article),), {page.id: page}


def ask(*assume: str, deny: Sequence[str] = ()) -> Outcome:
    founds, pages = pile()
    return run(founds, keys(founds), named(founds), assume, deny, pages=pages)


def read_as(assumption: str) -> list[str]:
    (reading,) = ask(assumption).readings
    return [match.read_as for match in reading.matches]


READ = {
    "Kenya attacks Uganda": "Kenya attacks Uganda",
    "Uganda is attacked by Kenya": "Kenya attacks Uganda",
    "suppose that Kenya attacks Uganda": "Kenya attacks Uganda",
    "what if Uganda is attacked?": "Kenya attacks Uganda",
    "Chad loses": "Chad loses in Sudan",
    "Chad will lose in Sudan": "Chad loses in Sudan",
    "the African Union fails": "the African Union fails to restore order in Goma",
    "the African Union does not restore order": "the African Union fails to restore order in Goma",
    "the African Union does not bring order to Goma": "the African Union fails to restore order in Goma",
    "Ethiopia refuses to share the water": "Ethiopia declines to share the water",
    "the envoys fail": "the envoys do not manage",
    "the envoys do not succeed": "the envoys do not manage",
    "the envoys didn't succeed": "the envoys do not manage",
    "there is no truce": "In the absence of a truce",
    "Somalia continues to arm the coast guard": "Somalia goes on arming the coast guard",
    "Somalia keeps on arming the coast guard": "Somalia goes on arming the coast guard",
    "the ferries sink": "the ferries sink and the bridge is shut",
    "the bridge is closed": "the ferries sink and the bridge is shut",
    "Malawi had left the league": "Malawi left the league",
    "a drought": "The drought",
}
NOT_READ = (
    "Uganda attacks Kenya",
    "Kenya is attacked by Uganda",
    "Kenya does not attack Uganda",
    "Kenya doesn't attack Uganda",
    "Kenya won’t attack Uganda",
    "Kenya is unable to attack Uganda",
    "Chad can't lose",
    "the African Union doesn’t fail",
    "Kenya attacks Tanzania",
    "Sudan loses",
    "Sudan loses to Chad",
    "Chad wins",
    "Chad does not lose",
    "the African Union does not fail",
    "the African Union succeeds",
    "the African Union restores order",
    "Kenya fails to restore order",
    "Ethiopia shares the water",
    "Ethiopia does not refuse to share the water",
    "Egypt refuses to share the water",
    "the envoys manage",
    "the envoys succeed",
    "the sultan fails",
    "there is a truce",
    "Somalia stops arming the coast guard",
    "the coast guard arms Somalia",
    "the ferries do not sink",
    "the bridge is not shut",
    "Malawi leaves the league",  # the page speaks of what did not happen
    "Kenya recognises the island",
    "wages do not rise in Namibia",  # one part of the condition is denied, the other is not
    "the port reopens",
)


@pytest.mark.parametrize(("assumption", "condition"), READ.items())
def test_an_assumption_is_read_as_what_says_it(assumption: str, condition: str) -> None:
    assert read_as(assumption) == [condition]


@pytest.mark.parametrize("assumption", NOT_READ)
def test_an_assumption_is_not_read_as_what_says_something_else(assumption: str) -> None:
    assert read_as(assumption) == []


def reading(assumption: str) -> Reading:
    return ask(assumption).readings[0]


def test_a_reading_says_when_the_condition_says_more_than_was_assumed() -> None:
    assert reading("the ferries sink").matches[0].note == "it says more than was assumed"
    assert reading("Uganda is attacked").matches[0].note == "it says more than was assumed"
    assert not reading("Kenya attacks Uganda").matches[0].note


def test_a_reading_says_when_the_condition_is_told_of_the_past() -> None:
    assert reading("a drought").matches[0].note == "told as having happened"
    assert "told as not having happened" in reading("Malawi had left the league").matches[0].note


def test_a_denied_condition_is_read_like_an_assumed_one() -> None:
    assert [match.read_as for match in ask(deny=["Chad loses"]).readings[0].matches] == ["Chad loses in Sudan"]
    assert not ask(deny=["Sudan loses"]).readings[0].matches


def test_what_others_do_to_each_other_is_no_denial() -> None:
    one = proposition("attack the coast guard", ["a", "b"], known=Roles(frozenset("a"), frozenset("b")))
    turned = proposition("not attack the coast guard", ["a", "b"], known=Roles(frozenset("b"), frozenset("a")))
    same = proposition("not attack the coast guard", ["a", "b"], known=Roles(frozenset("a"), frozenset("b")))
    assert opposes(one, same)
    assert not opposes(one, turned)


@pytest.mark.parametrize("entry", entries(WORDS, "phrase", Phrase), ids=lambda entry: entry.words[0])
def test_a_turn_stands_for_its_base(entry: Phrase) -> None:
    for turn in entry.words:
        assert list(joined(words(turn))) == words(entry.base)


def test_no_word_is_in_two_groups_of_near_words() -> None:
    listed = [word for entry in entries(WORDS, "kin", Kin) for word in entry.words]
    assert len(listed) == len(set(listed))


def passage(start: int) -> Passage:
    return Passage(
        finding=f"rule-{start}",
        page="p",
        file="",
        line=0,
        start=start,
        end=start + 1,
        quote="",
        marked=(),
        outlet="Harbour Post",
        voice=(),
        status="stated",
    )


def test_a_proof_has_no_sentence_to_spare() -> None:
    proofs = [
        Proof(passages=tuple(map(passage, places)), outlets=("Harbour Post",)) for places in ((1, 2, 3), (1, 2), (2, 1), (4,))
    ]
    assert [[one.start for one in proof.passages] for proof in smallest(proofs)] == [[4], [1, 2]]


def test_a_rule_that_is_said_not_to_hold_leads_nowhere_but_is_kept() -> None:
    page, article = paged("Lake Courier", "News", "The strike was not caused by the drought in Somalia.", "2023-03-11")
    founds = (find(page, article),)
    loaded = program(founds, keys(founds), named(founds))
    assert [saying.says for saying in loaded.denied] == ["The strike"]
    assert not run(founds, keys(founds), named(founds), ["the drought"]).conclusions
