"""The bar of a review, where there is much room and where there is little."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAction, QIcon, QPixmap
from PySide6.QtWidgets import QAbstractButton, QWidget

from eyebox.review.bar import MARGINS, STEPS, VERDICTS, ReviewBar
from eyebox.session.review import Counts, Pace, ReviewItem
from eyebox.theme.theme import Theme
from eyebox_models.protocol.box import Box


@pytest.mark.parametrize("judged", [3, 4])
def test_no_button_and_no_key_is_cut_where_there_is_little_room(qtbot, qapp, judged):
    icon = QIcon(QPixmap(18, 18))
    actions = {name: QAction(icon, name, qapp) for name in (*VERDICTS, *STEPS, "review_sheet")}
    for key, name in zip("AEXM", VERDICTS, strict=False):
        actions[name].setShortcut(key)
    qtbot.addWidget(window := QWidget())
    bar = ReviewBar(Theme(), actions, window)
    box = Box("a label that is rather long", 1, 2, 30, 40)
    bar.show_item(ReviewItem(1, "p", box.id, box, box, "accepted", box.label, 0.97, 2, 4))
    bar.show_counts(Counts({"x": {"accepted": judged, "": 4 - judged}}), Pace(1.5, 20))
    window.show()
    bar.resize(1, 1)
    verdicts = sum(one.sizeHint().width() + 4 for one in bar.buttons.values()) + 20
    head = sum(one.sizeHint().width() + 8 for one in (bar._dot, bar._mark, bar._sheet, bar._end))
    least = max(verdicts, bar._label.minimumSizeHint().width() + head) + MARGINS
    for width in (3 * least, 2 * least, round(1.4 * least), least, 3 * least):
        for _again in range(2):  # how high it wants to be follows how wide it is
            bar.resize(width, bar.sizeHint().height())
            qapp.processEvents()
        keys = [one._key for one in bar.buttons.values()]
        for part in (one for one in (*bar.findChildren(QAbstractButton), *keys) if one.isVisible()):
            told = f"{part.text() or part.accessibleName()} at {width}"
            assert part.width() >= part.sizeHint().width(), told
            assert part in keys or bar.rect().contains(part.geometry()), told
        assert bar._summary.isVisible() == (judged == 4) and bar._end.isVisible()
        assert not bar._is_apart or (judged == 4 and width < 3 * least)
        assert bar._is_apart or judged < 4 or width > least
