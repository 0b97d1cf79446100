"""What is said to lead to what, on sentences of our own."""

import hashlib
from dataclasses import replace
from functools import cache

import pytest
from msgspec import structs

from rashomon.find.parse import Parse, parse
from rashomon.find.rule.lexicon import WORDS, Connective, Noun, Opener, Outlook, Root, Verb
from rashomon.find.rules import left_out, rules
from rashomon.records import Article, Date, Page, Rule, Statement, place_id
from rashomon.words import entries


def parsed(text: str) -> Parse:
    page = Page(
        id="p" + hashlib.sha256(text.encode()).hexdigest()[:16],
        file="text.txt",
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        media="text/plain",
        encoding="utf-8",
        text=text,
        text_of_page=False,
    )
    article = Article(
        id=place_id("article", page.id, 0, len(text)), page=page.id, blocks=((0, len(text)),), outlet="The Harbour Post"
    )
    return parse(page, article)


@cache
def found(text: str) -> tuple[Rule, ...]:
    return rules(parsed(text), (), (), (), ())


def the(text: str) -> Rule:
    (rule,) = found(text)
    return rule


EXAMPLES = [
    (kind, entry)
    for array, kind in (
        ("connective", Connective),
        ("verb", Verb),
        ("opener", Opener),
        ("goal", Noun),
        ("message", Noun),
        ("root", Root),
    )
    for entry in entries(WORDS / "rules.toml", array, kind)
] + [(Outlook, entry) for entry in entries(WORDS / "rules_outlook.toml", "outlook", Outlook)]


@pytest.mark.parametrize("entry", [pytest.param(entry, id=entry.example) for _, entry in EXAMPLES])
def test_every_entry_finds_its_example(entry: Connective | Verb | Opener | Noun | Outlook | Root) -> None:
    kinds = {rule.rule for rule in found(entry.example)}
    expected = getattr(entry, "kind", None)
    also = {"cause": {"prediction"}, "conditional": {"counterfactual"}}.get(expected or "", set())
    assert kinds & ({expected} | also) if expected else kinds


@pytest.mark.parametrize(
    ("text", "kind", "condition", "outcome", "strength"),
    [
        (
            "If the talks in Vale fail, the league will send its fleet.",
            "conditional",
            "the talks in Vale fail",
            "the league will send its fleet",
            "will",
        ),
        (
            "The league will not send its fleet unless the talks fail.",
            "conditional",
            "unless the talks fail",
            "The league will not send its fleet",
            "will not",
        ),
        (
            "Should the dam break, the lower town may be flooded.",
            "conditional",
            "the dam break",
            "the lower town may be flooded",
            "may",
        ),
        (
            "Had the guards stayed, the depot would have been saved.",
            "counterfactual",
            "the guards stayed",
            "the depot would have been saved",
            "",
        ),
        ("As a result of the embargo, two plants may close.", "prediction", "the embargo", "two plants may close", "may"),
        ("The riots were sparked by a verdict.", "cause", "a verdict", "The riots", ""),
        ("The pact is directed against Ruritania.", "aim", "The pact", "Ruritania", ""),
        ("The tour was aimed at winning over the villages.", "purpose", "The tour", "winning over the villages", ""),
        ("Leaving the union would be a mistake.", "conditional", "Leaving the union", "would be a mistake", "would"),
        ("Those who stay will be fined.", "conditional", "Those who stay", "will be fined", "will"),
        ("The strike was the result of a misprint.", "cause", "a misprint", "The strike", ""),
        ("Debt was the reason for the sale.", "cause", "Debt", "the sale", ""),
        ("The cold water may have caused the break.", "cause", "The cold water", "the break", "may"),
        ("The dam broke and this led to a flood.", "cause", "The dam broke", "a flood", ""),
        ("The laws he passed to calm the coast were repealed.", "purpose", "The laws he passed", "to calm the coast", ""),
        ("The pact is not aimed at any country.", "aim", "The pact", "any country", ""),
        ("The patrols are aimed at smugglers.", "aim", "The patrols", "smugglers", ""),
        (
            "If both sides keep to the path agreed, trade will grow.",
            "conditional",
            "both sides keep to the path agreed",
            "trade will grow",
            "will",
        ),
    ],
)
def test_sides_are_quoted(text: str, kind: str, condition: str, outcome: str, strength: str) -> None:
    rule = the(text)
    assert (rule.rule, rule.if_text, rule.then_text, rule.strength) == (kind, condition, outcome, strength)


@pytest.mark.parametrize(
    "text",
    [
        "If the first plan was about oil, the second is about grain.",
        "If we look at the figures, the trend is plain.",
        "Will the league send its fleet if the talks fail?",
        "The envoy asked if the bridge was open.",
        "Trade has grown since the border opened.",
        "The treaty may be obsolete.",
        "She would like to see the harbour.",
        "It would be a good idea to wait.",
        "He spoke on condition that he not be named.",
        "The union is like a family.",
        "As you know, the pass is shut.",
        "The guards forced the door.",
        "The lorry was driven by someone with a grudge.",
        "The police are investigating if a second car was there.",
        "Whatever turn events may take, the pact stands.",
        "There could be a survivor in the hold.",
        "Her mother gave her courage to leave.",
        "They must choose with whom it would trade.",
        "The rise may be explained by the thaw.",
        "Old ferries are no more likely to sink than new ones.",
        "There are reasons why some people might want a loan.",
        "Click here to register.",
        "The party went on to win the coast.",
        "This text may not be published elsewhere.",
    ],
)
def test_no_rule_where_none_is_said(text: str) -> None:
    assert found(text) == ()


