"""Whether a clause says that its verb happened: negation, modality, and the implicatives above it.

After Nairn, Condoravdi and Karttunen, "Computing relative polarity for textual inference" (2006): the truth of a complement
follows from the truth of the word above it and that word's signature, from the outermost inwards.
"""

from dataclasses import dataclass, replace

from spacy.tokens import Token

from rashomon.find.clauses import DEEPEST, child_of, is_infinitive
from rashomon.find.constructions import Signature, modalities, signatures
from rashomon.records import Status

SETTLED: frozenset[Status] = frozenset({"stated", "reported", "alleged", "denied", "refused"})
# Arguments whose «no» denies the verb; «continues with no end in sight» goes on.
CARRIERS = frozenset({"nsubj", "nsubjpass", "dobj", "attr", "agent", "prep", "preconj", "cc"})
NOT = frozenset({"not", "n't", "n’t"})
NEGATIVE = frozenset({"no", "neither", "never", "nobody", "none", "nothing", "nowhere", "without", "hardly", "scarcely"})
FOCUS = frozenset({"only", "just", "merely", "simply", "solely", "necessarily", "yet"})  # «not only gas»: no negation of gas
SAYINGS = frozenset({"accusation", "allegation", "claim", "report", "rumour", "rumor", "suggestion", "charge", "speculation"})
REJECTING = frozenset({"reject", "deny", "dismiss", "refute", "rebut", "rubbish"})
CONDITIONS = frozenset({"if", "unless", "whether", "lest", "provided", "providing", "suppose", "supposing"})
INVERTED = frozenset({"should", "were", "had"})  # «had Oslo attacked», «should he resign»


@dataclass(frozen=True, slots=True)
class Truth:
    """What a clause says of its verb, before anybody's word is counted in."""

    negated: bool = False
    status: Status = "stated"

    @property
    def settled(self) -> bool:
        """It happened or it did not; nothing is left open."""
        return self.status in SETTLED


def truth(verb: Token, depth: int = 0) -> Truth:
    """The truth that the sentence gives a verb."""
    own = Truth(negated=is_negated(verb), status=modality(verb))
    if is_rejected(verb):
        return replace(own, status="denied")
    above, signature = governor(verb)
    if above is None or depth > DEEPEST:
        return own
    if signature is None:
        return replace(own, status="possible") if is_open(verb) and own.status == "stated" else own
    return below(truth(above, depth + 1), signature, own)


def is_rejected(verb: Token) -> bool:
    """«rejected accusations that …», «dismissed reports of …»: what the noun says is denied by the verb above it."""
    noun = verb.head.head if verb.dep_ == "pcomp" else verb.head
    return noun.lemma_.lower() in SAYINGS and noun.dep_ in ("dobj", "nsubjpass") and noun.head.lemma_.lower() in REJECTING


def is_open(verb: Token) -> bool:
    """A complement of a word that is no implicative: «found it hard to pay», «a chance to leave» say nothing of the deed."""
    if verb.dep_ == "pcomp":
        return verb.head.lower_ not in ("after", "by", "without", "since", "while", "despite", "before", "when")
    return verb.dep_ == "xcomp" or (verb.dep_ == "acl" and is_infinitive(verb))


def below(above: Truth, signature: Signature, own: Truth) -> Truth:
    """The truth of a complement under an implicative."""
    if not above.settled:
        status: Status = "possible" if above.negated and signature.of == "object" else above.status
        return Truth(negated=own.negated != above.negated, status=status)
    if own.negated and not above.negated and signature.not_to == "no":
        return Truth(negated=True, status="refused")
    answer = signature.denied if above.negated else signature.affirmed
    if not answer:
        return Truth(negated=own.negated != above.negated, status=unsettled(signature.status))
    status = signature.status if not above.negated else "stated"
    return Truth(negated=own.negated != (answer == "no"), status=own.status if own.status != "stated" else status)


def unsettled(own: Status) -> Status:
    """The status of a complement of which nobody says that it happened: «did not refuse to sign»."""
    return "possible" if own in SETTLED else own


def governor(verb: Token) -> tuple[Token | None, Signature | None]:
    """The implicative above a verb and its signature; through a preposition («prevented X from leaving») and «to»."""
    above = verb.head
    if verb.dep_ == "conj" and not own_modality(verb):
        return governor(verb.head) if verb.head.i < verb.i else (None, None)
    if verb.dep_ == "pcomp":
        above = above.head
    elif verb.dep_ not in ("xcomp", "ccomp", "acl", "advcl") or (verb.dep_ == "acl" and not is_infinitive(verb)):
        return None, None
    if verb.dep_ == "advcl" and above.lemma_.lower() not in ("send", "deploy", "dispatch", "use"):
        return None, None
    signature = signatures().get(above.lemma_.lower())
    if verb.dep_ == "ccomp" and signature and not is_infinitive(verb) and signature.part == "" and verb.tag_ != "VB":
        return None, None  # «said that it left»: the statement carries it, not the grammar
    return (above, signature) if above.i != verb.i else (None, None)


