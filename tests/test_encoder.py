"""The learned reader of two passages: its arithmetic against plain loops, its tokens, and what it does with bad input."""

import math
import subprocess
import sys
from pathlib import Path

import msgspec
import numpy as np
import pytest

from quality.conflicts import pack
from rashomon.compare.encoder import forward
from rashomon.compare.encoder.network import Header, Network, WeightsError, network, scaled
from rashomon.compare.encoder.tokens import tokens
from tests.small_networks import (
    ATTENTION,
    ATTENTION_NORM,
    FIRST_PLACE,
    HEAD,
    HEADS,
    PLACES,
    VOCABULARIES,
    WIDTH,
    config,
    folder,
    random_tensors,
)

LAYERS = 2
HEADERS = {
    family: Header(labels=("other", "conflict"), thresholds=(0.5, 0.8), layers=LAYERS, heads=HEADS, epsilon=1e-12, family=family)
    for family in VOCABULARIES
}
PAIRS = (
    ("The bridge was destroyed by drones.", "The bridge was not destroyed."),
    ("Ice destroyed the bridge", "By drones, not by ice, the bridge was destroyed, the bridge by the drones, by a bridge."),
    ("", ""),
    ("the", "a bridge"),
)


@pytest.fixture(scope="module", params=["bert", "mpnet"])
def family(request) -> str:
    return request.param


@pytest.fixture(scope="module")
def arrays(family) -> dict[str, np.ndarray]:
    return pack.packed(random_tensors(family, LAYERS, 2), VOCABULARIES[family], HEADERS[family])


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
    def __init__(self, arrays, family):
        self.family = family
        self.stored = {
            name: (array * arrays[f"{name}/scale"] if f"{name}/scale" in arrays else array).tolist()
            for name, array in arrays.items()
            if name not in {"header", "vocabulary"} and not name.endswith("/scale")
        }
        self.trained = {
            name: tensor.tolist() for name, tensor in random_tensors(family, LAYERS, 2).items()
        }  # as they are before anything is left out or laid out anew

    def dense(self, name, row):
        weight, bias = self.stored[f"{name}.weight"], self.stored[f"{name}.bias"]
        return [sum(w * x for w, x in zip(weights, row, strict=True)) + b for weights, b in zip(weight, bias, strict=True)]

    def norm(self, name, row):
        mean = sum(row) / len(row)
        deviation = math.sqrt(sum((x - mean) ** 2 for x in row) / len(row) + 1e-12)
        scale, shift = self.stored[f"{name}.weight"], self.stored[f"{name}.bias"]
        return [(x - mean) / deviation * s + b for x, s, b in zip(row, scale, shift, strict=True)]

    def attention(self, layer, rows):
        names = [f"{layer}.{name}" for name in ATTENTION[self.family]]
        query, key, value = ([self.dense(name, row) for row in rows] for name in names[:3])
        size, mixed = WIDTH // HEADS, [[] for _ in rows]
        for head in range(HEADS):
            part = slice(head * size, (head + 1) * size)
            for number, asked in enumerate(query):
                likeness = [sum(a * b for a, b in zip(asked[part], k[part], strict=True)) / math.sqrt(size) for k in key]
                shares = softmax([like + self.nearness(at - number, head) for at, like in enumerate(likeness)])
                mixed[number] += [sum(s * v[i] for s, v in zip(shares, value, strict=True)) for i in range(part.start, part.stop)]
        return [self.dense(names[3], row) for row in mixed]

    def nearness(self, distance, head):
        """T5, Raffel et al. 2020: half of the buckets for each side, half of those for one distance each."""
        if self.family == "bert":
            return 0.0
        bucket = abs(distance)
        if bucket >= 8:
            bucket = min(8 + int(8 * math.log(bucket / 8) / math.log(128 / 8)), 15)
        return self.trained["mpnet.encoder.relative_attention_bias.weight"][bucket + 16 * (distance > 0)][head]

    def probabilities(self, numbers, kinds):
        below = f"{self.family}.embeddings"
        words = self.stored[f"{below}.word_embeddings.weight"]
        places = self.trained[f"{below}.position_embeddings.weight"][FIRST_PLACE[self.family] :]
        of = self.stored.get(f"{below}.token_type_embeddings.weight", [[0.0] * WIDTH])
        rows = [
            self.norm(f"{below}.LayerNorm", [words[number][i] + places[at][i] + of[kind][i] for i in range(WIDTH)])
            for at, (number, kind) in enumerate(zip(numbers, kinds, strict=True))
        ]
        for number in range(LAYERS):
            name = f"{self.family}.encoder.layer.{number}"
            rows = self.summed(f"{name}.{ATTENTION_NORM[self.family]}", rows, self.attention(name, rows))
            wide = [
                [x * 0.5 * (1 + math.erf(x / math.sqrt(2))) for x in self.dense(f"{name}.intermediate.dense", row)]
                for row in rows
            ]
            rows = self.summed(f"{name}.output.LayerNorm", rows, [self.dense(f"{name}.output.dense", row) for row in wide])
        pooled, classified = HEAD[self.family]
        return softmax(self.dense(classified, [math.tanh(x) for x in self.dense(pooled, rows[0])]))

    def summed(self, name, rows, more):
        return [self.norm(name, [a + b for a, b in zip(row, other, strict=True)]) for row, other in zip(rows, more, strict=True)]


