"""Teaching a tiny model: what it is trained on, that its losses do not depend on batches, and that a run goes on exactly."""

from __future__ import annotations

import errno
import json
import struct
import sys
import zlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from threading import Event
from typing import Any, cast

import pytest

from eyebox_models.files.system_memory import own_bytes
from eyebox_models.library.rewrite import merge
from eyebox_models.protocol.ask import Ask, Message, Options, Picture
from eyebox_models.protocol.box import Box
from eyebox_models.protocol.errors import EyeboxError
from eyebox_models.protocol.requests import Teach
from eyebox_models.protocol.teaching import (
    GeneralAsked,
    HeldOut,
    Lesson,
    Taught,
    TeachPlan,
    TeachSettings,
    TeachStep,
)
from eyebox_models.protocol.wire import lines_of, pack
from eyebox_models.training.run import teach
from eyebox_models.training.state import RunFolder, apart, order
from lessons import lessons, write_lessons
from tiny_models import build_tiny
from vision import load

torch: Any = pytest.importorskip("torch")
pytest.importorskip("transformers")

QUICK = TeachSettings(lr=5e-3, accumulate=2, epochs=2, every=2, held_out=1, general=0, threads=1)
"""Eight lessons but one, twice: 7 steps."""


@pytest.fixture(autouse=True)
def one_thread() -> Iterator[None]:
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A tiny Qwen2-VL, pictures, and a file of lessons about them."""
    root = tmp_path_factory.mktemp("teaching")
    build_tiny("qwen2_vl", root / "qwen2_vl")
    write_lessons(root)
    return root


class Run:
    """A run of teaching in this process, and what it said."""

    def __init__(self, place: Path, target: str, settings: TeachSettings = QUICK, **more: Any) -> None:
        self.events: list[Any] = []
        self.stop = Event()
        self.crash_at = 0
        self.request = Teach(
            str(place / "qwen2_vl"), str(place / "lessons.jsonl"), str(place / target), settings
        )
        self.request = replace(self.request, **more)

    def __call__(self) -> Taught:
        return teach(self.request, self._emit, self.stop)

    def _emit(self, event: Any) -> None:
        self.events.append(event)
        if isinstance(event, TeachStep) and event.step == self.crash_at:
            raise MemoryError("as if it were killed here")

    def curve(self) -> list[Any]:
        """The losses and learning rates that are noted, and those of what is held out."""
        noted = lines_of(str(Path(self.request.target) / "teaching" / "steps.jsonl"))
        return [
            (one.step, one.loss, one.lr) if isinstance(one, TeachStep) else (one.step, one.loss, one.iou)
            for one in noted
            if isinstance(one, TeachStep | HeldOut)
        ]


@pytest.fixture(scope="module")
def kept() -> dict[str, Any]:
    """What is made once for all tests, but within one (that decodes pictures in this process)."""
    return {}


@pytest.fixture
def whole(place: Path, kept: dict[str, Any]) -> tuple[Run, Taught]:
    """A run that nobody disturbs."""
    if not kept:
        run = Run(place, "whole")
        kept.update(run=run, taught=run())
    return kept["run"], kept["taught"]


def answered(place: Path, folder: Path, adapter: Path | None = None) -> tuple[int, ...]:
    """What a model says about a picture of the lessons."""
    model = load(folder)
    options = Options(max_new_tokens=12, adapter=str(adapter) if adapter else None, repetition_penalty=1.0)
    ask = Ask((Message("user", (Picture(str(place / "1.png")), "Find the dog.")),), "", options)
    return model.answer(ask, lambda _event: None, Event()).token_ids


def test_it_learns_and_what_it_learned_is_loaded_and_merged(place: Path, whole: tuple[Run, Taught]) -> None:
    run, taught = whole
    steps = [event for event in run.events if isinstance(event, TeachStep)]
    (plan,) = [event for event in run.events if isinstance(event, TeachPlan)]
    assert (
        [one.step for one in steps] == list(range(1, 8))
        and taught.complete
        and taught.steps == plan.steps == 7
    )
    assert steps[-1].loss < 0.8 * steps[0].loss
    assert sys.platform != "linux" or steps[0].peak_bytes <= steps[-1].peak_bytes < own_bytes("VmRSS") // 2
    assert taught.before and taught.after and taught.after.loss < taught.before.loss
    assert plan.held_out == 1 and plan.lessons == 7
    assert len(plan.sheets) == (5 if taught.after.iou is None else 4)
    adapter = Path(taught.folder)
    merge(str(place / "qwen2_vl"), str(adapter), str(place / "merged"), lambda _event: None, Event())
    learned = answered(place, place / "qwen2_vl", adapter)
    assert learned == answered(place, place / "merged") != answered(place, place / "qwen2_vl")
    card = json.loads((adapter / "teaching.json").read_text())
    assert card["after"]["loss"] == taught.after.loss and len(card["data_sha256"]) == 64
    assert not (adapter / "teaching" / "state.pt").exists()


@pytest.mark.parametrize("crash_at", [pytest.param(1, marks=pytest.mark.thorough), 5])
def test_a_run_that_was_killed_goes_on_as_if_it_had_not_been(
    place: Path, whole: tuple[Run, Taught], crash_at: int
) -> None:
    run = Run(place, f"killed {crash_at}")
    run.crash_at = crash_at
    with pytest.raises(MemoryError):
        run()
    with pytest.raises(EyeboxError, match="--resume"):
        Run(place, f"killed {crash_at}")()
    again = Run(place, f"killed {crash_at}", model="", data="", resume=True)
    assert again().complete
    assert again.curve() == whole[0].curve()
    weights = [
        (Path(run.request.target) / "adapter_model.safetensors").read_bytes() for run in (whole[0], again)
    ]
    assert weights[0] == weights[1]


def test_a_pause_keeps_the_state(place: Path, whole: tuple[Run, Taught]) -> None:
    run = Run(place, "paused")
    emit = run._emit

    def stop_at_three(event: Any) -> None:
        emit(event)
        if isinstance(event, TeachStep) and event.step == 3:
            run.stop.set()

    taught = teach(run.request, stop_at_three, run.stop)
    assert not taught.complete and taught.steps == 3
    assert run.curve() == whole[0].curve()[: len(run.curve())]
    again = Run(place, "paused", model="", data="", resume=True)
    state = place / "paused" / "teaching" / "state.pt"
    content = state.read_bytes()
    for damaged in (b"", b"no state", b"\x80\x02}q\x00.", content[:100], content[: len(content) // 2]):
        state.write_bytes(damaged)
        with pytest.raises(EyeboxError, match="can't be read; begin anew"):
            RunFolder(place / "paused", again.request).take_up(cast(Any, None), None)
    state.write_bytes(content)
    assert again().complete and again.curve() == whole[0].curve()


def test_what_will_be_done_is_said_first_and_what_was_learned_is_written_at_any_step(
    place: Path, whole: tuple[Run, Taught]
) -> None:
    check = Run(place, "checked", only="check")
    taught = check()
    (plan,) = [one for one in check.events if isinstance(one, TeachPlan)]
    assert not taught.complete and taught.steps == 0 and not check.curve()
    assert (plan.pictures, plan.turns, plan.boxes) == (8, 9, len(plan.drawn))
    assert plan.tested and plan.tested[1] < plan.tested[0] and plan.longest > 10
    boxes = [
        (box.label, *map(round, box.xyxy))
        for one in plan.drawn
        for box in [found.box for found in one.said.boxes]
    ]
    assert {box[0] for box in boxes} == {"dog"}
    assert max(abs(a - b) for box in boxes for a, b in zip(box[1:], (5, 5, 40, 50), strict=True)) <= 1
    goes_on = Run(place, "checked", model="", data="", resume=True)
    goes_on.crash_at = 5
    with pytest.raises(MemoryError):
        goes_on()
    assert next(one for one in goes_on.events if isinstance(one, TeachPlan)) == plan
    assert [one.step for one in goes_on.events if isinstance(one, HeldOut) and one.asked] == [0, 2, 4]
    end = Run(place, "checked", model="", data="", resume=True, only="finish")
    taught = end()
    assert taught.complete and taught.steps == 4 and "by hand" in taught.reason
    assert end.curve() == [one for one in whole[0].curve() if one[0] <= 4]


def test_batches_weigh_tokens_and_gradients_reach_what_is_trained_alone(place: Path) -> None:
    from eyebox_models.training.loss import Losses
    from eyebox_models.training.rows import Encoder
    from eyebox_models.training.trained import Trained
    from eyebox_models.vision.features import KnownPictures

    model = load(place / "qwen2_vl")
    encoder = Encoder(model.family, model.parts, None)
    rows = [row for n, one in enumerate(lessons(place)) for row in encoder.rows(n, one)]
    talk = next(row for row in rows if row.name == "talk")
    assert (
        model.parts.tokenizer.decode([talk.prompt.ids[n] for n in talk.learned])
        == "A fox.<|im_end|>3<|im_end|>"
    )
    trained = Trained(model.parts, replace(QUICK, dropout=0.0))
    model.parts.model.train()
    for frozen in (True, False):
        losses = Losses(model.family, model.parts, frozen=frozen, known=KnownPictures(on_disk=False))
        single = sum(losses.of([row]).detach() for row in rows)
        together = losses.of(rows)
        assert float(together.detach()) == pytest.approx(float(single), rel=2e-6)
    together.backward()
    assert all(weights.grad is not None for weights in trained.weights.values())
    assert not [name for name, weights in model.parts.model.named_parameters() if weights.grad is not None]
    assert trained.count == 2 * 8 * (
        3 * 64 + 64 + 2 * 32
    )  # 2 layers, rank 8: queries 64 wide, keys and values 32


def test_pictures_are_prepared_once_for_a_tower_that_is_trained(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from eyebox_models.training.loss import Losses
    from eyebox_models.training.rows import Encoder
    from eyebox_models.vision.features import KnownPictures

    model = load(place / "qwen2_vl")
    encoder = Encoder(model.family, model.parts, None)
    rows = [row for n, one in enumerate(lessons(place)) for row in encoder.rows(n, one)]
    process, prepared = type(model.family).process, []

    def counted(family: Any, parts: Any, shown: Any) -> Any:
        prepared.append(shown.looked_at)
        return process(family, parts, shown)

    monkeypatch.setattr(type(model.family), "process", counted)
    losses = Losses(model.family, model.parts, frozen=False, known=KnownPictures(on_disk=False))
    first, again = losses.of(rows), losses.of(rows)
    assert sorted(prepared) == sorted(set(prepared)) != []
    assert torch.equal(first, again)


def test_all_weights_are_taught_and_written_into_files_of_the_same_names(place: Path) -> None:
    taught = Run(place, "full", replace(QUICK, method="full", lr=1e-3, epochs=1, held_out=0))()
    from safetensors.torch import load_file

    old, new = (
        load_file(folder / "model.safetensors") for folder in (place / "qwen2_vl", Path(taught.folder))
    )
    changed = {name for name in old if not torch.equal(old[name], new[name])}
    assert old.keys() == new.keys()
    assert changed and not any("visual" in name for name in changed)
    assert any(name.endswith("lm_head.weight") for name in changed)
    assert answered(place, Path(taught.folder)) != answered(place, place / "qwen2_vl")


def test_what_it_answers_before_and_after_is_compared(place: Path) -> None:
    run = Run(place, "compared", replace(QUICK, lr=2e-2, epochs=1, held_out=2, general=4))
    taught = run()
    assert taught.held_out and taught.general
    asked = [event for event in run.events if isinstance(event, GeneralAsked)]
    assert [one.step for one in asked] == [0, taught.steps]
    assert [trial.kind for trial in asked[0].trials] == ["find", "count", "read", "table"]
    assert all(Path(trial.pictures[0].path).is_file() for trial in asked[0].trials)
    assert {one.kind for one in taught.general.kinds} == {"find", "count", "read", "table"}
    assert all(trial.before is not None for trial in taught.general.trials)
    held = [event for event in run.events if isinstance(event, HeldOut) and event.step in (0, taught.steps)]
    assert [len(one.trials) for one in held] == [2, 2]
    assert {(t.name, t.before, t.said) for t in taught.held_out.trials} == {
        (old.name, old.said, new.said) for old, new in zip(held[0].trials, held[1].trials, strict=True)
    }
    card = json.loads((Path(taught.folder) / "teaching.json").read_text())
    assert card["general_compared"]["kinds"].keys() == {"find", "count", "read", "table"}
    assert len(card["general_compared"]["worse"]) == len(taught.general.worse)
    assert taught.after and card["after"]["exact"] == taught.after.exact


def test_both_answers_of_a_pair_have_their_own_boxes(place: Path) -> None:
    from eyebox_models.training.rows import Encoder, boxes_of
    from eyebox_models.training.sheets import read_back

    model = load(place / "qwen2_vl")
    one = lessons(place)[0]
    mark, there, off = "<ref-object><bbox>", Box("", 5, 5, 40, 50), Box("", 10, 20, 30, 40)
    pair = replace(one, rejected=f"{mark}\n{mark}", refs=("dog", "dog", "cat"), boxes=(there, off, there),
                   of_image=(0, 0, 0))  # fmt: skip
    row = Encoder(model.family, model.parts, None).pair(0, pair)
    assert row.rejected is not None
    found = [
        [(f.box.label, round(f.box.x1)) for f in boxes_of(r.answer, r, model.family)]
        for r in (row, row.rejected)
    ]
    assert found == [[("dog", 5)], [("dog", 10), ("cat", 5)]]
    trial = read_back(row, model.family, model.parts)
    assert trial.before and [len(reply.boxes) for reply in (trial.said, trial.before)] == [1, 2]


@pytest.mark.thorough
def test_of_pairs_the_chosen_answer_gets_likelier(place: Path) -> None:
    from eyebox_models.training.loss import Losses
    from eyebox_models.training.preference import Preferences
    from eyebox_models.training.rows import Encoder
    from eyebox_models.vision.adapter import apply
    from eyebox_models.vision.features import KnownPictures

    pairs = [replace(one, rejected="the lazy dog") for one in lessons(place)]
    file = place / "pairs.jsonl"
    nothing = replace(pairs[0], name="no pair", rejected="")
    alike = replace(pairs[-1], name="alike", rejected=pairs[-1].messages[-1].text)
    file.write_text("".join(json.dumps(pack(one)) + "\n" for one in (*pairs, nothing, alike)))
    settings = replace(QUICK, method="dpo", beta=0.5, dropout=0.0)
    run = Run(place, "dpo", settings, data=str(file))
    taught = run()
    (plan,) = [event for event in run.events if isinstance(event, TeachPlan)]
    assert plan.pairs and [(one.name, one.reason) for one in plan.dropped] == [
        ("no pair", "it has no rejected answer"), ("alike", "its two answers are the same"),
    ]  # fmt: skip
    made = [event.rewards for event in run.events if isinstance(event, TeachStep)]
    print("rewards", [(round(one.margin, 3), one.accuracy) for one in made if one], "loss", taught.losses)
    assert made[0] and made[-1] and made[0].margin == pytest.approx(0, abs=1e-4) and made[-1].margin > 0.05
    assert taught.before and taught.after and taught.after.rewards and taught.after.rewards.accuracy == 1
    card = json.loads((Path(taught.folder) / "teaching.json").read_text())
    assert card["after"]["rewards"]["margin"] == taught.after.rewards.margin > 0
    assert taught.losses[1] < taught.losses[0] and taught.losses[0] == pytest.approx(0.6931, abs=1e-4)
    model = load(place / "qwen2_vl")
    encoder = Encoder(model.family, model.parts, None)
    rows = [encoder.pair(n, one) for n, one in enumerate(pairs)]
    losses = Losses(model.family, model.parts, frozen=True, known=KnownPictures(on_disk=False))
    wanted = Preferences(losses, 0.5)
    with torch.no_grad():
        before = [float(wanted._ratio(row)) for row in rows]
        apply(model.parts, taught.folder)
        after = [float(wanted._ratio(row)) for row in rows]
    assert sum(after) > sum(before) + len(rows)
    again = Run(place, "dpo killed", settings, data=str(file))
    again.crash_at = 5
    with pytest.raises(MemoryError):
        again()
    more = Run(place, "dpo killed", settings, model="", data="", resume=True)
    assert more().complete and more.curve() == run.curve()


def test_what_can_not_be_learned_from_is_left_out_by_name(place: Path) -> None:
    def about(name: str, picture: str, answer: str = "<ref-object><bbox>", **more: Any) -> Lesson:
        shown = Picture(str(place / picture))
        turns = (Message("user", (shown, "Where?")), Message("assistant", (answer,)))
        return Lesson(
            name, turns, **{"refs": ("dog",), "boxes": (Box("", 5, 5, 30, 40),), "of_image": (0,), **more}
        )

    header = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    chunk = struct.pack(">I", 13) + b"IHDR" + header + struct.pack(">I", zlib.crc32(b"IHDR" + header))
    (place / "bomb.png").write_bytes(b"\x89PNG\r\n\x1a\n" + chunk)
    (place / "text.png").write_text("no picture")
    good = about("good", "1.png")
    bad = [
        about("gone", "gone.png"), about("bomb", "bomb.png"), about("text", "text.png"),
        about("outside", "1.png", boxes=(Box("", 5, 5, 3000, 40),)), about("empty", "1.png", "  "),
        about("no area", "1.png", boxes=(Box("", 5, 5, 5, 5),)), about("few", "1.png", boxes=(), of_image=()),
        about("long", "1.png", "word " * 200_000),
    ]  # fmt: skip
    file = place / "hostile.jsonl"
    file.write_text("".join(json.dumps(pack(one)) + "\n" for one in (bad[0], good, *bad[1:])))
    run = Run(place, "hostile", replace(QUICK, epochs=1, held_out=0), data=str(file))
    assert run().complete
    (plan,) = [event for event in run.events if isinstance(event, TeachPlan)]
    reasons = {one.name: one.reason for one in plan.dropped}
    assert [*reasons] == [one.name for one in bad] and plan.lessons == 1
    assert "out of its picture" in reasons["outside"] and "no area" in reasons["no area"]
    assert (
        "fewer boxes" in reasons["few"]
        and "tokens long" in reasons["long"]
        and "no answer" in reasons["empty"]
    )
    assert all(reasons.values())


def test_without_torch_it_says_what_to_add(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from eyebox_models.fit.machine import machine
    from eyebox_models.training import estimate

    monkeypatch.setattr(estimate, "machine", lambda: replace(machine(), packages={}))
    monkeypatch.setitem(sys.modules, "torch", None)
    with pytest.raises(EyeboxError, match="not installed"):
        Run(place, "without torch")()


def test_what_can_not_be_begun_says_why(place: Path, tmp_path: Path) -> None:
    (place / "full of others").mkdir()
    (place / "full of others" / "a.txt").write_text("mine")
    with pytest.raises(EyeboxError, match="not overwritten"):
        Run(place, "full of others")()
    with pytest.raises(EyeboxError, match="nothing was begun"):
        Run(place, "never begun", model="", data="", resume=True)()
    with pytest.raises(EyeboxError, match="can't be taught"):
        Run(place, "the reader", model="reader")()
    assert not (place / "the reader").exists()
    empty = Lesson("one", (Message("user", ("Who?",)),))
    (tmp_path / "none.jsonl").write_text(json.dumps(pack(empty)) + "\n")
    with pytest.raises(EyeboxError, match="nothing to learn from"):
        Run(place, "empty", data=str(tmp_path / "none.jsonl"))()


def test_a_full_disk_is_one_sentence_and_what_can_not_begin_leaves_nothing(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_args: Any) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(RunFolder, "note", full)
    with pytest.raises(EyeboxError, match="disk is full"):
        Run(place, "full disk")()
    assert (place / "full disk" / "teaching" / "state.pt").exists()  # it goes on where there is room
    monkeypatch.setattr("eyebox_models.training.run.learn_by_heart", full)
    with pytest.raises(EyeboxError, match="disk is full"):
        Run(place, "not begun")()
    assert not (place / "not begun").exists()


def test_the_order_is_the_same_again_and_pictures_stay_on_one_side() -> None:
    assert list(order(5, 3, 1)) == list(order(5, 3, 1)) != list(order(5, 3, 2))
    assert [sorted(list(order(5, 2, 0))[n : n + 5]) for n in (0, 5)] == [list(range(5))] * 2
    names = ["a", "a", "b", "c", "c", "d"]
    held = apart(names, 2, 0)
    assert 2 <= len(held) <= 3
    assert not {names[n] for n in held} & {names[n] for n in range(6) if n not in held}
    assert apart(["a"] * 6, 2, 0) == set()
