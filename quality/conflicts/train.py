"""``python -m quality.conflicts.train BASE OUT INSTANCES ... [--watch INSTANCES ...]``: train the reader of two passages.

BASE is a folder (or name) of a BERT or MPNet without head, or the OUT of an earlier run, which is trained on; INSTANCES are
what ``python -m quality.conflicts.instances`` wrote.  After each epoch the model is saved in OUT and measured on what is watched.

Two networks ship.  The one that proposes is sentence-transformers/all-MiniLM-L6-v2, trained at a rate of 9e-5; the one that
decides is sentence-transformers/all-mpnet-base-v2, of which ``--layers 9`` keeps the lower nine layers, at the rate that stands
below: see docs/rival_passages.md.  Embeddings stay as they are, so that words that no set holds keep their meaning; arithmetic is
bfloat16.  On one core 1,000 instances take the large one about two minutes, the small one half a minute.  Needs
``pip install -e .[train]``.
"""

import argparse
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

import torch
from sklearn.metrics import average_precision_score, precision_recall_curve
from transformers import AutoModelForSequenceClassification, AutoTokenizer

from quality.conflicts.examples import batches, epoch, rate
from quality.conflicts.instances import Instance, load
from quality.conflicts.tellings import KINDS

BATCH = 16
READ_AT_ONCE = 24  # pairs, where nothing is learned
LENGTH = 176  # tokens of a pair in training; the memory of a step grows with its square
DECAY = 0.01
SMOOTHING = 0.05  # of the labels: two careful readers do not always agree
LARGEST_STEP = 1.0  # norm of the gradient
PRECISION = 0.9  # at which recall is shown
TOLD_EVERY = 100  # steps


class Reader(NamedTuple):
    """A model and its tokenizer."""

    tokenizer: Any
    model: Any

    def logits(self, pairs: Sequence[tuple[str, str]]) -> Any:
        """What the model answers for a batch of pairs."""
        left, right = zip(*pairs, strict=True)
        read = self.tokenizer(list(left), list(right), return_tensors="pt", padding=True, truncation=True, max_length=LENGTH)
        with torch.autocast("cpu", torch.bfloat16):
            return self.model(**read).logits.float()

    def conflicting(self, pairs: Sequence[tuple[str, str]]) -> list[float]:
        """The chance of any conflict for each pair."""
        self.model.eval()
        order = sorted(range(len(pairs)), key=lambda place: sum(map(len, pairs[place])))
        chances = [0.0] * len(pairs)
        for start in range(0, len(order), READ_AT_ONCE):
            places = order[start : start + READ_AT_ONCE]
            with torch.no_grad():
                none = self.logits([pairs[place] for place in places]).softmax(-1)[:, 0].tolist()
            for place, chance in zip(places, none, strict=True):
                chances[place] = 1 - chance
        return chances


def reader(base: str, layers: int | None = None) -> Reader:
    """The model of a folder with a column for each kind, with its lower ``layers`` alone if that many are asked for.

    Raises ValueError when it has fewer layers.
    """
    named = dict(enumerate(KINDS))
    model = AutoModelForSequenceClassification.from_pretrained(
        base, num_labels=len(KINDS), id2label=named, label2id={kind: column for column, kind in named.items()}
    )
    body = model.base_model
    if layers:
        if layers > len(body.encoder.layer):
            raise ValueError(f"{base} has {len(body.encoder.layer)} layers, fewer than {layers}")
        body.encoder.layer = body.encoder.layer[:layers]
        model.config.num_hidden_layers = layers
    for parameter in body.embeddings.parameters():
        parameter.requires_grad = False
    return Reader(AutoTokenizer.from_pretrained(base), model)


