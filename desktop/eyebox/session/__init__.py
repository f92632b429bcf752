"""Sessions without Qt: their values, the file that keeps them, and the tree of a chat."""
