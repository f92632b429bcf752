"""A small mark and a taught model, asked with and without the zoom tool: python tests/bench/zoom_tool.py FOLDER [TAUGHT [EPOCHS]]

The model of `tests/helpers/taught_model.py` (TAUGHT, or FOLDER/taught/model, where it is taught first) sees a picture at 112 by
112 pixels. `eyebox teach` teaches it, in FOLDER/model, three things about each of 200 pictures of 1,000 by 1,000: in one of
their corners lies a mark of 10 by 10 pixels, half red and half blue, on a card; each corner has cards of its own colour.

* Without tools: to say at once which side of the mark is red. There it sees one purple pixel, so it can but guess one of four.
* With tools: to call `look_again` for the region of 40 by 40 pixels around the mark, and then to say which side is red.
* Of such a region as a picture of its own: to say which side is red.

Asked is about other pictures, through the engine, as `eyebox ask` with and without `--tools` does it.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "helpers"))

SIDE, FIELD = 1000, 40
"""Pixels of a picture's side, and of a region's: 40 thousandths."""
CARD, HALF = 250, 5
SIDES = ("left", "right", "top", "bottom")
CARDS = {(80, 80): "#f3c94b", (880, 80): "#8fd0a0", (80, 880): "#7fb4ec", (880, 880): "#f0a8a0"}
"""The colours of cards by the place of the region on them."""
LESSONS, ASKED = 200, 40
QUESTION = "Which side of the mark is red?"
SYSTEM = "You are a helpful assistant."
PLAIN = "No tools."
TOOLS = "\nTools: look_again read_region"
SHOWN = "This is that region of picture 1 at full resolution. Boxes that you give lie on picture 1."
"""What the tool says beside the region."""
CALL = '<tool_call>\n{"name": "look_again", "arguments": {"box": ', "}}\n</tool_call>"
"""What stands before and after a region where the tool is called."""
TEMPLATE = (
    "{% if messages[0]['role'] != 'system' %}<|im_start|>system\n{% if tools %}"
    + SYSTEM
    + "{{ '\\nTools:' }}"
    "{% for tool in tools %} {{ tool['function']['name'] }}{% endfor %}{% else %}"
    + PLAIN
    + "{% endif %}<|im_end|>\n{% endif %}"
    "{% for message in messages %}<|im_start|>{{ 'user' if message['role'] == 'tool' else message['role'] }}\n"
    "{% if message['role'] == 'tool' %}<tool_response>{% endif %}"
    "{% for part in message['content'] %}{% if part['type'] == 'image' %}<|vision_start|><|image_pad|><|vision_end|>"
    "{% elif 'text' in part %}{{ part['text'] }}{% endif %}{% endfor %}"
    "{% if message['role'] == 'tool' %}</tool_response>{% endif %}<|im_end|>\n{% endfor %}"
    "{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}"
)
"""What Qwen's templates do, with names of tools in the place of their whole descriptions."""


