"""Statements as the words that carry their content, sentence by sentence, so that two wordings can be laid side by side."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import msgspec

from rashomon.gazetteer import gazetteer
from rashomon.records import Article, Found, Mention, Span, Statement
from rashomon.words import entries

WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+")
SENTENCE = re.compile(r"(?<=[.!?;…])[”\"’]*\s+")
NOT = frozenset({"not", "no", "never", "nobody", "nothing", "neither", "nor", "without", "t"})
NO_DENIAL = re.compile(r"\b(?:no matter|no doubt|not only|no longer than|not least)\b")
FEWEST = 5  # content words below which a statement is only known again as an echo
SHORTEST = 3  # content words below which nothing can be told apart
PRONOUNS = frozenset("i he she it they we you who that which one this these those his her their its".split())
# Cues that are part of what is told: «ordered the army to leave» is «I gave the order to leave».
TELLING = frozenset({"planned", "refused", "denied"})


class Alike(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words that stand for each other."""

    example: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a statement, or all of it, as the words that carry its content."""

    order: tuple[str, ...]  # as they follow each other
    words: frozenset[str]
    denied: bool  # an odd number of negations
    figures: frozenset[str]
    names: frozenset[str]  # words that are written with a capital wherever they stand


@dataclass(frozen=True, slots=True)
class Wording:
    """A statement with its speaker and its sentences."""

    statement: Statement
    published: str  # day of the article; empty where it is not known to the day
    speaker: str  # actor key, or words; empty where only a pronoun is written
    speaks_for: str  # the state of a speaker who holds an office in it; a state speaks for itself
    office: str  # of a speaker whose name is not known, «president» of «the Kazakh president»
    actors: frozenset[str]  # whom the content names or addresses
    heads: bool  # stands in the headline
    whole: Sentence
    parts: tuple[Sentence, ...]  # its sentences, when there are several


def worded(found: Found, actors: Mapping[str, str]) -> Iterator[Wording]:
    """The statements of an article that say enough to be known again; what stands inside another of them is left to that."""
    day = found.article.published_on if found.article.published_precision == "day" else ""
    called = sorted((each for each in found.mentions if each.form != "pronoun"), key=lambda each: each.cited.start)
    starts = [each.cited.start for each in called]
    taken: list[Statement] = []
    for statement in found.statements:
        if statement.kind == "distanced" or any(within(statement, outer) and part_of(statement, outer) for outer in taken):
            continue
        whole = sentence(told(statement), disowned(statement))
        if len(whole.words) >= SHORTEST:
            taken.append(statement)
            speaker = actors.get(statement.speaker, statement.speaker) or statement.speaker_text.lower()
            parts = [sentence(text, disowned(statement)) for text in SENTENCE.split(text_of(statement))]
            role = None if statement.speaker else role_at(over(called, starts, statement.speaker_span))
            near = (mention for span in spans_told(statement) for mention in over(called, starts, span))
            yield Wording(
                statement=statement,
                published=day,
                speaker="" if speaker in PRONOUNS else speaker,
                speaks_for=f"state:{role.country}" if role else state_of(speaker),
                office=role.cited.quote.lower().split()[-1] if role else "",
                actors=frozenset(actors.get(mention.actor, mention.actor) for mention in near if mention.actor),
                heads=within_title(statement, found.article),
                whole=whole,
                parts=tuple(part for part in parts if len(part.words) >= SHORTEST) if len(parts) > 1 else (),
            )


def within_title(statement: Statement, article: Article) -> bool:
    """Whether a statement stands in the headline."""
    return article.title_span is not None and article.title_span[0] <= statement.cited.start < article.title_span[1]


def spans_told(statement: Statement) -> tuple[Span, ...]:
    """From the cue, behind which the addressee stands, to the content's end; of a cue behind its content the content alone."""
    behind = statement.cue_span is not None and statement.cue_span[1] <= statement.content[0][0]
    return (
        ((statement.cue_span[1], statement.content[0][0]), *statement.content)
        if behind and statement.cue_span
        else statement.content
    )


def over(called: Sequence[Mention], starts: Sequence[int], span: Span | None) -> Sequence[Mention]:
    """The mentions that begin in a span."""
    return () if span is None else called[bisect_left(starts, span[0]) : bisect_left(starts, span[1])]


def role_at(mentions: Sequence[Mention]) -> Mention | None:
    """An office of a state without its holder's name, «the Kazakh president»."""
    return next((each for each in mentions if each.form == "role" and not each.actor and each.country.isalpha()), None)


def within(inner: Statement, outer: Statement) -> bool:
    """Whether one statement stands in the content of another."""
    return any(low <= inner.content[0][0] < high for low, high in outer.content)


def part_of(inner: Statement, outer: Statement) -> bool:
    """Whether what somebody wants or rejects is a part of what he says, or who speaks for him: «Xi said China rejects it»."""
    own = inner.speaker in {"", outer.speaker, state_of(outer.speaker)}
    return inner.kind == "attitude" or (own and inner.status in TELLING)


def state_of(speaker: str) -> str:
    """The state for which the holder of an office speaks, «person:xi-jinping» for «state:CHN», as a state does for itself."""
    if speaker.startswith("state:"):
        return speaker
    actor = gazetteer().actors.get(speaker)
    return (
        f"state:{actor.country}" if actor is not None and actor.country and (actor.offices or actor.type == "government") else ""
    )


def text_of(statement: Statement) -> str:
    """The words of the content, without what stands between its pieces."""
    start, quote = statement.cited.start, statement.cited.quote
    return " ".join(quote[max(low - start, 0) : max(high - start, 0)] for low, high in statement.content)


def told(statement: Statement) -> str:
    """The words of the content, with those of a cue that is part of what is told."""
    telling = statement.kind == "attitude" or statement.status in TELLING
    return f"{statement.cue} {text_of(statement)}" if telling else text_of(statement)


def disowned(statement: Statement) -> bool:
    """«denied that it was closed» tells the contrary of its content; «rejected any attempt» does not."""
    return statement.status == "denied" and stem("oppose") not in content_words(statement.cue)


def sentence(text: str, disowned: bool) -> Sentence:
    """A text as its content words, its negations and its figures."""
    order = content_words(text)
    words = frozenset(order)
    every = WORD.findall(NO_DENIAL.sub("", text.lower()))
    small = frozenset(content_words(" ".join(word for word in WORD.findall(text) if word[0].islower())))
    figures = frozenset(word for word in words if word[0].isdigit())
    return Sentence(order, words, (sum(word in NOT for word in every) + disowned) % 2 == 1, figures, words - small - figures)


def content_words(text: str) -> tuple[str, ...]:
    """The stems of the words that carry content, in order, those that stand for each other made one."""
    stems = (stem(word) for word in WORD.findall(text.lower()) if (len(word) > 3 and word not in STOP) or word[0].isdigit())
    return tuple(alike_words().get(word, word) for word in stems)


STOP = frozenset(
    "that this these those with from have been were they them their there which what when where will would could should your "
    "also such into than then some more most other about after before because while during between against upon over under "
    "only very just even well said says both each being does whom whose here like make made "
    "give gave given gives giving take took taken takes taking".split()
)


def stem(word: str) -> str:
    """The word without the commonest endings, «opposes», «opposed» and «opposing» being one."""
    for ending in ("ations", "ation", "ing", "ed", "ies", "es", "s", "e", "y"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


@cache
def alike_words() -> dict[str, str]:
    """Each stem of a group and the first of its group."""
    path = Path(__file__).parent / "words" / "wordings.toml"
    return {stem(word): stem(group.words[0]) for group in entries(path, "alike", Alike) for word in group.words}
