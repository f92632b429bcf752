"""The doctor: looks at what this machine can run, says what is broken, what that means and how to fix it.

`facts` looks, `judge` decides (pure functions over facts, so that broken machines can be simulated), `check` is what both
the command line and the page show. Nothing here is changed on the machine, and no connection is opened.
"""
