"""Which family answers for a model: those that come with Eyebox, and strangers' by the same door.

Another package offers a family by an entry point in the group `eyebox.families` that names its class.
"""

from __future__ import annotations

import logging
from importlib import import_module
from importlib.metadata import EntryPoint, entry_points

from eyebox_models.ask import EyeboxError
from eyebox_models.family import Family

GROUP = "eyebox.families"

BUILT_IN = {
    "reader": "eyebox_models.families.reader:Reader",
    "scripted": "eyebox_models.families.scripted:Scripted",
}
"""Name of a family -> where its class lies. A model is called by that name, or by `name:something`."""

_log = logging.getLogger(__name__)


def family_for(model: str) -> Family:
    """The family of a model (a name, or a folder). Raises EyeboxError when none recognises it.

    A family of Eyebox's own is the only one imported when it is named; otherwise the others are asked.
    """
    place = BUILT_IN.get(model.partition(":")[0])
    if place is not None:
        module, _, attribute = place.partition(":")
        family: Family = getattr(import_module(module), attribute)()
        return family
    for entry in entry_points(group=GROUP):
        stranger = _load(entry)
        if stranger is not None and stranger.recognises(model):
            return stranger
    raise EyeboxError(f'No model is called "{model}", and it is no folder of a model that Eyebox knows.')


def _load(entry: EntryPoint) -> Family | None:
    """A stranger's family; one that cannot be imported is noted and passed over."""
    try:
        family: Family = entry.load()()
    except Exception:
        _log.exception("the family %s (%s) cannot be used", entry.name, entry.value)
        return None
    return family
