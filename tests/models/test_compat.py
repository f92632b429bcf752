"""Only vision/compat.py and vision/compat_cache.py ask for what transformers' documentation does not promise."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import eyebox_models
from eyebox_models.vision import compat, compat_cache

PACKAGE = Path(eyebox_models.__file__).parent
MAY = {Path(compat.__file__), Path(compat_cache.__file__)}
UNDOCUMENTED = {
    "_model_mapping", "_supports_flash_attn", "_supports_sdpa", "_get_template_variables", "_tied_weights_keys",
    "_no_split_modules", "_init_weights", "_prepare_cache_for_generation", "_hf_hook", "_attn_implementation",
    "set_tqdm_hook", "collected_tensors", "get_rope_index", "rope_deltas", "inv_freq", "original_inv_freq",
    "max_seq_len_cached", "original_max_seq_len", "variance_epsilon", "is_croppable", "is_sliding", "recurrent_states",
    "conv_states",
}  # fmt: skip
"""Attributes of transformers' objects that are private, or public and nowhere documented: asked for through compat."""
DOCUMENTED = {
    "transformers": {
        "AutoConfig", "AutoModelForImageTextToText", "AutoProcessor", "BitsAndBytesConfig", "DynamicCache",
        "GenerationConfig", "GenerationMixin", "GotOcr2ImageProcessorPil", "InternVLConfig",
        "InternVLForConditionalGeneration", "InternVLProcessor", "InternVLVideoProcessor", "LogitsProcessorList",
        "PreTrainedConfig", "PreTrainedModel", "PreTrainedTokenizerFast", "Qwen2Config", "Qwen2ForCausalLM",
        "Qwen2Model", "Qwen2PreTrainedModel", "Qwen2Tokenizer", "StoppingCriteriaList",
    },
    "transformers.modeling_outputs": {
        "BaseModelOutputWithPast", "BaseModelOutputWithPooling", "CausalLMOutputWithPast",
    },
    "transformers.utils": {"logging"},
}  # fmt: skip
"""What other files than compat may import: each is in transformers' documentation, or exported beside what is."""


def reached(source: str) -> list[str]:
    """What a file reads of transformers beyond its documentation. A class that sets or overrides a private name is asked
    to by its base."""
    tree = ast.parse(source)
    imported: set[str] = set()
    found: list[str] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").partition(".")[0] == "transformers":
            imported |= {alias.asname or alias.name for alias in node.names}
            allowed = DOCUMENTED.get(node.module or "", set())
            found += [f"{node.module}.{alias.name}" for alias in node.names if alias.name not in allowed]
        elif isinstance(node, ast.Import):
            found += [a.name for a in node.names if a.name.partition(".")[0] == "transformers"]
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            base = node.value
            while isinstance(base, ast.Attribute | ast.Call):
                base = base.value if isinstance(base, ast.Attribute) else base.func
            private = node.attr.startswith("_") and not node.attr.endswith("__")
            of_transformers = isinstance(base, ast.Name) and base.id in imported
            if node.attr in UNDOCUMENTED or (private and of_transformers):
                found.append(node.attr)
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and len(node.args) > 1:
            name = node.args[1]
            if node.func.id in ("getattr", "setattr", "hasattr") and isinstance(name, ast.Constant):
                found += [name.value] if name.value in UNDOCUMENTED else []
    return found


def test_only_compat_reaches_into_transformers():
    strays = {
        str(path.relative_to(PACKAGE)): names
        for path in sorted(PACKAGE.rglob("*.py"))
        if path not in MAY and (names := reached(path.read_text("utf-8")))
    }
    assert strays == {}
    assert all(reached(path.read_text("utf-8")) for path in MAY)


@pytest.mark.parametrize(
    "source",
    [
        "from transformers.utils import _x",
        "from transformers._core import x",
        "import transformers as t",
        "import transformers.cache_utils",
        "from transformers.core_model_loading import Chunk",
        "from transformers.models.qwen2.modeling_qwen2 import Qwen2Attention",
        "from transformers import DynamicCache, StaticCache",
        "model.model.rope_deltas = None",
        "from transformers import AutoModel\nAutoModel.from_config(c)._x()",
        "model._hf_hook",
        'getattr(cls, "_supports_flash_attn", False)',
        "from transformers.modeling_rope_utils import ROPE_INIT_FUNCTIONS",
    ],
)
def test_reaching_in_is_seen(source):
    assert reached(source)


def test_what_is_documented_may_be_imported_anywhere():
    assert reached("from transformers import DynamicCache\nDynamicCache(config=c).get_seq_length()") == []


def test_what_compat_asks_for_is_there():
    """Of the installed version: the rest of it is used by the tests of families, caches and templates."""
    pytest.importorskip("transformers")
    assert {"Qwen2Attention", "Qwen2DecoderLayer", "Qwen2RMSNorm"} <= set(dir(compat.qwen2_layers()))
    assert {"qwen2_vl", "internvl"} <= compat.image_text_types()
    assert "qwen2" in compat.text_types()
