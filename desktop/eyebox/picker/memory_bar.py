"""What a model takes of the memory there is, as a bar with a sentence."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QWidget

from eyebox.amounts import size
from eyebox.language import translated
from eyebox.picker import words
from eyebox.picker.controls import Dot
from eyebox.theme import Theme, set_kind
from eyebox.theme.controls import column, label, line
from eyebox.theme.retranslated import Retranslated
from eyebox_models.protocol.cards import Estimate


class MemoryBar(Retranslated, QWidget):
    """Weights, chat and working memory of an estimate against what is free; with its advice."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._estimate: Estimate | None = None
        self._dot = Dot(theme)
        self.sentence = label()
        self._bar = _Bar(theme)
        self._parts = label("hint", wrap=True)
        self.advice = label("", wrap=True)
        head = line(self._dot, (self.sentence, 1), spacing=8)
        column(head, self._bar, self._parts, self.advice, inside=self, spacing=8)
        self.set_estimate(None)

    def set_estimate(self, estimate: Estimate | None) -> None:
        """Shows an estimate; None: it is being worked out."""
        self._estimate = estimate
        self._bar.set_estimate(estimate)
        self._dot.set_role("muted" if estimate is None else words.VERDICT_ROLES[estimate.verdict])
        self._retranslate()

    def _retranslate(self) -> None:
        estimate = self._estimate
        self._parts.setVisible(estimate is not None)
        self.advice.setVisible(estimate is not None and bool(estimate.advice))
        if estimate is None:
            self.sentence.setText(self.tr("Working it out…"))
            return
        self.sentence.setText(words.memory(estimate))
        parts = (
            (self.tr("weights %1"), estimate.weights_bytes),
            (self.tr("chat %1"), estimate.cache_bytes),
            (self.tr("work %1"), estimate.activation_bytes),
        )
        said = [text.replace("%1", size(count)) for text, count in parts if count]
        made = [
            words.precision(estimate.precision) if estimate.precision else "",
            words.device(estimate.device),
        ]
        self._parts.setText(" · ".join([*said, *(part for part in made if part)]))
        self.advice.setText(translated(estimate.advice))
        set_kind(self.advice, {"fits": "muted", "tight": "warn", "too big": "danger"}[estimate.verdict])
        self._bar.setAccessibleName(self.sentence.text())


class _Bar(QWidget):
    """Three parts of one colour; what is beyond the memory there is stands behind a mark."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._estimate: Estimate | None = None
        self.setFixedHeight(8)
        theme.changed.connect(self.update)

    def set_estimate(self, estimate: Estimate | None) -> None:
        self._estimate = estimate
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(0, 0, self.width(), 8)
        clip = QPainterPath()
        clip.addRoundedRect(whole, 4, 4)
        painter.setClipPath(clip)
        painter.fillRect(whole, self._theme.color("pressed"))
        estimate = self._estimate
        if estimate is None:
            return
        scale = self.width() / max(estimate.total_bytes, estimate.available_bytes, 1)
        role = words.VERDICT_ROLES[estimate.verdict] if estimate.verdict != "fits" else "accent"
        x = 0.0
        for count, strength in (
            (estimate.weights_bytes, 255), (estimate.cache_bytes, 165), (estimate.activation_bytes, 95),
        ):  # fmt: skip
            color = QColor(self._theme.color(role))
            color.setAlpha(strength)
            painter.fillRect(QRectF(x, 0, count * scale, 8), color)
            x += count * scale
        if estimate.total_bytes > estimate.available_bytes:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.fillRect(QRectF(estimate.available_bytes * scale - 1, 0, 2, 8), self._theme.color("text"))
