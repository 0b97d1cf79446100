"""One page cut into its articles, and the rest dropped with a reason."""

from collections.abc import Iterator, Sequence

import msgspec

from rashomon.read import bylines, naming, published
from rashomon.read.cutting import cut
from rashomon.read.heads import content
from rashomon.read.language import language_of
from rashomon.read.lines import Line, lines_of
from rashomon.read.origins import origin_of, translated
from rashomon.read.pieces import Piece
from rashomon.read.teasers import teasers
from rashomon.records import Article, Cut, Dropped, Page, Span, place_id

ABOVE = 4  # lines above the headline that may hold date and author
BELOW = 10  # lines below the first line of text that may, when they are not text
KEYWORDS = 3  # commas, from which on a line that is no sentence is a list of keywords
FEW = 0.2  # share of function words that a list does not reach
SENTENCE = 8  # words
CAPTION = 15  # words; a line without an end so long, in the middle of an article, tells of a picture
REPEATED = 0.8  # share of a cut-off line's words that stand in the first paragraph it repeats
HEADLINE_ABOVE = 30  # lines that may stand between a headline and its text
MASTHEAD = 3  # lines at the top of a page in which its outlet may be named
NOTICE = 60  # words; a longer line is no notice
OPENING = 8  # lines of a text in which its headline's words come back
LEDE = 3000  # characters of a first paragraph
BYLINES = ("byline", "date line")  # lines on which an author is named
NEXT = 3  # lines after the text in which a byline is this article's
MOST_AUTHORS = 8
TAIL = 12  # lines after the text that may still say something about it


class Part(msgspec.Struct, frozen=True):
    """One article as lines: its text, what stands before it and what stands after it."""

    text: tuple[int, ...]
    head: tuple[int, ...]
    tail: tuple[int, ...]
    title: int = -1
    biography: tuple[int, ...] = ()


