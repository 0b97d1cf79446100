"""Whose word it is: the subject of a cue, found through coordination, participles and passives."""

from itertools import islice

from rashomon.find.statement.tree import Range, Tree

SUBJECTS = ("nsubj", "csubj")
PASSIVE = ("nsubjpass",)
FARTHEST = 6  # heads climbed in search of a subject


def source_of(tree: Tree, verb: int) -> int | None:
    """The head word of the source of a verb; None when nobody is named."""
    own = own_source(tree, verb)
    if own is not None or is_passive(tree, verb):
        return own
    found = leaning(tree, verb)
    if found is None and is_finite(tree, verb) and tree.dep[verb - 1] == "compound" and tree.head[verb - 1] == verb:
        return verb - 1  # «Lund Warns Against Floods», in a headline taken for one long name
    return named_before(tree, verb) if found is None and is_finite(tree, verb) else found


def is_finite(tree: Tree, verb: int) -> bool:
    """Whether a verb has a tense; a participle without an auxiliary that heads its sentence is a past the tagger misread."""
    lone = tree.tag[verb] == "VBN" and tree.dep[verb] == "ROOT" and tree.kid(verb, "aux", "auxpass") is None
    return lone or tree.tag[verb] in {"VBD", "VBZ"}


def named_before(tree: Tree, verb: int) -> int | None:
    """The name before a verb and the insertion between them, «As Petrov, the mayor, writes», when the parser lost it."""
    if verb - 1 <= tree.opens[verb] or tree.lower[verb - 1] != ",":
        return None
    low = max(tree.opens[verb], verb - LONGEST_INSERTION)
    comma = next((token for token in range(verb - 2, low, -1) if tree.lower[token] == ","), None)
    return comma - 1 if comma is not None and tree.pos[comma - 1] == "PROPN" else None


LONGEST_INSERTION = 20  # tokens


def own_source(tree: Tree, verb: int) -> int | None:
    """The subject of an active verb, the by-phrase of a passive one."""
    agent = tree.kid(verb, "agent")
    if is_passive(tree, verb) or (agent is not None and tree.tag[verb] == "VBN"):  # «as noted by the mayor»
        return None if agent is None else tree.kid(agent, "pobj")
    subject = tree.kid(verb, *SUBJECTS)
    return subject if subject is None else beside(tree, verb, subject)


def beside(tree: Tree, verb: int, subject: int) -> int:
    """The name that the parser set beside its office as a second subject, «the analyst Ana Rell believes»."""
    after = tree.right[subject]
    return next((kid for kid in tree.kids[verb] if tree.dep[kid] == "nsubj" and tree.left[kid] == after), subject)


def is_passive(tree: Tree, verb: int) -> bool:
    """«was accused», «accused by the press»."""
    bare = tree.tag[verb] == "VBN" and tree.kid(verb, "aux") is None
    resting = bare and tree.lemma[tree.head[verb]] in RESTING and tree.dep[verb] in {"advcl", "xcomp", "oprd", "acomp"}
    return tree.kid(verb, "nsubjpass", "auxpass") is not None or (tree.tag[verb] == "VBN" and tree.dep[verb] == "acl") or resting


RESTING = frozenset({"stand", "remain", "stay"})  # «stands accused of»


def leaning(tree: Tree, verb: int) -> int | None:
    """The subject of the verb that this one leans on, or the noun it describes, «a letter saying …»."""
    if tree.lower[tree.left[verb]] == "as" and tree.tag[verb] == "VBN":
        return None  # «as noted in the report, the road is closed»
    below = verb
    for above in islice(tree.up(verb), FARTHEST):
        if tree.dep[below] in {"acl", "relcl"} and tree.pos[above] in {"NOUN", "PROPN", "PRON"}:
            return None if any(tree.tag[kid] == "TO" for kid in tree.kids[below]) else above
        if tree.pos[above] in {"VERB", "AUX"}:
            if tree.dep[below] == "prep" and tree.lower[below] == "as" and tree.kid(above, "dobj") is not None:
                return tree.kid(above, "dobj")  # «cited officials as saying»
            subject = tree.kid(above, *SUBJECTS, *PASSIVE)
            if subject is not None and tree.dep[below] != "ccomp":
                return subject
        below = above
    return None


def phrase(tree: Tree, head: int, without: Range | None = None) -> Range:
    """The words of the source: its subtree, cut where the cue itself or a loose clause begins, and at a dateline's dash."""
    low, high = tree.span(head)
    office = next((kid for kid in tree.kids[tree.head[head]] if tree.right[kid] == low and kid != head), None)
    if office is not None and tree.dep[office] == tree.dep[head] == "nsubj" and tree.pos[office] in {"NOUN", "PROPN"}:
        low = tree.left[office]
    for kid in tree.kids[head]:
        if kid > head and (tree.dep[kid] in LOOSE or (tree.dep[kid] in CLAUSES and after_comma(tree, kid))):
            high = min(high, tree.left[kid])
    if without is not None:
        low, high = apart(low, high, head, without)
    low = max([low, *(token + 1 for token in range(low, head) if is_dash(tree, token))])
    return trimmed(tree, *bare(tree, low, high, head))


LOOSE = frozenset({"advcl", "ccomp", "parataxis"})
CLAUSES = frozenset({"acl", "relcl"})
DASHES = frozenset({"-", "--", "–", "—", "―"})


def is_dash(tree: Tree, token: int) -> bool:
    """A dash with a blank before it, as behind a dateline, «OSH — The governor»; not the hyphen of «Nur-Sultan»."""
    return tree.lower[token] in DASHES and token > 0 and tree.end[token - 1] < tree.start[token]


def after_comma(tree: Tree, kid: int) -> bool:
    """Whether a clause only adds something: «the mayor, who was ill, …»."""
    before = tree.left[kid] - 1
    return before >= 0 and tree.lower[before] == ","


def bare(tree: Tree, low: int, high: int, head: int) -> Range:
    """Without adverbs before the noun and floating words behind it: «ultimately voters», «the two both»."""
    while low < head and tree.pos[low] in {"ADV", "PUNCT", "SPACE", "CCONJ"} and tree.dep[low] not in {"advmod", "preconj"}:
        low += 1
    while low < head and tree.tag[low] == "RB" and tree.head[low] == head:
        low += 1
    while high - 1 > head and tree.lower[high - 1] in {"both", "each", "all", "themselves", "himself", "herself", "itself"}:
        high -= 1
    return low, high


def apart(low: int, high: int, head: int, without: Range) -> Range:
    """The part of a range that holds the head and not the range to leave out."""
    if without[1] <= head:
        low = max(low, without[1])
    elif without[0] > head:
        high = min(high, without[0])
    return low, high


def head_of(tree: Tree, words: Range) -> int:
    """The word of a range that governs the others; of words that the parser set side by side, the last."""
    above = [token for token in range(*words) if not words[0] <= tree.head[token] < words[1] or tree.head[token] == token]
    return above[-1] if above else words[1] - 1


def trimmed(tree: Tree, low: int, high: int) -> Range:
    """The range without the punctuation and blanks at its ends."""
    while high - low > 1 and is_mark(tree, high - 1):
        high -= 1
    while high - low > 1 and is_mark(tree, low):
        low += 1
    return low, high


def is_mark(tree: Tree, token: int) -> bool:
    """Punctuation that opens or closes nothing of its own, or a blank."""
    return tree.pos[token] in {"PUNCT", "SPACE"} and tree.lower[token] not in {"(", ")", "[", "]", "%", "$"}
