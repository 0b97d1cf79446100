"""Lower case given back to a text in capitals."""

from quality.texts import article_of, page_of
from rashomon.find.letter_case import dictionary, is_in_capitals, restored
from rashomon.find.parse import model, parse

SHOUTED = "GUNMEN ATTACKED THE PORT OF LISBON ON 3 MARCH. WHO SENT THEM IS NOT KNOWN. THE U.S. EMBASSY CLOSED."


def test_names_keep_their_capitals_and_words_lose_them():
    text = restored(SHOUTED, dictionary(model()))
    assert text == "Gunmen attacked the port of Lisbon on 3 March. Who sent them is not known. The U.S. embassy closed."


def test_an_acronym_gives_its_name_capitals():
    text = restored("TROOPS OF THE FREE WEAVERS FRONT (FWF) LEFT.", dictionary(model()))
    assert "Free Weavers Front (FWF)" in text


def test_no_character_is_added_or_taken():
    for text in (SHOUTED, "İSTANBUL'DA ßTRASSE ǅ ﬁRE " * 5, "", "\n\n" + SHOUTED):
        assert len(restored(text, dictionary(model()))) == len(text)


def test_ordinary_text_is_left_alone():
    assert not is_in_capitals("Gunmen attacked the port of Lisbon on the third of March.")
    assert not is_in_capitals("BREAKING NEWS")
    assert is_in_capitals(SHOUTED)


def test_citations_of_such_an_article_are_the_pages_own_letters():
    page = page_of(SHOUTED)
    article = parse(page, article_of(page))
    start = article.text.index("attacked")
    assert article.cite(start, start + 8).quote == "ATTACKED"


def test_an_acronym_explained_once_is_one_everywhere_and_so_is_its_name_in_translation():
    text = restored("THE ELB [POPULAR LIBERATION BRIGADES] LEFT. THE PONY OF THE ELB ATE.", dictionary(model()))
    assert text == "The ELB (Popular Liberation Brigades) left. The pony of the ELB ate."


def test_a_name_beside_an_office_is_no_acronym():
    text = restored("GENERAL BOTERO [ARMED FORCES CHIEF OF STAFF] MET THE WEAVERS OF THE OLD TOWN.", dictionary(model()))
    assert text == "General Botero (armed forces chief of staff) met the weavers of the old town."


def test_words_that_are_also_acronyms_stay_words():
    assert restored("LET US SEE WHO IS HERE, SAID THE WEAVERS OF THE OLD TOWN.", dictionary(model())).startswith(
        "Let us see who is here"
    )


def test_words_with_a_common_prefix_or_head_are_no_names():
    text = restored("THREE POLICEMEN OF THE ANTIDRUG OFFICE LEFT BY THE LARGEST GATE WITH MACHINEGUNS.", dictionary(model()))
    assert text == "Three policemen of the antidrug office left by the largest gate with machineguns."


def test_a_dash_begins_a_sentence_only_after_a_dateline():
    text = restored("LISBON, 3 MAY (EFE) -- THE PORT CLOSED. THE GATES -- WHICH ARE OLD -- FELL.", dictionary(model()))
    assert text == "Lisbon, 3 May (EFE) -- The port closed. The gates -- which are old -- fell."
