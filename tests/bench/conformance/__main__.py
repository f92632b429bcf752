"""What of OpenAI's protocol a server does, refuses or ignores, check after check:

    python tests/bench/conformance --url U --token T --model M [--client raw|openai|litellm] [--out FILE.json] [CHECK ...]
    python tests/bench/conformance --table FILE.json ...    those runs side by side, as a table in Markdown
    python tests/bench/conformance --build FOLDER           a tiny checkpoint of random weights, whose template knows tools

*pass*: done, as far as the answer shows. *refused*: an error in OpenAI's shape (for what is to be refused, that is a pass).
*ignored*: an answer, as if it had not been asked for. *fail*: something else. "reader" as the model is Eyebox's own reader.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import urllib.parse
from collections import Counter
from pathlib import Path

import chat  # noqa: F401 (fills the table of checks)
import others  # noqa: F401
from clients import CLIENTS, Refusal
from server import CHECKS, Server, drawn

TEMPLATE = (
    "{% if tools %}<|im_start|>system\n# Tools\n{% for tool in tools %}{{ tool | tojson }}\n{% endfor %}"
    "Call one so: <tool_call>{}</tool_call><|im_end|>\n{% endif %}"
    "{% for message in messages %}<|im_start|>{{ 'user' if message['role'] == 'tool' else message['role'] }}\n"
    "{% if message['content'] is string %}{{ message['content'] }}{% elif message['content'] %}"
    "{% for part in message['content'] %}{% if part['type'] == 'image' %}<|vision_start|><|image_pad|><|vision_end|>"
    "{% elif 'text' in part %}{{ part['text'] }}{% endif %}{% endfor %}{% endif %}"
    "{% for call in message['tool_calls'] or [] %}<tool_call>{{ call['function'] | tojson }}</tool_call>{% endfor %}"
    "<|im_end|>\n{% endfor %}{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}"
)
"""As Qwen's, with tools."""


def run(server: Server, wanted: list[str]) -> dict[str, str]:
    """Each check's name and what came of it, printed as they end."""
    found = {}
    for name, function in CHECKS.items():
        if wanted and not any(part in name for part in wanted):
            continue
        why = ""
        try:
            verdict = function(server)
        except Refusal as error:
            verdict, why = ("refused" if error.status < 500 and error.error else "fail"), str(error)
        except Exception as error:
            verdict, why = "fail", f"{type(error).__name__}: {error}"
        found[name] = verdict
        print(f"{verdict:8} {name:42} {' '.join(why.split())[:150]}", flush=True)
    counts = Counter(found.values())
    print("\n" + ", ".join(f"{verdict}: {counts[verdict]}" for verdict in sorted(counts)))
    return found


def table(files: list[str]) -> None:
    """Prints runs side by side."""
    runs = {Path(file).stem: json.loads(Path(file).read_text("utf-8")) for file in files}
    print("| | " + " | ".join(runs) + " |\n|---|" + "---|" * len(runs))
    for name in CHECKS:
        print(f"| {name} | " + " | ".join(run.get(name, "–") for run in runs.values()) + " |")


def build(folder: Path) -> None:
    """Writes a Qwen3-VL of a megabyte."""
    sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "helpers"))
    from tiny_models import build_tiny

    build_tiny("qwen3_vl", folder)
    (folder / "chat_template.jinja").write_text(TEMPLATE, "utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("--url")
    parser.add_argument("--token", default=os.environ.get("EYEBOX_API_KEY", "none"))
    parser.add_argument("--model")
    parser.add_argument("--client", choices=CLIENTS, default="raw")
    parser.add_argument("--out", type=Path)
    parser.add_argument("--table", nargs="+")
    parser.add_argument("--build", type=Path)
    parser.add_argument("checks", nargs="*")
    options = parser.parse_args()
    if options.table:
        table(options.table)
        return
    if options.build:
        build(options.build)
        return
    assert urllib.parse.urlsplit(options.url).hostname in ("127.0.0.1", "localhost", "::1"), (
        "only this machine is asked"
    )
    server = Server(CLIENTS[options.client](options.url, options.token, options.model), drawn())
    found = run(server, options.checks)
    if options.out:
        options.out.write_text(json.dumps(found, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
