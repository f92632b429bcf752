"""InternVL2, 2.5, 3 and 3.5 from their own files, read into transformers' InternVL, without their code."""
