"""A download from the listing to a verified checkpoint: nothing is fetched twice, nothing half is ever offered."""

from __future__ import annotations

import os
from collections import deque
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from threading import Event
from time import monotonic
from typing import Protocol

from eyebox_models.files.fetch import Damaged, RemoteFile, fetch, intact
from eyebox_models.files.http import Web
from eyebox_models.files.hub import Listing, hub_of, listing, plain_name
from eyebox_models.files.place import Place, describe_os_error
from eyebox_models.protocol.cards import ModelCard, Transfer
from eyebox_models.protocol.errors import EyeboxError, Stopped
from eyebox_models.protocol.family import Emit
from eyebox_models.protocol.requests import Download

OFTEN = 0.2
"""Seconds between two events about the same file."""
MEMORY = 5.0
"""Seconds over which the speed is averaged."""
ATTEMPTS = 2
"""How often a file is fetched whole before its checksum is believed to stay wrong."""


class Shelf(Protocol):
    """Where files lie, and where they lie while they come."""

    def blob(self, file: RemoteFile) -> Path: ...

    def part(self, file: RemoteFile) -> Path: ...


def download(request: Download, emit: Emit, stop: Event) -> ModelCard:
    """Fetches a checkpoint from its hub, going on from what is there; returns its card.

    Raises EyeboxError, or Stopped; what came is then kept, and the same request goes on from it.
    """
    name = plain_name(request.name)
    web = hub_of(request.name, request.endpoint, request.proxy)
    place = Place(Path(request.home), name)
    meter = Meter(request.name, emit)
    try:
        meter.tell("listing")
        found = listing(request.name, request.revision, web, stop)
        with place.locked():
            folder = _bring(found, place, web, request.revision, meter, stop)
    except Stopped:
        meter.tell("paused")
        raise
    except OSError as error:
        raise describe_os_error(error, place.root) from error
    return _card(folder, name)


def discard(name: str, home: str) -> None:
    """Deletes what a download that never ended left; nothing where there is none. Raises EyeboxError."""
    place = Place(Path(home), plain_name(name))
    try:
        if place.root.is_dir():
            place.discard()
    except OSError as error:
        raise describe_os_error(error, place.root) from error


def _bring(found: Listing, place: Place, web: Web, revision: str, meter: Meter, stop: Event) -> Path:
    place.require_room(found.files)
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
    meter.tell("placing")
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
    with part.open("rb") as stream:
        os.fsync(stream.fileno())
    part.replace(place.blob(file))


class Meter:
    """Counts bytes and tells of them, with the speed of the network and the time left."""

    def __init__(self, name: str, emit: Emit) -> None:
        self.name = name
        self.total = 0
        self.done = 0
        self.file = ""
        self._emit = emit
        self._came = 0
        self._samples: deque[tuple[float, int]] = deque()
        self._told = ("", "", 0.0)

    def move(self, state: str, count: int) -> None:
        """So many bytes further (or back)."""
        self.done += count
        if state == "fetching":
            self._came += max(0, count)
        now = monotonic()
        before, file, when = self._told
        if (state, self.file) != (before, file) or now - when >= OFTEN:
            self.tell(state)

    def tell(self, state: str) -> None:
        """Sends how it stands."""
        now = monotonic()
        if state != "fetching":
            self._samples.clear()
        self._samples.append((now, self._came))
        while now - self._samples[0][0] > MEMORY:
            self._samples.popleft()
        since, before = self._samples[0]
        self._told = (state, self.file, now)
        speed = (self._came - before) / (now - since) if now > since and state == "fetching" else 0.0
        left = (self.total - self.done) / speed if speed > 0 else None
        self._emit(Transfer(self.name, state, self.done, self.total, speed, left, self.file))


def _card(folder: Path, name: str) -> ModelCard:
    """The card of what was fetched; whether it can be used is one of its problems, not one of the download."""
    from eyebox_models.library.inspect import inspect

    try:
        card: ModelCard = inspect(str(folder), "eyebox")
    except EyeboxError as error:
        card = ModelCard(str(folder), name, "", problems=(str(error),))
    return replace(card, name=name, source="eyebox", complete=True)
