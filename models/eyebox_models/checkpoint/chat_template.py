"""What a checkpoint's chat template has places for, without rendering it."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from eyebox_models.files.regular_file import read_regular

FILES = ("chat_template.jinja", "chat_template.json", "processor_config.json", "tokenizer_config.json")
"""Where it can stand; the first that has one is used."""
_TOOLS = re.compile(r"\btools\b")


def takes_tools(folder: Path) -> bool:
    """Whether its template writes tools out that a model may call."""
    for name in FILES:
        try:
            text = read_regular(folder / name).decode("utf-8", "replace")
            template: Any = text if name.endswith(".jinja") else json.loads(text).get("chat_template")
        except (OSError, ValueError, RecursionError, AttributeError):
            continue
        if template:
            return bool(_TOOLS.search(template if isinstance(template, str) else json.dumps(template)))
    return False
