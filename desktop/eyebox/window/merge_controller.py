"""Two reviews in the window: which other one, how far both agree, and the disputes on the picture, one after the other."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QFileDialog, QWidget
from shiboken6 import isValid

from eyebox.actions import Actions
from eyebox.canvas.outline import rect_of
from eyebox.canvas.view import CanvasView
from eyebox.formats import REVIEW_SUFFIX
from eyebox.session.types import PictureRecord
from eyebox.session.writes import SetState
from eyebox.theme import Theme
from eyebox.window.figures_controller import FOLDER, FiguresController
from eyebox.window.layout import Layout
from eyebox.window.notice import Notice
from eyebox.window.question import with_ending
from eyebox.workspace.review_merge import Choice
from eyebox.workspace.workspace import Workspace
from eyebox_models.files.atomic_write import file_stem

if TYPE_CHECKING:
    from eyebox.review.disputes import DisputeBar
    from eyebox.review.merge import AgreementPage
    from eyebox.session.merging import Comparison


class MergeController(QObject):
    """Follows `workspace.review_merge`; the bar is made when the first dispute is settled."""

    def __init__(
        self,
        theme: Theme,
        workspace: Workspace,
        canvas: CanvasView,
        parts: Layout,
        figures: FiguresController,
        notice: Notice,
        commands: Actions,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._workspace = workspace
        self._merge = workspace.review_merge
        self._canvas = canvas
        self._parts = parts
        self._figures = figures
        self._notice = notice
        self._commands = commands
        self._window = parent
        self.bar: DisputeBar | None = None
        self.page: AgreementPage | None = None
        self._is_on = False
        self._shown = ""
        """The key of the dispute that the picture was brought to."""
        self._unsized = False
        merge = self._merge
        merge.compared.connect(self._on_compared)
        merge.progressed.connect(self._on_progressed)
        merge.failed.connect(self._on_failed)
        merge.written.connect(self._on_written)
        merge.changed.connect(self._show)
        merge.ended.connect(self._on_ended)
        workspace.opened.connect(self._on_session)
        workspace.review.started.connect(merge.end)
        workspace.pictures.decoded.connect(self._on_decoded)
        workspace.pictures.turned.connect(self._on_turned)

    @Slot(str)
    def _on_session(self, _session: str) -> None:
        self._merge.end()

    # Which review, and how far both agree

    @Slot()
    def choose(self) -> None:
        """Asks for the other review and compares it with this one."""
        from eyebox.review.merge import MergeChoice

        session = self._workspace.sessions.current
        dialog = MergeChoice(self._merge.others(session), self._window)
        dialog.file_wanted.connect(partial(self._choose_file, dialog))
        if dialog.exec() and dialog.chosen:
            self._open_page()
            self._merge.with_session(session, dialog.chosen)
        dialog.deleteLater()

    def _choose_file(self, dialog: QWidget) -> None:
        name = self.tr("Reviews (%1)").replace("%1", f"*{REVIEW_SUFFIX}")
        path, _ = QFileDialog.getOpenFileName(dialog, self.tr("Open a review"), self._last_folder(), name)
        if path:
            dialog.close()
            self.open_file(path)

    @Slot(str)
    def open_file(self, path: str) -> None:
        """Compares the open session with the review in a file."""
        self._open_page()
        self._merge.with_file(self._workspace.sessions.current, Path(path))

    @Slot()
    def write(self) -> None:
        """Writes the review of the open session for somebody else."""
        session, name = self._workspace.sessions.current, self._workspace.sessions.name
        if not self._workspace.store.has_review(session):
            self._notice.show_notice(
                self.tr("This session has no review yet."),
                self.tr("Review boxes…"),
                self._commands["review"].trigger,
            )
            return
        begun = Path(
            self._last_folder(), file_stem(f"{name} – {self._workspace.review.reviewer}") + REVIEW_SUFFIX
        )
        title = self.tr("Save the review for another reviewer")
        path, _ = QFileDialog.getSaveFileName(self._window, title, str(begun), f"*{REVIEW_SUFFIX}")
        if path and not path.endswith(REVIEW_SUFFIX):
            path = with_ending(self._window, path, REVIEW_SUFFIX)
        if path:
            self._workspace.write_queue.do(SetState("", FOLDER, str(Path(path).parent)))
            self._merge.write(session, Path(path), name)

    def _last_folder(self) -> str:
        folder = str(self._workspace.store.get_state("", FOLDER, ""))
        return folder if Path(folder).is_dir() else ""

    def _open_page(self) -> None:
        from eyebox.review.merge import AgreementPage

        self._merge.end()
        page = self.page = AgreementPage(self._theme, self._workspace.sessions.name, self._window)
        page.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        page.settle_wanted.connect(self._begin)
        page.take_wanted.connect(self._take_all)
        page.finished.connect(self._on_page_closed)
        page.show()

    @Slot(object)
    def _on_compared(self, comparison: Comparison) -> None:
        from eyebox.formats import agreement_report

        page, name = self.page, self._workspace.sessions.name
        if page is None or not isValid(page):
            self._merge.end()
            return
        page.show_comparison(comparison, self._merge.open_count)
        self._figures.let_write(
            page,
            name,
            {
                "markdown": partial(agreement_report.as_markdown, comparison, name),
                "csv": partial(agreement_report.as_csv, comparison),
            },
        )

    @Slot(int)
    def _on_progressed(self, pictures: int) -> None:
        if self.page is not None and isValid(self.page) and self.page.comparison is None:
            self.page.show_progress(pictures, 0)

    @Slot(str)
    def _on_failed(self, sentence: str) -> None:
        if self.page is not None and isValid(self.page) and self.page.comparison is None:
            self.page.show_sentence(sentence)
        else:
            self._notice.show_error(sentence)

    @Slot(str, int)
    def _on_written(self, path: str, pictures: int) -> None:
        said = self.tr("Saved the review of %n picture(s) as %1", "", pictures)
        self._notice.show_notice(said.replace("%1", Path(path).name))

    @Slot()
    def _take_all(self) -> None:
        taken = self._merge.take_all()
        comparison = self._merge.comparison
        if self.page is not None and isValid(self.page) and comparison is not None:
            self.page.show_comparison(comparison, self._merge.open_count)
        self._notice.show_notice(
            self.tr("%n verdict(s) taken over.", "", taken), self.tr("Undo"), self._workspace.history.undo
        )

    @Slot()
    def _on_page_closed(self) -> None:
        """What was compared, or is, is not wanted any more."""
        if not self._is_on:
            self._merge.end()

    # The disputes

    @Slot()
    def _begin(self) -> None:
        self._workspace.review.stop()
        if not self._merge.begin():
            return
        self._is_on, self._shown = True, ""
        if self.page is not None and isValid(self.page):
            self.page.close()
        if self.bar is None:
            from eyebox.review.disputes import DisputeBar

            self.bar = DisputeBar(self._theme, self._commands.by_name)
            self.bar.end_wanted.connect(self._merge.end)
            self._parts.below.addWidget(self.bar)
            self._commands.attach_to_review(self.bar)
        self._parts.show_page(None)
        self._commands.set_in_disputes(True)
        self.bar.show()
        self._show()
        self._window.activateWindow()
        self._canvas.setFocus()

    def settle(self, choice: Choice, *_checked: bool) -> None:
        """Settles the dispute that is looked at, and goes on."""
        self._merge.settle(choice)
        if not self._merge.open_count:
            self._notice.show_notice(self.tr("All disputes are settled."), self.tr("Done"), self._merge.end)

    @Slot()
    def edit(self) -> None:
        """Selects the box to be changed by hand, theirs where there is none of mine; 1 keeps it as it is then."""
        box_id = self._merge.edit()
        if box_id:
            self._canvas.editor.select([box_id])
            self._canvas.setFocus()

    def step(self, by: int, *_checked: bool) -> None:
        self._merge.step(by)

    @Slot()
    def _show(self) -> None:
        merge, dispute = self._merge, self._merge.current
        if not self._is_on or self.bar is None or merge.comparison is None:
            return
        settled = dispute is not None and merge.is_settled(dispute)
        self.bar.show_dispute(
            dispute, settled, merge.position, len(merge.disputes), merge.open_count, merge.comparison.reviewer
        )
        record = self._workspace.pictures.records.get(dispute.picture) if dispute else None
        if dispute is None or record is None:  # its picture was removed
            self._canvas.proposals.set_boxes(())
            return
        if record.id != self._workspace.pictures.current:
            self._workspace.pictures.show(record.id)
        mine, theirs = dispute.mine and dispute.mine.box_id, dispute.theirs and dispute.theirs.now
        self._canvas.editor.select([mine] if mine else ())
        self._canvas.set_focused([mine or "-"])
        shown = [theirs] if theirs and not settled else ()
        self._canvas.proposals.set_boxes(shown, labelled=dispute.kind == "theirs")
        if dispute.key != self._shown:
            self._shown = dispute.key
            self._unsized = not record.width
            self._zoom()

    def _zoom(self) -> None:
        dispute = self._merge.current
        if dispute is not None:
            boxes = [one.now or one.proposed for one in (dispute.mine, dispute.theirs) if one]
            rects = [rect_of(box) for box in boxes if box]
            rect = rects[0].united(rects[-1]) if rects else None
            if rect is not None:
                self._canvas.zoom_to_box(rect)

    @Slot(object, object)
    def _on_decoded(self, record: PictureRecord, _pixels: object) -> None:
        """The size of a picture was not known: the disputed box is only now where it belongs."""
        dispute = self._merge.current
        if self._is_on and self._unsized and dispute is not None and dispute.picture == record.id:
            self._unsized = False
            self._zoom()

    @Slot(object)
    def _on_turned(self, _record: PictureRecord) -> None:
        """Their boxes lie as the picture was when it was compared."""
        if self._is_on:
            self._merge.end()
            self._notice.show_notice(
                self.tr("A picture was turned: compare the reviews again to go on."),
                self.tr("Compare…"),
                self._commands["review_merge"].trigger,
            )

    @Slot()
    def _on_ended(self) -> None:
        if self._is_on and self.bar is not None:
            self._is_on = False
            self.bar.hide()
            self._commands.set_in_disputes(False)
            self._canvas.set_focused(())
            self._canvas.proposals.set_boxes(())
