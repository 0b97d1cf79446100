"""Role words («president», «troops», «protesters»): where they stand and what qualifies them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from rashomon.actors.entry import Agent
from rashomon.find.mention_named import Named
from rashomon.find.mention_use import PARTS, QUALIFYING, words_at
from rashomon.folded import Word, reach
from rashomon.gazetteer import Gazetteer

FORMER = frozenset({"former", "ex", "ex-", "late", "retired", "ousted", "deposed", "disgraced", "onetime", "erstwhile", "exiled"})
LESSER = frozenset(  # «then», «self-proclaimed»: not whoever has the office today
    """deputy vice assistant aspiring would-be future designate elect next previous first then acting proclaimed declared
    styled shadow rival honorary""".split()
)
# What may stand between a country and the role it qualifies, by Penn Treebank tag.
QUALIFIERS = frozenset({"JJ", "JJR", "JJS", "NN", "NNP", "NNPS", "NNS", "POS", "CD", "RB", "HYPH", "VBN", "VBG", "AFX"})
OWNERS = frozenset({"state", "place", "organisation", "government", "company", "armed-group", "outlet", "people"})
PLACES = frozenset({"state", "place"})
STATE_NOUNS = frozenset({"republic", "country", "state", "nation", "federation"})
VAGUE = frozenset({"a", "an", "any", "every", "each", "no", "another", "some"})
DASHES = frozenset({"-", "–", "—"})
PLACING = frozenset({"in", "from", "for"})  # «police in Kyiv», not «police in a car»
ORGANS = frozenset({"government", "organisation", "armed-group", "company"})  # types of roles that have a head or members
LONGEST_ORGAN = 4  # words behind the state, to the last of its organ
FARTHEST = 7  # tokens from a role back to the country that qualifies it: «the Kazakh first deputy foreign minister»
NOMINAL = frozenset({"NOUN", "PROPN"})
HEADING = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "ROOT", "conj", "appos", "attr", "dative"})


@dataclass(frozen=True, slots=True)
class Role:
    """A role word with what qualifies it, as tokens of the document, half-open."""

    agent: Agent
    inner: Agent | None  # a role word that qualifies it: «police spokesman»
    words: str  # in lower case
    head: int  # the token that heads the phrase
    first: int
    last: int
    owner: Named | None  # the state or body it belongs to
    former: bool
    lesser: bool
    plural: bool
    capital: bool  # «the Chairman», not as the first word of a sentence
    vague: bool  # «a president of France», «he ran for president»: whoever has the office
    possessed: bool  # «his army», «their police»: of somebody, who is not said here
    of_organ: bool  # of an organ or group of the owner: «the leadership of the French army» is not France's
    elsewhere: bool  # of something that is no state: «the president of the bank», «the committee chairman»


def agents_in(gazetteer: Gazetteer, words: Sequence[Word], text: str, taken: Sequence[bool]) -> list[tuple[int, int, Agent]]:
    """The role words of a text, longest first from the left, as (first word, last word exclusive, agent)."""
    found: list[tuple[int, int, Agent]] = []
    position = 0
    while position < len(words):
        length = longest(gazetteer, words, position, text, taken)
        if length:
            key = tuple(word.folded for word in words[position : position + length])
            found.append((position, position + length, gazetteer.agents[key]))
        position += max(length, 1)
    return found


def longest(gazetteer: Gazetteer, words: Sequence[Word], first: int, text: str, taken: Sequence[bool]) -> int:
    """How many words the longest role has that begins here and is not taken; 0 for none."""
    most = min(gazetteer.most.get(words[first].folded, 0), len(words) - first)
    for length in range(reach(words, first, most, text), 0, -1) if most else ():
        stretch = words[first : first + length]
        if not any(taken[first : first + length]) and tuple(word.folded for word in stretch) in gazetteer.agents:
            return length
    return 0


def is_role(span: Span) -> bool:
    """Whether the words are used as a noun: «the displaced», not «displaced by the flood»."""
    root = span.root
    nominal = root.pos_ in NOMINAL or (root.tag_ in {"JJ", "VBN", "VBG"} and root.dep_ in HEADING and has_owner_word(root))
    return nominal and not (root.dep_ in {"compound", "amod", "nmod", "npadvmod"} and root.head.i >= span.end)


def has_owner_word(token: Token) -> bool:
    """Whether an article or a possessive stands before the word."""
    after_genitive = token.i > 0 and token.doc[token.i - 1].tag_ == "POS"
    return after_genitive or any(child.dep_ in {"det", "poss"} for child in token.children)


def role_at(span: Span, agent: Agent, names: Mapping[int, Named], agents: Mapping[int, Agent]) -> Role:
    """The role of these words, with its owner before it or after «of»; ``agents`` by the token they end on."""
    first, head = span[0], span[-1]
    start, owner, marks, inner = leftwards(first, names, agents)
    last, organ = head.i + 1, None
    if owner is None:
        owner, last = rightwards(head, names)
        if owner and agent.sector == "MIL" and head.nbor(1).lower_ in PLACING:
            owner, last = None, head.i + 1  # «troops in Kazakhstan» may be anybody's
    if owner is None:
        owner, last, organ = of_organ(head, names, agents)
    return Role(
        agent=agent,
        inner=inner or organ,
        words=span.text.casefold(),
        head=span.root.i,
        first=start,
        last=last,
        owner=owner,
        former=bool(marks & FORMER),
        lesser=bool(marks & LESSER),
        capital=span[0].is_title and not span[0].is_sent_start,
        of_organ=organ is not None,
        elsewhere=organ is not None or (owner is None and is_elsewhere(span)),
        vague=is_vague(span.root),
        possessed=owner is None and is_possessed(span.root, start),
        plural=head.tag_ in {"NNS", "NNPS"} or head.lower_.endswith("men"),
    )


def leftwards(
    first: Token, names: Mapping[int, Named], agents: Mapping[int, Agent]
) -> tuple[int, Named | None, set[str], Agent | None]:
    """Where the phrase begins, the name that qualifies it, the words between, and the role word among them."""
    start, owner, inner, marks = first.i, None, None, set[str]()
    position = first.i - 1
    while position >= max(first.i - FARTHEST, 0):
        token, name = first.doc[position], names.get(position)
        if name:
            if owner or name.type not in OWNERS or is_of_compound(first, position):
                break
            owner, start = name, words_at(first.doc, name.start, name.end).start
            position = start - 1
            continue
        if token.tag_ not in QUALIFIERS or "\n" in token.text or is_apart(token):
            break
        marks.add(token.lower_)
        inner = inner or (agents.get(position) if owner is None else None)
        start = position if token.pos_ in {"ADJ", "NOUN", "PROPN"} else start
        position -= 1
    return start, owner, marks, inner


def is_possessed(head: Token, start: int) -> bool:
    """Whether the role whose phrase begins at a token is of somebody: «his army», «a bride's father»; «the country's» is not."""
    owners = [child for child in head.children if child.dep_ == "poss" and child.i < start]
    pronoun = start > 0 and head.doc[start - 1].tag_ == "PRP$"
    return pronoun or any(child.lemma_.lower() not in STATE_NOUNS for child in owners)


def is_vague(head: Token) -> bool:
    """Whether an office is that of anybody: behind «a» or «any», and in «ran for president», «became president»."""
    words = {child.lower_ for child in head.children if child.dep_ in {"det", "poss"}}
    if words:
        return not words.isdisjoint(VAGUE)
    sought = head.dep_ == "pobj" and head.head.lower_ in {"for", "as"}
    return head.is_lower and (sought or head.dep_ in {"attr", "oprd"})


def is_of_compound(first: Token, position: int) -> bool:
    """Whether a name is but half of a compound: «Russian-speaking people» are not Russia's; «Saudi-led forces» count."""
    return first.doc[position + 1].text == "-" and not (first.lower_ == "led" and first.i == position + 2)


