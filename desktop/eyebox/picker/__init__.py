"""Choose or download a checkpoint and a precision."""