def test_sides_stand_on_the_page() -> None:
    text = "The mayor was calm.\n\nIf wages fall, the dockers will strike, and the port will close."
    for rule in found(text):
        assert text[rule.cited.start : rule.cited.end] == rule.cited.quote
        for spans, quote in ((rule.if_spans, rule.if_text), (rule.then_spans, rule.then_text)):
            assert " … ".join(text[low:high] for low, high in spans) == quote


def test_a_commitment_is_planned_and_a_may_is_possible() -> None:
    assert the("The league is ready to send observers.").status == "planned"
    possible = the("The dispute may reach the court.")
    assert (possible.status, possible.default, possible.hedge) == ("possible", True, "may")


def test_a_condition_said_as_its_own_sentence_takes_the_outcome_before() -> None:
    first, second = found("Vale can be a friend of Ruritania if trade pays. And if the army is strong enough.")
    assert (first.then_text, second.if_text) == (second.then_text, "the army is strong enough")


def test_sentence_openers_take_the_sentence_before() -> None:
    rule = the("Rain fell for a week. As a result, the bridge collapsed.")
    assert (rule.rule, rule.if_text, rule.then_text) == ("cause", "Rain fell for a week", "the bridge collapsed")


def test_what_is_said_stands_on_the_speakers_word() -> None:
    text = "The minister said that the league will send its fleet if the talks fail."
    parse = parsed(text)
    low = text.index("the league")
    said = Statement(
        id="statement-1",
        article=parse.article.id,
        cited=parse.cite(low, len(text) - 1),
        sentence=(0, len(text)),
        voice=("The Harbour Post", "name:minister"),
        status="denied",
        speaker="name:minister",
        speaker_text="The minister",
        content=((low, len(text) - 1),),
        form="indirect",
    )
    (rule,) = rules(parse, (), (), (said,), ())
    assert (rule.voice, rule.status) == (("The Harbour Post", "name:minister"), "denied")


def dated(text: str, words: str, low: str, high: str) -> tuple[Parse, Date]:
    parse = parsed(text)
    start = text.index(words)
    cited = parse.cite(start, start + len(words))
    date = Date(
        id="date-1",
        article=parse.article.id,
        cited=cited,
        sentence=(0, len(text)),
        voice=(),
        low=low,
        high=high,
        precision="day",
        anchor="",
    )
    return parse, date


def test_a_prediction_keeps_its_term() -> None:
    parse, date = dated("The bridge will reopen by 31 May 2023.", "31 May 2023", "2023-05-31", "2023-05-31")
    (rule,) = rules(parse, (date,), (), (), ())
    assert rule.by_when == "2023-05-31"


def test_the_past_told_in_the_future_is_no_prediction() -> None:
    parse, date = dated("In 1999 the strikes will sweep across the coast.", "1999", "1999-01-01", "1999-12-31")
    dated_parse = replace(parse, article=structs.replace(parse.article, published_on="2023-03-01"))
    assert rules(dated_parse, (date,), (), (), ()) == ()
    assert len(rules(parse, (date,), (), (), ())) == 1


def test_a_bracket_that_doubts_the_condition_is_its_hedge() -> None:
    rule = the("If the union fails to keep order (which is unlikely), Vale will act.")
    assert (rule.if_text, rule.hedge) == ("the union fails to keep order", "which is unlikely")


def test_ids_tell_rules_of_one_place_apart() -> None:
    text = "If wages fall and if bread is dear, the dockers will strike. As a result, ships may wait, so that costs rise."
    ids = [rule.id for rule in found(text)]
    assert len(ids) == len(set(ids))


def test_a_sentence_without_end_costs_no_more_than_its_length() -> None:
    endless = parsed("if it will fail because of war " * 400)
    assert rules(endless, (), (), (), ()) == ()


def test_a_sentence_too_long_to_be_read_is_said() -> None:
    (issue,) = left_out(parsed("Wages fell. " + "if it will fail because of war " * 400))
    assert (issue.stage, issue.start) == ("find.rules", 12)
    assert "words is not read for rules" in issue.what
    assert not left_out(parsed("Wages fell."))


def test_what_may_have_caused_something_is_possible() -> None:
    assert the("The cold water could have caused the break.").status == "possible"


def test_the_speaker_is_no_part_of_what_follows() -> None:
    (rule,) = found("“If both sides keep to the path agreed, trade will double,” said Amina Otieno, a banker.")
    assert rule.then_text == "trade will double"


def test_what_something_is_for_is_no_prediction_and_a_report_no_condition() -> None:
    assert [rule.rule for rule in found("The fund is set up to serve the coast.")] == ["purpose"]
    assert [rule.rule for rule in found("Confirming the vote will be held on Monday, the mayor left.")] == ["prediction"]
