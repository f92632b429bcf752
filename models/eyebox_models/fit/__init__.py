"""Whether and how a model fits this machine: what it takes before it is loaded, and who holds which bytes.

Knows no family and imports no torch: how a picture will be shown is handed in.
"""
