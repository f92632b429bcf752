"""Reading all of 300 pictures, stopped and resumed, and the longest gap of the event loop: tests/bench/read_all.py [COUNT]

Then how long a picture takes to be read that somebody opens meanwhile.
"""

from __future__ import annotations

import os
import random
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[1] / "helpers"))

from gaps import Gaps
from PIL import Image, ImageDraw, ImageFont
from PySide6.QtWidgets import QApplication

import desk
from eyebox import app
from eyebox.folders import Folders

WORDS = [
    "apple",
    "bridge",
    "candle",
    "dragon",
    "engine",
    "forest",
    "garden",
    "harbour",
    "island",
    "jungle",
    "kitchen",
    "lantern",
]


def make(folder: Path, count: int) -> None:
    """Draws pictures of a few words."""
    font = ImageFont.truetype(desk.FONT, 32)
    for n in range(count):
        image = Image.new("RGB", (480, 160), "white")
        text = f"{random.choice(WORDS)} {random.choice(WORDS)}\n{n}"
        ImageDraw.Draw(image).text((30, 30), text, font=font, fill="black")
        image.save(folder / f"p{n}.png")


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    application = QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        pictures = Path(folder, "pictures")
        pictures.mkdir()
        make(pictures, count)
        for _ in range(2):
            one_run(Path(folder), pictures, count)
    application.quit()


def one_run(folder: Path, pictures: Path, count: int) -> None:
    """Reads half of what is unread, then stops; the second run reads the rest."""
    program = app.build(Folders.under(folder / "home"), start=["picture", "reader"])
    window, workspace = program.window, program.window.workspace
    window.resize(1280, 800)
    window.show()
    gaps = Gaps()
    read_all, records = workspace.read_all, workspace.pictures.records
    heard: list[int] = []
    read_all.progressed.connect(lambda done, _of, _left: heard.append(done))
    if not records:
        gaps.during(
            "open the folder", lambda: workspace.open_paths([str(pictures)]), lambda: len(records) == count
        )
        gaps.during("thumbnails", lambda: None, lambda: not program.program.lanes["picture"].busy())
    unread = len(workspace.store.unread_pictures(workspace.pictures.session))
    stops = unread > count / 2
    gaps.during(
        f"read {unread} pictures" + (", half" if stops else ""),
        window.commands["read_all"].trigger,
        lambda: not read_all.is_busy or (stops and bool(heard) and heard[-1] >= unread // 2),
    )
    print("  the status line says:", window.status.reading.text())
    if stops:
        last = list(records)[-1]
        gaps.during(
            "a picture that is opened meanwhile",
            lambda: workspace.pictures.show(last),
            lambda: workspace.pictures.page(last) is not None,
        )
        gaps.during("stop", window.chat_menu.stop, lambda: not program.program.lanes["reader"].busy())
    left = len(workspace.store.unread_pictures(workspace.pictures.session))
    print(f"  {left} unread, the notice says: {window.notice.sentence!r}")
    print(f"  search finds {len(workspace.store.search('garden'))} pictures with 'garden'")
    gaps.timer.stop()
    program.close()
    window.close()
    window.deleteLater()


if __name__ == "__main__":
    main()
