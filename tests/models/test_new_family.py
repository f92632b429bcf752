"""A family of one's own: one file, and one line of the registry."""

from __future__ import annotations

import filecmp
import json
import shutil
import sys
from dataclasses import replace
from pathlib import Path

import pytest

import eyebox_models
from engines import asking
from eyebox_models.engine.process import EngineProcess
from eyebox_models.protocol.ask import Options
from eyebox_models.protocol.cards import ModelCard, SizeRule
from eyebox_models.protocol.requests import Inspect

NEW_FILE = """
from dataclasses import replace

from eyebox_models.families import qwen2_vl
from eyebox_models.vision.family import Native

INFO = replace(
    qwen2_vl.INFO,
    name="mynah",
    title="Mynah-VL",
    place="eyebox_models.families.mynah:Mynah",
    types=(replace(qwen2_vl.INFO.types[0], name="mynah"),),
)


class Mynah(qwen2_vl.Qwen2VL):
    info = INFO

    def native(self, checkpoint, choice):
        from transformers import Qwen2VLConfig, Qwen2VLForConditionalGeneration, Qwen2VLProcessor

        processor = Qwen2VLProcessor.from_pretrained(str(checkpoint.folder), local_files_only=True)
        config = Qwen2VLConfig.from_dict(checkpoint.config | {"model_type": "qwen2_vl"})
        return Native(config, Qwen2VLForConditionalGeneration, processor, processor.tokenizer)
"""
LINE = '    "mynah": "eyebox_models.families.mynah:INFO",\n'
TABLE = "BUILT_IN = {\n"
HERE = Path(eyebox_models.__file__).parent


def changed(place: Path) -> list[str]:
    """The files of a copy of the sources that differ from the sources."""
    names = {
        str(path.relative_to(root))
        for root in (place, HERE)
        for path in root.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    return sorted(
        name
        for name in names
        if not (place / name).exists()
        or not (HERE / name).exists()
        or not filecmp.cmp(place / name, HERE / name, False)
    )


@pytest.mark.slow
def test_a_family_is_one_file_and_one_line(tmp_path: Path) -> None:
    pytest.importorskip("torch")
    pytest.importorskip("transformers")
    from tiny_models import build_tiny

    copy = tmp_path / "sources" / "eyebox_models"
    shutil.copytree(HERE, copy, ignore=shutil.ignore_patterns("__pycache__"))
    registry = copy / "families" / "registry.py"
    text = registry.read_text("utf-8")
    assert text.count(TABLE) == 1
    registry.write_text(text.replace(TABLE, TABLE + LINE), "utf-8")
    (copy / "families" / "mynah.py").write_text(NEW_FILE, "utf-8")
    assert changed(copy) == ["families/mynah.py", "families/registry.py"]

    folder = build_tiny("qwen2_vl", tmp_path / "model")
    config = json.loads((folder / "config.json").read_text("utf-8"))
    (folder / "config.json").write_text(json.dumps(config | {"model_type": "mynah"}), "utf-8")
    start = f"import sys; sys.path.insert(0, {str(copy.parent)!r}); from eyebox_models.engine.main import main; main([{{!r}}])"

    engine = EngineProcess("library", tmp_path / "log", [sys.executable, "-c", start.format("library")])
    try:
        card = engine.run("1", Inspect(str(folder)), lambda _event: None).result
    finally:
        engine.close()
    assert isinstance(card, ModelCard)
    assert (card.family, card.title, card.size_rule) == ("mynah", "Mynah-VL", SizeRule("pixels"))
    assert card.problems == ()

    engine = EngineProcess("model", tmp_path / "log", [sys.executable, "-c", start.format("model")])
    request = asking(str(folder), "who is a pretty bird")
    options = Options(precision="fp32", device="cpu", max_new_tokens=4)
    try:
        end = engine.run(
            "2", replace(request, ask=replace(request.ask, options=options)), lambda _event: None
        )
    finally:
        engine.close()
    assert end.outcome == "done", end
    assert len(end.result.token_ids) == 4  # type: ignore[union-attr]
