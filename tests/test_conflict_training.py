"""What training makes of the sets of rival tellings, and how conflicts between two texts are counted."""

from random import Random

import pytest

from quality.conflicts.examples import Undecided, batches, chosen, decided, epoch, rate
from quality.conflicts.instances import Instance, covers, load, of_affair, of_file, of_text, of_two, save
from quality.conflicts.measure import judged, main, shown, tally, wrong
from quality.conflicts.tellings import KINDS, Affair, Conflict
from rashomon.compare.encoder.network import network

HARBOUR = Affair(
    name="harbour strike",
    left=(
        "Dockers stop work in Port Kesra\nThe strike in the harbour of Port Kesra began on Monday. "
        "Some 400 dockers walked out at dawn, the union said.\nThe price of bread has risen by a tenth since spring."
    ),
    right=(
        "Harbour at a standstill\nAt Port Kesra the dockers walked out on Thursday, and the harbour lay silent.\n"
        "The mayor called for calm. Bakers in the capital complain of dear flour."
    ),
    conflicts=(
        Conflict(
            "date",
            "The strike in the harbour of Port Kesra began on Monday.",
            "At Port Kesra the dockers walked out on Thursday, and the harbour lay silent.",
        ),
    ),
)


def test_the_network_has_a_column_for_each_kind():
    assert network().header.labels == KINDS


def test_slots_that_exclude_each_other_are_marked():
    made = of_two("value", "The ferry may carry 120 people.", "At most 80 people may board the ferry at Sela.")
    assert (made.kind, made.left) == ("value", "The ferry may carry 120 people.")
    assert ("value", "The ferry may carry @ 120 @ people.", "@ At most 80 @ people may board the ferry at Sela.") in made.slots
    assert not of_two("none", "The ferry may carry 80 people.", "At most 80 people may board the ferry.").slots


def test_passages_of_articles_take_the_kind_of_the_conflict_that_they_hold():
    made = list(of_affair(HARBOUR, Random(1)))
    held = [one for one in made if one.kind == "date"]
    assert held
    assert all("began on Monday" in one.left and "out on Thursday" in one.right for one in held)
    assert any("@ Monday @" in left and "@ Thursday @" in right for one in held for _, left, right in one.slots)
    assert all(one.kind == "date" or "on Monday" not in one.left or "on Thursday" not in one.right for one in made)


def test_a_passage_covers_words_that_stand_mostly_in_it():
    text = "One. The bridge is closed. It is icy."
    assert covers((0, 26), text, "The bridge is closed.")
    assert not covers((0, 12), text, "The bridge is closed.")
    with pytest.raises(ValueError, match="substring not found"):
        covers((0, 12), text, "The bridge is open.")


def test_instances_are_the_same_for_the_same_seed(tmp_path):
    path = tmp_path / "harbour.toml"
    (conflict,) = HARBOUR.conflicts
    sides = f"kind = 'date', left_says = '{conflict.left_says}', right_says = '{conflict.right_says}'"
    path.write_text(f"[[pair]]\nleft = '''{HARBOUR.left}'''\nright = '''{HARBOUR.right}'''\nconflicts = [{{ {sides} }}]\n")
    for name in ("one", "two"):
        assert save(tmp_path / name, of_file(path, 5)) > 0
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()
    assert load([tmp_path / "one"]) == list(of_file(path, 5))


def test_a_conflict_of_one_pair_of_slots_is_learned_marked():
    instance = Instance(
        "value", "40 fell", "17 fell in May", (("value", "@ 40 @ fell", "@ 17 @ fell in May"), ("date", "x", "y"))
    )
    assert [tuple(example) for example in decided(instance, Random(1))] == [
        ("40 fell", "17 fell in May", "value"),
        ("@ 40 @ fell", "@ 17 @ fell in May", "value"),
    ]
    agreeing = Instance("none", "40 fell", "17 rose", instance.slots[:1])
    assert [example.kind for example in decided(agreeing, Random(1))] == ["none", "none"]


def test_of_several_pairs_of_slots_the_surest_is_learned_as_the_conflict():
    pairs = (("agent", "@ a @", "@ b @"), ("agent", "@ c @", "@ d @"), ("agent", "@ e @", "@ f @"))
    made = list(chosen(Undecided("actor", pairs), (0.2, 0.9, 0.6), Random(1)))
    assert [tuple(example) for example in made] == [("@ c @", "@ d @", "actor"), ("@ a @", "@ b @", "none")]
    instance = Instance("actor", "who", "whom", pairs)
    assert len(epoch([instance], Random(1), None)) == 1
    assert {example.kind for example in epoch([instance], Random(1), lambda asked: [0.5 for _ in asked])} == {"actor"}


def test_each_example_is_in_one_batch_and_the_rate_rises_and_falls():
    examples = [example for number in range(90) for example in decided(Instance("none", "a" * number, ""), Random(1))]
    made = batches(examples, 16, Random(1))
    assert sorted(example for batch in made for example in batch) == sorted(examples)
    assert {len(batch) for batch in made} == {16, 10}
    rates = [rate(step, 1000, 1.0, 0.02) for step in range(1200)]
    assert rates.index(max(rates)) == 59
    assert rates[-1] == 0.02


def test_what_is_shown_elsewhere_is_a_false_alarm():
    left = "The ferry sank in Lake Tovu on Monday and 40 people died. Flags flew at half-mast."
    right = "The ferry sank in Lake Tovu on Monday and 17 people died. Schools were shut."
    made = shown(Affair(left, right, ()))
    assert made.conflicts
    tolls = Conflict("value", "40 people died", "17 people died")
    silence = Conflict("polarity", "Flags flew at half-mast.", "Schools were shut.")
    right_of, wrong_of, none_of = (judged(Affair(left, right, held, like="value"), made) for held in ((tolls,), (silence,), ()))
    assert (right_of.found, right_of.missed) == ([tolls], [])
    assert (wrong_of.found, wrong_of.missed, wrong_of.alarms) == ([], [silence], made.conflicts)
    assert none_of.alarms == made.conflicts
    assert [line for line in wrong(wrong_of) if line.startswith(("missed polarity", "alarm"))]
    found, missed, alarms = tally([right_of, wrong_of])
    assert (found["value"], missed["polarity"], found.total() + missed.total()) == (1, 1, 2)
    assert alarms == {"value": len(right_of.alarms) + len(made.conflicts)}


def test_measuring_prints_precision_and_recall(tmp_path, capsys):
    path = tmp_path / "none.toml"
    path.write_text("[[pair]]\nleft = 'The ferry sank.'\nright = 'Bread is dear.'\nconflicts = []\n")
    assert main(["-v", str(path)]) == 0
    assert "recall 0.000" in capsys.readouterr().out


def test_training_can_be_asked_for():
    train = pytest.importorskip("quality.conflicts.train", reason="needs pip install -e .[train]", exc_type=ImportError)
    assert train.options().parse_args(["base", "out", "made"]).epochs == 2


def test_passages_of_one_text_are_in_no_conflict():
    text = (
        "The dockers of Port Kesra walked out on Monday. The union had asked for a rise of 9 percent. Ships lay idle in the bay. "
        "Bakers feared for their flour. The mayor called for calm. On Thursday the dockers of Port Kesra went back to work, "
        "with a rise of 4 percent."
    )
    made = list(of_text(text, Random(1)))
    assert any("walked out" in one.left and "went back" in one.right for one in made)
    assert {one.kind for one in made} == {"none"}
    assert not any("went back" in one.left and "went back" in one.right for one in made)
