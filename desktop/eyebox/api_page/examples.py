"""How other programs are set up to ask here: texts that are copied, by the program's name."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

MODEL = "reader"


def examples(url: str, key: str, model: str = "") -> dict[str, tuple[str, str]]:
    """The name of a program -> where its text belongs, and the text. `model` is "" where none was chosen."""
    translate = QCoreApplication.translate
    named = model or MODEL
    return {
        "Open WebUI": (
            translate(
                "LocalApi",
                "Start it so, or enter both under Admin Settings, Connections, OpenAI API. In Docker it needs --network=host.",
            ),
            f"OPENAI_API_BASE_URL={url} OPENAI_API_KEY={key} open-webui serve",
        ),
        "Continue": (
            translate("LocalApi", "Add this to config.yaml."),
            "models:\n"
            f"  - name: Eyebox ({named})\n"
            "    provider: openai\n"
            f"    model: {named}\n"
            f"    apiBase: {url}\n"
            f"    apiKey: {key}\n"
            "    roles: [chat]\n"
            "    capabilities: [image_input]",
        ),
        "Python": (
            translate("LocalApi", "With the package openai."),
            "import base64\nfrom pathlib import Path\nfrom openai import OpenAI\n\n"
            f'client = OpenAI(base_url="{url}", api_key="{key}")\n'
            'picture = base64.b64encode(Path("picture.png").read_bytes()).decode()\n'
            "answer = client.chat.completions.create(\n"
            f'    model="{named}",\n'
            '    messages=[{"role": "user", "content": [\n'
            '        {"type": "image_url", "image_url": {"url": f"data:image/png;base64,{picture}"}},\n'
            '        {"type": "text", "text": "read everything"},\n'
            "    ]}],\n"
            ")\n"
            "print(answer.choices[0].message.content)",
        ),
        "curl": (
            translate("LocalApi", "Lists the models that can be asked."),
            f'curl {url}/models -H "Authorization: Bearer {key}"',
        ),
    }
