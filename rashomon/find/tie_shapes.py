"""The shapes in which a tie is told, over the dependency parse: verb, noun, apposition, possessive, relative clause, compound."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from spacy.tokens import Token

from rashomon.find.clauses import Argument, antecedent, arguments
from rashomon.find.parse import Parse
from rashomon.find.terms import coordinated
from rashomon.find.tie_relations import Pattern, patterns
from rashomon.find.truth import Truth, truth

POSSESSIVE = ("poss", "amod", "compound", "nmod")


@dataclass(frozen=True, slots=True)
class Match:
    """A pattern found in the text: the word it hangs on and the two ends."""

    pattern: Pattern
    anchor: Token
    subjects: tuple[Token, ...]
    objects: tuple[Token, ...]
    truth: Truth
    spread: bool = True  # what is coordinated with an end is an end too; not in «President A and Minister B»


def matches(parse: Parse) -> Iterator[Match]:
    """All patterns that fit anywhere in the article."""
    lexicon = patterns()
    for token in parse.doc:
        words = dict.fromkeys((token.lemma_.lower(), token.lower_))
        yield from most_exact([match for word in words for pattern in lexicon.get(word, ()) for match in fits(pattern, token)])


def most_exact(found: list[Match]) -> list[Match]:
    """Of «strategic partner» and «partner» on one word, the one that asks for more."""
    exact = [match for match in found if match.pattern.modifiers]
    return exact or found


def fits(pattern: Pattern, token: Token) -> Iterator[Match]:
    """What a pattern makes of the token that carries its anchoring word."""
    if pattern.shape == "compound":
        if token.dep_ in ("amod", "compound"):
            yield from compounded(pattern, token)
    elif pattern.shape == "predicate":
        yield from by_predicate(pattern, token)
    elif token.pos_ in ("VERB", "AUX") and pattern.shape in ("verb", "verb noun"):
        yield from by_verb(pattern, token)
    elif token.pos_ in ("NOUN", "PROPN"):
        yield from OF_NOUNS[pattern.shape](pattern, token)
        if pattern.shape == "verb" and not pattern.preposition and token.tag_ == "NNS":
            yield from taken_for_noun(pattern, token)


def by_verb(pattern: Pattern, verb: Token) -> Iterator[Match]:
    """«S own O», «S invest in O», «S hold stake in O»."""
    if verb.dep_ in ("aux", "auxpass", "amod", "compound"):
        return
    filled = [(role, stands_for(token)) for role, token in arguments(verb)]
    subjects = [token for role, token in filled if role == "subject"]
    if not subjects:  # «Ruritania trades with Sylvania», where the parser takes the name for part of the verb
        subjects = [child for child in verb.children if child.dep_ == "compound" and child.pos_ == "PROPN"]
    objects = [token for role, token in filled if role == "object"]
    if pattern.shape == "verb noun":
        yield from by_verb_and_noun(pattern, verb, filled, subjects, objects)
        return
    if pattern.preposition:
        nested = [inner for noun in objects for inner in after(noun, pattern.preposition)]
        objects = [token for role, token in filled if role == pattern.preposition] + nested
    else:
        given = [token for role, token in filled if role == "recipient"]  # «owes Oslo two billion»
        objects = given or [inner for noun in objects for inner in through_amount(noun)]
    if subjects and objects:
        yield made(pattern, verb, subjects, objects, truth(verb))


def taken_for_noun(pattern: Pattern, verb: Token) -> Iterator[Match]:
    """«Ruritania borders Sylvania», where the parser takes the verb for a plural."""
    left = [stands_for(antecedent(child)) for child in verb.lefts if child.dep_ in ("compound", "nsubj", "nmod")]
    right = [child for child in verb.rights if child.dep_ in ("npadvmod", "dobj", "appos") and child.i == verb.i + 1]
    if len(left) == 1 and len(right) == 1 and verb.dep_ in ("ROOT", "relcl", "ccomp", "conj"):
        yield made(pattern, verb, left, right, Truth())


def by_verb_and_noun(
    pattern: Pattern, verb: Token, filled: list[Argument], subjects: list[Token], objects: list[Token]
) -> Iterator[Match]:
    """«S hold stake in O», «S guarantee O's safety», «S and O share a border», «the border on which S imposed …»."""
    nouns = [inner for noun in objects for inner in (noun, *of_amount(noun)) if fits_noun(pattern, inner)]
    if not nouns:
        return
    owners = [child for noun in nouns for child in noun.children if is_owner(child)]
    others = [inner for noun in nouns for inner in after(noun, pattern.preposition)]
    others += [inner for noun in objects for inner in after(noun, pattern.preposition) if noun not in nouns]
    others += [token for role, token in filled if role == pattern.preposition]
    if pattern.preposition == "of" and not others:
        others = owners
    elif any(child.dep_ == "amod" for child in owners):
        subjects = [child for child in owners if child.dep_ == "amod"]
    if subjects and others:
        yield made(pattern, verb, subjects, others, truth(verb))
    elif subjects and pattern.relation.symmetric:
        yield from among(pattern, verb, subjects, truth(verb))


