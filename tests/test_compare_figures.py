"""Figures of several tellings set side by side: agreeing, in conflict, or not comparable at all."""

import time

import pytest

from rashomon.compare.figure_sizes import interval, rounding
from rashomon.compare.figures import figures
from rashomon.records import Article, Citation, Figure, Found


def figure(number, low, high=None, *, bound="exactly", measures="arrests", of=("state:NOR",), unit="", article="a", **more):
    """One figure; its text is its value."""
    high = low if high is None and bound in ("exactly", "about", "nearly") else high
    text = more.pop("text", f"{low}–{high}" if low != high else f"{low:g}")
    return Figure(
        id=f"figure-{number}",
        article=article,
        cited=Citation(page="p", start=0, end=1, quote="x"),
        sentence=(0, 1),
        voice=more.pop("voice", (f"outlet {article}",)),
        low=low,
        high=high,
        bound=bound,
        unit=unit,
        measures=measures,
        of=of,
        value_text=text,
        **more,
    )


def found(name, *figures_of_it, published_on="2022-01-10", outlet=None):
    """One article with its figures."""
    article = Article(id=name, page="p", blocks=((0, 1),), outlet=name if outlet is None else outlet, published_on=published_on)
    return Found(article=article, figures=figures_of_it)


def compared(*founds, actors=None, events=None, copies=None):
    return figures(founds, actors or {}, events or {}, copies or {})


def two(left, right, **more):
    """The comparison of one figure each of two articles."""
    made = compared(found("a", left), found("b", right), **more)
    assert len(made) <= 1
    return made[0].verdict if made else None


def test_disjoint_figures_conflict():
    assert two(figure(1, 40, measures="deaths"), figure(2, 900, measures="deaths", article="b")) == "conflicts"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (figure(1, 10_000), figure(2, 10_000, None, bound="over", article="b")),
        (figure(1, 10_000), figure(2, 10_000, bound="about", article="b")),
        (figure(1, 10_000, None, bound="at least"), figure(2, 12_500, article="b")),
        (figure(1, 200, 999, bound="range"), figure(2, 350, article="b")),
        (figure(1, 9_700), figure(2, 10_000, article="b")),
    ],
)
def test_bounds_that_meet_agree(left, right):
    assert two(left, right) == "agrees"


@pytest.mark.parametrize(
    "change",
    [
        {"as_of": "1986"},
        {"of": ("state:SWE",)},
        {"measures": "deaths"},
        {"measures": "loaves"},
        {"unit": "kilometre"},
        {"status": "planned"},
        {"of": ()},
    ],
)
def test_another_year_referent_measure_or_unit_is_no_conflict(change):
    left = figure(1, 40, as_of="2022")
    right = figure(2, **({"low": 9_000, "as_of": "2022", "article": "b"} | change))
    assert two(left, right) is None


def test_an_undated_figure_is_not_set_against_history():
    old, new = figure(1, 8500, as_of="1986"), figure(2, 10_000, article="b")
    other = figure(3, 12, measures="deaths", as_of="2022-01", article="b")
    assert compared(found("a", old, published_on=""), found("b", new, other, published_on="")) == ()


def test_two_events_of_one_year_are_two():
    left, right = (
        figure(1, 77, measures="deaths", as_of="2022-01-14"),
        figure(2, 130, measures="deaths", as_of="2022-07-13", article="b"),
    )
    assert two(left, right) is None


def test_of_what_there_may_be_several_nothing_conflicts():
    left, right = figure(1, 3, measures="vehicles"), figure(2, 4, measures="vehicles", article="b")
    assert two(left, right) is None


def test_money_of_another_currency_is_not_compared():
    left = figure(1, 4e9, measures="loans", of=("state:NOR", "state:LVA"), unit="USD")
    right = figure(2, 9e10, measures="loans", of=("state:NOR", "state:LVA"), unit="RUB", article="b")
    assert two(left, right) is None


