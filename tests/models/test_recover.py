"""Memory that runs out in the middle: every step in its order, told, and the chat goes on."""

from __future__ import annotations

import gc
import sys
import weakref
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from PIL import Image

from eyebox_models.checkpoint import Checkpoint
from eyebox_models.families.internvl.family import InternVL
from eyebox_models.families.qwen2_vl import Qwen2VL
from eyebox_models.protocol.ask import Ask, Message, Options, Picture
from eyebox_models.protocol.errors import EyeboxError
from eyebox_models.protocol.events import Answer, Note
from eyebox_models.vision.memory import OutOfMemory, card_failed, collect, is_out_of_memory
from eyebox_models.vision.parts import LoadedCheckpoint
from eyebox_models.vision.recover import recover
from loading import load
from tiny_models import build_tiny

pytest.importorskip("torch")
pytest.importorskip("transformers")

CPU = "[enforce fail at alloc_cpu.cpp:127] . DefaultCPUAllocator: not enough memory: you tried to allocate 9 bytes."


@pytest.fixture(scope="session")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    root = tmp_path_factory.mktemp("recover")
    return {family: build_tiny(family, root / family) for family in ("qwen2_vl", "internvl")}


@pytest.fixture
def picture(tmp_path: Path) -> str:
    path = tmp_path / "a picture.png"
    Image.new("RGB", (1600, 1200), "white").save(path)
    return str(path)


def checkpoint(**more: Any) -> Checkpoint:
    processor = {"patch_size": 14, "merge_size": 2, "min_pixels": 3136, "max_pixels": 12_845_056}
    return Checkpoint(Path("somewhere"), {}, "qwen2_vl", processor=processor, **more)


def parts(options: Options | None = None, precision: str = "bf16", **more: Any) -> LoadedCheckpoint:
    extra = {"family": Qwen2VL(), "dtype": "bfloat16"}
    return LoadedCheckpoint(
        checkpoint(**more), None, None, None, options or Options(), precision, "cpu", extra=extra
    )


def question(*pictures: str, **options: Any) -> Ask:
    return Ask(
        (Message("user", (*(Picture(path) for path in pictures), "What?")),), "m", Options(**options), turn=3
    )


class Try:
    """Attempts that fail until `enough` says that what is tried with is little enough."""

    def __init__(
        self, enough: Callable[[LoadedCheckpoint, Ask], bool], error: Callable[[], Exception] = MemoryError
    ) -> None:
        self.enough = enough
        self.error = error
        self.tried: list[tuple[LoadedCheckpoint, Ask]] = []
        self.freed = 0
        self.reloaded: list[Options] = []
        self.events: list[Any] = []
        self.refused: tuple[str, ...] = ()

    def __call__(self, parts: LoadedCheckpoint, ask: Ask) -> Answer:
        self.tried.append((parts, ask))
        if not self.enough(parts, ask):
            raise self.error()
        return Answer(ask.turn, "It is white.", notes=parts.notes, made_with=parts.precision)

    def free(self) -> None:
        self.freed += 1

    def reload(self, options: Options) -> LoadedCheckpoint:
        self.reloaded.append(options)
        if options.precision in self.refused:
            raise EyeboxError("package-missing", "bitsandbytes is not installed: pip install bitsandbytes")
        return parts(options, options.precision)

    def run(self, ask: Ask, at_hand: LoadedCheckpoint | None = None) -> Answer:
        at_hand = at_hand or parts()
        return recover(self, at_hand, ask, free=self.free, reload=self.reload, emit=self.events.append)

    @property
    def notes(self) -> tuple[str, ...]:
        assert all(isinstance(event, Note) and event.turn == 3 for event in self.events)
        return tuple(event.text for event in self.events)


def cuda_error() -> Exception:
    import torch

    error: Exception = torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 20.00 MiB.")
    return error


ERRORS: list[Callable[[], Exception]] = [
    MemoryError,
    cuda_error,
    lambda: RuntimeError(CPU),
    lambda: RuntimeError("CUDA error: CUBLAS_STATUS_ALLOC_FAILED when calling `cublasCreate(handle)`"),
    lambda: RuntimeError("MPS backend out of memory (MPS allocated: 8 GB)"),
    lambda: OutOfMemory("no-fit", "It does not fit."),
]


