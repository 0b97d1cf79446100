"""The weights file of the encoder, read into arrays.

The file is a numpy archive (``.npz``) without pickles.  It holds ``header``, a JSON object (``Header``) as bytes;
``vocabulary``, one token a line as UTF-8, the line number being the token's number; and the tensors of a BERT or MPNet
classifier under the names they have in a Hugging Face folder.  A large matrix is stored twice over: ``NAME`` as int8, a row
for each output, and ``NAME/scale``, a float for each of some equal parts of a row, so that number times scale is the weight
(symmetric quantisation, as in Jacob et al. 2018, «Quantization and Training of Neural Networks»).  All else is floats as they
are.
``quality/conflicts/pack.py`` writes such a file.
"""

import zipfile
import zlib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal, NamedTuple

import msgspec
import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from rashomon.compare.encoder.tokens import MARKS, reader

Floats = NDArray[np.float32]
Arrays = Mapping[str, NDArray[Any]]

WEIGHTS = Path(__file__).parent.parent / "weights"
PROPOSING = WEIGHTS / "pairs.npz"  # a small network, for many pairs
DECIDING = WEIGHTS / "rivals.npz"  # a larger one, for the few that the small one proposes
DAMAGE = (OSError, EOFError, zipfile.BadZipFile, zlib.error, ValueError, KeyError, NotImplementedError, msgspec.MsgspecError)
"""All that reading a file can raise that is missing, cut short, altered or something else."""


class WeightsError(ValueError):
    """A weights file that cannot be used; the message names the file and what is wrong."""


