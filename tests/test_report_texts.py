"""The marked articles and the aligned wordings."""

from hypothesis import given, settings
from hypothesis import strategies as some

from rashomon.report.index import Index
from rashomon.report.texts import Passage, pieces, texts
from rashomon.report.wordings import aligned, columns, sayings
from tests.conftest import grows_in_line
from tests.report_contents import EVENING, contents

TEXT = "One two three. Four five six. Seven eight nine. Ten eleven twelve."


def marked_of(cut, id):
    """The marked text that a finding's anchor runs over."""
    flat = [piece for span in sorted(cut) for piece in cut[span]]
    at = next(number for number, piece in enumerate(flat) if id in [anchor.id for anchor in piece.anchors])
    count = next(anchor.marks for anchor in flat[at].anchors if anchor.id == id)
    return "".join([piece.text for piece in flat[at:] if piece.mark][:count])


def test_overlapping_and_nested_passages_each_keep_their_words():
    cited = [Passage("a", 4, 20, "told"), Passage("b", 10, 40, "said"), Passage("c", 12, 14, "told")]
    cut = pieces(TEXT, [(0, len(TEXT))], cited)
    assert "".join(piece.text for piece in cut[(0, len(TEXT))]) == TEXT
    assert [marked_of(cut, id) for id in "abc"] == [TEXT[4:20], TEXT[10:40], TEXT[12:14]]


def test_a_passage_over_two_paragraphs_leaves_out_what_lies_between():
    cut = pieces(TEXT, [(0, 14), (30, 47)], [Passage("a", 8, 40, "told")])
    assert marked_of(cut, "a") == TEXT[8:14] + TEXT[30:40]


def test_an_anchor_before_a_paragraph_moves_to_it():
    cut = pieces(TEXT, [(15, 29)], [Passage("a", 10, 20, "told")])
    assert marked_of(cut, "a") == TEXT[15:20]


@settings(max_examples=150, deadline=None)
@given(some.lists(some.tuples(some.integers(0, 65), some.integers(1, 65)), max_size=12))
def test_any_passages_are_cut_without_loss(places):
    cited = [
        Passage(f"f{n}", low, min(low + length, 66), ("told", "said", "named")[n % 3]) for n, (low, length) in enumerate(places)
    ]
    cut = pieces(TEXT, [(0, 66)], cited)
    assert "".join(piece.text for piece in cut[(0, 66)]) == TEXT
    assert all(marked_of(cut, one.id) == TEXT[one.start : one.end] for one in cited)


def test_cutting_takes_linear_time():
    def cut(count):
        text = "word " * count
        pieces(text, [(0, len(text))], [Passage(f"f{n}", 5 * n, min(5 * n + 500, len(text)), "told") for n in range(count)])

    assert grows_in_line(cut, 5_000)


def test_every_article_is_there_with_its_lines():
    evening = texts(Index(contents()), frozenset())[0]
    lines = EVENING.split("\n")
    assert [paragraph.line for paragraph in evening.paragraphs] == [1, 3, 5]
    for paragraph in evening.paragraphs:
        assert "".join(piece.text for piece in paragraph.pieces).strip() == lines[paragraph.line - 1]


def test_wordings_are_aligned_word_by_word():
    saying = sayings(Index(contents())).shown[0]
    first, second = (" ".join(cell.text for row in block for cell in row.cells) for block in zip(*saying.blocks, strict=True))
    assert first.split() == "We will keep the port open whatever happens".split()
    assert second.split() == "We shall keep the harbour open, whatever happens".split()
    differing = [cell.text for block in saying.blocks for cell in block[1].cells if not cell.same]
    assert differing == ["shall", "harbour"]


def test_words_put_in_and_left_out_have_places_of_their_own():
    first, other = "we oppose any force".split(), "we shall firmly oppose force".split()
    assert columns([first, other]) == [
        ("we", "we"),
        ("", "shall"),
        ("", "firmly"),
        ("oppose", "oppose"),
        ("any", ""),
        ("force", "force"),
    ]
    assert sum(len(words) for words in aligned(first, other).values()) == len(other)
