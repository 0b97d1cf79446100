"""When two propositions speak of one and the same thing, so that they may be set against each other.

Everything here errs towards «no»: a detail that tells two things apart, or a denial that is narrower than what is affirmed,
makes them different things.  That a denial must be no narrower is the monotonicity of negation: «nobody was shot in Bria» does
not deny «somebody was shot».
"""

from datetime import date

from rashomon.compare.propositions import Party, Proposition

NEAR = 1  # days between two tellings of one day: the night, the time zones, the evening edition
FRESH = 3  # days; a deed denied by then may have been done after
TIMELESS = frozenset({"according to", "with", "as"})


def same_deed(done: Proposition, denied: Proposition) -> bool:
    """The denied proposition denies what the other affirms."""
    return (
        done.ahead == denied.ahead
        and same_doer(done, denied)
        and covers(denied.target, done.target)
        and all(covers(party, done.others.get(role)) for role, party in denied.others.items() if role not in TIMELESS)
        and same_time(done, denied)
        and still_open(done, denied)
    )


def same_doer(done: Proposition, denied: Proposition) -> bool:
    """The same somebody; a passive without a doer denies the deed of everybody."""
    if denied.doer is None:
        return denied.target is not None
    return done.doer is not None and matches(denied.doer, done.doer)


def matches(left: Party, right: Party) -> bool:
    """Two parties that may be one: a key in common, no other arm, no words that tell them apart."""
    if not left.keys & right.keys or (left.arm and right.arm and left.arm != right.arm):
        return False
    return not apart(left, right)


def apart(left: Party, right: Party) -> bool:
    """Each is narrowed by words or names of its own that the other lacks."""
    if left.number and right.number and left.number != right.number:
        return True
    if left.named and right.named:
        return False
    if left.actors and right.actors and not left.actors & right.actors:
        return True
    return bool(left.words - right.words) and bool(right.words - left.words)


def covers(wide: Party | None, narrow: Party | None) -> bool:
    """What is said of the first holds of the second: «the accord» of «the accord on gas», never the other way round."""
    if wide is None:
        return True
    if narrow is None or not matches(wide, narrow):
        return False
    return not (wide.words - narrow.words) or narrow.definite


def same_time(left: Proposition, right: Proposition) -> bool:
    """Their own dates meet; a proposition without one may be of any time near its telling."""
    if left.low and right.low:
        return overlap(left, right)
    return True


def overlap(left: Proposition, right: Proposition) -> bool:
    """Two dated propositions share a day, give or take NEAR."""
    starts = max(left.claim.low, right.claim.low)
    ends = min(left.claim.high or left.claim.low, right.claim.high or right.claim.low)
    gap = days_between(ends, starts)
    return gap is None or gap <= NEAR


def still_open(done: Proposition, denied: Proposition) -> bool:
    """Nothing says that it was done only after the denial was told."""
    if done.claim.tense == "present" and denied.claim.tense in ("present", "none"):
        return True
    later = days_between(denied.published, done.low or done.published)
    if later is None or not done.low:
        return denied.claim.scope != "yet" or later is None or later <= NEAR
    return later <= NEAR


def days_between(first: str, second: str) -> int | None:
    """Days from the first to the second; None where one of them is not known to the day."""
    try:
        return (date.fromisoformat(second) - date.fromisoformat(first)).days
    except ValueError:
        return None
