"""``python -m bench.encoder [WEIGHTS.npz]``: pairs of passages that the learned reader scores a second, by length.

By processor time; set OPENBLAS_NUM_THREADS=1 for the speed on one core, which is the yardstick: 30 pairs of 64 tokens a second.
"""

import sys
import time
from pathlib import Path

from rashomon.compare.encoder.forward import probabilities
from rashomon.compare.encoder.network import PROPOSING, network
from rashomon.compare.encoder.tokens import tokens

LENGTHS = (32, 64, 128, 256)  # tokens of a pair
PAIRS = 128
WORDS = "the ministry said that ten people died when the bridge over the river fell in the night of the storm".split()


def passage(words: int, turn: int) -> str:
    """A made-up passage of that many words, each of them one token."""
    return " ".join(WORDS[(turn + number) % len(WORDS)] for number in range(words))


def main(arguments: list[str]) -> int:
    """Print the seconds to read the weights, and the speeds."""
    began = time.process_time()
    learned = network(Path(arguments[0]) if arguments else PROPOSING)
    print(f"{learned.header.family} of {learned.header.layers} layers, weights read in {time.process_time() - began:.2f} s")
    for length in LENGTHS:
        words = (length - len(tokens(learned.reader, "", "").numbers)) / 2  # beside the marks around them
        pairs = [(passage(int(words + 0.5), turn), passage(int(words), turn * 7)) for turn in range(PAIRS)]
        began = time.process_time()
        probabilities(pairs, learned)
        taken = time.process_time() - began
        print(f"{len(tokens(learned.reader, *pairs[0]).numbers):4} tokens {PAIRS / taken:7.1f} pairs a second")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
