"""Names of files, labels, models and read text in tooltips: as they are, never HTML, by which Qt would load whatever it names."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QAbstractItemModel, QObject
from PySide6.QtGui import Qt, QTextDocument
from PySide6.QtWidgets import QApplication, QWidget

from eyebox.batch_page.form import Sources
from eyebox.canvas.filmstrip_model import FilmstripItem, FilmstripModel
from eyebox.canvas.second_list import SecondList
from eyebox.chat.chips import PictureChip
from eyebox.chat.header import PaneHeader
from eyebox.chat.next_questions import NextQuestions
from eyebox.picker.model_list import ModelList
from eyebox.review.figures import CardText, Column, FigureCard, FiguresPage, Table
from eyebox.review.label_grid import LabelEntry, LabelGrid
from eyebox.review.table import ReviewModel
from eyebox.session.review import ReviewItem
from eyebox.theme import Theme
from eyebox.theme.sentence import as_tip
from eyebox_models.protocol.box import Box
from eyebox_models.protocol.cards import ModelCard, ModelCards

HOSTILE = '<img src="zero"><h1>big & <b>bold'
WIDGETS: dict[str, Callable[[Theme], QWidget]] = {}
ROWS: dict[str, Callable[[Theme], tuple[QObject, QAbstractItemModel, int]]] = {}
"""Who has a model, the model, and the column that is looked at."""


def shown(tip: str) -> str:
    """What a user reads of a tooltip."""
    document = QTextDocument()
    if Qt.mightBeRichText(tip):
        document.setHtml(tip)
    else:
        document.setPlainText(tip)
    return document.toPlainText().replace("\u200b", "")


def test_a_tip_is_the_text_itself_and_nothing_where_there_is_none(qapp: QApplication) -> None:
    assert shown(as_tip(HOSTILE)) == HOSTILE and as_tip("") == ""
    assert shown(as_tip("two\nlines")) == "two\nlines"


def header(theme: Theme) -> QWidget:
    made = PaneHeader(theme)
    made.set_model(HOSTILE)
    return made


def questions(theme: Theme) -> QWidget:
    made = NextQuestions(theme)
    made.set_questions([HOSTILE])
    return made


def differences(theme: Theme) -> QWidget:
    made = SecondList(theme)
    made.show_differences("twice", [("plain", HOSTILE)])
    return made


def card(theme: Theme) -> QWidget:
    made = FigureCard(theme)
    made.show_text(CardText("1", "labels", HOSTILE))
    return made


WIDGETS |= {
    "chip": lambda theme: PictureChip(theme, "p", lambda _id: (HOSTILE, ""), removable=False),
    "header": header,
    "questions": questions,
    "second reading": differences,
    "card": card,
}


@pytest.mark.parametrize("name", WIDGETS)
def test_on_widgets(qtbot: Any, name: str) -> None:
    widget = WIDGETS[name](Theme())
    qtbot.addWidget(widget)
    tips = [shown(one.toolTip()) for one in (widget, *widget.findChildren(QWidget))]
    assert any(HOSTILE in tip for tip in tips), tips


def pictures(_theme: Theme) -> tuple[QObject, QAbstractItemModel, int]:
    model = FilmstripModel()
    model.add([FilmstripItem("id", "name", HOSTILE)])
    return model, model, 0


def models(_theme: Theme) -> tuple[QObject, QAbstractItemModel, int]:
    model = ModelList()
    model.set_models(ModelCards((ModelCard(HOSTILE, "Tiny", "qwen2_vl"),)))
    return model, model, 0


def figures(theme: Theme) -> tuple[QObject, QAbstractItemModel, int]:
    page = FiguresPage(theme)
    page.model.show_table(Table("labels", [Column("label")], [[HOSTILE]]))
    return page, page.model, 0


def labels(theme: Theme) -> tuple[QObject, QAbstractItemModel, int]:
    grid = LabelGrid(theme)
    grid.show_labels([LabelEntry(HOSTILE, 1)])
    return grid, grid.model, 0


def judged(theme: Theme) -> tuple[QObject, QAbstractItemModel, int]:
    box = Box("dog", 0, 0, 5, 5)
    item = ReviewItem(0, "p", box.id, box, None, "", HOSTILE, None, 0, 1)
    model = ReviewModel(theme, lambda _first, _count: [item], lambda _id: ("p.png", 9, 9))
    model.read_again(1)
    return model, model, 1


ROWS |= {"pictures": pictures, "models": models, "figures": figures, "labels": labels, "judged": judged}


@pytest.mark.parametrize("name", ROWS)
def test_in_lists_and_tables(qapp: QApplication, name: str) -> None:
    _owner, model, column = ROWS[name](Theme())
    found = [
        model.index(row, column).data(Qt.ItemDataRole.ToolTipRole) or "" for row in range(model.rowCount())
    ]
    assert any(HOSTILE in shown(tip) for tip in found), found


def test_a_list_of_files_keeps_their_paths(qtbot: Any) -> None:
    files = Sources(90)
    qtbot.addWidget(files)
    files.add([HOSTILE, HOSTILE, "/b.png"])
    assert files.paths == [HOSTILE, "/b.png"]
    assert shown(files.item(0).toolTip()) == HOSTILE
