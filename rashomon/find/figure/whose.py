"""Whose a figure is: the actors in the words measured, those on the other side, and where it was counted."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from spacy.tokens import Token

from rashomon.find.clauses import arguments
from rashomon.find.figure.around import Around
from rashomon.find.figure.concepts import Concept
from rashomon.find.figure.measures import Measure, measures
from rashomon.find.figure.quantity import Found
from rashomon.find.terms import coordinated
from rashomon.records import Mention

REPUBLIC = re.compile(r"\b(?:the|this) (?:republic|country|nation)\b", re.IGNORECASE)
GIVEN = frozenset({"dobj", "attr", "oprd"})  # what a verb gives its subject: «has 40 ships», «sent 300 men»
WHERE = frozenset({"in", "on", "at", "near", "along", "across", "around", "inside", "outside", "within", "throughout"})
BODIES = frozenset({"company", "organisation", "outlet", "person", "project", "armed-group", "government"})
NEAR = 24  # characters between «Norwegian» and the name of the firm it describes
LONGEST_PHRASE = 200  # words; a bound for hostile text
CUTS = frozenset({"relcl", "acl", "advcl", "conj", "cc"})
LANDS = frozenset({"state", "place"})
MUTUAL = re.compile(
    r"\b(?:bilateral|mutual|common|shared|(?:the|our) two (?:countries|states|nations|sides|neighbou?rs))\b", re.IGNORECASE
)
TWO_LEAST = 3  # mentions of each of the two states an article is about
TWO_LEAD = 2  # times those of any third; both set by eye on examples/pages, re-run quality.gate


@dataclass(frozen=True, slots=True)
class Party:
    """An actor near a figure: whose it is, or only where it was counted."""

    mention: Mention
    located: bool


def parties(about: Concept, measure: Measure | None, around: Around) -> list[Party]:
    """The actors in the words measured, those nearest to the noun first; then who invested or lent, and in what.

    Those that are counted («ten Norwegian sailors») are nobody else's, whatever else the sentence names.
    """
    two = measure is not None and measure.ends > 1
    own = below(about.counted, around, two) if about.counted is not None else []
    found = [
        *own,
        *(party for noun, located in sources(about, measure, bool(own)) for party in below(noun, around, two, located)),
    ]
    listed = [party.mention for party in found]
    kept = (party for party in found if is_party(party.mention, listed, about, measure, around))
    return list(dict.fromkeys(kept))


def sources(about: Concept, measure: Measure | None, owned: bool) -> Iterator[tuple[Token, bool]]:
    """The nouns that may say whose it is; True for those that only say where.

    Who kills or arrests is no part of the toll, and the subject of a verb owns only what the verb gives it: nobody owns the
    countries in «unlike Sylvania and 36 other countries».
    """
    toll = measure is not None and measure.cumulative
    two = measure is not None and measure.ends > 1
    doer = about.subject if toll and about.role == "dobj" else None
    given = about.counted is None or about.role in GIVEN
    if not owned:
        group = about.subject if measure is not None and measure.group else None
        left_out = (doer, group, None if given else about.subject)
        for head in about.heads:
            if head not in left_out:
                yield from ((token, False) for token in (head, *(coordinated(head) if two else ())))
    verb = about.verb
    if verb is None or (owned and not toll) or not measures().done(verb.lemma_.lower()):
        return
    for role, token in arguments(verb):
        if role in ("in", "at", "to", "into"):
            yield token, not two and role in ("in", "at")
        elif role in ("subject", "object", "recipient", "with") and not toll:
            yield token, False


def below(noun: Token, around: Around, two: bool, located: bool = False) -> list[Party]:
    """The mentions in a noun phrase, without the clauses and examples that hang on its end («including …», «and two …»).

    What stands between two has both its ends there; of anything else «in Norway» and «on the border» say where it is.
    """
    cut = next((child for child in noun.rights if child.dep_ in CUTS or child.lower_ == "including"), None)
    low = noun.left_edge.idx
    high = cut.left_edge.idx if cut is not None and cut.left_edge.i > noun.i else noun.right_edge.idx + len(noun.right_edge)
    found = around.mentions_at(*around.parse.in_page(low, max(high, low + 1)))
    if located or two or not found:
        return [Party(mention, located) for mention in found]
    places = [around.parse.in_page(word.idx, word.right_edge.idx + len(word.right_edge)) for word in placing(noun)]
    return [Party(mention, any(start <= mention.cited.start < end for start, end in places)) for mention in found]


def placing(noun: Token) -> list[Token]:
    """The prepositions in a noun phrase that say where."""
    return [word for word in islice(noun.subtree, LONGEST_PHRASE) if word.dep_ == "prep" and word.lower_ in WHERE]


def is_party(mention: Mention, listed: list[Mention], about: Concept, measure: Measure | None, around: Around) -> bool:
    """Whether somebody named there can own a figure: not the outlet a caption credits, not «Norwegian» of a Norwegian firm.

    Those who are counted are not their own owners: «people in Oslo», where the mention is the people.
    """
    if mention.type == "outlet" and not (measure is not None and "currency" in measure.kinds):
        return False
    if mention.use == "modifier":
        return not any(body.type in BODIES and 0 <= body.cited.start - mention.cited.end <= NEAR for body in listed)
    if about.counted is None or not mention.actor.startswith("name:"):
        return True
    start, end = around.parse.in_page(about.counted.idx, about.counted.idx + len(about.counted))
    return not mention.cited.start <= start < end <= mention.cited.end


def ends_of(of: tuple[str, ...], measure: Measure, about: Concept, each: Found, around: Around) -> tuple[str, ...]:
    """Both between whom a loan, a share or a border stands, as far as the text says."""
    if len(of) >= measure.ends or measure.ends < 2:
        return of
    if of:
        of = with_other_end(of, each, around, frozenset(measure.others))
    if len(of) < measure.ends and not measure.running:
        both = both_ends(about, each, around, named=bool(measure.flow))
        return both if set(of) <= set(both) else of
    return of


def with_other_end(of: tuple[str, ...], each: Found, around: Around, types: frozenset[str]) -> tuple[str, ...]:
    """A loan stands between two: the other end is the nearest body told before it in the sentence, or what «the republic» is."""
    parse = around.parse
    low, _ = around.sentence(each.start, each.end)
    start, _ = parse.in_page(each.start, each.end)
    told = [m.actor for m in around.mentions_at(low, start) if m.actor and m.actor not in of and m.type in types]
    if not told and REPUBLIC.search(parse.page.text, low, start):
        paragraph, _ = parse.in_page(around.paragraph(each.start), each.end)
        told = [m.actor for m in around.mentions_at(paragraph, start) if m.type == "state" and m.actor and m.actor not in of]
    return (*of, told[-1]) if told else of


def scene_of(each: Found, about: Concept, around: Around) -> str:
    """Where people were counted when no word beside them says: the nearest place of the sentence, else whose people they are.

    «Police in Oslo arrested 30 people» gives Oslo; «people», whom the mentions take for Norwegians, gives Norway.
    """
    parse = around.parse
    start, end = parse.in_page(each.start, each.end)
    told = [m for m in around.mentions_at(*around.sentence(each.start, each.end)) if m.use == "place" and m.type in LANDS]
    if told:
        nearest = min(told, key=lambda m: min(abs(m.cited.start - end), abs(start - m.cited.end)))
        return nearest.actor or nearest.name
    if written := place_as_written(each, around):
        return written
    if about.counted is not None:
        low, high = parse.in_page(about.counted.idx, about.counted.idx + len(about.counted))
        people = (m for m in around.mentions_at(low, high) if m.country.isalpha() and m.country not in ("IGO", "NGO"))
        if (theirs := next(people, None)) is not None:
            return f"state:{theirs.country}"
    return place_before(each, around)


def place_as_written(each: Found, around: Around) -> str:
    """A place that no mention knows: «floods in Zembla»; the first name of the sentence after a preposition of place."""
    span = around.parse.doc.char_span(each.start, each.end, alignment_mode="expand")
    words = islice(span.root.sent, LONGEST_PHRASE) if span is not None else ()
    for word in words:
        name = next((child for child in word.children if child.dep_ == "pobj" and child.pos_ == "PROPN"), None)
        if word.dep_ == "prep" and word.lower_ in WHERE and name is not None and name.ent_type_ in PLACES:
            low = name.left_edge.idx
            if not around.dates_at(*around.parse.in_page(low, name.idx + len(name))):
                return around.parse.text[low : name.idx + len(name)]
    return ""


PLACES = frozenset({"GPE", "LOC", "FAC", ""})  # what the parser's own labels allow a place to be


def place_before(each: Found, around: Around) -> str:
    """Where people were counted when nobody says: the last state told before in the paragraph, or the only one in the title."""
    parse = around.parse
    before = [m.actor for m in between(around.paragraph(each.start), each.start, around) if m.type == "state" and m.actor]
    if before or not parse.titled:
        return before[-1] if before else ""
    lands = {f"state:{m.country}" for m in between(*parse.paragraphs[0], around) if m.type in LANDS and m.country}
    return lands.pop() if len(lands) == 1 else ""  # «The Chinese will enter Almaty»: nobody knows where people fell


def between(low: int, high: int, around: Around) -> tuple[Mention, ...]:
    """The mentions in a stretch of the reading."""
    return around.mentions_at(*around.parse.in_page(low, max(high, low + 1)))


def both_ends(about: Concept, each: Found, around: Around, *, named: bool) -> tuple[str, ...]:
    """The two states that trade when the words measured name none: those ``named`` in the sentence, or of an article about two.

    «Ruritania puts its trade with Graustark at …» names both; «bilateral trade» is that of the two the article is about.
    """
    low, high = around.parse.in_page(each.start, each.end)  # the «US» of «25 billion US dollars» trades with nobody
    told = [m for m in around.mentions_at(*around.sentence(each.start, each.end)) if not low <= m.cited.start < high]
    here = {m.actor for m in told if m.type == "state" and m.actor}
    if len(here) == 2 and named:
        return tuple(sorted(here))
    words = " ".join(around.parse.text[noun.left_edge.idx : noun.right_edge.idx + len(noun.right_edge)] for noun in about.heads)
    states = Counter(m.actor for m in around.mentions if m.type == "state" and m.actor)
    first, second, third = (*states.most_common(3), ("", 0), ("", 0), ("", 0))[:3]
    about_two = second[1] >= TWO_LEAST and second[1] >= TWO_LEAD * third[1] and here <= {first[0], second[0]}
    return tuple(sorted((first[0], second[0]))) if about_two and MUTUAL.search(words) else ()
