"""A program killed at any moment loses nothing that it had written."""

import os
import random
import subprocess
import sys

import store_writer
from eyebox.session.journal import Journal
from eyebox.session.store import Store

KILLS = int(os.environ.get("EYEBOX_KILLS", "15"))


def test_kills_lose_nothing(tmp_path):
    path = tmp_path / "eyebox.db"
    moments = random.Random(7)
    acknowledged = {}
    edits = 0
    for _ in range(KILLS):
        writer = subprocess.Popen(
            [sys.executable, store_writer.__file__, str(path)], stdout=subprocess.PIPE, text=True
        )
        wanted = moments.randrange(1, 120)
        lines = [writer.stdout.readline() for _ in range(wanted)]
        writer.kill()
        lines += writer.stdout.readlines()
        writer.wait()
        writer.stdout.close()
        whole = [line.split() for line in lines if line.endswith("\n")]
        edits += len(whole)
        acknowledged |= {name: int(number) for name, number in whole}
        assert len(whole) >= wanted

        with Store.open(path) as store:
            store.check()
            (answer,) = Journal(store).recover()
            assert answer.state == "interrupted"
            kept = store_writer.read(store)
        lost = {name: number for name, number in acknowledged.items() if kept[name] < number}
        assert not lost, f"acknowledged {lost}, kept {kept}"
    print(f"{edits} edits acknowledged over {KILLS} kills, none lost")
