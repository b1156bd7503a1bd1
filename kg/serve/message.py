"""What the server and its children say to each other: a line of JSON, and bytes after it."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


#: What a child says first, once it has the store open.
READY = b"ready\n"


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to do.

    Attributes:
        kind: a key of `kg.serve.tasks.TASKS`, or "update".
        text: the query or update, or an IRI.
        accept: the request's Accept header.
        form: name of the format asked for outright, or "".
        values: of the query's parameters.
        default: IRIs of the graphs of the default graph; None for all.
        named: IRIs of the named graphs; None for all.
    """

    kind: str
    text: str = ""
    accept: str = ""
    form: str = ""
    values: Mapping[str, str] = field(default_factory=dict)
    default: tuple[str, ...] | None = None
    named: tuple[str, ...] | None = None

    def line(self) -> bytes:
        """The task as one line."""
        return json.dumps(asdict(self)).encode() + b"\n"

    @classmethod
    def read(cls, line: bytes) -> Task:
        """The task of a line."""
        told = json.loads(line)
        for name in ("default", "named"):
            told[name] = None if told[name] is None else tuple(told[name])
        return cls(**told)


@dataclass(frozen=True, slots=True)
class Reply:
    """What came of a task.

    Attributes:
        status: of HTTP.
        media: the body's media type.
        body: the bytes.
        headers: further ones.
    """

    status: int
    media: str
    body: bytes
    headers: Mapping[str, str] = field(default_factory=dict)

    def octets(self) -> bytes:
        """The reply with a line before it that tells its length."""
        head = [self.status, self.media, len(self.body), dict(self.headers)]
        return json.dumps(head).encode() + b"\n" + self.body

    @classmethod
    def head(cls, line: bytes) -> tuple[Reply, int]:
        """A reply without its body, and the body's length, from its first line."""
        status, media, length, headers = json.loads(line)
        return cls(status, media, b"", headers), length


def refusal(status: int, text: str, **headers: str) -> Reply:
    """A reply that says in words why there is no other."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Reply(status, "text/plain; charset=utf-8", f"{text}\n".encode(), named)
