"""The lists above a review's table."""

from __future__ import annotations

from eyebox.review.choice import QueueChoice
from eyebox.session.review import Counts


def test_verdict_and_label_stand_over_each_other_where_names_would_be_cut(qtbot):
    choice = QueueChoice()
    qtbot.addWidget(choice)
    choice.show_counts(Counts({"dish": {"": 80}}), 80)
    choice.show()
    wide = 2 * choice.verdict.sizeHint().width() + 60
    for width, is_stacked in ((wide, False), (wide - 100, True), (wide, False)):
        choice.resize(width, choice.sizeHint().height())
        qtbot.waitUntil(lambda is_stacked=is_stacked: (choice.label.y() > choice.verdict.y()) == is_stacked)
    choice.resize(wide - 100, choice.sizeHint().height())
    qtbot.waitUntil(lambda: choice.verdict.width() == choice.order.width())
    needed = choice.verdict.fontMetrics().horizontalAdvance(choice.verdict.currentText())
    assert choice.verdict.width() > needed + 40