def is_elsewhere(span: Span) -> bool:
    """Whether an office is of something that is named by a common noun and is no state: «president of the bank»."""
    nouns = [child for child in span.root.children if child.dep_ in {"poss", "compound"} and child.i < span.start]
    behind = [
        child for child in span.root.children if child.dep_ == "prep" and child.lower_ in {"of", "at"} and child.i >= span.end
    ]
    nouns += [inner for child in behind for inner in child.children if inner.dep_ == "pobj"]
    return any(noun.pos_ in NOMINAL and noun.lemma_.lower() not in STATE_NOUNS for noun in nouns)


def is_apart(token: Token) -> bool:
    """Whether a word is a dash with space around it or of a date, as before «March 9 - Danish troops landed»."""
    dash = token.text in DASHES and token.i > 0 and bool(token.doc[token.i - 1].whitespace_)
    return dash or (token.ent_type_ == "DATE" and token.tag_ in {"CD", "NNP"})


def rightwards(head: Token, names: Mapping[int, Named]) -> tuple[Named | None, int]:
    """The name after «of», and where it ends."""
    doc, position = head.doc, head.i + 1
    if position >= len(doc) or doc[position].lower_ not in PLACING | {"of"}:
        return None, head.i + 1
    placing = doc[position].lower_ in PLACING
    position += 1
    while position < len(doc) and (doc[position].lower_ == "the" or is_between(doc, position, names)):
        position += 1
    owner = names.get(position)
    last = words_at(doc, owner.start, owner.end).end if owner else position
    if last + 1 < len(doc) and doc[last].text == "-" and owner:
        return None, head.i + 1  # «the head of the Germany-based centre» is nobody of Germany's
    if owner and qualifies_next(doc[position:last], owner):
        return None, head.i + 1
    if owner is None or owner.form == "demonym" or owner.type not in OWNERS or (placing and owner.type not in PLACES):
        return None, head.i + 1
    return owner, last


