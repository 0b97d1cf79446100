"""Clauses of a dependency parse: which clause a word stands in, its subject, and the words that belong to it."""

from spacy.tokens import Token

CLAUSES = frozenset({"ROOT", "ccomp", "advcl", "relcl", "acl", "csubj", "csubjpass", "parataxis", "pcomp"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
RELATIVES = frozenset({"which", "that", "who"})
CONCESSIONS = frozenset({"while", "although", "though", "whereas", "as", "if", "because", "since", "unless"})
QUESTIONS = frozenset({"why", "how", "whether", "what", "where", "who", "when"})
BEFORE = frozenset({"this", "that", "these", "those", "it"})
VERBAL = frozenset({"VERB", "AUX"})


def clause_of(token: Token) -> Token:
    """The head of the clause around a token: its verb, or the root of a verbless sentence."""
    while not heads_clause(token):
        token = token.head
    return token


def heads_clause(token: Token) -> bool:
    """True for the root and for a verb with its own clause; «refused to act»: to act belongs to refused."""
    if token.head.i == token.i:
        return True
    if token.dep_ == "pcomp":
        return any(child.dep_ in {"dobj", "ccomp", "xcomp"} for child in token.children)
    return token.pos_ in VERBAL and (token.dep_ in CLAUSES or (token.dep_ == "conj" and token.head.pos_ in VERBAL))


def subject(verb: Token) -> Token | None:
    """The head of the verb's subject, shared by coordinated verbs; None when it has none."""
    while True:
        own = [child for child in verb.children if child.dep_ in SUBJECTS]
        if own:
            return own[-1]
        if verb.dep_ not in {"conj", "xcomp"} or verb.head.i == verb.i or verb.head.pos_ not in VERBAL:
            return None
        verb = verb.head


def named(subject: Token) -> set[int]:
    """The tokens of a subject; a relative pronoun gives way to what it stands for."""
    if subject.lower_ in RELATIVES and subject.head.dep_ == "relcl":
        around = subject.head
        return subtree(around.head) - subtree(around)
    return subtree(subject)


def subtree(token: Token) -> set[int]:
    """The indices of a token and all that hangs on it."""
    return {inside.i for inside in token.subtree}


def body(verb: Token, without: set[int]) -> set[int]:
    """The tokens of the verb's clause: no clause coordinated with a subject of its own, no speech frame before it."""
    found = subtree(verb)
    shared = subject(verb)
    for child in verb.children:
        if separate(child, verb):
            found -= subtree(child)
    if shared is not None and shared.i not in found:
        found |= named(shared)
    if shared is not None and shared.lower_ in RELATIVES:
        found = (found - {shared.i}) | named(shared)
    return found - without


def separate(child: Token, verb: Token) -> bool:
    """True for a clause that hangs on the verb's in the parse and says something of its own."""
    if child.dep_ == "conj":
        return child.pos_ in VERBAL and any(grandchild.dep_ in SUBJECTS for grandchild in child.children)
    if child.dep_ == "advcl" and any(
        grandchild.lower_ in CONCESSIONS for grandchild in child.children if grandchild.dep_ == "mark"
    ):
        return True
    first = subject(verb)
    if child.dep_ == "ccomp":
        return child.i < verb.i and (first is None or child.i < first.i)
    return child.dep_ in {"parataxis", "dep"} and child.pos_ in VERBAL


def auxiliaries(verb: Token) -> list[Token]:
    """The auxiliaries of a verb, of its first coordinated verb when it has none («may come and take»)."""
    own = [child for child in verb.children if child.dep_ in {"aux", "auxpass"}]
    if not own and verb.dep_ == "conj" and verb.head.pos_ in VERBAL and verb.tag_ == verb.head.tag_:
        return auxiliaries(verb.head)
    return own


def modal(verb: Token) -> Token | None:
    """The modal of a verb."""
    return next((token for token in auxiliaries(verb) if token.tag_ == "MD"), None)


def negation(verb: Token) -> Token | None:
    """The word that negates a verb («not», «never»)."""
    return next((child for child in verb.children if child.dep_ == "neg"), None)


def perfect(verb: Token) -> bool:
    """True for «has acted», «would have acted»."""
    return any(token.lemma_ == "have" for token in auxiliaries(verb))


def past(verb: Token) -> bool:
    """True for a verb in the simple past, or with an auxiliary in it."""
    return verb.tag_ == "VBD" or any(token.tag_ == "VBD" for token in auxiliaries(verb))


def passive(verb: Token) -> bool:
    """True for «is aimed», and for a participle that hangs on a noun («a law aimed»)."""
    return any(child.dep_ == "auxpass" for child in verb.children) or (verb.tag_ == "VBN" and verb.dep_ == "acl")


def asks(token: Token) -> bool:
    """True when the sentence, or the clause, is a question: «the point is why he would leave»."""
    verb = clause_of(token)
    if verb.dep_ == "relcl" and any(child.lower_ == "why" and child.i < verb.i for child in verb.children):
        return True
    if verb.dep_ in {"ccomp", "pcomp", "csubj"} and any(
        child.lower_ in QUESTIONS and child.i < verb.i for child in verb.children
    ):
        return True
    last = next((inside for inside in reversed(token.sent) if not inside.is_space and inside.text not in "”\"'’)»"), token)
    return last.text.endswith("?")


def sentence_before(token: Token) -> set[int]:
    """The sentence before that of a token, within the article."""
    start = token.sent.start
    before = token.doc[start - 1].sent if start else None
    return set(range(before.start, before.end)) if before is not None else set()


def points_back(token: Token) -> bool:
    """True for a bare «this», «that», «it»: what it means is the sentence before."""
    return token.lower_ in BEFORE and not any(True for _ in token.children)


def beginning_at(place: int, token: Token) -> Token | None:
    """The verb of the clause that begins there, in the sentence of a token; its first word may be the one before («that»)."""
    verbs = (word for word in token.sent if word.pos_ in VERBAL and word.i > place)
    return next((verb for verb in verbs if verb.left_edge.i in {place - 1, place} and subject(verb) is not None), None)


def opening(token: Token) -> int:
    """The index of the first word of the token's sentence, quotation marks and «and» or «but» left out."""
    words = (word.i for word in token.sent if not (word.is_space or word.is_punct or word.lower_ in {"and", "but"}))
    return next(words, token.i)
