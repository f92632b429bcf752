"""The grounding check: whether the boxes of a loaded model land where things are."""
