"""The page of teaching by itself: what its form makes, what it says of data, a run and its outcome, and its plot by keys."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QLocale, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from eyebox.teach_page.curve import envelope, seconds_left, smoothed, ticks
from eyebox.teach_page.form import FILES, JUDGED
from eyebox.teach_page.page import ACTIONS, OFFERED, TeachPage
from eyebox.teach_page.trial import TrialCard
from eyebox.theme import Theme
from eyebox_models.protocol.events import Progress
from eyebox_models.protocol.teaching import Dropped, Reply, Rewards, Taught, TeachChoice, TeachSettings
from train_engine import look, pair_steps, plan, steps, taught

PICTURE = "/pictures/a.png"


@pytest.fixture
def page(qtbot, tmp_path):
    page = TeachPage(Theme(), tmp_path / "adapters")
    qtbot.addWidget(page)
    page.form.set_models([("/models/Tiny", "Tiny"), ("/models/Other", "Other")])
    page.form.set_review(3, 5)
    page.show()
    return page


def offered(page):
    return [name for name in ACTIONS if page.buttons[name].isVisible()]


def test_what_the_form_says_is_a_choice_and_a_choice_fills_the_form(page, tmp_path):
    form = page.form
    assert form.problem() == "" and form.choice("session") == TeachChoice(
        "/models/Tiny", str(tmp_path / "adapters" / "Tiny taught"), "session"
    )
    choice = TeachChoice(
        "/models/Third", str(tmp_path / "there" / "Mine"), "session", True,
        settings=TeachSettings("qlora", "all", 32, 64.0, lr=2e-3, epochs=3, batch=2, accumulate=8, max_pixels=2_000_000,
                               freeze_vision=False, held_out=5, patience=3, general=0, every=7, seed=3),
    )  # fmt: skip
    form.show_choice(choice)
    assert form.choice("session") == choice
    form.model.setCurrentIndex(0)
    form.model.activated.emit(0)
    assert form.name.text() == "Mine"  # it was typed, or chosen before
    for name, field in form._fields().items():
        assert field.accessibleName(), name


def test_a_hint_stands_nearer_to_its_field_than_to_what_follows(page, qtbot):
    form = page.form

    def below(hint, widget):
        return widget.mapTo(form, QPoint()).y() - hint.geometry().bottom()

    of_review = below(form.source_note, form._titles["method"])
    assert of_review == below(form.method_note, form._titles["name"]) >= 16
    form.source_note.setText("a text that takes two rows " * 3)
    form.source.setCurrentIndex(form.source.findData(FILES))
    form.source.activated.emit(0)
    qtbot.waitUntil(form.files.isVisible)
    qtbot.waitUntil(lambda: below(form.source_note, form.files) >= 8)


def test_what_is_missing_is_said_and_nothing_can_be_started(page, qtbot):
    form = page.form
    form.set_review(0, 0)
    assert form.source.currentData() == FILES and "Add files" in page.said.text()
    assert not page.buttons["check"].isEnabled()
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile("/data/对话.jsonl")])
    action, buttons, keys = (
        Qt.DropAction.CopyAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    page.dropEvent(QDropEvent(QPointF(5, 5), action, mime, buttons, keys))
    assert form.choice("s").files == ("/data/对话.jsonl",) and form.choice("s").session == ""
    assert page.buttons["check"].isEnabled()
    form.files.item(0).setSelected(True)
    form.files.setFocus()
    QTest.keyClick(form.files, Qt.Key.Key_Delete)
    assert not page.buttons["check"].isEnabled()
    form.set_review(0, 2)
    form.source.setCurrentIndex(form.source.findData(JUDGED))
    form.source.activated.emit(form.source.currentIndex())
    assert form.problem() == "" and form.choice("s").judged
    for field, text, said in (
        (form.name, "", "name"),
        (form.rate, "0", "learning rate"),
        (form.rate, "", "learning rate"),
    ):
        before = field.text()
        field.clear()
        QTest.keyClicks(field, text)
        if field is form.name:
            form.name.setText(" ")
        assert said in form.problem()
        field.setText(before)
    form.set_models([])
    form.choose_model("")
    assert "model" in form.problem()


def test_numbers_are_taken_as_the_language_of_now_writes_them(page):
    form, before = page.form, QLocale()
    try:
        for language, written in (("de", "0,0004"), ("en", "0.0004")):
            QLocale.setDefault(QLocale(language))
            QApplication.sendEvent(form, QEvent(QEvent.Type.LanguageChange))
            form.rate.setText(written)
            assert form.problem() == "" and form.choice("s").settings.lr == 0.0004
        QLocale.setDefault(QLocale("de"))
        QApplication.sendEvent(form, QEvent(QEvent.Type.LanguageChange))
        assert form.rate.text() == "0,0004" and form.choice("s").settings.lr == 0.0004
    finally:
        QLocale.setDefault(before)


def test_a_loss_that_is_no_number_any_more_is_not_plotted(page):
    looks = [look(0, PICTURE, 30), replace(look(4, PICTURE, 10), loss=float("nan"))]
    page.show_run(plan(PICTURE), (), steps(1, 4), looks, None)
    page.set_state("learning")
    assert not page.learning.plot.grab().isNull()
    assert "nan" not in page.learning.plot.accessibleDescription()


def test_what_can_be_done_follows_the_state(page):
    page.show_run(plan(PICTURE), (), steps(1, 2), [], None)
    for state, names in OFFERED.items():
        page.set_state(state)
        assert offered(page) == sorted(names, key=ACTIONS.index), state
        assert page.form.isEnabled() == (state == "")
        assert page.bar.isVisible() == (state in ("preparing", "checking", "learning", "pausing", "saving"))
    made = []
    page.show_run(plan(PICTURE), (), made, [], None)
    page.set_state("learning")
    assert offered(page) == ["pause"]  # nothing was learned that could be kept
    made += steps(1, 1)
    page.show_step()
    assert offered(page) == ["pause", "finish"]
    made.clear()
    page.set_state("learning")
    page.buttons["pause"].setFocus()
    wanted = []
    page.wanted.connect(wanted.append)
    QTest.keyClick(page.buttons["pause"], Qt.Key.Key_Space)
    assert wanted == ["pause"]
    page.set_state("pausing")
    page.set_state("paused", "Out of memory.", "Traceback")
    assert page.buttons["resume"].hasFocus() and page.problem.text() == "Out of memory."
    assert page.details.isVisible() and not page.details.text.isVisible()
    page.details.fold.click()
    assert page.details.text.toPlainText() == "Traceback" and page.details.text.isVisible()
    page.set_engine(False)
    assert offered(page) == ["discard"] and page.add_engine.isVisible()


def test_the_data_is_told_and_boxes_are_shown_on_their_pictures(page):
    wanted = []
    page.picture_wanted.connect(wanted.append)
    page.show_run(plan(PICTURE), (Dropped("b.png", "it is not marked complete in the review"),), [], [], None)
    page.set_state("checked")
    check = page.check
    assert wanted == [PICTURE] and "8 " in check.counts.text()
    told = {name: text.text() for name, (_mark, text) in check.rows.items()}
    assert (
        "1.0 GB" in told["memory"]
        and "120" in told["tokens"]
        and "3.00" in told["test"]
        and "75 s" in told["time"]
    )
    assert "line 8: one of its boxes" in check.list.toPlainText() and "b.png" in check.list.toPlainText()
    assert not check.list.isVisible()
    check.left_out.click()
    assert check.list.isVisible()
    (card,) = check.drawn.cards
    image = QImage(100, 80, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    page.show_image(PICTURE, image, (200, 160))
    box = card.now.view._boxes
    assert box == [("star", (10, 20, 60, 70))] and card.now.view._size == (200, 160)
    view = card.now.view.grab().toImage()
    scale = view.width() / view.devicePixelRatio() / 200
    assert view.pixelColor(QPoint(round(10 * scale), round(45 * scale))) != Qt.GlobalColor.white


def test_figures_that_need_more_than_there_is_come_to_rest(page, qtbot):
    for title, _value in page.learning.figures.values():
        title.setMinimumWidth(140)  # as in a large text, or in German
    page.resize(page.minimumSize())
    page.show_run(plan(PICTURE, 40), (), steps(1, 30), [look(0, PICTURE, 45)], None)
    page.set_state("learning")
    qtbot.wait(1)
    assert page.learning.minimumSizeHint().width() <= page.learning.width() < 5 * 140


def test_an_answer_without_spaces_makes_no_card_wide(page, qtbot):
    card = TrialCard(Theme())
    qtbot.addWidget(card)
    noise = Reply("S33643293643387,6433338937518636" * 5)
    card.show_trial(replace(look(0, PICTURE, 45).trials[0], said=noise, before=noise, wanted=noise))
    piece = card.now.text.fontMetrics().horizontalAdvance("6" * 24)
    assert card.minimumSizeHint().width() < 3 * piece


def test_a_run_is_plotted_and_told_step_by_step(page, qtbot):
    made, looks = steps(1, 30), [look(0, PICTURE, 45), look(20, PICTURE, 10)]
    page.show_run(plan(PICTURE, 40), (), made, looks, None)
    page.set_state("learning")
    plot = page.learning.plot
    values = {name: value.text() for name, (_title, value) in page.learning.figures.items()}
    assert values["step"] == "30 of 40" and values["memory"] == "2.0 GB" and values["held"] == "0.190"
    assert "Step: 30" in plot.accessibleDescription() and "IoU: 0.800" in plot.accessibleDescription()
    plot.setFocus()
    for key, step in (("Left", 29), ("Home", 1), ("Right", 2), ("PageDown", 12), ("End", 30), ("PageUp", 20)):
        QTest.keyClick(plot, getattr(Qt.Key, f"Key_{key}"))
        assert plot.pointed_at.step == step
    assert "Held out: 0.190" in plot.accessibleDescription() and "Step: 20" in plot.accessibleDescription()
    QTest.keyClick(plot, Qt.Key.Key_Escape)
    assert plot.pointed_at is None and page.isVisible()
    inner = plot._plot()
    QTest.mouseMove(plot, QPoint(round(inner.left() + inner.width() / 4), round(inner.center().y())))
    assert abs(plot.pointed_at.step - 10) <= 1
    made += steps(31, 31)
    page.show_step()
    assert page.learning.figures["step"][1].text() == "31 of 40" and page.bar.value() == 31
    (card,) = page.learning.answers.cards
    assert card.trial.before.score == pytest.approx(0.1) and card.trial.said.score == pytest.approx(0.8)
    page.show_progress(Progress("loading", 0.5))
    assert "50 %" in page.said.text() and not plot.grab().isNull()


def test_pairs_are_counted_told_and_plotted(page, tmp_path):
    form = page.form
    form.method.setCurrentIndex(form.method.findData("dpo"))
    form.method.activated.emit(form.method.currentIndex())
    assert "no pairs" in form.problem() and not page.buttons["check"].isEnabled()
    form.set_review(3, 5, corrected=(2, 4))
    assert form.problem() == "" and form.source_note.text().startswith("On 2 picture")
    form.more.click()
    assert form.beta.isVisible() and form.rank.isVisible()
    form.beta.clear()
    assert "Beta" in form.problem()
    QTest.keyClicks(form.beta, "0.5")
    choice = form.choice("session")
    assert (choice.settings.method, choice.settings.beta) == ("dpo", 0.5)
    form.show_choice(choice)
    assert form.choice("session") == choice
    page.show_run(plan(PICTURE, 40, pairs=True), (), pair_steps(1, 30), [], None)
    page.set_state("checked")
    assert "8 pair" in page.check.counts.text() and "One pair" in page.check.rows["test"][1].text()
    (card,) = page.check.drawn.cards
    assert [side.title.text() for side in (card.before, card.now) if side.title.isVisible()] == [
        "Rejected",
        "Chosen",
    ]
    page.set_state("learning")
    figures, plot = page.learning.figures, page.learning.plot
    assert figures["preferred"][1].isVisible() and figures["margin"][1].text() == "3.50"
    assert "Chosen preferred: 100 %" in plot.accessibleDescription() and not plot.grab().isNull()
    told = taught("/x/Stars", PICTURE)
    page.show_run(
        plan(PICTURE, pairs=True),
        (),
        [],
        [],
        replace(told, after=replace(told.after, rewards=Rewards(1.25, 0.75))),
    )
    assert "in 75 %, by a reward margin of 1.25" in page.outcome.told.text()
    page.show_run(plan(PICTURE), (), steps(1, 4), [], None)
    assert not figures["preferred"][1].isVisible()


def test_what_came_of_it_says_what_got_worse(page):
    page.show_run(plan(PICTURE), (), steps(1, 4), [], taught("/x/Stars", PICTURE))
    page.set_state("done")
    outcome = page.outcome
    assert outcome.isVisible() and "got worse at: Find shapes" in outcome.verdict.text()
    rows = [
        [outcome.table.item(row, place).text() for place in range(5)]
        for row in range(outcome.table.rowCount())
    ]
    assert rows[0] == [
        "Your boxes (8)",
        "IoU",
        "10.0 % (0.0 – 20.0)",
        "90.0 % (80.0 – 100.0)",
        "+80.0 · better",
    ]
    assert rows[1][0] == "Find shapes (8)" and rows[1][4] == "−30.0 · worse"
    assert len(outcome.answers.cards) == 1 and outcome.answers.cards[0].before.isVisible()
    page.tell("Merging Stars")
    assert page.said.isVisible() and page.said.text() == "Merging Stars"
    page.tell("", "The disk is too full.")
    assert page.problem.isVisible() and not page.said.isVisible()
    outcome.chips[1].click()
    assert outcome.answers.cards[0].trial.said.score < outcome.answers.cards[0].trial.before.score
    page.show_run(plan(PICTURE), (), steps(1, 4), [], Taught("/x", True, 4, (4.0, 1.0)))
    assert "Nothing was asked" in outcome.verdict.text() and not outcome.table.isVisible()


def test_numbers_of_a_curve():
    assert smoothed([2.0, 2.0, 2.0]) == pytest.approx([2.0, 2.0, 2.0]) and smoothed([]) == []
    falling = smoothed([4.0, 0.0, 0.0])
    assert falling[0] == 4.0 > falling[1] > falling[2] > 0
    assert ticks(0.0, 4) == [0.0, 1.0] and ticks(4.9, 4) == [0.0, 2.0, 4.0, 6.0] and ticks(1.0, 4)[-1] == 1.0
    below = ticks(2.0, 4, least=-0.6)
    assert below[0] <= -0.6 < 0 in below and below[-1] >= 2.0 and len(below) <= 6
    assert seconds_left([], 10) is None and seconds_left(steps(1, 4), 10) == pytest.approx(3.0)
    many = [(n / 1000, float(n % 7)) for n in range(1000)]
    few = envelope(many, 10)
    assert len(few) <= 40 and few[0] == many[0] and few[-1] == many[-1] and few == sorted(few)


def test_it_follows_the_language(page):
    page.show_run(plan(PICTURE), (), steps(1, 4), [look(0, PICTURE, 3)], taught("/x", PICTURE))
    page.form.source.setCurrentIndex(1)
    chosen = page.form.choice("s")
    for state in OFFERED:
        page.set_state(state)
        for widget in (page, *page.findChildren(QWidget)):
            QApplication.sendEvent(widget, QEvent(QEvent.Type.LanguageChange))
        assert offered(page) == sorted(OFFERED[state], key=ACTIONS.index)
    assert page.form.choice("s") == chosen
