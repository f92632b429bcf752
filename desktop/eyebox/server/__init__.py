"""The local API: OpenAI's protocol on 127.0.0.1, in a process of its own, answered by the program's engines."""

PORT = 8394
"""Where it listens, unless something else is asked for."""
TOKEN_FILE = "serve-token"
"""In the folder of settings: the token that is kept."""