def softmax(row):
    powers = [math.exp(x - max(row)) for x in row]
    return [power / sum(powers) for power in powers]


def test_the_forward_pass_is_that_of_plain_loops(arrays, family, learned, monkeypatch):
    monkeypatch.setattr(forward, "DECIMALS", 9)
    loops = Loops(arrays, family)
    wanted = [loops.probabilities(*tokens(learned.reader, *pair)) for pair in PAIRS]
    assert forward.probabilities(PAIRS, learned) == pytest.approx(np.array(wanted), abs=1e-5)
    assert np.ptp(np.array(wanted)[:, 1]) > 0.1  # else the comparison would say little


def test_the_forward_pass_is_that_of_the_library_that_trains(arrays, family, learned, tmp_path, monkeypatch):
    transformers = pytest.importorskip("transformers", reason="needs pip install -e .[train]")
    torch = pytest.importorskip("torch", reason="needs pip install -e .[train]")
    monkeypatch.setattr(forward, "DECIMALS", 9)
    trained = folder(tmp_path / "trained", family, LAYERS, 2)
    model = transformers.AutoModelForSequenceClassification.from_pretrained(trained)
    rounded = {
        name: scaled(array, arrays[f"{name}/scale"])
        for name, array in arrays.items()
        if f"{name}/scale" in arrays and "word_embeddings" not in name
    }
    words = model.base_model.embeddings.word_embeddings.weight
    name = f"{family}.embeddings.word_embeddings.weight"
    with torch.no_grad():
        words[pack.kept(VOCABULARIES[family])] = torch.from_numpy(scaled(arrays[name], arrays[f"{name}/scale"]))
    model.load_state_dict({name: torch.from_numpy(array) for name, array in rounded.items()}, strict=False)
    model.eval()
    reader = transformers.AutoTokenizer.from_pretrained(trained)
    pairs = [*((right, left) for left, right in PAIRS), *PAIRS]
    pairs = [pair for pair in pairs if any(pair)]  # the library sets out two empty passages as one
    read = [reader(*pair, return_tensors="pt") for pair in pairs]
    wanted = [model(**one).logits.softmax(-1).tolist()[0] for one in read]
    assert forward.probabilities(pairs, learned) == pytest.approx(np.array(wanted), abs=1e-4)


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


SET_OUT = {
    "bert": ("[CLS] {} [SEP] {} [SEP]", [0] * 11 + [1] * 3),
    "mpnet": ("<s> {} </s> </s> {} </s>", [0] * 15),
}


def test_words_are_cut_into_known_pieces_without_case_or_accents(family, learned):
    read = tokens(learned.reader, "The bridge was DESTROYED, Köln.", "not\xa0ice")
    words = [word for word in VOCABULARIES[family] if word != "[unused0]"]
    setting, kinds = SET_OUT[family]
    wanted = setting.format("the bridge was des ##troy ##ed , koln .", "not ice")
    assert (" ".join(words[number] for number in read.numbers), read.kinds) == (wanted, kinds)


def test_an_unknown_word_is_one_token(family, learned):
    read = tokens(learned.reader, "the парк", "")
    words = " ".join(learned.reader.id_to_token(number) for number in read.numbers)
    assert words.split() == SET_OUT[family][0].format("the [UNK]", "").split()


def test_the_longer_passage_is_cut_first(family, learned):
    read = tokens(learned.reader, "the bridge " * 100, "not ice")
    words = " ".join(learned.reader.id_to_token(number) for number in read.numbers)
    assert len(read.numbers) == PLACES
    assert words.endswith(SET_OUT[family][0].format("", "not ice").split(maxsplit=1)[1])


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
        lambda content: content.replace(b"LayerNorm.weight", b"LayerNorm.height"),
        lambda content: content[:700] + bytes(byte ^ 0xFF for byte in content[700:760]) + content[760:],
    ],
    ids=["empty", "text", "half", "cut", "renamed", "flipped"],
)
def test_a_damaged_file_is_refused(file, tmp_path, damage):
    broken = tmp_path / "broken.npz"
    broken.write_bytes(damage(file.read_bytes()))
    with pytest.raises(WeightsError, match=r"broken\.npz: the weights file is damaged"):
        network(broken)


