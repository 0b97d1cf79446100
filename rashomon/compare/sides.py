"""Comparisons and their sides, put together from tellings: one place where answers, voices and origins are added up."""

import hashlib
from collections.abc import Iterable, Sequence

from rashomon.compare.independence import Telling, origins
from rashomon.records import Comparison, Side, Verdict


def side(answer: str, told: Iterable[Telling]) -> Side:
    """One answer and everybody who gives it, in the order of their findings."""
    ordered = sorted(told, key=lambda telling: telling.finding.id)
    return Side(
        answer=answer,
        findings=unique(telling.finding.id for telling in ordered),
        outlets=unique(telling.outlet for telling in ordered),
        voices=tuple(sorted({telling.finding.voice for telling in ordered})),
        origins=origins(ordered),
    )


def unique(values: Iterable[str]) -> tuple[str, ...]:
    """The values, each once, sorted."""
    return tuple(sorted(set(values)))


def comparison(
    kind: str, about: str, question: str, answers: Sequence[tuple[str, Sequence[Telling]]], *, verdict: Verdict, why: str
) -> Comparison:
    """A comparison of answers; its id comes from its kind and its findings, so that it outlives a change in the wording."""
    sides = tuple(side(answer, told) for answer, told in answers)
    findings = sorted({finding for one in sides for finding in one.findings})
    return Comparison(
        id=f"comparison-{digest(kind, *findings)}",
        kind=kind,
        about=about,
        question=question,
        sides=sides,
        verdict=verdict,
        why=why,
        independent_origins=origins(telling for _, told in answers for telling in told),
    )


def digest(*parts: str) -> str:
    """Sixteen hexadecimal digits that stand for the parts."""
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]


def answer_of(told: Sequence[Telling]) -> str:
    """The words of the first telling, in the order of outlets and places, as the answer of its side."""
    first = min(told, key=lambda telling: (telling.outlet, telling.finding.id))
    return " ".join(first.finding.cited.quote.split())
