"""A small case made by hand, as a report is given it: three outlets on one evening, one of them hostile to browsers."""

import hashlib
from typing import Any

from rashomon.compare.sources import Facts, Grade
from rashomon.records import (
    Article,
    Comparison,
    Dropped,
    Event,
    Figure,
    Finding,
    Found,
    Issue,
    Mention,
    Page,
    Rule,
    Side,
    Statement,
    Tie,
    cite,
    place_id,
)
from rashomon.report.input import Actor, Contents

EVENING = """The harbour at Tarn

Police arrested about 40 dockers on Friday, it was said. “We will keep the port open whatever happens,” minister Ana Rell said.

The strike was caused by unpaid wages. If the port closes, ships will go to Orm."""
MORNING = """Tarn: order restored

Police arrested more than 200 dockers. “We shall keep the harbour open, whatever happens,” Ana Rell told the Herald.

Foreign agitators caused the strike, officials claim. Tarn borders Orm."""
HOSTILE = """<script>alert("x")</script> & "quotes' \u202eevil\u202c

Ana Rell <b onmouseover=alert(1)>allegedly</b> fled to [Orm](javascript:alert(1)) \x00 `code` | *stars*. 40 dockers died."""


def page(text: str, file: str) -> Page:
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Page(
        id=f"p{digest[:16]}", file=file, sha256=digest, media="text/plain", encoding="utf-8", text=text, text_of_page=False
    )


def article(page: Page, outlet: str, published_on: str, title: str = "") -> Article:
    title = title or page.text.split("\n")[0]
    at = len(page.text.split("\n")[0])
    parts = (part for part in page.text[at:].split("\n\n") if part.strip())
    blocks = [(page.text.index(part), page.text.index(part) + len(part)) for part in parts]
    return Article(
        id=place_id("article", page.id, 0, len(page.text)),
        page=page.id,
        blocks=tuple(blocks),
        title=title,
        title_span=(0, at),
        outlet=outlet,
        published_on=published_on,
        published_precision="day" if published_on else "unknown",
        published_from="stated" if published_on else "unknown",
        language="en",
    )


def found_at(kind: type[Finding], page: Page, article: Article, quote: str, voice: tuple[str, ...] = (), **more: Any) -> Any:
    start = page.text.index(quote)
    end = start + len(quote)
    low = max(page.text.rfind("\n", 0, start), page.text.rfind(". ", 0, start) + 1) + 1
    high = page.text.find(".", end) + 1 or end
    return kind(
        id=place_id(kind.__name__.lower(), page.id, start, end),
        article=article.id,
        cited=cite(page, start, end),
        sentence=(min(low, start), max(high, end)),
        voice=(article.outlet or "unknown outlet", *voice),
        **more,
    )


def span(page: Page, words: str) -> tuple[int, int]:
    start = page.text.index(words)
    return start, start + len(words)


