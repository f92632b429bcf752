"""Screen and text: does Qt start, what does it find, can a region be captured, are there fonts for Chinese."""

from __future__ import annotations

from eyebox.doctor.check import Check, Sentence
from eyebox.doctor.facts import About, Screen, Window
from eyebox.doctor.fix import Fixes
from eyebox.doctor.words import NOTHING, QT_TRANSLATE_NOOP, Group, joined, say

GROUP = Group(QT_TRANSLATE_NOOP("Doctor", "Screen and text"))
_PORTALS = {
    "gnome": (("xdg-desktop-portal-gnome",),) * 3,
    "kde": (("xdg-desktop-portal-kde",),) * 3,
    "sway": (("xdg-desktop-portal-wlr",),) * 3,
    "hyprland": ((), (), ("xdg-desktop-portal-hyprland",)),
}
_ANY_PORTAL = (("xdg-desktop-portal", "xdg-desktop-portal-gtk"),) * 3
INPUTS = {"fcitx": "fcitx", "fcitx5": "fcitx", "ibus": "ibus"}
"""What QT_IM_MODULE names -> the beginning of the plugin that does it."""


def judge_window(window: Window, about: About, fix: Fixes) -> list[Check]:
    """Display, Qt, screens, capture, fonts, input and the files of the window."""
    checks = [_display(window)]
    started = _started(window, fix)
    checks.append(started)
    if started.state == "fail" or window.ending == "stopped":
        return checks
    if window.server and window.screens:
        names = joined([_screen(screen) for screen in window.screens])
        checks.append(GROUP.fine("screen.screens", QT_TRANSLATE_NOOP("Doctor", "Screens"), say("%1", names)))
    if window.server and about.system == "linux":
        checks.append(_capture(window, fix))
    checks.append(_chinese(window, about, fix))
    if window.server and window.input_method in INPUTS:
        checks.append(_input(window, fix))
    checks.append(_files(window, fix))
    return checks


def _display(window: Window) -> Check:
    title = QT_TRANSLATE_NOOP("Doctor", "Display")
    if window.server == "wayland":
        return GROUP.fine("screen.display", title, say("Wayland (%1)", window.display))
    if window.server == "x11":
        return GROUP.fine("screen.display", title, say("X11 (%1)", window.display))
    if window.server:
        return GROUP.fine("screen.display", title, say(QT_TRANSLATE_NOOP("Doctor", "The system's own")))
    return GROUP.warn(
        "screen.display",
        title,
        say(QT_TRANSLATE_NOOP("Doctor", "None here")),
        say(QT_TRANSLATE_NOOP("Doctor", "The window needs a screen; eyebox read and eyebox ask do not.")),
        say(
            QT_TRANSLATE_NOOP(
                "Doctor",
                "Start Eyebox on the desktop itself; over ssh, connect with ssh -X to see the window.",
            )
        ),
    )


def _started(window: Window, fix: Fixes) -> Check:
    name, title = "screen.window", QT_TRANSLATE_NOOP("Doctor", "Window")
    if window.ending == "done" and not window.error:
        where = window.platform if window.server else "offscreen"
        return GROUP.fine(
            name, title, say(QT_TRANSLATE_NOOP("Doctor", "Qt %1 starts (%2)"), window.qt, where)
        )
    meaning = say(
        QT_TRANSLATE_NOOP("Doctor", "The window does not open; eyebox read and eyebox ask still work.")
    )
    if window.lacking:
        return GROUP.fail(
            name,
            title,
            say(QT_TRANSLATE_NOOP("Doctor", "Missing on this system: %1"), joined(window.lacking)),
            meaning,
            say(QT_TRANSLATE_NOOP("Doctor", "Install these libraries, then start Eyebox again.")),
            fix.libraries(window.lacking),
        )
    if window.ending == "hung":
        return GROUP.fail(
            name,
            title,
            say(QT_TRANSLATE_NOOP("Doctor", "Qt does not answer")),
            meaning,
            say(QT_TRANSLATE_NOOP("Doctor", "Log out of the desktop and in again, then look once more.")),
        )
    if "connect to display" in window.error:
        return GROUP.fail(
            name,
            title,
            say(QT_TRANSLATE_NOOP("Doctor", "The display %1 does not answer"), window.display),
            meaning,
            say(
                QT_TRANSLATE_NOOP(
                    "Doctor",
                    "Start Eyebox on the desktop itself; over ssh, connect with ssh -X to see the window.",
                )
            ),
        )
    return GROUP.fail(
        name,
        title,
        say(QT_TRANSLATE_NOOP("Doctor", "Qt did not start: %1"), window.error or "?"),
        meaning,
        say(QT_TRANSLATE_NOOP("Doctor", "Install the window library again.")),
        fix.own("PySide6-Essentials"),
    )


