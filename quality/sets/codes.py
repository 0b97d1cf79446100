"""Actor codes: the country and the sector of one mention, by the mention at its head.

A context is put behind the mention as a sentence of its own.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from quality.texts import article_of, page_of
from rashomon.find.mentions import mentions
from rashomon.find.parse import Parse, parse
from rashomon.records import Mention

# The set reads «today» and a missing date as "about 2023" (its README); in its development part a president who left in
# September 2022 is a former one and a minister who left in December 2022 is in office, hence this day.
TODAY = "2022-12-01"
UNKNOWN = "UNK"  # PLOVER's code for a doer of no known sort: «a Norwegian stranger»


def predict(lines: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for line in lines:
        text = line["mention"] + (f".\n{line['context']}." if line["context"] else "")
        page = page_of(text)
        read = parse(page, article_of(page, day_of(line["date"])))
        chosen = head_mention(read, len(line["mention"]))
        sector = chosen.sector or (UNKNOWN if is_of_unknown(read, chosen) else "") if chosen else ""
        yield {"id": line["id"], "country": chosen.country if chosen else "", "sector": sector}


def day_of(date: str | None) -> str:
    """The day as ISO 8601, «1 January 2018»."""
    if not date or date.lower() == "today":
        return TODAY
    return datetime.strptime(date, "%d %B %Y").date().isoformat()


def is_of_unknown(read: Parse, chosen: Mention) -> bool:
    """Whether the mention only qualifies the common noun at the head of the phrase, which names no known sort of doer."""
    head = read.doc[0].sent.root
    return chosen.use == "modifier" and head.pos_ == "NOUN" and head.idx >= chosen.cited.end


def head_mention(read: Parse, end: int) -> Mention | None:
    """The mention that holds the grammatical head of the phrase, the longest such; else the first."""
    found = [mention for mention in mentions(read, ()) if mention.cited.start < end]
    head = read.doc[0].sent.root
    holding = [mention for mention in found if mention.cited.start <= head.idx < mention.cited.end]
    ranked = sorted(holding or found, key=lambda mention: mention.cited.start - mention.cited.end)
    return ranked[0] if ranked else None
