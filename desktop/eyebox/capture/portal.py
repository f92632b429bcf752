"""The desktop portal, by which programs capture the screen and have keys of the desktop on Wayland.

jeepney on a notifier of Qt: QtDBus can't marshal the list of shortcuts, and ends the process over an argument that it misreads.
Interfaces: https://flatpak.github.io/xdg-desktop-portal/docs/ (Screenshot 1 to 3, GlobalShortcuts 1 and 2, Registry 1).
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from jeepney import DBusAddress, HeaderFields, MatchRule, Message, MessageType, Properties, new_method_call
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import DBusConnection, open_dbus_connection
from PySide6.QtCore import QObject, QSocketNotifier, QTimer, Signal, Slot

from eyebox_models.files.regular_file import read_regular
from eyebox_models.protocol.box import new_id
from eyebox_models.protocol.errors import EyeboxError, os_reason

APP_ID = "eyebox"
SILENCE_MS = 10_000
"""How long the portal may say nothing."""
ASKED_MS = 180_000
"""The same where it asks the user for an area or for keys."""
LARGEST = 1_000_000_000
"""Bytes of a picture of all screens; a PNG of twelve of 4K takes 400 million where nothing repeats."""
AREA = 4
"""The target of a screenshot whose area the user chooses on the live screen (version 3)."""
_NAME, _PATH = "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop"
_SCREENSHOT = DBusAddress(_PATH, _NAME, "org.freedesktop.portal.Screenshot")
_SHORTCUTS = DBusAddress(_PATH, _NAME, "org.freedesktop.portal.GlobalShortcuts")
_REGISTRY = DBusAddress(_PATH, _NAME, "org.freedesktop.host.portal.Registry")
_REQUEST = "org.freedesktop.portal.Request"
_OWNERS = MatchRule(
    type="signal", sender=message_bus.bus_name, interface=message_bus.interface, member="NameOwnerChanged"
)
_OWNERS.add_arg_condition(0, _NAME)
_OK, _CANCELLED = 0, 1

Body = tuple[Any, ...]
Failed = Callable[[EyeboxError], object]


@dataclass(frozen=True, slots=True)
class Shortcut:
    """A key of the desktop: its id, what it does in words, and the keys one would like ("CTRL+ALT+s", by the XDG spec)."""

    id: str
    description: str
    preferred: str = ""


@dataclass(slots=True)
class _Waiting:
    """A request that the portal has not answered."""

    answered: Callable[[int, Mapping[str, Any]], object]
    failed: Failed
    silence: QTimer

    def give_up(self) -> bool:
        """Waits no more; a picture that comes late is deleted all the same."""
        self.answered, self.failed = _discard, lambda _error: None
        return True


class Portal(QObject):
    """One connection to the session bus. Calls come back on the event loop, each exactly once.

    Signals:
        activated: the id of a shortcut whose keys were pressed.
        triggers_changed: {id: keys in words}, as the desktop has them now.
        lost: the bus or the portal went away, and with it all that was asked for; another one has to be made.
    """

    activated = Signal(str)
    triggers_changed = Signal(dict)
    lost = Signal()

    def __init__(self, address: str = "SESSION", parent: QObject | None = None) -> None:
        """Connects, and says to the portal who asks. Raises EyeboxError where there is no session bus."""
        try:
            link = open_dbus_connection(address)
        except (OSError, KeyError, ValueError) as error:
            raise EyeboxError(
                "no-session-bus",
                "There is no session bus, by which the desktop could be asked: start Eyebox from the desktop.",
                detail=repr(error),
            ) from error
        super().__init__(parent)  # which would stay there, had it been refused
        self._link: DBusConnection | None = link
        self._serials = count(100)
        self._calls: dict[int, tuple[Callable[[Body], object], Failed, QTimer]] = {}
        self._requests: dict[str, _Waiting] = {}
        self._session = ""
        self._notifier = QSocketNotifier(link.sock.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_readable)
        for rule in (
            MatchRule(type="signal", interface=_REQUEST, member="Response"),
            MatchRule(type="signal", interface=_SHORTCUTS.interface),
            _OWNERS,
        ):
            self._call(message_bus.AddMatch(rule), lambda _body: None, lambda _error: None)
        # once, before any other call; a portal that is too old does not know it
        self._call(
            new_method_call(_REGISTRY, "Register", "sa{sv}", (APP_ID, {})), lambda _: None, lambda _: None
        )

    def close(self) -> None:
        """Leaves the bus; what was asked is not answered any more."""
        if self._link is not None:
            self._notifier.setEnabled(False)
            self._link.close()
            self._link = None
            for silence in self.findChildren(QTimer):
                silence.stop()
            self._calls.clear()
            self._requests.clear()

    # Screenshots

    def screenshot(
        self,
        window: str,
        done: Callable[[Path, bool], object],
        cancelled: Callable[[], object],
        failed: Failed,
    ) -> None:
        """Takes a picture of the screens: `done` gets its file, and whether the user has chosen an area already.

        The file lies among the user's pictures: it is `done`'s, which reads and deletes it (`take_file`).

        `window` names the window that asks ("wayland:…", or ""): GNOME asks for permission once, and for a window that has
        the focus only.
        """

        def ask(target: int) -> None:
            options: dict[str, tuple[str, object]] = {"interactive": ("b", False)}
            if target:
                options["target"] = ("u", target)
            self._ask(  # the user may be asked for the area, or once whether it is allowed at all
                _SCREENSHOT, "Screenshot", "s", (window,), options, partial(taken, target), failed, ASKED_MS
            )

        def taken(target: int, response: int, results: Mapping[str, Any]) -> None:
            if response == _OK and "uri" in results:
                done(_file(results), target == AREA)
            elif response == _CANCELLED:
                cancelled()
            else:
                failed(
                    EyeboxError(
                        "screenshot-refused",
                        "The desktop does not let Eyebox capture the screen. Allow it in the desktop's settings for "
                        "privacy or applications, then try again from Eyebox's window.",
                    )
                )

        def versions(body: Body) -> None:
            has_targets = body[0].get("version", ("u", 1))[1] >= 3
            targets = body[0].get("AvailableTargets", ("u", 0))[1] if has_targets else 0
            ask(AREA if targets & AREA else 0)

        self._call(Properties(_SCREENSHOT).get_all(), versions, partial(_as_absent, failed))

    # Shortcuts

    def bind(
        self, shortcuts: list[Shortcut], window: str, done: Callable[[dict[str, str]], object], failed: Failed
    ) -> None:
        """Asks the desktop for keys: `done` gets {id: keys in words}. GNOME asks the user, once a session."""
        if self._session:
            failed(
                EyeboxError(
                    "shortcuts-bound",
                    "The desktop takes keys of a program once while it runs: change them in the desktop's settings, or "
                    "start Eyebox again.",
                )
            )
            return

        def created(response: int, results: Mapping[str, Any]) -> None:
            if response != _OK:
                failed(_refused_keys())
                return
            self._session = str(results["session_handle"][1])
            wanted = [(one.id, _told(one)) for one in shortcuts]
            self._ask(
                _SHORTCUTS,
                "BindShortcuts",
                "oa(sa{sv})s",
                (self._session, wanted, window),
                {},
                bound,
                failed,
                ASKED_MS,
            )

        def bound(response: int, results: Mapping[str, Any]) -> None:
            shortcuts = results.get("shortcuts", ("", []))[1] if response == _OK else []
            if shortcuts:
                done(_triggers(shortcuts))
            else:
                failed(_refused_keys())

        options = {"session_handle_token": ("s", "eyebox" + new_id())}
        self._ask(_SHORTCUTS, "CreateSession", "", (), options, created, partial(_as_absent, failed))

    # The bus

    def _ask(
        self,
        address: DBusAddress,
        method: str,
        signature: str,
        arguments: Body,
        options: Mapping[str, tuple[str, object]],
        answered: Callable[[int, Mapping[str, Any]], object],
        failed: Failed,
        patience: int = SILENCE_MS,
    ) -> None:
        """A call whose answer comes as a signal of a request, whose name is known before (the token makes it)."""
        if self._link is None:
            failed(_lost())
            return
        token = "eyebox" + new_id()
        sender = str(self._link.unique_name).removeprefix(":").replace(".", "_")
        handle = f"{_PATH}/request/{sender}/{token}"
        waiting = _Waiting(answered, failed, self._silence(lambda: waiting.give_up(), failed, patience))
        self._requests[handle] = waiting

        def begun(body: Body) -> None:
            if self._requests.pop(handle, None):
                self._requests[str(body[0])] = waiting  # old portals name it otherwise

        def refused(error: EyeboxError) -> None:
            if self._requests.pop(handle, None):
                waiting.silence.stop()
                waiting.failed(error)

        message = new_method_call(
            address, method, signature + "a{sv}", (*arguments, {**options, "handle_token": ("s", token)})
        )
        self._call(message, begun, refused)

    def _call(self, message: Message, done: Callable[[Body], object], failed: Failed) -> None:
        if self._link is None:
            failed(_lost())
            return
        serial = next(self._serials)
        silence = self._silence(lambda: self._calls.pop(serial, None) is not None, failed)
        self._calls[serial] = done, failed, silence
        try:
            self._link.send(message, serial)
        except OSError:
            self._on_lost()

    def _silence(self, give_up: Callable[[], bool], failed: Failed, patience: int = SILENCE_MS) -> QTimer:
        timer = QTimer(self, singleShot=True, interval=patience)

        def on_silence() -> None:
            if give_up():
                failed(
                    EyeboxError(
                        "portal-silent",
                        "The desktop's portal does not answer: is xdg-desktop-portal running? Log out and in again if it "
                        "stays so.",
                    )
                )

        timer.timeout.connect(on_silence)
        timer.start()
        return timer

    @Slot()
    def _on_readable(self) -> None:
        if self._link is None:
            return
        data = b""
        with suppress(OSError):
            data = self._link.sock.recv(1 << 16)
        if not data:
            self._on_lost()
            return
        self._link.parser.add_data(data)
        while self._link is not None and (message := self._link.parser.get_next_message()) is not None:
            self._take(message)

    def _take(self, message: Message) -> None:
        fields, kind = message.header.fields, message.header.message_type
        if kind in (MessageType.method_return, MessageType.error):
            call = self._calls.pop(int(fields.get(HeaderFields.reply_serial, 0)), None)
            if call is not None:
                done, failed, silence = call
                silence.stop()
                silence.deleteLater()
                if kind == MessageType.method_return:
                    done(message.body)
                else:
                    failed(_of_bus(str(fields.get(HeaderFields.error_name, "")), message.body))
        elif kind == MessageType.signal:
            self._take_signal(
                str(fields.get(HeaderFields.member)), str(fields.get(HeaderFields.path)), message.body
            )

    def _take_signal(self, member: str, path: str, body: Body) -> None:
        if member == "Response" and (request := self._requests.pop(path, None)) is not None:
            request.silence.stop()
            request.silence.deleteLater()
            request.answered(int(body[0]), body[1])
        elif member == "Activated" and body[0] == self._session:
            if token := body[3].get("activation_token"):  # Qt takes it from there for the next window
                os.environ["XDG_ACTIVATION_TOKEN"] = str(token[1])
            self.activated.emit(str(body[1]))
        elif member == "NameOwnerChanged" and not body[2]:
            self._on_lost()
        elif member == "ShortcutsChanged" and body[0] == self._session:
            self.triggers_changed.emit(_triggers(body[1]))

    def _on_lost(self) -> None:
        waiting = [failed for _done, failed, _silence in self._calls.values()]
        waiting += [request.failed for request in self._requests.values()]
        self.close()
        for failed in waiting:
            failed(_lost())
        self.lost.emit()


def take_file(file: Path) -> bytes:
    """The bytes of a picture that the portal made, which is deleted. Raises EyeboxError where it can't be read."""
    try:
        data = read_regular(file, LARGEST)
    except OSError as error:
        raise EyeboxError(
            "screenshot-unreadable",
            "The picture of the screen can't be read: {reason}.",
            reason=os_reason(error),
        ) from error
    with suppress(OSError):
        file.unlink()
    return data