def _screen(screen: Screen) -> str:
    name = f"{screen.name} " if screen.name else ""
    return f"{name}{screen.width}×{screen.height}, {screen.scale:.0%}, {screen.refresh:.0f} Hz"


def _capture(window: Window, fix: Fixes) -> Check:
    name, title = "screen.capture", QT_TRANSLATE_NOOP("Doctor", "Screen capture")
    if window.portal > 0:
        return GROUP.fine(
            name,
            title,
            say(QT_TRANSLATE_NOOP("Doctor", "By the desktop's portal, version %1"), window.portal),
        )
    if window.server == "x11":
        return GROUP.fine(name, title, say(QT_TRANSLATE_NOOP("Doctor", "Directly from X11")))
    desktop = window.desktop.lower()
    portals = next((names for key, names in _PORTALS.items() if key in desktop), _ANY_PORTAL)
    return GROUP.warn(
        name,
        title,
        say(QT_TRANSLATE_NOOP("Doctor", "The desktop offers no portal for screenshots")),
        say(QT_TRANSLATE_NOOP("Doctor", "A region of the screen cannot be captured under Wayland.")),
        say(QT_TRANSLATE_NOOP("Doctor", "Install the portal of your desktop, then log out and in again.")),
        fix.system(*portals),
    )


def _chinese(window: Window, about: About, fix: Fixes) -> Check:
    name, title = "screen.chinese", QT_TRANSLATE_NOOP("Doctor", "Chinese text")
    if window.chinese:
        more = f" +{len(window.chinese) - 3}" if len(window.chinese) > 3 else ""
        return GROUP.fine(name, title, say("%1", joined(window.chinese[:3]) + more))
    advice: Sentence = say(
        QT_TRANSLATE_NOOP("Doctor", "Install a font with Chinese characters, then start Eyebox again.")
    )
    return GROUP.warn(
        name,
        title,
        say(QT_TRANSLATE_NOOP("Doctor", "No font has Chinese characters")),
        say(QT_TRANSLATE_NOOP("Doctor", "Chinese text is read, but shows as empty boxes.")),
        advice,
        fix.system(("fonts-noto-cjk",), ("google-noto-sans-cjk-fonts",), ("noto-fonts-cjk",)),
    )


def _input(window: Window, fix: Fixes) -> Check:
    name, title = "screen.input", QT_TRANSLATE_NOOP("Doctor", "Input method")
    wanted = INPUTS[window.input_method]
    if any(wanted in plugin for plugin in window.inputs):
        return GROUP.fine(name, title, say("%1", window.input_method))
    return GROUP.warn(
        name,
        title,
        say(
            QT_TRANSLATE_NOOP("Doctor", "%1 is asked for, but this Qt has no part for it"),
            window.input_method,
        ),
        say(QT_TRANSLATE_NOOP("Doctor", "Chinese may not be typed in the window.")),
        say(QT_TRANSLATE_NOOP("Doctor", "Start Eyebox with the part for IBus, which Fcitx understands too.")),
        fix.start(QT_IM_MODULE="ibus"),
    )


def _files(window: Window, fix: Fixes) -> Check:
    name, title = "screen.files", QT_TRANSLATE_NOOP("Doctor", "Icons and translations")
    if window.icons and window.translations:
        return GROUP.fine(
            name,
            title,
            say(QT_TRANSLATE_NOOP("Doctor", "An icon was painted and a text translated")),
            NOTHING,
        )
    found = (
        say(QT_TRANSLATE_NOOP("Doctor", "Icons are not painted"))
        if not window.icons
        else say(QT_TRANSLATE_NOOP("Doctor", "Translations are not found"))
    )
    return GROUP.fail(
        name,
        title,
        found,
        say(QT_TRANSLATE_NOOP("Doctor", "Files of the window are missing or broken.")),
        say(QT_TRANSLATE_NOOP("Doctor", "Install Eyebox again.")),
        fix.own("eyebox", "PySide6-Essentials"),
    )
