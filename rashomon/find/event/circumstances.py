"""When, where and with how many: the dates, places and numbers that hang on a deed's word."""

from dataclasses import dataclass

from spacy.tokens import Token

from rashomon.find.event.parties import Mentioned, is_scene
from rashomon.find.event.tree import DOING, is_verb, phrase
from rashomon.find.parse import Parse
from rashomon.records import Date, Mention, Origin, Precision

LOCATIVE = frozenset("in at near on outside across throughout inside around within into to from".split())
WITHIN = frozenset("in near across throughout inside around within".split())
BEFORE_NOUN = frozenset({"compound", "nmod", "amod", "poss"})
LIVING_THROUGH = frozenset("face suffer see witness survive experience endure unleash repel foil".split())
ISO_LENGTH = {"month": 7, "year": 4, "day": 10}
UNCOUNTED = frozenset({"several", "few", "many"})  # «several hundred» is no number
LONGEST_SENTENCE = 200  # tokens looked at for contexts
# A deed whose time ended that long before publication is told again as background; a year keeps the year's affairs apart from it.
BACKGROUND_DAYS = 365
NUMBERS = dict(
    zip(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
        "nineteen twenty thirty forty fifty sixty seventy eighty ninety dozen hundred thousand".split(),
        [*range(1, 21), 30, 40, 50, 60, 70, 80, 90, 12, 100, 1000],
        strict=True,
    )
)


@dataclass(frozen=True, slots=True)
class When:
    """The time of a deed as the record holds it."""

    on: str = ""
    precision: Precision = "unknown"
    origin: Origin = "unknown"
    anchor: str = ""
    low: str = ""
    high: str = ""


class Dated:
    """The dates of an article by the first token of each."""

    def __init__(self, parse: Parse, dates: tuple[Date, ...]) -> None:
        """Lay out the dates that were resolved to days; durations and sets of times date nothing."""
        self.at: dict[int, Date] = {}
        usable = {date.cited.start: date for date in dates if date.low and date.high and date.kind in {"date", "time"}}
        if usable:
            for token in parse.doc:
                date = usable.get(parse.in_page(token.idx, token.idx + 1)[0])
                if date is not None:
                    self.at[token.i] = date

    def of(self, token: Token, *, spoken: bool = False) -> When:
        """The time that hangs on a word; unknown when none does.  ``spoken``: a deed of words, done when it is said."""
        if not self.at:
            return When()
        here = [place for place in range(token.sent.start, token.sent.end) if place in self.at]
        hanging = [place for place in here if hangs_on(token.doc[place], token, spoken=spoken)]
        if hanging:
            return when(self.at[min(hanging, key=lambda place: abs(place - token.i))])
        return When()


def hangs_on(date: Token, token: Token, *, spoken: bool) -> bool:
    """Whether a time expression belongs to the clause of a word: climbing from it meets the word before any other clause.

    The verb a nominal deed is subject or object of carries its time too: «The attack took place on Monday»; the day somebody
    said so does not: «said on Monday that rebels had attacked».
    """
    clause = {token.i}
    verb = token
    while not is_verb(verb) and verb.head != verb and verb.dep_ not in {"relcl", "acl"} and shares_time(verb):
        verb = verb.head
        if is_verb(verb):
            clause.add(verb.i)
    while (
        verb.dep_ in ({"conj", "xcomp", "ccomp"} if spoken else {"conj", "xcomp"}) and is_verb(verb.head) and not own_time(verb)
    ):
        verb = verb.head
        clause.add(verb.i)
    up = date
    for _ in range(8):
        if up.i in clause:
            return True
        if up.head == up or (is_verb(up) and up.dep_ in {"relcl", "acl", "advcl", "ccomp", "conj"}) or is_of_another(up, clause):
            return False
        up = up.head
    return False


