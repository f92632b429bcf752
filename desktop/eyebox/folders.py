"""Where Eyebox keeps its things on this machine. No Qt."""

from __future__ import annotations

import errno
import os
from contextlib import suppress
from pathlib import Path

from eyebox.meeting import HOME, portable_home
from eyebox_models.files.atomic_write import make_private
from eyebox_models.protocol.dataclass import dataclass
from eyebox_models.protocol.errors import EyeboxError, os_reason


def settle_home() -> None:
    """Makes the folder beside a portable program its home, for this process and the engines it starts.

    What the user has set in the environment goes first.
    """
    if not os.environ.get(HOME) and (home := portable_home()):
        os.environ[HOME] = home


@dataclass(frozen=True, slots=True)
class Folders:
    """`data` is precious (sessions, pasted pictures), `config` small, `cache` and `log` can go at any time."""

    data: Path
    config: Path
    cache: Path
    log: Path

    @classmethod
    def of_user(cls) -> Folders:
        """The platform's folders, or all of them under $EYEBOX_HOME."""
        home = os.environ.get(HOME)
        if home:
            return cls.under(Path(home))
        import platformdirs

        dirs = platformdirs.PlatformDirs("eyebox", appauthor=False)
        return cls(dirs.user_data_path, dirs.user_config_path, dirs.user_cache_path, dirs.user_log_path)

    @classmethod
    def under(cls, home: Path) -> Folders:
        return cls(home / "data", home / "config", home / "cache", home / "log")

    @property
    def sessions(self) -> Path:
        """The file that all sessions are kept in."""
        return self.data / "sessions.sqlite"

    def make(self) -> None:
        """Creates them, for this user only. Raises EyeboxError where one that the window needs can't be written."""
        for folder in (self.data, self.cache):
            try:
                make_private(folder)
                if not os.access(folder, os.W_OK | os.X_OK):
                    raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(folder))
            except OSError as error:
                raise EyeboxError(
                    "data-folder-unwritable",
                    "Eyebox can't write to {folder}: {reason}. Change its permissions, or set EYEBOX_HOME to a "
                    "folder of your own.",
                    detail=str(error),
                    folder=error.filename,
                    reason=os_reason(error),
                ) from error
        for folder in (self.config, self.log):
            with suppress(OSError):
                make_private(folder)
