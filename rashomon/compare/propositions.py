"""A claim as the comparison reads it: which deed, by whom, on whom, done or not, and in which circumstances."""

import dataclasses
import re
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from msgspec.structs import replace

from rashomon.compare.independence import Telling
from rashomon.compare.lexicon import (
    Deed,
    Says,
    deeds_by_noun,
    deeds_by_verb,
    forces,
    generic_words,
    group_names,
    idle_verbs,
    loose_words,
    obtaining,
    opposites,
    stands_for,
    things,
)
from rashomon.records import Claim, Term

CALLED = re.compile(r"(?:[Tt]he )?(?:town|city|village|port|island|province|district|region|suburb) of [A-Z]")
COPULAS = frozenset({"be", "remain", "become", "stay"})
FACTUAL = frozenset({"stated", "reported", "alleged", "denied", "refused"})
AHEAD = frozenset({"predicted", "planned"})
ARMS = re.compile(r"government:([A-Z]{3})-.*")  # «government:KEN-armed-forces» is Kenya, as its forces
IRREGULAR = {"shut": "shut", "rig": "rigged", "forge": "forged"}
STANDINGS = ("under", "behind", "in", "at", "against", "on")
OPEN = frozenset({"not all"})  # wordings that deny or affirm too little to be compared
PEOPLE = frozenset(
    "man woman child girl boy hostage prisoner detainee captive suspect president king queen chief general colonel student "
    "activist journalist people person dissident politician candidate mayor priest nun pilot captain spy crew soldier troop "
    "member family relative refugee migrant critic opponent patient tourist citizen national mp deputy figure official".split()
)
PEOPLE_ENDINGS = ("er", "or", "ist", "ian", "man", "men", "ant", "ee")
ANYBODY = frozenset({"country", "state", "nation", "government", "power", "body", "member", "person", "party"})
SHORTLY = 600  # characters: a paragraph
LAST = 8  # named forces that are kept in mind
CORE = frozenset({"subject", "object", "deed"})


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody or something in a proposition, with what tells it from others."""

    keys: frozenset[str]  # representative actor keys, or the lemma of its kind; parties that share one may be one
    actors: frozenset[str]  # whom it is or is tied to
    arm: str  # "forces" or "government" of the actor, or ""
    words: frozenset[str]  # what narrows it, loose words left out
    named: bool
    definite: bool
    number: str
    text: str
    names: frozenset[str] = frozenset()  # the words of proper names in it that tell it from others
    before: frozenset[str] = frozenset()  # what narrowed it where it was named before

    def files(self, telling: Telling, hints: tuple[str, ...] = ()) -> list[str]:
        """Under which words it is looked up: its names; without one its kind, with what narrows it, hints, and the affair."""
        if self.named or self.keys == self.actors or self.keys <= self.names:
            return sorted(self.keys)
        tells = sorted({*self.words, *self.before, *self.names, *self.actors, *telling.main, *hints}) or [""]
        return [f"{key} {word}" for key in sorted(self.keys) for word in tells]


@dataclass(frozen=True, slots=True)
class Proposition:
    """A deed done or not done."""

    telling: Telling
    claim: Claim
    deed: str  # the name of the deed, or the verb's lemma; «be member» for a copula
    done: bool
    entry: Deed | None
    doer: Party | None
    target: Party | None
    others: Mapping[str, Party] = field(default_factory=dict)
    undone: bool = False  # told as undone, before or after

    @property
    def ahead(self) -> bool:
        """It speaks of what is to come."""
        return self.claim.status in AHEAD

    @property
    def low(self) -> str:
        """Its own first day, or empty."""
        return self.claim.low

    @property
    def content(self) -> frozenset[str]:
        """Everything that its terms name, wherever the parser hung it: «sanctions on Chad», «imposed sanctions on Chad»."""
        listed = [one for one in (self.doer, self.target, *self.others.values()) if one is not None]
        return frozenset().union(*(one.keys | one.actors | one.words | one.before | one.names for one in listed))

    @property
    def hints(self) -> tuple[str, ...]:
        """What tells its occasion from others: its day, and the names in its circumstances."""
        around = {key for party in self.others.values() for key in (party.keys if party.named else party.names)}
        return (*sorted(around), *((self.low,) if self.low else ()))

    @property
    def published(self) -> str:
        """When it was told, or empty."""
        return self.telling.article.published_on


def propositions(told: Iterable[Telling], actors: Mapping[str, str]) -> Iterator[Proposition]:
    """The propositions of claims that settle something; a claim whose verb is an opposite gives that deed not done."""
    for telling in bridged(told):
        claim = telling.finding
        if isinstance(claim, Claim) and (claim.status in FACTUAL or claim.status in AHEAD) and claim.scope not in OPEN:
            yield from readings(claim, telling, actors)


def bridged(told: Iterable[Telling]) -> Iterator[Telling]:
    """The tellings in order; «the soldiers» are the only forces named shortly before in the same article."""
    named: dict[str, deque[tuple[int, Term]]] = {}
    for telling in told:
        claim = telling.finding
        if isinstance(claim, Claim):
            before = named.setdefault(claim.article, deque(maxlen=LAST))
            near = {term.actors: term for end, term in before if claim.cited.start - end <= SHORTLY}
            terms = tuple(those(term, next(iter(near.values()))) for term in claim.terms) if len(near) == 1 else claim.terms
            yield dataclasses.replace(telling, finding=replace(claim, terms=terms)) if terms != claim.terms else telling
            before.extend((claim.cited.end, term) for term in claim.terms if term.head in forces() and term.actors)


def those(term: Term, antecedent: Term) -> Term:
    """A definite term for forces that names nobody, as the forces named before."""
    if term.actors or not term.definite or term.role not in ("subject", "object"):
        return term
    return replace(term, actors=antecedent.actors) if term.head in forces() else term


def readings(claim: Claim, telling: Telling, actors: Mapping[str, str]) -> Iterator[Proposition]:
    """The deeds that one claim may be read as."""
    verb, terms = phrasal(claim)
    terms = tuple(part for term in terms for part in (parted(term) if verb in obtaining() else (term,)))
    by_role = {term.role: term for term in reversed(terms)}
    doer, target = (party(by_role[role], actors) if role in by_role else None for role in ("subject", "object"))
    doer = None if doer is not None and is_nobody(doer) else doer
    others = {role: party(term, actors) for role, term in by_role.items() if role not in CORE}
    # A denial turns the claim round: «denied shelling the town» denies the shelling.
    affirmed = claim.negated == (claim.status == "denied")
    if "deed" in by_role:
        deed, entry = noun_deed(by_role["deed"])
        on = target or party(by_role["deed"], actors)
        yield Proposition(telling, claim, deed, affirmed, entry, doer, alike(entry, on), others)
    elif claim.verb in COPULAS:
        if "complement" not in by_role and (stood := standing(claim)) is not None:
            others.pop(stood.role, None)
            name = f"be {stood.role} {stood.head}"
            yield Proposition(telling, claim, name, affirmed, None, doer, party(stood, actors), others)
        if "complement" in by_role:
            name, positive, what = complement(by_role["complement"], actors)
            others.pop("complement")
            yield Proposition(telling, claim, name, affirmed == positive, None, doer, what, others)
    if "deed" not in by_role and (claim.verb not in COPULAS or verb != claim.verb):
        yield from verbal(verb, Proposition(telling, claim, verb, affirmed, None, doer, target, others), by_role)


def verbal(verb: str, told: Proposition, by_role: Mapping[str, Term]) -> Iterator[Proposition]:
    """The deeds that a verb may be; ``told`` has the verb's own arguments, and is done where the clause affirms its verb."""
    doer, target, others, affirmed = told.doer, told.target, told.others, told.done
    if doer is None and (pair := opposites().get(participle(told.claim.verb))):
        yield dataclasses.replace(told, deed=f"be {pair[0]}", done=affirmed == pair[1], doer=target, target=None)
    for name, says, entry in verb_deeds(verb, by_role.get("object"), by_role.get("subject")):
        if tells(says, entry, affirmed, bool(others)):
            by, on, beside = sides(entry, verb, doer, target, others)
            done, undone = affirmed == (says in ("done", "implied")), says == "undone"
            yield Proposition(told.telling, told.claim, name, done, entry, by, alike(entry, on), beside, undone)
            if entry is not None and entry.exists and affirmed and on is not None:
                yield Proposition(told.telling, told.claim, "exist", True, None, on, None, beside)


