"""Names, epithets, roles and pronouns of an article, and whom they mean."""

from collections.abc import Collection, Iterable, Sequence

from spacy.tokens import Doc

from rashomon.find.mention_named import Named, Setting, named, setting_of
from rashomon.find.mention_roles import agents_in, resolved, role_at
from rashomon.find.mention_runs import Run, Verdict, cues, judged, runs
from rashomon.find.mention_use import use_of, words_at
from rashomon.find.parse import Parse
from rashomon.folded import Word, fold, words_of
from rashomon.gazetteer import Gazetteer, gazetteer
from rashomon.records import Date, Mention, place_id

SHOUTING = 0.7  # share of capitals among the letters from which a text counts as written in capitals throughout


def mentions(parse: Parse, dates: tuple[Date, ...], known: Gazetteer | None = None) -> tuple[Mention, ...]:
    """Every mention of an actor or place, in text order; ``known`` replaces the shipped gazetteer."""
    names = known or gazetteer()
    words = words_of(parse.text)
    matches = names.matches(words, parse.text, is_shouting(parse.text))
    setting = setting_of(matches, parse.article.published_on)
    found = [item for match in matches if (item := named(match, words, parse.text, parse.doc, setting))]
    found = kept(found, parse.doc)
    titled = agents_in(names, words, parse.text, [False] * len(words))
    found += unknown(parse.doc, found, {words[last - 1].end for _, last, _ in titled})
    found += roles(parse, words, found, names, setting)
    return tuple(mention(parse, item, number) for item, number in numbered(sorted(found, key=lambda n: (n.start, -n.end))))


def is_shouting(text: str) -> bool:
    """Whether a text is written in capitals throughout, as old wire news is."""
    letters = [letter for letter in text[:20_000] if letter.isalpha()]
    return bool(letters) and sum(letter.isupper() for letter in letters) > SHOUTING * len(letters)


def kept(found: Iterable[Named], doc: Doc) -> list[Named]:
    """Without surnames that belong to a longer, unknown name: «Timur Tokayev» is no Kassym-Jomart."""
    return [item for item in found if item.type != "person" or not is_other(item, doc)]


def is_other(item: Named, doc: Doc) -> bool:
    """Whether a lone surname has an unknown given name before it."""
    around = words_at(doc, item.start, item.end)
    if len(around) > 1 or around.start == 0:
        return False
    before = doc[around.start - 1]
    titles = fold(before.text) in gazetteer().most or fold(before.text) in titles_before()
    return before.pos_ == "PROPN" and before.text[0].isupper() and before.is_alpha and not titles


def titles_before() -> frozenset[str]:
    """Words that stand before a name without being part of it."""
    return frozenset(cues()[0])


def unknown(doc: Doc, found: Sequence[Named], roles_end: Collection[int]) -> list[Named]:
    """Persons, organisations and places that only the article names; «Foreign Ministry» by itself is a role."""
    listed = [run for run in runs(doc, covered(doc, found)) if doc[run.first : run.last].end_char not in roles_end]
    verdicts = judged(doc, listed)
    full = {run.text(doc) for run in verdicts if verdicts[run].type == "person" and run.last - run.first > 1}
    return [of_run(doc, run, verdict, full) for run, verdict in verdicts.items()]


def of_run(doc: Doc, run: Run, verdict: Verdict, full: Iterable[str]) -> Named:
    """The mention a run makes; a surname takes the full name that one person of the article has."""
    text = run.text(doc)
    bearers = sorted(name for name in full if name.split()[-1] == text)
    name = bearers[0] if len(bearers) == 1 else text
    span = doc[run.first : run.last]
    return Named(
        start=span.start_char,
        end=span.end_char,
        actor=f"name:{fold(name)}" if verdict.type != "place" else f"place:{fold(name).replace(' ', '-')}",
        name=name,
        type=verdict.type,
        sector=verdict.sector,
        use="place" if verdict.type == "place" else use_of(span),
        why=verdict.why,
    )


def covered(doc: Doc, found: Iterable[Named]) -> list[bool]:
    """Which tokens of the document stand inside what is found."""
    taken = [False] * len(doc)
    for item in found:
        for token in words_at(doc, item.start, item.end):
            taken[token.i] = True
    return taken


def roles(parse: Parse, words: Sequence[Word], found: Sequence[Named], known: Gazetteer, setting: Setting) -> list[Named]:
    """Roles and groups that are no title of a name right after them."""
    doc = parse.doc
    ends, starts = {}, {}
    for item in found:
        span = words_at(doc, item.start, item.end)
        ends[span.end - 1], starts[span.start] = item, item
    marked = covered(doc, found)
    taken = [marked[words_at(doc, word.start, word.end).start] for word in words]
    present = [known.actors[item.actor] for item in found if item.type == "person" and item.actor in known.actors]
    made = []
    for first, last, agent in agents_in(known, words, parse.text, taken):
        span = words_at(doc, words[first].start, words[last - 1].end)
        following = starts.get(span.end)
        titled = following is not None and following.type == "person"
        if titled or span.root.pos_ not in {"NOUN", "PROPN"} or use_of(span) == "modifier":
            continue
        role = role_at(doc, span[0], span[-1], agent, ends | starts)
        made.append(resolved(role, doc, known, setting.day, dict.fromkeys(present)))
    return made


def numbered(found: Iterable[Named]) -> Iterable[tuple[Named, int]]:
    """Each mention with its number among those that share its place."""
    seen: dict[tuple[int, int], int] = {}
    for item in found:
        place = item.start, item.end
        seen[place] = seen.get(place, 0) + 1
        yield item, seen[place]


def mention(parse: Parse, item: Named, number: int) -> Mention:
    """The record of a mention."""
    start, end = parse.in_page(item.start, item.end)
    return Mention(
        id=place_id("mention", parse.page.id, start, end) + (f"-{number}" if number > 1 else ""),
        article=parse.article.id,
        cited=parse.cite(item.start, item.end),
        sentence=parse.sentence(item.start, item.end),
        voice=(parse.outlet,),
        type=item.type,
        actor=item.actor,
        name=item.name,
        country=item.country,
        sector=item.sector,
        use=item.use,  # type: ignore[arg-type]
        form=item.form,  # type: ignore[arg-type]
        why=item.why,
    )
