"""The report: what it shows, in which order, and that nothing of a page is trusted."""

import re
from html.parser import HTMLParser

import msgspec
import pytest

from rashomon.records import Issue
from rashomon.report.html import digest, html, part
from rashomon.report.index import Index
from rashomon.report.markdown import markdown
from rashomon.report.model import report
from rashomon.report.passages import MOST_AROUND, marked, passage
from rashomon.report.rows import MOST_ROWS
from tests.report_contents import contents

ORDER = [
    "conflicts",
    "rivals",
    "alone",
    "agreements",
    "timeline",
    "statements",
    "figures",
    "actors",
    "rules",
    "sources",
    "dropped",
    "texts",
]
EMPTY = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


class Seen(HTMLParser):
    """The elements of a page as a browser would take them."""

    def __init__(self) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.badly_closed: list[str] = []

    def handle_starttag(self, tag, attributes):
        self.elements.append((tag, dict(attributes)))
        if tag not in EMPTY and tag not in ("path", "line", "rect", "circle"):
            self.open.append(tag)

    def handle_startendtag(self, tag, attributes):
        self.elements.append((tag, dict(attributes)))

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.badly_closed.append(tag)


@pytest.fixture(scope="module")
def page() -> str:
    return html(contents())


@pytest.fixture(scope="module")
def seen(page) -> Seen:
    seen = Seen()
    seen.feed(page)
    return seen


def test_sections_stand_in_the_order_of_the_design(seen):
    assert [attributes["id"] for tag, attributes in seen.elements if tag == "section"] == ORDER


def test_elements_are_closed_in_order(seen):
    assert seen.badly_closed == []
    assert seen.open == []


def test_ids_are_given_once_and_every_link_leads_to_one(seen):
    ids = [attributes["id"] for _, attributes in seen.elements if "id" in attributes]
    links = {attributes["href"] for tag, attributes in seen.elements if tag == "a" and "href" in attributes}
    assert len(ids) == len(set(ids))
    assert {link[1:] for link in links} <= set(ids)
    assert all(link.startswith("#") for link in links)


def test_nothing_is_fetched_and_nothing_of_a_page_becomes_an_element(seen):
    tags = [tag for tag, _ in seen.elements]
    assert tags.count("script") == 1
    assert not {"img", "b onmouseover", "iframe", "link", "object", "form"} & set(tags)
    assert not [
        name for _, attributes in seen.elements for name in attributes if name.startswith("on") or name in ("src", "style")
    ]


def test_policy_names_just_this_style_and_script(page):
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)[1].replace("&#39;", "'")
    assert "default-src 'none'" in policy
    style, script = (re.search(rf"<{tag}>(.*?)</{tag}>", page, re.DOTALL)[1] for tag in ("style", "script"))
    assert digest(style) in policy
    assert digest(script) in policy
    assert "url(" not in part("style.css")


def test_hostile_text_is_shown_and_harmless(page):
    assert "&lt;script&gt;alert(&#34;x&#34;)&lt;/script&gt;" in page
    assert "\x00" not in page
    assert "␀" in page
    assert "x&#34;&gt;&lt;img src=x&gt;.txt" in page


def test_a_title_that_turns_the_direction_of_writing_is_isolated(page):
    assert re.search("<h3><bdi>[^<]*\u202eevil", page)


def test_same_contents_give_the_same_text():
    assert html(contents()) == html(contents())
    assert markdown(contents()) == markdown(contents())


def test_lone_surrogates_and_controls_can_be_written_as_utf_8():
    given = contents(issues=(Issue(stage="read", what="bad \ud800 \x1b[31m text"),))
    assert "bad � ␛[31m text" in html(given)
    markdown(given).encode("utf-8")


def test_a_conflict_shows_its_sides_with_voices_grades_and_marked_words():
    card = report(contents()).conflicts.shown[0]
    first, second = (column.passages[0] for column in card.columns)
    assert card.question == "How many dockers were arrested?"
    assert [words.text for words in first.words if words.deciding] == ["about 40"]
    assert (second.outlet, second.grade, second.date, second.line) == ("Orm Post", "C3", "7 March 2021", 3)


def test_a_grade_stands_beside_its_reason_and_the_facts_that_a_machine_may_offer():
    source = next(one for one in report(contents()).sources if one.outlet == "Orm Post")
    assert (source.grade, source.grade_why) == ("C3", "corrected twice this year")
    assert source.facts == "told alike by an independent origin never, otherwise by another outlet 2 times, corrects itself once"
    assert source.facts in html(contents())
    assert source.facts in markdown(contents())


