"""Rules said with a connective: «if», «because of», «in order to»."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from rashomon.find.clauses import is_infinitive
from rashomon.find.rule import clause
from rashomon.find.rule.draft import Draft, trimmed
from rashomon.find.rule.fitness import FITNESS
from rashomon.find.rule.lexicon import Connective, connectives
from rashomon.find.rule.outlook import Strength, by_infinitive, strength, text

CLOSING = frozenset({"”", '"', "»"})
COLONS = frozenset({":", "—", "–"})
LIKELIHOODS = frozenset({"likely", "unlikely", "probable", "improbable", "doubtful", "possible", "impossible"})


@dataclass(frozen=True, slots=True)
class Match:
    """A connective at its place, the head of its complement and the verb of the clause it hangs on."""

    entry: Connective
    words: tuple[int, ...]
    complement: Token
    verb: Token | None  # None for a sentence that is nothing but the complement: «And if it is cheap enough.»


def joined(tokens: Sequence[Token]) -> Iterator[Draft]:
    """Every rule said with a connective, in text order."""
    taken = -1
    for token in tokens:
        for entry in connectives().get(token.lower_, ()) if token.i > taken else ():
            draft = at(token, entry)
            if draft is not None:
                taken = token.i + len(entry.words.split()) - 1
                yield draft
                break


def at(token: Token, entry: Connective) -> Draft | None:
    """The draft of one connective at one token; None when the words are not there or are used otherwise."""
    words = written(token, entry.words.split())
    if not words or clause.asks(token):
        return None
    complement = head_of_complement(token.doc, words, entry)
    if complement is None or (entry.takes == "clause" and complement.pos_ not in {*clause.VERBAL, "ADJ"}):
        return split_at_comma(token, words, entry)
    if complement.lower_ == "which":
        return of_which(token, words, complement, entry)
    match = Match(entry, words, complement, governor(token.doc, words, complement))
    if runs_on(match):
        return split_at_comma(token, words, entry)
    if not FITNESS[entry.only](match.words, match.complement, match.verb) or (match.verb is not None and clause.asks(match.verb)):
        return None
    return (split_at_comma(token, words, entry) if match.verb is None else None) or drafted(match)


def runs_on(match: Match) -> bool:
    """«If both keep to the path agreed, trade will grow», where the parse takes «agreed» for the other clause."""
    first, verb = match.words[0], match.verb
    if verb is None or match.entry.complement != "if" or match.entry.takes != "clause" or verb.i < match.complement.i:
        return False
    doc = verb.doc
    return (
        clause.opening(doc[first]) == first and not any(token.text == "," for token in doc[first : verb.i]) and verb.tag_ == "VBN"
    )


def written(token: Token, words: list[str]) -> tuple[int, ...]:
    """The indices of the words when they stand there."""
    window = token.doc[token.i : token.i + len(words)]
    return tuple(inside.i for inside in window) if [inside.lower_ for inside in window] == words else ()


def head_of_complement(doc: Doc, words: tuple[int, ...], entry: Connective) -> Token | None:
    """The head of what stands after the connective."""
    last = doc[words[-1]]
    if entry.takes == "phrase":
        children = [child for index in words for child in doc[index].children]
        return next((child for child in children if child.i > last.i and child.dep_ in {"pobj", "pcomp"}), None)
    if last.dep_ in {"mark", "aux"} and last.head.i > last.i:
        return last.head
    held = next((child for child in last.children if child.i > last.i and child.dep_ in {"ccomp", "pcomp", "advcl"}), None)
    return held if held is not None or entry.takes == "verb" or len(words) == 1 else clause.beginning_at(last.i + 1, last)


def governor(doc: Doc, words: tuple[int, ...], complement: Token) -> Token | None:
    """The verb of the clause that connective and complement hang on."""
    inside = {*words, *clause.subtree(complement)}
    beside = misplaced(complement, words)
    if beside is not None:
        return beside
    heads = [doc[index].head for index in words if doc[index].head.i not in inside]
    if not heads and complement.head.i not in inside:
        heads = [complement.head]
    if not heads:
        return None
    verb = promised(clause.clause_of(heads[0]))
    return verb if verb.pos_ in clause.VERBAL or verb.dep_ != "ROOT" or len(clause.subtree(verb) - inside) > 2 else None


def misplaced(complement: Token, words: tuple[int, ...]) -> Token | None:
    """The other clause where the parse turns things round: under the complement, after the colon, beside it under «the fact»."""
    if complement.dep_ == "ROOT":
        return next((child for child in complement.children if child.dep_ == "ccomp" and child.i < words[0]), None)
    if words[0] and complement.doc[words[0] - 1].text in COLONS and complement.head.i < words[0]:
        end = max(clause.subtree(complement))
        later = (word for word in complement.sent if word.i > end and clause.heads_clause(word))
        return next((verb for verb in later if (first := clause.subject(verb)) is not None and first.i > end), None)
    after = (child for child in complement.head.children if child.i > complement.i and child.dep_ == complement.dep_ == "acl")
    return next((child for child in after if child.pos_ in clause.VERBAL), None)


def promised(verb: Token) -> Token:
    """«is ready to help if …»: the condition is on the whole promise."""
    if verb.dep_ == "acl" and is_infinitive(verb) and by_infinitive(verb.head) is not None:
        return clause.clause_of(verb.head)
    return verb


def drafted(match: Match) -> Draft:
    """The two sides of a match."""
    complement, hedge = without_hedge(match.complement.doc, complement_of(match))
    certain = strength(match.verb) if match.verb is not None else None
    doc = match.complement.doc
    rest = outcome(match, certain) - complement - set(match.words)
    if clause.points_back(match.complement):
        rest.discard(match.complement.i)
    if match.verb is not None and says_nothing(doc, rest):
        rest = clause.sentence_before(match.verb)
    denial = match.words if match.entry.reversed else ()  # «unless the talks fail»: the quotation keeps the denial
    sides = ((*denial, *trimmed(doc, complement)), trimmed(doc, rest))
    condition, result = sides if match.entry.complement == "if" else sides[::-1]
    kind = match.entry.kind
    if kind == "conditional" and match.verb is not None and clause.perfect(match.verb) and clause.modal(match.verb):
        kind = "counterfactual"
    if kind == "cause" and certain is not None:
        kind = "prediction"
    return Draft(
        kind,
        condition,
        result,
        tuple(sorted({*match.words, *(certain.words if certain and certain.said else ())})),
        "conditional" if kind in {"conditional", "counterfactual"} else certain.entry.status if certain else "stated",
        text(doc, certain.words) if certain and kind != "purpose" else "",
        certain is not None and certain.entry.default,
        doc[match.words[0] - 1].lower_ == "not" if match.words[0] else False,
        hedge,
    )


def without_hedge(doc: Doc, tokens: set[int]) -> tuple[set[int], str]:
    """The tokens without a bracket that says how likely they are, and its words: «(which is unlikely)»."""
    opening = next((index for index in sorted(tokens) if doc[index].text == "("), None)
    if opening is None:
        return tokens, ""
    inside = [index for index in sorted(tokens) if opening < index and doc[index].text != ")"]
    closing = next((index for index in inside if doc[min(index + 1, len(doc) - 1)].text == ")"), None)
    words = [index for index in inside if closing is not None and index <= closing]
    if not any(doc[index].lower_ in LIKELIHOODS for index in words):
        return tokens, ""
    return tokens - {opening, *words, words[-1] + 1}, text(doc, tuple(words))


def complement_of(match: Match) -> set[int]:
    """The tokens after the connective; «due to this» means the sentence before."""
    if clause.points_back(match.complement):
        return clause.sentence_before(match.complement)
    found = clause.subtree(match.complement) - set(match.words)
    return {index for index in found if index > match.words[0]} if match.complement.dep_ == "ROOT" else found


def outcome(match: Match, certain: Strength | None) -> set[int]:
    """The tokens of the other side."""
    if match.verb is None:
        return set()
    if certain is not None and certain.said:
        return set(certain.said)
    return clause.body(match.verb, set())


def says_nothing(doc: Doc, tokens: set[int]) -> bool:
    """True for what is left of «This is due to the thaw»: it means the sentence before."""
    words = [doc[index] for index in tokens if doc[index].is_alpha]
    return len(words) <= 2 and any(word.lower_ in clause.BEFORE for word in words)


def split_at_comma(token: Token, words: tuple[int, ...], entry: Connective) -> Draft | None:
    """A condition that opens its sentence, misread by the parse: it runs to the comma before the first clause with a modal."""
    sentence = token.sent
    if entry.kind != "conditional" or entry.takes != "clause" or clause.opening(token) != token.i:
        return None
    last = next((word for word in reversed(sentence) if word.tag_ == "MD"), token)
    comma = next((word.i for word in sentence if word.text == "," and words[-1] + 1 < word.i < last.i), 0)
    certain = strength(last.head)
    if not comma or certain is None:
        return None
    condition = trimmed(token.doc, set(range(words[-1] + 1, comma)))
    end = next((word.i for word in sentence if word.i > last.i and word.text in CLOSING), sentence.end)
    outcome = trimmed(token.doc, set(range(comma + 1, end)))
    return Draft("conditional", condition, outcome, words, "conditional", text(token.doc, certain.words), certain.entry.default)


def of_which(token: Token, words: tuple[int, ...], which: Token, entry: Connective) -> Draft:
    """«…, as a result of which …»: all before against all after, whatever the parse makes of it."""
    sentence = token.sent
    before = trimmed(token.doc, set(range(sentence.start, words[0])))
    after = trimmed(token.doc, set(range(which.i + 1, sentence.end)))
    return Draft(entry.kind, before, after, (*words, which.i))
