"""What the user may choose: a table of settings, the file that keeps them, and their dialog."""
