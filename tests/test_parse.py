"""The reading of an article, and the way from every character of it back to the page."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from quality.texts import article_of, page_of
from rashomon.find.article import find
from rashomon.find.parse import LONGEST_ARTICLE, parse, reading


def parsed(text):
    page = page_of(text)
    return parse(page, article_of(page))


def test_blocks_are_joined_and_lead_back():
    article = parsed("First line.\n\n\n\tSecond line here.")
    assert article.text == "First line.\n\n\tSecond line here."
    start = article.text.index("Second")
    assert article.cite(start, start + 6).quote == "Second"


def test_soft_hyphens_are_left_out_of_the_reading_but_not_of_the_page():
    article = parsed("The parlia\u00adment voted.")
    assert "parliament voted" in article.text
    start = article.text.index("parliament")
    assert article.cite(start, start + 10).quote == "parlia\u00adment"


def test_a_glued_sentence_is_parted_in_the_reading():
    article = parsed("Talks ended in failure.The minister left.")
    assert [sentence.text for sentence in article.doc.sents] == ["Talks ended in failure.", "The minister left."]
    start = article.text.index("The minister")
    assert article.cite(start, start + 12).quote == "The minister"


@pytest.mark.parametrize("text", ["He visited the U.S.Embassy in Rome.", "He lives in St.Petersburg now."])
def test_no_space_is_put_into_abbreviations(text):
    assert parsed(text).text == text


def test_sentences_end_with_their_paragraph():
    article = parsed("A heading without a stop\nThe text begins here.")
    assert len(list(article.doc.sents)) == 2


def test_a_span_over_blocks_comes_back_in_pieces():
    article = parsed("“One.\n\nTwo,” he said.")
    assert article.spans_in_page(1, article.text.index("”")) == ((1, 5), (7, 11))


def test_the_sentence_around_a_word():
    article = parsed("Rain fell. The river rose slowly. Nobody left.")
    start = article.text.index("river")
    low, high = article.sentence(start, start + 5)
    assert article.page.text[low:high] == "The river rose slowly."


def test_an_article_that_is_too_long_is_an_issue_and_yields_nothing():
    page = page_of("word " * (LONGEST_ARTICLE // 5 + 1))
    found = find(page, article_of(page))
    assert [issue.stage for issue in found.issues] == ["find.parse"]
    assert not found.mentions


@settings(max_examples=200, deadline=None)
@given(some.text(alphabet="ab.\u00ad AÄ\n", min_size=1, max_size=60))
def test_every_character_of_the_reading_leads_to_itself(text):
    article = article_of(page_of(text))
    read, pieces, _ = reading(text, list(article.blocks))
    covered = "".join(text[piece.page_start : piece.page_start + piece.length] for piece in pieces)
    assert covered == "".join(text[start:end] for start, end in article.blocks).replace("\u00ad", "")
    for piece in pieces:
        assert read[piece.start : piece.start + piece.length] == text[piece.page_start : piece.page_start + piece.length]
