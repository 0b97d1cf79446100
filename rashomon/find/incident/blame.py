"""What an article says of who is behind a deed: whose deed it is, who claims it, who is accused of it and by whom."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Span, Token

from rashomon.find.clauses import arguments, child_of, filler
from rashomon.find.incident.certainty import certainty, is_speaker, level
from rashomon.find.incident.deeds import PAST, VERBAL, Deed, is_undone
from rashomon.find.incident.groups import Group, Sort
from rashomon.find.incident.lexicon import DONE, Lexicon, Side
from rashomon.find.incident.reading import Reading, at_character, last_named, named_in, statement_at, subjects, verb_over
from rashomon.find.truth import truth
from rashomon.records import Certainty

How = Literal["claims", "does", "blamed", "rebels"]
# What one telling counts towards a group, and which of several tellings says how sure it is; set by hand, by what each is.
COUNTS: dict[How, float] = {"claims": 3, "does": 2, "blamed": 2, "rebels": 1.5}
FIRST: tuple[How, ...] = ("claims", "does", "blamed", "rebels")
# Of several groups in one phrase: «members of the front's army», «death squads of the army».
PREFERRED: dict[Sort, int] = {"armed": 0, "named": 0, "called": 0, "fighters": 0, "gang": 0, "state": 1, "body": 2}
NEAREST = 90  # characters between the blame and an accused army
TOLD: frozenset[Side] = frozenset({"before", "held"})  # the group stands before, the deed after
DEEPEST = 3  # «members of a column of the front»
# «killers paid by the cartel», «a gang called the Magpies»
SERVING = frozenset({"pay", "hire", "send", "lead", "train", "belong", "link", "order", "command", "direct"})
NAMING = frozenset({"call", "name", "know", "style"})
ARMY = re.compile(r"army|armed|military|air force|battalion|brigade|government", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Blame:
    """One telling that a group is behind a deed."""

    group: Group
    how: How
    certainty: Certainty
    sentence: int  # number in the article
    place: Span  # the words that say so
    deed: Deed | None = None


def blames(reading: Reading, deeds: Sequence[Deed], spoken_of: Sequence[Deed]) -> list[Blame]:
    """Every telling of who is behind the deeds, the doers first, then claims and accusations beside a deed, in text order.

    ``spoken_of`` are all deeds of the article: who suffers one is not blamed, «kidnapped alleged rebels».
    """
    near = {deed.sentence + step for deed in deeds for step in (-1, 0, 1)}
    every = enumerate(reading.parse.doc.sents)
    sentences = [(number, sentence) for number, sentence in every if number in near or points_back(sentence, reading.words)]
    suffering = {token.i for deed in spoken_of for victim in deed.victims for token in phrase(victim)}
    done = [blame for deed in deeds for blame in doers(reading, deed)]
    said = [blame for number, sentence in sentences for blame in held(reading, number, sentence)]
    return done + [blame for blame in said if not suffering & set(range(blame.place.start, blame.place.end))]


def points_back(sentence: Span, words: Lexicon) -> bool:
    """Whether a sentence speaks of a deed told elsewhere: «this crime»."""
    return any(token.lemma_.lower() in words.lists["deed"] for token in sentence)


def doers(reading: Reading, deed: Deed) -> Iterator[Blame]:
    """The groups whose deed the clause says it is."""
    for agent in (meant(agent) for agent in deed.agents):
        group, how = behind(reading, agent)
        if group is not None and is_doer(group, deed):
            place = reading.parse.doc[deed.token.i : deed.token.i + 1]
            yield Blame(group, how, certainty(reading, deed.token, group), deed.sentence, place, deed)


def behind(reading: Reading, agent: Token) -> tuple[Group | None, How]:
    """The group that an agent names or belongs to: «members of the front», «the guerrillas», «soldiers»."""
    around = sorted(phrase(agent), key=lambda token: token.i)
    named = [reading.at[token.i] for token in around if token.i in reading.at]
    lemmas = {token.lemma_.lower() for token in around}
    if named:
        return min(named, key=lambda group: PREFERRED[group.sort]), "does"
    if lemmas & reading.words.lists["rebel"]:
        return reading.rebels, "rebels"
    if agent.lemma_.lower() in reading.words.lists["called"] and is_known(agent):
        return last_named(reading, agent), "rebels"
    return None, "does"


def meant(agent: Token) -> Token:
    """The subject of the clause for «its», «their» and «it»: «the front stepped up its attacks»."""
    if agent.lower_ not in {"its", "their"}:
        return agent
    return next((head for head in subjects(agent) if head.pos_ != "PRON"), agent)


def is_known(head: Token) -> bool:
    """«the group», «that organization», not «a group»."""
    return any(child.lower_ in {"the", "this", "that"} for child in head.children)


def is_doer(group: Group, deed: Deed) -> bool:
    """Whether an agent counts: not the police beside a bomb, nor an army where nobody suffers."""
    if group.sort != "state":
        return True
    if not deed.verbal or deed.incident == "bombing":
        return not group.police
    return deed.incident != "attack" or bool(deed.victims)


def phrase(token: Token, depth: int = 0) -> list[Token]:
    """The tokens that say who an agent is: itself, its names, and those whose member it is."""
    found = [token]
    for child in token.children:
        inner = related(child)
        if inner is not None:
            found += phrase(inner, depth + 1) if depth < DEEPEST else [inner]
    return found


def related(child: Token) -> Token | None:
    """Who stands behind a part of a noun phrase: «of the front», «killers paid by the cartel», «a gang called the Magpies»."""
    if child.dep_ in {"compound", "amod", "nmod", "poss", "appos", "conj"}:
        return child
    if child.dep_ == "prep" and child.lower_ in {"of", "from"}:
        return filler(child)
    if child.dep_ == "acl" and child.lemma_.lower() in NAMING:
        return child_of(child, "oprd")
    if child.dep_ == "acl" and child.lemma_.lower() in SERVING:
        return next((filler(each) for each in child.children if each.dep_ in ("agent", "prep", "dative")), None)
    return None


def held(reading: Reading, number: int, sentence: Span) -> Iterator[Blame]:
    """What a sentence beside a deed says of who is responsible for it: a claim, or else an accusation."""
    inside = named_in(reading, sentence)
    disowned = reading.words.unclaimed.search(sentence.text)
    claimer = None if disowned else claimed_by(reading, sentence, inside)
    if claimer is not None:
        yield Blame(claimer[1], "claims", "admitted", number, claimer[0])
        return
    if PAST.search(sentence.text):
        return
    for cue in reading.words.blame.finditer(sentence.text, disowned.end() if disowned else 0):
        accused = accused_by(reading, cue, sentence, inside) if is_blame(reading, cue, sentence) else []
        if accused:
            token, side = at_character(sentence, cue.start()), reading.words.sides[cue.group().lower()]
            done = side in DONE
            for place, group in accused:
                sure = (
                    certainty(reading, token, group)
                    if done
                    else "accused by authorities"
                    if side == "held"
                    else level(reading, token, group)
                )
                yield Blame(group, "does" if done else "blamed", sure, number, place)
            return


def is_blame(reading: Reading, cue: re.Match[str], sentence: Span) -> bool:
    """Whether a word of blame is about a deed: not «was responsible for music», «his alleged cousin», «did not accuse»."""
    token = at_character(sentence, cue.start())
    if truth(token).negated and not reading.words.possible.search(sentence.text):
        return False
    if token.dep_ == "amod" and not (token.head.i in reading.at or is_one_of_them(reading, token.head)):
        return False
    side = reading.words.sides[cue.group().lower()]
    if token.lemma_.lower() == "link":  # deeds are linked to a group, «his banker is linked to the cartel» blames nobody for one
        return any(tells(reading, head) for _, head in arguments(verb_over(token)))
    if side in TOLD:
        return not is_undone(truth(token)) and any(tells(reading, each) for each in sentence[token.i - sentence.start :])
    bare = not any(child.lower_ in {"for", "in"} for child in token.children)  # «the army is responsible»
    return bare or side != "either" or any(tells(reading, each) for each in sentence)


def is_one_of_them(reading: Reading, noun: Token) -> bool:
    """Whether a noun is a fighter or what he does: «alleged members», «suspected involvement»."""
    lists = reading.words.lists
    return noun.lemma_.lower() in lists["rebel"] | lists["called"] | lists["armed"] | lists["member"]


def tells(reading: Reading, token: Token) -> bool:
    """Whether a word tells of a deed of violence or points back to one."""
    lemma = token.lemma_.lower()
    known = reading.words.verbs if token.pos_ in VERBAL else reading.words.nouns
    return lemma in known or lemma in reading.words.lists["deed"]


def claimed_by(reading: Reading, sentence: Span, inside: list[tuple[Span, Group]]) -> tuple[Span, Group] | None:
    """Who claims a deed: the nearest group before the claim, who is named after «claimed by», or «the group» of the article."""
    claim = reading.words.claim.search(sentence.text)
    if claim is None:
        return None
    start = sentence.start_char + claim.start()
    verb = at_character(sentence, claim.start())
    own = [each for each in inside if each[1].sort != "state" or is_subject(each[0], verb)]
    if claim.group().lower().endswith("by"):
        return next((each for each in own if each[0].start_char > start), None)
    before = [each for each in own if each[0].start_char < start]
    if before:
        return before[-1]
    called = next((last_named(reading, head) for head in subjects(verb) if is_called(reading, head)), None)
    return (sentence.doc[verb.i : verb.i + 1], called) if called is not None else None


def is_subject(place: Span, verb: Token) -> bool:
    """Whether a name is the subject of a verb."""
    return any(head.i in range(place.start, place.end) for head in subjects(verb))


def is_called(reading: Reading, head: Token) -> bool:
    """Whether a common noun calls an armed group: «the guerrillas», «the organization»."""
    return head.lemma_.lower() in reading.words.lists["rebel"] | reading.words.lists["called"]


def accused_by(
    reading: Reading, cue: re.Match[str], sentence: Span, inside: list[tuple[Span, Group]]
) -> list[tuple[Span, Group]]:
    """The groups that a word of blame is about: the nearest that may stand there, and who is joined to it by «and»."""
    start = sentence.start_char + cue.start()
    side = reading.words.sides[cue.group().lower()]
    token = at_character(sentence, cue.start())
    speaker, (suffering, accusing) = statement_at(reading, token), passive_sides(token)
    voiced = [each for each in inside if each[0].root.i in suffering] if side == "after" else []
    fit = voiced or [
        (place, group)
        for place, group in inside
        if stands(place.start_char - start, side)
        and place.root.i not in accusing
        and not (speaker is not None and is_speaker(speaker, group))
    ]
    own = [each for each in fit if each[1].sort != "state"]
    forces = [each for each in fit if ARMY.search(each[1].name) and side != "close" and abs(each[0].start_char - start) < NEAREST]
    chosen = min(own or forces, key=lambda each: abs(each[0].start_char - start), default=None)
    if chosen is None:
        return []
    return [chosen, *(each for each in own or forces if is_joined(chosen[0], each[0]) and each[1] is not chosen[1])][:2]


def passive_sides(verb: Token) -> tuple[frozenset[int], frozenset[int]]:
    """The tokens of who is accused and of who accuses, of a passive verb of blame: «the army was accused by the union»."""
    suffering = [child for child in verb.children if child.dep_ == "nsubjpass"]
    suffering += [verb.head] if verb.dep_ == "acl" and verb.tag_ == "VBN" else []
    accusing = [child for child in verb.children if child.dep_ == "agent"] if suffering else []
    return (
        frozenset(token.i for head in suffering for token in phrase(head)),
        frozenset(token.i for head in accusing for token in head.subtree),
    )


def stands(distance: int, side: Side) -> bool:
    """Whether a group so many characters behind a word of blame may be the one blamed."""
    if side in TOLD:
        return -NEAREST < distance < 0
    return {"either": True, "close": abs(distance) < NEAREST}.get(side, distance > 0)


def is_joined(first: Span, second: Span) -> bool:
    """«the government and the armed forces»."""
    between = first.doc[first.end : second.start].text.split() if first.end <= second.start else []
    return 0 < len(between) < 4 and "and" in between