@dataclass(frozen=True)
class Drawn:
    """A picture: which side of its mark is red, and where the region around that begins."""

    red: str
    place: tuple[int, int]
    seed: int

    @property
    def region(self) -> tuple[int, int, int, int]:
        """In pixels, which are thousandths of this picture as well."""
        x, y = self.place
        return x, y, x + FIELD, y + FIELD

    def draw(self, file: Path) -> None:
        from PIL import Image, ImageDraw

        dice = random.Random(self.seed)
        image = Image.new("RGB", (SIDE, SIDE), (dice.randrange(225, 250),) * 3)
        pen = ImageDraw.Draw(image)
        x, y = (at // CARD * CARD for at in self.place)
        pen.rectangle((x, y, x + CARD - 1, y + CARD - 1), CARDS[self.place])
        red, blue = (
            (dice.randrange(190, 240), *(dice.randrange(20, 60) for _ in range(2))) for _ in range(2)
        )
        inks = (red, blue[::-1]) if self.red in ("left", "top") else (blue[::-1], red)
        x, y = (at + FIELD // 2 - HALF + dice.randrange(-1, 2) for at in self.place)
        pen.rectangle((x, y, x + 2 * HALF - 1, y + 2 * HALF - 1), inks[1])
        wide, high = (HALF, 2 * HALF) if self.red in ("left", "right") else (2 * HALF, HALF)
        pen.rectangle((x, y, x + wide - 1, y + high - 1), inks[0])
        image.save(file)

    def draw_region(self, file: Path, whole: Path) -> None:
        from PIL import Image

        with Image.open(whole) as image:
            image.crop(self.region).save(file)


def drawn(count: int, seed: int) -> list[Drawn]:
    """So many, with each side equally often."""
    dice = random.Random(seed)
    return [
        Drawn(SIDES[at % len(SIDES)], dice.choice([*CARDS]), dice.randrange(2**31)) for at in range(count)
    ]


def write_lessons(folder: Path) -> Path:
    """The pictures, their regions, and what is to be said about them, in ms-swift's form."""
    (folder / "lessons").mkdir(parents=True, exist_ok=True)
    lines: list[dict[str, Any]] = []
    for number, one in enumerate(drawn(LESSONS, 1)):
        whole, part = f"lessons/{number:03}.png", f"lessons/{number:03}-region.png"
        one.draw(folder / whole)
        one.draw_region(folder / part, folder / whole)
        asked = {"role": "user", "content": f"<image>{QUESTION}"}
        said = {"role": "assistant", "content": one.red}
        looked = [
            {"role": "system", "content": SYSTEM + TOOLS},
            asked,
            {"role": "assistant", "content": str([*one.region]).join(CALL)},
            {"role": "user", "content": f"<tool_response><image>{SHOWN}</tool_response>"},
            said,
        ]
        lines.append({"messages": looked, "images": [whole, part]})
        lines += [{"messages": [asked, said], "images": [file]} for file in (whole, part)]
    file = folder / "lessons.jsonl"
    file.write_text("".join(f"{json.dumps(line)}\n" for line in lines))
    return file


def build_base(taught: Path, folder: Path) -> Path:
    """The taught model with a place for tools in its template, and a token for each text that is always the same."""
    import torch
    import transformers as t

    shutil.copytree(taught, folder)
    model = t.Qwen2VLForConditionalGeneration.from_pretrained(folder)
    tokenizer = t.AutoTokenizer.from_pretrained(folder)
    regions = [str([*one.region]) for one in (Drawn("", place, 0) for place in CARDS)]
    tokenizer.add_tokens([*SIDES, *regions, *CALL, QUESTION, PLAIN, TOOLS, SHOWN])
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(0)
        model.resize_token_embeddings(len(tokenizer), mean_resizing=False)
    model.save_pretrained(folder)
    tokenizer.save_pretrained(folder)
    (folder / "chat_template.jinja").write_text(TEMPLATE)
    return folder


def teach(folder: Path, taught: Path, epochs: int) -> Path:
    """Teaches the model; its folder."""
    from eyebox.__main__ import main as eyebox
    from taught_model import build

    made = folder / "model"
    if not made.exists():
        base = folder / "Base"
        if not base.exists():
            build_base(taught if taught.exists() else build(taught.parent), base)
        status = eyebox([
            "teach", "--model", str(base), "--data", str(write_lessons(folder)), "--method", "full", "--lr", "2e-3",
            "--batch", "16", "--accumulate", "1", "--epochs", str(epochs), "--held-out", "0", "--general", "0",
            "--every", "50", "--threads", "1", "--precision", "fp32", "-o", str(made),
        ])  # fmt: skip
        if status:
            sys.exit(status)
    return made


def ask(folder: Path, model: Path) -> None:
    """Asks about pictures that are no lessons, and prints what was right."""
    from eyebox_models.engine.process import EngineProcess
    from eyebox_models.protocol.ask import Ask, Message, ModelRef, Options, Picture
    from eyebox_models.protocol.requests import Answering

    (folder / "asked").mkdir(exist_ok=True)
    engine = EngineProcess("model", folder / "engine.log")
    right: Counter[str] = Counter()

    def answer(file: Path, *, tools: bool) -> Any:
        options = Options(precision="fp32", device="cpu", max_new_tokens=60, look_again=tools)
        question = Message("user", (Picture(str(file)), QUESTION))
        end = engine.run(
            file.stem, Answering(Ask((question,), ModelRef(str(model)), options)), lambda _: None
        )
        if end.result is None:
            sys.exit(f"{end.message}\n{end.detail}")
        return end.result

    try:
        for number, one in enumerate(drawn(ASKED, 2), 1):
            whole, part = (folder / "asked" / f"{number:02}{which}.png" for which in ("", "-region"))
            one.draw(whole)
            one.draw_region(part, whole)
            looked = answer(whole, tools=True)
            uses = [use for round_ in looked.rounds for use in round_.uses]
            right["calls"] += bool(uses)
            right["regions"] += bool(uses) and uses[0].box == one.region
            right["with"] += looked.text.strip() == one.red
            right["without"] += answer(whole, tools=False).text.strip() == one.red
            right["of regions alone"] += answer(part, tools=False).text.strip() == one.red
            if number % 10 == 0:
                print(f"{number}: {dict(right)}", flush=True)
    finally:
        engine.close()
    print(
        f"Of {ASKED} pictures that it was not taught (a guess is right on {ASKED // len(SIDES)}): right without tools "
        f"{right['without']}, with {right['with']}; it looked again {right['calls']} times, {right['regions']} of them where "
        f"the mark is; of the region as a picture of its own {right['of regions alone']} were right."
    )


def main(folder: Path, taught: str = "", epochs: str = "6") -> None:
    folder.mkdir(parents=True, exist_ok=True)
    os.environ["EYEBOX_HOME"] = str(folder / "home")
    ask(folder, teach(folder, Path(taught) if taught else folder / "taught" / "model", int(epochs)))


if __name__ == "__main__":
    given = sys.argv[1:]
    if not given:
        sys.exit(__doc__)
    main(Path(given[0]).resolve(), *given[1:])
