"""The local API: OpenAI's protocol on 127.0.0.1, in a process of its own, answered by the program's engines."""
