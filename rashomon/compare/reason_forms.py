"""Reasons as the press words them, «the cause of the fire was a spark», found in a sentence by forms that are data."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Literal

import msgspec

from rashomon.records import Span
from rashomon.words import entries

FILE = Path(__file__).parent / "words" / "reasons.toml"
LONGEST = 240  # characters of a slot
SHORTEST = 3
WORD = re.compile(r"\w+(?:-\w+)*")
GAP = "…"
WITH_DEED = "{what…}"
PASSED = r"(?:[^\s;:“”\"]+\s+){0,8}?"  # the words for which a gap stands
NEAR = 500  # characters before a reason in which the sentence may leave it open
MOST = 8  # reasons of one sentence; one with more is a list or damage
# Where a clause begins, for a slot before the first words of a form, and where it ends.
BEGINS = re.compile(
    r"[;:,“”\"(–—]|\b(?:that|because|while|whereas|although|but|said|says|say|which|who|if|and then|found|concluded|told)\b",
    re.IGNORECASE,
)
SAID = "said|says|say|told|announced|insist(?:s|ed)|claim(?:s|ed)|believes?|added|reported|wrote|concluded|found|ruled|stated"
ENDS = re.compile(
    r"[;:(“”\"]|\.(?=\s|$)| [–—] "
    r"|, (?:and|but|while|which|who|as|although|after|when|whose|with|according|in|on|at|by|well)\b"
    rf"|, (?:the|a|its|his|her|their) (?:\w+ ){{1,6}}(?:{SAID})\b|,[^,]{{1,60}}\b(?:{SAID}|according)\b"
    r"| and (?:was|were|is|has|had|will|\w+ed)\b",
    re.IGNORECASE,
)
SOLE = re.compile(  # the sentence rules other reasons out
    r"\b(?:and not|nothing else|no one else|nobody else|solely|alone (?:is|was|are|were|caused)|rather than|instead of|pretext"
    r"|(?:real|only|sole|true) (?:purpose|aim|reason|goal|cause)|merely|did not play|nothing to do with)\b"
    r"|, not (?:the|a|an|any)\b",
    re.IGNORECASE,
)
OPEN = re.compile(  # the sentence leaves it open
    r"\b(?:(?-i:may)|might|could|would|if|whether|possibly|perhaps|probably|likely|suspects?|suspected|suspicion|unclear|unknown"
    r"|fears?)\b",
    re.IGNORECASE,
)
ASIDE = re.compile(r", [^,.;]{1,60}, ?$")  # «a spark, and no bomb, caused»
TRAILING = re.compile(r"\b(?:has|have|had|having|also|then|thus|in turn)$", re.IGNORECASE)  # «the spark has» led to
HANGING = re.compile(r"(?:^|\s)(?:is|are|was|were|been|be|not|never|to|no)$|^(?:by|of|to|for|whether|not)\s", re.IGNORECASE)
Kind = Literal["cause", "responsibility", "aim"]


class Form(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One entry of words/reasons.toml."""

    kind: Kind
    form: str
    sole: bool = False
    loose: bool = False


class Reason(msgspec.Struct, frozen=True):
    """A reason found: the spans of what is explained and of the answer."""

    kind: Kind
    what: Span
    why: Span
    sole: bool
    loose: bool = False  # a reason only if the answer is of a known family


@cache
def forms() -> tuple[tuple[Form, re.Pattern[str]], ...]:
    """The forms with their expressions; a slot at the beginning is left to the look back."""
    return tuple((form, re.compile(expression(form.form), re.IGNORECASE)) for form in entries(FILE, "reason", Form))


def forms_of(words: frozenset[str]) -> tuple[tuple[Form, re.Pattern[str]], ...]:
    """The forms that a sentence of these words may have."""
    return tuple(pair for pair in forms() if telling_words(pair[0].form) & words) if words else ()


@cache
def known_words() -> frozenset[str]:
    """The words of which every form has one."""
    return frozenset().union(*(telling_words(form.form) for form, _ in forms()))


@cache
def telling_words(form: str) -> frozenset[str]:
    """Words of which a form has one: the first words of its least common alternatives, for which their length stands."""
    return frozenset(one.split("_")[0] for one in max(literals(form), key=shortest).split("|"))


