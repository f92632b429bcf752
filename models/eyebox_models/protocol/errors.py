"""The one error that a user sees, and the end of a job that was stopped."""

from __future__ import annotations


class EyeboxError(Exception):
    """Something a user can understand and mend: the message is one sentence that says what to do."""

    def __init__(self, message: str, detail: str = "") -> None:
        super().__init__(message)
        self.detail = detail


class Stopped(Exception):
    """Raised inside an engine when the user stopped the job."""
