"""One running program: where a second start finds the first, and that nobody else can take its place."""

from __future__ import annotations

import os
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from eyebox.folders import Folders
from eyebox.running import running_process
from eyebox.single import Single
from eyebox_models.protocol.errors import EyeboxError

pytestmark = pytest.mark.skipif(os.name != "posix", reason="a named pipe of Windows has no folder")

PROGRAM = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from eyebox.single import Single
application = QCoreApplication([])
single = Single(Path(sys.argv[1]))
single.requested.connect(lambda request: print(request, flush=True))
if single.is_first():
    single.listen()
    print("first", flush=True)
    application.exec()
else:
    single.hand_over({"open": ["later.png"]})
    print("handed over", flush=True)
"""
OF_ANOTHER_USER = """
import os, socket, sys
place = socket.socket(socket.AF_UNIX)
place.bind(sys.argv[1])
os.chmod(sys.argv[1], 0o777)
os.setuid(1)
place.listen()
print("ready", flush=True)
link, _ = place.accept()
print(link.recv(1000), flush=True)
"""
AS_ROOT = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="takes another user's place"
)


@pytest.fixture
def short(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder for temporary files, short enough for sockets; the user's login has none of its own."""
    folder = Path(tempfile.mkdtemp(prefix="eb-", dir="/tmp"))
    monkeypatch.setenv("TMPDIR", str(folder))
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(folder / "none"))
    yield folder
    shutil.rmtree(folder)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder with a path longer than any socket's name may be."""
    folder = tmp_path.joinpath(*["a long name of a folder"] * 6)
    folder.mkdir(parents=True)
    return folder


def sockets(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if stat.S_ISSOCK(path.lstat().st_mode)]


def begin(data: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(data)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def said(program: subprocess.Popen[str]) -> str:
    assert program.stdout is not None
    return program.stdout.readline().strip()


def ended(program: subprocess.Popen[str]) -> None:
    program.kill()
    program.communicate()


def test_the_socket_lies_in_a_folder_for_this_user_only(qapp, short: Path, data: Path) -> None:
    single = Single(data)
    assert single.is_first()
    single.listen()
    (place,) = sockets(short)
    assert stat.S_IMODE(place.parent.stat().st_mode) == 0o700
    assert place.parent.name == f"eyebox-{os.geteuid()}"
    single.release()


def test_the_folder_of_the_login_goes_first(qapp, short: Path, data: Path, monkeypatch) -> None:
    login = short / "login"
    login.mkdir(mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(login))
    single = Single(data)
    assert single.is_first()
    single.listen()
    assert [place.parent for place in sockets(short)] == [login]
    single.release()


def unfit(kind: str, folder: Path, elsewhere: Path) -> None:
    if kind == "a link":
        elsewhere.mkdir(mode=0o700)
        folder.symlink_to(elsewhere)
    else:
        folder.mkdir(mode=0o700)
        if kind == "open to others":
            folder.chmod(0o755)
        else:
            os.chown(folder, 1, 1)


KINDS = ["a link", "open to others", pytest.param("of another user", marks=AS_ROOT)]


@pytest.mark.parametrize("kind", KINDS)
def test_a_folder_of_the_login_that_others_reach_is_passed_over(
    qapp, short: Path, data: Path, monkeypatch, kind: str
) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(short / "login"))
    unfit(kind, short / "login", short / "elsewhere")
    single = Single(data)
    assert single.is_first()
    single.listen()
    assert [place.parent.name for place in sockets(short)] == [f"eyebox-{os.geteuid()}"]
    single.release()


@pytest.mark.parametrize("kind", KINDS)
def test_a_folder_that_others_reach_is_refused_with_a_sentence(
    qapp, short: Path, data: Path, monkeypatch, kind: str
) -> None:
    own = short / f"eyebox-{os.geteuid()}"
    unfit(kind, own, short / "elsewhere")
    monkeypatch.setattr("eyebox.meeting._places", lambda: [str(own)])
    single = Single(data)
    assert single.is_first()
    with pytest.raises(EyeboxError, match="only you may open"):
        single.listen()
    assert not sockets(short)
    single.release()


def test_a_long_folder_of_the_login_is_passed_over(qapp, short: Path, data: Path, monkeypatch) -> None:
    login = short / ("x" * 90)
    login.mkdir(mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(login))
    single = Single(data)
    assert single.is_first()
    single.listen()
    assert len(sockets(short)) == 1 and not sockets(login)
    single.release()


def test_no_socket_is_told(qapp, short: Path, data: Path, monkeypatch) -> None:
    monkeypatch.setattr("eyebox.single.private_folder", lambda: str(short / ("x" * 200)))
    single = Single(data)
    assert single.is_first()
    with pytest.raises(EyeboxError, match="can't reach this window"):
        single.listen()
    single.release()


