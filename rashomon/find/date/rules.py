"""The grammar of time expressions: patterns in the order in which they are applied."""

from rashomon.find.cascade import Cascade, Rule
from rashomon.find.date import read_clocks as clocks
from rashomon.find.date import read_days as days
from rashomon.find.date import read_lengths as lengths
from rashomon.find.date import read_spans as spans
from rashomon.find.date import read_turns as turns
from rashomon.find.numbers import NUMBER_RULES

RULES: tuple[Rule, ...] = (
    *NUMBER_RULES,
    # Russian words of several uses: «2021 год» and «через год», «в 14 часов» and «через два часа»
    Rule("d4", "d4 annum", days.year_named),
    Rule("clock_t", "(?<= at | after | until | before | by | around | from_on | dash | to) (d1 | small) hour_word"
         " ((d1 | small) unit)?", clocks.clock),
    Rule("unit", "annum | hour_word", lengths.same),
    Rule("big", "(?<= month | d1 | ordinal) small small", days.year_in_words),
    # Dates in figures
    Rule("day_t", "iso | compact", days.iso),
    Rule("span_t", "(from | from_on)? (d1 | decimal) dot? (dash | slash | to) dotted", days.dotted_span),
    Rule("span_t", "(from | from_on)? decimal dot? (dash | slash | to) decimal dot?", days.dotted_span, command=True),
    Rule("day_t", "dotted", days.dotted),
    Rule("day_t", "slashed", days.slashed),
    Rule("month_t", "year_month", days.year_month),
    Rule("day_t", "d1 d1 d4", days.three_numbers, command=True),
    Rule("day_t", "d1 slash d1 (?! mon | unit | unit_letter) | (?<! from | between | clock | weekday) d1 dash d1 (?!"
         " mon | ante | post | dash | in | unit | this | next | relative_day | zone | second | unit_letter)",
         days.two_numbers, command=True),
    Rule("day_t", "decimal (?! unit | percent)", days.decimal_date, command=True),
    # Days and months with names
    Rule("span_t", "(from | from_on | between)? the? days (dash | to | through | until | and) the? days of? the? mon dot? comma?"
         " (of | in)? years?", days.day_span),
    Rule("span_t", "(from | from_on | on)? mon dot? the? days (dash | to | through | until) the? days comma?"
         " years?", days.day_span),
    Rule("day_t", "(wday comma?)? mon dot? the? (ordinal | second | d1 | small) comma? (of | in)? years", days.fields),
    Rule("day_t", "(wday comma?)? the? (ordinal | second | d1 | small) day? of? the? mon dot? comma? (of | in)? years",
         days.fields),
    Rule("day_t", "(ordinal | second) mon d1 | month ordinal d1 (?! colon | ante | post)", days.short_fields, command=True),
    Rule("day_t", "d4 (slash | dash) mon (slash | dash) d1 | d1 (slash | dash) mon (slash | dash) d4", days.fields),
    Rule("month_t", "mon dot? comma? (of | in)? years", days.fields),
    Rule("month_t", "d4 dash? mon (?! days)", days.fields),
    Rule("day_t", "d4 dash? mon dash? d1", days.fields),
    Rule("day_t", "(wday comma?)? mon dot? the? (ordinal | second | d1) (comma? wday (?! unit))?", days.fields),
    Rule("day_t", "wday comma? the? (ordinal | d1) of? mon | the? (ordinal | second) unit? of? the? mon | d1 of? mon",
         days.fields),
    Rule("day_t", "wday comma? the? (ordinal | second) (?! of | unit | wday | quarter_mark)", days.fields),
    Rule("day_t", "wday d1 (?! of | unit | colon | dash | ante | post | oclock | to | slash | and)", days.fields, command=True),
    Rule("month_t", "month | (?<= in | of | since | until | during | by | last | next | this | early | late | mid | from"
         " | to | end | start | between | the) ambiguous_month | ambiguous_month (?= (to | dash | through) mon)", days.fields),
    Rule("month_t", "ambiguous_month", days.whole_text, command=True),
    Rule("wday_t", "weekday", days.fields),
    Rule("wday_t", "ambiguous_weekday (?= at | clock | comma | of)", days.fields, command=True),
    # Years, decades, quarters
    Rule("decade_t", "the? decade", days.decade),
    Rule("decade_t", "the? (ordinal | second) unit", days.century),
    Rule("quarter_t", "quarter_mark dash? of? d4 | d4 dash? quarter_mark | half_mark dash? of? d4 | d4 dash? half_mark",
         days.quarter),
    Rule("cycle_t", "(fiscal | academic | calendar) unit? (d4 | d1) | this (fiscal | academic | calendar) unit", days.fiscal),
    Rule("week_t", "the? unit d1 of? the? (d4 | year_t | cycle_t) | the? unit d1 (?! unit | dash | comma)", days.week_number),
    Rule("year_t", "d4 (?! unit | scale | zone)", days.bare_year),
    # This, last, next
    Rule("day_t", "relative_day", turns.day_away),
    Rule("many_t", "(d1 | small) (last | next) unit", turns.many_units),
    Rule("cycle_t", "the? (this | last | next | that) unit (?! of)", turns.cycle),
    Rule("quarter_t", "the? (ordinal | second) (half of the? | half) (d4 | year_t | cycle_t) | the? (ordinal | second) unit"
         " (of | in)? the? (d4 | year_t | cycle_t) | quarter_mark | the? (ordinal | second) unit", days.quarter),
    Rule("season_t", "season of? the? (d4 | year_t | cycle_t) | (?<= last | next | this | in | the | early | late | mid |"
         " since | of) season", days.season),
    Rule("season_t", "season", days.season_alone, command=True),
    Rule("feast_t", "the? feast (of | in)? (d4 | year_t | cycle_t | big)?", days.feast),
    Rule("weekend_t", "the? last weekend of month_t", turns.weekend),
    Rule("weekend_t", "(the | this | last | next) weekend", turns.weekend),
    Rule("day_t", "the? (this | last | next) wday_t (?! of | in)", turns.turn),
    Rule("turn_t", "the? (this | last | next) (month_t | season_t | feast_t | day_t)", turns.turn),
    # Durations
    Rule("dur_t", "half a? unit | a half unit | (count | a | few | couple) (and a? half)? dash? more_word? (unit |"
         " second (?= later | ago | earlier | before | after))", lengths.duration),
    Rule("dur_t", "all unit | another unit | (d1 | decimal) unit_letter", lengths.duration),
    Rule("dur_t", "for hour_mark", lengths.hours_long, command=True),
    Rule("dur_t", "(unit) (?= dash? old | ago | later | earlier)", lengths.plural_units),
    Rule("dur_t", "(?<= ahead | later) unit | unit (?= ago | later)", lengths.single),
    Rule("dur_t", "dur_t and a? (half | unit (?! to | past | last))", lengths.and_part),
    Rule("dur_t", "dur_t (and | comma)? dur_t", lengths.added),
    Rule("age", "dur_t dash? old", turns.ignored),
    # Times of day, before anything takes their numbers
    Rule("clock_t", "at? (a? unit | half | (d1 | small) unit? | dur_t) (last | to | after | from) (clock_word | (d1 |"
         " small | clock | hour_mark) oclock? (ante | post)?)", clocks.past_hour),
    Rule("clock_t", "(clock | clock_letter | d1 | small) (ante | post) zone? | clock zone? | clock_letter | hour_mark"
         " zone | clock_word | (?<= at) d1 zone", clocks.clock),
    Rule("clock_t", "small dash? small oclock? (ante | post)?", clocks.clock, command=True),
    Rule("clock_t", "(d1 | small) oclock (ante | post)?", clocks.clock),
    Rule("clock_t", "at hour_mark | hour_mark (?= dash | to) | (?<= dash | to | after | until | before) hour_mark",
         clocks.clock, command=True),
    Rule("clock_t", "at? (d1 | small) in the part_of_day | clock_t in the part_of_day", clocks.clock_in),
    Rule("cspan_t", "(from | from_on | between | at)? (clock_t | d1 | small) (dash | to | until) (clock_t | (d1 | small)"
         " (?= in the part_of_day)) | clock_t (dash | to | until) (d1 | small) (?! unit | mon) | between (clock_t | d1 |"
         " small) and clock_t", clocks.clock_span),
    Rule("cspan_t", "(?<= weekday | wday_t | day_t) from? d1 (dash | to) d1 (?! unit | mon)| between d1 and d1 (?= on)",
         clocks.clock_span, command=True),
    Rule("day_t", "late? (this | last | next) part_of_day | late? tonight", clocks.today_part),
    Rule("set_t", "every wday_t at clock_t", spans.repeated),
    Rule("day_t", "(day_t | wday_t | feast_t) (comma | in the | at)? part_of_day | (the? part_of_day) of (day_t |"
         " wday_t | feast_t) | relative_day (ante | post) | day_t (ante | post)", clocks.on_day),
    Rule("day_t", "(day_t | wday_t | feast_t) comma? (at | on)? cspan_t | cspan_t comma? (on | of)? (day_t | wday_t)",
         clocks.span_on_day),
    Rule("day_t", "(day_t | wday_t | feast_t) comma? (at | on)? around? clock_t | clock_t comma? (on)? (day_t | wday_t)",
         clocks.on_day),
    Rule("day_t", "day_t (at | around) (d1 | small) | at? (d1 | small) (dash small)? day_t", clocks.part_hour, command=True),
    # Before and after
    Rule("day_t", "count wday_t hence", turns.weekdays_ahead),
    Rule("day_t", "(around | more)? dur_t ago", turns.moved(-1)),
    Rule("day_t", "ahead (around | more)? dur_t", turns.moved(1)),
    Rule("day_t", "later (around | more)? dur_t", turns.moved(1, anaphoric=True)),
    Rule("day_t", "(around | more)? dur_t hence | in (around | more)? dur_t (?! of)", turns.moved(1)),
    Rule("day_t", "(around | more)? dur_t (from | after) (day_t | wday_t | feast_t | month_t)", turns.moved(1)),
    Rule("day_t", "(around | more)? dur_t before (day_t | wday_t | feast_t | month_t)", turns.moved(-1)),
    Rule("day_t", "(around | more)? dur_t later (?! this | in | cycle_t) | (around | more)? dur_t after (?! a | the | every)",
         turns.moved(1, anaphoric=True)),
    Rule("day_t", "(around | more)? dur_t (earlier (?! cycle_t) | before)", turns.moved(-1, anaphoric=True)),
    Rule("day_t", "the unit (before | earlier)", turns.unit_before),
    Rule("day_t", "the unit after", turns.unit_after),
    Rule("many_t", "within the? next? dur_t", turns.within),
    Rule("span_t", "for? dur_t comma? (from (?= day_t | wday_t | feast_t) | starting (from | on)?) (day_t | wday_t |"
         " feast_t)", turns.stretch),
    Rule("span_t", "the? (ordinal | last) dur_t (of | in) the? (month_t | year_t | cycle_t)", turns.edge_of),
    Rule("many_t", "the? (last | next) (dur_t | couple unit)", turns.many),
    # The n-th of something
    Rule("day_t", "the? (ordinal | second)? last (unit | wday_t) (of | in) the? (month_t | year_t | cycle_t | turn_t |"
         " d4)", turns.nth),
    Rule("day_t", "the? (ordinal | second) (unit | wday_t) (of | in) the? (month_t | year_t | cycle_t | turn_t)", turns.nth),
    Rule("day_t", "the? (ordinal | second) unit of the unit", turns.day_of_unit),
    Rule("day_t", "the? (ordinal | second | d1) unit? of the? cycle_t", turns.day_of),
    Rule("day_t", "on the ordinal (?! unit)", turns.day_of_month, command=True),
    Rule("day_t", "on? wday_t (of | in)? cycle_t | cycle_t on (wday_t | day_t)", turns.inside),
    Rule("day_t", "the unit of the? day_t", turns.week_of),
    Rule("day_t", "(this | next)? wday_t day_t | day_t day_t", turns.last_of_two),
    # Parts
    Rule("part_t", "the? (early | mid | late | start | end | rest) (of | in)? around? dash? the? (month_t | year_t |"
         " cycle_t | decade_t | turn_t | season_t | quarter_t | wday_t)", turns.part),
    Rule("part_t", "the? (start | mid | end | rest) the? unit", turns.part_of_this),
    Rule("part_t", "the? edge", turns.edge, command=True),
    Rule("part_t", "(earlier | later) cycle_t", turns.part),
    Rule("part_t", "d4 | unit to_date", spans.to_date),
    Rule("now_t", "now", spans.present),
    # Ranges
    Rule("span_t", "(from | from_on | between)? ends (dash | to | through | until) ends", spans.between),
    Rule("span_t", "between ends and ends", spans.between),
    # Open ends
    Rule("open_t", "(since | from_on | starting on?) any_time | any_time or_later", spans.opened("since")),
    Rule("open_t", "clock_t or_later on? (day_t | wday_t)", spans.later_on_day),
    Rule("open_t", "until around? any_time", spans.opened("until")),
    Rule("open_t", "before around? any_time", spans.opened("before")),
    Rule("open_t", "(after | later_than) any_time", spans.opened("after")),
    Rule("open_t", "by the? any_time", spans.opened("by")),
    Rule("open_t", "(day_t | wday_t) open_t", spans.open_on_day),
    Rule("set_t", "every (dur_t | unit | wday_t)", spans.repeated),
    Rule("set_t", "periodic", spans.set_named),
    Rule("clock_t", "(early | late | later)? in the part_of_day | (early | late) the? part_of_day", clocks.part_alone),
    Rule("now_t", "vague", spans.set_named_date),
)  # fmt: skip


ALIASES = {
    "count": "small | hundreds | big | d1 | d4 | numeral | decimal",
    "mon": "month | ambiguous_month",
    "wday": "weekday | ambiguous_weekday",
    "days": "ordinal | second | d1 | small",
    "years": "d4 | short_year | big | hundreds",
    "whole": "week_t | day_t | month_t | year_t | wday_t | turn_t | cycle_t | decade_t | quarter_t | part_t | feast_t | season_t",
    "ends": "whole | many_t | now_t",
    "any_time": "whole | clock_t",
}


TIMES = frozenset(rule.kind for rule in RULES if rule.kind.endswith("_t"))


CASCADE = Cascade(RULES, ALIASES)
