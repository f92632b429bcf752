"""Looks at, loads and asks 320 model folders that are damaged or hostile: `python tests/bench/hostile_models.py [SEED]`.

Each runs in a child of its own. Prints one line: how many opened, were refused with a sentence, crashed (also with an error
that is no sentence), hung (over 5 s of work, or 60 s), or took over 2 GB of private memory. `-v` tells of each.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from threading import Event
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1] / "helpers"))

COUNT = 320
WORK, WAIT = 5.0, 60.0
BYTES = 2_000_000_000
OUTCOMES = ("opened", "refused with a sentence", "crashed", "hung over 5 s", "over 2 GB of private memory")
NUMBERS = (0, -1, 10**6, 10**9, 10**12, 2**63, 10**300, 1e300, 0.5, 1 << 31)
OTHERS: tuple[Any, ...] = (
    None,
    [],
    {},
    "x",
    True,
    [[]],
    "1" * 10**6,
    [1] * 10**5,
    "\ud800",
    {"a": {"b": []}},
)
TEMPLATES = (
    "{{ 'a' * 4000000000 }}",
    "{{ 9 ** (9 ** 9) }}",
    "{% for i in range(99999) %}{% for j in range(99999) %}x{% endfor %}{% endfor %}",
    "{% set ns = namespace(a=[1]) %}{% for i in range(99999) %}{% set ns.a = ns.a + ns.a %}{% endfor %}",
    "{% macro f(x) %}{{ f(x) }}{% endmacro %}{{ f(1) }}",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ " + "(" * 20_000 + "1" + ")" * 20_000 + " }}",
    "{% if messages | length > 0 %}{{ messages[0].content * 10 ** 8 }}{% endif %}",
    "{{ '%999999999d' % 1 }}",
    "{{ 'x' | center(4000000000) }}",
    "{% include '/etc/passwd' %}",
    "{{ raise_exception('no') }}",
)
KEYS: tuple[tuple[str, dict[str, Any]], ...] = (
    ("config.json", {"transformers_weights": "other.safetensors"}),
    ("config.json", {"attn_implementation": "somebody/kernels"}),
    ("config.json", {"auto_map": {"AutoConfig": "code.Config", "AutoModelForImageTextToText": "code.Model"}}),
    ("config.json", {"quantization_config": {"quant_method": "torchao", "quant_type": "int4"}}),
    ("config.json", {"quantization_config": {"quant_method": "bitsandbytes", "load_in_4bit": True}}),
    ("config.json", {"model_type": "../../etc"}),
    ("config.json", {"architectures": ["os.system"]}),
    ("tokenizer_config.json", {"auto_map": {"AutoTokenizer": ["code.Tok", None]}, "tokenizer_class": "Tok"}),
    ("tokenizer_config.json", {"vocab_file": "/etc/passwd", "tokenizer_file": "/etc/passwd"}),
    ("tokenizer_config.json", {"chat_template": TEMPLATES[0]}),
    ("processor_config.json", {"auto_map": {"AutoProcessor": "code.P"}, "processor_class": "P"}),
    (
        "generation_config.json",
        {"num_beams": 10**9, "max_new_tokens": 10**12, "cache_implementation": "static"},
    ),
)


class Maker:
    """Makes hostile copies of good checkpoints."""

    def __init__(self, good: list[Path], seed: int) -> None:
        self.good = good
        self.chance = random.Random(seed)
        self.kinds: list[Callable[[Path], str]] = [
            self.flipped, self.flipped, self.cut, self.number, self.number, self.number, self.other, self.other,
            self.no_file, self.deep, self.link, self.template, self.header, self.gone, self.key,
        ]  # fmt: skip

    def make(self, number: int, folder: Path) -> str:
        """Fills a folder; says what is wrong with it."""
        base = self.good[number % len(self.good)]
        shutil.copytree(base, folder)
        return f"{base.name}: {self.kinds[number % len(self.kinds)](folder)}"

    def file(self, folder: Path, *endings: str) -> Path:
        names = sorted(path for path in folder.iterdir() if path.is_file() and path.name != "built.json")
        return self.chance.choice([path for path in names if path.name.endswith(endings or "")])

    def flipped(self, folder: Path) -> str:
        path = self.file(folder)
        data = bytearray(path.read_bytes())
        end = min(len(data), 20_000)  # headers of weights, and most of all else
        for _ in range(self.chance.choice((1, 2, 8, 30))):
            at = self.chance.randrange(end) if end else 0
            data[at : at + 1] = bytes((data[at] ^ 1 << self.chance.randrange(8),)) if data else b""
        path.write_bytes(data)
        return f"bits of {path.name}"

    def cut(self, folder: Path) -> str:
        path = self.file(folder)
        data = path.read_bytes()
        path.write_bytes(data[: self.chance.randrange(len(data) + 1)])
        return f"{path.name} cut"

    def _replaced(self, folder: Path, choose: Callable[[Any], bool], values: tuple[Any, ...]) -> str:
        path = self.file(folder, ".json")
        data = json.loads(path.read_text("utf-8"))
        places: list[tuple[Any, Any]] = []
        waiting = [data]
        while waiting:
            part = waiting.pop()
            entries = part.items() if isinstance(part, dict) else enumerate(part)
            for key, value in list(entries)[:400]:
                if choose(value):
                    places.append((part, key))
                if isinstance(value, dict | list):
                    waiting.append(value)
        if not places:
            return f"{path.name} as it was"
        part, key = self.chance.choice(places)
        part[key] = self.chance.choice(values)
        path.write_text(json.dumps(data), "utf-8")
        return f"{path.name} {key} = {str(part[key])[:30]}"

    def number(self, folder: Path) -> str:
        return self._replaced(folder, lambda value: type(value) in (int, float), NUMBERS)

    def other(self, folder: Path) -> str:
        return self._replaced(folder, lambda value: True, OTHERS)

    def no_file(self, folder: Path) -> str:
        path = self.file(folder)
        path.unlink()
        if self.chance.random() < 0.3:
            path.mkdir()
        else:
            os.mkfifo(path)
        return f"{path.name} is no file"

    def deep(self, folder: Path) -> str:
        path = self.file(folder, ".json")
        depth = self.chance.choice((900, 10**5))
        text = path.read_text("utf-8").rstrip()
        path.write_text(text[:-1] + ', "deep": ' + "[" * depth + "]" * depth + "}")
        return f"{path.name} {depth:,} deep"

    def link(self, folder: Path) -> str:
        path = self.file(folder)
        path.unlink()
        target = self.chance.choice(
            ("/dev/zero", "/etc/passwd", "../../nowhere", path.name, "/proc/self/mem", "/")
        )
        path.symlink_to(target)
        return f"{path.name} -> {target}"

    def template(self, folder: Path) -> str:
        text = self.chance.choice(TEMPLATES)
        (folder / "chat_template.jinja").write_text(text)
        return f"template {text[:40]}"

    def header(self, folder: Path) -> str:
        path = folder / "model.safetensors"
        if not path.is_file():
            return self.flipped(folder)
        data = path.read_bytes()
        length = int.from_bytes(data[:8], "little")
        header = json.loads(data[8 : 8 + length])
        names = [name for name in header if name != "__metadata__"]
        name = self.chance.choice(names)
        kind = self.chance.choice(("shape", "dtype", "offsets", "empty", "many", "length", "name"))
        if kind == "shape":
            header[name]["shape"] = self.chance.choice(([1 << 40, 0], [], [2, -1], [1] * 70, [10**30], ["2"]))
        elif kind == "dtype":
            header[name]["dtype"] = self.chance.choice(("I64", "F8_E4M3", "BOOL", "F32", "C64", 7))
        elif kind == "offsets":
            header[name]["data_offsets"] = self.chance.choice(([0, 8], [0, 1 << 60], [8, 0], [], [-4, 0]))
        elif kind == "empty":
            header = {"__metadata__": {"format": "pt"}}
        elif kind == "many":
            header |= {
                f"x.{n}": {"dtype": "F32", "shape": [0], "data_offsets": [0, 0]} for n in range(30_000)
            }
        elif kind == "name":
            header["../" * 100 + name] = header.pop(name)
        text = json.dumps(header).encode()
        count = self.chance.choice((1 << 62, 0, 10**8)) if kind == "length" else len(text)
        path.write_bytes(count.to_bytes(8, "little") + text + data[8 + length :])
        return f"header {kind}"

    def gone(self, folder: Path) -> str:
        path = self.file(folder)
        path.unlink()
        if self.chance.random() < 0.4:
            with path.open("wb") as file:
                file.truncate(1 << 40)
            return f"{path.name} is 1 TB of nothing"
        return f"{path.name} is gone"

    def key(self, folder: Path) -> str:
        file, more = self.chance.choice(KEYS)
        path = folder / file
        data = json.loads(path.read_text("utf-8")) if path.is_file() else {}
        path.write_text(json.dumps(data | more), "utf-8")
        (folder / "code.py").write_text(f"open({str(folder / 'ran')!r}, 'w')")
        return f"{file} {next(iter(more))}"


def used(folder: Path, picture: Path) -> str:
    """Does all that can be done with a folder, in the process at hand; the sentence of a refusal, "" for none."""
    from eyebox_models.families.registry import family_for
    from eyebox_models.library.cards import inspect, list_models
    from eyebox_models.protocol.ask import Ask, Message, Options, Picture
    from eyebox_models.protocol.errors import EyeboxError

    options = Options(precision="fp32", device="cpu", max_new_tokens=2)
    try:
        list_models("", (str(folder),))
        problems = inspect(folder).problems
        family = family_for(str(folder))
        model = family.load(str(folder), options, lambda _event: None, Event())
        assert not problems, f"loaded in spite of {problems}"
        ask = Ask((Message("user", (Picture(str(picture)), "What is this?")),), str(folder), options)
        model.answer(ask, lambda _event: None, Event())
        model.close()
    except EyeboxError as error:
        return str(error) or "?"
    return ""


def judged(folder: Path, picture: Path) -> tuple[str, str]:
    """The outcome in a child of this process, and what it said."""
    reader, writer = os.pipe()
    child = os.fork()
    if not child:
        os.setsid()
        os.close(reader)
        try:
            said = "r" + told if (told := used(folder, picture)) else "o"
        except BaseException as error:
            import traceback

            said = f"c{type(error).__name__}: {error}"[:300] + traceback.format_exc()[-900:]
        with os.fdopen(writer, "w", errors="replace") as pipe:
            pipe.write(said)
            pipe.flush()
            os.killpg(0, signal.SIGKILL)
    os.close(writer)
    begun, most, outcome = time.monotonic(), 0, ""
    while os.waitid(os.P_PID, child, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None:
        time.sleep(0.02)
        most = max(most, private(child))
        if most > BYTES:
            outcome = OUTCOMES[4]
        elif work(child) > WORK or time.monotonic() - begun > WAIT:
            outcome = OUTCOMES[3]
        if outcome:
            os.killpg(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(reader, errors="replace") as pipe:
        said = pipe.read()
    if outcome:
        return outcome, f"{most >> 20} MB"
    return {"o": OUTCOMES[0], "r": OUTCOMES[1]}.get(said[:1], OUTCOMES[2]), said[1:]


def private(process: int) -> int:
    """Bytes of private memory."""
    try:
        for line in Path(f"/proc/{process}/status").read_text().splitlines():
            if line.startswith("RssAnon:"):
                return int(line.split()[1]) << 10
    except OSError:
        pass
    return 0


def work(process: int) -> float:
    """Seconds that a process has computed."""
    try:
        fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def main() -> int:
    import torch
    from PIL import Image

    from tiny_models import build_tiny
    from tiny_originals import build_original

    torch.set_num_threads(1)
    loud = "-v" in sys.argv
    seed = int(next((text for text in sys.argv[1:] if text.isdigit()), "7"))
    with tempfile.TemporaryDirectory(prefix="hostile-models-") as root:
        os.environ |= {"HF_HUB_OFFLINE": "1", "EYEBOX_HOME": f"{root}/home", "HF_HOME": f"{root}/hub"}
        os.environ["USE_HUB_KERNELS"] = "0"
        picture = Path(root, "picture.png")
        Image.new("RGB", (64, 40), "teal").save(picture)
        from eyebox_models.engine.decoding import PICTURES, PictureEngine
        from eyebox_models.picture import decoder

        decoder.use(PICTURES)
        good = [build_tiny(kind, Path(root, kind)) for kind in ("qwen2_vl", "internvl", "llava", "qwen3_vl")]
        good.append(build_original(Path(root, "original")))
        for folder in good:  # also imports what the children need
            assert not used(folder, picture), folder
        maker, count = Maker(good, seed), Counter[str]()
        from eyebox_models.vision.template import RENDERER

        RENDERER.close()
        PICTURES.close()
        vars(PICTURES).update(vars(PictureEngine()))  # no thread of it goes over into the children
        tempfile.tempdir = root
        for number in range(COUNT):
            folder = Path(root, "model")
            what = maker.make(number, folder)
            outcome, said = judged(folder, picture)
            if (folder / "ran").exists():
                outcome, said = OUTCOMES[2], "code of the folder ran"
            count[outcome] += 1
            if loud or outcome not in OUTCOMES[:2]:
                print(f"{number:3} {outcome} | {what} | {said}", file=sys.stderr, flush=True)
            shutil.rmtree(folder)
    print(f"{COUNT} model folders: " + ", ".join(f"{count[name]} {name}" for name in OUTCOMES))
    return 1 if any(count[name] for name in OUTCOMES[2:]) else 0


if __name__ == "__main__":
    sys.exit(main())
