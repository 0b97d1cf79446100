"""Whether a deed happened, as far as the grammar around its word tells; whose word it is, is the business of the voices."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import takewhile

from spacy.tokens import Token

from rashomon.find.clauses import is_infinitive
from rashomon.find.constructions import Operator, Sign
from rashomon.find.event.lexicon import Lexicon
from rashomon.find.event.tree import GROUNDS, HOLDING_TO_ACCOUNT, SUBJECTS, is_circumstance, is_likened, is_verb
from rashomon.find.event.triggers import Trigger
from rashomon.find.truth import is_no_noun, negating_child, under_condition
from rashomon.records import Status

# Of several, the first one holds: «may refuse» is possible only where nothing stronger is said.
STRONGEST: tuple[Status, ...] = (
    "refused",
    "denied",
    "conditional",
    "possible",
    "alleged",
    "predicted",
    "planned",
    "reported",
    "stated",
)
# What stands under «if» after these is asked, and no condition: «the police are investigating if a second car was involved».
ASKING = frozenset("ask investigate wonder know see check determine question examine doubt inquire enquire learn decide".split())
FINITE = frozenset({"VBZ", "VBD"})
PRESENT = frozenset({"VBZ", "VBP"})
FORBIDDING = frozenset("ban bar prohibit forbid exclude restrain block disqualify dissuade deter discourage".split())
PERFORMATIVE = frozenset("thank congratulate praise commend applaud condemn express apologise apologize welcome".split())
COPULAS = frozenset("be seem appear look feel remain become sound".split())
UPWARD = frozenset(
    "xcomp ccomp acl dobj pobj prep pcomp attr acomp oprd nsubj nsubjpass agent dative csubj conj nmod compound amod".split()
)
CLAUSAL = frozenset({"advcl", "ccomp", "xcomp", "acl", "pcomp"})
HIGHEST = 8  # arcs


@dataclass
class Own:
    """What the grammar says of a deed, filled while climbing from its word to the root of the sentence."""

    statuses: set[Status] = field(default_factory=set)
    negated: bool = False
    attempt: bool = False
    historical: bool = False
    announced: bool = False  # said to be going to happen, not merely aimed at: «will arrest», «plans to arrest»
    hedges: list[Token] = field(default_factory=list)
    outer: Trigger | None = None  # the deed of agreeing, refusing, demanding … that this one is the content of
    passed: set[int] = field(default_factory=set)  # tokens of the operators passed on the way
    words: list[Token] = field(default_factory=list)  # those of them that say something of the deed, «failed», «plans»

    @property
    def status(self) -> Status:
        """The strongest of the statuses met; stated when none was."""
        return next((status for status in STRONGEST if status in self.statuses), "stated")


def own_status(trigger: Trigger, found: dict[int, Trigger], lexicon: Lexicon) -> Own:
    """Climb from the trigger and note every sign of negation, modality, condition, purpose and every operator."""
    own = Own()
    token = trigger.token
    note_signs(token, own, lexicon)
    own.outer = next((found[child.i] for child in modals(token) if child.i in found), None)
    for other in trigger.others:
        if other.pos_ == "NOUN":
            own.negated ^= is_no_noun(other) and not negating_child(token)
            note_small_words(other, own, lexicon, plans=False)  # «cancelled the planned visit» was done
    for _ in range(HIGHEST):
        head = token.head
        if head == token or own.outer or not climb(token, head, own, found, lexicon):
            break
        token = head
    if own.status == "stated" and own.outer is None and is_some(trigger.token):
        note_clause(trigger.token, own, lexicon)
    return own


def modals(verb: Token) -> Iterator[Token]:
    """The modal verbs on a verb, or on the first of several that share a subject: «Oslo must stay and work with us»."""
    while verb.dep_ == "conj" and is_verb(verb.head) and not any(child.dep_ in {"aux", *SUBJECTS} for child in verb.children):
        verb = verb.head
    yield from (child for child in verb.children if child.tag_ == "MD")


def is_some(noun: Token) -> bool:
    """«an attack», «any attack», «attacks»: one that need not have been, unlike «the attack», «their attack»."""
    marks = [child for child in noun.children if child.dep_ in {"det", "poss"}]
    bare = not marks and noun.tag_ == "NNS"
    return noun.pos_ == "NOUN" and (bare or any(mark.lower_ in {"a", "an", "any", "another"} for mark in marks))


def note_clause(noun: Token, own: Own, lexicon: Lexicon) -> None:
    """What the clause around an indefinite noun leaves open: «Guam would be the target of an attack»."""
    verb = next((up for up in noun.ancestors if is_verb(up)), None)
    if verb is None or any(up.dep_ in {"relcl", "acl"} for up in (noun, *takewhile(lambda up: up != verb, noun.ancestors))):
        return
    signs = [lexicon.signs.get(("verb", child.lower_)) for child in verb.children if child.dep_ == "aux"]
    if any(sign and sign.status in {"possible", "planned"} for sign in signs) or under_condition(verb):
        own.statuses.add("possible")


def climb(token: Token, head: Token, own: Own, found: dict[int, Trigger], lexicon: Lexicon) -> bool:
    """Note what the arc from a word to its head says; False where the head says no more of the deed."""
    above = found.get(head.i)
    if above and above.deed and above.deed.absorbs and is_content(token, above):
        own.outer = above
        return False
    if not (above and above.operator and is_likened(token)) and ends_here(token, head, own):
        return False
    if token.pos_ == "ADJ" and token.dep_ in {"acomp", "oprd", "attr"} and head.lemma_ in COPULAS:
        note_signs(head, own, lexicon, plans=False)  # «was not able to», «does not seem keen to»
        return True
    if token.dep_ == "conj":
        return climb_conjunct(token, head, own, lexicon)
    if above and above.operator and not is_bystander(token, above.operator):
        if above.token.i not in own.passed and not is_performed(token, head):
            note_operator(above, above.operator, own, lexicon)
        return True
    return climb_unknown(token, head, own, lexicon)


def is_bystander(token: Token, operator: Operator) -> bool:
    """Whether an operator says nothing of its subject: «the raid failed to …», «the visit was aimed at …»."""
    if token.dep_ == "nsubjpass" and any(child.dep_ in {"oprd", "acomp"} for child in token.head.children):
        return True  # «the visit was considered bold»
    return operator.clause and (token.dep_ == "nsubj" or (token.dep_ == "nsubjpass" and not operator.raises))


def is_performed(token: Token, above: Token) -> bool:
    """«I want to thank Oslo», «would like to condemn»: who says so does so."""
    return above.lemma_ in {"want", "wish", "like"} and token.lemma_ in PERFORMATIVE


def is_content(token: Token, above: Trigger) -> bool:
    """Whether a word stands in what is agreed, refused, demanded; of adverbial clauses only «gave orders … to kill» does."""
    if token.dep_ == "advcl":
        return is_infinitive(token) and above.entry.clause and not under_condition(token)
    return token.dep_ in UPWARD and token.dep_ not in {"nsubj", "agent"}


def ends_here(token: Token, head: Token, own: Own) -> bool:
    """Whether the arc closes the deed off: a condition, a purpose, «without», or an arc to another clause."""
    if token.dep_ in CLAUSAL and (under_condition(token) or is_any_time(token)):
        own.statuses.add("conditional")
        return True
    if token.dep_ == "pcomp" and head.lower_ == "without":
        own.negated = True
        return True
    if token.dep_ == "pcomp" and head.lower_ == "from" and head.head.lemma_ in FORBIDDING:
        own.negated = not own.negated
        return True
    if token.dep_ == "prep" and token.lower_ in GROUNDS and head.lemma_ in HOLDING_TO_ACCOUNT:
        own.statuses.add("alleged")
        return True  # «sentenced for insulting the court»
    if is_circumstance(token) or (token.dep_ == "acl" and token.tag_ == "VBN"):
        return True  # «wants to lift the ban imposed by Oslo»: imposed it was
    if token.dep_ == "advcl" and is_infinitive(token):
        own.statuses.add("planned")
    return token.dep_ == "advcl" or (token.dep_ != "conj" and token.dep_ not in UPWARD)


def climb_conjunct(token: Token, head: Token, own: Own, lexicon: Lexicon) -> bool:
    """«will arrest and deport»: what the first verb says of time and mood holds for the second, when that has no subject."""
    if is_verb(token) and is_verb(head) and not any(child.dep_ in {"nsubj", "nsubjpass", "aux"} for child in token.children):
        before = own.negated
        note_signs(head, own, lexicon)
        if not any(child.lower_ in {"or", "nor"} for child in head.children if child.dep_ == "cc"):
            own.negated = before
    return is_verb(token) == is_verb(head)


def climb_unknown(token: Token, head: Token, own: Own, lexicon: Lexicon) -> bool:
    """A head that the lexicon says nothing of: an infinitive under it is intended, not done; what a film tells is told again."""
    fiction = lexicon.classes.get("fiction", frozenset())
    if is_verb(head) and any(child.dep_ in SUBJECTS and child.lemma_.lower() in fiction for child in head.children):
        own.historical = True
    if is_infinitive(token) and token.dep_ in {"xcomp", "acl"}:
        own.statuses.add("planned")
        return False
    return (
        head.pos_ in {"ADP", "PART"}
        or (is_verb(head) and head.dep_ == "xcomp" and is_infinitive(head))
        or token.dep_ in {"compound", "amod", "nmod"}
    )


def is_any_time(clause: Token) -> bool:
    """«when members leave, the board votes», «before both have agreed»: the present of what is yet to be."""
    finite = next((child for child in clause.children if child.dep_ in {"aux", "auxpass"} and child.tag_ in PRESENT), clause)
    begun = any(
        child.lower_ in {"when", "whenever", "before", "until", "once"} and child.i < clause.i for child in clause.children
    )
    return clause.dep_ == "advcl" and begun and finite.tag_ in PRESENT


def is_concession(clause: Token) -> bool:
    """«Oslo helped, even if it grumbled»: the help does not hang on it."""
    return any(child.lower_ == "even" and child.i < clause.i for child in clause.children)


def note_operator(above: Trigger, operator: Operator, own: Own, lexicon: Lexicon) -> None:
    """Note what an operator on the way up makes of the deed, and its own signs: «did not try to»."""
    own.passed.add(above.token.i)
    own.statuses.add(operator.status)
    own.negated ^= operator.negated
    own.attempt |= operator.attempt
    own.historical |= operator.historical
    own.announced |= operator.status == "planned" and operator.announces
    if operator.status != "stated" or operator.negated or operator.attempt:
        own.words.append(above.token)
    if operator.status in {"possible", "alleged", "predicted"}:
        own.hedges.append(above.token)
    announced = own.announced
    note_signs(above.token, own, lexicon)
    if (
        not operator.announces and operator.status == "stated" and own.announced > announced
    ):  # «will lead to the release of the crew»
        own.announced = announced
        own.statuses.add("predicted")


def note_signs(token: Token, own: Own, lexicon: Lexicon, *, plans: bool = True) -> None:
    """Negation, and the small words that hang on the word."""
    own.negated ^= negating_child(token) if is_verb(token) else is_no_noun(token)
    note_small_words(token, own, lexicon, plans=plans)


def note_small_words(token: Token, own: Own, lexicon: Lexicon, *, plans: bool) -> None:
    """Modal verbs, hedging adverbs and adjectives that hang on the word, and conditions beside it."""
    kind = "verb" if is_verb(token) else "noun"
    for child in (*token.children, *said_of(token)):
        apart = child.dep_ in {"conj", "nsubj", "dobj", "pobj"} or (child.tag_ == "MD" and token.tag_ in FINITE)  # «May greets»
        sign = None if apart else lexicon.signs.get((kind, written(child)))
        if sign and (plans or sign.status != "planned"):
            note_sign(child, sign, sign.alone if sign.alone and not is_told(token) else sign.status, own)
        if child.dep_ == "advcl" and under_condition(child) and not is_concession(child) and token.lemma_ not in ASKING:
            own.statuses.add("conditional")


def written(word: Token) -> str:
    """The word as the lexicon has it: «so-called», which the tokenizer cuts in three."""
    so = word.lower_ == "called" and any(child.lower_ == "so" for child in word.children)
    return "so-called" if so else word.lower_


def said_of(noun: Token) -> list[Token]:
    """The adjectives after «be» of which a noun is the subject: «an attack is possible»."""
    if is_verb(noun) or noun.dep_ != "nsubj" or noun.head.lemma_ != "be":
        return []
    return [child for child in noun.head.children if child.dep_ == "acomp"]


def is_told(verb: Token) -> bool:
    """Whether a verb of the past tells what a clause says: «Oslo said (that) it would send a team»; the future seen from then."""
    while verb.dep_ == "conj" and is_verb(verb.head):
        verb = verb.head
    above = verb.head
    if verb.dep_ == "ROOT" or not is_verb(above):
        return is_verb(verb) and any(is_past(child) for child in verb.children if child.dep_ in {"ccomp", "parataxis"})
    return verb.dep_ == "ccomp" and is_past(above)


def is_past(verb: Token) -> bool:
    """«said», «had said», «was told»."""
    return verb.tag_ in {"VBD", "VBN"}


def note_sign(child: Token, sign: Sign, status: Status, own: Own) -> None:
    """Note one small word, with the status it has here."""
    own.statuses.add(status)
    own.announced |= status == "planned"
    if sign.hedge:
        own.hedges.append(child)
