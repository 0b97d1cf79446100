"""Events as PLOVER records."""

import json

import pytest

from quality.texts import article_of, page_of
from rashomon.export.plover import QUAD, plover
from rashomon.find.dates import dates
from rashomon.find.event.lexicon import lexicon
from rashomon.find.event.scores import intensity, scores
from rashomon.find.events import events
from rashomon.find.mentions import mentions
from rashomon.find.parse import parse
from rashomon.find.statements import statements
from rashomon.records import Found


def records(text, published_on="2022-03-10"):
    page = page_of(text, "news.txt")
    article = parse(page, article_of(page, published_on))
    days = dates(article)
    named = mentions(article, days)
    said = statements(article, named)
    found = Found(article=article.article, dates=days, mentions=named, statements=said, events=events(article, days, named, said))
    return list(plover([found], {page.id: page}, {}))


REQUIRED = {"id": str, "date": str, "source": list, "event": list}


def test_required_fields_are_there():
    for row in records("Norway attacked Denmark on 7 January 2022. Police arrested nine students."):
        assert all(isinstance(row[name], kind) and row[name] for name, kind in REQUIRED.items())
        assert json.loads(json.dumps(row)) == row


def test_actors_have_code_text_and_identifier():
    row = records("Norway attacked Denmark on 7 January 2022.")[0]
    assert [(each["code"], each["actor_text"], each["identifier_id"]) for each in row["source"]] == [
        ("NOR", "Norway", "state:NOR")
    ]
    assert row["recipient"][0]["code"] == "DNK"
    assert (row["event"], row["quad_code"]) == (["ASSAULT"], 4)


def test_offsets_lead_to_the_words():
    text = "Rain fell. Norway attacked Denmark."
    info = records(text)[0]["text_info"]
    assert text[info["event_start"] : info["event_end"]] == "attacked"
    assert text[info["start"] : info["end"]] == "Norway attacked Denmark."


def test_an_undated_event_says_that_its_date_is_the_publication():
    row = records("Norway attacked Denmark.")[0]
    assert (row["date"], row["date_from"]) == ("2022-03-10", "publication")
    assert records("Norway attacked Denmark.", published_on="")[0]["date"] is None


def test_an_undated_article_dates_its_events_by_the_latest_day_it_names():
    rows = records("Norway attacked Denmark. On 3 May 2021 and on 9 June 2021 Mali rested.", published_on="")
    assert (rows[0]["date"], rows[0]["date_from"]) == ("2021-06-09", "latest day told")


def test_an_actor_of_no_known_country_has_the_code_of_the_unknown():
    row = records("Gunmen attacked a convoy of traders.")[0]
    assert {each["code"] for each in (*row["source"], *row["recipient"])} == {"---"}


def test_a_month_runs_from_its_first_to_its_last_day():
    row = records("Norway attacked Denmark in February 2022.")[0]
    assert (row["date"], row["enddate"]) == ("2022-02-01", "2022-02-28")


def test_sizes_and_citation():
    row = records("Soldiers from Norway killed twelve farmers.")[0]
    assert row["size"] == {"dead": 12}
    assert row["cite_info"]["citation"] == "news.txt"


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("Norway will send grain to Mali.", "future"),
        ("Norway may have attacked Denmark.", "hypothetical"),
        ("Norway did not attack Denmark.", "negation"),
        ("In December 1986 Norway attacked Denmark.", "historical"),
    ],
)
def test_the_four_auxiliary_modes(text, mode):
    assert mode in records(text)[0]["mode"]


def test_voice_and_status_are_kept():
    row = next(row for row in records("Norway said that Denmark attacked Mali.") if row["event"] == ["ASSAULT"])
    assert row["status"] == "reported"
    assert len(row["voice"]) == 2


def test_every_type_has_a_score_and_accuse_is_negative():
    assert {kind for kind, _ in scores()} == set(QUAD)
    assert intensity("ACCUSE", "") == -3.0
    assert intensity("RETREAT", "no such mode") == 6.5


def test_every_mode_of_the_lexicon_is_one_of_plovers():
    used = {
        (f.entry.type, f.entry.mode) for fs in lexicon().frames.values() for f in fs if hasattr(f.entry, "mode") and f.entry.mode
    }
    assert used <= set(scores())
