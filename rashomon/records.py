"""The vocabulary of Rashomon: every record, in the order in which a reader meets them.

All records are frozen and hold no run data (no clock, no path of a machine).  Offsets are character
offsets into ``Page.text``, half-open.  An id comes from the *place* of a thing (page, start, end, kind),
not from its reading, so that a person's judgement about it outlives a better extractor.

Actor keys (``Mention.actor``, ``Event.actor``, ``Statement.speaker`` …) look like ``state:KAZ``,
``person:xi-jinping``, ``organisation:CSTO`` when the gazetteer knows the actor, ``name:andrey koshkin`` when only
the pages do, and are empty when nobody is meant for certain.  What a key is called is the business of the
``actors`` view, never of a finding.
"""

from typing import Literal, get_args

import msgspec

Span = tuple[int, int]
"""Start and end, character offsets, half-open."""

Status = Literal["stated", "reported", "alleged", "denied", "refused", "planned", "predicted", "conditional", "possible"]
Precision = Literal["day", "week", "month", "quarter", "year", "decade", "century", "range", "unknown"]
Origin = Literal["stated", "derived", "unknown"]
Form = Literal["direct", "mixed", "indirect"]
Bound = Literal["exactly", "about", "at least", "at most", "over", "under", "nearly", "range"]
IncidentKind = Literal["attack", "bombing", "kidnapping", "arson", "robbery"]
Certainty = Literal["stated as fact", "admitted", "accused", "accused by authorities", "possible"]
RuleKind = Literal["conditional", "prediction", "cause", "purpose", "aim", "counterfactual"]
Verdict = Literal["same", "different", "agrees", "conflicts", "differs in detail", "not comparable", "unsure", "copy", "grade"]
VERDICTS: tuple[str, ...] = get_args(Verdict)


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """What all records share: immutable, made with keywords, written as JSON by msgspec."""


class Page(Record, frozen=True, kw_only=True):
    """One input file as fetched; the text is never changed, only selected."""

    id: str  # "p" and the first 16 hexadecimal digits of the SHA-256 of the bytes (and of the record in a container)
    file: str  # the name under which the reader passed it, with "/" as separator
    sha256: str  # of the bytes
    media: str  # "text/plain", "text/html" …
    encoding: str  # with which the bytes were decoded
    text: str  # all of it: the file's own characters for .txt, the page text for others
    text_of_page: bool  # True when offsets count in this text and not in the file on disk
    url: str = ""  # where the page stood, when its container says so
    fetched_on: str = ""  # ISO 8601 day of retrieval when its container says so; never a publication date
    declared: dict[str, str] = {}  # metadata the container or the markup declares: title, author, outlet, published_on …


class Article(Record, frozen=True, kw_only=True):
    """One text by one outlet on a page."""

    id: str
    page: str  # Page.id
    blocks: tuple[Span, ...]  # the body, in reading order; one paragraph a block; the title is no block
    title: str = ""
    title_span: Span | None = None  # None when the title stands in the markup only
    author: str = ""
    outlet: str = ""  # empty: unknown; an unknown outlet is never counted as independent
    published_on: str = ""  # ISO 8601, as long as its precision: "2022-01-10", "2022-01", "2022"
    published_precision: Precision = "unknown"
    published_from: Origin = "unknown"
    published_anchor: str = ""  # the words the date was taken or derived from
    language: str = ""  # ISO 639-1
    origin: str = ""  # the common source it names for itself, «via TASS», «Source: The Lake Post»
    translated: bool = False  # it says that it is a translation
    note: str = ""  # an author's biography and the like: kept, but not part of the text


class Dropped(Record, frozen=True, kw_only=True):
    """A stretch of a page that belongs to no article, and why."""

    id: str
    page: str
    start: int
    end: int
    text: str
    reason: str  # one of the reasons of read/reasons, «navigation»


class Issue(Record, frozen=True, kw_only=True):
    """A thing that could not be handled, or was handled only in part; nothing is dropped in silence."""

    stage: str  # "read", "find.events" …
    what: str  # one line for people: what, where, what to do
    file: str = ""
    page: str = ""
    start: int = 0
    end: int = 0


class Citation(Record, frozen=True, kw_only=True):
    """The characters a finding rests on; ``page.text[start:end] == quote`` or it is an error."""

    page: str
    start: int
    end: int
    quote: str


class Finding(Record, frozen=True, kw_only=True):
    """Anything found in an article."""

    id: str
    article: str
    cited: Citation
    sentence: Span  # the sentence (or the sentences) around the citation
    voice: tuple[str, ...]  # on whose word, outermost first: the outlet, then actor keys or words as written
    status: Status = "stated"
    negated: bool = False
    historical: bool = False
    hedge: str = ""  # as written, «reportedly», «is not ruled out»


