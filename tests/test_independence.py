"""Origins: copies, one outlet, one page, a common source and the same people count once; unknown outlets never count."""

from rashomon.compare.independence import Telling, alone, one_affair, origins
from rashomon.compare.sides import comparison
from rashomon.compare.sources import facts, grades, is_grade
from rashomon.records import Article, Citation, Comparison, Event, Found, Judgement, Page


def telling(name, outlet="", page="", voice=(), origin="", copied="", context=()):
    article = Article(id=name, page=page or f"page {name}", blocks=((0, 1),), outlet=outlet, origin=origin)
    cited = Citation(page=article.page, start=0, end=1, quote="x")
    event = Event(
        id=f"event {name}",
        article=name,
        cited=cited,
        sentence=(0, 1),
        voice=(outlet or f"unknown outlet of {name}", *voice),
        type="",
    )
    return Telling(event, article, copied or name, frozenset(context))


def test_two_outlets_are_two_origins():
    assert origins([telling("a", "Post"), telling("b", "Herald")]) == 2


def test_one_outlet_counts_once():
    assert origins([telling("a", "Post"), telling("b", "Post")]) == 1


def test_one_page_counts_once():
    assert origins([telling("a", "Post", page="p"), telling("b", "Herald", page="p")]) == 1


def test_copies_count_once():
    assert origins([telling("a", "Post"), telling("b", "Herald", copied="a")]) == 1


def test_a_common_source_counts_once_whether_named_in_the_head_or_in_the_text():
    assert origins([telling("a", "Post", origin="via TASS"), telling("b", "Herald", voice=("outlet:tass",))]) == 1
    assert origins([telling("a", "TASS"), telling("b", "Herald", origin="TASS")]) == 1


def test_the_same_speaker_counts_once():
    told = [telling("a", "Post", voice=("person:okello",)), telling("b", "Herald", voice=("person:okello",))]
    assert origins(told) == 1


def test_unknown_outlets_add_nothing():
    assert origins([telling("a"), telling("b")]) == 1
    assert origins([telling("a", "Post"), telling("b"), telling("c")]) == 1
    assert origins([]) == 0


def test_dependence_is_handed_on():
    told = [
        telling("a", "Post", voice=("person:okello",)),
        telling("b", "Herald", voice=("person:okello",)),
        telling("c", "Herald"),
    ]
    assert origins(told) == 1


def test_what_one_outlet_alone_says_falls_with_it():
    one = made([telling("a", "Post")], [telling("b", "Herald"), telling("c", "Courier")])
    assert [(lone.outlet, lone.findings) for lone in alone([one])] == [("Post", ("event a",))]


def test_articles_of_one_affair_share_actors():
    left, right = (
        telling("a", context={"state:KEN", "state:SOM", "person:ruto"}),
        telling("b", context={"state:KEN", "place:garissa"}),
    )
    assert one_affair(left, right)
    assert not one_affair(left, telling("c", context={"state:PER", "place:lima"}))


def made(*sides: list[Telling]) -> Comparison:
    answers = [(f"answer {number}", told) for number, told in enumerate(sides)]
    return comparison("event", "it", "Was it?", answers, verdict="conflicts", why="So.")


def test_a_grade_is_set_by_a_person_and_the_last_word_holds():
    judged = [judgement("Post", "B2", 1), judgement("Post", "C3", 2), judgement("Herald", "very good", 3)]
    assert [(one.outlet, one.grade) for one in grades(["Herald", "Post"], judged)] == [("Herald", "F6"), ("Post", "C3")]
    assert is_grade("A1") and not is_grade("G1") and not is_grade("B")


def judgement(outlet, grade, number):
    return Judgement(id=f"j{number}", left=outlet, right=grade, verdict="grade", by="person", why="known", number=number)


def test_the_machine_only_lays_out_facts():
    text = "Correction: the toll was 12.\nThe army left."
    page = Page(id="page a", file="a", sha256="", media="", encoding="", text=text, text_of_page=False)
    article = Article(id="a", page="page a", blocks=((0, 28), (29, len(text))), outlet="Post")
    one = made([telling("a", "Post")], [telling("b", "Herald"), telling("c", "Courier")])
    (post,) = facts([Found(article=article)], {"page a": page}, [one])
    assert (post.outlet, post.confirmed, post.contradicted, post.corrections) == ("Post", 0, 1, 1)
