"""Cues beside a quotation: behind it, before it, in the paragraph above it, or a speaker without any verb."""

from dataclasses import replace

from rashomon.find.statement.attribution import Attribution
from rashomon.find.statement.cues import VERBLESS, Cue, listed, nouns
from rashomon.find.statement.marked import Quoted, whole
from rashomon.find.statement.sources import DASHES, head_of, phrase, source_of, trimmed
from rashomon.find.statement.tree import Range, Tree
from rashomon.find.statement.verbs import cues_of, imperative

FARTHEST = 40  # tokens between a quotation and its cue
STOPS = frozenset({".", "!", "?", ";"})
OPENERS = frozenset({"“", '"', "''", "``", "«", "„"})
LIGHT = frozenset({"PUNCT", "ADV", "CCONJ", "SPACE", "AUX", "PART"})


def beside(cues: tuple[Cue, ...]) -> Cue | None:
    """The group of a word by which it may stand beside marks."""
    return next((cue for cue in cues if "quote" in cue.takes), None)


def tag_after(tree: Tree, quoted: Quoted) -> Attribution | None:
    """«…,” said the mayor», «…,” the mayor also said»."""
    start = quoted.span[1]
    if not open_ended(tree, quoted) or fragment(tree, quoted):
        return None
    for token in range(start, min(start + FARTHEST, len(tree))):
        if tree.lower[token] in STOPS or tree.lower[token] in OPENERS or "\n" in tree.doc[token].text:
            return None
        if tree.pos[token] in {"VERB", "AUX"}:
            cue = beside(cues_of(tree, token))
            if (
                cue is not None
                and begins(tree, token, start)
                and (tree.tag[token] != "VBG" or tree.kid(token, "nsubj") is not None)
            ):
                return tagged(tree, quoted, token, cue)
    return None


def open_ended(tree: Tree, quoted: Quoted) -> bool:
    """Whether something may follow: no full stop ends the quotation, or lower case follows it."""
    last, after = tree.lower[quoted.inner[1] - 1], quoted.span[1]
    if not last.endswith(".") or after >= len(tree):
        return after < len(tree)
    return tree.doc[after].text[:1].islower()


def fragment(tree: Tree, quoted: Quoted) -> bool:
    """«the “autopsy” recommended», «on “This Week,” the senator said»: marked words that belong to the words before them."""
    before = quoted.span[0] - 1
    return not whole(tree, quoted) and tree.pos[before] in {
        "DET",
        "ADJ",
        "ADP",
        "PRON",
        "PART",
        "NOUN",
        "PROPN",
        "NUM",
        "AUX",
        "CCONJ",
    }


def begins(tree: Tree, verb: int, start: int) -> bool:
    """Whether nothing but the subject, an adverb or a comma stands between the quotation and its verb."""
    said = tree.kid(verb, "nsubj")
    low = min(verb, tree.left[said]) if said is not None else verb
    if all(tree.pos[token] in LIGHT for token in range(start, low)):
        return True
    return not any(tree.pos[token] in {"VERB", "SCONJ", "ADP"} for token in range(start, verb))


def tagged(tree: Tree, quoted: Quoted, verb: int, cue: Cue) -> Attribution:
    """The attribution of a quotation to the subject of a verb behind it."""
    said = source_of(tree, verb)
    source = phrase(tree, said, (verb, verb + 1)) if said is not None and said >= quoted.span[1] else None
    if source is None:
        source = beside_verb(tree, verb, quoted.span[1])
    head = head_of(tree, source) if source else None
    return Attribution(cue, verb, (verb,), source, head, (quoted.inner,), addressee_of(tree, verb, cue), frame="quote")


def completed(tree: Tree, attribution: Attribution, quoted: Quoted) -> Attribution:
    """The attribution of a verb right behind the marks with the source that the parser missed, and no content behind it."""
    verb, start = attribution.head, quoted.span[1]
    if attribution.source is not None or verb < start or not all(tree.pos[token] in LIGHT for token in range(start, verb)):
        return attribution
    source = beside_verb(tree, verb, start)
    if source is None:
        return attribution
    content = tuple(piece for piece in attribution.content if piece[0] < verb)
    return replace(attribution, source=source, source_head=head_of(tree, source), content=content, addressee=None)


