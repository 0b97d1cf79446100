"""Verbs that attribute, and what of their complements is the content."""

from collections.abc import Callable

from rashomon.find.statement.attribution import Attribution
from rashomon.find.statement.cues import Cue, listed, verbs
from rashomon.find.statement.recut import recut
from rashomon.find.statement.sources import SUBJECTS, bare, is_dash, is_passive, phrase, source_of, trimmed
from rashomon.find.statement.tree import Range, Tree

Content = tuple[Range, ...]
NOTHING: Content = ()
THAT = frozenset({"that", "whether", "if", "how", "why"})
# What may follow an object and still belong to what is said of it: «praised her for coming», «described it as closed».
PREDICATES = frozenset({"oprd", "xcomp", "ccomp", "acomp"})
ABOUT_OBJECT = frozenset({"for", "as", "of", "over", "about", "with", "to", "from", "against", "in"})


def clause(tree: Tree, verb: int, cue: Cue) -> Content:
    """«said (that) it was closed», «, she noted,», «as she noted, …»."""
    found = tuple(tree.span(kid) for kid in tree.kids[verb] if is_clause(tree, kid) and not parted(tree, kid, verb))
    if found:
        return going_on(tree, found)
    inserted = around(tree, verb) if "quote" in cue.takes else NOTHING
    return inserted or after_that(tree, verb) or after_bare(tree, verb, cue)


def parted(tree: Tree, kid: int, verb: int) -> bool:
    """«They hope to save it; the dam shows that …»: a semicolon between two clauses that have nothing to do with each other."""
    return kid < verb and any(tree.lower[token] == ";" for token in range(tree.right[kid] - 1, verb))


def is_clause(tree: Tree, kid: int) -> bool:
    """A clause that completes the verb, also when the parser took it for an adverbial one."""
    if tree.dep[kid] == "ccomp":
        return tree.lower[tree.left[kid]] not in WHEN or tree.left[kid] == kid
    if tree.dep[kid] not in {"advcl", "acl"}:
        return False
    mark = tree.kid(kid, "mark")
    return mark is not None and tree.lower[mark] in {"that", "whether"} and mark == tree.left[kid]


# Conjunctions of clauses that say when or why something was said, though the parser hangs them on the verb as its object.
WHEN = frozenset({"as", "after", "while", "because", "before", "since", "although", "though", "until", "once"})


def around(tree: Tree, verb: int) -> Content:
    """The clause that a parenthesis interrupts or closes, «the road, she noted, is closed»."""
    above = tree.head[verb]
    low, high = tree.span(verb)
    as_clause = tree.dep[verb] == "advcl" and tree.lower[low] == "as"
    if (high - low > LONGEST_INSERTION and not as_clause) or tree.kid(verb, "dobj", "xcomp") is not None:
        return NOTHING
    inserted = tree.dep[verb] == "parataxis" or (tree.dep[verb] == "ccomp" and tree.dep[above] == "ROOT" and verb > above)
    if is_passive(tree, verb) or tree.kid(verb, "neg") is not None:
        return NOTHING
    if above == verb or not (inserted or as_clause) or tree.pos[above] not in {"VERB", "AUX", "NOUN", "ADJ"}:
        return NOTHING
    end = tree.right[above] if tree.right[above] > high + 2 else tree.closes[verb]
    pieces = ((tree.left[above], low), (high, end if high < tree.right[above] else high))
    return tuple(piece for piece in pieces if worded(tree, *piece))


LONGEST_INSERTION = 16  # tokens of «, as the mayor of the town noted on Friday,»


def going_on(tree: Tree, content: Content) -> Content:
    """The content with a further that-clause, «said it was closed, and that it would stay so»."""
    if not content:
        return content
    low, high = content[-1]
    if high < len(tree) and tree.lower[high] in {"’s", "'s"}:  # the parser stopped in the middle of «the mayor’s having gone»
        return (*content[:-1], (low, tree.closes[high]))
    at = high + 1 if high < len(tree) and tree.lower[high] == "," else high
    if at + 1 < len(tree) and tree.lower[at] in {"and", "but"} and tree.lower[at + 1] == "that" and tree.tag[at + 1] == "IN":
        return (*content[:-1], (low, max(high, tree.right[tree.head[at + 1]])))
    return content


