"""How the page of batches says kinds of work, states and times."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from eyebox.batches.job import Kind
from eyebox.batches.queue_file import State
from eyebox_models.protocol.ask import READER, ModelRef

translate = QCoreApplication.translate
PRECISIONS = {"auto": "", "bf16": "BF16", "fp16": "FP16", "fp32": "FP32", "int8": "Int8", "int4": "Int4"}


def kind(name: Kind) -> str:
    """What is done with each page."""
    return {
        "read": translate("Batches", "Read the text"),
        "table": translate("Batches", "Read tables"),
        "extract": translate("Batches", "Read fields"),
        "ask": translate("Batches", "Ask a question"),
        "ground": translate("Batches", "Find things"),
        "redact": translate("Batches", "Black out"),
        "pdf": translate("Batches", "Make searchable PDF files"),
    }[name]


def state(name: State) -> str:
    return {
        "waiting": translate("Batches", "Waiting"),
        "running": translate("Batches", "Under way"),
        "done": translate("Batches", "Done"),
        "failed": translate("Batches", "Failed"),
        "set-aside": translate("Batches", "Set aside"),
    }[name]


def precision(name: str) -> str:
    return translate("Batches", "Auto") if name == "auto" else PRECISIONS.get(name, name)


def model(name: str) -> str:
    return translate("Batches", "Built-in reader") if name == READER else ModelRef(name).short_name


def duration(seconds: float) -> str:
    """A time for people: "40 s", "12 min", "3 h 20 min"."""
    if seconds < 90:
        return translate("Batches", "%1 s").replace("%1", f"{seconds:.0f}")
    minutes = round(seconds / 60)
    if minutes < 90:
        return translate("Batches", "%1 min").replace("%1", str(minutes))
    text = translate("Batches", "%1 h %2 min")
    return text.replace("%1", f"{minutes // 60:,}").replace("%2", str(minutes % 60))


def standing(name: str, counts: Mapping[State, int], per_minute: float, left: float | None) -> str:
    """How a batch stands: "120 of 1,000 pages · 45 a minute · 12 min left"."""
    pages = sum(counts.values())
    done = pages - counts["waiting"] - counts["running"]
    text = translate("Batches", "%1 of %2 pages").replace("%1", f"{done:,}").replace("%2", f"{pages:,}")
    if name == "running":
        parts = [text]
        if per_minute:
            parts.append(translate("Batches", "%1 a minute").replace("%1", f"{per_minute:,.0f}"))
            if left is not None:
                parts.append(translate("Batches", "%1 left").replace("%1", duration(left)))
        return " · ".join(parts)
    if name == "ended":
        wrong = counts["failed"] + counts["set-aside"]
        parts = [translate("Batches", "Pages done: %1").replace("%1", f"{counts['done']:,}")]
        if wrong:
            parts.append(translate("Batches", "not: %1").replace("%1", f"{wrong:,}"))
        return " · ".join(parts)
    said = {
        "preparing": translate("Batches", "Looking for the pages…"),
        "writing": translate("Batches", "Writing the results…"),
        "paused": translate("Batches", "Paused"),
        "elsewhere": translate("Batches", "Under way in another Eyebox"),
    }[name]
    return f"{said} · {text}" if pages and name != "writing" else said
