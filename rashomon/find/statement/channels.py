"""Through whom a word came: «according to a readout», «citing a spokesman», «in a televised address»."""

from dataclasses import replace

from rashomon.find.statement.attribution import Attribution
from rashomon.find.statement.cues import listed
from rashomon.find.statement.somebody import is_somebody
from rashomon.find.statement.sources import phrase, source_of
from rashomon.find.statement.tree import Range, Tree

CITING = frozenset({"cite", "quote"})
PEOPLE = frozenset({"PROPN", "PRON"})
WAYS = frozenset({"in", "on", "via", "through", "at", "during"})


def channelled(tree: Tree, found: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
    """The attributions with their channels, and those a cited source stands behind."""
    heads = {each.head: each for each in found}
    for each in found:
        if each.frame == "according" and each.source_head is not None and tree.lemma[each.source_head] in listed("channel"):
            inner = told_inside(tree, each, heads)
            if inner is not None:
                heads[inner] = replace(heads[inner], channel=each.source)
                del heads[each.head]
        elif tree.lemma[each.head] in CITING and tree.tag[each.head] == "VBG":
            heads.update({cited.head: cited for cited in behind(tree, each, heads)})
        else:
            heads.update({cited.head: cited for cited in quoting(tree, each)})
    return tuple(with_channel(tree, each) for each in heads.values())


def told_inside(tree: Tree, outer: Attribution, heads: dict[int, Attribution]) -> int | None:
    """The cue that the phrase hangs on, «he said, according to a readout»."""
    return next((above for above in tree.up(outer.head) if above in heads and heads[above].source is not None), None)


def behind(tree: Tree, citing: Attribution, heads: dict[int, Attribution]) -> list[Attribution]:
    """«writes, citing a spokesman, “…”»: the writer's statement, and the spokesman's inside it."""
    held = tree.kid(citing.head, "dobj")
    above = next((verb for verb in tree.up(citing.head) if verb in heads and heads[verb].frame in {"clause", "quote"}), None)
    if held is None or not speaks(tree, held):
        return []
    content = heads[above].content if above is not None else citing.content
    if above is None and citing.frame != "quote":
        return []
    verb = writer(tree, citing.head)
    outer = heads[above] if above is not None else replace(citing, head=verb, words=(verb,))
    words = phrase(tree, held, (citing.head, citing.head + 1))
    low = content[0][0]
    source = (words[0], min(words[1], low)) if words[0] < low else words
    return [outer, replace(citing, source=source, source_head=held, content=content, frame="citing", within=outer.head)]


def quoting(tree: Tree, each: Attribution) -> list[Attribution]:
    """«quoted the king as telling them …»: the statement of whoever quotes, and the king's inside it."""
    link = tree.head[each.head]
    verb = tree.head[link]
    if tree.dep[each.head] != "pcomp" or tree.lower[link] != "as" or tree.lemma[verb] not in CITING:
        return []
    said = source_of(tree, verb)
    if said is None or tree.dep[verb] == "pcomp":
        return []
    source = phrase(tree, said, (verb, verb + 1))
    outer = replace(each, head=verb, words=(verb,), source=source, source_head=said, addressee=None, frame="quoting")
    return [outer, replace(each, within=verb)]


def writer(tree: Tree, citing: int) -> int:
    """The verb that the citing goes with: the nearest before it."""
    opens = tree.opens[citing]
    return next((token for token in range(citing - 1, opens, -1) if tree.pos[token] == "VERB"), tree.head[citing])


def speaks(tree: Tree, noun: int) -> bool:
    """Whether a noun can have said something: a name, or a word for a person or a paper."""
    return tree.pos[noun] in PEOPLE or tree.lemma[noun] in listed("speaker") or is_somebody(tree, noun)


def with_channel(tree: Tree, attribution: Attribution) -> Attribution:
    """The attribution with the address, post or interview in which it was made."""
    if attribution.channel is not None or attribution.cue.kind != "speech":
        return attribution
    for kid in tree.kids[attribution.head]:
        held = tree.kid(kid, "pobj") if tree.lower[kid] in WAYS else None
        if held is not None and {tree.lemma[held], tree.lower[held]} & listed("channel") and not inside(attribution, kid):
            return replace(attribution, channel=phrase(tree, held))
    return attribution


def inside(attribution: Attribution, token: int) -> bool:
    """Whether a token belongs to the content."""
    return any(low <= token < high for low, high in attribution.content)


def span_text(tree: Tree, words: Range) -> str:
    """The words of a range as written, blanks made one."""
    return " ".join(tree.text[tree.start[words[0]] : tree.end[words[1] - 1]].split())
