"""`eyebox evaluate`: how well models do on pictures whose answers are known, with intervals and paired comparisons."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from eyebox.cli.ask_options import PRECISIONS, device_name
from eyebox.cli.engine_request import print_json, size
from eyebox.cli.events import print_failure
from eyebox.cli.terminal import Output, Parser, ProgressLine, complain, number, percent
from eyebox.folders import Folders
from eyebox.formats.truth import Dataset, read_dataset, truth_names
from eyebox_models.engine.process import EngineProcess
from eyebox_models.evaluation.asking import (
    ask_for,
    digest_of_model,
    greedy,
    grounding_question,
    key_of_question,
    key_of_run,
)
from eyebox_models.evaluation.kept import KeptAnswers
from eyebox_models.evaluation.metrics import METRICS
from eyebox_models.evaluation.report import Run, compare, model_figures
from eyebox_models.evaluation.samples import TASKS, Given, Sample
from eyebox_models.protocol.ask import READER, Ask, ModelRef
from eyebox_models.protocol.box import new_id
from eyebox_models.protocol.evaluation import Comparison, Figure, ModelFigures
from eyebox_models.protocol.events import Answered, End, Progress
from eyebox_models.protocol.page import Page
from eyebox_models.protocol.picture_requests import Read
from eyebox_models.protocol.requests import AnsweringEach

FOLDER = "evaluations"
"""Below the user's data folder: the answers that are kept."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A model at a precision."""

    model: ModelRef
    precision: str


def evaluate(arguments: Sequence[str]) -> int:
    """Runs the command: 1 where a picture is missing or a model did not answer all, with the figures of the others."""
    options = _options(arguments)
    dataset = read_dataset(Path(options.dataset), options.format, options.task, options.images)
    metrics = _metrics(options, dataset)
    if dataset.missing:
        complain(f"Pictures that were not found, and are left out: {dataset.missing:,}.")
    if dataset.videos:
        complain(
            f"Questions about videos, left out: {dataset.videos:,}; save frames as pictures to have them asked about."
        )
    whole = not dataset.missing
    entries: list[Entry] = []
    runs: list[Run] = []
    for entry in options.entries:
        given = _answers(entry, dataset, options)
        if given is None:
            whole = False
            continue
        failed = sum(bool(one.failed) for one in given.values())
        if failed:
            whole = False
            complain(f"{entry.model.short_name}: questions without an answer, counted as wrong: {failed:,}.")
        precision = next((one.precision for one in given.values() if one.precision), entry.precision)
        entries.append(entry)
        runs.append(Run(entry.model, precision if entry.precision == "auto" else entry.precision, given))
        figures = model_figures(dataset.samples, runs[-1], metrics)
        _print_model(figures, as_json=options.json)
    names = _names(runs, whole_path=options.json)
    for pair in compare(dataset.samples, runs, metrics[0]):
        _print_pair(pair, names, len(dataset.samples), as_json=options.json)
    return 0 if whole else 1


def _answers(entry: Entry, dataset: Dataset, options: argparse.Namespace) -> dict[str, Given] | None:
    """What a model said to every sample; None where it did not get to the end, and what it said is kept."""
    generation = greedy(entry.precision, options.device, options.max_new_tokens, options.max_pixels)
    grounding = options.prompt or grounding_question(entry.model)
    asks = {
        sample.id: ask_for(sample, dataset.task, entry.model, generation, grounding)
        for sample in dataset.samples
    }
    keys = {name: key_of_question(ask) for name, ask in asks.items()}
    run_key = key_of_run(entry.model, digest_of_model(entry.model), dataset.task, generation)
    with KeptAnswers(Folders.of_user().data / FOLDER, run_key) as kept:
        open_keys: dict[str, Sample] = {}
        for sample in dataset.samples:
            if options.again or kept.get(keys[sample.id]) is None:
                open_keys.setdefault(keys[sample.id], sample)
        if open_keys:
            work = _Work(entry, kept, open_keys, asks, len(set(keys.values())), options)
            try:
                end = work.read() if entry.model == READER and dataset.task == "read" else work.ask()
            except KeyboardInterrupt:
                complain(
                    f"Paused: {work.done:,} of {work.total:,} questions are answered and kept; "
                    "the same command goes on from there."
                )
                raise
            if end.outcome != "done":
                print_failure(end, debug=options.debug)
                return None
        given = kept.all(keys)
    return given if len(given) == len(dataset.samples) else None


