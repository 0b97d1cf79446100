"""When two propositions speak of one and the same thing, so that they may be set against each other.

Everything here errs towards «no»: a detail that tells two things apart, or a denial that is narrower than what is affirmed,
makes them different things.  That a denial must be no narrower is the monotonicity of negation: «nobody was shot in Bria» does
not deny «somebody was shot».
"""

from datetime import date

from rashomon.compare.independence import one_affair
from rashomon.compare.propositions import Party, Proposition

NEAR = 1  # days between two tellings of one day: the night, the time zones, the evening edition
SINCE = 7  # days; what was done or changed more than a week after the other telling may have happened in between
LONG_AGO = 183  # days; «in 1991 the station crashed» is not denied by «the station is not crashing» of today
PASSING = frozenset({"open", "control", "capture", "hold", "restore order"})  # deeds that may be undone within days
PERIODS = frozenset({"since", "until", "before", "so far"})  # «has not won since 1990» denies nothing of 1990
CHANGING = frozenset({"yet", "longer"})  # «not yet», «no longer»: it was or will be otherwise
EVER = frozenset({"never", "any", "ever"})  # «was never there», «at no time»
TIMELESS = frozenset({"according", "with", "as", "to", "by"})
TIMES = frozenset({"time", "day", "moment", "stage", "point", "hour", "minute", "occasion"})  # «not for a single day»
PLACES = frozenset({"island", "country", "republic", "territory", "region", "province", "town", "enclave", "state", "peninsula"})
ANOTHER = frozenset({"new", "another", "second", "third", "further", "additional", "other", "next", "previous", "old", "earlier"})


def same_deed(done: Proposition, denied: Proposition) -> bool:
    """The denied proposition denies what the other affirms."""
    return (
        same_outlook(done, denied)
        and denied.claim.scope not in PERIODS
        and same_doer(done, denied)
        and same_target(done, denied)
        and all(granted(role, party, done) for role, party in denied.others.items())
        and same_time(done, denied)
        and anchored(done, denied)
        and one_occasion(done, denied)
        and still_so(done, denied)
    )


def anchored(done: Proposition, denied: Proposition) -> bool:
    """Both name somebody in common; without that the articles must be about one affair, and the thing must be a known one."""
    if names(done) & names(denied):
        return bool(done.entry or denied.doer is None or denied.target is not None) or one_affair(done.telling, denied.telling)
    known, other = (denied.target, done.target) if denied.doer is None else (denied.doer, done.doer)
    if known is None or other is None or not known.definite:
        return False
    return bool(known.words & other.words) or one_affair(done.telling, denied.telling)


def names(one: Proposition) -> frozenset[str]:
    """The actors, and the names of no known actor, in a proposition."""
    listed = [party for party in (one.doer, one.target, *one.others.values()) if party is not None]
    return frozenset().union(*(party.actors | party.names | (party.keys if party.named else frozenset()) for party in listed))


def one_occasion(done: Proposition, denied: Proposition) -> bool:
    """Deeds that come again («fired a missile») need a day or a circumstance in common; what goes up and down, a day."""
    dated = bool(done.low and denied.low)
    if done.undone or denied.undone:
        apart_by = days_between(done.published, denied.published)
        return dated or (apart_by is not None and abs(apart_by) <= NEAR)
    if done.entry is not None and done.entry.dated:
        return dated
    if denied.target is None or denied.target.definite or done.target is None or done.target.definite:
        return True
    again = not (done.claim.part or denied.claim.part or done.claim.tense == denied.claim.tense == "present")
    told = denied.target.words & done.target.words or denied.target.actors & done.target.actors
    return not again or dated or bool(denied.others) or bool(told)


def same_outlook(done: Proposition, denied: Proposition) -> bool:
    """Both speak of what is, or both of what is to come; «will not accept» also denies «accepts»."""
    habit = done.claim.tense == "present" and denied.ahead and not (done.entry is not None and done.entry.single)
    return done.ahead == denied.ahead or (denied.ahead and habit)


def same_doer(done: Proposition, denied: Proposition) -> bool:
    """The same somebody; a passive without a doer denies the deed of everybody."""
    if denied.doer is None:
        return denied.target is not None
    return done.doer is not None and matches(denied.doer, done.doer)


def same_target(done: Proposition, denied: Proposition) -> bool:
    """The target of the denial covers that of the deed; both have one, or neither."""
    if denied.target is None or done.target is None:
        return denied.target is None and (done.target is None or is_understood(done, denied))
    if is_only_place(denied.target) and done.target.names & denied.telling.context:
        return True
    if not matches(denied.target, done.target) or is_pointed_at(denied.target):
        return False
    told = denied.target.words | (frozenset() if denied.target.named else denied.target.actors)
    narrower = told - done.target.words - done.target.before - done.content
    wider = done.target.words - denied.target.words - denied.target.before - denied.content
    return not narrower or (done.target.definite and not wider)


