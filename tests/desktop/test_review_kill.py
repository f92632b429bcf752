"""A review that is killed at any moment has every verdict that was said to be given, and a whole file."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

import review_script
from eyebox.folders import Folders
from eyebox.session.store import Store

KILLS, HOMES = int(os.environ.get("EYEBOX_KILLS", "8")), 2


def killed(home: Path, life: int, lines_wanted: int) -> list[dict[str, Any]]:
    """What the program said until it was killed."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, review_script.__file__, str(home), str(life)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as child:
        assert child.stdout is not None
        lines = [child.stdout.readline() for _ in range(lines_wanted)]
        child.kill()
        lines += child.stdout.readlines()
    return [json.loads(line) for line in lines if line.endswith("\n")]


def lives(home: Path, kills: range) -> int:
    """Kills the program again and again; returns how many steps were acknowledged, all of which must be there."""
    session = review_script.fill(home)
    moments = random.Random(kills.start)
    known: dict[tuple[str, str], list[Any]] = {}
    steps = 0
    for life in kills:
        lines = killed(home, life, moments.randrange(1, 60))
        assert lines
        open_for: list[tuple[str, str]] = []
        for line in lines:
            if "done" in line:
                assert line["pending"] == 0
                known |= {(picture, box): state for picture, box, *state in line["done"]}
                steps += 1
                open_for = []
            else:
                open_for = [(picture, box) for picture, box in line["begin"]]
        with Store.open(Folders.under(home).sessions) as store:
            store.check()
            for (picture, box), state in known.items():
                if (picture, box) not in open_for:
                    assert review_script.state(store, picture, box) == state, (life, picture, box)
            for picture in store.picture_ids_of(session):
                there = {box.id for box in store.boxes(picture)}
                judged = {row.state.box.id: row for row in store.review_of_picture(picture)}
                for id, row in judged.items():
                    assert (id in there) == row.state.is_there
            for key in open_for:
                known[key] = review_script.state(store, *key)
    return steps


@pytest.mark.slow
def test_kills_lose_no_verdict(tmp_path: Path) -> None:
    each = KILLS // HOMES
    with ThreadPoolExecutor(HOMES) as pool:
        runs = [pool.submit(lives, tmp_path / str(n), range(n * each, (n + 1) * each)) for n in range(HOMES)]
        steps = sum(run.result() for run in runs)
    print(f"{steps} steps acknowledged over {KILLS} kills, none lost")
