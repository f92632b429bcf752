"""Loading: the same tokens as transformers, progress, stop, and one sentence for each broken folder."""

from __future__ import annotations

import json
import pickle
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from threading import Event
from typing import Any

import psutil
import pytest

from eyebox_models.fit.machine import machine
from eyebox_models.protocol.ask import Options
from eyebox_models.protocol.errors import EyeboxError, Stopped
from eyebox_models.protocol.events import Progress
from eyebox_models.vision import load as loading
from eyebox_models.vision.load import release
from loading import answer, load
from quick_run import quick
from tiny_models import build_tiny

pytest.importorskip("torch")
pytest.importorskip("transformers")

FAMILIES = ("qwen2_vl", "qwen2_5_vl", "qwen3_vl", "qwen3_5", "internvl")


@pytest.fixture(scope="session")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    root = tmp_path_factory.mktemp("a model 模型")
    return {family: build_tiny(family, root / family) for family in FAMILIES}


@pytest.fixture
def own(tiny: dict[str, Path], tmp_path: Path) -> Path:
    """A copy of one checkpoint, to be broken."""
    return Path(shutil.copytree(tiny["qwen2_vl"], tmp_path / "own"))


@pytest.fixture(autouse=True)
def nothing_loaded() -> Iterator[None]:
    import gc

    yield
    gc.collect()


def plain(folder: Path) -> Any:
    from types import SimpleNamespace

    from transformers import AutoModelForImageTextToText, AutoProcessor

    return SimpleNamespace(
        model=AutoModelForImageTextToText.from_pretrained(folder),
        processor=AutoProcessor.from_pretrained(folder),
    )


@pytest.mark.parametrize("family", quick(FAMILIES, "qwen3_vl", "qwen3_5", "internvl"))
def test_a_checkpoint_answers_as_transformers_alone(tiny: dict[str, Path], family: str) -> None:
    parts = load(tiny[family])
    assert answer(parts) == answer(plain(tiny[family]))
    assert (parts.precision, parts.device, parts.notes) == ("fp32", "cpu", ())


def test_bf16_loads_in_16_bit(tiny: dict[str, Path]) -> None:
    import torch

    parts = load(tiny["qwen3_vl"], "bf16")
    assert {p.dtype for p in parts.model.parameters()} == {torch.bfloat16}
    assert len(answer(parts)) == 8


def test_progress_moves_from_nothing_to_all(tiny: dict[str, Path]) -> None:
    events: list[Progress] = []
    load(tiny["qwen2_vl"], emit=events.append)
    fractions = [event.fraction or 0.0 for event in events]
    assert {event.stage for event in events} == {"loading"}
    assert (fractions[0], fractions[-1]) == (0.0, 1.0)
    assert fractions == sorted(fractions)
    assert len(set(fractions)) > 10


def test_a_stop_in_the_middle_ends_the_loading(tiny: dict[str, Path]) -> None:
    stop, seen = Event(), []

    def emit(event: Progress) -> None:
        seen.append(event.fraction)
        if (event.fraction or 0.0) > 0.3:
            stop.set()

    with pytest.raises(Stopped):
        load(tiny["qwen2_vl"], emit=emit, stop=stop)
    assert max(seen) < 0.9


def test_a_stop_before_it_begins_loads_nothing(tiny: dict[str, Path]) -> None:
    stop = Event()
    stop.set()
    with pytest.raises(Stopped):
        load(tiny["qwen2_vl"], stop=stop)


def tensors_of(folder: Path) -> dict[str, Any]:
    from safetensors.torch import load_file

    found: dict[str, Any] = load_file(folder / "model.safetensors")
    return found


def write_tensors(folder: Path, tensors: dict[str, Any]) -> None:
    from safetensors.torch import save_file

    save_file(tensors, folder / "model.safetensors", metadata={"format": "pt"})


def sentence_of(folder: Path, precision: str = "fp32") -> str:
    """What is said of a folder whose files looked fine."""
    with pytest.raises(EyeboxError) as caught:
        load(folder, precision, overlook=True)
    text = str(caught.value)
    assert "\n" not in text
    assert caught.value.__cause__ is None
    return text


def test_weights_that_are_missing_are_not_made_up(own: Path) -> None:
    tensors = tensors_of(own)
    del tensors[next(name for name in tensors if name.endswith("layers.1.mlp.up_proj.weight"))]
    write_tensors(own, tensors)
    assert "it needs model." in sentence_of(own)


def test_a_config_with_fewer_layers_is_not_of_these_weights(own: Path) -> None:
    config = json.loads((own / "config.json").read_text())
    config["text_config"]["num_hidden_layers"] = 1
    config["text_config"].pop("layer_types", None)
    (own / "config.json").write_text(json.dumps(config))
    assert "config.json" in sentence_of(own)


@pytest.mark.parametrize("precision", ["fp32", "bf16", "int8", "int4"])
@pytest.mark.parametrize("number", [float("nan"), float("inf")])
def test_weights_that_are_no_numbers_are_refused(own: Path, precision: str, number: float) -> None:
    if precision in ("int8", "int4"):
        pytest.importorskip("bitsandbytes")
    tensors = tensors_of(own)
    name = next(name for name in tensors if name.endswith("layers.1.mlp.down_proj.weight"))
    tensors[name][3, 4] = number
    write_tensors(own, tensors)
    assert "not finite" in sentence_of(own, precision)


def test_weights_of_another_shape_are_refused(own: Path) -> None:
    config = json.loads((own / "config.json").read_text())
    config["text_config"]["intermediate_size"] *= 2
    (own / "config.json").write_text(json.dumps(config))
    assert "do not belong to its config.json" in sentence_of(own)


