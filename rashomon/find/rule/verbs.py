"""Rules said with a verb: «led to», «was sparked by», «is aimed at», «is designed to»."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from rashomon.find.clauses import is_infinitive
from rashomon.find.rule import clause
from rashomon.find.rule.draft import Draft, trimmed
from rashomon.find.rule.lexicon import Verb, verbs
from rashomon.find.rule.outlook import by_modal, modal_lemma, strength, text
from rashomon.gazetteer import gazetteer
from rashomon.records import RuleKind

PERSONS = frozenset({"i", "you", "he", "she", "we", "they", "who"})
SOMEBODY = frozenset({"someone", "somebody", "nobody", "anyone", "man", "woman", "driver"})
TARGETS = frozenset(
    {
        *("party", "country", "state", "nation", "people", "those", "anyone", "anybody", "neighbour", "neighbor"),
        *(
            "smuggler",
            "militant",
            "terrorist",
            "rebel",
            "separatist",
            "extremist",
            "bandit",
            "opponent",
            "rival",
            "enemy",
            "critic",
        ),
    }
)


def said_with_verbs(tokens: Sequence[Token]) -> Iterator[Draft]:
    """Every rule said with a verb of the lexicon, in text order."""
    for token in tokens:
        for entry in verbs().get(token.lemma_, ()) if token.pos_ in clause.VERBAL and not clause.asks(token) else ():
            draft = by_agent(token, entry) if by_phrase(token) is not None else at(token, entry)
            if draft is not None:
                yield draft
                break


def by_phrase(verb: Token) -> Token | None:
    """The head of the agent of a passive, «sparked by a [verdict]»."""
    agent = next((child for child in verb.children if child.dep_ == "agent"), None)
    return None if agent is None else next((child for child in agent.children if child.dep_ in {"pobj", "pcomp"}), None)


def by_agent(verb: Token, entry: Verb) -> Draft | None:
    """«The riots were sparked by a verdict»: the agent is the cause."""
    cause, effect = by_phrase(verb), patient(verb)
    if cause is not None and entry.deed and acts(cause, verb, entry):
        return None
    if not entry.by or entry.kind != "cause" or entry.object not in {"noun", "any"} or cause is None or not effect:
        return None
    agent = next(child for child in verb.children if child.dep_ == "agent")
    return draft(verb, entry.kind, clause.subtree(cause), effect, {verb.i, agent.i})


def patient(verb: Token) -> set[int]:
    """The subject of a passive; of a bare participle, the noun it hangs on."""
    first = clause.subject(verb)
    if first is not None:
        return clause.named(first)
    return clause.subtree(verb.head) - clause.subtree(verb) if verb.dep_ == "acl" else set()


def at(verb: Token, entry: Verb) -> Draft | None:
    """The draft of one entry at one verb; None when the verb is used otherwise."""
    cue, aimed = object_of(verb, entry)
    if aimed is None or not finite(verb, entry) or clause.passive(verb) != entry.passive:
        return None
    first = patient(verb) if entry.passive else subject_of(verb, entry)
    if not first:
        return None
    kind = entry.kind if entry.kind != "aim" or entry.after == "against" or targeted(aimed) else "purpose"
    then = clause.subtree(aimed) - cue | trailing(verb, aimed)
    sides = (then, first) if entry.backwards else (first, then)
    return draft(verb, kind, sides[0], sides[1] - sides[0], {verb.i, *cue})


def object_of(verb: Token, entry: Verb) -> tuple[set[int], Token | None]:
    """The words between the verb and its object, and the object's head."""
    if entry.object == "infinitive":
        acts = (child for child in verb.children if child.i > verb.i and is_infinitive(child))
        act = next(acts, None)
        return ({child.i for child in act.children if child.dep_ == "aux"}, act) if act is not None else (set(), None)
    if not entry.after:
        return set(), direct(verb, entry)
    *nouns, last = entry.after.split()
    if not nouns and any(child.dep_ == "dobj" and child.i > verb.i for child in verb.children) and last != "about":
        return set(), None  # «led the talks to an end» is a deed
    noun = next((child for child in verb.children if nouns and child.lower_ == nouns[-1]), None)
    if nouns and noun is None:
        return set(), None
    holders = [verb] if noun is None else [noun, verb]
    link = next((child for holder in holders for child in holder.children if child.lower_ == last and child.i > holder.i), None)
    if link is None:
        return set(), None
    cue = {link.i} if noun is None else {noun.i, link.i, *(child.i for child in noun.children if child.dep_ == "det")}
    return cue, direct(verb, entry) if link.dep_ == "prt" else phrase(link)


def trailing(verb: Token, aimed: Token) -> set[int]:
    """The phrases right after the object, which the parse may hang on the verb: «led to riots [in the port]»."""
    end, found = max(clause.subtree(aimed)), set[int]()
    for child in verb.children:
        if child.dep_ == "prep" and min(clause.subtree(child)) == end + 1:
            found |= clause.subtree(child)
            end = max(found)
    return found


def phrase(link: Token) -> Token | None:
    """The object of a preposition."""
    return next((child for child in link.children if child.dep_ in {"pobj", "pcomp"}), None)