class Known(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of a page when its lines are told apart that belong to no article."""

    titles: frozenset[str]
    authors: frozenset[str]
    ledes: tuple[set[str], ...]
    heads: frozenset[int]
    biographies: frozenset[int]
    teasers: frozenset[int]
    first: int  # line of text
    last: int


def articles(page: Page) -> Cut:
    """The articles of a page with their metadata; every other stretch of its text is in ``dropped``."""
    lines = lines_of(page.text)
    parts = parts_of(lines, [declared_title(lines, piece, page.declared) for piece in cut(lines, chosen(lines, page.declared))])
    found = tuple(article_of(page, lines, part, parts) for part in parts)
    return Cut(page=page, articles=found, dropped=tuple(dropped(page, lines, parts, found)))


def chosen(lines: Sequence[Line], declared: dict[str, str]) -> list[bool]:
    """Whether an extractor took each line for text, by the spans in declared["main"], «12-80 90-200»; empty when there are none.

    The declared headline is no text, though extractors like to take it along.
    """
    spans = [(int(start), int(end)) for start, _, end in (span.partition("-") for span in declared.get("main", "").split())]
    marks, passed, title = [], 0, declared.get("title", "").casefold()
    for line in lines:
        while passed < len(spans) and spans[passed][1] <= line.start:
            passed += 1
        marks.append(passed < len(spans) and spans[passed][0] < line.end and line.text.casefold() != title)
    return marks if spans else []


def declared_title(lines: Sequence[Line], piece: Piece, declared: dict[str, str]) -> Piece:
    """The article with the headline its markup declares, when that stands soon above its text; the lowest of several.

    What no word of the text repeats is the site's name and no headline.
    """
    wanted = letters(declared.get("title", ""))
    if not wanted:
        return piece
    said = set().union(*(content(lines[line].text[:LEDE]) for line in piece.text[:OPENING]))
    above = range(piece.text[0] - 1, max(-1, piece.text[0] - 1 - HEADLINE_ABOVE), -1)
    same = (line for line in above if letters(lines[line].text) == wanted)
    title = next((line for line in same if piece.title < 0 or content(lines[line].text) & said), piece.title)
    return Piece(title, tuple(range(title + 1, piece.text[0])), piece.text) if title != piece.title else piece


def parts_of(lines: Sequence[Line], pieces: Sequence[Piece]) -> list[Part]:
    """The articles with their heads and tails; a line belongs to one of them only."""
    parts = []
    for number, piece in enumerate(pieces):
        before = pieces[number - 1].text[-1] if number else -1
        after = pieces[number + 1] if number + 1 < len(pieces) else None
        end = len(lines) if after is None else min((after.title, *after.head, *after.text)) if after.title >= 0 else after.text[0]
        parts.append(part_of(lines, piece, before + 1, end))
    return parts


def part_of(lines: Sequence[Line], piece: Piece, low: int, high: int) -> Part:
    """One article among the lines low to high, with what stands around its text."""
    text, top = piece.text, piece.title if piece.title >= 0 else piece.text[0]
    around = range(max(low, top - ABOVE), min(high, text[0] + BELOW))
    others = {line for line in range(low, min(top, low + NEXT)) if low and is_cue(lines[line], "byline")}  # of the text above
    tail = range(text[-1] + 1, min(high, text[-1] + 1 + TAIL))
    beside = [line for line in range(around.start, tail.stop) if line not in text and line != piece.title]
    return Part(
        text=text,
        head=tuple(line for line in around if line in beside and line not in others),
        tail=tuple(tail),
        title=piece.title,
        biography=tuple(line for line in beside if line > top and naming.biography(lines[line].text) is not None),
    )


def article_of(page: Page, lines: Sequence[Line], part: Part, parts: Sequence[Part]) -> Article:
    """The article record of one part."""
    blocks = tuple(block_of(lines[line]) for line in part.text)
    title_span = (lines[part.title].start, lines[part.title].end) if part.title >= 0 else None
    declared = page.declared if len(parts) == 1 else {}
    title = page.text[slice(*title_span)] if title_span else declared.get("title", "")
    body = "\n".join(page.text[start:end] for start, end in blocks)
    day = dated(lines, part, declared, body)
    notes = [lines[line].text for line in part.biography]
    return Article(
        id=place_id("article", page.id, blocks[0][0], blocks[-1][1]),
        page=page.id,
        blocks=blocks,
        title=title,
        title_span=title_span,
        author=author_of(lines, part, declared),
        outlet=outlet_of(page, lines, parts, title),
        published_on=day.on,
        published_precision=day.precision,
        published_from=day.origin,
        published_anchor=day.anchor,
        language=language_of(body),
        origin=origin_of(body, [lines[line].text for line in part.tail]),
        note="\n".join(notes),
        translated=any(translated(lines[line].text) for line in part.tail),
    )


def block_of(line: Line) -> Span:
    """The span of a line of text, without the outlet's name in slashes before it."""
    slashed = naming.SLASHED.match(line.text)
    return line.start + (slashed.end() if slashed else 0), line.end


def dated(lines: Sequence[Line], part: Part, declared: dict[str, str], body: str) -> published.Published:
    """When the article was published: what its head says, else its markup, else what its text lets one conclude, else unknown."""
    said = published.stated(lines[line].text for line in part.head if line != part.title)
    if not said.on and declared.get("published_on"):
        said = published.declared_date(declared["published_on"])
    return said if said.on else published.derived(body)


def author_of(lines: Sequence[Line], part: Part, declared: dict[str, str]) -> str:
    """Who wrote it: byline, else what the markup declares, else the biography, else a name beside the date or above it."""
    said = [name for line in part.head if is_cue(lines[line], *BYLINES) for name in bylines.certain(whole_byline(lines, line))]
    below = [name for line in part.tail[:NEXT] if is_cue(lines[line], "byline") for name in bylines.certain(lines[line].text)]
    told = [name for line in part.biography if (name := naming.biography(lines[line].text))]
    given = bylines.declared_names(declared["author"]) if declared.get("author") else []
    return ", ".join(dict.fromkeys((said or below or given or told[:1] or signed(lines, part))[:MOST_AUTHORS]))


def whole_byline(lines: Sequence[Line], line: int) -> str:
    """The line, and with the next one after a bare «By»."""
    text = lines[line].text
    return f"{text} {lines[line + 1].text}" if text.strip(": ").lower() == "by" and line + 1 < len(lines) else text


def signed(lines: Sequence[Line], part: Part) -> list[str]:
    """The name on the line of the date, or alone between headline and date."""
    dates = [line for line in part.head if is_cue(lines[line], *BYLINES)]
    alone = [
        line for line in part.head if line == part.title + 1 and part.title >= 0 and lines[line].cue is None and line + 1 in dates
    ]
    named = [bylines.likely(lines[line].text) for line in dates] + [bylines.alone(lines[line].text) for line in alone]
    return next(filter(None, named), [])


def is_cue(line: Line, *reasons: str) -> bool:
    """True when the line shows a cue of one of those reasons."""
    return line.cue is not None and line.cue.reason in reasons


def outlet_of(page: Page, lines: Sequence[Line], parts: Sequence[Part], title: str) -> str:
    """The outlet as declared, or as the page's own notices and masthead name it."""
    declared = page.declared.get("outlet", "")
    text = {line for part in parts for line in part.text}
    slashed = next((match["name"] for line in lines[:5] if (match := naming.SLASHED.match(line.text))), "")
    notices = (line.text for number, line in enumerate(lines) if number not in text and line.words <= NOTICE)
    top = range(min(MASTHEAD, len(lines) - 1, *(part.text[0] if part.title < 0 else part.title for part in parts)))
    masthead = next((name for line in top if (name := naming.masthead(lines[line].text, lines[line + 1].text))), "")
    named = slashed or naming.outlet(title, [line.text for line in lines[:3]], notices) or masthead
    return named or declared if naming.HOST.fullmatch(declared) else declared or named


def dropped(page: Page, lines: Sequence[Line], parts: Sequence[Part], found: Sequence[Article]) -> Iterator[Dropped]:
    """Every line that is in no article, and the pieces cut off its lines; neighbours of one reason are one stretch."""
    stretches: list[tuple[int, int, str]] = []
    kept = {line for part in parts for line in (*part.text, part.title)}
    for start, end, reason in left_over(lines, parts, found, kept):
        if (
            stretches
            and stretches[-1][2] == reason
            and not any(stretches[-1][1] <= lines[line].start < start for line in kept if line >= 0)
        ):
            stretches[-1] = (stretches[-1][0], end, reason)
        else:
            stretches.append((start, end, reason))
    for start, end, reason in stretches:
        yield Dropped(
            id=place_id("dropped", page.id, start, end),
            page=page.id,
            start=start,
            end=end,
            text=page.text[start:end],
            reason=reason,
        )


def left_over(
    lines: Sequence[Line], parts: Sequence[Part], found: Sequence[Article], kept: set[int]
) -> Iterator[tuple[int, int, str]]:
    """The stretches in no article, with the reason of each."""
    known = Known(
        titles=frozenset(article.title.casefold() for article in found),
        authors=frozenset(letters(name) for article in found for name in article.author.split(", ") if name),
        ledes=tuple(content(lines[part.text[0]].text[:LEDE]) for part in parts),
        heads=frozenset(line for part in parts for line in part.head),
        biographies=frozenset(line for part in parts for line in part.biography),
        teasers=frozenset(teasers(lines)),
        first=min((part.text[0] for part in parts), default=len(lines)),
        last=max((part.text[-1] for part in parts), default=-1),
    )
    titles = {part.title for part in parts}
    for number, line in enumerate(lines):
        slashed = naming.SLASHED.match(line.text) if number in kept and number not in titles else None
        if number not in kept:
            yield line.start, line.end, reason_of(line, number, known)
        elif slashed:
            yield line.start, line.start + slashed.end(), "date line"


def reason_of(line: Line, number: int, known: Known) -> str:
    """Why a line was dropped: what it says, else what it repeats, else its shape and its place."""
    if number in known.biographies:
        return "biography"
    if line.cue is not None:
        return line.cue.reason
    if line.text.casefold() in known.titles:
        return "title"
    if letters(line.text) in known.authors:
        return "byline"
    if line.cut_off:
        words = content(line.text[:LEDE])
        return "repeated lede" if any(words and len(words & lede) >= REPEATED * len(words) for lede in known.ledes) else "teaser"
    return reason_of_shape(line, number, known)


def reason_of_shape(line: Line, number: int, known: Known) -> str:
    """Why a line was dropped that says nothing of itself."""
    if line.text.count(",") >= KEYWORDS and not line.ends and line.function < FEW:
        return "section" if number in known.heads else "tags"
    if number in known.teasers:
        return "teaser"
    if line.times > 1:
        return "repeated line"
    if number < known.last and line.words >= SENTENCE and line.ends:
        return "too little text"
    if known.first < number < known.last and line.words >= CAPTION:
        return "caption"
    return "teaser" if line.words >= (5 if number > known.last else SENTENCE) else "navigation"


def letters(text: str) -> str:
    """The letters of a text, in small: what tells whether two names are the same."""
    return "".join(character for character in text.casefold() if character.isalpha())
