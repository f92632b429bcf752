"""The doctor's page: what of this machine works for Eyebox, what does not, and the command that fixes it."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QMenu,
    QWidget,
)

from eyebox.doctor.check import Check, Sentence, State
from eyebox.doctor.report import as_json, as_text
from eyebox.doctor.row import ICONS, CheckRow, translated
from eyebox.theme import Theme
from eyebox.theme.controls import (
    TOP,
    Mark,
    button,
    column,
    hairline,
    keep_room,
    label,
    line,
    progress_bar,
    scrolled,
)
from eyebox.theme.grown import resize_grown
from eyebox.theme.menus import give_menu
from eyebox.theme.retranslated import Retranslated

_Stage = Literal["running", "done", "stopped", "failed"]


class DoctorPage(Retranslated, QDialog):
    """Shows checks as they come: what is broken first, then what could be better, then the rest by group.

    Signals:
        look_wanted: look again; `begin`, `set_progress`, `add` and `finish` answer.
        stop_wanted: stop the look that runs; `finish` answers.
    """

    look_wanted = Signal()
    stop_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("doctor")
        self._theme = theme
        self._stage: _Stage = "running"
        self._why = ""
        self._at: tuple[int, int, Sentence] = (0, 0, Sentence())
        self._checks: list[Check] = []
        self._sections: dict[str, _Section] = {}
        self._mark = Mark(theme, "search", "muted", 24)
        self.summary, self.hint = label("title", wrap=True), label("muted", wrap=True)
        self.stop = button()
        self._bar = progress_bar()
        self.again, self.report, self.leave = button(), button("quiet"), button()
        self.copied = label("hint")
        self._menu = QMenu(self)
        self.text_action, self.json_action = QAction(self), QAction(self)
        self._menu.addActions([self.text_action, self.json_action])
        give_menu(self.report, self._menu)
        self._quiet = QTimer(self, singleShot=True, interval=4000)
        self._lay_out()
        self._connect()
        resize_grown(self, 720, 700)
        self.setMinimumSize(440, 360)
        self.stop.setFocus()
        self.begin()

    def _lay_out(self) -> None:
        texts = column(self.summary, self.hint, spacing=2)
        head = line(
            (self._mark, 0, TOP), (texts, 1), (self.stop, 0, TOP), spacing=12, margins=(24, 20, 24, 16)
        )
        inner = QWidget()
        self._rows = column(None, inside=inner, margins=(12, 0, 12, 16))
        self.scroller = scrolled(inner)
        foot = line(
            self.report, self.copied, None, self.again, self.leave, spacing=8, margins=(16, 12, 24, 12)
        )
        column(head, self._bar, (self.scroller, 1), hairline(), foot, inside=self)
        keep_room(self._bar)

    def _connect(self) -> None:
        self.stop.clicked.connect(self.stop_wanted)
        self.again.clicked.connect(self.look_wanted)
        self.leave.clicked.connect(self.reject)
        self.text_action.triggered.connect(self._copy_text)
        self.json_action.triggered.connect(self._copy_json)
        self._quiet.timeout.connect(self.copied.clear)

    @property
    def running(self) -> bool:
        return self._stage == "running"

    @property
    def checks(self) -> tuple[Check, ...]:
        """What was reported so far."""
        return tuple(self._checks)

    @property
    def rows(self) -> list[CheckRow]:
        """The rows from top to bottom."""
        return [row for section in self._order() for row in section.rows]

    def begin(self) -> None:
        """A look begins: what an earlier one found goes."""
        self._stage, self._why = "running", ""
        self._at = (0, 0, Sentence())
        self._checks = []
        for section in self._sections.values():
            self._rows.removeWidget(section)
            section.hide()
            section.deleteLater()
        self._sections = {}
        self._retranslate()

    def set_progress(self, done: int, steps: int, what: Sentence) -> None:
        """Shows how many of about so many steps are done, and what is looked at now."""
        self._at = (done, steps, what)
        self._sum_up()

    def add(self, check: Check) -> None:
        """Shows one more check."""
        self._checks.append(check)
        key: str = check.state if check.state != "pass" else f"pass {check.group.template}"
        section = self._sections.get(key)
        if section is None:
            section = self._sections[key] = _Section(check.state, check.group)
            at = next((n for n, one in enumerate(self._order()) if one is section), 0)
            self._rows.insertWidget(at, section)
        row = CheckRow(check, self._theme)
        row.neighbour_wanted.connect(self._step)
        row.copied.connect(self._say_copied)
        section.add(row)
        self._sum_up()

    def finish(self, stopped: bool = False, failed: str = "") -> None:
        """The look has ended: by itself, because it was stopped, or with the sentence that says what went wrong."""
        self._stage = "failed" if failed else "stopped" if stopped else "done"
        self._why = failed
        had_focus = self.stop.hasFocus()
        self._sum_up()
        self._order_tabs()
        if had_focus:
            (self.rows[0] if self.rows else self.again).setFocus()

    def _order_tabs(self) -> None:
        """Tab goes through the page as it is read."""
        before: QWidget = self.stop
        for row in self.rows:
            for stop in (row, row.command.text_field, row.command.button):
                self.setTabOrder(before, stop)
                before = stop
        for below in (self.report, self.again, self.leave):
            self.setTabOrder(before, below)
            before = below

    def _order(self) -> list[_Section]:
        """Sections from top to bottom; groups in the order in which they came."""
        places = {"fail": 0, "warn": 1, "pass": 2}
        return sorted(self._sections.values(), key=lambda section: places[section.state])

    def _sum_up(self) -> None:
        fails = sum(check.state == "fail" for check in self._checks)
        warns = sum(check.state == "warn" for check in self._checks)
        seen = self.tr("%n thing(s) looked at", "", len(self._checks))
        better = self.tr("%n could be better", "", warns)
        icon, role = ICONS["fail" if fails else "warn" if warns else "pass"]
        if fails:
            title = self.tr("%n thing(s) to fix", "", fails)
            hint = f"{seen} · {better}" if warns else seen
        elif warns:
            title, hint = self.tr("It works; %n thing(s) could be better", "", warns), seen
        else:
            title, hint = self.tr("Everything works"), seen
        if self._stage == "running":
            icon, role = "search", "muted"
            done, steps, what = self._at
            title = self.tr("Looking… %1 of about %2").replace("%1", str(done + 1)).replace("%2", str(steps))
            title = title if steps else self.tr("Looking…")
            hint = self.tr("Nothing is changed and nothing is sent. Esc stops.")
            hint = f"{translated(what)} {hint}" if what else hint
        elif self._stage == "stopped":
            title = self.tr("Stopped: %1").replace("%1", title) if fails else self.tr("Stopped")
            icon, role = (icon, role) if fails else ("stop", "muted")
        elif self._stage == "failed":
            title, hint = self.tr("The check could not be finished"), self._why
            icon, role = ICONS["fail"]
        self._mark.show_icon(icon, role)
        self.summary.setText(title)
        self.hint.setText(hint)
        self._bar.setVisible(self.running)
        self._bar.setRange(0, self._at[1])
        self._bar.setValue(self._at[0])
        self.stop.setVisible(self.running)
        self.again.setEnabled(not self.running)
        self.report.setEnabled(bool(self._checks))

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Doctor"))
        self.stop.setText(self.tr("Stop"))
        self.again.setText(self.tr("Look again"))
        self.leave.setText(self.tr("Close"))
        self.report.setText(self.tr("Copy report"))
        self.report.setToolTip(
            self.tr("In English, to be sent to whoever helps. It names no picture and no chat.")
        )
        self.text_action.setText(self.tr("As text"))
        self.json_action.setText(self.tr("As JSON"))
        self._bar.setAccessibleName(self.tr("Progress of the check"))
        self._sum_up()

    @Slot(int)
    def _step(self, step: int) -> None:
        rows = self.rows
        at = next((n for n, row in enumerate(rows) if row.hasFocus()), 0) + step
        if 0 <= at < len(rows):
            rows[at].setFocus(Qt.FocusReason.TabFocusReason)
            self.scroller.ensureWidgetVisible(rows[at], 0, 24)

    @Slot()
    def _copy_text(self) -> None:
        QGuiApplication.clipboard().setText(as_text(self._checks))
        self._say_copied()

    @Slot()
    def _copy_json(self) -> None:
        QGuiApplication.clipboard().setText(as_json(self._checks))
        self._say_copied()

    @Slot()
    def _say_copied(self) -> None:
        self.copied.setText(self.tr("Copied"))
        self._quiet.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.running:
            self.stop_wanted.emit()
        elif event.key() == Qt.Key.Key_Down and self.rows and not isinstance(self.focusWidget(), CheckRow):
            self.rows[0].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)


class _Section(Retranslated, QWidget):
    """A heading and its rows."""

    def __init__(self, state: State, group: Sentence) -> None:
        super().__init__()
        self.state = state
        self.rows: list[CheckRow] = []
        self._group = group
        self._heading = label("hint")
        self._heading.setContentsMargins(12, 16, 0, 4)
        self._column = column(self._heading, inside=self)
        self._retranslate()

    def add(self, row: CheckRow) -> None:
        self.rows.append(row)
        self._column.addWidget(row)

    def _retranslate(self) -> None:
        self._heading.setText(
            {
                "fail": self.tr("To fix"),
                "warn": self.tr("Could be better"),
                "pass": translated(self._group),
            }[self.state]
        )
