"""Merging two reviews: which other one it is, and how far both agree."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QLocale, Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QWidget

from eyebox.review.figures import CardText, Cell, Column, FiguresPage, Table, written
from eyebox.session.agreement import by_label
from eyebox.session.merging import Comparison
from eyebox.session.types import SessionInfo
from eyebox.theme import Theme, set_kind
from eyebox.theme.controls import button, column, hairline, label, line
from eyebox.theme.retranslated import Retranslated

LEAST = (460, 360)


class MergeChoice(Retranslated, QDialog):
    """Asks for the other review: a session of this machine, or a file from another one.

    Signals: file_wanted: the user wants to choose a file.
    """

    file_wanted = Signal()

    def __init__(self, sessions: Sequence[SessionInfo], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("merge_choice")
        self._sessions = sessions
        self.chosen = ""
        """The id of the session, after it was accepted."""
        self._title = label("title")
        self._hint = label("muted", wrap=True)
        self.compare = button("primary")
        self.compare.clicked.connect(self._take)
        self.list = QListWidget()
        self.list.itemActivated.connect(self._take)
        self.list.currentRowChanged.connect(lambda row: self.compare.setEnabled(row >= 0))
        self._none = label("muted", wrap=True)
        self.file = button()
        self.file.clicked.connect(self.file_wanted)
        self.leave = button()
        self.leave.clicked.connect(self.reject)
        for info in sessions:
            item = QListWidgetItem(self.list)
            item.setData(Qt.ItemDataRole.UserRole, info.id)
        self.list.setVisible(bool(sessions))
        self._none.setVisible(not sessions)
        column(
            column(self._title, self._hint, spacing=4, margins=(24, 20, 24, 12)),
            column((self.list, 1), margins=(16, 0, 16, 8)),
            column(self._none, margins=(24, 0, 24, 8)),
            None if not sessions else 0,
            hairline(),
            line(self.file, None, self.leave, self.compare, spacing=8, margins=(24, 12, 24, 12)),
            inside=self,
        )
        self.setMinimumSize(*LEAST)
        self.compare.setEnabled(False)
        (self.compare if sessions else self.file).setDefault(True)
        if sessions:
            self.list.setCurrentRow(0)
            self.list.setFocus()
        self._retranslate()

    @Slot()
    def _take(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.chosen = str(item.data(Qt.ItemDataRole.UserRole))
            self.accept()

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Merge with another review"))
        self._title.setText(self.tr("Merge with another review"))
        self._hint.setText(
            self.tr(
                "Somebody else has reviewed the same pictures: choose where their review is. Nothing is changed yet."
            )
        )
        self.list.setAccessibleName(self.tr("Sessions with a review"))
        self._none.setText(
            self.tr(
                "No other session here has a review. One from another machine comes as a file, which "
                "“Save the review for another reviewer…” writes there."
            )
        )
        self.file.setText(self.tr("Open a file…"))
        self.compare.setText(self.tr("Compare"))
        self.leave.setText(self.tr("Cancel"))
        for row, info in enumerate(self._sessions):
            pictures = self.tr("%n picture(s)", "", info.pictures)
            self.list.item(row).setText(f"{info.name} · {pictures}")


class AgreementPage(FiguresPage):
    """How far two reviewers agree, and ways on.

    Signals: settle_wanted: go through the disputes. take_wanted: take what only the other one has judged.
    """

    settle_wanted = Signal()
    take_wanted = Signal()

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        """`name` is that of the session that is open."""
        super().__init__(theme, parent)
        self.setObjectName("agreement")
        self._name = name
        self.comparison: Comparison | None = None
        self._open = 0
        self.take = button()
        self.take.clicked.connect(self.take_wanted)
        self.settle = button("primary")
        self.settle.clicked.connect(self.settle_wanted)
        self.more.addWidget(self.take)
        self.more.addWidget(self.settle)
        set_kind(self.leave, "")
        self._retranslate()

    def show_comparison(self, comparison: Comparison, open_disputes: int) -> None:
        """`open_disputes`: how many are not settled."""
        self.comparison, self._open = comparison, open_disputes
        self._show()
        on = self.settle if open_disputes else self.leave
        on.setDefault(True)
        on.setFocus()

    def _retranslate(self) -> None:
        super()._retranslate()
        self.setWindowTitle(self.tr("Agreement of two reviews"))
        self._show()

    def _show(self) -> None:
        found = self.comparison
        self.take.setVisible(found is not None and bool(found.taken or found.completed))
        self.settle.setVisible(found is not None and bool(self._open))
        if found is None:
            self.title.set_whole(self._name)
            self.show_sentence(self.tr("Comparing…"))
            return
        self.title.set_whole(self.tr("You and %1").replace("%1", found.reviewer or "–"))
        self.take.setText(self.tr("Take what only they judged (%1)").replace("%1", str(len(found.taken))))
        self.settle.setText(self.tr("Settle the disputes (%1)").replace("%1", str(self._open)))
        unknown = self.tr("%n of theirs is not here", "", found.unknown)
        both = self.tr("%n picture(s) judged by both", "", found.agreement.pictures)
        self.hint.setText(f"{both} · {unknown}" if found.unknown else both)
        if not found.pictures:
            self.show_sentence(
                self.tr(
                    "None of their pictures is in this session. Pictures are the same by their content, or by name and size."
                )
            )
        elif not found.agreement.total:
            self.show_sentence(self.tr("There is no box yet that both of you have judged."))
        else:
            self.show_figures([*self._cards(found)], [self._by_label(found), self._mixed(found)])

    def _cards(self, found: Comparison) -> Iterator[CardText]:
        agreement = found.agreement
        yield CardText(
            "–" if agreement.kappa is None else QLocale().toString(agreement.kappa, "f", 2),
            self.tr("Cohen's kappa"),
            self.tr(
                "Agreement on labels beyond chance: 1 is full agreement, 0 what chance alone gives. "
                "A box that only one of you has counts as the label “none” of the other."
            ),
        )
        yield CardText(written(agreement.share, "percent"), self.tr("Agreement"))
        yield CardText(
            written(agreement.mean_iou, "percent"),
            self.tr("Mean IoU"),
            self.tr("How much the boxes overlap that both of you have"),
        )
        yield CardText(
            written(len(found.disputes), "count"),
            self.tr("Disputes"),
            self.tr("%1 of them are not settled").replace("%1", str(self._open)),
        )

    def _by_label(self, found: Comparison) -> Table:
        columns = (
            Column(self.tr("Label"), "text"),
            Column(self.tr("Both")),
            Column(self.tr("Only you")),
            Column(self.tr("Only they")),
            Column(
                self.tr("Another label"),
                hint=self.tr("Boxes that both of you have, with another label of theirs"),
            ),
        )
        rows: list[list[Cell]] = [
            [row.label, row.both, row.mine, row.theirs, row.other] for row in by_label(found.agreement.labels)
        ]
        return Table(self.tr("By label"), columns, rows, has_labels=True)

    def _mixed(self, found: Comparison) -> Table:
        none = self.tr("none")
        columns = (Column(self.tr("You"), "text"), Column(self.tr("They"), "text"), Column(self.tr("Boxes")))
        rows: list[list[Cell]] = [
            [mine if mine is not None else none, theirs if theirs is not None else none, count]
            for (mine, theirs), count in found.agreement.labels.most_common()
            if mine != theirs
        ]
        return Table(self.tr("Where you differ"), columns, rows)
