"""The page of batches: how they stand, what failed, and a form for a new one. Values in, signals out."""
