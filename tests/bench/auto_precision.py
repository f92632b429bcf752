"""What the plan, the header, the footer and `end` say of a chat's precision: python tests/bench/auto_precision.py

Tiny checkpoints of four families are chosen in the picker of the real window with precision "auto" and asked six times by
real engines: first, again in the same chat, answered anew, after another chat that has the same model in another
precision, after the idle engine was killed, and after the program was started again. A line says what all four told
each time; the last says whether all were equal. `eyebox ask --json` and `eyebox models plan --json` are asked too.

    python tests/bench/auto_precision.py [--families qwen2_vl,qwen2_5_vl,qwen3_vl,internvl]
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "helpers"))

from PIL import Image
from PySide6.QtWidgets import QApplication

from eyebox.app import Desktop
from eyebox.session.types import Turn
from eyebox_models.protocol.ask import Options
from tiny_models import build_tiny
from window_alone import end, start, wait

FAMILIES = "qwen2_vl,qwen2_5_vl,qwen3_vl,internvl"


@dataclass(frozen=True)
class Told:
    """What is said of one answer's precision and device, each as "bf16 on cpu"; the header tells no device."""

    plan: str
    header: str
    footer: str
    end: str

    @property
    def equal(self) -> bool:
        precision = self.plan.partition(" ")[0]
        return self.plan == self.footer == self.end and self.header == precision


class Story:
    """One checkpoint in one home."""

    def __init__(self, home: Path, folder: Path, picture: Path) -> None:
        self.home, self.folder, self.picture = home, folder, picture
        self.program: Desktop = start(home)
        self.told: list[tuple[str, Told]] = []
        self.plan = ""

    @property
    def chat(self) -> str:
        return self.program.window.chat_controller.active

    def choose(self) -> None:
        """Opens the picture, adds the folder and takes it in the picker as it stands there."""
        window = self.program.window
        window.workspace.pictures.read_automatically = False
        window.workspace.open_paths([str(self.picture)])
        wait(
            lambda: (
                window.workspace.pictures.current
                and window.workspace.pictures.records[window.workspace.pictures.current].width
            )
        )
        window.workspace.models.add_folder(str(self.folder))
        window.picker_controller.open(self.chat)
        picker = window.picker_controller.picker
        assert picker is not None
        wait(lambda: picker.models.row(str(self.folder)), "the folder is listed")
        picker.choice.select(str(self.folder))
        wait(lambda: window.picker_controller._planned[2], "it is planned")
        *_, precision, device = picker.details.memory._parts.text().split(" · ")
        self.plan = f"{precision} on {device}".lower()
        picker.use()

    def ask(self, moment: str, text: str) -> Turn:
        window, ended = self.program.window, []
        window.workspace.answers.ended.connect(lambda _chat, turn: ended.append(turn))
        composer = window.chat_controller.pane(self.chat).composer
        composer.set_draft(text)
        composer.send()
        wait(lambda: ended, moment)
        self.note(moment, ended[0])
        return ended[0]

    def again(self, moment: str, turn: Turn) -> None:
        ended: list[Turn] = []
        self.program.window.workspace.answers.ended.connect(lambda _chat, turn: ended.append(turn))
        self._view(turn)._on_regenerate()
        wait(lambda: ended, moment)
        self.note(moment, ended[0])

    def in_another_chat(self, precision: str) -> None:
        """Asks the same model in a second chat with another precision, and goes back to the first chat."""
        window, first, ended = self.program.window, self.chat, []
        window.commands["new_chat"].trigger()
        window.chat_controller.set_model(self.chat, str(self.folder), Options(precision=precision))
        window.workspace.answers.ended.connect(lambda _chat, turn: ended.append(turn))
        composer = window.chat_controller.pane(self.chat).composer
        composer.set_draft("In another precision?")
        composer.send()
        wait(lambda: ended, "another chat")
        assert ended[0].answer is not None and ended[0].answer.precision == precision, ended[0]
        window.workspace.chats.remove_chat(self.chat)
        assert self.chat == first

    def kill(self) -> None:
        pid = self.program.program.lanes["model"]._engine.pid
        assert pid is not None
        os.kill(pid, signal.SIGKILL)
        wait(
            lambda: not self.program.window.workspace.loaded_model.model,
            "the window notices that the engine is gone",
        )

    def restart(self) -> None:
        end(self.program)
        self.program = start(self.home)

    def note(self, moment: str, turn: Turn) -> None:
        assert turn.state == "done" and turn.answer is not None, (moment, turn.message, turn.detail)
        header = self.program.window.chat_controller.pane(self.chat).header._detail.lower()
        shown = self._view(turn)._by.text()
        precision, device = shown.split(", ")[-2:]
        told = Told(
            self.plan, header, f"{precision} on {device}", f"{turn.answer.precision} on {turn.answer.device}"
        )
        self.told.append((moment, told))

    def _view(self, turn: Turn) -> Any:
        view = self.program.window.chat_controller.pane(self.chat).transcript.answer_view(turn.id)
        assert view is not None
        return view