def after_that(tree: Tree, verb: int) -> Content:
    """«said that …» where the parser lost the clause: to the end of the sentence."""
    for token in range(verb + 1, min(verb + FARTHEST_THAT, tree.closes[verb])):
        if tree.lower[token] == "that" and tree.tag[token] == "IN" and tree.dep[token] == "mark":
            return ((token, tree.closes[verb]),)
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
    return ((verb + 1, tree.closes[verb]),)


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
    low, high = tree.span(held)
    if held < verb:
        return ((low, high), *ends)
    return ((low, max([high, *(end for _, end in ends)])),)


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


FRAMES: tuple[tuple[str, Callable[[Tree, int, Cue], Content]], ...] = (
    ("passive", passive),
    ("person", person),
    ("predicate", predicate),
    ("clause", clause),
    ("infinitive", infinitive),
    ("object", thing),
    ("subject", subject),
)


def verb_attributions(tree: Tree) -> list[Attribution]:
    """The attributions of all verbs, in text order."""
    found = (attributed(tree, token, cues_of(tree, token)) for token in range(len(tree)) if tree.pos[token] in {"VERB", "AUX"})
    kept = recut(tree, [attribution for attribution in found if attribution is not None])
    meant = {attribution.head for attribution in kept if attribution.kind_of_wish or attribution.cue.status == "denied"}
    return [attribution for attribution in kept if not unsaid(tree, attribution, meant)]


def unsaid(tree: Tree, attribution: Attribution, meant: set[int]) -> bool:
    """«wants to show that …», «refused to say that …»: nobody has said it."""
    own = tree.dep[attribution.head] == "xcomp" and attribution.cue.kind != "attitude"
    return own and tree.head[attribution.head] in meant


def cues_of(tree: Tree, verb: int) -> tuple[Cue, ...]:
    """The groups of a verb; of the «called» in «so-called» there are none."""
    if verb > 1 and tree.lower[verb - 1] == "-" and tree.lower[verb - 2] == "so":
        return ()
    return verbs().get(keyed(tree, verb), ())


def keyed(tree: Tree, verb: int) -> str:
    """The verb's lemma with its particle, «point out»."""
    particle = tree.kid(verb, "prt")
    if tree.lemma[verb] == "make" and any(tree.lower[token] == "clear" for token in range(verb + 1, min(verb + 4, len(tree)))):
        return "make clear"
    lemma = UNDOUBLED.get(tree.lower[verb], tree.lemma[verb])
    return lemma if particle is None else f"{lemma} {tree.lower[particle]}"


# Forms that the lemmatizer takes for those of another verb, «hoping» for that of «hop».
UNDOUBLED = {"hoping": "hope", "hoped": "hope", "hopes": "hope"}


def attributed(tree: Tree, verb: int, cues: tuple[Cue, ...]) -> Attribution | None:
    """The reading of a verb: the first frame of the first group that the sentence fills."""
    if tree.tag[verb] == "VB" and tree.dep[verb] == "ROOT" and not any(tree.dep[kid] in OWNED for kid in tree.kids[verb]):
        return None  # «Subscribe to our news»
    for cue in cues:
        frame, content = read(tree, verb, cue)
        if content:
            return built(tree, verb, cue, frame, content)
    return None


OWNED = frozenset({"nsubj", "aux", "nsubjpass", "csubj"})


def read(tree: Tree, verb: int, cue: Cue) -> tuple[str, Content]:
    """The first frame of a group that the sentence fills, and the content by it."""
    for name, frame in FRAMES:
        if name in cue.takes:
            content = frame(tree, verb, cue)
            if (
                content
                and name == "clause"
                and len(content) == 1
                and "bare" in cue.takes
                and content == after_bare(tree, verb, cue)
            ):
                return "bare", content
            if content:
                return name, reaching(tree, verb, content) if name in {"object", "predicate", "person"} else content
    content = prepositional(tree, verb, cue) if cue.prepositions else NOTHING
    return "preposition", reaching(tree, verb, content) if content else content


