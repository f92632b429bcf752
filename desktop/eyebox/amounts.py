"""How much, how large and how far, in the words of the program's language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from eyebox_models.protocol.events import Progress

translate = QCoreApplication.translate


def size(count: int) -> str:
    """Bytes as people say them: 3.1 GB (of 1000 each)."""
    mantissa = float(count)
    while mantissa >= 1000:
        mantissa /= 1000
    digits = 1 if count >= 1_000_000_000 and mantissa < 99.95 else 0
    return QLocale().formattedDataSize(count, digits, QLocale.DataSizeFormat.DataSizeSIFormat)


def percent(share: float) -> str:
    """A share 0..1 in per cent; only what is whole is 100 %."""
    return f"{int(min(max(share, 0.0), 1.0) * 100 + 1e-9)} %"


def decimal(number: float, digits: int) -> str:
    """A number with so many digits behind its point, or comma."""
    return QLocale().toString(number, "f", digits)


def score_text(score: float | None) -> str:
    """How sure a model is of something, 0..1; empty where it did not say."""
    return "" if score is None else decimal(score, 2)


def part_of(done: int, total: int) -> str:
    """ "1.2 of 4.4 GB"."""
    return translate("Amounts", "%1 of %2").replace("%1", size(done)).replace("%2", size(total))


def time_left(seconds: float) -> str:
    """ "2 min left", "less than a minute left"."""
    minutes = round(seconds / 60)
    if seconds < 55:
        return translate("Amounts", "less than a minute left")
    if minutes < 60:
        return translate("Amounts", "%1 min left").replace("%1", str(max(minutes, 1)))
    hours = f"{minutes // 60}:{minutes % 60:02}"
    return translate("Amounts", "%1 h left").replace("%1", hours)


def about_time(seconds: float) -> str:
    """How long something will take, no finer than that can be known: "about 20 min"."""
    minutes = seconds / 60
    if minutes < 1.5:
        return translate("Amounts", "about a minute")
    if minutes < 90:
        step = 1 if minutes < 10 else 5
        return translate("Amounts", "about %1 min").replace("%1", str(round(minutes / step) * step))
    return translate("Amounts", "about %1 h").replace("%1", str(round(minutes / 60)))


def stage(progress: Progress) -> str:
    """What is being done and how far: "Loading 40 % · 1.2 GB of 3.1 GB", "Reading…"."""
    names = {
        "starting": translate("Amounts", "Starting"),
        "importing": translate("Amounts", "Importing libraries"),
        "loading": translate("Amounts", "Loading"),
        "checking": translate("Amounts", "Checking"),
        "looking": translate("Amounts", "Looking at the picture"),
        "parts": translate("Amounts", "Looking at the picture in parts"),
        "reading": translate("Amounts", "Reading"),
        "compiling": translate("Amounts", "Preparing the graphics card, once (up to a minute)"),
        "unpacking": translate("Amounts", "Unpacking"),
        "quantizing": translate("Amounts", "Quantizing"),
        "waiting": translate("Amounts", "Waiting for its turn"),
        "testing": translate("Amounts", "Learning one conversation by heart"),
        "asking": translate("Amounts", "Asking what is held out"),
        "saving": translate("Amounts", "Saving"),
    }
    whats = {
        "processor": translate("Amounts", "its tokenizer and picture processor"),
        "weights": translate("Amounts", "its weights"),
    }
    text = names.get(progress.stage, progress.stage.capitalize())
    text = f"{text}…" if progress.fraction is None else f"{text} {percent(progress.fraction)}"
    parts = [text, whats.get(progress.what, progress.what)]
    if progress.total_bytes:
        parts.append(part_of(progress.done_bytes, progress.total_bytes))
    return " · ".join(part for part in parts if part)
