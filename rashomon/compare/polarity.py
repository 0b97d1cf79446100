"""Did or did not, helps or refuses to help, is or is not: propositions that one telling affirms and another denies."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product

from rashomon.compare.independence import Telling, tellings
from rashomon.compare.matching import same_deed
from rashomon.compare.propositions import Proposition, propositions
from rashomon.compare.sides import answer_of, comparison
from rashomon.records import Comparison, Found, Page

Place = tuple[str, str, str]
Buckets = dict[Place, tuple[list[Proposition], list[Proposition]]]
MOST_PAIRS = 250_000  # of one bucket; beyond it the bucket is reported whole, as unsure


def polarity(
    founds: Sequence[Found],
    pages: Mapping[str, Page],
    actors: Mapping[str, str],
    groups: Mapping[str, str],
    copies: Mapping[str, str],
) -> tuple[Comparison, ...]:
    """Every proposition that is both affirmed and denied; one comparison for each set of tellings that belong together."""
    filled = buckets(propositions(tellings(founds, "claims", actors, copies), actors))
    crowded = [both for _, both in sorted(filled.items()) if len(both[0]) * len(both[1]) > MOST_PAIRS]
    clashes: dict[str, dict[str, tuple[Proposition, Proposition]]] = {}
    for _, (done, denied) in sorted(filled.items()):
        for yes, no in product(done, denied) if len(done) * len(denied) <= MOST_PAIRS else ():
            if is_clash(yes, no):
                clashes.setdefault(no.claim.id, {}).setdefault(yes.claim.id, (yes, no))
    return (*(told(yes, no) for yes, no in together(clashes)), *(crowd(done, denied) for done, denied in crowded))


def buckets(read: Iterable[Proposition]) -> Buckets:
    """Propositions by deed and doer, and by deed and target, affirmed and denied apart; only where there are both."""
    filled: Buckets = {}
    for proposition in read:
        for place in places(proposition):
            filled.setdefault(place, ([], []))[0 if proposition.done else 1].append(proposition)
    return {place: both for place, both in filled.items() if both[0] and both[1]}


def places(proposition: Proposition) -> Iterator[Place]:
    """Where a proposition is looked for; a denial without a doer is compared with every doer's deed on that target."""
    doer, target, telling = proposition.doer, proposition.target, proposition.telling
    if doer is not None:
        yield from ((proposition.deed, "doer", key) for key in doer.files(telling, proposition.hints))
    if target is not None and (proposition.done or doer is None):
        yield from ((proposition.deed, "target", key) for key in target.files(telling, proposition.hints))


def is_clash(done: Proposition, denied: Proposition) -> bool:
    """The same deed, on different words: nobody is set against himself within one article."""
    same_word = done.claim.article == denied.claim.article and done.claim.voice == denied.claim.voice
    return not same_word and done.claim.id != denied.claim.id and same_deed(done, denied)


def together(
    clashes: Mapping[str, Mapping[str, tuple[Proposition, Proposition]]],
) -> Iterator[tuple[list[Proposition], list[Proposition]]]:
    """Denials of just the same tellings make one side."""
    sides: dict[frozenset[str], list[str]] = {}
    for denial, affirmed in sorted(clashes.items()):
        sides.setdefault(frozenset(affirmed), []).append(denial)
    for denials in sides.values():
        pairs = clashes[denials[0]]
        yield [pairs[yes][0] for yes in sorted(pairs)], [min(clashes[denial].items())[1][1] for denial in denials]


def told(yes: Sequence[Proposition], no: Sequence[Proposition]) -> Comparison:
    """The comparison of those who affirm and those who deny."""
    left, right = [one.telling for one in yes], [one.telling for one in no]
    about = f"{subject_of(no) or subject_of(yes)}: {no[0].deed}"
    answers = ((answer_of(left), left), (answer_of(right), right))
    return comparison(kind_of(yes, no), about, question(yes), answers, verdict="conflicts", why=reason(yes, no))


def kind_of(yes: Sequence[Proposition], no: Sequence[Proposition]) -> str:
    """«status» where the denial is somebody's denial of what the others state or allege; else did against did not."""
    denied = all(one.claim.status == "denied" for one in no)
    affirmed = any(one.claim.status in ("stated", "alleged") for one in yes)
    return "status" if denied and affirmed else "polarity"


def crowd(done: Sequence[Proposition], denied: Sequence[Proposition]) -> Comparison:
    """Too many tellings to set each against each: said so, with all of them."""
    left, right = [one.telling for one in done], [one.telling for one in denied]
    why = f"{len(done)} tellings affirm and {len(denied)} deny something of this kind: too many to set each against each."
    answers = ((answer_of(left), left), (answer_of(right), right))
    return comparison("polarity", done[0].deed, question(done), answers, verdict="unsure", why=why)


def subject_of(side: Sequence[Proposition]) -> str:
    """The doer as written, of the first telling that names one."""
    return next((one.doer.text for one in side if one.doer is not None), "")


def question(yes: Sequence[Proposition]) -> str:
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
