"""An event in one line of ours: who, what, whom, where."""

from collections.abc import Sequence

from rashomon.records import Event
from rashomon.report.index import Index
from rashomon.report.words import DEEDS


def deed(index: Index, event: Event) -> str:
    """An event in one line: who, what, whom; its trigger where the type says nothing."""
    does = DEEDS.get(event.type) or f"“{event.cited.quote}”"
    who, whom = people(index, event.actor, event.actor_text), people(index, event.recipient, event.recipient_text)
    text = f"{who or 'somebody'} {does} {whom}".strip() if whom else f"{who or 'somebody'}: {event.type or does}"
    text = f"{text} in {event.place}" if event.place else text
    return f"not: {text}" if event.negated else text


def people(index: Index, keys: Sequence[str], texts: Sequence[str]) -> str:
    """The names of some actors: the key's where there is one, otherwise as written."""
    padded = (*keys, *[""] * (len(texts) - len(keys)))
    return ", ".join(index.called(key, text) for key, text in zip(padded, texts, strict=False))