def of_amount(noun: Token) -> list[Token]:
    """«1,600 kilometres of border»: the border."""
    return after(noun, "of") if any(child.dep_ == "nummod" for child in noun.children) else []


def by_predicate(pattern: Pattern, word: Token) -> Iterator[Match]:
    """«S is allied with O», «S, allied with O, …», «S, which is dependent on O»."""
    others = after(word, pattern.preposition)
    if not others:
        return
    if word.dep_ == "acomp":
        bearers, how = [token for role, token in arguments(word.head) if role == "subject"], truth(word.head)
    elif word.tag_ == "VBN":
        bearers, how = [token for role, token in arguments(word) if role == "object"], truth(word)
    else:
        return
    if bearers:
        yield made(pattern, word, [stands_for(token) for token in bearers], others, how)


def by_state(pattern: Pattern, noun: Token) -> Iterator[Match]:
    """«S is at war with O», «S, under the control of O, …», «S is under Ruritanian sanctions»."""
    case = noun.head
    if noun.lemma_.lower() != pattern.noun or noun.dep_ != "pobj" or case.lower_ != pattern.modifiers[0]:
        return
    above = case.head
    others = after(noun, pattern.preposition) or [child for child in noun.children if is_owner(child)]
    if above.pos_ in ("NOUN", "PROPN"):
        yield made(pattern, noun, [above], others, Truth(negated=is_denied(noun)))
    elif above.lemma_.lower() in LASTING:
        bearers = [token for role, token in arguments(above) if role == "subject"]
        if bearers and others:
            yield made(pattern, noun, bearers, others, truth(above))


LASTING = frozenset({"be", "remain", "stay", "come", "fall", "live", "stand"})  # «came under the control of», «is at war»


def made(pattern: Pattern, anchor: Token, subjects: list[Token], objects: list[Token], how: Truth) -> Match:
    """The match, with the ends the right way round."""
    left, right = (objects, subjects) if pattern.swapped else (subjects, objects)
    return Match(pattern, anchor, tuple(left), tuple(right), how)


def stands_for(token: Token) -> Token:
    """The noun a relative pronoun stands for, also after a preposition: «the firm in which Oslo holds a stake»."""
    if token.tag_ not in ("WDT", "WP") or token.head.dep_ != "prep":
        return token
    clause = token.head.head
    return clause.head if clause.dep_ == "relcl" else token


def is_owner(child: Token) -> bool:
    """Whether a word before a noun can name whose it is: «Oslo's», «Norwegian», not «eternal»."""
    return child.dep_ in POSSESSIVE and child.text[:1].isupper()


def fits_noun(pattern: Pattern, noun: Token) -> bool:
    """Whether the noun is the pattern's, with the words that must describe it."""
    described = {child.lower_ for child in noun.children}
    return noun.lemma_.lower() == pattern.noun and described.issuperset(pattern.modifiers)


def after(noun: Token, preposition: str) -> list[Token]:
    """What the preposition leads to from a noun; a preposition before a relative pronoun stands with the verb."""
    return [
        antecedent(inner)
        for child in noun.children
        if child.dep_ == "prep" and child.lower_ == preposition
        for inner in child.children
        if inner.dep_ == "pobj"
    ]


def through_amount(noun: Token) -> list[Token]:
    """«owns 50 % of the field»: the field."""
    if noun.lemma_ in ("%", "percent", "share", "part", "half", "third", "quarter", "stake") or noun.pos_ == "NUM":
        return after(noun, "of") or after(noun, "in") or [noun]
    return [noun]


def by_noun(pattern: Pattern, noun: Token) -> Iterator[Match]:
    """«S is an ally of O», «S, the mouthpiece of O», «O's ally S», «S and O are allies»."""
    if not fits_noun(pattern, noun):
        return
    bearers, how = predicated(noun)
    others = after(noun, pattern.preposition)
    if pattern.preposition not in ("at", "for", "to"):  # «an Iran analyst at the institute», «Chad's envoy to Mali»
        others += [whose(child) for child in noun.children if is_owner(child) or child.dep_ == "poss"]
    if pattern.relation.symmetric and not others and bearers and noun.tag_ in ("NNS", "NNPS"):
        yield from among(pattern, noun, bearers, how)
        return
    if bearers and others:
        yield replace(made(pattern, noun, bearers, others, how), spread=noun.dep_ in ("attr", "oprd"))


def whose(owner: Token) -> Token:
    """«Latvia praised its ally Norway»: its is that of the subject; any other owner is itself."""
    if owner.tag_ != "PRP$":
        return owner
    token = owner.head
    for _ in range(LONGEST_CHAIN):
        if token.head == token or token.pos_ in ("VERB", "AUX"):
            break
        token = token.head
    subjects = [found for role, found in arguments(token) if role == "subject"] if token.pos_ in ("VERB", "AUX") else []
    return subjects[0] if subjects and subjects[0] not in (owner.head, owner) else owner


