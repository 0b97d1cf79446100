"""Names of lands, cities and groups as the Slavic press writes them: «Rosjanie» of one page and «Rusko» of another are Russia."""

from collections.abc import Iterable

from rashomon.exonyms import meaning
from rashomon.spelling import words_of_name


def abroad(names: Iterable[str], persons: Iterable[str] = ()) -> dict[str, str]:
    """The keys of what names mean, for those that mean something.

    A lone word that is part of the full name of one of ``persons`` is his: «Kuba» is no island where «Martin Kuba» is named.
    """
    borne = {word for name in persons if len(words := words_of_name(name)) > 1 for word in words}
    found = {name: meaning(name) for name in names if not borne.intersection(words_of_name(name))}
    return {name: key for name, key in found.items() if key}
