"""Expectations and commitments: «will», «is likely to», «vowed to», «do not rule out»."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from rashomon.find.clauses import is_infinitive
from rashomon.find.rule import clause
from rashomon.find.rule.draft import Draft, trimmed
from rashomon.find.rule.lexicon import Outlook, outlooks, verbs

MODALS = {"’ll": "will", "'ll": "will", "wo": "will", "’d": "would", "'d": "would", "ca": "can"}
WHOEVER = frozenset({"whatever", "whoever", "whichever", "wherever", "however", "whenever"})
TELLING = frozenset(
    {
        "say",
        "tell",
        "confirm",
        "announce",
        "add",
        "warn",
        "note",
        "claim",
        "insist",
        "argue",
        "promise",
        "explain",
        "write",
        "state",
    }
)
GENERIC = frozenset({"those", "anyone", "whoever", "anybody", "everyone"})


@dataclass(frozen=True, slots=True)
class Strength:
    """How sure a clause is said to be, in its own words."""

    entry: Outlook
    words: tuple[int, ...]
    negated: bool
    said: tuple[int, ...]  # what is expected, when it is not the whole clause: the object of «do not rule out»


def strength(verb: Token) -> Strength | None:
    """The expectation or commitment in the clause of a verb; None when the clause has none."""
    found = by_modal(verb) or by_object(verb)
    if found:
        return found
    for token in inside(verb):
        found = by_infinitive(token)
        if found:
            return found
    return None


def inside(verb: Token) -> list[Token]:
    """The verb and the words near it that may carry the outlook: «is [likely]», «expressed its [readiness]»."""
    return [verb, *(child for child in verb.children if child.dep_ in {"acomp", "dobj", "oprd", "attr", "xcomp"})]


def by_modal(verb: Token) -> Strength | None:
    """«will act», «may not act»; a perfect («may have acted») looks back and is none."""
    token = clause.modal(verb)
    if token is None or clause.perfect(verb):
        return None
    entry = outlooks().get(modal_lemma(token))
    if entry is None or verb.lemma_ in entry.not_before or any(child.lemma_ in entry.not_before for child in verb.children):
        return None
    if advises(verb):
        return None
    no = clause.negation(verb)
    return Strength(entry, (token.i,) if no is None else (token.i, no.i), no is not None, ())


def advises(verb: Token) -> bool:
    """«It would be a good idea to wait» expects nothing."""
    first = clause.subject(verb)
    return verb.lemma_ == "be" and first is not None and first.lower_ == "it" and modal_of(verb) == "would"


def modal_of(verb: Token) -> str:
    """The dictionary form of the verb's modal, empty when it has none."""
    token = clause.modal(verb)
    return "" if token is None else modal_lemma(token)


def modal_lemma(token: Token) -> str:
    """The modal's dictionary form: «wo» of «won't» is will."""
    return MODALS.get(token.lower_, token.lower_)


def by_infinitive(token: Token) -> Strength | None:
    """«is likely to act», «vowed to act», «readiness to act»."""
    entry = outlooks().get(token.lower_) or outlooks().get(token.lemma_)
    if entry is None or entry.form != "to" or (token.pos_ == "NOUN") != entry.noun or not fits(token, entry) or compares(token):
        return None
    act = next((child for child in token.children if child.i > token.i and is_infinitive(child)), None)
    if act is None or act.i - token.i > 6:
        return None
    to = next(child for child in act.children if child.lower_ == "to")
    be = [token.head.i] if token.head.lemma_ == "be" and token.dep_ == "acomp" else []
    no = clause.negation(token) or (clause.negation(token.head) if token.dep_ == "acomp" else None)
    words = sorted(
        {*be, *(aux.i for aux in clause.auxiliaries(token) if aux.lower_ != "to"), *([no.i] if no else []), token.i, to.i}
    )
    return Strength(entry, tuple(words), entry.negative != (no is not None), ())


def compares(token: Token) -> bool:
    """«no more likely to sink than others», «is set up to serve»: how things are, no outlook."""
    more = any(child.lower_ in {"more", "less"} for child in token.children)
    return (more and any(word.lower_ == "than" for word in token.sent)) or any(child.dep_ == "prt" for child in token.children)


def fits(token: Token, entry: Outlook) -> bool:
    """True when the word stands in the form in which it is an outlook."""
    if entry.progressive:
        return token.tag_ == "VBG" and any(
            aux.lower_ in {"is", "are", "’s", "'s", "’re", "'re", "am"} for aux in clause.auxiliaries(token)
        )
    if entry.passive:
        return clause.passive(token) or token.dep_ in {"acomp", "oprd"}
    if entry.active:
        return not clause.passive(token) and not is_infinitive(token) and token.tag_ != "VBG"
    return not is_infinitive(token)


def by_object(verb: Token) -> Strength | None:
    """«do not rule out a split», «a split is not ruled out»: what is expected is the object."""
    particle = next((child.lower_ for child in verb.children if child.dep_ == "prt"), "")
    entry = outlooks().get(f"{verb.lemma_} {particle}".strip())
    no = clause.negation(verb)
    if entry is None or entry.form != "object" or (entry.negated and no is None):
        return None
    split = (
        clause.subject(verb) if clause.passive(verb) else next((child for child in verb.children if child.dep_ == "dobj"), None)
    )
    if split is None:
        return None
    words = {verb.i, *(child.i for child in verb.children if child.dep_ in {"aux", "auxpass", "neg", "prt"})}
    return Strength(entry, tuple(sorted(words)), False, tuple(sorted(clause.subtree(split))))


