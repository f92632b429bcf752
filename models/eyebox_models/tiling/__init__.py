"""Large pictures looked at in overlapping parts, with boxes joined across the seams."""
