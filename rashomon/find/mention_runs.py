"""Names that only the pages know: runs of capitalised words, and what their surroundings say they name."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from rashomon.actors.entry import Agent
from rashomon.find.letter_case import dictionary
from rashomon.find.mention_bodies import (
    LONGEST_RUN,
    Run,
    branch,
    country_before,
    country_behind,
    goes_on,
    is_before,
    is_body,
    parts,
    whole_body,
)
from rashomon.find.mention_cues import Cue, cues
from rashomon.find.mention_named import Named, Setting
from rashomon.find.mention_persons import spelt_otherwise
from rashomon.find.mention_use import use_of
from rashomon.find.parse import model
from rashomon.folded import fold
from rashomon.gazetteer import Actor, Gazetteer
from rashomon.names import PATRONYMIC
from rashomon.spelling import latin

PARTICLES = frozenset("al el bin ibn bint ben abu abd de del della der den di da dos du la le van von und ter zu y e".split())
BODIES = frozenset({"organisation", "government", "company", "armed-group", "outlet"})
# Words that make no name of a role word: «the Supreme Military Court», «First Regional Council».
GENERAL = frozenset(
    """the a first second third national federal state regional provincial district city central supreme high higher upper lower
    royal united international joint local municipal public private general special new former main military civil chief deputy
    republican government presidential prime foreign interior defence defense our this that of and for""".split()
)
SEATED = frozenset({"EDU", "MED"})  # who is of the country of the city in the name: «Oslo State University»
OF_ANY_FIELD = frozenset({"NGO", "PTY"})  # of «Association» and «Alliance»
SUFFIXES = frozenset({"Jr", "Jr.", "Sr", "Sr.", "II", "III"})  # no name by themselves
Ends = Mapping[int, tuple[int, Agent]]
SPEECH = frozenset(
    "say tell add note warn state declare claim argue stress write believe explain announce admit deny ask insist".split()
)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a run names, and why."""

    type: str
    sector: str
    why: str


def runs(doc: Doc, taken: Sequence[bool]) -> list[Run]:
    """The runs of capitalised proper nouns outside what is taken (one flag a token)."""
    found: list[Run] = []
    position = 0
    while position < len(doc):
        last = end_of_run(doc, position, taken)
        if last > position:
            found.append(Run(position, last))
        position = max(last, position + 1)
    return found


def end_of_run(doc: Doc, first: int, taken: Sequence[bool]) -> int:
    """Where a run that begins at the token ends; ``first`` itself when none does."""
    last = first
    position = first
    while position < len(doc) and position - first < 2 * LONGEST_RUN and not taken[position]:
        token = doc[position]
        if is_part(token) or (position > first and is_second_half(token)):
            last = position + 1
        elif not (position > first and is_link(token)):
            break
        position += 1
    return last


def is_part(token: Token) -> bool:
    """Whether a token can be part of a name by itself."""
    if not token.text[0].isupper() or not (token.is_alpha or any(mark in token.text for mark in "-'.")):
        return False
    if token.ent_type_ in {"DATE", "TIME"}:
        return False
    return token.pos_ == "PROPN" or token.ent_type_ in {"PERSON", "ORG", "GPE", "NORP", "FAC"}


def is_second_half(token: Token) -> bool:
    """The small second half of a name with a hyphen: «Jae-in»."""
    before = token.doc[token.i - 1]
    return before.text == "-" and not before.whitespace_ and token.is_alpha and token.is_lower


def is_link(token: Token) -> bool:
    """«bin», the hyphen of «Al-Hajraf»: inside a name, never at its end."""
    return token.lower_ in PARTICLES or (token.text in {"-", "–"} and not token.whitespace_)


def judged(doc: Doc, found: Iterable[Run], given: Collection[str]) -> dict[Run, Verdict]:
    """What each run names, after all of an article's runs have voted; runs nobody can vouch for are left out."""
    listed = list(found)
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for run in listed:
        votes[run.text(doc)][label(doc, run)] += 1
    cued = {run: cue for run in listed if (cue := by_cue(doc, run))}
    vouched = {run.text(doc): verdict for run, verdict in cued.items()}
    voted = {
        run: cued.get(run) or vouched.get(run.text(doc)) or by_votes(doc, run, votes[run.text(doc)], given) for run in listed
    }
    persons = {run.text(doc).split()[-1]: verdict for run, verdict in voted.items() if verdict and verdict.type == "person"}
    chosen = {run: verdict or surname(run.text(doc), persons) for run, verdict in voted.items()}
    return {run: verdict for run, verdict in chosen.items() if verdict}


def surname(text: str, persons: Mapping[str, Verdict]) -> Verdict | None:
    """The verdict on a lone word that is the surname of a person of the article."""
    known = persons.get(text)
    return Verdict("person", known.sector, "the surname of a person named in full in this article") if known else None


