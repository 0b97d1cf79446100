"""Rules said with a sentence opener or a noun: «As a result, …», «The purpose of the tour was …», «a warning, referring …»."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Span, Token

from rashomon.find.rule import clause
from rashomon.find.rule.draft import Draft, trimmed
from rashomon.find.rule.lexicon import goals, messages, openers, roots
from rashomon.find.rule.outlook import strength, text
from rashomon.records import Status

LINKING = frozenset({"and", "but", "so", "also", "“", '"', "‘", "”"})


def opened(sentences: Sequence[Span]) -> Iterator[Draft]:
    """Every sentence that an opener ties to the one before."""
    before: Span | None = None
    for sentence in sentences:
        if not any(token.is_alpha for token in sentence):
            continue
        cue = opener(sentence)
        if cue and before is not None and not clause.asks(sentence[0]):
            yield follows(before, sentence, cue)
        before = sentence


def opener(sentence: Span) -> tuple[int, ...]:
    """The indices of the opener, empty when the sentence has none."""
    tokens = [token for token in sentence if not token.is_space]
    while tokens and tokens[0].lower_ in LINKING:
        tokens = tokens[1:]
    for entry in openers():
        words = entry.words.split()
        nothing_after = len(tokens) > len(words) and tokens[len(words)].lower_ not in {"to", "of"}
        if nothing_after and [token.lower_ for token in tokens[: len(words)]] == words:
            return tuple(token.i for token in tokens[: len(words)])
    return ()


def follows(before: Span, sentence: Span, cue: tuple[int, ...]) -> Draft:
    """The sentence before as the cause of this one, or as the ground of the expectation in it."""
    doc = sentence.doc
    certain = strength(sentence.root) if sentence.root.pos_ in clause.VERBAL else None
    return Draft(
        "prediction" if certain else "cause",
        trimmed(doc, set(range(before.start, before.end))),
        trimmed(doc, set(range(cue[-1] + 1, sentence.end))),
        cue,
        certain.entry.status if certain else "stated",
        text(doc, certain.words) if certain else "",
        certain is not None and certain.entry.default,
    )


def ends_named(tokens: Sequence[Token]) -> Iterator[Draft]:
    """«The aim of the tour was a loan»: every end that a noun names."""
    for token in tokens:
        if token.lemma_ in goals() and token.dep_ == "nsubj" and token.head.lemma_ == "be" and not clause.asks(token):
            draft = end_named(token)
            if draft is not None:
                yield draft


def end_named(noun: Token) -> Draft | None:
    """The draft of one such sentence: what has the end (for «The goal is …» the sentence before), and the end."""
    verb = noun.head
    end = next((child for child in verb.children if child.i > verb.i and child.dep_ in {"attr", "xcomp", "ccomp", "advcl"}), None)
    whose = [inner for child in noun.children if child.lower_ == "of" for inner in child.children if inner.dep_ == "pobj"]
    if end is None or (not whose and clause.opening(noun) != noun.left_edge.i):
        return None
    no = clause.negation(verb) is not None
    served = clause.subtree(whose[0]) if whose else clause.sentence_before(noun)
    condition, outcome = trimmed(noun.doc, served), trimmed(noun.doc, clause.subtree(end))
    return Draft("purpose", condition, outcome, (noun.i, verb.i), negated=no)


def roots_named(tokens: Sequence[Token]) -> Iterator[Draft]:
    """«The strike is the result of a misprint», «Debt was the reason for the sale»: cause and effect tied by a noun."""
    for token in tokens:
        entry = roots().get(token.lemma_)
        if entry is not None and token.dep_ == "attr" and token.head.lemma_ == "be" and not clause.asks(token):
            links = (child for child in token.children if child.lower_ in entry.after and child.i > token.i)
            tied = next((inner for link in links for inner in link.children if inner.dep_ in {"pobj", "pcomp"}), None)
            first = clause.subject(token.head)
            if tied is not None and first is not None and first.pos_ in {"NOUN", "PROPN", "VERB"}:
                yield root_named(token, entry.backwards, first, tied)


def root_named(noun: Token, backwards: bool, first: Token, tied: Token) -> Draft:
    """The draft of one such sentence."""
    verb = noun.head
    pair = (trimmed(noun.doc, clause.named(first)), trimmed(noun.doc, clause.subtree(tied)))
    condition, outcome = pair[::-1] if backwards else pair
    looks_back: Status = "possible" if clause.modal(verb) is not None else "stated"
    return Draft("cause", condition, outcome, (verb.i, noun.i), looks_back, negated=clause.negation(verb) is not None)


def meant(tokens: Sequence[Token]) -> Iterator[Draft]:
    """«repeated the warning, referring to the northern fleet»: whom something said is aimed at."""
    for token in tokens:
        if token.lower_ == "referring" and token.i > token.sent.start:
            before = reversed(token.doc[token.sent.start : token.i])
            said = next((word for word in before if is_message(word) or finite(word)), None)
            said = None if said is None or not is_message(said) else said
            link = next((child for child in token.children if child.lower_ == "to" and child.dep_ == "prep"), None)
            whom = next((child for child in link.children if child.dep_ == "pobj"), None) if link is not None else None
            if said is not None and link is not None and whom is not None:
                message = set(range(first_of(said), token.i))
                yield Draft("aim", trimmed(token.doc, message), trimmed(token.doc, clause.subtree(whom)), (token.i, link.i))


def finite(token: Token) -> bool:
    """True for a verb that begins another clause: what was said before it is another matter."""
    return token.pos_ in clause.VERBAL and token.tag_ in {"VBD", "VBZ", "VBP", "MD"}


def is_message(token: Token) -> bool:
    """True for a noun for something said; the parse may take «warning» for a verb."""
    return token.lemma_ in messages() or (token.tag_ == "VBG" and token.lower_ in messages())


def first_of(noun: Token) -> int:
    """Where the phrase around a noun begins: its determiner and adjectives, by place, whatever the parse."""
    first = noun.i
    while first > noun.sent.start and noun.doc[first - 1].pos_ in {"ADJ", "DET", "PROPN", "VERB"}:
        first -= 1
        if noun.doc[first].pos_ == "DET":
            break
    return first
