"""The model library in the window: what there is, what it would take, and downloads."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from eyebox.jobs.job import JobHandle, Priority
from eyebox.jobs.lane import Lane
from eyebox.language import translated
from eyebox.session.added_folders import MODELS
from eyebox.session.store import Store
from eyebox.session.writes import SetState
from eyebox.workspace.loaded_model import LoadedModel
from eyebox.workspace.write_queue import WriteQueue
from eyebox_models.protocol.ask import Options
from eyebox_models.protocol.cards import (
    ONE_SIZE,
    AdapterCard,
    Estimate,
    GroundingReport,
    ModelCard,
    ModelCards,
    SizeRule,
    Transfer,
)
from eyebox_models.protocol.events import End
from eyebox_models.protocol.requests import (
    CheckGrounding,
    Discard,
    Download,
    ListModels,
    Planning,
)
from eyebox_models.protocol.wire import pack

Sizes = Sequence[tuple[int, int]]


class Models(QObject):
    """Asks the engines about models and keeps what the user decided. Knows no widget.

    Signals:
        listed: ModelCards, after `refresh`.
        added: a folder that was to be added is listed.
        nothing_added: a folder that was added and holds nothing to list; it is forgotten again.
        estimated: owner (whoever asked), model, Estimate, or None with a sentence.
        transferred: Transfer. download_ended: name, sentence ("" when it is complete or paused).
        grounded: GroundingReport or None, and then a sentence.
        downloading_changed: whether a download runs.
        failed: a sentence.
    """

    listed = Signal(object)
    added = Signal(str)
    nothing_added = Signal(str)
    estimated = Signal(str, str, object, str)
    transferred = Signal(object)
    download_ended = Signal(str, str)
    grounded = Signal(object, str)
    downloading_changed = Signal(bool)
    failed = Signal(str)

    def __init__(
        self,
        store: Store,
        queue: WriteQueue,
        lanes: dict[str, Lane],
        home: Path,
        memory: LoadedModel,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._queue = queue
        self._model, self._library, self._download = lanes["model"], lanes["library"], lanes["download"]
        self.home = home
        """Where Eyebox's own checkpoints lie."""
        self._memory = memory
        self._state: dict[str, Any] = store.get_state("", MODELS, {})
        self._plans: dict[str, JobHandle] = {}
        self._fetching: dict[str, JobHandle] = {}
        self._removing: set[str] = set()
        self._after: dict[str, tuple[int, int]] = {}
        self._check: JobHandle | None = None
        self.adapters: tuple[AdapterCard, ...] | None = None
        """The LoRAs that were found; None before anybody looked."""

    # What there is

    @property
    def folders(self) -> tuple[str, ...]:
        """The folders that the user added."""
        return tuple(self._state.get("folders", ()))

    def add_folder(self, folder: str) -> None:
        """Lists a folder's checkpoints too; one that holds none is not kept."""
        before = self.folders
        self._keep("folders", [*dict.fromkeys((*before, folder))])

        def done(end: End) -> None:
            cards = end.result.cards if isinstance(end.result, ModelCards) else ()
            if end.outcome == "done" and not any(_is_in(card.folder, folder) for card in cards):
                self._keep("folders", [one for one in self.folders if one != folder or one in before])
                self.nothing_added.emit(folder)
            else:
                self.added.emit(folder)

        self._look(done)

    def forget_folder(self, folder: str) -> None:
        """Takes an added folder off the list, or the one above it where it was found; no file is touched."""
        kept = [one for one in self.folders if not Path(folder).is_relative_to(one)]
        self._keep("folders", kept)
        self.refresh()

    def add_adapter(self, folder: str) -> None:
        """Lists a folder with a LoRA too, also one that can't be used."""
        self._keep("adapters", [*dict.fromkeys((folder, *self._state.get("adapters", ())))])
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Looks what there is; `listed` follows."""
        self._look(lambda _end: None)

    def _look(self, then: Callable[[End], None]) -> None:
        def done(end: End) -> None:
            if isinstance(end.result, ModelCards):
                self.adapters = end.result.adapters
                for card in end.result.cards:
                    if card.folder in self._known():
                        self.learn(card)
                self.listed.emit(end.result)
            elif end.outcome == "failed":
                self.listed.emit(ModelCards(()))
                self.failed.emit(translated(end.message))
            then(end)

        request = ListModels(str(self.home), self.folders, tuple(self._state.get("adapters", ())))
        self._library.submit(request, self.tr("Looking for models"), quiet=True).ended.connect(done)

    def _known(self) -> dict[str, Any]:
        known = self._state.get("known", {})
        return known if isinstance(known, dict) else {}

    def learn(self, card: ModelCard) -> None:
        """Remembers what a chat's header says of a model, so that it need not be looked at again."""
        facts = {
            "system": card.takes_system,
            "tools": card.takes_tools,
            "context": card.context_length or 0,
            "defaults": dict(card.defaults),
            "widths": list(card.widths),
            "size": [card.size_rule.unit, card.size_rule.pixels_per_token],
            "name": card.name,
            "grounding": {
                report.precision: [report.trusted, pack(report.why), report.median_error_pixels]
                for report in card.grounding
            },
        }
        if self._known().get(card.folder) != facts:
            self._keep("known", {**self._known(), card.folder: facts})

    def facts(self, model: str) -> dict[str, Any]:
        """What was learned of a model that was chosen: "name", "size" (unit, pixels a token), "grounding", how many
        tokens its "context" has (0: unknown), whether it takes a "system" prompt and "tools", its own "defaults" by the
        name of the setting."""
        facts = self._known().get(model, {})
        return facts if isinstance(facts, dict) else {}

    def is_outdated(self, model: str) -> bool:
        """Whether an older version learned of a model that was chosen, and not yet how it sizes pictures."""
        facts = self.facts(model)
        return bool(facts) and not {"size", "defaults", "context", "widths"} <= facts.keys()

    def size_rule(self, model: str) -> SizeRule:
        """How a model that was chosen sizes pictures; that of one size where nothing was learned yet."""
        match self.facts(model).get("size"):
            case [("pixels" | "tiles") as unit, int(pixels)] if pixels > 0:
                return SizeRule(unit, pixels)
        return ONE_SIZE

    def _keep(self, name: str, value: Any) -> None:
        self._state = {**self._state, name: value}
        state = self._state
        self._queue.do(SetState("", MODELS, state))

    # What it would take

    def estimate(
        self,
        owner: str,
        model: str,
        options: Options,
        sizes: Sizes,
        *,
        videos: tuple[tuple[int, int, int], ...] = (),
        first: bool = True,
    ) -> None:
        """Estimates a question, ahead of what waits; `estimated` follows, unless the owner asks again before.

        `videos`: see `requests.Planning`.
        """
        old = self._plans.pop(owner, None)
        if old is not None and old.state == "waiting":
            old.stop()

        def done(end: End) -> None:
            if owner not in self._plans or self._plans[owner].state != "ended":
                return  # the owner asked again meanwhile
            del self._plans[owner]
            if isinstance(end.result, Estimate):
                self.estimated.emit(owner, model, end.result, "")
            elif end.outcome == "failed":
                self.estimated.emit(owner, model, None, translated(end.message))

        request = Planning(
            model,
            tuple(sizes),
            self._memory.settled(model, options),
            new_tokens=options.max_new_tokens,
            ledger=self._memory.ledger,
            videos=videos,
        )
        title = self.tr("Working out what it takes")
        priority = Priority.NOW if first else Priority.BATCH
        job = self._plans[owner] = self._library.submit(request, title, quiet=True, priority=priority)
        job.ended.connect(done)

    # Downloads

    @property
    def downloading(self) -> bool:
        """Whether a download runs or waits."""
        return bool(self._fetching)

    def unfinished(self) -> list[Transfer]:
        """Downloads that were begun and are not complete, as they stand."""
        found = []
        for name, kept in self._state.get("downloads", {}).items():
            state = "listing" if name in self._fetching else "paused"
            found.append(Transfer(name, state, int(kept.get("done", 0)), int(kept.get("total", 0))))
        return found

    def note_wanted(self, name: str, endpoint: str, proxy: str) -> None:
        """Keeps that a checkpoint is wanted, so that its download can go on after a restart."""
        known = self._state.get("downloads", {}).get(name, {})
        self._note_download(name, {**known, "endpoint": endpoint, "proxy": proxy})

    def download(
        self, name: str, endpoint: str = "", proxy: str = "", *, after: int = 0, about: int = 0
    ) -> None:
        """Fetches a checkpoint, or goes on with it. Only when the user asked for it.

        It comes `after` so many bytes of what it needs, which count in what is said of it; `about` as many follow.
        """
        if name in self._fetching:
            return
        self._after[name] = (after, about)
        self.note_wanted(name, endpoint, proxy)
        request = Download(name, str(self.home), endpoint=endpoint, proxy=proxy)
        title = self.tr("Download %1").replace("%1", name)
        job = self._fetching[name] = self._download.submit(request, title)
        job.happened.connect(self._on_transfer)
        job.ended.connect(partial(self._download_over, name))
        self.downloading_changed.emit(self.downloading)

    def pause(self, name: str) -> None:
        """Stops a download; what came is kept."""
        if name in self._fetching:
            self._fetching[name].stop()
        else:
            self.download_ended.emit(name, "")

    def remove(self, name: str) -> None:
        """Stops a download and deletes what came of it."""
        self._note_download(name, None)
        if name in self._fetching:
            self._removing.add(name)
            self._fetching[name].stop()

        def done(end: End) -> None:
            self.failed.emit(translated(end.message)) if end.outcome == "failed" else self.refresh()

        title = self.tr("Removing %1").replace("%1", name)
        self._download.submit(Discard(name, str(self.home)), title, quiet=True).ended.connect(done)

    def _download_over(self, name: str, end: End) -> None:
        self._fetching.pop(name, None)
        if end.outcome == "done":
            self._note_download(name, None)
        self.downloading_changed.emit(self.downloading)
        if name in self._removing:
            self._removing.discard(name)
            return
        if end.outcome == "stopped":
            kept = next((one for one in self.unfinished() if one.name == name), Transfer(name, "paused"))
            self.transferred.emit(kept)
        self.download_ended.emit(name, translated(end.message) if end.outcome == "failed" else "")

    def _note_download(self, name: str, what: dict[str, Any] | None) -> None:
        others = {other: kept for other, kept in self._state.get("downloads", {}).items() if other != name}
        self._keep("downloads", others if what is None else {**others, name: what})

    # The grounding check

    def check(self, model: str, options: Options) -> None:
        """Loads a model and sees where it puts boxes; `grounded` follows."""

        def done(end: End) -> None:
            self._check = None
            report = end.result if isinstance(end.result, GroundingReport) else None
            self.grounded.emit(report, "" if report else translated(end.message))
            if report:
                self.refresh()

        request = CheckGrounding(model, options, str(self.home))
        title = self.tr("Checking the boxes of a model")
        self._check = self._model.submit(request, title)
        self._check.ended.connect(done)

    @Slot()
    def stop_check(self) -> None:
        if self._check is not None:
            self._check.stop()

    @Slot(object)
    def _on_transfer(self, event: object) -> None:
        if not isinstance(event, Transfer):
            return
        kept = self._state.get("downloads", {}).get(event.name)
        if kept is not None:
            if (kept.get("total"), event.state) != (event.total_bytes, "fetching"):
                counts = {"done": event.done_bytes, "total": event.total_bytes}
                self._note_download(event.name, {**kept, **counts})
            after, about = self._after.get(event.name, (0, 0))
            if after:
                total = after + (event.total_bytes or about)
                event = replace(event, done_bytes=after + event.done_bytes, total_bytes=total)
            self.transferred.emit(event)


def _is_in(folder: str, outer: str) -> bool:
    """Whether a folder is another one or lies in it, over links."""
    try:
        return Path(folder).resolve().is_relative_to(Path(outer).resolve())
    except (OSError, RuntimeError, ValueError):
        return False
