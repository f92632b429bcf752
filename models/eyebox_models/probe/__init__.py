"""Whether what models need really computes here: small products with known results, one library at a time.

Each probe runs in an engine process of its own, so that a crash or a hang of one library hides no other. `run.probe`
does one and returns its report. Nothing is changed, nothing is fetched.
"""