def test_a_cut_weight_file_is_refused(own: Path) -> None:
    weights = own / "model.safetensors"
    weights.write_bytes(weights.read_bytes()[:-5000])
    assert "cut or broken" in sentence_of(own)


def test_a_pickle_that_would_run_code_is_refused(own: Path, tmp_path: Path) -> None:
    trace = tmp_path / "was here"

    class Evil:
        def __reduce__(self) -> Any:
            return (Path.touch, (trace,))

    (own / "model.safetensors").unlink()
    (own / "pytorch_model.bin").write_bytes(pickle.dumps({"model": Evil()}))
    assert "holds more than numbers" in sentence_of(own)
    assert not trace.exists()


def test_pickled_weights_that_are_numbers_load(own: Path) -> None:
    import torch

    expected = answer(load(own))
    torch.save(tensors_of(own), own / "pytorch_model.bin")
    (own / "model.safetensors").unlink()
    assert answer(load(own)) == expected


def test_code_in_the_folder_is_never_run(own: Path, tmp_path: Path) -> None:
    trace = tmp_path / "was here"
    for name in ("modeling_own", "configuration_own", "processing_own"):
        (own / f"{name}.py").write_text(f"from pathlib import Path\nPath({str(trace)!r}).touch()\n")
    config = json.loads((own / "config.json").read_text())
    config["auto_map"] = {
        "AutoConfig": "configuration_own.Config", "AutoModelForImageTextToText": "modeling_own.Model",
        "AutoProcessor": "processing_own.Processor",
    }  # fmt: skip
    (own / "config.json").write_text(json.dumps(config))
    custom = own / "custom_generate"
    custom.mkdir()
    (custom / "generate.py").write_text(f"from pathlib import Path\nPath({str(trace)!r}).touch()\n")
    assert len(answer(load(own))) == 8
    assert not trace.exists()


def test_without_its_tokenizer_it_is_refused_before_the_weights(own: Path) -> None:
    (own / "tokenizer.json").unlink()
    events: list[Progress] = []
    with pytest.raises(EyeboxError):
        load(own, emit=events.append)
    assert [event.fraction for event in events] in ([], [0.0])


def test_memory_that_runs_out_while_loading_is_reported(
    tiny: dict[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    from eyebox_models.vision import watch
    from eyebox_models.vision.memory import OutOfMemory

    def no_room(tensor: Any) -> bool:
        raise RuntimeError(
            "[enforce fail at alloc_cpu.cpp] DefaultCPUAllocator: can't allocate memory: you tried .."
        )

    monkeypatch.setattr(watch, "finite", no_room)
    with pytest.raises(OutOfMemory, match="not enough memory"):
        load(tiny["qwen2_vl"])


def test_what_was_half_loaded_is_freed(tiny: dict[str, Path]) -> None:
    import gc

    import torch

    stop = Event()

    def emit(event: Progress) -> None:
        if (event.fraction or 0.0) > 0.5:
            stop.set()

    gc.collect()
    before = sum(issubclass(type(thing), torch.nn.Module) for thing in gc.get_objects())
    caught: BaseException | None = None
    try:
        load(tiny["qwen2_vl"], emit=emit, stop=stop)
    except Stopped as error:
        caught = error
    gc.collect()
    assert caught is not None
    assert sum(issubclass(type(thing), torch.nn.Module) for thing in gc.get_objects()) == before


@pytest.mark.parametrize("family", ["qwen2_vl", "qwen3_vl", "internvl"])
def test_layers_on_disk_give_the_same_tokens(
    tiny: dict[str, Path], family: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    expected = answer(load(tiny[family]))
    small = replace(machine(), available_bytes=1_000_000, accelerators=())
    monkeypatch.setattr(loading, "machine", lambda: small)
    events: list[Progress] = []
    parts = load(tiny[family], emit=events.append, offload=True)
    assert "disk" in parts.model.hf_device_map.values()
    assert "on disk" in " ".join(parts.notes)
    assert len({event.fraction for event in events}) > 5
    assert answer(parts) == expected
    cache = tmp_path / "eyebox home" / "cache"
    assert [folder for folder in cache.iterdir() if folder.is_dir()]
    release(parts)
    assert not [folder for folder in cache.iterdir() if folder.is_dir()]


def test_what_a_killed_engine_left_on_disk_is_removed(
    tiny: dict[str, Path], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    gone = max(psutil.pids()) + 100_000
    left = tmp_path / "eyebox home" / "cache" / f"offloaded-{gone}-abc"
    left.mkdir(parents=True)
    small = replace(machine(), available_bytes=1_000_000, accelerators=())
    monkeypatch.setattr(loading, "machine", lambda: small)
    release(load(tiny["qwen2_vl"], offload=True))
    assert not left.exists()


def test_weights_in_the_precision_on_disk_take_no_memory_of_their_own(tmp_path: Path) -> None:
    """They are mapped from their file: a model is never in memory twice."""
    folder = build_tiny("internvl", tmp_path / "wide", hidden=1024, layers=8, dtype="bfloat16")
    size = (folder / "model.safetensors").stat().st_size
    release(load(folder, "bf16"))
    before = _anonymous()
    parts = load(folder, "bf16")
    grown = _anonymous() - before
    assert len(answer(parts, tokens=1)) == 1
    assert grown < 0.25 * size


def _anonymous() -> int:
    status = Path("/proc/self/status")
    if not status.exists():
        pytest.skip("the system does not tell")
    line = next(line for line in status.read_text().splitlines() if line.startswith("RssAnon"))
    return int(line.split()[1]) * 1024


def test_options_of_the_question_stay_with_the_parts(tiny: dict[str, Path]) -> None:
    assert load(tiny["qwen2_vl"], max_pixels=5000).options == Options(
        precision="fp32", device="cpu", max_pixels=5000
    )
