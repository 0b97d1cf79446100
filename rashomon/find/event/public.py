"""Who is in public life: states, their organs, movements, holders of an office; beside unlisted bodies and private people."""

from typing import Final

from spacy.tokens import Token

from rashomon.find.event.lexicon import Lexicon
from rashomon.records import Mention

PRIVATE: Final = 0  # «he», «a resident», «her nephew»
BODY: Final = 1  # a body or a trade that may be one of the affair or not: «Qualcomm», «Lisbon»
PUBLIC: Final = 2  # «Norway», «the court», «rebels», «Lai Mohammed, the minister of information»
PEOPLE = frozenset({"person", "people"})
NOBODIES = PEOPLE | {"place", "outlet"}
NOBODYS_SECTORS = frozenset({"", "CVL", "UNK", "JRN", "AGR", "HLH", "EDU"})
TRADES = frozenset({"BUS", "MED", "MNC"})


def publicity(head: Token, mention: Mention | None, lexicon: Lexicon) -> int:
    """How public the party is that a noun stands for: PRIVATE, BODY or PUBLIC."""
    known = of_mention(mention) if mention is not None and (mention.actor or mention.sector) else PRIVATE
    if any(head.lemma_.lower() in lexicon.classes.get(name, frozenset()) for name in ("public", "organ")):
        return PUBLIC
    return known or (BODY if is_name_of_body(head, mention) else PRIVATE)


def is_name_of_body(head: Token, mention: Mention | None) -> bool:
    """Whether a noun is a name, and not one of a person: «Reliance Jio», «Qualcomm»."""
    named = head.pos_ == "PROPN" or head.ent_type_ in {"ORG", "GPE", "NORP"}
    return named and head.ent_type_ not in {"PERSON", "DATE", "TIME"} and (mention is None or mention.type not in NOBODIES)


def of_mention(mention: Mention) -> int:
    """How public somebody is whom the article introduces or the lists of actors know."""
    if mention.type in PEOPLE:
        return PRIVATE if mention.sector in NOBODYS_SECTORS else BODY if mention.sector in TRADES else PUBLIC
    if mention.type == "outlet":
        return PRIVATE
    return BODY if mention.type in {"company", "place"} or mention.actor.startswith("name:") else PUBLIC
