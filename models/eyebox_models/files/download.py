"""Brings the files of a listing: nothing is fetched twice, and what is not what the hub lists is thrown away."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Event
from time import monotonic

from eyebox_models.files.atomic_write import put_in_place
from eyebox_models.files.fetch import Damaged, RemoteFile, fetch, intact
from eyebox_models.files.http import Web
from eyebox_models.files.hub import Listing
from eyebox_models.files.place import Place, Shelf, missing, require_room
from eyebox_models.protocol.cards import Transfer
from eyebox_models.protocol.errors import EyeboxError

OFTEN = 0.2
"""Seconds between two events about the same file."""
MEMORY = 5.0
"""Seconds over which the speed is averaged."""
ATTEMPTS = 2
"""How often a file is fetched whole before its checksum is believed to stay wrong."""


def bring(found: Listing, place: Place, web: Web, revision: str, meter: Meter, stop: Event) -> Path:
    """Fetches what is missing of a listing and returns its snapshot. Raises EyeboxError, Stopped, OSError."""
    require_room(place.name, missing(found.files, place), place.root.parent)
    meter.total = found.bytes
    begun = False
    for file in found.files:
        meter.file = file.path
        if not have(file, place, meter, stop):
            if not begun:
                place.begin(found)
                begun = True
            fetch_file(file, place, web, meter, stop)
    meter.file = ""
    meter.report("placing")
    return place.finish(found, revision)


def have(file: RemoteFile, place: Shelf, meter: Meter, stop: Event) -> bool:
    """Whether a file is here already; a damaged one is deleted (the blob itself, not a link to it)."""
    blob = place.blob(file)
    before = meter.done
    if blob.is_file():
        if intact(blob, file, stop, lambda count: meter.move("checking", count)):
            return True
        meter.move("checking", before - meter.done)
    with suppress(FileNotFoundError):
        blob.unlink()
    return False


def fetch_file(file: RemoteFile, place: Shelf, web: Web, meter: Meter, stop: Event) -> None:
    """Brings a file, going on from what came before, and checks it. Raises EyeboxError, Stopped, OSError."""
    part = place.part(file)
    for attempt in range(ATTEMPTS):
        before = meter.done
        try:
            fetch(file, part, web, stop, meter.move)
            break
        except Damaged as damage:
            meter.move("fetching", before - meter.done)
            if attempt == ATTEMPTS - 1:
                raise EyeboxError(
                    "arrived-damaged",
                    "{file} arrived damaged from {host} {attempts} times (its checksum is not the one listed) "
                    "and was deleted: try again later, or another mirror.",
                    file=file.path,
                    host=web.host,
                    attempts=ATTEMPTS,
                ) from damage
    put_in_place(part, place.blob(file))


class Meter:
    """Counts bytes and reports them, with the speed of the network and the time left."""

    def __init__(self, name: str, emit: Callable[[Transfer], None]) -> None:
        self.name = name
        self.total = 0
        self.done = 0
        self.file = ""
        self._emit = emit
        self._came = 0
        self._samples: deque[tuple[float, int]] = deque()
        self._reported = ("", "", 0.0)

    def move(self, state: str, count: int) -> None:
        """So many bytes further (or back)."""
        self.done += count
        if state == "fetching":
            self._came += max(0, count)
        now = monotonic()
        before, file, when = self._reported
        if (state, self.file) != (before, file) or now - when >= OFTEN:
            self.report(state)

    def report(self, state: str) -> None:
        """Emits the progress so far."""
        now = monotonic()
        if state != "fetching":
            self._samples.clear()
        self._samples.append((now, self._came))
        while now - self._samples[0][0] > MEMORY:
            self._samples.popleft()
        since, before = self._samples[0]
        self._reported = (state, self.file, now)
        speed = (self._came - before) / (now - since) if now > since and state == "fetching" else 0.0
        left = (self.total - self.done) / speed if speed > 0 else None
        self._emit(Transfer(self.name, state, self.done, self.total, speed, left, self.file))
