"""Boxes in a model's text: their markup and their JSON, the picture they lie on, and their place on it."""