class Mention(Finding, frozen=True, kw_only=True):
    """A name, epithet, role or pronoun as written, and whom it means."""

    type: str  # state person organisation government armed-group people company outlet place project
    actor: str  # actor key; empty when nobody is meant for certain
    name: str  # the best full form in the article, or the gazetteer's name
    country: str = ""  # ISO 3166-1 alpha-3, or IGO, NGO …
    sector: str = ""  # PLOVER sector code: GOV MIL …
    use: Literal["actor", "place", "modifier"] = "actor"  # «Beijing warned» / «visited Beijing» / «Kazakh police»
    form: Literal["name", "role", "epithet", "metonym", "demonym", "pronoun", "acronym"] = "name"
    why: str = ""  # the reason for the resolution, for people


class Date(Finding, frozen=True, kw_only=True):
    """A time expression and the days it covers."""

    low: str  # first day, ISO 8601; empty when open or unresolved
    high: str  # last day, inclusive
    precision: Precision
    anchor: str  # what it was counted from: «2022-01-08, line 12», "publication"; empty for an absolute date
    value: str = ""  # TIMEX3 / ISO 8601 value: "2022-01", "P3D", "2013-W07"
    kind: Literal["date", "time", "duration", "set"] = "date"


class Statement(Finding, frozen=True, kw_only=True):
    """Who is said to have said what; ``voice`` ends in the speaker if that is somebody, ``status`` follows from the cue."""

    speaker: str  # actor key, or empty
    speaker_text: str
    content: tuple[Span, ...]  # may be discontinuous
    form: Form
    cue: str = ""
    cue_span: Span | None = None
    speaker_span: Span | None = None
    addressee: str = ""  # as written
    addressee_actor: str = ""
    channel: str = ""  # as written, «a readout from the Kazakh President’s office»
    endorsed: bool = False  # the author takes the speaker's side: «rightly noted»
    kind: Literal["speech", "belief", "attitude", "distanced"] = "speech"  # distanced: scare quotes, nobody's speech


class Event(Finding, frozen=True, kw_only=True):
    """Who did what to whom, when and where, in PLOVER 2.0 terms; the citation is the trigger."""

    type: str  # one of the 16 PLOVER types, or empty for a deed outside them
    mode: str = ""
    context: tuple[str, ...] = ()
    actor: tuple[str, ...] = ()  # actor keys, parallel to actor_text; "" where nobody is certain
    actor_text: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()
    recipient_text: tuple[str, ...] = ()
    place: str = ""  # as resolved: «Almaty»
    country: str = ""  # of the place, ISO 3166-1 alpha-3
    on: str = ""  # "2022-01-07", "2022-01" or "2022-01-01/2022-01-05"
    on_precision: Precision = "unknown"
    on_from: Origin = "unknown"
    on_anchor: str = ""
    dead: str = ""
    injured: str = ""
    arrested: str = ""


class Figure(Finding, frozen=True, kw_only=True):
    """An amount or a range, what it measures, of whom and as of when."""

    low: float | None  # None: open side
    high: float | None
    bound: Bound
    unit: str  # "USD", "percent", "kilometre", "" for a bare count
    measures: str  # a measure of the ontology, «arrests», or the noun as written
    of: tuple[str, ...] = ()  # actor keys
    of_text: str = ""  # the words measured, «Chinese loans to Kazakhstan»
    counted: str = ""  # who of them a toll counts, «tourist»; empty for people of any kind
    base: str = ""  # what a share is a share of, as written: «Chile's oil exports»; empty where that is not said
    place: str = ""
    as_of: str = ""  # ISO 8601 day, month, year or interval
    as_of_from: Origin = "unknown"
    kind: Literal["", "stock", "flow"] = ""
    value_text: str = ""  # the amount as written, «tens of billions»
    event: str = ""  # Event.id of the event it belongs to, «the January protests», when certain


class Tie(Finding, frozen=True, kw_only=True):
    """A lasting relation between two actors."""

    subject: str  # actor key
    subject_text: str
    relation: str  # "member of", "borders", "owes" … of find/words
    object: str
    object_text: str
    amount: str = ""  # as written, «31 percent»
    as_of: str = ""


class Rule(Finding, frozen=True, kw_only=True):
    """What is said to lead to what; ``if`` and ``then`` are quoted, never rephrased."""

    rule: RuleKind
    if_text: str = ""
    if_spans: tuple[Span, ...] = ()
    then_text: str = ""
    then_spans: tuple[Span, ...] = ()
    strength: str = ""  # the modal or hedge as written: «will», «may», «is unlikely to»
    default: bool = False  # holds as a rule, with exceptions
    by_when: str = ""  # ISO 8601, for a prediction with a term


