"""The contact sheet: a page of crops of one label, of which only the wrong ones are marked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QIcon, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QComboBox, QStackedLayout, QWidget

from eyebox.crop_images import CropImage, CropOf
from eyebox.review.sheet_crop import SheetItem
from eyebox.review.sheet_grid import ITEM_ROLE, SheetView
from eyebox.review.sheet_opened import OpenedCrop
from eyebox.theme.controls import ElidedLabel, button, column, hairline, icon_button, label, line
from eyebox.theme.grown import grown
from eyebox.theme.icons import swatch
from eyebox.theme.retranslated import Retranslated
from eyebox.theme.theme import Theme

SIZES = (40, 30, 24, 20)
"""How many crops a page can have."""
SWATCH = 12
WIDE = 440
"""Below this width the place goes, and the sizes, which have keys."""


@dataclass(frozen=True, slots=True)
class SheetPage:
    """A page, counted from 0 of `pages` with this label (None: with any); `waiting` of the `total` boxes with it wait for a
    verdict."""

    label: str | None
    items: tuple[SheetItem, ...] = ()
    page: int = 0
    pages: int = 0
    waiting: int = 0
    total: int = 0


class Sheet(Retranslated, QWidget):
    """Shows a page and tells what was decided on it.

    Signals:
        decided: verdicts by the boxes' numbers, of the whole page at once.
        passed: nothing on the page can be decided.
        turned: to the next page (1) or the previous one (-1); label_chosen: a label's first page (None: all labels).
        resized: so many crops are to be on a page.
        wanted_changed: other crops are needed (`wanted`).
        escaped: back to the picture.
    """

    decided = Signal(object)
    passed = Signal()
    turned = Signal(int)
    label_chosen = Signal(object)
    resized = Signal(int)
    wanted_changed = Signal()
    escaped = Signal()

    def __init__(
        self,
        theme: Theme,
        image_of: Callable[[CropOf], CropImage | None],
        problem_of: Callable[[CropOf], str],
        parent: QWidget | None = None,
    ) -> None:
        """`image_of`, `problem_of`: see `SheetView`."""
        super().__init__(parent)
        self._theme = theme
        self._page = SheetPage(None)
        self._labels: tuple[tuple[str, int], ...] = ()
        self._waiting = 0
        self._size = 24
        self.setProperty("surface", "canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.view = SheetView(theme, image_of, problem_of)
        self.opened = OpenedCrop(theme, self.view)
        self._empty = label("muted", wrap=True)
        self._empty.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # Esc goes on from it
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._labels_box = QComboBox()
        self._labels_box.setMinimumContentsLength(8)
        self._labels_box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._labels_box.setMaximumWidth(280)
        self._place = ElidedLabel("muted")
        self._previous, self._next = icon_button(theme, "chevron-left"), icon_button(theme, "chevron-right")
        self._smaller, self._larger = icon_button(theme, "minus"), icon_button(theme, "plus")
        self._hint = ElidedLabel("hint")
        self._accept = button("primary")
        self._pages = QStackedLayout()
        self._pages.addWidget(self._empty)
        self._pages.addWidget(self.view)
        top = line(
            (self._labels_box, 1), 8, (self._place, 2), self._previous, self._next, 8, self._smaller, self._larger,
            spacing=4, margins=(12, 8, 8, 8),
        )  # fmt: skip
        bottom = line((self._hint, 1), 12, self._accept, margins=(14, 8, 12, 8))
        column(top, hairline(), (self._pages, 1), hairline(), bottom, inside=self)
        self.setFocusProxy(self.view)
        self._labels_box.activated.connect(self._on_label)
        self._previous.clicked.connect(lambda: self.turned.emit(-1))
        self._next.clicked.connect(lambda: self.turned.emit(1))
        self._smaller.clicked.connect(lambda: self._resize(-1))
        self._larger.clicked.connect(lambda: self._resize(1))
        self._accept.clicked.connect(self.accept)
        self.view.marked.connect(self.view.sheet.toggle)
        self.view.all_marked.connect(self.view.sheet.toggle_all)
        self.view.opened.connect(self._on_opened)
        self.view.accepted.connect(self.accept)
        self.view.turned.connect(self.turned)
        self.view.resized.connect(self._resize)
        self.view.crop_size_changed.connect(self.wanted_changed)
        self.view.sheet.dataChanged.connect(self._show_decisions)
        self.view.selectionModel().currentChanged.connect(self._on_current)
        self._retranslate()

    # What is shown

    @property
    def size_of_page(self) -> int:
        """How many crops a page has."""
        return self._size

    def set_size_of_page(self, size: int) -> None:
        """Shows so many crops on a page, as near as there is; the page itself is for others to change."""
        self._size = min(SIZES, key=lambda one: abs(one - size))
        self._larger.setEnabled(self._size != SIZES[-1])
        self._smaller.setEnabled(self._size != SIZES[0])

    def set_labels(self, labels: Sequence[tuple[str, int]], waiting: int) -> None:
        """The labels to choose from beside all of them, with how many boxes wait for a verdict."""
        new = tuple(labels)
        box = self._labels_box
        if [name for name, _count in new] != [name for name, _count in self._labels] or not box.count():
            box.clear()
            box.addItem("")
            for name, _count in new:
                box.addItem(self._swatch(name), "")
            self._labels = ()
        before = dict(self._labels)
        for row, (name, count) in enumerate(new):
            if before.get(name) != count:
                box.setItemText(row + 1, self._label_text(name, count))
        self._labels, self._waiting = new, waiting
        box.setItemText(0, self.tr("All labels") + (f" · {waiting}" if waiting else " ✓"))
        self._choose_label()

    def _choose_label(self) -> None:
        names = [None, *(name for name, _count in self._labels)]
        label = self._page.label
        self._labels_box.setCurrentIndex(names.index(label) if label in names else -1)

    def show_page(self, page: SheetPage, current: int | None = None) -> None:
        """Shows a page, the arrows on the box `current` (by its number), else where they were or on the first one."""
        is_other = page.label != self._page.label or not self._page.items
        numbers = [item.number for item in page.items]
        if current not in numbers:
            current = self.current
        self._page = page
        if is_other:
            self.view.set_shape(page.items)
        self.view.sheet.set_items(page.items)
        if current not in numbers:
            self.opened.close_crop()
        self.view.shows_labels = page.label is None
        self._choose_label()
        in_hand = self.window().focusWidget() in (self.view, self._empty)
        self._pages.setCurrentIndex(1 if page.items else 0)
        if in_hand:
            (self.view if page.items else self._empty).setFocus()
        if page.items:
            self.view.choose(numbers.index(current) if current in numbers else 0)
        self._show_place()
        self._show_decisions()
        self.wanted_changed.emit()

    def refresh(self) -> None:
        """Crops came, or are known not to come."""
        self.view.viewport().update()
        self.opened.update()
        self._show_decisions()

    def wanted(self, items: Sequence[SheetItem] | None = None) -> list[CropOf]:
        """The crops of boxes; of the page the one that is opened first."""
        opened = self.opened.crop
        return [
            *([opened] if items is None and opened else ()),
            *map(self.view.crop_of, self._page.items if items is None else items),
        ]

    @property
    def page(self) -> SheetPage:
        return self._page

    @property
    def current(self) -> int | None:
        """The number of the box that the arrows are on."""
        item = self.view.currentIndex().data(ITEM_ROLE)
        return item.number if item else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Says what there is room for."""
        for widget in (self._place, self._smaller, self._larger):
            widget.setVisible(self.width() >= grown(WIDE))
        room = self.width() - self._accept.sizeHint().width() - 48
        texts = (
            self.tr(
                "X or a click marks what is wrong, Shift+X all · Z opens a crop · Enter accepts the rest · Esc: the picture"
            ),
            self.tr("X or a click marks what is wrong · Z opens a crop · Enter accepts the rest"),
            self.tr("X: wrong · Z: larger · Enter: the rest"),
        )
        width = self._hint.fontMetrics().horizontalAdvance
        self._hint.set_whole(next((text for text in texts if width(text) <= room), ""))

    # What is decided

    def mark(self, verdict: str) -> None:
        """Marks the current box with a verdict, or takes the mark back."""
        index = self.view.currentIndex()
        if index.isValid():
            self.view.sheet.toggle(index.row(), verdict)

    @property
    def _is_coming(self) -> bool:
        """Whether a box that would be accepted is still to come into sight."""
        model = self.view.sheet
        return any(
            not item.verdict and item.number not in model.marks and self.view.is_coming(item)
            for item in model.items
        )

    @Slot()
    def accept(self) -> None:
        """All boxes of the page get their verdicts; of one that is opened only the crop is closed.

        Not before all have come into sight; those that never will stay as they are.
        """
        if self.opened.isVisible():
            self.opened.close_crop()
        elif self._is_coming:
            pass
        elif decisions := self.view.sheet.decisions(self.view.is_seen):
            self.view.sheet.marks.clear()
            self.decided.emit(decisions)
        elif self._page.items:
            self.passed.emit()

    def step_back(self) -> None:
        """Closes the opened crop, or goes back to the picture."""
        if self.opened.isVisible():
            self.opened.close_crop()
            self.wanted_changed.emit()
        else:
            self.escaped.emit()

    @Slot(int)
    def _on_opened(self, row: int) -> None:
        if self.opened.isVisible():
            self.opened.close_crop()
        else:
            self.view.choose(row)
            self.opened.open_crop()
        self.wanted_changed.emit()

    @Slot(QModelIndex, QModelIndex)
    def _on_current(self, _current: QModelIndex, _previous: QModelIndex) -> None:
        if self.opened.isVisible():
            self.opened.update()
            self.wanted_changed.emit()

    @Slot(int)
    def _on_label(self, index: int) -> None:
        self.label_chosen.emit(self._labels[index - 1][0] if index else None)
        self.view.setFocus()

    @Slot(int)
    def _resize(self, by: int) -> None:
        place = SIZES.index(self._size) + by
        if 0 <= place < len(SIZES):
            self.set_size_of_page(SIZES[place])
            self.resized.emit(self._size)

    # Words

    def _retranslate(self) -> None:
        self._labels_box.setAccessibleName(self.tr("Label"))
        for tool, text in (
            (self._previous, self.tr("Previous page (%1)").replace("%1", "PgUp")),
            (self._next, self.tr("Next page (%1)").replace("%1", "PgDown")),
            (self._smaller, self.tr("Smaller and more (%1)").replace("%1", "-")),
            (self._larger, self.tr("Larger and fewer (%1)").replace("%1", "+")),
        ):
            tool.setToolTip(text)
            tool.setAccessibleName(text)
        self._labels_box.clear()
        self.set_labels(self._labels, self._waiting)
        self._show_place()
        self._show_decisions()

    def _label_text(self, name: str, waiting: int) -> str:
        shown = " ".join(name.split()) or self.tr("(no label)")
        return f"{shown} · {waiting}" if waiting else f"{shown} ✓"

    def _show_place(self) -> None:
        page = self._page
        place = self.tr("Page %1 of %2").replace("%1", str(page.page + 1)).replace("%2", str(page.pages))
        waiting = self.tr("%1 of %2 waiting").replace("%1", str(page.waiting)).replace("%2", str(page.total))
        self._place.set_whole(f"{place} · {waiting}" if page.items else "")
        self._previous.setEnabled(page.page > 0)
        self._next.setEnabled(bool(page.items))
        if page.label is not None:
            self._empty.setText(self.tr("No box with this label waits for a verdict."))
        elif page.waiting:
            text = self.tr(
                "%1 boxes wait that can't be seen: their pictures are gone, or they lie outside of them, or the filter leaves "
                "them out.\nEsc shows the picture again."
            )
            self._empty.setText(text.replace("%1", str(page.waiting)))
        else:
            self._empty.setText(
                self.tr("Nothing waits for a verdict any more.\nEsc shows the picture again.")
            )
        name = self.tr("All labels") if page.label is None else " ".join(page.label.split())
        self.view.setAccessibleName(self.tr("Contact sheet") + f": {name}, {place}")

    @Slot()
    def _show_decisions(self) -> None:
        verdicts = list(self.view.sheet.decisions(self.view.is_seen).values())
        accepted, rejected = verdicts.count("accepted"), verdicts.count("rejected")
        left = sum(
            not item.verdict and item.number not in self.view.sheet.marks and not self.view.is_seen(item)
            for item in self._page.items
        )
        parts = (
            (accepted, self.tr("Accept: %1")),
            (rejected, self.tr("Reject: %1")),
            (len(verdicts) - accepted - rejected, self.tr("Others: %1")),
            (left, self.tr("Loading: %1") if self._is_coming else self.tr("Not seen: %1")),
        )
        words = " · ".join(text.replace("%1", str(count)) for count, text in parts if count)
        self._accept.setText(words or self.tr("Next page"))
        self._accept.setEnabled(bool(self._page.items) and not self._is_coming)
        self._fit()
        if self.opened.isVisible():
            self.opened.update()

    def _swatch(self, name: str) -> QIcon:
        return swatch(self._theme.label_color(name), self.devicePixelRatioF(), SWATCH)

    def event(self, event: QEvent) -> bool:
        """Keeps letters and signs to itself that mean something on the picture alone, which is not in sight."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            keys = QKeySequence(event.keyCombination())
            shift = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
            types = bool(event.text()) and event.text().isprintable() and not event.modifiers() & ~shift
            if types and not any(keys in action.shortcuts() for action in self.actions()):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not event.modifiers():
            self.step_back()
        else:
            super().keyPressEvent(event)