def learn(to_learn: Reader, optimiser: Any, batch: Sequence[Instance], learning_rate: float) -> float:
    """One step; gives the loss."""
    for group in optimiser.param_groups:
        group["lr"] = learning_rate
    answers = torch.tensor([KINDS.index(one.kind) for one in batch])
    logits = to_learn.logits([(one.left, one.right) for one in batch])
    loss = torch.nn.functional.cross_entropy(logits, answers, label_smoothing=SMOOTHING)
    loss.backward()
    torch.nn.utils.clip_grad_norm_(to_learn.model.parameters(), LARGEST_STEP)
    optimiser.step()
    optimiser.zero_grad()
    return float(loss.item())


def train(to_learn: Reader, instances: Sequence[Instance], asked: argparse.Namespace) -> Iterator[float]:
    """Train; gives the mean loss after each epoch."""
    chance, step, steps = Random(asked.seed), 0, asked.epochs * -(-len(instances) // BATCH)
    free = [parameter for parameter in to_learn.model.parameters() if parameter.requires_grad]
    optimiser = torch.optim.AdamW(free, lr=asked.rate, weight_decay=DECAY)
    for number in range(asked.epochs):
        to_read = batches(epoch(instances, chance), BATCH, chance)
        to_learn.model.train()
        lost = 0.0
        for count, batch in enumerate(to_read, 1):
            lost += learn(to_learn, optimiser, batch, rate(step, steps, asked.rate, asked.end))
            step += 1
            if count % TOLD_EVERY == 0:
                print(f"  epoch {number + 1}: {count} of {len(to_read)} batches, loss {lost / count:.3f}", flush=True)
        yield lost / max(len(to_read), 1)


def watched(to_measure: Reader, instances: Sequence[Instance]) -> str:
    """Average precision and recall of conflicts, both orders read."""
    pairs = [(one.left, one.right) for one in instances]
    chances = [sum(both) for both in zip(*(to_measure.conflicting(order) for order in (pairs, turned(pairs))), strict=True)]
    truth = [one.kind != "none" for one in instances]
    precisions, recalls, _ = precision_recall_curve(truth, chances)
    recall = max(recall for precision, recall in zip(precisions, recalls, strict=True) if precision >= PRECISION)
    return f"average precision {average_precision_score(truth, chances):.3f}, recall {recall:.2f} at precision {PRECISION}"


def turned(pairs: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """The pairs in the other order."""
    return [(right, left) for left, right in pairs]


def options() -> argparse.ArgumentParser:
    """What may be said on the command line."""
    told = argparse.ArgumentParser(prog="quality.conflicts.train", description="Train the reader of two passages.")
    told.add_argument("base", help="folder or name of a BERT or MPNet, or the folder of an earlier run")
    told.add_argument("out", type=Path)
    told.add_argument("instances", nargs="+", type=Path)
    told.add_argument("--watch", nargs="+", type=Path, default=[], help="instances to measure on after each epoch")
    told.add_argument("--layers", type=int, help="keep this many, the lower ones")
    told.add_argument("--epochs", type=int, default=2)
    told.add_argument("--rate", type=float, default=2.6e-5, help="the highest learning rate")
    told.add_argument("--end", type=float, default=0.02, help="the share of it that the last steps have")
    told.add_argument("--seed", type=int, default=7)
    told.add_argument("--threads", type=int, default=1, help="other numbers of threads add up in another order")
    return told


def main(arguments: Sequence[str]) -> int:
    """Train, and say after each epoch how it went."""
    asked = options().parse_args(arguments)
    torch.set_num_threads(asked.threads)
    torch.manual_seed(asked.seed)
    to_learn = reader(asked.base, asked.layers)
    begun = time.monotonic()
    for number, loss in enumerate(train(to_learn, load(asked.instances), asked), 1):
        to_learn.model.save_pretrained(asked.out)
        to_learn.tokenizer.save_pretrained(asked.out)
        print(f"epoch {number} of {asked.epochs}: loss {loss:.3f}, {time.monotonic() - begun:.0f} s", flush=True)
        for path in asked.watch:
            print(f"  {path.name}: {watched(to_learn, load([path]))}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
