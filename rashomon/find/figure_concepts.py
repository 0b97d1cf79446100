"""What an amount measures, read off the dependency parse: the counted noun, the thing it belongs to, the verb it hangs on."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from rashomon.find.figure_measures import measures

NOUNS = ("NOUN", "PROPN")
VERBS = ("VERB", "AUX")
SUBJECTS = ("nsubj", "nsubjpass", "csubj")
LEFT_OUT = ("DET", "PRON", "ADP", "CCONJ", "SCONJ", "PUNCT", "PART", "NUM", "AUX", "SYM", "VERB", "ADV", "INTJ", "SPACE", "X")
LONGEST_CHAIN = 12  # steps up or down a parse tree; a bound for hostile text, no sentence of the news comes near it


@dataclass(frozen=True, slots=True)
class Concept:
    """The words around an amount that say what it measures."""

    counted: Token | None  # the noun the number counts or modifies: «people», «stake»
    heads: tuple[Token, ...]  # what it is said of, the nearest first: the noun after «of», the subject
    verb: Token | None  # the verb it hangs on

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
        if child.dep_ == "conj" and child.pos_ == "VERB":
            joint = next((word.lower_ for word in verb.children if word.dep_ == "cc"), "and")
            yield f"{verb.lemma_.lower()} {joint} {child.lemma_.lower()}"
    yield verb.lemma_.lower()


def lemmas(noun: Token) -> Iterator[str]:
    """The noun and what it leads to; the compound before it last."""
    yield noun.lemma_.lower()
    for child in noun.children:
        if child.dep_ in ("compound", "amod"):
            yield child.lemma_.lower()


def concept(doc: Doc, start: int, end: int, *, has_unit: bool) -> Concept:
    """The concept of the amount at the characters ``start`` to ``end`` of the parsed text."""
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None:
        return Concept(None, (), None)
    root = top(span)
    counted = None if has_unit else counted_noun(root, span)
    inner = counted if counted is not None else root
    return Concept(counted, tuple(owners(inner, span)), governing(inner))


def top(span: Span) -> Token:
    """The token of the span that hangs outside it."""
    return span.root


def counted_noun(root: Token, span: Span) -> Token | None:
    """«10,000 people», «hundreds of people», «15 freight trains»."""
    if (
        root.dep_ in ("nummod", "quantmod", "amod", "compound", "det", "nmod")
        and root.head.pos_ in NOUNS
        and root.head.i >= span.end
    ):
        return root.head
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


def owners(inner: Token, span: Span) -> Iterator[Token]:
    """What the amount is said of, the nearest first."""
    yield from after_of(inner, span)
    token = inner
    for _ in range(LONGEST_CHAIN):
        head = token.head
        if head is token:
            return
        if token.dep_ in ("compound", "nmod", "nummod", "amod", "npadvmod", "quantmod", "appos", "poss") and head.pos_ in NOUNS:
            yield head
            yield from after_of(head, span)
        elif head.dep_ == "prep" and head.head.pos_ in NOUNS and token.dep_ == "pobj":
            yield head.head
        elif head.pos_ in VERBS:
            yield from subjects(head, token)
            return
        token = head


def after_of(noun: Token, span: Span) -> Iterator[Token]:
    """The nouns that «of» and «in» lead to, through nouns that only carry: «the volume of loans»."""
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ in ("of", "in") and child.i >= span.start:
            yield from (inner for inner in child.children if inner.dep_ == "pobj" and inner.pos_ in NOUNS)


def subjects(verb: Token, below: Token) -> Iterator[Token]:
    """The subject of a verb, through the noun that only carries the measure; for a passive or a giver the object too."""
    for _ in range(LONGEST_CHAIN):
        found = [child for child in verb.children if child.dep_ in SUBJECTS and child is not below]
        for subject in found:
            if subject.lemma_.lower() in measures().carriers:
                yield from (inner for child in subject.children if child.dep_ == "prep" for inner in child.children)
            yield subject
        for child in verb.children:
            if child.dep_ == "dobj" and child is not below and child.i < below.i:
                yield child
        if found or verb.dep_ not in ("conj", "xcomp", "advcl", "pcomp", "relcl", "acl"):
            return
        if verb.dep_ in ("relcl", "acl") and verb.head.pos_ in NOUNS:
            yield verb.head
            return
        verb = verb.head


def governing(inner: Token) -> Token | None:
    """The verb the amount hangs on: also the participle that follows it («thousands wounded»)."""
    for child in inner.children:
        if child.dep_ in ("acl", "relcl", "amod") and child.pos_ == "VERB" and child.i > inner.i:
            return child
    token = inner
    for _ in range(LONGEST_CHAIN):
        if token.head is token:
            return token if token.pos_ in VERBS else None
        token = token.head
        if token.pos_ in VERBS:
            return token
    return None


def phrase(noun: Token, outside: Span) -> list[Token]:
    """A noun with what describes it: adjectives, compounds, and the nouns its prepositions lead to."""
    kept = [token for token in noun.subtree if token.pos_ not in LEFT_OUT and not outside.start <= token.i < outside.end]
    return [token for token in kept if not below_clause(token, noun)]


def below_clause(token: Token, noun: Token) -> bool:
    """Whether a word stands in a clause that hangs on the noun."""
    for _ in range(LONGEST_CHAIN):
        if token is noun:
            return False
        if token.dep_ in ("relcl", "acl", "appos", "conj", "advcl"):
            return True
        token = token.head
    return True
