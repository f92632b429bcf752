"""Checkpoints on this machine: finding, inspecting, downloading, verifying. No torch."""
