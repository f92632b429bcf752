"""Reviews boxes without pause and says what it does; test_review_kill runs and kills it.

Arguments: home, number of the life. A line with `begin` names the boxes that the next step may change; a line with `done`
says how they are then, as the program believes.
"""

from __future__ import annotations

import json
import random
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication

from eyebox.annotations.commands import AddBoxes, RemoveBoxes, SetBox
from eyebox.folders import Folders
from eyebox.program import Program
from eyebox.session.review import ReviewItem, Verdict
from eyebox.session.review_plants import original_of
from eyebox.session.store import Store
from eyebox.session.types import PictureContent, PictureRecord
from eyebox_models.protocol.box import Box, new_id

PICTURES, BOXES = 40, 12


def fill(home: Path) -> str:
    """A session with boxes of a model; returns its id."""
    folders = Folders.under(home)
    folders.make()
    with Store.open(folders.sessions) as store, store.together():
        session = store.new_session("to judge")
        store.add_session(session)
        store.add_pictures(
            session.id,
            (
                PictureContent(
                    PictureRecord(
                        f"picture{p}", session.id, f"/nowhere/{p}.png", f"{p}.png", "", 640, 480, p
                    ),
                    tuple(
                        Box(
                            f"label {b % 4}", b, p, b + 20.5, p + 9, b / BOXES, "model", f"{p:04x}{b:04x}" * 4
                        )
                        for b in range(BOXES)
                    ),
                )
                for p in range(PICTURES)
            ),
        )
        store.set_state("", "session", session.id)
    return session.id


class Script:
    """A scripted hand. Deterministic by the number of the life."""

    def __init__(self, program: Program, life: int) -> None:
        self.workspace = program.workspace
        self.review = program.workspace.review
        self.store = program.workspace.store
        self.session = self.workspace.sessions.current
        self.dice = random.Random(life)

    def run(self) -> None:
        """Goes on until it is killed."""
        self.review.step(1)
        while True:
            item = self.review.current
            if item is None or not self.review.counts.waiting:
                self.review.step(-self.dice.randrange(1, 300))
                item = self.review.current
            assert item is not None
            self.workspace.annotations.show(item.picture)
            self.act(item)
            QCoreApplication.processEvents()

    def act(self, item: ReviewItem) -> None:
        what = self.dice.choices(
            ("verdict", "move", "label", "delete", "add", "rest", "sheet", "undo", "redo"),
            (9, 3, 2, 1, 1, 1, 1, 5, 1),
        )[0]
        verdict: Verdict = self.dice.choice(("accepted", "rejected", "unsure", ""))
        annotated = self.workspace.annotations.of(item.picture)
        if what in ("undo", "redo"):
            touched = [(c.picture, c.box) for step in self.steps(what) for c in step]
            self.do(touched, self.workspace.history.undo if what == "undo" else self.workspace.history.redo)
        elif what == "rest":
            picture = item.picture
            boxes = [(picture, one.box_id) for one in self.review.of_picture(picture)]
            self.do(boxes, lambda: self.review.accept_rest(picture))
        elif what == "sheet":
            items = self.review.rows(self.dice.randrange(self.review.total), 12)
            verdicts = {one.number: verdict for one in items}
            self.do([(one.picture, one.box_id) for one in items], lambda: self.review.decide_these(verdicts))
        elif what == "add":
            box = Box("missed", 5, 5, 50, 50, id=new_id())
            add = AddBoxes(annotated.model, [box])
            self.do([(item.picture, box.id)], lambda: annotated.stack.push(add))
        elif item.box is None or what == "verdict":
            self.do([(item.picture, item.box_id)], lambda: self.review.decide(verdict))
        elif what == "delete":
            remove = RemoveBoxes(annotated.model, [item.box_id])
            self.do([(item.picture, item.box_id)], lambda: annotated.stack.push(remove))
        elif what == "label":
            self.do(
                [(item.picture, item.box_id)],
                lambda: self.review.set_label(f"label {self.dice.randrange(9)}"),
            )
        else:
            moved = SetBox(annotated.model, replace(item.box, x2=item.box.x2 + 1), key="nudge")
            self.do([(item.picture, item.box_id)], lambda: annotated.stack.push(moved))

    def steps(self, what: str) -> list[tuple[Any, ...]]:
        """The changes of the steps that can be taken back, or done again: only one of them will be."""
        undone = 0 if what == "undo" else 1
        sql = "SELECT data FROM review_step WHERE session = ? AND undone = ? ORDER BY number DESC LIMIT 30"
        from eyebox.session.review_data import step_from_data

        found = self.store.database.rows(sql, (self.session, undone))
        return [step_from_data("", json.loads(row["data"])).changes for row in found]

    def with_copies(self, picture: str, box: str) -> list[tuple[str, str]]:
        """A box, its planted copies, and what it is a copy of: one may take the place of the other."""
        row = self.store.review_of_boxes(picture, [box]).get(box)
        copies = [one.state.box.id for one in self.store.planted_from(picture, box)]
        of = [original_of(row.state.planted)] if row is not None and row.state.planted else []
        return [(picture, id) for id in (box, *copies, *of)]

    def do(self, boxes: list[tuple[str, str]], act: Any) -> None:
        boxes = list(dict.fromkeys(key for box in boxes for key in self.with_copies(*box)))
        say({"begin": boxes})
        act()
        pending = self.workspace.write_queue.pending
        say({"done": [[*key, *state(self.store, *key)] for key in boxes], "pending": pending})


def state(store: Store, picture: str, box: str) -> list[Any]:
    """How a box stands in the file: its verdict, what it is now, and whether it is on its picture."""
    row = store.review_of_boxes(picture, [box]).get(box)
    there = any(one.id == box for one in store.boxes(picture))
    return [None, None, there] if row is None else [row.verdict, [row.label, *row.state.box.xyxy], there]


def say(line: dict[str, Any]) -> None:
    print(json.dumps(line), flush=True)


def main(home: str, life: str) -> None:
    application = QGuiApplication(sys.argv[:1])
    program = Program(Folders.under(Path(home)))
    program.begin()
    review = program.workspace.review
    script = Script(program, int(life))
    review.started.connect(script.run)
    review.start(program.workspace.sessions.current, planted=0.1)
    application.exec()


if __name__ == "__main__":
    main(*sys.argv[1:])
