"""Who decodes pictures for this process: an engine that reads or answers never does it itself."""

from __future__ import annotations

from pathlib import Path
from threading import Event
from typing import Protocol

from eyebox_models.protocol.document import TextLayer
from eyebox_models.protocol.picture_requests import LookIntoVideo
from eyebox_models.protocol.pixels import PictureFacts, Pixels
from eyebox_models.protocol.video import VideoFacts


class Decoder(Protocol):
    """Looks at pictures and decodes them; may be used from any thread."""

    def measure(self, path: str | Path, stop: Event | None = None) -> PictureFacts:
        """Size and sha256 of a picture. Raises EyeboxError or Stopped."""
        ...

    def decode(
        self, path: str | Path, stop: Event | None = None, plain: bool = False, turns: int = 0
    ) -> Pixels:
        """A picture in a file without smaller levels, which the caller removes. Raises EyeboxError or Stopped."""
        ...

    def text(self, path: str | Path, stop: Event | None = None) -> TextLayer:
        """The text that a page of a PDF carries. Raises EyeboxError or Stopped."""
        ...

    def look_into_video(self, request: LookIntoVideo, stop: Event | None = None) -> VideoFacts:
        """What is known of a video, and frames of it. Raises EyeboxError or Stopped."""
        ...


_chosen: list[Decoder] = []


def use(decoder: Decoder) -> None:
    """From now on this process has its pictures decoded by `decoder`."""
    _chosen[:] = [decoder]


def decoder() -> Decoder:
    """The decoder in use. Raises IndexError where none was chosen: an engine does that when it starts."""
    return _chosen[0]
