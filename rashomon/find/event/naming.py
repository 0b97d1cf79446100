"""Whether a deed's word tells of a deed, or is part of a name, or only says of what kind a thing is."""

from spacy.tokens import Token

from rashomon.find.event.lexicon import Deed, Lexicon
from rashomon.find.event.parties import Mentioned

MATERIAL_CONFLICT = frozenset({"PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"})


def is_name(token: Token, deed: Deed, mentioned: Mentioned, words: Lexicon) -> bool:
    """Whether a deed's word is part of a name («Organisation for Cooperation») or a mere attribute («authorised rallies»)."""
    mention = mentioned.actor(token)
    named = token.pos_ == "PROPN" and (token.dep_ == "compound" or (mention is not None and mention.form in {"name", "acronym"}))
    return named or is_title(token) or is_attribute(token, words) or (token.dep_ == "amod" and deed.type not in MATERIAL_CONFLICT)


def is_title(token: Token) -> bool:
    """«the Hansen Solar Probe», «the Winter War»: a capital among words that have none, after another."""
    names = (
        token.pos_ == "PROPN"
        and token.text.istitle()
        and any(
            child.dep_ == "compound" and child.text.istitle() and child.ent_type_ not in {"GPE", "NORP"}
            for child in token.children
        )
    )
    if not names:
        return False
    words = [word for word in token.sent if word.is_alpha]
    return sum(word.text[:1].isupper() for word in words) < len(words) / 2


def is_attribute(token: Token, words: Lexicon) -> bool:
    """«assault laws», «strike capabilities»: the noun says of what kind a thing is only; «raid attempts» are of raids."""
    kind = token.dep_ in {"compound", "nmod"} and token.pos_ == "NOUN" and token.head.pos_ == "NOUN" and token.head.i > token.i
    return kind and not any(
        token.head.lemma_.lower() in words.classes.get(name, frozenset()) for name in ("doings", "violence", "talks")
    )