def expectations(tokens: Sequence[Token]) -> Iterator[Draft]:
    """Every clause with an outlook, as a prediction without a condition or on the condition its subject names."""
    for verb in tokens:
        if verb.pos_ not in clause.VERBAL and verb.head.i != verb.i:
            continue
        if not clause.heads_clause(verb) or clause.asks(verb):
            continue
        certain = strength(verb)
        if certain is not None and of_somebody(verb, certain) and not repeats(verb) and not looks_around(verb, certain):
            yield expectation(verb, certain)
        elif unreal(verb):
            yield would_have(verb)


def of_somebody(verb: Token, certain: Strength) -> bool:
    """False for a clause whose subject the parse lost: «would be a good choice», nobody knows of whom."""
    return bool(certain.said) or clause.subject(verb) is not None or bool(condition_in_subject(verb))


def looks_around(verb: Token, certain: Strength) -> bool:
    """«may be obsolete», «may be hiding», «could not resist» speak of what is or was; a condition would make them look ahead."""
    word = modal_of(verb)
    if concedes(verb):
        return True
    if word in {"may", "might"} or (word == "could" and verb.lemma_ == "be"):
        return certain.entry.form == "modal" and (verb.lemma_ == "be" or verb.tag_ == "VBG") and not condition_in_subject(verb)
    return word == "could" and certain.negated


def concedes(verb: Token) -> bool:
    """«whatever turn things may take», «to whom it would be sold»: the modal belongs to a phrase, nothing is expected."""
    before = verb.doc[verb.left_edge.i : verb.i]
    if any(token.lower_ in WHOEVER for token in before):
        return True
    return verb.dep_ in {"ccomp", "pcomp"} and any(token.lower_ in {"whom", "whether"} for token in before)


def repeats(verb: Token) -> bool:
    """True for a coordinated verb that shares subject and modal with the one before: «may come and take»."""
    if verb.dep_ != "conj" or any(child.dep_ in clause.SUBJECTS for child in verb.children):
        return False
    return strength(verb.head) is not None


def expectation(verb: Token, certain: Strength) -> Draft:
    """The draft of one expectation."""
    condition = condition_in_subject(verb)
    said = set(certain.said) or clause.body(verb, condition | leading_words(verb))
    return Draft(
        "conditional" if condition else "prediction",
        trimmed(verb.doc, condition),
        trimmed(verb.doc, said),
        certain.words,
        "conditional" if condition else certain.entry.status,
        text(verb.doc, certain.words),
        certain.entry.default,
        certain.negated and not condition,
    )


def leading_words(verb: Token) -> set[int]:
    """Nothing is left out of an expectation but the verb's own connective."""
    return {child.i for child in verb.children if child.dep_ == "mark"}


def condition_in_subject(verb: Token) -> set[int]:
    """«Leaving now would be a mistake», «those who stay will be fined»: the subject is the condition."""
    for child in verb.children:
        if child.i > verb.i:
            break
        if (child.dep_ in {"csubj", "csubjpass"} and child.tag_ in {"VB", "VBG"} and is_deed(child)) or bare_condition(
            child, verb
        ):
            return clause.subtree(child)
        if child.dep_ in clause.SUBJECTS and child.lower_ in GENERIC and any(inner.dep_ == "relcl" for inner in child.children):
            return clause.subtree(child)
    return set()


def is_deed(child: Token) -> bool:
    """False for «confirming the vote will be held», where the parse takes a report for the subject."""
    before = [inner for inner in child.lefts if inner.dep_ not in {"neg", "advmod", "poss", "aux", "det"}]
    return not before and child.lemma_ not in TELLING


def bare_condition(child: Token, verb: Token) -> bool:
    """«Not to answer would be a defeat», with the infinitive read as an adverbial."""
    return child.dep_ == "advcl" and is_infinitive(child) and clause.subject(verb) is None


def unreal(verb: Token) -> bool:
    """«a second raid would have emptied the stores»: a perfect after would, with a thing for its subject."""
    token, first = clause.modal(verb), clause.subject(verb)
    if token is None or first is None or not clause.perfect(verb) or verb.lemma_ in verbs():
        return False  # «may have caused the fire» asks what caused it
    lemma = modal_lemma(token)
    if lemma in {"may", "might"}:
        indefinite = first.dep_ in {"csubj", "csubjpass"} or any(child.lower_ in {"a", "an"} for child in first.children)
        return indefinite and clause.negation(verb) is None
    return lemma in {"would", "could"} and first.pos_ != "PRON" and clause.negation(verb) is None


def would_have(verb: Token) -> Draft:
    """The draft of a counterfactual whose subject is the condition."""
    first, token = clause.subject(verb), clause.modal(verb)
    condition = clause.named(first) if first is not None else set()
    words = tuple(sorted(aux.i for aux in clause.auxiliaries(verb) if aux == token or aux.lemma_ == "have"))
    outcome = trimmed(verb.doc, clause.body(verb, condition | leading_words(verb)))
    return Draft("counterfactual", trimmed(verb.doc, condition), outcome, words, "conditional", text(verb.doc, words))


def text(doc: Doc, tokens: tuple[int, ...]) -> str:
    """The words as written."""
    return " ".join(doc[index].text for index in tokens)
