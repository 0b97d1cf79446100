"""Who acts and who is acted upon: the nouns of a trigger's roles, and the actors their mentions stand for."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Token

from rashomon.find.event.lexicon import Lexicon
from rashomon.find.event.public import PUBLIC, publicity
from rashomon.find.event.subjects import antecedent
from rashomon.find.event.tree import conjuncts
from rashomon.find.parse import Parse
from rashomon.records import Mention

MOST_PARTIES = 20
DEEPEST = 3  # nouns: «the headquarters of the army of Chad»
LONGEST_NAME = 12  # tokens before the head that still belong to the words quoted
BEFORE = frozenset({"amod", "compound", "nmod", "poss", "nummod", "quantmod", "advmod", "punct", "det"})
PRONOUNS = frozenset("he she it they them him her we us i those who his its their our my".split())
DOER = re.compile("[^aeiou](er|or|ist|eer|eur|ian|man|men)s?$")  # «raider», «gunmen», «saboteur», «unionist»
CIRCUMSTANCES = frozenset(
    "support response defence defense favour favor retaliation revenge reprisal connection coordination honour honor memory "
    "front wake aftermath midst view line exchange return case order addition behalf basis grounds eve sidelines margins "
    "part top history name sake".split()
)
SUFFERED = frozenset({"on", "against", "at", "upon", "to", "over", "into", "in"})  # behind these stands who suffers: «attack on»
PREFIXES = frozenset({"anti", "pro", "non", "ex"})  # cut off by the tokenizer: «anti», «-», «Danish»
NOT_PARTIES = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "EVENT", "LAW", "QUANTITY"})
NAMED = frozenset({"PERSON", "NORP", "GPE", "ORG"})


@dataclass(frozen=True, slots=True)
class Party:
    """One actor as written, and its key; the key is empty where nobody is meant for certain."""

    text: str
    key: str
    public: int = 0  # how far in public life: PRIVATE, BODY or PUBLIC of find/event/public.py


class Mentioned:
    """The mentions of an article by token, so that a look-up costs nothing."""

    def __init__(self, parse: Parse, mentions: tuple[Mention, ...]) -> None:
        """Lay the mentions out over the tokens; of nested ones the longest that stands for somebody is kept."""
        starts = [parse.in_page(token.idx, token.idx + 1)[0] for token in parse.doc]
        self.at: dict[int, Mention] = {}
        self.inmost: dict[int, Mention] = {}  # «Mali» in «people in Mali»
        for mention in sorted(mentions, key=lambda m: (bool(m.actor), length(m))):
            first = bisect_right(starts, mention.cited.start) - 1
            for place in range(max(first, 0), len(starts)):
                if starts[place] >= mention.cited.end:
                    break
                self.at[place] = mention
                held = self.inmost.setdefault(place, mention)
                if length(mention) < length(held):
                    self.inmost[place] = mention

    def actor(self, token: Token) -> Mention | None:
        """The mention at a token, unless it is a mere place for the text: «arrived in Paris»."""
        return self.at.get(token.i)


def length(mention: Mention) -> int:
    """The characters a mention takes."""
    return mention.cited.end - mention.cited.start


def parties(heads: Iterable[Token], mentioned: Mentioned, lexicon: Lexicon) -> tuple[Party, ...]:
    """The actors meant by the heads of noun phrases and all that is coordinated with them, each once."""
    found: dict[tuple[str, str], Party] = {}
    for head in heads:
        for token in conjuncts(head):
            for party in parties_of(token, mentioned, lexicon):
                found.setdefault((party.key, party.text if not party.key else ""), party)
    return tuple(found.values())[:MOST_PARTIES]


def parties_of(head: Token, mentioned: Mentioned, lexicon: Lexicon, depth: int = DEEPEST) -> list[Party]:
    """The actor a noun stands for, or, of a thing, the one it is of: «Reagan's statement», «an attack by rebels»."""
    if head.pos_ == "PRON" and not (mentioned.actor(head) and mentioned.at[head.i].actor):
        meant = antecedent(head)
        if meant and depth:
            return [party for noun in conjuncts(meant[0]) for party in parties_of(noun, mentioned, lexicon, depth - 1)]
    if is_actor(head, mentioned, lexicon):
        return shared(head, mentioned) or [party_of(head, mentioned, lexicon)]
    if head.lemma_.lower() in CIRCUMSTANCES or head.ent_type_ in {"MONEY", "DATE", "TIME"}:
        return []  # «struck in support of the guards» struck no guards, «fined 900 Danish crowns» fined no Dane
    violent = head.lemma_.lower() in lexicon.classes.get("violence", frozenset())
    suffered = violent or head.lemma_.lower() in lexicon.classes.get("restriction", frozenset())
    for inside in owners(head, of_doers=suffered) if depth else []:
        if violent and is_scene(inside, head, mentioned, capitals=True):
            continue
        found = [party for token in conjuncts(inside) for party in parties_of(token, mentioned, lexicon, depth - 1)]
        if found:
            return found
    return []


def party_of(head: Token, mentioned: Mentioned, lexicon: Lexicon) -> Party:
    """The party a noun stands for by itself."""
    return Party(words_of(head), key_of(head, mentioned, lexicon), publicity(head, mentioned.actor(head), lexicon))


def shared(head: Token, mentioned: Mentioned) -> list[Party]:
    """The several states of «French and Egyptian warships», each a party with the noun it shares."""
    for child in head.children:
        if child.dep_ in {"amod", "compound", "nmod"} and mentioned.actor(child):
            states = [token for token in (child, *coordinated(child)) if mentioned.actor(token)]
            if len(states) > 1:
                return [Party(f"{state.text} {head.text}", mentioned.at[state.i].actor, PUBLIC) for state in states]
    return []


