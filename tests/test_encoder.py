"""The learned reader of two passages: its arithmetic against plain loops, its tokens, and what it does with bad input."""

import json
import math
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from quality.conflicts import pack
from rashomon.compare.encoder import forward
from rashomon.compare.encoder.network import Header, Network, WeightsError, network, scaled
from rashomon.compare.encoder.tokens import tokens

WIDTH, HEADS, WIDE, LAYERS = 8, 2, 20, 2
VOCABULARY = "[PAD] [unused0] [UNK] [CLS] [SEP] the bridge was des ##troy ##ed by drones , not ice . a koln".split()
HEADER = Header(labels=("other", "conflict"), thresholds=(0.5, 0.8), layers=LAYERS, heads=HEADS, epsilon=1e-12)
PAIRS = (
    ("The bridge was destroyed by drones.", "The bridge was not destroyed."),
    ("Ice destroyed the bridge", "By drones, not by ice, the bridge was destroyed, the bridge by the drones, by a bridge."),
    ("", ""),
    ("the", "a bridge"),
)
CONFIG = {"model_type": "bert", "hidden_act": "gelu", "num_hidden_layers": 2, "num_attention_heads": 2, "layer_norm_eps": 1e-12}


def random_tensors() -> dict[str, np.ndarray]:
    """The tensors of a small network, always the same, with weights large enough that its probabilities differ."""
    chance = np.random.default_rng(1)
    shapes = {
        "bert.embeddings.word_embeddings.weight": (len(VOCABULARY), WIDTH),
        "bert.embeddings.position_embeddings.weight": (40, WIDTH),
        "bert.embeddings.token_type_embeddings.weight": (2, WIDTH),
        **norm_shapes("bert.embeddings.LayerNorm"),
        **dense_shapes("bert.pooler.dense", WIDTH, WIDTH),
        **dense_shapes("classifier", 2, WIDTH),
    }
    for number in range(LAYERS):
        layer = f"bert.encoder.layer.{number}"
        for name in ("self.query", "self.key", "self.value", "output.dense"):
            shapes |= dense_shapes(f"{layer}.attention.{name}", WIDTH, WIDTH)
        shapes |= norm_shapes(f"{layer}.attention.output.LayerNorm") | norm_shapes(f"{layer}.output.LayerNorm")
        shapes |= dense_shapes(f"{layer}.intermediate.dense", WIDE, WIDTH) | dense_shapes(f"{layer}.output.dense", WIDTH, WIDE)
    return {name: chance.normal(0, 1.5, shape).astype(np.float32) for name, shape in shapes.items()}


def dense_shapes(name: str, outputs: int, inputs: int) -> dict[str, tuple[int, ...]]:
    return {f"{name}.weight": (outputs, inputs), f"{name}.bias": (outputs,)}


def norm_shapes(name: str) -> dict[str, tuple[int, ...]]:
    return {f"{name}.weight": (WIDTH,), f"{name}.bias": (WIDTH,)}


@pytest.fixture(scope="module")
def arrays() -> dict[str, np.ndarray]:
    return pack.packed(random_tensors(), VOCABULARY, HEADER)


