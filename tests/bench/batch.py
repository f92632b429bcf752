"""A batch of small pages that is killed again and again: every page once, and its memory; A4 pages a minute beside OCRmyPDF.

python tests/bench/batch.py kills [PAGES]     1,000 pages; the whole killed three times, an engine alone twice
python tests/bench/batch.py pace [PAGES]      20 A4 pages at 300 dpi, English and Chinese apart, next to ocrmypdf --jobs 2
"""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import psutil

sys.path.insert(0, str(Path(__file__).parents[1] / "helpers"))
from drawing import _WORDS, Text, font, page

WORDS = _WORDS.split()
CHINESE = (
    "系统读取每一张图片并回答文字方框应在的位置发票编号金额导出会话窗口模型流错误警告跟踪请求响应缓存队列"
)
KILLS = ((150, "all"), (250, "engine"), (350, "all"), (430, "engine"), (500, "all"))
"""After so many pages of all, and who."""
LINES = 3


def main() -> None:
    what, *rest = sys.argv[1:] or ["kills"]
    with tempfile.TemporaryDirectory() as folder:
        os.environ["EYEBOX_HOME"] = str(Path(folder, "home"))
        if what == "kills":
            kills(Path(folder), int(rest[0]) if rest else 1000)
        else:
            pace(Path(folder), int(rest[0]) if rest else 20)


def kills(folder: Path, count: int) -> None:
    pictures, out = folder / "pictures", folder / "out.jsonl"
    pictures.mkdir()
    for n in range(count):
        small_page(n).save(pictures / f"p{n}.png")
    done, at_100, at_end = 0, 0.0, 0.0
    planned = [(at * count // 1000, who) for at, who in KILLS]
    begun = time.monotonic()
    while True:
        running = start(out, pictures)
        for line in pages_of(running):
            done = line["done"]
            if not at_100 and done >= min(100, count // 10):
                at_100 = memory_of(running)
            if planned and done >= planned[0][0]:
                _at, who = planned.pop(0)
                if who == "all":
                    os.killpg(running.pid, signal.SIGKILL)
                    print(f"{done:5,} pages: all killed")
                    break
                print(f"{done:5,} pages: engine killed, {kill_engines(running)} process(es)")
            if 0 < count - done <= 20 and engines_of(running):  # after the last one the engine goes
                at_end = memory_of(running)
        status = running.wait()
        if status != -signal.SIGKILL:
            break
    rows = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    sources = [Path(row["source"]).name for row in rows]
    assert sources == [f"p{n}.png" for n in range(count)], "not every page once and in order"
    right = sum(row["text"].split("\n")[0].startswith(f"page {n}") for n, row in enumerate(rows))
    states = {state: sum(row["state"] == state for row in rows) for state in ("done", "failed", "set-aside")}
    print(f"{len(rows):,} rows, each page once: {states}, text right: {right:,}, exit status {status}")
    print(f"memory: {at_100:.0f} MB at page 100, {at_end:.0f} MB at the end: {at_end / at_100 - 1:+.1%}")
    print(f"{time.monotonic() - begun:.0f} s")


def pace(folder: Path, count: int) -> None:
    for language, name in (("eng", "English"), ("chi_sim", "Chinese")):
        pictures = folder / language
        pictures.mkdir()
        drawn = [a4_page(n, is_chinese=language != "eng") for n in range(count)]
        for n, picture in enumerate(drawn):
            picture.save(pictures / f"p{n:02}.png", dpi=(300, 300))
        document = folder / f"{language}.pdf"
        drawn[0].save(document, save_all=True, append_images=drawn[1:], resolution=300)
        out = folder / f"{language}.jsonl"
        ours = [sys.executable, "-m", "eyebox", "batch", "--job", "read", "--out", str(out), str(pictures)]
        theirs = ["ocrmypdf", "--jobs", "2", "-q", "-l", language, str(document), str(folder / "out.pdf")]
        for title, command in (("eyebox batch", ours), ("ocrmypdf --jobs 2", theirs)):
            wall, used = timed(command)
            print(
                f"{name:8} {title:18} {60 * count / wall:6.1f} pages a minute ({wall:.0f} s, processor {used:.0f} s)"
            )


def timed(command: list[str]) -> tuple[float, float]:
    """Seconds on the clock, and of processors."""
    begun, before = time.monotonic(), os.times()
    subprocess.run(command, check=True, stderr=subprocess.DEVNULL)
    after = os.times()
    used = after.children_user + after.children_system - before.children_user - before.children_system
    return time.monotonic() - begun, used


def start(out: Path, pictures: Path) -> subprocess.Popen[str]:
    command = [
        sys.executable,
        "-m",
        "eyebox",
        "batch",
        "--job",
        "read",
        "--out",
        str(out),
        str(pictures),
        "--json",
        "--resume",
    ]
    return subprocess.Popen(command, stdout=subprocess.PIPE, start_new_session=True, text=True)


def pages_of(running: subprocess.Popen[str]) -> Iterator[dict[str, int]]:
    assert running.stdout is not None
    for line in running.stdout:
        event = json.loads(line)
        if event["event"] == "progress":
            yield event


def engines_of(running: subprocess.Popen[str]) -> list[psutil.Process]:
    below = psutil.Process(running.pid).children(recursive=True)
    return [one for one in below if "reader" in one.cmdline()]


def kill_engines(running: subprocess.Popen[str]) -> int:
    engines = engines_of(running)
    for engine in engines:
        engine.kill()
    return len(engines)


def memory_of(running: subprocess.Popen[str]) -> float:
    """Resident megabytes of the process and its readers."""
    alive = [psutil.Process(running.pid), *engines_of(running)]
    return sum(one.memory_info().rss for one in alive) / 1e6


def small_page(n: int) -> object:
    chance = random.Random(n)
    texts = [
        Text(12, 10 + 34 * k, (f"page {n} " if not k else "") + " ".join(chance.choices(WORDS, k=3)), 20)
        for k in range(LINES)
    ]
    return page(420, 120, texts)


def a4_page(n: int, *, is_chinese: bool) -> object:
    chance, size, texts, y = random.Random(1000 + n), 42, [], 250.0
    while y < 3508 - 250:
        text = "".join(chance.choices(CHINESE, k=42)) if is_chinese else " ".join(chance.choices(WORDS, k=14))
        while not is_chinese and font("sans", size).getlength(text) > 2000:
            text = text.rsplit(" ", 1)[0]
        texts.append(Text(240, y, text, size, "chinese" if is_chinese else "sans"))
        y += size * 1.5
    return page(2480, 3508, texts)


if __name__ == "__main__":
    main()
