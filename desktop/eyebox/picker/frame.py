"""How the picker is laid out: the list at the left, the selected model at the right."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtWidgets import QAbstractItemView, QCheckBox, QLineEdit, QListView, QMenu, QWidget

from eyebox.amounts import stage
from eyebox.picker.details import CheckpointDetails
from eyebox.picker.download_row import OfferDetails
from eyebox.picker.downloads import Downloads
from eyebox.picker.model_list import KEY_ROLE, ModelList, Row
from eyebox.picker.row_delegate import RowDelegate
from eyebox.picker.server import ServerDetails
from eyebox.picker.welcome import ReaderDetails
from eyebox.theme import Theme
from eyebox.theme.controls import (
    MIDDLE,
    ElidedLabel,
    button,
    column,
    hairline,
    icon_button,
    keep_room,
    label,
    line,
    progress_bar,
    scrolled,
)
from eyebox.theme.flow import Flow
from eyebox.theme.grown import grown
from eyebox_models.protocol.events import Progress

LIST_WIDTH, MOST_OF_LIST = 396, 520

translate = QCoreApplication.translate


class Frame:
    """The widgets of the picker, put together in `parent`."""

    def __init__(self, theme: Theme, models: ModelList, cache: str, parent: QWidget) -> None:
        self._models = models
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.search.addAction(theme.icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self.list = QListView()
        self.list.setModel(models)
        self.list.setItemDelegate(RowDelegate(theme, models, self.list))
        self.list.setMouseTracking(True)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        theme.changed.connect(self.list.viewport().update)
        self.nothing = label("muted", wrap=True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.nothing.setMinimumHeight(72)
        self.not_added = label("danger", wrap=True)
        self.not_added.setContentsMargins(16, 12, 16, 0)
        self._not_added = ""
        self.add, self.server_add, self.download = button(), button(), button()
        self.refresh = icon_button(theme, "regenerate")
        self.details, self.offer = CheckpointDetails(theme), OfferDetails(theme)
        self.reader, self.server = ReaderDetails(theme, cache), ServerDetails(theme)
        self._pages = (self.details, self.offer, self.reader, self.server)
        self.show_folder, self.forget, self.serve = button("quiet"), button("quiet"), button("quiet")
        self.can_serve = False
        """Whether there is a server engine, which serves what the model engine would answer with."""
        self.unload, self.use = button(), button("primary")
        self.for_new = QCheckBox()
        keep_room(self.for_new)
        self.busy = ElidedLabel("hint")
        self.busy.setAlignment(Qt.AlignmentFlag.AlignRight | MIDDLE)
        self._bar = progress_bar()
        self._bar.setFixedWidth(48)
        line(self._left(), hairline("vline"), (self._right(), 1), inside=parent)
        self.show_busy(None)

    def _left(self) -> QWidget:
        left = QWidget()
        left.setFixedWidth(min(grown(LIST_WIDTH), MOST_OF_LIST))
        column(
            line(self.search, margins=(16, 16, 16, 4)),
            (column((self.list, 1), self.nothing, spacing=6, margins=(8, 0, 4, 8)), 1),
            hairline(),
            self.not_added,
            line(
                (Flow(self.add, self.server_add, self.download), 1),
                (self.refresh, 0, Qt.AlignmentFlag.AlignTop),
                spacing=8,
                margins=(16, 12, 16, 12),
            ),
            inside=left,
        )
        return left

    def _right(self) -> QWidget:
        inner, right = QWidget(), QWidget()
        column(*self._pages, inside=inner, margins=(24, 20, 24, 20))
        self.scroller = scrolled(inner)
        foot = line(
            Flow(self.show_folder, self.forget, self.serve), (self.busy, 1), self._bar, self.unload, self.use,
            spacing=8, margins=(16, 12, 24, 12),
        )  # fmt: skip
        self.use.ensurePolished()
        foot.addStrut(self.use.sizeHint().height())
        above = line(self.for_new, None, margins=(24, 12, 24, 0))
        column((self.scroller, 1), hairline(), above, foot, inside=right)
        return right

    def show_row(self, row: Row | None, *, looking: bool, empty: bool) -> None:
        """Shows the page for a row, and whether the list has any."""
        pages: dict[str, QWidget] = {
            "model": self.details,
            "offer": self.offer,
            "reader": self.reader,
            "server": self.server,
        }
        for page in self._pages:
            page.setVisible(row is not None and page is pages.get(row.kind))
        self.reader.show_state(looking=looking, empty=empty)
        some = self._models.rowCount() > 0
        self.list.setVisible(some)
        self.nothing.setVisible(not some)

    def show_buttons(self, row: Row | None, *, loaded: bool, downloads: Downloads) -> None:
        """Shows the buttons for a row."""
        card = row.card if row is not None else None
        usable = row is not None and row.usable
        started = row is not None and (row.transfer is not None or bool(row.failed))
        self.unload.setVisible(loaded)
        self.for_new.setVisible(usable)
        self.show_folder.setVisible(card is not None)
        self.forget.setVisible(card is not None and card.source == "added")
        self.serve.setVisible(self.can_serve and usable and card is not None)
        self.use.setVisible(row is not None and (usable or card is not None or not started))
        if row is not None and row.name_on_hub and not usable and (card is None or not card.complete):
            text = translate("Picker", "Resume download") if card else translate("Picker", "Download")
            if downloads.both:
                text = translate("Picker", "Download both")
            self.use.setText(text + ("…" if downloads.asks else ""))
            self.use.setEnabled(True)
        else:
            too_big = row is not None and row.estimate is not None and row.estimate.verdict == "too big"
            self.use.setText(translate("Picker", "Use it"))
            self.use.setEnabled(usable and (loaded or not too_big))

    def open_menu(self, at: QPoint) -> None:
        """Shows what can be done with the row under the mouse, or the selected one for the menu key."""
        index = self.list.indexAt(at)
        index = index if index.data(KEY_ROLE) else self.list.currentIndex()
        self.list.setCurrentIndex(index)
        window = self.list.window()
        menu = QMenu(window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for one in (self.use, self.for_new, self.details.check, self.show_folder, self.forget, self.serve):
            if one.isVisibleTo(window):
                action = menu.addAction(one.text(), one.click)
                action.setEnabled(one.isEnabled())
                action.setCheckable(one.isCheckable())
                action.setChecked(one.isChecked())
        menu.popup(self.list.viewport().mapToGlobal(at))

    def show_nothing_added(self, folder: str) -> None:
        """Says that a folder holds no checkpoint; "" takes that back."""
        self._not_added = folder
        text = translate(
            "Picker",
            "No model was found in %1. Choose a folder with config.json and safetensors files, or the one above it.",
        )
        self.not_added.setText(text.replace("%1", folder) if folder else "")
        self.not_added.setVisible(bool(folder))

    def show_check(self) -> None:
        """Says beside the buttons what becomes of a check of boxes that runs, where the model is used."""
        self.busy.set_whole(translate("Picker", "“Use it” stops the check"))

    def show_busy(self, progress: Progress | None) -> None:
        """Says beside the buttons what is being done with the models; None for nothing."""
        fraction = progress.fraction if progress is not None else None
        self.busy.set_whole(stage(progress) if progress is not None else "")
        self._bar.setVisible(progress is not None)
        self._bar.setRange(0, 0 if fraction is None else 1000)
        self._bar.setValue(round((fraction or 0.0) * 1000))

    def retranslate(self) -> None:
        """Puts every text into the program's language."""
        self.search.setPlaceholderText(translate("Picker", "Search models"))
        self.search.setAccessibleName(translate("Picker", "Search models"))
        self.list.setAccessibleName(translate("Picker", "Models"))
        self.nothing.setText(translate("Picker", "No model has these words."))
        self.add.setText(translate("Picker", "Add a folder…"))
        self.server_add.setText(translate("Picker", "Server…"))
        self.server_add.setAccessibleName(translate("Picker", "Add a server of your own"))
        self.server_add.setToolTip(translate("Picker", "Add a server of your own"))
        self.download.setText(translate("Picker", "Download…"))
        self.refresh.setAccessibleName(translate("Picker", "Look again"))
        self.refresh.setToolTip(translate("Picker", "Look again"))
        self.show_folder.setText(translate("Picker", "Show folder"))
        self.forget.setText(translate("Picker", "Remove from list"))
        self.for_new.setText(translate("Picker", "Use for new chats"))
        self.for_new.setToolTip(
            translate("Picker", "Without it a new chat has the model of the one beside it")
        )
        self.serve.setText(translate("Picker", "Serve with vLLM"))
        self.serve.setToolTip(
            translate("Picker", "The server engine answers with it, to many questions at once")
        )
        self.unload.setText(translate("Picker", "Unload"))
        self.unload.setToolTip(translate("Picker", "Gives the memory of the loaded model back"))
        self.show_nothing_added(self._not_added)
