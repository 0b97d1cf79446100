"""The pictures of the report: where things stand, and that the same case gives the same picture."""

import msgspec

from rashomon.report.html import html
from rashomon.report.index import Index
from rashomon.report.layout import LABEL_HEIGHT, LABEL_WIDTH, connected, layout
from rashomon.report.scales import scales
from rashomon.report.system import Edge, Node, labelled
from rashomon.report.timeline import MOST_DEEP, bounds, days, timeline
from rashomon.report.words import amount_words, date_words
from tests.report_contents import contents


def test_a_timeline_has_a_lane_for_each_outlet_and_a_line_between_tellings():
    line = timeline(Index(contents()))
    assert [lane.outlet for lane in line.lanes] == ["Orm Post", "Tarn Herald", 'unknown outlet of x"><img src=x>.txt']
    assert [len(lane.glyphs) for lane in line.lanes] == [1, 1, 0]
    assert len(line.links) == 1
    assert line.dated.shown[0].cells == ("stated", "reported", None)
    assert line.dated.shown[0].shared
    assert [telling.what for telling in line.undated] == ["Ana Rell withdraws from or lets go of Orm"]


def test_a_month_is_a_bar_and_a_day_a_point():
    orm, tarn, _ = timeline(Index(contents())).lanes
    assert orm.glyphs[0].width > 0
    assert tarn.glyphs[0].width == 0
    assert orm.glyphs[0].x <= tarn.glyphs[0].x <= orm.glyphs[0].x + orm.glyphs[0].width


def test_days_of_dates_and_of_what_is_none():
    assert bounds("2024-02")[1] - bounds("2024-02")[0] == 29
    assert bounds("2021-12")[1] == bounds("2022")[0]
    assert bounds("9999") is None
    assert bounds("2021-02-30") is None
    assert bounds("") is None


def test_an_open_range_is_drawn_where_it_is_known():
    event = msgspec.structs.replace(Index(contents()).events()[0], on="2021-03-05/")
    assert days(event) == bounds("2021-03-05")


def test_a_crowded_lane_says_how_many_found_no_room():
    given = contents()
    event = given.founds[0].events[0]
    many = tuple(msgspec.structs.replace(event, id=f"event-{number}") for number in range(20))
    crowded = contents(founds=(msgspec.structs.replace(given.founds[0], events=many),), groups={}, comparisons=())
    lane = timeline(Index(crowded)).lanes[0]
    assert (len(lane.glyphs), lane.crowded) == (MOST_DEEP, 20 - MOST_DEEP)
    assert "12 events found no room in the picture" in html(crowded)


def test_figures_of_one_measure_share_an_axis():
    arrests, deaths = scales(Index(contents()))
    forty, more = arrests.bars
    assert (arrests.measures, forty.value, more.value) == ("arrests", "about 40", "over 200")
    assert forty.right < more.left
    assert (more.open_left, more.open_right) == (False, True)
    assert len(deaths.bars) == 1


def test_amounts_and_dates_read_like_ours():
    assert [amount_words(value) for value in (13e9, 9900, 0.27, 1.25e6)] == ["13 billion", "9,900", "0.27", "1.25 million"]
    assert date_words("2022-01-05/2022-01-19") == "5 to 19 January 2022"
    assert date_words("2022-09-15") == "15 September 2022"
    assert date_words("some day") == "some day"


def test_a_layout_is_the_same_each_time_and_hides_no_name():
    nodes = [f"actor {number}" for number in range(12)]
    edges = [(nodes[0], node) for node in nodes[1:]]
    places = layout(nodes, edges, 900, 600)
    assert places == layout(nodes, edges, 900, 600)
    assert all(0 < x < 900 and 0 < y < 600 for x, y in places.values())
    pairs = [(a, b) for i, a in enumerate(places.values()) for b in list(places.values())[i + 1 :]]
    assert all(abs(a[0] - b[0]) >= LABEL_WIDTH - 1 or abs(a[1] - b[1]) >= LABEL_HEIGHT - 1 for a, b in pairs)


def test_a_layout_of_one_or_none():
    assert dict(layout([], [], 100, 100)) == {}
    assert len(layout(["alone"], [], 100, 100)) == 1


def test_groups_without_a_tie_between_them_stand_beside_each_other():
    places = layout(list("abcdxy"), [("a", "b"), ("b", "c"), ("c", "d"), ("x", "y")], 1000, 600)
    assert connected(list("abcdxy"), [("a", "b"), ("b", "c"), ("c", "d"), ("x", "y")]) == [list("abcd"), list("xy")]
    assert max(places[node][0] for node in "abcd") < min(places[node][0] for node in "xy")


def test_a_label_that_would_hide_a_name_is_left_to_the_table():
    nodes = [Node("a name", "state", 100, 100)]
    hidden, free = (Edge("M0 0", x, 96, "borders", False, False, "tie") for x in (100, 400))
    assert [edge.shown for edge in labelled(nodes, [hidden, free])] == [False, True]
