"""The doctor's page shows what was found as it comes, and its look ends with it."""

from __future__ import annotations

import json
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QWidget

from desk import PATIENCE
from eyebox.doctor.check import Check, Sentence
from eyebox.doctor.page import DoctorPage
from eyebox.doctor.row import CheckRow
from eyebox.examination import Examination
from eyebox.folders import Folders
from eyebox.theme import Theme
from eyebox.window.doctor_controller import DoctorController
from eyebox_models.protocol.errors import EyeboxError

FINE = Check("python", Sentence("Program"), Sentence("Python"), "pass", Sentence("%1", ("3.13.1",)))
TOLD = Check(
    "card", Sentence("Graphics"), Sentence("Card"), "pass", Sentence("found"), Sentence("Models run on it.")
)
WARNED = Check(
    "driver", Sentence("Graphics"), Sentence("Driver"), "warn", Sentence("%1, for CUDA %2", ("535", "12.2")),
    Sentence("Models run on the processor."), Sentence("Install a newer driver."), "sudo apt install nvidia-driver-580",
)  # fmt: skip
BROKEN = Check(
    "torch", Sentence("Packages"), Sentence("PyTorch"), "fail", Sentence("missing"),
    Sentence("No model can run."), Sentence("Install it."), "pip install torch",
)  # fmt: skip


@pytest.fixture
def theme(qapp) -> Theme:
    return Theme(qapp)


@pytest.fixture
def page(qtbot, theme) -> DoctorPage:
    page = DoctorPage(theme)
    qtbot.addWidget(page)
    page.show()
    return page


def full(page: DoctorPage) -> DoctorPage:
    for check in (FINE, TOLD, WARNED, BROKEN):
        page.add(check)
    page.finish()
    QCoreApplication.processEvents()
    return page


def row(page: DoctorPage, check: Check) -> CheckRow:
    return next(row for row in page.rows if row.check is check)


def test_while_it_looks_it_says_how_far_and_how_to_stop(page: DoctorPage, qtbot) -> None:
    assert page.summary.text() == "Looking…"
    page.set_progress(6, 15, Sentence("Looking at %1 …", ("torch",)))
    assert page.summary.text() == "Looking… 7 of about 15"
    assert page.hint.text().startswith("Looking at torch …")
    assert "Esc" in page.hint.text() and page.stop.isVisible() and not page.again.isEnabled()
    with qtbot.waitSignal(page.stop_wanted, timeout=PATIENCE):
        page.stop.click()
    with qtbot.waitSignal(page.stop_wanted, timeout=PATIENCE):
        qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert page.isVisible()


def test_the_head_sums_up(page: DoctorPage) -> None:
    page.add(FINE)
    page.finish()
    assert page.summary.text() == "Everything works"
    page.begin()
    page.add(WARNED)
    page.finish()
    assert page.summary.text().startswith("It works; 1 thing")
    page.begin()
    full(page)
    assert page.summary.text().startswith("1 thing")
    assert not page.stop.isVisible() and page.again.isEnabled()
    page.begin()
    page.add(BROKEN)
    page.finish(stopped=True)
    assert page.summary.text().startswith("Stopped: 1 thing")
    page.begin()
    page.finish(failed="The look was not possible.")
    assert page.hint.text() == "The look was not possible."


def test_what_is_broken_comes_first_and_is_unfolded(page: DoctorPage) -> None:
    full(page)
    assert [row.check for row in page.rows] == [BROKEN, WARNED, FINE, TOLD]
    assert [row.is_unfolded for row in page.rows] == [True, True, False, False]
    assert row(page, BROKEN).command.text == "pip install torch"
    assert row(page, BROKEN).command.isVisible()
    assert not row(page, FINE).has_more and row(page, FINE).fold.isHidden()


def test_a_state_is_told_by_words_too(page: DoctorPage) -> None:
    full(page)
    assert row(page, BROKEN).accessibleName() == "Broken: PyTorch, missing"
    assert row(page, WARNED).accessibleName() == "Could be better: Driver, 535, for CUDA 12.2"
    assert "sudo apt install nvidia-driver-580" in row(page, WARNED).accessibleDescription()


