"""The language of a text."""

import py3langid

LOOKED_AT = 300  # characters; more make it slower, hardly surer
FEWEST = 20  # characters below which nothing can be said


def language_of(text: str) -> str:
    """ISO 639-1 code of the language a text is written in; empty when it is too short to tell."""
    start = text[:LOOKED_AT]
    if sum(map(str.isalpha, start)) < FEWEST:
        return ""
    return str(py3langid.classify(start)[0])
