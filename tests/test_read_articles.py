"""Pages cut into their articles: text kept, junk dropped with its reason, heads found, metadata from the page's own words."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quality.texts import page_of
from rashomon.read.articles import articles
from rashomon.read.cues import cue_of, cues, reasons
from rashomon.read.lines import lines_of

SEEDS = Path(__file__).parents[2] / "shared" / "seeds"

FERRIES = [
    "The crews of all nine ferries stopped work on Thursday, hours after the first ice was seen near the northern pier.",
    "Their union says that the operator promised in spring to fit the boats with stronger hulls, and that none has it yet.",
    "“We carried schoolchildren through ice with only paint between us and the water,” said Dunstan Ewell, a mate.",
    "The operator denied that any crossing had been unsafe, and said that two hulls would be strengthened this year.",
    "The governor has called both sides to her office for Friday; if they fail to agree, the army is to run two ferries.",
]
CAPITAL = [
    "Deputies voted by 112 to 87 on Wednesday to move the capital from the coast to the mining town of Harrow at last.",
    "Supporters of the move argued that the sea had entered the government quarter; opponents called it a gift to some.",
    "The finance ministry puts the cost of a new capital at six billion crowns over ten years, half of what an audit arrived at.",
    "A court may still have its say: the mayors of five coastal towns announced that they would challenge the law this year.",
    "Foreign embassies have been told to expect plots of land in Harrow by the summer, though only two have answered.",
]

GOVERNOR = [
    "The governor told the crews of the ferries and their operator on Friday that she would wait until Monday and not longer.",
    "If no boat leaves the northern pier by then, the army is to carry passengers across the lake with its own pilots.",
    "The union called the threat a bluff, because soldiers who have never seen the lake could not steer through ice.",
    "The operator, which owns all nine ferries, said that it would talk about the hulls but not about the second demand.",
    "Four thousand people cross the lake every day, and the road around it takes three hours when it is not closed by the snow.",
]


def cut(*lines):
    """The cut of a page of those lines."""
    return articles(page_of("\n\n".join(lines)))


def texts(found):
    """The blocks of each article."""
    return [[found.page.text[start:end] for start, end in article.blocks] for article in found.articles]


def reason_of(found, text):
    """Why a line was dropped."""
    return next(dropped.reason for dropped in found.dropped if text in dropped.text)


HEAD = [
    "Home",
    "World",
    "Money",
    "Sport",
    "Ferry crews walk out as the lake freezes early",
    "By Mirela Tosh",
    "18 November 2021, 10:42",
]


def test_a_flat_page_is_its_text_and_its_head():
    found = cut(*HEAD, *FERRIES, "Share Tweet Print", "© 2024 The Lake Post. All rights reserved.")
    (article,) = found.articles
    assert texts(found) == [FERRIES]
    assert (article.title, article.author, article.outlet) == (
        "Ferry crews walk out as the lake freezes early",
        "Mirela Tosh",
        "The Lake Post",
    )
    assert (article.published_on, article.published_precision, article.published_from) == ("2021-11-18", "day", "stated")
    assert article.published_anchor == "18 November 2021, 10:42"
    assert article.language == "en"
    assert found.page.text[slice(*article.title_span)] == article.title


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Also read : Ten soups for cold days", "cross-link"),
        ("Advertisement", "advertisement"),
        ("Subscribe to Lake Post news in Telegram and Viber", "subscribe"),
        ("In the photo: a ferry at the northern pier", "caption"),
        ("A ferry at the pier (Photo: A. Brown / Reuters)", "credit"),
        ("Views: 218", "counter"),
        ("Sign up for our morning letter and get the five stories of the day in your inbox before breakfast.", "subscribe"),
        ("Ten soups for cold days, and one that surprised everybody in our kitchen this week...", "teaser"),
    ],
)
def test_a_line_put_into_the_text_is_dropped_and_the_text_goes_on(line, reason):
    found = cut(*HEAD, *FERRIES[:3], line, *FERRIES[3:])
    assert texts(found) == [FERRIES]
    assert reason_of(found, line) == reason


def test_the_opening_words_shown_again_are_the_repeated_lede():
    found = cut(*HEAD, FERRIES[0], FERRIES[1], "The crews of all nine ferries stopped work on Thursday...", *FERRIES[2:])
    assert texts(found) == [FERRIES]
    assert reason_of(found, "The crews of all nine ferries stopped work on Thursday...") == "repeated lede"


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("If you notice a mistake, select it and press Ctrl + Enter.", "error report"),
        ("Dear readers, new rules for leaving comments apply from Monday.", "comment rules"),
        ("The editors may delete comments that contain insults without notice.", "comment rules"),
        ("* An organisation recognised as extremist and banned in the country.", "legal notice"),
        ("Our Telegram channel:", "channels"),
        ("#lake #ferry #ice", "hashtags"),
        ("Mon Tues Wed Thurs Fri Sat Sun", "calendar"),
        ("Leave a Reply", "comments"),
        ("Translation: MK", "credit"),
        ("Source link", "source note"),
        ("Tags:", "tags"),
    ],
)
def test_what_stands_below_an_article_has_its_reason(line, reason):
    found = cut(*HEAD, *FERRIES, line)
    assert texts(found) == [FERRIES]
    assert reason_of(found, line) == reason


def test_subheadings_and_lists_belong_to_the_text():
    body = [
        *FERRIES[:2],
        "What the crews want",
        FERRIES[2],
        "They ask for three things:",
        "– stronger hulls",
        "– a second pilot",
        "– heaters",
        *FERRIES[3:],
    ]
    assert texts(cut(*HEAD, *body)) == [body]


def test_a_list_of_figures_belongs_to_the_text():
    figures = ["Turnout: 61 percent", "For the motion: 112", "Against it: 87", "Spoilt papers: 4"]
    body = [*FERRIES[:3], *figures, *FERRIES[3:]]
    assert texts(cut(*HEAD, *body)) == [body]


PRICES = ["Pilot’s coat $89, before $120", "Ice boots $49", "Lamp for the deck $25 - $39", "Rope, forty feet $12", "Gloves $9"]
RESULTS = ["Turnout: 61 percent", "For the motion: 112", "Against it: 87", "Spoilt papers: 4", "Absent: 11 of 214"]


@pytest.mark.parametrize("rows", [PRICES, RESULTS, ["The vote in figures", *RESULTS]])
def test_a_list_of_figures_below_a_text_belongs_to_it(rows):
    assert texts(cut(*HEAD, *FERRIES, *rows, "Contact us", "Careers")) == [[*FERRIES, *rows]]


@pytest.mark.parametrize(
    "rows",
    [
        PRICES[:3],  # too few
        [
            "Harrow: the capital of the miners",
            "Ice: what is to be done",
            "Budget: a gift to the few",
            "Sea: wall is up",
            "Art: old",
        ],
        [f"Storm: {count} of the boats have been lost to the ice" for count in range(5, 11)],
    ],
)
def test_headlines_below_a_text_are_no_list(rows):
    assert texts(cut(*HEAD, *FERRIES, *rows, "Contact us", "Careers")) == [FERRIES]


def test_a_list_of_ingredients_in_a_text_belongs_to_it():
    amounts = ["1/4 cup sugar", "2 1/2 cups rye flour", "1 teaspoon salt", "1/4 cup sugar", "3 tbsp butter, melted"]
    body = [*FERRIES[:3], *amounts, *FERRIES[3:]]
    assert texts(cut(*HEAD, *body)) == [body]


def test_subheadings_above_one_another_belong_to_the_text():
    body = [*FERRIES[:3], "What the union wants", "Hulls against the ice", *FERRIES[3:]]
    assert texts(cut(*HEAD, *body)) == [body]


def test_a_headline_of_another_article_is_no_subheading():
    line = "Young painters share their winter pictures"
    found = cut(*HEAD, *FERRIES[:3], line, *FERRIES[3:])
    assert texts(found) == [FERRIES]
    assert reason_of(found, line) in ("teaser", "navigation")


def test_the_author_s_biography_is_a_note_and_names_the_author():
    note = "Mirela Tosh is a correspondent who writes about the lakes of the north."
    found = cut(HEAD[4], *FERRIES, note)
    assert texts(found) == [FERRIES]
    assert (found.articles[0].note, found.articles[0].author) == (note, "Mirela Tosh")
    assert reason_of(found, note) == "biography"


def test_an_expert_quoted_at_the_end_is_no_biography():
    last = "Corvin Hale, an expert on ferries at the university, said that the ice would be thick enough to walk on soon."
    assert texts(cut(*HEAD, *FERRIES, last)) == [[*FERRIES, last]]


SECOND = ["Region", "Parliament votes to move the capital inland", "Published", "on", "4 March 2020"]


def test_several_articles_on_one_page_are_told_apart():
    found = cut(
        "Region", HEAD[4], "Published", "on", "3 March 2020", *FERRIES, "Continue Reading", *SECOND, *CAPITAL, "Continue Reading"
    )
    assert texts(found) == [FERRIES, CAPITAL]
    assert [article.title for article in found.articles] == [HEAD[4], SECOND[1]]
    assert [article.published_on for article in found.articles] == ["2020-03-03", "2020-03-04"]
    assert [article.author for article in found.articles] == ["", ""]


def test_articles_about_one_affair_are_told_apart_by_their_frame():
    frame = ("Lakes", "Governor tells ferry crews and their operator to agree", "Published", "on")
    found = cut("Lakes", HEAD[4], "Published", "on", *FERRIES, "Continue Reading", *frame, *GOVERNOR)
    assert texts(found) == [FERRIES, GOVERNOR]


def test_teasers_are_no_articles():
    teasers = [
        line
        for name in ("East Asia", "Energy", "Reports")
        for line in (
            f"{name}18 mins ago",
            f"What the {name} desk read this week",
            f"It is fair to say that nobody on the {name} desk had expected...",
        )
    ]
    found = cut(*HEAD, *FERRIES, "Latest", *teasers)
    assert texts(found) == [FERRIES]
    assert all(reason_of(found, line) in ("teaser", "date line", "navigation") for line in teasers)


def test_an_outlet_in_slashes_is_cut_off_the_text():
    found = cut("/ lake daily news/ " + FERRIES[0], *FERRIES[1:])
    assert texts(found) == [FERRIES]
    assert found.articles[0].outlet == "lake daily news"


@pytest.mark.parametrize(
    ("top", "outlet"),
    [
        (["Lake Notebook"], "Lake Notebook"),
        (["Connect with us", "The Granite Hour", "Home", "World"], "The Granite Hour"),
        (["Central Asia", "Comment"], ""),
        (["Mirela Tosh"], ""),
    ],
)
def test_the_masthead_names_the_outlet_where_it_is_one(top, outlet):
    assert cut(*top, *HEAD[4:], *FERRIES).articles[0].outlet == outlet


def test_without_a_name_the_outlet_is_unknown():
    assert cut(*HEAD, *FERRIES).articles[0].outlet == ""


def test_the_common_source_is_recorded():
    found = cut(HEAD[4], "HARROW, November 18. /TASS/. " + FERRIES[0], *FERRIES[1:])
    assert found.articles[0].origin == "TASS"


@pytest.mark.parametrize(
    ("line", "origin"),
    [
        ("Source: The Lake Post", "The Lake Post"),
        ("This story originally appeared in the Lake Post and is republished here by agreement.", "the Lake Post"),
        ("Republished from The Lake", "The Lake"),
        ("Source link", ""),
    ],
)
def test_a_line_below_names_the_origin(line, origin):
    assert cut(HEAD[4], *FERRIES, line).articles[0].origin == origin


@pytest.mark.parametrize(
    ("line", "author", "day"),
    [
        ("Mirela Tosh • 22 Feb 20232 min read", "Mirela Tosh", "2023-02-22"),
        ("Mirela ToshMay 30, 2023 - 6:04 am", "Mirela Tosh", "2023-05-30"),
        ("14 September, 2022, 10:35 by Mirela Tosh 18 204 views", "Mirela Tosh", "2022-09-14"),
        ("Mirela Tosh, Harrow — 14 April 2023", "Mirela Tosh", "2023-04-14"),
        ("Mirela Tosh | 04.09.2022 - 14:20", "Mirela Tosh", "2022-09-04"),
        ("Mirela Tosh · Last updated on July 2, 2021 · First published June 30, 2021", "Mirela Tosh", "2021-06-30"),
        ("Posted on March 18, 2021March 19, 2021 by Mirela Tosh", "Mirela Tosh", "2021-03-18"),
        ("Tel Aviv, 3 May 2021", "", "2021-05-03"),
    ],
)
def test_author_and_day_stand_on_one_line_in_many_ways(line, author, day):
    (article,) = cut(HEAD[4], line, *FERRIES).articles
    assert (article.author, article.published_on) == (author, day)


def test_rows_of_headlines_with_a_sentence_each_are_teasers():
    teasers = [
        "Ten soups for cold days",
        "One of them surprised everybody in our kitchen this week.",
        "A short guide to the new tax forms",
        "With examples, dates and the three mistakes that most people make.",
        "Old bridge and a new quarrel",
        "The engineers remember well how often it was closed.",
    ]
    found = cut(*HEAD, *FERRIES[:3], *teasers, *FERRIES[3:])
    assert texts(found) == [FERRIES]
    assert reason_of(found, teasers[1]) == "teaser"


def test_entries_of_a_blog_are_told_apart_by_the_date_above_each():
    found = cut(
        *(
            "The Lake Diary",
            "Monday, November 28, 2016",
            HEAD[4],
            *FERRIES,
            "Posted by Mirela Tosh at 10:10 0 comments: Labels: ice",
            "Email This",
        ),
        *(
            "Monday, November 21, 2016",
            SECOND[1],
            *CAPITAL,
            "Posted by Corvin Hale at 10:12 2 comments: Labels: law",
            "Email This",
        ),
    )
    assert texts(found) == [FERRIES, CAPITAL]
    assert [(article.author, article.published_on) for article in found.articles] == [
        ("Mirela Tosh", "2016-11-28"),
        ("Corvin Hale", "2016-11-21"),
    ]


def test_paragraphs_broken_by_hand_are_one_block_each():
    broken = ["\n".join(line[start : start + 60] for start in range(0, len(line), 60)) for line in FERRIES]
    assert len(texts(cut(HEAD[4], *broken))[0]) == len(FERRIES)


def test_text_in_another_language_is_kept():
    body = "Президент сообщил в понедельник, что порядок в городе восстановлен, а переговоры продолжатся."
    found = cut(*(f"{body} Часть {number}." for number in range(4)))
    assert (len(found.articles), found.articles[0].language) == (1, "ru")


@pytest.mark.parametrize(
    ("lines", "title", "body"),
    [
        (["Ferry crews walk out", "The crews stopped work on Thursday at noon."], "Ferry crews walk out", 1),
        (
            ["Ferry crews walk out", "The crews stopped work on Thursday at noon.", "They want stronger hulls."],
            "Ferry crews walk out",
            2,
        ),
        (["The crews of all nine ferries stopped work on Thursday, hours after the first ice."], "", 1),
        (
            ["Home", "World", "Ferry crews walk out", "The crews stopped work on Thursday at noon.", "Share"],
            "Ferry crews walk out",
            1,
        ),
    ],
)
def test_a_page_of_a_line_or_two_holds_an_article(lines, title, body):
    (article,) = cut(*lines).articles
    assert (article.title, len(article.blocks)) == (title, body)


def test_a_page_of_labels_holds_no_article():
    found = cut("Home", "World", "Subscribe", "© 2024 Example")
    assert not found.articles
    assert len(found.dropped) >= 2


LINES = st.lists(
    st.one_of(st.sampled_from([*HEAD, *FERRIES, *CAPITAL, *SECOND, "Advertisement", "Leave a Reply", ""]), st.text(max_size=60)),
    max_size=40,
)


@given(LINES, st.sampled_from(["\n", "\r\n", "\n\n"]))
def test_every_character_is_in_one_block_or_one_dropped_stretch(lines, end):
    found = articles(page_of(end.join(lines)))
    text = found.page.text
    blocks = [
        block for article in found.articles for block in (*article.blocks, *([article.title_span] if article.title_span else []))
    ]
    spans = sorted([*blocks, *((dropped.start, dropped.end) for dropped in found.dropped)])
    assert all(one[1] <= other[0] for one, other in pairwise(spans))
    covered = {place for start, end in spans for place in range(start, end)}
    rest = [
        place for line in lines_of(text) for place in range(line.start, line.end) if place not in covered and text[place].strip()
    ]
    assert not rest
    assert all(dropped.text == text[dropped.start : dropped.end] and dropped.reason in reasons() for dropped in found.dropped)


def test_every_cue_shows_in_its_example():
    for cue in cues().values():
        shown = cue_of(cue.example, len(cue.example.split()))
        assert shown is not None, cue
        assert shown.reason == cue.reason


@pytest.mark.parametrize(
    "line",
    [
        "The union announced that its march would arrive at the northern pier on Nov. 3, 2021, in time for the vote.",
        "The operator of the ferries invested 5 million crowns in hulls for as little as a tenth of the boats on the lake.",
        "[12] The court finds that the operator knew of the state of the hulls and did nothing for the crews.",
        "By Monday the editors of five papers had asked the governor for a talk about the ferries.",
        "Residents can sign up to help the crews clear the pier of ice before the boats leave again.",
    ],
)
def test_what_reads_like_a_notice_is_no_cue(line):
    assert cue_of(line, len(line.split())) is None


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the seed pages are not here")
def test_the_seed_pages_give_their_eight_articles():
    cuts = [articles(page_of(path.read_bytes().decode(), path.name)) for path in sorted(SEEDS.glob("*.txt"))]
    assert [len(found.articles) for found in cuts] == [1, 1, 1, 1, 4]
    assert [len(article.blocks) for found in cuts for article in found.articles] == [35, 26, 17, 44, 13, 25, 24, 11]
    assert [article.published_on for found in cuts for article in found.articles][:4] == ["2022-09-15", "", "2022-01-10", "2023"]


@pytest.mark.parametrize("written", [str, str.upper])
def test_a_plain_text_broken_by_hand_is_kept_whole(written):
    words = written(" ".join(FERRIES)).split()
    wrapped = "\n".join(" ".join(words[start : start + 11]) for start in range(0, len(words), 11))
    found = articles(page_of(wrapped))
    assert [len("".join(blocks).split()) for blocks in texts(found)] == [len(words)]
    assert not found.dropped
