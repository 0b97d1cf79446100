"""Who stands on which side of a deed: the roles of its words, read as the lexicon's entry says."""

from dataclasses import dataclass

from spacy.tokens import Token

from rashomon.find.clauses import is_passive
from rashomon.find.event.lexicon import Deed, Lexicon
from rashomon.find.event.parties import BEFORE, PRONOUNS, Mentioned, Party, is_actor, is_dash, is_scene, parties
from rashomon.find.event.roles import Roles, roles
from rashomon.find.event.subjects import subjects
from rashomon.find.event.tree import DOING, NOMINAL, is_verb
from rashomon.find.event.triggers import Trigger

TAKING_PART = frozenset({"involve", "engage", "participate", "take", "join"})
LEADING = frozenset("leadership command direction guidance orders supervision auspices participation involvement".split())
SCENES = frozenset({"ASSAULT", "PROTEST", "CONSULT"})  # deeds called by where they happen
LONGEST_DATELINE = 14  # tokens: «SEOUL/WASHINGTON, March 9 (Reuters) -»


@dataclass(frozen=True, slots=True)
class Sides:
    """Both sides of a deed."""

    actor: tuple[Party, ...]
    recipient: tuple[Party, ...]


def sides(trigger: Trigger, deed: Deed, mentioned: Mentioned, lexicon: Lexicon) -> Sides:
    """The actor and the recipient of a trigger, by the roles its entry names."""
    filled = filled_roles(trigger, deed)
    filled["subject"] = [past_dateline(who, mentioned) for who in filled["subject"]]
    told_by_place = deed.type in SCENES
    filled["subject"] = [
        who
        for who in filled["subject"]
        if not (
            is_scene(who, trigger.token, mentioned, told_by_place)
            or (told_by_place and is_unknown_name(who, trigger.token, mentioned))
        )
    ]
    if deed.weak and is_verb(trigger.token):
        filled["subject"] = [who for who in filled["subject"] if does_itself(who, mentioned, lexicon)]
    actor = tuple(who for who in first_filled(deed.actor, filled, mentioned, lexicon) if not who.key.startswith("place:"))
    recipient = first_filled(deed.recipient, filled, mentioned, lexicon, beside=actor)
    if deed.mutual:
        others = [party for party in recipient if party not in actor]
        return Sides((*actor, *others), ())
    return Sides(actor, recipient)


def does_itself(who: Token, mentioned: Mentioned, lexicon: Lexicon) -> bool:
    """Whether a subject is somebody or somebody's arms or words: «Danish bombers hit», not «the decline of Danish trade hit»."""
    armed = any(
        who.lemma_.lower() in lexicon.classes.get(name, frozenset()) for name in ("weapons", "troops", "violence", "organ")
    )
    return armed or who.pos_ == "PRON" or is_actor(who, mentioned, lexicon) or any(child.dep_ == "poss" for child in who.children)


def is_unknown_name(word: Token, noun: Token, mentioned: Mentioned) -> bool:
    """«the Bergen attack», «the Nordex hack»: a bare name before a deed's noun may be where, what or whom it befell."""
    mention = mentioned.at.get(word.i)
    known = mention is not None and bool(mention.actor) and mention.type not in {"company", "place"}
    return word.head == noun and word.dep_ in {"compound", "nmod", "amod"} and word.ent_type_ != "NORP" and not known


def past_dateline(subject: Token, mentioned: Mentioned) -> Token:
    """«OSLO (Reuters) - Denmark attacked»: where the parser takes the dateline for the subject, who stands after its dash."""
    mention = mentioned.at.get(subject.i)
    start = subject.sent.start
    named = subject.text.isupper() if mention is None else mention.type in {"place", "state", "outlet"}
    if not named or subject.i - start > LONGEST_DATELINE:
        return subject
    dashes = [
        place for place in range(subject.i + 1, min(start + LONGEST_DATELINE, subject.sent.end)) if is_dash(subject.doc[place])
    ]
    if not dashes or not subject.doc[start].text.isupper():
        return subject
    after = subject.doc[dashes[0] + 1] if dashes[0] + 1 < subject.sent.end else subject
    while after.dep_ in BEFORE and after.head.i > after.i:
        after = after.head
    return after if after.pos_ in NOMINAL else subject


def first_filled(
    wanted: tuple[str, ...], filled: Roles, mentioned: Mentioned, lexicon: Lexicon, beside: tuple[Party, ...] = ()
) -> tuple[Party, ...]:
    """The parties of the first role that holds an actor; those on the other side, or inside another's words, are left out."""
    for role in wanted:
        found = [party for party in parties(filled.get(role, ()), mentioned, lexicon) if party not in beside]
        known = [party for party in found if party.key or party.text.lower() not in PRONOUNS] or found
        whole = tuple(party for party in known if not any(party != other and party.text in other.text for other in known))
        if whole:
            return whole
    return ()


