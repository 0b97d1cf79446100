"""Who does what a verb says, where its own clause leaves it unsaid."""

import re

from spacy.tokens import Token

from rashomon.find.clauses import is_infinitive
from rashomon.find.event.tree import GROUNDS, HOLDING_TO_ACCOUNT, NOMINAL, SUBJECTS, is_verb, meant

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
SHARING = frozenset({"xcomp", "conj", "advcl", "ccomp", "dep", "oprd"})
HELPING = frozenset({"assist", "help", "support", "aid", "back"})
OF_SOMEBODY = frozenset({"GPE", "NORP", "ORG"})  # «the Danish plan to»
# Nouns of which it is not they that do what stands under them: «a campaign to fight the rebels».
PURPOSES = frozenset(
    "campaign mission plan bid effort attempt decision promise threat right chance need move order offer drive pledge vow scheme "
    "plot desire push opportunity authority power mandate permission".split()
)
SINGLE = re.compile("^(wo)?man$|^boy$|^girl$|(er|or|ist|ess)$")  # one of a kind: «woman», «driver», «activist»


def understood_subject(verb: Token, depth: int = 5) -> list[Token]:
    """The subject a verb shares with the verb or noun it hangs on: «agreed to cooperate», «the man who fled», «came and saw»."""
    head = verb.head
    if depth == 0 or head == verb or (verb.tag_ == "VBG" and verb.dep_ != "pcomp" and head.lemma_ in JUDGING):
        return []
    if verb.dep_ in {"acl", "relcl"}:
        return described_by(verb, depth)
    if verb.dep_ == "pcomp":
        return behind_preposition(head, depth)
    if verb.dep_ in SHARING and not is_verb(head) and head.dep_ in {"acomp", "attr", "conj"}:
        return subjects(head.head, depth - 1) if is_verb(head.head) and head.head != head else []
    if verb.dep_ in SHARING and is_verb(head):
        return controlled(verb, head) or subjects(head, depth - 1)
    return []


def described_by(clause: Token, depth: int) -> list[Token]:
    """Who does what a clause on a noun says: the noun, or whose purpose it is."""
    noun = clause.head
    if clause.dep_ == "acl" and is_infinitive(clause) and noun.pos_ == "NOUN":
        return bearers(noun, depth) or [noun]
    done = clause.tag_ == "VBN" and not any(child.dep_ == "dobj" for child in clause.children)  # «a gunman killed nine», misread
    return [noun] if noun.pos_ in NOMINAL and not done and noun.pos_ != "ADJ" else []


def bearers(noun: Token, depth: int) -> list[Token]:
    """Whose a noun of purpose is: «Oslo's plan to», «Oslo waged a campaign to»."""
    before = {"amod", "compound", "nmod"}
    own = [child for child in noun.children if child.dep_ == "poss" or (child.dep_ in before and child.ent_type_ in OF_SOMEBODY)]
    own += [who for child in noun.children if child.lower_ in {"of", "by"} for who in child.children if who.dep_ == "pobj"]
    above = noun.head if noun.dep_ == "dobj" else noun.head.head
    shared = noun.dep_ in {"dobj", "pobj"} and noun.lemma_.lower() in PURPOSES and is_verb(above)
    return own or (subjects(above, depth - 1) if shared else [])


def behind_preposition(preposition: Token, depth: int) -> list[Token]:
    """Who does what a gerund behind a preposition says: «fled after attacking», «barred Oslo from testing»."""
    above = preposition.head
    helped = above.lemma_ in HELPING and preposition.lower_ == "in"  # «assisted Oslo in fighting»
    if helped or preposition.lower_ == "from" or (above.lemma_ in HOLDING_TO_ACCOUNT and preposition.lower_ in GROUNDS):
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
    if pronoun.tag_ != "PRP" or pronoun.lower_ == "you":
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


def subjects(verb: Token, depth: int = 5) -> list[Token]:
    """The written subject of a verb, or the one it shares."""
    own = [child for child in verb.children if child.dep_ in SUBJECTS]
    pronouns = {"who", "which", "that"}
    if own and own[0].lower_ in pronouns and verb.dep_ == "relcl":
        return [meant(own[0])]
    return own or understood_subject(verb, depth)
