"""What a start becomes: the command line when a command is given, else the window."""

from __future__ import annotations

import gc

from eyebox.folders import settle_home
from eyebox.qt_import import import_qt
from eyebox.screen import has_screen, without_screen

COMMANDS = (
    "read",
    "ask",
    "chat",
    "models",
    "convert",
    "export",
    "import",
    "evaluate",
    "batch",
    "endpoints",
    "serve",
    "teach",
    "capture",
    "doctor",
    "offline",
)

CONNECTING = ("batch", "serve")
"""Those that may be given something outside to reach (a cluster), or that are reached: what allows nobody reaches nobody."""


def start(arguments: list[str], *, guarded: bool = False) -> int:
    """Runs the program; returns its exit status. Only what opens a window imports PySide6.

    `guarded`: this process is the program's own, and reaches nobody from now on but what a command was given.
    """
    if arguments[:1] == ["--window-probe"]:  # a packaged program asks itself so, for the doctor
        from eyebox.doctor.window_probe import main as probe

        return probe(arguments[1:])
    settle_home()
    if (
        arguments[:1] == ["--serve-lanes"] and len(arguments) == 2
    ):  # `eyebox serve` asks it so, where no program runs
        from eyebox.server.bridge import serve_without_window

        _guard(["serve"], closed=True)
        return serve_without_window(arguments[1])
    if guarded:
        _guard(arguments)
    if arguments[:1] == ["--debug"] and arguments[1:2] and arguments[1] in COMMANDS:
        arguments = [*arguments[1:], "--debug"]
    only_files = arguments[:1] == ["--"]
    if only_files:
        arguments = arguments[1:]
    elif arguments and (arguments[0] in COMMANDS or arguments[0].startswith("-")):
        if arguments[0] != "capture":
            from eyebox.cli import main as run_command

            return run_command(arguments)
        from eyebox.cli.capture import capture_options

        options = capture_options(arguments[1:])
        if isinstance(options, int):
            return options
        if not has_screen():
            return without_screen()
        from eyebox.app import capture

        return capture(options, arguments[1:])
    if arguments:
        from eyebox.cli import refuse

        if status := refuse(arguments, COMMANDS, only_files=only_files):
            return status
    if not has_screen():
        return without_screen(arguments)
    gc.disable()  # what is made until the window is painted stays anyway, and then eyebox.collector sees to it
    begun = None
    if arguments:
        from eyebox.begun import begin_picture_engine

        begun = begin_picture_engine(arguments)
    import_qt()
    from eyebox.app import run

    try:
        return run(arguments, begun=begun)
    finally:
        if begun is not None:
            begun.close()


def _guard(arguments: list[str], *, closed: bool | None = None) -> None:
    from eyebox_models.offline import guard

    command = next((word for word in arguments if word != "--debug"), "")
    name = f"eyebox {command}" if command in COMMANDS else "window"
    guard.watch(name, closed=command not in CONNECTING if closed is None else closed)
