"""Who does what in a clause: the arguments of a verb, with those that grammar leaves unsaid."""

from collections.abc import Iterator

from spacy.tokens import Token

Argument = tuple[str, Token]
"""A role («subject», «object», «recipient», «complement», or a preposition) and the head of what fills it."""

ROLES = {
    "nsubj": "subject",
    "csubj": "subject",
    "nsubjpass": "object",
    "dobj": "object",
    "attr": "complement",
    "acomp": "complement",
    "oprd": "complement",
}
HOMEWARD = frozenset({"home", "back"})
FILLERS = frozenset({"pobj", "pcomp"})
SAME = {"inside": "in", "within": "in", "upon": "on", "onto": "on", "into": "in", "toward": "to", "towards": "to"}
RELATIVE = frozenset({"WDT", "WP", "WP$"})
SUBJECT_KEEPS = frozenset({"promise", "threaten", "vow", "use"})  # «promised Oslo to leave»: the promiser leaves
VERDICTS = frozenset({"find", "declare", "pronounce", "judge", "set", "make"})
BARE_PASSIVES = frozenset({"acl", "relcl", "oprd", "advcl"})  # «a town shelled», «stood accused», «asked for help, he …»
DEEPEST = 6  # clauses; a subject left unsaid longer than that is not looked for


def predicates(doc_tokens: Iterator[Token]) -> Iterator[Token]:
    """The verbs that make a statement of their own: no auxiliaries, no participles that have become adjectives."""
    for token in doc_tokens:
        if token.pos_ in ("VERB", "AUX") and token.dep_ not in ("aux", "auxpass", "amod", "compound", "case", "mark", "prep"):
            yield token


def is_passive(verb: Token) -> bool:
    """«was shelled», and the participle of «a town shelled by rebels»."""
    arcs = {child.dep_ for child in verb.children}
    if arcs & {"nsubjpass", "auxpass", "agent"}:
        active = "nsubj" in arcs and bool(arcs & {"dobj", "xcomp", "ccomp"})  # «Oslo agreed by telephone to wait»
        return bool(arcs & {"nsubjpass", "auxpass"}) or not active
    if verb.tag_ not in {"VBN", "VBD"} or arcs & {"nsubj", "aux"}:
        return False
    if verb.dep_ == "conj":  # «was killed or wounded»
        return verb.head.pos_ in ("VERB", "AUX") and "dobj" not in arcs and is_passive(verb.head)
    bare = verb.tag_ == "VBN" or verb.dep_ == "acl"  # «the crew kidnapped in May», read as a verb of the past
    return bare and verb.dep_ in BARE_PASSIVES and "dobj" not in arcs


def arguments(verb: Token) -> list[Argument]:
    """The arguments of a verb in text order, inherited ones first; relative pronouns are replaced by what they stand for."""
    own = nearest_subject([found for child in verb.children for found in argument(child)])
    if is_existential(verb):
        return [("subject" if role == "complement" else role, head) for role, head in own if role != "subject"]
    missing = "object" if is_passive(verb) else "subject"
    if missing == "subject":
        own = undated(own, verb)
    if any(role == missing for role, _ in own):
        return own
    unsaid = inherited(verb, 0)
    return [(missing, unsaid), *own] if unsaid is not None else own


def is_existential(verb: Token) -> bool:
    """«There are no ships in the port»."""
    return any(child.dep_ == "expl" and child.lower_ == "there" for child in verb.children)


def undated(found: list[Argument], verb: Token) -> list[Argument]:
    """«On 3 May Chad attacked …» without a comma: the parser takes Chad for the day."""
    if not found or any(role == "subject" for role, _ in found):
        return found
    role, head = found[0]
    numbered = any(child.pos_ == "NUM" or child.ent_type_ == "DATE" for child in head.lefts)
    if role in ("on", "in") and head.i < verb.i and head.pos_ == "PROPN" and numbered:
        return [("subject", head), *found[1:]]
    return found


def nearest_subject(found: list[Argument]) -> list[Argument]:
    """Of two subjects the parser gives, the nearer: «reports that the junta fell» is about the junta."""
    subjects = [one for one in found if one[0] == "subject"]
    return [one for one in found if one[0] != "subject" or one is subjects[-1]]


def argument(child: Token) -> Iterator[Argument]:
    """What one child of a verb contributes."""
    if child.dep_ in ROLES or is_verdict(child):
        yield from core(child)
    elif child.dep_ == "prt":  # «called in troops», where the parser gives the object to the particle
        yield from (("object", antecedent(inner)) for inner in child.children if inner.dep_ == "pobj")
    elif child.dep_ in ("dative", "prep") and (inner := somewhere(child)) is not None:
        yield from oblique(inner)
    elif child.dep_ == "dative":
        yield "recipient", filler(child) or child
    elif child.dep_ == "agent" and (done_by := filler(child)) is not None:
        yield "subject", done_by
    elif child.dep_ == "prep":
        yield from oblique(child)
    elif is_unread_name(child):
        yield "object", child
    elif child.dep_ == "advmod" and child.lower_ in ("here", "there"):  # «here at the lake»
        yield from (one for inner in child.children if inner.dep_ == "prep" for one in oblique(inner))


