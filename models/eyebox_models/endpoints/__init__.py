"""Servers of one's own that speak OpenAI's protocol, asked as if they were a model on this machine."""