def test_a_second_start_hands_its_files_over(qtbot: QtBot, short: Path, data: Path) -> None:
    single = Single(data)
    assert single.is_first()
    single.listen()
    with qtbot.waitSignal(single.requested) as requested:
        second = begin(data)
    assert requested.args == [{"open": ["later.png"]}]
    assert said(second) == "handed over"
    assert second.wait(60) == 0
    second.communicate()
    single.release()


def test_the_command_line_hands_files_of_boxes_over(qtbot: QtBot, short: Path) -> None:
    folders = Folders.under(short / "home")
    folders.make()
    file = short / "框 1.csv"
    file.write_text("picture,what,text,score,source,x1,y1,x2,y2\r\n")
    single = Single(folders.data)
    assert running_process(folders) == 0
    assert single.is_first()
    single.listen()
    assert running_process(folders) == os.getpid()
    with qtbot.waitSignal(single.requested) as requested:
        second = subprocess.Popen(
            [sys.executable, "-m", "eyebox", "import", str(file)],
            env={**os.environ, "EYEBOX_HOME": str(short / "home")},
            stderr=subprocess.PIPE,
            text=True,
        )
    assert requested.args == [{"open": [str(file)]}]
    qtbot.waitUntil(lambda: second.poll() is not None)
    assert second.returncode == 0 and "session that is open there" in second.communicate()[1]
    assert not folders.sessions.exists()
    single.release()
    assert running_process(folders) == 0


def test_of_two_starts_at_once_one_is_the_first(short: Path, data: Path) -> None:
    both = [begin(data), begin(data)]
    try:
        words = sorted(said(program) for program in both)
        assert words == ["first", "handed over"]
    finally:
        for program in both:
            ended(program)


def test_after_a_kill_the_next_start_is_the_first_and_listens(short: Path, data: Path) -> None:
    killed = begin(data)
    assert said(killed) == "first"
    killed.send_signal(signal.SIGKILL)
    killed.communicate()
    assert sockets(short), "the killed program left its socket"
    next_one, second = begin(data), None
    try:
        assert said(next_one) == "first"
        second = begin(data)
        assert said(second) == "handed over"
        assert "later.png" in said(next_one)
    finally:
        for program in filter(None, (next_one, second)):
            ended(program)


def test_a_program_that_does_not_answer_is_told_with_its_process(
    qapp, short: Path, data: Path, monkeypatch
) -> None:
    monkeypatch.setattr("eyebox.single.HAND_OVER_MS", 100)
    first, second = Single(data), Single(data)
    assert first.is_first() and not second.is_first()
    with pytest.raises(EyeboxError, match=rf"process {os.getpid()}\) but does not answer"):
        second.hand_over({"open": []})
    first.release()


@AS_ROOT
@pytest.mark.parametrize("private", [True, False])
def test_another_user_in_its_place_learns_nothing(
    qapp, short: Path, data: Path, monkeypatch, private: bool
) -> None:
    monkeypatch.setattr("eyebox.single.HAND_OVER_MS", 300)
    first, second = Single(data), Single(data)
    assert first.is_first() and not second.is_first()
    place = short
    if private:
        place = short / f"eyebox-{os.geteuid()}"
        place.mkdir(mode=0o700)
    else:
        short.chmod(0o1777)
    other = subprocess.Popen(
        [sys.executable, "-c", OF_ANOTHER_USER, str(place / second._name)], stdout=subprocess.PIPE, text=True
    )
    try:
        assert said(other) == "ready"
        with pytest.raises(EyeboxError, match="Another user" if private else "does not answer"):
            second.hand_over({"open": ["/home/me/secret.png"]})
        if private:
            assert said(other) == "b''"
    finally:
        ended(other)
        first.release()


def test_a_data_folder_that_cannot_be_written_is_no_running_program(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(EyeboxError, match="can't write to"):
        Single(tmp_path / "file" / "data").is_first()


def test_the_program_runs_and_says_so_when_it_cannot_listen(qapp, monkeypatch, capsys) -> None:
    from types import SimpleNamespace

    from eyebox import app

    shown: list[str] = []
    begun: list[bool] = []
    api = SimpleNamespace(begin=lambda: begun.append(True))
    window = SimpleNamespace(notice=SimpleNamespace(show_notice=shown.append), api_controller=api)

    def refuse() -> None:
        raise EyeboxError("no-socket", "No socket.")

    app._listen(SimpleNamespace(listen=refuse), window)  # type: ignore[arg-type]
    assert shown == ["No socket."] and capsys.readouterr().err == "eyebox: No socket.\n" and begun
