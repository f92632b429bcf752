"""`eyebox import`: files of boxes into a session; those that the running program has open take them in themselves."""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from eyebox.asking import open_in_running
from eyebox.cli.sessions import find_session
from eyebox.cli.terminal import Parser, ProgressLine, complain
from eyebox.folders import Folders
from eyebox.formats import load_annotations
from eyebox.formats.imported import AnnotatedPicture, NamedPictures, as_turned, unknown_boxes
from eyebox.formats.picture_size import picture_size
from eyebox.running import running_process
from eyebox.session.assets import Assets
from eyebox.session.store import Store
from eyebox.session.types import PictureContent, PictureRecord, SessionInfo
from eyebox_models.files.atomic_write import shown
from eyebox_models.files.document_page import name_of
from eyebox_models.protocol.box import new_id
from eyebox_models.protocol.errors import EyeboxError


def import_boxes(arguments: Sequence[str]) -> int:
    """Runs the command: 1 where a file can't be read, or a picture of one was not found."""
    options = _options(arguments)
    for file in options.files:
        if not Path(file).exists():
            raise EyeboxError("file-missing", "There is no file {name}.", name=shown(file))
    folders = Folders.of_user()
    if running_process(folders):
        return _hand_over(options)
    folders.make()
    with Store.open(folders.sessions) as store:
        return _import(store, folders, options)


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = Parser(
        "import", "Adds the boxes of files, in any format that can be read, to the pictures of a session."
    )
    parser.add_argument("files", nargs="+", metavar="FILE", help="a file or a folder of boxes")
    parser.add_argument(
        "--session",
        metavar="NAME",
        help="a session by its name or id, or the name of a new one (that of the first file)",
    )
    return parser.parse_in_any_order(arguments)


def _hand_over(options: argparse.Namespace) -> int:
    if options.session is not None:
        raise EyeboxError(
            "import-while-running",
            "Eyebox is running, and only it may change its sessions: open the session there and import without "
            "--session, or close Eyebox first.",
        )
    if not open_in_running([str(Path(file).absolute()) for file in options.files]):
        raise EyeboxError(
            "import-not-taken",
            "Eyebox is running but does not answer: import the files in its window, or close it first.",
        )
    complain("Eyebox is running: the boxes go into the session that is open there.")
    return 0


def _import(store: Store, folders: Folders, options: argparse.Namespace) -> int:
    info = None
    if options.session is not None:
        info = find_session(store, options.session)
        if info is None and re.fullmatch("[0-9a-f]{32}", options.session):
            raise EyeboxError("no-session-of-id", "There is no session with the id {id}.", id=options.session)
        info = info or store.new_session(" ".join(options.session.split()) or "Boxes")
    whole = True
    for file in options.files:
        if info is None:
            info = store.new_session(Path(file).absolute().stem)
        whole = _import_file(store, info, file, Assets(folders.data)) and whole
    return 0 if whole else 1


def _import_file(store: Store, info: SessionInfo, file: str, assets: Assets) -> bool:
    """Adds a file in one transaction; what was read before a fault counts. Returns whether all of it was added."""
    filling = _Filling(store, info, assets)
    failure: EyeboxError | None = None
    with ProgressLine(f"{shown(file)}: reading") as line, store.together():
        try:
            for number, one in enumerate(load_annotations(file), 1):
                line.update(f"{shown(file)}: {number:,} pictures")
                filling.add(one)
        except EyeboxError as error:
            failure = error
    for kind, count in filling.left_out.items():
        complain(f"{shown(file)}: {kind}: {count:,}.")
    if filling.missing:
        complain(
            f"{shown(file)}: pictures that were not found: {filling.missing:,}; put them beside it and import again."
        )
    if failure is not None:
        complain(str(failure))
    return failure is None and not filling.missing


@dataclass(slots=True)
class _Filling:
    """A session that gets the pictures of a file."""

    store: Store
    info: SessionInfo
    assets: Assets
    missing: int = 0
    left_out: Counter[str] = field(default_factory=Counter)
    _known: dict[str, str] = field(init=False)
    _named: NamedPictures = field(init=False)
    _position: int = -1

    def __post_init__(self) -> None:
        self._known = self.store.picture_paths(self.info.id)
        self._named = NamedPictures(self._known, self.store.picture)

    def add(self, one: AnnotatedPicture) -> None:
        self.left_out.update(one.left_out)
        path = str(Path(one.path).absolute()) if one.path else self._named.path_of(one)
        owned = not path and one.data is not None
        if owned and one.data is not None:
            path = self.assets.keep(one.data).path
        if not path:
            self.missing += 1
            return
        if self._position < 0:  # a session is there once it has a picture
            self.store.add_session(self.info)
            self._position = len(self._known)
        if known := self._known.get(path):
            turned = as_turned(one, self.store.picture(known))
            if new := unknown_boxes(self.store.boxes(known), turned):
                self.store.save_boxes(known, new)
            if one.extras:
                self.store.save_extras(known, one.extras)
        else:
            id = self._known[path] = new_id()
            size = (one.width, one.height) if min(one.width, one.height) > 0 else picture_size(path)
            name = Path(one.name).name if owned else name_of(path)
            record = PictureRecord(
                id,
                self.info.id,
                path,
                name,
                width=size[0],
                height=size[1],
                position=self._position,
                owned=owned,
            )
            self._position += 1
            self.store.add_pictures(self.info.id, [PictureContent(record, one.boxes, None, one.extras)])
