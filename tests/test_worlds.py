"""What-if questions over a small pile of our own: readings, worlds, proofs, meetings, denials and hostile input."""

import hashlib
from collections.abc import Sequence
from functools import cache

import msgspec
import pytest

from rashomon.find.article import find
from rashomon.records import Article, Found, Judgement, Page, place_id
from rashomon.worlds import run
from rashomon.worlds.ledger import brier, ledger
from rashomon.worlds.outcome import Outcome
from rashomon.worlds.program import program
from rashomon.worlds.readings import LONGEST
from rashomon.worlds.run import NO_EVIDENCE
from rashomon.worlds.showcase import showcase
from rashomon.worlds.text import text
from rashomon.worlds.watch import watch

PILE = {
    "Harbour Post": (
        "Kenya will send troops to Uganda if the union fails",
        "It should be read this way: if the African Union fails to keep order (which is unlikely), Kenya will do it.\n"
        "If wages fall, the dockers of Mombasa will strike.\n"
        "Traders say a strike of the dockers of Mombasa may ruin the growers.",
    ),
    "Lake Courier": (
        "Trade and friends",
        "Uganda can be a friend of Tanzania if friendship is profitable.\n"
        "If the dockers of Mombasa strike, Uganda will lose its exports.\n"
        "“If the ferries stop, the port will close,” said Amina Otieno, a port official.\n"
        "Tanzania seized 40 lorries at the border in March 2023.",
    ),
    "Hill Gazette": (
        "What was not done",
        "After the election it was not Kenyan troops that were sent to Uganda.\n"
        "Envoys believe the warning of Kenya is aimed at Tanzania.\n"
        "Uganda has not recognised the island.",
    ),
}


def paged(outlet: str, title: str, body: str, day: str) -> tuple[Page, Article]:
    whole = f"{title}\n{body}"
    digest = hashlib.sha256(f"{outlet}{whole}".encode()).hexdigest()
    page = Page(
        id=f"p{digest[:16]}",
        file=f"{outlet}.txt",
        sha256=digest,
        media="text/plain",
        encoding="utf-8",
        text=whole,
        text_of_page=False,
    )
    starts = [place for place in range(len(title) + 1, len(whole)) if whole[place - 1] == "\n"]
    ends = [*(start - 1 for start in starts[1:]), len(whole)]
    article = Article(
        id=place_id("article", page.id, 0, len(whole)),
        page=page.id,
        blocks=tuple(zip(starts, ends, strict=True)),
        title=title,
        title_span=(0, len(title)),
        outlet=outlet,
        language="en",
        published_on=day,
        published_precision="day",
        published_from="stated",
    )
    return page, article


@cache
def pile() -> tuple[tuple[Found, ...], dict[str, Page]]:
    read = [paged(outlet, title, body, f"2023-03-1{number}") for number, (outlet, (title, body)) in enumerate(PILE.items())]
    return tuple(find(page, article) for page, article in read), {page.id: page for page, _ in read}


def keys(founds: Sequence[Found]) -> dict[str, str]:
    return {mention.actor: mention.actor for found in founds for mention in found.mentions if mention.actor}


def named(founds: Sequence[Found]) -> dict[str, str]:
    return {mention.actor: mention.name for found in founds for mention in found.mentions if mention.actor}


def ask(*assume: str, deny: Sequence[str] = (), without: Sequence[str] = (), world: str = "") -> Outcome:
    founds, pages = pile()
    return run(founds, keys(founds), named(founds), assume, deny, without, world, pages=pages)


def test_the_assumption_is_shown_back_as_read() -> None:
    (reading,) = ask("the African Union fails").readings
    (match,) = reading.matches
    assert (reading.words, match.read_as) == ("the African Union fails", "the African Union fails to keep order")
    assert match.passage.quote.startswith("It should be read this way")


def test_a_headline_is_read_with_the_sentence_it_shortens() -> None:
    outcome = ask("the African Union fails")
    troops = next(one for one in outcome.conclusions if "troops" in one.says)
    (proof,) = troops.proofs
    assert [(passage.line, passage.title) for passage in proof.passages] == [(2, False), (1, True)]
    assert troops.worlds == ("Harbour Post",)


