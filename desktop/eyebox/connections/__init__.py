"""The page of what was tried to be reached."""
