"""Lasting relations between actors: a lexicon of patterns over the dependency parse (words/relations.toml)."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from rashomon.find.parse import Parse
from rashomon.find.terms import Named, coordinated, named
from rashomon.find.tie_shapes import Match, matches
from rashomon.find.voices import Voices, voices
from rashomon.records import Date, Figure, Mention, Span, Statement, Tie, cite, place_id


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
        if not is_counted(token) and (mention := meant(token, known)) is not None
    ]
    return list(dict.fromkeys(found))


def is_counted(token: Token) -> bool:
    """«42 other Western countries» are no party to anything."""
    return any(child.dep_ == "nummod" and not child.text[:1].isupper() for child in token.children)  # «One Belt»


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
    anchor = parse.in_page(match.anchor.idx, match.anchor.idx + len(match.anchor))
    spans = [anchor, (subject.cited.start, subject.cited.end), (other.cited.start, other.cited.end)]
    start, end = min(low for low, _ in spans), max(high for _, high in spans)
    low, high = parse.sentence(match.anchor.idx, match.anchor.idx + len(match.anchor))
    sentence = (min(low, start), max(high, end))
    standing = sources.voices.at(*anchor)
    identity = place_id("tie", parse.page.id, start, end)
    counted[identity] = counted.get(identity, 0) + 1
    return Tie(
        id=identity if counted[identity] == 1 else f"{identity}-{counted[identity]}",
        article=parse.article.id,
        cited=cite(parse.page, start, end),
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
        historical=is_over(match),
        as_of=as_of(match, sentence, parse, sources.dates),
    )


def amount(match: Match, parse: Parse, figures: tuple[Figure, ...]) -> str:
    """The figure that hangs on the anchoring word: «31 percent», «tens of billions of dollars»."""
    if match.pattern.shape in ("noun", "between", "compound"):
        return ""  # an ally or a border has no amount
    first, last = match.anchor.left_edge, match.anchor.right_edge
    start, end = parse.in_page(first.idx, last.idx + len(last))
    held = [
        f for f in figures if start <= f.cited.start and f.cited.end <= end and f.unit and f.measures not in ("duration", "age")
    ]
    position = parse.in_page(match.anchor.idx, match.anchor.idx + len(match.anchor))[0]
    return min(held, key=lambda f: abs(f.cited.start - position)).value_text if held else ""


OVER = frozenset({"former", "ex", "ex-", "late", "then", "erstwhile", "onetime", "deposed", "ousted"})


def is_over(match: Match) -> bool:
    """«former President Anna Berg», «then an ally of Oslo»: the tie is no more."""
    return any(child.lower_ in OVER for child in match.anchor.lefts)


NAMING = frozenset({"noun", "compound", "between", "predicate"})


def as_of(match: Match, sentence: Span, parse: Parse, dates: tuple[Date, ...]) -> str:
    """The only date told with a deed that ties, «recognised it in 1991»; of a name that ties only one inside its phrase.

    The day «President Berg» travelled is not the day of her office.
    """
    first, last = match.anchor.left_edge, match.anchor.right_edge
    within = parse.in_page(first.idx, last.idx + len(last)) if match.pattern.shape in NAMING else sentence
    near = [d for d in dates if within[0] <= d.cited.start < within[1] and d.kind == "date" and d.low]
    return near[0].value if len(near) == 1 else ""
