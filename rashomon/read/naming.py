"""Who wrote and published an article, as the page itself says: biography, the outlet's name in its own notices."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from rashomon.read.bylines import PART

ROLE = (
    r"(?i:reporter|journalist|correspondent|columnist|analyst|author|writer|editor|professor|lecturer|fellow|researcher|scholar|"
    r"expert|commentator|freelancer?|contributor|director|consultant|historian|economist|specialist|photographer|blogger|"
    r"advis[eo]r|scientist)"
)
PARTICLE = r"(?:de|del|van|von|der|bin|al|el|la|da|di)"
WHO = rf"(?:(?:PhD|Dr|Prof|Professor|Mr|Ms|Mrs)\.? )?(?P<name>{PART}(?: (?:{PARTICLE} )?{PART}){{1,3}})(?:, PhD)?"
OTHER, THIRD = WHO.replace("<name>", "<other>"), WHO.replace("<name>", "<third>")
SAYS = r"(?!.{0,300}\b(?:said|says|told|added|noted|wrote|argued|argues|warned|believes|according|testified|explained)\b)"
BIOGRAPHY = re.compile(
    rf"^{WHO} (?:is|was|has been) (?:an?|the|our|currently|based|also|senior|one of|\w{{2,20}}[’']s)\b.{{0,160}}?\b{ROLE}\b"
    rf"|^{OTHER}, {SAYS}(?:an?|the|our)\b.{{0,160}}?\b{ROLE}\b"
    rf"|^{THIRD} (?:covers|writes|reports|focuses|speciali[sz]es|consists of|has written|has covered|teaches|lectures|hails from|"
    r"currently works)\b"
    r"|^About (?:the )?author"
)
# The outlet in notices of its own.  Each form needs a name in capitals: «Subscribe to Steppe Herald news at …».
OUTLET = tuple(
    re.compile(form)
    for form in (
        rf"[Ss]ubscribe to (?P<name>{PART}(?: {PART}){{0,3}})(?:’s|'s)? (?:news|newsletter|channel|on|in|at)\b",
        r"(?:©|\([cC]\)|[Cc]opyright)\W{0,3}(?:\d{4}(?: ?[-–] ?\d{4})?)?\W{0,3}"
        rf"(?P<name>{PART}(?: (?:of |the |and |& )?{PART}){{0,4}})",
        rf"^(?P<name>(?:The )?{PART}(?: {PART}){{1,3}}) (?:brings you|is published by)\b",
        rf"(?P<name>{PART}(?: {PART}){{1,3}})(?:’s|'s)? (?:newsletter|editorial team|editorial guidelines)\b",
    )
)
HOST = re.compile(r"[\w-]+(?:\.[\w-]+)+")  # «news.example.org», declared for want of a name
LONGEST_MASTHEAD = 40  # characters
SLASHED = re.compile(r"^/ ?(?P<name>[\w .’'-]{3,40}?) ?/ ?")
MASTHEAD = re.compile(rf"(?:The )?{PART}(?: (?:(?:of|the|and|for) (?:the )?)?{PART}){{1,4}}")
PAPERS = frozenset(  # words that papers, agencies and stations are called by
    "post times herald gazette tribune courier journal review mirror telegraph observer chronicle standard star globe guardian"
    " examiner dispatch ledger bulletin lantern notebook wire press weekly monitor diplomat insider digest magazine agency tv"
    " radio online compass pulse outlook voice mail express independent inquirer sentinel register leader echo argus diary"
    " broadcasting newspaper channel".split()
)
NO_OUTLET = {
    "notice",
    "policy",
    "trademark",
    "copyright",
    "unauthorized",
    "all right reserved",
    "ideas",
    "game",
    "newsletter",
    "opinions",
    "the",
    "our",
    "your",
    "all",
    "us",
    "this",
    "get",
    "free",
    "daily",
    "weekly",
    "sign",
    "subscribe",
    "privacy",
    "terms",
    "all rights",
}


def biography(text: str) -> str | None:
    """The name in an author's biography, empty when it gives none; None when the text is no biography."""
    match = BIOGRAPHY.match(text)
    return None if match is None else (match["name"] or match["other"] or match["third"] or "")


def outlet(title: str, headings: Sequence[str], notices: Iterable[str]) -> str:
    """The outlet's name: the one its own notices give most often, else what follows the headline in the page's title."""
    named = Counter(name for line in notices for name in outlets_in(line))
    if named:
        return named.most_common(1)[0][0]
    return next((name for line in headings if (name := after_title(title, line))), "")


def masthead(line: str, below: str) -> str:
    """The outlet a line at the top of a page names: a name with a paper's word at its end or beginning, or one above «Home»."""
    if not MASTHEAD.fullmatch(line) or line.lower() in NO_OUTLET or len(line) > LONGEST_MASTHEAD:
        return ""
    words = line.lower().split()
    return line if words[-1] in PAPERS or words[0] in PAPERS or below.lower() == "home" else ""


def outlets_in(line: str) -> list[str]:
    """The outlet one notice names."""
    found = (match for form in OUTLET if (match := form.search(line[:400])))
    names = (match["name"].split(". ")[0].strip(" .,|").removeprefix("Copyright ") for match in found)
    return [name for name in names if name.lower() not in NO_OUTLET][:1]


def after_title(title: str, line: str) -> str:
    """«The Steppe Herald» of «Gas prices fall | The Steppe Herald» under that headline."""
    if not title or not line.startswith(title[:60]):
        return ""
    rest = re.split(r"\s[|–—-]\s|\s?\|\s?", line[len(title) :])
    return rest[-1].strip() if len(rest) > 1 and 0 < len(rest[-1]) <= 40 else ""
