"""Who explains what by what: causes and aims, read from rules and from claims."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

import msgspec

from rashomon.compare.independence import Telling, teller
from rashomon.compare.lexicon import Cause, Pattern, account_patterns, cause_families, loose_words, occurrences, occurring_verbs
from rashomon.records import Claim, Found, Mention, Page, Rule, Span, Statement, Term

SAID = frozenset({"stated", "reported", "alleged"})
EXPLAINED = frozenset({"cause", "aim"})
GOOD_PART = 0.2  # of the mentions of countries; set by hand: an article rarely is about more than three
LONGEST_ANSWER = 300  # characters
SENTENCE_REST = re.compile(r"[;:—]|, (?:and|but|while|which|who|as|although|after|when)\b|\. ")
FRAMES = frozenset({"attempt", "wave", "series", "spate", "outbreak", "day", "week", "month"})
SUPERLATIVE = frozenset({"worst", "first", "biggest", "most", "largest", "greatest", "last", "second"})
SHORTEST_STEM = 4  # characters of the shortest word that others may be grown from
GROWN = frozenset({"s", "es", "ed", "d", "ing", "er", "ers", "or", "age", "al", "ic", "y"})
OVER = re.compile(  # «riots over the price of bread», «unrest because of corruption and unemployment»
    r"[^\W\d_]+ (?:over|because of|due to) "
    r"(?P<answer>(?:(?:the|a|an) )?[^\s,.;]+(?: (?:of|in|for|and|the|a|on) [^\s,.;]+| (?:price|cost)s?\b)*)"
)
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
SHORT_CLAUSE = 8  # words in which the verb of an occurrence must stand
SHORTLY = 600  # characters: a paragraph
DEMONSTRATIVES = frozenset({"this", "that", "these", "those", "it", "all"})
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
STOP = re.compile(r"\b(?:of|in|on|to|that|which|who|by|with|at|for|from|against|over|during|after|being|carried|led)\b|,")
GRAMMAR = frozenset(
    "the a an of in on at to for from by with and or but as its his her their this that these those was were is are be been "
    "being has have had not no it he she they we which who whom whose some any all more most than into over under after before "
    "about against between through during without within also only just so such what there then when where while".split()
)


@dataclass(frozen=True, slots=True)
class Told:
    """What a telling explains, and how."""

    kind: str  # "cause" or "aim"
    occurrence: str  # «unrest»
    named: str  # the occurrence as written
    answer: str  # quoted
    year: str  # of its own date, or empty
    telling: Telling


@dataclass(frozen=True, slots=True)
class Account:
    """One explanation of one occurrence, laid out for comparison."""

    told: Told
    where: frozenset[str]  # its countries, or the thing that it befell
    sure: bool  # the words themselves say where; else it is what the article is mostly about
    words: frozenset[str]
    actors: frozenset[str]
    families: frozenset[str]
    nobody: bool = False  # an aim that is denied altogether: «not aimed at any third country»

    @property
    def telling(self) -> Telling:
        """On whose word."""
        return self.told.telling


@dataclass(frozen=True, slots=True)
class Reading:
    """An article as far as explanations need it: whom its spans mention, what it is mostly about."""

    page: Page
    starts: tuple[int, ...]
    mentions: tuple[Mention, ...]
    about: frozenset[str]  # the countries most mentioned
    actors: Mapping[str, str]
    said: tuple[tuple[Span, Statement], ...] = ()  # each piece of what somebody is reported to have said

    def told_by(self, telling: Telling, answer: Span) -> Telling:
        """The telling on the word of whoever is reported to have said its answer: «the general called the riots a plot»."""
        around = [(high - low, one.id, one) for (low, high), one in self.said if low <= answer[0] and answer[1] <= high]
        statement = min(around)[2] if around else None
        if statement is None or len(statement.voice) <= len(telling.finding.voice):
            return telling
        return replace(telling, finding=msgspec.structs.replace(telling.finding, voice=statement.voice, status=statement.status))

    def within(self, spans: Iterable[Span]) -> list[Mention]:
        """The mentions inside some spans."""
        found = []
        for low, high in spans:
            place = bisect_left(self.starts, low)
            while place < len(self.mentions) and self.mentions[place].cited.end <= high:
                found.append(self.mentions[place])
                place += 1
        return found


def reading(found: Found, page: Page, actors: Mapping[str, str]) -> Reading:
    """Lay out an article."""
    ordered = tuple(sorted(found.mentions, key=lambda mention: (mention.cited.start, mention.cited.end)))
    starts = tuple(mention.cited.start for mention in ordered)
    spoken = (one for one in found.statements if one.kind in ("speech", "belief"))
    said = tuple((piece, one) for one in spoken for piece in one.content)
    return Reading(page, starts, ordered, countries_about(ordered), actors, said)


def countries_about(mentions: Iterable[Mention]) -> frozenset[str]:
    """The countries that make up a good part of the mentions of an article."""
    counted = Counter(mention.country for mention in mentions if is_country(mention.country))
    return frozenset(country for country, number in counted.items() if number >= GOOD_PART * counted.total())


def is_country(code: str) -> bool:
    """A state, not «IGO» or «NGO»."""
    return len(code) == 3 and code not in ("IGO", "NGO", "UNO")


def accounts(found: Found, page: Page, actors: Mapping[str, str], copied: str) -> Iterator[Account]:
    """The explanations of one article."""
    read, tell = reading(found, page, actors), teller(found, actors, copied)
    ruled = [
        account
        for rule in found.rules
        if rule.rule in EXPLAINED and not rule.negated and rule.if_text and rule.then_text and not of_anybody(rule.if_text)
        for account in of_rule(rule, read, tell(rule))
    ]
    yield from ruled
    aims = [account for account in ruled if account.told.kind == "aim"]
    aimed = {rule.sentence for rule in found.rules if rule.rule == "aim"}
    before: list[Claim] = []
    for claim in found.claims:
        telling = tell(claim)
        if (
            not claim.negated
            and claim.scope != "any"
            and claim.sentence not in aimed
            and claim.status in SAID
            and claim.verb in account_patterns()
        ):
            for pattern in account_patterns()[claim.verb]:
                yield from of_claim(claim, pattern, read, before, telling)
        yield from (*over(claim, read, telling), *at_nobody(claim, aims, telling))
        before.append(claim)


def of_anybody(text: str) -> bool:
    """«any forces that provoke riots» tells of no forces that did."""
    return text.split(maxsplit=1)[0].lower() in ("any", "anybody", "anyone", "no", "whoever", "whatever")


def over(claim: Claim, read: Reading, telling: Telling) -> Iterator[Account]:
    """The cause that a noun phrase gives in passing: «the riots over the price of bread»; only causes of a known family."""
    settles = not claim.negated and claim.status in SAID
    for term in (term for term in claim.terms if settles and (named := happened(term)) and named == "unrest"):
        low, high = span_of(term, claim)
        place = read.page.text.find(term.head, low, claim.sentence[1])
        found = OVER.match(read.page.text, place, claim.sentence[1]) if place >= 0 else None
        answer = found["answer"] if found else ""
        if found and families_of(answer, content_words(answer)):
            told = Told(
                "cause",
                "unrest",
                read.page.text[place : found.start("answer")].split()[0],
                answer,
                year_in(term.text) or claim.low[:4],
                telling,
            )
            spans = [(found.start("answer"), found.end("answer"))]
            yield account(told, places_of(read.within([(low, high)])), read.within(spans), read)


def at_nobody(claim: Claim, aims: Sequence[Account], telling: Telling) -> Iterator[Account]:
    """The denial of every aim, said shortly after one was told: «our drills are not aimed at any third country»."""
    told = [pattern for pattern in account_patterns().get(claim.verb, ()) if pattern.kind == "aim"]
    if not told or not claim.negated or claim.scope != "any" or claim.status not in SAID:
        return
    whom = next((term for pattern in told for term in claim.terms if term.role in pattern.cause and not term.actors), None)
    near = [one for one in aims if 0 < claim.cited.start - one.telling.finding.cited.end <= SHORTLY]
    if whom is not None and near:
        last = near[-1]
        answer = f"not at {whom.text}"
        yield Account(
            Told("aim", last.told.occurrence, last.told.named, answer, last.told.year, telling),
            last.where,
            last.sure,
            content_words(answer),
            frozenset(),
            frozenset(),
            nobody=True,
        )


def of_rule(rule: Rule, read: Reading, telling: Telling) -> Iterator[Account]:
    """The explanation that a rule gives: of a cause the outcome is explained, of an aim what has it."""
    explained, spans = (rule.then_text, rule.then_spans) if rule.rule == "cause" else (rule.if_text, rule.if_spans)
    answer, answers = (rule.if_text, rule.if_spans) if rule.rule == "cause" else (rule.then_text, rule.then_spans)
    named = occurrence_of(explained) or (noun_of(explained) if rule.rule == "aim" else None)
    if named is not None and (rule.rule == "aim" or not circular(answer, named[0])):
        where = places_of(read.within(spans)) | (frozenset({named[1]}) if named[0] != named[1] else frozenset())
        told = Told(rule.rule, named[0], explained, answer, year_in(explained), telling)
        yield account(told, where, read.within(answers), read)


def year_in(text: str) -> str:
    """The year that a phrase names: «the 2011 protests»."""
    found = YEAR.search(text)
    return found.group() if found else ""


def circular(answer: str, name: str) -> bool:
    """The answer only names the occurrence again: «unrest led to unrest in the cities»."""
    words = content_words(answer)
    return not any(words & cause.words for cause in cause_families()) and any(occurrences().get(word) == name for word in words)


def of_claim(claim: Claim, pattern: Pattern, read: Reading, before: Sequence[Claim], telling: Telling) -> Iterator[Account]:
    """The explanation that a clause gives by its pattern."""
    effect = next((term for role in pattern.effect for term in claim.terms if term.role == role), None)
    causes = [term for role in pattern.cause for term in claim.terms if term.role == role]
    if effect is None or not causes or (pattern.heads and causes[0].head not in pattern.heads):
        return
    if effect.head in DEMONSTRATIVES:
        effect = next((term for earlier in reversed(before[-8:]) for term in earlier.terms if happened(term)), effect)
    name = happened(effect) or occurring_verbs().get(claim.verb) or (effect.head if pattern.kind == "aim" else None)
    if name is None or SUPERLATIVE & set(causes[0].text.lower().split()) or causes[0].head == effect.head:
        return
    spans = [span_of(effect, claim)]
    befell = claim.verb in occurring_verbs() and not happened(effect)
    where = frozenset({effect.head} if befell else ()) | places_of(read.within(spans))
    answer = stretch(causes[0], claim, read.page)
    answers = read.within([span_of(causes[0], claim)])
    telling = read.told_by(telling, span_of(causes[0], claim))
    yield account(
        Told(pattern.kind, name, effect.text, answer, year_in(effect.text) or claim.low[:4], telling), where, answers, read
    )


def happened(term: Term) -> str | None:
    """The occurrence that a term means: «the riots», «a wave of protests», «the January events»."""
    if term.head in occurrences():
        return occurrences()[term.head]
    if term.head == "event" and "events" in term.text.lower():
        return occurrences()["events"]
    if term.head in FRAMES:
        return next((occurrences()[word] for word in term.words if word in occurrences()), None)
    return None


def account(told: Told, where: frozenset[str], mentions: Iterable[Mention], read: Reading) -> Account:
    """An account with the place of what it explains, and the words of its answer sorted into families."""
    words = content_words(told.answer)
    meant = [mention for mention in mentions if mention.actor and (told.kind == "cause" or mention.use != "modifier")]
    whom = frozenset(read.actors.get(mention.actor, mention.actor) for mention in meant)
    families = families_of(told.answer, words)
    return Account(told, where or nearby(told.telling, read), bool(where), words, whom, families)


def families_of(answer: str, words: frozenset[str], listed: Sequence[Cause] = ()) -> frozenset[str]:
    """The families (of causes, unless others are listed) that an answer belongs to; a phrase's words count in it alone."""
    families = listed or cause_families()
    text = f" {answer.lower()} "
    phrases = {phrase for cause in families for phrase in cause.words if " " in phrase and f" {phrase}" in text}
    left = words - {word for phrase in phrases for word in phrase.split()} | phrases
    return frozenset(cause.family for cause in families if any(is_form(word, cause.words) for word in left))


