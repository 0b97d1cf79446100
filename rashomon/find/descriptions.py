"""What somebody is called: «the pro-Western elite», «the Russophile minister», as claims that he is it."""

import re
from collections.abc import Iterator

import msgspec
from spacy.tokens import Token

from rashomon.find.terms import Named, term
from rashomon.find.truth import truth
from rashomon.find.voices import Voices
from rashomon.records import Claim, Term

# «pro-Western», «anti Russian», «Russophile», «Sinophobia»; words of no side such as «anti-tank», «bibliophile» mean no actor
# and are dropped by the comparison, which knows the sides.
DESCRIPTOR = re.compile(r"\b(?:(?:pro|anti)[-‑– ]?(?=[A-Z])[A-Z]\w+|[A-Z]\w+(?:phile|phobe|philic|phobic|phil)s?)\b")


def descriptions(known: Named, standing: Voices) -> list[Claim]:
    """A claim for each descriptor that is said of an actor."""
    return [claim for match in DESCRIPTOR.finditer(known.parse.text) for claim in described(match, known, standing)]


def described(match: re.Match[str], known: Named, standing: Voices) -> Iterator[Claim]:
    """The claim that the noun around a descriptor is what it is called."""
    span = known.parse.doc.char_span(*match.span(), alignment_mode="expand")
    noun = bearer(span[-1]) if span is not None and len(span) else None
    if noun is None:
        return
    subject = bare(term("subject", noun, known), match.group(), known)
    start = min(match.start(), noun.idx)
    end = max(match.end(), noun.idx + len(noun.text))
    stands = standing.at(*known.parse.in_page(start, end))
    if subject.actors:
        yield Claim(
            id="",
            article=known.parse.article.id,
            cited=known.parse.cite(start, end),
            sentence=known.parse.sentence(start, end),
            voice=stands.voice,
            status=stands.status,
            negated=noun.head.lemma_ in ("be", "remain", "become") and noun.dep_ == "nsubj" and truth(noun.head).negated,
            verb="be",
            terms=(subject, Term(role="complement", text=match.group(), head=re.sub(r"[-‑– ]+", "-", match.group().lower()))),
            tense="present",
        )


def bare(subject: Term, descriptor: str, known: Named) -> Term:
    """The subject without a descriptor taken into its name: «Anglophile Okello» is whom the article calls Okello elsewhere."""
    if not subject.named or (subject.actors and not any(descriptor.lower() in actor for actor in subject.actors)):
        return subject
    surname = subject.head.split()[-1]
    called = [mention.actor for mention in known.mentions if mention.cited.quote.lower().split()[-1:] == [surname]]
    actors = sorted({actor for actor in called if descriptor.lower() not in actor and actor})
    return msgspec.structs.replace(subject, actors=tuple(actors[:1]), head=surname)


def bearer(token: Token) -> Token | None:
    """The noun that a descriptor stands before, or the subject of «is pro-Western»."""
    for _ in range(4):
        if token.pos_ in ("NOUN", "PROPN") and token.dep_ not in ("amod", "compound", "nmod", "npadvmod"):
            return token
        if token.head.i == token.i:
            return None
        token = token.head
        if token.pos_ in ("VERB", "AUX"):
            return next((child for child in token.children if child.dep_ in ("nsubj", "nsubjpass")), None)
    return None
