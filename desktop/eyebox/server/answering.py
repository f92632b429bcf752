"""What OpenAI's two protocols ask of a model have in common: how an answer is made, and what comes of it."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from eyebox.server.fields import ApiError, Fields, between, flag, not_done, one_of, text, texts, thing, whole
from eyebox.server.models import Offered
from eyebox.server.tools import Tools
from eyebox_models.protocol.ask import READER, Ask, Message, Options
from eyebox_models.protocol.dataclass import dataclass
from eyebox_models.protocol.events import Answer, BoxFound

MOST_TOKENS = 1 << 20
MOST_TEXT = 1 << 20
"""Characters of all texts of a chat, as they pass through the program's window."""
MOST_STOPS = 16
NEUTRAL: Mapping[str, tuple[Any, ...]] = {
    "n": (1,), "best_of": (1,), "logprobs": (False,), "top_logprobs": (0,), "logit_bias": ({},),
    "presence_penalty": (0, 0.0), "frequency_penalty": (0, 0.0), "store": (False,), "background": (False,),
    "service_tier": ("auto", "default"), "modalities": (["text"],), "tools": ([],), "functions": ([],),
    "tool_choice": ("auto", "none"), "parallel_tool_calls": (True, False), "function_call": ("auto", "none"),
    "metadata": ({},), "truncation": ("disabled",), "include": ([],), "verbosity": ("medium",), "reasoning_effort": ("none",),
}  # fmt: skip
"""Fields with the values that ask for nothing beyond what is done anyway."""
REASONS: Mapping[str, str] = {
    "n": "one answer is given; ask again for another one.",
    "best_of": "one answer is given; ask again for another one.",
    "logprobs": "probabilities of tokens are not given.",
    "top_logprobs": "probabilities of tokens are not given.",
    "logit_bias": "single tokens can't be made likelier.",
    "presence_penalty": "use 'repetition_penalty', which the models here have.",
    "frequency_penalty": "use 'repetition_penalty', which the models here have.",
    "audio": "answers are text.",
    "modalities": "answers are text.",
    "functions": "tools are not offered to this model.",
    "function_call": "tools are not offered to this model.",
    "tools": "tools are not offered to this model.",
    "tool_choice": "tools are not offered to this model.",
    "parallel_tool_calls": "tools are not offered to this model.",
    "store": "answers are not kept.",
    "metadata": "answers are not kept.",
    "background": "an answer is given at once or not at all.",
    "previous_response_id": "answers are not kept; send the whole chat.",
    "conversation": "answers are not kept; send the whole chat.",
    "prediction": "an answer can't be given beforehand.",
    "web_search_options": "nothing here searches the web.",
    "truncation": "a chat that is too long is refused.",
    "reasoning_effort": "how long a model thinks can't be set.",
    "reasoning": "how long a model thinks can't be set.",
    "verbosity": "say in the question how long the answer is to be.",
    "service_tier": "there is one kind of service.",
    "prompt": "prompts are not kept; send the messages.",
    "include": "there is nothing to include.",
}
"""Why what OpenAI has is not done."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A request that was taken apart. `counted`: a stream ends with what was used."""

    ask: Ask
    offered: Offered
    stream: bool = False
    counted: bool = False
    tools: Tools = Tools()

    @property
    def title(self) -> str:
        """What the queue calls it."""
        return " ".join(self.ask.question.split())[:80] or self.offered.name


def made_like(fields: Fields, usual: Options, longest: int | None) -> Options:
    """How the answer is made, by the fields that both protocols have. What is not there is as `eyebox ask` has it."""
    return replace(
        usual,
        temperature=fields.take("temperature", between(0, 2)) or 0.0,
        top_p=_share(fields),
        repetition_penalty=fields.take("repetition_penalty", between(0.01, 100)),
        seed=fields.take("seed", whole(-(1 << 63), (1 << 64) - 1)),
        stop=fields.take("stop", texts(MOST_STOPS)) or (),
        max_new_tokens=longest,
        system=None,
    )


def _share(fields: Fields) -> float | None:
    share = fields.take("top_p", between(0, 1))
    if share == 0:
        raise ApiError(400, "'top_p' has to be above 0 and at most 1.", code="invalid_value", param="top_p")
    return share


