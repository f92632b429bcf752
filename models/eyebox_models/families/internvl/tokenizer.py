"""The tokenizer of an original, read from its plain files; the classes that its config names are never looked up."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from eyebox_models.checkpoint.headers import Fault, read_json
from eyebox_models.families.internvl.sentencepiece import read_pieces, tokenizer
from eyebox_models.families.internvl.templates import MARK
from eyebox_models.files.regular_file import read_regular
from eyebox_models.protocol.errors import EyeboxError

NAMES = {
    "start_image_token": "<img>",
    "end_image_token": "</img>",
    "context_image_token": MARK,
}
"""What transformers' processor asks a tokenizer for."""
_NO_VIDEO = ("<|video_pad|>", "<unk>", "<|endoftext|>", "</s>")
"""It also asks for a video's token. No original knows videos: one that no text has will do."""
_KINDS = ("bos", "eos", "unk", "pad")
_ADDS_BOS = (
    "InternLM2Tokenizer",
    "InternLM2TokenizerFast",
    "InternLM3Tokenizer",
    "LlamaTokenizer",
    "LlamaTokenizerFast",
)
"""Classes that put the begin token before a text unless their config says otherwise."""


def read_tokenizer(folder: Path) -> Any:
    """transformers' fast tokenizer of a folder. Raises EyeboxError."""
    config = _optional(folder / "tokenizer_config.json")
    kind = str(config.get("tokenizer_class") or "")
    added = _added(folder, config)
    if kind.startswith("Qwen2Tokenizer") and (folder / "vocab.json").is_file():
        made = _of_qwen(folder, config, added)
    elif (folder / "tokenizer.model").is_file():
        made = _of_sentencepiece(folder, config, kind, added)
    elif (folder / "tokenizer.json").is_file():
        made = _of_json(folder, config, added)
    else:
        raise EyeboxError(
            "tokenizer-unreadable-folder",
            "{folder} has no tokenizer that can be read; download the model again.",
            folder=folder,
        )
    absent = next((text for text in dict.fromkeys(NAMES.values()) if _id(made, text) is None), None)
    if absent is not None:
        raise EyeboxError(
            "tokenizer-lacks-token",
            "The tokenizer of {folder} has no {token}; download the model again.",
            folder=folder,
            token=absent,
        )
    return made


def _of_sentencepiece(
    folder: Path, config: dict[str, Any], kind: str, added: dict[int, dict[str, Any]]
) -> Any:
    from tokenizers import processors

    pieces = read_pieces(folder / "tokenizer.model")
    known = len(pieces.texts)
    renamed = {n: str(token["content"]) for n, token in added.items() if n < known}
    made = tokenizer(pieces, renamed, prefix_everywhere=config.get("legacy") is not False)
    _add(made, added, known)
    begin = _text(config.get("bos_token"))
    adds = config.get("add_bos_token")
    if begin and (kind in _ADDS_BOS if adds is None else adds):
        number = made.token_to_id(begin)
        if number is not None:
            made.post_processor = processors.TemplateProcessing(
                single=f"{begin} $A", pair=f"{begin} $A {begin} $B", special_tokens=[(begin, number)]
            )
    return _fast(made, config)


def _of_qwen(folder: Path, config: dict[str, Any], added: dict[int, dict[str, Any]]) -> Any:
    from transformers import Qwen2Tokenizer

    vocabulary = _needed(folder / "vocab.json")
    lines = _lines(folder / "merges.txt")
    merges = [
        tuple(line.split(" ")) for line in lines if not line.startswith("#version") and line.count(" ") == 1
    ]
    plain = {text: number for text, number in vocabulary.items() if isinstance(number, int)}
    backend = Qwen2Tokenizer(vocab=plain, merges=merges).backend_tokenizer
    _add(backend, added, 0)
    return _fast(backend, config)


def _of_json(folder: Path, config: dict[str, Any], added: dict[int, dict[str, Any]]) -> Any:
    from tokenizers import Tokenizer

    try:
        backend = Tokenizer.from_file(str(folder / "tokenizer.json"))
    except Exception as error:  # tokenizers raises plain exceptions
        raise EyeboxError(
            "tokenizer-damaged-fetch",
            "{path} is damaged; fetch it again.",
            detail=str(error),
            path=folder / "tokenizer.json",
        ) from error
    backend.no_truncation()
    backend.no_padding()
    _add(backend, added, 0)
    return _fast(backend, config)


def _add(backend: Any, added: dict[int, dict[str, Any]], known: int) -> None:
    """Adds the tokens that came later, each at its own id. Raises EyeboxError when an id is not the next free one."""
    from tokenizers import AddedToken

    for number, token in sorted(added.items()):
        text = str(token["content"])
        flags = {flag: bool(token.get(flag, False)) for flag in ("single_word", "lstrip", "rstrip")}
        special = bool(token.get("special", True))
        made = AddedToken(text, normalized=bool(token.get("normalized", False)), special=special, **flags)
        if special:
            backend.add_special_tokens([made])
        else:
            backend.add_tokens([made])
        if backend.token_to_id(text) != number and number >= known:
            raise EyeboxError(
                "tokenizer-disagrees",
                'The tokenizer\'s files disagree about "{text}"; download the model again.',
                text=text[:80],
            )


def _fast(backend: Any, config: dict[str, Any]) -> Any:
    from transformers import PreTrainedTokenizerFast

    texts = {f"{kind}_token": _text(config.get(f"{kind}_token")) for kind in _KINDS}
    named: dict[str, Any] = {
        name: text for name, text in texts.items() if text and backend.token_to_id(text) is not None
    }
    video = next((text for text in _NO_VIDEO if backend.token_to_id(text) is not None), MARK)
    longest = config.get("model_max_length")
    if isinstance(longest, int) and 0 < longest < 1 << 30:
        named["model_max_length"] = longest
    return PreTrainedTokenizerFast(
        tokenizer_object=backend,
        clean_up_tokenization_spaces=False,
        extra_special_tokens=NAMES | {"video_token": video},
        padding_side="left",
        **named,
    )


def _added(folder: Path, config: dict[str, Any]) -> dict[int, dict[str, Any]]:
    """Tokens that were added to the vocabulary, by their ids: of tokenizer_config.json, else of added_tokens.json."""
    listed = config.get("added_tokens_decoder")
    found: dict[int, dict[str, Any]] = {}
    if isinstance(listed, dict):
        for number, token in listed.items():
            if str(number).isdigit() and isinstance(token, dict) and isinstance(token.get("content"), str):
                found[int(number)] = token
    texts = {token["content"] for token in found.values()}
    for text, number in _optional(folder / "added_tokens.json").items():
        if isinstance(number, int) and number not in found and text not in texts:
            found[number] = {"content": text}
    return found


def _text(token: Any) -> str:
    if isinstance(token, dict):
        token = token.get("content")
    return token if isinstance(token, str) else ""


def _id(made: Any, text: str) -> int | None:
    number: int | None = made.backend_tokenizer.token_to_id(text)
    return number


def _optional(path: Path) -> dict[str, Any]:
    return _needed(path) if path.is_file() else {}


def _needed(path: Path) -> dict[str, Any]:
    try:
        return read_json(path)
    except Fault as fault:
        raise EyeboxError.of(fault.sentence) from fault


def _lines(path: Path) -> list[str]:
    try:
        return read_regular(path).decode("utf-8").splitlines()
    except (OSError, ValueError) as error:
        raise EyeboxError(
            "file-unreadable-fetch", "{path} cannot be read; fetch it again.", detail=str(error), path=path
        ) from error
