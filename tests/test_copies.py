"""Copies: the same text under another name, reworded or cut down, and two accounts of one event that are no copies."""

import msgspec

from quality.texts import article_of, page_of
from rashomon.compare.copies import copies
from rashomon.compare.stories import stories
from rashomon.records import Cut

FERRIES = (
    "The crews of all nine ferries on Lake Sarin stopped work on Thursday morning, hours after the first ice of the winter was "
    "reported near the northern pier. Their union says that the state-owned operator promised in spring to fit the boats with "
    "reinforced hulls, and that not one has been to the dockyard since. The operator denied that any crossing had been unsafe."
)
REWORDED = (
    "Crews of all nine ferries on Lake Sarin went on strike Thursday morning, hours after the winter’s first ice was seen near "
    "the northern pier. Their union says the state operator promised last spring to fit the boats with reinforced hulls and that "
    "not one of them has been to the dockyard since then. The operator denied that any of the crossings had been unsafe."
)
RIVAL = (
    "No boat crossed Lake Sarin on Thursday, when the men and women who run them refused to cast off. The company that owns the "
    "fleet called the strike irresponsible and said that every hull had passed its inspection in September; the strikers’ union "
    "answered that the inspector had not left his car. Ice was seen in the north of the lake before dawn, earlier than in years "
    "before."
)
OTHER = (
    "Deputies voted on Wednesday to move the capital of Orvania from the flood-prone coast to the town of Harrow, ending a "
    "quarrel that has lasted four years. Supporters argued that the sea had entered the government quarter three times, while "
    "opponents called the plan a gift to the landowners of the interior and promised to challenge it before the court."
)


def cut(text, name, published_on="", title=""):
    """A page of one article."""
    page = page_of(text + f" ({name})", name)
    return Cut(page=page, articles=(msgspec.structs.replace(article_of(page, published_on), title=title),))


def judged(*cuts):
    """Pairs of names judged to be copies, the earlier first."""
    names = {found.articles[0].id: found.page.file for found in cuts}
    return [(names[judgement.left], names[judgement.right]) for judgement in copies(cuts).judgements]


def test_a_reworded_text_is_a_copy_of_the_earlier():
    late, early = cut(FERRIES, "late", "2021-11-19"), cut(REWORDED, "early", "2021-11-18")
    assert judged(late, early) == [("early", "late")]
    (judgement,) = copies([late, early]).judgements
    assert judgement.verdict == "copy"
    assert "of the words of the shorter stand in the other" in judgement.why
    assert "2021-11-18 is before 2021-11-19" in judgement.why


def test_without_dates_the_first_of_the_pile_stands_for_all():
    assert judged(cut(FERRIES, "one"), cut(FERRIES, "two"), cut(REWORDED, "three")) == [("one", "two"), ("one", "three")]
    assert "do not tell" in copies([cut(FERRIES, "one"), cut(FERRIES, "two")]).judgements[0].why


def test_a_shortened_text_is_a_copy():
    assert judged(cut(FERRIES, "whole"), cut(FERRIES[:260], "part")) == [("whole", "part")]


def test_two_accounts_of_one_event_are_no_copies():
    assert judged(cut(FERRIES, "one"), cut(RIVAL, "two"), cut(OTHER, "three")) == []


def test_short_texts_and_an_empty_pile_give_nothing():
    assert judged(cut("Ferries stop.", "one"), cut("Ferries stop.", "two")) == []
    assert copies([]).judgements == ()


def test_the_same_pile_gives_the_same_judgements():
    pile = [cut(text, f"{text[:9]}{number}") for number in range(3) for text in (FERRIES, REWORDED, RIVAL, OTHER)]
    assert copies(pile) == copies(pile)
    assert len(copies(pile).judgements) == 9  # of twelve texts, three are told for the first time


def test_stories_are_what_a_pile_reports_on():
    pile = [
        cut(FERRIES, "one", title="Ferries on Lake Sarin stop as ice comes early"),
        cut(OTHER, "two", title="Orvania moves its capital to Harrow"),
        cut(RIVAL, "three", title="Strike on Lake Sarin: no ferry crosses the ice"),
        cut(OTHER.replace("Deputies", "Lawmakers"), "four", title="Capital of Orvania to be Harrow"),
    ]
    names = {found.articles[0].id: found.page.file for found in pile}
    assert [[names[article] for article in group] for group in stories(pile).groups] == [["one", "three"], ["two", "four"]]
    assert stories([]).groups == ()
    assert len(stories(pile[:1]).groups) == 1
