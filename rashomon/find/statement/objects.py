"""Objects, infinitives and phrases as contents: «promised to open it», «accused him of lying», «called for a ban»."""

from rashomon.find.statement.clauses import NOTHING, Content
from rashomon.find.statement.cues import Cue
from rashomon.find.statement.occasions import occasion
from rashomon.find.statement.tree import Range, Tree

# What may follow an object and still belong to what is said of it: «praised her for coming», «described it as closed».
PREDICATES = frozenset({"oprd", "xcomp", "ccomp", "acomp"})
ABOUT_OBJECT = frozenset({"for", "as", "of", "over", "about", "with", "to", "from", "against", "in"})


def infinitive(tree: Tree, verb: int, cue: Cue) -> Content:
    """«promised to open it», «denied closing it»; of a passive it is no wish of the subject's."""
    if tree.kid(verb, "nsubjpass") is not None:
        return NOTHING
    found = [kid for kid in tree.kids[verb] if tree.dep[kid] in {"xcomp", "ccomp"} and kid > verb]
    return tuple(tree.span(kid) for kid in found if is_infinitive(tree, kid))[:1]


def is_infinitive(tree: Tree, kid: int) -> bool:
    """«to open», «opening»."""
    return tree.tag[kid] == "VBG" or any(tree.tag[below] == "TO" or tree.lower[below] == "having" for below in tree.kids[kid])


def is_to(tree: Tree, kid: int) -> bool:
    """«to open», and no that-clause."""
    return tree.tag[kid] != "VBG" and is_infinitive(tree, kid) and tree.lower[tree.left[kid]] != "that"


def thing(tree: Tree, verb: int, cue: Cue) -> Content:
    """«announced a ban», «criticized him for coming», «the ban was announced»."""
    subject = tree.kid(verb, "nsubjpass")
    if subject is not None:
        return (tree.span(subject), *after_object(tree, verb, verb))
    held = tree.kid(verb, "dobj")
    if held is None or (held < verb and tree.lower[held] not in RELATIVES):
        return NOTHING
    ends = after_object(tree, verb, max(held, verb))
    low, high = meant(tree, held, verb) if held < verb else tree.span(held)
    if held < verb:
        return ((low, high), *ends)
    return ((low, max([high, *(end for _, end in ends)])),)


def meant(tree: Tree, pronoun: int, verb: int) -> Range:
    """«a charge that Baku denies»: the charge; of a pronoun that stands for nothing before it, the pronoun."""
    noun = tree.head[verb]
    if tree.dep[verb] != "relcl" or tree.lower[pronoun] not in {"that", "which"} or noun >= pronoun:
        return tree.span(pronoun)
    end = pronoun - 1 if tree.lower[pronoun - 1] == "," else pronoun
    return (tree.left[noun], end) if tree.left[noun] < end and noun < end else tree.span(pronoun)


RELATIVES = frozenset({"that", "which", "who", "whom", "what"})


def after_object(tree: Tree, verb: int, after: int) -> Content:
    """The predicates and phrases behind the object, without a gap that a comma makes."""
    found: list[Range] = []
    for kid in tree.kids[verb]:
        if kid > after and (tree.dep[kid] in PREDICATES or (tree.dep[kid] == "prep" and tree.lower[kid] in ABOUT_OBJECT)):
            found.append(tree.span(kid))
        elif kid > after and tree.dep[kid] == "punct" and tree.lower[kid] in {",", ";"}:
            break
    return tuple(found)


def person(tree: Tree, verb: int, cue: Cue) -> Content:
    """«urged drivers to wait», «accused him of lying»: whom and what together."""
    held = tree.kid(verb, "dobj", "dative")
    if held is None or held < verb:
        own = [kid for kid in tree.kids[verb] if tree.dep[kid] == "ccomp" and kid > verb and is_to(tree, kid)]
        return tuple(tree.span(kid) for kid in own)[:1]
    rest = [
        kid
        for kid in tree.kids[verb]
        if kid > held
        and (
            (tree.dep[kid] in {"xcomp", "ccomp", "advcl"} and is_to(tree, kid))
            or (tree.dep[kid] == "prep" and tree.lower[kid] in cue.prepositions)
        )
    ]
    if not rest:
        rest = detached(tree, held, cue)
    return ((tree.left[held], tree.right[rest[0]]),) if rest else NOTHING


def detached(tree: Tree, held: int, cue: Cue) -> list[int]:
    """«accused him a week later of lying»: the preposition that the parser hung on the words between."""
    for token in range(tree.right[held], min(tree.right[held] + 8, len(tree))):
        if tree.lower[token] in cue.prepositions and governs(tree, token):
            return [token]
        if tree.pos[token] in {"VERB", "AUX", "PUNCT"}:
            break
    return []


