"""Whether two deeds can have been done to the same people: one man and many, nine and ninety, «the other girls» cannot be."""

import re
from collections.abc import Sequence

NAMED = re.compile(r"\b[A-Z][\w’'-]+")
FIGURE = re.compile(r"\b\d[\d,]*\b")
SPELT = dict(
    zip(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
        "nineteen twenty thirty forty fifty sixty seventy eighty ninety".split(),
        [*range(1, 21), 30, 40, 50, 60, 70, 80, 90],
        strict=True,
    )
)
MANY = frozenset("people men women children those they them dozens hundreds thousands police others persons".split())
ONE = frozenset("he she him her his himself herself man woman boy girl".split())
LEADING = frozenset({"a", "an", "one"})
# A toll that grows from 73 to 84 is one toll; one of 21 is not one of 276.  Halving and trebling changed no group of the seeds.
FURTHEST = 2.0


def strangers(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether both name those who suffered, in capitals, and share none of the words."""
    words = [{word for text in texts for word in NAMED.findall(text)} for texts in (left, right)]
    return all(words) and not words[0] & words[1]


def other_people(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether those who suffered cannot be the same by their figures, or one side says «other»."""
    if not left or not right:
        return False
    if says_other(left) != says_other(right):
        return True
    sizes = [sum(map(size, texts)) if all(map(size, texts)) else 0 for texts in (left, right)]
    return all(sizes) and max(sizes) > FURTHEST * min(sizes)


def one_and_many(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether one side is one and the other several: «the driver» and «the passengers»."""
    return {number(left), number(right)} == {"one", "many"}


def says_other(texts: Sequence[str]) -> bool:
    """«other girls», «another soldier»."""
    return any(word in {"other", "others", "another"} for text in texts for word in text.lower().split())


def size(text: str) -> int:
    """The number a text gives of those it means; 0 where it gives none."""
    figures = FIGURE.findall(text)
    if figures:
        return int(figures[0].replace(",", ""))
    return next((SPELT[word] for word in text.lower().split() if word in SPELT), 0)


def number(texts: Sequence[str]) -> str:
    """«one», «many», or nothing where the words do not tell: «the crowd», «Norway»."""
    words = [text.split() for text in texts if text]
    if not words:
        return ""
    last = words[0][-1]
    if len(words) > 1 or last.lower() in MANY or size(texts[0]) > 1 or (last[:1].islower() and last.endswith("s")):
        return "many"
    return "one" if last.lower() in ONE or words[0][0].lower() in LEADING else ""
