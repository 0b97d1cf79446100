"""«The republic», «this Asian country»: a state called by what it is, where the article's own wording leaves but one."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from rashomon.find.mention_named import Named
from rashomon.find.mention_use import use_of
from rashomon.gazetteer import Actor, Gazetteer

LANDS = frozenset({"country", "nation", "republic", "state"})
KNOWN = frozenset({"the", "this"})
NEAR = 3  # sentences, with its own, in one of which the article must have named the state that «the republic» is
LONGEST_KIND = 12  # characters before a name in which «the People's» stands
# The article calls a state so itself; «People's Republic» and «Islamic Republic» are called otherwise.
REPUBLIC = re.compile(r"(?<!People's )(?<!People’s )(?<!Islamic )(?<!Democratic )\bRepublic of\b")


def lands(doc: Doc, found: Sequence[Named], gazetteer: Gazetteer) -> list[Named]:
    """The common nouns that mean a state the article has named before, «the republic» as often as it is near the last one."""
    states = sorted((item for item in found if item.actor.startswith("state:")), key=lambda item: item.start)
    made: list[Named] = []
    for noun in doc:
        if noun.lower_ in LANDS and noun.is_lower and begins(noun) is not None:
            before = states[: bisect_left(states, noun.idx, key=lambda item: item.start)]
            made += meant(noun, before, made, gazetteer)
    return made


def begins(noun: Token) -> Token | None:
    """The «the» or «this» of a noun; None without one, or where something behind narrows the noun."""
    narrowed = any(child.i > noun.i and child.dep_ in {"prep", "relcl", "acl"} for child in noun.children)
    before = next((child for child in noun.children if child.dep_ == "det" and child.lower_ in KNOWN), None)
    return None if narrowed else before


def meant(noun: Token, before: Sequence[Named], made: Sequence[Named], gazetteer: Gazetteer) -> Iterator[Named]:
    """The mention of the one state that the noun can mean; ``made`` are the mentions of this kind before it."""
    first = begins(noun)
    between = [noun.doc[i] for i in range(first.i + 1, noun.i)] if first is not None else []
    if first is None or not (between or noun.lower_ == "republic"):
        return
    key, why = of_region(first, between, before, gazetteer) if between else republic(noun, before, made)
    if key:
        start = between[0].idx if between else noun.idx
        yield of_state(noun, start, gazetteer.actors[key], why)


def republic(noun: Token, before: Sequence[Named], made: Sequence[Named]) -> tuple[str, str]:
    """The only state that the article has called a republic by name, named in one of the last sentences."""
    text, low = noun.doc.text, sentences_before(noun, NEAR)
    called = {item.actor for item in before if REPUBLIC.search(text, max(item.start - LONGEST_KIND, 0), item.end)}
    near = {item.actor for item in (*before, *made) if item.start >= low}
    key = called.pop() if len(called) == 1 else ""
    return (key, "the only state that the article calls a republic by its name") if key in near else ("", "")


def sentences_before(token: Token, count: int) -> int:
    """The character at which the last sentences up to the token's begin."""
    sentence = token.sent
    for _ in range(count - 1):
        if sentence.start == 0:
            break
        sentence = token.doc[sentence.start - 1].sent
    return sentence.start_char


def of_region(first: Token, between: Sequence[Token], before: Sequence[Named], gazetteer: Gazetteer) -> tuple[str, str]:
    """The only state of the region that the article has named so far: «this Asian country»."""
    words = " ".join(token.text for token in between)
    regions = [sense.actor for sense in gazetteer.of(words) if sense.kind == "demonym" and sense.actor.states]
    inside = {item.actor for item in before if regions and item.country in regions[0].states}
    one = len(inside) == 1 and first.lower_ == "this"
    return (inside.pop(), f"the only state of {regions[0].name} that the article has named so far") if one else ("", "")


def of_state(noun: Token, start: int, state: Actor, why: str) -> Named:
    """The mention of a state by a common noun."""
    return Named(
        start=start,
        end=noun.idx + len(noun),
        actor=state.key,
        name=state.name,
        type="state",
        country=state.country,
        use=use_of(noun.doc[noun.i : noun.i + 1]),
        form="pronoun",
        why=f"«{noun.text}»: {why}",
    )
