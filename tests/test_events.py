"""Who did what to whom: types, roles, places, times and sizes, and the lexicon behind them."""

from pathlib import Path

import pytest

from quality.texts import article_of, page_of
from rashomon.find.dates import dates
from rashomon.find.event.lexicon import SHIPPED, Deed, lexicon
from rashomon.find.events import events, events_at
from rashomon.find.mentions import mentions
from rashomon.find.parse import parse
from rashomon.find.statements import statements
from rashomon.words import LexiconError, entries

DEEDS = [deed for path in sorted(SHIPPED.parent.glob("events*.toml")) for deed in entries(path, "deed", Deed)]


def told(text, published_on="2022-03-10"):
    page = page_of(text)
    article = parse(page, article_of(page, published_on))
    days = dates(article)
    named = mentions(article, days)
    return events(article, days, named, statements(article, named))


def of_type(text, kind, **more):
    found = [event for event in told(text, **more) if event.type == kind]
    assert found, f"no {kind} in: {text}"
    return found[0]


@pytest.mark.parametrize(
    ("text", "kind", "actor", "recipient"),
    [
        ("Norway praised Portugal on Monday.", "SUPPORT", "Norway", "Portugal"),
        ("Portugal was accused of fraud by Norway.", "ACCUSE", "Norway", "Portugal"),
        ("The deployment of Danish forces to Mali began.", "MOBILIZE", "Danish forces", "Mali"),
        ("The premier of Norway paid a visit to Lisbon.", "CONSULT", "premier of Norway", "Lisbon"),
        ("Norway gave strong support to Portugal.", "SUPPORT", "Norway", "Portugal"),
        ("Portugal, hit hard by a drought, asked Norway to send grain.", "REQUEST", "Portugal", "Norway"),
        ("Police detained and deported nine Danish sailors.", "COERCE", "Police", "nine Danish sailors"),
        ("Norway and Portugal signed a treaty.", "SUPPORT", "Portugal", None),
        ("The treaty signed by Norway and Portugal was long awaited.", "SUPPORT", "Norway", None),
        ("Norway's invasion of Portugal shocked the world.", "ASSAULT", "Norway", "Portugal"),
        ("Norway wants to attack, burning Portugal to the ground.", "THREATEN", "Norway", None),
        ("Norway handed over six ambulances to Mali.", "AID", "Norway", "Mali"),
    ],
)
def test_sides(text, kind, actor, recipient):
    event = of_type(text, kind)
    assert any(actor in each for each in event.actor_text)
    assert recipient is None or any(recipient in each for each in event.recipient_text)


@pytest.mark.parametrize(
    ("text", "kind", "mode"),
    [
        ("Gunmen kidnapped a Danish priest.", "ASSAULT", "abduct"),
        ("The governor imposed a curfew in Lisbon.", "COERCE", "curfew"),
        ("Miners in Norway went on strike.", "PROTEST", "strike"),
        ("Norway demanded that Denmark release the sailors.", "REQUEST", "yield"),
        ("Norway threatened to shell Denmark.", "THREATEN", "violence"),
        ("The queen telephoned the Danish premier.", "CONSULT", "phone"),
        ("Rebels declared a truce in Mali.", "RETREAT", "ceasefire"),
    ],
)
def test_modes(text, kind, mode):
    assert of_type(text, kind).mode == mode


def test_all_of_several_actors_are_kept():
    event = of_type("Norway, Denmark and Portugal condemned Mali.", "ACCUSE")
    assert event.actor == ("state:NOR", "state:DNK", "state:PRT")
    assert event.recipient == ("state:MLI",)


def test_the_states_of_one_noun_are_two_actors():
    assert of_type("Danish and Norwegian soldiers attacked Mali.", "ASSAULT").actor_text == (
        "Danish soldiers",
        "Norwegian soldiers",
    )


def test_sizes_are_in_digits():
    assert of_type("Soldiers killed twelve farmers in Mali.", "ASSAULT").dead == "12"
    assert of_type("Police arrested 1,200 students.", "COERCE").arrested == "1200"


def test_contexts_come_from_the_sentence():
    assert of_type("Norway recalled its ambassador after the earthquake.", "SANCTION").context == (
        "diplomatic",
        "enviro_disaster",
    )


def test_the_place_is_where_it_happened():
    event = of_type("OSLO, March 9 – Police arrested nine students in Lisbon.", "COERCE")
    assert event.place == "Lisbon"
    assert event.country == "PRT"


def test_a_time_is_only_given_where_the_text_gives_one():
    dated = of_type("Police arrested nine students on 7 January 2022.", "COERCE")
    assert (dated.on, dated.on_precision) == ("2022-01-07", "day")
    undated = of_type("Police arrested nine students.", "COERCE")
    assert (undated.on, undated.on_from) == ("", "unknown")


def test_the_time_of_another_clause_is_not_taken():
    assert of_type("Police, who were reformed on 7 January 2022, arrested nine students.", "COERCE").on == ""


