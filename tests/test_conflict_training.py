"""What training makes of the sets of rival tellings, and how conflicts between two texts are counted."""

from collections import Counter
from random import Random

import msgspec
import pytest

from quality.conflicts import pack
from quality.conflicts.asides import without_asides
from quality.conflicts.examples import batches, epoch, rate, turned
from quality.conflicts.instances import (
    MOST_OF_PILE,
    Instance,
    covers,
    load,
    of_affair,
    of_agreeing,
    of_contrast,
    of_copies,
    of_file,
    of_sheet,
    of_text,
    of_triad,
    save,
    thinned,
)
from quality.conflicts.measure import judged, main, shown, tally, wrong
from quality.conflicts.tellings import KINDS, Affair, Agreeing, Conflict, Contrast, LookAlike, Rival, Sheet, Triad
from rashomon.compare.encoder.forward import probabilities
from rashomon.compare.encoder.network import network
from tests.small_networks import folder

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
PILE = Agreeing(
    (
        HARBOUR.left,
        "Dockers of Port Kesra out since Monday\nThe strike in the harbour of Port Kesra went into its third day. "
        "The union of the dockers asks for a rise of 9 percent. Bread has become dear as well, by a tenth since spring.",
        "What the harbour strike costs\nSince Monday some 400 dockers of Port Kesra have been out. "
        "Nine ships wait in the bay. The union and the harbour talk again on Friday.",
    )
)
OTHERS = (
    LookAlike("time", "A pier at Sela broke in the storm of 1987."),
    LookAlike("place", "Drones also hit the pier of Tovu."),
    LookAlike("aspect", "Fishermen of Sela took their boats up the river."),
)
SHEET = Sheet(
    same=("Drones broke the pier at Sela.", "The Sela pier fell to drones.", "Unmanned aircraft felled the jetty of Sela."),
    conflicts=(
        Rival("cause", "Drifting ice broke the pier at Sela; the drones of that night had not come near it."),
        Rival("polarity", "The pier at Sela stands, and not a plank is missing."),
        Rival("place", "It was the pier at Kesra, not that of Sela, which drones broke on Monday at dawn."),
    ),
    others=OTHERS,
)
TRIAD = Triad(
    tellings=(("Ice broke the pier.", "The pier fell to ice."), ("Fire took it.", "It burned."), ("It stands.", "It is whole.")),
    kinds=("cause", "polarity", "status"),
    others=OTHERS,
)


def test_the_network_has_a_column_for_each_kind():
    assert network().header.labels == KINDS


def test_a_contrast_sets_its_passage_beside_each_rival():
    one = Contrast("The ferry\nmay carry 120.", (Rival("value", "At most 80 may board."), Rival("none", "It sails daily.")))
    assert list(of_contrast(one)) == [
        Instance("value", "The ferry may carry 120.", "At most 80 may board."),
        Instance("none", "The ferry may carry 120.", "It sails daily."),
    ]


def test_a_sheet_sets_rivals_and_look_alikes_beside_two_wordings_each():
    made = list(of_sheet(SHEET, Random(1)))
    assert Counter(one.kind for one in made) == {"cause": 2, "polarity": 2, "place": 2, "none": 8}
    assert all(one.left in SHEET.same for one in made)
    assert sum(one.right in SHEET.same for one in made) == 2
    assert all(one.left != one.right for one in made)
    beside = Counter(one.right for one in made if one.right not in SHEET.same)
    assert set(beside.values()) == {2}
    assert set(Counter((one.left, one.right) for one in made).values()) == {1}


def test_most_rivals_of_sheets_lose_their_asides_but_those_that_deny_keep_theirs():
    texts = Counter(
        one.right for seed in range(200) for one in of_sheet(SHEET, Random(seed)) if one.kind not in ("none", "place")
    )
    cause, polarity, _ = SHEET.conflicts
    assert texts[polarity.text] == 400
    assert texts["Drifting ice broke the pier at Sela."] == 0  # too short to stand alone: the whole text stays
    assert texts[cause.text] == 400
    places = Counter(one.right for seed in range(200) for one in of_sheet(SHEET, Random(seed)) if one.kind == "place")
    assert places["It was the pier at Kesra, which drones broke on Monday at dawn."] > 300
    assert 0 < places[SHEET.conflicts[2].text] < 100


