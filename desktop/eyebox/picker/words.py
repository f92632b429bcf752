"""How the picker says sizes, counts, times and verdicts."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale, QObject

from eyebox.amounts import percent, size
from eyebox_models.protocol.cards import Estimate, Fit, GroundingReport, ModelCard, Offer, Transfer
from eyebox_models.protocol.errors import Sentence

translate = QCoreApplication.translate

PRECISIONS = {"auto": "", "bf16": "BF16", "fp16": "FP16", "fp32": "FP32", "int8": "Int8", "int4": "Int4"}
VERDICT_ROLES: dict[Fit, str] = {"fits": "ok", "tight": "warn", "too big": "danger"}


class Counted(QObject):
    """Texts with a plural: they are collected for translation from `tr` of an object only."""

    def visual_tokens(self, count: int) -> str:
        return self.tr("%n visual token(s)", "", count)


def number(count: int) -> str:
    return QLocale().toString(count)


def lacks_torch(card: ModelCard) -> bool:
    """Whether a checkpoint runs at no precision because torch is missing."""
    reasons = [reason for name, reason in card.runs if name != "auto"]
    return bool(reasons) and all(
        isinstance(reason, Sentence) and reason.code == "torch-missing" for reason in reasons
    )


def parameters(count: int) -> str:
    """A count of parameters: "2.2 B", "620 M"."""
    locale = QLocale()
    if count >= 1_000_000_000:
        digits = 1 if count < 100_000_000_000 else 0
        return translate("Picker", "%1 B").replace("%1", locale.toString(count / 1e9, "f", digits))
    return translate("Picker", "%1 M").replace("%1", locale.toString(max(1, round(count / 1e6))))


def precision(name: str) -> str:
    """A precision as it is written: "int4 (gptq)" is "Int4 (GPTQ)"."""
    if name == "auto":
        return translate("Picker", "Auto")
    word, _, rest = name.partition(" ")
    shown = PRECISIONS.get(word) or (word.upper() if len(word) <= 5 else word)
    return f"{shown} {rest.upper()}" if rest else shown


def verdict(fit: Fit) -> str:
    return {
        "fits": translate("Picker", "Fits"),
        "tight": translate("Picker", "Tight"),
        "too big": translate("Picker", "Too big"),
    }[fit]


def seconds(count: float) -> str:
    """About so long: "2 s", "3 min", "1 h 20 min"."""
    whole = max(1, round(count))
    if whole < 100:
        return translate("Picker", "%1 s").replace("%1", number(whole))
    minutes = round(count / 60)
    if minutes < 100:
        return translate("Picker", "%1 min").replace("%1", number(minutes))
    hours, minutes = divmod(minutes, 60)
    text = translate("Picker", "%1 h %2 min")
    return text.replace("%1", number(hours)).replace("%2", number(minutes))


def first_word(estimate: Estimate) -> str:
    """ "1,280 visual tokens, 3.1 GB, about 2 s to the first word"."""
    parts = []
    if estimate.visual_tokens:
        parts.append(visual_tokens(estimate.visual_tokens))
    parts.append(size(estimate.total_bytes))
    if estimate.seconds_to_first_token is not None:
        text = translate("Picker", "about %1 to the first word")
        parts.append(text.replace("%1", seconds(estimate.seconds_to_first_token)))
    return translate("Picker", ", ").join(parts)


def visual_tokens(count: int) -> str:
    """So many visual tokens, with thousands apart."""
    text = Counted().visual_tokens(count)
    return text.replace(str(count), number(count)) if count >= 1000 else text


def memory(estimate: Estimate) -> str:
    """ "Fits: 5.2 of 20.1 GB"."""
    text = translate("Picker", "%1: needs %2 of %3")
    text = text.replace("%1", verdict(estimate.verdict))
    return text.replace("%2", size(estimate.total_bytes)).replace("%3", size(estimate.available_bytes))


def grounding_of(card: ModelCard, precision_name: str = "") -> GroundingReport | None:
    """The report that counts: that of this precision, else the last one that was made."""
    reports = card.grounding
    same = [report for report in reports if report.precision == precision_name]
    return (same or list(reports))[-1] if reports else None


def grounding(report: GroundingReport | None) -> str:
    """ "boxes trusted · 1.4 px", "boxes not trusted", "boxes not checked"."""
    if report is None:
        return translate("Picker", "boxes not checked")
    text = (
        translate("Picker", "boxes trusted") if report.trusted else translate("Picker", "boxes not trusted")
    )
    if report.median_error_pixels is not None:
        pixels = QLocale().toString(report.median_error_pixels, "f", 1)
        text += " · " + translate("Picker", "%1 px").replace("%1", pixels)
    return text


def facts(card: ModelCard) -> str:
    """Family, parameters and the precision on disk, in one line."""
    parts = [card.title or card.family]
    if card.parameters:
        parts.append(parameters(card.parameters))
    if card.precision_on_disk:
        parts.append(precision(card.precision_on_disk))
    return " · ".join(part for part in parts if part)


def transfer_state(state: str) -> str:
    """What a download is doing, in a word."""
    return {
        "engine": translate("Picker", "Adding the model engine first"),
        "listing": translate("Picker", "Asking for the list of files"),
        "fetching": translate("Picker", "Downloading"),
        "checking": translate("Picker", "Checking"),
        "placing": translate("Picker", "Putting into place"),
        "paused": translate("Picker", "Paused"),
    }.get(state, state)


def transfer_share(transfer: Transfer) -> float | None:
    """How far a download is, 0..1; None while its size is unknown."""
    if transfer.total_bytes <= 0:
        return None
    return min(1.0, transfer.done_bytes / transfer.total_bytes)


def transfer_short(transfer: Transfer) -> str:
    """State and per cent, for a row of the list."""
    share, text = transfer_share(transfer), transfer_state(transfer.state)
    return text if share is None else f"{text} · {percent(share)}"


def transfer_long(transfer: Transfer) -> str:
    """ "1.2 of 4.4 GB · 12 MB/s · 4 min left"."""
    parts = []
    if transfer.total_bytes > 0:
        text = translate("Picker", "%1 of %2").replace("%1", size(transfer.done_bytes))
        parts.append(text.replace("%2", size(transfer.total_bytes)))
    comes = transfer.state in ("engine", "fetching")
    if comes and transfer.bytes_per_second > 0:
        parts.append(translate("Picker", "%1/s").replace("%1", size(round(transfer.bytes_per_second))))
    if comes and transfer.seconds_left is not None:
        parts.append(translate("Picker", "%1 left").replace("%1", seconds(transfer.seconds_left)))
    return " · ".join(parts)


def device(name: str) -> str:
    """A device as people call it: "cpu" is the CPU."""
    return name.upper() if name in ("cpu", "mps") else name


def offer_of(name: str) -> Offer:
    """An offer for a name that no list has."""
    return Offer(name, short_name(name), "", "", ())


def short_name(name: str) -> str:
    """A model's name without its owner."""
    return name.rsplit("/", 1)[-1] or name


def is_sixteen_bit(card: ModelCard) -> bool:
    """Whether a model has weights that could be quantized."""
    return card.complete and not card.problems and card.precision_on_disk.startswith(("bf16", "fp16", "fp32"))
