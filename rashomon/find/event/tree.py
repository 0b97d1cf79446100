"""What hangs on what in a sentence: roles of a verb or noun, understood subjects, and reach."""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import takewhile

from spacy.tokens import Token

Roles = dict[str, list[Token]]

# Arcs by which a word belongs to the phrase of its head: «opened → fire», «put → on → alert», «state → of → emergency».
PHRASE = frozenset(
    "dobj dative prt prep pobj advmod acomp attr oprd nsubjpass amod compound nmod conj npadvmod nummod pcomp xcomp".split()
)
CIRCUMSTANCE = frozenset(
    "after before following amid amidst during despite because since until while without including like as when though".split()
)
BEHIND = frozenset({"after", "following", "since", "over", "amid", "despite"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET"})
REACH = 4  # arcs; «held → meeting → with → leaders» needs three
MOST_CONJUNCTS = 30  # a list of names longer than that is no list of actors
SHARING = frozenset({"xcomp", "conj", "advcl", "ccomp", "dep", "oprd"})
SUBJECTS = ("nsubj", "nsubjpass", "csubj")
# Verbs whose object, not subject, does what the infinitive says: «urged Russia to withdraw».
OBJECT_CONTROL = frozenset(
    "ask order urge tell force allow permit instruct command direct invite press push pressure require request call help enable "
    "lead warn persuade convince encourage compel oblige authorize appeal advise want expect cause get let make see hear".split()
)

# Verbs that judge or rule on what others do: who «condemned shooting at the crowd» did not shoot.
JUDGING = frozenset(
    "criticize criticise condemn denounce decry deplore oppose ban prohibit forbid outlaw allow permit welcome "
    "recommend discourage".split()
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


def infinitive(token: Token) -> bool:
    """«to kill»."""
    return any(child.tag_ == "TO" for child in token.children)


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
    """What the object of a verb has for itself: «received a letter *from* officials» received no officials."""
    between = list(takewhile(lambda up: up != verb, word.ancestors))
    return any(up.dep_ == "prep" and up.lower_ != "of" and up.head.dep_ == "dobj" for up in between)


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


def is_passive(verb: Token) -> bool:
    """«was shelled», and the participle of «a town shelled by rebels»."""
    arcs = {child.dep_ for child in verb.children}
    if arcs & {"nsubjpass", "auxpass", "agent"}:
        return True
    if verb.tag_ not in {"VBN", "VBD"} or arcs & {"nsubj", "aux"}:
        return False
    if verb.dep_ == "conj":  # «was killed or wounded»
        return is_verb(verb.head) and "dobj" not in arcs and is_passive(verb.head)
    return verb.tag_ == "VBN" and verb.dep_ in BARE_PASSIVES and not (verb.dep_ == "advcl" and "dobj" in arcs)


BARE_PASSIVES = frozenset({"acl", "relcl", "oprd", "advcl"})  # «a town shelled», «stood accused», «asked for help, he …»


def roles(token: Token) -> Roles:
    """The nouns by their role to a verb or noun: subject, object, indirect, possessor, modifier, or the preposition.

    The roles are those of the active: in «was accused by X», X is the subject.
    """
    found: Roles = defaultdict(list)
    passive = is_verb(token) and is_passive(token)
    for child in token.children:
        role = role_of(child, passive)
        if role:
            found[role].append(meant(child))
        elif child.dep_ in {"prep", "agent", "dative"} and child.pos_ in {"ADP", "SCONJ"}:
            name = "subject" if child.dep_ == "agent" and is_verb(token) else child.lower_
            found[name] += [below for below in child.children if below.dep_ in {"pobj", "pcomp"}]
    if not passive and is_verb(token) and not found["object"]:
        found["object"] += shared_objects(token)
    if passive and not found["object"]:
        found["object"] += understood_objects(token)
    if is_verb(token) and not found["object" if passive else "subject"]:
        found["object" if passive else "subject"] += understood_subject(token)
    return found


def shared_objects(verb: Token) -> list[Token]:
    """The object that stands with the second of two verbs only: «detained and deported nine sailors»."""
    others = [child for child in verb.children if child.dep_ == "conj" and is_verb(child) and child.i - verb.i <= 3]
    return [noun for other in others if not is_passive(other) for noun in other.children if noun.dep_ == "dobj"]


def meant(word: Token) -> Token:
    """The noun a relative pronoun stands for: «the guards who fled»; any other word stands for itself."""
    clause = word.head
    if word.tag_ not in {"WP", "WDT"} or clause.dep_ != "relcl":
        return word
    return described(word, clause.head) or agreeing(word, clause) or clause.head


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


def role_of(child: Token, passive: bool) -> str:
    """The role a noun has by its arc alone; empty when the arc does not tell."""
    if child.dep_ in SUBJECTS:
        return "object" if child.dep_ == "nsubjpass" or passive else "subject"
    if child.dep_ == "dobj" and passive and any(other.dep_ == "nsubjpass" for other in child.head.children):
        return ""  # «was fined 900 crowns»: what is kept of the object is no party
    if child.dep_ in {"dobj", "attr", "oprd"}:
        return "" if child.dep_ == "oprd" and child.pos_ == "ADJ" else "object"  # «held captive» holds somebody else
    if child.dep_ in {"dative", "iobj"} and child.pos_ in NOMINAL:
        return "indirect"
    if child.dep_ == "poss":
        return "possessor"
    return modifier_role(child) if child.dep_ in {"amod", "compound", "nmod"} else ""


def modifier_role(child: Token) -> str:
    """«Russian sanctions» are by Russia, «anti-Russian sanctions» against it; «anti» and the hyphen are nobody."""
    before = child.doc[max(child.i - 2, 0) : child.i].text.lower()
    after = child.doc[child.i + 1].text if child.i + 1 < len(child.doc) else ""
    if not child.text[0].isalnum() or after == "-":
        return ""
    return "against" if before == "anti-" else "modifier"


def understood_subject(verb: Token, depth: int = 5) -> list[Token]:
    """The subject a verb shares with the verb or noun it hangs on: «agreed to cooperate», «the man who fled», «came and saw»."""
    head = verb.head
    if depth == 0 or head == verb or (verb.tag_ == "VBG" and verb.dep_ != "pcomp" and head.lemma_ in JUDGING):
        return []
    if verb.dep_ in {"acl", "relcl"}:
        return [head] if head.pos_ in NOMINAL and verb.tag_ != "VBN" and head.pos_ != "ADJ" else []
    if verb.dep_ == "pcomp":
        return behind_preposition(head, depth)
    if verb.dep_ in SHARING and not is_verb(head) and head.dep_ in {"acomp", "attr", "conj"}:
        return subjects(head.head, depth - 1) if is_verb(head.head) and head.head != head else []
    if verb.dep_ in SHARING and is_verb(head):
        return controlled(verb, head) or subjects(head, depth - 1)
    return []


def behind_preposition(preposition: Token, depth: int) -> list[Token]:
    """Who does what a gerund behind a preposition says: «fled after attacking»; of none in «spoke about negotiating»."""
    above = preposition.head
    if above.lemma_ in HOLDING_TO_ACCOUNT and preposition.lower_ in GROUNDS:
        return [meant(child) for child in above.children if child.dep_ in {"dobj", "nsubjpass"}]
    return subjects(above, depth - 1) if is_verb(above) and preposition.lower_ not in {"about", "on"} else []


def controlled(verb: Token, head: Token) -> list[Token]:
    """The object of the verb above, where that is who does it: «urged Russia to withdraw»."""
    if verb.dep_ != "xcomp" or head.lemma_ not in OBJECT_CONTROL:
        return []
    return [child for child in head.children if child.dep_ in {"dobj", "nsubjpass", "dative"}]


def clause_subjects(verb: Token) -> list[Token]:
    """Who is to do what a clause under a verb says: «demanded that Oslo leave», «urged Oslo to leave»."""
    clauses = [child for child in verb.children if child.dep_ in {"ccomp", "xcomp"} and is_verb(child)]
    return [noun for clause in clauses for noun in clause.children if noun.dep_ in SUBJECTS] or [
        noun for clause in clauses for noun in controlled(clause, verb)
    ]


def antecedent(pronoun: Token) -> list[Token]:
    """The subject of the verb above a reported clause, where the clause's subject is a pronoun: «Oslo said it would leave»."""
    clause = pronoun.head
    if pronoun.tag_ != "PRP":
        return []  # «said that this would help»: the matter, not the speaker
    while clause.dep_ in {"conj", "xcomp", "aux", "auxpass", "advcl", "acomp"} and clause.head != clause:
        clause = clause.head
    above = clause.head
    if pronoun.dep_ not in SUBJECTS or clause.dep_ != "ccomp" or not is_verb(above):
        return []
    return [noun for noun in above.children if noun.dep_ == "nsubj" and noun.pos_ != "PRON" and agrees(pronoun, noun)]


def agrees(pronoun: Token, noun: Token) -> bool:
    """Whether a pronoun can be of a noun's number and kind: «they» of no woman, «he» of no guards, «it» of no Jane."""
    plural, person = noun.tag_ in {"NNS", "NNPS"}, noun.ent_type_ == "PERSON"
    if pronoun.lower_ in {"they", "them"}:
        return plural or not (person or SINGLE.search(noun.lemma_.lower()))
    if pronoun.lower_ == "it":
        return not (plural or person)
    return pronoun.lower_ not in {"he", "she"} or not (plural or noun.ent_type_ in {"ORG", "GPE", "NORP"})


SINGLE = re.compile("^(wo)?man$|^boy$|^girl$|(er|or|ist|ess)$")  # one of a kind: «woman», «driver», «activist»


def subjects(verb: Token, depth: int = 5) -> list[Token]:
    """The written subject of a verb, or the one it shares."""
    own = [child for child in verb.children if child.dep_ in SUBJECTS]
    pronouns = {"who", "which", "that"}
    if own and own[0].lower_ in pronouns and verb.dep_ == "relcl":
        return [verb.head]
    return own or understood_subject(verb, depth)
