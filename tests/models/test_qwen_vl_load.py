"""Loading originals: in every precision, from many files, in GPTQ's packing, and from folders that mean harm."""

from __future__ import annotations

import json
import pickle
import shutil
import warnings
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from eyebox_models.families.registry import checkpoint_at
from eyebox_models.fit.machine import machine
from eyebox_models.protocol.advice import own_folder
from eyebox_models.protocol.ask import Message, Picture
from eyebox_models.protocol.errors import EyeboxError
from originals import DATA, answer, load_model
from tiny_originals import CHAT, LAYERS, build_original, pack_int4, rounded

pytest.importorskip("torch")
pytest.importorskip("transformers")

QUESTION = (Message("user", (Picture(str(DATA / "images" / "harbor.png")), "What is it?")),)
IN_A_LAYER = 7
"""q, k, v, o, gate, up and down."""


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_original(tmp_path_factory.mktemp("originals") / "plain", safetensors=True)


@pytest.mark.parametrize(
    ("key", "value"),
    [("seq_length", -1), ("kv_channels", "x"), ("rotary_emb_base", [1]), ("layer_norm_epsilon", -1.0)],
)
def test_a_number_that_is_none_is_one_sentence(plain: Path, tmp_path: Path, key: str, value: Any) -> None:
    folder = shutil.copytree(plain, tmp_path / "model")
    config = json.loads((folder / "config.json").read_text("utf-8"))
    (folder / "config.json").write_text(json.dumps(config | {key: value}), "utf-8")
    (problem, *_) = checkpoint_at(folder).problems
    assert "config.json" in problem and key in problem


@pytest.fixture(scope="module")
def packed(plain: Path) -> Path:
    return pack_int4(plain, plain.parent / "int4")


@pytest.fixture(scope="module")
def whole(plain: Path) -> Path:
    """The weights that the packing leaves, unpacked."""
    return rounded(plain, plain.parent / "whole")


