"""Names of the languages whose scripts the reader's networks lack, and of the data of whole scripts."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QLocale


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:
    """Marks a text for the translators."""
    return text


NAMES: Mapping[str, tuple[str, str]] = {
    "rus": ("ru", QT_TRANSLATE_NOOP("Languages", "Russian")),
    "ukr": ("uk", QT_TRANSLATE_NOOP("Languages", "Ukrainian")),
    "bul": ("bg", QT_TRANSLATE_NOOP("Languages", "Bulgarian")),
    "srp": ("sr", QT_TRANSLATE_NOOP("Languages", "Serbian")),
    "bel": ("be", QT_TRANSLATE_NOOP("Languages", "Belarusian")),
    "mkd": ("mk", QT_TRANSLATE_NOOP("Languages", "Macedonian")),
    "kaz": ("kk", QT_TRANSLATE_NOOP("Languages", "Kazakh")),
    "mon": ("mn", QT_TRANSLATE_NOOP("Languages", "Mongolian")),
    "kir": ("ky", QT_TRANSLATE_NOOP("Languages", "Kyrgyz")),
    "tgk": ("tg", QT_TRANSLATE_NOOP("Languages", "Tajik")),
    "tat": ("tt", QT_TRANSLATE_NOOP("Languages", "Tatar")),
    "ell": ("el", QT_TRANSLATE_NOOP("Languages", "Greek")),
    "grc": ("", QT_TRANSLATE_NOOP("Languages", "Ancient Greek")),
    "kor": ("ko", QT_TRANSLATE_NOOP("Languages", "Korean")),
    "ara": ("ar", QT_TRANSLATE_NOOP("Languages", "Arabic")),
    "fas": ("fa", QT_TRANSLATE_NOOP("Languages", "Persian")),
    "urd": ("ur", QT_TRANSLATE_NOOP("Languages", "Urdu")),
    "uig": ("ug", QT_TRANSLATE_NOOP("Languages", "Uyghur")),
    "pus": ("ps", QT_TRANSLATE_NOOP("Languages", "Pashto")),
    "snd": ("sd", QT_TRANSLATE_NOOP("Languages", "Sindhi")),
    "heb": ("he", QT_TRANSLATE_NOOP("Languages", "Hebrew")),
    "yid": ("yi", QT_TRANSLATE_NOOP("Languages", "Yiddish")),
    "tha": ("th", QT_TRANSLATE_NOOP("Languages", "Thai")),
    "hin": ("hi", QT_TRANSLATE_NOOP("Languages", "Hindi")),
    "mar": ("mr", QT_TRANSLATE_NOOP("Languages", "Marathi")),
    "nep": ("ne", QT_TRANSLATE_NOOP("Languages", "Nepali")),
    "san": ("sa", QT_TRANSLATE_NOOP("Languages", "Sanskrit")),
    "ben": ("bn", QT_TRANSLATE_NOOP("Languages", "Bengali")),
    "asm": ("as", QT_TRANSLATE_NOOP("Languages", "Assamese")),
    "tam": ("ta", QT_TRANSLATE_NOOP("Languages", "Tamil")),
    "tel": ("te", QT_TRANSLATE_NOOP("Languages", "Telugu")),
    "kan": ("kn", QT_TRANSLATE_NOOP("Languages", "Kannada")),
    "mal": ("ml", QT_TRANSLATE_NOOP("Languages", "Malayalam")),
    "guj": ("gu", QT_TRANSLATE_NOOP("Languages", "Gujarati")),
    "pan": ("pa", QT_TRANSLATE_NOOP("Languages", "Punjabi")),
    "ori": ("or", QT_TRANSLATE_NOOP("Languages", "Odia")),
    "sin": ("si", QT_TRANSLATE_NOOP("Languages", "Sinhala")),
    "kat": ("ka", QT_TRANSLATE_NOOP("Languages", "Georgian")),
    "hye": ("hy", QT_TRANSLATE_NOOP("Languages", "Armenian")),
    "amh": ("am", QT_TRANSLATE_NOOP("Languages", "Amharic")),
    "tir": ("ti", QT_TRANSLATE_NOOP("Languages", "Tigrinya")),
    "khm": ("km", QT_TRANSLATE_NOOP("Languages", "Khmer")),
    "lao": ("lo", QT_TRANSLATE_NOOP("Languages", "Lao")),
    "mya": ("my", QT_TRANSLATE_NOOP("Languages", "Burmese")),
    "bod": ("bo", QT_TRANSLATE_NOOP("Languages", "Tibetan")),
    "dzo": ("dz", QT_TRANSLATE_NOOP("Languages", "Dzongkha")),
    "div": ("", QT_TRANSLATE_NOOP("Languages", "Dhivehi")),
    "syr": ("", QT_TRANSLATE_NOOP("Languages", "Syriac")),
    "chr": ("chr", QT_TRANSLATE_NOOP("Languages", "Cherokee")),
    "iku": ("", QT_TRANSLATE_NOOP("Languages", "Inuktitut")),
}
"""Tesseract's code -> the code of Qt's locale ("" where it has none) and the name in English."""


def name_of(code: str) -> str:
    """The name of a language in the user's language; what has none is called as its file is."""
    return QCoreApplication.translate("Languages", NAMES[code][1]) if code in NAMES else code


def own_name_of(code: str) -> str:
    """The name of a language in itself, "" where that is not known."""
    locale = NAMES[code][0] if code in NAMES else ""
    return QLocale(locale).nativeLanguageName() if locale else ""
