"""The names of actors in rows that hold their keys."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from rashomon.store import query

# Fields that hold actor keys; shown by name, with the keys beside them as FIELD_id.
KEYED = ("speaker", "addressee_actor", "subject", "object")
KEYED_LISTS = ("actor", "recipient", "of")
# Texts of ours in which actor keys may stand: «arrests (state:KAZ, 2022)».
WRITTEN = ("about", "question", "why")
KEY = re.compile(r"\b[a-z]+:[\w-]+(?: [\w-]+)*")


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
        row |= {field: written(row[field], names) for field in WRITTEN}
    for side in row.get("sides", ()):
        side["voices"] = [called(voice, names) for voice in side["voices"]]
    if "addressee_actor" in row:
        row["addressee"] = row.pop("addressee_actor") or row["addressee"]
    return row


def written(text: str, names: Mapping[str, str]) -> str:
    """A text of ours with the actor keys in it replaced by names."""
    return KEY.sub(lambda key: names.get(key[0], key[0]), text)


def called(keys: list[str], names: Mapping[str, str]) -> list[str]:
    """The names of actor keys; words as written stay as they are."""
    return [names.get(key, key) for key in keys]
