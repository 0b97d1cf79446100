"""Small networks of both families, with made-up weights, as a Hugging Face folder holds them."""

import json
from pathlib import Path

import numpy as np

from rashomon.compare.encoder.tokens import MARKS, reader

WIDTH, HEADS, WIDE, PLACES, BUCKETS = 8, 2, 20, 40, 32
WORDS = "the bridge was des ##troy ##ed by drones , not ice . a koln".split()
VOCABULARIES = {
    "bert": ["[PAD]", "[unused0]", "[UNK]", "[CLS]", "[SEP]", *WORDS],
    "mpnet": ["<s>", "<pad>", "</s>", "[unused0]", "[UNK]", *WORDS],
}
SEEDS = {"bert": 11, "mpnet": 9}  # of weights with which probabilities differ from pair to pair
PADDING = {"bert": "[PAD]", "mpnet": "<pad>"}
FIRST_PLACE = {"bert": 0, "mpnet": 2}  # an MPNet's two first rows of positions stand for padding
ATTENTION = {
    "bert": ("attention.self.query", "attention.self.key", "attention.self.value", "attention.output.dense"),
    "mpnet": ("attention.attn.q", "attention.attn.k", "attention.attn.v", "attention.attn.o"),
}
ATTENTION_NORM = {"bert": "attention.output.LayerNorm", "mpnet": "attention.LayerNorm"}
HEAD = {"bert": ("bert.pooler.dense", "classifier"), "mpnet": ("classifier.dense", "classifier.out_proj")}


def config(family: str, layers: int) -> dict[str, object]:
    """The config.json of a small network."""
    return {
        "model_type": family,
        "hidden_act": "gelu",
        "num_hidden_layers": layers,
        "num_attention_heads": HEADS,
        "hidden_size": WIDTH,
        "intermediate_size": WIDE,
        "layer_norm_eps": 1e-12,
        "vocab_size": len(VOCABULARIES[family]),
        "max_position_embeddings": PLACES + FIRST_PLACE[family],
        "pad_token_id": VOCABULARIES[family].index(PADDING[family]),
        "relative_attention_num_buckets": BUCKETS,
        "attention_probs_dropout_prob": 0.0,
        "hidden_dropout_prob": 0.0,
    }


def random_tensors(family: str, layers: int, labels: int, spread: float = 1.5) -> dict[str, np.ndarray]:
    """The tensors of a small network, always the same; half floats, which a weights file keeps as they are."""
    pooled, classified = HEAD[family]
    shapes = {
        f"{family}.embeddings.word_embeddings.weight": (len(VOCABULARIES[family]), WIDTH),
        f"{family}.embeddings.position_embeddings.weight": (PLACES + FIRST_PLACE[family], WIDTH),
        **norm_shapes(f"{family}.embeddings.LayerNorm"),
        **dense_shapes(pooled, WIDTH, WIDTH),
        **dense_shapes(classified, labels, WIDTH),
    }
    if family == "bert":
        shapes["bert.embeddings.token_type_embeddings.weight"] = (2, WIDTH)
    else:
        shapes["mpnet.encoder.relative_attention_bias.weight"] = (BUCKETS, HEADS)
    for number in range(layers):
        layer = f"{family}.encoder.layer.{number}"
        for name in ATTENTION[family]:
            shapes |= dense_shapes(f"{layer}.{name}", WIDTH, WIDTH)
        shapes |= norm_shapes(f"{layer}.{ATTENTION_NORM[family]}") | norm_shapes(f"{layer}.output.LayerNorm")
        shapes |= dense_shapes(f"{layer}.intermediate.dense", WIDE, WIDTH) | dense_shapes(f"{layer}.output.dense", WIDTH, WIDE)
    chance = np.random.default_rng(SEEDS[family])
    return {name: chance.normal(0, spread, shape).astype(np.float16).astype(np.float32) for name, shape in shapes.items()}


def dense_shapes(name: str, outputs: int, inputs: int) -> dict[str, tuple[int, ...]]:
    """Weight and bias of a linear step."""
    return {f"{name}.weight": (outputs, inputs), f"{name}.bias": (outputs,)}


def norm_shapes(name: str) -> dict[str, tuple[int, ...]]:
    """Scale and shift of a layer norm."""
    return {f"{name}.weight": (WIDTH,), f"{name}.bias": (WIDTH,)}


def folder(path: Path, family: str, layers: int, labels: int, spread: float = 1.5) -> Path:
    """A folder with a small network and its tokenizer, to train on or to pack; needs safetensors."""
    from safetensors.numpy import save_file

    path.mkdir()
    save_file(random_tensors(family, layers, labels, spread), path / "model.safetensors", metadata={"format": "pt"})
    (path / "config.json").write_text(json.dumps(config(family, layers)))
    tokenizer = reader(VOCABULARIES[family], PLACES, MARKS[family])
    tokenizer.no_truncation()
    tokenizer.save(str(path / "tokenizer.json"))
    marks = MARKS[family]
    inputs = ["input_ids", "attention_mask", *(["token_type_ids"] if family == "bert" else [])]
    named = {
        "model_input_names": inputs,
        "cls_token": marks.first,
        "sep_token": marks.between,
        "unk_token": "[UNK]",
        "pad_token": PADDING[family],
    }
    (path / "tokenizer_config.json").write_text(json.dumps({"tokenizer_class": "PreTrainedTokenizerFast", **named}))
    return path
