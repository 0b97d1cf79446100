"""What tells one deed of violence from another: when and where it was done, and to whom."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from spacy.tokens import Span, Token

from rashomon.find.clauses import filler
from rashomon.find.incident.deeds import Deed
from rashomon.find.parse import Parse
from rashomon.find.terms import Named
from rashomon.records import Date

RECENT = 90  # days; what was done earlier is background, after the Message Understanding Conferences
LOCATIVE = frozenset({"in", "at", "near", "outside", "inside", "around", "between"})
NAMING = frozenset({"compound", "appos", "conj", "poss", "nmod"})
DURING = frozenset({"in", "during", "of", "since", "from", "between", "by", "throughout"})
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
    """Whether a deed is dated long before the article: its sentence gives a day, or its own phrase a longer time."""
    published = parse.article.published_on
    if len(published) < 10:
        return False
    last = date.fromisoformat(published[:10])
    when = [each for each in (day_of(parse, dates, deed), *periods_on(parse, dates, deed)) if each is not None and each.high]
    return any((last - date.fromisoformat(each.high[:10])).days > RECENT for each in when)


def periods_on(parse: Parse, dates: Sequence[Date], deed: Deed) -> list[Date]:
    """The months, years and decades that a deed is put in: «the March 1980 murder», «was killed in 1987»; no hours, «at 1830»."""
    placed = [(each, whole) for each in dates if not is_day(each) and (whole := words_of(parse, deed, each)) is not None]
    return [each for each, whole in placed if deed.token.i in hung_on(whole) or told_of(whole, deed)]


def words_of(parse: Parse, deed: Deed, when: Date) -> Span | None:
    """The words of a time expression, where it stands in the sentence of a deed."""
    low = parse.in_page(deed.token.idx, deed.token.idx + 1)[0] - deed.token.idx
    place = deed.token.doc.char_span(when.cited.start - low, when.cited.end - low, alignment_mode="expand")
    return place if place is not None and place.sent.start == deed.token.sent.start else None


def told_of(when: Span, deed: Deed) -> bool:
    """«in November 1985, when the judges were killed»."""
    return deed.token.dep_ in ("relcl", "advcl") and deed.token.head.i in range(when.start, when.end)


def hung_on(when: Span) -> tuple[int, ...]:
    """The tokens that a time expression narrows, through «in», «during» and the like."""
    head = when.root.head
    if head.pos_ == "ADP":
        return (head.head.i,) if head.lower_ in DURING else ()
    return (head.i,)


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
