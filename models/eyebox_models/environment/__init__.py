"""The environment that model engines run in where the program carries no torch: a Python of its own with its packages.

The program itself is small and may be frozen; kernels need a real Python. So `setup` makes an environment, `running`
starts engines in it, and all of it lies in one folder that can be removed again.
"""