def test_what_follows_in_one_world_is_denied_in_another() -> None:
    outcome = ask("the African Union fails")
    by_name = {world.name: world for world in outcome.worlds}
    assert "Kenya will send troops to Uganda" in by_name["Harbour Post"].follows
    assert by_name["Hill Gazette"].denies == ("Kenya will send troops to Uganda",)
    assert not by_name["Lake Courier"].follows
    assert not by_name["Lake Courier"].denies
    (against,) = next(one for one in outcome.conclusions if "troops" in one.says).against
    assert against.quote.startswith("After the election it was not Kenyan troops")


def test_two_assumptions_reach_what_no_page_reaches() -> None:
    (meeting,) = ask("the African Union fails", "friendship is profitable").meetings
    assert set(meeting.actors) == {"Kenya", "Uganda", "Tanzania"}
    assert meeting.actors[1] == "Uganda"
    assert set(meeting.proof.outlets) == {"Harbour Post", "Lake Courier"}
    assert [passage.quote for passage in meeting.proof.passages] == [  # no sentence of them can be spared
        PILE["Lake Courier"][1].split("\n")[0],
        PILE["Harbour Post"][1].split("\n")[0],
        PILE["Harbour Post"][0],
    ]
    assert [passage.quote for passage in meeting.between] == ["Envoys believe the warning of Kenya is aimed at Tanzania."]
    assert not ask("friendship is profitable").meetings


def test_rules_of_two_outlets_chain_in_the_merged_world_only() -> None:
    outcome = ask("wages fall")
    exports = next(one for one in outcome.conclusions if "exports" in one.says)
    assert exports.worlds == ()
    assert exports.merged_only
    assert [passage.outlet for passage in exports.proofs[0].passages] == ["Harbour Post", "Lake Courier"]
    assert not any("exports" in one.says for one in ask("wages fall", world="Harbour Post").conclusions)


def test_no_rule_is_no_evidence_though_the_pages_speak_of_it() -> None:
    outcome = ask("Uganda recognises the island")
    assert outcome.message == NO_EVIDENCE
    assert [passage.quote for passage in outcome.readings[0].related] == ["Uganda has not recognised the island."]


def test_several_readings_are_all_listed() -> None:
    (reading,) = ask("the dockers strike").readings
    assert {match.outlet for match in reading.matches} == {"Lake Courier"}
    (wide,) = ask("fails").readings
    assert [match.read_as for match in wide.matches] == ["the union fails", "the African Union fails to keep order"]


def test_not_to_do_is_to_fail_to_do() -> None:
    assert [match.read_as for match in ask("the African Union does not keep order").readings[0].matches] == [
        "the African Union fails to keep order"
    ]
    assert not ask("the African Union keeps order").readings[0].matches


def test_near_conditions_are_named_but_not_taken() -> None:
    outcome = ask("wages rise")
    assert outcome.message == NO_EVIDENCE
    assert [match.read_as for match in outcome.readings[0].near] == ["wages fall"]


def test_without_a_question_the_case_is_described() -> None:
    outcome = ask()
    assert outcome.system is not None
    assert "wages fall" in [indicator.watch for indicator in outcome.system.indicators]
    shown = text(outcome)
    assert "TO WATCH" in shown
    assert "BALANCE" in shown


def test_what_rests_on_a_denied_condition_no_longer_follows() -> None:
    outcome = ask(deny=["wages fall"])
    assert not outcome.conclusions
    assert any("strike" in one.says for one in outcome.no_longer)


def test_what_only_one_outlet_tells_loses_its_support() -> None:
    lost = ask(without=["lake"]).lost
    assert any("40 lorries" in one.says and "figure" in one.kind for one in lost)
    assert {one.passage.outlet for one in lost} == {"Lake Courier"}


def test_a_world_is_asked_alone() -> None:
    assert not ask("the African Union fails", world="Lake Courier").conclusions
    assert ask("the African Union fails", world="harbour post").conclusions
    assert {world.name for world in ask("wages fall", world="merged").worlds} == set(PILE)


def test_a_voice_has_a_world_of_its_own() -> None:
    spoken = ask("the ferries stop", world="Amina Otieno")
    assert [one.says for one in spoken.conclusions] == ["the port will close"]
    assert ask("the ferries stop").conclusions == spoken.conclusions
    assert not ask("wages fall", world="Amina Otieno").conclusions
    assert ask("wages fall", world="Amina Otieno").message == NO_EVIDENCE


