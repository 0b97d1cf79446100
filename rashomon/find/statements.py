"""Who is reported to have said what to whom, through which channel."""

from collections import Counter
from dataclasses import dataclass

import msgspec

from rashomon.find.hedges import hedge
from rashomon.find.parse import Parse
from rashomon.find.statement.attribution import Attribution
from rashomon.find.statement.carried import carried, owned, scene
from rashomon.find.statement.channels import span_text
from rashomon.find.statement.colons import colon_attributions, dash_attributions
from rashomon.find.statement.comments import without_comment
from rashomon.find.statement.cues import Kind, listed
from rashomon.find.statement.marked import Quoted
from rashomon.find.statement.nominals import nominal_attributions
from rashomon.find.statement.pairing import in_tokens, paired
from rashomon.find.statement.pointing import pointing_attributions
from rashomon.find.statement.quotes import quotations
from rashomon.find.statement.somebody import OURS
from rashomon.find.statement.speakers import FIRST_PERSON, NOBODY, Mentioned, Speaker, mentioned, speaker
from rashomon.find.statement.standpoints import standpoint_attributions
from rashomon.find.statement.tags import tag_attributions
from rashomon.find.statement.tree import Range, Tree, tree
from rashomon.find.statement.uttering import uttered
from rashomon.find.statement.verbs import verb_attributions
from rashomon.records import Form, Mention, Span, Statement, Status, place_id


@dataclass(frozen=True, slots=True)
class Said:
    """An attribution with its speaker and the chain of voices it stands in."""

    attribution: Attribution
    speaker: Speaker
    voice: tuple[str, ...]
    ours: bool = False  # «as we know»: the author's own word


def statements(parse: Parse, mentions: tuple[Mention, ...]) -> tuple[Statement, ...]:
    """Every statement, in text order, outer before inner; the voice of each ends in its speaker, where that is somebody."""
    words = tree(parse.doc)
    found = read(words, parse.paragraphs)
    quoteds = in_tokens(words, quotations(parse.text, parse.paragraphs), parse.paragraphs)
    result = paired(words, found, quoteds)
    marked = inside_marks(words, quoteds)
    filled = tuple(each for each in result.attributions if any(on_page(parse, words, piece) for piece in each.content))
    said = voiced(parse, words, filled, mentioned(mentions), marked)
    spoken = [recorded(parse, words, each, form_of(words, each.attribution.content, marked)) for each in said]
    heard = heard_in(words, said)
    aloof = [
        distanced(parse, words, quoted, heard[quoted.inner[0]])
        for quoted in result.distanced
        if on_page(parse, words, quoted.inner)  # «speak about» before a blank line: nothing is said on the page
    ]
    return numbered(sorted((*spoken, *aloof), key=lambda each: (each.content[0][0], -each.content[-1][1], len(each.voice))))


def read(words: Tree, paragraphs: tuple[Span, ...]) -> list[Attribution]:
    """The attributions by cues, one a cue; what the wording of a tag shows outranks what the parser made of it."""
    cued = (*verb_attributions(words), *nominal_attributions(words), *standpoint_attributions(words))
    found = [*uttered(words, cued), *colon_attributions(words, paragraphs), *dash_attributions(words, paragraphs)]
    known = {attribution.head: attribution for attribution in found}
    for wording in (tag_attributions(words, known), pointing_attributions(words, found)):
        known.update((attribution.head, attribution) for attribution in wording)
    return [without_comment(words, attribution) for attribution in known.values()]


def voiced(
    parse: Parse, words: Tree, attributions: tuple[Attribution, ...], mentions: Mentioned, marked: list[bool]
) -> list[Said]:
    """Each attribution with its speaker and voice, outer before inner."""
    order = sorted(attributions, key=lambda each: (-breadth(each.content), each.within is not None, each.head))
    holders = innermost(words, order)
    place_of = {attribution.head: place for place, attribution in enumerate(order)}
    own_of = {attribution.head: speaker(parse, words, attribution, mentions) for attribution in order}
    around = scene(parse, words, mentions, marked)
    own_of = carried(around, order, own_of)
    done: dict[int, Said] = {}
    for place, attribution in enumerate(order):
        holder = place_of.get(attribution.within, holders[place]) if attribution.within is not None else holders[place]
        outer = None if holder is None else done.get(holder)
        own = own_of[attribution.head]
        if outer is not None and own.text.lower() in FIRST_PERSON:
            own = Speaker(own.text, outer.speaker.name, own.span)
        elif outer is not None:
            own = owned(around, (outer.attribution, outer.speaker), attribution, own)
        chain = outer.voice if outer is not None else (parse.outlet,)
        ours = is_ours(attribution, own, outer is not None, marked)
        silent = ours or not own.speaks or own.name in {"", chain[-1]}
        done[place] = Said(attribution, own, chain if silent else (*chain, own.name), ours and outer is None)
    return list(done.values())


