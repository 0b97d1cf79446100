"""Nouns, adjectives and set phrases that attribute: «the claim that», «sure that», «according to»."""

from collections.abc import Iterator

import msgspec

from rashomon.find.statement.attribution import Attribution
from rashomon.find.statement.clauses import NOTHING, Content
from rashomon.find.statement.cues import Cue, adjectives, listed, nouns
from rashomon.find.statement.doubts import is_idle
from rashomon.find.statement.noun_contents import noun_content
from rashomon.find.statement.sources import SUBJECTS, phrase, source_of, trimmed
from rashomon.find.statement.tree import Range, Tree

LINKS = frozenset({"be", "feel", "become", "seem", "remain", "look", "sound", "get", "stay", "appear", "grow"})


def nominal_attributions(tree: Tree) -> list[Attribution]:
    """The attributions of nouns, adjectives and set phrases."""
    found = (*noun_attributions(tree), *adjective_attributions(tree), *according(tree))
    return [attribution for attribution in found if not is_idle(tree, attribution)]


def noun_attributions(tree: Tree) -> Iterator[Attribution]:
    """«the mayor's claim that …», «support for the ban»."""
    lexicon = nouns()
    for token in range(len(tree)):
        if tree.pos[token] == "NOUN" and tree.lemma[token] in lexicon:
            yield from first(noun(tree, token, cue) for cue in lexicon[tree.lemma[token]])


def first(found: Iterator[Attribution | None]) -> list[Attribution]:
    """The first reading that holds, if any."""
    return [attribution for attribution in found if attribution is not None][:1]


def noun(tree: Tree, token: int, cue: Cue) -> Attribution | None:
    """The reading of a noun by one group."""
    content = noun_content(tree, token, cue)
    if not content:
        return None
    source, said = noun_source(tree, token, content)
    content = tuple(trimmed(tree, *piece) for piece in content)
    if source is not None and source[0] < content[0][0] < source[1]:
        source = trimmed(tree, source[0], content[0][0] - (tree.lower[content[0][0] - 1] in cue.prepositions))
    if source is not None and any(low <= source[0] < high for low, high in content):
        source, said = None, None
    if tree.lemma[token] == "doubt" and any(tree.lower[kid] == "no" for kid in tree.kids[token]):
        cue = msgspec.structs.replace(cue, status="reported")  # «has no doubt that the dam will hold»
    return Attribution(cue=cue, head=token, words=(token,), source=source, source_head=said, content=content, frame="noun")


HELD = frozenset({"by", "from", "among"})  # prepositions before those whose word or feeling it is
OWN = frozenset({"its", "his", "her", "their"})  # «the league expressed its readiness to pay»: the league's


def noun_source(tree: Tree, token: int, content: Content) -> tuple[Range | None, int | None]:
    """The possessor, the by-phrase, an of-phrase before the content, or the subject of a light verb."""
    owner = tree.kid(token, "poss")
    above = tree.head[token] if tree.dep[token] == "dobj" else token
    uttered = owner is not None and tree.lower[owner] in OWN and tree.lemma[above] in listed("uttering")
    if uttered and (holder := source_of(tree, above)) is not None:
        return phrase(tree, holder, (token, token + 1)), holder
    if owner is not None:
        return tree.span(owner), owner
    by = next((kid for kid in tree.kids[token] if tree.dep[kid] in {"prep", "agent"} and tree.lower[kid] in HELD), None)
    said = tree.kid(by, "pobj") if by is not None else None
    of = next((kid for kid in tree.kids[token] if tree.dep[kid] == "prep" and tree.lower[kid] == "of"), None)
    if said is None and of is not None and content[0][0] >= tree.right[of]:
        said = tree.kid(of, "pobj")
    if said is None and above != token and tree.lemma[above] in listed("light"):
        said = source_of(tree, above)
    if said is None and tree.dep[token] == "pobj" and tree.lower[tree.head[token]] == "of":
        verb = tree.head[tree.head[token]]  # «the court was of the opinion that …»
        said = tree.kid(verb, "nsubj") if tree.lemma[verb] == "be" else None
    if said is None or said == token:
        return None, None
    return phrase(tree, said, (token, token + 1)), said


def adjective_attributions(tree: Tree) -> Iterator[Attribution]:
    """«is sure that …», «afraid of floods»."""
    lexicon = adjectives()
    for token in range(len(tree)):
        if tree.pos[token] in {"ADJ", "VERB"} and tree.lower[token] in lexicon:
            yield from first(adjective(tree, token, cue) for cue in lexicon[tree.lower[token]])


