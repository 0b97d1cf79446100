"""Time expressions: what they say, what they are counted from, and what stays open."""

import time

import pytest

from quality.texts import article_of, page_of
from rashomon.find.date.calendar import days_in
from rashomon.find.date.movable import easter, islamic, orthodox_easter, tishri
from rashomon.find.dates import dates, dates_in
from rashomon.find.parse import parse
from tests.conftest import grows_in_line

ABSOLUTE = (
    ("on 5 March 2019", "2019-03-05"),
    ("on March 5, 2019", "2019-03-05"),
    ("on the 5th of March, 2019", "2019-03-05"),
    ("on Tuesday, 5 March 2019", "2019-03-05"),
    ("on 05.03.2019", "2019-03-05"),
    ("on 2019-03-05", "2019-03-05"),
    ("on 25/12/2018", "2018-12-25"),
    ("in March 2019", "2019-03"),
    ("in Sept. 2020", "2020-09"),
    ("in 2017", "2017"),
    ("in the third quarter of 2021", "2021-Q3"),
    ("in Q2 2021", "2021-Q2"),
    ("in the summer of 2014", "2014-SU"),
    ("in the 1990s", "199X"),
    ("in the 19th century", "18XX"),
    ("from 2003 to 2006", "2003-01-01/2007-01-01"),
    ("between May and July 2012", "2012-05-01/2012-08-01"),
    ("from 3 to 9 May 2012", "2012-05-03/2012-05-10"),
    ("since 2015", "2015-01-01/.."),
    ("until June 2016", "../2016-07-01"),
    ("before 2004", "../2004-01-01"),
    ("after 2004", "2005-01-01/.."),
    ("the first Monday of June 2015", "2015-06-01"),
    ("the last day of October 2015", "2015-10-31"),
    ("the first week of March 2021", "2021-W09"),
    ("Easter 2018", "2018-04-01"),
    ("Orthodox Easter 2018", "2018-04-08"),
    ("Christmas 2020", "2020-12-25"),
    ("Chinese New Year 2022", "2022-02-01"),
    ("two weeks before Christmas 2020", "2020-W50"),
)
RELATIVE = (
    # counted from Wednesday 10 August 2022
    ("He came today.", "2022-08-10"),
    ("He came yesterday.", "2022-08-09"),
    ("He came on Monday.", "2022-08-08"),
    ("He will come on Friday.", "2022-08-12"),
    ("He came last week.", "2022-W31"),
    ("He came last month.", "2022-07"),
    ("He came in June.", "2022-06"),
    ("He came in December.", "2021-12"),
    ("He came on July 3.", "2022-07-03"),
    ("It is due on August 20.", "2022-08-20"),
    ("He came nine years ago.", "2013"),
    ("He came three weeks ago.", "2022-W29"),
    ("He came two days ago.", "2022-08-08"),
    ("He came late last year.", "2021"),
    ("He leaves next year.", "2023"),
    ("He came this summer.", "2022-SU"),
    ("He came the day before yesterday.", "2022-08-08"),
    ("He has been here since Monday.", "2022-08-08/.."),
)
LENGTHS = (
    ("for three weeks", "P3W"),
    ("for 2 hours and 30 minutes", "PT2H30M"),
    ("for half a year", "P0.5Y"),
    ("for a few days", "PXD"),
    ("for two decades", "P20Y"),
    ("every day", "P1D"),
    ("every Tuesday", "XXXX-WXX-2"),
    ("weekly", "P1W"),
)