TIMES = frozenset({"DATE", "TIME"})


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


def occasion(tree: Tree, kid: int) -> bool:
    """«on Friday», «in an interview», «during the debate»."""
    if tree.dep[kid] != "prep":
        return False
    held = tree.kid(kid, "pobj")
    if held is None or tree.lower[kid] in {"during", "after", "before", "by", "through", "since", "until", "via", "ahead"}:
        return True
    return tree.lemma[held] in listed("occasion") or tree.doc[held].ent_type_ in TIMES


def built(tree: Tree, verb: int, cue: Cue, frame: str, content: Content) -> Attribution:
    """The attribution with its source, cue words and addressee."""
    head = None if frame in {"subject", "passive"} and tree.kid(verb, "agent") is None else source_of(tree, verb)
    if head is not None:
        content = clear_of(tree, content, head, verb)
    if head is not None and any(low <= head < high for low, high in content):
        head = None
    words = tuple(kid for kid in tree.kids[verb] if tree.dep[kid] in {"aux", "auxpass", "neg", "prt"})
    return Attribution(
        cue=cue,
        head=verb,
        words=tuple(sorted((verb, *words))),
        source=None if head is None else past_dateline(tree, verb, before(phrase(tree, head, (verb, verb + 1)), head, content)),
        source_head=head,
        content=tuple(trimmed(tree, *piece) for piece in content),
        addressee=spoken_to(tree, verb, cue, frame),
        negated=any(tree.dep[kid] == "neg" for kid in words),
        endorsed=any(tree.lower[kid] in listed("endorsing") for kid in tree.kids[verb]),
        frame=frame,
    )


def before(source: Range, head: int, content: Content) -> Range:
    """The source without the content that the parser hung on it."""
    low, high = source
    return low, min([high, *(start for start, _ in content if start > head)])


def spoken_to(tree: Tree, verb: int, cue: Cue, frame: str) -> Range | None:
    """The addressee: the object of «told» and «urged», whom one «called on»."""
    if frame == "preposition" and tree.lemma[verb] == "call":
        upon = next((kid for kid in tree.kids[verb] if tree.lower[kid] in {"on", "upon"}), None)
        held = None if upon is None else tree.kid(upon, "pobj")
        return None if held is None else (tree.left[held], held + 1)
    held = tree.kid(verb, "dobj", "dative")
    speaks = frame in {"clause", "bare", "preposition", "person"} and ("addressee" in cue.takes or cue.status == "planned")
    return tree.span(held) if held is not None and held > verb and speaks else None


def past_dateline(tree: Tree, verb: int, source: Range) -> Range:
    """The words behind «LONDON, July 26 –» where the parser took the place for the speaker."""
    low, high = source
    if low - tree.opens[verb] > 2 or verb < high:
        return source
    dash = next((token for token in range(high, min(low + LONGEST_DATELINE, verb)) if is_dash(tree, token)), None)
    if dash is None or dash + 1 >= verb or any(tree.pos[token] in {"VERB", "AUX"} for token in range(low, verb)):
        return source
    return trimmed(tree, *bare(tree, dash + 1, verb, verb - 1))


LONGEST_DATELINE = 14  # tokens


def clear_of(tree: Tree, content: Content, head: int, verb: int) -> Content:
    """The content that ends where the source behind it begins, «responding to claims that …, the envoy said»."""
    start = tree.left[head]
    return tuple((low, start) if verb < low < start < head < high else (low, high) for low, high in content)


def worded(tree: Tree, low: int, high: int) -> bool:
    """Whether a range holds a word."""
    return any(tree.pos[token] not in {"PUNCT", "SPACE"} for token in range(low, high))