def predicate(tree: Tree, verb: int, cue: Cue) -> Content:
    """«called him a liar», «sees it as closed», «is called a liar»."""
    subject = tree.kid(verb, "nsubjpass")
    if subject is not None:
        said = [kid for kid in tree.kids[verb] if kid > verb and says_of(tree, kid)]
        return (tree.span(subject), tree.span(said[0])) if said else NOTHING
    held = tree.kid(verb, "dobj")
    said = [kid for kid in tree.kids[verb] if kid > verb and kid != held and says_of(tree, kid)]
    if not said and held is not None and held > verb and any(tree.lower[kid] == "as" and kid > held for kid in tree.kids[held]):
        return (tree.span(held),)
    if not said:
        return NOTHING
    if tree.dep[verb] == "acl" and tree.tag[verb] == "VBN":
        return ((tree.left[tree.head[verb]], verb), tree.span(said[0]))
    if held is None or held < verb:
        return tuple(tree.span(kid) for kid in ([held] if held is not None else []) + said[:1])
    return ((tree.left[held], tree.right[said[0]]),)


def says_of(tree: Tree, kid: int) -> bool:
    """What is said of the object: a predicate noun, a small clause, an as-phrase."""
    if tree.dep[kid] == "prep":
        return tree.lower[kid] == "as"
    if tree.dep[kid] == "advcl":  # «described her as calm»
        return tree.lower[tree.left[kid]] == "as" and tree.pos[kid] in {"ADJ", "NOUN"}
    return tree.dep[kid] == "oprd" or (tree.dep[kid] == "ccomp" and tree.pos[kid] in {"NOUN", "ADJ", "PROPN", "PRON"})


def subject(tree: Tree, verb: int, cue: Cue) -> Content:
    """«the road seems to be closed»."""
    held = tree.kid(verb, "nsubj")
    said = [kid for kid in tree.kids[verb] if kid > verb and tree.dep[kid] in {"xcomp", "oprd", "acomp", "ccomp", "attr"}]
    return (tree.span(held), tree.span(said[0])) if held is not None and said else NOTHING


def passive(tree: Tree, verb: int, cue: Cue) -> Content:
    """«the road is expected to open», «he is accused of lying»."""
    held = tree.kid(verb, "nsubjpass")
    agent = tree.kid(verb, "agent")
    said = [
        kid
        for kid in tree.kids[verb]
        if kid > verb
        and (
            (tree.dep[kid] == "xcomp" and is_infinitive(tree, kid))
            or (tree.dep[kid] == "prep" and tree.lower[kid] in cue.prepositions)
        )
    ]
    if not said and agent is not None:
        said = [
            token
            for token in range(agent + 1, tree.right[agent])
            if tree.lower[token] in cue.prepositions and governs(tree, token)
        ]
    return (tree.span(held), tree.span(said[0])) if held is not None and said else NOTHING


def governs(tree: Tree, preposition: int) -> bool:
    """«by the union and the press of not paying»: a preposition with a verb behind it belongs to the accusation."""
    return tree.kid(preposition, "pcomp") is not None


def prepositional(tree: Tree, verb: int, cue: Cue) -> Content:
    """«called for a ban», «called for him to resign»."""
    for kid in tree.kids[verb]:
        if (
            kid > verb
            and tree.dep[kid] in {"prep", "prt", "agent"}
            and tree.lower[kid] in cue.prepositions
            and tree.right[kid] > kid + 1
        ):
            return ((kid + 1, tree.right[kid]),)
        if kid > verb and tree.dep[kid] == "advcl" and "for" in cue.prepositions and tree.lower[tree.left[kid]] == "for":
            return ((tree.left[kid] + 1, tree.right[kid]),)
    return NOTHING


def reaching(tree: Tree, verb: int, content: Content) -> Content:
    """The content with the phrases that follow it without a comma, when they say neither when nor where it was said."""
    end = content[-1][1]
    if end < len(tree) and tree.lower[end] == "as" and tree.dep[end] == "prep":
        end = max(end, tree.right[end])
    for kid in tree.kids[verb]:
        if (
            tree.left[kid] == end
            and kid > verb
            and tree.dep[kid] in {"prep", "xcomp", "oprd", "acomp"}
            and not occasion(tree, kid)
        ):
            end = tree.right[kid]
    return (*content[:-1], (content[-1][0], end))
