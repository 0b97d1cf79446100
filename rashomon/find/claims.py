"""Clauses as propositions: who is said to do, have done or be what, and whether that is affirmed or denied."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count

import msgspec
from spacy.tokens import Token

from rashomon.find.claim_dates import Dated, dates_of, noun_above
from rashomon.find.claim_terms import term_of, who
from rashomon.find.claim_words import scope, tense, verb_words
from rashomon.find.clauses import Argument, arguments, filler, is_passive, is_verdict, predicates
from rashomon.find.descriptions import descriptions
from rashomon.find.parse import Parse
from rashomon.find.partakings import LIGHT, anchors, deeds, deverbal_part, gerund, parts
from rashomon.find.set_phrases import one_deed
from rashomon.find.terms import Named, named, phrase, term
from rashomon.find.truth import Truth, truth
from rashomon.find.voices import Standing, Voices, voices
from rashomon.records import Claim, Date, Mention, Span, Statement, Status, place_id

PREPOSITIONAL = frozenset({"following", "according", "including", "regarding", "concerning", "involving", "depending"})


@dataclass(frozen=True, slots=True)
class Draft:
    """A claim before its words are looked up: the deed, who does it, how far, and whether it is so."""

    deed: Token
    arguments: tuple[Argument, ...]
    truth: Truth
    part: str
    clause: Token  # the verb in whose clause it is said


def claims(
    parse: Parse, dates: tuple[Date, ...], mentions: tuple[Mention, ...], statements: tuple[Statement, ...]
) -> tuple[Claim, ...]:
    """Every clause that says something of somebody, in text order."""
    known, standing = named(parse, mentions), voices(parse, statements)
    dated = dates_of(parse, dates)
    found = [claim for draft in drafts(parse) if (claim := settled(draft, known, standing, dated)) is not None]
    found += descriptions(known, standing)
    found += [claim for draft in dated_nouns(dated) if (claim := settled(draft, known, standing, dated)) is not None]
    return numbered(sorted(found, key=lambda claim: (claim.cited.start, claim.cited.end, claim.verb, claim.part)))


def numbered(found: list[Claim]) -> tuple[Claim, ...]:
    """The claims with ids of their places; the second at one place is "-2"."""
    seen: dict[str, count[int]] = {}
    named_ = []
    for claim in found:
        place = place_id("claim", claim.cited.page, claim.cited.start, claim.cited.end)
        number = next(seen.setdefault(place, count(1)))
        named_.append(msgspec.structs.replace(claim, id=place if number == 1 else f"{place}-{number}"))
    return tuple(named_)


def drafts(parse: Parse) -> Iterator[Draft]:
    """The claims of every clause; a question claims nothing."""
    for verb in predicates(iter(parse.doc)):
        if verb.sent[-1].text == "?" or (verb.tag_ == "VBG" and verb.lower_ in PREPOSITIONAL):
            continue
        filled = tuple(arguments(verb))
        stated = truth(verb)
        if filled and not is_frame(verb) and not is_partaken(verb):
            yield Draft(verb, filled, stated, deverbal_part(filled), verb)
        yield from partakings(verb, filled, stated)


def is_frame(verb: Token) -> bool:
    """A verb that only frames another clause: «refused to …», «believes that …»."""
    relations = {child.dep_ for child in verb.children if not is_verdict(child)}
    return bool(relations & {"xcomp", "ccomp"}) and not relations & {"dobj", "attr", "acomp", "nsubjpass"}


def is_partaken(verb: Token) -> bool:
    """A deed in which the words above give somebody a part, and whose own subject is unsaid: «the hub for smuggling gold»."""
    if any(child.dep_ in ("nsubj", "nsubjpass") for child in verb.children):
        return False
    above = verb.head.head if verb.dep_ == "pcomp" else verb.head
    entry = parts().get(above.lemma_.lower())
    return (
        entry is not None and verb.dep_ in ("pcomp", "xcomp", "ccomp") and any(deed.i == verb.i for deed in deeds(above, entry))
    )


def dated_nouns(dated: Dated) -> Iterator[Draft]:
    """That a thing with a date of its own happened then: «the mutiny of 2003», «the March 2011 protests»."""
    for date in dated.dates:
        noun = noun_above(dated.token(date)) if date.low else None
        if noun is not None:
            yield Draft(noun, (("subject", noun),), Truth(), "", noun)


def partakings(verb: Token, filled: tuple[Argument, ...], stated: Truth) -> Iterator[Draft]:
    """The deeds in which the clause gives somebody a part."""
    for anchor in anchors(verb, filled):
        filled = filled if anchor.dep_ != "ccomp" else tuple(arguments(anchor))
        entry = parts().get(anchor.lemma_.lower())
        if entry is None:
            continue
        holder_role = "object" if anchor.i == verb.i and is_passive(verb) and "object" not in entry.leads else entry.holder
        holders = [head for role, head in filled if role == holder_role]
        said = Truth(stated.negated or entry.denies, entry.status if stated.status == "stated" else stated.status)
        for deed in (*deeds(anchor, entry), *(deeds(verb, entry) if anchor.i != verb.i and verb.lemma_ in LIGHT else ())):
            for holder in holders[:1]:
                if holder.i != deed.i:
                    yield Draft(gerund(deed), (("subject", holder), *own_arguments(deed)), said, entry.part, verb)


def own_arguments(deed: Token) -> tuple[Argument, ...]:
    """What a deed says of itself besides its doer: of a verb its object, of a noun «the attack on Goma»."""
    if gerund(deed).i != deed.i:
        return (("object", deed),)
    if deed.pos_ in ("VERB", "AUX"):
        return tuple((role, head) for role, head in arguments(deed) if role != "subject")
    governed = [(child.lower_, inner) for child in deed.children if child.dep_ == "prep" and (inner := filler(child)) is not None]
    return tuple(("object" if leading in ("of", "on", "against") else leading, inner) for leading, inner in governed)


def settled(draft: Draft, known: Named, standing: Voices, dated: Dated) -> Claim | None:
    """The claim of a draft; None where it says nothing of anybody."""
    if excepts(draft):
        return None
    happened = draft.deed.i == draft.arguments[0][1].i
    verb, filled = one_deed("happen" if happened else verb_words(draft.deed), draft.arguments)
    heads = [(role, who(head, draft.clause, known)) for role, head in filled if not dated.holds(head)]
    terms = tuple(made for role, head in heads if (made := term_of(role, head, known)) is not None)
    if draft.deed.pos_ in ("NOUN", "PROPN") and not happened:
        terms = (*terms, term("deed", draft.deed, known))
    if not terms or not any(made.role in ("subject", "object") for made in terms):
        return None
    parse = known.parse
    start, end = extent(draft)
    span = parse.in_page(start, end)
    stands = standing.at(*span)
    low, high = dated.of(draft.clause, draft.deed)
    return Claim(
        id="",
        article=parse.article.id,
        cited=parse.cite(start, end),
        sentence=parse.sentence(start, end),
        voice=stands.voice,
        status=status_of(draft, stands),
        negated=draft.truth.negated,
        verb=verb,
        terms=terms,
        part=draft.part,
        scope=scope(draft.clause, draft.deed, draft.arguments),
        tense=tense(draft.clause),
        low=low,
        high=high,
    )


def excepts(draft: Draft) -> bool:
    """«No country except Chad signed»: what is said holds of all but one, which no term can carry."""
    before = draft.clause.doc[draft.clause.sent.start : draft.clause.i]
    return any(token.lower_ in ("except", "besides", "barring") for token in before)


def status_of(draft: Draft, stands: Standing) -> Status:
    """The status of a claim: its own grammar first, where it denies or leaves open; «has left» is no plan."""
    if draft.truth.status == "denied" or not draft.truth.settled:
        return draft.truth.status
    status = stands.status_of(draft.truth.status)
    return "reported" if status == "planned" and draft.truth.status == "stated" and tense(draft.clause) == "past" else status


def extent(draft: Draft) -> Span:
    """The stretch of the reading that a claim rests on: its clause from first to last word."""
    heads = [draft.clause, draft.deed, *(head for _, head in draft.arguments)]
    inside = [token for token in heads if token.sent.start == draft.clause.sent.start]
    tokens = [token for head in inside for token in (head, *near(head), *(() if head.pos_ in ("VERB", "AUX") else phrase(head)))]
    first, last = min(tokens, key=lambda token: token.i), max(tokens, key=lambda token: token.i)
    return first.idx, last.idx + len(last.text)


def near(head: Token) -> list[Token]:
    """The words right at a head, and what a preposition of it governs."""
    children = [
        child for child in head.children if child.dep_ not in ("punct", "conj", "cc", "relcl", "advcl", "ccomp", "xcomp", "dep")
    ]
    inner = [child for preposition in children if preposition.dep_ in ("prep", "agent") for child in preposition.children]
    return [*children, *(child for child in inner if child.dep_ in ("pobj", "pcomp"))]
