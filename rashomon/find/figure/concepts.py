"""What an amount measures, read off the dependency parse: the counted noun, the thing it belongs to, the verb it hangs on."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from rashomon.find.clauses import antecedent, arguments
from rashomon.find.figure.measures import measures

NOUNS = ("NOUN", "PROPN")


VERBS = ("VERB", "AUX")


LEFT_OUT = frozenset({"DET", "PRON", "ADP", "CCONJ", "SCONJ", "PUNCT", "PART", "AUX", "SYM", "ADV", "INTJ", "SPACE"})


MODIFIES = ("compound", "nmod", "nummod", "amod", "npadvmod", "quantmod", "poss")


APART = ("relcl", "acl", "appos", "advcl", "ccomp")


LEADS_ON = ("of", "in", "for", "to", "on", "from", "with", "between", "among")


LONGEST_CHAIN = 12  # steps up a parse tree; a bound for hostile text, no sentence of the news comes near it


@dataclass(frozen=True, slots=True)
class Concept:
    """The words around an amount that say what it measures."""

    counted: Token | None  # the noun the number counts or modifies: «people», «stake»
    heads: tuple[Token, ...]  # what it is said of, the nearest first: the noun after «of», the subject
    verb: Token | None  # the verb it hangs on
    subject: Token | None = None  # of that verb

    def clues(self) -> Iterator[str]:
        """Lemmas that may name a measure, the most telling first."""
        generic = self.counted is not None and self.counted.lemma_.lower() in measures().generic
        if self.verb is not None and (generic or self.counted is None):
            yield from deeds(self.verb, participle=self.counted is None)
        if self.counted is not None:
            yield from lemmas(self.counted)
        for head in self.heads:
            yield from lemmas(head)
        if self.verb is not None:
            yield self.verb.lemma_.lower()


def deeds(verb: Token, *, participle: bool) -> Iterator[str]:
    """What is done to those that are counted: «killed or injured» as one, then the first of them.

    An amount of nothing named («thousands wounded») takes participles and passives only, not any verb around it.
    """
    if participle and verb.tag_ != "VBN":
        return
    for child in verb.children:
        own = any(inner.dep_ == "dobj" for inner in child.children)  # «killed 40 people and injured hundreds»: two counts
        if child.dep_ == "conj" and child.pos_ == "VERB" and not own:
            joint = next((word.lower_ for word in verb.children if word.dep_ == "cc"), "and")
            yield f"{verb.lemma_.lower()} {joint} {child.lemma_.lower()}"
    yield verb.lemma_.lower()


def lemmas(noun: Token) -> Iterator[str]:
    """The noun, and the words that describe it."""
    yield noun.lemma_.lower()
    for child in noun.children:
        if child.dep_ in ("compound", "amod"):
            yield child.lemma_.lower()


def amount_tokens(doc: Doc, spans: Iterable[tuple[int, int]]) -> frozenset[int]:
    """The tokens that are part of any amount, so that no amount is taken for what another measures."""
    found = (doc.char_span(start, end, alignment_mode="expand") for start, end in spans)
    return frozenset(token.i for span in found if span is not None for token in span)


def concept(doc: Doc, start: int, end: int, *, has_unit: bool, amounts: frozenset[int] = frozenset()) -> Concept:
    """The concept of the amount at the characters ``start`` to ``end`` of the parsed text."""
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None:
        return Concept(None, (), None)
    root: Token = span.root
    counted = None if has_unit else counted_noun(root, span)
    inner = counted if counted is not None else root
    verb = governing(inner)
    subject = subject_of(verb, amounts) if verb is not None else None
    heads = list(owners(inner, span, amounts))
    if verb is not None and (changed := changed_object(verb, inner, amounts)) is not None:
        heads.append(changed)
        subject = changed
    if subject is not None and subject not in heads and subject != inner and subject.i not in amounts:
        heads.append(subject)
    return Concept(counted, tuple(heads), verb, subject)


def changed_object(verb: Token, inner: Token, amounts: frozenset[int]) -> Token | None:
    """«raised the output by 300 tons», «sold the plant for 2 million»: what is raised or sold, not who does it."""
    if inner.head.dep_ != "prep" or inner.head.head != verb or inner.head.lower_ not in ("by", "to", "from", "for", "at"):
        return None
    return next(
        (child for child in verb.children if child.dep_ == "dobj" and child.i not in amounts and child.pos_ in NOUNS), None
    )


def counted_noun(root: Token, span: Span) -> Token | None:
    """«10,000 people», «hundreds of people», «15 freight trains»."""
    if (
        root.dep_ in ("nummod", "quantmod", "amod", "compound", "det", "nmod")
        and root.head.pos_ in NOUNS
        and root.head.i >= span.end
    ):
        return last_of_compound(root.head)
    for child in root.children:
        if child.dep_ == "prep" and child.lower_ == "of" and child.i >= span.end:
            return next((noun for noun in child.children if noun.dep_ == "pobj"), None)
    after = root.doc[span.end] if span.end < len(root.doc) else None
    if after is not None and after.pos_ in NOUNS and after.sent == root.sent and after.head in (root, root.head):
        return last_of_compound(after)
    return None


def last_of_compound(noun: Token) -> Token:
    """The head of a row of nouns."""
    for _ in range(LONGEST_CHAIN):
        if noun.dep_ == "compound" and noun.head.i > noun.i:
            noun = noun.head
    return noun


def owners(inner: Token, span: Span, amounts: frozenset[int]) -> Iterator[Token]:
    """What the amount is said of inside its noun phrase, the nearest first; through other amounts («8 miles (13 km) of …»)."""
    yield from led_to(inner, span, amounts)
    token = inner
    for _ in range(LONGEST_CHAIN):
        head = token.head
        if head == token or head.pos_ in VERBS:
            return
        if head.i not in amounts and head.pos_ in NOUNS and (token.dep_ in MODIFIES or token.dep_ == "appos"):
            yield head
            if head.lemma_.lower() in measures().carriers:
                yield from led_to(head, span, amounts)
        elif head.i in amounts and token.dep_ in ("appos", "conj", *MODIFIES):
            yield from led_to(head, span, amounts)
        elif head.dep_ == "prep" and head.head.pos_ in NOUNS and head.head.i not in amounts:
            yield head.head
        token = head


def led_to(noun: Token, span: Span, amounts: frozenset[int]) -> Iterator[Token]:
    """The nouns that «of» leads to, through nouns that only carry: «the volume of loans»."""
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ == "of" and child.i >= span.start:
            for inner in child.children:
                if inner.dep_ == "pobj" and inner.pos_ in NOUNS and inner.i not in amounts:
                    yield inner


def subject_of(verb: Token, amounts: frozenset[int]) -> Token | None:
    """Of whom or what the verb speaks: its subject, the one it inherits, or the noun a relative clause describes."""
    found = [token for role, token in arguments(verb) if role == "subject"] or [
        token for role, token in arguments(verb) if role == "object" and verb.tag_ == "VBN"
    ]
    if found and found[0].i in amounts:  # «fell 2 % and ended on 5,120 points»: the index ends there, not the per cent
        found = [child for child in verb.head.children if child.dep_ in ("nsubj", "nsubjpass") and child.i not in amounts]
    if not found:
        return None
    subject = told_by(antecedent(found[0]))
    if subject.lemma_.lower() in measures().carriers:
        for child in subject.children:
            if child.dep_ == "prep" and child.lower_ == "of":
                return next((inner for inner in child.children if inner.dep_ == "pobj"), subject)
    return subject


def told_by(subject: Token) -> Token:
    """The noun right before «who» or «which», when the parser lost the clause."""
    lost = subject.tag_ in ("WP", "WDT") and subject.i and subject.nbor(-1).pos_ in NOUNS
    return subject.nbor(-1) if lost else subject


def governing(inner: Token) -> Token | None:
    """The verb the amount hangs on: also the participle that follows it («thousands wounded»)."""
    for child in inner.children:
        if (
            child.dep_ in ("acl", "relcl", "amod")
            and child.tag_ in ("VBN", "VBD")
            and child.i > inner.i
            and child.lemma_ != "say"
        ):
            return child
    token = inner
    for _ in range(LONGEST_CHAIN):
        if token.head == token:
            return token if token.pos_ in VERBS else None
        token = token.head
        if token.pos_ in VERBS:
            return token
    return None


def phrase(noun: Token, amounts: frozenset[int]) -> list[Token]:
    """A noun with what describes it: adjectives, compounds, and the nouns its prepositions lead to."""
    return [token for token in noun.subtree if token.i not in amounts and describes(token, noun)]


def describes(token: Token, noun: Token) -> bool:
    """Whether a word of the subtree belongs to the noun's own description."""
    if token.pos_ in LEFT_OUT or (token.pos_ == "VERB" and token.dep_ not in ("amod", "compound", "pobj")):
        return False
    if token.pos_ == "NUM" and token.dep_ not in ("nummod", "compound", "pobj", "appos", "nmod"):
        return False
    if token.dep_ == "compound" and token.head == noun:
        return True  # «the September contract»
    for _ in range(LONGEST_CHAIN):
        if token == noun:
            return True
        if (
            token.dep_ in APART
            or (token.dep_ == "conj" and token.head == noun and noun.dep_ not in ("pobj", "nsubj"))
            or token.ent_type_ in ("DATE", "TIME")
            or (token.dep_ == "prep" and token.lower_ not in LEADS_ON)
        ):
            return False
        token = token.head
    return False
