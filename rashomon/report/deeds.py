"""An event in one line of ours: who, what, whom, where."""

from collections.abc import Sequence

from rashomon.records import Event
from rashomon.report.index import Index
from rashomon.report.words import DEEDS, Deed


def deed(index: Index, event: Event) -> str:
    """An event in one line: who, what, whom; its trigger where the type says nothing."""
    who, whom = people(index, event.actor, event.actor_text), people(index, event.recipient, event.recipient_text)
    words = DEEDS.get(event.type) or Deed(f"“{event.cited.quote}”", f"“{event.cited.quote}”")
    if who and whom:
        text = f"{who} {words.verb} {whom}"
    elif who or whom:
        text = f"{words.noun} by {who}" if who else f"{words.noun}, met by {whom}"
    else:
        text = words.noun
    return ("not: " if event.negated else "") + text + (f", in {event.place}" if event.place else "")


def people(index: Index, keys: Sequence[str], texts: Sequence[str]) -> str:
    """The names of some actors: the key's where there is one, otherwise as written."""
    padded = (*keys, *[""] * (len(texts) - len(keys)))
    return ", ".join(index.called(key, f"“{text}”") for key, text in zip(padded, texts, strict=False))