@pytest.fixture(scope="module")
def file(arrays, tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("weights") / "small.npz"
    pack.save(path, arrays)
    return path


@pytest.fixture(scope="module")
def learned(file) -> Network:
    return network(file)


# The same network once more, one number after another, with the error function of the standard library.


class Loops:
    def __init__(self, arrays):
        self.stored = {
            name: (array * arrays[f"{name}/scale"] if f"{name}/scale" in arrays else array).tolist()
            for name, array in arrays.items()
            if name not in {"header", "vocabulary"} and not name.endswith("/scale")
        }

    def dense(self, name, row):
        weight, bias = self.stored[f"{name}.weight"], self.stored[f"{name}.bias"]
        return [sum(w * x for w, x in zip(weights, row, strict=True)) + b for weights, b in zip(weight, bias, strict=True)]

    def norm(self, name, row):
        mean = sum(row) / len(row)
        deviation = math.sqrt(sum((x - mean) ** 2 for x in row) / len(row) + 1e-12)
        scale, shift = self.stored[f"{name}.weight"], self.stored[f"{name}.bias"]
        return [(x - mean) / deviation * s + b for x, s, b in zip(row, scale, shift, strict=True)]

    def attention(self, name, rows):
        query, key, value = ([self.dense(f"{name}.self.{part}", row) for row in rows] for part in ("query", "key", "value"))
        size, mixed = WIDTH // HEADS, [[] for _ in rows]
        for head in range(0, WIDTH, size):
            part = slice(head, head + size)
            for number, asked in enumerate(query):
                shares = softmax([sum(a * b for a, b in zip(asked[part], k[part], strict=True)) / math.sqrt(size) for k in key])
                mixed[number] += [sum(s * v[head + i] for s, v in zip(shares, value, strict=True)) for i in range(size)]
        return [self.dense(f"{name}.output.dense", row) for row in mixed]

    def probabilities(self, numbers, kinds):
        words, places, of = (
            self.stored[f"bert.embeddings.{table}_embeddings.weight"] for table in ("word", "position", "token_type")
        )
        rows = [
            self.norm("bert.embeddings.LayerNorm", [words[number][i] + places[at][i] + of[kind][i] for i in range(WIDTH)])
            for at, (number, kind) in enumerate(zip(numbers, kinds, strict=True))
        ]
        for number in range(LAYERS):
            name = f"bert.encoder.layer.{number}"
            rows = self.summed(f"{name}.attention.output.LayerNorm", rows, self.attention(f"{name}.attention", rows))
            wide = [
                [x * 0.5 * (1 + math.erf(x / math.sqrt(2))) for x in self.dense(f"{name}.intermediate.dense", row)]
                for row in rows
            ]
            rows = self.summed(f"{name}.output.LayerNorm", rows, [self.dense(f"{name}.output.dense", row) for row in wide])
        return softmax(self.dense("classifier", [math.tanh(x) for x in self.dense("bert.pooler.dense", rows[0])]))

    def summed(self, name, rows, more):
        return [self.norm(name, [a + b for a, b in zip(row, other, strict=True)]) for row, other in zip(rows, more, strict=True)]


def softmax(row):
    powers = [math.exp(x - max(row)) for x in row]
    return [power / sum(powers) for power in powers]


def test_the_forward_pass_is_that_of_plain_loops(arrays, learned, monkeypatch):
    monkeypatch.setattr(forward, "DECIMALS", 9)
    loops = Loops(arrays)
    wanted = [loops.probabilities(*tokens(learned.reader, *pair)) for pair in PAIRS]
    assert forward.probabilities(PAIRS, learned) == pytest.approx(np.array(wanted), abs=1e-5)
    assert np.ptp(np.array(wanted)[:, 1]) > 0.1  # else the comparison would say little


@pytest.mark.parametrize("columns", [100, 4 * 96])
def test_rounding_to_int8_stays_near_the_trained_weights(columns):
    matrix = np.random.default_rng(1).normal(0, 0.05, (7, columns)).astype(np.float32)
    steps, scale = pack.quantised(matrix, 96)
    assert (steps.dtype, scale.dtype, steps.min() >= -127) == (np.int8, np.float32, True)
    assert np.abs(scaled(steps, scale) - matrix).mean() < scale.mean() / 3  # evenly spread errors: a quarter of a step


def test_the_parts_of_a_row_have_scales_of_their_own():
    matrix = np.concatenate([np.full((1, 96), 0.01), np.full((1, 96), 5)], axis=1, dtype=np.float32)
    steps, scale = pack.quantised(matrix, 96)
    assert scale.shape == (1, 2)
    assert scaled(steps, scale) == pytest.approx(matrix, rel=0.001)


def test_the_closest_scale_is_never_worse_than_the_widest():
    matrix = np.random.default_rng(2).standard_t(4, (9, 200)).astype(np.float32)
    widest = np.abs(matrix).max(axis=1, keepdims=True) / 127
    plain = pack.whole(matrix[:, None], widest).reshape(matrix.shape)
    assert np.square(scaled(*pack.quantised(matrix, 96)) - matrix).sum() <= np.square(scaled(plain, widest) - matrix).sum()


def test_a_row_of_zeros_stays_zero():
    assert not scaled(*pack.quantised(np.zeros((1, 5), np.float32), 5)).any()


def test_gelu_is_exact_to_six_decimals():
    points = np.linspace(-9, 9, 4001, dtype=np.float32)
    wanted = [x * 0.5 * (1 + math.erf(x / math.sqrt(2))) for x in points.tolist()]
    assert np.abs(forward.gelu(points.reshape(-1, 1).copy()).ravel() - wanted).max() < 2e-6


def test_words_are_cut_into_known_pieces_without_case_or_accents(learned):
    read = tokens(learned.reader, "The bridge was DESTROYED, Köln.", "not\xa0ice")
    words = [word for word in VOCABULARY if word != "[unused0]"]
    assert [words[number] for number in read.numbers] == (
        "[CLS] the bridge was des ##troy ##ed , koln . [SEP] not ice [SEP]".split()
    )
    assert read.kinds == [0] * 11 + [1] * 3


def test_an_unknown_word_is_one_token(learned):
    read = tokens(learned.reader, "the парк", "")
    assert [learned.reader.id_to_token(number) for number in read.numbers] == ["[CLS]", "the", "[UNK]", "[SEP]", "[SEP]"]


def test_the_longer_passage_is_cut_first(learned):
    read = tokens(learned.reader, "the bridge " * 100, "not ice")
    assert len(read.numbers) == 40
    assert [learned.reader.id_to_token(number) for number in read.numbers[-4:]] == ["[SEP]", "not", "ice", "[SEP]"]


def test_a_pair_scores_the_same_in_every_batch(learned, monkeypatch):
    alone = np.concatenate([forward.probabilities([pair], learned) for pair in PAIRS])
    monkeypatch.setattr(forward, "DECIMALS", 9)
    together = forward.probabilities(PAIRS, learned)
    assert together == pytest.approx(np.concatenate([forward.probabilities([pair], learned) for pair in PAIRS]), abs=1e-5)
    assert alone == pytest.approx(together, abs=0.0006)
    assert forward.probabilities(PAIRS[::-1] * 30, learned)[:4] == pytest.approx(together[::-1], abs=1e-5)


def test_batches_hold_every_pair_once_and_no_more_tokens_than_allowed():
    lengths = [number * 37 % 250 + 3 for number in range(200)] + [forward.BATCH + 5]
    made = list(forward.batches(lengths))
    assert sorted(number for batch in made for number in batch) == list(range(len(lengths)))
    assert all(len(batch) == 1 or len(batch) * max(lengths[n] for n in batch) <= forward.BATCH for batch in made)


def test_probabilities_are_rounded_and_sum_to_one(learned):
    found = forward.probabilities(PAIRS, learned)
    assert found.shape == (4, 2)
    assert (np.round(found, 3) == found).all()
    assert found.sum(axis=1) == pytest.approx(np.ones(4), abs=0.0011)


def test_no_pairs_give_no_rows(learned):
    assert forward.probabilities([], learned).shape == (0, 2)


def test_long_and_broken_texts_are_bounded(learned):
    long = "the bridge was destroyed by drones, " * 300
    assert len(long) > 10_000
    odd = ("\ud800 half a pair", "\x00\u202e\ufeff" + "a" * 10_000)
    found = forward.probabilities([(long, long), odd], learned)
    assert len(tokens(learned.reader, long, long).numbers) == 40
    assert np.isfinite(found).all()


def test_labels_and_thresholds_are_those_of_the_header(learned):
    assert learned.thresholds == {"other": 0.5, "conflict": 0.8}


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(WeightsError, match=r"none\.npz: there is no such weights file"):
        network(tmp_path / "none.npz")


@pytest.mark.parametrize(
    "damage",
    [
        lambda content: b"",
        lambda content: b"no archive at all",
        lambda content: content[: len(content) // 2],
        lambda content: content[:-30],
        lambda content: content.replace(b"classifier.bias", b"classifier.bios"),
        lambda content: content[:700] + bytes(byte ^ 0xFF for byte in content[700:760]) + content[760:],
    ],
    ids=["empty", "text", "half", "cut", "renamed", "flipped"],
)
def test_a_damaged_file_is_refused(file, tmp_path, damage):
    broken = tmp_path / "broken.npz"
    broken.write_bytes(damage(file.read_bytes()))
    with pytest.raises(WeightsError, match=r"broken\.npz: the weights file is damaged"):
        network(broken)


@pytest.mark.parametrize(
    ("changed", "complaint"),
    [
        ({"vocabulary": pack.as_bytes(b"[CLS]\n[SEP]\n[UNK]\nthe")}, "as many words as rows"),
        ({"vocabulary": pack.as_bytes(b"[CLS]\n[SEP]\n[UNK]\nthe\nthe")}, "twice"),
        ({"vocabulary": pack.as_bytes(b"[CLS]\nthe")}, "lacks"),
        (
            {"header": pack.as_bytes(b'{"labels":["one"],"thresholds":[0.5],"layers":2,"heads":2,"epsilon":1e-12}')},
            "as many labels",
        ),
        (
            {"header": pack.as_bytes(b'{"labels":["a","b"],"thresholds":[0.5],"layers":2,"heads":2,"epsilon":1e-12}')},
            "a threshold",
        ),
        ({"header": pack.as_bytes(b'{"labels":["a","b"],"thresholds":[0.5,0.5],"layers":2,"heads":3,"epsilon":1e-12}')}, "heads"),
        ({"header": pack.as_bytes(b'{"labels":["a","b"]}')}, "missing required field"),
        ({"header": np.array([{"labels": 1}], dtype=object)}, "allow_pickle"),
        ({"classifier.bias": np.zeros(3, np.float32)}, "3"),
    ],
)
def test_arrays_that_do_not_fit_each_other_are_refused(arrays, tmp_path, changed, complaint):
    path = tmp_path / "wrong.npz"
    np.savez(path, **(arrays | changed))
    with pytest.raises(WeightsError, match=complaint):
        network(path)


def test_a_folder_is_packed_to_the_same_bytes_and_read_again(tmp_path, arrays, capsys):
    safetensors = pytest.importorskip("safetensors.numpy")
    safetensors.save_file(random_tensors() | {"other.weight": np.zeros((2, 2), np.float32)}, tmp_path / "model.safetensors")
    (tmp_path / "config.json").write_text(json.dumps(CONFIG | {"id2label": {"0": "other", "1": "conflict"}}))
    vocabulary = {word: number for number, word in enumerate(VOCABULARY)}
    tokenizer = {"model": {"type": "WordPiece", "vocab": vocabulary}, "normalizer": {"lowercase": True}}
    (tmp_path / "tokenizer.json").write_text(json.dumps(tokenizer))
    for out in ("one.npz", "two.npz"):
        assert pack.main([str(tmp_path), str(tmp_path / out), "conflict=0.8"]) == 0
    assert "18 of 19 words" in capsys.readouterr().out
    assert (tmp_path / "one.npz").read_bytes() == (tmp_path / "two.npz").read_bytes()
    again = network(tmp_path / "one.npz")
    assert again.thresholds == {"other": 0.5, "conflict": 0.8}
    assert (again.words == arrays["bert.embeddings.word_embeddings.weight"]).all()


def test_only_what_can_be_run_is_packed():
    assert pack.header_of(CONFIG, 2, {}).labels == ("LABEL_0", "LABEL_1")
    with pytest.raises(ValueError, match="no such label: conflct"):
        pack.header_of(CONFIG, 2, {"conflct": 0.9})
    with pytest.raises(ValueError, match="only a bert or mpnet with gelu"):
        pack.header_of(CONFIG | {"hidden_act": "relu"}, 2, {})


def test_the_program_runs_without_what_it_was_trained_with():
    code = "import sys, rashomon.compare.encoder.forward; print(*{'torch', 'transformers', 'safetensors'} & set(sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout == "\n"
