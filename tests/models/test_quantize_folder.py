"""`models quantize`: a model in 16 bit becomes one in 4 bit that answers, by GPTQ and as NF4, or one sentence says why not."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from eyebox_models.engine.process import EngineProcess
from eyebox_models.files.new_folder import new_folder
from eyebox_models.library.quantize import as_os_errors, quantize
from eyebox_models.library.quantize_plan import memory_needed, plan_quantize
from eyebox_models.protocol.ask import Ask, Message, Options, Picture
from eyebox_models.protocol.errors import EyeboxError
from eyebox_models.protocol.events import Progress
from eyebox_models.protocol.requests import Answering, PlanQuantize, Quantize
from gptq_packing import pack_gptq
from loading import answer, load
from tiny_models import build_tiny
from tiny_originals import build_original

torch = pytest.importorskip("torch")
pytest.importorskip("transformers")

NOTHING = Event()


def ignored(_event: Any) -> None:
    pass


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_tiny("qwen2_vl", tmp_path_factory.mktemp("sixteen") / "tiny")


def chats(folder: Path, count: int) -> tuple[tuple[Message, ...], ...]:
    from PIL import Image

    made = []
    for number in range(count):
        file = folder / f"{number}.png"
        Image.linear_gradient("L").resize((90 + 8 * number, 70)).convert("RGB").save(file)
        said = Message("assistant", ("a grey picture",))
        made.append((Message("user", (Picture(str(file)), "What is it?")), said))
    return tuple(made)


def test_nf4_on_disk_answers_as_nf4_made_while_loading(folder: Path, tmp_path: Path) -> None:
    pytest.importorskip("bitsandbytes")
    said: list[Progress] = []
    card = quantize(Quantize(str(folder), "nf4", str(tmp_path / "four")), said.append, NOTHING)
    assert (card.problems, card.precision_on_disk) == ((), "int4 (bitsandbytes)")
    made = load(tmp_path / "four", "int4")
    assert answer(made) == answer(load(folder, "int4"))
    quantizing = [one for one in said if one.stage == "quantizing"]
    assert quantizing[0].total_bytes > 0
    assert quantizing[-1].fraction == 1.0
    assert {file.stat().st_mode & 0o777 for file in (tmp_path / "four").iterdir()} == {0o644}


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[EngineProcess]:
    """An engine of its own, as always: gptqmodel's threads end with it."""
    if find_spec("gptqmodel") is None:
        pytest.skip("gptqmodel is not installed")
    made = EngineProcess("model", tmp_path / "engine.log")
    yield made
    made.close()


@pytest.mark.thorough
@pytest.mark.slow
@pytest.mark.timeout(600)
def test_gptq_of_each_family_answers(engine: EngineProcess, tmp_path: Path) -> None:
    asked = chats(tmp_path, 8)
    for family in ("qwen2_vl", "qwen2_5_vl", "qwen3_vl", "internvl"):
        source, target = build_tiny(family, tmp_path / family), tmp_path / f"{family} four"
        fractions: list[float] = []

        def note(event: Any, fractions: list[float] = fractions) -> None:
            if isinstance(event, Progress) and event.stage == "quantizing":
                fractions.append(event.fraction or 0.0)

        end = engine.run(family, Quantize(str(source), "gptq-int4", str(target), asked), note)
        assert (end.outcome, end.message) == ("done", "")
        assert (end.result.problems, end.result.precision_on_disk) == ((), "int4 (gptq)")
        assert fractions == sorted(fractions)
        assert len(fractions) > 2
        settings = json.loads((target / "config.json").read_text())["quantization_config"]
        assert (settings["bits"], settings["sym"], settings["desc_act"]) == (4, True, False)
        assert (target / "model.safetensors").stat().st_size < (
            source / "model.safetensors"
        ).stat().st_size / 2
        question = Ask(asked[0][:1], str(target), Options(precision="int4", max_new_tokens=8, device="cpu"))
        answered = engine.run("ask", Answering(question), ignored)
        assert (answered.outcome, answered.message, answered.result.tokens_out) == ("done", "", 8)
    assert not list(tmp_path.glob(".*"))