def filled_roles(trigger: Trigger, deed: Deed) -> Roles:
    """The roles of the trigger's word, and of the noun of a light verb: «gave support to», «held talks with»."""
    if trigger.token.tag_ == "MD":
        return modal_roles(trigger.token)
    if trigger.token.pos_ == "ADJ":
        return modal_roles(trigger.token)
    filled = roles(trigger.token)
    if not is_verb(trigger.token):
        nominal_roles(trigger.token, filled, deed)
    for other in trigger.others:
        if other.pos_ not in NOMINAL:
            continue
        for role, nouns in roles(other).items():
            name = {"of": deed.of, "possessor": deed.possessor, "by": "subject"}.get(role, role)
            if role == "possessor" and is_verb(trigger.token):  # «met Oslo's demand»: whose demand it is
                filled["object"] += [noun for noun in nouns if noun.pos_ != "PRON"]
            elif role not in {"subject", "modifier"} or deed.of == "object":
                filled[name] = [*filled[name], *nouns]
        filled["subject"] = [*filled["subject"], *leaders(other)]
    filled["with"] = [token for token in filled["with"] if token.lower_ not in LEADING]
    return filled


def modal_roles(word: Token) -> Roles:
    """«Rome said that the council must resign», «… is responsible»: the speaker Rome, the subject the council."""
    verb = word.head
    above = verb.head if verb.dep_ == "ccomp" and is_verb(verb.head) else None
    return {
        **roles(word),
        "subject": subjects(verb) if is_verb(verb) else [],
        "speaker": subjects(above) if above is not None else [],
    }


def nominal_roles(noun: Token, filled: Roles, deed: Deed) -> None:
    """Read «Xi's visit», «the deployment of forces by Russia», «the Soviet invasion of», «the attack carried out by» as roles."""
    possessed = deed.possessor == "object" and not (deed.of == "object" and filled["of"])  # «the group's abduction of nine»
    filled["subject"] = [
        *filled["by"],
        *leaders(noun),
        *([] if possessed else [*filled["possessor"]]),
        *([*filled["of"]] if deed.of == "subject" else []),
    ]
    filled["object"] = [
        *([*filled["of"]] if deed.of == "object" else []),
        *([*filled["possessor"]] if possessed else []),
    ]
    if not filled["by"] and not filled["subject"][len(leaders(noun)) :]:
        doers = [who for child in noun.children if child.dep_ in {"acl", "relcl"} and tells_of(child) for who in agents(child)]
        filled["subject"] += [*filled["modifier"], *doers, *holder(noun), *filled["between"]]


def tells_of(clause: Token) -> bool:
    """Whether a clause says who did the deed it hangs on: «the ban Paris imposed», not «the attack in which two died»."""
    aside = any(word.tag_ in {"WDT", "WP"} and word.dep_ == "pobj" for child in clause.children for word in child.children)
    told = any(child.dep_ == "mark" for child in clause.children)  # «the claim that members hid it»
    return is_verb(clause) and not aside and not told


def agents(verb: Token) -> list[Token]:
    """Who does what a clause on a noun says: «the ban imposed by Paris», «measures Paris took»."""
    return [*roles(verb).get("subject", [])] if verb.tag_ == "VBN" else [s for s in subjects(verb) if s != verb.head]


def leaders(noun: Token) -> list[Token]:
    """Who leads it or takes part: «a coup under the leadership of the guard», «with the participation of the fleet»."""
    under = [child for word in (noun, *noun.children) for child in word.children if child.lower_ in {"under", "with"}]
    heads = [below for prep in under for below in prep.children if below.lower_ in LEADING]
    return [
        who for head in heads for child in head.children if child.lower_ == "of" for who in child.children if who.dep_ == "pobj"
    ]


def holder(noun: Token) -> list[Token]:
    """Who does it, where the noun is the object of a verb that says no more: «carried out an attack», «launched raids»."""
    verb = noun.head
    if noun.dep_ == "pobj" and verb.lower_ == "in" and verb.head.lemma_ in TAKING_PART:
        return [*roles(verb.head)["subject"], *(roles(verb.head)["object"] if is_passive(verb.head) else [])]
    if noun.dep_ == "pobj" and verb.lower_ == "in" and verb.head.lemma_ == "be":
        return subjects(verb.head)  # «has been in talks with»
    return subjects(verb) if noun.dep_ == "dobj" and is_verb(verb) and verb.lemma_ in DOING else []