def test_lengths_in_two_units_are_compared():
    ends = ("state:NOR", "state:SWE")
    left = figure(1, 1000, measures="border length", of=ends, unit="mile")
    right = figure(2, 1609, measures="border length", of=ends, unit="kilometre", article="b")
    assert two(left, right) == "agrees"


def test_a_border_needs_both_its_ends():
    left = figure(1, 1780, measures="border length", of=("state:NOR",), unit="kilometre")
    right = figure(2, 7000, measures="border length", of=("state:NOR",), unit="kilometre", article="b")
    assert two(left, right) is None


def test_a_part_larger_than_its_whole_conflicts():
    whole = figure(1, 200, 999, bound="range", measures="casualties")
    part = figure(2, 2000, 999_000, bound="range", measures="wounded", article="b")
    assert two(whole, part) == "conflicts"


def test_a_part_that_fits_its_whole_is_nothing_to_tell():
    whole = figure(1, 200, 999, bound="range", measures="casualties")
    part = figure(2, 164, None, bound="at least", measures="deaths", article="b")
    assert two(whole, part) is None


def test_a_part_told_later_than_its_whole_may_have_grown():
    whole = figure(1, 77, measures="casualties", as_of="2022-01-05")
    part = figure(2, 84, None, bound="at least", measures="deaths", as_of="2022-01-06", article="b")
    assert two(whole, part) is None


def test_a_countrys_people_are_not_all_in_it():
    left = figure(1, 2, measures="deaths", of=("state:LVA",))
    right = figure(2, 12, measures="deaths", of=(), place="state:LVA", article="b")
    assert two(left, right) is None


def test_names_of_one_actor_are_one():
    left, right = figure(1, 40), figure(2, 900, of=("name:norge",), article="b")
    assert two(left, right) is None
    assert two(left, right, actors={"name:norge": "state:NOR"}) == "conflicts"


def test_a_later_and_higher_toll_is_a_detail():
    left, right = figure(1, 40, as_of="2022-01-05"), figure(2, 164, as_of="2022-01-09", article="b")
    assert two(left, right) == "differs in detail"


def test_a_later_and_lower_toll_is_a_conflict():
    left, right = figure(1, 164, as_of="2022-01-05"), figure(2, 40, as_of="2022-01-09", article="b")
    assert two(left, right) == "conflicts"


def test_copies_are_one_origin():
    made = compared(found("a", figure(1, 40)), found("b", figure(2, 40, article="b")), copies={"b": "a"})
    assert made[0].independent_origins == 1


def test_an_unknown_outlet_is_no_independent_origin():
    made = compared(found("a", figure(1, 40)), found("b", figure(2, 40, article="b"), outlet=""))
    assert made[0].independent_origins == 1


def test_one_source_in_two_outlets_is_one_origin():
    left = figure(1, 40, voice=("a", "person:x"))
    right = figure(2, 40, voice=("b", "person:x"), article="b")
    assert compared(found("a", left), found("b", right))[0].independent_origins == 1


def test_one_article_does_not_contradict_itself_with_one_voice():
    assert compared(found("a", figure(1, 40), figure(2, 900))) == ()


def test_two_voices_of_one_article_may_contradict_each_other():
    left, right = figure(1, 40, voice=("a", "police")), figure(2, 900, voice=("a", "doctors"))
    assert compared(found("a", left, right))[0].verdict == "conflicts"


def test_what_fits_both_sides_belongs_to_none():
    ends = ("state:NOR", "state:LVA")
    left = figure(1, 13e9, measures="investment", of=ends, unit="USD")
    middle = figure(2, 2e9, 999e9, bound="range", measures="investment", of=ends, unit="USD", article="b", text="billions")
    right = figure(3, 20e9, 99e9, bound="range", measures="investment", of=ends, unit="USD", article="c")
    (made,) = compared(found("a", left), found("b", middle), found("c", right))
    assert made.verdict == "conflicts"
    assert [side.findings for side in made.sides] == [("figure-1",), ("figure-3",)]
    assert "«billions» would fit several" in made.why


