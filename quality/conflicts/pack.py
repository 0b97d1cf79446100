"""``python -m quality.conflicts.pack FOLDER OUT [LABEL=THRESHOLD ...] [--vocabulary FILE]``: a trained model as one file.

FOLDER is what ``save_pretrained`` of a Hugging Face BERT or MPNet for sequence classification leaves: ``config.json`` and
``model.safetensors``, and ``tokenizer.json`` if no other is named.  OUT is the file that rashomon/compare/encoder/network.py
reads.  Large matrices become int8 with scales; rows of no word and positions past the 256th are left out.  A label is named as
in ``id2label`` (LABEL_0, LABEL_1 without one) and holds from its threshold, .5 if none is given.  The same folder gives the
same bytes.  Needs safetensors (``pip install -e .[develop]``).
"""

import argparse
import json
import re
import sys
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from rashomon.compare.encoder.network import NAMES, Arrays, Floats, Header

LENGTH = 256  # tokens of a pair that are read
THRESHOLD = 0.5
PART = 96
"""Weights of a row of a layer that share a scale.  One scale for each row makes the file .4 MB smaller; on 200 pairs of
quality/pairs/second.toml a trained model then left its float32 probabilities by at most .028 instead of .018."""
CLIPS = np.linspace(0.75, 1.0, 11, dtype=np.float32)  # shares of a row's largest weight that become 127
UNUSED = re.compile(r"\[unused\d+\]")  # «[unused17]»: a thousand rows that stand for no word
WORDS, PLACES = "word_embeddings.weight", "position_embeddings.weight"
BY_ROW = (WORDS, "pooler.dense.weight", "classifier.dense.weight")
NEEDED = re.compile(r"((bert|mpnet)\.(embeddings|encoder|pooler)\.|classifier\.).*(weight|bias)")
LAYER = re.compile(r"layer\.\d+\..*(dense|query|key|value|attn\.[qkvo])\.weight")
BEFORE_FIRST = {"bert": 0, "mpnet": 2}  # rows of positions before that of the first token
DISTANCES = "mpnet.encoder.relative_attention_bias.weight"
FARTHEST = 128  # tokens, from which on all distances are one bucket
EPOCH = (1980, 1, 1, 0, 0, 0)  # the date of every member of the archive


def kept(vocabulary: Sequence[str]) -> list[int]:
    """The numbers of the tokens that may stand in a text."""
    return [number for number, token in enumerate(vocabulary) if not UNUSED.fullmatch(token)]


def shorter(tensors: Mapping[str, Floats], rows: Sequence[int], family: str) -> dict[str, Floats]:
    """The tensors that are needed, with those words and the first positions alone."""
    needed = {name: tensor.astype(np.float32) for name, tensor in sorted(tensors.items()) if NEEDED.fullmatch(name)}
    words, places = (f"{family}.embeddings.{table}" for table in (WORDS, PLACES))
    first = BEFORE_FIRST[family]
    shortened = needed | {words: needed[words][list(rows)], places: needed[places][first : first + LENGTH]}
    distances = {DISTANCES: by_distance(needed[DISTANCES], len(shortened[places]))} if family == "mpnet" else {}
    return shortened | distances


def by_distance(buckets: Floats, places: int) -> Floats:
    """What an MPNet adds for each distance, from the farthest before a token to the farthest behind it: [heads, distances].

    Near distances have a bucket each, far ones share one with their like, twice as many with each (Raffel et al. 2020, T5).
    """
    one_way = len(buckets) // 2
    exact = one_way // 2
    distance = np.arange(1 - places, places)
    size = np.abs(distance)
    steps = np.log(np.maximum(size, exact) / exact) / np.log(FARTHEST / exact) * (one_way - exact)
    far = np.minimum(exact + steps.astype(int), one_way - 1)
    bucket = np.where(size < exact, size, far) + one_way * (distance > 0)
    return np.ascontiguousarray(buckets[bucket].T)


def quantised(matrix: Floats, part: int) -> tuple[NDArray[np.int8], Floats]:
    """A matrix as whole numbers of at most 127 and a scale for each ``part`` numbers of a row, or for a row of other length.

    Of some scales the nearest is taken: a part may lose the tips of its largest weights where that makes all others finer.
    """
    parts = matrix.reshape(len(matrix), -1, part if matrix.shape[1] % part == 0 else matrix.shape[1])
    largest = np.maximum(np.abs(parts).max(axis=2), np.float32(1e-12))
    scales = largest * (CLIPS / np.float32(127))[:, None, None]
    errors = [np.square(whole(parts, scale) * scale[..., None] - parts).sum(axis=2) for scale in scales]
    best = np.take_along_axis(scales, np.argmin(errors, axis=0)[None], axis=0)[0]
    return whole(parts, best).reshape(matrix.shape), best