def is_only_place(target: Party) -> bool:
    """«the island», which nothing narrows: of the places that the article names, the one that is told of."""
    narrowed = target.words or target.before or target.names or target.actors
    return target.definite and not narrowed and bool(target.keys & PLACES)


def is_pointed_at(target: Party) -> bool:
    """«these people», of whom only the article knows who they are."""
    return target.text.lower().startswith(("these ", "those ", "such ")) and not target.actors


def is_understood(done: Proposition, denied: Proposition) -> bool:
    """«left without signing»: what was not signed is what the other telling, of the same days, has signed once."""
    if done.target is None or done.entry is None or not done.entry.single or denied.doer is None or not denied.doer.named:
        return False
    gap = days_between(done.published, denied.published)
    known = done.target.names | done.target.actors
    return bool(known & (denied.telling.context | denied.content)) and (gap is None or abs(gap) <= SINCE)


def granted(role: str, party: Party, done: Proposition) -> bool:
    """A circumstance of the denial is one of the deed too, whatever preposition the deed has it under."""
    if role in TIMELESS and not party.actors:
        return True
    if party.keys <= TIMES:
        return True
    if role in done.others and covers(party, done.others[role]):
        return True
    return party.names <= done.content and bool((party.keys | party.actors) & done.content)


def matches(left: Party, right: Party) -> bool:
    """Two parties that may be one: a key in common, no other arm, no words that tell them apart."""
    if not left.keys & right.keys or (left.arm and right.arm and left.arm != right.arm):
        return False
    return not apart(left, right)


def apart(left: Party, right: Party) -> bool:
    """Each is narrowed by words or names of its own that the other lacks, or one is «another»."""
    if left.number and right.number and left.number != right.number and not (left.named and right.named):
        return True
    if (left.words & ANOTHER) != (right.words & ANOTHER):
        return True
    if left.named and right.named:
        return not one_name(left, right)
    if left.actors - right.actors and right.actors - left.actors:
        return True
    return other_words(left, right)


def one_name(left: Party, right: Party) -> bool:
    """Known actors in common, or the words of one name all in the other: «Ivo Bah» and «Bah», not «Ada Bah»."""
    if left.actors & right.actors:
        return True
    return left.names <= right.names or right.names <= left.names


def other_words(left: Party, right: Party) -> bool:
    """Both are narrowed, each by something that the other lacks; what an earlier mention said counts too."""
    mine, others = left.words | left.before | left.names, right.words | right.before | right.names
    return bool(left.words - others) and bool(right.words - mine)


def is_nought(party: Party) -> bool:
    """«no ships»."""
    return party.text.lower().startswith(("no ", "any ", "none "))


def covers(wide: Party, narrow: Party) -> bool:
    """What is said of the first holds of the second: «the accord» of «the accord on gas», never the other way round."""
    return matches(wide, narrow) and (not (wide.words - narrow.words) or narrow.definite)


def same_time(left: Proposition, right: Proposition) -> bool:
    """Their own dates meet; a proposition without one is of no time long before its telling."""
    if left.low and right.low:
        return overlap(left, right)
    if any(one.claim.scope in EVER and not one.done and not one.low for one in (left, right)):
        return True
    dated, other = (left, right) if left.low else (right, left)
    told = days_between(dated.claim.high or dated.low, other.published)
    return told is None or told <= LONG_AGO


def overlap(left: Proposition, right: Proposition) -> bool:
    """Two dated propositions share a day, give or take NEAR."""
    starts = max(left.claim.low, right.claim.low)
    ends = min(left.claim.high or left.claim.low, right.claim.high or right.claim.low)
    gap = days_between(ends, starts)
    return gap is None or gap <= NEAR


def still_so(done: Proposition, denied: Proposition) -> bool:
    """Nothing says that it was done, or undone, only after the other telling."""
    later = days_between(denied.published, done.low or done.published)
    if later is None:
        return True
    if denied.claim.part and denied.claim.tense == "past" and later <= 0:
        return True  # «took no part in any operation», told afterwards, holds of all that came before
    if done.deed.startswith("be ") or done.deed in PASSING:
        return abs(later) <= (NEAR if denied.claim.scope in CHANGING else SINCE)
    if done.claim.tense == "present" and denied.claim.tense != "past":
        return True
    return later <= (NEAR if denied.claim.scope in CHANGING else SINCE)


def days_between(first: str, second: str) -> int | None:
    """Days from the first to the second; None where one of them is not known to the day."""
    try:
        return (date.fromisoformat(second) - date.fromisoformat(first)).days
    except ValueError:
        return None
