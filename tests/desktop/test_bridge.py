"""The program's side of the local API, alone: what its process asks in words that this version does not know."""

from __future__ import annotations

import json

from PySide6.QtNetwork import QLocalServer, QLocalSocket
from pytestqt.qtbot import QtBot

from eyebox.server.bridge import Bridge
from eyebox_models.protocol.events import End
from eyebox_models.protocol.wire import unpack


def test_a_request_of_another_version_ends_with_a_sentence(qtbot: QtBot) -> None:
    server, client, bridge = QLocalServer(), QLocalSocket(), Bridge({})
    name = f"eyebox-test-{id(server)}"
    assert server.listen(name)
    client.connectToServer(name)
    qtbot.waitUntil(server.hasPendingConnections)
    bridge.take(server.nextPendingConnection())
    client.write(b'{"job": "a", "request": {"is": "OfTomorrow"}, "title": "x"}\nno JSON\n')
    qtbot.waitUntil(client.canReadLine)
    said = json.loads(bytes(client.readLine().data()))
    end = unpack(said["event"])
    assert said["job"] == "a" and isinstance(end, End) and end.outcome == "failed"
    assert "close it and start it again" in end.message
    client.disconnectFromServer()
    bridge.close()
    server.close()
