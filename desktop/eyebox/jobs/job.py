"""A job of a lane, and where it stands. No Qt."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from eyebox_models.protocol.box import new_id
from eyebox_models.protocol.requests import Request

State = Literal["waiting", "running", "stopping"]


@dataclass(frozen=True, slots=True)
class Job:
    """One request to a lane's engine. `title` is what the queue shows; `quiet` jobs (thumbnails) are not shown."""

    request: Request
    title: str
    quiet: bool = False
    id: str = field(default_factory=new_id)
