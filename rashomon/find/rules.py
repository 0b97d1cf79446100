"""What is said to lead to what: conditionals, predictions, causes, purposes and aims."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from msgspec import structs
from spacy.tokens import Span as Tokens

from rashomon.find.parse import Parse
from rashomon.find.rule.connectives import joined
from rashomon.find.rule.draft import Draft, page_spans
from rashomon.find.rule.outlook import expectations
from rashomon.find.rule.purposes import purposed
from rashomon.find.rule.sentences import ends_named, meant, opened, roots_named
from rashomon.find.rule.verbs import said_with_verbs
from rashomon.find.voices import Standing, Voices, voices
from rashomon.records import Date, Event, Issue, Mention, Rule, Span, Statement, place_id

LONGEST_SENTENCE = 400  # tokens; a longer one is a list that the parser could not take apart, and costs its length squared
EMPTY = frozenset({"ADV", "PUNCT", "SPACE", "DET", "ADP", "CCONJ", "SCONJ", "PART", "INTJ", "SYM", "X"})  # parts of speech


def rules(
    parse: Parse,
    dates: tuple[Date, ...],
    mentions: tuple[Mention, ...],
    statements: tuple[Statement, ...],
    events: tuple[Event, ...],
) -> tuple[Rule, ...]:
    """Every rule, in text order.

    ``if_text`` and ``then_text`` quote the page; where a side is said in pieces they are joined by «…».  A prediction has an
    empty ``if`` unless its ground is said.  For a purpose ``if`` is the deed and ``then`` its end, for an aim ``then`` is
    the target.  Sentences of more than LONGEST_SENTENCE tokens are left out; ``left_out`` says which.
    """
    said = voices(parse, statements)
    drafts = sorted(distinct(parse, drafted(parse)), key=lambda draft: draft.tokens)
    seen: Counter[str] = Counter()
    found = []
    for rule in (termed(record(parse, said, draft), dates) for draft in drafts):
        if looks_back(rule, dates, parse.article.published_on):
            continue
        seen[rule.id] += 1
        found.append(rule if seen[rule.id] == 1 else numbered(rule, seen[rule.id]))
    return tuple(found)


def left_out(parse: Parse) -> tuple[Issue, ...]:
    """An issue for each sentence that is too long to be read for rules."""
    long = [sentence for sentence in parse.doc.sents if len(sentence) > LONGEST_SENTENCE]
    return tuple(issue(parse, sentence) for sentence in long)


def issue(parse: Parse, sentence: Tokens) -> Issue:
    """What is said of one such sentence."""
    start, end = parse.in_page(sentence.start_char, sentence.end_char)
    what = f"{parse.page.file}: a sentence of {len(sentence)} words is not read for rules, the most is {LONGEST_SENTENCE}"
    return Issue(stage="find.rules", what=what, file=parse.page.file, page=parse.page.id, start=start, end=end)


def drafted(parse: Parse) -> list[Draft]:
    """All drafts, those that say most first."""
    sentences = [sentence for sentence in parse.doc.sents if len(sentence) <= LONGEST_SENTENCE]
    tokens = [token for sentence in sentences for token in sentence]
    return [
        *completed(joined(tokens)),
        *said_with_verbs(tokens),
        *opened(sentences),
        *ends_named(tokens),
        *roots_named(tokens),
        *meant(tokens),
        *purposed(tokens),
        *expectations(tokens),
    ]


def completed(drafts: Iterable[Draft]) -> list[Draft]:
    """A condition said as a sentence of its own («And if it is cheap enough.») takes the outcome of the condition before."""
    complete: list[Draft] = []
    for draft in drafts:
        if draft.kind == "conditional" and not draft.outcome and complete and complete[-1].kind == "conditional":
            last = complete[-1]
            complete.append(replace(draft, outcome=last.outcome, strength=last.strength, default=last.default))
        else:
            complete.append(draft)
    return complete


def says(parse: Parse, side: tuple[int, ...]) -> bool:
    """False for a side without a word that names or tells anything: «definitely»."""
    return any(parse.doc[index].pos_ not in EMPTY for index in side)


def distinct(parse: Parse, drafts: Iterable[Draft]) -> list[Draft]:
    """The drafts with all sides they need, without expectations that are a part of a rule already there."""
    kept: list[Draft] = []
    covered: set[int] = set()
    for draft in drafts:
        bare = draft.kind == "prediction" and not draft.condition
        if (
            not says(parse, draft.outcome)
            or not (says(parse, draft.condition) or (bare and not draft.condition))
            or (set(draft.cue) <= covered and draft.strength)
        ):
            continue
        kept.append(draft)
        if draft.kind == "purpose":
            covered.update(draft.outcome)
        elif draft.strength or draft.kind in {"conditional", "counterfactual"}:
            covered.update(draft.tokens)
    return kept


def record(parse: Parse, said: Voices, draft: Draft) -> Rule:
    """The finding of one draft; its citation runs from its first word to its last."""
    doc = parse.doc
    first, last = doc[draft.tokens[0]], doc[draft.tokens[-1]]
    low, high = first.idx, last.idx + len(last)
    condition, outcome = page_spans(parse, draft.condition), page_spans(parse, draft.outcome)
    cited = parse.cite(low, high)
    standing = standing_of(said, (cited.start, cited.end), outcome if draft.kind in {"prediction", "conditional"} else ())
    return Rule(
        id=place_id("rule", parse.page.id, cited.start, cited.end),
        article=parse.article.id,
        cited=cited,
        sentence=parse.sentence(low, high),
        voice=standing.voice,
        status=standing.status_of(draft.status),
        negated=draft.negated,
        hedge=draft.hedge or (draft.strength if draft.default else ""),
        rule=draft.kind,
        if_text=quoted(parse, condition),
        if_spans=condition,
        then_text=quoted(parse, outcome),
        then_spans=outcome,
        strength=draft.strength,
        default=draft.default,
    )


def dated(rule: Rule, dates: tuple[Date, ...]) -> list[Date]:
    """The resolved dates inside what is said to follow."""
    inside = (date for date in dates if any(low <= date.cited.start and date.cited.end <= high for low, high in rule.then_spans))
    return [date for date in inside if date.high and date.kind == "date"]


def termed(rule: Rule, dates: tuple[Date, ...]) -> Rule:
    """The prediction with its term, «by the end of May», when one is said."""
    terms = dated(rule, dates) if rule.rule in {"prediction", "conditional"} else []
    return structs.replace(rule, by_when=max(date.high for date in terms)) if terms else rule


def looks_back(rule: Rule, dates: tuple[Date, ...], published_on: str) -> bool:
    """True for a bare prediction about a day before the article: «in 1999 the strikes will sweep the coast» tells the past."""
    if rule.rule != "prediction" or rule.if_spans or len(published_on) < 4:
        return False
    terms = dated(rule, dates)
    return bool(terms) and all(date.high[: len(published_on)] < published_on for date in terms)


def standing_of(said: Voices, cited: Span, outcome: tuple[Span, ...]) -> Standing:
    """On whose word the whole rule stands, or what is expected when only that is somebody's speech: «do not rule out a drop»."""
    whole = said.at(*cited)
    return whole if whole.statement is not None or not outcome else said.at(outcome[0][0], outcome[-1][1])


def quoted(parse: Parse, spans: tuple[Span, ...]) -> str:
    """The words of a side; «…» stands for what lies between two pieces."""
    return " … ".join(parse.page.text[low:high] for low, high in spans)


def numbered(rule: Rule, number: int) -> Rule:
    """The rule with the number that tells it from others of the same place."""
    return structs.replace(rule, id=f"{rule.id}-{number}")