def tell(folder: Path, home: Path, picture: Path) -> list[tuple[str, Told]]:
    """The six questions about one checkpoint."""
    story = Story(home, folder, picture)
    try:
        story.choose()
        story.ask("first", "What is in the picture?")
        second = story.ask("second", "Where is it?")
        story.again("answered anew", second)
        other = "bf16" if story.plan.startswith("fp32") else "fp32"
        story.in_another_chat(other)
        story.ask("after another chat", "And now?")
        story.kill()
        story.ask("after kill -9", "Still there?")
        story.restart()
        story.ask("after a restart", "And today?")
    finally:
        end(story.program)
    return story.told


def command_line(folder: Path, home: Path, picture: Path) -> str:
    """What `models plan --json` and the `end` of `ask --json` say."""

    def run(*arguments: str) -> list[dict[str, Any]]:
        done = subprocess.run(
            [sys.executable, "-m", "eyebox", *arguments],
            capture_output=True,
            text=True,
            check=True,
            env=os.environ | {"EYEBOX_HOME": str(home)},
        )
        return [json.loads(line) for line in done.stdout.splitlines()]

    (plan,) = run("models", "plan", str(folder), "--image", str(picture), "--json")
    ask = run(
        "ask", "--model", str(folder), "--max-new-tokens", "4", "--json", "-p", "What is it?", str(picture)
    )
    last = ask[-1]
    return f"plan {plan['precision']} on {plan['device']}, end {last['precision']} on {last['device']}"


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--families", default=FAMILIES)
    given = parser.parse_args(arguments)
    QApplication.instance() or QApplication([])
    equal = True
    with tempfile.TemporaryDirectory() as place:
        picture = Path(place) / "picture.png"
        Image.effect_noise((420, 280), 80).convert("RGB").save(picture)
        for family in given.families.split(","):
            folder = build_tiny(family, Path(place) / family)
            _limited(folder)
            print(f"{family:<12}{'':<20}{'plan':<16}{'header':<8}{'footer':<16}{'end':<16}")
            for moment, told in tell(folder, Path(place) / f"home of {family}", picture):
                equal &= told.equal
                mark = "" if told.equal else "DIFFERENT"
                print(
                    f"{'':<12}{moment:<20}{told.plan:<16}{told.header:<8}{told.footer:<16}{told.end:<16}{mark}"
                )
            print(
                f"{'':<12}{'command line':<20}{command_line(folder, Path(place) / 'cli', picture)}",
                flush=True,
            )
    print("all equal" if equal else "NOT all equal")
    return 0 if equal else 1


def _limited(folder: Path) -> None:
    """Answers of random weights seldom end by themselves."""
    path = folder / "generation_config.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | {"max_new_tokens": 8}))


if __name__ == "__main__":
    sys.exit(main())
