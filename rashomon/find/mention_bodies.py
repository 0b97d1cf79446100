"""How far the name of a body reaches: «Almaty Energy Forum», «Union of Writers of Norway»; and whose body it is."""

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from rashomon.find.mention_cues import cues
from rashomon.folded import fold
from rashomon.gazetteer import NOBODY, Gazetteer

LONGEST_RUN = 9  # words
LONGEST_PLACE = 3  # words of a place behind a body's name
# Words that name a body together with what follows «of»; a ministry or a court is a role of its state instead.
OF = frozenset(
    """university institute academy college school faculty bank union federation confederation association council society
    movement league party church coalition alliance centre center forum congregation foundation organization organisation
    museum museums chamber consortium committee""".split()
)
LINKS = frozenset({"of", "for"})
# Whose body it is, said before it: «the People's Bank of China».
OWNERS = frozenset("people peoples workers women children farmers teachers students soldiers writers".split())
AGENCIES = frozenset("Reuters AFP AP EPA Getty Xinhua TASS Sputnik".split())
CAPTIONS = frozenset("Image Images Photo Photograph Picture Video File".split())  # «Image copyright Ana Ruiz Image caption»


@dataclass(frozen=True, slots=True)
class Run:
    """Capitalised words that belong together, as tokens of the document."""

    first: int
    last: int  # exclusive

    def text(self, doc: Doc) -> str:
        """The run as written, on one line."""
        return " ".join(doc[self.first : self.last].text.split())


def parts(doc: Doc, run: Run) -> list[Run]:
    """A run without words of captions, a body and the person named right behind it apart: «Hillside School Dean Anna Berg»."""
    last = run.last
    while last - 1 > run.first and doc[last - 1].text in CAPTIONS:
        last -= 1
    bodies = [token.i + 1 for token in doc[run.first : last - 2] if is_body(token)]
    cut = bodies[-1] if bodies and ends_in_person(doc, bodies[-1], last) else run.first
    return [Run(run.first, cut), Run(cut, last)] if cut - run.first > 1 else [Run(cut, last)]


def is_body(token: Token) -> bool:
    """Whether a word makes a name that of a body: «University»."""
    cue = cues()[1].get(fold(token.text))
    return cue is not None and cue.type not in {NOBODY, "place"}


def ends_in_person(doc: Doc, first: int, last: int) -> bool:
    """Whether the words to ``last`` are a person's name of two words or more, at most one title before it."""
    labels = [token.ent_type_ == "PERSON" for token in doc[first:last]]
    return last - first > 1 and all(labels[1:]) and (labels[0] or last - first > 2)


def whole_body(doc: Doc, run: Run, taken: Sequence[bool]) -> Run:
    """A body's name with the known names that begin it («Eurasian Analytical Club») and what follows «of» («Bank of Oslo»)."""
    first, last = with_owner(doc, run.first, taken), end_of_compound(doc, run.last)
    while run.first - first < LONGEST_RUN and first > 0 and taken[first - 1] and is_name_before(doc[first - 1]):
        first -= 1
    while last - run.last < LONGEST_RUN and (after := after_of(doc, last)) < len(doc) and after > last:
        last = after + 1
        while last < len(doc) and last - run.last < LONGEST_RUN and is_before(doc[last - 1]) and is_capital(doc[last]):
            last += 1
    return Run(first, last)


def with_owner(doc: Doc, first: int, taken: Sequence[bool]) -> int:
    """Where a body's name begins: with «People's», with the first of «the Securities and Exchange Commission»."""
    if first < 3 or not is_capital(doc[first - 2]):
        return first
    if doc[first - 1].tag_ == "POS":
        return first - 2 if doc[first - 2].lower_ in OWNERS and not taken[first - 2] else first
    other = is_body(doc[first - 2]) or fold(doc[first - 2].text) in cues()[0]  # «the Lund Council and Harbour Company» are two
    if doc[first - 1].lower_ not in {"and", "&"} or taken[first - 2] or other:
        return first
    begins = first - 2
    while begins > 0 and first - begins < LONGEST_RUN and is_capital(doc[begins - 1]):
        begins -= 1
    return begins if begins > 0 and doc[begins - 1].lower_ == "the" else first


