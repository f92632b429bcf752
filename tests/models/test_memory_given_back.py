"""Teaching gives memory back when it is freed: glibc alone keeps what lies between blocks that are in use."""

from __future__ import annotations

import subprocess
import sys

import pytest

HOLES = """
import sys
from pathlib import Path
from eyebox_models.vision.memory import giving_back_at_once

def in_use():
    status = Path("/proc/self/status").read_text()
    return int(next(line for line in status.splitlines() if line.startswith("RssAnon")).split()[1])

if sys.argv[1] == "asked":
    giving_back_at_once("cpu")
large = bytearray(b"x") * (24 << 20)
del large  # from now on glibc by itself takes blocks up to this size from its heap
blocks = [bytearray(b"x") * (6 << 20) for _ in range(20)]
full = in_use()
del blocks[::2]
print((full - in_use()) // 1024)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="of glibc")
@pytest.mark.parametrize("asked", ["asked", "unasked"])
def test_what_is_freed_between_blocks_in_use_goes_back(asked: str) -> None:
    given_back = int(subprocess.check_output([sys.executable, "-c", HOLES, asked], text=True))
    assert (given_back > 48) == (asked == "asked")  # MB of 60


PEAK = """
from eyebox_models.vision.memory import Peak, reset_peak

peak = Peak()
weights = bytearray(b"x") * (40 << 20)
peak.begin("cpu", 40 << 20)
before = peak.bytes
taken = bytearray(b"x") * (64 << 20)
del taken
most = peak.bytes
reset_peak("cpu")  # as each answer does
print((before >> 20), (most >> 20), (peak.bytes >> 20))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="by Linux's account of a process")
def test_the_most_memory_that_is_told_is_that_of_the_model_and_its_work() -> None:
    done = subprocess.run([sys.executable, "-c", PEAK], capture_output=True, text=True, check=True)
    before, most, later = map(int, done.stdout.split())
    assert 30 <= before <= 50 and 94 <= most <= 114 and later == most
