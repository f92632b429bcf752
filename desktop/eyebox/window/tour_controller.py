"""The tour of the first run: four steps beside the controls that they are about, each over as soon as it was done."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from eyebox.actions import Actions
from eyebox.session.writes import SetState
from eyebox.theme import Theme
from eyebox.workspace.workspace import Workspace

if TYPE_CHECKING:
    from eyebox.window.tour import Callout

SEEN = "tour"
"""Under this name it is kept that the tour was offered."""
OPEN, ASK, CORRECT, ALL = range(4)


class TourController(QObject):
    """What happens by itself takes it on: a picture that was read, an answer with boxes."""

    def __init__(
        self,
        theme: Theme,
        workspace: Workspace,
        actions: Actions,
        controls: tuple[Callable[[], QWidget], ...],
        over: QWidget,
    ) -> None:
        """`controls` gives what each of the four steps is about."""
        super().__init__(over)
        self._theme = theme
        self._workspace = workspace
        self._actions = actions
        self._controls = controls
        self._over = over
        self._at = -1
        self.callout: Callout | None = None
        """While the tour goes on."""

    @property
    def is_on(self) -> bool:
        return self.callout is not None

    def offer(self) -> None:
        """Begins on the first run, where nothing was opened; never by itself again."""
        store = self._workspace.store
        if store.get_state("", SEEN, False) is True:
            return
        self._workspace.write_queue.do(SetState("", SEEN, True))
        open = self._workspace
        pictures = open.pictures
        if not (pictures.current or pictures.is_coming or open.recent() or open.importing.is_busy):
            self.start()

    @Slot()
    def start(self) -> None:
        """Begins with the first step."""
        if self.callout is None:
            from eyebox.window.tour import Callout

            callout = self.callout = Callout(self._theme, self._over)
            callout.next_wanted.connect(self._next)
            callout.skipped.connect(self.end)
            self._workspace.pictures.page_ready.connect(self._on_read)
            self._workspace.answers.boxes_found.connect(self._on_answered)
            self._over.installEventFilter(self)
        self._show(OPEN)

    @Slot()
    def end(self) -> None:
        """Takes it away; the picture, or whatever is shown, has the keys."""
        callout, self.callout = self.callout, None
        if callout is None:
            return
        self._workspace.pictures.page_ready.disconnect(self._on_read)
        self._workspace.answers.boxes_found.disconnect(self._on_answered)
        self._over.removeEventFilter(self)
        had_focus = callout.isAncestorOf(QApplication.focusWidget() or self._over)
        callout.leave()
        callout.ring.deleteLater()
        callout.deleteLater()
        if had_focus:
            self._controls[min(self._at, ASK)]().setFocus()

    @Slot()
    def _next(self) -> None:
        if self._at == ALL:
            self.end()
        else:
            self._show(self._at + 1)

    @Slot()
    def _on_read(self) -> None:
        if self._at == OPEN:
            self._show(ASK, focus=False)

    @Slot()
    def _on_answered(self) -> None:
        if self._at == ASK:
            self._show(CORRECT, focus=False)

    def _show(self, at: int, *, focus: bool = True) -> None:
        assert self.callout is not None
        self._at = at
        title, text = self._words()[at]
        self.callout.show_step(self._controls[at](), at, len(self._controls), title, text, focus=focus)

    def _words(self) -> tuple[tuple[str, str], ...]:
        keys = {name: self._keys(name) for name in ("review", "palette", "capture")}
        return (
            (
                self.tr("Open a picture"),
                self.tr(
                    "Drop one anywhere, paste it, or try a sample. Its text is read at once: select it on the picture."
                ),
            ),
            (
                self.tr("Ask about it"),
                self.tr("The answer comes here, and the boxes in it land on the picture."),
            ),
            (
                self.tr("Correct what is wrong"),
                self.tr(
                    "Drag a box by its edge, or press B to draw one. %1 goes through all boxes, one by one."
                ).replace("%1", keys["review"]),
            ),
            (
                self.tr("Everything has a name"),
                self.tr("%1 finds any action. %2 reads a part of the screen.")
                .replace("%1", keys["palette"])
                .replace("%2", keys["capture"]),
            ),
        )

    def _keys(self, name: str) -> str:
        """An action's keys; its name where it has none."""
        action = self._actions[name]
        return action.shortcut().toString(QKeySequence.SequenceFormat.NativeText) or action.text().rstrip("…")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LanguageChange and self.callout is not None:
            self._show(self._at, focus=False)
        return super().eventFilter(watched, event)
