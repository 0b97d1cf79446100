"""A person's judgement: it outranks the stages, survives a re-read, and is undone by another."""

import re
import typing
from pathlib import Path

import msgspec

from rashomon.case.read import judgements, refresh
from rashomon.compare.sources import is_grade
from rashomon.records import VERDICTS, Judgement, Verdict
from rashomon.store import CaseError, query, replace

NUMBER = re.compile(r"0(\.\d+)?|1(\.0+)?")  # a probability that a person gives to a forecast


class JudgementError(CaseError):
    """A judgement about things that the case does not hold, or with a word that is no verdict."""


def judge(case: Path, left: str, verdict: str, right: str, why: str) -> Judgement:
    """Append one judgement and bring the case up to date.

    ``left`` and ``right`` are actor keys, finding ids or article ids; to grade an outlet, ``left`` is its name, the verdict
    ``grade`` and ``right`` an Admiralty grade («B2»).  Raises JudgementError and CaseError.
    """
    check(case, left, verdict, right)
    held = judgements(case)
    number = len(held) + 1
    made = Judgement(
        id=f"judgement-{number}",
        left=left,
        right=right,
        verdict=typing.cast(Verdict, verdict),
        by="person",
        why=why,
        number=number,
    )
    replace(case / "judgements.jsonl", b"".join(msgspec.json.encode(judgement) + b"\n" for judgement in [*held, made]))
    refresh(case)
    return made


def check(case: Path, left: str, verdict: str, right: str) -> None:
    """Raise JudgementError when the judgement speaks of nothing in the case."""
    if verdict not in VERDICTS:
        raise JudgementError(f"{verdict}: no verdict; one of {', '.join(VERDICTS)}")
    forecast = left.startswith("rule-")
    if verdict == "grade" and not (NUMBER.fullmatch(right) if forecast else is_grade(right)):
        what = "a number from 0 to 1 for a forecast" if forecast else "a letter A–F for the source and a number 1–6, «B2»"
        raise JudgementError(f"{right}: no grade; {what}")
    known = {row["id"] for row in query(case, "ids")}
    for thing in (left,) if verdict == "grade" else (left, right):
        if thing not in known:
            raise JudgementError(f"{thing}: not in this case; ids stand in «rashomon show {case} KIND --json»")
