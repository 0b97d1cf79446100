"""The words of an article that may tell of a deed, with the frame of the lexicon that fits them best."""

from dataclasses import dataclass
from itertools import takewhile

from spacy.tokens import Doc, Token

from rashomon.find.clauses import is_infinitive, is_passive
from rashomon.find.constructions import Entry, Operator
from rashomon.find.event.lexicon import Deed, Frame, Lexicon
from rashomon.find.event.subjects import subjects
from rashomon.find.event.tree import SUBJECTS, is_anothers, is_likened, is_verb, phrase, understood_objects

CLAUSES = frozenset({"xcomp", "ccomp", "acl", "pcomp"})
PREPOSITIONS = frozenset(
    "to into in on upon at for with against from over of by across through near along along toward towards behind".split()
)
NOBODY = frozenset("i we one it that this there you which".split())  # whom nothing is demanded of
OBJECTS = frozenset({"dobj", "nsubjpass"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})
INTENDING = frozenset({"will", "would", "shall", "should", "must", "wo", "'ll", "’ll", "'d", "’d"})
LONGEST_CITATION = 9  # tokens; a longer stretch cites the head word alone


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word with the entry it triggers, and the other words of the pattern."""

    token: Token
    entry: Entry
    others: tuple[Token, ...]

    @property
    def deed(self) -> Deed | None:
        """The entry, when it tells of a deed."""
        return self.entry if isinstance(self.entry, Deed) else None

    @property
    def operator(self) -> Operator | None:
        """The entry, when it only says whether a deed happened."""
        return self.entry if isinstance(self.entry, Operator) else None


def triggers(doc: Doc, lexicon: Lexicon) -> dict[int, Trigger]:
    """The trigger at each token that has one, by token index; a word taken by a heavier pattern triggers nothing itself."""
    found: dict[int, tuple[int, Trigger]] = {}
    for token in doc:
        frames = frames_of(token, lexicon)
        best = best_fit(token, frames) if frames else None
        if best:
            found[token.i] = best
    taken = {other.i: weight for weight, trigger in found.values() for other in trigger.others}
    return {place: trigger for place, (weight, trigger) in found.items() if place not in taken}


def holders(found: dict[int, Trigger]) -> dict[int, Trigger]:
    """The trigger each word belongs to, by token index: its own, or the one whose pattern it is part of («gave *orders* to»)."""
    return {**{other.i: trigger for trigger in found.values() for other in trigger.others}, **found}


def frames_of(token: Token, lexicon: Lexicon) -> tuple[Frame, ...]:
    """The frames of a word by its lemma; where the lemma is wrong («staged», «stag»), by its form without «d» or «ed»."""
    kind = kind_of(token)
    lemmas = [token.lemma_.lower()]
    if token.tag_ in {"VBD", "VBN"} and token.lower_.endswith("ed"):
        lemmas += [token.lower_[:-1], token.lower_[:-2]]
    return next((frames for lemma in lemmas if (frames := lexicon.frames.get((kind, lemma)))), ())


def kind_of(token: Token) -> str:
    """Under which kind of the lexicon a word is looked up."""
    if token.tag_ == "MD":
        return "modal"
    if token.pos_ == "PROPN" and token.ent_type_ == "DATE":  # «in March»
        return ""
    if is_verb(token) or (token.tag_ in {"VBN", "VBD"} and token.pos_ == "ADJ"):
        return "verb"
    return {"NOUN": "noun", "PROPN": "noun", "ADJ": "adjective"}.get(token.pos_, "")


def best_fit(token: Token, frames: tuple[Frame, ...]) -> tuple[int, Trigger] | None:
    """The heaviest frame that fits, of equals the one whose words are nearest, then the first of the lexicon."""
    around: list[Token] | None = None
    best: tuple[int, int, Trigger] | None = None
    for frame in frames:
        weight = frame.weight
        if best and weight < best[0]:
            continue
        if around is None:
            around = list(phrase(token))
        met = fit(token, frame, around)
        if met is None:
            continue
        near = -max((around.index(word) for word in met), default=0)  # «suspended aid over the conflict»: the aid is nearer
        if best is None or (weight, near) > best[:2]:
            best = weight, near, Trigger(token, frame.entry, met)
    return (best[0], best[2]) if best else None


def fit(token: Token, frame: Frame, around: list[Token]) -> tuple[Token, ...] | None:
    """The words that meet the frame's demands, or None when one is not met."""
    met: list[Token] = []
    close = len(frame.others) == 1 and frame.others[0] <= PREPOSITIONS  # «left for Oslo», not «left him with a taste for Oslo»
    for wanted in (*frame.others, frame.objects):
        if wanted:
            near = [other for other in around if hangs_close(other, token)] if close and wanted == frame.others[0] else around
            word = next((other for other in near if named(other, wanted) and not is_others_particle(other, token)), None)
            if (
                word is None
                or (close and is_bare(word))
                or (word.pos_ == "NOUN" and wanted is frame.objects and is_anothers(word, token))
                or (word.pos_ == "NOUN" and is_below_verb(word, token, met))
            ):
                return None
            met.append(word)
    following = token.doc[token.i + 1 : token.i + 3]  # «let’s», «let his guard down», whose words hang on another verb
    if frame.without and any(named(other, frame.without) for other in (*around, *following)):
        return None
    return tuple(met) if form_fits(token, frame, met) else None


