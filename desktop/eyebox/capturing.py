"""A capture from the key press to the clipboard, with a window or without one: joins what is in `capture` with the workspace."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import asdict, fields, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect, QSize, Signal, Slot
from PySide6.QtGui import QCursor, QGuiApplication, QImage
from PySide6.QtWidgets import QWidget

from eyebox.canvas.text_copy import copied_parts
from eyebox.capture.bar import CaptureBar
from eyebox.capture.screen import Captured, ScreenCapture, Wanted
from eyebox.capture.selection import Mode
from eyebox.capture.toast import Toast, first_words
from eyebox.formats.copied import Copied, Form
from eyebox.language import translated
from eyebox.picture_map import encoded
from eyebox.program import Program
from eyebox.session.writes import SetState
from eyebox.theme import Theme
from eyebox.theme.copying import as_mime
from eyebox.workspace.captures import ReadCapture, kept_region
from eyebox_models.files.atomic_write import save_file
from eyebox_models.protocol.errors import EyeboxError, Sentence
from eyebox_models.protocol.page import Page
from eyebox_models.text.copy_rules import CopyRules, tidied

if TYPE_CHECKING:
    from eyebox.capture.pin import Pinned
    from eyebox.single import CaptureAsked

MODES: dict[str, Mode] = {"window": "window", "screen": "screen"}
NO_REGION = Sentence(
    "no-such-region", "There is no such region yet: capture one first, and give it a name from its bar."
)
UNCOVERED_S = 0.08
"""How long other windows may take to paint what our own bar and toast covered."""
AROUND = QSize(1400, 900)
"""How much around a click is read to find the block of text under it, in pixels of a screen that is not scaled."""


class Capturing(QObject):
    """One capture at a time. What was chosen is read; its text goes to the clipboard, its picture to the session of captures.

    Signals:
        open_wanted: a PictureRecord of the session of captures is to be shown, and whether the model is to be asked about it.
        finished: nothing of a capture is on the screen or on its way any more.
        failed: a sentence, where there may be a window to show it; it is said on the screen too.
    """

    open_wanted = Signal(object, bool)
    finished = Signal()
    failed = Signal(str)

    def __init__(self, program: Program, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent or program)
        self._program = program
        self._captures = program.workspace.captures
        self._captures.failed.connect(self._say_failed)
        self._theme = theme
        self._mode = "region"
        self._asked: CaptureAsked | None = None
        self._captured: Captured | None = None
        self._clicked = QRect()
        """Where a click on a text was, in Qt's coordinates."""
        self._image = QImage()
        self._read: ReadCapture | None = None
        self._page: Page | None = None
        """What of the page is meant: all of it, or the block that was clicked."""
        self._readings = 0
        self._is_beginning = self._asks = False
        """Whether a capture is about to begin, and whether a dialog of the bar is open."""
        self._pins: list[Pinned] = []
        self.screen = ScreenCapture(theme, program.workspace.background.run, self)
        self.screen.captured.connect(self._on_captured)
        self.screen.cancelled.connect(self._on_cancelled)
        self.screen.failed.connect(self._on_refused)
        self.toast = Toast(theme)
        self.toast.gone.connect(self._check_finished)
        self.bar = CaptureBar(theme)
        self.bar.chosen.connect(self._do)
        self.bar.rules_changed.connect(self._set_rules)
        self.bar.closed.connect(self._check_finished)

    @property
    def is_busy(self) -> bool:
        """Whether something is being chosen or read, or something of it stands on the screen."""
        return (
            self._is_beginning
            or self._asks
            or self.screen.is_running
            or self._readings > 0
            or self.bar.isVisible()
            or self.toast.isVisible()
            or bool(self._pins)
        )

    def begin(
        self, options: Namespace | None = None, asked: CaptureAsked | None = None, away: QWidget | None = None
    ) -> None:
        """Lets a part of the screens be chosen; `options` as on the command line, `asked` waits for the text.

        The window `away` is hidden meanwhile.
        """
        if self.screen.is_waiting:  # nobody waits for a later one when one is wanted now
            self._is_beginning = True
            self.screen.cancel()
            self._is_beginning = False
        if self.screen.is_running:
            if asked is not None:
                asked.fail("Another capture is being chosen: choose or leave it first.")
            return
        covered = self.bar.isVisible() or self.toast.isVisible()
        self._is_beginning = True
        self.toast.hide()
        self.bar.dismiss()
        self._is_beginning = False
        mode = options.mode if options is not None else "region"
        region: QRect | None = None
        if options is not None and (options.region or mode == "last"):
            region = kept_region(self._program.store, options.region)
        if region is not None and region.isEmpty():
            if asked is not None:
                asked.fail(str(NO_REGION))
            self._say_failed(translated(NO_REGION))
            self._check_finished()
            return
        if asked is not None:
            asked.accept()
        self._asked = asked
        self._mode = options.region or mode if options is not None else mode
        wanted = Wanted(
            MODES.get(mode, "region"),
            region,
            max(options.delay if options is not None else 0.0, UNCOVERED_S if covered else 0.0),
            self._program.settings.capture_adjust,
        )
        self.screen.start(wanted, away)

    def close(self) -> None:
        """Takes everything off the screen."""
        self.screen.cancel()
        self._captured = None  # what is still being read is wanted no more
        pins, self._pins = self._pins, []
        for pin in pins:
            pin.deleteLater()
        for widget in (self.bar, self.toast, *pins):
            widget.hide()

    # What was chosen

    @Slot(object)
    def _on_captured(self, captured: Captured) -> None:
        asked, self._asked = self._asked, None
        image, point = captured.image, captured.point
        if point is not None:
            screen = QGuiApplication.screenAt(captured.place.center()) or QGuiApplication.primaryScreen()
            part = QRect(QPoint(), AROUND * screen.devicePixelRatio())
            part.moveCenter(point)
            part &= image.rect()
            image = image.copy(part)
            captured = replace(captured, image=image, point=point - part.topLeft())
        elif self._mode == "region":
            self._captures.remember_region(captured.region)
        self._readings += 1
        if asked is not None and "--read" in asked.words:
            done = partial(self._give, asked, captured)
            self._captures.read(image, done, partial(self._on_not_given, asked), keep=False)
            return
        self._captured, self._image = captured, image
        self._clicked = QRect(QCursor.pos(), QCursor.pos())
        self._read = self._page = None
        self.bar.show_at(self._spot(), self.rules, has_region=point is None)
        self._captures.read(image, partial(self._on_read, captured), partial(self._on_not_read, captured))

    def _give(self, asked: CaptureAsked, captured: Captured, read: ReadCapture) -> None:
        """Gives the text to the later start that waits for it."""
        self._readings -= 1
        text = self._text("as it stands", part_of(read.page, captured)).text
        asked.give(text + "\n" if text else "")
        self._check_finished()

    def _on_not_given(self, asked: CaptureAsked, sentence: str) -> None:
        self._readings -= 1
        asked.give(None)
        if sentence:
            self._say_failed(sentence)
        self._check_finished()

    def _spot(self) -> QRect:
        """Where the capture lies in Qt's coordinates; a click is a point."""
        assert self._captured is not None
        return self._captured.place if self._captured.point is None else self._clicked

    def _on_read(self, captured: Captured, read: ReadCapture) -> None:
        self._readings -= 1
        if captured is not self._captured:  # the text of a later one is wanted
            self._check_finished()
            return
        self._read = read
        self._page = part_of(read.page, captured)
        text = self._text("as it stands").text
        codes = self._page.codes or ()
        if self._program.settings.capture_copies and (text or codes):
            self._copy("as it stands") if text else self._copy_codes()
        lines = self.tr("%n line(s)", "", len(self._page.lines))
        said = lines if text else self.tr("No text, but a code") if codes else self.tr("No text here")
        is_kept = read.record is not None
        self.bar.show_read(said, has_text=bool(text), has_codes=bool(codes), is_kept=is_kept)

    def _on_not_read(self, captured: Captured, sentence: str) -> None:
        self._readings -= 1
        if captured is self._captured and sentence and self.bar.isVisible():
            # what was seen may be gone by now: its picture can still be saved and pinned
            self.bar.show_read(self.tr("Not read"), has_text=False, has_codes=False, is_kept=False)
        elif captured is self._captured:
            self.bar.dismiss()
        if sentence:
            self._say_failed(sentence)
        self._check_finished()

    @Slot()
    def _on_cancelled(self) -> None:
        if self._asked is not None and "--read" in self._asked.words:
            self._asked.give(None)
        self._asked = None
        self._check_finished()

    @Slot(str)
    def _on_refused(self, sentence: str) -> None:
        self._say_failed(sentence)
        self._on_cancelled()

    @Slot(str)
    def _say_failed(self, sentence: str) -> None:
        seen = self.bar.isVisible() and self._captured is not None
        self.toast.say(
            sentence, self._spot() if seen else QGuiApplication.primaryScreen().availableGeometry()
        )
        self.failed.emit(sentence)

    # The text

    @property
    def rules(self) -> CopyRules:
        """How text of captures of this kind is tidied."""
        kept = self._program.store.get_state("", f"capture_rules {self._mode}")
        known = {field.name for field in fields(CopyRules)}
        given = (
            {name: on for name, on in kept.items() if name in known and isinstance(on, bool)}
            if isinstance(kept, dict)
            else {}
        )
        return CopyRules(**given)

    @Slot(object)
    def _set_rules(self, rules: CopyRules) -> None:
        self._program.workspace.write_queue.do(SetState("", f"capture_rules {self._mode}", asdict(rules)))
        if self._page is not None and self._page.lines and self._program.settings.capture_copies:
            self._copy("as it stands")

    def _text(self, form: Form, page: Page | None = None) -> Copied:
        page, rules = page or self._page, self.rules
        if page is None:
            return Copied("")
        if form == "as it stands" and rules.paragraphs:
            form = "paragraph"
        found = copied_parts(
            page, [(number, 0, len(line.text)) for number, line in enumerate(page.lines)], form
        )
        return Copied(tidied(found.text, rules), found.html)

    def _copy(self, form: Form) -> None:
        found = self._text(form)
        QGuiApplication.clipboard().setMimeData(as_mime(found.text, found.html))
        self._say_copied(found.text)

    def _copy_codes(self) -> None:
        codes = self._page.codes or () if self._page else ()
        text = "\n".join(code.text for code in codes)
        QGuiApplication.clipboard().setText(text)
        self._say_copied(text)

    def _say_copied(self, text: str) -> None:
        self.toast.say(self.tr("Copied: %1").replace("%1", first_words(text)), self._spot())

    # The bar

    @Slot(str)
    def _do(self, what: str) -> None:
        forms: dict[str, Form] = {
            "copy": "as it stands",
            "line": "line",
            "paragraph": "paragraph",
            "table": "table",
        }
        if what in forms:
            self._copy(forms[what])
        elif what == "codes":
            self._copy_codes()
        elif what in ("open", "ask"):
            if self._read is not None and self._read.record is not None:
                self.open_wanted.emit(self._read.record, what == "ask")
        elif what == "pin":
            self._pin()
        elif what == "save":
            self._save()
        elif what == "name":
            self._name()

    def _pin(self) -> None:
        from eyebox.capture.pin import Pinned

        pinned = Pinned(self._image, self._spot(), self._theme)
        self._pins.append(pinned)
        pinned.destroyed.connect(partial(self._on_unpinned, pinned))
        pinned.show()

    def _on_unpinned(self, pinned: Pinned) -> None:
        if pinned in self._pins:
            self._pins.remove(pinned)
            self._check_finished()

    def _save(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        image = self._image  # another may be captured meanwhile
        name = self._read.record.name if self._read and self._read.record else self.tr("Capture")
        self._asks = True
        file, _ = QFileDialog.getSaveFileName(None, self.tr("Save the picture"), f"{name}.png", "PNG (*.png)")
        self._asks = False
        if file:
            try:
                save_file(file, encoded(image, Path(file).suffix[1:] or "PNG"))
            except EyeboxError as error:
                self._say_failed(translated(error.sentence))
            except OSError:
                self._say_failed(self.tr("%1 could not be written.").replace("%1", file))
        self._check_finished()

    def _name(self) -> None:
        from PySide6.QtWidgets import QInputDialog

        assert self._captured is not None
        region = self._captured.region  # another may be captured meanwhile
        self._asks = True
        name, given = QInputDialog.getText(
            None,
            self.tr("Name of the region"),
            self.tr("`eyebox capture --region NAME` and the tray capture it again."),
        )
        self._asks = False
        if given and name.strip():
            self._captures.name_region(name.strip(), region)
        self._check_finished()

    @Slot()
    def _check_finished(self) -> None:
        if not self.is_busy:
            self.finished.emit()


def part_of(page: Page, captured: Captured) -> Page:
    """What of a page is meant: all of it, or the block that was clicked."""
    return page if captured.point is None else block_at(page, captured.point)


def block_at(page: Page, point: QPoint) -> Page:
    """The block of text at a pixel of a page, or the one nearest to it, as a page of its own."""

    def distance(number: int) -> float:
        x1, y1, x2, y2 = page.lines[number].box
        across = max(x1 - point.x(), 0, point.x() - x2)
        return float(across**2 + max(y1 - point.y(), 0, point.y() - y2) ** 2)

    if not page.lines:
        return page
    nearest = min(range(len(page.lines)), key=distance)
    block = next((block for block in page.blocks if nearest in block), (nearest,))
    lines = tuple(page.lines[number] for number in block)
    return replace(page, lines=lines, blocks=(tuple(range(len(lines))),), codes=(), tables=())