def coordinated(modifier: Token) -> list[Token]:
    """The modifiers joined to one: «Egyptian» in «French and Egyptian»."""
    return [child for child in modifier.children if child.dep_ == "conj"][:MOST_PARTIES]


def owners(head: Token, *, of_doers: bool = False) -> list[Token]:
    """The nouns a thing belongs to, the surest first: possessor, «by», «of» and other prepositions, modifiers.

    ``of_doers``: those alone who do it; «condemned the sanctions on Oslo» condemns not Oslo.
    """
    possessors = [child for child in head.children if child.dep_ == "poss" and child.pos_ != "PRON"]
    preps = sorted(
        (child for child in head.children if child.dep_ in {"prep", "agent"} and not (of_doers and child.lower_ in SUFFERED)),
        key=lambda p: ("by", "of").index(p.lower_) if p.lower_ in {"by", "of"} else 2,
    )
    behind = [below for prep in preps for below in prep.children if below.dep_ == "pobj"][:2]
    before = [child for child in head.children if child.dep_ in {"amod", "compound", "nmod"}]
    nearer = [noun for noun in behind if noun.head.lower_ in {"by", "of"}]
    return [*possessors, *nearer, *before, *(noun for noun in behind if noun not in nearer)]


def is_actor(head: Token, mentioned: Mentioned, lexicon: Lexicon) -> bool:
    """Whether a noun can act by itself: a mention, a name, or people («protesters», «officials»)."""
    if head.ent_type_ in NOT_PARTIES or not head.text[0].isalnum() or head.lower_ in PREFIXES or is_condition(head):
        return False
    if mentioned.actor(head) is not None:
        return True
    if head.pos_ == "PRON":
        return head.lower_ in PRONOUNS
    if head.dep_ in {"amod", "compound", "nmod"}:
        return head.ent_type_ in NAMED
    lemma = head.lemma_.lower()
    things = lexicon.classes.get("things", frozenset())
    if head.pos_ == "PROPN" and not head.ent_type_ and lemma in lexicon.classes.get("weapons", frozenset()):
        return False  # capitals of a headline, «Norway Fires Missile»
    return (
        head.ent_type_ in NAMED
        or head.pos_ == "PROPN"
        or lemma in lexicon.classes.get("people", frozenset())
        or (head.pos_ == "NOUN" and lemma not in things and bool(DOER.search(lemma)))
    )


def is_condition(noun: Token) -> bool:
    """«the state of emergency», «a mission to destroy»: no country, no body."""
    if noun.lemma_.lower() == "mission":
        return any(child.dep_ == "acl" and child.tag_ == "VB" for child in noun.children)
    return noun.lemma_.lower() == "state" and any(child.lower_ == "of" for child in noun.children)


def words_of(head: Token) -> str:
    """The noun as written, with what stands before it and an «of» or «in» behind it, without its article: «top U.S. official»."""
    start, end = head.i, head.i
    left = {child.i for child in head.lefts if child.dep_ in BEFORE}
    if left:
        start = max(min(head.doc[place].left_edge.i for place in left), head.i - LONGEST_NAME)
    dashes = [place for place in range(start, head.i) if is_dash(head.doc[place]) and head.doc[place].whitespace_]
    start = max((start, *(place + 1 for place in dashes)))
    start = max((start, *(place + 1 for place in range(start, head.i) if place > start and head.doc[place].tag_ == "DT")))
    while start < head.i and (head.doc[start].dep_ in {"det", "punct"} or head.doc[start].is_space):
        start += 1
    behind = next((child for child in head.rights if child.dep_ == "prep" and child.lower_ in {"of", "in", "from"}), None)
    if behind is not None and behind.i == head.i + 1:
        end = next((below.i for below in behind.children if below.dep_ == "pobj"), end)
    return str(head.doc[start : (end if end - head.i <= LONGEST_NAME else head.i) + 1].text)


def key_of(head: Token, mentioned: Mentioned, lexicon: Lexicon) -> str:
    """The key of the mention, or of the state whose organ is named: «Kazakh police», «officials in Paris» stay with the words."""
    mention = mentioned.actor(head)
    if mention is not None and mention.actor:
        return mention.actor
    if head.lemma_.lower() not in lexicon.classes.get("organ", frozenset()):
        return ""
    behind = [below for child in head.children if child.lower_ == "of" for below in child.children if below.dep_ == "pobj"]
    inside = [child for noun in (head, *behind) for child in noun.children if child.dep_ in {"amod", "compound", "nmod", "poss"}]
    owned = (mentioned.actor(token) for token in (*inside, *behind))
    return next((owner.actor for owner in owned if owner is not None and owner.actor.startswith(("state:", "organisation:"))), "")


def is_dash(token: Token) -> bool:
    """The dash that ends a dateline."""
    return token.text in {"-", "--", "–", "—"}


def is_scene(modifier: Token, noun: Token, mentioned: Mentioned, capitals: bool = False) -> bool:
    """«the Lisbon attacks», «the Lisbon talks»: a town before a deed's noun is where, not who; with ``capitals`` Rome too."""
    mention = mentioned.at.get(modifier.i)
    if mention is None or modifier.head != noun or modifier.dep_ not in {"compound", "nmod"}:
        return False
    return mention.type == "place" or (capitals and mention.form == "metonym")
