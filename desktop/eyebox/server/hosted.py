"""The process of the local API where the window's program starts it: `eyebox serve`, which ends with the program."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from eyebox.server import PORT
from eyebox_models.protocol.advice import frozen
from eyebox_models.protocol.dataclass import dataclass
from eyebox_models.protocol.errors import Sentence
from eyebox_models.protocol.wire import unpack

if TYPE_CHECKING:
    from PySide6.QtCore import QProcess

END_MS = 8000
"""How long the process may take to end before it is killed."""
LONGEST = 4000
"""Characters of what it says on stderr that are kept."""
State = Literal["off", "starting", "on", "ending"]


@dataclass(frozen=True, slots=True)
class Wanted:
    """How the API is served. `model` is "" where each request names its own; `folders` are those whose files may be named."""

    port: int = PORT
    model: str = ""
    folders: tuple[str, ...] = ()
    keeps_token: bool = False
    at_start: bool = False
    """Whether it is switched on when the program starts."""

    def as_state(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def of_state(cls, kept: object) -> Wanted:
        """What was kept, as far as it is whole."""
        found = kept if isinstance(kept, Mapping) else {}
        wanted = cls(keeps_token=found.get("keeps_token") is True, at_start=found.get("at_start") is True)
        port, model, folders = found.get("port"), found.get("model"), found.get("folders")
        if isinstance(port, int) and 1 <= port <= 65535:
            wanted = replace(wanted, port=port)
        if isinstance(model, str):
            wanted = replace(wanted, model=model)
        if isinstance(folders, list | tuple):
            wanted = replace(wanted, folders=tuple(one for one in folders if isinstance(one, str)))
        return wanted


class HostedServer(QObject):
    """One process, or none.

    Signals:
        changed: `state`, `url`, `token` or `error` are others.
        died: it has ended by itself, or never came to listen; `error` says why.
    """

    changed = Signal()
    died = Signal()

    def __init__(self, token_file: Path, parent: QObject | None = None) -> None:
        """`token_file` is where the process keeps its token, where it is to."""
        super().__init__(parent)
        self._token_file = token_file
        self._wanted = Wanted()
        self._starts_again = False
        self._process: QProcess | None = None
        self._said = ""
        self._patience = QTimer(self, singleShot=True, interval=END_MS)
        self._patience.timeout.connect(self._kill)
        self.state: State = "off"
        self.url = ""
        """Where it answers, while it is on: http://127.0.0.1:PORT/v1."""
        self.token = ""
        """The key that requests have to bring, while it is on."""
        self.error: Sentence | None = None
        """Why the last one ended, or did not begin; None where it was to end."""
        self.detail = ""
        """What that one said on stderr."""

    def start(self, wanted: Wanted) -> None:
        """Starts it, unless there is one."""
        if self._process is not None:
            return
        from PySide6.QtCore import QProcess

        self._wanted = wanted
        self.error, self.detail, self._said = None, "", ""
        process = self._process = QProcess(self)
        program, *arguments = _command()
        arguments += ["serve", "--json", "--with-parent", "--port", str(wanted.port)]
        arguments += [part for folder in wanted.folders for part in ("--allow-folder", folder)]
        arguments += ["--model", wanted.model] if wanted.model else []
        arguments += ["--keep-token"] if wanted.keeps_token else []
        process.setProgram(program)
        process.setArguments(arguments)
        process.readyReadStandardOutput.connect(self._on_output)
        process.readyReadStandardError.connect(self._on_stderr)
        process.errorOccurred.connect(self._on_error)
        process.finished.connect(self._on_finished)
        self._set("starting")
        process.start()

    @Slot()
    def stop(self) -> None:
        """Ends it; what is asked of it ends, too."""
        if self._process is not None and self.state != "ending":
            self._set("ending")
            self._process.closeWriteChannel()
            self._patience.start()

    @Slot()
    def renew_token(self) -> None:
        """Gives it another token: it ends, and starts again. Raises OSError where the kept one can't be removed."""
        self._token_file.unlink(missing_ok=True)
        if self._process is not None:
            self._starts_again = True
            self.stop()

    def close(self) -> None:
        """Ends it and waits for that."""
        process = self._process
        if process is None:
            return
        process.finished.disconnect(self._on_finished)
        process.errorOccurred.disconnect(self._on_error)
        self._patience.stop()
        process.closeWriteChannel()
        if not process.waitForFinished(END_MS):
            process.kill()
            process.waitForFinished(END_MS)
        self._forget()

    def _set(self, state: State) -> None:
        self.state = state
        self.changed.emit()

    @Slot()
    def _on_output(self) -> None:
        assert self._process is not None
        while self._process.canReadLine():
            try:
                said = json.loads(bytes(self._process.readLine().data()))
                if "error" in said:
                    found = unpack(said["error"])
                    self.error = found if isinstance(found, Sentence) else None
                elif self.state == "starting":
                    self.url, self.token = str(said["url"]), str(said["token"])
                    self._set("on")
            except (ValueError, KeyError, TypeError):
                continue

    @Slot()
    def _on_stderr(self) -> None:
        assert self._process is not None
        said = bytes(self._process.readAllStandardError().data()).decode("utf-8", "replace")
        self._said = (self._said + said)[-LONGEST:]

    @Slot("QProcess::ProcessError")
    def _on_error(self, error: QProcess.ProcessError) -> None:
        from PySide6.QtCore import QProcess

        if error == QProcess.ProcessError.FailedToStart and self._process is not None:
            reason = self._process.errorString()
            self._end(
                Sentence("serve-not-started", "The local API can't be started: {reason}.", reason=reason)
            )

    @Slot()
    def _on_finished(self) -> None:
        self._patience.stop()
        if self.state == "ending":
            starts_again, self._starts_again = self._starts_again, False
            self._forget()
            if starts_again:
                self.start(self._wanted)
            return
        self._on_output()
        self._on_stderr()
        self._end(
            self.error or Sentence("serve-died", "The local API has ended by itself. Switch it on again.")
        )

    def _end(self, error: Sentence) -> None:
        self.error, self.detail = error, self._said.strip()
        self._forget()
        self.died.emit()

    def _forget(self) -> None:
        if self._process is not None:
            self._process.deleteLater()
            self._process = None
        self.url = self.token = ""
        self._set("off")

    @Slot()
    def _kill(self) -> None:
        if self._process is not None:
            self._process.kill()


def _command() -> list[str]:
    """The program's command line, which is another file where the window was built without a console."""
    if not frozen():
        return [sys.executable, "-P", "-m", "eyebox"]
    own = Path(sys.executable)
    return [str(own.with_name("eyebox-cli.exe") if sys.platform == "win32" else own)]