def test_every_citation_is_in_the_text():
    text = "Norway refused to sign the Danish letter. Rebels shelled Lisbon, killing nine people."
    for event in told(text):
        assert text[event.cited.start : event.cited.end] == event.cited.quote


def test_ids_are_one_to_a_place():
    found = told("Norway accused Denmark and Denmark accused Norway of shelling Lisbon and Lisbon of shelling Oslo.")
    assert len({event.id for event in found}) == len(found)


def test_the_same_text_gives_the_same_events():
    text = "Norway and Denmark held talks in Lisbon after rebels from Mali attacked Portugal."
    assert told(text) == told(text)


def test_a_word_pointed_at_is_an_event_even_outside_the_lexicon():
    text = "The volcano erupted and Norway attacked Denmark."
    page = page_of(text)
    found = events_at(parse(page, article_of(page)), [(12, 19), (31, 39)], (), (), ())
    assert [(event.type, event.cited.quote) for event in found] == [("", "erupted"), ("ASSAULT", "attacked")]


def test_hostile_input_is_survived():
    for text in ("and " * 3000, "(" * 5000 + "attack", "kill " * 2000, "Norway attacked " * 500):
        told(text)


@pytest.mark.parametrize("deed", DEEDS, ids=lambda deed: deed.example)
def test_each_entry_finds_its_own_example(deed):
    kinds = {event.type for event in told(deed.example[0].upper() + deed.example[1:] + ".")}
    assert deed.type in kinds


def test_the_lexicon_is_broad():
    frames = lexicon().frames.values()
    patterns = {
        (frame.entry.type, frame.others, key)
        for key, of in lexicon().frames.items()
        for frame in of
        if isinstance(frame.entry, Deed)
    }
    assert len(patterns) >= 1500
    assert len({frame.entry.type for of in frames for frame in of if isinstance(frame.entry, Deed)}) == 16


def test_a_users_file_outranks_the_shipped_one(tmp_path):
    path = tmp_path / "mine.toml"
    path.write_text('[[deed]]\ntype = "AID"\nverb = ["attack"]\nexample = "the leech attacked the fever"\n')
    page = page_of("Norway attacked Denmark.")
    found = events(parse(page, article_of(page)), (), (), (), lexicon(path))
    assert [event.type for event in found] == ["AID"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            '[[deed]]\ntype = "AID"\nverb = ["x"]\nexample = "x"\n\n[[deed]]\ntype = "HUG"\nexample = "x"\n',
            "mine.toml, line 6, entry 2 of deed",
        ),
        (
            '\n[[deed]]\ntype = "AID"\nverb = ["x @nothing"]\nexample = "x"\n',
            "mine.toml, line 2, entry 1 of deed: no word class 'nothing'",
        ),
        ("[[deed]\n", "mine.toml"),
    ],
)
def test_an_error_in_a_lexicon_names_file_line_and_entry(tmp_path: Path, text, message):
    path = tmp_path / "mine.toml"
    path.write_text(text)
    with pytest.raises(LexiconError, match=message):
        lexicon(path)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The talks demonstrate the strategic importance of Portugal for Norway.", "PROTEST"),
        ("The flood in Portugal demonstrated that Norway was right.", "PROTEST"),
        ("Norway limited imports from Portugal under the pretext of fighting the epidemic.", "ASSAULT"),
        ("This, of course, hit Portugal, while it had no effect on Norway.", "ASSAULT"),
        ("In March Norway opened a school.", "PROTEST"),
    ],
)
def test_a_figure_of_speech_is_no_deed(text, kind):
    assert kind not in {event.type for event in told(text)}


def test_a_pogrom_is_an_assault_on_its_victims():
    event = of_type("There was a pogrom of the Danes in the old town.", "ASSAULT")
    assert (event.actor, event.recipient) == ((), ("state:DNK",))


def test_who_after_an_inserted_description_is_the_one_described():
    text = "There was a pogrom of the Danes, a minority related to the Norwegians, who were accused by nationalists of theft."
    assert of_type(text, "ACCUSE").recipient == ("state:DNK",)


def test_a_name_after_an_office_is_meant_itself():
    text = "The republic was visited by the head of the Danish bank, Lars Holm, who directed Norway to leave."
    assert of_type(text, "REQUEST").actor_text == ("Lars Holm",)


def test_which_agrees_with_its_verb():
    text = "Norway built a net of depots of the Danes on the territory of Latvia, which threaten not only Sweden, but also Malta."
    event = of_type(text, "THREATEN")
    assert (event.actor, event.recipient) == (("state:DNK",), ("state:SWE", "state:MLT"))


def test_a_prefix_is_nobody():
    event = of_type("The anti-Norwegian rallies against the tax swept the country.", "PROTEST")
    assert {text.lower() for text in (*event.actor_text, *event.recipient_text)}.isdisjoint({"anti", "-"})


def test_who_condemns_a_deed_did_not_do_it():
    assert of_type("Oslo and Lisbon condemned shooting at the crowd.", "ASSAULT").actor == ()
