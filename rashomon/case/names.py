"""The names of actors in rows that hold their keys."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from rashomon.store import query

# Fields that hold actor keys; shown by name, with the keys beside them as FIELD_id.
KEYED = ("speaker", "addressee_actor", "subject", "object")
KEYED_LISTS = ("actor", "recipient", "of", "responsible_actor")
# Texts of ours in which actor keys may stand: «arrests (state:KAZ, 2022)».
WRITTEN = ("about", "question", "why")
KEY = re.compile(r"\b[a-z]+:[\w-]+(?: [\w-]+){0,6}")


def names_of(case: Path) -> dict[str, str]:
    """Actor key -> what the actor is called in the whole pile."""
    return {row["key"]: row["name"] for row in query(case, "names")}


def actor_map(case: Path) -> dict[str, str]:
    """Actor key -> key that stands for the actor in the whole pile."""
    return {row["key"]: row["id"] for row in query(case, "names")}


def named(row: dict[str, Any], names: Mapping[str, str]) -> dict[str, Any]:
    """A row with actor keys replaced by names; the keys stay beside them."""
    if "voice" in row:
        row["voice"] = called(row["voice"], names)
    for field in KEYED:
        if field in row:
            row[f"{field}_id"], row[field] = row[field], names.get(row[field], "")
    for field in KEYED_LISTS:
        if isinstance(row.get(field), list):
            row[f"{field}_id"], row[field] = row[field], called(row[field], names)
    if "sides" in row:
        row |= {field: written(row[field], lambda key: names.get(key, "")) for field in WRITTEN}
    for side in row.get("sides", ()):
        side["voices"] = [called(voice, names) for voice in side["voices"]]
    if "addressee_actor" in row:
        row["addressee"] = row.pop("addressee_actor") or row["addressee"]
    return row


def written(text: str, name_of: Callable[[str], str]) -> str:
    """A text of ours with the actor keys in it replaced by names; ``name_of`` is empty for what is no known key.

    Of the words behind a colon the first ones, as many as may be, are the key: «name:andrey koshkin and others».
    """
    return KEY.sub(lambda found: first_named(found[0], name_of), text)


def first_named(words: str, name_of: Callable[[str], str]) -> str:
    """Words with the longest known key at their start replaced by its name."""
    ends = [at for at, character in enumerate(words) if character == " "]
    known = (end for end in (len(words), *reversed(ends)) if name_of(words[:end]))
    end = next(known, 0)
    return name_of(words[:end]) + words[end:] if end else words


def called(keys: list[str], names: Mapping[str, str]) -> list[str]:
    """The names of actor keys; words as written stay as they are."""
    return [names.get(key, key) for key in keys]