def tells(says: Says, entry: Deed | None, affirmed: bool, narrowed: bool) -> bool:
    """Whether a verb, affirmed or denied, settles the deed: «did not strangle» leaves open who killed."""
    return affirmed or says == "done" or (says != "implied" and entry is not None and entry.contradictory and not narrowed)


Sides = tuple[Party | None, Party | None, Mapping[str, Party]]


def sides(entry: Deed | None, verb: str, doer: Party | None, target: Party | None, others: Mapping[str, Party]) -> Sides:
    """Who did it, on whom or what, and the rest, whichever way round the verb has them: «sold to Mali», «Mali bought»."""
    if entry is None or (verb not in entry.obtains and (target is not None or not entry.befalls)):
        if entry is not None and entry.bare:
            return doer, others.get("to") or others.get("recipient"), others
        return doer, target, others
    leads = "from" if verb in entry.obtains else "to" if verb in entry.falls else ""
    rest = {role: party for role, party in others.items() if role != leads}
    if verb in entry.obtains:
        return others.get("from"), target, {**rest, "to": doer} if doer is not None else rest
    return others.get(leads), doer, rest


def phrasal(claim: Claim) -> tuple[str, tuple[Term, ...]]:
    """The verb with the preposition that makes it a known deed, and what the preposition governs as its object: «get around».

    Forces as the object of such a verb are the doer's own: «withdrew its soldiers from the town».
    """
    object_ = next((term for term in claim.terms if term.role == "object"), None)
    passive = all(term.role != "subject" for term in claim.terms)
    if object_ is None or (object_.head in forces() and (passive or not object_.named)):
        for term in claim.terms:
            if (verb := f"{claim.verb} {term.role}") in deeds_by_verb():
                rest = tuple(other for other in claim.terms if other is not object_)
                if object_ is not None and passive:  # «its soldiers were withdrawn from …»
                    rest = (*rest, replace(object_, role="subject"))
                return verb, tuple(replace(other, role="object") if other is term else other for other in rest)
    return claim.verb, claim.terms


