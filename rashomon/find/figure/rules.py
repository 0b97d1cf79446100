"""The grammar of amounts: patterns in the order in which they are applied."""

from rashomon.find.cascade import Cascade, Rule
from rashomon.find.figure import read_fractions as fractions
from rashomon.find.figure import read_numbers as numbers
from rashomon.find.figure import read_ranges as ranges
from rashomon.find.figure import read_units as units
from rashomon.find.numbers import NUMBER_RULES

RULES: tuple[Rule, ...] = (
    Rule("numeral", "digits", numbers.numeral),
    Rule("n_t", "multi dash? scale", numbers.several),
    *NUMBER_RULES,
    Rule("n_t", "(hundreds | big) and small dash? (parts | quarter)", fractions.hundred_and_parts),
    Rule("big", "(hundreds | big) and numeral (?! hundred | scale | small | suffix)", numbers.composed_digits),
    Rule("lone_scale", "big", numbers.lone_scale),
    Rule("n_t", "power", numbers.power),
    Rule("n_t", "(numeral | small) plural (?! of? (plural | lone_scale))", numbers.counted_dozens),
    Rule("n_t", "plural of? (plural | lone_scale) | plural", numbers.plural),
    Rule("n_t", "half a? dozen | (a | small | numeral | hundreds | big)? dozen", numbers.dozen),
    Rule("n_t", "(numeral | small | hundreds | big | zero) point_word (one | small | zero | teen)+", numbers.pointed),
    Rule("n_t", "numeral numeral slash numeral | numeral slash numeral", fractions.slashed),
    Rule("n_t", "numeral? vulgar", fractions.vulgar),
    Rule("n_t", "(a | small | hundreds | big | numeral) dash? (parts | quarter) | (a | small) dash? ordinal", fractions.fraction),
    Rule("n_t", "(numeral | small | hundreds | big | lone_scale) dash? and dash? a? dash? half | (a)? half", fractions.halves),
    Rule("n_t", "(numeral | big | hundreds | small) suffix", numbers.plain),
    Rule("n_t", "numeral | big | hundreds | small | zero", numbers.plain),
    Rule("n_t", "n_t of? lone_scale", numbers.of_scale),
    Rule("n_t", "lone_scale", numbers.one_scale),
    Rule("n_t", "n_t and n_t", fractions.whole_and_part),
    Rule("n_t", "n_t (out_of | in) n_t", fractions.one_in),
    Rule("n_t", "n_t over n_t", fractions.one_over),
    Rule("n_t", "(minus | dash | minus dash) n_t", numbers.negative),
    Rule("n_t", "ratio_mark", fractions.ratio),
    Rule("junk", "n_t dash n_t | n_t dash to dash n_t", numbers.score),
    Rule("q_t", "n_t unit lone_scale", units.scaled_money),
    Rule("q_t", "n_t million_money | million_money n_t", units.in_millions),
    Rule("q_t", "n_t sign (?= n_t unit)", units.measured),
    Rule("q_t", "sign dash? n_t unit?", units.measured),
    Rule("q_t", "unit n_t", units.glued_money),
    Rule("q_t", "n_t dash? (unit | second | quarter | suffix) | n_t sign | unit n_t (?! unit)", units.measured),
    Rule("q_t", "q_t n_t in", units.feet_and_inches),
    Rule("q_t", "n_t of unit", units.measured),
    Rule("q_t", "unit of n_t", units.percent_of),
    Rule("q_t", "q_t n_t", units.by_the_dozen),
    Rule("q_t", "q_t and? (q_t | n_t)", units.compound),
    Rule("q_t", "q_t dash? (per | slash | a | each) dash? (unit | second | suffix | quarter)", units.rated),
    Rule("q_t", "q_t dash? (old | of_age | aged) | aged n_t (?! to | dash n_t) | n_t yo", units.aged),
    Rule("r_t", "(between | from)? (n_t | q_t) (dash? to dash? | dash | tilde) (n_t | q_t) | between (n_t | q_t) and"
         " (n_t | q_t)", ranges.spread),
    Rule("r_t", "aged r_t", units.aged_between),
    Rule("r_t", "n_t or q_t | n_t or n_t", ranges.either),
    Rule("o_t", "ordinal_mark | ordinal", numbers.ordinal_value),
    Rule("r_t", "between the? o_t and the? o_t", ranges.spread),
    Rule("b_t", "over the? any_t", ranges.bounded("over")),
    Rule("b_t", "at_least any_t | any_t (or_more | plus_sign) (?! n_t)", ranges.bounded("at least")),
    Rule("b_t", "under the? any_t", ranges.bounded("under")),
    Rule("b_t", "at_most any_t | any_t or_less (?! n_t)", ranges.bounded("at most")),
    Rule("b_t", "nearly any_t", ranges.bounded("nearly")),
    Rule("b_t", "(about | tilde) any_t", ranges.bounded("about")),
    Rule("b_t", "exactly any_t", ranges.bounded("exactly")),
    Rule("b_t", "b_t (and | but) b_t", ranges.both_bounds),
)  # fmt: skip


ALIASES = {"count": "numeral", "any_t": "n_t | q_t | r_t | o_t"}


CASCADE = Cascade(RULES, ALIASES)


AMOUNTS = frozenset({"n_t", "q_t", "r_t", "b_t", "o_t"})
