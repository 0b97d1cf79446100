"""What a report is made of: the records of a case, and what was concluded about them."""

from collections.abc import Mapping

import msgspec

from rashomon.compare.sources import UNGRADED, Facts, Grade
from rashomon.records import Article, Comparison, Dropped, Found, Issue, Judgement, Page

DEFAULT_GRADE = UNGRADED
"""Admiralty: reliability cannot be judged, truth cannot be judged; what holds until a person says otherwise."""


class Actor(msgspec.Struct, frozen=True, kw_only=True):
    """What an actor is called, and what it is."""

    name: str
    type: str = ""
    country: str = ""


class Contents(msgspec.Struct, frozen=True, kw_only=True):
    """All that a report shows, in the order in which it is to be shown."""

    title: str = ""  # of the case
    pages: tuple[Page, ...] = ()
    articles: tuple[Article, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    issues: tuple[Issue, ...] = ()
    founds: tuple[Found, ...] = ()
    actors: Mapping[str, str] = {}  # actor key -> representative key
    names: Mapping[str, Actor] = {}  # representative key -> what it is called
    groups: Mapping[str, str] = {}  # statement or event id -> id of the one that stands for its group
    copies: Mapping[str, str] = {}  # article id -> id of the article it is a copy of
    comparisons: tuple[Comparison, ...] = ()  # conflicts, agreements and rival explanations («cause», «aim»), weightiest first
    new: frozenset[str] = frozenset()  # ids of the comparisons that are new since the last run
    judgements: tuple[Judgement, ...] = ()
    grades: Mapping[str, Grade] = {}  # outlet -> its Admiralty grade, and why a person set it
    facts: Mapping[str, Facts] = {}  # outlet -> what the case holds for and against it
