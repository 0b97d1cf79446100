"""Tags set beside a claim by commas, read from their wording where the parser took them for a second deed.

«The harbour will never reopen, believes the analyst Ana Rell.»: to the parser the harbour believes, or Ana Rell is believed.
"""

from collections.abc import Callable, Iterator, Mapping

from rashomon.find.statement.attribution import Attribution
from rashomon.find.statement.clauses import WHEN
from rashomon.find.statement.cues import Cue, adjectives, listed
from rashomon.find.statement.occasions import TIMES, occasion
from rashomon.find.statement.somebody import is_somebody
from rashomon.find.statement.sources import head_of, is_dash, trimmed
from rashomon.find.statement.tree import Range, Tree
from rashomon.find.statement.verbs import cues_of

LONGEST = 30  # tokens of a tag: «believes the head of the harbour workers' union of the northern valley, Ana Rell»
NOMINAL = frozenset({"PROPN", "NOUN", "ADJ", "DET", "ADP", "PART", "CCONJ", "NUM", "PUNCT", "PRON", "ADV", "SYM"})
INSIDE = frozenset({",", "-", "–", "(", ")", ".", "’", "'"})  # marks that a name and its office may hold
STOPS = frozenset({".", "!", "?", "…"})
TENSED = frozenset({"VBD", "VBZ", "VBP"})
FINITE = TENSED | {"MD"}
CONDITIONS = frozenset({"when", "if", "unless"})
HAVING = frozenset({"has", "have", "had", "’ve", "'ve"})
TAGGED = frozenset({"VBD", "VBZ", "VBP", "VBN"})  # VBN where the tagger took «stressed» for a participle
BEING = frozenset({"is", "are", "was", "were", "’s", "'s", "remains", "remain"})
POSSESSING = frozenset({"his", "her", "their", "its", "our", "my"})
MARKS = frozenset({"“", "”", '"', "''", "``", "«", "»"})


def tag_attributions(tree: Tree, known: Mapping[int, Attribution]) -> Iterator[Attribution]:
    """The attributions of tags that stand behind a comma, without those whose claim and speaker were ``known`` before."""
    seen: set[int] = set()
    for comma in range(1, len(tree) - 2):
        if (tree.lower[comma] == "," or is_dash(tree, comma)) and may_end(tree, comma):
            end = ending(tree, comma + 1)
            found = None if end is None else first(reading(tree, comma, end) for reading in READINGS)
            if found is not None and found.head not in seen and not settled(known.get(found.head), found):
                seen.add(found.head)  # of several commas the first is the claim's, «…, Enio Lund, head of the port, said»
                yield found


def may_end(tree: Tree, comma: int) -> bool:
    """Whether a claim may end at a comma: no quotation, which its marks end, and no list, «of regular, pledged delegates»."""
    beside = {tree.lower[comma - 1], tree.lower[comma + 1], tree.lower[tree.opens[comma]]}
    return not beside & MARKS and tree.dep[comma - 1] != "amod"


def first(found: Iterator[Attribution | None]) -> Attribution | None:
    """The first reading that holds."""
    return next((attribution for attribution in found if attribution is not None), None)


def settled(known: Attribution | None, found: Attribution) -> bool:
    """Whether the parser saw the same: a source, and a claim in front of the tag."""
    return known is not None and known.source is not None and known.content[0][0] < found.content[0][1]


def ending(tree: Tree, low: int) -> int | None:
    """Where what begins behind a comma comes to the end of its sentence; None where that is too far off."""
    end = tree.closes[low]
    while end > low and (tree.lower[end - 1] in STOPS or tree.pos[end - 1] == "SPACE"):
        end -= 1
    return end if low + 1 < end <= low + LONGEST else None


def inverted(tree: Tree, comma: int, end: int) -> Attribution | None:
    """«…, believes the analyst Ana Rell.»; «…, is sure the analyst Ana Rell.»; «The police, insist the strikers, fired first.»"""
    verb = comma + 1
    if tree.pos[verb] not in {"VERB", "AUX"} or tree.tag[verb] not in TAGGED or tree.dep[verb] in {"amod", "relcl", "acl"}:
        return None
    sure = assuring(tree, verb + 1) if tree.lower[verb] in BEING else None
    cue, words = (sure, (verb, verb + 1)) if sure else (telling(tree, verb), (verb,))
    if cue is None or tree.lemma[verb] in listed("meeting"):
        return None
    start = words[-1] + 1
    closing = next((token for token in range(start, end) if tree.lower[token] == "," and goes_on(tree, comma, token)), end)
    own = tree.kid(verb, "nsubj")
    if own is not None and own < verb and closing == end:
        return None  # «The mayor, for years, reported the smugglers»
    source = somebody(tree, start, closing)
    if source is None or (source[1] - source[0] == 1 and tree.tag[source[0]] == "NNS" and tree.tag[verb] in {"VBD", "VBN"}):
        return None  # «a majority of regular, pledged delegates»
    return built(tree, cue, words, source, (comma, closing))