def addressee_of(tree: Tree, verb: int, cue: Cue) -> Range | None:
    """The object of a verb that speaks to somebody, «told reporters»."""
    held = tree.kid(verb, "dobj", "dative") if "addressee" in cue.takes else None
    return tree.span(held) if held is not None and held > verb else None


def beside_verb(tree: Tree, verb: int, start: int) -> Range | None:
    """The words between quotation and verb; when there are none, the noun behind the verb."""
    if any(tree.pos[token] in {"NOUN", "PROPN", "PRON", "DET"} for token in range(start, verb)):
        low, high = trimmed(tree, start, verb)
        while high - 1 > low and tree.pos[high - 1] in {"ADV", "AUX"}:
            high -= 1
        return low, high
    if verb + 1 < len(tree) and tree.lower[verb + 1] in OPENERS:
        return unparsed(tree, verb + 1)
    for token in range(verb + 1, min(verb + 12, len(tree))):
        if tree.lower[token] in STOPS or tree.lower[token] in OPENERS:
            return None
        if tree.pos[token] in {"NOUN", "PROPN", "PRON"}:
            head = token
            while tree.head[head] > verb and tree.head[head] != head and tree.pos[tree.head[head]] in {"NOUN", "PROPN"}:
                head = tree.head[head]
            return phrase(tree, head, (verb, verb + 1))
    return None


def unparsed(tree: Tree, start: int) -> Range | None:
    """«noted “Northern Star” columnist Petrov.»: all to the stop, when it holds a name and no verb."""
    reach = range(start, min(start + FARTHEST, len(tree)))
    stop = next((token for token in reach if tree.lower[token] in STOPS or "\n" in tree.doc[token].text), reach.stop)
    kinds = {tree.pos[token] for token in range(start, stop)}
    return (start, trimmed(tree, start, stop)[1]) if "PROPN" in kinds and not kinds & {"VERB", "AUX"} else None


def bystander(tree: Tree, verb: int, inside: list[int | None]) -> Range | None:
    """The source of a verb that the parser sought inside the marks: what stands between them and the verb."""
    start = verb
    while start > 0 and inside[start - 1] is None and tree.lower[start - 1] not in STOPS and verb - start < FARTHEST:
        start -= 1
    return beside_verb(tree, verb, start)


def tag_before(tree: Tree, quoted: Quoted) -> Attribution | None:
    """«The mayor said: “…»; of a verb with an object all that follows it, «called the road “closed”»."""
    start = quoted.span[0]
    if titled(tree, quoted):
        return None
    colon = start > 0 and tree.lower[start - 1] in {":", ","}
    for token in range(start - 1, max(start - FARTHEST, -1), -1):
        if tree.lower[token] in STOPS or tree.lower[token] in {"”", "“", '"'} or "\n" in tree.doc[token].text:
            return None
        if tree.pos[token] in {"VERB", "AUX"}:
            cue = introducing(tree, quoted, token, colon)
            if cue is not None:
                return introduced(tree, quoted, token, cue)
            if not colon:
                return None
        elif colon and tree.pos[token] == "NOUN" and tree.lower[start - 1] == ":" and tree.lemma[token] in nouns():
            cue = beside(nouns()[tree.lemma[token]])
            if cue is not None:
                return introduced(tree, quoted, token, cue)
    return None


def introducing(tree: Tree, quoted: Quoted, verb: int, colon: bool) -> Cue | None:
    """The group by which a verb may introduce the marks behind it; «a play called “The Storm”», «sang “Winter”» are names."""
    cue = None if imperative(tree, verb) else beside(cues_of(tree, verb))
    naming = tree.dep[verb] == "acl" and tree.tag[verb] == "VBN" and tree.lemma[verb] in listed("naming")
    if cue is None or naming or (not colon and cue.takes <= {"quote", "tag"}):
        return None
    return None if "clause" in cue.takes and fragment(tree, quoted) else cue


