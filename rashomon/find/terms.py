"""The participants of a clause as terms: the words, the head that they hang on, and the actors and places they mean."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from rashomon.find.antecedents import antecedent
from rashomon.find.clauses import child_of
from rashomon.find.parse import Parse
from rashomon.records import Mention, Term

OUTSIDE = frozenset({"relcl", "appos", "conj", "cc", "punct", "advcl", "acl", "preconj", "case"})  # no part of the noun phrase
NARROWING = frozenset({"amod", "compound", "nmod", "poss", "npadvmod"})
NESTED = 4  # mentions that may hold one token: «forces of the CSTO», «CSTO»
LONGEST = 40  # tokens of a term; longer ones are lists that the parser could not take apart
QUANTIFIERS = frozenset({"any", "all", "every", "each", "no", "some", "most", "many", "several", "few"})
HYPHENED = re.compile(r"\w+(?:[-‑]\w+)+")


@dataclass(frozen=True, slots=True)
class Named:
    """The mentions of an article by place, so that a look-up costs the logarithm of their number."""

    parse: Parse
    starts: tuple[int, ...]
    mentions: tuple[Mention, ...]

    def of(self, token: Token) -> Mention | None:
        """The mention that holds the token."""
        start, end = self.parse.in_page(token.idx, token.idx + len(token.text))
        place = bisect_right(self.starts, start)
        around = self.mentions[max(place - NESTED, 0) : place]
        fitting = [mention for mention in around if mention.cited.start <= start and end <= mention.cited.end]
        return max(fitting, key=lambda mention: (bool(mention.actor), mention.cited.start, -mention.cited.end), default=None)


def named(parse: Parse, mentions: tuple[Mention, ...]) -> Named:
    """Lay out the mentions of an article."""
    ordered = sorted(mentions, key=lambda mention: (mention.cited.start, mention.cited.end))
    return Named(parse, tuple(mention.cited.start for mention in ordered), tuple(ordered))


def term(role: str, head: Token, known: Named) -> Term:
    """The term that hangs on a head: its noun phrase, without relative clauses and what else only comments on it."""
    tokens, head = phrase(head), proper(head, known)
    tokens = sorted({*tokens, *phrase(head), *kind_before(head)}, key=lambda token: token.i)
    earlier = antecedent(head)
    earlier_tokens = phrase(earlier) if earlier is not None else []
    head = earlier if earlier is not None and is_name(earlier) else head  # «the brigade» that is the Alpine Brigade
    mention = known.of(head)
    heads = [head, *coordinated(head)]
    direct = [found for token in heads if (found := known.of(token)) is not None]
    around = [found for token in tokens if (found := known.of(token)) is not None]
    text = phrase_text(tokens)
    return Term(
        role=role,
        text=text,
        head=head_words(head),
        words=narrowing(head, tokens, known, text),
        actors=unique(meant(found) for found in ([*direct, *around] if is_arm(direct) else direct)),
        named=is_name(head) or (mention is not None and is_one(mention)),
        places=unique(found.name for found in around if found.use == "place" or found.type == "place"),
        definite=earlier is not None or is_definite(head, tokens),
        number=next((token.text for token in tokens if token.dep_ == "nummod" and token.head.i == head.i), ""),
        names=name_words([*tokens, *earlier_tokens]),
        before=() if earlier is None else narrowing(earlier, earlier_tokens, known, phrase_text(earlier_tokens)),
    )


def kind_before(head: Token) -> list[Token]:
    """«The ferry Alma sank», which the parser takes for «the ferry that Alma sank»: the words for its kind."""
    if head.dep_ != "nsubj" or head.left_edge.i == 0:
        return []
    verb, noun = head.head, head.doc[head.left_edge.i - 1]
    misread = noun.dep_ == "ROOT" and verb.dep_ == "relcl" and verb.head.i == noun.i
    misread = misread or (noun.dep_ == "nsubj" and noun.head.i == verb.i)
    return phrase(noun) if misread and is_name(head) and noun.pos_ == "NOUN" else []


def is_one(mention: Mention) -> bool:
    """It means one actor: a known one, or a person: «their ambassador», who is named beside it."""
    return bool(mention.actor) and (mention.type == "person" or not mention.actor.startswith("name:"))


def phrase_text(tokens: list[Token]) -> str:
    """The text from the first to the last token."""
    return tokens[0].doc.text[tokens[0].idx : tokens[-1].idx + len(tokens[-1].text)]


def name_words(tokens: list[Token]) -> tuple[str, ...]:
    """The words of proper names, lower case, each once."""
    return unique(
        token.lower_ for token in tokens if is_name(token) and token.ent_type_ not in ("DATE", "TIME") and token.is_alpha
    )


def proper(head: Token, known: Named) -> Token:
    """The name right beside a role: «the rebel leader Okello» is Okello."""
    if head.pos_ == "PROPN" or known.of(head) is not None:
        return head
    beside = child_of(head, "appos")
    if beside is None or beside.pos_ != "PROPN":
        return head
    person = known.of(beside)
    return beside if beside.left_edge.i == head.i + 1 or (person is not None and person.type == "person") else head


def is_name(head: Token) -> bool:
    """A proper noun that is written as one."""
    return head.pos_ == "PROPN" and head.text[:1].isupper()


def unique(values: Iterator[str]) -> tuple[str, ...]:
    """The values that are not empty, each once, sorted."""
    return tuple(sorted({value for value in values if value}))


def is_arm(direct: list[Mention]) -> bool:
    """The head is nobody for certain, or forces: whose they are stands beside them, «Russian-backed forces of the CSTO»."""
    return all(not found.actor or "forces" in found.actor for found in direct)


def meant(mention: Mention) -> str:
    """The actor of a mention, or the state whose people it names: «the Kazakh elite»."""
    return mention.actor or (
        f"state:{mention.country}" if mention.country.isalpha() and mention.country not in ("IGO", "NGO") else ""
    )


def phrase(head: Token) -> list[Token]:
    """The tokens of a noun phrase in text order."""
    kept, open_ = [head], [head]
    while open_ and len(kept) < LONGEST:
        inner = [child for child in open_.pop().children if belongs(child)]
        if head.pos_ in ("VERB", "AUX"):
            inner = [child for child in inner if child.i > head.i]
        kept += inner
        open_ += inner
    return sorted(kept, key=lambda token: token.i)


def belongs(child: Token) -> bool:
    """A part of the noun phrase: not what comments on it; of a coordination only «the pact of Chad and Niger»."""
    if child.dep_ in ("conj", "cc"):
        return child.head.dep_ in ("pobj", "conj") and child.pos_ != "VERB"
    return child.dep_ not in OUTSIDE and child.dep_ not in ("nsubj", "aux", "mark")


def coordinated(head: Token) -> list[Token]:
    """The other members of «Mali, Niger and Chad»."""
    members: list[Token] = []
    last = head
    while len(members) < LONGEST and (following := child_of(last, "conj")) is not None:
        last = following
        members.append(last)
    return members


def head_words(head: Token) -> str:
    """The lemma of a common noun or verb, the whole of a name."""
    if not is_name(head):
        return head.lemma_.lower()
    before = [child for child in head.children if child.dep_ == "compound" and child.pos_ == "PROPN"]
    return " ".join(token.text.lower() for token in (*before, head))


def narrowing(head: Token, tokens: list[Token], known: Named, text: str) -> tuple[str, ...]:
    """The lemmas that tell this thing from others of its kind, names left out: they are the actors and places."""
    found = {hyphened.group().lower() for hyphened in HYPHENED.finditer(text)}
    for token in tokens:
        if token.i == head.i or token.pos_ not in ("NOUN", "ADJ", "PROPN", "VERB", "NUM") or token.lower_ in QUANTIFIERS:
            continue
        narrows = token.dep_ in NARROWING or token.dep_ in ("pobj", "pcomp", "nummod")
        if narrows and token.ent_type_ != "DATE" and not is_named(token, known):
            found.add(token.lemma_.lower())
    joined = {piece for words in found if "-" in words for piece in words.split("-")}
    return tuple(sorted(word for word in found - joined - {head.lemma_.lower()} if len(word) > 1))


def is_named(token: Token, known: Named) -> bool:
    """A part of the name of an actor or place, which the term holds anyway."""
    mention = known.of(token)
    return mention is not None and bool(mention.actor) and (token.pos_ == "PROPN" or mention.form not in ("role", "pronoun"))


def is_definite(head: Token, tokens: list[Token]) -> bool:
    """A name, or a noun that is taken as known: «the plane», «this law», «Kenya’s police»."""
    if is_name(head):
        return True
    return any(
        token.head.i == head.i
        and (
            (token.dep_ == "poss" and token.tag_ != "PRP$")
            or (token.dep_ == "det" and token.lower_ in ("the", "this", "these", "that"))
        )
        for token in tokens
    )