class Header(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the arrays cannot say of themselves.

    ``labels`` name the columns of the probabilities, ``thresholds`` the probability from which each label holds; ``family`` says
    what the tensors are called and how a pair is set out.
    """

    labels: tuple[str, ...]
    thresholds: tuple[float, ...]
    layers: int
    heads: int
    epsilon: float
    family: Literal["bert", "mpnet"] = "bert"


class Names(NamedTuple):
    """What a family calls those of its tensors that another calls otherwise, the first five below its layer."""

    query: str
    key: str
    value: str
    mixed: str
    mixed_norm: str
    pooled: str
    classified: str


NAMES: Mapping[str, Names] = {
    "bert": Names(
        query="attention.self.query",
        key="attention.self.key",
        value="attention.self.value",
        mixed="attention.output.dense",
        mixed_norm="attention.output.LayerNorm",
        pooled="bert.pooler.dense",
        classified="classifier",
    ),
    "mpnet": Names(
        query="attention.attn.q",
        key="attention.attn.k",
        value="attention.attn.v",
        mixed="attention.attn.o",
        mixed_norm="attention.LayerNorm",
        pooled="classifier.dense",
        classified="classifier.out_proj",
    ),
}


class Dense(NamedTuple):
    """A linear step: ``x @ weight + bias``."""

    weight: Floats
    bias: Floats


class Norm(NamedTuple):
    """A layer norm: each row to mean 0 and variance 1, then scaled and shifted."""

    scale: Floats
    shift: Floats
    epsilon: float


class Layer(NamedTuple):
    """One transformer layer."""

    query: Dense
    key: Dense
    value: Dense
    mixed: Dense
    mixed_norm: Norm
    widened: Dense
    narrowed: Dense
    narrowed_norm: Norm


class Network(NamedTuple):
    """A classifier ready to run; ``words`` stay int8, a row is made floats when it is looked up.

    A BERT (Devlin et al. 2019) tells the two passages by ``kinds``.  An MPNet (Song et al. 2020) adds ``distances`` to what one
    token attends to in another, by head and by how far the other stands behind it, from the farthest before.
    """

    header: Header
    reader: Tokenizer
    words: NDArray[np.int8]
    words_scale: Floats
    positions: Floats
    kinds: Floats | None
    distances: Floats | None
    norm: Norm
    layers: tuple[Layer, ...]
    pooled: Dense
    classified: Dense

    @property
    def thresholds(self) -> dict[str, float]:
        """Label -> the probability from which it holds, in the order of the columns."""
        return dict(zip(self.header.labels, self.header.thresholds, strict=True))


@lru_cache(maxsize=2)
def network(path: Path = PROPOSING) -> Network:
    """The network of a weights file; by default the small one that comes with the package.

    Raises WeightsError when the file is missing, damaged, or its arrays do not fit each other.
    """
    try:
        with np.load(path, allow_pickle=False) as archive:
            return built({name: archive[name] for name in archive.files})
    except FileNotFoundError as error:
        raise WeightsError(f"{path.name}: there is no such weights file; it belongs in {path.parent}") from error
    except DAMAGE as error:
        raise WeightsError(f"{path.name}: the weights file is damaged or of another kind: {error}") from error


def built(arrays: Arrays) -> Network:
    """The network of the arrays of a file; raises ValueError or KeyError when they do not fit each other."""
    header = msgspec.json.decode(arrays["header"].tobytes(), type=Header)
    vocabulary = arrays["vocabulary"].tobytes().decode().split("\n")
    names = NAMES[header.family]
    embeddings = f"{header.family}.embeddings"
    words, scale = (arrays[f"{embeddings}.word_embeddings.weight{part}"] for part in ("", "/scale"))
    positions = matrix(arrays, f"{embeddings}.position_embeddings.weight")
    width = words.shape[1]
    whole = Network(
        header=header,
        reader=reader(vocabulary, len(positions), MARKS[header.family]),
        words=words,
        words_scale=scale,
        positions=positions,
        kinds=matrix(arrays, f"{embeddings}.token_type_embeddings.weight") if header.family == "bert" else None,
        distances=matrix(arrays, "mpnet.encoder.relative_attention_bias.weight") if header.family == "mpnet" else None,
        norm=norm(arrays, f"{embeddings}.LayerNorm", header),
        layers=tuple(layer(arrays, number, header) for number in range(header.layers)),
        pooled=dense(arrays, names.pooled),
        classified=dense(arrays, names.classified),
    )
    fits = {
        "as many words as rows": len(vocabulary) == len(words),
        "as many labels as columns": whole.classified.weight.shape == (width, len(header.labels)),
        "a threshold for each label": len(header.labels) == len(header.thresholds),
        "heads of one width": header.heads > 0 and width % header.heads == 0,
        "a distance for each two places": whole.distances is None
        or whole.distances.shape == (header.heads, 2 * len(positions) - 1),
        "layers of one width": all(one.narrowed.weight.shape[1] == one.query.weight.shape[0] == width for one in whole.layers),
    }
    if not all(fits.values()):
        raise ValueError("it lacks " + ", ".join(wanted for wanted, met in fits.items() if not met))
    return whole


def matrix(arrays: Arrays, name: str) -> Floats:
    """A stored matrix as floats, a row for each output."""
    return scaled(arrays[name], arrays[f"{name}/scale"]) if f"{name}/scale" in arrays else arrays[name].astype(np.float32)


def scaled(steps: NDArray[np.int8], scale: Floats) -> Floats:
    """Rows of whole numbers as floats, each part of a row by its scale; rows may stand in more dimensions."""
    parts = steps.reshape(*scale.shape, -1).astype(np.float32)
    parts *= scale[..., None]
    return parts.reshape(steps.shape)


def dense(arrays: Arrays, name: str) -> Dense:
    """A stored linear step."""
    weight, bias = matrix(arrays, f"{name}.weight"), arrays[f"{name}.bias"]
    if bias.shape != weight.shape[:1]:
        raise ValueError(f"{name}: {weight.shape[0]} outputs and {bias.shape} biases")
    return Dense(weight.T, bias)


def norm(arrays: Arrays, name: str, header: Header) -> Norm:
    """A stored layer norm."""
    return Norm(arrays[f"{name}.weight"], arrays[f"{name}.bias"], header.epsilon)


def layer(arrays: Arrays, number: int, header: Header) -> Layer:
    """A stored transformer layer."""
    names, below = NAMES[header.family], f"{header.family}.encoder.layer.{number}"
    return Layer(
        query=dense(arrays, f"{below}.{names.query}"),
        key=dense(arrays, f"{below}.{names.key}"),
        value=dense(arrays, f"{below}.{names.value}"),
        mixed=dense(arrays, f"{below}.{names.mixed}"),
        mixed_norm=norm(arrays, f"{below}.{names.mixed_norm}", header),
        widened=dense(arrays, f"{below}.intermediate.dense"),
        narrowed=dense(arrays, f"{below}.output.dense"),
        narrowed_norm=norm(arrays, f"{below}.output.LayerNorm", header),
    )
