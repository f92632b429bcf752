"""Screen and text: does Qt start, what does it find, can a region be captured, are there fonts for Chinese and Japanese."""

from __future__ import annotations

from collections.abc import Sequence

from eyebox.doctor.check import Check, Sentence, Subject, as_it_is, joined, say
from eyebox.doctor.facts import About, Screen, Window
from eyebox.doctor.fix import Fixes

GROUP = say("Screen and text")
_PORTALS = {
    "gnome": (("xdg-desktop-portal-gnome",),) * 3,
    "kde": (("xdg-desktop-portal-kde",),) * 3,
    "sway": (("xdg-desktop-portal-wlr",),) * 3,
    "hyprland": ((), (), ("xdg-desktop-portal-hyprland",)),
}
_ANY_PORTAL = (("xdg-desktop-portal", "xdg-desktop-portal-gtk"),) * 3
INPUTS = {"fcitx": "fcitx", "fcitx5": "fcitx", "ibus": "ibus"}
"""What QT_IM_MODULE names -> the beginning of the plugin that does it."""
_TO_SEE_IT = say("Start Eyebox on the desktop itself; over ssh, connect with ssh -X to see the window.")


def judge_window(window: Window, about: About, fix: Fixes) -> list[Check]:
    """Display, Qt, screens, capture, fonts, input and the files of the window."""
    checks = [_display(window), started := _started(window, fix)]
    if started.state == "fail" or window.ending == "stopped":
        return checks
    if window.server and window.screens:
        screens = as_it_is(joined(map(_screen, window.screens)))
        checks.append(Subject(GROUP, "screen.screens", say("Screens")).passed(screens))
    if window.server and about.system == "linux":
        checks.append(_capture(window, fix))
    checks += [_chinese(window, fix), _japanese(window, fix)]
    if window.server and window.input_method in INPUTS:
        checks.append(_input(window, fix))
    return [*checks, _files(window, fix)]


def _display(window: Window) -> Check:
    subject = Subject(GROUP, "screen.display", say("Display"))
    if window.server in ("wayland", "x11"):
        return subject.passed(as_it_is(f"{window.server.capitalize()} ({window.display})"))
    if window.server:
        return subject.passed(say("The system's own"))
    meaning = say("The window needs a screen; eyebox read and eyebox ask do not.")
    return subject.warn(say("None here"), meaning, _TO_SEE_IT)


def _started(window: Window, fix: Fixes) -> Check:
    subject = Subject(GROUP, "screen.window", say("Window"))
    if window.ending == "done" and not window.error:
        return subject.passed(
            say("Qt %1 starts (%2)", window.qt, window.platform if window.server else "offscreen")
        )
    meaning = say("The window does not open; eyebox read and eyebox ask still work.")
    if window.lacking:
        return subject.lacks_libraries(window.lacking, meaning, fix.libraries(window.lacking))
    if window.ending == "hung":
        advice = say("Log out of the desktop and in again, then look once more.")
        return subject.fail(say("Qt does not answer"), meaning, advice)
    if "connect to display" in window.error:
        return subject.fail(say("The display %1 does not answer", window.display), meaning, _TO_SEE_IT)
    return subject.fail(
        say("Qt did not start: %1", window.error or "?"),
        meaning,
        say("Install the window library again."),
        fix.own("PySide6-Essentials"),
    )


def _screen(screen: Screen) -> str:
    name = f"{screen.name} " if screen.name else ""
    return f"{name}{screen.width}×{screen.height}, {screen.scale:.0%}, {screen.refresh:.0f} Hz"


def _capture(window: Window, fix: Fixes) -> Check:
    subject = Subject(GROUP, "screen.capture", say("Screen capture"))
    if window.portal > 0:
        return subject.passed(say("By the desktop's portal, version %1", window.portal))
    if window.server == "x11":
        return subject.passed(say("Directly from X11"))
    desktop = window.desktop.lower()
    portals = next((names for key, names in _PORTALS.items() if key in desktop), _ANY_PORTAL)
    return subject.warn(
        say("The desktop offers no portal for screenshots"),
        say("A region of the screen cannot be captured under Wayland."),
        say("Install the portal of your desktop, then log out and in again."),
        fix.system(*portals),
    )


def _chinese(window: Window, fix: Fixes) -> Check:
    return _font(
        window.chinese,
        Subject(GROUP, "screen.chinese", say("Chinese text")),
        say("No font has Chinese characters"),
        say("Chinese text is read, but shows as empty boxes."),
        say("Install a font with Chinese characters, then start Eyebox again."),
        fix,
    )


def _japanese(window: Window, fix: Fixes) -> Check:
    return _font(
        window.japanese,
        Subject(GROUP, "screen.japanese", say("Japanese text")),
        say("No font has Japanese characters"),
        say("Japanese text is read, but shows as empty boxes."),
        say("Install a font with Japanese characters, then start Eyebox again."),
        fix,
    )


def _font(
    fonts: Sequence[str], subject: Subject, lacking: Sentence, meaning: Sentence, remedy: Sentence, fix: Fixes
) -> Check:
    if fonts:
        more = f" +{len(fonts) - 3}" if len(fonts) > 3 else ""
        return subject.passed(as_it_is(joined(fonts[:3]) + more))
    packages = fix.system(("fonts-noto-cjk",), ("google-noto-sans-cjk-fonts",), ("noto-fonts-cjk",))
    return subject.warn(lacking, meaning, remedy, packages)


def _input(window: Window, fix: Fixes) -> Check:
    subject = Subject(GROUP, "screen.input", say("Input method"))
    if any(INPUTS[window.input_method] in plugin for plugin in window.inputs):
        return subject.passed(as_it_is(window.input_method))
    return subject.warn(
        say("%1 is asked for, but this Qt has no part for it", window.input_method),
        say("Chinese may not be typed in the window."),
        say("Start Eyebox with the part for IBus, which Fcitx understands too."),
        fix.start(QT_IM_MODULE="ibus"),
    )


def _files(window: Window, fix: Fixes) -> Check:
    subject = Subject(GROUP, "screen.files", say("Icons and translations"))
    if window.icons and window.translations:
        return subject.passed(say("An icon was painted and a text translated"))
    return subject.fail(
        say("Translations are not found") if window.icons else say("Icons are not painted"),
        say("Files of the window are missing or broken."),
        say("Install Eyebox again."),
        fix.own("eyebox", "PySide6-Essentials"),
    )
