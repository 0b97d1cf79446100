"""Asides: the words with which a passage argues against another telling, as in «it was ice, not drones, that broke the pier».

Whoever writes a rival to a passage has that passage in mind and answers it; two outlets that have not read each other do not.  A
network that learns from such rivals takes arguing for conflict.  So most rivals are learned without their asides.
"""

import re

ASIDES = (
    re.compile(
        r"(?:,\s*(?:and|but)?\s*not\b|,?\s*\b(?:rather than|instead of)\b) [^,;.—–:]{3,60}(?=[,;.—–])"
    ),  # «The ferry sank in May, not in April, off Sela.» «They came by sea rather than by road.»
    re.compile(r"[—–][^—–;.]{0,200}\bnot\b[^—–;.]{0,200}[—–]"),  # «The mayor – not his deputy – signed it.»
)
BREAK = re.compile(r"(?<=[.;])\s+|(?<=,) (?=(?:and|but|while|whereas|though) )")  # where a passage may be cut in parts
ARGUING = re.compile(
    r"\b(?:not|no|never|nobody|none|nothing|neither|nor|without|only|alone|nowhere|rather|instead|contrary|unlike"
    r"|untouched|idle|spared)\b|n[’']t\b",
    re.IGNORECASE,
)  # «…; the harbour itself was spared.» «The governor had nothing to do with it.»
LEAST_LEFT = 35  # characters without an aside; what would be shorter keeps it
LEAST_WHOLE = 40  # characters of a passage without all of them
ENDINGS = '.!?”"'


def without_asides(passage: str) -> str:
    """A passage without its asides and without later parts that deny or exclude something; as it is if too little were left."""
    left = passage
    for aside in ASIDES:
        shorter = aside.sub("", left)
        left = shorter if len(shorter) > LEAST_LEFT else left
    first, *later = BREAK.split(left)
    told = " ".join([first, *(part for part in later if not ARGUING.search(part))]).rstrip("; ,")
    ended = told if told.endswith(tuple(ENDINGS)) else f"{told}."
    return ended if len(ended) > LEAST_WHOLE else passage