def of_organ(head: Token, names: Mapping[int, Named], agents: Mapping[int, Agent]) -> tuple[Named | None, int, Agent | None]:
    """The state whose organ stands after «of», where it ends, and the organ: «the speaker of the Georgian parliament»."""
    doc, none = head.doc, (None, head.i + 1, None)
    position = head.i + 1
    if position >= len(doc) or doc[position].lower_ != "of":
        return none
    position += 1 + (doc[position + 1].lower_ == "the" if position + 1 < len(doc) else 0)
    owner = names.get(position)
    if owner is None or owner.type not in PLACES:
        return none
    first = words_at(doc, owner.start, owner.end).end
    organs = (i for i in range(first, min(first + LONGEST_ORGAN, len(doc))) if i in agents and agents[i].type in ORGANS)
    end = next(organs, None)
    if end is None or is_before_noun(doc[end]) or any(doc[i].tag_ not in QUALIFIERS for i in range(first, end)):
        return none
    return owner, end + 1, agents[end]


def is_before_noun(token: Token) -> bool:
    """Whether a word only qualifies a noun behind it: «the head of Norway's police union» is not of the police."""
    return token.dep_ in QUALIFYING and token.head.i > token.i


def qualifies_next(around: Span, owner: Named) -> bool:
    """Whether a state or a city only qualifies a common noun behind it: «victims of the Lisbon fire», «of Kenya's ally».

    «Of the Donbas region» it is the region all the same.
    """
    if around.end >= len(around.doc) or owner.type not in PLACES:
        return False
    follows, root = around.doc[around.end], around.root
    of_noun = follows.tag_ in {"NN", "NNS"} and bool(around[-1].whitespace_) and follows.lower_ not in PARTS
    return follows.tag_ == "POS" or (of_noun and root.dep_ in QUALIFYING and root.head.i >= around.end)


def is_between(doc: Doc, position: int, names: Mapping[int, Named]) -> bool:
    """Whether a word only qualifies the name after «of»: «the governor of southern Yemen»."""
    word = doc[position]  # «the largest exporter in the former Soviet Union» is of some state that is not said
    return position not in names and word.pos_ == "ADJ" and word.lower_ not in FORMER and position + 1 in names
