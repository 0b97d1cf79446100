"""«Our border», «our army»: the country an article speaks for, when its own words say which."""

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from rashomon.find.mention_named import Named
from rashomon.find.mention_use import words_at
from rashomon.gazetteer import Actor, Gazetteer

# What a country has, and an author or a newspaper has not: «our border», not «our correspondent».
COUNTRYS = frozenset(
    """border borders country state army soldiers troops territory government president people nation economy products goods
    exports security sovereignty neighbour neighbor neighbours neighbors ally allies homeland motherland diplomats citizens
    compatriots""".split()
)
OURS = frozenset({"our", "we", "us"})


def ours(doc: Doc, outlet: str, found: Sequence[Named], quoted: Sequence[bool], gazetteer: Gazetteer) -> list[Named]:
    """The «our» before what a country has, outside quotation marks, as a mention of the country the article calls its own.

    The article says so itself («our country, Norway», «we Norwegians»); or its outlet is one of a country that the gazetteer
    knows, and nowhere does the article set «our» against it («our border with Norway»).
    """
    state, why = own_state(doc, outlet, found, gazetteer)
    if state is None:
        return []
    owned = [token for token in doc if token.lower_ == "our" and not quoted[token.i] and is_countrys(token)]
    return [of_state(token, state, why) for token in owned]


def is_countrys(token: Token) -> bool:
    """Whether «our» belongs to something that a country has."""
    return token.dep_ == "poss" and token.head.lower_ in COUNTRYS


def of_state(token: Token, state: Actor, why: str) -> Named:
    """The mention an «our» makes."""
    return Named(
        start=token.idx,
        end=token.idx + len(token),
        actor=state.key,
        name=state.name,
        type="state",
        country=state.country,
        use="modifier",
        form="pronoun",
        why=f"«{token.text} {token.head.text}»: {why}",
    )


def own_state(doc: Doc, outlet: str, found: Sequence[Named], gazetteer: Gazetteer) -> tuple[Actor | None, str]:
    """The state the article calls its own, and why; None when it does not say or says two."""
    states = [(words_at(doc, item.start, item.end), item) for item in found if item.actor.startswith("state:")]
    said = {item.actor: span for span, item in states if is_own(span[0])}
    if said:
        (key, span), *others = said.items()
        words = doc[max(span.start - 3, 0) : span.end].text
        return (None, "") if others else (gazetteer.actors[key], f"the article says «{words}»")
    against = {item.actor for span, item in states if is_set_against(span[0])}
    keys = {f"state:{sense.actor.country}" for sense in gazetteer.of(outlet) if sense.actor.type == "outlet"} - against
    if len(keys) != 1:
        return None, ""
    return gazetteer.actors.get(keys.pop()), f"{outlet} is an outlet of that country, and the article says nothing against it"


def is_own(token: Token) -> bool:
    """Whether a state's name stands right beside «we» or after «our country,»."""
    before = [token.doc[i].lower_ for i in range(max(token.i - 3, 0), token.i)]
    return bool(before) and (before[-1] in OURS or before == ["our", "country", ","])


def is_set_against(token: Token) -> bool:
    """Whether the article sets «our» against a state: «our border with Norway», «our neighbour Norway»."""
    before = [token.doc[i].lower_ for i in range(max(token.i - 4, 0), token.i)]
    return "our" in before and ("with" in before or bool({"neighbour", "neighbor", "ally"} & set(before)))
