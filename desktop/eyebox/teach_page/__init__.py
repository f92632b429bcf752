"""The page on which models are taught: what from, how it goes, and what came of it. Values in, signals out."""
