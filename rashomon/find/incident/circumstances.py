"""What tells one deed of violence from another: when and where it was done, and to whom."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from spacy.tokens import Token

from rashomon.find.clauses import filler
from rashomon.find.incident.deeds import Deed
from rashomon.find.parse import Parse
from rashomon.find.terms import Named
from rashomon.records import Date

RECENT = 60  # days; what was done earlier is background, after the Message Understanding Conferences
LOCATIVE = frozenset({"in", "at", "near", "outside", "inside", "around", "between"})
NAMING = frozenset({"compound", "appos", "conj", "poss", "nmod"})
YEARLESS = re.compile(r"XXXX-(?:\d\d-\d\d|WXX-\d)$")  # TIMEX3 of «9 March», «Monday»
SHORT_PERIOD = 7  # days; an expression that covers more dates nothing
DEEPEST = 3


@dataclass(frozen=True, slots=True)
class Circumstances:
    """When, where and to whom a deed is told to be done, as far as its sentence says so; all may be empty."""

    names: frozenset[str] = frozenset()  # words of proper names of those it is done to
    heads: frozenset[str] = frozenset()  # lemmas of their common nouns
    places: frozenset[str] = frozenset()  # words of place names
    low: str = ""  # first day, ISO 8601
    high: str = ""  # last day

    def joined(self, other: "Circumstances") -> "Circumstances":
        """What two tellings of one deed say in all; the first day told holds."""
        low, high = (self.low, self.high) if self.low else (other.low, other.high)
        return Circumstances(self.names | other.names, self.heads | other.heads, self.places | other.places, low, high)

    def differs_in_time(self, other: "Circumstances") -> bool:
        """Whether both give a day, and not the same."""
        return bool(self.low and other.low) and (self.low > other.high or other.low > self.high)


def circumstances(parse: Parse, known: Named, dates: Sequence[Date], deed: Deed) -> Circumstances:
    """The circumstances of a deed."""
    people = [token for victim in deed.victims for token in (*named_in(victim), *belonging(victim))]
    names = frozenset(token.lower_ for token in people if is_name(token))
    heads = frozenset(victim.lemma_.lower() for victim in deed.victims if not is_name(victim) and victim.pos_ != "PRON")
    day = day_of(parse, dates, deed)
    low, high = days(day) if day else ("", "")
    return Circumstances(names, heads, places(known, deed), low, high)


def is_name(token: Token) -> bool:
    """A proper noun written as one."""
    return token.pos_ == "PROPN" and token.text[:1].isupper()


def named_in(head: Token, depth: int = 0) -> list[Token]:
    """The tokens of a name and of those named beside it."""
    inner = [child for child in head.children if child.dep_ in NAMING] if depth < DEEPEST else []
    return [head, *(token for child in inner for token in named_in(child, depth + 1))]


def belonging(head: Token) -> list[Token]:
    """«the mayor of Kano»."""
    fillers = (filler(child) for child in head.children if child.dep_ == "prep" and child.lower_ == "of")
    return [token for inner in fillers if inner is not None for token in named_in(inner)]


def day_of(parse: Parse, dates: Sequence[Date], deed: Deed) -> Date | None:
    """The day given nearest to a deed in its sentence."""
    sentence = deed.token.sent
    low, high = parse.in_page(sentence.start_char, sentence.end_char)
    at = parse.in_page(deed.token.idx, deed.token.idx + 1)[0]
    near = [each for each in dates if low <= each.cited.start < high and is_day(each)]
    return min(near, key=lambda each: abs(each.cited.start - at), default=None)


def is_old(parse: Parse, dates: Sequence[Date], deed: Deed) -> bool:
    """Whether the sentence of a deed dates it long before the article."""
    day = day_of(parse, dates, deed)
    published = parse.article.published_on
    if day is None or not day.high or len(published) < 10:
        return False
    return (date.fromisoformat(published[:10]) - date.fromisoformat(day.high[:10])).days > RECENT


def is_day(each: Date) -> bool:
    """Whether an expression gives a day or a few."""
    if each.kind not in {"date", "time"}:
        return False
    return length(each) <= SHORT_PERIOD if each.low and each.high else bool(YEARLESS.match(each.value))


def days(each: Date) -> tuple[str, str]:
    """The first and last day; where no year is known they compare all the same: «XXXX-03-09»."""
    return (each.low[:10], each.high[:10]) if each.low else (each.value, each.value)


def length(each: Date) -> int:
    """Days between the first and the last."""
    return (date.fromisoformat(each.high[:10]) - date.fromisoformat(each.low[:10])).days


def places(known: Named, deed: Deed) -> frozenset[str]:
    """The words of place names after «in», «at», «near» in the sentence of a deed; no states."""
    fillers = (filler(token) for token in deed.token.sent if token.dep_ == "prep" and token.lower_ in LOCATIVE)
    heads = [head for head in fillers if head is not None and head.ent_type_ not in {"DATE", "TIME"}]
    named = [token for head in heads for token in named_in(head) if is_name(token)]
    return frozenset(token.lower_ for token in named if not is_state(known, token))


def is_state(known: Named, token: Token) -> bool:
    """«in Bolivia» tells no two deeds apart."""
    mention = known.of(token)
    return mention is not None and mention.actor.startswith("state:")
