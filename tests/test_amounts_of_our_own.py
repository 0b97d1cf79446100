"""The measure over amounts of our own sentences."""

from quality.amounts.measure import Amount, agreed, measure, texts


def found(value, unit, concept):
    return {"value": value, "low": value, "high": value, "unit": unit, "concept": concept}


def test_an_amount_agrees_in_its_number_then_its_unit_then_what_it_measures():
    noted = Amount(value=40, unit="tons", concept="output mill")
    assert agreed(noted, found(41, "ton", "output mill")) == 0
    assert agreed(noted, found(40, "metre", "output mill")) == 1
    assert agreed(noted, found(40, "ton", "mill")) == 2
    assert agreed(noted, found(40, "ton", "mill, output")) == 3


def test_a_number_that_nobody_noted_costs_precision(tmp_path):
    path = tmp_path / "own.toml"
    path.write_text('[[text]]\ntext = "The barn was sold for 9 dollars and 3 goats."\n'
                    'figures = [{ value = 9, unit = "dollar", concept = "barn" }]\n', encoding="utf-8")  # fmt: skip
    assert measure([path]) == {"precision": 0.5, "value": 1.0, "unit": 1.0, "concept": 1.0}


def test_the_sentences_can_be_read_and_each_amount_has_a_number():
    assert all(amount.value is not None or amount.low is not None for text in texts() for amount in text.figures)
