"""What an amount measures: the words for it, in sentences where the parse or the grammar hides them."""

import pytest

from quality.sets.figures import predict
from rashomon.find.figure.concepts import amount_tokens, concept
from rashomon.find.figures import figures_of
from rashomon.find.parse import model


def told(sentence):
    """The concepts of the amounts of a sentence, in its order."""
    (line,) = predict([{"id": "1", "text": sentence}])
    return [figure["concept"] for figure in line["figures"]]


@pytest.mark.parametrize(
    ("sentence", "concepts"),
    [
        ("The mill raised its output by 40 tons last year.", ["output, mill"]),
        ("The ministry lifted its growth forecast from 4 to 6 percent.", ["growth forecast, ministry"]),
        ("Rents climbed 4% year over year, the bank said.", ["Rents"]),
        ("Lena Holt (12 wins, 5 draws, 3 losses) leads the league.", ["Lena Holt", "Lena Holt", "Lena Holt"]),
        ("Growth across the Baltic states was 4 percent.", ["Growth Baltic states"]),
        ("The firm reported a loss of 61 crowns, wider than expected.", ["loss"]),
        ("Poland imposed a 12% tariff on more than 300 kinds of toys.", ["tariff, Poland", "toys"]),
        ("It was one of the busiest ports of the region.", [None]),
        ("Oslo-Pharma/ASK shares rose 3 percent.", ["Oslo-Pharma/ASK shares"]),
        ("The total output of the mill was 40 tons.", ["output mill"]),
    ],
)
def test_the_words_that_say_what_is_measured(sentence, concepts):
    assert told(sentence) == concepts


def subjects(sentence):
    """Of whom or what the verb of each amount speaks."""
    doc = model()(sentence)
    found = figures_of(doc)
    amounts = amount_tokens(doc, ((each.start, each.end) for each in found))
    about = [concept(doc, each.start, each.end, has_unit=each.quantity.unit is not None, amounts=amounts) for each in found]
    return [each.subject.text if each.subject is not None else None for each in about]


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("Wheat fell by 2 percent, maize by 3 percent and barley rose.", ["Wheat", "maize"]),
        ("Exports rose 5 percent in May and imports by 3 percent.", ["Exports", "imports"]),
        ("The harbour is 40 percent-owned by the Guild of Pilots.", ["harbour"]),
        ("The pipeline is 24 percent-owned by Chevron.", ["pipeline"]),
        ("The barn was valued by the bank at 9,000 dollars.", ["barn"]),
    ],
)
def test_of_whom_the_verb_speaks(sentence, who):
    assert subjects(sentence) == who


def test_a_row_of_soldiers_and_tanks_is_no_clause_without_its_verb():
    assert "tanks" not in subjects("The army lost 30 men and tanks at 4 villages.")
