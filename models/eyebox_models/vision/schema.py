"""Answers that keep to a JSON schema: at each step only ids that a valid text can go on with are left."""

from __future__ import annotations

import json
from collections.abc import Sequence
from importlib.util import find_spec
from typing import Any

from eyebox_models.protocol.advice import how_to_install
from eyebox_models.protocol.ask import Options
from eyebox_models.protocol.errors import EyeboxError
from eyebox_models.protocol.events import Answer, Unfinished


def check_schema(schema: str) -> str:
    """The schema as a grammar for llguidance. Raises EyeboxError, one sentence, for what is none."""
    if find_spec("llguidance") is None:
        install = how_to_install("llguidance")
        raise EyeboxError(
            "llguidance-missing",
            "Answers by a JSON schema need the package llguidance: {install}.",
            install=install,
        )
    try:
        parsed = json.loads(schema)
    except (ValueError, RecursionError) as error:
        raise EyeboxError(
            "schema-not-json",
            "The schema is not JSON ({reason}); fix it and ask again.",
            reason=_brief(error),
        ) from error
    if not isinstance(parsed, dict):
        raise EyeboxError(
            "schema-no-object",
            'The schema has to be a JSON object, such as {{"type": "object"}}; fix it and ask again.',
        )
    from llguidance import LLMatcher

    try:
        grammar: str = LLMatcher.grammar_from_json_schema(schema, overrides={"whitespace_flexible": False})
    except ValueError as error:
        raise EyeboxError(
            "schema-unusable",
            "The schema cannot be used ({reason}); fix it and ask again.",
            reason=_brief(error),
        ) from error
    fault = LLMatcher.validate_grammar(grammar)
    if fault and not fault.startswith("WARNING"):
        raise EyeboxError(
            "schema-unusable",
            "The schema cannot be used ({reason}); fix it and ask again.",
            detail=fault,
            reason=_brief(fault),
        )
    return grammar


class SchemaGuide:
    """Makes the logits processors of one loaded model; its view of the tokenizer is made once."""

    def __init__(self, tokenizer: Any, stop_ids: Sequence[int]) -> None:
        self._tokenizer = tokenizer
        self._stop_ids = list(stop_ids)
        self._vocabulary: Any = None

    def processor(self, schema: str, prompt_length: int) -> SchemaProcessor:
        """For one call of `generate`, or one batch, whose (padded) prompts have `prompt_length` ids."""
        grammar = check_schema(schema)
        if self._vocabulary is None:
            import llguidance.hf

            try:
                self._vocabulary = llguidance.hf.from_tokenizer(self._tokenizer, eos_token=self._stop_ids)
            except ValueError as error:
                raise EyeboxError(
                    "schema-tokenizer",
                    "This model's tokenizer cannot be used with a JSON schema; ask without one.",
                    detail=str(error),
                ) from error
        from llguidance import LLMatcher

        matcher = LLMatcher(self._vocabulary, grammar, log_level=0)
        if matcher.is_error():
            raise EyeboxError(
                "schema-unusable",
                "The schema cannot be used ({reason}); fix it and ask again.",
                detail=matcher.get_error(),
                reason=_brief(matcher.get_error()),
            )
        return SchemaProcessor(matcher, prompt_length, self._stop_ids)


class SchemaProcessor:
    """Bars the ids that no text of the schema can go on with. Rows of a batch and beams are known by their ids."""

    def __init__(self, matcher: Any, prompt_length: int, stop_ids: Sequence[int]) -> None:
        self._start = prompt_length
        self._stop_ids = list(stop_ids)
        self._matchers: dict[tuple[int, ...], Any] = {(): matcher}

    def __call__(self, input_ids: Any, scores: Any) -> Any:
        """`input_ids` [rows, length], `scores` [rows, vocabulary]; gives scores with -inf for what is barred."""
        import torch

        rows = [tuple(row) for row in input_ids[:, self._start :].tolist()]
        reached: dict[tuple[int, ...], Any] = {}
        uses = {row[:-1]: sum(other[:-1] == row[:-1] for other in set(rows)) for row in rows}
        for row in set(rows):
            reached[row] = self._go_on(row, alone=uses[row[:-1]] == 1)
        self._matchers = reached
        biases = {row: self._bias(matcher, scores.shape[-1]) for row, matcher in reached.items()}
        barred = torch.stack([biases[row] for row in rows]).to(scores.device)
        return scores.masked_fill(barred, float("-inf"))

    def _go_on(self, row: tuple[int, ...], *, alone: bool) -> Any:
        """The matcher after a row's ids: that of the step before, one id on."""
        if row in self._matchers:
            return self._matchers[row]
        matcher = self._matchers[row[:-1]]
        if not alone:
            matcher = matcher.deep_copy()
        if not matcher.is_stopped():
            matcher.consume_token(row[-1])
        return matcher

    def _bias(self, matcher: Any, width: int) -> Any:
        """Which of `width` ids are barred. When the text is whole, only an end is left."""
        import torch

        barred = torch.ones(width, dtype=torch.bool)
        if matcher.is_stopped():
            barred[self._stop_ids] = False
            return barred
        allowed = torch.frombuffer(bytearray(matcher.compute_logit_bias()), dtype=torch.uint8)
        size = min(width, len(allowed))
        barred[:size] = allowed[:size] == 0
        return barred


def _brief(error: object) -> str:
    return " ".join(str(error).split())[:160].rstrip(".;")


def finished(answer: Answer, options: Options) -> Answer:
    """The answer, when it is of use: raises Unfinished for one by a schema that the token limit or a stop text cut."""
    if options.schema is not None and answer.stopped_by:
        raise Unfinished(
            "answer-stopped-json",
            "A stop text ended the answer before it was whole JSON: take the stop text away, or ask without a "
            "schema.",
            answer=answer,
        )
    if options.schema is not None and answer.cut:
        raise Unfinished(
            "answer-cut-json",
            "The answer was cut after {tokens:,} tokens and is no whole JSON: allow longer answers, or "
            "ask for fewer fields.",
            answer=answer,
            tokens=answer.tokens_out,
        )
    return answer