def test_an_outlet_nobody_knows_is_said() -> None:
    assert "no outlet and no voice is called «Moon Herald»" in ask("wages fall", world="Moon Herald").message
    assert "Harbour Post; Hill Gazette; Lake Courier" in ask(without=["Moon Herald"]).message


@pytest.mark.parametrize(
    "words",
    [
        "",
        "   \n\t ",
        "ОДКБ не справится",
        "非洲联盟失败",
        'x"). holds(1). #script(python) import os #end. %',
        "{keep(1)}; :- not holds(1). -1",
        "\x00\x1b[31mthe union\x07",
        "'; DROP TABLE findings; --",
        "the of and",
        "fails " * 2000,
        "\u202efails",
        "🚀" * 50,
    ],
)
def test_hostile_assumptions_get_a_clear_answer(words: str) -> None:
    outcome = ask(words)
    if not outcome.conclusions:
        assert outcome.message == NO_EVIDENCE
        assert outcome.readings[0].note
    shown = text(outcome)
    assert not any(not char.isprintable() and char != "\n" for char in shown)
    assert max(len(line) for line in shown.splitlines()) < 2000


def test_a_long_assumption_is_refused_by_length() -> None:
    (reading,) = ask("wages fall " * 1000).readings
    assert str(LONGEST) in reading.note.replace(",", "")


def test_a_run_changes_nothing_and_repeats_itself() -> None:
    founds, _ = pile()
    before = msgspec.json.encode(founds)
    assert ask("wages fall") == ask("wages fall")
    assert msgspec.json.encode(founds) == before
    assert msgspec.json.decode(msgspec.json.encode(ask("wages fall")), type=Outcome) == ask("wages fall")


def test_every_passage_stands_on_its_page() -> None:
    _, pages = pile()
    outcome = ask("the African Union fails", "wages fall", "friendship is profitable")
    for one in outcome.conclusions:
        for proof in one.proofs:
            for passage in proof.passages:
                assert pages[passage.page].text[passage.start : passage.end] == passage.quote


def test_an_empty_pile_is_answered() -> None:
    assert run((), {}, {}, ["wages fall"]).message == NO_EVIDENCE


def test_the_watch_list_names_conditions() -> None:
    founds, pages = pile()
    listed = watch(program(founds, keys(founds), named(founds)), pages)
    assert "wages fall" in [indicator.watch for indicator in listed]
    assert {indicator.state for indicator in listed} <= {"reported", "denied", "both", "open"}


@cache
def affair() -> tuple[Found, ...]:
    told = [
        ("Harbour Post", "Outlook", "Kenya will close the border with Uganda. Kenya will not leave the union.", "2023-01-05"),
        ("Lake Courier", "News", "On Monday Kenya closed the border with Uganda. Kenya left the union.", "2023-02-05"),
    ]
    return tuple(find(*paged(*one)) for one in told)


def test_later_pages_bear_a_prediction_out_or_contradict_it() -> None:
    founds = affair()
    border, union = ledger(founds, keys(founds))
    assert [passage.quote for passage in border.borne_out]
    assert not border.contradicted
    assert [judgement.verdict for judgement in union.judgements] == ["conflicts"]


def test_only_numbers_that_a_person_entered_are_scored() -> None:
    founds = affair()
    forecasts = ledger(founds, keys(founds))
    assert brier(forecasts) is None
    entered = [
        Judgement(id="j1", left=forecasts[0].rule, right="0.7", verdict="grade", by="person", why="my view"),
        Judgement(id="j2", left=forecasts[1].rule, right="much", verdict="grade", by="person", why="no number"),
    ]
    assert brier(ledger(founds, keys(founds), judgements=entered)) == pytest.approx(0.09)


def test_the_showcase_is_the_what_if_that_most_outlets_have_a_part_in() -> None:
    founds, pages = pile()
    shown = showcase(program(founds, keys(founds), named(founds)), pages)
    assert shown is not None
    assert [reading.words for reading in shown.readings] == ["wages fall"]
    assert any(one.merged_only for one in shown.conclusions)
    assert showcase(program((), {}, {})) is None