def assured(tree: Tree, comma: int, end: int) -> Attribution | None:
    """«…, the strikers are convinced.»"""
    cue = assuring(tree, end - 1)
    if cue is None or tree.lower[end - 2] not in BEING:
        return None
    source = somebody(tree, comma + 1, end - 2)
    return None if source is None else built(tree, cue, (end - 2, end - 1), source, (comma, end))


def trailing(tree: Tree, comma: int, end: int) -> Attribution | None:
    """«…, a source close to the inquiry has told the Lantern.»"""
    verb = next((token for token in range(comma + 2, end) if tree.pos[token] in {"VERB", "AUX"}), end)
    helped = verb + 1 < end and tree.lower[verb] in HAVING
    cue = None if verb == end else telling(tree, verb + 1 if helped else verb)
    spoken = cue is not None and tree.tag[verb] in (FINITE if helped else TENSED)
    words = (verb, verb + 1) if helped else (verb,)
    source = somebody(tree, comma + 1, verb) if spoken and nobody_acts(tree, words[-1] + 1, end, cue) else None
    return None if cue is None or source is None else built(tree, cue, words, source, (comma, end))


def nobody_acts(tree: Tree, low: int, end: int, cue: Cue | None) -> bool:
    """Whether what follows a cue is no more than a time, a place, or whom one spoke to: «told the Lantern on Friday»."""
    if any(tree.pos[token] in {"VERB", "AUX", "SCONJ"} or tree.lower[token] in {"that", ",", ":"} for token in range(low, end)):
        return False
    spoken_to = cue is not None and "addressee" in cue.takes
    return low >= end or spoken_to or tree.pos[low] in {"ADP", "ADV"} or tree.doc[low].ent_type_ in TIMES


def telling(tree: Tree, verb: int) -> Cue | None:
    """The group of a verb that may follow its claim."""
    groups = cues_of(tree, verb)
    return next((cue for cue in groups if cue.takes & {"clause", "tag"} and "subject" not in cue.takes), None)


def assuring(tree: Tree, token: int) -> Cue | None:
    """The group of an adjective that takes a that-clause, «sure», «convinced»."""
    return next((cue for cue in adjectives().get(tree.lower[token], ()) if "clause" in cue.takes and cue.kind == "belief"), None)


def goes_on(tree: Tree, opens: int, closes: int) -> bool:
    """Whether the claim goes on behind the second comma: with a verb that the words before the first are the subject of."""
    after = closes + 1
    if after >= len(tree) or tree.pos[after] not in {"VERB", "AUX"} or tree.tag[after] not in FINITE:
        return False
    return not any(tree.tag[token] in FINITE for token in range(tree.opens[opens], opens))


def somebody(tree: Tree, low: int, end: int) -> Range | None:
    """The words for one who can speak, without the occasion behind them; None where a verb or a time stands there."""
    high = next((token for token in range(low, end) if occasion(tree, token) or tree.lower[token] in {"after", "while"}), end)
    if (
        low >= high
        or not all(nominal(tree, token) for token in range(low, high))
        or tree.pos[low] in {"ADP", "PUNCT", "ADV", "CCONJ"}
    ):
        return None
    source = trimmed(tree, low, high)
    head = head_of(tree, source)
    if tree.doc[head].ent_type_ in TIMES:
        return None
    return source if is_somebody(tree, head) or tree.doc[source[1] - 1].ent_type_ == "PERSON" else None


def nominal(tree: Tree, token: int) -> bool:
    """Whether a word may belong to the words for a speaker."""
    if tree.pos[token] == "PRON" and tree.lower[token] not in POSSESSING:
        return False
    return tree.pos[token] in NOMINAL and (tree.pos[token] != "PUNCT" or tree.lower[token] in INSIDE)


def built(tree: Tree, cue: Cue, words: tuple[int, ...], source: Range, tag: Range) -> Attribution | None:
    """The attribution of a tag, when a whole claim stands before it, or before and behind it."""
    opens, closes = tree.opens[tag[0]], tree.closes[tag[0]]
    behind = [(tag[1] + 1, closes)] if tag[1] < closes and tree.lower[tag[1]] == "," else []
    if opens >= tag[0] or not stands(tree, [(opens, tag[0]), *behind]):
        return None
    content = tuple(trimmed(tree, *piece) for piece in ((opens, tag[0]), *behind) if piece[0] < piece[1])
    return Attribution(cue, words[-1], words, source, head_of(tree, source), content, frame="clause")


def stands(tree: Tree, pieces: list[Range]) -> bool:
    """Whether words make a claim: with a verb, and no clause that only says when, «When he came, the mayor told the crew»."""
    low, high = pieces[0]
    first = next((token for token in range(low, high) if tree.pos[token] not in {"CCONJ", "ADV", "PUNCT", "SPACE"}), low)
    opening = {tree.lower[min(first, high - 1)], tree.lower[max(first - 1, low)]}
    if (tree.pos[first] == "SCONJ" or opening & (WHEN | CONDITIONS)) and len(pieces) == 1:
        behind = next((token for token in range(low, high) if tree.lower[token] == ","), high)
        return any(tree.tag[token] in FINITE for token in range(behind, high))
    return any(tree.tag[token] in FINITE for piece in pieces for token in range(*piece))


READINGS: tuple[Callable[[Tree, int, int], Attribution | None], ...] = (inverted, assured, trailing)
