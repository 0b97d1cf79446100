"""What hangs on a noun that attributes: «the claim that …», «a plan to …», «fears about …», «her answer was that …»."""

from rashomon.find.statement.clauses import NOTHING, Content
from rashomon.find.statement.cues import Cue, listed
from rashomon.find.statement.objects import is_to
from rashomon.find.statement.tree import Range, Tree

COPULA = frozenset({"be"})
RELATING = frozenset({"relate", "link", "connect", "tie"})
CLAUSES = frozenset({"acl", "ccomp", "relcl", "advcl"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
BETWEEN = frozenset({"by", "from", "of", "among", "in", "within", "across", "at"})  # «the warning from the engineers that …»
FARTHEST_NAMELY = 12  # tokens of «claims in the Northern Lantern – namely that …»
FARTHEST_THAT = 9  # tokens between a noun and its clause


def noun_content(tree: Tree, token: int, cue: Cue) -> Content:
    """What hangs on the noun, or follows its copula."""
    for kid in tree.kids[token]:
        if kid > token and tree.dep[kid] in CLAUSES:
            if "clause" in cue.takes and (marked(tree, kid) or (is_propositional(tree, token) and unmarked(tree, kid))):
                return (closed(tree, token, tree.span(kid), kid),)
            if "infinitive" in cue.takes and tree.dep[kid] == "acl" and is_to(tree, kid):
                return (tree.span(kid),)
    held = governed(tree, token, cue)
    if held is not None:
        return ((held + 1, tree.right[held]),) if tree.right[held] > held + 1 else NOTHING
    copula = after_copula(tree, token) if "copula" in cue.takes else NOTHING
    return copula or (lost_clause(tree, token) if "clause" in cue.takes else NOTHING)


def governed(tree: Tree, token: int, cue: Cue) -> int | None:
    """The preposition that leads to the content, also behind the source, «warnings by engineers about the dam»."""
    links = [kid for kid in tree.kids[token] if kid > token and tree.dep[kid] in {"prep", "agent"}]
    held = [kid for kid in links if tree.lower[kid] in cue.prepositions]
    held.sort(key=lambda kid: tree.lower[kid] == "of")  # «fears of the authorities about riots»: the riots are feared
    if held:
        return held[0]
    by = next((kid for kid in links if tree.lower[kid] in {"by", "from"}), None)
    named = None if by is None else tree.kid(by, "pobj")
    if named is None:
        return None
    behind = (kid for kid in tree.kids[named] if kid > named and tree.dep[kid] == "prep")
    return next((kid for kid in behind if tree.lower[kid] in cue.prepositions - {"of"}), None)


def lost_clause(tree: Tree, token: int) -> Content:
    """«the mayor's claims that trained men lit the fire», «claims – namely that …», where the parser saw no clause."""
    end = tree.closes[token]
    named = next(
        (place for place in range(token + 1, min(token + FARTHEST_NAMELY, end - 1)) if tree.lower[place] == "namely"), None
    )
    if named is not None and tree.lower[named + 1] == "that":
        return ((named + 1, end),)
    that = clause_mark(tree, token, end)
    if that is None:
        return NOTHING
    verb = next(place for place in range(that + 1, end) if tree.tag[place] in FINITE)
    return (closed(tree, token, (that, end), verb),)


def clause_mark(tree: Tree, token: int, end: int) -> int | None:
    """The «that» of a clause behind an owned noun, or behind a noun and its source; a relative one has another tag or place."""
    that = next((place for place in range(token + 1, min(token + FARTHEST_THAT, end - 2)) if tree.lower[place] == "that"), None)
    if that is None or tree.tag[that] != "IN" or not any(tree.tag[place] in FINITE for place in range(that + 1, end)):
        return None
    above = tree.dep[tree.head[that]]
    if that == token + 1 and tree.kid(token, "poss") is not None:
        return that if above != "relcl" else None
    behind = that == token + 1 or tree.lower[token + 1] in BETWEEN
    empty = not any(tree.pos[place] in {"VERB", "AUX", "PUNCT"} for place in range(token + 1, that))
    return that if is_propositional(tree, token) and behind and empty and above != "ccomp" else None


def is_propositional(tree: Tree, token: int) -> bool:
    """«claim», «warning», behind which «that» leads to what is claimed; «the plan that the state offers» is another."""
    return tree.lemma[token] in listed("propositional")


def closed(tree: Tree, token: int, clause: Range, verb: int) -> Range:
    """The clause without the verb of which the noun is the subject, «the claim that the dam would hold | was ignored»."""
    low, high = clause
    low += tree.lower[low] == "namely"
    if any(tree.tag[place] in FINITE for place in range(tree.opens[token], token)):
        return low, high
    return low, next((place for place in range(verb + 1, high) if is_own(tree, verb, place)), high)


def is_own(tree: Tree, first: int, verb: int) -> bool:
    """A further verb with no subject between it and the one before: its subject is the noun."""
    if (
        tree.tag[verb] not in FINITE
        or tree.pos[verb - 1] in {"CCONJ", "SCONJ", "PUNCT"}
        or tree.tag[verb - 1] in {"WDT", "WP", "IN"}
    ):
        return False
    return not any(tree.dep[place] in {"nsubj", "nsubjpass", "expl", "csubj"} for place in range(first + 1, verb))


def marked(tree: Tree, kid: int) -> bool:
    """A that-clause that is no relative one."""
    mark = tree.kid(kid, "mark")
    return mark is not None and tree.lower[mark] in {"that", "whether"}


def unmarked(tree: Tree, kid: int) -> bool:
    """A that-clause whose «that» the parser took for an object, though it has the tag of a conjunction."""
    opens = tree.left[kid]
    return tree.lower[opens] == "that" and tree.tag[opens] == "IN" and tree.kid(kid, "nsubj", "nsubjpass", "expl") is not None


def after_copula(tree: Tree, token: int) -> Content:
    """«her answer was that …», «it is the opinion of the court that …», «her fears are related to …»."""
    above = tree.head[token]
    if tree.dep[token] == "nsubjpass" and tree.lemma[above] in RELATING:
        return related(tree, above)
    if tree.dep[token] not in {"nsubj", "attr"} or tree.lemma[above] not in COPULA:
        return NOTHING
    for kid in tree.kids[above]:
        told = marked(tree, kid) or (tree.dep[token] == "nsubj" and is_to(tree, kid))
        if kid > max(above, token) and tree.dep[kid] in {"ccomp", "xcomp", "advcl"} and told:
            return (tree.span(kid),)
    return NOTHING


def related(tree: Tree, verb: int) -> Content:
    """«the mayor's fears are related to the harvest»."""
    link = next((kid for kid in tree.kids[verb] if kid > verb and tree.lower[kid] in {"to", "with"}), None)
    return NOTHING if link is None or tree.right[link] <= link + 1 else ((link + 1, tree.right[link]),)
