"""Lasting relations between actors: a lexicon of patterns over the dependency parse (words/relations.toml)."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Token

from rashomon.find.clauses import antecedent, arguments
from rashomon.find.parse import Parse
from rashomon.find.terms import Named, coordinated, named
from rashomon.find.tie_relations import Pattern, patterns
from rashomon.find.truth import Truth, truth
from rashomon.find.voices import Voices, voices
from rashomon.records import Date, Figure, Mention, Statement, Tie, place_id

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


def ties(
    parse: Parse,
    dates: tuple[Date, ...],
    mentions: tuple[Mention, ...],
    statements: tuple[Statement, ...],
    figures: tuple[Figure, ...],
) -> tuple[Tie, ...]:
    """Every tie, in text order; one between the same two by the same words is told once."""
    known = named(parse, mentions)
    sources = Sources(parse, voices(parse, statements), dates, figures)
    made: list[Tie] = []
    seen: set[tuple[object, ...]] = set()
    counted: dict[str, int] = {}
    for match in matches(parse):
        for subject, other in pairs(match, known):
            key = (match.pattern.relation.name, *ordered(match, subject, other), match.anchor.sent.start)
            if key not in seen:
                seen.add(key)
                made.append(tie(match, subject, other, sources, counted))
    return tuple(sorted(made, key=lambda each: (each.cited.start, each.cited.end, each.id)))


def ordered(match: Match, subject: Mention, other: Mention) -> tuple[str, str]:
    """The two ends, in fixed order when the relation goes both ways."""
    ends = (subject.actor or subject.name, other.actor or other.name)
    return (min(ends), max(ends)) if match.pattern.relation.symmetric else ends


def matches(parse: Parse) -> Iterator[Match]:
    """All patterns that fit anywhere in the article."""
    lexicon = patterns()
    for token in parse.doc:
        for pattern in lexicon.get(token.lemma_.lower(), ()) or lexicon.get(token.lower_, ()):
            yield from fits(pattern, token)


def fits(pattern: Pattern, token: Token) -> Iterator[Match]:
    """What a pattern makes of the token that carries its anchoring word."""
    if token.pos_ in ("VERB", "AUX") and pattern.shape in ("verb", "verb noun"):
        yield from by_verb(pattern, token)
    elif token.pos_ in ("NOUN", "PROPN"):
        if pattern.shape == "noun":
            yield from by_noun(pattern, token)
        elif pattern.shape == "between":
            yield from between(pattern, token)
        elif pattern.shape == "verb" and pattern.preposition:
            yield from possessed(pattern, token)
    if pattern.shape == "compound" and token.dep_ in ("amod", "compound"):
        yield from compounded(pattern, token)


def by_verb(pattern: Pattern, verb: Token) -> Iterator[Match]:
    """«S own O», «S invest in O», «S hold stake in O»."""
    if verb.dep_ in ("aux", "auxpass", "amod", "compound"):
        return
    filled = [(role, stands_for(token)) for role, token in arguments(verb)]
    subjects = [token for role, token in filled if role == "subject"]
    objects = [token for role, token in filled if role == "object"]
    if pattern.shape == "verb noun":
        nouns = [noun for noun in objects if fits_noun(pattern, noun)]
        subjects = [child for noun in nouns for child in noun.children if is_owner(child) and child.dep_ == "amod"] or subjects
        objects = [inner for noun in nouns for inner in after(noun, pattern.preposition)]
        objects += [token for role, token in filled if nouns and role == pattern.preposition]
    elif pattern.preposition:
        nested = [inner for noun in objects for inner in after(noun, pattern.preposition)]
        objects = [token for role, token in filled if role == pattern.preposition] + nested
    else:
        given = [token for role, token in filled if role == "recipient"]  # «owes Oslo two billion»
        objects = given or [inner for noun in objects for inner in through_amount(noun)]
    if subjects and objects:
        yield made(pattern, verb, subjects, objects, truth(verb))


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
    if pattern.preposition not in ("at", "for"):  # «an Iran analyst at the institute» works for the institute
        others += [child for child in noun.children if is_owner(child) or child.dep_ == "poss"]
    if pattern.relation.symmetric and not others and bearers and noun.tag_ in ("NNS", "NNPS"):
        yield from among(pattern, noun, bearers, how)
        return
    if bearers and others:
        yield replace(made(pattern, noun, bearers, others, how), spread=noun.dep_ in ("attr", "oprd"))


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
    yield from possessed(pattern, noun)


def possessed(pattern: Pattern, noun: Token) -> Iterator[Match]:
    """«S's investment in O», «Ruritanian loans to O»."""
    owners = [child for child in noun.children if child.dep_ in POSSESSIVE] + after(noun, "by") + after(noun, "from")
    others = after(noun, pattern.preposition or "with")
    if owners and others and fits_possessed(pattern, noun):
        yield made(pattern, noun, owners, others, Truth(negated=is_denied(noun)))


