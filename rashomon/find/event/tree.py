"""What hangs on what in a sentence: kinds of words and clauses, and how far a phrase reaches."""

from collections.abc import Iterator
from itertools import takewhile

from spacy.tokens import Token

# Arcs by which a word belongs to the phrase of its head: «opened → fire», «put → on → alert», «state → of → emergency».
PHRASE = frozenset(
    "dobj dative prt prep pobj advmod acomp attr oprd nsubjpass amod compound nmod conj npadvmod nummod pcomp xcomp".split()
)
CIRCUMSTANCE = frozenset(
    "after before following amid amidst during despite because since until while without including like as when though".split()
)
BEHIND = frozenset({"during", "after", "following", "since", "over", "amid", "despite"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET"})
REACH = 4  # arcs; «held → meeting → with → leaders» needs three
MOST_CONJUNCTS = 30  # a list of names longer than that is no list of actors
SUBJECTS = ("nsubj", "nsubjpass", "csubj")


# Verbs that say of a deed only that it was done.
DOING = frozenset(
    "carry conduct launch make begin start stage hold mount perform undertake commit lead order plan end resume continue suspend "
    "halt organize organise complete announce step stop use".split()
)
# Verbs whose object is said to have done what stands under «for» or «of»: «sentenced him for insulting the court».
HOLDING_TO_ACCOUNT = frozenset(
    "accuse arrest blame charge condemn convict criticize criticise denounce detain dismiss expel fine fire impound indict jail "
    "penalize praise prosecute punish sack sanction seize sentence sue suspect suspend thank try".split()
)
GROUNDS = frozenset({"for", "of", "with", "over"})


def is_verb(token: Token) -> bool:
    """A verb, auxiliaries among them."""
    return token.pos_ in {"VERB", "AUX"}


def is_likened(clause: Token) -> bool:
    """«it looks *like* Oslo attacked», «as if Oslo had attacked»."""
    return any(child.dep_ in {"mark", "prep", "advmod"} and child.lower_ in {"like", "as"} for child in clause.children)


def is_circumstance(noun: Token) -> bool:
    """«after the attacks», «in the wake of the attacks»: what is told as the time or cause of something else was done."""
    prep = noun.head
    return noun.dep_ == "pobj" and (prep.lower_ in BEHIND or (prep.lower_ == "of" and prep.head.lower_ in {"wake", "aftermath"}))


def phrase(head: Token) -> Iterator[Token]:
    """The words of the head's phrase within reach, the nearest first; other clauses are left out."""
    layer = [head, *understood_objects(head)]
    yield from layer[1:]
    for _ in range(REACH):
        layer = [child for token in layer for child in token.children if child.dep_ in PHRASE and not is_apart(child)]
        yield from layer


def is_apart(token: Token) -> bool:
    """A verb of its own, the second of «arrested and deported», or a circumstance, «after an attack», «on Monday»."""
    if token.dep_ == "prep" and is_verb(token.head):
        return token.lower_ in CIRCUMSTANCE or any(below.ent_type_ in {"DATE", "TIME"} for below in token.children)
    return is_verb(token) and token.dep_ in {"conj", "pcomp"}


def is_anothers(word: Token, verb: Token) -> bool:
    """What the object of a verb has for itself: «a letter *from* officials» received is no official received."""
    between = list(takewhile(lambda up: up != verb, word.ancestors))
    aside = any(up.dep_ == "prep" and up.lower_ != "of" and up.head.dep_ == "dobj" for up in between)
    return aside or any(is_verb(up) and up.dep_ == "xcomp" for up in between)


def understood_objects(verb: Token) -> list[Token]:
    """The noun a passive participle hangs on: «a curfew imposed on Sunday»."""
    return [verb.head] if is_verb(verb) and verb.dep_ == "acl" and verb.tag_ == "VBN" else []


def conjuncts(token: Token) -> list[Token]:
    """A noun and those coordinated with it: «Russia, China and Iran»."""
    found, queue = [token], [token]
    while queue and len(found) < MOST_CONJUNCTS:
        more = [child for child in queue.pop().children if child.dep_ == "conj" and child.pos_ in NOMINAL]
        found += more
        queue += more
    return found


def meant(word: Token) -> Token:
    """The noun a relative pronoun stands for: «the guards who fled»; any other word stands for itself."""
    clause = word.head
    if word.tag_ not in {"WP", "WDT"} or clause.dep_ != "relcl":
        return word
    return described(word, clause.head) or agreeing(word, clause) or placed(word, clause.head) or clause.head


def described(pronoun: Token, near: Token) -> Token | None:
    """After an inserted description, what it describes: «the Danes, a people related to the Swedes, who were accused»."""
    if pronoun.doc[pronoun.i - 1].text != ",":
        return None
    inserted = next((up for up in (near, *list(near.ancestors)[:DEEPEST_INSERTED]) if up.dep_ == "appos"), None)
    start = inserted.left_edge.i if inserted is not None else 0
    if start < 2 or pronoun.doc[start - 1].text != "," or inserted is None or inserted.pos_ != "NOUN":
        return None  # «the head of the bank, Rossi, who»: Rossi
    before = pronoun.doc[start - 2]
    return before if before.pos_ in {"NOUN", "PROPN"} else None


def placed(pronoun: Token, near: Token) -> Token | None:
    """What stood in a town, where the clause does not tell of the town: «an attack in Bergen, Norway, which killed two»."""
    while near.dep_ == "appos" and near.head.ent_type_ == "GPE":
        near = near.head
    prep = near.head
    there = near.ent_type_ == "GPE" and near.dep_ == "pobj" and prep.lower_ in {"in", "at", "near"}
    return prep.head if there and prep.head.pos_ == "NOUN" and pronoun.dep_ in SUBJECTS else None


def agreeing(pronoun: Token, clause: Token) -> Token | None:
    """Where the verb is plural and the nearest name is not, the plural noun before: «depots in Riga, which threaten us»."""
    finite = next((child for child in clause.children if child.dep_ in {"aux", "auxpass"}), clause)
    near = clause.head
    plural = finite.tag_ == "VBP" or finite.lower_ == "were"
    if (
        not plural
        or near.tag_ not in {"NN", "NNP"}
        or pronoun.dep_ not in SUBJECTS
        or any(child.dep_ == "conj" for child in near.children)
    ):
        return None
    verb = next((up for up in near.ancestors if is_verb(up)), near)
    around = {verb.i, *(up.i for up in near.ancestors if up.pos_ == "NOUN")}
    before = (token for token in reversed(pronoun.doc[pronoun.sent.start : near.left_edge.i]) if token.tag_ == "NNS")
    return next((token for token in before if token.i in around or any(up.i in around for up in token.ancestors)), None)


DEEPEST_INSERTED = 5  # arcs up to the description: «a people related to the Swedes» needs three