def parted(term: Term) -> tuple[Term, ...]:
    """«bought drones from Turkey», where the parser hangs Turkey on the drones: the thing, and from whom."""
    if term.role != "object" or " from " not in term.text or not (term.actors or term.names):
        return (term,)
    thing, _, whom = term.text.partition(" from ")
    return (
        replace(term, text=thing, actors=(), names=(), named=False, places=()),
        replace(term, role="from", text=whom, head=whom.lower(), words=(), named=True, definite=True),
    )


def standing(claim: Claim) -> Term | None:
    """What a copula without a complement says: «is under the control of the army»."""
    return next((term for term in claim.terms if term.role in STANDINGS), None)


def verb_deeds(verb: str, term: Term | None, doer: Term | None) -> Iterator[tuple[str, Says, Deed | None]]:
    """The deeds of a verb with that object and doer; a verb that the lexicon does not know is its own deed."""
    known = False
    for deed, says in deeds_by_verb().get(verb, ()):
        on = doer if term is None and deed.befalls else term
        if fits(deed, on) and (not deed.subjects or (doer is not None and is_of(doer, deed.subjects))):
            known = known or says == "done"
            yield deed.name, says, deed
    if not known and verb not in idle_verbs():
        yield verb, "done", None


def fits(deed: Deed, term: Term | None) -> bool:
    """The object is one that the deed may have."""
    if deed.people:
        return not deed.named if term is None else is_somebody(term) and (term.named or not deed.named)
    if not deed.objects:
        return True
    if term is None:
        return False
    unknown = deed.places and term.named and not term.actors  # a town that no gazetteer knows
    return (
        term.head in deed.objects or titled(term, deed.objects) or unknown or (deed.places and term.named and bool(term.places))
    )


