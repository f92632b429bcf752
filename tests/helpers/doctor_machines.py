"""Two healthy machines as the doctor's facts, one with a card, and what changes a part of them."""

from __future__ import annotations

from dataclasses import replace

from eyebox.doctor.facts import (
    About,
    Cards,
    Computer,
    Engine,
    Facts,
    Folder,
    Kernels,
    Models,
    Packages,
    Probed,
    Screen,
    Window,
)
from eyebox_models.fit.machine import Accelerator
from eyebox_models.probe.kernels import Found
from eyebox_models.protocol.probe import ProbedCard, ProbeReport, Tried

GB = 1_000_000_000
GOMP = "/venv/lib/python3.12/site-packages/torch/lib/libgomp.so.1"
PIP = "/venv/bin/python -m pip"


def on(*devices: str, what: tuple[str, ...] = ("product", "bf16")) -> tuple[Tried, ...]:
    return tuple(Tried(each, device) for device in devices for each in what)


def probed(what: str, version: str, tried: tuple[Tried, ...], **more: object) -> Probed:
    return Probed(what, ProbeReport(what, version=version, tried=tried, **more))  # type: ignore[arg-type]


def libraries(*devices: str) -> tuple[Probed, ...]:
    cuda = (("library", "libbitsandbytes_cuda130.so"), ("library has cuda", "yes"), ("cuda available", "yes"))
    native = cuda if len(devices) > 1 else (("library", "libbitsandbytes_cpu.so"),)
    return (
        Probed(
            "packages", ProbeReport("packages", packages=(("torch", "2.14.1"), ("torchvision", "0.29.1")))
        ),
        probed("torchvision", "0.29.1", on(*devices, what=("nms",))),
        probed("transformers", "5.24.0", on("cpu", what=("write",))),
        probed("bitsandbytes", "0.50.2", on(*devices, what=("int8", "int4")), details=native),
        probed("gptqmodel", "7.7.0", on(*devices, what=("gptq",))),
        Probed("flash_attn", ProbeReport("flash_attn", installed=False)),
        probed("openmp", "2.14.1", on("cpu", what=("product",)), runtimes=(GOMP,)),
    )


ABOUT = About(
    version="0.1.0",
    edition="source",
    python="/venv/bin/python",
    python_version=(3, 12, 3),
    sources="/src/eyebox",
    name="Ubuntu 24.04",
    distribution="ubuntu",
    like=("debian",),
)
COMPUTER = Computer("AMD Ryzen 7", 16, frozenset({"avx", "avx2"}), 32 * GB, 24 * GB, 32 * GB)
FOLDERS = tuple(
    Folder(name, f"/home/mei/{name}", f"/home/mei/{name}", owner="mei", free=90 * GB)
    for name in ("data", "config", "cache", "log", "models", "temp", "huggingface", "modelscope")
)
WINDOW = Window(
    "x11",
    ":0",
    "GNOME",
    qt="6.11.3",
    platform="xcb",
    screens=(Screen("DP-1", 3840, 2160, 1.5),),
    chinese=("Noto Sans CJK SC",),
    japanese=("Noto Sans CJK JP",),
)
ENGINES = (Engine("picture"), Engine("reader"), Engine("library", answer="3"))
CPU = Facts(
    ABOUT,
    Packages((("PySide6_Essentials", "6.11.3"), ("numpy", "2.4.6"))),
    COMPUTER,
    FOLDERS,
    WINDOW,
    ENGINES,
    Cards(),
    Models("own", "", (probed("torch", "2.14.1+cpu", on("cpu")), *libraries("cpu"))),
    kernels=Kernels(True, found=Found("faster", 0.0154, 0.0062)),
)
CARD = Accelerator("NVIDIA RTX 4070", 0, "cuda", 12 * GB, 11 * GB, (8, 9))
SEEN = ProbedCard("NVIDIA RTX 4070", 0, (8, 9), 12 * GB, True)
CARDS = Cards((("nvidia", "nvidia"),), (CARD,), "580.65.06", (13, 0), None, True, True, build="cu130")
TOLD = (("cuda", "13.0"), ("rocm", ""), ("cuda available", "yes"))
GPU = replace(
    CPU,
    cards=CARDS,
    models=Models(
        "own",
        "",
        (
            probed("torch", "2.14.1+cu130", on("cpu", "cuda:0"), details=TOLD, cards=(SEEN,)),
            *libraries("cpu", "cuda:0"),
        ),
    ),
)
TORCH_AGAIN = (
    f"{PIP} install --force-reinstall torch torchvision --index-url https://download.pytorch.org/whl/"
)


def with_probe(facts: Facts, changed: Probed) -> Facts:
    rest = tuple(one for one in facts.models.probes if one.what != changed.what)
    return replace(facts, models=replace(facts.models, probes=(*rest, changed)))


def with_window(facts: Facts, **changes: object) -> Facts:
    return replace(facts, window=replace(facts.window, **changes))  # type: ignore[arg-type]


def with_folder(facts: Facts, name: str, **changes: object) -> Facts:
    folders = tuple(replace(f, **changes) if f.name == name else f for f in facts.folders)  # type: ignore[arg-type]
    return replace(facts, folders=folders)


def with_about(facts: Facts, **changes: object) -> Facts:
    return replace(facts, about=replace(facts.about, **changes))  # type: ignore[arg-type]


def torch_that(version: str, details: tuple[tuple[str, str], ...], **more: object) -> Probed:
    return probed("torch", version, on("cpu"), details=details, **more)


OLD_DRIVER = replace(CARDS, driver="535.183.01", driver_cuda=(12, 2), build="cu128")
PASCAL = Accelerator("NVIDIA GTX 1080", 0, "cuda", 8 * GB, 7 * GB, (6, 1))
NO_CARD_SAYS = (("cuda", "13.0"), ("cuda available", ""), ("cuda says", "no driver"))
