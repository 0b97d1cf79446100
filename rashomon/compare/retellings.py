"""Short forms of one utterance that share few words: an echo, a headline, the sum before the quotation, a stance taken twice."""

from rashomon.compare.acts import one_act
from rashomon.compare.alignment import Aligned
from rashomon.compare.utterances import Wording, content_words

SHARED = 3  # rare words that a pair must share to be looked at
SHORT = 10  # content words of a statement that may be an echo
# Shares that must align of two short ones of one speaker.  Tuned on the seeds and on fourteen piles of ../shared/gold/stories,
# where all five pairs that only these let through were true; look again at what echoes() lets through after a change.
ECHOED = 0.28
ECHOED_MORE = 0.49
ASSERTED = frozenset({"reported", "alleged", "planned"})
# Words that a sum and the quotation after it share, and the characters between them.  Looked at on eighty piles of
# ../shared/gold/stories: with four words, two of them in a row, six pairs of six were true; of three words hardly any.
SUMMED = 4
AFTER = 500
STANDS = 0.3  # of the weight of the shorter of two stances; with less it is another stance towards the same people


def retold(left: Wording, right: Wording, found: Aligned) -> str:
    """What two wordings that share few words are to each other, in words for people; empty when they are two utterances."""
    if echoes(left, right, found):
        return "the one echoes the other"
    if sums_up(left, right, found):
        return "the one sums up the quotation beside it"
    if heads(left, right):
        return "the headline sums up what the article tells"
    if one_stance(left, right, found):
        return "one stance, told twice"
    return one_act(left, right)


def echoes(left: Wording, right: Wording, found: Aligned) -> bool:
    """«blamed foreign forces for the riots», «claimed outside powers incited unrest»: too short to share many words."""
    short = max(len(left.whole.words), len(right.whole.words)) <= SHORT
    one, other = left.statement, right.statement
    asserted = all(side.status in ASSERTED and side.kind == "speech" and side.speaker for side in (one, other))
    one_mouth = one.speaker == other.speaker or "alleged" in {one.status, other.status}  # an accusation is the state's and his
    return short and asserted and one_mouth and len(found.common) >= SHARED and found.less >= ECHOED and found.more >= ECHOED_MORE


def sums_up(left: Wording, right: Wording, found: Aligned) -> bool:
    """«The mayor told traders that he opposes any closure of the pier. “We will oppose any closure …,” he said.»"""
    one, other = left.statement, right.statement
    quoted = {one.form == "direct", other.form == "direct"} == {True, False}
    beside = one.article == other.article and abs(one.cited.start - other.cited.start) <= AFTER
    if not (quoted and beside and left.speaker and left.speaker == right.speaker):
        return False
    return len(found.common) >= SUMMED and bool(neighbours(left) & neighbours(right))


def heads(left: Wording, right: Wording) -> bool:
    """«Lund warns of closing the pier» over «Lund told traders that he opposes any closure of the wooden pier»."""
    title, other = (left, right) if left.heads else (right, left)
    if not title.heads or other.heads or title.statement.article != other.statement.article:
        return False
    if not (title.speaker and title.speaker == other.speaker) or title.whole.denied != other.whole.denied:
        return False
    plain = title.whole.words & other.whole.words - other.whole.names
    return title.whole.words <= other.whole.words and bool(plain)


def neighbours(side: Wording) -> frozenset[tuple[str, str]]:
    """The content words that follow each other, two by two."""
    return frozenset(zip(side.whole.order, side.whole.order[1:], strict=False))


def one_stance(left: Wording, right: Wording, found: Aligned) -> bool:
    """«backed the Customs League in its effort to reopen the ports», «supports the League in reopening ports and roads»."""
    one, other = left.statement, right.statement
    if one.kind != other.kind or one.kind not in STANCES or one.status != other.status or not one_side(left, right):
        return False
    stance = frozenset(content_words(one.cue)) & frozenset(content_words(other.cue))
    towards = left.whole.names & right.whole.names
    return bool(stance and towards) and len(found.common) >= SHARED and found.more >= STANDS


STANCES = frozenset({"attitude", "belief"})


def one_side(left: Wording, right: Wording) -> bool:
    """One speaker, or a state and the holder of an office in it: «Oslo fears», «the concern of the Norwegian minister»."""
    return bool(left.speaker) and (
        left.speaker == right.speaker or (bool(left.speaks_for) and left.speaks_for == right.speaks_for)
    )
