"""Tests that tell a connective that makes a rule from the same words used otherwise."""

from collections.abc import Callable

from spacy.tokens import Doc, Token

from rashomon.find.clauses import is_infinitive
from rashomon.find.rule import clause
from rashomon.find.rule.outlook import strength

Test = Callable[[tuple[int, ...], Token, Token | None], bool]

WONDER = frozenset(
    {"investigate", "ask", "wonder", "know", "check", "decide", "doubt", "question", "determine", "clear", "sure", "unclear"}
)
FRAMES = frozenset({"talk", "speak", "look", "consider", "compare", "take", "remember", "recall", "think", "judge", "count"})
TELLERS = frozenset({"we", "you", "one", "i"})
VERBLESS = frozenset({"necessary", "needed", "required", "true", "successful", "confirmed", "approved", "elected", "completed"})
FILLERS = frozenset({"any", "ever", "so", "not", "possible", "anything", "only", "else"})
STATES = frozenset({"be", "have", "need", "know", "want", "depend", "remain", "lack"})


def condition(words: tuple[int, ...], complement: Token, verb: Token | None) -> bool:
    """«If» with a clause of its own that conditions another: no question, no concession, no way of speaking."""
    before = complement.doc[words[0] - 1].lower_ if words[0] else ""
    if complement.dep_ in {"ccomp", "xcomp"} or before in {"as", "even", "what", "but"} or wonders(complement.doc, words[0]):
        return False
    if complement.lower_ in FILLERS or is_infinitive(complement) or way_of_speaking(complement):
        return False
    if complement.pos_ == "ADJ" and complement.lower_ not in VERBLESS:
        return False
    if any(token.lower_ == "please" for token in complement.sent):
        return False
    return verb is None or not contrast(complement, verb)


def wonders(doc: Doc, place: int) -> bool:
    """«The police are investigating if a second car was there»: if is whether."""
    return place > 0 and doc[place - 1].lemma_ in WONDER and doc[place - 1].pos_ in {"VERB", "ADJ"}


def way_of_speaking(complement: Token) -> bool:
    """«If we look at the figures, …»."""
    first = clause.subject(complement)
    return first is not None and first.lower_ in TELLERS and complement.lemma_ in FRAMES


def contrast(complement: Token, verb: Token) -> bool:
    """«If the first plan was about oil, the second is about grain»: two facts, no condition; «if it ever failed» is one."""
    told = clause.past(complement) and not clause.perfect(complement) and clause.modal(complement) is None
    ever = any(child.lower_ == "ever" for child in complement.children)
    return told and not ever and clause.modal(verb) is None and strength(verb) is None


def present(words: tuple[int, ...], complement: Token, verb: Token | None) -> bool:
    """«As long as it pays», not «as long as it lasted»."""
    return not clause.past(complement)


def not_anonymous(words: tuple[int, ...], complement: Token, verb: Token | None) -> bool:
    """«spoke on condition that he not be named» is about the source."""
    return complement.lemma_ not in {"name", "identify", "quote"}


def inverted(words: tuple[int, ...], complement: Token, verb: Token | None) -> bool:
    """«Should the pipeline close, …», «Had the guards stayed, …»: the auxiliary opens a clause that is no question."""
    first = clause.subject(complement)
    token = complement.doc[words[0]]
    return first is not None and verb is not None and token.head.i == complement.i and words[0] < first.i < complement.i


def reason(words: tuple[int, ...], complement: Token, verb: Token | None) -> bool:
    """«Since» that gives a reason and no date: «has grown since the border opened» is a date."""
    if complement.doc[words[0] - 1].lower_ in {"ever", "long"} if words[0] else False:
        return False
    if clause.subject(complement) is None:
        return False  # «since fell on Sunday»
    since_then = clause.past(complement) and not clause.perfect(complement)
    dated = verb is not None and clause.perfect(verb) and complement.doc[words[0] - 1].text != ","
    return not (since_then and dated) and complement.tag_ != "VBG"


def state(words: tuple[int, ...], complement: Token, verb: Token | None) -> bool:
    """«As» with a lasting state in the present, after a negated or future clause: «as their stores are full»."""
    first = clause.subject(complement)
    own = first is not None and first.lower_ not in {"it", "there", "he", "she", *TELLERS}
    lasting = complement.lemma_ in STATES and complement.tag_ in {"VBZ", "VBP"} and clause.modal(complement) is None
    return own and lasting and verb is not None and strength(verb) is not None and words[0] > verb.i


def future(words: tuple[int, ...], complement: Token, verb: Token | None) -> bool:
    """Only with an expectation in the other clause."""
    return verb is not None and strength(verb) is not None


def impossible(words: tuple[int, ...], complement: Token, verb: Token | None) -> bool:
    """«cannot … without …»."""
    if verb is None or clause.negation(verb) is None:
        return False
    token = clause.modal(verb)
    return token is not None and token.lower_ in {"can", "ca", "could", "will", "wo", "would"}


def preposition(words: tuple[int, ...], complement: Token, verb: Token | None) -> bool:
    """«Given its debts, …» and no «was given its debts»."""
    token = complement.doc[words[0]]
    before = complement.doc[words[0] - 1] if words[0] else token
    return token.dep_ == "prep" and (
        token.i == token.sent.start or before.is_punct or before.lower_ in {"especially", "particularly"}
    )


FITNESS: dict[str, Test] = {
    "": lambda words, complement, verb: True,
    "condition": condition,
    "present": present,
    "not anonymous": not_anonymous,
    "inverted": inverted,
    "reason": reason,
    "state": state,
    "future": future,
    "impossible": impossible,
    "preposition": preposition,
    "not filler": lambda words, complement, verb: complement.lower_ != "course",
    "not scheduled": lambda words, complement, verb: complement.tag_ != "VB",
}
"""The tests by the name that ``only`` of a connective gives."""