@pytest.fixture(scope="module")
def kernels(packed: Path) -> None:
    """gptqmodel's threads start once, and end with the process."""
    pytest.importorskip("gptqmodel")
    pytest.importorskip("optimum")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        load_model(packed, "int4")


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A copy of a checkpoint, to be broken."""
    return Path(shutil.copytree(CHAT, tmp_path / "own"))


@pytest.fixture(autouse=True)
def nothing_loaded() -> Iterator[None]:
    import gc

    yield
    gc.collect()


def kinds(module: Any) -> Counter[str]:
    """Classes of linear layers."""
    names = (type(inner).__name__ for inner in module.modules())
    return Counter(name for name in names if "Linear" in name)


def without(monkeypatch: pytest.MonkeyPatch, *packages: str) -> None:
    """As if these were not installed."""
    here = machine()
    left = {name: version for name, version in here.packages.items() if name not in packages}
    monkeypatch.setattr("eyebox_models.vision.load.machine", lambda: replace(here, packages=left))


@pytest.mark.parametrize(
    ("precision", "kind"), [("int8", "Linear8bitLt"), ("int4", "Linear4bit"), ("bf16", "Linear")]
)
def test_only_the_language_model_is_quantized(plain: Path, precision: str, kind: str) -> None:
    pytest.importorskip("bitsandbytes")
    import torch

    model = load_model(plain, precision)
    inner = model.parts.model
    assert kinds(inner.model.language_model) == {kind: LAYERS * IN_A_LAYER}
    assert set(kinds(inner.model.visual)) == {"Linear"}
    assert type(inner.lm_head) is torch.nn.Linear
    assert {p.dtype for p in inner.model.visual.parameters()} == {torch.bfloat16}
    assert model.parts.notes == ()
    assert len(answer(model, QUESTION).token_ids) == 16


def test_widths_that_the_kernel_refuses_stay_in_16_bit() -> None:
    pytest.importorskip("bitsandbytes")
    model = load_model(CHAT, "int4")
    assert kinds(model.parts.model.model.language_model) == {"Linear4bit": 12, "Linear": 9}
    assert len(model.parts.notes) == 1
    assert "stay in 16 bit" in model.parts.notes[0]
    assert len(answer(model, QUESTION).token_ids) == 16


def test_packed_weights_answer_as_the_same_weights_unpacked(packed: Path, whole: Path) -> None:
    expected = answer(load_model(whole), QUESTION)
    model = load_model(packed)
    assert answer(model, QUESTION).token_ids == expected.token_ids
    assert len(set(expected.token_ids)) > 8
    assert "unpacked to fp32" in model.parts.notes[0]
    assert model.parts.checkpoint.precision_on_disk == "int4 (gptq)"


@pytest.mark.filterwarnings("ignore:`is_gradient_checkpointing` is deprecated:FutureWarning")
@pytest.mark.filterwarnings("ignore:Implicitly cleaning up")
@pytest.mark.usefixtures("kernels")
def test_gptqmodel_multiplies_with_the_packed_weights(packed: Path, whole: Path) -> None:
    import torch

    model, other = load_model(packed, "int4"), load_model(whole)
    assert kinds(model.parts.model.model.language_model) == {"TorchAtenLinear": LAYERS * IN_A_LAYER}
    assert set(kinds(model.parts.model.model.visual)) == {"Linear"}
    prompt = torch.tensor([list(range(300, 340))])
    with torch.inference_mode():
        found, expected = (m.parts.model(input_ids=prompt).logits.float() for m in (model, other))
    assert torch.nn.functional.cosine_similarity(found, expected, dim=-1).min() > 0.99
    assert found[0, -1].argmax() == expected[0, -1].argmax()


def test_without_kernels_packed_weights_become_nf4(packed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("bitsandbytes")
    without(monkeypatch, "gptqmodel", "optimum")
    model = load_model(packed, "int4")
    assert kinds(model.parts.model.model.language_model) == {"Linear4bit": LAYERS * IN_A_LAYER}
    assert "gptqmodel and optimum are not installed" in model.parts.notes[0]
    assert len(answer(model, QUESTION).token_ids) == 16


def test_without_any_package_for_4_bits_they_become_bf16(
    packed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    without(monkeypatch, "gptqmodel", "optimum", "bitsandbytes")
    model = load_model(packed, "auto")
    assert model.parts.precision in ("bf16", "fp32")
    assert "unpacked" in model.parts.notes[0]
    with pytest.raises(EyeboxError, match="bitsandbytes is not installed"):
        load_model(packed, "int4")


def test_many_shards_are_one_model(plain: Path, tmp_path: Path) -> None:
    expected = answer(load_model(plain), QUESTION).token_ids
    for safetensors in (False, True):
        folder = build_original(tmp_path / f"eight {safetensors}", shards=8, safetensors=safetensors)
        assert len(checkpoint_at(folder).weight_files) == 8
        assert answer(load_model(folder), QUESTION).token_ids == expected


def test_layers_that_live_on_disk_answer_the_same(plain: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = answer(load_model(plain), QUESTION).token_ids
    monkeypatch.setattr("eyebox_models.vision.offload.limits", lambda choice, here: {"cpu": 1_200_000})
    model = load_model(plain, offload=True)
    assert "disk" in set(map(str, model.parts.model.hf_device_map.values()))
    assert answer(model, QUESTION).token_ids == expected


def test_program_code_of_a_folder_is_never_run(own: Path, tmp_path: Path) -> None:
    written = tmp_path / "written"
    code = f"open({str(written)!r}, 'w').close()\nclass QWenConfig: ...\nclass QWenLMHeadModel: ...\nclass QWenTokenizer: ...\n"
    for name in (
        "configuration_qwen",
        "modeling_qwen",
        "tokenization_qwen",
        "visual",
        "qwen_generation_utils",
    ):
        (own / f"{name}.py").write_text(code)
    (own / "custom_generate").mkdir()
    (own / "custom_generate" / "generate.py").write_text(code + "def generate(**kwargs): ...\n")
    found = answer(load_model(own), QUESTION)
    assert len(found.token_ids) == 16
    assert not written.exists()


def test_a_pickle_that_would_run_something_is_refused(own: Path, tmp_path: Path) -> None:
    import torch

    written = tmp_path / "written"

    class Harm:
        def __reduce__(self) -> Any:
            return Path.touch, (written,)

    file = min(own.glob("*.bin"))
    torch.save({"transformer.wte.weight": Harm()}, file)
    with pytest.raises(EyeboxError, match="holds more than numbers and is not opened"):
        load_model(own)
    file.write_bytes(pickle.dumps(Harm(), protocol=2))
    with pytest.raises(EyeboxError):
        load_model(own)
    assert not written.exists()


def change(folder: Path, name: str, **fields: Any) -> None:
    config = json.loads((folder / name).read_text())
    (folder / name).write_text(json.dumps(config | fields))


def test_broken_folders_are_told_in_a_sentence(own: Path) -> None:
    change(own, "config.json", num_hidden_layers=4)
    assert "has 3 layers in the weights, but config.json wants 4" in checkpoint_at(own).problems[0]
    change(own, "config.json", num_hidden_layers=3, hidden_size="many")
    assert "hidden_size" in checkpoint_at(own).problems[0]
    change(own, "config.json", hidden_size=128, vocab_size=700)
    with pytest.raises(EyeboxError, match="do not belong to its config"):
        load_model(own)
    change(own, "config.json", vocab_size=768)
    (own / "qwen.tiktoken").write_text("IQ== 0\nIg== 7\n")
    with pytest.raises(EyeboxError, match="no list of tokens"):
        load_model(own)
    (own / "qwen.tiktoken").unlink()
    assert "tokenizer is missing" in checkpoint_at(own).problems[0]


def test_tensors_of_other_sizes_are_told_before_loading(plain: Path, tmp_path: Path) -> None:
    own = Path(shutil.copytree(plain, tmp_path / "own"))
    change(own, "config.json", vocab_size=700)
    assert '"transformer.wte.weight" is 768 by 128' in checkpoint_at(own).problems[0]
    shutil.copytree(CHAT, tmp_path / "cut")
    max((tmp_path / "cut").glob("*.bin")).unlink()
    assert "missing" in checkpoint_at(tmp_path / "cut").problems[0]
    assert not checkpoint_at(tmp_path / "cut").complete


def test_a_large_tokenizer_is_built_once(monkeypatch: pytest.MonkeyPatch) -> None:
    from eyebox_models.families.qwen_vl import tokenizer

    monkeypatch.setattr(tokenizer, "_LARGE", 100)
    text = "The boat 船 <|im_end|>"
    expected = tokenizer.read_tokens(CHAT).encode(text)
    (kept,) = (own_folder("cache") / "tokenizers").glob("*.json")
    with monkeypatch.context() as patch:
        patch.setattr(tokenizer, "_build", None)
        again = tokenizer.read_tokens(CHAT)
        assert again.encode(text) == expected
        assert again.text(text) != expected
    kept.write_text("{ cut")
    assert tokenizer.read_tokens(CHAT).encode(text) == expected


def test_a_qwen_of_text_alone_is_refused(own: Path) -> None:
    config = json.loads((own / "config.json").read_text())
    del config["visual"]
    (own / "config.json").write_text(json.dumps(config))
    assert "text alone" in checkpoint_at(own).problems[0]


def test_a_checkpoint_tells_what_it_is(packed: Path, plain: Path) -> None:
    assert checkpoint_at(CHAT).problems == ()
    assert checkpoint_at(CHAT).precision_on_disk == "bf16"
    assert checkpoint_at(CHAT).context_length == 8192
    known = checkpoint_at(plain).parameters
    assert checkpoint_at(packed).parameters == pytest.approx(known, rel=0.01)  # biases of zeros


@pytest.mark.skipif(find_spec("bitsandbytes") is None, reason="bitsandbytes is not installed")
def test_packed_weights_in_8_bits(packed: Path) -> None:
    model = load_model(packed, "int8")
    assert kinds(model.parts.model.model.language_model) == {"Linear8bitLt": LAYERS * IN_A_LAYER}
    assert "made int8" in model.parts.notes[0]