def fits_possessed(pattern: Pattern, noun: Token) -> bool:
    """A verb's pattern fits the noun of the same form: «loan to», «stake in»."""
    return noun.lemma_.lower() == pattern.word


def compounded(pattern: Pattern, token: Token) -> Iterator[Match]:
    """«the Ruritania-led union»."""
    owners = [child for child in token.children if child.dep_ in ("npadvmod", "compound", "amod", "nmod")]
    if owners:
        yield made(pattern, token, owners, [token.head], Truth())


def pairs(match: Match, known: Named) -> Iterator[tuple[Mention, Mention]]:
    """The mentions at the two ends, of the types the relation allows, never the same actor twice."""
    relation = match.pattern.relation
    for left in ends(match.subjects, known, match.spread):
        for right in ends(match.objects, known, match.spread):
            same = (left.actor or left.name) == (right.actor or right.name)
            if same or (relation.subject and left.type not in relation.subject):
                continue
            if not relation.object or right.type in relation.object:
                yield left, right


def ends(heads: tuple[Token, ...], known: Named, spread: bool) -> list[Mention]:
    """The mentions that the heads and what is coordinated with them stand for."""
    found = [
        mention
        for head in heads
        for token in (head, *(coordinated(head) if spread else ()))
        if (mention := meant(token, known)) is not None
    ]
    return list(dict.fromkeys(found))


def meant(token: Token, known: Named) -> Mention | None:
    """The mention of a head; of «the state-owned Chinese company» the company, never the adjective."""
    mention = known.of(token)
    if mention is not None and (mention.actor or mention.form == "name"):
        return mention
    for child in token.children:
        if child.dep_ == "appos" and (inner := known.of(child)) is not None and inner.actor:
            return inner
    return None


@dataclass(frozen=True, slots=True)
class Sources:
    """What the record of a tie is filled from."""

    parse: Parse
    voices: Voices
    dates: tuple[Date, ...]
    figures: tuple[Figure, ...]


def tie(match: Match, subject: Mention, other: Mention, sources: Sources, counted: dict[str, int]) -> Tie:
    """The record of one tie, cited from its first word to its last."""
    parse = sources.parse
    words = [match.anchor, *match.subjects, *match.objects]
    low, high = min(token.idx for token in words), max(token.idx + len(token) for token in words)
    start, end = parse.in_page(low, high)
    sentence = parse.sentence(low, high)
    standing = sources.voices.at(*parse.in_page(match.anchor.idx, match.anchor.idx + len(match.anchor)))
    identity = place_id("tie", parse.page.id, start, end)
    counted[identity] = counted.get(identity, 0) + 1
    return Tie(
        id=identity if counted[identity] == 1 else f"{identity}-{counted[identity]}",
        article=parse.article.id,
        cited=parse.cite(low, high),
        sentence=sentence,
        voice=standing.voice,
        status=standing.status_of(match.truth.status),
        negated=match.truth.negated,
        subject=subject.actor,
        subject_text=subject.cited.quote,
        relation=match.pattern.relation.name,
        object=other.actor,
        object_text=other.cited.quote,
        amount=amount(match, parse, sources.figures),
        as_of=as_of(sentence, sources.dates),
    )


def amount(match: Match, parse: Parse, figures: tuple[Figure, ...]) -> str:
    """The figure that hangs on the anchoring word: «31 percent», «tens of billions of dollars»."""
    if match.pattern.shape in ("noun", "between", "compound"):
        return ""  # an ally or a border has no amount
    first, last = match.anchor.left_edge, match.anchor.right_edge
    start, end = parse.in_page(first.idx, last.idx + len(last))
    held = [f for f in figures if start <= f.cited.start and f.cited.end <= end and f.unit not in ("", "year", "month", "day")]
    position = parse.in_page(match.anchor.idx, match.anchor.idx + len(match.anchor))[0]
    return min(held, key=lambda f: abs(f.cited.start - position)).value_text if held else ""


def as_of(sentence: tuple[int, int], dates: tuple[Date, ...]) -> str:
    """The date told in the same sentence, when there is only one."""
    near = [d for d in dates if sentence[0] <= d.cited.start < sentence[1] and d.kind == "date" and d.low]
    return near[0].value if len(near) == 1 else ""