class _Work:
    """The questions of one model that are still open, and an engine that answers them; each answer is kept at once."""

    def __init__(
        self,
        entry: Entry,
        kept: KeptAnswers,
        open_keys: dict[str, Sample],
        asks: dict[str, Ask],
        total: int,
        options: argparse.Namespace,
    ) -> None:
        self.total = total
        self.done = total - len(open_keys)
        self._kept = kept
        self._keys = [*open_keys]
        self._samples = [*open_keys.values()]
        self._asks = tuple(asks[sample.id] for sample in self._samples)
        self._name = f"{entry.model.short_name} {entry.precision}"
        self._engine = EngineProcess(
            entry.model.engine, Folders.of_user().log / f"cli-{entry.model.engine}.log"
        )

    def ask(self) -> End:
        """Asks a model all of them together."""
        with ProgressLine(f"{self._name}: starting") as line:

            def take(event: Any) -> None:
                if isinstance(event, Answered):
                    self._add(event.index, _given(self._samples[event.index], event))
                    line.update(f"{self._name}: {self.done:,} of {self.total:,}")
                elif isinstance(event, Progress) and event.stage != "answering":
                    line.update(f"{self._name}: {event.stage}{percent(event.fraction)}")

            try:
                return self._engine.run(new_id(), AnsweringEach(self._asks), take)
            finally:
                self._engine.close()

    def read(self) -> End:
        """Has the built-in reader read the pictures, one after the other."""
        with ProgressLine(f"{self._name}: starting") as line:
            try:
                for index, sample in enumerate(self._samples):
                    end = self._engine.run(new_id(), Read(sample.picture), lambda _event: None)
                    if end.outcome == "stopped":
                        return end
                    page = end.result if isinstance(end.result, Page) else None
                    given = (
                        Given.of_page(sample, page) if page else Given(sample.id, failed=end.message or "?")
                    )
                    self._add(index, given)
                    line.update(f"{self._name}: {self.done:,} of {self.total:,}")
                return End("done")
            finally:
                self._engine.close()

    def _add(self, index: int, given: Given) -> None:
        self._kept.add(self._keys[index], given)
        self.done += 1


def _given(sample: Sample, event: Answered) -> Given:
    if event.answer is None or event.message:
        return Given(sample.id, failed=event.message or "There was no answer.")
    return Given.of(sample, event.answer)


def _print_model(figures: ModelFigures, *, as_json: bool) -> None:
    if as_json:
        print_json(
            {
                "model": figures.model,
                "precision": figures.precision,
                "n": figures.samples,
                "pictures": figures.pictures,
                "failed": figures.failed,
                "metrics": {
                    one.metric: {"value": one.value, "low": one.low, "high": one.high}
                    for one in figures.figures
                },
                "tokens_per_second": round(figures.tokens_per_second or 0.0, 2),
                "peak_bytes": figures.peak_bytes or 0,
            }
        )
        return
    about = [f"{figures.samples:,} questions about {figures.pictures:,} pictures"]
    if figures.tokens_per_second:
        about.append(f"{figures.tokens_per_second:.1f} tokens a second")
    if figures.peak_bytes:
        about.append(f"{size(figures.peak_bytes)} at most")
    lines = [f"{figures.model}  {figures.precision}", f"  {', '.join(about)}"]
    width = max(len(one.metric) for one in figures.figures)
    lines += [f"  {one.metric:<{width}}  {_shown(one)}" for one in figures.figures]
    Output("-").write("\n".join(lines) + "\n\n")


def _shown(figure: Figure) -> str:
    if figure.value is None:
        return "nothing to count"
    if figure.low is None or figure.high is None:
        return f"{figure.value:.4g}"
    return f"{figure.value:8.4g}   {figure.low:.4g} to {figure.high:.4g}"


def _print_pair(pair: Comparison, names: Sequence[str], samples: int, *, as_json: bool) -> None:
    first, second = names[pair.first], names[pair.second]
    if as_json:
        print_json(
            {
                "compare": [first, second],
                "metric": pair.metric,
                "wins": pair.wins,
                "losses": pair.losses,
                "ties": pair.ties,
                "p": pair.p,
                "p_holm": pair.adjusted,
                "difference": pair.difference,
                "low": pair.low,
                "high": pair.high,
                "verdict": {"first": first, "second": second}.get(pair.verdict, pair.verdict),
                "pictures_needed": pair.needed if pair.verdict in ("too few", "no difference") else None,
            }
        )
        return
    counts = f"{pair.metric}: {pair.wins:,} wins, {pair.losses:,} losses, {pair.ties:,} ties, p {pair.adjusted:.3g}"
    Output("-").write(f"{_sentence(pair, first, second)} ({counts})\n")


