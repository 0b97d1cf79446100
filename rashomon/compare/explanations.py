"""Rival explanations: the causes and aims given for one occurrence, as one question with its answers by voice, quoted."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from rashomon.compare.accounts import Account, accounts
from rashomon.compare.independence import Telling, one_affair
from rashomon.compare.sides import answer_of, comparison
from rashomon.gazetteer import gazetteer
from rashomon.records import Comparison, Found, Page, Verdict

QUESTIONS = {"cause": "What caused {what}?", "aim": "At whom or what was {what} aimed?"}
SURE = 3  # what an account that names its place counts for against one that only stands near it
SHARED = 0.5  # of the words of the shorter answer: beyond it two answers are one; set by hand on own pairs (quality/pairs)
ADDITIVE = ("one of the", "among the causes", "among the reasons", "partly", "in part ", "a factor", "contributed to")


def explanations(
    founds: Sequence[Found],
    pages: Mapping[str, Page],
    actors: Mapping[str, str],
    groups: Mapping[str, str],
    copies: Mapping[str, str],
) -> tuple[Comparison, ...]:
    """One comparison for each occurrence that is explained by two tellings at least."""
    told: dict[tuple[str, str], list[Account]] = {}
    for found in founds:
        copied = copies.get(found.article.id, found.article.id)
        for account in accounts(found, pages[found.article.page], actors, copied):
            told.setdefault((account.told.kind, account.told.occurrence), []).append(account)
    return tuple(one for _, listed in sorted(told.items()) for one in compared(listed))


def compared(listed: Sequence[Account]) -> Iterator[Comparison]:
    """The comparisons of accounts of one kind of occurrence, one for each occurrence told apart by place and year."""
    for same in occasions(listed):
        answers = answers_of(same)
        if len({account.telling.finding.id for account in same}) > 1:
            yield told(same, answers)


def occasions(listed: Sequence[Account]) -> Iterator[list[Account]]:
    """The accounts by place; within one place, years keep dated accounts apart, undated ones go with the year most told."""
    named = Counter(place for account in listed for place in account.where for _ in range(SURE if account.sure else 1))
    by_place: dict[str, list[Account]] = {}
    for account in listed:
        by_place.setdefault(place_of(account, named), []).append(account)
    for _, here in sorted(by_place.items()):
        years = sorted({account.told.year for account in here if account.told.year})
        usual = max(years, key=lambda year: sum(account.told.year == year for account in here), default="")
        for year in years or [""]:
            same = [account for account in here if (account.told.year or usual) == year]
            seed = max(same, key=lambda account: (account.sure, account.telling.finding.id), default=None)
            yield [account for account in same if seed is not None and one_affair(account.telling, seed.telling)]


def place_of(account: Account, named: Mapping[str, int]) -> str:
    """The place under which an account is filed: of its places the one that most accounts name."""
    return min(account.where, key=lambda place: (-named.get(place, 0), place), default="")


def answers_of(same: Iterable[Account]) -> list[list[Account]]:
    """The accounts by answer: one that shares the words or the actors of an earlier answer joins it."""
    answers: list[list[Account]] = []
    for account in sorted(same, key=lambda one: (-len(one.words), one.telling.finding.id)):
        fitting = next((answer for answer in answers if any(one_answer(account, other) for other in answer)), None)
        if fitting is None:
            answers.append([account])
        else:
            fitting.append(account)
    return sorted(answers, key=lambda answer: (-len(answer), answer[0].telling.finding.id))


def one_answer(left: Account, right: Account) -> bool:
    """Both name the same: the same actors, or half of the words of the shorter."""
    if left.nobody or right.nobody:
        return left.nobody and right.nobody
    if left.actors and right.actors:
        return bool(left.actors & right.actors)
    shorter = min(len(left.words), len(right.words))
    return shorter > 0 and len(left.words & right.words) / shorter > SHARED


def told(same: Sequence[Account], answers: Sequence[Sequence[Account]]) -> Comparison:
    """The question with its answers."""
    kind = same[0].told.kind
    shortest = min((account.told.named for account in same), key=lambda named: (len(named), named))
    verdict, why = verdict_of(kind, answers)
    sides = [(quoted(answer), [account.telling for account in answer]) for answer in answers]
    what = shortest + (when_and_where(shortest, same) if kind == "cause" else "")
    return comparison(kind, shortest, QUESTIONS[kind].format(what=what), sides, verdict=verdict, why=why)


def when_and_where(named: str, same: Sequence[Account]) -> str:
    """What the name of an occurrence leaves out and all who say it agree on: « in Kenya in 2022»."""
    years = {account.told.year for account in same if account.told.year}
    codes = {place for account in same if account.sure for place in account.where if f"state:{place}" in gazetteer().actors}
    lands = [gazetteer().actors[f"state:{code}"].name for code in sorted(codes)] if len(codes) == 1 else []
    parts = [f" in {part}" for part in (*lands, *(years if len(years) == 1 else ())) if part not in named]
    return "".join(parts)


def quoted(answer: Sequence[Account]) -> str:
    """The answer in the words of its fullest telling."""
    first = min(answer, key=lambda account: (-len(account.words), account.telling.outlet, account.telling.finding.id))
    return " ".join(first.told.answer.split()) or answer_of([first.telling])


def verdict_of(kind: str, answers: Sequence[Sequence[Account]]) -> tuple[Verdict, str]:
    """Whether the answers exclude each other, and why."""
    if len(answers) == 1:
        return "agrees", "All tellings give the same explanation."
    if any(rivals(kind, left, right) for number, left in enumerate(answers) for right in answers[:number]):
        return "conflicts", f"{len(answers)} accounts explain the same thing differently."
    return "differs in detail", "The explanations are worded differently, and nothing says that one excludes the other."


def rivals(kind: str, left: Sequence[Account], right: Sequence[Account]) -> bool:
    """Two answers that do not go together: other targets, or causes of other families, on different words."""
    if {account.telling.finding.voice for account in left} == {account.telling.finding.voice for account in right}:
        return False
    if any(additive(account.telling) for account in (*left, *right)):
        return False
    if kind == "aim":
        return all(account.actors or account.nobody for account in (*left, *right))
    families = [frozenset().union(*(account.families for account in side)) for side in (left, right)]
    if families[0] and families[1]:
        return not families[0] & families[1]
    return all(account.actors for account in (*left, *right))


def additive(telling: Telling) -> bool:
    """The telling says itself that there is more to it: «one of the causes»."""
    quote = telling.finding.cited.quote.lower()
    return any(words in quote for words in ADDITIVE)