RUSSIAN = (
    # counted from Wednesday 10 August 2022
    ("Договор подписан 3 марта 2021 года.", "2021-03-03"),
    ("Договор подписан 3-го марта.", "2022-03-03"),
    ("Договор подписан двадцать первого марта.", "2022-03-21"),
    ("Он приехал в понедельник, 8 августа.", "2022-08-08"),
    ("Он приехал во вторник.", "2022-08-09"),
    ("Он приехал позавчера.", "2022-08-08"),
    ("Он приехал на прошлой неделе.", "2022-W31"),
    ("Он приехал в позапрошлом году.", "2020"),
    ("Он приехал две недели назад.", "2022-W30"),
    ("Он приехал полгода назад.", "2022-02"),
    ("Он уедет через три дня.", "2022-08-13"),
    ("Он уедет в следующем месяце.", "2022-09"),
    ("Завод стоял с 3 по 9 мая 2012 года.", "2012-05-03/2012-05-10"),
    ("Завод стоял с мая по июль 2012 года.", "2012-05-01/2012-08-01"),
    ("Завод стоял в 2019–2020 годах.", "2019-01-01/2021-01-01"),
    ("Завод стоит с 2015 года.", "2015-01-01/.."),
    ("Работы продлятся до 1 октября 2023 года.", "../2023-10-02"),
    ("Это было во втором квартале 2021 г.", "2021-Q2"),
    ("Это было осенью 2014 года.", "2014-FA"),
    ("Это было в 1990-х годах.", "199X"),
    ("Это было в начале июня.", "2022-06"),
    ("Встреча началась вчера в 15 часов.", "2022-08-09T15"),
    ("Встреча началась вчера в 8 часов вечера.", "2022-08-09T20"),
    ("Встреча длилась более трёх часов.", "PT3H"),
    ("Он приехал на Пасху 2018 года.", "2018-04-08"),
    ("Они встречаются каждый вторник.", "XXXX-WXX-2"),
)


@pytest.mark.parametrize(("text", "value"), RUSSIAN)
def test_russian_words_go_through_the_same_rules(text, value):
    assert [each.value for each in dates_in(text, "2022-08-10", "ru")] == [value]


@pytest.mark.parametrize(
    "text",
    [
        "Это второй человек в партии.",
        "Они получили 2000 рублей.",
        "С ним пришли к премьеру.",
        "Их было в 3 раза больше.",
        "Майя пришла.",
    ],
)
def test_no_russian_dates(text):
    assert [each.text for each in dates_in(text, "2022-08-10", "ru")] == []


TOLD = (
    # what is to come and what has been, counted from Wednesday 10 August 2022
    ("They would fight Tuesday's ruling.", "2022-08-09"),
    ("Protests were announced Tuesday.", "2022-08-09"),
    ("The deadline is extended until 9 a.m. on Friday.", "../2022-08-12T09:00:00"),
    ("She might arrive as soon as Friday.", "2022-08-12"),
    ("He would see the scene of the June 7 blasts.", "2022-06-07"),
    ("They grew over the past decade.", "P10Y"),
    ("They must pay within two weeks.", "P2W"),
)


@pytest.mark.parametrize(("text", "value"), TOLD)
def test_which_way_a_time_looks(text, value):
    assert [each.value for each in dates_in(text, "2022-08-10")] == [value]


def test_a_first_name_is_no_month():
    assert dates_in("Jan Novak and Dec Reid met Jun Mori.", "2022-08-10") == ()
    assert [each.value for each in dates_in("They met on Jan 4.", "2022-08-10")] == ["2022-01-04"]


@pytest.mark.parametrize(("text", "value"), ABSOLUTE)
def test_absolute_dates_need_no_reference(text, value):
    assert [each.value for each in dates_in(f"They met {text}.")] == [value]
    assert [each.value for each in dates_in(f"They met {text}.", "1990-01-01")] == [value]


@pytest.mark.parametrize(("text", "value"), RELATIVE)
def test_relative_dates_are_counted_from_the_reference(text, value):
    assert [each.value for each in dates_in(text, "2022-08-10")] == [value]


@pytest.mark.parametrize(("text", "value"), LENGTHS)
def test_lengths_and_sets(text, value):
    assert [each.value for each in dates_in(f"They met {text}.")] == [value]


@pytest.mark.parametrize(
    "text",
    [
        "It may rain.",
        "They march on.",
        "The 1780 kilometres of road are bad.",
        "It cost $ 2015 in all.",
        "They sat in the second row.",
        "A second bridge was built.",
        "Alpha beat Beta 3-1.",
        "Chapter 5/12 is lost.",
        "The ratio was 3:1.",
        "He is a six-year-old boy.",
    ],
)
def test_no_dates(text):
    assert [each.text for each in dates_in(text, "2022-08-10")] == []


def test_american_and_european_order():
    assert dates_in("on 3/5/2019", language="en-US")[0].value == "2019-03-05"
    assert dates_in("on 3/5/2019", language="en-GB")[0].value == "2019-05-03"
    assert dates_in("on 25/5/2019", language="en-US")[0].value == "2019-05-25"


