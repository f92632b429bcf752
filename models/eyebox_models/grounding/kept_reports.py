"""Reports of grounding checks, kept by the checkpoint's digest and its precision."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import Any

from eyebox_models.files.atomic_write import atomic_write
from eyebox_models.files.regular_file import read_regular
from eyebox_models.protocol.cards import GroundingReport
from eyebox_models.protocol.wire import pack, unpack

FILE = "grounding.json"


def stored(home: str | Path, digest: str) -> tuple[GroundingReport, ...]:
    """The reports on a checkpoint, one for each precision; none when there is no home, or what is there can't be read."""
    if not digest or not str(home):
        return ()
    kept = _read(Path(home) / FILE).get(digest)
    reports = []
    for packed in kept.values() if isinstance(kept, dict) else ():
        with suppress(ValueError):
            report = unpack(packed)
            if isinstance(report, GroundingReport):
                reports.append(report)
    return tuple(sorted(reports, key=lambda report: report.precision))


def keep(home: str | Path, report: GroundingReport) -> None:
    """Keeps a report in place of an older one, atomically. Without a home or a digest it is not kept. Raises OSError."""
    if not report.digest or not str(home):
        return
    file = Path(home) / FILE
    everything = _read(file)
    mine = everything.get(report.digest)
    mine = mine if isinstance(mine, dict) else {}
    everything[report.digest] = mine | {report.precision: pack(report)}
    file.parent.mkdir(parents=True, exist_ok=True)
    atomic_write(file, json.dumps(everything, ensure_ascii=False, indent=1))


def _read(file: Path) -> dict[str, Any]:
    try:
        held = json.loads(read_regular(file))
    except (OSError, ValueError, RecursionError):
        return {}
    return held if isinstance(held, dict) else {}
