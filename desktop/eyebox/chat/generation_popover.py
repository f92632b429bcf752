"""The settings of one chat's answers, in a popover below the button in its pane's head."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QWidget

from eyebox.chat.generation_presets import PresetLine
from eyebox.chat.generation_rows import ChoiceRow, NumberRow, Row, StopsRow, TextRow
from eyebox.chat.generation_words import DETAILS, LOOKS, NAMES, NUMBERS, PART_CHOICES, changed, text_of
from eyebox.chat.schema_fields import fields_of
from eyebox.theme import Theme
from eyebox.theme.card import Card
from eyebox.theme.controls import button, column, hairline, label, line, scrolled
from eyebox.theme.grown import grown
from eyebox.theme.sentence import as_tip
from eyebox_models.protocol.ask import GENERATION, Options

WIDTH = 400
MARGIN = 16


@dataclass(frozen=True, slots=True)
class Uses:
    """What a chat's model can use of the settings.

    `model` is its name, "" for the built-in reader, which has none; `defaults` are the checkpoint's own numbers.
    """

    model: str = ""
    takes_system: bool = True
    defaults: Mapping[str, float] = field(default_factory=dict)
    takes_tools: bool = True
    one_size: bool = False
    """It is shown all pictures at one size."""


@dataclass(frozen=True, slots=True)
class AdapterChoice:
    """A LoRA to choose: `base` is what it was made for, `doubt` a sentence why it may not fit, "" for none."""

    folder: str
    name: str
    base: str = ""
    doubt: str = ""


class GenerationPopover(Card):
    """Shows Options and lets the user change them; every change holds at once.

    Signals:
        changed: the new Options.
        model_wanted: another model is to be chosen.
        schema_wanted: the fields of the schema are to be edited.
        adapter_wanted: an adapter in a folder that is not listed.
        preset_saved, preset_removed: a name; `set_presets` answers. preset_default: a name, whether new chats take it.
    """

    changed = Signal(object)
    model_wanted = Signal()
    schema_wanted = Signal()
    adapter_wanted = Signal()
    preset_saved = Signal(str)
    preset_removed = Signal(str)
    preset_default = Signal(str, bool)

    def __init__(self, theme: Theme, options: Options, uses: Uses, over: QWidget) -> None:
        super().__init__(over)
        self.setObjectName("generation")
        self.card.setFixedWidth(grown(WIDTH))
        self.setAccessibleName(self.tr("Settings of this chat"))
        self._options = options
        self._uses = uses
        self._adapters: tuple[AdapterChoice, ...] = ()
        self.presets = PresetLine(theme, self.card)
        self.reset_all = button("quiet", self.card)
        self.reset_all.setText(self.tr("Reset all"))
        self.reset_all.clicked.connect(self._reset_all)
        inner = QWidget()
        self.rows: dict[str, Row] = {
            "system": TextRow(theme, "system", 3, inner),
            **{name: NumberRow(theme, name, inner) for name in NUMBERS},
            "detail": ChoiceRow(theme, "detail", DETAILS, inner),
            "parts": ChoiceRow(theme, "parts", PART_CHOICES, inner),
            "look_again": ChoiceRow(theme, "look_again", LOOKS, inner),
            "stop": StopsRow(theme, "stop", 2, inner),
            "schema": _SchemaRow(theme, "schema", inner),
            "adapter": _AdapterRow(theme, "adapter", inner),
        }
        self._lay_out(inner)
        self._connect()
        self.show_options(options)

    @property
    def options(self) -> Options:
        """The options as they stand."""
        return self._options

    def show_options(self, options: Options) -> None:
        """Shows other options."""
        self._options = options
        for name, row in self.rows.items():
            row.show_value(getattr(options, name))
        self._show_uses()

    def set_presets(self, presets: Mapping[str, Options], default: str) -> None:
        """The presets by name, and the name of that with which new chats of this model begin."""
        self.presets.set_presets(presets, default, self._uses.model)
        self.presets.show_options(self._options)

    def set_adapters(self, adapters: Sequence[AdapterChoice]) -> None:
        """The adapters to choose from, the fitting ones first."""
        self._adapters = tuple(adapters)
        self._show_uses()

    def wanted_height(self) -> int:
        around = self.card.sizeHint().height() - self._scroller.sizeHint().height()
        layout = self._page.layout()
        assert layout is not None
        wraps = layout.hasHeightForWidth()
        page = layout.totalHeightForWidth(WIDTH) if wraps else layout.totalSizeHint().height()
        return page + around + 2

    def open_below(self, anchor: QWidget) -> None:
        """Opens below a button; the first setting that can be used has the focus."""
        super().open_below(anchor)
        first = next((row.control for row in self.rows.values() if row.isEnabled()), self.choose_model)
        first.setFocus(Qt.FocusReason.PopupFocusReason)

    def _lay_out(self, inner: QWidget) -> None:
        title = label("title", parent=self.card)
        title.setText(self.tr("Settings of this chat"))
        why = label("hint", wrap=True)
        why.setText(self.tr("The built-in reader has no settings. Choose a model to have them."))
        self.choose_model = button("", self.card)
        self.choose_model.setText(self.tr("Choose a model…"))
        self.choose_model.clicked.connect(self.model_wanted)
        self._none = QWidget()
        line((why, 1), self.choose_model, inside=self._none, spacing=8, margins=(MARGIN, 0, MARGIN, 8))
        column(*self.rows.values(), None, inside=inner, spacing=8, margins=(MARGIN, 12, MARGIN - 4, 12))
        self._page = inner
        self._scroller = scrolled(inner)
        column(
            line((title, 1), self.reset_all, margins=(MARGIN, 10, 8, 4)),
            self._none,
            self.presets,
            hairline(),
            (self._scroller, 1),
            inside=self.card,
        )

    def _connect(self) -> None:
        for row in self.rows.values():
            row.changed.connect(self._take)
        schema, adapter = self.rows["schema"], self.rows["adapter"]
        assert isinstance(schema, _SchemaRow) and isinstance(adapter, _AdapterRow)
        schema.edit.clicked.connect(self.schema_wanted)
        adapter.other_wanted.connect(self.adapter_wanted)
        self.presets.chosen.connect(self._apply)
        self.presets.saved.connect(self.preset_saved)
        self.presets.removed.connect(self.preset_removed)
        self.presets.made_default.connect(self.preset_default)

    @Slot(str, object)
    def _take(self, name: str, value: Any) -> None:
        self._options = replace(self._options, **{name: value})
        self._show_uses()
        self.changed.emit(self._options)

    @Slot(object)
    def _apply(self, preset: Options) -> None:
        """Takes the settings of a preset; the adapter stays."""
        values = {name: getattr(preset, name) for name in GENERATION}
        self.show_options(replace(self._options, **values))
        self.changed.emit(self._options)

    @Slot()
    def _reset_all(self) -> None:
        usual = Options()
        self.show_options(replace(self._options, **{name: getattr(usual, name) for name in NAMES}))
        self.changed.emit(self._options)

    def _show_uses(self) -> None:
        """Enables what the model can use as things stand, and says why not the others."""
        options, uses = self._options, self._uses
        is_model = bool(uses.model)
        self._none.setVisible(not is_model)
        self.presets.setEnabled(is_model)
        self.reset_all.setEnabled(bool(changed(options)))
        self.presets.show_options(options)
        samples = options.temperature > 0
        why = {
            "num_beams": self.tr("With beams the answer is shown only at its end.")
            if options.num_beams > 1
            else "",
            "detail": self._on_detail(),
            "parts": self.tr(
                "The picture, then overlapping parts of it; boxes are joined across their seams."
            )
            if options.parts
            else "",
            "system": ""
            if uses.takes_system
            else self.tr("%1 only goes on with a text: it has no place for a system prompt.").replace(
                "%1", uses.model
            ),
            "look_again": self._on_looking(),
            "stop": self.tr("One a line; \\n is a line break. The answer ends right before it."),
            "schema": self.tr("A stop text may end the answer before its JSON is whole.")
            if options.schema and options.stop
            else "",
        }
        for name, row in self.rows.items():
            usable = is_model and (samples or name not in ("top_p", "seed"))
            row.set_why(
                why.get(name, "") if is_model else "",
                usable=usable
                and (uses.takes_system or name != "system")
                and (uses.takes_tools or name != "look_again")
                and not (uses.one_size and name == "detail"),
            )
        own = {name: self._own(name) for name in ("repetition_penalty", "max_new_tokens")}
        usual = {
            "temperature": self.tr("0: always the likeliest"),
            "top_p": self.tr("1: all tokens") if samples else self.tr("needs a temperature"),
            "seed": self.tr("another each time") if samples else self.tr("needs a temperature"),
            "num_beams": self.tr("1: none, it streams"),
            **own,
        }
        for name, text in usual.items():
            row = self.rows[name]
            assert isinstance(row, NumberRow)
            row.show_default(text)
        self._show_texts()
        self.fit_soon.start()

    def _on_looking(self) -> str:
        if not self._uses.takes_tools:
            return self.tr("The chat template of %1 has no place for tools.").replace("%1", self._uses.model)
        if self._options.look_again and self._options.parts:
            return self.tr("Not where very large pictures are looked at in parts.")
        return ""

    def _on_detail(self) -> str:
        if self._uses.one_size:
            return self.tr("%1 is shown all pictures at one size.").replace("%1", self._uses.model)
        if self._options.detail == "less":
            return self.tr("Fewer visual tokens for captions and classes; never for boxes or text.")
        return ""

    def _show_texts(self) -> None:
        system, stop, schema, adapter = (self.rows[name] for name in ("system", "stop", "schema", "adapter"))
        assert isinstance(system, TextRow) and isinstance(stop, TextRow)
        assert isinstance(schema, _SchemaRow) and isinstance(adapter, _AdapterRow)
        system.show_default(self.tr("the checkpoint's own"))
        stop.show_default(self.tr("none"))
        schema.show_value(self._options.schema)
        adapter.show_adapters(self._adapters, self._options.adapter)

    def _own(self, name: str) -> str:
        value = self._uses.defaults.get(name)
        if value is None:
            return self.tr("the checkpoint's own")
        return self.tr("%1: the checkpoint's").replace("%1", text_of(value))


class _SchemaRow(Row):
    """What the schema is, in a word, and the button that edits it."""

    def __init__(self, theme: Theme, name: str, parent: QWidget) -> None:
        super().__init__(theme, name, parent)
        self.edit = button("", self)
        self.edit.setFixedWidth(grown(176))
        self.lay_out(self.edit, beside=True)

    def show_value(self, value: object) -> None:
        self.reset.setVisible(value is not None)
        if not isinstance(value, str):
            text = self.tr("Choose fields…")
        else:
            fields = fields_of(value)
            text = self.tr("Edit the schema…") if fields is None else self.tr("%n field(s)…", "", len(fields))
        self.edit.setText(text)
        self.edit.setAccessibleName(f"{self.title.text()}: {text}")
        self.edit.setToolTip(as_tip(value) if isinstance(value, str) else "")


class _AdapterRow(Row):
    """Signals: other_wanted: a folder that is not listed is to be chosen."""

    other_wanted = Signal()

    def __init__(self, theme: Theme, name: str, parent: QWidget) -> None:
        super().__init__(theme, name, parent)
        self.choice = QComboBox(self)
        self.choice.setFixedWidth(grown(176))
        self.choice.setMinimumContentsLength(8)
        self.choice.activated.connect(self._chosen)
        self._doubts: dict[str, str] = {}
        self._value: str | None = None
        self.lay_out(self.choice, beside=True)

    def show_value(self, value: object) -> None:
        self._value = value if isinstance(value, str) else None
        self.reset.setVisible(value is not None)

    def show_adapters(self, adapters: Sequence[AdapterChoice], chosen: str | None) -> None:
        """The choices, what is chosen among them even where it is not listed."""
        self.show_value(chosen)
        self._doubts = {adapter.folder: adapter.doubt for adapter in adapters}
        self.choice.clear()
        self.choice.addItem(self.tr("None"), None)
        for adapter in adapters:
            self.choice.addItem(adapter.name, adapter.folder)
            tip = as_tip("\n".join(filter(None, (adapter.folder, adapter.base, adapter.doubt))))
            self.choice.setItemData(self.choice.count() - 1, tip, Qt.ItemDataRole.ToolTipRole)
        if chosen and chosen not in self._doubts:
            self.choice.addItem(chosen.rstrip("/\\").replace("\\", "/").rpartition("/")[2], chosen)
        self.choice.insertSeparator(self.choice.count())
        self.choice.addItem(self.tr("Other folder…"), "")
        self.choice.setCurrentIndex(max(0, self.choice.findData(chosen)) if chosen else 0)
        self.choice.setToolTip(as_tip(chosen or ""))
        if self.isEnabled():
            self.set_why(self._doubts.get(chosen or "", ""))

    @Slot(int)
    def _chosen(self, index: int) -> None:
        folder = self.choice.itemData(index)
        if folder == "":
            self.choice.setCurrentIndex(max(0, self.choice.findData(self._value)) if self._value else 0)
            self.other_wanted.emit()
        elif folder != self._value:
            self.changed.emit(self.name, folder)