@pytest.mark.thorough
@pytest.mark.slow
@pytest.mark.timeout(600)
def test_stopping_leaves_nothing(engine: EngineProcess, folder: Path, tmp_path: Path) -> None:
    def at_the_first_layer(event: Any) -> None:
        if isinstance(event, Progress) and event.stage == "quantizing" and event.fraction:
            engine.stop("stopped")

    pictures = tmp_path / "pictures"
    pictures.mkdir()
    request = Quantize(str(folder), "gptq-int4", str(tmp_path / "four"), chats(pictures, 2))
    assert engine.run("stopped", request, at_the_first_layer).outcome == "stopped"
    assert {file.name for file in tmp_path.iterdir()} == {"engine.log", "pictures"}


def test_what_cannot_be_quantized_says_why(folder: Path, tmp_path: Path) -> None:
    quantized = pack_gptq(folder, tmp_path / "packed")
    original = build_original(tmp_path / "original")
    for source, code in ((quantized, "quantized-already"), (original, "quantize-original")):
        with pytest.raises(EyeboxError) as refused:
            quantize(Quantize(str(source), "nf4", str(tmp_path / "four")), ignored, NOTHING)
        assert refused.value.sentence.code == code
    narrow = build_tiny("qwen2_vl", tmp_path / "narrow", hidden=48)
    with pytest.raises(EyeboxError) as refused:
        quantize(Quantize(str(narrow), "gptq-int4", str(tmp_path / "four")), ignored, NOTHING)
    assert refused.value.sentence.code == "quantize-widths"
    assert not (tmp_path / "four").exists()


def test_a_disk_that_fills_up_is_told_as_such(tmp_path: Path) -> None:
    failure = pytest.importorskip("safetensors").SafetensorError
    said = "Error while serializing: I/O error: No space left on device (os error 28)"
    wanted = r"four could not be written \(No space left on device\)"
    with pytest.raises(EyeboxError, match=wanted), new_folder(tmp_path / "four", 1), as_os_errors():
        raise failure(said)
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(failure), as_os_errors():
        raise failure("the header is too large")


def test_memory_is_counted_before(folder: Path) -> None:
    from eyebox_models.families.registry import checkpoint_at

    checkpoint = checkpoint_at(folder)
    weights = checkpoint.weight_bytes
    assert memory_needed(checkpoint, "gptq-int4", "cpu") > weights / 2
    assert memory_needed(checkpoint, "nf4", "cpu") < memory_needed(checkpoint, "gptq-int4", "cpu")


@pytest.fixture(scope="module")
def gptqmodel_is_there() -> None:
    """Imported before the test, which would be blamed for the threads that it begins."""
    pytest.importorskip("gptqmodel")


@pytest.mark.thorough
@pytest.mark.usefixtures("gptqmodel_is_there")
def test_a_plan_says_what_it_takes_or_why_not(folder: Path, tmp_path: Path) -> None:
    there = PlanQuantize(str(folder), "gptq-int4", str(tmp_path / "four"))
    plan = plan_quantize(there)
    assert plan.problem == ""
    assert plan.memory_bytes > plan.disk_bytes > 0
    assert plan.free_bytes >= plan.memory_bytes
    assert plan_quantize(PlanQuantize(str(folder), "gptq-int4", there.target, 4000)).seconds > plan.seconds
    assert not (tmp_path / "four").exists()
    for request, code in (
        (PlanQuantize(str(folder), "nf4", str(folder)), "target-exists"),
        (PlanQuantize(str(folder), "nf4", str(tmp_path / "no" / "such")), "target-parent-missing"),
        (PlanQuantize(str(folder), "nf4", there.target, idle_bytes=-(1 << 50)), "quantize-memory"),
        (PlanQuantize(str(pack_gptq(folder, tmp_path / "packed")), "nf4", there.target), "quantized-already"),
        (PlanQuantize(str(tmp_path), "nf4", there.target), ""),
    ):
        problem = plan_quantize(request).problem
        assert problem
        assert getattr(problem, "code", None) == code or not code


def test_a_package_that_is_missing_is_named(folder: Path, tmp_path: Path, monkeypatch) -> None:
    from eyebox_models.library import quantize_plan

    bare = type("Bare", (), {"has": lambda _self, _name: False})
    monkeypatch.setattr(quantize_plan, "machine", bare)
    problem = plan_quantize(PlanQuantize(str(folder), "gptq-int4", str(tmp_path / "four"))).problem
    assert problem == "Quantizing to gptq-int4 needs torch, gptqmodel: pip install torch gptqmodel"
