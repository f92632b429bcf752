"""The conversation templates that an original's config.json names, written for transformers' chat templates."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

MARK = "<IMG_CONTEXT>"
"""Stands for a picture in the written chat; each of its visual tokens is one of these in the prompt."""
_NUMBERED = "'Image-' ~ seen.images"
"""Is in every template that is made here, and in none of others."""
_OLD_SYSTEM = "你是由上海人工智能实验室联合商汤科技开发的书生多模态大模型，英文名叫InternVL, 是一个有用无害的人工智能助手。"
_SYSTEM = "你是书生·万象，英文名是InternVL，是由上海人工智能实验室、清华大学及多家合作单位联合开发的多模态大语言模型。"


@dataclass(frozen=True, slots=True)
class Conversation:
    """How turns are written: what stands before and after each. `end` ends an answer."""

    system: str
    before: str
    end: str
    after: str = ""
    """Follows every `end`."""


CONVERSATIONS = {
    "internlm2-chat": Conversation(_OLD_SYSTEM, "<|im_start|>ROLE\n", "<|im_end|>"),
    "Hermes-2": Conversation(_OLD_SYSTEM, "<|im_start|>ROLE\n", "<|im_end|>"),
    "phi3-chat": Conversation(_OLD_SYSTEM, "<|ROLE|>\n", "<|end|>"),
    "internvl2_5": Conversation(_SYSTEM, "<|im_start|>ROLE\n", "<|im_end|>", "\n"),
}

_LEADING = """
{%- set lead = namespace(count=0, open=true) -%}
{%- for part in message['content'] -%}
{%- if part['type'] == 'image' -%}{%- if lead.open -%}{%- set lead.count = lead.count + 1 -%}{%- endif -%}
{%- else -%}{%- set lead.open = false -%}{%- endif -%}
{%- endfor -%}
"""
_CONTENT = """
{%- for part in message['content'] -%}
{%- if part['type'] == 'image' -%}
{%- set seen.images = seen.images + 1 -%}
{%- if loop.index > lead.count -%}{{- MARK -}}
{%- elif lead.count > 1 -%}{{- NUMBERED ~ ': ' + MARK + '\\n' -}}
{%- else -%}{{- MARK + '\\n' -}}{%- endif -%}
{%- else -%}{{- part['text'] -}}{%- endif -%}
{%- endfor -%}
"""


def conversation(config: dict[str, Any]) -> Conversation | None:
    """The conversation that a config.json asks for; None for one that is not known here."""
    return CONVERSATIONS.get(str(config.get("template", "")))


def chat_template(config: dict[str, Any]) -> str:
    """The template in Jinja. Pictures before a message's text stand on lines of their own, numbered through the
    chat where a message has several; others stand where they are. The config's own system message holds if it has
    one."""
    found = conversation(config)
    if found is None:
        raise ValueError("no such conversation")
    own = config.get("system_message")
    before, role = (_quoted(part) for part in found.before.split("ROLE")), "message['role']"
    opening, closing = before
    end = _quoted(found.end + found.after)
    system = _quoted(
        found.before.replace("ROLE", "system")
        + (own if isinstance(own, str) else found.system)
        + found.end
        + found.after
    )
    answer = _quoted(found.before.replace("ROLE", "assistant"))
    lines = (
        "{%- set seen = namespace(images=0) -%}",
        "{%- if messages[0]['role'] != 'system' -%}{{- " + system + " -}}{%- endif -%}",
        "{%- for message in messages -%}",
        "{{- " + f"{opening} + {role} + {closing}" + " -}}",
        "{%- if message['content'] is string -%}{{- message['content'] -}}{%- else -%}",
        _LEADING.strip(),
        _CONTENT.strip().replace("MARK", _quoted(MARK)).replace("NUMBERED", _NUMBERED),
        "{%- endif -%}",
        "{{- " + end + " -}}",
        "{%- endfor -%}",
        "{%- if add_generation_prompt -%}{{- " + answer + " -}}{%- endif -%}",
    )
    return "".join(line.replace("\n", "") for line in lines)


def is_of_original(processor: Any) -> bool:
    """Whether a processor writes chats by a template that was made here: of an original, or of a converted one."""
    return _NUMBERED in str(getattr(processor, "chat_template", ""))


def _quoted(text: str) -> str:
    """A text as a string of Jinja."""
    inner = json.dumps(text, ensure_ascii=False)[1:-1].replace('\\"', '"').replace("'", "\\'")
    return f"'{inner}'"
