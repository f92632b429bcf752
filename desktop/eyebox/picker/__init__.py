"""Choose or download a checkpoint and a precision."""

from eyebox.picker.page import ModelPicker

__all__ = ["ModelPicker"]