def adjective(tree: Tree, token: int, cue: Cue) -> Attribution | None:
    """The reading of an adjective by one group."""
    above = tree.head[token]
    linked = tree.dep[token] in {"acomp", "oprd"} and tree.lemma[above] in LINKS
    helper = tree.kid(token, "auxpass") if tree.tag[token] == "VBN" else None
    if not linked and helper is None:
        return None
    verb = above if linked else token
    said = tree.kid(verb, *SUBJECTS, "nsubjpass")
    if said is None and helper is not None:
        said = tree.kid(helper, *SUBJECTS)  # «The mayor is convinced the dam is safe», where the mayor only is
    if said is None:
        said = source_of(tree, verb)
    content = adjective_content(tree, token, cue) or (adjective_content(tree, verb, cue, token) if linked else NOTHING)
    if not content or said is None or any(low <= said < high for low, high in content):
        return None
    content = tuple(trimmed(tree, *piece) for piece in content)
    negated = tree.kid(verb, "neg") is not None
    return Attribution(
        cue=cue,
        head=token,
        words=tuple(sorted({verb, token})),
        source=phrase(tree, said, (verb, verb + 1)),
        source_head=said,
        content=content,
        negated=negated,
        frame="adjective",
    )


def adjective_content(tree: Tree, token: int, cue: Cue, after: int = -1) -> Content:
    """The clause, infinitive or phrase that completes the adjective."""
    for kid in tree.kids[token]:
        if kid <= max(token, after):
            continue
        if "clause" in cue.takes and tree.dep[kid] == "ccomp":
            return (tree.span(kid),)
        if "infinitive" in cue.takes and tree.dep[kid] == "xcomp":
            return (tree.span(kid),)
        if tree.dep[kid] in {"prep", "agent"} and tree.lower[kid] in cue.prepositions and after < 0 and tree.right[kid] > kid + 1:
            return ((kid + 1, tree.right[kid]),)
    return NOTHING


ACCORDING = Cue(
    example="«according to the police, the road is closed»", words=("according to",), takes=frozenset({"clause", "quote"})
)


def according(tree: Tree) -> Iterator[Attribution]:
    """«According to the police, the road is closed.»"""
    for token in range(len(tree) - 2):
        if tree.lower[token] == "according" and tree.lower[token + 1] == "to":
            said = tree.kid(token + 1, "pobj")
            said = said if said is not None else tree.kid(token, "pobj")
            if said is not None and said > token and not measured(tree, token + 2, said):
                source = max(phrase(tree, said)[0], token + 2), before_subject(tree, token, said)
                content = around_phrase(tree, token, source[1])
                if content:
                    yield Attribution(
                        cue=ACCORDING,
                        head=token,
                        words=(token, token + 1),
                        source=source,
                        source_head=said,
                        content=content,
                        frame="according",
                    )


def before_subject(tree: Tree, opens: int, said: int) -> int:
    """Where a source ends: in «According to Bodo Kern, the harbour is lost» before what was taken for his title."""
    high = phrase(tree, said)[1]
    verb = next((above for above in tree.up(opens) if tree.pos[above] in {"VERB", "AUX"}), None)
    if opens != tree.opens[opens] or verb is None or verb < high or tree.kid(verb, *SUBJECTS, "nsubjpass", "expl") is not None:
        return high
    return next((token for token in range(said + 1, high) if tree.lower[token] == ","), high)


def measured(tree: Tree, start: int, said: int) -> bool:
    """«according to the principle», «according to plan», «according to a prepared scenario»."""
    return any(tree.lemma[token] in listed("yardstick") for token in (*range(start, min(start + 2, len(tree))), said))


def around_phrase(tree: Tree, start: int, end: int) -> Content:
    """The clause that a phrase qualifies: what follows it at the head of a sentence, else the clause it stands in."""
    opens, closes = tree.opens[start], tree.closes[start]
    if not any(tree.pos[token] in {"NOUN", "VERB", "PROPN", "PRON", "AUX"} for token in range(opens, start)):
        pieces: tuple[Range, ...] = ((end, closes),)
    else:
        verb = next((above for above in tree.up(start) if tree.pos[above] in {"VERB", "AUX"}), tree.head[start])
        pieces = ((tree.left[verb], start), (end, max(end, tree.right[verb])))
    found = (trimmed(tree, *piece) for piece in pieces if piece[0] < piece[1])
    return tuple(piece for piece in found if any(tree.pos[token] not in {"PUNCT", "SPACE"} for token in range(*piece)))
