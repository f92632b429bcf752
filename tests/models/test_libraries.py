"""Libraries that a fresh engine imports, and how far that is."""

from __future__ import annotations

import sys
from pathlib import Path
from threading import Event

import pytest

from eyebox_models.protocol.errors import Stopped
from eyebox_models.protocol.events import Progress
from eyebox_models.vision import libraries


@pytest.fixture
def two(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two libraries that nobody has imported: one of nine modules, one of which does not exist."""
    big = tmp_path / "eyebox_big"
    big.mkdir()
    (big / "__init__.py").write_text("".join(f"from eyebox_big import part{at}\n" for at in range(8)))
    for at in range(8):
        (big / f"part{at}.py").write_text("")
    monkeypatch.syspath_prepend(str(tmp_path))
    rows = (("eyebox_big", 9, ("eyebox_big",)), ("eyebox_gone", 9, ("eyebox_gone", "eyebox_big.never")))
    monkeypatch.setattr(libraries, "LIBRARIES", rows)
    yield
    for name in [name for name in sys.modules if name.startswith("eyebox_big")]:
        del sys.modules[name]


def test_each_module_moves_it_on(two: None) -> None:
    events: list[Progress] = []
    finders = list(sys.meta_path)
    libraries.import_libraries(events.append, Event())
    fractions = [event.fraction or 0.0 for event in events]
    assert fractions == sorted(fractions) and (fractions[0], fractions[-1]) == (0.0, 1.0)
    assert len({event.fraction for event in events if event.what == "eyebox_big"}) == 10
    assert events[-2].what == "eyebox_gone" and {event.stage for event in events} == {"importing"}
    assert sys.meta_path == finders
    events.clear()
    libraries.import_libraries(events.append, Event())
    assert not events


def test_a_stop_counts_between_two(two: None) -> None:
    stop = Event()
    with pytest.raises(Stopped):
        libraries.import_libraries(lambda event: stop.set() if event.fraction else None, stop)
    assert "eyebox_big.part7" in sys.modules
