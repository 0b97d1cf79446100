"""Rival reasons for one thing: what caused it, who is answerable for it, what it is for, as one question with its answers."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rashomon.compare.accounts import Account, Told, content_words, families_of, is_form
from rashomon.compare.deed_words import base_form
from rashomon.compare.explanations import additive, answers_of, quoted
from rashomon.compare.independence import Telling, one_affair, teller
from rashomon.compare.lexicon import aim_families, frequent_occurrences, generic_words, occurrences, occurring_verbs, things
from rashomon.compare.matching import days_between
from rashomon.compare.reason_forms import Reason, reasons
from rashomon.compare.sides import comparison
from rashomon.records import Claim, Comparison, Finding, Found, Mention, Page, Span, Verdict

HELD = frozenset({"stated", "reported", "alleged"})
QUESTIONS = {
    "cause": "What caused {what}?",
    "responsibility": "Who is answerable for {what}?",
    "aim": "What is {what} for?",
}
MISHAPS = frozenset({"explosion", "fire", "crash", "sinking", "collapse", "flood", "outage", "death"})
PERSONAL = frozenset({"death", "resignation"})  # befall somebody
GENERAL = frozenset({"disaster", "tragedy", "catastrophe", "accident", "loss", "failure", "incident", "affair", "event"})
CONTRASTS = tuple(
    frozenset(words.split())
    for words in ("upper lower", "north south east west northern southern eastern western", "first second third", "new old")
)
ENOUGH = 0.5  # of the words of the shorter of two aims' things must be in common; set by hand on own pairs
NAME = re.compile(r"\b[A-Z]\w+")
NUMBER = re.compile(r"\b\d+\b")
ALIKE_DAYS = 31  # between two dates of one thing
MOST = 200  # reasons under one word that are set side by side
PARTICLES = frozenset(  # in common by chance
    "out up off down away back one two year day people reason ground grounds cause purpose aim jail prison hospital".split()
)
RANKS = frozenset({"deputy", "vice", "assistant", "acting", "former"})  # «the minister» is not «the deputy minister»
BY_CHANCE = PARTICLES - {"people"}
PLACED = re.compile(r" (?:in|at|near|outside|off) (?:the )?[A-Z][\w-]+(?: [\w-]+)?$")  # «typhoid in Kaya jail»


@dataclass(frozen=True, slots=True)
class Matter:
    """What is explained, as far as it can be compared, and the reason given."""

    kind: str  # "cause", "responsibility" or "aim"
    kinds: frozenset[str]  # occurrences it may be
    words: frozenset[str]
    names: frozenset[str]
    numbers: frozenset[str]
    actors: frozenset[str]
    account: Account
    sole: bool
    persons: bool  # the answer is a person

    @property
    def claim(self) -> Finding:
        """The finding that gives the reason."""
        return self.account.telling.finding


@dataclass(frozen=True, slots=True)
class Setting:
    """Where the reasons of an article stand."""

    page: Page
    mentions: Sequence[Mention]
    actors: Mapping[str, str]

    def matter(self, reason: Reason, telling: Telling, verbs: frozenset[str]) -> Matter:
        """A reason laid out for comparison; ``verbs`` are those of what is explained."""
        named, answer = (self.page.text[slice(*span)] for span in (reason.what, reason.why))
        words, mine, kind = content_words(named), content_words(PLACED.sub("", answer)), reason.kind
        by = within(self.mentions, reason.why)
        stems = {base_form(piece) for verb in verbs for piece in verb.split()}
        return Matter(
            kind=kind,
            kinds=frozenset(kind_of(word) for word in words | verbs) - {""},
            words=frozenset(things().get(word, word) for word in words if kind == "aim" or base_form(word) not in stems),
            names=frozenset(name.lower() for name in (*NAME.findall(named)[1:], *capitals_of(named))) - generic_words(),
            numbers=frozenset(NUMBER.findall(named)),
            actors=self.keys(within(self.mentions, reason.what)),
            account=Account(
                told=Told(kind, "", " ".join(named.split()), " ".join(answer.split()), "", telling),
                where=frozenset(),
                sure=True,
                words=mine,
                actors=self.keys(by) if kind == "responsibility" else frozenset(),
                families=families_of(answer, mine, aim_families() if kind == "aim" else ()),
            ),
            sole=reason.sole,
            persons=any(one.type == "person" and one.form == "name" for one in by),
        )

    def keys(self, mentions: Iterable[Mention]) -> frozenset[str]:
        """The actors that mentions mean."""
        return frozenset(self.actors.get(one.actor, one.actor) for one in mentions if one.actor)


def rival_reasons(
    founds: Sequence[Found],
    pages: Mapping[str, Page],
    actors: Mapping[str, str],
    groups: Mapping[str, str],
    copies: Mapping[str, str],
) -> tuple[Comparison, ...]:
    """One comparison for each thing that two articles give reasons for."""
    listed = [matter for found in founds for matter in matters(found, pages[found.article.page], actors, copies)]
    return tuple(one for same in clustered(listed) if (one := told(same)) is not None)


def matters(found: Found, page: Page, actors: Mapping[str, str], copies: Mapping[str, str]) -> Iterator[Matter]:
    """The reasons that an article gives."""
    by_sentence: dict[Span, list[Claim]] = {}
    for claim in found.claims:
        by_sentence.setdefault(claim.sentence, []).append(claim)
    setting = Setting(page, found.mentions, actors)
    tell = teller(found, actors, copies.get(found.article.id, found.article.id))
    for sentence, claims in sorted(by_sentence.items()):
        for reason in reasons(page.text, *sentence):
            told_by = [(overlap(one.cited.start, one.cited.end, (reason.what, reason.why)), one.id, one) for one in claims]
            verbs = frozenset(one.verb for one in claims if overlap(one.cited.start, one.cited.end, (reason.what,)))
            one = setting.matter(reason, tell(max(told_by)[2]), verbs)
            if one.account.families or not reason.loose:
                yield one
    for rule in found.rules:
        if rule.rule == "purpose" and rule.status in HELD and not rule.negated and rule.if_spans and rule.then_spans:
            purpose = Reason("aim", rule.if_spans[0], rule.then_spans[-1], sole=False)
            yield setting.matter(purpose, tell(rule), frozenset())


def overlap(start: int, end: int, spans: Iterable[Span]) -> int:
    """The characters that a stretch has in common with some spans."""
    return sum(max(0, min(end, high) - max(start, low)) for low, high in spans)


def capitals_of(named: str) -> list[str]:
    """The first word of a phrase where a second capital shows that it is a name: «Bah Brewers», not «The fire»."""
    first = named.split()[:2]
    return first[:1] if len(first) == 2 and NAME.findall(named)[:2] == first else []


def within(mentions: Sequence[Mention], span: Span) -> list[Mention]:
    """The mentions inside a span."""
    return [one for one in mentions if span[0] <= one.cited.start and one.cited.end <= span[1]]


def kind_of(word: str) -> str:
    """The occurrence that a noun or verb means; empty for others."""
    known = frequent_occurrences() | occurring_verbs()
    verb = next((known[stem] for stem in (word, word.removesuffix("d"), word.removesuffix("ed")) if stem in known), "")
    return "mishap" if word in GENERAL else occurrences().get(word, verb)


def clustered(listed: Sequence[Matter]) -> Iterator[list[Matter]]:
    """The reasons for one thing, each group once: those that match its first member."""
    held: dict[tuple[str, str], list[int]] = {}
    taken: set[int] = set()
    for number, one in enumerate(listed):
        for key in sorted(one.kinds | one.words | one.names | one.actors):
            held.setdefault((question_of(one), key), []).append(number)
    for number, one in enumerate(listed):
        near = {other for key in one.kinds | one.words | one.names | one.actors for other in held[question_of(one), key][:MOST]}
        same = [other for other in sorted(near) if other > number and other not in taken and one_matter(one, listed[other])]
        if number not in taken and same:
            taken.update((number, *same))
            yield [one, *(listed[other] for other in same)]


def question_of(one: Matter) -> str:
    """Causes and those answerable are answers to one question."""
    return "aim" if one.kind == "aim" else "cause"


def one_matter(left: Matter, right: Matter) -> bool:
    """Both are about one thing: of one kind, under no other name or number, told in one affair at one time."""
    if left.names and right.names and not left.names & right.names:
        return False
    if left.numbers and right.numbers and not left.numbers & right.numbers:
        return False
    if any(left.words & pair != right.words & pair and left.words & pair and right.words & pair for pair in CONTRASTS):
        return False
    if not of_one_kind(left, right) or not one_affair(left.account.telling, right.account.telling):
        return False
    return of_one_time(left, right)


def of_one_kind(left: Matter, right: Matter) -> bool:
    """The same occurrence or thing; of two aims enough words must be in common."""
    named = bool(left.names & right.names or left.actors & right.actors)
    shared, whom = left.words & right.words, left.names | right.names
    if left.kind == "aim":
        fewest = min(len(left.words), len(right.words))
        alone = bool(shared - whom) if named else left.words <= right.words or right.words <= left.words
        return len(shared) >= ENOUGH * fewest and (alone or len(shared - whom) > 1)
    common = left.kinds & right.kinds
    if torn(left, right, common):
        return False
    kinds = common - set(frequent_occurrences().values()) or (
        "mishap" in left.kinds | right.kinds and (left.kinds | right.kinds) & MISHAPS
    )
    beyond = shared - whom or not (left.words - whom and right.words - whom)
    return bool(
        kinds
        or (common and shared - whom)
        or (shared and named and beyond)
        or len(shared) > 1
        or (shared and fewest_words(left, right) == 1)
    )


def torn(left: Matter, right: Matter, common: frozenset[str]) -> bool:
    """What is explained has only in common that people died of it, or comes often and was done to two different things."""
    if common == {"death"} and left.kinds - common and right.kinds - common:
        return True
    mine, others = (frozenset(word for word in one.words if not kind_of(word)) - BY_CHANCE for one in (left, right))
    if common & PERSONAL and not left.names & right.names:
        return left.words & RANKS != right.words & RANKS or bool(mine - others and others - mine)
    whom = left.names | right.names
    often = common & {"attack", *frequent_occurrences().values()}
    return bool(often and mine - others - whom and others - mine - whom)


def fewest_words(left: Matter, right: Matter) -> int:
    """The words of the shorter."""
    return min(len(left.words), len(right.words))


def of_one_time(left: Matter, right: Matter) -> bool:
    """Their dates, where both have one, are of one month; their days of telling of one year."""
    lows = [one.claim.low if isinstance(one.claim, Claim) else "" for one in (left, right)]
    days = [one.account.telling.article.published_on for one in (left, right)]
    gap, told_gap = days_between(*lows), days_between(*days)
    return (gap is None or abs(gap) <= ALIKE_DAYS) and (told_gap is None or abs(told_gap) <= 366)


def told(same: Sequence[Matter]) -> Comparison | None:
    """The question with its answers; None when one article gives them all."""
    if len({one.account.telling.article.id for one in same}) < 2:
        return None
    by_account = {id(one.account): one for one in same}
    answers = [[by_account[id(account)] for account in answer] for answer in answers_of(one.account for one in same)]
    verdict, why = verdict_of(answers)
    if verdict == "differs in detail" and not all(surely_one(same[0], other) for other in same[1:]):
        return None
    kinds = {one.kind for one in same}
    kind = "responsibility" if kinds == {"responsibility"} else "aim" if "aim" in kinds else "cause"
    shortest = min((one.account.told.named for one in same), key=lambda named: (len(named), named))
    sides = [(quoted([one.account for one in answer]), [one.account.telling for one in answer]) for answer in answers]
    return comparison(kind, shortest, QUESTIONS[kind].format(what=shortest), sides, verdict=verdict, why=why)


def surely_one(left: Matter, right: Matter) -> bool:
    """The thing has a name or two words in common besides whom it names: «the trip» of one may not be «the trip» of another."""
    whom = left.names | right.names
    return bool(left.names & right.names and left.words & right.words - whom) or len(left.words & right.words - whom) > 1


def verdict_of(answers: Sequence[Sequence[Matter]]) -> tuple[Verdict, str]:
    """Whether the answers exclude each other, and why."""
    if len(answers) == 1:
        return "agrees", "All tellings give the same reason."
    if any(rivals(left, right) for number, left in enumerate(answers) for right in answers[:number]):
        return "conflicts", f"{len(answers)} answers are given to the same question."
    return "differs in detail", "The reasons are worded differently, and nothing says that one excludes the other."


def rivals(left: Sequence[Matter], right: Sequence[Matter]) -> bool:
    """Two answers that do not go together, on different words."""
    voices = [{one.claim.voice for one in side} for side in (left, right)]
    if voices[0] == voices[1] or any(additive(one.account.telling) for one in (*left, *right)):
        return False
    if any(alike(one, other) for one in left for other in right):
        return False
    if any(one.sole for one in (*left, *right)):
        return True
    if all(one.kind == "responsibility" for one in (*left, *right)):
        return left[0].persons == right[0].persons
    families = [frozenset().union(*(one.account.families for one in side)) for side in (left, right)]
    return bool(families[0] and families[1] and not families[0] & families[1])


def alike(one: Matter, other: Matter) -> bool:
    """The answers share a word, whatever its ending."""
    mine, others = one.account.words - one.words - PARTICLES, other.account.words - other.words
    return any(is_form(word, others) or any(is_form(far, frozenset({word})) for far in others) for word in mine)