def label(doc: Doc, run: Run) -> str:
    """The entity label of most of the run's words."""
    return Counter(token.ent_type_ for token in doc[run.first : run.last]).most_common(1)[0][0]


def by_cue(doc: Doc, run: Run) -> Verdict | None:
    """The verdict of a word before the name («Mr») or in it («University»)."""
    before, inside = cues()
    if cue_in := by_cue_inside(doc, run, inside):
        return cue_in
    back = 2 if run.first > 1 and doc[run.first - 1].text in {".", ","} else 1  # «Mr. Berg», «the lawyer, Anna Berg»
    word = doc[run.first - back].text if run.first >= back else ""
    cue = before.get(fold(word.rstrip(".")))  # «Sen.» is one token
    if cue and cue.capital and not word[:1].isupper():
        return None
    if cue and (is_idle(doc, run, cue) or (word.islower() and is_qualifying(doc, run, run.first - back))):
        return None
    return Verdict(cue.type, cue.sector, f"«{word}» before the name") if cue else None


def by_cue_inside(doc: Doc, run: Run, inside: Mapping[str, Cue]) -> Verdict | None:
    """The verdict of the last telling word of a name; the field of an association or alliance tells more than that it is one."""
    if run.last - run.first < 2 and not goes_on(doc, run.last):
        return None
    told = [(token, cue) for token in reversed(doc[run.first : run.last]) if (cue := inside.get(fold(token.text)))]
    met = [(token, cue) for token, cue in told if token.i == run.last - 1 or not cue.last]
    if not met:
        return None
    token, cue = met[0]
    if cue.sector in OF_ANY_FIELD:
        token, cue = next(((other, field) for other, field in met if field.field), (token, cue))
    return Verdict(cue.type, cue.sector, f"«{token.text}» in the name")


def is_idle(doc: Doc, run: Run, cue: Cue) -> bool:
    """Whether a title before one word vouches for nothing: «an Official Visit», «the actor Studio»."""
    lone = run.last - run.first == 1 and doc[run.first].ent_type_ != "PERSON"
    return lone and cue.type == "person" and (cue.weak or (bool(cue.sector) and is_common(doc[run.first].lower_)))


def is_common(word: str) -> bool:
    """Whether a word in lower case is one of the language."""
    return dictionary(model()).is_common(word)


def is_qualifying(doc: Doc, run: Run, before: int) -> bool:
    """Whether a word before a run is no title: «the official Harbour account» has an adjective before a name that qualifies."""
    root = doc[run.first : run.last].root
    return doc[before].pos_ == "ADJ" or (root.dep_ == "compound" and root.head.i >= run.last)


def by_votes(doc: Doc, run: Run, votes: Counter[str], given: Collection[str]) -> Verdict | None:
    """A person of two words or more, by the tagger's votes and a second sign: a known given name, a verb of speech, «-ovich»."""
    words = [token for token in doc[run.first : run.last] if token.is_alpha]
    shouted = any(word.is_upper and len(word) > 3 for word in words)
    if len(words) < 2 or shouted:
        return None
    sign = second_sign(doc, run, votes, given)
    if votes["PERSON"] and sign:
        return Verdict("person", "", f"labelled a person {votes['PERSON']} of {sum(votes.values())} times, {sign}")
    if is_named_by(doc, run, given):
        return Verdict("person", "", f"«{doc[run.first].text}» is a given name, set off by a comma")
    return None


def is_named_by(doc: Doc, run: Run, given: Collection[str]) -> bool:
    """Whether two or three words that begin with a given name stand as an apposition: «the head of the club, Nikita Orlov»."""
    before, after = doc[run.first - 1].text if run.first else "", doc[run.last].text if run.last < len(doc) else ""
    return latin(doc[run.first].text) in given and run.last - run.first <= 3 and "," in {before, after}


def second_sign(doc: Doc, run: Run, votes: Counter[str], given: Collection[str]) -> str:
    """What besides the tagger speaks for a person; empty when nothing does."""
    first, root = latin(doc[run.first].text), doc[run.first : run.last].root
    if first in given:
        return f"«{doc[run.first].text}» is a given name"
    if root.dep_ == "nsubj" and root.head.lemma_ in SPEECH:
        return f"who «{root.head.text}»"
    if PATRONYMIC.search(latin(doc[run.last - 1].text)):
        return "a patronymic or a surname in -ovich"
    common = is_common(doc[run.last - 1].lower_)  # «Harbour Store» is no person
    return "more than once" if votes["PERSON"] > 1 and not common else ""