class Details:
    """How closely the pictures of a request are to be looked at: all alike, which is all that models can do."""

    def __init__(self) -> None:
        self._found: set[str] = set()

    def take(self, fields: Fields) -> None:
        """Takes what is said of one picture."""
        given = fields.take("detail", one_of("auto", "low", "high", "original"))
        self._found.add("less" if given == "low" else "full")

    def settled(self) -> str:
        """What that is for all of them, as Options have it. Raises ApiError."""
        if len(self._found) > 1:
            raise not_done(
                "detail", "all pictures of a request are looked at alike: give all of them 'low', or none."
            )
        return next(iter(self._found), "full")


def schema_of(form: Fields) -> str | None:
    """The JSON schema that the answer keeps to, as text; of a `response_format`, or `text.format`. Raises ApiError."""
    kind = form.need("type", one_of("text", "json_object", "json_schema"))
    if kind == "text":
        return None
    if kind == "json_object":
        return '{"type": "object"}'
    # the chat protocol has it one level deeper
    inner = form.take("json_schema", thing)
    named = form if inner is None else Fields(inner, form.name("json_schema"))
    named.take("name", lambda value, _name: value)
    named.take("description", lambda value, _name: value)
    named.take("strict", flag)
    schema = text(json.dumps(named.need("schema", thing)), named.name("schema"))
    named.end()
    return schema


def checked(asked: Asked) -> Asked:
    """Refuses what the model that was asked can't do. Raises ApiError."""
    options, model = asked.ask.options, asked.ask.model
    if asked.tools.offered and model.engine != "model":
        raise not_done("tools", "this model knows none; ask a vision-language model here.")
    if model == READER:
        for name, value in {"stop": options.stop, "response_format": options.schema}.items():
            if value:
                raise not_done(name, "the built-in reader can't; ask a vision-language model.")
        if not asked.ask.shown:
            raise ApiError(
                400, "The built-in reader answers from the text of pictures: send one.", code="image_required",
                param="messages",
            )  # fmt: skip
    card = asked.offered.card
    if card is not None and not card.takes_system and any(one.role == "system" for one in asked.ask.messages):
        raise not_done("messages", f"the model {asked.offered.name} takes no system prompt.")
    return asked


def chat_of(messages: list[Message]) -> tuple[Message, ...]:
    """A chat as models take it: what the system says first and as one, the user last. Raises ApiError."""
    if not messages or messages[-1].role not in ("user", "tool"):
        raise ApiError(
            400, "The last message has to be the user's or a tool's: an answer can't be gone on with.", code="invalid_value",
            param="messages",
        )  # fmt: skip
    if sum(len(one.text) + len(one.calls) for one in messages) > MOST_TEXT:
        raise ApiError(
            400, f"The texts of the chat have more than {MOST_TEXT:,} characters together.", code="string_above_max_length",
            param="messages",
        )  # fmt: skip
    count = next(at for at, message in enumerate(messages) if message.role != "system")
    if any(message.role == "system" for message in messages[count:]):
        raise ApiError(
            400, "What the system says has to come before all other messages.", code="invalid_value", param="messages"
        )  # fmt: skip
    head = [Message("system", ("\n\n".join(one.text for one in messages[:count]),))] if count else []
    return (*head, *messages[count:])


def box_object(found: BoxFound) -> dict[str, Any]:
    """A box of an answer: the picture by its place in the request, pixels of that upright picture, the phrase in the text."""
    return {
        "image": found.image, "label": found.box.label, "box": list(found.box.xyxy), "start": found.start, "end": found.end,
    }  # fmt: skip


def tokens_of(answer: Answer) -> tuple[int, int, int]:
    """Tokens of the question, those of them that were known, and of the answer: of the reader, which has none, words."""
    return answer.tokens_in, answer.tokens_reused, answer.tokens_out or len(_WORD.findall(answer.text))


def usage_of(answer: Answer) -> dict[str, Any]:
    """What an answer took, as the chat protocol has it."""
    asked, known, said = tokens_of(answer)
    return {
        "prompt_tokens": asked,
        "completion_tokens": said,
        "total_tokens": asked + said,
        "prompt_tokens_details": {"cached_tokens": known},
    }


_WORD = re.compile(r"\S{1,16}")