def shares_time(noun: Token) -> bool:
    """Whether a noun's verb says when it was: «The raid took place on Monday»; not «condemned the raid on Monday»."""
    return noun.dep_ not in {"dobj", "nsubjpass"} or noun.head.lemma_ in DOING or noun.head.lemma_ in LIVING_THROUGH


def is_of_another(word: Token, clause: set[int]) -> bool:
    """«the organisers of the May Day parade»: a time before a noun says when that was."""
    owner = word
    while owner.dep_ in BEFORE_NOUN and owner.head.pos_ in {"NOUN", "PROPN"}:
        owner = owner.head
    return owner != word and owner.i not in clause and owner.ent_type_ not in {"DATE", "TIME"}


def own_time(verb: Token) -> bool:
    """Whether a time of its own stands below a verb."""
    return any(child.ent_type_ in {"DATE", "TIME"} for child in verb.subtree)


def when(date: Date) -> When:
    """The time of a date finding: a day, month or year as short as it is precise, an interval otherwise."""
    length = ISO_LENGTH.get(date.precision)
    one = bool(length) and date.low[:length] == date.high[:length]
    on = date.low[:length] if one else f"{date.low}/{date.high}"
    return When(on, date.precision, "derived" if date.anchor else "stated", date.anchor, date.low, date.high)


def is_background(time: When, published_on: str) -> bool:
    """Whether a deed's time lies so far before publication that it is told again, not reported."""
    if not time.high or not published_on:
        return False
    return days(published_on) - days(time.high) > BACKGROUND_DAYS


def days(iso: str) -> int:
    """Days in a calendar of equal months: near enough to compare with a threshold of a year."""
    parts = [int(part) for part in iso.split("-") if part.isdigit()]
    year, month, day = (*parts, 1, 1)[:3] if parts else (0, 1, 1)
    return year * 365 + month * 30 + day


def place_of(token: Token, others: tuple[Token, ...], mentioned: Mentioned) -> Mention | None:
    """The place in a locative phrase of the deed, «in Almaty», or before its noun; never a dateline, which hangs on nothing."""
    for head in (token, *others):
        for child in phrase(head):
            scene = is_scene(child, head, mentioned)
            if not scene and (child.dep_ != "pobj" or not is_locative(child.head, (token, *others))):
                continue
            mention = mentioned.inmost.get(child.i)
            if mention is not None and (mention.use == "place" or mention.type == "place" or stands_in(child, mention)):
                return mention
    return None


def is_locative(prep: Token, words: tuple[Token, ...]) -> bool:
    """«in Oslo»; «from Oslo» only of the deed itself, «withdrew from Oslo», not «a man from Oslo was arrested»."""
    return prep.lower_ in LOCATIVE and (prep.lower_ not in {"from", "to"} or prep.head in words)


def stands_in(word: Token, mention: Mention) -> bool:
    """«in Mali», also where it belongs to the words for somebody: «killed people in Mali»."""
    return mention.type == "state" and mention.form == "name" and word.head.lower_ in WITHIN


def contexts_of(token: Token, given: tuple[str, ...], contexts: dict[str, str]) -> tuple[str, ...]:
    """The contexts of a deed: those of its entry, then those that words of its sentence give, in text order."""
    words = (contexts.get(word.lower_) or contexts.get(word.lemma_.lower()) for word in token.sent[:LONGEST_SENTENCE])
    return tuple(dict.fromkeys((*given, *(context for context in words if context))))


def number_on(nouns: list[Token]) -> str:
    """The number that counts the heads of noun phrases, in digits; empty when there is none that reads as one number."""
    for noun in nouns:
        counts = [noun] if noun.pos_ == "NUM" else [child for child in noun.children if child.dep_ == "nummod"]
        for count in counts:
            value = "" if any(child.lower_ in UNCOUNTED for child in count.children) else value_of(count.lower_)
            if value:
                return value
    return ""


def value_of(word: str) -> str:
    """«1,200» and «twelve» in digits."""
    digits = word.replace(",", "")
    return digits if digits.isdigit() else str(NUMBERS.get(word, ""))