LONGEST_CHAIN = 8  # steps from a noun up to its verb; a bound for hostile text


def among(pattern: Pattern, noun: Token, bearers: list[Token], how: Truth) -> Iterator[Match]:
    """«S and O are allies»: everybody with everybody else."""
    everybody = [token for bearer in bearers for named in pair_of(bearer) for token in (named, *coordinated(named))]
    for place, left in enumerate(everybody[:6]):
        for right in everybody[place + 1 : 6]:
            yield Match(pattern, noun, (left,), (right,), how, spread=False)


def pair_of(bearer: Token) -> list[Token]:
    """«they» are the two that were the subject of the clause before: «although Oslo and Riga are …, they are no allies»."""
    if bearer.lower_ not in ("they", "both", "two"):
        return [bearer]
    before = (token for token in reversed(bearer.doc[bearer.sent.start : bearer.i]) if token.dep_ in ("nsubj", "nsubjpass"))
    return next(([token] for token in before if any(child.dep_ == "conj" for child in token.children)), [bearer])


def predicated(noun: Token) -> tuple[list[Token], Truth]:
    """Whom a noun is said of, and how surely: the subject of «be», the noun it is an apposition of, the name it stands before."""
    head = noun.head
    if noun.dep_ in ("attr", "oprd") and head.pos_ in ("AUX", "VERB"):
        how = truth(head)
        negated = how.negated or is_denied(noun)
        return [token for role, token in arguments(head) if role in ("subject", "object")], Truth(negated, how.status)
    if noun.dep_ == "appos":
        return [head], Truth()
    if noun.dep_ == "pobj" and head.lower_ == "as":
        clause = head.head
        return [token for role, token in arguments(clause) if role == "object"] or described(clause), Truth()
    return [child for child in noun.children if child.dep_ == "appos"] + named_after(noun), Truth()


def is_denied(noun: Token) -> bool:
    """«are not the allies», where the parser hangs «not» on the noun."""
    return any(child.dep_ in ("neg", "preconj") or child.lower_ in ("not", "no") for child in noun.children)


def described(clause: Token) -> list[Token]:
    """Whom «as» describes: the subject of the clause, or its noun."""
    if clause.pos_ in ("NOUN", "PROPN"):
        return [clause]
    return [token for role, token in arguments(clause) if role == "subject"]


def named_after(noun: Token) -> list[Token]:
    """«its ally Sylvania»: the name the noun is a title of."""
    return [noun.head] if noun.dep_ in ("compound", "nmod") and noun.head.pos_ == "PROPN" else []


def between(pattern: Pattern, noun: Token) -> Iterator[Match]:
    """«the border between S and O», «S's border with O», «the S–O border»."""
    if not fits_noun(pattern, noun):
        return
    how = Truth(negated=is_denied(noun))
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ == "between":
            for inner in (token for token in child.children if token.dep_ == "pobj"):
                yield from among(pattern, noun, [inner], how)
        elif child.dep_ in POSSESSIVE and is_hyphened(child):
            yield from (
                Match(pattern, noun, (inner,), (child,), how, spread=False) for inner in child.children if is_owner(inner)
            )
    yield from possessed(pattern, noun)


def is_hyphened(word: Token) -> bool:
    """«the Ruritanian-Sylvanian border»."""
    return word.text[:1].isupper() and word.i > 0 and word.nbor(-1).text in ("-", "–", "—")


def possessed(pattern: Pattern, noun: Token) -> Iterator[Match]:
    """«S's investment in O», «Ruritanian loans to O», «S's recognition of O»."""
    if noun.lemma_.lower() != (pattern.word if pattern.shape == "verb" else pattern.noun) or not (
        pattern.preposition or pattern.shape == "between"
    ):
        return
    owners = [child for child in noun.children if child.dep_ in POSSESSIVE] + after(noun, "by") + after(noun, "from")
    others = [other for other in after(noun, pattern.preposition or "with") if other not in owners]
    if owners and others:
        yield made(pattern, noun, owners, others, Truth(negated=is_denied(noun)))


OF_NOUNS: Mapping[str, Callable[[Pattern, Token], Iterator[Match]]] = {
    "noun": by_noun,
    "between": between,
    "verb": possessed,
    "state": by_state,
    "verb noun": lambda pattern, noun: iter(()),
}
"""What a pattern of a shape makes of a noun."""


def compounded(pattern: Pattern, token: Token) -> Iterator[Match]:
    """«the Ruritania-led union»."""
    owners = [child for child in token.children if child.dep_ in ("npadvmod", "compound", "amod", "nmod")]
    if owners:
        yield made(pattern, token, owners, [token.head], Truth())