def end_of_compound(doc: Doc, last: int) -> int:
    """Where a name that goes on behind a hyphen ends: «Hillside College-Lakeside»."""
    goes = last + 1 < len(doc) and doc[last].text in {"-", "–"} and not doc[last - 1].whitespace_ and not doc[last].whitespace_
    return last + 2 if goes and is_capital(doc[last + 1]) else last


def goes_on(doc: Doc, last: int) -> bool:
    """Whether a body's name goes on behind its word for a body: «the Institute» no, «the Institute of Geology» yes."""
    return after_of(doc, last) > last


def after_of(doc: Doc, last: int) -> int:
    """The capitalised word behind «of», «for» or «of the»; ``last`` itself when there is none or the word before takes none."""
    if last + 1 >= len(doc) or doc[last].lower_ not in LINKS or not doc[last - 1].text[0].isupper():
        return last
    follows = last + 1 + (doc[last + 1].lower_ == "the")
    takes = fold(doc[last - 1].text) in OF or (last > 2 and not LINKS.isdisjoint({doc[last - 2].lower_, doc[last - 3].lower_}))
    return follows if takes and follows < len(doc) and is_capital(doc[follows]) else last


def is_capital(token: Token) -> bool:
    """Whether a word has a capital and is no first word of a line."""
    return token.is_alpha and token.text[0].isupper() and token.pos_ in {"PROPN", "NOUN", "ADJ"}


def is_before(token: Token) -> bool:
    """Whether a capitalised word stands right before the next, with but a space between."""
    return token.text[0].isupper() and token.is_alpha and bool(token.whitespace_)


def is_name_before(token: Token) -> bool:
    """Whether a known name belongs to the body's name behind it; that of an agency is the credit of a picture."""
    return is_before(token) and token.text not in AGENCIES


def branch(doc: Doc, run: Run, gazetteer: Gazetteer) -> tuple[Run, str] | None:
    """A body's name with the place behind it of which it is the branch, «Hillside Aid Society Norway», and the country."""
    root = doc[run.first : run.last].root
    last = root.head.i + 1
    if root.dep_ not in {"compound", "nmod"} or not run.last < last <= run.last + LONGEST_PLACE:
        return None
    senses = [sense for sense in gazetteer.of(doc[run.last : last].text) if sense.kind in {"name", "acronym", "capital"}]
    countries = {sense.actor.country for sense in senses if sense.actor.type in {"state", "place"}}
    return (Run(run.first, last), countries.pop()) if len(countries) == 1 else None


def country_before(doc: Doc, run: Run, gazetteer: Gazetteer, *, seated: bool = False) -> str:
    """The country that stands right before a body's name: «the Kazakh Mining Company», «Norway's Mining Company».

    ``seated``: a city before the name tells the country too.
    """
    owned = run.first > 1 and doc[run.first - 1].tag_ == "POS"
    word = doc[run.first - 1 - owned].text if run.first else ""
    kinds = {"demonym", "name"} if owned else {"demonym"}
    if seated and not owned:
        return country_of_city(word, gazetteer)
    senses = [sense for sense in gazetteer.of(word) if sense.kind in kinds and sense.actor.type in {"state", "place"}]
    countries = {sense.actor.country for sense in senses if sense.kind == "demonym" or sense.actor.type == "state"}
    return countries.pop() if len(countries) == 1 and word[:1].isupper() else ""


def country_behind(doc: Doc, run: Run, gazetteer: Gazetteer) -> str:
    """The country of the place that a body's name ends in: «the University of Nairobi», not «Society of Friends of Norway»."""
    links = [token.i for token in doc[run.first : run.last] if token.lower_ == "of"]
    if not links or links[0] == run.first or not is_body(doc[links[-1] - 1]):
        return ""
    words = doc[links[-1] + 1 + (doc[links[-1] + 1].lower_ == "the") : run.last].text
    senses = [
        sense for sense in gazetteer.of(words) if sense.kind in {"name", "capital"} and sense.actor.type in {"state", "place"}
    ]
    countries = {sense.actor.country for sense in senses if not sense.lapsed}
    return countries.pop() if len(countries) == 1 else ""


def country_of_city(word: str, gazetteer: Gazetteer) -> str:
    """The one country that a word with a capital is of, by its name, its people or a city of it."""
    places = {sense.actor.country for sense in gazetteer.of(word) if sense.actor.type in {"state", "place"} and not sense.lapsed}
    return places.pop() if len(places) == 1 and word[:1].isupper() else ""
