"""InternVL: transformers' own layout (`family`), and the originals' files read into it without their code (`original`)."""
