"""What an amount measures, read off the dependency parse: the counted noun, the thing it belongs to, the verb it hangs on."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from rashomon.find.figure.measures import COUNT, Clue, measures
from rashomon.find.figure.subjects import LONGEST_CHAIN, NOUNS, VERBS, governing, left_out, outer_subject, subject_of

MODIFIES = ("compound", "nmod", "nummod", "amod", "npadvmod", "quantmod", "poss")


@dataclass(frozen=True, slots=True)
class Concept:
    """The words around an amount that say what it measures."""

    counted: Token | None  # the noun the number counts or modifies: «people», «stake»
    heads: tuple[Token, ...]  # what it is said of, the nearest first: the noun after «of», the subject
    verb: Token | None  # the verb it hangs on
    subject: Token | None = None  # of that verb
    role: str = ""  # the amount's own place in that clause, as the parser names it: "nsubj", "dobj"

    @property
    def says_little(self) -> bool:
        """Nothing is counted by name, or people and the like, of whom the verb says more."""
        little = measures().generic | measures().carriers
        return self.counted is None or self.counted.pos_ not in NOUNS or self.counted.lemma_.lower() in little

    @property
    def acts(self) -> bool:
        """Those counted do what the verb says: «40 died», and not «40 wounded»."""
        verb = self.verb
        if verb is None or self.role != "nsubj":
            return False
        return verb.tag_ != "VBN" or any(child.dep_ == "aux" and child.lemma_ == "have" for child in verb.children)

    def clues(self, kind: str) -> Iterator[Clue]:
        """What may name a measure of a kind of unit, the most telling first."""
        if self.verb is not None and self.says_little:
            yield from self.deeds()
        if self.counted is not None:
            yield from lemmas(self.counted, described=kind != COUNT or self.says_little)
        if self.says_little or kind != COUNT:
            for head in self.heads:
                yield from lemmas(head, described=True)
        if self.verb is not None and self.says_little:
            yield "doing", self.verb.lemma_.lower()
            if not self.acts or kind != COUNT:
                yield "verb", self.verb.lemma_.lower()

    def deeds(self) -> Iterator[Clue]:
        """What those that are counted do («40 died») or what is done to them: «killed or injured» as one, then the first.

        An amount of nothing named («thousands wounded») takes participles and passives only, not any verb around it.
        """
        assert self.verb is not None  # noqa: S101  (asked only where there is one)
        verb = self.verb.lemma_.lower()
        if self.heads:
            yield "verb", f"{verb} {self.heads[0].lemma_.lower()}"
        if verb == "be":
            yield from (("noun", child.lemma_.lower()) for child in self.verb.children if child.dep_ == "acomp")
        if self.acts:
            yield "doing", verb
            if all(child.dep_ not in ("dobj", "ccomp", "xcomp") for child in self.verb.rights):
                yield "verb", verb  # «thousands wounded», which the parser takes for a deed of theirs
            return
        if self.counted is None and self.verb.tag_ != "VBN":
            return
        for child in self.verb.children:
            own = any(inner.dep_ == "dobj" for inner in child.children)  # «killed 40 people and injured hundreds»: two counts
            if child.dep_ == "conj" and child.pos_ == "VERB" and not own:
                joint = next((word.lower_ for word in self.verb.children if word.dep_ == "cc"), "and")
                yield "verb", f"{verb} {joint} {child.lemma_.lower()}"
        yield "verb", verb
        if self.counted is not None:
            yield "doing", verb  # «Reuters 84 people have died», where a caption hides the subject


def lemmas(noun: Token, *, described: bool) -> Iterator[Clue]:
    """The noun, and the words that describe it: «oil exports», but «missile silos» are no missiles."""
    yield "noun", noun.lemma_.lower()
    if described:
        yield from (("noun", child.lemma_.lower()) for child in noun.children if child.dep_ in ("compound", "amod"))


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
    counted = None if has_unit else counted_noun(root, span) or noun_before(span, amounts)
    inner = root if counted is None or counted.i < span.start else counted
    if tells_how_late(inner):
        return Concept(counted, (), None)
    verb = governing(inner)
    alone = left_out(span, verb, amounts) if verb is not None and has_unit else None
    subject = alone or (subject_of(verb, amounts) if verb is not None else None)
    if subject is not None and verb is not None and counted is not None:
        subject = outer_subject(subject, verb)
    heads = list(owners(inner, span, amounts))
    if verb is not None and (changed := changed_object(verb, inner, amounts)) is not None:
        heads.append(changed)
        subject = changed
    if subject is not None and subject not in heads and subject != inner and subject.i not in amounts:
        heads.append(subject)
    return Concept(counted, tuple(heads), verb, subject, role_of(inner, verb))


def role_of(inner: Token, verb: Token | None) -> str:
    """The place of a noun in its clause, also in one that describes it; that of the first of a row for the others."""
    if verb is not None and verb.head == inner:
        own = (child.dep_ for child in verb.children if child.tag_ in ("WDT", "WP") or child.lower_ == "that")
        return next(own, "dobj" if verb.tag_ == "VBN" else "nsubj")
    for _ in range(LONGEST_CHAIN):
        if inner.dep_ != "conj" or inner.head == inner:
            break
        inner = inner.head
    return inner.dep_


def changed_object(verb: Token, inner: Token, amounts: frozenset[int]) -> Token | None:
    """«raised the output by 300 tons», «sold the plant for 2 million»: what is raised or sold, not who does it."""
    before = inner if inner.dep_ == "prep" else inner.head  # «from 4 to 7 tons» is one amount with its «from»
    led = before.dep_ == "prep" and before.head == verb and before.lower_ in ("by", "to", "from", "for", "at")
    if not led and not (inner.dep_ == "npadvmod" and inner.head.pos_ in ("ADJ", "ADV") and inner.head.tag_ in ("JJR", "RBR")):
        return None  # «pulled the sector 0.7 percent lower»
    return next(
        (child for child in verb.children if child.dep_ == "dobj" and child.i not in amounts and child.pos_ in NOUNS), None
    )


def counted_noun(root: Token, span: Span) -> Token | None:
    """«10,000 people», «hundreds of people», «15 freight trains»."""
    before = ("nummod", "quantmod", "amod", "compound", "det", "nmod")
    if root.dep_ in before and root.head.pos_ in NOUNS and root.head.i >= span.end and not is_dated(root.head):
        return last_of_compound(root.head)
    for child in root.children:
        if child.dep_ == "prep" and child.lower_ == "of" and child.i >= span.end:
            return next((noun for noun in child.children if noun.dep_ == "pobj"), None)
    after = root.doc[span.end] if span.end < len(root.doc) else None
    if after is not None and after.pos_ in NOUNS and after.sent == root.sent and after.head in (root, root.head):
        return last_of_compound(after)
    return None


def is_dated(noun: Token) -> bool:
    """«2.1 last year»: the year is no thing that is counted."""
    return any(child.lower_ in ("last", "next", "this") for child in noun.children)


COMPARING = frozenset({"including", "with", "to", "against", "versus", "and"})


def noun_before(span: Span, amounts: frozenset[int]) -> Token | None:
    """The noun said once for two numbers: «460 ships, compared with 63 last year», «40 men who left and 90 who stayed»."""
    before = span.doc[span.start - 1] if span.start else None
    if before is None or before.lower_ not in COMPARING or span.root.pos_ != "NUM":
        return None
    if before.lower_ == "with" and not before.nbor(-1).lower_.startswith("compar"):
        return None
    after = span.doc[span.end] if span.end < len(span.doc) else None
    if before.lower_ == "and" and (after is None or after.lower_ not in ("who", "of", "more", "others")):
        return None
    for token in reversed(span.doc[span.sent.start : span.start]):
        if token.pos_ == "NOUN" and token.i not in amounts and any(child.dep_ == "nummod" for child in token.children):
            return token
    return None


LATER = frozenset({"later", "earlier", "ago", "after", "before", "since"})


def tells_how_late(inner: Token) -> bool:
    """«nine days later he left»: a length of time that measures nothing but how far off something is."""
    return inner.dep_ in ("npadvmod", "advmod") and inner.head.lower_ in LATER


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
        if head == token or (head.pos_ in VERBS and head.dep_ != "amod"):
            return
        dated = head.ent_type_ in ("DATE", "TIME")  # «49.6 Hz on 9 May, 49.5 Hz on 20 June»
        beside = token.dep_ in ("appos", "conj") and is_counted(head, amounts)  # «(9 wins, 4 draws)»: no wins are drawn
        if not dated and not beside and head.i not in amounts and is_owner(token, head):
            yield head
            if head.lemma_.lower() in measures().carriers:
                yield from led_to(head, span, amounts)
        elif head.i in amounts and token.dep_ in ("appos", "conj", *MODIFIES):
            yield from led_to(head, span, amounts)
        elif head.dep_ == "prep" and head.head.pos_ in NOUNS and head.head.i not in amounts and head.head.ent_type_ != "DATE":
            yield head.head
        token = head


PERIODS = frozenset({"year", "month", "week", "day", "quarter", "night", "season"})


def is_owner(token: Token, head: Token) -> bool:
    """Whether a noun has what modifies it: of a stretch of time («4 % year on year») nothing is measured."""
    timed = head.dep_ == "npadvmod" and head.lemma_.lower() in PERIODS
    return head.pos_ in NOUNS and not timed and (token.dep_ in MODIFIES or token.dep_ == "appos")


def is_counted(noun: Token, amounts: frozenset[int]) -> bool:
    """Whether an amount of its own stands before a noun."""
    return any(child.dep_ == "nummod" and child.i in amounts for child in noun.children)


def led_to(noun: Token, span: Span, amounts: frozenset[int]) -> Iterator[Token]:
    """The nouns that «of» leads to, through nouns that only carry: «the volume of loans»."""
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ == "of" and child.i >= span.start:
            for inner in child.children:
                if inner.dep_ == "pobj" and inner.pos_ in NOUNS and inner.i not in amounts:
                    yield inner
