"""Who of one article is who of another: judgements on names that only the pages know."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

from rashomon.names import name_key
from rashomon.records import Found, Judgement, Linked

STAGE = "link.actors"


def actors(founds: Sequence[Found]) -> Linked:
    """Judgements that two actor keys of the pile mean one actor, each with its reason."""
    names = {mention.actor: mention.name for found in founds for mention in found.mentions if mention.actor.startswith("name:")}
    blocks: dict[str, list[str]] = defaultdict(list)
    for key in sorted(names):
        blocks[name_key(names[key])].append(key)
    return Linked(judgements=tuple(judgement for keys in blocks.values() for judgement in same(keys, names)))


def same(keys: Sequence[str], names: dict[str, str]) -> Iterable[Judgement]:
    """Judgements that chain the keys of one block together."""
    for left, right in pairwise(keys):
        why = f"«{names[left]}» and «{names[right]}» are one name in two spellings"
        yield Judgement(id=f"{STAGE}:{left}|{right}", left=left, right=right, verdict="same", by=STAGE, why=why)
