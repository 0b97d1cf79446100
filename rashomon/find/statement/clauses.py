"""Clauses as contents: «said that it was closed», «, she noted,», «as she noted, …»."""

from rashomon.find.statement.cues import Cue, nouns
from rashomon.find.statement.occasions import timeless
from rashomon.find.statement.sources import SUBJECTS, is_passive
from rashomon.find.statement.tree import Range, Tree

Content = tuple[Range, ...]
NOTHING: Content = ()


def clause(tree: Tree, verb: int, cue: Cue) -> Content:
    """«said (that) it was closed», «, she noted,», «as she noted, …»."""
    found = tuple(told_in(tree, kid) for kid in tree.kids[verb] if is_clause(tree, kid) and not parted(tree, kid, verb))
    if found and found[-1][1] <= verb and tree.kid(verb, "xcomp") is not None:
        return NOTHING  # «It is so – indeed, they want to go»: the wish has a content of its own
    if found:
        return going_on(tree, tuple(timeless(tree, piece, verb) for piece in found))
    inserted = around(tree, verb, cue) or between(tree, verb) if "quote" in cue.takes else NOTHING
    return inserted or after_that(tree, verb) or after_bare(tree, verb, cue)


def parted(tree: Tree, kid: int, verb: int) -> bool:
    """«They hope to save it; the dam shows that …»: a semicolon between two clauses that have nothing to do with each other."""
    return kid < verb and any(tree.lower[token] == ";" for token in range(tree.right[kid] - 1, verb))


def is_clause(tree: Tree, kid: int) -> bool:
    """A clause that completes the verb, also when the parser took it for an adverbial one."""
    if tree.dep[kid] == "ccomp":
        return tree.lower[tree.left[kid]] not in WHEN or tree.left[kid] == kid or opened(tree, kid)
    if tree.dep[kid] not in {"advcl", "acl"}:
        return False
    mark = tree.kid(kid, "mark")
    return mark is not None and tree.lower[mark] in {"that", "whether"} and mark == tree.left[kid]


def opened(tree: Tree, kid: int) -> bool:
    """«While tunnels could carry people, nature has built them, they found»: the clause before the cue has one before it."""
    verb, first = tree.head[kid], tree.head[tree.left[kid]]
    alone = not any(tree.dep[other] == "ccomp" for other in tree.kids[verb] if other > verb)
    return (
        kid < verb and alone and tree.dep[first] == "advcl" and tree.head[first] == kid and tree.lower[tree.right[first]] == ","
    )


# Conjunctions of clauses that say when or why something was said, though the parser hangs them on the verb as its object.
WHEN = frozenset({"as", "after", "while", "because", "before", "since", "although", "though", "until", "once"})


def told_in(tree: Tree, kid: int) -> Range:
    """The words of a that-clause, without what the parser hung before it: «reported, citing officials, that …»."""
    mark = tree.kid(kid, "mark")
    low, high = tree.span(kid)
    return (mark, high) if mark is not None and tree.lower[mark] == "that" and tree.lower[mark - 1] == "," else (low, high)


def around(tree: Tree, verb: int, cue: Cue) -> Content:
    """The clause that a parenthesis interrupts or closes, «the road, she noted, is closed»."""
    above = tree.head[verb]
    low, high = tree.span(verb)
    as_clause = tree.dep[verb] == "advcl" and tree.lower[low] == "as" and parenthesis(tree, low)
    holds = ("xcomp",) if "addressee" in cue.takes else ("dobj", "xcomp")  # «the road, she told him, is closed»
    if (high - low > LONGEST_INSERTION and not as_clause) or tree.kid(verb, *holds) is not None:
        return NOTHING
    inserted = tree.dep[verb] == "parataxis" or (tree.dep[verb] == "ccomp" and tree.dep[above] == "ROOT" and verb > above)
    if is_passive(tree, verb) or tree.kid(verb, "neg") is not None:
        return NOTHING
    if above == verb or not (inserted or as_clause) or tree.pos[above] not in {"VERB", "AUX", "NOUN", "ADJ"}:
        return NOTHING
    end = tree.right[above] if tree.right[above] > high + 2 else tree.closes[verb]
    pieces = ((tree.left[above], low), (high, end if high < tree.right[above] else high))
    return tuple(piece for piece in pieces if worded(tree, *piece))