def own_modality(verb: Token) -> bool:
    """A second verb with an auxiliary or subject of its own stands alone: «refused to sign and has left»."""
    return any(child.dep_ in ("aux", "auxpass", "nsubj", "nsubjpass", "neg") for child in verb.children)


def is_negated(verb: Token) -> bool:
    """«did not», «never», «no troops left», «nobody», «without firing», «neither … nor»."""
    if negating_child(verb) or cleft_denied(verb) or is_no_noun(verb):
        return True
    if verb.dep_ in ("pcomp", "pobj") and verb.head.lower_ == "without":
        return True
    return verb.dep_ == "conj" and follows_or(verb) and not own_modality(verb) and negating_child(verb.head)


def cleft_denied(verb: Token) -> bool:
    """«It was not the mayor who signed»: the negation of the frame is that of the deed."""
    frame = verb.head.head
    if verb.dep_ != "relcl" or verb.head.dep_ != "attr" or frame.lemma_ != "be":
        return False
    return any(child.dep_ == "neg" for child in frame.children) and any(child.lower_ == "it" for child in frame.children)


def is_no_noun(word: Token) -> bool:
    """«no intention of leaving», «does not have the right to leave»: the noun itself is denied."""
    if word.pos_ != "NOUN":
        return False
    if any(child.dep_ in ("det", "neg") and child.lower_ in ("no", "neither") for child in word.children):
        return True
    return word.dep_ == "dobj" and word.head.lemma_ in ("have", "show", "see", "make", "take") and negating_child(word.head)


def negating_child(verb: Token) -> bool:
    """A negation that belongs to the verb or to one of its arguments."""
    for child in verb.children:
        if is_not(child) or (child.dep_ == "advmod" and child.lower_ in NEGATIVE):
            if not is_focus(child):
                return True
        elif child.dep_ in CARRIERS and child.lower_ != "with" and is_nought(child):
            return True
    return False


def is_not(child: Token) -> bool:
    """«not», «n’t» wherever the parser hangs it, «no longer»."""
    aside = child.dep_ == "aux" and any(inner.lower_ in NOT for inner in child.children)
    return child.dep_ == "neg" or child.lower_ in NOT or aside or is_no_longer(child)


def is_no_longer(adverb: Token) -> bool:
    """«is no longer the mayor», «not any more»."""
    return adverb.lower_ == "longer" and adverb.i > 0 and adverb.nbor(-1).lower_ == "no"


def is_focus(negation: Token) -> bool:
    """«not only», «not just»: what follows is affirmed."""
    after = negation.nbor(1) if negation.i + 1 < len(negation.doc) else negation
    return after.lower_ in FOCUS and after.lower_ != "yet"


def is_nought(argument: Token) -> bool:
    """«no country», «none of the ships», «neither side», «in no way»."""
    if argument.lower_ in ("none", "nobody", "nothing", "neither", "nor"):
        return argument.lower_ != "nothing" or argument.dep_ != "attr"
    inner = child_of(argument, "pobj") if argument.dep_ in ("prep", "agent") else argument
    return inner is not None and any(
        (child.dep_ in ("det", "neg", "preconj") and child.lower_ in ("no", "neither")) for child in inner.children
    )


def follows_or(verb: Token) -> bool:
    """«did not sign or ratify»: the negation goes on."""
    joining = [child.lower_ for child in verb.head.children if child.dep_ == "cc" and child.i < verb.i]
    return joining[-1:] in (["or"], ["nor"])


def under_condition(clause: Token) -> bool:
    """«if», «unless» before what the clause says, or the inverted «should he resign»."""
    marks = [child for child in clause.children if child.dep_ in ("mark", "aux", "advmod") and child.i < clause.i]
    subject = min((child.i for child in clause.children if child.dep_ in ("nsubj", "nsubjpass")), default=0)
    return any(mark.lower_ in CONDITIONS or (mark.lower_ in INVERTED and mark.i < subject) for mark in marks)


def modality(verb: Token) -> Status:
    """What the verb's own auxiliaries, adverbs and conjunction leave open."""
    if verb.dep_ in ("advcl", "ccomp", "pcomp", "csubj", "acl") and under_condition(verb):
        return "conditional"
    left_open = sorted(
        (child.dep_ != "aux", child.i)
        for child in verb.children
        if child.dep_ in ("aux", "advmod") and child.lower_ in modalities()
    )
    if left_open:
        return modalities()[verb.doc[left_open[0][1]].lower_]
    if verb.dep_ == "conj" and verb.head.i < verb.i and not own_modality(verb) and verb.head.pos_ in ("VERB", "AUX"):
        return modality(verb.head)
    if verb.dep_ in ("pcomp", "pobj") and verb.head.lower_ == "without" and verb.head.head.pos_ in ("VERB", "AUX"):
        return modality(verb.head.head)  # «will win without firing a shot»
    return purpose(verb)


def purpose(verb: Token) -> Status:
    """A bare «to stabilize …» says what is wanted, not what came of it."""
    return "planned" if verb.dep_ == "advcl" and is_infinitive(verb) and verb.tag_ == "VB" else "stated"
