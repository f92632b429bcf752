"""The longest gap of the event loop for answers that are hard to lay out: python tests/bench/answer_gaps.py [NAME ...]

Each text streams in, is opened as a stored chat, is resized over and gets another theme; then it comes as a question and as the
text of a picture. Milliseconds of the window's own work; the last line has the longest of each column.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from eyebox.canvas.text_panel import TextPanel
from eyebox.chat.pane import ChatPane
from eyebox.session.conversation import Conversation
from eyebox.session.types import Turn
from eyebox.theme import Theme
from eyebox_models.protocol.page import Line, Page

PIECE = 400
LIMIT = 20.0

TEXTS: dict[str, str] = {
    "an ordinary answer": "\n\n".join(
        f"## Part {n}\n\nSome *words* about `it` and **more**.\n\n- one\n- two" for n in range(40)
    ),
    "6,000 pipes in a line": "|" * 6000,
    "6,000 columns, delimited": "|" * 6000 + "\n" + "|-" * 6000 + "|\n" + "|x" * 6000 + "|",
    "a table of 300 columns": "\n".join(["|h" * 300 + "|", "|-" * 300 + "|", *(["|cell" * 300 + "|"] * 12)]),
    "a table of 2,000 rows": "\n".join(
        ["|a|b|c|d|", "|-|-|-|-|", *(f"|{n}|value|other|more|" for n in range(2000))]
    ),
    "runs of backticks": " ".join("`" * n for n in range(1, 400)),
    "40,000 backticks apart": "` `` " * 10_000,
    "a line of 200,000 letters": "x" * 200_000,
    "a line of 200,000 with spaces": "some words " * 18_200,
    "200,000 Chinese characters": "港口咖啡馆" * 40_000,
    "code of 5,000 lines": "```py\n" + "".join(f"value = {n}\n" for n in range(5000)) + "```",
    "a line of code of 200,000": "```\n" + "x = 1; " * 28_000 + "\n```",
    "500 blocks of code": "\n\n".join(f"```\ncode {n}\n```" for n in range(500)),
    "3,000 lines quoted": "\n".join(f"> line {n}" for n in range(3000)),
    "3,000 rules": "\n\n".join(["---"] * 3000),
    "1,000 quotations in each other": ">" * 1000 + " deep",
    "a list 500 deep": "\n".join("  " * n + f"- {n}" for n in range(500)),
    "20,000 stars": "*a **b " * 3000,
    "20,000 brackets": "[" * 10_000 + "](" * 5000,
    "5,000 links in a line": "[a](http://b.c) " * 5000,
    "20,000 short lines": "word\n" * 20_000,
}


class Gaps:
    """Notes how long the window's thread works at most between two turns of the event loop; other programs don't count."""

    def __init__(self) -> None:
        self.last = time.thread_time()
        self.longest = 0.0
        self.timer = QTimer(interval=1, timerType=Qt.TimerType.PreciseTimer)
        self.timer.timeout.connect(self.tick)
        self.timer.start()

    def tick(self) -> None:
        now = time.thread_time()
        self.longest = max(self.longest, now - self.last)
        self.last = now

    def during(self, begin: Callable[[], object], done: Callable[[], object]) -> float:
        """Milliseconds."""
        loop = QEventLoop()
        self.tick()
        self.longest = 0.0
        started = time.perf_counter()
        QTimer.singleShot(0, begin)
        calm = 0

        def look() -> None:
            nonlocal calm
            calm = calm + 1 if done() else 0
            if calm > 5 or time.perf_counter() - started > LIMIT:
                loop.quit()

        poll = QTimer(interval=10)
        poll.timeout.connect(look)
        poll.start()
        loop.exec()
        self.tick()
        return self.longest * 1000


def measure(text: str, gaps: Gaps, theme: Theme) -> list[float]:
    pane = ChatPane(theme)
    pane.resize(420, 800)
    pane.show()
    settled = lambda: pane.transcript.settled  # noqa: E731
    question = Turn("chat", "user", "What?", id="q")
    pane.set_conversation(Conversation([question]))
    pane.begin_answer("a", "q")
    pieces = [text[at : at + PIECE] for at in range(0, len(text), PIECE)]
    feed = QTimer(interval=1)
    feed.timeout.connect(lambda: [pane.add_text("a", pieces.pop(0)) for _ in range(5) if pieces])
    results = [gaps.during(feed.start, lambda: not pieces and settled())]
    feed.stop()
    answer = Turn("chat", "assistant", text, id="a", parent="q", model="some")
    results.append(gaps.during(lambda: pane.end_answer(answer), settled))
    stored = Conversation([question, answer])
    results.append(gaps.during(lambda: pane.set_conversation(stored), settled))
    results.append(gaps.during(lambda: pane.resize(560, 800), settled))
    results.append(gaps.during(lambda: theme.set_mode("light" if theme.dark else "dark"), settled))
    asked = Conversation([Turn("chat", "user", text, id="q2")])
    results.append(gaps.during(lambda: pane.set_conversation(asked), settled))
    _away(pane)
    panel = TextPanel(theme)
    panel.resize(420, 800)
    panel.show()
    where = ((0.0, 0.0), (9.0, 0.0), (9.0, 9.0), (0.0, 9.0))
    lines = tuple(Line(line, 0.9, (0.0, 0.0, 9.0, 9.0), where) for line in text.split("\n"))
    page = Page("p", 10, 10, 0.1, lines, (tuple(range(len(lines))),))
    results.append(gaps.during(lambda: panel.show_page(page), lambda: True))
    results.append(gaps.during(lambda: panel.resize(560, 800), lambda: True))
    _away(panel)
    return results


def _away(widget: QWidget) -> None:
    widget.hide()
    widget.deleteLater()


def main(names: list[str]) -> None:
    application = QApplication(sys.argv[:1])
    theme = Theme()
    theme.apply(application)
    gaps = Gaps()
    columns = ("stream", "end", "stored", "resize", "theme", "asked", "text", "resize")
    print(" " * 32 + "".join(f"{column:>8}" for column in columns))
    worst = [0.0] * len(columns)
    for name, text in TEXTS.items():
        if names and not any(part in name for part in names):
            continue
        found = measure(text, gaps, theme)
        worst = [max(pair) for pair in zip(worst, found, strict=True)]
        print(f"{name:32}" + "".join(f"{value:8.0f}" for value in found), flush=True)
    print(f"{'longest':32}" + "".join(f"{value:8.0f}" for value in worst))


if __name__ == "__main__":
    main(sys.argv[1:])