def between(tree: Tree, verb: int) -> Content:
    """«Such tolls, he told the paper, should end» where the parser took the insertion for the main clause."""
    said, held = tree.kid(verb, "nsubj"), tree.kid(verb, "dobj", "dative")
    if said is None or said > verb:
        return NOTHING
    opens, low, closes = tree.opens[verb], tree.left[said], tree.closes[verb]
    high = verb + 1 if held is None or held < verb else tree.right[held]
    if low - 1 <= opens or high + 1 >= closes or tree.lower[low - 1] != "," or tree.lower[high] != ",":
        return NOTHING
    return ((opens, low - 1), (high + 1, closes)) if tree.pos[high + 1] in {"AUX", "VERB"} else NOTHING


def parenthesis(tree: Tree, low: int) -> bool:
    """Whether a clause stands apart, «…, as she noted»; «the news comes as he testifies» says when it comes."""
    return low == tree.opens[low] or tree.lower[low - 1] in {",", "(", "–", "—", "-", "“", '"', "and", "but"}


LONGEST_INSERTION = 16  # tokens of «, as the mayor of the town noted on Friday,»


def going_on(tree: Tree, content: Content) -> Content:
    """The content with a further that-clause, «said it was closed, and that it would stay so»."""
    if not content:
        return content
    low, high = content[-1]
    if high < len(tree) and {tree.lower[high], tree.lower[high - 1]} & {
        "’s",
        "'s",
    }:  # the parser stopped in the middle of «the mayor’s having gone»
        return (*content[:-1], (low, tree.closes[high]))
    at = high + 1 if high < len(tree) and tree.lower[high] == "," else high
    if at + 1 < len(tree) and tree.lower[at] in {"and", "but"} and tree.lower[at + 1] == "that" and tree.tag[at + 1] == "IN":
        return (*content[:-1], (low, max(high, tree.right[tree.head[at + 1]])))
    return content


def after_that(tree: Tree, verb: int) -> Content:
    """«said that …» where the parser lost the clause: to the end of the sentence."""
    for token in range(verb + 1, min(verb + FARTHEST_THAT, tree.closes[verb])):
        if tree.lower[token] == "that" and tree.tag[token] == "IN" and tree.dep[token] == "mark":
            return NOTHING if tree.lemma[token - 1] in nouns() else ((token, tree.closes[verb]),)  # «countering claims that»
        if tree.pos[token] in {"VERB", "AUX", "PUNCT"}:
            return NOTHING
    return NOTHING


FARTHEST_THAT = 15  # tokens between a verb and its that-clause: an addressee and a date


def after_bare(tree: Tree, verb: int, cue: Cue) -> Content:
    """«said Trump will lose» where the parser saw no clause: what follows the verb, to the end of the sentence."""
    if "bare" not in cue.takes or tree.kid(verb, *SUBJECTS) is None or verb + 1 >= tree.closes[verb]:
        return NOTHING
    if tree.pos[verb + 1] in {"PUNCT", "ADP", "SPACE", "CCONJ"} or (tree.kid(verb, "nsubj") or 0) > verb:
        return NOTHING
    if tree.lower[verb + 1] == "this" and tree.dep[verb + 1] == "dobj":
        return NOTHING  # «said this on Friday» of what was told before
    return ((verb + 1, tree.closes[verb]),)


def worded(tree: Tree, low: int, high: int) -> bool:
    """Whether a range holds a word."""
    return any(tree.pos[token] not in {"PUNCT", "SPACE"} for token in range(low, high))
