"""What a run gives back: how the assumption was read, what follows on whose word, with the sentences that prove it."""

from typing import Literal

from rashomon.records import Judgement, Record


class Passage(Record, frozen=True, kw_only=True):
    """A sentence that something rests on, with its place and whose word it is."""

    finding: str  # id of the finding
    page: str
    file: str  # as the reader passed it; empty when the pages were not given
    line: int  # 1-based; 0 when the pages were not given
    start: int  # of the sentence, characters of the page's text, half-open
    end: int
    quote: str  # the sentence, or the finding's own words when the pages were not given
    marked: tuple[tuple[int, int], ...]  # the deciding words, offsets in the page
    outlet: str  # the world it belongs to
    voice: tuple[str, ...]  # as in the finding
    status: str
    title: bool = False  # the headline


class Match(Record, frozen=True, kw_only=True):
    """One reading of an assumption: the condition of a rule that it meets."""

    read_as: str  # the condition in the page's words
    outlet: str
    passage: Passage
    note: str = ""  # that it says more than was assumed, or was told as having happened


class Reading(Record, frozen=True, kw_only=True):
    """An assumption as it was understood; shown back before anything is run."""

    words: str  # as typed, without control characters, at most SHOWN characters
    denied: bool
    matches: tuple[Match, ...]
    note: str = ""  # why nothing matched, for people
    near: tuple[Match, ...] = ()  # conditions that share a word with it; they are named, not taken
    related: tuple[Passage, ...] = ()  # what the pages do say about it, though no rule starts from it


class Proof(Record, frozen=True, kw_only=True):
    """A smallest set of passages from which a conclusion follows, in the order in which it does."""

    passages: tuple[Passage, ...]
    outlets: tuple[str, ...]


class Conclusion(Record, frozen=True, kw_only=True):
    """What follows from the assumptions."""

    says: str  # the page's words
    strength: str  # «will», «may»
    default: bool  # said to hold as a rule only
    status: str
    worlds: tuple[str, ...]  # the outlets on whose word alone it follows; empty: only when they are put together
    voices: tuple[tuple[str, ...], ...]  # the voices of the last sentence of each proof
    proofs: tuple[Proof, ...]
    against: tuple[Passage, ...]  # who says the opposite
    certain: bool  # follows whichever side of the clashes is believed
    merged_only: bool = False


class Meeting(Record, frozen=True, kw_only=True):
    """A conclusion no single page reaches: conclusions of two outlets meet in one actor, and a third sentence ties their ends."""

    says: str
    actors: tuple[str, str, str]  # names: one end, the actor in the middle, the other end
    sign: Literal["unbalanced", "balanced", "open"]  # of the triad, as far as its signs are said
    proof: Proof
    between: tuple[Passage, ...] = ()  # beside the proof: what is said of the two ends


class Clash(Record, frozen=True, kw_only=True):
    """Two things that follow in the merged world and cannot both hold."""

    one: str
    other: str
    repairs: tuple[tuple[Passage, ...], ...]  # each a smallest set of passages; disbelieving any one set ends the clash


class Loss(Record, frozen=True, kw_only=True):
    """A passage that only the outlets left out tell."""

    kind: str  # event, figure, tie, rule, statement, claim
    says: str
    passage: Passage


class World(Record, frozen=True, kw_only=True):
    """One outlet's world under the assumptions."""

    name: str
    follows: tuple[str, ...]  # what follows on its word alone
    denies: tuple[str, ...]  # of what follows elsewhere, what it denies
    silent: tuple[str, ...]  # of what follows elsewhere, what it says nothing of


class Indicator(Record, frozen=True, kw_only=True):
    """A condition to watch: what is said to follow, on whose word, and what the pages report of it."""

    watch: str  # the condition in the page's words
    then: str
    strength: str
    voice: tuple[str, ...]
    passage: Passage
    state: Literal["reported", "denied", "both", "open"]
    reported: tuple[Passage, ...] = ()
    denied: tuple[Passage, ...] = ()


class Forecast(Record, frozen=True, kw_only=True):
    """One expectation and what came of it as far as later pages tell."""

    rule: str  # Rule.id
    says: str
    strength: str
    negated: bool
    by_when: str  # ISO 8601; empty without a term
    voice: tuple[str, ...]
    published_on: str
    passage: Passage
    borne_out: tuple[Passage, ...] = ()
    contradicted: tuple[Passage, ...] = ()
    probability: float | None = None  # entered by a person
    judgements: tuple[Judgement, ...] = ()


class Triad(Record, frozen=True, kw_only=True):
    """Three actors whose ties do not go together, «a friend of my rival», with a passage for each tie."""

    actors: tuple[str, str, str]
    signs: tuple[int, int, int]  # first and second, second and third, first and third
    passages: tuple[Passage, Passage, Passage]


class Balance(Record, frozen=True, kw_only=True):
    """The signed network of what is said, in figures; a description, no forecast."""

    actors: int
    ties: int
    disputed: tuple[tuple[str, ...], ...]  # pairs of which both is said; they are left out
    balanced_triangles: float | None  # share; None without a closed triad
    walk_balance: float | None
    frustration: int | None  # None when the network is too large for an exact answer
    left: tuple[str, ...] = ()  # one of the partitions with the fewest ties out of balance
    right: tuple[str, ...] = ()
    note: str = ""


class Series(Record, frozen=True, kw_only=True):
    """Events of one type a month, and what was published in each."""

    type: str  # PLOVER type
    months: tuple[str, ...]  # "2022-01" …
    counts: tuple[int, ...]
    exposure: tuple[float, ...]  # articles published in the month; a month without any is left out
    refused: str = ""  # why no change is looked for
    change: str = ""  # the first month of the new rate, when a change is likelier than none
    probability: float = 0.0


class System(Record, frozen=True, kw_only=True):
    """All that is described of a case when nothing is assumed."""

    indicators: tuple[Indicator, ...]
    forecasts: tuple[Forecast, ...]
    brier: float | None  # of the forecasts to which a person gave a number
    balance: Balance
    triads: tuple[Triad, ...]  # unbalanced: «a friend of my rival»
    series: tuple[Series, ...]


class Outcome(Record, frozen=True, kw_only=True):
    """All that one run found."""

    world: str  # "all", "merged" or an outlet
    readings: tuple[Reading, ...] = ()
    worlds: tuple[World, ...] = ()
    conclusions: tuple[Conclusion, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    clashes: tuple[Clash, ...] = ()
    no_longer: tuple[Conclusion, ...] = ()  # what rests on something denied
    lost: tuple[Loss, ...] = ()  # what loses its only support without the outlets left out
    message: str = ""  # one line for people: "no evidence: no page says what follows"
    issues: tuple[str, ...] = ()  # what was cut short, and why
    names: dict[str, str] = {}  # what the actor keys in voices are called
    system: System | None = None  # how the case stands, when nothing was asked
