"""A desktop portal of the tests, by dbus-fast: `python desktop_portal.py ADDRESS SCENARIO PICTURE` on a private bus.

It prints a line for each call. Scenarios: words that change it, joined by "+": "denied", "cancelled", "silent", "version2",
"version3", "no-registry", "no-shortcuts", "late", "old-handle". A line on its standard input makes it do something:
"press ID", "change ID KEYS".
"""
# ruff: noqa: F722, F821
# mypy: ignore-errors

import asyncio
import sys

from dbus_fast import Message, MessageType, Variant
from dbus_fast.aio import MessageBus
from dbus_fast.service import PropertyAccess, ServiceInterface, dbus_method, dbus_property, dbus_signal

PATH = "/org/freedesktop/portal/desktop"


class Registry(ServiceInterface):
    def __init__(self):
        super().__init__("org.freedesktop.host.portal.Registry")

    @dbus_method()
    def Register(self, app_id: "s", options: "a{sv}"):
        print("Register", app_id, flush=True)


class Asked:
    """What both interfaces have: a request that is answered by a signal."""

    def answer(self, options, response, results, after=0.05):
        token = options["handle_token"].value
        handle = f"{PATH}/request/{self.sender}/{token}"
        if "old-handle" in self.scenario:
            handle = f"{PATH}/request/old{token}"
        if "silent" not in self.scenario:
            after = 0.6 if "late" in self.scenario else after
            asyncio.get_running_loop().call_later(after, self.respond, handle, response, results)
        return handle

    def respond(self, handle, response, results):
        signal = Message(
            message_type=MessageType.SIGNAL, path=handle, interface="org.freedesktop.portal.Request",
            member="Response", signature="ua{sv}", body=[response, results],
        )  # fmt: skip
        self.bus.send(signal)

    @property
    def outcome(self):
        return 2 if "denied" in self.scenario else 1 if "cancelled" in self.scenario else 0


class Screenshot(Asked, ServiceInterface):
    def __init__(self, bus, scenario, picture):
        super().__init__("org.freedesktop.portal.Screenshot")
        self.bus, self.scenario, self.picture, self.sender = bus, scenario, picture, ""

    @dbus_property(access=PropertyAccess.READ)
    def version(self) -> "u":
        return 3 if "version3" in self.scenario else 2

    @dbus_property(access=PropertyAccess.READ)
    def AvailableTargets(self) -> "u":
        return 13 if "version3" in self.scenario else 0

    @dbus_method()
    def Screenshot(self, parent_window: "s", options: "a{sv}") -> "o":
        print(
            "Screenshot",
            parent_window,
            {k: v.value for k, v in options.items() if k != "handle_token"},
            flush=True,
        )
        return self.answer(options, self.outcome, {} if self.outcome else {"uri": Variant("s", self.picture)})


class GlobalShortcuts(Asked, ServiceInterface):
    def __init__(self, bus, scenario):
        super().__init__("org.freedesktop.portal.GlobalShortcuts")
        self.bus, self.scenario, self.sender, self.session = bus, scenario, "", ""

    @dbus_property(access=PropertyAccess.READ)
    def version(self) -> "u":
        return 1

    @dbus_method()
    def CreateSession(self, options: "a{sv}") -> "o":
        self.session = f"{PATH}/session/{self.sender}/{options['session_handle_token'].value}"
        return self.answer(options, 0, {"session_handle": Variant("s", self.session)})

    @dbus_method()
    def BindShortcuts(
        self, session: "o", shortcuts: "a(sa{sv})", parent_window: "s", options: "a{sv}"
    ) -> "o":
        print("Bind", [(name, {k: v.value for k, v in told.items()}) for name, told in shortcuts], flush=True)
        assert session == self.session
        bound = [[name, {"trigger_description": Variant("s", "Ctrl+Alt+S")}] for name, _ in shortcuts]
        return self.answer(
            options, self.outcome, {} if self.outcome else {"shortcuts": Variant("a(sa{sv})", bound)}
        )

    @dbus_signal()
    def Activated(self, shortcut) -> "osta{sv}":
        return [self.session, shortcut, 1, {"activation_token": Variant("s", "token")}]

    @dbus_signal()
    def ShortcutsChanged(self, shortcut, keys) -> "oa(sa{sv})":
        return [self.session, [[shortcut, {"trigger_description": Variant("s", keys)}]]]


async def main(address, scenario, picture):
    bus = await MessageBus(bus_address=address).connect()
    screenshot, shortcuts = Screenshot(bus, scenario, picture), GlobalShortcuts(bus, scenario)

    def remember(message):
        if message.message_type == MessageType.METHOD_CALL and message.sender:
            screenshot.sender = shortcuts.sender = message.sender.removeprefix(":").replace(".", "_")

    bus.add_message_handler(remember)
    for interface in (
        *((Registry(),) if "no-registry" not in scenario else ()), screenshot,
        *((shortcuts,) if "no-shortcuts" not in scenario else ()),
    ):  # fmt: skip
        bus.export(PATH, interface)
    await bus.request_name("org.freedesktop.portal.Desktop")
    print("ready", flush=True)
    loop = asyncio.get_running_loop()
    while words := (await loop.run_in_executor(None, sys.stdin.readline)).split():
        if words[0] == "press":
            shortcuts.Activated(words[1])
        elif words[0] == "change":
            shortcuts.ShortcutsChanged(words[1], words[2])
    bus.disconnect()


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], sys.argv[2].split("+"), sys.argv[3]))
