"""«expressed concern about floods», «voiced the hope that …»: verb and noun are one cue, and what follows is the content."""

from collections.abc import Iterable
from dataclasses import replace

import msgspec

from rashomon.find.statement.attribution import Attribution
from rashomon.find.statement.tree import Tree

VERBS = frozenset({"express", "voice"})


def uttered(tree: Tree, found: Iterable[Attribution]) -> list[Attribution]:
    """The attributions with each pair of such a verb and a noun made one, at the noun; an attitude that is voiced is speech."""
    heads = {attribution.head: attribution for attribution in found}
    for verb in [each for each in heads.values() if each.frame == "object" and tree.lemma[each.head] in VERBS]:
        noun = tree.kid(verb.head, "dobj")
        named = None if noun is None else heads.get(noun)
        if named is None or verb.negated or named.source not in {None, verb.source}:
            continue
        del heads[verb.head]
        heads[named.head] = replace(
            named,
            cue=named.cue if named.cue.kind == "belief" else msgspec.structs.replace(named.cue, kind="speech"),
            words=tuple(sorted({*verb.words, *named.words})),
            source=verb.source,
            source_head=verb.source_head,
            channel=verb.channel,
            endorsed=verb.endorsed,
        )
    return list(heads.values())
