"""A download from the listing to the card of a verified checkpoint; nothing half is ever offered."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from threading import Event

from eyebox_models.checkpoint.find import Found
from eyebox_models.files.atomic_write import describe_os_error
from eyebox_models.files.download import Meter, bring
from eyebox_models.files.hub import hub_of, listing, plain_name
from eyebox_models.files.place import Place
from eyebox_models.library.cards import inspected
from eyebox_models.protocol.cards import ModelCard
from eyebox_models.protocol.errors import Stopped
from eyebox_models.protocol.family import Emit
from eyebox_models.protocol.requests import Download


def download(request: Download, emit: Emit, stop: Event) -> ModelCard:
    """Fetches a checkpoint from its hub, going on from what is there; returns its card.

    Raises EyeboxError, or Stopped; what came is then kept, and the same request goes on from it.
    """
    name = plain_name(request.name)
    web = hub_of(request.name, request.endpoint, request.proxy)
    place = Place(Path(request.home), name)
    meter = Meter(request.name, emit)
    try:
        meter.report("listing")
        found = listing(request.name, request.revision, web, stop)
        with place.locked():
            folder = bring(found, place, web, request.revision, meter, stop)
    except Stopped:
        meter.report("paused")
        raise
    except OSError as error:
        raise describe_os_error(error, place.root) from error
    return replace(inspected(Found(folder, name, "eyebox")), name=name, source="eyebox", complete=True)


def discard(name: str, home: str) -> None:
    """Deletes what a download that never ended left; nothing where there is none. Raises EyeboxError."""
    place = Place(Path(home), plain_name(name))
    try:
        if place.root.is_dir():
            place.discard()
    except OSError as error:
        raise describe_os_error(error, place.root) from error
