"""The session file as the command line opens it: to read beside a running program, to write only where none runs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from eyebox.folders import Folders
from eyebox.running import running_process
from eyebox.session.store import Store
from eyebox.session.types import SessionInfo
from eyebox_models.files.atomic_write import shown
from eyebox_models.protocol.errors import EyeboxError


def store_to_read(folders: Folders) -> Store:
    """The session file, as it is now. One of an older Eyebox is brought up to date first. Raises EyeboxError."""
    if not folders.sessions.exists():
        raise EyeboxError("no-sessions", "There are no sessions yet: open pictures in Eyebox first.")
    if not running_process(folders):
        Store.open(folders.sessions).close()
    return Store.open_to_read(folders.sessions)


def find_session(store: Store, wanted: str) -> SessionInfo | None:
    """The session with this id or name (whatever its case); None for none. Raises EyeboxError where several have it."""
    sessions = store.sessions()
    for alike in (
        [one for one in sessions if one.id == wanted],
        [one for one in sessions if one.name == wanted],
        [one for one in sessions if one.name.casefold() == wanted.casefold()],
    ):
        if len(alike) == 1:
            return alike[0]
        if alike:
            raise EyeboxError(
                "sessions-of-one-name",
                "Several sessions are called {name}; name one by its id: {ids}.",
                name=wanted,
                ids=", ".join(one.id for one in alike[:5]),
            )
    return None


def no_such_session(store: Store, wanted: str) -> EyeboxError:
    names = ", ".join(one.name for one in store.sessions()[:5])
    return EyeboxError(
        "no-such-session",
        "There is no session {name}, and no picture of that path in one; there are: {names}.",
        name=shown(wanted),
        names=names or "none",
    )


def pictures_at(store: Store, paths: Sequence[str]) -> dict[str, tuple[str, str]]:
    """Of each path of a picture that is in a session: the session (the latest changed) and the picture's id."""
    found: dict[str, tuple[str, str]] = {}
    wanted = {str(Path(path).absolute()): path for path in paths}
    for session in store.sessions():
        there = store.picture_paths(session.id)
        for absolute, path in wanted.items():
            if path not in found and absolute in there:
                found[path] = (session.id, there[absolute])
    return found
