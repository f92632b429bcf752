"""Pictures whose files lie elsewhere by now: found by their content, or where somebody says that they are."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from itertools import islice
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from eyebox.jobs.background import Background
from eyebox.language import translated
from eyebox.session.assets import LOOKED_AT, find_moved
from eyebox.session.types import PictureRecord
from eyebox.workspace.history import History, Step
from eyebox.workspace.pictures import Pictures
from eyebox_models.files.document_page import Part, as_page, file_of, name_of, split_page
from eyebox_models.files.regular_file import sha256_of, sum_of_page
from eyebox_models.protocol.errors import EyeboxError

LOOKED_INTO = 20
"""So many folders of other pictures are looked into for a file that was moved."""


class MovedFiles(QObject):
    """Looks for files off the GUI thread; where one is taken for a picture, that can be undone.

    Signals:
        differs: id, path of a file that holds another picture than this one was.
        others_found: paths by the ids of other pictures whose files are gone, in the folder where one was found.
        failed: one sentence.
    """

    differs = Signal(str, str)
    others_found = Signal(object)
    failed = Signal(str)

    def __init__(
        self, pictures: Pictures, background: Background, history: History, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self._background = background
        self._history = history
        pictures.file_gone.connect(self._look_for)

    def take_if_same(self, picture: str, path: str) -> None:
        """Takes a file for a picture where it holds the same; `differs` follows where not."""
        record = self._pictures.records[picture]
        path = as_page(path, split_page(record.path)[1])

        def checked(sha256: str) -> None:
            if self._pictures.records.get(picture) != record:
                return
            if record.sha256 in ("", sha256):
                self.take(self._with_pages(picture, path))
                self._look_for_others(picture, str(Path(path).parent))
            else:
                self.differs.emit(picture, path)

        self._background.run(lambda: _sha256(path), checked, self._fail)

    def take(self, paths: Mapping[str, str]) -> None:
        """Makes these the files of pictures (by id)."""
        pictures = self._pictures
        old = {id: pictures.path_of(id) for id in paths if id in pictures.records}
        new = {id: paths[id] for id in old}
        text = self.tr("%n file(s) found again.", "", len(new))
        if new:
            step = Step(text, lambda: pictures.move_files(new), lambda: pictures.move_files(old))
            self._history.do(pictures.session, step)

    def _with_pages(self, picture: str, path: str) -> dict[str, str]:
        """The new paths of a picture and, where it is a page, of all pages of its document."""
        pictures, file = self._pictures, file_of(path)
        pages = pictures.pages_of(file_of(pictures.path_of(picture))) if file != path else []
        return {id: as_page(file, split_page(pictures.path_of(id))[1]) for id in pages} | {picture: path}

    def _fail(self, error: EyeboxError) -> None:
        self.failed.emit(translated(error.sentence))

    def _look_for_others(self, found: str, folder: str) -> None:
        """Looks whether files of other pictures that are gone are in this folder too."""
        pictures = self._pictures
        session = pictures.session
        paths = {path: id for path, id in pictures.records.by_path().items() if id != found}

        def ended(there: Mapping[str, str]) -> None:
            if there and session == pictures.session:
                self.others_found.emit(there)

        def look() -> dict[str, str]:
            gone = {id: path for path, id in paths.items() if path and not os.path.lexists(file_of(path))}
            return _in_folder(gone, known, folder)

        known = {record.id: record.sha256 for record in self._records(list(paths.values()))}
        self._background.run(look, ended, self._fail)

    def _records(self, ids: Sequence[str]) -> list[PictureRecord]:
        return [self._pictures.records[id] for id in ids]

    @Slot(object, str)
    def _look_for(self, record: PictureRecord, message: str) -> None:
        """Finds a file that is gone by its content in the folders of other pictures, or says that it can't be decoded."""
        pictures = self._pictures
        folders = dict.fromkeys(Path(file_of(seen.path)).parent for seen in pictures.records.seen())

        def found(path: str | None) -> None:
            now = pictures.records.get(record.id)
            if now is None or now.path != record.path:
                return
            if path is None:
                pictures.not_decoded.emit(record.id, message)
                return
            text = self.tr("The file of %1 was moved; it was found again as %2.")
            file = file_of(path)
            name = now.name if file == path else name_of(file_of(record.path))
            pictures.noticed.emit(text.replace("%1", name).replace("%2", file))
            pictures.move_files(self._with_pages(record.id, path))
            self._look_for_others(record.id, str(Path(path).parent))

        self._background.run(
            lambda: find_moved(record.path, record.sha256, islice(folders, LOOKED_INTO)),
            found,
            lambda _error: pictures.not_decoded.emit(record.id, message),
        )


def _sha256(path: str) -> str:
    try:
        return sha256_of(path)
    except OSError as error:
        raise EyeboxError(
            "file-unreadable", "{name} can't be read.", detail=str(error), name=name_of(path)
        ) from error


def _in_folder(gone: Mapping[str, str], known: Mapping[str, str], folder: str) -> dict[str, str]:
    """The files in a folder of pictures that are gone (paths by id): of the same content, of those never opened the same name.

    `known` are the SHA-256 by id, "" of those never opened.
    """
    wanted: dict[str, list[tuple[str, Part | None]]] = {}
    for id, path in gone.items():
        file, page = split_page(path)
        wanted.setdefault(file, []).append((id, page))
    found: dict[str, str] = {}
    endings = {os.path.splitext(file)[1].lower() for file in wanted}  # noqa: PTH122 - can be impossible
    try:
        files = sorted(file for file in Path(folder).iterdir() if file.suffix.lower() in endings)
    except OSError:
        return found
    for there in files[:LOOKED_AT]:
        content = ""
        for file, pictures in [*wanted.items()]:
            sums = {known[id]: page for id, page in pictures if known[id]}
            try:
                content = content or (sha256_of(there) if sums else "")
            except (OSError, ValueError):
                break
            same_name = not sums and os.path.basename(file) == there.name  # noqa: PTH119
            if same_name or any(sum_of_page(content, page) == one for one, page in sums.items()):
                found |= {id: as_page(str(there), page) for id, page in pictures}
                del wanted[file]
                break
    return found
