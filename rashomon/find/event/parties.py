"""Who acts and who is acted upon: the nouns of a trigger's roles, and the actors their mentions stand for."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Token

from rashomon.find.event.lexicon import Deed, Lexicon
from rashomon.find.event.tree import NOMINAL, Roles, antecedent, conjuncts, is_passive, is_verb, roles, subjects
from rashomon.find.event.triggers import Trigger
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
    "front wake aftermath midst view line exchange return case order addition".split()
)
SCENES = frozenset({"ASSAULT", "PROTEST", "CONSULT"})  # deeds called by where they happen
PREFIXES = frozenset({"anti", "pro", "non", "ex"})  # cut off by the tokenizer: «anti», «-», «Danish»
NAMED = frozenset({"PERSON", "NORP", "GPE", "ORG"})


@dataclass(frozen=True, slots=True)
class Party:
    """One actor as written, and its key; the key is empty where nobody is meant for certain."""

    text: str
    key: str


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
        return shared(head, mentioned) or [Party(words_of(head), key_of(head, mentioned, lexicon))]
    if head.lemma_.lower() in CIRCUMSTANCES or head.ent_type_ in {"MONEY", "DATE", "TIME"}:
        return []  # «struck in support of the guards» struck no guards, «fined 900 Danish crowns» fined no Dane
    violent = head.lemma_.lower() in lexicon.classes.get("violence", frozenset())
    for inside in owners(head) if depth else []:
        if violent and is_scene(inside, head, mentioned, capitals=True):
            continue
        found = [party for token in conjuncts(inside) for party in parties_of(token, mentioned, lexicon, depth - 1)]
        if found:
            return found
    return []


def shared(head: Token, mentioned: Mentioned) -> list[Party]:
    """The several states of «French and Egyptian warships», each a party with the noun it shares."""
    for child in head.children:
        if child.dep_ in {"amod", "compound", "nmod"} and mentioned.actor(child):
            states = [token for token in (child, *coordinated(child)) if mentioned.actor(token)]
            if len(states) > 1:
                return [Party(f"{state.text} {head.text}", mentioned.at[state.i].actor) for state in states]
    return []


def coordinated(modifier: Token) -> list[Token]:
    """The modifiers joined to one: «Egyptian» in «French and Egyptian»."""
    return [child for child in modifier.children if child.dep_ == "conj"][:MOST_PARTIES]


def owners(head: Token) -> list[Token]:
    """The nouns a thing belongs to, the surest first: possessor, «by», «of» and other prepositions, modifiers."""
    possessors = [child for child in head.children if child.dep_ == "poss" and child.pos_ != "PRON"]
    preps = sorted(
        (child for child in head.children if child.dep_ in {"prep", "agent"}),
        key=lambda p: ("by", "of").index(p.lower_) if p.lower_ in {"by", "of"} else 2,
    )
    behind = [below for prep in preps for below in prep.children if below.dep_ == "pobj"]
    before = [child for child in head.children if child.dep_ in {"amod", "compound", "nmod"}]
    return possessors + behind[:2] + before


def agents(verb: Token) -> list[Token]:
    """Who does what a clause on a noun says: «the ban imposed by Paris», «measures Paris took»."""
    return [*roles(verb).get("subject", [])] if verb.tag_ == "VBN" else [s for s in subjects(verb) if s != verb.head]


def is_actor(head: Token, mentioned: Mentioned, lexicon: Lexicon) -> bool:
    """Whether a noun can act by itself: a mention, a name, or people («protesters», «officials»)."""
    if head.ent_type_ in {"DATE", "TIME", "MONEY", "PERCENT"} or not head.text[0].isalnum() or head.lower_ in PREFIXES:
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


def words_of(head: Token) -> str:
    """The noun as written, with what stands before it and an «of» or «in» behind it, without its article: «top U.S. official»."""
    start, end = head.i, head.i
    left = {child.i for child in head.lefts if child.dep_ in BEFORE}
    if left:
        start = max(min(head.doc[place].left_edge.i for place in left), head.i - LONGEST_NAME)
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


@dataclass(frozen=True, slots=True)
class Sides:
    """Both sides of a deed."""

    actor: tuple[Party, ...]
    recipient: tuple[Party, ...]


def sides(trigger: Trigger, deed: Deed, mentioned: Mentioned, lexicon: Lexicon) -> Sides:
    """The actor and the recipient of a trigger, by the roles its entry names."""
    filled = filled_roles(trigger, deed)
    filled["subject"] = [past_dateline(who, mentioned) for who in filled["subject"]]
    told_by_place = deed.type in SCENES
    filled["subject"] = [who for who in filled["subject"] if not is_scene(who, trigger.token, mentioned, told_by_place)]
    actor = first_filled(deed.actor, filled, mentioned, lexicon)
    recipient = first_filled(deed.recipient, filled, mentioned, lexicon, beside=actor)
    if deed.mutual:
        others = [party for party in recipient if party not in actor]
        return Sides((*actor, *others), ())
    return Sides(actor, recipient)


def past_dateline(subject: Token, mentioned: Mentioned) -> Token:
    """«OSLO, 9 March - Danish troops attacked»: where the parser takes the dateline for the subject, who stands after it."""
    mention = mentioned.at.get(subject.i)
    if mention is None or mention.type != "place" or not subject.text.isupper() or subject.i != subject.sent.start:
        return subject
    return next((child for child in subject.children if child.dep_ == "appos"), subject)


def is_scene(modifier: Token, noun: Token, mentioned: Mentioned, capitals: bool = False) -> bool:
    """«the Lisbon attacks», «the Lisbon talks»: a town before a deed's noun is where, not who; with ``capitals`` Rome too."""
    mention = mentioned.at.get(modifier.i)
    if mention is None or modifier.head != noun or modifier.dep_ not in {"compound", "nmod"}:
        return False
    return mention.type == "place" or (capitals and mention.form == "metonym")


