"""Pages that were read already: a question about a picture does not read it again."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Event as StopEvent

from eyebox_models.files.document_page import file_of
from eyebox_models.protocol.page import Line, Page
from eyebox_models.protocol.pixels import Pixels

OnLines = Callable[[Sequence[Line]], None]
OnProgress = Callable[[float | None], None]
ReadPage = Callable[..., Page]
"""`read_page`, or what stands in for it."""
_State = tuple[str, int, tuple[str, ...] | None, int, int]


class PageKeeper:
    """Reads pages and keeps the latest, as long as their files keep their time and size."""

    def __init__(self, read: ReadPage | None = None, keep: int = 16) -> None:
        self._read = read
        self._keep = keep
        self._pages: OrderedDict[_State, Page] = OrderedDict()

    def read(
        self,
        path: str,
        on_lines: OnLines,
        on_progress: OnProgress,
        stop: StopEvent,
        pixels: Pixels | None = None,
        turns: int = 0,
        scripts: tuple[str, ...] | None = None,
    ) -> Page:
        """The page of a picture, from its `pixels` where it was decoded already. `turns`, `scripts`: see `picture_requests.Read`.

        Raises EyeboxError for a picture that can't be opened, Stopped when stopped.
        """
        state = _state(path, turns, scripts)
        page = self._pages.get(state) if state else None
        if page is None:
            given: tuple[object, ...] = () if pixels is None else (pixels,)
            if turns or scripts is not None:
                given = pixels, turns, scripts
            page = self._reader()(path, on_lines, on_progress, stop, *given)
        else:
            on_lines(page.lines)
            on_progress(1.0)
        if state and state == _state(path, turns, scripts):
            self._pages[state] = page
            self._pages.move_to_end(state)
            while len(self._pages) > self._keep:
                self._pages.popitem(last=False)
        return page

    def _reader(self) -> ReadPage:
        if self._read is None:
            from eyebox_models.ocr.document import read_document

            self._read = read_document
        return self._read


def _state(path: str, turns: int, scripts: tuple[str, ...] | None) -> _State | None:
    try:
        stat = Path(file_of(path)).stat()
    except (OSError, ValueError):
        return None
    return str(Path(path).absolute()), turns, scripts, stat.st_mtime_ns, stat.st_size


PAGES = PageKeeper()
"""The pages of this process: a picture that was read when it was dropped is not read again to answer."""
