"""The models that the API offers, by the names that `eyebox models list` gives them."""

from __future__ import annotations

import asyncio
from pathlib import Path
from time import monotonic
from typing import Any

from eyebox.folders import Folders
from eyebox.server.fields import ApiError
from eyebox.server.link import Engines
from eyebox.session.added_folders import added_folders
from eyebox_models.protocol.ask import READER, ModelRef
from eyebox_models.protocol.cards import ModelCard, ModelCards
from eyebox_models.protocol.dataclass import dataclass
from eyebox_models.protocol.requests import ListModels

FRESH = 10.0
"""Seconds for which a list holds."""


@dataclass(frozen=True, slots=True)
class Offered:
    """A model of the API: what it is called there, who answers, and its card where it is a checkpoint that was found."""

    name: str
    model: ModelRef
    card: ModelCard | None = None

    def as_object(self) -> dict[str, Any]:
        """OpenAI's model object."""
        made, owner = 0, "eyebox"
        if self.card is not None:
            owner = self.card.source
            try:
                made = int(Path(self.card.folder).stat().st_mtime)
            except OSError:
                made = 0
        return {"id": self.name, "object": "model", "created": made, "owned_by": owner}


class Models:
    """Looked for when they are asked for."""

    def __init__(self, engines: Engines, chosen: ModelRef | None) -> None:
        """`chosen` answers where a request names no model, and is offered whatever it is."""
        self._engines = engines
        self._chosen = chosen
        self._found: dict[str, Offered] = {}
        self._looked = -FRESH
        self._looking = asyncio.Lock()

    async def all(self) -> tuple[Offered, ...]:
        """All that can be asked, the chosen one first."""
        async with self._looking:
            if monotonic() - self._looked >= FRESH:
                self._found = await self._look()
                self._looked = monotonic()
        return tuple(self._found.values())

    async def named(self, name: str | None) -> Offered:
        """The model of this name, or folder; the chosen one for none. Raises ApiError."""
        if name is None:
            if self._chosen is None:
                raise ApiError(
                    400, "Missing required parameter: 'model'. GET /v1/models lists them; `eyebox serve --model M` names one "
                    "that answers where a request names none.",
                    code="missing_required_parameter", param="model",
                )  # fmt: skip
            return (await self.all())[0]
        if name == READER:
            return Offered(READER, READER)
        for again in (False, True):
            if again:
                self._looked = -FRESH
            for one in await self.all():
                if name in (one.name, one.model):
                    return one
        why = "GET /v1/models lists those that can be asked."
        if ModelRef(name).kind == "endpoint":
            why = (
                "Servers of your own are not offered here: a program would reach them, and send pictures, in your name. "
                "Ask that server itself, or name it at the start: eyebox serve --model endpoint:NAME."
            )
        raise ApiError(
            404, f"The model '{name[:200]}' does not exist. {why}", code="model_not_found", param="model"
        )

    async def _look(self) -> dict[str, Offered]:
        folders = Folders.of_user()
        request = ListModels(str(folders.data / "models"), added_folders(folders.sessions))
        end = await (await self._engines.submit(request)).end()
        cards = end.result.cards if isinstance(end.result, ModelCards) else ()
        found: dict[str, Offered] = {}
        for card in cards:
            if card.complete and not card.problems:
                name = card.name if card.name not in found else card.folder
                found[name] = Offered(name, ModelRef(card.folder), card)
        every = {READER: Offered(READER, READER), **found}
        if self._chosen is None:
            return every
        chosen = next((one for one in every.values() if self._chosen in (one.name, one.model)), None)
        chosen = chosen or Offered(self._chosen.short_name, self._chosen)
        return {chosen.name: chosen, **every}