def is_form(word: str, words: frozenset[str]) -> bool:
    """The word is one of the words, or grown from one: «leaking» from «leak», «smoking» from «smoke»."""
    if word in words or (word.endswith("ing") and f"{word[:-3]}e" in words):
        return True
    return any(word[:length] in words for length in range(SHORTEST_STEM, len(word)) if word[length:] in GROWN)


def occurrence_of(text: str) -> tuple[str, str] | None:
    """The occurrence that a quoted phrase names, and the noun it is called by; None when it names none."""
    head = STOP.split(text, maxsplit=1)[0]
    for word in reversed([form for found in WORD.findall(head) for form in (singular(found.lower()), found.lower())]):
        if word in occurrences():
            return occurrences()[word], occurrences()[word]
    for word in [singular(found.lower()) for found in WORD.findall(text)[:SHORT_CLAUSE]]:
        verb = base_of(word)
        if verb in occurring_verbs():
            return occurring_verbs()[verb], thing_of(text)
    return None


def noun_of(text: str) -> tuple[str, str] | None:
    """The noun that a phrase without a known occurrence is about: «the joint patrols in the bay» are patrols."""
    words = [singular(found.lower()) for found in WORD.findall(STOP.split(text, maxsplit=1)[0])]
    return (words[-1], words[-1]) if words else None


