"""Where two rival passages exclude each other, what speaks against it, and which comparison gives way to which."""

from collections.abc import Sequence

import pytest

from quality.pairs.measure import articled
from rashomon.compare import rival_places, rival_readings
from rashomon.compare.comparisons import with_rivals
from rashomon.compare.passages import Passage, passages
from rashomon.compare.rival_doubts import DOUBTS, Told
from rashomon.compare.rival_places import rival_sentences, rival_slots
from rashomon.compare.rival_readings import TextPair, log_odds, mean
from rashomon.find.article import find
from rashomon.records import Comparison, Found, Side, Verdict


def read(text: str, article: int = 0) -> tuple[Passage, Found]:
    """The last passage of a text, and what is found in it."""
    page, told = articled(text, f"Outlet {article}", "")
    found = find(page, told)
    return list(passages(article, found, page))[-1], found


def answers(monkeypatch: pytest.MonkeyPatch, conflicting: Sequence[str]) -> None:
    """Let the network find a conflict just where one of some words stands on either side but not on both."""

    def tried(pairs: Sequence[TextPair]) -> list[float]:
        return [4.0 if any((word in a) != (word in b) for word in conflicting) else -4.0 for a, b in pairs]

    monkeypatch.setattr(rival_places, "tried", tried)


def test_the_slots_are_those_that_filled_alike_end_the_conflict(monkeypatch: pytest.MonkeyPatch) -> None:
    left, _ = read("Of 300 miners of the shift, 14 died in the Kolva pit.")
    right, _ = read("Of 250 miners of the shift, 52 died in the Kolva pit.", 1)
    answers(monkeypatch, ["14", "52"])
    slots = rival_slots(left, right, "value", {})
    assert slots is not None
    assert [slot.finding.cited.quote.split()[0] for slot in slots] == ["14", "52"]


def test_slots_that_end_no_conflict_are_not_cited(monkeypatch: pytest.MonkeyPatch) -> None:
    left, _ = read("The 14 miners were saved from the Kolva pit.")
    right, _ = read("The 52 miners perished in the Kolva pit.", 1)
    answers(monkeypatch, ["saved"])
    assert rival_slots(left, right, "value", {}) is None
    assert rival_slots(left, right, "status", {}) is None


def test_the_sentences_are_those_without_which_there_is_no_conflict(monkeypatch: pytest.MonkeyPatch) -> None:
    left, _ = read("Rain fell on Mirny. The dam at Mirny holds. Shops are open.")
    right, _ = read("The Mirny dam has burst.", 1)
    answers(monkeypatch, ["holds"])
    spans = rival_sentences(left, right)
    assert left.part(spans[0]) == "The dam at Mirny holds."
    assert right.part(spans[1]) == "The Mirny dam has burst."


def test_both_orders_count_alike() -> None:
    assert mean([0.2, 0.8], [0.8, 0.2]) == pytest.approx([0.5, 0.5])
    assert log_odds(0.5) == pytest.approx(0)
    assert log_odds(0) == pytest.approx(-log_odds(1))


DOUBTFUL = (
    ("compatible", "value", "More than 40 million tonnes were shipped.", "Traders shipped 42.4 million tonnes.", True),
    ("compatible", "value", "Forty million tonnes were shipped.", "Traders shipped 62 million tonnes.", False),
    ("other_place_or_time", "polarity", "Nobody voted in Mirny on Sunday.", "The people of Dovno voted on Monday.", True),
    ("other_place_or_time", "date", "They voted on Sunday.", "They voted on Monday.", False),
    ("other_round", "date", "The first round was won by Hale.", "The second round was lost by Hale.", True),
    ("other_round", "date", "The first round was won by Hale.", "The first round was lost by Hale.", False),
    ("repeated", "aim", "The mayor wept at the gate.", "The mayor wept at the gate that evening.", True),
    ("repeated", "aim", "The mayor wept at the gate.", "The mayor laughed at the gate.", False),
    ("one_standing", "polarity", "Hale plans to sell the dam.", "Hale sold the dam.", True),
    ("one_standing", "polarity", "Hale sold the dam.", "Hale did not sell the dam.", False),
)


@pytest.mark.parametrize(("name", "kind", "left", "right", "doubtful"), DOUBTFUL)
def test_what_the_stages_found_speaks_against_a_conflict(name: str, kind: str, left: str, right: str, doubtful: bool) -> None:
    (one, first), (other, second) = read(left), read(right, 1)
    doubt = next(doubt for doubt, _ in DOUBTS if doubt.__name__ == name)
    assert doubt(Told(kind, (one, other), (one.sentence, other.sentence), None, {}, [first, second])) is doubtful


def compared(founds: Sequence[Found], kind: str, verdict: Verdict, answer: str = "") -> Comparison:
    """A comparison of the first claims of some articles."""
    sides = tuple(
        Side(answer=answer or one.claims[0].cited.quote, findings=(one.claims[0].id,), outlets=(), voices=(), origins=1)
        for one in founds
    )
    return Comparison(id=kind, kind=kind, about="", question="", sides=sides, verdict=verdict, why=answer, independent_origins=2)


@pytest.mark.parametrize(
    ("kind", "verdict", "kept"),
    [
        ("cause", "differs in detail", ["rival"]),
        ("place", "differs in detail", ["place", "rival"]),
        ("cause", "conflicts", ["cause"]),
        ("cause", "not comparable", ["cause"]),
    ],
)
def test_what_leaves_a_conflict_open_gives_way_to_rivals(kind: str, verdict: Verdict, kept: list[str]) -> None:
    founds = [read("The dam burst because of rain.")[1], read("The dam burst because saboteurs blew it up.", 1)[1]]
    rival = compared(founds, "cause", "conflicts", "rival")
    made = with_rivals([compared(founds, kind, verdict)], [rival], founds)
    assert sorted(one.why or one.kind for one in made) == sorted(kept)


def test_the_network_reads_what_is_worth_it(monkeypatch: pytest.MonkeyPatch) -> None:
    pairs = [
        ("The storm off Cape Renna killed 14 fishermen.", "The storm off Cape Renna killed 52 fishermen."),
        ("Rain fell on Dovno.", "Hale was born in 1950."),
    ]
    assert list(rival_readings.proposed(pairs)) == [0]
    monkeypatch.setattr(rival_readings, "WORTH", 99.0)
    assert not rival_readings.proposed(pairs)
