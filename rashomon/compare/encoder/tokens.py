"""Pairs of passages as numbers of tokens: the words of BERT without letter case or accents, cut into known pieces (WordPiece)."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from tokenizers import Tokenizer
from tokenizers.models import WordPiece
from tokenizers.normalizers import BertNormalizer
from tokenizers.pre_tokenizers import BertPreTokenizer
from tokenizers.processors import BertProcessing, RobertaProcessing

UNKNOWN = "[UNK]"
MOST_CHARACTERS = 4096  # of a passage; 256 tokens of English are some 1,200, so that more could not be read anyway


class Marks(NamedTuple):
    """The tokens before a pair and after each passage, and how a pair is set out with them."""

    first: str
    between: str
    setting: type[BertProcessing | RobertaProcessing]


MARKS: Mapping[str, Marks] = {
    "bert": Marks("[CLS]", "[SEP]", BertProcessing),  # «[CLS] left [SEP] right [SEP]»
    "mpnet": Marks("<s>", "</s>", RobertaProcessing),  # «<s> left </s> </s> right </s>»
}


class Tokens(NamedTuple):
    """A pair as the network reads it, and 0 or 1 for each token, the passage it is of (always 0 in an MPNet)."""

    numbers: list[int]
    kinds: list[int]


def reader(vocabulary: Sequence[str], most: int, marks: Marks = MARKS["bert"]) -> Tokenizer:
    """A tokenizer of that vocabulary that cuts a pair to ``most`` tokens, from the end of the longer passage first.

    Raises ValueError when a token stands twice or one of the marks and «[UNK]» is missing.
    """
    numbers = {token: number for number, token in enumerate(vocabulary)}
    missing = [token for token in (marks.first, marks.between, UNKNOWN) if token not in numbers]
    if missing or len(numbers) < len(vocabulary):
        raise ValueError(f"the vocabulary lacks {', '.join(missing)}" if missing else "the vocabulary has a token twice")
    made = Tokenizer(WordPiece(numbers, unk_token=UNKNOWN))
    made.normalizer = BertNormalizer(lowercase=True)
    made.pre_tokenizer = BertPreTokenizer()
    made.post_processor = marks.setting((marks.between, numbers[marks.between]), (marks.first, numbers[marks.first]))
    made.enable_truncation(most)
    return made


def tokens(tokenizer: Tokenizer, left: str, right: str) -> Tokens:
    """The tokens of a pair."""
    read = tokenizer.encode(readable(left), readable(right))
    return Tokens(read.ids, read.type_ids)


def readable(passage: str) -> str:
    """As much of a passage as may be read; half a character pair, which no tokenizer takes, becomes a question mark."""
    return passage[:MOST_CHARACTERS].encode("utf-8", "replace").decode("utf-8")
