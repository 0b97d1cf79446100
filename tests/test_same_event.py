"""The same event told again, and events that only look the same."""

import msgspec
import pytest

from quality.texts import page_of
from rashomon.compare.deed_words import deed_word
from rashomon.compare.events import same_events
from rashomon.records import Article, Citation, Event, Found, Mention

VISIT = {"type": "CONSULT", "mode": "visit", "actor": ("state:NOR",), "actor_text": ("Norway",)}


def article(number, outlet="", **events):
    """An article with one event for each name, told by the fields given."""
    page = page_of(f"page {number}")
    made = Article(id=f"article-{number}", page=page.id, blocks=((0, 6),), outlet=outlet)
    return Found(
        article=made, events=tuple(event(f"{number}-{name}", page.id, made.id, **fields) for name, fields in events.items())
    )


def event(name, page, of, quote="visited", **fields):
    cited = Citation(page=page, start=0, end=len(quote), quote=quote)
    return Event(id=f"event-{name}", article=of, cited=cited, sentence=(0, 6), voice=("x",), **fields)


def pairs(*founds, actors=None):
    return {(judgement.left, judgement.right) for judgement in same_events(founds, actors or {}).judgements}


def test_a_visit_told_by_two_articles_is_one_visit():
    told = {**VISIT, "recipient": ("state:PRT",), "recipient_text": ("Portugal",), "on": "2022-03-01"}
    assert pairs(article(1, a=told), article(2, a=told)) == {("event-2-a", "event-1-a")}


def test_a_later_visit_of_the_same_pair_is_another():
    first = {**VISIT, "recipient": ("state:PRT",), "recipient_text": ("Portugal",), "on": "2022-03-01"}
    assert pairs(article(1, a=first), article(2, a={**first, "on": "2022-05-01"})) == set()


def test_a_day_meets_its_month():
    first = {**VISIT, "recipient": ("state:PRT",), "recipient_text": ("Portugal",), "on": "2022-03-01"}
    assert pairs(article(1, a=first), article(2, a={**first, "on": "2022-03"})) == {("event-2-a", "event-1-a")}


def test_another_visitor_makes_another_visit():
    first = {**VISIT, "recipient": ("state:PRT",), "recipient_text": ("Portugal",)}
    assert pairs(article(1, a=first), article(2, a={**first, "actor": ("state:DNK",), "actor_text": ("Denmark",)})) == set()


def test_two_keys_of_one_cluster_are_one_actor():
    first = {**VISIT, "recipient": ("state:PRT",), "recipient_text": ("Portugal",)}
    second = {**first, "actor": ("name:the norse",), "actor_text": ("the Norse",)}
    assert pairs(article(1, a=first), article(2, a=second), actors={"name:the norse": "state:NOR"})


def test_a_plan_is_not_its_result():
    first = {**VISIT, "recipient": ("state:PRT",), "recipient_text": ("Portugal",)}
    assert pairs(article(1, a=first), article(2, a={**first, "status": "planned"})) == set()


def test_done_and_not_done_are_tellings_of_one_event():
    first = {**VISIT, "recipient": ("state:PRT",), "recipient_text": ("Portugal",)}
    assert pairs(article(1, a=first), article(2, a={**first, "negated": True}))


def test_nine_tellings_are_one_group_with_one_representative():
    told = {
        "type": "MOBILIZE",
        "mode": "troops",
        "actor": ("organisation:CSTO",),
        "actor_text": ("CSTO forces",),
        "recipient": ("state:KAZ",),
        "recipient_text": ("Kazakhstan",),
    }
    quotes = [
        "deployment",
        "deployed",
        "introduction of troops",
        "sent forces",
        "deploying",
        "dispatch",
        "deploy",
        "deployed",
        "arrived",
    ]
    judged = pairs(*(article(number, a={**told, "quote": quote}) for number, quote in enumerate(quotes)))
    assert {right for _, right in judged} == {"event-0-a"}
    assert len(judged) == 8


def test_every_judgement_has_its_reason():
    told = {**VISIT, "recipient": ("state:PRT",), "recipient_text": ("Portugal",)}
    judged = same_events([article(1, a=told), article(2, a=told)], {}).judgements
    assert judged[0].why == "both tell CONSULT; same actor, recipient, mode, word, affair"
    assert judged[0].by == "compare.events"


def test_many_tellings_of_nothing_common_cost_no_pairs():
    many = [
        article(n, a={"type": "ACCUSE", "quote": f"w{n}", "actor": (f"name:{n}",), "actor_text": (f"{n}",)}) for n in range(3000)
    ]
    assert pairs(*many) == set()


