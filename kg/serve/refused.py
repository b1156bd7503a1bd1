"""Requests that are not answered, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.serve.message import refusal

if TYPE_CHECKING:
    from kg.serve.message import Reply


class RefusedError(Exception):
    """A request that breaks the protocol or isn't allowed.

    Attributes:
        reply: what the asker is told.
    """

    def __init__(self, status: int, text: str, **headers: str) -> None:
        super().__init__(text)
        self.reply: Reply = refusal(status, text, **headers)