def first_filled(
    wanted: tuple[str, ...], filled: Roles, mentioned: Mentioned, lexicon: Lexicon, beside: tuple[Party, ...] = ()
) -> tuple[Party, ...]:
    """The parties of the first role that holds an actor; those on the other side, or inside another's words, are left out."""
    for role in wanted:
        found = [party for party in parties(filled.get(role, ()), mentioned, lexicon) if party not in beside]
        known = [party for party in found if party.key or party.text.lower() not in PRONOUNS] or found
        whole = tuple(party for party in known if not any(party != other and party.text in other.text for other in known))
        if whole:
            return whole
    return ()


def filled_roles(trigger: Trigger, deed: Deed) -> Roles:
    """The roles of the trigger's word, and of the noun of a light verb: «gave support to», «held talks with»."""
    if trigger.token.tag_ == "MD":
        return modal_roles(trigger.token)
    if trigger.token.pos_ == "ADJ":
        return modal_roles(trigger.token)
    filled = roles(trigger.token)
    if not is_verb(trigger.token):
        nominal_roles(trigger.token, filled, deed)
    for other in trigger.others:
        if other.pos_ not in NOMINAL:
            continue
        for role, nouns in roles(other).items():
            name = {"of": deed.of, "possessor": deed.possessor, "by": "subject"}.get(role, role)
            if role not in {"subject", "modifier"} or deed.of == "object":
                filled[name] = [*filled[name], *nouns]
        filled["subject"] = [*filled["subject"], *leaders(other)]
    filled["with"] = [token for token in filled["with"] if token.lower_ not in LEADING]
    return filled


def modal_roles(word: Token) -> Roles:
    """«Rome said that the council must resign», «… is responsible»: the speaker Rome, the subject the council."""
    verb = word.head
    above = verb.head if verb.dep_ == "ccomp" and is_verb(verb.head) else None
    return {
        **roles(word),
        "subject": subjects(verb) if is_verb(verb) else [],
        "speaker": subjects(above) if above is not None else [],
    }


def nominal_roles(noun: Token, filled: Roles, deed: Deed) -> None:
    """Read «Xi's visit», «the deployment of forces by Russia», «the Soviet invasion of», «the attack carried out by» as roles."""
    filled["subject"] = [
        *filled["by"],
        *leaders(noun),
        *([*filled["possessor"]] if deed.possessor == "subject" else []),
        *([*filled["of"]] if deed.of == "subject" else []),
    ]
    filled["object"] = [
        *([*filled["of"]] if deed.of == "object" else []),
        *([*filled["possessor"]] if deed.possessor == "object" else []),
    ]
    if not filled["by"] and not filled["subject"][len(leaders(noun)) :]:
        doers = [who for child in noun.children if child.dep_ in {"acl", "relcl"} and is_verb(child) for who in agents(child)]
        filled["subject"] += [*filled["modifier"], *doers, *holder(noun), *filled["between"]]


def leaders(noun: Token) -> list[Token]:
    """Who leads it or takes part: «a coup under the leadership of the guard», «with the participation of the fleet»."""
    under = [child for word in (noun, *noun.children) for child in word.children if child.lower_ in {"under", "with"}]
    heads = [below for prep in under for below in prep.children if below.lower_ in LEADING]
    return [
        who for head in heads for child in head.children if child.lower_ == "of" for who in child.children if who.dep_ == "pobj"
    ]


def holder(noun: Token) -> list[Token]:
    """Who does it, where the noun is the object of a verb that says no more: «carried out an attack», «launched raids»."""
    verb = noun.head
    if noun.dep_ == "pobj" and verb.head.lemma_ in TAKING_PART:
        return [*roles(verb.head)["subject"], *(roles(verb.head)["object"] if is_passive(verb.head) else [])]
    return subjects(verb) if noun.dep_ == "dobj" and is_verb(verb) and verb.lemma_ in DOING else []


TAKING_PART = frozenset({"involve", "engage", "participate", "take", "join"})
LEADING = frozenset("leadership command direction guidance orders supervision auspices participation involvement".split())
DOING = frozenset(
    "carry conduct launch make begin start stage hold mount perform undertake commit lead order plan end resume continue suspend "
    "halt organize organise complete announce step stop use".split()
)