def other_header(family, **changes):
    return {"header": pack.as_bytes(msgspec.json.encode(msgspec.structs.replace(HEADERS[family], **changes)))}


def other_words(words):
    return {"vocabulary": pack.as_bytes("\n".join(words).encode())}


@pytest.mark.parametrize(
    ("changed", "complaint"),
    [
        (lambda family: other_words(VOCABULARIES[family][:6]), "as many words as rows"),
        (lambda family: other_words([*VOCABULARIES[family][:6], "the"]), "twice"),
        (lambda family: other_words(["the"]), "lacks"),
        (lambda family: other_header(family, labels=("one",), thresholds=(0.5,)), "as many labels"),
        (lambda family: other_header(family, thresholds=(0.5,)), "a threshold"),
        (lambda family: other_header(family, heads=3), "heads"),
        (lambda family: {"header": pack.as_bytes(b'{"labels":["a","b"]}')}, "missing required field"),
        (lambda family: {"header": np.array([{"labels": 1}], dtype=object)}, "allow_pickle"),
        (lambda family: {f"{HEAD[family][1]}.bias": np.zeros(3, np.float32)}, "3"),
    ],
)
def test_arrays_that_do_not_fit_each_other_are_refused(arrays, family, tmp_path, changed, complaint):
    path = tmp_path / "wrong.npz"
    np.savez(path, **(arrays | changed(family)))
    with pytest.raises(WeightsError, match=complaint):
        network(path)


def test_an_mpnet_has_a_distance_for_each_two_places(tmp_path):
    arrays = pack.packed(random_tensors("mpnet", LAYERS, 2), VOCABULARIES["mpnet"], HEADERS["mpnet"])
    path = tmp_path / "wrong.npz"
    np.savez(path, **(arrays | {pack.DISTANCES: np.zeros((HEADS, 2 * PLACES), np.float16)}))
    with pytest.raises(WeightsError, match="it lacks a distance for each two places"):
        network(path)


def test_a_folder_is_packed_to_the_same_bytes_and_read_again(family, tmp_path, arrays, capsys):
    pytest.importorskip("safetensors.numpy")
    trained = folder(tmp_path / "trained", family, LAYERS, 2)
    named = {"id2label": {"0": "other", "1": "conflict"}}
    (trained / "config.json").write_bytes(msgspec.json.encode(config(family, LAYERS) | named))
    for out in ("one.npz", "two.npz"):
        assert pack.main([str(trained), str(tmp_path / out), "conflict=0.8"]) == 0
    assert "18 of 19 words" in capsys.readouterr().out
    assert (tmp_path / "one.npz").read_bytes() == (tmp_path / "two.npz").read_bytes()
    again = network(tmp_path / "one.npz")
    assert again.thresholds == {"other": 0.5, "conflict": 0.8}
    assert (again.words == arrays[f"{family}.embeddings.word_embeddings.weight"]).all()


def test_what_is_not_needed_is_left_out(family):
    trained = random_tensors(family, LAYERS, 2)
    more = trained | {"other.weight": np.zeros((2, 2), np.float32)}
    made = pack.packed(more, VOCABULARIES[family], HEADERS[family])
    assert {name for name in made if not name.endswith("/scale")} == {*trained, "header", "vocabulary"}


def test_far_distances_share_what_is_added_to_attention():
    made = pack.by_distance(np.arange(32, dtype=np.float32).reshape(32, 1), 256)[0]
    ahead = dict(zip(range(-255, 256), made.tolist(), strict=True))
    assert [ahead[distance] for distance in (0, -1, -7, 1, 7)] == [0, 1, 7, 17, 23]
    assert [ahead[distance] for distance in (-8, -11, -12, -15, -16, -31, -32, -64, -128, -255)] == [
        8, 8, 9, 9, 10, 11, 12, 14, 15, 15,
    ]  # fmt: skip
    assert all(ahead[distance] == ahead[-distance] + 16 for distance in range(1, 256))


def test_only_what_can_be_run_is_packed(family):
    told = config(family, LAYERS)
    assert pack.header_of(told, 2, {}).labels == ("LABEL_0", "LABEL_1")
    with pytest.raises(ValueError, match="no such label: conflct"):
        pack.header_of(told, 2, {"conflct": 0.9})
    for other in ({"hidden_act": "relu"}, {"model_type": "roberta"}):
        with pytest.raises(ValueError, match="only a bert or mpnet with gelu"):
            pack.header_of(told | other, 2, {})


def test_the_program_runs_without_what_it_was_trained_with():
    code = "import sys, rashomon.compare.encoder.forward; print(*{'torch', 'transformers', 'safetensors'} & set(sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout == "\n"