@pytest.mark.parametrize(
    ("passage", "left"),
    [
        ("The ferry sank off Sela in May, not in April, with 40 aboard.", "The ferry sank off Sela in May, with 40 aboard."),
        ("Inspectors came to the dam by sea rather than by road, said Orlo.", "Inspectors came to the dam by sea, said Orlo."),
        (
            "The mayor – not his deputy – signed the decree on flour and bread.",
            "The mayor  signed the decree on flour and bread.",
        ),
        (
            "The strike at the harbour began on Thursday; no docker had left on Monday.",
            "The strike at the harbour began on Thursday.",
        ),
        (
            "A gas pipe burst under the old mill of Orlo, and nobody had laid a bomb there.",
            "A gas pipe burst under the old mill of Orlo.",
        ),
        (
            "The mill burned down in the night of the storm. Flour is dear.",
            "The mill burned down in the night of the storm. Flour is dear.",
        ),
        ("The mayor did not sign the decree on flour and bread.", "The mayor did not sign the decree on flour and bread."),
        ("He fell. He had not jumped.", "He fell. He had not jumped."),
        ("“It was ice that broke the pier of Sela in May”", "“It was ice that broke the pier of Sela in May”"),
    ],
)
def test_asides_against_another_telling_go_where_enough_is_left(passage, left):
    assert without_asides(passage) == left


def test_a_triad_sets_each_telling_against_the_two_others():
    made = list(of_triad(TRIAD, Random(1)))
    assert Counter(one.kind for one in made) == {"cause": 2, "polarity": 2, "status": 2, "none": 9}
    place = {wording: number for number, wordings in enumerate(TRIAD.tellings) for wording in wordings}
    between = {"cause": (0, 1), "polarity": (0, 2), "status": (1, 2)}
    assert all((place[one.left], place[one.right]) == between[one.kind] for one in made if one.kind != "none")
    assert sum(one.right in place and place[one.left] == place[one.right] for one in made if one.kind == "none") == 3


def test_near_copies_with_another_number_conflict_and_others_do_not():
    one = Contrast("The dam broke on Monday and 40 men died.", (Rival("none", "It rained."), Rival("value", "Of them, 17 fell.")))
    made = [copy for seed in range(300) for copy in of_copies(one, Random(seed))]
    assert {copy.kind for copy in made} == {"none", "value", "date"}
    assert all(copy.left.split()[:2] == copy.right.split()[:2] for copy in made if copy.kind != "none")


def test_of_pairs_without_a_conflict_a_share_is_kept():
    made = [Instance("value" if number % 10 == 0 else "none", str(number), "") for number in range(1000)]
    kept = Counter(one.kind for one in thinned(made, 0.25, Random(1)))
    assert kept["value"] == 100
    assert 150 < kept["none"] < 300


def test_passages_of_articles_take_the_kind_of_the_conflict_that_they_hold():
    made = list(of_affair(HARBOUR))
    held = [one for one in made if one.kind == "date"]
    assert held
    assert all("began on Monday" in one.left and "out on Thursday" in one.right for one in held)
    assert all(one.kind == "date" or "on Monday" not in one.left or "on Thursday" not in one.right for one in made)


def test_some_pairs_of_articles_that_agree_are_taken_by_lot_and_conflict_in_nothing():
    made = [list(of_agreeing(PILE, Random(seed))) for seed in range(6)]
    every = {one for taken in made for one in taken}
    assert {one.kind for one in every} == {"none"}
    assert any("at dawn" in one.left and "third day" in one.right for one in every)
    assert any("third day" in one.left and "Nine ships" in one.right for one in every)
    assert not any("at dawn" in one.right or "Nine ships" in one.left for one in every)
    assert {len(set(taken)) for taken in made} == {MOST_OF_PILE} and len(every) > MOST_OF_PILE
    alone = Agreeing((PILE.articles[0], "Bread is dear, say bakers in the capital.", "It may snow."))
    assert 0 < len(list(of_agreeing(alone, Random(1)))) < MOST_OF_PILE


def test_a_passage_covers_words_that_stand_mostly_in_it():
    text = "One. The bridge is closed. It is icy."
    assert covers((0, 26), text, "The bridge is closed.")
    assert not covers((0, 12), text, "The bridge is closed.")
    with pytest.raises(ValueError, match="substring not found"):
        covers((0, 12), text, "The bridge is open.")


def test_instances_are_the_same_for_the_same_seed(tmp_path):
    path = tmp_path / "sheets_1.jsonl"
    path.write_bytes(msgspec.json.encode(SHEET) + b"\n")
    for name, seed in (("one", 5), ("two", 5), ("three", 6)):
        assert save(tmp_path / name, of_file(path, seed)) == 14
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes() != (tmp_path / "three").read_bytes()
    assert load([tmp_path / "one"]) == list(of_file(path, 5))