def unknown(doc: Doc, taken: Sequence[bool], roles: Ends, gazetteer: Gazetteer, setting: Setting) -> list[Named]:
    """Persons, organisations and places that only the article names, and persons of the gazetteer spelt otherwise.

    ``roles`` are the role words, with the character they begin on, by the character they end on: «Foreign Ministry» by itself is
    one, and «Secretary of State» before a name is no part of it.
    """
    apart = (part for run in runs(doc, taken) for part in parts(doc, run))
    begun = {start: end for end, (start, _) in roles.items()}
    outside = (run for run in apart if not goes_beyond(doc, run, begun))
    bare = (without_title(doc, run, roles) for run in outside)
    listed = [run for run in bare if run.first < run.last and run.text(doc) not in SUFFIXES]
    spelt = {
        run: found for run in listed if (found := spelt_otherwise(run.text(doc), gazetteer, setting.countries, setting.keys))
    }
    verdicts = judged(doc, [run for run in listed if run not in spelt], gazetteer.given)
    full = sorted({run.text(doc) for run, verdict in verdicts.items() if verdict.type == "person" and run.last - run.first > 1})
    bodies = [run for run, verdict in verdicts.items() if verdict.type in BODIES]
    branches = {run: part for run in bodies if (part := branch(doc, whole_body(doc, run, taken), gazetteer))}
    whole = {run: branches[run][0] if run in branches else whole_body(doc, run, taken) for run in bodies}
    qualified = {
        run: branches[run][1]
        if run in branches
        else country_before(doc, run, gazetteer, seated=verdicts[run].sector in SEATED)
        or country_behind(doc, whole[run], gazetteer)
        for run in bodies
    }
    others = [of_run(doc, whole.get(run, run), verdict, full, qualified.get(run, "")) for run, verdict in verdicts.items()]
    return [of_person(doc, run, *found, setting.day) for run, found in spelt.items()] + others


def without_title(doc: Doc, run: Run, roles: Ends) -> Run:
    """A run without the title it begins with; nothing is left of one that is a role word altogether."""
    role = roles.get(doc[run.first : run.last].end_char)
    if role:
        return (
            Run(run.first + (doc[run.first].text == "The"), run.last) if is_proper(doc, run, *role) else Run(run.last, run.last)
        )
    titles = [i + 1 for i in range(run.first, run.last) if is_title(doc[i].text, roles.get(doc[i].idx + len(doc[i])))]
    first = max(titles, default=run.first + (doc[run.first].text == "The"))
    if titles and any(is_body(token) and token.ent_type_ != "PERSON" for token in doc[first : run.last]):
        return Run(run.first + (doc[run.first].text == "The"), run.last)  # «Envoy Air», «Major League Baseball»
    return Run(first, run.last)


def goes_beyond(doc: Doc, run: Run, begun: Mapping[int, int]) -> bool:
    """Whether a role begins in a run and goes on behind it: «Council» of «the Council of Ministers»."""
    end = doc[run.first : run.last].end_char
    return any(begun.get(token.idx, 0) > end for token in doc[run.first : run.last])


def is_proper(doc: Doc, run: Run, start: int, agent: Agent) -> bool:
    """Whether a run that ends in a role word is a name for all that: «Harbour Mining Company», not «Regional Court»."""
    own = [token for token in doc[run.first : run.last] if token.idx < start and token.lower_ not in GENERAL]
    cue = cues()[1].get(fold(doc[run.last - 1].text))
    seated = (
        cue is not None and cue.sector == "EDU" and run.first > 0 and is_before(doc[run.first - 1])
    )  # «Oslo State University»
    named = any(token.pos_ == "PROPN" for token in own) or goes_on(doc, run.last) or seated
    return start >= doc[run.first].idx and agent.type != "person" and cue is not None and cue.type in BODIES and named


def is_title(word: str, role: tuple[int, Agent] | None) -> bool:
    """Whether a word is one that stands before a person's name."""
    return fold(word.rstrip(".")) in cues()[0] or (role is not None and role[1].type == "person")


def of_person(doc: Doc, run: Run, actor: Actor, why: str, day: str) -> Named:
    """The mention of a person of the gazetteer."""
    span = doc[run.first : run.last]
    sector = actor.sector_on(day)
    country = actor.country_on(day)
    return Named(span.start_char, span.end_char, actor.key, actor.name, "person", country, sector, use=use_of(span), why=why)


def of_run(doc: Doc, run: Run, verdict: Verdict, full: Sequence[str], country: str) -> Named:
    """The mention a run makes; a surname takes the full name that one person of the article has."""
    text = run.text(doc)
    bearers = [name for name in full if name.split()[-1] == text]
    span = doc[run.first : run.last]
    name = bearers[0] if len(bearers) == 1 else " ".join(span.text.split())
    place = verdict.type == "place"
    return Named(
        start=span.start_char,
        end=span.end_char,
        actor=f"place:{fold(name).replace(' ', '-')}" if place else f"name:{fold(name)}",
        name=name,
        type=verdict.type,
        country=country,
        sector=verdict.sector,
        use="place" if place else use_of(span),
        why=verdict.why,
    )
