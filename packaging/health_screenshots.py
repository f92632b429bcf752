"""Makes the screenshots of the doctor and of the model engine: python packaging/health_screenshots.py [FOLDER] [dark] [zh_CN].

Needs no screen; a few seconds. The pages are the real ones, what they show is made up: no machine has all of it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication, QWidget

from eyebox.doctor.check import Check, Sentence, State
from eyebox.doctor.page import DoctorPage
from eyebox.doctor.report import version
from eyebox.language import Language
from eyebox.picker.engine_page import EnginePage
from eyebox.theme import Theme
from eyebox_models.protocol.environment import EnvironmentPlan, EnvironmentState

ROOT = Path(__file__).resolve().parent.parent

PLAN = EnvironmentPlan(
    "cu130",
    "NVIDIA GeForce RTX 4090 with driver 580.95 runs PyTorch for CUDA 13.0.",
    "Python 3.12 is downloaded from github.com.",
    2_930_000_000,
    7_100_000_000,
    121_000_000_000,
    ("pypi.org", "files.pythonhosted.org", "download.pytorch.org", "github.com"),
)


def check(group: str, title: str, state: State, found: tuple[str, ...], *texts: str, fix: str = "") -> Check:
    """A check in the doctor's own sentences, which are translated."""
    meaning, advice = (Sentence(text) for text in (*texts, "", "")[:2])
    return Check(
        "", Sentence(group), Sentence(title), state, Sentence(found[0], found[1:]), meaning, advice, fix
    )


CHECKS = (
    check(
        "Eyebox", "Version", "pass", ("Eyebox %1 on Python %2 (%3)", version(), "3.12.8", "/usr/bin/python3")
    ),
    check("Eyebox", "Packages", "pass", ("All are included",)),
    check("This computer", "System", "pass", ("Ubuntu 24.04, Linux 6.8, x86_64",)),
    check("This computer", "Memory", "pass", ("%1, of which %2 are free", "64 GB", "51 GB")),
    check(
        "Graphics card", "Card and driver", "pass", ("%1, driver %2 (CUDA %3)", "RTX 4090", "580.95", "13.0")
    ),
    check(
        "Models that look at pictures",
        "torch and the card",
        "fail",
        ("A GPU is here, but this torch (%1) is CPU-only", "2.9.1+cpu"),
        "Models run on the processor, many times slower than on the card.",
        "Install the torch that is made for this card.",
        fix="pip install --force-reinstall torch torchvision --index-url https://download.pytorch.org/whl/cu130",
    ),
    check(
        "Folders",
        "Models",
        "warn",
        ("%1 (%2 free)", "~/.local/share/eyebox/models", "3.1 GB"),
        "A model takes 4 GB or more: it may not fit on this disk.",
        "Empty the bin, delete models that you do not use, or use a larger disk.",
    ),
    check("Screen and text", "Window", "pass", ("Qt %1 starts (%2)", "6.11.3", "wayland")),
    check("Screen and text", "Chinese text", "pass", ("Noto Sans CJK SC",)),
    check("Reading", "Reading text", "pass", ("A picture was read",)),
)


def doctor(theme: Theme, checks: Sequence[Check] = CHECKS) -> DoctorPage:
    page = DoctorPage(theme)
    for each in checks:
        page.add(each)
    page.finish()
    return page


def engine(theme: Theme) -> EnginePage:
    page = EnginePage(theme)
    page.set_state(EnvironmentState(""))
    page.set_plan(PLAN)
    return page


def main(folder: Path, theme_name: str, language_code: str) -> None:
    application = QApplication(sys.argv[:1])
    theme, language = Theme(), Language(application)
    theme.set_mode("dark" if theme_name == "dark" else "light")
    theme.apply(application)
    language.use(language_code)
    pages: dict[str, QWidget] = {"doctor": doctor(theme), "model-engine": engine(theme)}
    suffix = "".join(f"-{part}" for part in (theme_name, language_code) if part not in ("light", "en"))
    for name, page in pages.items():
        page.show()
        for _ in range(5):
            application.processEvents()
        file = folder / f"{name}{suffix}.png"
        page.grab().save(str(file))
        print(file)
        page.close()


if __name__ == "__main__":
    words = sys.argv[1:]
    target = next(
        (Path(word) for word in words if word not in ("dark", "zh_CN")), ROOT / "resources" / "screenshots"
    )
    target.mkdir(parents=True, exist_ok=True)
    main(target, "dark" if "dark" in words else "light", "zh_CN" if "zh_CN" in words else "en")
