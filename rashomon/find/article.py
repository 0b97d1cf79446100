"""The find stage: one article in, all its findings out, through a literal list of steps."""

from collections.abc import Callable

import msgspec

from rashomon.find.claims import claims
from rashomon.find.dates import dates
from rashomon.find.events import events
from rashomon.find.figures import figures
from rashomon.find.incidents import incidents
from rashomon.find.mentions import mentions
from rashomon.find.parse import Parse, parse
from rashomon.find.rules import left_out, rules
from rashomon.find.statements import statements
from rashomon.find.ties import ties
from rashomon.gazetteer import Gazetteer, using
from rashomon.records import Article, Finding, Found, Issue, Page

Step = Callable[[Parse, Found], tuple[Finding, ...]]

STEPS: tuple[tuple[str, Step], ...] = (
    ("dates", lambda article, found: dates(article)),
    ("mentions", lambda article, found: mentions(article, found.dates)),
    ("statements", lambda article, found: statements(article, found.mentions)),
    ("events", lambda article, found: events(article, found.dates, found.mentions, found.statements)),
    ("figures", lambda article, found: figures(article, found.dates, found.mentions, found.statements, found.events)),
    ("ties", lambda article, found: ties(article, found.dates, found.mentions, found.statements, found.figures)),
    ("claims", lambda article, found: claims(article, found.dates, found.mentions, found.statements)),
    ("rules", lambda article, found: rules(article, found.dates, found.mentions, found.statements, found.events)),
    ("incidents", lambda article, found: incidents(article, found.dates, found.mentions, found.statements)),
)
"""Each step is given the parse and what the earlier ones found; its name is the field of Found that it fills."""


def find(page: Page, article: Article, known: Gazetteer | None = None) -> Found:
    """All findings of one article; a step that fails is an issue and yields nothing, the others go on.

    ``known`` replaces the shipped gazetteer.
    """
    with using(known):
        return found_in(page, article)


def found_in(page: Page, article: Article) -> Found:
    """All findings of one article by the gazetteer in use."""
    found = Found(article=article)
    try:
        parsed = parse(page, article)
    except ValueError as error:
        return msgspec.structs.replace(found, issues=(Issue(stage="find.parse", what=str(error), file=page.file, page=page.id),))
    for name, step in STEPS:
        found = taken(found, name, step, parsed)
    return msgspec.structs.replace(found, issues=(*found.issues, *left_out(parsed)))


def taken(found: Found, name: str, step: Step, parsed: Parse) -> Found:
    """What is found once one more step was taken."""
    try:
        return msgspec.structs.replace(found, **{name: step(parsed, found)})
    except Exception as error:  # one article must not cost the pile; the issue names the step and the cause
        what = f"{parsed.page.file}: no {name} could be found: {type(error).__name__}: {error}"
        issue = Issue(
            stage=f"find.{name}", what=what, file=parsed.page.file, page=parsed.page.id, start=parsed.article.blocks[0][0]
        )
        return msgspec.structs.replace(found, issues=(*found.issues, issue))
