"""Which date belongs to which clause or noun of an article."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from spacy.tokens import Span, Token

from rashomon.find.parse import Parse, Piece
from rashomon.records import Date

FRONT = 20  # characters from the beginning of a sentence to a date at its head
SOON = 6  # tokens from the beginning of a date to «when»
MODIFIERS = frozenset({"compound", "nmod", "nummod", "amod", "pobj", "npadvmod"})


@dataclass(frozen=True, slots=True)
class Dated:
    """The dates of an article, in order, for look-ups by place."""

    parse: Parse
    starts: tuple[int, ...]
    dates: tuple[Date, ...]
    pieces: tuple[Piece, ...]  # of the reading, by their place on the page
    places: tuple[int, ...]

    def of(self, clause: Token, deed: Token) -> tuple[str, str]:
        """First and last day of the first date that hangs on the clause or its deed; empty strings without one."""
        sentence = clause.sent
        low, high = self.parse.in_page(sentence.start_char, sentence.end_char)
        for date in self.dates[bisect_left(self.starts, low) :]:
            if date.cited.start >= high:
                break
            if date.low and self.hangs_on(date, clause, deed):
                return date.low, date.high
        return self.fronted(sentence, low)

    def fronted(self, sentence: Span, low: int) -> tuple[str, str]:
        """The date at the head of a sentence, which holds for all its clauses: «On 3 May the ship left, but later sank»."""
        first = bisect_left(self.starts, low)
        date = self.dates[first] if first < len(self.dates) else None
        if date is None or not date.low or date.cited.start > low + FRONT:
            return "", ""
        token = self.token(date)
        return (date.low, date.high) if token is not None and is_fronted(token, sentence) else ("", "")

    def holds(self, head: Token) -> bool:
        """The word belongs to a time expression: «on 17 July», «last week»."""
        start = self.parse.in_page(head.idx, head.idx + len(head.text))[0]
        place = bisect_right(self.starts, start) - 1
        return place >= 0 and start < self.dates[place].cited.end

    def hangs_on(self, date: Date, clause: Token, deed: Token) -> bool:
        """The date narrows the noun of the claim, or its nearest verb above is the claim's own."""
        token = self.token(date)
        if token is None:
            return False
        if clause.pos_ == "NOUN":
            return noun_above(token) == clause
        above = verb_above(token)
        frames = [one.head.i for one in (clause, deed) if one.dep_ == "xcomp"]  # «refused in 2018 to sign»
        return above.i in (clause.i, deed.i, *frames) or is_cleft(above, clause) or is_when(token, clause)

    def token(self, date: Date) -> Token | None:
        """The first word of a date; None where it is no part of the reading."""
        piece = self.pieces[max(bisect_right(self.places, date.cited.start) - 1, 0)]
        start = piece.start + date.cited.start - piece.page_start
        span = self.parse.doc.char_span(start, start + 1, alignment_mode="expand") if start >= 0 else None
        return span[0] if span is not None and len(span) else None


def dates_of(parse: Parse, dates: tuple[Date, ...]) -> Dated:
    """The dates of an article, laid out by place."""
    ordered = tuple(sorted(dates, key=lambda date: date.cited.start))
    pieces = tuple(sorted(parse.pieces, key=lambda piece: piece.page_start))
    return Dated(parse, tuple(date.cited.start for date in ordered), ordered, pieces, tuple(piece.page_start for piece in pieces))


def is_fronted(date: Token, sentence: Span) -> bool:
    """It stands before the subject of the sentence and narrows its main verb."""
    subjects = [child.i for child in sentence.root.children if child.dep_ in ("nsubj", "nsubjpass", "expl")]
    return bool(subjects) and date.i < min(subjects) and verb_above(date).i == sentence.root.i


def is_cleft(frame: Token, clause: Token) -> bool:
    """«It was on 3 May that the ban took effect», «it was 3 May before …»: the date of the frame is that of the clause."""
    inside = clause.dep_ in ("advcl", "relcl", "ccomp") and frame.i in (clause.head.i, clause.head.head.i)
    return inside and frame.lemma_ == "be" and any(child.lower_ == "it" for child in frame.children)


def is_when(date: Token, clause: Token) -> bool:
    """«on 3 May, when the ban took effect»."""
    when = any(child.lower_ == "when" for child in clause.children)
    near = clause.head.i in (date.i, date.head.i, date.head.head.i) or 0 < clause.left_edge.i - date.i <= SOON
    return when and clause.dep_ in ("relcl", "advcl") and near


def verb_above(token: Token) -> Token:
    """The nearest verb above a token, or the root."""
    while token.head.i != token.i and token.pos_ not in ("VERB", "AUX"):
        token = token.head
    return token


def noun_above(token: Token | None) -> Token | None:
    """The common noun that a date narrows, as its modifier or through «of», «in», «on»."""
    while token is not None and (token.dep_ in MODIFIERS or (token.dep_ == "prep" and token.pos_ == "ADP")):
        token = token.head
        if token.pos_ == "NOUN" and token.ent_type_ not in ("DATE", "TIME"):
            return token
    return None