def is_verdict(child: Token) -> bool:
    """«found the mayor guilty»: an adjective with its subject, of which the verb gives a verdict."""
    return (
        child.dep_ == "ccomp" and child.pos_ == "ADJ" and child.head.lemma_ in VERDICTS and child_of(child, "nsubj") is not None
    )


def is_unread_name(child: Token) -> bool:
    """«hold Bakhmut», where the parser takes a name it does not know for an adverb."""
    return child.pos_ == "ADV" and child.text[:1].isupper() and child.i == child.head.i + 1 and bool(child.ent_type_)


def core(child: Token) -> Iterator[Argument]:
    """A subject, object or complement, and what the parser takes for one."""
    if child.pos_ == "ADP":  # «were kept in a barn»
        yield from oblique(child)
    elif child.dep_ == "ccomp":
        yield from (("object", antecedent(inner)) for inner in child.children if inner.dep_ == "nsubj")
        yield "complement", child
    elif child.dep_ == "oprd" and any(beside.lower_ in HOMEWARD for beside in child.head.children):  # «called home its envoy»
        yield "object", antecedent(child)
    else:
        yield ROLES[child.dep_], antecedent(child)


def oblique(preposition: Token) -> Iterator[Argument]:
    """The noun or the deed after a preposition; «out of», «in front of» and other stacks give the inner one."""
    inner = filler(preposition)
    if inner is not None:
        yield SAME.get(preposition.lower_, preposition.lower_), inner
    for stacked in preposition.children:
        if stacked.dep_ == "prep" and preposition.lower_ in ("out", "away", "off") and (deeper := filler(stacked)) is not None:
            yield "from", deeper
        elif stacked.dep_ == "prep" and (deeper := filler(stacked)) is not None:
            yield SAME.get(stacked.lower_, stacked.lower_), deeper


def filler(preposition: Token) -> Token | None:
    """What a preposition governs; «any of the raids» is the raids."""
    for child in preposition.children:
        if child.dep_ in FILLERS:
            return filler(child) if child.pos_ == "ADP" else counted(child)
    return None


def somewhere(preposition: Token) -> Token | None:
    """The preposition inside «to anyone in Goma», which is all that it says."""
    inner = filler(preposition)
    if inner is None or inner.lower_ not in ("anyone", "anybody", "someone", "somebody", "anything", "no-one", "nobody"):
        return None
    return child_of(inner, "prep")


def counted(noun: Token) -> Token:
    """The thing behind a pronoun of quantity: «any of the operations», «one of the leaders»."""
    if noun.lower_ not in ("any", "some", "all", "none", "each", "many", "most", "one", "both"):
        return noun
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ == "of":
            return filler(child) or noun
    return noun


def antecedent(token: Token) -> Token:
    """What a relative pronoun stands for; any other token is itself."""
    if token.tag_ not in RELATIVE and token.lower_ != "that":
        return counted(token)
    clause = token.head
    while clause.dep_ == "conj" and clause.head.i < clause.i:
        clause = clause.head
    return clause.head if clause.dep_ == "relcl" else token


def inherited(verb: Token, depth: int) -> Token | None:
    """Who does (or, for a passive, suffers) what the verb says when the clause leaves it unsaid."""
    if depth > DEEPEST:
        return None
    above = verb.head
    if verb.dep_ in ("acl", "relcl") and above.pos_ in ("NOUN", "PROPN", "PRON"):
        return possessor(above, depth) if is_infinitive(verb) else above
    if verb.dep_ == "pcomp" or (verb.dep_ == "pobj" and verb.tag_ == "VBG"):
        return controller(above.head, depth)
    if verb.dep_ == "xcomp" and above.lemma_ not in SUBJECT_KEEPS and (forced := child_of(above, "dobj")) is not None:
        return forced
    if verb.dep_ in ("conj", "advcl", "xcomp", "ccomp", "prep"):
        return controller(above, depth)
    return None


def controller(governor: Token, depth: int) -> Token | None:
    """The doer that a governor hands down: its subject, or whose noun it is."""
    if governor.pos_ in ("NOUN", "PROPN") and governor.dep_ not in ("attr", "dobj"):
        return possessor(governor, depth)
    if governor.pos_ in ("NOUN", "PROPN", "ADJ", "ADV"):
        governor = governor.head
    for child in governor.children:
        if child.dep_ in ("nsubj", "nsubjpass"):
            return antecedent(child)
    return inherited(governor, depth + 1)


def child_of(token: Token, relation: str) -> Token | None:
    """The first child in that relation."""
    return next((child for child in token.children if child.dep_ == relation), None)


def possessor(noun: Token, depth: int) -> Token | None:
    """Whose a deverbal noun is: «Iran’s refusal», «the refusal of Iran»; else who made it: «Iran took a decision to …»."""
    for child in noun.children:
        if child.dep_ == "poss":
            return child
        if child.dep_ == "prep" and child.lower_ in ("of", "by"):
            return filler(child)
    if noun.dep_ in ("dobj", "pobj") and depth < DEEPEST:
        above = noun.head if noun.dep_ == "dobj" else noun.head.head
        return controller(above, depth + 1) if above.pos_ in ("VERB", "AUX") else None
    return None


def is_infinitive(verb: Token) -> bool:
    """«to sign»."""
    return any(child.dep_ == "aux" and child.lower_ == "to" for child in verb.children)
