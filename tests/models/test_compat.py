"""Only vision/compat.py asks for private names of transformers."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import eyebox_models
from eyebox_models.vision import compat

PACKAGE = Path(eyebox_models.__file__).parent
KNOWN_PRIVATE = {
    "_model_mapping", "_supports_flash_attn", "_supports_sdpa", "_get_template_variables", "_tied_weights_keys",
    "_no_split_modules", "_init_weights", "_prepare_cache_for_generation", "_hf_hook", "set_tqdm_hook",
    "ROPE_INIT_FUNCTIONS",
}  # fmt: skip
"""Private names of transformers' objects, and undocumented ones of its modules, that are asked for through compat."""


def reached(source: str) -> list[str]:
    """What a file reads of transformers' private parts. A class that sets or overrides such a name is asked to by its base."""
    tree = ast.parse(source)
    imported: set[str] = set()
    found: list[str] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").partition(".")[0] == "transformers":
            imported |= {alias.asname or alias.name for alias in node.names}
            names = [*(node.module or "").split("."), *(alias.name for alias in node.names)]
            found += [name for name in names if name.startswith("_") or name in KNOWN_PRIVATE]
        elif isinstance(node, ast.Import):
            for alias in node.names:
                if alias.name.partition(".")[0] == "transformers":
                    imported.add(alias.asname or "transformers")
                    found += [part for part in alias.name.split(".") if part.startswith("_")]
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            base = node.value
            while isinstance(base, ast.Attribute | ast.Call):
                base = base.value if isinstance(base, ast.Attribute) else base.func
            private = node.attr.startswith("_") and not node.attr.endswith("__")
            of_transformers = isinstance(base, ast.Name) and base.id in imported
            if node.attr in KNOWN_PRIVATE or (private and of_transformers):
                found.append(node.attr)
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and len(node.args) > 1:
            name = node.args[1]
            if node.func.id in ("getattr", "setattr", "hasattr") and isinstance(name, ast.Constant):
                found += [name.value] if name.value in KNOWN_PRIVATE else []
    return found


def test_only_compat_reaches_into_transformers():
    strays = {
        str(path.relative_to(PACKAGE)): names
        for path in sorted(PACKAGE.rglob("*.py"))
        if path != Path(compat.__file__) and (names := reached(path.read_text("utf-8")))
    }
    assert strays == {}
    assert reached(Path(compat.__file__).read_text("utf-8"))


@pytest.mark.parametrize(
    "source",
    [
        "from transformers.utils import _x",
        "from transformers._core import x",
        "import transformers as t\nt.models._x",
        "from transformers import AutoModel\nAutoModel.from_config(c)._x()",
        "model._hf_hook",
        'getattr(cls, "_supports_flash_attn", False)',
        "from transformers.modeling_rope_utils import ROPE_INIT_FUNCTIONS",
    ],
)
def test_reaching_in_is_seen(source):
    assert reached(source)
