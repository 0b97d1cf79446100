"""The summary of a case on the terminal: what conflicts first, then how much of everything there is."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from rashomon.case.lines import fresh, safe, shortened
from rashomon.case.show import show
from rashomon.store import query

FINDINGS = ("mentions", "statements", "attitudes", "distanced words", "events", "figures", "ties", "rules")
SHOWN = 12  # conflicts on the first screen; how many more there are is said


def summary(case: Path) -> str:
    """A screen of text: conflicts, pages, articles and outlets, what was dropped, findings by status, issues."""
    counts = list(query(case, "summary"))
    unread = issues([row["what"] for row in show(case, "issues")])
    parts = (conflicts(list(show(case, "conflicts"))), pages(counts), dropped(counts), findings(counts), unread)
    return safe("\n".join(part for part in parts if part))


def conflicts(found: Sequence[dict[str, Any]]) -> str:
    """The conflicts, a question and its answers each."""
    if not found:
        return "No conflicts found.\n"
    news = sum(1 for conflict in found if fresh(conflict))
    lines = [f"{len(found)} conflicts" + (f", {news} new since the last run" if news else ""), ""]
    for conflict in found[:SHOWN]:
        lines.append(f"  {fresh(conflict)}{conflict['question']}")
        lines.extend(f"    · {shortened(side['answer'])}  — {', '.join(side['outlets'])}" for side in conflict["sides"])
    if len(found) > SHOWN:
        lines.append(f"  … and {len(found) - SHOWN} more: rashomon show DIR conflicts")
    return "\n".join([*lines, ""])


def of(counts: Iterable[dict[str, Any]], what: str) -> dict[str, int]:
    """Sort -> how many, for one line of the summary, most first."""
    rows = [(row["sort"], row["many"]) for row in counts if row["what"] == what and row["many"]]
    return dict(sorted(rows, key=lambda row: (-row[1], row[0])))


def pages(counts: Sequence[dict[str, Any]]) -> str:
    """Pages, articles, outlets and copies."""
    whats = ("pages", "articles", "outlets", "articles without a known outlet", "copies")
    return ", ".join(f"{sum(of(counts, what).values())} {what}" for what in whats)


def dropped(counts: Sequence[dict[str, Any]]) -> str:
    """What was dropped, by reason."""
    reasons = of(counts, "dropped")
    return f"dropped: {sum(reasons.values())} stretches ({listed(reasons)})" if reasons else "dropped: nothing"


def findings(counts: Sequence[dict[str, Any]]) -> str:
    """Findings by kind and status."""
    by_kind = ((what, of(counts, what)) for what in FINDINGS)
    return "\n".join(f"{what}: {sum(statuses.values())} ({listed(statuses)})" for what, statuses in by_kind if statuses)


def issues(whats: Sequence[str]) -> str:
    """What could not be handled, a line each, and how many more there are."""
    more = f"  … and {len(whats) - SHOWN} more: rashomon show DIR issues" if len(whats) > SHOWN else ""
    return (
        "\n".join([f"issues: {len(whats)}", *(f"  {what}" for what in whats[:SHOWN]), *([more] if more else [])]) if whats else ""
    )


def listed(sorts: dict[str, int]) -> str:
    """«12 stated, 3 alleged»."""
    return ", ".join(f"{many} {sort}" for sort, many in sorts.items())