def _file(results: Mapping[str, Any]) -> Path:
    return Path(unquote(urlsplit(str(results["uri"][1])).path))


def _discard(response: int, results: Mapping[str, Any]) -> None:
    if response == _OK and "uri" in results:
        with suppress(OSError):
            _file(results).unlink()


def _told(shortcut: Shortcut) -> dict[str, tuple[str, str]]:
    told = {"description": ("s", shortcut.description)}
    return told | {"preferred_trigger": ("s", shortcut.preferred)} if shortcut.preferred else told


def _triggers(shortcuts: list[tuple[str, Mapping[str, Any]]]) -> dict[str, str]:
    return {id: str(told.get("trigger_description", ("s", ""))[1]) for id, told in shortcuts}


def _refused_keys() -> EyeboxError:
    return EyeboxError(
        "shortcuts-refused",
        "The desktop gave Eyebox no keys: bind a key to the command `eyebox capture` in its keyboard settings.",
    )


def _lost() -> EyeboxError:
    return EyeboxError("portal-lost", "The desktop's portal has ended before it answered: try again.")


def _of_bus(name: str, body: Body) -> EyeboxError:
    said = body[0] if body and isinstance(body[0], str) else ""
    return EyeboxError("portal-error", "The desktop's portal refused: {reason}.", reason=said or name)


def _as_absent(failed: Failed, error: EyeboxError) -> None:
    """What the first call of a conversation meets where there is no portal, or not this part of it."""
    failed(
        EyeboxError(
            "no-portal",
            "This desktop has no portal for it: install xdg-desktop-portal and the part for your desktop, or bind a key to "
            "the command `eyebox capture` and paste screenshots of the system with Ctrl+V.",
            detail=str(error),
        )
        if getattr(error.sentence, "code", "") == "portal-error"
        else error
    )
