"""Pictures from the screen, the clipboard and a drag."""