def test_nothing_happens_while_there_is_memory(picture: str) -> None:
    attempt = Try(lambda parts, ask: True)
    answer = attempt.run(question(picture))
    assert (answer.notes, attempt.freed, attempt.events, len(attempt.tried)) == ((), 0, [], 1)


@pytest.mark.parametrize("error", ERRORS)
def test_first_what_was_kept_is_freed(picture: str, error: Callable[[], Exception]) -> None:
    attempt = Try(lambda parts, ask: attempt.freed > 0, error)
    answer = attempt.run(question(picture))
    assert len(attempt.tried) == 2
    assert attempt.tried[0] == attempt.tried[1]
    assert "kept of earlier turns was dropped" in attempt.notes[0]
    assert answer.notes == attempt.notes
    assert answer.text == "It is white."


def test_then_pictures_are_shown_smaller_down_to_a_floor(picture: str) -> None:
    attempt = Try(lambda parts, ask: bool(attempt.reloaded))
    answer = attempt.run(question(picture))
    limits = [ask.options.max_pixels for _parts, ask in attempt.tried]
    assert limits[:2] == [None, None]
    shrinking = [limit for limit in limits[2:-1] if limit is not None]
    assert shrinking == sorted(shrinking, reverse=True)
    assert shrinking[0] <= 1600 * 1200 * 0.51
    assert 224 * 224 <= shrinking[-1] < 2 * 224 * 224
    assert sum("shown smaller" in note for note in answer.notes) == len(shrinking)
    assert attempt.reloaded[0].precision == "int8"


def test_as_soon_as_it_fits_it_stops(picture: str) -> None:
    attempt = Try(lambda parts, ask: (ask.options.max_pixels or 10**9) < 600_000)
    answer = attempt.run(question(picture))
    assert not attempt.reloaded
    assert "visual tokens instead of" in answer.notes[-1]


def test_pictures_already_small_are_left_alone(tmp_path: Path) -> None:
    Image.new("RGB", (200, 200)).save(tmp_path / "small.png")
    attempt = Try(lambda parts, ask: bool(attempt.reloaded))
    attempt.run(question(str(tmp_path / "small.png")))
    assert {ask.options.max_pixels for _parts, ask in attempt.tried} == {None}


def test_tiles_are_halved_where_a_family_has_tiles(tiny: dict[str, Path], picture: str) -> None:
    at_hand = load(tiny["internvl"], "bf16")
    at_hand.extra["family"] = InternVL()
    attempt = Try(lambda parts, ask: ask.options.max_tiles is not None)
    answer = attempt.run(question(picture), at_hand)
    assert "shown smaller" in answer.notes[-1]


@pytest.mark.parametrize(
    ("at_hand", "order"),
    [
        ("fp32", ["int8", "int4", "fp32"]),
        ("bf16", ["int8", "int4", "bf16"]),
        ("int8", ["int4", "bf16"]),
        ("int4", ["bf16"]),
    ],
)
def test_then_the_precision_goes_down_and_at_last_layers_are_offloaded(
    at_hand: str, order: list[str]
) -> None:
    attempt = Try(lambda parts, ask: parts.options.offload)
    answer = attempt.run(question(), parts(precision=at_hand))
    assert [options.precision for options in attempt.reloaded] == order
    assert [options.offload for options in attempt.reloaded] == [False] * (len(order) - 1) + [True]
    assert "in memory or on disk" in answer.notes[-1]
    assert answer.made_with == order[-1]


def test_a_checkpoint_quantized_on_disk_is_only_offloaded() -> None:
    attempt = Try(lambda parts, ask: parts.options.offload)
    attempt.run(question(), parts(precision="int4", quantization="gptq"))
    assert [options.offload for options in attempt.reloaded] == [True]


def test_a_precision_that_cannot_be_had_is_passed_over() -> None:
    attempt = Try(lambda parts, ask: parts.precision == "int4")
    attempt.refused = ("int8",)
    answer = attempt.run(question())
    assert [options.precision for options in attempt.reloaded] == ["int8", "int4"]
    assert answer.made_with == "int4"