def owned(tree: Tree, quoted: Quoted) -> Attribution | None:
    """«the president's statements “Open fire” sound harsh»: a noun with its owner right before the marks."""
    noun = quoted.span[0] - 1
    owner = tree.kid(noun, "poss") if noun >= 0 and tree.pos[noun] == "NOUN" else None
    cue = beside(nouns().get(tree.lemma[noun], ())) if owner is not None else None
    if owner is None or cue is None:
        return None
    return Attribution(cue, noun, (noun,), phrase(tree, owner, (noun, noun + 1)), owner, (quoted.inner,), frame="quote")


def titled(tree: Tree, quoted: Quoted) -> bool:
    """«noted “Northern Star” columnist Petrov»: a short name in marks with the noun it belongs to behind it."""
    low, high = quoted.inner
    after = quoted.span[1]
    if (
        high - low > 4
        or after >= len(tree)
        or tree.pos[after] not in {"NOUN", "PROPN"}
        or tree.lower[quoted.span[0] - 1] in {":", ","}
    ):
        return False
    return all(tree.doc[token].text[:1].isupper() for token in range(low, high) if tree.pos[token] not in {"PUNCT", "ADP", "DET"})


def introduced(tree: Tree, quoted: Quoted, word: int, cue: Cue) -> Attribution:
    """The attribution of a quotation to the source of a word before it."""
    verb = word
    if tree.pos[word] == "NOUN":
        verb = next((above for above in tree.up(word) if tree.pos[above] in {"VERB", "AUX"}), word)
    said = source_of(tree, verb)
    if said is not None and quoted.inner[0] <= said < quoted.inner[1]:
        said = None
    low, high = quoted.inner
    if "clause" not in cue.takes and cue.takes & {"object", "predicate"} and tree.lower[quoted.span[0] - 1] not in {":", ","}:
        low = trimmed(tree, word + 1, high)[0]
    source = None if said is None else phrase(tree, said, (verb, verb + 1))
    return Attribution(cue, word, (word,), source, said, ((low, high),), addressee_of(tree, word, cue), frame="quote")


def before_colon(tree: Tree, quoted: Quoted) -> Attribution | None:
    """«The mayor said the key phrase:» and the quotation in the next paragraph."""
    last = quoted.span[0] - 1
    while last >= 0 and tree.pos[last] == "SPACE":
        last -= 1
    if not quoted.starts or last < 0 or tree.lower[last] != ":":
        return None
    opens = tree.opens[last]
    told = [token for token in range(opens, last) if tree.pos[token] in {"VERB", "AUX"}]
    cues = [(token, cue) for token in told if (cue := beside(cues_of(tree, token))) is not None]
    if cues:
        return introduced(tree, quoted, *cues[-1])
    return introduced(tree, quoted, told[0], VERBLESS) if told else None


def verbless(tree: Tree, quoted: Quoted) -> Attribution | None:
    """«…,” the expert Ivan Petrov.»: the verb is lost, the speaker is not."""
    start = quoted.span[1]
    if not whole(tree, quoted) or start >= len(tree):
        return None
    reach = range(start, min(start + FARTHEST, len(tree)))
    stop = next((token for token in reach if tree.lower[token] in STOPS or "\n" in tree.doc[token].text), reach.stop)
    if any(tree.pos[token] in {"VERB", "AUX"} for token in range(start, stop)):
        return None
    low, high = trimmed(tree, start, stop)
    while low < high and tree.lower[low] in DASHES:
        low += 1
    names = [token for token in range(low, high) if tree.pos[token] == "PROPN" and tree.tag[token] != "POS"]
    head = names[-1] if names else high
    if head != high - 1 and (head >= high or tree.lower[head + 1] != ","):
        return None  # «…” — the Navy's famous ship»: the name must be the last word, or have something added to it
    return Attribution(VERBLESS, head, (), (low, high), head, (quoted.inner,), frame="quote")