def test_each_file_is_read_by_its_name(tmp_path):
    names = ("tellings_1.jsonl", "contrasts_9.jsonl", "agreeing_1.jsonl", "harbour.toml")
    triads, contrasts, piles, affairs = (tmp_path / name for name in names)
    triads.write_bytes(msgspec.json.encode(TRIAD))
    contrasts.write_bytes(msgspec.json.encode(Contrast("Ice.", (Rival("cause", "Fire."),))))
    piles.write_bytes(msgspec.json.encode(PILE))
    (conflict,) = HARBOUR.conflicts
    sides = f"kind = 'date', left_says = '{conflict.left_says}', right_says = '{conflict.right_says}'"
    affairs.write_text(f"[[pair]]\nleft = '''{HARBOUR.left}'''\nright = '''{HARBOUR.right}'''\nconflicts = [{{ {sides} }}]\n")
    assert list(of_file(triads, 1)) == list(of_triad(TRIAD, Random(1)))
    assert list(of_file(contrasts)) == [Instance("cause", "Ice.", "Fire.")]
    assert list(of_file(piles, 1)) == list(of_agreeing(PILE, Random(1)))
    assert list(of_file(affairs)) == list(of_affair(HARBOUR))
    with pytest.raises(msgspec.ValidationError):
        list(of_file(triads.rename(tmp_path / "sheets_2.jsonl")))


def test_each_instance_is_in_one_batch_in_one_order_and_the_rate_rises_and_falls():
    instances = [Instance("none", "a" * number, "b") for number in range(90)]
    read = epoch(instances, Random(1))
    assert {min(one.left, one.right) for one in read} == {min(one.left, one.right) for one in instances}
    assert 20 < sum(one.left == "b" for one in read) < 70
    assert turned(turned(instances[3])) == instances[3]
    made = batches(read, 16, Random(1))
    assert Counter(one for batch in made for one in batch) == Counter(read)
    assert {len(batch) for batch in made} == {16, 10}
    rates = [rate(step, 1000, 1.0, 0.02) for step in range(1200)]
    assert rates.index(max(rates)) == 99
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


@pytest.mark.parametrize("family", ["bert", "mpnet"])
def test_a_small_network_learns_and_is_packed(family, tmp_path, capsys):
    train = pytest.importorskip("quality.conflicts.train", reason="needs pip install -e .[train]", exc_type=ImportError)
    pairs = [("the bridge was destroyed by ice", "drones destroyed the bridge"), ("koln", ". . . .")]
    made = [Instance(kind, *pair) for kind, pair in zip(("cause", "none"), pairs, strict=True)] * 40
    save(tmp_path / "made", made)
    base = folder(tmp_path / "base", family, layers=3, labels=len(KINDS), spread=0.5)
    asked = [str(base), str(tmp_path / "out"), str(tmp_path / "made"), "--watch", str(tmp_path / "made")]
    assert train.main([*asked, "--layers", "2", "--epochs", "40", "--rate", "1e-2"]) == 0
    assert "average precision 1.000" in capsys.readouterr().out.splitlines()[-1]
    trained = train.reader(str(tmp_path / "out"))
    assert all(not one.requires_grad for one in trained.model.base_model.embeddings.parameters())
    assert pack.main([str(tmp_path / "out"), str(tmp_path / "out.npz")]) == 0
    learned = network(tmp_path / "out.npz")
    assert (learned.header.labels, learned.header.layers, learned.header.family) == (KINDS, 2, family)
    cause, none = probabilities(pairs, learned)
    assert (cause.argmax(), none.argmax()) == (KINDS.index("cause"), KINDS.index("none"))
    with pytest.raises(ValueError, match="fewer than 9"):
        train.reader(str(base), 9)


def test_passages_of_one_text_are_in_no_conflict():
    text = (
        "The dockers of Port Kesra walked out on Monday. The union had asked for a rise of 9 percent. Ships lay idle in the bay. "
        "Bakers feared for their flour. The mayor called for calm. On Thursday the dockers of Port Kesra went back to work, "
        "with a rise of 4 percent."
    )
    made = list(of_text(text))
    assert any("walked out" in one.left and "went back" in one.right for one in made)
    assert {one.kind for one in made} == {"none"}
    assert not any("went back" in one.left and "went back" in one.right for one in made)
