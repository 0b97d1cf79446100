"""The forward pass of the encoder: pairs of passages in, a probability for each label out, in float32 on one core."""

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from rashomon.compare.encoder.network import Dense, Floats, Layer, Network, Norm, network, scaled
from rashomon.compare.encoder.tokens import Tokens, tokens

BATCH = 1024  # tokens, padding included; 512 to 2,048 are as fast (python -m bench.encoder), and memory stays under 100 MB
DECIMALS = 3  # of a probability: machines, and the batch a pair is in, differ from the sixth on
BLOCK = 64  # rows of the widest layer that stay in the cache of a core
HIDDEN = np.float32(-1e9)  # added to the attention to a token of padding, whose share then is exactly 0
ERF = (1.061405429, -1.453152027, 1.421413741, -0.284496736, 0.254829592)  # Abramowitz and Stegun 1964, 7.1.26, highest first
ERF_SLOPE = 0.3275911


def probabilities(pairs: Sequence[tuple[str, str]], learned: Network | None = None) -> NDArray[np.float64]:
    """The probability of each label for each pair, to three decimals: a row for each pair, a column for each label.

    The labels are ``network().header.labels``, the probability from which each holds is in ``network().thresholds``; ``learned``
    is another network than the one that comes with the package.  Order matters: (a, b) may come out otherwise than (b, a).  Of
    two long passages the beginnings are read, as many tokens as the network has positions.
    Raises WeightsError when the weights cannot be read.
    """
    learned = learned or network()
    read = [tokens(learned.reader, left, right) for left, right in pairs]
    found = np.zeros((len(read), len(learned.header.labels)))
    for batch in batches([len(one.numbers) for one in read]):
        found[batch] = shares(logits(learned, [read[number] for number in batch]).astype(np.float64))
    return np.round(found, DECIMALS)


def batches(lengths: Sequence[int]) -> Iterator[list[int]]:
    """The numbers of the pairs in batches of like length, each of at most BATCH tokens with padding, or one pair."""
    batch: list[int] = []
    for number in sorted(range(len(lengths)), key=lambda number: lengths[number]):
        if batch and (len(batch) + 1) * lengths[number] > BATCH:
            yield batch
            batch = []
        batch.append(number)
    if batch:
        yield batch


def logits(learned: Network, read: Sequence[Tokens]) -> Floats:
    """What the network makes of a batch, before it is turned into probabilities: [pairs, labels]."""
    numbers, kinds, hidden = padded(read)
    states = embedded(learned, numbers, kinds)
    added = attended(learned, hidden)
    for layer in learned.layers[:-1]:
        states = after(layer, learned.header.heads, states, states, added)
    for layer in learned.layers[-1:]:  # only the first token's state is asked for, «[CLS]»
        states = after(layer, learned.header.heads, states[:, :1], states, added[:, :, :1])
    return linear(np.tanh(linear(states[:, 0], learned.pooled)), learned.classified)


def padded(read: Sequence[Tokens]) -> tuple[NDArray[np.intp], NDArray[np.intp], Floats]:
    """Numbers and kinds of the tokens, [pairs, tokens], and what is added to the attention to each."""
    shape = (len(read), max(len(one.numbers) for one in read))
    numbers, kinds, hidden = np.zeros(shape, np.intp), np.zeros(shape, np.intp), np.full(shape, HIDDEN, np.float32)
    for row, one in enumerate(read):
        numbers[row, : len(one.numbers)] = one.numbers
        kinds[row, : len(one.kinds)] = one.kinds
        hidden[row, : len(one.numbers)] = 0
    return numbers, kinds, hidden


def embedded(learned: Network, numbers: NDArray[np.intp], kinds: NDArray[np.intp]) -> Floats:
    """The first state of each token: its word, its place and its passage, [pairs, tokens, width]."""
    words = scaled(learned.words[numbers], learned.words_scale[numbers])
    words += learned.positions[: numbers.shape[1]]
    if learned.kinds is not None:
        words += learned.kinds[kinds]
    return normed(words, learned.norm)


def attended(learned: Network, hidden: Floats) -> Floats:
    """What is added to the attention of each token to each: [pairs, heads or 1, tokens, tokens] where distance counts, else 1."""
    added = hidden[:, None, None, :]
    if learned.distances is None:
        return added
    places = np.arange(hidden.shape[1])
    between: Floats = learned.distances[:, places[None, :] - places[:, None] + len(learned.positions) - 1]
    return added + between


def after(layer: Layer, heads: int, asked: Floats, states: Floats, added: Floats) -> Floats:
    """The states asked for after a layer: each mixed with what it attends to among all states, then worked on by itself."""
    query, key, value = (
        by_head(linear(given, step), heads) for given, step in ((asked, layer.query), (states, layer.key), (states, layer.value))
    )
    weights = (query * np.float32(query.shape[-1] ** -0.5)) @ key.swapaxes(-1, -2)
    weights += added
    mixed = (shares(weights) @ value).swapaxes(1, 2).reshape(asked.shape)
    state = normed(linear(mixed, layer.mixed) + asked, layer.mixed_norm)
    return normed(linear(gelu(linear(state, layer.widened)), layer.narrowed) + state, layer.narrowed_norm)


def by_head(states: Floats, heads: int) -> Floats:
    """[pairs, tokens, width] as [pairs, heads, tokens, width of a head]."""
    return states.reshape(*states.shape[:2], heads, -1).swapaxes(1, 2)


def linear(states: Floats, step: Dense) -> Floats:
    """A linear step, as one product of two matrices, however many dimensions the states have."""
    made = states.reshape(-1, states.shape[-1]) @ step.weight
    made += step.bias
    return made.reshape(*states.shape[:-1], -1)


def normed(states: Floats, norm: Norm) -> Floats:
    """A layer norm; the states are overwritten."""
    states -= states.mean(axis=-1, keepdims=True)
    variance = np.einsum("...i,...i->...", states, states)[..., None] / states.shape[-1]
    states /= np.sqrt(variance + np.float32(norm.epsilon))
    states *= norm.scale
    states += norm.shift
    return states


def shares(weights: NDArray[Any]) -> NDArray[Any]:
    """Softmax over the last axis; the weights are overwritten."""
    weights -= weights.max(axis=-1, keepdims=True)
    np.exp(weights, out=weights)
    weights /= weights.sum(axis=-1, keepdims=True)
    return weights


def gelu(states: Floats) -> Floats:
    """x times the share of a normal distribution below x, the error function to 1.5e-7; the states are overwritten.

    With z = |x| / sqrt 2 and erf z = 1 - p(z) exp -z², the share is p/2 exp -z² below zero and 1 less that above: so the
    product is max(x, 0) - |x|/2 p exp -z² on both sides.
    """
    rows = states.reshape(-1, states.shape[-1])
    for start in range(0, len(rows), BLOCK):
        block = rows[start : start + BLOCK]
        size = np.abs(block)
        inverse = 1 / (1 + size * (ERF_SLOPE * 0.5**0.5))
        series = inverse * ERF[0]
        for factor in ERF[1:]:
            series += factor
            series *= inverse
        tail = np.exp(block * block * -0.5)
        tail *= series
        tail *= size
        np.maximum(block, 0, out=block)
        tail *= 0.5
        block -= tail
    return states
