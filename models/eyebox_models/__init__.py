"""Reading and answering about pictures, without Qt. The names here are the door, imported when used."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from eyebox_models.engine.process import EngineProcess as EngineProcess
    from eyebox_models.protocol.ask import Ask as Ask
    from eyebox_models.protocol.ask import Message as Message
    from eyebox_models.protocol.ask import Options as Options
    from eyebox_models.protocol.ask import Picture as Picture
    from eyebox_models.protocol.box import Box as Box
    from eyebox_models.protocol.page import Page as Page

_PLACES = {
    "Ask": "eyebox_models.protocol.ask",
    "Box": "eyebox_models.protocol.box",
    "EngineProcess": "eyebox_models.engine.process",
    "Message": "eyebox_models.protocol.ask",
    "Options": "eyebox_models.protocol.ask",
    "Page": "eyebox_models.protocol.page",
    "Picture": "eyebox_models.protocol.ask",
}

__all__ = ["Ask", "Box", "EngineProcess", "Message", "Options", "Page", "Picture"]


def __getattr__(name: str) -> Any:
    if name in _PLACES:
        return getattr(import_module(_PLACES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