def is_ours(attribution: Attribution, own: Speaker, reported: bool, marked: list[bool]) -> bool:
    """«as we know», «as you remember» is the word of whose words it stands in; in marks of an unknown speaker it is not."""
    head = attribution.source_head
    anybody = own.text.lower() == "one" and attribution.cue.kind == "belief"  # «one gets the impression that»
    return (anybody or own.text.lower() in OURS) and (reported or not (head is not None and marked[head]))


def breadth(content: tuple[Range, ...]) -> int:
    """The tokens of a content."""
    return sum(high - low for low, high in content)


def innermost(words: Tree, order: list[Attribution]) -> list[int | None]:
    """For each attribution, broadest first, the narrowest broader one whose content holds its cue."""
    owner: list[int | None] = [None] * len(words)
    found: list[int | None] = []
    for place, attribution in enumerate(order):
        found.append(owner[attribution.head])
        for low, high in attribution.content:
            owner[low:high] = [place] * (high - low)
    return found


def heard_in(words: Tree, said: list[Said]) -> list[tuple[str, ...]]:
    """For each token the voice it stands in; empty when that is the article's own."""
    voices: list[tuple[str, ...]] = [()] * len(words)
    for each in said:  # broadest first, so that the innermost is left
        for low, high in each.attribution.content:
            voices[low:high] = [each.voice] * (high - low)
    return voices


def inside_marks(words: Tree, quoteds: list[Quoted]) -> list[bool]:
    """Whether each token stands between marks."""
    marked = [False] * len(words)
    for quoted in quoteds:
        marked[quoted.inner[0] : quoted.inner[1]] = [True] * (quoted.inner[1] - quoted.inner[0])
    return marked


def form_of(words: Tree, content: tuple[Range, ...], marked: list[bool]) -> Form:
    """Direct when nine words in ten stand between marks, indirect when none does."""
    places = [token for low, high in content for token in range(low, high) if words.lower[token][:1].isalnum()]
    share = sum(marked[token] for token in places) / max(len(places), 1)
    if share >= 0.9:
        return "direct"
    return "mixed" if share else "indirect"


def recorded(parse: Parse, words: Tree, said: Said, form: Form) -> Statement:
    """The statement of an attribution."""
    attribution = said.attribution
    content = [span for piece in attribution.content for span in on_page(parse, words, piece)]
    start, end = words.start[attribution.content[0][0]], words.end[attribution.content[-1][1] - 1]
    cue = (words.start[attribution.words[0]], words.end[attribution.words[-1]]) if attribution.words else None
    addressee = attribution.addressee
    return Statement(
        id=place_id("statement", parse.page.id, *content[0]),
        article=parse.article.id,
        cited=parse.cite(start, end),
        sentence=parse.sentence(min(start, cue[0]), max(end, cue[1])) if cue else parse.sentence(start, end),
        voice=said.voice,
        status="refused" if turned_down(words, attribution) else stated_by_us(said, status_of(words, attribution)),
        negated=attribution.negated,
        speaker=said.speaker.actor,
        speaker_text=said.speaker.text,
        speaker_span=said.speaker.span,
        content=tuple(content),
        form=form,
        cue=" ".join(words.doc[token].text for token in attribution.words),
        cue_span=parse.in_page(*cue) if cue else None,
        addressee=span_text(words, addressee) if addressee else "",
        channel=span_text(words, attribution.channel) if attribution.channel else "",
        hedge=hedge_of(parse, words, attribution),
        kind=kind_of(words, attribution),
        endorsed=attribution.endorsed,
    )


# What a cue makes of its content once it is negated: «does not rule out a strike», «does not plan to strike».
NEGATED: dict[Status, Status] = {"denied": "possible", "planned": "refused", "refused": "reported"}


