"""What 10,000 jobs cost a lane's thread and memory before any of them runs: python tests/bench/jobs.py [COUNT]"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

import psutil
from PySide6.QtCore import QCoreApplication

from eyebox.jobs.lane import Lane
from eyebox_models.protocol.requests import Unload


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    application = QCoreApplication([])
    process = psutil.Process()
    with tempfile.TemporaryDirectory() as folder:
        lane = Lane("model", Path(folder) / "log", [sys.executable, "-c", "import sys; sys.stdin.read()"])
        ended = []
        before, began = process.memory_info().rss, time.perf_counter()
        for _ in range(count):
            lane.submit(Unload(), "Job").ended.connect(ended.append)
        took, grown = time.perf_counter() - began, process.memory_info().rss - before
        print(f"submit: {took / count * 1e6:.1f} microseconds and {grown / count:.0f} bytes a job")
        began = time.perf_counter()
        lane.stop_all()
        while len(ended) < count - 1:
            application.processEvents()
        took = time.perf_counter() - began
        print(f"stop, end and collect: {took / count * 1e6:.1f} microseconds a job")
        lane.close()


main()
