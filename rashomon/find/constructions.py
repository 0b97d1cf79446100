"""The one table of the words that decide whether something happened: small signs, and what governs a deed or a clause.

After Nairn, Condoravdi and Karttunen, "Computing relative polarity for textual inference" (2006): the truth of a complement
follows from the truth of the word above it and that word's signature, from the outermost inwards.
"""

from functools import cache
from pathlib import Path
from typing import Literal

import msgspec

from rashomon.records import Status
from rashomon.words import entries

TABLE = Path(__file__).parent / "words" / "truth.toml"
Answer = Literal["", "yes", "no"]
Words = tuple[str, ...]


class Entry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What every entry with patterns has: the words that trigger it, and what must or must not hang on them."""

    example: str
    verb: Words = ()
    noun: Words = ()
    adjective: Words = ()
    modal: Words = ()
    object: Words = ()  # one of these among the dependents, «impose … curfew»
    subject: Words = ()  # one of these as the subject, «troops arrived»
    without: Words = ()  # none of these among the dependents
    clause: bool = False  # a clause must depend on it, «agreed to cooperate»
    intransitive: bool = False  # with no object: «demonstrated in Oslo», not «demonstrated its importance»
    transitive: bool = False  # with an object, or in the passive: «blasted the plan», not «blasted into orbit»
    definite: bool = False  # a noun with «the», whose it is or «between» only: «the war in Chad», not «a rehearsal for war»
    passive: bool = False  # in the passive only, «is believed to have fled»
    infinitive: bool = False  # an infinitive must depend on it, «told them to leave»
    ahead: bool = False  # a clause on it must look ahead: «swore that it would pay», not «swore that it had paid»


class Operator(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words that say of the deed inside them whether it happened; no deed themselves."""

    affirmed: Answer = "yes"
    denied: Answer = ""
    not_to: Answer = ""
    status: Status = "stated"
    for_claims: Status | Literal[""] = ""  # the status of a claim under it, where that is another
    of: Literal["", "subject", "object"] = ""  # who does what a clause under it says; empty where no clause stands there
    part: str = ""
    announces: bool = True  # with the status planned: says that it will be done, and does not merely decide it
    raises: bool = True  # its subject may be the deed: «the visit is expected to begin», not «the visit was aimed at peace»
    historical: bool = False  # tells of what is past: «the anniversary of the invasion»

    @property
    def negated(self) -> bool:
        """It says that the deed was not done."""
        return self.affirmed == "no"

    @property
    def attempt(self) -> bool:
        """Tried, and not said to have been done."""
        return self.affirmed == "" and self.denied == "no"


class Sign(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Small words on a deed's own word that say how sure it is: «will», «may», «alleged», «reportedly»."""

    words: Words
    on: Literal["verb", "noun"]
    status: Status = "stated"
    alone: Status | Literal[""] = ""  # the status where nobody says it in the past: «Oslo said it would», but «that would»
    for_claims: Status | Literal[""] = ""  # the status of a claim, where that is another
    hedge: bool = True  # whether the word is kept as the source's hedge
    example: str


class Implicative(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words that govern a clause and are deeds of their own."""

    example: str
    words: Words
    affirmed: Answer = ""
    denied: Answer = ""
    not_to: Answer = ""
    status: Status = "stated"
    part: str = ""
    of: Literal["subject", "object"] = "subject"


class Signature(msgspec.Struct, frozen=True, kw_only=True):
    """What a word makes of the clause under it."""

    affirmed: Answer
    denied: Answer
    not_to: Answer
    status: Status
    part: str
    of: str


@cache
def signatures() -> dict[str, Signature]:
    """The signatures by lemma; the first entry that names a word holds."""
    read: dict[str, Signature] = {}
    for operator in entries(TABLE, "operator", Operator):
        if operator.of:
            for word in (*operator.verb, *operator.noun, *operator.adjective):
                read.setdefault(word, signature(operator, operator.for_claims or operator.status))
    for implicative in entries(TABLE, "implicative", Implicative):
        for word in implicative.words:
            read.setdefault(word, signature(implicative, implicative.status))
    return read


def signature(entry: Operator | Implicative, status: Status) -> Signature:
    """The signature of an entry."""
    return Signature(
        affirmed=entry.affirmed, denied=entry.denied, not_to=entry.not_to, status=status, part=entry.part, of=entry.of
    )


@cache
def modalities() -> dict[str, Status]:
    """The status that a small word on a verb gives a claim, by word; words that leave it as it is are left out."""
    signs = [sign for sign in entries(TABLE, "sign", Sign) if sign.on == "verb"]
    found = {word: sign.for_claims or sign.status for sign in signs for word in sign.words}
    return {word: status for word, status in found.items() if status != "stated"}
