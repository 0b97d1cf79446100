"""The nouns of a verb or noun by the role they have to it."""

from collections import defaultdict

from spacy.tokens import Token

from rashomon.find.clauses import is_passive
from rashomon.find.event.subjects import understood_subject
from rashomon.find.event.tree import NOMINAL, SUBJECTS, is_verb, meant, understood_objects

# Verbs that always have somebody they befall: without an object, their subject is that somebody.
BEFALLING = frozenset(
    "abduct accuse acquit arrest charge convict deport detain expel fine free hurt indict injure jail kidnap kill sentence shoot "
    "wound".split()
)
Roles = dict[str, list[Token]]


def roles(token: Token) -> Roles:
    """The nouns by their role to a verb or noun: subject, object, indirect, possessor, modifier, or the preposition.

    The roles are those of the active: in «was accused by X», X is the subject.
    """
    found: Roles = defaultdict(list)
    passive = is_verb(token) and is_suffered(token)
    for child in token.children:
        role = role_of(child, passive)
        if role:
            found[role].append(meant(child))
        elif child.dep_ in {"prep", "agent", "dative"} and child.pos_ in {"ADP", "SCONJ"}:
            name = "subject" if child.dep_ == "agent" and is_verb(token) else child.lower_
            found[name] += [below for below in child.children if below.dep_ in {"pobj", "pcomp"}]
    if not passive and is_verb(token) and not found["object"]:
        found["object"] += shared_objects(token)
    if passive and not found["object"]:
        found["object"] += understood_objects(token)
    if is_verb(token) and not found["object" if passive else "subject"]:
        found["object" if passive else "subject"] += understood_subject(token)
    return found


def is_suffered(verb: Token) -> bool:
    """Whether a verb is in the passive, that of headlines too, without its auxiliary: «Two guards injured in Bergen»."""
    bare = verb.tag_ == "VBN" and verb.lemma_ in BEFALLING
    done = any(child.dep_ in {"aux", "dobj"} or (child.dep_ == "ccomp" and child.i > verb.i) for child in verb.children)
    return is_passive(verb) or (bare and not done)


def shared_objects(verb: Token) -> list[Token]:
    """The object that stands with the second of two verbs only: «detained and deported nine sailors»."""
    others = [child for child in verb.children if child.dep_ == "conj" and is_verb(child) and child.i - verb.i <= 3]
    return [noun for other in others if not is_passive(other) for noun in other.children if noun.dep_ == "dobj"]


def role_of(child: Token, passive: bool) -> str:
    """The role a noun has by its arc alone; empty when the arc does not tell."""
    if child.dep_ in SUBJECTS:
        return "object" if child.dep_ == "nsubjpass" or passive else "subject"
    if child.dep_ == "dobj" and passive and any(other.dep_ == "nsubjpass" for other in child.head.children):
        return ""  # «was fined 900 crowns»: what is kept of the object is no party
    if child.dep_ in {"dobj", "attr", "oprd"}:
        return "" if child.dep_ == "oprd" and child.pos_ == "ADJ" else "object"  # «held captive» holds somebody else
    if child.dep_ in {"dative", "iobj"} and child.pos_ in NOMINAL:
        return "indirect"
    if child.dep_ == "poss":
        return "possessor"
    return modifier_role(child) if child.dep_ in {"amod", "compound", "nmod"} else ""


def modifier_role(child: Token) -> str:
    """«Russian sanctions» are by Russia, «anti-Russian sanctions» against it; «anti» and the hyphen are nobody."""
    before = child.doc[max(child.i - 2, 0) : child.i].text.lower()
    after = child.doc[child.i + 1].text if child.i + 1 < len(child.doc) else ""
    if not child.text[0].isalnum() or after == "-":
        return ""
    return "against" if before == "anti-" else "modifier"
