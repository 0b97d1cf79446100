"""Verbs that attribute: their readings by the lexicon, their sources and addressees."""

from collections.abc import Callable

from rashomon.find.statement.attribution import Attribution
from rashomon.find.statement.clauses import NOTHING, Content, after_bare, clause
from rashomon.find.statement.cues import Cue, listed, verbs
from rashomon.find.statement.doubts import is_idle
from rashomon.find.statement.objects import infinitive, passive, person, predicate, prepositional, reaching, subject, thing
from rashomon.find.statement.recut import recut
from rashomon.find.statement.somebody import NO_ONE, is_somebody
from rashomon.find.statement.sources import bare, head_of, is_dash, phrase, source_of, trimmed
from rashomon.find.statement.tree import Range, Tree

FRAMES: tuple[tuple[str, Callable[[Tree, int, Cue], Content]], ...] = (
    ("passive", passive),
    ("person", person),
    ("predicate", predicate),
    ("clause", clause),
    ("infinitive", infinitive),
    ("object", thing),
    ("subject", subject),
)


def verb_attributions(tree: Tree) -> list[Attribution]:
    """The attributions of all verbs, in text order."""
    found = (attributed(tree, token, cues_of(tree, token)) for token in range(len(tree)) if tree.pos[token] in {"VERB", "AUX"})
    kept = recut(tree, [attribution for attribution in found if attribution is not None])
    meant = {attribution.head for attribution in kept if attribution.kind_of_wish or attribution.cue.status == "denied"}
    return [attribution for attribution in kept if not unsaid(tree, attribution, meant) and not is_idle(tree, attribution)]


def unsaid(tree: Tree, attribution: Attribution, meant: set[int]) -> bool:
    """«wants to show that …», «refused to say that …»: nobody has said it."""
    own = tree.dep[attribution.head] == "xcomp" and attribution.cue.kind != "attitude"
    return own and tree.head[attribution.head] in meant


def cues_of(tree: Tree, verb: int) -> tuple[Cue, ...]:
    """The groups of a verb; of the «called» in «so-called» and the «states» in «nation-states» there are none."""
    if verb > 1 and tree.lower[verb - 1] == "-" and tree.end[verb - 2] == tree.start[verb - 1] == tree.start[verb] - 1:
        return ()
    return verbs().get(keyed(tree, verb), ())


def keyed(tree: Tree, verb: int) -> str:
    """The verb's lemma with its particle, «point out»."""
    particle = tree.kid(verb, "prt")
    if tree.lemma[verb] == "make" and any(tree.lower[token] == "clear" for token in range(verb + 1, min(verb + 4, len(tree)))):
        return "make clear"
    lemma = UNDOUBLED.get(tree.lower[verb], tree.lemma[verb])
    return lemma if particle is None else f"{lemma} {tree.lower[particle]}"


# Forms that the lemmatizer takes for those of another verb, «hoping» for that of «hop».
UNDOUBLED = {"hoping": "hope", "hoped": "hope", "hopes": "hope"}


def attributed(tree: Tree, verb: int, cues: tuple[Cue, ...]) -> Attribution | None:
    """The reading of a verb: the first frame of the first group that the sentence fills."""
    if imperative(tree, verb):
        return None
    for cue in cues:
        frame, content = read(tree, verb, cue)
        if content:
            return built(tree, verb, cue, frame, content)
    return None


OWNED = frozenset({"nsubj", "aux", "nsubjpass", "csubj"})


def imperative(tree: Tree, verb: int) -> bool:
    """«Subscribe to our news», «Remember the song»."""
    bid = tree.tag[verb] == "VB" and (tree.dep[verb] == "ROOT" or verb == tree.opens[verb])
    return bid and not any(tree.dep[kid] in OWNED for kid in tree.kids[verb])


def read(tree: Tree, verb: int, cue: Cue) -> tuple[str, Content]:
    """The first frame of a group that the sentence fills, and the content by it."""
    for name, frame in FRAMES:
        if name in cue.takes:
            content = frame(tree, verb, cue)
            if (
                content
                and name == "clause"
                and len(content) == 1
                and "bare" in cue.takes
                and content == after_bare(tree, verb, cue)
            ):
                return "bare", content
            if content:
                return name, reaching(tree, verb, content) if name in {"object", "predicate", "person"} else content
    content = prepositional(tree, verb, cue) if cue.prepositions else NOTHING
    return "preposition", reaching(tree, verb, content) if content else content


def built(tree: Tree, verb: int, cue: Cue, frame: str, content: Content) -> Attribution:
    """The attribution with its source, cue words and addressee."""
    head = None if frame in {"subject", "passive"} and tree.kid(verb, "agent") is None else source_of(tree, verb)
    if head is not None:
        content = clear_of(tree, content, head, verb)
    if head is not None and any(low <= head < high for low, high in content):
        head = None
    words = tuple(kid for kid in tree.kids[verb] if tree.dep[kid] in {"aux", "auxpass", "neg", "prt"})
    source = None if head is None else past_dateline(tree, verb, before(phrase(tree, head, (verb, verb + 1)), head, content))
    return Attribution(
        cue=cue,
        head=verb,
        words=tuple(sorted((verb, *words))),
        source=source,
        source_head=head_of(tree, source) if source is not None and head not in range(*source) else head,
        content=tuple(trimmed(tree, *piece) for piece in content),
        addressee=spoken_to(tree, verb, cue, frame),
        negated=any(tree.dep[kid] == "neg" for kid in words) or (source is not None and tree.lower[source[0]] in NO_ONE),
        endorsed=any(tree.lower[kid] in listed("endorsing") for kid in tree.kids[verb]),
        frame=frame,
    )


def before(source: Range, head: int, content: Content) -> Range:
    """The source without the content that the parser hung on it."""
    low, high = source
    return low, min([high, *(start for start, _ in content if start > head)])


def spoken_to(tree: Tree, verb: int, cue: Cue, frame: str) -> Range | None:
    """The addressee: the object of «told» and «urged», whom one «called on»."""
    if frame == "preposition" and tree.lemma[verb] == "call":
        upon = next((kid for kid in tree.kids[verb] if tree.lower[kid] in {"on", "upon"}), None)
        held = None if upon is None else tree.kid(upon, "pobj")
        return None if held is None else (tree.left[held], held + 1)
    held = tree.kid(verb, "dobj", "dative")
    speaks = frame in {"clause", "bare", "preposition", "person"} and ("addressee" in cue.takes or cue.status == "planned")
    thing = frame == "person" and held is not None and not is_somebody(tree, held)  # «ordered the drill to be held»
    return tree.span(held) if held is not None and held > verb and speaks and not thing else None


def past_dateline(tree: Tree, verb: int, source: Range) -> Range:
    """The words behind «LONDON, July 26 –» where the parser took the place for the speaker."""
    low, high = source
    if low - tree.opens[verb] > 2 or verb < high:
        return source
    dash = next((token for token in range(low + 1, min(low + LONGEST_DATELINE, verb)) if is_dash(tree, token)), None)
    if dash is None or dash + 1 >= verb or any(tree.pos[token] in {"VERB", "AUX"} for token in range(low, verb)):
        return source
    return trimmed(tree, *bare(tree, dash + 1, verb, verb - 1))


LONGEST_DATELINE = 14  # tokens


def clear_of(tree: Tree, content: Content, head: int, verb: int) -> Content:
    """The content that ends where the source behind it begins, «responding to claims that …, the envoy said»."""
    start = tree.left[head]
    return tuple((low, start) if verb < low < start < head < high else (low, high) for low, high in content)
