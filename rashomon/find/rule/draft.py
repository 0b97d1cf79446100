"""A rule before it becomes a record: its two sides as tokens of the parse."""

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from rashomon.find.parse import Parse
from rashomon.records import RuleKind, Span, Status

LINKS = frozenset({"punct", "cc", "mark"})
DENIALS = frozenset({"unless", "without"})  # linking words that a side keeps
# What opens a clause without being part of what it says.
OPENERS = frozenset(
    {"however", "moreover", "therefore", "also", "then", "that", "yet", "but", "and", "so", "thus", "meanwhile", "hence"}
)


@dataclass(frozen=True, slots=True)
class Draft:
    """Token indices of the two sides and of the words that say so; either side may be empty."""

    kind: RuleKind
    condition: tuple[int, ...]
    outcome: tuple[int, ...]
    cue: tuple[int, ...]
    status: Status = "stated"
    strength: str = ""
    default: bool = False
    negated: bool = False
    hedge: str = ""  # «which is unlikely», said of the condition in brackets

    @property
    def tokens(self) -> tuple[int, ...]:
        """Every token of the rule, in text order."""
        return tuple(sorted({*self.condition, *self.outcome, *self.cue}))


def trimmed(doc: Doc, tokens: set[int]) -> tuple[int, ...]:
    """The tokens in text order without punctuation and linking words at either end."""
    ordered = sorted(tokens)
    while ordered and empty(doc[ordered[0]], first=True):
        ordered.pop(0)
    while ordered and empty(doc[ordered[-1]], first=False):
        ordered.pop()
    return tuple(ordered)


def empty(token: Token, first: bool) -> bool:
    """True for what may not begin (or end) the quotation of a side."""
    if token.lower_ in DENIALS:
        return False
    return (
        token.is_space or token.is_punct or token.dep_ in LINKS or (first and token.lower_ in OPENERS and token.dep_ == "advmod")
    )


def runs(doc: Doc, tokens: tuple[int, ...]) -> list[Span]:
    """The stretches of the reading that the tokens cover; what is skipped between two is more than marks and blanks."""
    stretches: list[list[int]] = []
    for index in tokens:
        if stretches and all(doc[between].is_space or doc[between].is_punct for between in range(stretches[-1][1] + 1, index)):
            stretches[-1][1] = index
        else:
            stretches.append([index, index])
    cleaned = [trimmed(doc, set(range(low, high + 1))) for low, high in stretches]
    return [(doc[run[0]].idx, doc[run[-1]].idx + len(doc[run[-1]])) for run in cleaned if run]


def page_spans(parse: Parse, tokens: tuple[int, ...]) -> tuple[Span, ...]:
    """The same stretches on the page."""
    return tuple(span for low, high in runs(parse.doc, tokens) for span in parse.spans_in_page(low, high))