def test_without_a_reference_nothing_is_guessed():
    found = dates_in("He came on January 8, last week and yesterday.")
    assert [each.value for each in found] == ["XXXX-01-08", "", ""]
    assert all(each.interval is None for each in found)


def test_a_reference_known_only_by_its_month_gives_no_day():
    assert dates_in("He came yesterday.", "2022-01")[0].interval is None
    assert dates_in("He came this month.", "2022-01")[0].value == "2022-01"
    assert dates_in("He came last year.", "2022")[0].value == "2021"


def test_days_that_do_not_exist_have_no_interval():
    assert dates_in("on 30 February 2019")[0].interval is None


def found_in(text, published_on=""):
    page = page_of(text)
    return dates(parse(page, article_of(page, published_on)))


def test_the_day_before_is_counted_from_the_date_told_before():
    first, second = found_in("On March 8 the council met. The day before, the mayor had resigned.", "2021-03-10")
    assert (first.low, first.anchor) == ("2021-03-08", "publication")
    assert (second.low, second.high, second.anchor) == ("2021-03-07", "2021-03-07", "«March 8», line 1")


def test_the_year_comes_from_a_full_date_near_by_when_nothing_is_published():
    _, second = found_in("The strike began on May 2, 2021. On May 10 it ended.")
    assert second.low == "2021-05-10"
    assert second.anchor == "«May 2, 2021», line 1"


def test_a_bare_year_elsewhere_gives_no_year():
    _, second = found_in("The bridge was closed in 2014. On November 12 it opened.")
    assert (second.low, second.value, second.anchor) == ("", "XXXX-11-12", "")


def test_a_month_is_derived_from_the_day_of_publication_and_says_so():
    (found,) = found_in("In June they met.", "2022-09-15")
    assert (found.value, found.low, found.high, found.precision, found.anchor) == (
        "2022-06", "2022-06-01", "2022-06-30", "month", "publication",
    )  # fmt: skip


def test_an_absolute_date_has_no_anchor():
    (found,) = found_in("In June 2019 they met.", "2022-09-15")
    assert found.anchor == ""


def test_ranges_and_open_ends():
    (found,) = found_in("It lasted from 2007 to 2013.")
    assert (found.low, found.high, found.precision) == ("2007-01-01", "2013-12-31", "range")
    (found,) = found_in("Since 1991 the border is open.")
    assert (found.low, found.high, found.precision) == ("1991-01-01", "", "range")


def test_every_date_cites_its_characters():
    text = "On March 8, 2020\nthe council met. The day before, it rained."
    page = page_of(text)
    for each in found_in(text):
        assert page.text[each.cited.start : each.cited.end] == each.cited.quote


def test_movable_feasts():
    assert easter(2000).isoformat() == "2000-04-23"
    assert orthodox_easter(2021).isoformat() == "2021-05-02"
    assert islamic(1439, 10, 1).isoformat() == "2018-06-15"
    assert tishri(5779).isoformat() == "2018-09-10"
    assert days_in(2020, 2) == 29
    assert days_in(9999, 12) == 31


@pytest.mark.parametrize(
    "text",
    [
        "in 9999 ",
        "9" * 4000 + " years ago ",
        "last last last ",
        "1/1/" * 900,
        "on 31 December 9999, two days later ",
        "May " * 900,
    ],
)
def test_hostile_text_is_read_in_time(text):
    begun = time.process_time()
    dates_in(text * 5, "9999-12-31")
    assert time.process_time() - begun < 5


def test_linear_in_the_number_of_dates():
    def find(count):
        text = " ".join(f"On {number % 28 + 1} May {1950 + number % 60} and two days later they met." for number in range(count))
        assert len(dates_in(text)) >= count

    assert grows_in_line(find, 400)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Three months after the fall of the mayor they met.", ["P3M"]),
        ("Two days later they met.", [""]),
        ("They waited until March 3.", ["../2022-03-04"]),
        ("They wait until Friday.", ["../2022-08-13"]),
    ],
)
def test_what_no_date_tells_stays_open(text, values):
    assert [each.value for each in dates_in(text, "2022-08-10")] == values