def test_keys_alone_reach_unfold_and_copy(page: DoctorPage, qtbot) -> None:
    full(page)
    QGuiApplication.clipboard().clear()
    page.rows[0].setFocus()
    qtbot.keyClick(page.rows[0], Qt.Key.Key_Down)
    assert page.rows[1].hasFocus()
    qtbot.keyClick(page.rows[1], Qt.Key.Key_Return)
    assert not page.rows[1].is_unfolded
    qtbot.keyClick(page.rows[1], Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == WARNED.fix
    assert page.copied.text() == "Copied"
    qtbot.keyClick(page.rows[1], Qt.Key.Key_Down)
    qtbot.keyClick(page.rows[2], Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "Python: 3.13.1"
    qtbot.keyClick(page.rows[2], Qt.Key.Key_Up)
    assert page.rows[1].hasFocus()


def test_tab_goes_from_the_rows_to_the_buttons(page: DoctorPage, qtbot) -> None:
    full(page)
    page.rows[0].setFocus()
    reached: list[QWidget] = []
    for _ in range(12):
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
        reached.append(page.focusWidget())
    assert reached[0] is page.rows[0].command.text_field
    rows = [widget for widget in reached if isinstance(widget, CheckRow)]
    assert rows[:3] == page.rows[1:]
    assert reached.index(page.rows[3]) < reached.index(page.report) < reached.index(page.leave)


def test_the_button_of_a_command_copies_it(page: DoctorPage) -> None:
    full(page)
    command = row(page, BROKEN).command
    command.button.click()
    assert QGuiApplication.clipboard().text() == "pip install torch"
    assert command.button.toolTip() == "Copied"


def test_the_report_is_copied_as_text_and_as_json(page: DoctorPage) -> None:
    full(page)
    page.json_action.trigger()
    data = json.loads(QGuiApplication.clipboard().text())
    assert data["ok"] is False and [check["name"] for check in data["checks"]] == [
        "python",
        "card",
        "driver",
        "torch",
    ]
    assert data["checks"][3]["mend"] == "pip install torch"
    page.text_action.trigger()
    text = QGuiApplication.clipboard().text()
    assert "BAD  PyTorch: missing" in text and "$ pip install torch" in text


def test_every_button_has_a_name(page: DoctorPage) -> None:
    full(page)
    named = [button.accessibleName() or button.text() for button in page.findChildren(QAbstractButton)]
    assert all(named)


class Examiner:
    """Reports what it is given; waits to be stopped where it should."""

    def __init__(self, *checks: Check, waits: bool = False, error: Exception | None = None) -> None:
        self.checks, self.waits, self.error = checks, waits, error
        self.ended = Event()
        self.looks = 0

    def __call__(self, _folders, report, stop, report_progress) -> None:
        self.looks += 1
        report_progress(self.looks, 15, Sentence("now"))
        for check in self.checks:
            report(check)
        if self.error is not None:
            raise self.error
        if self.waits:
            assert stop.wait(60)
            report(BROKEN)
        self.ended.set()


@pytest.fixture
def doctoring(qtbot, theme, tmp_path: Path):
    """An examination, and what shows it over a window."""
    over = QWidget()
    qtbot.addWidget(over)
    made: list[tuple[Examination, DoctorController]] = []

    def make(examine: Examiner) -> tuple[Examination, DoctorController]:
        examination = Examination(Folders.under(tmp_path))
        examination.examine = examine
        made.append((examination, DoctorController(theme, examination, over)))
        return made[-1]

    yield make
    for examination, doctor in made:
        assert examination.wait(20_000)
        if doctor.page is not None:
            doctor.page.close()
        doctor.deleteLater()
    qtbot.wait(1)


def test_opening_the_page_looks_at_once(doctoring, qtbot) -> None:
    examination, doctor = doctoring(Examiner(FINE, BROKEN))
    doctor.open()
    page = doctor.page
    qtbot.waitUntil(lambda: not page.running, timeout=PATIENCE)
    assert page.checks == (FINE, BROKEN) and not examination.looking
    doctor.open()
    assert doctor.page is page
    with qtbot.waitSignal(page.look_wanted, timeout=PATIENCE):
        page.again.click()
    qtbot.waitUntil(lambda: not page.running, timeout=PATIENCE)
    assert page.checks == (FINE, BROKEN)


def test_a_look_that_is_stopped_tells_nothing_more(doctoring, qtbot) -> None:
    examine = Examiner(FINE, waits=True)
    examination, doctor = doctoring(examine)
    doctor.open()
    page = doctor.page
    qtbot.waitUntil(lambda: page.checks == (FINE,), timeout=PATIENCE)
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert page.summary.text() == "Stopped" and not examination.looking
    qtbot.waitUntil(examine.ended.is_set, timeout=PATIENCE)
    QCoreApplication.processEvents()
    assert page.checks == (FINE,)


def test_a_page_that_is_opened_while_a_look_runs_shows_what_was_found(doctoring, qtbot) -> None:
    examination, doctor = doctoring(Examiner(FINE, waits=True))
    examination.look()
    qtbot.waitUntil(lambda: examination.checks == [FINE], timeout=PATIENCE)
    doctor.open()
    assert doctor.page.checks == (FINE,) and doctor.page.running
    assert "1" in doctor.page.summary.text()


def test_closing_the_page_ends_the_look(doctoring, qtbot) -> None:
    examine = Examiner(waits=True)
    _, doctor = doctoring(examine)
    doctor.open()
    qtbot.waitUntil(lambda: examine.looks == 1, timeout=PATIENCE)
    doctor.page.close()
    assert doctor.page is None
    qtbot.waitUntil(examine.ended.is_set, timeout=PATIENCE)


def test_what_goes_wrong_stands_on_the_page(doctoring, qtbot) -> None:
    examination, doctor = doctoring(Examiner(FINE, error=EyeboxError("disk-gone", "The disk is gone.")))
    doctor.open()
    qtbot.waitUntil(lambda: not doctor.page.running, timeout=PATIENCE)
    assert doctor.page.hint.text() == "The disk is gone." and doctor.page.checks == (FINE,)
    examination.examine = Examiner(error=OSError(5, "Input/output error"))
    examination.look()
    qtbot.waitUntil(lambda: not doctor.page.running, timeout=PATIENCE)
    assert "Input/output error" in doctor.page.hint.text()


def test_long_words_never_make_the_page_wider_than_it_is(page: DoctorPage) -> None:
    path = "/home/somebody/" + "a_very_long_name_without_a_break" * 4
    page.add(
        Check("long", Sentence("Group"), Sentence(path), "fail", Sentence(path), Sentence(path), fix=path * 4)
    )
    page.resize(page.minimumSize())
    page.finish()
    QCoreApplication.processEvents()
    inner = page.scroller.widget()
    assert inner is not None and inner.width() <= page.scroller.viewport().width()
    assert row(page, page.checks[0]).command.text == path * 4
    page.rows[0].setFocus()
    page.rows[0].copy()
    assert QGuiApplication.clipboard().text() == path * 4
