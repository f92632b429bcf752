"""The page of the local API: switched on and off, its address and key, what is asked, how other programs are set up."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QDialog, QStackedLayout, QWidget

from eyebox.api_page.examples import examples
from eyebox.api_page.requests import Requests
from eyebox.api_page.rows import Asked
from eyebox.api_page.set_up import SetUp
from eyebox.language import translated
from eyebox.server.hosted import State, Wanted
from eyebox.theme import Theme, set_kind
from eyebox.theme.controls import Mark, button, column, hairline, label, line, scrolled
from eyebox.theme.copy_field import CopyField
from eyebox.theme.grown import resize_grown
from eyebox.theme.retranslated import Retranslated
from eyebox.theme.sentence import as_tip
from eyebox_models.protocol.errors import Sentence

SIZE = (720, 680)
KEY = "YOUR_KEY"
"""In place of the key while there is none."""


class ApiPage(Retranslated, QDialog):
    """Shows what its setters get.

    Signals:
        on_wanted: as a Wanted. off_wanted, new_key_wanted.
        changed: the Wanted that is chosen by now, to be kept.
        folder_wanted: one is to be asked for; `SetUp.add_folder` takes it.
        stop_wanted: the ids of jobs.
        queue_wanted.
    """

    on_wanted = Signal(object)
    off_wanted = Signal()
    new_key_wanted = Signal()
    changed = Signal(object)
    folder_wanted = Signal()
    stop_wanted = Signal(object)
    queue_wanted = Signal()

    def __init__(self, theme: Theme, wanted: Wanted, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("local-api")
        self._state: State = "off"
        self._url = self._key = ""
        self._error: Sentence | None = None
        self._detail = ""
        self._asked = self._under_way = 0
        self.title = label("title")
        self.mark = Mark(theme, "offline")
        self.standing = label("muted", wrap=True)
        self.switch = button("primary")
        self.parts = [button("chip") for _ in range(3)]
        self._choice = QButtonGroup(self)
        self.set_up = SetUp(theme, wanted)
        self.requests = Requests()
        self.programs = [button("chip") for _ in range(4)]
        self._program = QButtonGroup(self)
        self.where = label("hint", wrap=True)
        self.example = CopyField(theme)
        self.close_page = button()
        self._lay_out()
        self._wire()
        resize_grown(self, *SIZE)
        self.setMinimumSize(520, 400)
        self._retranslate()

    # What goes in

    def show_state(
        self, state: State, url: str = "", key: str = "", error: Sentence | None = None, detail: str = ""
    ) -> None:
        """How the process stands; `error` is why it is off, `detail` what it said."""
        self._state, self._url, self._key, self._error, self._detail = state, url, key, error, detail
        self._show()

    def show_requests(self, rows: Sequence[Asked], asked: int) -> None:
        """What is under way, and how many there were since the program was opened."""
        self._asked, self._under_way = asked, len(rows)
        self.requests.show_rows(rows, asked)
        self._name_parts()

    def _lay_out(self) -> None:
        for group, chips in ((self._choice, self.parts), (self._program, self.programs)):
            for place, chip in enumerate(chips):
                chip.setCheckable(True)
                group.addButton(chip, place)
            chips[0].setChecked(True)
        others = QWidget()
        column(
            line(*self.programs, None, spacing=8), 16, self.where, 8, self.example, None,
            inside=others, margins=(24, 4, 24, 20),
        )  # fmt: skip
        holder = QWidget()
        self._stack = QStackedLayout(holder)
        for part in (scrolled(self.set_up), self.requests, scrolled(others)):
            self._stack.addWidget(part)
        top = Qt.AlignmentFlag.AlignTop
        head = line(
            (column(self.title, 4, line((self.mark, 0, top), (self.standing, 1), spacing=8)), 1),
            (self.switch, 0, top),
            spacing=16,
            margins=(24, 20, 24, 16),
        )
        below = line(None, self.close_page, spacing=8, margins=(24, 12, 24, 16))
        column(
            head, line(*self.parts, None, spacing=8, margins=(24, 0, 24, 12)), (holder, 1), hairline(), below,
            inside=self,
        )  # fmt: skip

    def _wire(self) -> None:
        self.switch.clicked.connect(self._on_switch)
        self._choice.idClicked.connect(self._stack.setCurrentIndex)
        self._program.idClicked.connect(self._show_example)
        self.set_up.changed.connect(self._on_changed)
        self.set_up.folder_wanted.connect(self.folder_wanted)
        self.set_up.new_key_wanted.connect(self.new_key_wanted)
        self.requests.stop_wanted.connect(self.stop_wanted)
        self.requests.queue_wanted.connect(self.queue_wanted)
        self.close_page.clicked.connect(self.accept)
        for place, chip in enumerate(self.parts):
            QShortcut(QKeySequence(f"Alt+{place + 1}"), self, chip.click)

    @Slot()
    def _on_switch(self) -> None:
        if self._state == "off":
            self.on_wanted.emit(self.set_up.wanted)
        else:
            self.off_wanted.emit()

    @Slot()
    def _on_changed(self) -> None:
        self.changed.emit(self.set_up.wanted)
        self._show_example()

    def _show(self) -> None:
        state, is_off = self._state, self._state == "off"
        self.switch.setText(self.tr("Switch on") if is_off else self.tr("Switch off"))
        self.switch.setEnabled(state != "ending")
        set_kind(self.switch, "primary" if is_off else "")
        failed = is_off and self._error is not None
        icon, role = (
            ("fail", "danger") if failed else ("check", "ok") if state == "on" else ("offline", "muted")
        )
        self.mark.show_icon(icon, role)
        self.standing.setText(self._words())
        self.standing.setToolTip(as_tip(self._detail if failed else ""))
        set_kind(self.standing, "danger" if failed else "muted")
        self.set_up.show_state(state, self._url, self._key)
        self._show_example()

    def _words(self) -> str:
        if self._state == "starting":
            return self.tr("Starting…")
        if self._state == "ending":
            return self.tr("Ending…")
        if self._state == "on":
            return self.tr("On. Programs on this machine that have the key can ask here.")
        if self._error is not None and self._error.code == "port-taken":
            taken = self.tr("Port %1 is taken by another program. Choose another one.")
            return taken.replace("%1", str(self._error.values["port"]))
        if self._error is not None:
            return translated(self._error)
        return self.tr(
            "Off. While it is on, programs on this machine that have its key can ask the reader and your models as they "
            "would ask OpenAI. Nothing outside this machine can reach it."
        )

    @Slot()
    def _show_example(self) -> None:
        wanted = self.set_up.wanted
        url = self._url or f"http://127.0.0.1:{wanted.port}/v1"
        found = examples(url, self._key or KEY, self.set_up.model_name)
        for chip, name in zip(self.programs, found, strict=True):
            chip.setText(name)
        name = [*found][max(self._program.checkedId(), 0)]
        where, text = found[name]
        self.where.setText(where)
        if self.example.text != text:
            self.example.set_text(text, name)

    def _name_parts(self) -> None:
        count = f" ({self._under_way:,})" if self._under_way else ""
        self.parts[1].setText(self.tr("Requests") + count)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Local API"))
        self.title.setText(self.tr("Local API"))
        self.parts[0].setText(self.tr("Set-up"))
        self.parts[2].setText(self.tr("Other programs"))
        self.close_page.setText(self.tr("Close"))
        self._name_parts()
        self._show()
