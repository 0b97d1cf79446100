"""Rules that run over two sentences, and nouns that name an end: «As a result, …», «The purpose of the visit was …»."""

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from rashomon.find.rule import clause
from rashomon.find.rule.draft import Draft, trimmed
from rashomon.find.rule.lexicon import goals, openers
from rashomon.find.rule.outlook import strength, text

LINKING = frozenset({"and", "but", "so", "also", "“", '"', "‘", "”"})


def opened(doc: Doc) -> Iterator[Draft]:
    """Every sentence that an opener ties to the one before."""
    before: Span | None = None
    for sentence in doc.sents:
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


def ends_named(doc: Doc) -> Iterator[Draft]:
    """«The aim of the tour was a loan»: every end that a noun names."""
    for token in doc:
        if token.lemma_ in goals() and token.dep_ == "nsubj" and token.head.lemma_ == "be" and not clause.asks(token):
            draft = end_named(token)
            if draft is not None:
                yield draft


def end_named(noun: Token) -> Draft | None:
    """The draft of one such sentence: what has the end, and the end."""
    verb = noun.head
    end = next((child for child in verb.children if child.i > verb.i and child.dep_ in {"attr", "xcomp", "ccomp", "advcl"}), None)
    whose = [inner for child in noun.children if child.lower_ == "of" for inner in child.children if inner.dep_ == "pobj"]
    if end is None or not whose:
        return None
    no = clause.negation(verb) is not None
    condition, outcome = trimmed(noun.doc, clause.subtree(whose[0])), trimmed(noun.doc, clause.subtree(end))
    return Draft("purpose", condition, outcome, (noun.i, verb.i), negated=no)