def direct(verb: Token, entry: Verb) -> Token | None:
    """The direct object, as the entry wants it."""
    after = [child for child in verb.children if child.i > verb.i]
    acts = [child for child in after if child.dep_ in {"ccomp", "xcomp"} and (is_infinitive(child) or bare(child))]
    if entry.object in {"verb", "any"} and acts:
        return acts[0]
    if entry.object == "gerund":
        return next((child for child in after if child.dep_ in {"xcomp", "pcomp", "ccomp"} and child.tag_ == "VBG"), None)
    return next((child for child in after if child.dep_ == "dobj"), None) if entry.object != "verb" else None


def bare(act: Token) -> bool:
    """«made them look»: an infinitive without to, with a subject of its own."""
    return act.tag_ == "VB" and clause.modal(act) is None and any(child.dep_ == "nsubj" for child in act.children)


def finite(verb: Token, entry: Verb) -> bool:
    """True when the verb asserts: no infinitive, no «should», and in the tense the entry wants."""
    token = clause.modal(verb)
    if is_infinitive(verb) or (token is not None and modal_lemma(token) not in {"will", "would", "may", "might", "could", "can"}):
        return False
    if entry.future:
        return token is not None and modal_lemma(token) != "would"
    if entry.present:
        return verb.tag_ in {"VBZ", "VBP"} or (verb.tag_ == "VBG" and verb.dep_ != "amod")
    return verb.dep_ not in {"amod", "compound", "pobj"}


def subject_of(verb: Token, entry: Verb) -> set[int]:
    """What is said to bring it about: the subject; before «, causing losses» the clause; before «This led to» the sentence."""
    first = clause.subject(verb)
    if first is None:
        return clause_before(verb)
    if acts(first, verb, entry):
        return set()
    if first.lower_ == "which" and first.nbor(-1).text == ",":
        return said_before(verb, first.i)
    if not clause.points_back(first):
        return clause.named(first)
    return clause.sentence_before(verb) if clause.opening(first) == first.i else before_link(first)


def before_link(first: Token) -> set[int]:
    """«The dam broke and this led to a flood»: the clause before the link; nothing where no link shows that it is meant."""
    link = first.nbor(-1)
    if link.dep_ != "cc" or link.head.pos_ not in clause.VERBAL:
        return set()
    return {index for index in clause.body(link.head, set()) if index < link.i}


def acts(first: Token, verb: Token, entry: Verb) -> bool:
    """True for a subject that makes no cause: a doer, a clause on which the verb is conditional, a question word."""
    if entry.deed and (first.lower_ in PERSONS | SOMEBODY or first.pos_ == "PROPN" or first.lower_ in gazetteer().doers):
        return True
    if first.lower_ in PERSONS - {"they"} or (first.dep_ == "csubj" and clause.modal(verb) is not None):
        return True
    return first.lower_ in clause.QUESTIONS or (first.lower_ in clause.RELATIVES and verb.dep_ != "relcl")


def clause_before(verb: Token) -> set[int]:
    """The clause that a participle («…, sparking a panic») comments on."""
    if (
        verb.tag_ != "VBG"
        or verb.dep_ not in {"advcl", "acl"}
        or verb.i == verb.sent.start
        or verb.nbor(-1).lower_ not in {",", "thereby"}
    ):
        return set()
    return said_before(verb, verb.i)


def said_before(verb: Token, place: int) -> set[int]:
    """The clause that the verb's clause comments on, up to there."""
    main = clause.clause_of(verb.head)
    return {index for index in clause.body(main, clause.subtree(verb)) if index < place}


def targeted(aimed: Token) -> bool:
    """True when the object can be aimed at as an adversary: a name, or people, and no deed or state of things."""
    adversary = (
        aimed.pos_ == "PROPN"
        or aimed.lemma_ in TARGETS
        or aimed.lemma_ in gazetteer().doers
        or any(child.pos_ == "PROPN" for child in aimed.children)
    )
    return aimed.tag_ != "VBG" and adversary


def draft(verb: Token, kind: RuleKind, condition: set[int], outcome: set[int], cue: set[int]) -> Draft:
    """The draft of a verb; after a modal a cause is an expectation."""
    certain = by_modal(verb) or (strength(verb.head) if verb.dep_ == "xcomp" else None)
    token, no = clause.modal(verb), clause.negation(verb)
    possible = token is not None and modal_lemma(token) == "can"
    perhaps = token is not None and kind == "cause" and clause.perfect(verb)  # «may have caused» looks back
    expected = kind == "cause" and (certain is not None or possible)
    words = certain.words if certain else (token.i,) if token is not None else ()
    return Draft(
        "prediction" if expected else kind,
        trimmed(verb.doc, condition),
        trimmed(verb.doc, outcome),
        tuple(sorted({*cue, *(words if expected or kind == "prediction" else ())})),
        (certain.entry.status if certain else "possible" if possible else "stated")
        if expected or kind == "prediction"
        else "possible"
        if perhaps
        else "stated",
        text(verb.doc, words),
        possible or (certain is not None and certain.entry.default),
        no is not None,
    )
