"""Review of boxes: a verdict on each, by one key. Widgets of it; what is reviewed stands in the workspace."""
