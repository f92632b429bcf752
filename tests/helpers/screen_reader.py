"""What a screen reader knows of a program: its tree of names and roles over AT-SPI, on buses of our own.

`python tests/helpers/screen_reader.py [PICTURE...]` starts Eyebox without a screen and prints its tree.
"""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Awaitable, Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from shutil import which
from time import monotonic
from typing import Any, TypeVar

from dbus_fast import Message, MessageType
from dbus_fast.aio import MessageBus

LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
STATES = {4: "checked", 8: "enabled", 11: "focusable", 12: "focused", 23: "selected", 25: "showing"}
"""Those of AT-SPI's states that are of interest, by their bit."""
_ACCESSIBLE = "org.a11y.atspi.Accessible"
_REGISTRY = "org.a11y.atspi.Registry"
_ROOT = "/org/a11y/atspi/accessible/root"
_SECONDS = 120.0
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Node:
    """What one thing in a window is to a screen reader; `place` is x, y, width and height on the screen."""

    role: str
    name: str
    description: str
    states: frozenset[str]
    place: tuple[int, int, int, int]
    children: tuple[Node, ...]

    def all(self) -> Iterator[Node]:
        """It and everything in it, in order."""
        yield self
        for child in self.children:
            yield from child.all()

    def lines(self, depth: int = 0) -> Iterator[str]:
        """The tree as text, of what is in sight."""
        if "showing" not in self.states and depth > 1:
            return
        marks = ", ".join(sorted(self.states & {"focusable", "focused", "checked", "selected"}))
        described = f" — {self.description}" if self.description else ""
        yield f'{"  " * depth}{self.role} "{self.name}"{f" ({marks})" if marks else ""}{described}'
        for child in self.children:
            yield from child.lines(depth + 1)


def missing() -> str:
    """What a screen reader's bus needs and this machine has not, or ""."""
    if not any(Path(one).exists() for one in LAUNCHERS):
        return "at-spi2-core"
    return next((name for name in ("dbus-daemon", "Xvfb", "xdotool") if which(name) is None), "")


@contextmanager
def buses(display: str) -> Iterator[dict[str, str]]:
    """The environment of programs that a screen reader may look at: a session bus with a bus for accessibility."""
    command = ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address=1"]
    daemon = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    assert daemon.stdout is not None
    environment = os.environ | {
        "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "DBUS_SESSION_BUS_ADDRESS": daemon.stdout.readline().strip(), "XDG_CURRENT_DESKTOP": "", "LC_ALL": "C.UTF-8",
    }  # fmt: skip
    environment.pop("AT_SPI_BUS_ADDRESS", None)
    launcher = next(one for one in LAUNCHERS if Path(one).exists())
    # a group of its own, whose other members (the bus, the registry) have to end with it
    starting = subprocess.Popen(
        [launcher, "--launch-immediately"], env=environment, stderr=subprocess.DEVNULL, start_new_session=True
    )
    try:
        yield environment
    finally:
        os.killpg(starting.pid, signal.SIGTERM)
        starting.wait(60)
        daemon.terminate()
        daemon.wait(60)
        daemon.stdout.close()