def literals(form: str) -> list[str]:
    """The words of a form outside its slots, and those that a slot gives itself."""
    words = [word.strip("{}").rpartition(":")[2] if ":" in word else word for word in form.split()]
    return [word for word in words if not word.startswith("{") and word != GAP]


def shortest(word: str) -> int:
    """The characters of the shortest alternative."""
    return min(map(len, word.split("|")))


def expression(form: str) -> str:
    """A form as a regular expression with the groups «what» and «why»."""
    words = form.split()
    made = [slot(word, number == len(words) - 1) if word.startswith("{") else literal(word) for number, word in enumerate(words)]
    if words[0] == WITH_DEED:
        made[1] = f"(?P<deed>{made[1]})"
    return r"\b" + r",?\s+".join(made[1:] if words[0].startswith("{") else made).replace(f"{GAP},?\\s+", PASSED)


def literal(word: str) -> str:
    """One word of a form, or its alternatives."""
    if word == GAP:
        return word
    longest_first = sorted(word.split("|"), key=lambda one: (-len(one), one))
    return "(?:" + "|".join(re.escape(one).replace("_", r"\s+") for one in longest_first) + r")\b"


def slot(word: str, last: bool) -> str:
    """A slot inside a form or at its end; «{why:hanged_himself}» is a slot that holds just these words."""
    name, _, given = word.strip("{}").partition(":")
    if given:
        return f"(?P<{name}>{literal(given)})"
    return rf"(?P<{name}>[^;“”\"]{{{SHORTEST},{LONGEST}}}{'' if last else '?'})"


def reasons(text: str, low: int, high: int) -> Iterator[Reason]:
    """The reasons in a sentence of a text; of several forms that share words the first in the file holds."""
    taken: list[Span] = []
    words = known_words().intersection(WORD.findall(text[low:high].lower()))
    for form, pattern in forms_of(words):
        for match in islice(pattern.finditer(text, low, high), MOST):
            found = reason(form, match, text, max(low, match.start() - NEAR))
            if found is not None and not any(start < match.start() + 1 < end for start, end in taken):
                taken.append((match.start(), match.end()))
                yield found


def reason(form: Form, match: re.Match[str], text: str, low: int) -> Reason | None:
    """What a match says; None when one of its slots is empty or ends in the middle of a verb («was» caused)."""
    spans = {name: match.span(name) for name in match.groupdict()}
    missing = next((name for name in ("what", "why") if name not in spans), "")
    _, before = spans.pop("deed", (0, match.start()))
    if missing:
        spans[missing] = (clause_start(text, low, match.start()), before)
    cut = {name: trimmed(text, *span) for name, span in spans.items()}
    if any(end - start < SHORTEST or HANGING.search(text[start:end]) for start, end in cut.values()):
        return None
    if OPEN.search(text, low, match.end()):
        return None
    sentence = text[low : min(len(text), match.end() + LONGEST)]
    return Reason(form.kind, cut["what"], cut["why"], form.sole or bool(SOLE.search(sentence)), form.loose)


def clause_start(text: str, low: int, before: int) -> int:
    """Where the clause begins whose words end there; what stands between two commas right before is passed over."""
    aside = ASIDE.search(text, low, before)
    before = aside.start() if aside else len(text[:before].rstrip(" ,"))
    ends = [match.end() for match in BEGINS.finditer(text, max(low, before - LONGEST), before)]
    return ends[-1] if ends else max(low, before - LONGEST)


def trimmed(text: str, start: int, end: int) -> Span:
    """A span cut at the end of its clause, without white space and marks around it."""
    rest = ENDS.search(text, start, end)
    stop = rest.start() if rest else end
    while start < stop and text[start] in " ,\n\t'‘":
        start += 1
    stop = bared(text, start, stop)
    while left := TRAILING.search(text, start, stop):
        stop = bared(text, start, left.start())
    return start, stop


def bared(text: str, start: int, stop: int) -> int:
    """The end of a span without white space and marks."""
    while stop > start and text[stop - 1] in " ,.\n\t!?'’":
        stop -= 1
    return stop
