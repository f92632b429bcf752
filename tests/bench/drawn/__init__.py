"""Pictures with text whose truth is known, drawn anew by each run of `reading.py`: the same ones every time."""