class ScreenReader:
    """Looks at a program as a screen reader does. Every method may raise TimeoutError."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self._loop = asyncio.new_event_loop()
        self.said: list[str] = []
        """What was announced, oldest first."""
        self.reached: list[tuple[str, str]] = []
        """What got the keyboard's focus, oldest first."""
        self._bus = self._run(self._connect(environment["DBUS_SESSION_BUS_ADDRESS"]))

    def close(self) -> None:
        self._bus.disconnect()
        self._loop.run_until_complete(self._bus.wait_for_disconnect())
        self._loop.close()

    def tree(self, name: str = "eyebox") -> Node | None:
        """The tree of the program of this name, None where there is none."""
        return self._run(self._tree(name))

    def wait(self, condition: Callable[[Node], Any], what: str) -> Node:
        """The tree as soon as a condition holds for it."""
        until = monotonic() + _SECONDS
        while monotonic() < until:
            tree = self.tree()
            if tree is not None and condition(tree):
                return tree
            self._run(asyncio.sleep(0.1))
        raise TimeoutError(what)

    def hear(self, part: str) -> str:
        """What was announced and has this in it, as soon as it was."""
        until = monotonic() + _SECONDS
        while not (found := [said for said in self.said if part in said]):
            if monotonic() > until:
                raise TimeoutError(f"nobody said {part}")
            self._run(asyncio.sleep(0.01))
        return found[0]

    def focus(self, after: int) -> tuple[str, str]:
        """Role and name of what got the focus as number `after` of `reached`."""
        until = monotonic() + _SECONDS
        while len(self.reached) <= after:
            if monotonic() > until:
                raise TimeoutError("the focus did not move")
            self._run(asyncio.sleep(0.01))
        return self._run(self._named(*self.reached[-1]))

    def _run(self, work: Awaitable[Result]) -> Result:
        return self._loop.run_until_complete(asyncio.wait_for(work, _SECONDS))

    async def _connect(self, address: str) -> MessageBus:
        session = await MessageBus(bus_address=address).connect()
        until = monotonic() + _SECONDS
        while True:
            told = await session.call(Message("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress"))
            if told.message_type == MessageType.METHOD_RETURN or monotonic() > until:
                break
            await asyncio.sleep(0.05)
        session.disconnect()
        await session.wait_for_disconnect()
        bus = await MessageBus(bus_address=told.body[0]).connect()
        bus.add_message_handler(self._hear)
        rule = "type='signal',interface='org.a11y.atspi.Event.Object'"
        await bus.call(
            Message(
                "org.freedesktop.DBus",
                "/org/freedesktop/DBus",
                "org.freedesktop.DBus",
                "AddMatch",
                signature="s",
                body=[rule],
            )
        )
        for event in ("object:", "focus:"):
            await bus.call(
                Message(
                    _REGISTRY,
                    "/org/a11y/atspi/registry",
                    _REGISTRY,
                    "RegisterEvent",
                    signature="s",
                    body=[event],
                )
            )
        return bus

    def _hear(self, message: Message) -> None:
        if message.message_type == MessageType.SIGNAL and message.member == "Announcement":
            self.said.append(str(message.body[3].value))
        if message.member == "StateChanged" and message.body[:2] == ["focused", 1]:
            assert message.sender and message.path
            self.reached.append((message.sender, message.path))

    async def _named(self, sender: str, path: str) -> tuple[str, str]:
        role = await self._ask(sender, path, _ACCESSIBLE, "GetRoleName")
        return role or "", await self._property(sender, path, "Name")

    async def _tree(self, name: str) -> Node | None:
        for sender, path in await self._ask(_REGISTRY, _ROOT, _ACCESSIBLE, "GetChildren"):
            if await self._property(sender, path, "Name") == name:
                return await self._node(sender, path)
        return None

    async def _node(self, sender: str, path: str) -> Node:
        role, name, description, bits, place, children = await asyncio.gather(
            self._ask(sender, path, _ACCESSIBLE, "GetRoleName"),
            self._property(sender, path, "Name"),
            self._property(sender, path, "Description"),
            self._ask(sender, path, _ACCESSIBLE, "GetState"),
            self._ask(sender, path, "org.a11y.atspi.Component", "GetExtents", "u", [0]),
            self._ask(sender, path, _ACCESSIBLE, "GetChildren"),
        )
        low = (bits or [0])[0]
        states = frozenset(state for bit, state in STATES.items() if low >> bit & 1)
        below = await asyncio.gather(*(self._node(*child) for child in children or ()))
        return Node(
            role or "", name or "", description or "", states, tuple(place or (0, 0, 0, 0)), tuple(below)
        )

    async def _property(self, sender: str, path: str, name: str) -> str:
        found = await self._ask(
            sender, path, "org.freedesktop.DBus.Properties", "Get", "ss", [_ACCESSIBLE, name]
        )
        return found.value if found is not None else ""

    async def _ask(
        self,
        sender: str,
        path: str,
        interface: str,
        member: str,
        signature: str = "",
        body: list[Any] | None = None,
    ) -> Any:
        """What a thing answers; None where it is gone, or knows nothing of this."""
        reply = await self._bus.call(
            Message(sender, path, interface, member, signature=signature, body=body or [])
        )
        return reply.body[0] if reply.message_type == MessageType.METHOD_RETURN and reply.body else None


def main(pictures: list[str]) -> None:
    from xserver import x_server

    command = [sys.executable, "-m", "eyebox", *pictures]
    with (
        tempfile.TemporaryDirectory() as home,
        x_server("1360x850x24") as display,
        buses(display) as environment,
    ):
        program = subprocess.Popen(command, env=environment | {"EYEBOX_HOME": home})
        reader = ScreenReader(environment)
        try:
            tree = reader.wait(
                lambda tree: any("read in" in node.name for node in tree.all()) or not pictures, "a window"
            )
            print("\n".join(tree.lines()))
        finally:
            reader.close()
            program.terminate()
            program.wait(60)


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parent))
    main(sys.argv[1:])