def test_rival_explanations_that_conflict_stand_with_the_conflicts_and_mark_the_cause():
    card = report(contents()).conflicts.shown[1]
    assert card.question == "What caused the strike?"
    assert [words.text for words in card.columns[1].passages[0].words if words.deciding] == ["Foreign agitators"]
    assert card.columns[1].passages[0].voices == ("officials",)


def test_explanations_that_need_not_conflict_stand_apart():
    given = contents()
    cause = msgspec.structs.replace(given.comparisons[1], verdict="differs in detail")
    made = report(contents(comparisons=(given.comparisons[0], cause)))
    assert [card.question for card in made.rivals] == ["What caused the strike?"]
    assert len(made.conflicts) == 1
    assert len(made.set_aside) == 0


def test_what_two_independent_outlets_tell_does_not_rest_on_one():
    entries = {entry.outlet: entry for entry in report(contents()).alone}
    assert not any(words.text == "arrested" for entry in entries.values() for one in entry.passages for words in one.words)
    assert not entries['unknown outlet of x"><img src=x>.txt'].independent


def test_a_copy_is_no_second_origin():
    given = contents()
    copied = contents(copies={given.articles[1].id: given.articles[0].id}, comparisons=())
    entries = {entry.outlet: entry for entry in report(copied).alone}
    assert "Orm Post" not in entries
    assert any(one.copy_of == "Tarn Herald" for one in entries["Tarn Herald"].passages)


def test_an_empty_case_says_so():
    from rashomon.report.input import Contents

    text = html(Contents(title="empty"))
    assert "Nothing that is told more than once was found to conflict." in text
    assert "## What conflicts\n\nNothing.\n" in markdown(Contents(title="empty"))


def test_rows_without_room_are_counted():
    given = contents(issues=tuple(Issue(stage="read", what=f"file {number}") for number in range(MOST_ROWS + 7)))
    assert "7 rows more left out of this report" in html(given)


def test_long_sentences_are_shortened_around_the_deciding_words():
    text = "a" * 2000 + "KEY" + "b" * 2000
    words = marked(text, (0, len(text)), [(2000, 2003)])
    assert [word.gap for word in words] == [True, False, False, False, True]
    assert words[1].text == "a" * MOST_AROUND
    assert "".join(word.text for word in words if word.deciding) == "KEY"


def test_a_passage_can_be_checked_on_paper():
    given = contents()
    index = Index(given)
    for finding in index.findings.values():
        shown, text = passage(index, finding), index.pages[finding.cited.page].text
        line = text.split("\n")[shown.line - 1]
        assert finding.cited.quote.split("\n")[0] in line


def test_markdown_takes_nothing_of_a_page_for_markup():
    text = markdown(contents())
    assert "<" not in text
    assert "\\[Orm\\](javascript:alert(1))" in text
    assert "\\`code\\` \\| \\*" in text
    assert "\u202e" not in text


def test_every_note_of_markdown_is_given_once_and_used():
    text = markdown(contents())
    used, given = set(re.findall(r"\[\^(\d+)\](?!:)", text)), re.findall(r"^\[\^(\d+)\]:", text, re.MULTILINE)
    assert sorted(used, key=int) == given


def test_actor_keys_in_a_question_become_names():
    index = Index(contents())
    assert index.named("arrests (state:ORM, person:ana-rell, 2021)?") == "arrests (Orm, Ana Rell, 2021)?"
    assert index.named("at 12:30 state:XYZ") == "at 12:30 state:XYZ"
    assert index.named("state:ORM and others told") == "Orm and others told"


def test_a_pile_too_long_is_shown_in_part_and_says_so(monkeypatch):
    from rashomon.report import texts

    monkeypatch.setattr(texts, "MOST_TEXT", 10)
    text = html(contents())
    assert "1 paragraph without a finding left out of this report" in text
    seen = Seen()
    seen.feed(text)
    ids = {attributes["id"] for _, attributes in seen.elements if "id" in attributes}
    assert {attributes["href"][1:] for tag, attributes in seen.elements if tag == "a" and "href" in attributes} <= ids


def test_an_allegation_that_a_side_gives_on_somebodys_word_is_shown_on_it():
    given = contents()
    index = Index(given)
    claim = next(finding for finding in index.findings.values() if len(finding.voice) == 1)
    said = msgspec.structs.replace(
        next(one for found in given.founds for one in found.statements),
        article=claim.article,
        sentence=claim.sentence,
        voice=(*claim.voice, "the general"),
        status="alleged",
        kind="speech",
    )
    founds = tuple(msgspec.structs.replace(found, statements=(said,)) for found in given.founds)
    heard = Index(contents(founds=founds)).heard(claim, [said.voice])
    assert (heard.voice, heard.status) == (said.voice, "alleged")
    assert Index(contents(founds=founds)).heard(claim, [claim.voice]) is claim
