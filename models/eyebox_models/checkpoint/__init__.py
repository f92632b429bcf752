"""A folder with a checkpoint, read without torch: its config, its tensors by their headers, what is missing or broken."""

from __future__ import annotations

from eyebox_models.checkpoint.family_info import FamilyInfo, FamilyTable, ModelType
from eyebox_models.checkpoint.folder import Checkpoint
from eyebox_models.checkpoint.headers import Tensor
from eyebox_models.checkpoint.read import read_checkpoint

__all__ = ["Checkpoint", "FamilyInfo", "FamilyTable", "ModelType", "Tensor", "read_checkpoint"]