def is_below_verb(word: Token, head: Token, met: list[Token]) -> bool:
    """«began revealing the results of the inquiry» began no inquiry, «taken from a school in the town» took no town."""
    between = list(takewhile(lambda up: up != head, word.ancestors)) if is_verb(head) and head.is_ancestor(word) else []
    return any(up not in met and (is_clause(up) or is_aside(up, head)) for up in between)


def is_clause(word: Token) -> bool:
    """A verb that is the content of another."""
    return is_verb(word) and word.dep_ in {"xcomp", "pcomp", "ccomp"}


def is_aside(prep: Token, verb: Token) -> bool:
    """A preposition that says something of another noun than the verb's, or with what it was done."""
    anothers = prep.head.pos_ in {"NOUN", "PROPN"} and prep.lower_ != "of"
    return prep.dep_ == "prep" and (anothers or (prep.head == verb and prep.lower_ in {"with", "without", "amid", "despite"}))


def is_others_particle(word: Token, head: Token) -> bool:
    """«ordered hospitals not to give out names» ordered nobody out."""
    return word.dep_ == "prt" and word.head != head


def is_bare(word: Token) -> bool:
    """A preposition with nothing behind it: «stood by silently» stood by nobody."""
    return word.dep_ == "prep" and not any(child.dep_ in {"pobj", "pcomp"} and child.pos_ != "ADV" for child in word.children)


def form_fits(token: Token, frame: Frame, met: list[Token]) -> bool:
    """Whether subject, voice and clauses are those that the entry asks for."""
    entry = frame.entry
    return (
        (token.tag_ != "MD" or is_demand(token))
        and (not frame.subjects or any(named(other, frame.subjects) for other in subjects(token)))
        and (not entry.passive or is_passive(token))
        and (not entry.definite or token.pos_ != "NOUN" or is_definite(token))
        and (not entry.intransitive or not any(child.dep_ in {"dobj", "oprd", "ccomp", "nsubjpass"} for child in token.children))
        and (
            not entry.transitive
            or any(child.dep_ in {*OBJECTS, "ccomp"} for child in token.children)
            or bool(understood_objects(token))
        )
        and (not entry.clause or any(has_clause(word) for word in (token, *met)))
        and (not entry.ahead or not any(is_settled(child) for word in (token, *met) for child in word.children))
        and (not entry.infinitive or any(child.dep_ in CLAUSES and is_infinitive(child) for child in token.children))
    )


def is_definite(noun: Token) -> bool:
    """«the war», «their war», «war between Oslo and Rome»: one that is or was."""
    marks = {"the", "this", "these", "those", "between"}
    return any(child.dep_ == "poss" or child.lower_ in marks for child in noun.children)


def is_demand(modal: Token) -> bool:
    """«The council must resign»; not «must have left», «we must learn», «why must he suffer?», «it must be said»."""
    around = list(modal.head.children)
    perfect = any(child.lower_ == "have" and child.i > modal.i for child in around if child.dep_ == "aux")
    subject = next((child for child in around if child.dep_ in SUBJECTS), None)
    asked = any(child.tag_ == "WRB" and child.i < modal.i for child in around)
    return not perfect and not asked and subject is not None and subject.i < modal.i and subject.lower_ not in NOBODY


def is_settled(clause: Token) -> bool:
    """A finite clause that promises nothing: «that the tram left», «that it has a shield», «that the toll may rise»."""
    finite = clause.dep_ == "ccomp" and (clause.tag_ in FINITE or any(is_finite(child) for child in clause.children))
    return finite and not any(child.lower_ in INTENDING for child in clause.children)


def is_finite(auxiliary: Token) -> bool:
    """«had» in «had paid»."""
    return auxiliary.dep_ in {"aux", "auxpass"} and auxiliary.tag_ in {*FINITE, "MD"}


def hangs_close(word: Token, head: Token) -> bool:
    """Whether a word hangs on the head itself, or on its particle: «moved in on»."""
    return word.head == head or (word.head.head == head and word.head.dep_ in {"prt", "advmod", "prep"})


def named(token: Token, words: frozenset[str]) -> bool:
    """Whether a word is one of the words, as written or by its lemma; «according to» is no accord."""
    return token.lower_ in words or (token.dep_ != "prep" and token.lemma_.lower() in words)


def has_clause(token: Token) -> bool:
    """Whether a clause depends on the word: «agreed to cooperate», «accused of lying»."""
    return any(
        child.dep_ in CLAUSES
        or (child.dep_ == "advcl" and child.i > token.i and (is_infinitive(child) or is_likened(child)))
        or (child.dep_ == "prep" and any(below.dep_ == "pcomp" for below in child.children))
        for child in token.children
    )