def _sentence(pair: Comparison, first: str, second: str) -> str:
    would = f" About {pair.needed:,} pictures would tell." if pair.needed else ""
    match pair.verdict:
        case "first":
            return f"{first} is better than {second} on these pictures."
        case "second":
            return f"{second} is better than {first} on these pictures."
        case "too few":
            return f"Too few pictures to tell {first} from {second}.{would}"
        case "no difference":
            return f"No difference between {first} and {second} is shown.{would}"


def _names(runs: Sequence[Run], *, whole_path: bool) -> list[str]:
    """What each is called in a comparison: by its model, and by its precision where that would not tell them apart."""
    models = [run.model if whole_path else ModelRef(run.model).short_name for run in runs]
    if len({*models}) == len(runs):
        return models
    return [f"{model} {run.precision}" for model, run in zip(models, runs, strict=True)]


def _metrics(options: argparse.Namespace, dataset: Dataset) -> tuple[str, ...]:
    wrong = [name for name in options.metrics if dataset.task not in METRICS[name].tasks]
    if wrong:
        options.parser.error(f"{wrong[0]} is no metric of --task {dataset.task}")
    return tuple(dict.fromkeys(options.metrics)) or dataset.metrics


class _Model(argparse.Action):
    """A further model, whose precision may follow."""

    def __call__(self, _parser: Any, options: Any, value: Any, _option: str | None = None) -> None:
        options.entries = [*(options.entries or ()), (ModelRef.typed(value), None)]


class _Precision(argparse.Action):
    """That of the model right before; a second one after the same model is that model once more."""

    def __call__(self, parser: Any, options: Any, value: Any, _option: str | None = None) -> None:
        if not options.entries:
            parser.error("--precision follows the --model that it belongs to")
        *others, (model, precision) = options.entries
        last = [(model, value)] if precision is None else [(model, precision), (model, value)]
        options.entries = [*others, *last]


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = Parser("evaluate", "How well models on this machine do on pictures whose answers are known.")
    count = number(int, "a whole number above 0", lambda value: value >= 1)
    parser.add_argument(
        "--dataset", required=True, metavar="PATH", help="a file or folder that holds the truth"
    )
    parser.add_argument(
        "--format",
        choices=truth_names(),
        metavar="FORMAT",
        help=f"of the dataset, guessed when it is not given: {', '.join(truth_names())}",
    )
    parser.add_argument(
        "--images", type=Path, metavar="FOLDER", help="where its pictures lie, if not beside it"
    )
    parser.add_argument(
        "--model",
        action=_Model,
        dest="entries",
        required=True,
        metavar="reader|FOLDER|NAME",
        help="who is evaluated; several are compared",
    )
    parser.add_argument(
        "--precision",
        action=_Precision,
        choices=PRECISIONS,
        help="of the model right before (auto); several for one model are compared",
    )
    parser.add_argument(
        "--task", choices=TASKS, help="find boxes, read text or answer questions (by the dataset)"
    )
    parser.add_argument(
        "--metric",
        dest="metrics",
        nargs="+",
        action="extend",
        type=lambda name: f"{name}@0.5" if f"{name}@0.5" in METRICS else name,
        choices=[*METRICS],
        default=[],
        metavar="METRIC",
        help=f"what is counted, and by the first of them models are compared: {', '.join(METRICS)}",
    )
    parser.add_argument(
        "-p",
        "--prompt",
        metavar="TEXT",
        help="what is asked for boxes, with {shapes} for what is to be found",
    )
    parser.add_argument(
        "--device",
        type=device_name,
        default="auto",
        metavar="auto|cpu|cuda|cuda:N|mps",
        help="where models run (%(default)s)",
    )
    parser.add_argument("--max-pixels", type=count, metavar="N", help="shrink larger pictures to N pixels")
    parser.add_argument("--max-new-tokens", type=count, metavar="N", help="end an answer after N tokens")
    parser.add_argument(
        "--again", action="store_true", help="ask everything anew, also what was answered before"
    )
    parser.add_argument("--json", action="store_true", help="print one object a line")
    options = parser.parse_args(arguments)
    if any(model == READER and precision not in (None, "auto") for model, precision in options.entries):
        parser.error("the reader has no precision to choose")
    options.entries = [Entry(model, precision or "auto") for model, precision in options.entries]
    options.parser = parser
    return options