def is_of(doer: Term, kinds: frozenset[str]) -> bool:
    """The doer is of one of the kinds, by its noun or by a word beside its name."""
    return doer.head.split()[-1] in kinds or titled(doer, kinds)


def titled(term: Term, kinds: frozenset[str]) -> bool:
    """A name with the word for its kind beside it: «Ambassador Ada Bah», «the ferry Alma»."""
    return term.named and not kinds.isdisjoint((*term.words, *term.text.lower().split()))


def is_somebody(term: Term) -> bool:
    """A person or people, as far as name or noun show."""
    if any(actor.startswith(("person:", "name:", "organisation:")) for actor in term.actors) or term.head in group_names():
        return True
    if term.named and not term.actors and not term.places and " " in term.head:  # «Ada Bah», whom no page introduces
        return True
    return term.head in PEOPLE or term.head.endswith(PEOPLE_ENDINGS)


def noun_deed(term: Term) -> tuple[str, Deed | None]:
    """The deed that a noun phrase means; one that the lexicon does not know is its own."""
    for name in (*(f"{word} {term.head}" for word in term.words), term.head):
        if name in deeds_by_noun():
            return deeds_by_noun()[name].name, deeds_by_noun()[name]
    return term.head, None


def complement(term: Term, actors: Mapping[str, str]) -> tuple[str, bool, Party | None]:
    """What a copula says: «be alive», with False for the opposite, or the thing that somebody is."""
    pair = opposites().get(term.head)
    return (f"be {pair[0]}", pair[1], None) if pair else (f"be {term.head}", True, party(term, actors))


def participle(verb: str) -> str:
    """The participle of a regular verb: «was closed» may be a state."""
    return f"{verb}d" if verb.endswith("e") else IRREGULAR.get(verb, f"{verb}ed")


def alike(entry: Deed | None, target: Party | None) -> Party | None:
    """The target, with one key for all objects of a deed that are one and the same to it."""
    if target is None or entry is None:
        return target
    if entry.own_forces and (target.arm == "forces" or target.keys & forces()):
        return None
    if not entry.alike:
        return target
    return Party(frozenset({""}), target.actors, "", frozenset(), named=False, definite=True, number="", text=target.text)


def party(term: Term, actors: Mapping[str, str]) -> Party:
    """Whom a term means."""
    named = [ARMS.sub(r"state:\1", actor).replace("name:the ", "name:") for actor in term.actors]
    whom = frozenset(actors.get(actor, actor) for actor in named)
    arm = arm_of(term)
    names = frozenset(term.names) - generic_words()
    keys = whom
    called = term.named or bool(CALLED.match(term.text))
    if not whom and names and (called or arm):
        keys = names
    elif not whom or not (called or arm):
        keys, arm = frozenset({kind_of_thing(term)}), ""
    elif all(actor.startswith("name:") for actor in whom):
        keys = whom | names
    if called and not term.named:
        keys |= {kind_of_thing(term)}  # «the town of Kidal» is also «the town»
    return Party(
        keys=keys,
        actors=whom,
        arm=arm,
        words=frozenset(term.words) - loose_words() - {term.head},
        named=called,
        definite=term.definite or called,
        number=term.number,
        text=term.text,
        names=names,
        before=frozenset(term.before) - loose_words() - {term.head},
    )


def kind_of_thing(term: Term) -> str:
    """The name of what a noun means among people («insurgents» are «rebels») or things («an accord» is an «agreement»)."""
    double = next((things()[pair] for word in term.words if (pair := f"{word} {term.head}") in things()), "")
    return double or group_names().get(term.head, things().get(term.head, term.head))


def is_nobody(doer: Party) -> bool:
    """«No country signed» denies the signing of every country."""
    return doer.text.lower().startswith("no ") and bool(doer.keys & ANYBODY)


def arm_of(term: Term) -> str:
    """Of a state or body, its forces or its government: «Kenyan troops», or an actor key that says so."""
    if any(ARMS.match(actor) for actor in term.actors):
        return "forces" if any("forces" in actor for actor in term.actors) else "government"
    means = stands_for().get(term.head, frozenset())
    return next((kind for kind in ("forces", "government") if kind in means and not (term.named and kind == "government")), "")
