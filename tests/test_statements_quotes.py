"""Quotation marks: pairing, nesting, damage, and time that grows with the length of the text only."""

import time

import pytest
from spacy.tokens import Doc

from quality.texts import article_of, page_of
from rashomon.find.parse import Parse, model, parse, reading
from rashomon.find.statement.quotes import quotations
from rashomon.find.statements import statements


def quoted(text: str) -> list[tuple[str, int]]:
    return [(text[q.low : q.high], q.depth) for q in quotations(text, ((0, len(text)),))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He said “a ‘b’ c.” Then “d”.", [("a ‘b’ c.", 0), ("b", 1), ("d", 0)]),
        ('"A b," he said. "C d."', [("A b,", 0), ("C d.", 0)]),
        ("''You can't,'' he said.", [("You can't,", 0)]),
        ("“one “two “three” two” one” said", [("one “two “three” two” one", 0), ("two “three” two", 1), ("three", 2)]),
        ("«Мы идём» и „wir gehen“", [("Мы идём", 0), ("wir gehen", 0)]),
        ("‘We go,’ he said, the workers’ union’s", [("We go,", 0)]),
        ("the miners’ houses and the ’90s", []),
        ("a (training of ” agents of influence”) and", [(" agents of influence", 0)]),
        ("He writes: “The loading has begun. “", [("The loading has begun. ", 0)]),
        ("a plan to scatter them, code-named “Blizzard” and", [("Blizzard", 0)]),
        ("a “plan to scatter them, code-named “Blizzard” and", [("Blizzard", 0)]),
        ("Nobody is happy,” noted the scholar.", [("Nobody is happy,", 0)]),
    ],
)
def test_marks(text: str, found: list[tuple[str, int]]) -> None:
    assert quoted(text) == found


def test_a_paragraph_that_goes_on() -> None:
    text = "“One.\n\n“Two.”"
    spans = ((0, 5), (7, len(text)))
    assert [(q.closed, q.goes_on) for q in quotations(text, spans)] == [(False, False), (True, True)]


@pytest.mark.parametrize(
    "unit", ["“a ", '"a" ', '"', "‘a “b ", "”", "“”", "‘’", "“a “b “c” d” e” ", "''", "« ", "أ“ب” "], ids=range(11)
)
def test_time_grows_with_the_length(unit: str) -> None:
    def seconds(times: int) -> float:
        text = unit * times
        start = time.perf_counter()
        quotations(text, ((0, len(text)),))
        return time.perf_counter() - start

    seconds(1_000)
    assert seconds(10_000) < 4.0


@pytest.mark.parametrize(
    "text",
    [
        "“We go,” he said. " * 400,
        "He said “we go. " * 400,
        '"' * 2_000,
        "He said that " * 400,
        "“" * 1_000 + " he said",
        "قال: “نحن نذهب”، said the envoy. " * 50,
        "“A ‘b “c” d’ e,” he said, according to “X”, citing “Y”. " * 100,
        ":" * 500,
    ],
    ids=range(8),
)
def test_hostile_pages_are_read(text: str) -> None:
    page = page_of(text)
    parsed = parse(page, article_of(page))
    start = time.perf_counter()
    found = statements(parsed, ())
    assert time.perf_counter() - start < 10
    assert all(page.text[s.cited.start : s.cited.end] == s.cited.quote for s in found)


def test_ten_thousand_quotations_in_one_paragraph() -> None:
    page = page_of("“We go,” he said. " * 10_000)
    article = article_of(page)
    text, pieces, paragraphs = reading(page.text, list(article.blocks))
    words = ["“", "We", "go", ",", "”", "he", "said", "."] * 10_000  # unparsed: the marks are the matter
    spaces = [False, True, False, False, True, True, False, True] * 10_000
    doc = Doc(model().vocab, words=words, spaces=spaces, sent_starts=[word == "“" for word in words])
    parsed = Parse(page, article, text, pieces, paragraphs, False, doc)
    start = time.perf_counter()
    found = statements(parsed, ())
    assert time.perf_counter() - start < 20
    assert len(found) >= 10_000