def test_words_for_one_deed():
    assert deed_word("the killings") == deed_word("murdered") == "kill"
    assert deed_word("was struck") == deed_word("air strikes") == "strike"
    assert deed_word("of") == ""


def test_two_warnings_of_others_are_two():
    first = {"type": "THREATEN", "actor": ("state:NOR",), "actor_text": ("Norway",), "quote": "warned"}
    second = {**first, "actor": ("",), "actor_text": ("a spokesman",)}
    assert pairs(article(1, a=first), article(2, a=second)) == set()


def test_meetings_of_one_with_two_others_are_two():
    first = {"type": "CONSULT", "actor": ("state:NOR", "state:PRT"), "actor_text": ("Norway", "Portugal"), "quote": "met"}
    second = {**first, "actor": ("state:NOR", "state:DNK"), "actor_text": ("Norway", "Denmark")}
    assert pairs(article(1, a=first), article(2, a=second)) == set()


def test_a_man_is_any_man_outside_one_affair():
    deed = {"type": "COERCE", "mode": "arrest", "recipient": ("",), "recipient_text": ("man",), "quote": "arrested"}
    oslo, porto = entitled(article(1, a=deed), OSLO), entitled(article(2, a=deed), PORTO)
    assert pairs(oslo, porto) == set()


OSLO = "Customs officers watch harbour smugglers near Oslo fjord after tobacco crates vanish from quay warehouses"
PORTO = "Porto mill robbery: flour sacks, weighing scales, wages taken; millers demand better locks, brighter lamps"


def entitled(found, title):
    """The article under a title, by which affairs are told apart."""
    return msgspec.structs.replace(found, article=msgspec.structs.replace(found.article, title=title))


def test_the_killing_of_others_is_another_killing():
    first = {"type": "ASSAULT", "recipient": ("",), "recipient_text": ("Ola Berg",), "quote": "killed"}
    second = {**first, "recipient_text": ("Rui Costa",)}
    assert pairs(article(1, a=first), article(2, a=second)) == set()
    assert pairs(article(1, a=first), article(2, a={**first, "recipient_text": ("the merchant Berg",)}))


def test_a_state_and_a_body_of_states_are_two():
    first = {"type": "SUPPORT", "actor": ("state:NOR",), "actor_text": ("Norway",), "quote": "supported"}
    left = {**first, "recipient": ("state:DNK",), "recipient_text": ("Denmark",)}
    right = {**first, "recipient": ("organisation:EFTA",), "recipient_text": ("EFTA",)}
    assert pairs(article(1, a=left), article(2, a=right)) == set()


def killed(whom, **more):
    return {"type": "ASSAULT", "recipient": ("",), "recipient_text": (whom,), "quote": "killed", **more}


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("84 people", "two people"),
        ("the nine girls", "other girls"),
        ("he", "passengers"),
    ],
)
def test_what_befell_others_is_another_deed(left, right):
    assert pairs(article(1, a=killed(left)), article(2, a=killed(right))) == set()


@pytest.mark.parametrize(
    ("left", "right"), [("84 people", "at least 73 people"), ("nine girls", "the girls"), ("the crowd", "people")]
)
def test_a_toll_that_grows_is_one_toll(left, right):
    assert pairs(article(1, a=killed(left)), article(2, a=killed(right)))


def test_what_is_told_again_long_after_is_not_the_news():
    news = {"type": "ASSAULT", "quote": "attacks"}
    old = {**news, "on": "2015-11", "historical": True}
    assert pairs(article(1, a=news), article(2, a=news))
    assert pairs(article(1, a=news), article(2, a=old)) == set()


def test_praise_of_others_is_other_praise():
    named = {"type": "SUPPORT", "actor": ("state:NOR",), "actor_text": ("Norway",), "quote": "supports"}
    left = article(1, a={**named, "recipient": ("person:a",), "recipient_text": ("Berg",)})
    right = article(2, a={**named, "recipient": ("organisation:b",), "recipient_text": ("the union",)})
    known = [from_country(left, "person:a", "DNK"), from_country(right, "organisation:b", "PRT")]
    assert pairs(*known) == set()


def from_country(found, actor, country):
    """The article with a mention that says of which country an actor is."""
    cited = Citation(page=found.article.page, start=0, end=1, quote="p")
    mention = Mention(
        id=f"mention-{actor}",
        article=found.article.id,
        cited=cited,
        sentence=(0, 1),
        voice=("x",),
        type="person",
        actor=actor,
        name="",
        country=country,
    )
    return msgspec.structs.replace(found, mentions=(mention,))
