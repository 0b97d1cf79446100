"""Whom the arguments of a clause mean: pronouns that the mentions leave open, and deverbal subjects."""

from spacy.tokens import Token

from rashomon.find.clauses import controller, possessor
from rashomon.find.partakings import deverbal
from rashomon.find.terms import Named, term
from rashomon.records import Term

DEMONSTRATIVES = frozenset({"this", "that", "these", "those", "all"})


def who(head: Token, clause: Token, known: Named) -> Token:
    """Whom a pronoun means when the mentions do not say: the subject of the clause above, «they» that of the sentence before."""
    if head.lower_ not in ("he", "she", "it", "they") or known.of(head) is not None:
        return head
    above = controller(clause.head, 0) if clause.dep_ in ("ccomp", "acl") else None
    if above is not None and above.i < head.i:
        return above
    before = many_before(head) if head.lower_ == "they" else one_before(head, known) if head.lower_ == "it" else None
    return before or head


def one_before(head: Token, known: Named) -> Token | None:
    """What «it» at the head of a sentence takes up: the singular subject of the sentence before, when that is no person."""
    if head.sent.start == 0 or head.i != head.sent.start or head.dep_ not in ("nsubj", "nsubjpass"):
        return None
    root = head.doc[head.sent.start - 1].sent.root
    subjects = [child for child in root.children if child.dep_ in ("nsubj", "nsubjpass") and child.tag_ in ("NN", "NNP")]
    mention = known.of(subjects[0]) if len(subjects) == 1 else None
    return subjects[0] if subjects and (mention is None or mention.type != "person") else None


def many_before(head: Token) -> Token | None:
    """The only subject in the plural of the main clauses of the sentence before; of two nobody knows which is meant."""
    if head.sent.start == 0:
        return None
    root = head.doc[head.sent.start - 1].sent.root
    clauses = (root, *(child for child in root.children if child.dep_ == "conj"))
    subjects = [child for verb in clauses for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")]
    many = [subject for subject in subjects if subject.tag_ in ("NNS", "NNPS") and subject.lemma_.lower() != subject.lower_]
    return many[0] if len(many) == 1 else None


def term_of(role: str, head: Token, known: Named) -> Term | None:
    """The term of an argument; a deverbal subject stands for its doer, a bare pronoun for nobody, «this» for what was said."""
    if role == "subject" and head.lemma_.lower() in deverbal():
        head = possessor(head, 0) or head
    if (
        head.pos_ == "PRON"
        and known.of(head) is None
        and (role not in ("subject", "object") or head.lower_ not in DEMONSTRATIVES)
    ):
        return None
    return term(role, head, known)
