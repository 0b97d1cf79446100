"""Did or did not, helps or refuses to help, is or is not: propositions that one telling affirms and another denies."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product

from rashomon.compare.independence import Telling, tellings
from rashomon.compare.matching import same_deed
from rashomon.compare.propositions import Proposition, propositions
from rashomon.compare.sides import answer_of, comparison
from rashomon.records import Comparison, Found, Page, Verdict

Buckets = dict[tuple[str, str, str], tuple[list[Proposition], list[Proposition]]]
MOST_PAIRS = 250_000  # of one bucket; beyond it the bucket is reported whole, as unsure


def polarity(
    founds: Sequence[Found],
    pages: Mapping[str, Page],
    actors: Mapping[str, str],
    groups: Mapping[str, str],
    copies: Mapping[str, str],
) -> tuple[Comparison, ...]:
    """Every proposition that is both affirmed and denied; one comparison for each set of tellings that belong together."""
    found: dict[str, Comparison] = {}
    for (deed, _, _), (done, denied) in sorted(buckets(propositions(tellings(founds, "claims", actors, copies), actors)).items()):
        for comparison_ in clashes(deed, done, denied):
            found.setdefault(comparison_.id, comparison_)
    return tuple(found.values())


def buckets(read: Iterable[Proposition]) -> Buckets:
    """Propositions by deed and doer, and by deed and target, affirmed and denied apart; only where there are both."""
    filled: Buckets = {}
    for proposition in read:
        for place in places(proposition):
            filled.setdefault(place, ([], []))[0 if proposition.done else 1].append(proposition)
    return {place: both for place, both in filled.items() if both[0] and both[1]}


def places(proposition: Proposition) -> Iterator[tuple[str, str, str]]:
    """Where a proposition is looked for; a denial without a doer is compared with every doer's deed on that target."""
    if proposition.doer is not None:
        yield from ((proposition.deed, "doer", key) for key in sorted(proposition.doer.keys))
    if proposition.target is not None and (proposition.done or proposition.doer is None):
        yield from ((proposition.deed, "target", key) for key in sorted(proposition.target.keys))


def clashes(deed: str, done: Sequence[Proposition], denied: Sequence[Proposition]) -> Iterator[Comparison]:
    """The comparisons of one bucket."""
    if len(done) * len(denied) > MOST_PAIRS:
        why = f"{len(done)} tellings affirm and {len(denied)} deny something of this kind: too many to set side by side"
        yield told(deed, done, denied, "unsure", why)
        return
    pairs = [(left, right) for left, right in product(done, denied) if is_clash(left, right)]
    for yes, no in together(pairs):
        yield told(deed, yes, no, "conflicts", reason(yes, no))


def is_clash(done: Proposition, denied: Proposition) -> bool:
    """The same deed, on different words: nobody is set against himself within one article."""
    same_word = done.claim.article == denied.claim.article and done.claim.voice == denied.claim.voice
    return not same_word and done.claim.id != denied.claim.id and same_deed(done, denied)


def together(pairs: Sequence[tuple[Proposition, Proposition]]) -> Iterator[tuple[list[Proposition], list[Proposition]]]:
    """The pairs joined to sets: tellings that clash with the same telling are on one side."""
    by_denial: dict[frozenset[str], tuple[dict[str, Proposition], dict[str, Proposition]]] = {}
    for denial in sorted({no.claim.id for _, no in pairs}):
        yes = {left.claim.id: left for left, no in pairs if no.claim.id == denial}
        no = next(no for _, no in pairs if no.claim.id == denial)
        by_denial.setdefault(frozenset(yes), (yes, {}))[1][denial] = no
    for affirmed, denials in by_denial.values():
        yield list(affirmed.values()), list(denials.values())


def told(deed: str, yes: Sequence[Proposition], no: Sequence[Proposition], verdict: Verdict, why: str) -> Comparison:
    """The comparison of those who affirm and those who deny."""
    left, right = [one.telling for one in yes], [one.telling for one in no]
    about = f"{subject_of(no) or subject_of(yes)}: {deed}"
    answers = ((answer_of(left), left), (answer_of(right), right))
    return comparison("polarity", about, question(yes, no), answers, verdict=verdict, why=why)


def subject_of(side: Sequence[Proposition]) -> str:
    """The doer as written, of the first telling that names one."""
    return next((one.doer.text for one in side if one.doer is not None), "")


def question(yes: Sequence[Proposition], no: Sequence[Proposition]) -> str:
    """What the two sides answer differently."""
    first = min(yes, key=lambda one: one.claim.id)
    return f"Is it so: “{answer_of([first.telling])}”?"


def reason(yes: Sequence[Proposition], no: Sequence[Proposition]) -> str:
    """Why they conflict, in a sentence."""
    denied = [one for one in no if one.claim.status == "denied"]
    refused = [one for one in no if one.claim.status == "refused"]
    verb = "is denied" if denied else "was refused or left undone" if refused else "is said not to be so"
    return f"What {names(one.telling for one in yes)} affirms {verb} according to {names(one.telling for one in no)}."


def names(told_: Iterable[Telling]) -> str:
    """The outlets of a side, for a sentence."""
    outlets = sorted({telling.outlet for telling in told_})
    return outlets[0] if len(outlets) == 1 else f"{outlets[0]} and {len(outlets) - 1} more"
