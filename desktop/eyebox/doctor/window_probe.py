"""Starts Qt as the window would, and writes what it finds into a file as JSON. Runs in a process of its own.

`python -m eyebox.doctor.window_probe FILE`; a packaged program does it when it is started as `eyebox --window-probe FILE`.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from eyebox_models.files.atomic_write import atomic_write

KNOWN_TEXT = ("Actions", "Open a folder…", "打开文件夹…")
"""A context, a text and its translation, which a catalogue that really loads gives."""
_PORTAL = "org.freedesktop.portal.Desktop"
_SCREENSHOT = "org.freedesktop.portal.Screenshot"
_BUS_MS = 3000


def main(arguments: Sequence[str] | None = None) -> int:
    """Looks, and writes the file."""
    arguments = sys.argv[1:] if arguments is None else arguments
    if len(arguments) != 1:
        print("usage: window_probe FILE", file=sys.stderr)
        return 2
    found = look()
    atomic_write(Path(arguments[0]), json.dumps(found))
    return 0


def look() -> dict[str, Any]:
    """What Qt finds: fields of `facts.Window`."""
    from PySide6.QtCore import QLibraryInfo, qVersion
    from PySide6.QtGui import QFontDatabase, QGuiApplication

    app = QGuiApplication.instance() or QGuiApplication(["eyebox"])
    assert isinstance(app, QGuiApplication)
    screens = []
    for screen in app.screens():
        ratio, size = screen.devicePixelRatio(), screen.size()
        pixels = (round(size.width() * ratio), round(size.height() * ratio))
        screens.append([screen.name(), *pixels, ratio, screen.refreshRate()])
    plugins = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)) / "platforminputcontexts"
    chinese = QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese)
    japanese = QFontDatabase.families(QFontDatabase.WritingSystem.Japanese)
    return {
        "qt": qVersion(),
        "platform": app.platformName(),
        "screens": screens,
        "chinese": sorted(set(chinese), key=lambda name: (not name.endswith((" SC", " GB")), name)),
        "japanese": sorted(set(japanese), key=lambda name: (not name.endswith(" JP"), name)),
        "icons": icon_is_painted(),
        "translations": text_is_translated(),
        "portal": portal_version(),
        "input_method": os.environ.get("QT_IM_MODULE", "").lower(),
        "inputs": sorted(path.name for path in plugins.glob("*")) if plugins.is_dir() else [],
    }


def icon_is_painted() -> bool:
    """Whether painting an icon leaves a mark on an empty picture."""
    from PySide6.QtCore import QByteArray, QRectF
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    from eyebox_resources import path

    try:
        source = path("icons", "open.svg").read_text("utf-8").replace("currentColor", "#000000")
    except OSError:
        return False
    image = QImage(32, 32, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(source.encode())).render(painter, QRectF(0, 0, 32, 32))
    painter.end()
    return any(image.pixel(x, y) >> 24 for x in range(32) for y in range(32))


def text_is_translated() -> bool:
    """Whether the Chinese catalogue loads and translates a text that it has."""
    from PySide6.QtCore import QTranslator

    from eyebox_resources import path

    translator = QTranslator()
    if not translator.load("eyebox_zh_CN", str(path("i18n"))):
        return False
    context, text, wanted = KNOWN_TEXT
    return translator.translate(context, text) == wanted


def portal_version() -> int:
    """The version of the desktop's portal for screenshots; 0 where there is none, -1 where nobody could be asked."""
    if sys.platform != "linux":
        return -1
    try:
        from PySide6.QtDBus import QDBusConnection, QDBusInterface
    except ImportError:
        return -1
    bus = QDBusConnection.sessionBus()
    if not bus.isConnected():
        return -1
    properties = QDBusInterface(
        _PORTAL, "/org/freedesktop/portal/desktop", "org.freedesktop.DBus.Properties", bus
    )
    properties.setTimeout(_BUS_MS)
    reply = properties.call("Get", _SCREENSHOT, "version").arguments()
    value: Any = reply[0] if reply else None
    value = value.variant() if hasattr(value, "variant") else value
    return value if isinstance(value, int) else 0


if __name__ == "__main__":
    sys.exit(main())