def whole(parts: Floats, scale: Floats) -> NDArray[np.int8]:
    """The nearest whole numbers of steps of the scale of a part."""
    steps: Floats = np.rint(parts / scale[..., None])
    return np.clip(steps, -127, 127).astype(np.int8)


def packed(tensors: Mapping[str, Floats], vocabulary: Sequence[str], header: Header) -> dict[str, NDArray[Any]]:
    """The arrays of the file."""
    rows = kept(vocabulary)
    arrays: dict[str, NDArray[Any]] = {
        "header": as_bytes(msgspec.json.encode(header)),
        "vocabulary": as_bytes("\n".join(vocabulary[row] for row in rows).encode()),
    }
    for name, tensor in shorter(tensors, rows, header.family).items():
        if LAYER.search(name):
            arrays[name], arrays[f"{name}/scale"] = quantised(tensor, PART)
        elif name.endswith(BY_ROW):
            arrays[name], arrays[f"{name}/scale"] = quantised(tensor, tensor.shape[1])
        else:
            arrays[name] = tensor if tensor.ndim == 1 else tensor.astype(np.float16)
    return arrays


def as_bytes(content: bytes) -> NDArray[np.uint8]:
    return np.frombuffer(content, np.uint8)


def save(path: Path, arrays: Arrays) -> None:
    """Write the arrays as a numpy archive, compressed; no times in it, so the same arrays give the same bytes."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, array in arrays.items():
            member = zipfile.ZipInfo(f"{name}.npy", EPOCH)
            member.compress_type, member.create_system = zipfile.ZIP_DEFLATED, 3
            with archive.open(member, "w") as file:
                np.lib.format.write_array(file, np.ascontiguousarray(array), allow_pickle=False)


def header_of(config: Mapping[str, Any], columns: int, thresholds: Mapping[str, float]) -> Header:
    """The header of a model of so many labels; raises ValueError when it cannot be run or a threshold is for no label of it."""
    named = config.get("id2label", {})
    labels = tuple(named.get(str(column), f"LABEL_{column}") for column in range(columns))
    if config["model_type"] not in NAMES or config["hidden_act"] != "gelu":
        raise ValueError(f"a {config['model_type']} with {config['hidden_act']}: only a bert or mpnet with gelu can be run")
    if strange := sorted(set(thresholds) - set(labels)):
        raise ValueError(f"no such label: {', '.join(strange)}; there are {', '.join(labels)}")
    return Header(
        labels=labels,
        thresholds=tuple(thresholds.get(label, THRESHOLD) for label in labels),
        layers=config["num_hidden_layers"],
        heads=config["num_attention_heads"],
        epsilon=config["layer_norm_eps"],
        family=config["model_type"],
    )


def vocabulary_of(file: Path) -> list[str]:
    """The tokens of a tokenizer.json, by number; raises ValueError when it is not a WordPiece without letter case."""
    read = json.loads(file.read_text(encoding="utf-8"))
    if read["model"]["type"] != "WordPiece" or not read["normalizer"].get("lowercase"):
        raise ValueError(f"{file.name}: only WordPiece without letter case can be run")
    return sorted(read["model"]["vocab"], key=read["model"]["vocab"].__getitem__)


def main(arguments: Sequence[str]) -> int:
    """Write the file and say how large it is."""
    from safetensors.numpy import load_file  # noqa: PLC0415  (the rest of the module is used without it)

    told = argparse.ArgumentParser(prog="quality.conflicts.pack", description="A trained model as one file of int8.")
    told.add_argument("folder", type=Path)
    told.add_argument("out", type=Path)
    told.add_argument("thresholds", nargs="*", metavar="LABEL=THRESHOLD")
    told.add_argument("--vocabulary", type=Path)
    asked = told.parse_args(arguments)
    config = json.loads((asked.folder / "config.json").read_text(encoding="utf-8"))
    thresholds = {label: float(number) for label, _, number in (one.rpartition("=") for one in asked.thresholds)}
    vocabulary = vocabulary_of(asked.vocabulary or asked.folder / "tokenizer.json")
    tensors = load_file(asked.folder / "model.safetensors")
    arrays = packed(
        tensors, vocabulary, header_of(config, len(tensors[f"{NAMES[config['model_type']].classified}.bias"]), thresholds)
    )
    save(asked.out, arrays)
    print(f"{asked.out}: {asked.out.stat().st_size / 1e6:.1f} MB, {len(kept(vocabulary))} of {len(vocabulary)} words")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
