"""The resolution slider, and what the model saw."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from eyebox.language import Language
from eyebox.picker.resolution import ResolutionSlider
from eyebox.picker.seen import SeenView, seen_facts, seen_hint
from eyebox.theme import Theme
from eyebox_models.families.registry import table
from eyebox_models.protocol.ask import Options
from eyebox_models.protocol.cards import ONE_SIZE, Estimate, SizeRule
from eyebox_models.protocol.events import Answer, ImageInfo

ESTIMATE = Estimate(
    2_800_000_000, 100_000_000, 200_000_000, 3_100_000_000, 20_000_000_000, "fits", 1280, resized=((980, 1008),),
    seconds_to_first_token=2.2,
)  # fmt: skip


def rule_of(model_type: str) -> SizeRule:
    info = table().family_of(model_type)
    return info.size_rule if info is not None else ONE_SIZE


@pytest.fixture
def english(qapp):
    language = Language(qapp)
    language.use("en")
    yield
    language.remove()


@pytest.fixture
def slider(qtbot, qapp, english) -> ResolutionSlider:
    slider = ResolutionSlider(Theme(qapp))
    qtbot.addWidget(slider)
    slider.show()
    slider.set_model(rule_of("qwen2_vl"))
    return slider


def test_it_says_tokens_memory_and_time(slider: ResolutionSlider) -> None:
    assert slider.sentence.text() == "Working it out…"
    slider.set_estimate(ESTIMATE)
    said = slider.sentence.text().replace("1280", "1,280")
    assert said.startswith("1,280 visual token")
    assert said.endswith(", 3.1 GB, about 2 s to the first word")


def test_keys_choose_a_size_and_the_reset_gives_it_back(slider: ResolutionSlider, qtbot) -> None:
    slider.set_estimate(ESTIMATE)
    assert slider.value is None and not slider.reset.isVisible()
    with qtbot.waitSignal(slider.changed) as changed:
        qtbot.keyClick(slider.slider, Qt.Key.Key_Left)
    assert changed.args == [1024 * 28 * 28]
    assert slider.applied(Options()) == Options(max_pixels=1024 * 28 * 28)
    with qtbot.waitSignal(slider.changed) as changed:
        slider.reset.click()
    assert changed.args == [None]
    assert slider.applied(Options(max_pixels=7)) == Options()


@pytest.mark.parametrize(
    "model_type", ["qwen2_vl", "qwen2_5_vl", "qwen3_vl", "qwen3_vl_moe", "qwen3_5", "internvl"]
)
def test_a_chosen_value_comes_back_as_it_was(model_type: str, slider: ResolutionSlider, qtbot) -> None:
    slider.set_model(rule_of(model_type))
    slider.slider.setValue(5)
    options = slider.applied(Options())
    slider.set_model(rule_of(model_type))
    with qtbot.assertNotEmitted(slider.changed):
        slider.set_options(options)
    assert slider.slider.value() == 5
    assert slider.applied(Options()) == options


def test_a_value_between_stops_is_kept(slider: ResolutionSlider) -> None:
    slider.set_options(Options(max_pixels=1_000_000))
    assert slider.value == 1_000_000
    slider.set_estimate(ESTIMATE)
    assert slider.value == 1_000_000


def test_internvl_counts_tiles(slider: ResolutionSlider) -> None:
    slider.set_model(rule_of("internvl"))
    slider.slider.setValue(3)
    assert slider.applied(Options()) == Options(max_tiles=4)


def test_what_has_one_size_only_has_no_slider(slider: ResolutionSlider) -> None:
    slider.set_model(rule_of("llava"))
    assert rule_of("llava").unit == "" and not slider.slider.isVisible()
    slider.set_estimate(ESTIMATE)
    assert slider.sentence.isVisible()


def test_seen_says_size_tokens_and_share(english) -> None:
    said = seen_facts(ImageInfo(0, 3000, 4000, (868, 1148), 1271))
    assert said.startswith("3000 × 4000 shown at 868 × 1148 · ")
    assert said.endswith("8.3 % of its pixels")
    assert seen_hint(ImageInfo(0, 3000, 4000, (868, 1148))).startswith("3.5 times smaller")
    assert seen_hint(ImageInfo(0, 560, 560, (560, 560))) == "The model saw every pixel."
    assert seen_facts(ImageInfo(0, 0, 0, (0, 0)))


def test_the_view_shows_each_picture_as_small_as_it_was_seen(qtbot, qapp, english) -> None:
    image = QImage(1000, 800, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    answer = Answer(1, "", seen=(ImageInfo(0, 1000, 800, (500, 400), 200), ImageInfo(1, 90, 60, (1200, 800))))
    view = SeenView(
        Theme(qapp), answer, lambda seen: image if seen.image == 0 else None, ("a.png", "发票.jpg")
    )
    qtbot.addWidget(view)
    view.show()
    assert view.preview.width() == 500 and view.preview.height() == 400
    assert "200 visual token" in view.facts.text()
    view.pictures.setCurrentRow(1)
    assert "shown at 1200 × 800" in view.facts.text()
    view.fit.click()
    view.pictures.setCurrentRow(0)
    assert view.preview.width() <= 500


def test_an_answer_without_pictures_says_so(qtbot, qapp) -> None:
    view = SeenView(Theme(qapp), Answer(1, ""), lambda _seen: None)
    qtbot.addWidget(view)
    view.show()
    assert not view.facts.isVisible()
