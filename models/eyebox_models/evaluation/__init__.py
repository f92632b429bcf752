"""How well models do on pictures whose answers are known: what is counted, and how sure it is."""