def hedge_of(parse: Parse, words: Tree, attribution: Attribution) -> str:
    """The hedge in the cue and the adverbs on it, as written, «reportedly said», «does not rule out»."""
    if not attribution.words:
        return ""
    low, high = attribution.words[0], attribution.words[-1] + 1
    inner = [token for token in words.kids[attribution.head] if words.dep[token] in {"advmod", "aux", "neg"}]
    low, high = min([low, *inner]), max([high, *(token + 1 for token in inner)])
    found = None if high - low > LONGEST_CUE else hedge(parse.text[words.start[low] : words.end[high - 1]])
    return found.text if found else ""


def stated_by_us(said: Said, status: Status) -> Status:
    """«we remember that …»: what the author recalls to his readers he states."""
    return "stated" if said.ours and status == "reported" else status


LONGEST_CUE = 12  # tokens between the words of a cue and its adverbs


def status_of(words: Tree, attribution: Attribution) -> Status:
    """The status that the cue gives to the content; of a word not yet spoken, «will say», that of the speaking."""
    status = attribution.cue.status
    if attribution.negated:
        return NEGATED.get(status, status)
    modal = next((words.lower[token] for token in attribution.words if words.dep[token] == "aux"), "")
    return UNSPOKEN.get(modal, status) if status == "reported" and attribution.cue.kind == "speech" else status


def kind_of(words: Tree, attribution: Attribution) -> Kind:
    """Speech where words are handed on, whatever the cue; an attitude where a thing is only turned down."""
    if attribution.frame in SPOKEN:
        return "speech"
    return "attitude" if turned_down(words, attribution) else attribution.cue.kind


def turned_down(words: Tree, attribution: Attribution) -> bool:
    """«rejected the offer»: no denial, as «rejected the claim» is one."""
    if attribution.negated or attribution.cue.status != "denied" or attribution.frame != "object":
        return False
    low, high = attribution.content[-1]
    return not any(words.lemma[token] in listed("deniable") for token in range(low, min(high, low + 4)))


SPOKEN = frozenset({"quote", "marks", "colon", "citing", "according"})  # frames in which words are handed on, whatever the cue
UNSPOKEN: dict[str, Status] = {
    "will": "planned",
    "shall": "planned",
    "’ll": "planned",
    "'ll": "planned",
    "would": "possible",
    "could": "possible",
    "may": "possible",
    "might": "possible",
    "should": "possible",
    "can": "possible",
}


def on_page(parse: Parse, words: Tree, piece: Range) -> tuple[Span, ...]:
    """The page's spans of a token range, without the commas at its ends."""
    low, high = piece
    while high - low > 1 and words.lower[high - 1] in EDGES:
        high -= 1
    while high - low > 1 and words.lower[low] in EDGES:
        low += 1
    piece = low, high
    return parse.spans_in_page(words.start[piece[0]], words.end[piece[1] - 1])


EDGES = frozenset({",", ";", ":", "“", "”", "«", "»", "„", "``", '"', "''", "–", "—"})


def distanced(parse: Parse, words: Tree, quoted: Quoted, voice: tuple[str, ...]) -> Statement:
    """Marked words that are nobody's speech; a term in lower case is one that the writer does not make his own."""
    low, high = quoted.inner
    start, end = words.start[low], words.end[high - 1]
    name = all(
        words.doc[token].text[:1].isupper() for token in range(low, high) if words.pos[token] in {"NOUN", "PROPN", "ADJ", "VERB"}
    )
    status: Status = "stated" if name else "alleged"
    content = on_page(parse, words, quoted.inner)
    return Statement(
        id=place_id("statement", parse.page.id, *content[0]),
        article=parse.article.id,
        cited=parse.cite(start, end),
        sentence=parse.sentence(start, end),
        voice=voice or (parse.outlet,),
        status=status,
        speaker=NOBODY.actor,
        speaker_text=NOBODY.text,
        content=content,
        form="direct",
        kind="distanced",
    )


def numbered(found: list[Statement]) -> tuple[Statement, ...]:
    """The statements with «-2», «-3» where several share a place."""
    seen: Counter[str] = Counter()
    result = []
    for each in found:
        seen[each.id] += 1
        result.append(each if seen[each.id] == 1 else msgspec.structs.replace(each, id=f"{each.id}-{seen[each.id]}"))
    return tuple(result)
