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