def contents(**changes: Any) -> Contents:
    one, two, three = page(EVENING, "evening.txt"), page(MORNING, "morning.txt"), page(HOSTILE, 'x"><img src=x>.txt')
    first = article(one, "Tarn Herald", "2021-03-06")
    second = article(two, "Orm Post", "2021-03-07")
    third = article(three, "", "")
    minister = ("person:ana-rell",)
    said_one = found_at(
        Statement,
        one,
        first,
        "We will keep the port open whatever happens",
        minister,
        status="reported",
        speaker="person:ana-rell",
        speaker_text="minister Ana Rell",
        content=(span(one, "We will keep the port open whatever happens"),),
        form="direct",
        cue="said",
    )
    said_two = found_at(
        Statement,
        two,
        second,
        "We shall keep the harbour open, whatever happens",
        minister,
        status="reported",
        speaker="person:ana-rell",
        speaker_text="Ana Rell",
        content=(span(two, "We shall keep the harbour open, whatever happens"),),
        form="direct",
        cue="told",
        addressee="the Herald",
    )
    police = {"actor": ("name:police",), "actor_text": ("Police",), "recipient": ("",), "recipient_text": ("dockers",)}
    arrest_one = found_at(
        Event,
        one,
        first,
        "arrested",
        type="COERCE",
        mode="arrest",
        on="2021-03-05",
        on_precision="day",
        status="reported",
        **police,
    )
    arrest_two = found_at(Event, two, second, "arrested", type="COERCE", on="2021-03", on_precision="month", **police)
    fled = found_at(
        Event,
        three,
        third,
        "fled",
        type="RETREAT",
        status="alleged",
        hedge="allegedly",
        actor=minister,
        actor_text=("Ana Rell",),
        recipient=("state:ORM",),
        recipient_text=("Orm",),
    )
    forty = found_at(
        Figure,
        one,
        first,
        "about 40",
        low=38.0,
        high=42.0,
        bound="about",
        unit="",
        measures="arrests",
        of_text="dockers",
        value_text="40",
    )
    more = found_at(
        Figure, two, second, "more than 200", low=200.0, high=None, bound="over", unit="", measures="arrests", value_text="200"
    )
    dead = found_at(
        Figure, three, third, "40 dockers", low=40.0, high=40.0, bound="exactly", unit="", measures="deaths", value_text="40"
    )
    border = found_at(
        Tie,
        two,
        second,
        "Tarn borders Orm",
        subject="place:tarn",
        subject_text="Tarn",
        relation="borders",
        object="state:ORM",
        object_text="Orm",
    )
    wages = found_at(
        Rule,
        one,
        first,
        "The strike was caused by unpaid wages",
        rule="cause",
        if_text="unpaid wages",
        if_spans=(span(one, "unpaid wages"),),
        then_text="The strike",
        then_spans=(span(one, "The strike"),),
    )
    agitators = found_at(
        Rule,
        two,
        second,
        "Foreign agitators caused the strike",
        ("officials",),
        status="alleged",
        rule="cause",
        if_text="Foreign agitators",
        if_spans=(span(two, "Foreign agitators"),),
        then_text="the strike",
        then_spans=(span(two, "the strike"),),
    )
    closes = found_at(
        Rule,
        one,
        first,
        "If the port closes, ships will go to Orm",
        status="conditional",
        rule="conditional",
        if_text="the port closes",
        if_spans=(span(one, "the port closes"),),
        then_text="ships will go to Orm",
        then_spans=(span(one, "ships will go to Orm"),),
        strength="will",
    )
    named = found_at(Mention, one, first, "minister Ana Rell", type="person", actor="person:ana-rell", name="Ana Rell")
    again = found_at(Mention, two, second, "Ana Rell", type="person", actor="person:ana-rell", name="Ana Rell")
    number = Comparison(
        id="comparison-1",
        kind="figure",
        about="arrests",
        question="How many dockers were arrested?",
        sides=(side("about 40", forty, first), side("more than 200", more, second)),
        verdict="conflicts",
        why="The ranges do not meet: 38 to 42, and over 200.",
        independent_origins=2,
    )
    cause = Comparison(
        id="comparison-2",
        kind="cause",
        about="the strike",
        question="What caused the strike?",
        sides=(side("unpaid wages", wages, first), side("Foreign agitators", agitators, second)),
        verdict="conflicts",
        why="Two causes.",
        independent_origins=2,
    )
    same = Comparison(
        id="comparison-3",
        kind="statement",
        about="what Ana Rell said",
        question="What did Ana Rell say?",
        sides=(
            Side(
                answer="We will keep the port open",
                findings=(said_one.id, said_two.id),
                outlets=("Tarn Herald", "Orm Post"),
                voices=(said_one.voice, said_two.voice),
                origins=2,
            ),
        ),
        verdict="agrees",
        why="Two wordings of one sentence.",
        independent_origins=2,
    )
    given: dict[str, Any] = {
        "title": "Tarn & <Orm>",
        "pages": (one, two, three),
        "articles": (first, second, third),
        "dropped": (
            Dropped(id="dropped-1", page=three.id, start=0, end=9, text=three.text[:9], reason="a <script> left in the text"),
        ),
        "issues": (Issue(stage="read", what="empty.txt: empty file", file="empty.txt"),),
        "founds": (
            Found(
                article=first,
                mentions=(named,),
                statements=(said_one,),
                events=(arrest_one,),
                figures=(forty,),
                rules=(wages, closes),
            ),
            Found(
                article=second,
                mentions=(again,),
                statements=(said_two,),
                events=(arrest_two,),
                figures=(more,),
                ties=(border,),
                rules=(agitators,),
            ),
            Found(article=third, events=(fled,), figures=(dead,)),
        ),
        "names": {
            "person:ana-rell": Actor(name="Ana Rell", type="person"),
            "state:ORM": Actor(name="Orm", type="state", country="ORM"),
            "name:police": Actor(name="the police", type="government"),
        },
        "groups": {said_two.id: said_one.id, arrest_two.id: arrest_one.id},
        "comparisons": (number, cause, same),
        "grades": {"Orm Post": Grade(outlet="Orm Post", grade="C3", why="corrected twice this year")},
        "facts": {"Orm Post": Facts(outlet="Orm Post", confirmed=0, contradicted=2, corrections=1)},
    }
    return Contents(**(given | changes))


def side(answer: str, finding: Finding, article: Article) -> Side:
    return Side(answer=answer, findings=(finding.id,), outlets=(article.outlet,), voices=(finding.voice,), origins=1)