def test_sides_name_outlets_and_voices():
    (made,) = compared(found("a", figure(1, 40)), found("b", figure(2, 900, article="b")))
    assert [side.outlets for side in made.sides] == [("outlet a",), ("outlet b",)]
    assert made.kind == "figure"
    assert made.question


def test_intervals_and_rounding():
    assert rounding(164) == 0.5
    assert rounding(10_000) == 500
    assert rounding(0.27) == pytest.approx(0.005)
    assert interval(figure(1, 100, bound="about")) == (90, 110)


def test_order_of_the_articles_does_not_matter():
    founds = [found(name, figure(number, 40 * number, article=name)) for number, name in enumerate("abc", 1)]
    assert compared(*founds) == compared(*reversed(founds))


def test_many_figures_are_compared_in_time():
    founds = [found(f"a{n}", figure(n, float(n % 97 + 1) * 1000, article=f"a{n}")) for n in range(4000)]
    begun = time.process_time()
    compared(*founds)
    assert time.process_time() - begun < 5


def test_a_teller_of_parts_and_whole_says_nothing_against_another():
    parts = found("a", figure(1, 12, measures="deaths"), figure(2, 10, measures="deaths"))
    assert [made.verdict for made in compared(parts, found("b", figure(3, 10, measures="deaths", article="b")))] != ["conflicts"]
    clear = found("c", figure(4, 30, measures="deaths", article="c"))
    both = compared(parts, found("b", figure(3, 10, measures="deaths", article="b")), clear)
    assert [
        sorted(finding for side in made.sides for finding in side.findings) for made in both if made.verdict == "conflicts"
    ] == [["figure-3", "figure-4"]]


def test_a_part_of_the_dead_is_not_all_of_them():
    tourists = figure(1, 2, measures="deaths", counted="tourist")
    assert two(tourists, figure(2, 12, measures="deaths", article="b")) is None
    danes = figure(3, 10, measures="deaths", of=("state:DNK",), event="crash")
    assert two(danes, figure(4, 12, measures="deaths", of=(), place="state:NOR", event="crash", article="b")) is None


def test_a_toll_of_the_first_days_is_preliminary():
    first = figure(1, 77, measures="deaths", as_of="2022-01-09")
    assert two(first, figure(2, 84, measures="deaths", as_of="2022-01-09", article="b")) == "differs in detail"
    assert two(first, figure(2, 900, measures="deaths", as_of="2022-01-09", article="b")) == "conflicts"


@pytest.mark.parametrize(
    ("time", "verdict"),
    [("2005-01-01/2021-01-01", "conflicts"), ("2019", None), ("1990-01-01/1999-01-01", None), ("2005-01-01/..", "conflicts")],
)
def test_an_undated_investment_is_the_sum_so_far(time, verdict):
    ends = {"measures": "investment", "of": ("state:CHN", "state:KAZ"), "unit": "USD"}
    assert two(figure(1, 30e9, bound="over", **ends), figure(2, 19e9, as_of=time, article="b", **ends)) == verdict


def test_whose_word_a_figure_is_is_no_end_of_it():
    ends = {"measures": "investment", "unit": "USD"}
    told = figure(1, 30e9, of=("state:CHN", "organisation:bank", "state:KAZ"), voice=("a", "organisation:bank"), **ends)
    assert two(told, figure(2, 19e9, of=("state:CHN", "state:KAZ"), article="b", **ends)) == "conflicts"


def test_a_share_of_two_actors_has_no_known_base():
    share = {"measures": "share of trade", "of": ("state:CHN", "state:AGO"), "unit": "percent"}
    assert two(figure(1, 2, **share), figure(2, 40, article="b", **share)) is None