class Incident(Finding, frozen=True, kw_only=True):
    """A deed of violence against people who do not fight or against property, and who is held responsible for it.

    The citation is the word that tells of it most clearly.  The levels of certainty are those of the keys of the fourth
    Message Understanding Conference (1992); ``responsible``, ``responsible_actor``, ``certainty`` and ``held_at`` are parallel.
    """

    incident: IncidentKind
    victims: tuple[str, ...] = ()  # as written
    told: tuple[Span, ...] = ()  # where else the article tells of it
    responsible: tuple[str, ...] = ()  # groups, as first written in full: «NORTHERN FRONT [NF]»
    responsible_actor: tuple[str, ...] = ()  # actor keys; "" where nobody is certain
    certainty: tuple[Certainty, ...] = ()
    held_at: tuple[Span, ...] = ()  # the passage that says so


class Term(Record, frozen=True, kw_only=True):
    """One participant or circumstance of a claim."""

    role: str  # "subject", "object", "recipient", "complement", or its preposition: "in", "against"
    text: str  # as written
    head: str  # the lemma of its head, lower case: «sanction»; a verb for a deed: «circumvent»
    words: tuple[str, ...] = ()  # the lemmas that narrow it, sorted, without names: «economic», «global»
    actors: tuple[str, ...] = ()  # actor keys: whom the head means, or for a common noun those it is tied to («Kazakh police»)
    named: bool = False  # the head itself is the actor: «Russia», and not «Russian sanctions»
    places: tuple[str, ...] = ()  # place names inside it, as the mentions call them
    definite: bool = False  # «the plane», «his plan», a name
    number: str = ""  # a count as written: «20», «three»
    names: tuple[str, ...] = ()  # the words of proper names in it, lower case, sorted: «the settlement of Ilmar»
    before: tuple[str, ...] = ()  # what narrowed the same noun where the article named it before: «the strike», «the dock strike»


class Claim(Finding, frozen=True, kw_only=True):
    """A clause read as a proposition: a verb, its terms, and whether it is affirmed or denied; the ground of comparison.

    ``negated`` is the truth that the clause gives the verb after implicatives («refused to sign» denies a signing), after
    Nairn, Condoravdi and Karttunen, "Computing relative polarity for textual inference" (2006).
    """

    verb: str  # lemma with its particle, «carry out»; "be" for copulas and descriptions: «pro-Western Kazakh elite»
    terms: tuple[Term, ...]
    part: str = ""  # how far the subject does it: "" all of it; "part", "help", "means", «involved in», «transit point for»
    scope: str = ""  # what the wording quantifies: "any", "all", "only", "first", "yet", "always"
    tense: Literal["past", "present", "future", "none"] = "none"
    low: str = ""  # first day of its own date, ISO 8601; empty without one
    high: str = ""  # last day


class Judgement(Record, frozen=True, kw_only=True):
    """One conclusion about two things; append-only, a person's outranks a stage's."""

    id: str
    left: str  # id of a finding, actor key, article …
    right: str
    verdict: Verdict
    by: str  # "compare.statements", "person"
    why: str
    number: int = 0  # order of a person's judgements: the later one holds


class Side(Record, frozen=True, kw_only=True):
    """One answer to the question of a conflict, and everybody who gives it."""

    answer: str  # quoted or a value
    findings: tuple[str, ...]
    outlets: tuple[str, ...]
    voices: tuple[tuple[str, ...], ...]
    origins: int  # independent origins behind it


class Comparison(Record, frozen=True, kw_only=True):
    """One thing told more than once: what the tellings make of it."""

    id: str
    kind: str  # figure polarity status actor recipient place date cause aim responsibility alignment event statement tie
    about: str  # the thing compared, in the field's words
    question: str
    sides: tuple[Side, ...]
    verdict: Verdict
    why: str
    independent_origins: int


class Found(Record, frozen=True, kw_only=True):
    """All that one article yielded, in the order of the steps."""

    article: Article
    dates: tuple[Date, ...] = ()
    mentions: tuple[Mention, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    figures: tuple[Figure, ...] = ()
    ties: tuple[Tie, ...] = ()
    rules: tuple[Rule, ...] = ()
    claims: tuple[Claim, ...] = ()
    incidents: tuple[Incident, ...] = ()
    issues: tuple[Issue, ...] = ()


class Cut(Record, frozen=True, kw_only=True):
    """One page cut up: its articles, and everything else with a reason."""

    page: Page
    articles: tuple[Article, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    issues: tuple[Issue, ...] = ()


class Linked(Record, frozen=True, kw_only=True):
    """What the whole pile adds to the findings: judgements on pairs, and issues met on the way."""

    judgements: tuple[Judgement, ...] = ()
    issues: tuple[Issue, ...] = ()


def place_id(kind: str, page: str, start: int, end: int) -> str:
    """The id of the thing of one kind at one place of a page, «event-p1f0c…-120-134»."""
    return f"{kind}-{page}-{start}-{end}"


def cite(page: Page, start: int, end: int) -> Citation:
    """The citation of ``page.text[start:end]``.

    Raises ValueError when the span is empty or leaves the text.
    """
    if not 0 <= start < end <= len(page.text):
        raise ValueError(f"{page.file}: no text at {start}:{end}")
    return Citation(page=page.id, start=start, end=end, quote=page.text[start:end])
