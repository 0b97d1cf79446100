import pytest

from rashomon.link.actors import actors
from rashomon.link.clusters import clusters
from rashomon.link.same_names import grouped, linked_names, same_names
from rashomon.records import Article, Citation, Found, Judgement, Mention


def mention(name: str, kind: str = "person", key: str = "") -> Mention:
    return Mention(
        id=f"m-{name}",
        article="a",
        cited=Citation(page="p", start=0, end=1, quote="x"),
        sentence=(0, 1),
        voice=("x",),
        type=kind,
        actor=key or f"name:{name.lower()}",
        name=name,
    )


def pile(*mentions: Mention) -> list[Found]:
    articles = [Article(id=f"a{number}", page="p", blocks=((0, 1),)) for number in range(len(mentions))]
    return [Found(article=article, mentions=(one,)) for article, one in zip(articles, mentions, strict=True)]


def together(*mentions: Mention) -> set[frozenset[str]]:
    keys = [one.actor for one in mentions]
    found = clusters(keys, actors(pile(*mentions)).judgements)
    return {frozenset(key for key in keys if found[key] == leader) for leader in found.values()}


def test_spellings_of_one_name_become_one_actor() -> None:
    assert together(mention("Mikhail Veselov"), mention("Михаил Веселов"), mention("Michail Weselow")) == {
        frozenset({"name:mikhail veselov", "name:михаил веселов", "name:michail weselow"})
    }


def test_two_people_of_one_surname_stay_two() -> None:
    assert len(together(mention("Timur Veselov"), mention("Kassym Veselov"), mention("Anna Veselova"))) == 3


def test_a_lone_surname_joins_the_only_bearer() -> None:
    assert len(together(mention("Veselov"), mention("Mikhail Veselov"))) == 1
    assert len(together(mention("Veselov"), mention("Mikhail Veselov"), mention("Timur Veselov"))) == 3


def test_a_page_s_spelling_joins_the_gazetteer_s_person() -> None:
    found = actors(pile(mention("Sergey Lawrow"), mention("Sergei Lavrov", key="person:sergei-lavrov"))).judgements
    assert [(one.left, one.right, one.verdict) for one in found] == [("name:sergey lawrow", "person:sergei-lavrov", "same")]
    assert "Lavrov" in found[0].why
    assert clusters(["name:sergey lawrow"], found)["name:sergey lawrow"] == "person:sergei-lavrov"


def test_a_person_and_an_organisation_of_one_name_stay_apart() -> None:
    assert len(together(mention("Anna Berg"), mention("Anna Berg Holding", "company"))) == 2


def judged(left: str, right: str, verdict: str, by: str = "link.actors", number: int = 0) -> Judgement:
    return Judgement(id=f"{by}{number}{left}{right}", left=left, right=right, verdict=verdict, by=by, why="", number=number)


def test_a_person_splits_and_joins_and_the_last_word_holds() -> None:
    stage = judged("name:a", "name:b", "same")
    apart = judged("name:b", "name:a", "different", "person", 1)
    again = judged("name:a", "name:b", "same", "person", 2)
    assert clusters([], [stage]) == {"name:a": "name:a", "name:b": "name:a"}
    assert clusters([], [stage, apart]) == {"name:a": "name:a", "name:b": "name:b"}
    assert clusters([], [apart, again, stage]) == {"name:a": "name:a", "name:b": "name:a"}


def test_two_keys_held_apart_are_not_joined_by_a_third() -> None:
    judgements = [
        judged("name:a", "name:b", "same"),
        judged("name:b", "name:c", "same"),
        judged("name:a", "name:c", "different", "person", 1),
    ]
    found = clusters([], judgements)
    assert found["name:a"] != found["name:c"]


def test_a_key_of_the_gazetteer_stands_for_its_cluster() -> None:
    assert clusters(["name:a"], [judged("name:a", "person:z", "same")])["name:a"] == "person:z"
    assert clusters(["name:q"], []) == {"name:q": "name:q"}


def test_the_order_of_names_does_not_matter() -> None:
    names = ["Mikhail Veselov", "M. Veselov", "Veselov", "Timur Orlov", "Orlov", "Тимур Орлов", "Anna Berg"]
    assert grouped(names, same_names(names)) == grouped(names, same_names(reversed(names)))


@pytest.mark.parametrize("founds", [[], pile(mention("Anna Berg"))])
def test_nothing_to_link_is_no_judgement(founds: list[Found]) -> None:
    assert actors(founds).judgements == ()


def test_a_lone_given_name_joins_the_one_person_who_has_it() -> None:
    assert len(together(mention("Rosalind"), mention("Rosalind Aalto"), mention("Timur Veselov"))) == 2
    assert len(together(mention("Rosalind"), mention("Rosalind Aalto"), mention("Rosalind Berger"))) == 3


def test_lone_names_join_when_they_are_one_word_in_two_forms() -> None:
    assert len(together(mention("Lindqvist"), mention("Lindqvistem"))) == 1
    assert len(together(mention("Veselov"), mention("Vasilev"))) == 2


def test_a_body_of_one_word_is_no_surname() -> None:
    assert len(together(mention("Motol", kind="organisation"), mention("Fakultet Matol", kind="organisation"))) == 2


def crowd(count: int) -> list[str]:
    """Names of one sound without vowels, more than are compared with each other."""
    vowels = [a + b + c for a in "aeiou" for b in "aeiou" for c in "aeiou"]
    return [f"K{one[0]}r{one[1]}t{one[2]}n Veselov" for one in vowels[:count]]


def test_in_a_crowd_spellings_still_meet_and_what_was_not_compared_is_told() -> None:
    names = crowd(120)
    found, crowds = linked_names([*names, f"{names[100]}a"])
    assert crowds[0].names > 50
    assert crowds[0].uncompared > 0
    assert any(f"{names[100]}a" in {one.left, one.right} for one in found)


def test_a_crowd_is_an_issue_of_the_case() -> None:
    issues = actors(pile(*(mention(name) for name in crowd(120)))).issues
    assert issues
    assert "were not compared" in issues[0].what
    assert not actors(pile(mention("Mikhail Veselov"), mention("Timur Veselov"))).issues