def thing_of(text: str) -> str:
    """The first noun of a short clause: «the ferry at Likoni sank» is about the ferry."""
    words = [singular(found.lower()) for found in WORD.findall(text) if found.lower() not in GRAMMAR]
    return words[0] if words and base_of(words[0]) not in occurring_verbs() else ""


@cache
def past_forms() -> dict[str, str]:
    """Verbs of occurrences by the forms in which the press has them."""
    irregular = {"sank": "sink", "sunk": "sink", "fell": "fall", "rose": "rise", "burnt": "burn", "burst": "burst"}
    regular = {form: verb for verb in occurring_verbs() for form in (f"{verb}ed", f"{verb}d", f"{verb}s", f"{verb}ing")}
    return regular | irregular


def base_of(word: str) -> str:
    """The verb of a form, as far as occurrences go; else the word."""
    return past_forms().get(word, word)


def singular(word: str) -> str:
    """A noun without its plural ending."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("xes", "ches", "shes", "sses")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 3 else word


def content_words(text: str) -> frozenset[str]:
    """The words of an answer that mean something, singular, parts of a compound each for itself too."""
    found = [word.lower() for word in WORD.findall(text)]
    pieces = {piece for word in found for piece in (word, *word.split("-"))}
    return frozenset(singular(word) for word in pieces if word not in GRAMMAR and len(word) > 2) - loose_except_families()


@cache
def loose_except_families() -> frozenset[str]:
    """The loose words that tell no family of causes either."""
    return loose_words() - frozenset(word for cause in cause_families() for word in cause.words)


def places_of(mentions: Iterable[Mention]) -> frozenset[str]:
    """The countries that tell one occurrence from another."""
    return frozenset(mention.country for mention in mentions if is_country(mention.country))


def nearby(telling: Telling, read: Reading) -> frozenset[str]:
    """The countries named in the sentence and shortly before it, and those that the article is about."""
    start, end = telling.finding.sentence
    return read.about | places_of(read.within([(start - SHORTLY, end)]))


def span_of(term: Term, claim: Claim) -> Span:
    """Where a term stands on the page, as far as its words are found in the claim; else the whole claim."""
    place = claim.cited.quote.find(term.text)
    if place < 0:
        return claim.cited.start, claim.cited.end
    return claim.cited.start + place, claim.cited.start + place + len(term.text)


def stretch(term: Term, claim: Claim, page: Page) -> str:
    """The words of an answer as the page has them; one late in its clause goes on to the end of the sentence."""
    low, high = span_of(term, claim)
    if low - claim.cited.start < claim.cited.end - high:
        return page.text[low:high]
    return SENTENCE_REST.split(page.text[low : min(claim.sentence[1], low + LONGEST_ANSWER)], maxsplit=1)[0].rstrip(' .”"!')
