"""The rules as a map, one what-if worked through, the watch-list and who says each line of the system."""

import msgspec

from rashomon.report.case import contents as contents_of
from rashomon.report.html import html
from rashomon.report.index import Index
from rashomon.report.input import Contents
from rashomon.report.markdown import markdown
from rashomon.report.rule_map import MOST_COLUMNS, columns, rule_map
from rashomon.report.system import picture
from rashomon.report.worlds import STATES, loaded, worlds
from tests.report_contents import contents


def test_the_map_has_an_arrow_for_each_rule_that_leads_to_something():
    index = Index(contents())
    made = rule_map(index, loaded(index))
    assert {arrow.id for arrow in made.arrows} == {rule.id for rule in index.rules()}
    assert "the strike" in {box.whole for box in made.boxes}  # both causes lead to what is asked about
    assert len(made.boxes) == 5
    assert made.left_out == 0


def test_boxes_of_the_map_hide_none():
    index = Index(contents())
    boxes = rule_map(index, loaded(index)).boxes
    pairs = [(one, other) for number, one in enumerate(boxes) for other in boxes[number + 1 :] if one.x == other.x]
    assert all(one.y + one.height <= other.y or other.y + other.height <= one.y for one, other in pairs)
    assert all(box.x + box.width <= 1130.5 for box in boxes)


def test_rules_in_a_circle_stay_within_the_columns():
    made = columns(["a", "b"], [("a", "b", None), ("b", "a", None)])
    assert max(made.values()) < MOST_COLUMNS


def test_the_condition_that_is_assumed_is_one_of_the_pages_and_its_conclusion_is_proved():
    index = Index(contents())
    run = worlds(index, loaded(index)).what_if
    assert run.assumed == "the port closes"
    assert [one.says for one in run.follows] == ["ships will go to Orm"]
    assert [passage.outlet for passage in run.follows.shown[0].proofs[0]] == ["Tarn Herald"]


def test_conditions_are_listed_with_what_the_pages_report_of_them():
    index = Index(contents())
    (one,) = worlds(index, loaded(index)).indicators
    assert (one.watch, one.then, one.state) == ("the port closes", "ships will go to Orm", STATES["open"])
    assert len(set(STATES.values())) == len(STATES)


def test_a_case_without_rules_has_neither():
    index = Index(Contents(title="empty"))
    assert rule_map(index, loaded(index)).boxes == ()
    assert worlds(index, loaded(index)).what_if is None
    assert "## One what-if worked through\n\nNothing.\n" in markdown(Contents(title="empty"))


def test_each_line_of_the_picture_names_who_says_it():
    given = contents()
    tie = given.founds[1].ties[0]
    tarn = msgspec.structs.replace(tie, subject="state:TRN", object="state:ORM")
    found = msgspec.structs.replace(given.founds[1], ties=(tarn,))
    made = picture(Index(contents(founds=(found,))))
    assert [(edge.label, edge.who) for edge in made.edges] == [(tie.relation, ("A",))]
    assert made.outlets == (("Orm Post", "A"),)


def test_the_examples_have_a_map_a_what_if_and_a_watch_list(examples_case):
    given = contents_of(examples_case)
    index = Index(given)
    system = loaded(index)
    assert rule_map(index, system).arrows
    made = worlds(index, system)
    assert made.what_if.follows.shown
    assert all(proof for one in made.what_if.follows for proof in one.proofs)
    assert made.indicators.total
    page = html(given)
    assert "What if:" in page
    assert 'class="map"' in page
