"""Grades of sources after the Admiralty code (STANAG 2511): a person sets them, the machine only lays out the facts.

Reliability A (completely reliable) to E (unreliable), F cannot be judged; credibility 1 (confirmed by other sources) to
5 (improbable), 6 cannot be judged.  Nobody's grade is raised or lowered by a program: without a person's word it is F6.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rashomon.records import Comparison, Found, Judgement, Page

UNGRADED = "F6"
GRADE = re.compile(r"[A-F][1-6]")  # Admiralty: reliability of the source, credibility of what it says (AJP-2.1)
CORRECTION = re.compile(
    r"^\W*(?:correction|clarification|editor[’']s note|retraction|this (?:article|story) has been (?:corrected|amended))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Grade:
    """The grade of an outlet, and the reason of the person who set it."""

    outlet: str
    grade: str
    why: str


@dataclass(frozen=True, slots=True)
class Facts:
    """What the case holds for and against an outlet: counts, never a grade."""

    outlet: str
    confirmed: int  # things it tells that another, independent origin tells alike
    contradicted: int  # things it tells that another outlet tells otherwise
    corrections: int  # paragraphs in which it corrects itself


def is_grade(text: str) -> bool:
    """«B2» is a grade, «G1» and «B» are none."""
    return GRADE.fullmatch(text) is not None


def spoken(facts: Facts) -> str:
    """The facts in words: «told alike by an independent origin 3 times, otherwise by another outlet once, …»."""
    return (
        f"told alike by an independent origin {times(facts.confirmed)}, otherwise by another outlet {times(facts.contradicted)}, "
        f"corrects itself {times(facts.corrections)}"
    )


def times(count: int) -> str:
    """«never», «once», «3 times»."""
    return ("never", "once")[count] if count < 2 else f"{count} times"


def grades(outlets: Iterable[str], judgements: Sequence[Judgement]) -> tuple[Grade, ...]:
    """The grade of every outlet: the last that a person set (left: the outlet, right: the grade), else F6."""
    said = [one for one in judgements if one.verdict == "grade" and is_grade(one.right)]
    held = {one.left: one for one in sorted(said, key=lambda one: one.number)}
    return tuple(
        Grade(outlet, held[outlet].right, held[outlet].why) if outlet in held else Grade(outlet, UNGRADED, "")
        for outlet in sorted(set(outlets))
    )


def facts(founds: Sequence[Found], pages: Mapping[str, Page], comparisons: Sequence[Comparison]) -> tuple[Facts, ...]:
    """The facts about every known outlet of a case."""
    outlets = sorted({found.article.outlet for found in founds if found.article.outlet})
    confirmed, contradicted = dict.fromkeys(outlets, 0), dict.fromkeys(outlets, 0)
    for one in comparisons:
        for outlet in {outlet for side in one.sides for outlet in side.outlets} & confirmed.keys():
            confirmed[outlet] += any(outlet in side.outlets and side.origins > 1 for side in one.sides)
            contradicted[outlet] += one.verdict == "conflicts" and any(outlet not in side.outlets for side in one.sides)
    return tuple(Facts(outlet, confirmed[outlet], contradicted[outlet], corrections(outlet, founds, pages)) for outlet in outlets)


def corrections(outlet: str, founds: Sequence[Found], pages: Mapping[str, Page]) -> int:
    """The paragraphs of an outlet's articles that begin as a correction."""
    return sum(
        CORRECTION.match(pages[found.article.page].text[low:high]) is not None
        for found in founds
        if found.article.outlet == outlet
        for low, high in found.article.blocks
    )