def test_when_nothing_helps_one_sentence_says_so(picture: str) -> None:
    attempt = Try(lambda parts, ask: False)
    with pytest.raises(EyeboxError, match="fewer or smaller pictures") as caught:
        attempt.run(question(picture))
    assert "MemoryError" in caught.value.detail
    assert attempt.freed >= len(attempt.tried)


def test_other_errors_pass(picture: str) -> None:
    attempt = Try(lambda parts, ask: False, lambda: ValueError("something else"))
    with pytest.raises(ValueError, match="something else"):
        attempt.run(question(picture))
    assert (len(attempt.tried), attempt.freed, attempt.events) == (1, 0, [])


def test_an_error_that_came_from_memory_is_known() -> None:
    try:
        try:
            raise MemoryError
        except MemoryError as error:
            raise EyeboxError("unreadable", "It could not be read.") from error
    except EyeboxError as caught:
        assert is_out_of_memory(caught)
    first, second = RuntimeError("first"), RuntimeError("second")
    first.__cause__, second.__cause__ = second, first
    assert not is_out_of_memory(first) and not card_failed(second)  # and comes to an end
    assert not is_out_of_memory(RuntimeError("shapes differ"))
    assert is_out_of_memory(ImportError("libtorch_cpu.so: failed to map segment from shared object"))
    assert not is_out_of_memory(ImportError("No module named torch"))


def test_what_failed_to_be_imported_is_not_imported_again_to_free_memory(monkeypatch):
    monkeypatch.delitem(sys.modules, "torch")
    collect()
    assert "torch" not in sys.modules


def test_what_the_failed_attempt_held_is_freed_before_the_next() -> None:
    class Big:
        pass

    held: list[weakref.ref[Big]] = []

    def attempt(parts: LoadedCheckpoint, ask: Ask) -> Answer:
        if not held:
            big = Big()
            held.append(weakref.ref(big))
            raise MemoryError
        gc.collect()
        assert held[0]() is None
        return Answer(ask.turn, "fine")

    def reload(options: Options) -> LoadedCheckpoint:
        raise AssertionError

    assert (
        recover(attempt, parts(), question(), free=lambda: None, reload=reload, emit=lambda event: None).text
        == "fine"
    )


def test_the_next_question_about_the_same_pictures_begins_with_what_fitted(
    picture: str, tmp_path: Path
) -> None:
    at_hand = parts()
    attempt = Try(lambda parts, ask: (ask.options.max_pixels or 10**9) < 600_000)
    attempt.run(question(picture), at_hand)
    tried = len(attempt.tried)
    answer = attempt.run(question(picture), at_hand)
    assert len(attempt.tried) == tried + 1
    assert "shown smaller" in answer.notes[0]
    other = tmp_path / "other.png"
    Image.new("RGB", (100, 100)).save(other)
    attempt.enough = lambda parts, ask: True
    assert attempt.run(question(str(other)), at_hand).notes == ()
    assert attempt.tried[-1][1].options.max_pixels is None


def test_a_model_loaded_again_in_int4_answers(tiny: dict[str, Path]) -> None:
    """With a real model: BF16 does not fit, Int8 does not, Int4 does."""
    pytest.importorskip("bitsandbytes")
    from loading import answer as ids_of

    at_hand = load(tiny["qwen2_vl"], "bf16")

    def attempt(parts: LoadedCheckpoint, ask: Ask) -> Answer:
        if parts.precision != "int4":
            raise RuntimeError(CPU)
        return Answer(
            ask.turn, "", token_ids=tuple(ids_of(parts)), made_with=parts.precision, notes=parts.notes
        )

    def reload(options: Options) -> LoadedCheckpoint:
        assert options == replace(options, device="cpu")
        loaded: LoadedCheckpoint = load(tiny["qwen2_vl"], options.precision, stop=Event())
        return loaded

    events: list[Any] = []
    answer = recover(attempt, at_hand, question(), free=lambda: None, reload=reload, emit=events.append)
    assert answer.made_with == "int4"
    assert len(answer.token_ids) == 8
    assert [event.text for event in events] == list(answer.notes)
    assert "int4" in answer.notes[-1]
