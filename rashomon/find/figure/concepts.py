"""What an amount measures, read off the dependency parse: the counted noun, the thing it belongs to, the verb it hangs on."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from rashomon.find.clauses import antecedent, arguments
from rashomon.find.figure.measures import COUNT, Clue, measures

NOUNS = ("NOUN", "PROPN")

VERBS = ("VERB", "AUX")

MODIFIES = ("compound", "nmod", "nummod", "amod", "npadvmod", "quantmod", "poss")

LONGEST_CHAIN = 12  # steps up a parse tree; a bound for hostile text, no sentence of the news comes near it


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
    subject = subject_of(verb, amounts) if verb is not None else None
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
    led = inner.head.dep_ == "prep" and inner.head.head == verb and inner.head.lower_ in ("by", "to", "from", "for", "at")
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
        if not dated and head.i not in amounts and head.pos_ in NOUNS and (token.dep_ in MODIFIES or token.dep_ == "appos"):
            yield head
            if head.lemma_.lower() in measures().carriers:
                yield from led_to(head, span, amounts)
        elif head.i in amounts and token.dep_ in ("appos", "conj", *MODIFIES):
            yield from led_to(head, span, amounts)
        elif head.dep_ == "prep" and head.head.pos_ in NOUNS and head.head.i not in amounts and head.head.ent_type_ != "DATE":
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
    filled = arguments(verb)
    objects = [token for role, token in filled if role == "object" and verb.tag_ == "VBN"]
    subjects = [token for role, token in filled if role == "subject"]
    # «was valued by the bank at 9 billion»: the bank is worth less
    doer = next((child for child in verb.children if child.dep_ == "agent"), None)
    priced = doer is not None and not any(token.i in amounts for token in doer.subtree)
    found = objects if objects and priced else subjects or objects
    if found and found[0].i in amounts:  # «fell 2 % and ended on 5,120 points»: the index ends there, not the per cent
        found = [child for child in verb.head.children if child.dep_ in ("nsubj", "nsubjpass") and child.i not in amounts]
    if not found:
        return led_by(verb, amounts)
    if found[0].pos_ == "PRON" and verb.dep_ == "relcl":  # «everybody in the town that is 90 miles long»: the noun right before
        pronoun = next((child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")), verb)
        return told_by(pronoun)
    subject = told_by(antecedent(found[0]))
    if subject.lemma_.lower() in measures().carriers:
        for child in subject.children:
            if child.dep_ == "prep" and child.lower_ == "of":
                return next((inner for inner in child.children if inner.dep_ == "pobj"), subject)
    return subject


def led_by(verb: Token, amounts: frozenset[int]) -> Token | None:
    """«Before the crisis world debt was 113 billion», where the parser takes the subject for part of what leads to it."""
    if verb.lemma_ != "be":
        return None
    nouns = (inner for child in verb.lefts if child.dep_ == "prep" for inner in child.children if inner.dep_ == "pobj")
    return next((noun for noun in nouns if noun.pos_ in NOUNS and noun.i not in amounts and not noun.ent_type_), None)


def told_by(subject: Token) -> Token:
    """The noun right before «who» or «which», when the parser lost the clause."""
    lost = subject.tag_ in ("WP", "WDT") and subject.i and subject.nbor(-1).pos_ in NOUNS
    return subject.nbor(-1) if lost else subject


PRONOUNS = frozenset({"it", "he", "she", "they"})


def outer_subject(subject: Token, verb: Token) -> Token:
    """Whom a pronoun means when the clause around has a subject: «The firm said it has 40 shops»."""
    if subject.lower_ not in PRONOUNS:
        return subject
    for _ in range(LONGEST_CHAIN):
        if verb.head == verb:
            break
        verb = verb.head
        around = next((child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")), None)
        if verb.pos_ in VERBS and around is not None and around.i < subject.i and around.pos_ in NOUNS:
            return around
    return subject


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
