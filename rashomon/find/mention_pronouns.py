"""Pronouns that mean one person for certain: «he» where the sentences around name only one."""

from collections.abc import Sequence

from spacy.tokens import Doc, Span, Token

from rashomon.find.mention_named import Named

SUBJECTS = frozenset({"he", "she"})
OPENING, CLOSING = frozenset("“«„"), frozenset("”»")


def pronouns(doc: Doc, found: Sequence[Named]) -> list[Named]:
    """The subject pronouns «he» and «she» outside quotation marks whose sentence and the one before name one person only."""
    persons = sorted((item for item in found if item.type == "person" and item.actor), key=lambda item: item.start)
    made, quoted = [], False
    sentences = list(doc.sents)
    for number, sentence in enumerate(sentences):
        before = sentences[number - 1] if number else None
        if sentence.start == 0 or "\n" in doc[sentence.start - 1].text:
            quoted = False  # a paragraph begins anew: an unclosed mark must not reach beyond it
        for token in sentence:
            quoted = token.text in OPENING or (quoted and token.text not in CLOSING) if token.text != '"' else not quoted
            if token.lower_ in SUBJECTS and token.dep_ in {"nsubj", "nsubjpass"} and not quoted:
                made += meant(token, sentence, before, persons)
    return made


def meant(token: Token, sentence: Span, before: Span | None, persons: Sequence[Named]) -> list[Named]:
    """The person a pronoun means: the only one named before it in its sentence and the sentence before."""
    low = before.start_char if before is not None else sentence.start_char
    named = [person for person in persons if low <= person.start < token.idx]
    if not named or len({person.actor or person.name for person in named}) != 1:
        return []
    last = named[-1]
    why = f"«{token.text}»: {last.name} is the only person named in this sentence and the one before"
    return [
        Named(
            token.idx, token.idx + len(token), last.actor, last.name, "person", last.country, last.sector, form="pronoun", why=why
        )
    ]
