"""A capture from its beginning to the clipboard, in the real program: without its window, by later starts, with its bar."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter, QScreen
from pytestqt.qtbot import QtBot

from eyebox.capture.screens import Frozen
from eyebox.capturing import Capturing
from eyebox.cli.capture import capture_options
from eyebox.resident import Resident

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

SIZE = (800, 600)
BELOW = 400
"""Where the second block of text begins."""


def screen(_screen: QScreen) -> Frozen:
    """A screen with two blocks of text and a code."""
    image = QImage(*SIZE, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    font = QGuiApplication.font()
    font.setPixelSize(26)
    painter.setFont(font)
    painter.drawText(40, 60, "Total amount 12.50")
    painter.drawText(40, 100, "paid by card")
    painter.drawText(40, BELOW + 40, "Another block far below")
    painter.end()
    return Frozen(image, image.rect(), QRect(0, 0, *SIZE))


class Asked:
    """A later start that waits."""

    def __init__(self, *words: str) -> None:
        self.words = list(words)
        self.answers: list[object] = []

    def accept(self) -> None:
        self.answers.append("ok")

    def refuse(self) -> None:
        self.answers.append("no")

    def fail(self, sentence: str) -> None:
        self.answers.append(sentence)

    def give(self, text: str | None) -> None:
        self.answers.append(text)


@pytest.fixture
def resident(start, qtbot: QtBot) -> Iterator[Resident]:
    desktop = start()
    desktop.window.hide()
    made = Resident(desktop.program, desktop.window)
    made.capturing.screen._freeze_one = screen
    QGuiApplication.clipboard().setText("before")
    yield made
    if not made._program.is_ending:
        made.capturing.close()


def drag(qtbot: QtBot, capturing: Capturing, begin: tuple[int, int], end: tuple[int, int]) -> None:
    qtbot.waitUntil(lambda: bool(capturing.screen.overlays))
    overlay = capturing.screen.overlays[0]
    qtbot.mousePress(overlay, Qt.MouseButton.LeftButton, pos=QPoint(*begin))
    qtbot.mouseMove(overlay, QPoint(*end))
    qtbot.mouseRelease(overlay, Qt.MouseButton.LeftButton, pos=QPoint(*end))


def clipboard(qtbot: QtBot) -> str:
    """What is on the clipboard, once something new is."""
    qtbot.waitUntil(lambda: QGuiApplication.clipboard().text() != "before")
    return QGuiApplication.clipboard().text()


def kept(resident: Resident) -> list[tuple[int, int, str]]:
    """Size and text of the pictures in the session of captures."""
    store = resident._program.store
    session = resident._program.workspace.captures.session()
    found = []
    for record in store.pictures(session):
        page = store.page(record.id)
        found.append((record.width, record.height, page.lines[0].text if page and page.lines else ""))
    return found


def test_a_region_is_read_copied_said_and_kept(resident: Resident, qtbot: QtBot) -> None:
    capturing = resident.capturing
    capturing.begin()
    drag(qtbot, capturing, (20, 20), (419, 129))
    assert capturing.bar.isVisible() and not capturing.bar.buttons["copy"].isEnabled()
    assert clipboard(qtbot) == "Total amount 12.50\npaid by card"
    assert capturing.toast.text == "Copied: Total amount 12.50 paid by card"
    assert capturing.bar.buttons["copy"].isEnabled() and not capturing.bar.buttons["codes"].isVisible()
    qtbot.waitUntil(lambda: kept(resident) == [(400, 110, "Total amount 12.50")])
    assert resident._program.workspace.sessions.current != resident._program.workspace.captures.session()
    assert resident._program.store.search("12.50")
    QGuiApplication.clipboard().setText("before")
    capturing.begin(Namespace(mode="last", region="", delay=0.0))
    assert clipboard(qtbot) == "Total amount 12.50\npaid by card"


def test_a_click_takes_the_block_under_it(resident: Resident, qtbot: QtBot) -> None:
    resident.capturing.begin()
    qtbot.waitUntil(lambda: bool(resident.capturing.screen.overlays))
    qtbot.mouseClick(
        resident.capturing.screen.overlays[0], Qt.MouseButton.LeftButton, pos=QPoint(120, BELOW + 35)
    )
    assert clipboard(qtbot) == "Another block far below"


def test_the_bar_copies_in_other_forms_and_its_rules_are_kept_for_the_mode(
    resident: Resident, qtbot: QtBot
) -> None:
    capturing = resident.capturing
    capturing.begin()
    drag(qtbot, capturing, (20, 20), (419, 129))
    clipboard(qtbot)
    capturing.bar.actions_of["line"].trigger()
    assert QGuiApplication.clipboard().text() == "Total amount 12.50 paid by card"
    capturing.bar.rule_actions["paragraphs"].trigger()
    assert QGuiApplication.clipboard().text() == "Total amount 12.50 paid by card"
    capturing.bar.rule_actions["paragraphs"].trigger()
    assert QGuiApplication.clipboard().text() == "Total amount 12.50\npaid by card"
    capturing.bar.rule_actions["trim"].trigger()
    assert not capturing.rules.trim
    capturing._mode = "window"
    assert capturing.rules.trim
    with qtbot.waitSignal(capturing.finished):
        qtbot.keyClick(capturing.bar, Qt.Key.Key_Escape)


def test_it_is_opened_in_its_session(resident: Resident, qtbot: QtBot) -> None:
    resident.capturing.begin()
    drag(qtbot, resident.capturing, (20, 20), (419, 129))
    clipboard(qtbot)
    qtbot.waitUntil(lambda: bool(kept(resident)))
    qtbot.mouseClick(resident.capturing.bar.buttons["open"], Qt.MouseButton.LeftButton)
    window, workspace = resident._window, resident._program.workspace
    assert window.isVisible() and workspace.sessions.current == workspace.captures.session()
    assert [record.id for record in window.filmstrip.model.items()] == [workspace.pictures.current]
    assert not resident.capturing.bar.isVisible()


def test_it_is_pinned(resident: Resident, qtbot: QtBot) -> None:
    capturing = resident.capturing
    capturing.begin()
    drag(qtbot, capturing, (20, 20), (419, 129))
    clipboard(qtbot)
    qtbot.mouseClick(capturing.bar.buttons["pin"], Qt.MouseButton.LeftButton)
    (pinned,) = capturing._pins
    assert pinned.isVisible() and (pinned.width(), pinned.height()) == (400, 110)
    qtbot.keyClick(pinned, Qt.Key.Key_Plus)
    assert pinned.width() == 440
    qtbot.keyClick(pinned, Qt.Key.Key_1)
    assert pinned.width() == 400
    qtbot.keyClick(pinned, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not capturing._pins)


def test_a_region_with_a_name_is_captured_by_it(resident: Resident, qtbot: QtBot) -> None:
    resident._program.workspace.captures.name_region("till", QRect(20, 20, 400, 60))
    asked = Asked("--region", "till")
    resident.asked(asked)  # type: ignore[arg-type]
    assert clipboard(qtbot) == "Total amount 12.50"
    assert asked.answers == ["ok"]
    nowhere = Asked("--region", "nowhere")
    resident.asked(nowhere)  # type: ignore[arg-type]
    assert "no such region" in resident.capturing.toast.text and "no such region" in str(nowhere.answers)


def test_a_later_start_is_given_the_text_and_nothing_is_kept(resident: Resident, qtbot: QtBot) -> None:
    asked = Asked("--read", "--mode", "screen")
    resident.asked(asked)  # type: ignore[arg-type]
    qtbot.waitUntil(lambda: len(asked.answers) == 2)
    assert asked.answers[0] == "ok" and "Total amount 12.50" in str(asked.answers[1])
    assert QGuiApplication.clipboard().text() == "before" and not kept(resident)
    assert not resident.capturing.bar.isVisible()


def test_one_that_cancels_is_told(resident: Resident, qtbot: QtBot) -> None:
    asked = Asked("--read")
    resident.asked(asked)  # type: ignore[arg-type]
    qtbot.keyClick(resident.capturing.screen.overlays[0], Qt.Key.Key_Escape)
    assert asked.answers == ["ok", None]
    wrong = Asked("--nonsense")
    resident.asked(wrong)  # type: ignore[arg-type]
    assert wrong.answers == ["no"]


def test_two_at_once_each_give_their_own_text(resident: Resident, qtbot: QtBot) -> None:
    captures = resident._program.workspace.captures
    captures.name_region("above", QRect(20, 20, 400, 50))
    captures.name_region("below", QRect(20, BELOW, 500, 60))
    above, below = Asked("--read", "--region", "above"), Asked("--read", "--region", "below")
    resident.asked(above)  # type: ignore[arg-type]
    resident.asked(below)  # type: ignore[arg-type]
    qtbot.waitUntil(lambda: len(above.answers) == len(below.answers) == 2)
    assert above.answers[1] == "Total amount 12.50\n"
    assert below.answers[1] == "Another block far below\n"
    qtbot.waitUntil(lambda: not resident.capturing.is_busy)


def test_what_is_saved_and_named_is_what_the_bar_belonged_to(
    resident: Resident, qtbot: QtBot, tmp_path, monkeypatch
) -> None:
    capturing, captures = resident.capturing, resident._program.workspace.captures
    captures.name_region("below", QRect(20, BELOW, 500, 60))
    capturing.begin()
    drag(qtbot, capturing, (20, 20), (419, 129))
    clipboard(qtbot)

    def meanwhile() -> None:
        capturing.begin(Namespace(mode="region", region="below", delay=0.0))
        qtbot.waitUntil(lambda: capturing._image.width() == 500)

    def file_name(*_: object) -> tuple[str, str]:
        meanwhile()
        return str(tmp_path / "saved"), ""

    def name(*_: object) -> tuple[str, bool]:
        capturing.bar.dismiss()
        capturing.toast.hide()
        assert capturing.is_busy, "a program started for this capture would end below its question"
        meanwhile()
        return "named", True

    monkeypatch.setattr("PySide6.QtWidgets.QFileDialog.getSaveFileName", file_name)
    monkeypatch.setattr("PySide6.QtWidgets.QInputDialog.getText", name)
    capturing._do("save")
    assert QImage(str(tmp_path / "saved")).size() == QRect(0, 0, 400, 110).size()
    capturing.begin(Namespace(mode="last", region="", delay=0.0))
    qtbot.waitUntil(lambda: capturing._image.width() == 400)
    capturing._do("name")
    assert captures.regions()["named"] == QRect(20, 20, 400, 110)
    qtbot.waitUntil(lambda: not capturing._readings)


def test_one_started_for_a_region_that_is_not_there_says_so_and_ends(
    resident: Resident, qtbot: QtBot, capsys
) -> None:
    resident.owns_clipboard = lambda: False
    options = capture_options(["--region", "none"])
    assert isinstance(options, Namespace)
    with qtbot.waitSignal(resident._program.ended):
        resident.capture_once(options)
        assert not resident._program.is_ending, "events are not handled yet: nobody would hear it"
        qtbot.waitUntil(resident.capturing.toast.isVisible)
        resident.capturing.toast.hide()
    assert "There is no such region yet" in capsys.readouterr().err


def test_one_started_for_a_capture_stays_while_it_is_pinned(resident: Resident, qtbot: QtBot) -> None:
    capturing = resident.capturing
    capturing.begin()
    drag(qtbot, capturing, (20, 20), (419, 129))
    clipboard(qtbot)
    capturing._do("pin")
    capturing.bar.dismiss()
    capturing.toast.hide()
    assert capturing.is_busy
    with qtbot.waitSignal(capturing.finished):
        capturing._pins[0].close()


def test_delays_that_cannot_be_waited_for_are_refused(capsys) -> None:
    for delay in ("nan", "inf", "1e12", "-1", "soon"):
        assert capture_options([f"--delay={delay}"]) == 2
    assert isinstance(capture_options(["--delay", "1.5"]), Namespace)


def test_no_part_of_a_picture_is_left_where_the_disk_is_full(
    resident: Resident, qtbot: QtBot, monkeypatch
) -> None:
    captures = resident._program.workspace.captures
    folder = Path(resident._program.workspace.pictures.pixels.folder)

    def half(file: Path, data: object) -> int:
        file.touch()
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", half)
    refused: list[str] = []
    captures.read(screen(None).image, refused.append, refused.append)  # type: ignore[arg-type]
    assert "No space left" in refused[0] and not list(folder.glob("capture-*"))


def test_what_could_not_be_read_can_still_be_pinned(resident: Resident, qtbot: QtBot, monkeypatch) -> None:
    capturing = resident.capturing

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(resident._program.workspace.captures, "_written", full)
    capturing.begin()
    drag(qtbot, capturing, (20, 20), (419, 129))
    bar, buttons = capturing.bar, capturing.bar.buttons
    assert bar.isVisible() and bar.state.text() == "Not read"
    assert "No space left" in capturing.toast.text
    assert not (buttons["copy"].isEnabled() or buttons["open"].isEnabled() or buttons["ask"].isEnabled())
    buttons["pin"].click()
    assert capturing._pins[0].size() == QRect(0, 0, 400, 110).size()


def test_it_is_opened_only_once_it_is_kept(resident: Resident, qtbot: QtBot) -> None:
    resident.capturing.begin()
    drag(qtbot, resident.capturing, (20, 20), (419, 129))
    button = resident.capturing.bar.buttons["open"]
    assert not button.isEnabled(), "a click would be lost"
    qtbot.waitUntil(button.isEnabled)


def test_a_capture_that_is_wanted_now_does_not_wait_for_a_later_one(resident: Resident, qtbot: QtBot) -> None:
    later = Asked("--read", "--delay", "3600")
    resident.asked(later)  # type: ignore[arg-type]
    resident.capturing.begin()
    assert later.answers == ["ok", None]
    qtbot.keyClick(resident.capturing.screen.overlays[0], Qt.Key.Key_Escape)
    assert not resident.capturing.is_busy


def test_the_bar_stays_while_its_menu_is_open(resident: Resident, qtbot: QtBot) -> None:
    bar = resident.capturing.bar
    resident.capturing.begin()
    drag(qtbot, resident.capturing, (20, 20), (419, 129))
    clipboard(qtbot)
    bar.menu.popup(QPoint(10, 10))
    bar._timer.setInterval(1)
    with qtbot.waitSignal(bar._timer.timeout):
        bar._timer.start()
    assert bar.isVisible()
    bar.menu.close()
    qtbot.waitUntil(lambda: not bar.isVisible())


def test_an_empty_region_says_so(resident: Resident, qtbot: QtBot) -> None:
    resident.capturing.begin()
    drag(qtbot, resident.capturing, (500, 200), (600, 300))
    qtbot.waitUntil(lambda: resident.capturing.bar.state.text() == "No text here")
    assert QGuiApplication.clipboard().text() == "before"


def test_of_many_captures_the_oldest_go(resident: Resident, qtbot: QtBot) -> None:
    captures = resident._program.workspace.captures
    captures.most = 2
    for width in (300, 310, 320):
        done: list[object] = []
        captures.read(screen(None).image.copy(0, 0, width, 80), done.append, done.append)  # type: ignore[arg-type]
        qtbot.waitUntil(lambda done=done: bool(done))
    assert [width for width, _, _ in kept(resident)] == [310, 320]


def test_one_started_for_a_capture_ends_when_its_text_was_taken(resident: Resident, qtbot: QtBot) -> None:
    options = capture_options(["--region", "all"])
    assert isinstance(options, Namespace)
    resident._program.workspace.captures.name_region("all", QRect(20, 20, 400, 60))
    resident.owns_clipboard = lambda: True
    resident.capture_once(options)
    clipboard(qtbot)
    resident.capturing.bar.dismiss()
    assert resident.ends_after and not resident._program.is_ending, "the text would be lost"
    with qtbot.waitSignal(resident._program.ended):
        resident.owns_clipboard = lambda: False
        QGuiApplication.clipboard().dataChanged.emit()


def test_the_check_says_what_came_of_each_screen(start, qtbot: QtBot, monkeypatch) -> None:
    window = start().window
    monkeypatch.setattr(
        "eyebox.capture.check.CaptureCheck.__init__.__kwdefaults__", {"freeze": lambda _screen: None}
    )
    window.commands["capture_check"].trigger()
    qtbot.waitUntil(lambda: "was not found" in window.notice.sentence)


def test_what_is_still_being_read_when_it_ends_is_wanted_no_more(resident: Resident, qtbot: QtBot) -> None:
    capturing = resident.capturing
    capturing.begin()
    drag(qtbot, capturing, (20, 20), (419, 129))
    capturing.close()
    qtbot.waitUntil(lambda: capturing._readings == 0)
    assert QGuiApplication.clipboard().text() == "before" and not capturing.bar.isVisible()


def test_after_a_click_the_toast_stands_where_it_was(resident: Resident, qtbot: QtBot, monkeypatch) -> None:
    capturing = resident.capturing
    capturing.begin()
    qtbot.waitUntil(lambda: bool(capturing.screen.overlays))
    monkeypatch.setattr("eyebox.capturing.QCursor.pos", lambda: QPoint(120, BELOW + 35))
    qtbot.mouseClick(capturing.screen.overlays[0], Qt.MouseButton.LeftButton, pos=QPoint(120, BELOW + 35))
    monkeypatch.setattr("eyebox.capturing.QCursor.pos", lambda: QPoint(700, 10))
    clipboard(qtbot)
    assert capturing._spot() == QRect(QPoint(120, BELOW + 35), QPoint(120, BELOW + 35))


def test_while_one_is_chosen_no_other_begins(resident: Resident, qtbot: QtBot) -> None:
    resident.capturing.begin()
    overlays = resident.capturing.screen.overlays
    second = Asked("--read")
    resident.asked(second)  # type: ignore[arg-type]
    assert len(second.answers) == 1 and "Another capture" in str(second.answers)
    resident._window.show()
    resident._window.commands["capture"].trigger()
    qtbot.wait(1)
    assert resident.capturing.screen.overlays == overlays and resident._window.isVisible()
    qtbot.keyClick(overlays[0], Qt.Key.Key_Escape)
    assert not resident.capturing.is_busy
