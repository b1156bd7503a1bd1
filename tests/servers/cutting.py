"""A proxy that loses the connection in the middle of a request, and from then on is not there."""

from __future__ import annotations

import contextlib
import socket
import threading
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextlib.contextmanager
def cut_after(address: str, octets: int) -> Iterator[str]:
    """The address of a server that goes away when so many bytes were sent to it."""
    at = urlsplit(address)
    with socket.create_server(("127.0.0.1", 0)) as listening:
        left = [octets]
        accepting = threading.Thread(target=_accept, args=(listening, (at.hostname, at.port), left))
        accepting.start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        listening.shutdown(socket.SHUT_RDWR)
        accepting.join(timeout=10)


def _accept(
    listening: socket.socket, server: tuple[str | None, int | None], left: list[int]
) -> None:
    with contextlib.suppress(OSError):
        while True:
            client, _ = listening.accept()
            if left[0] <= 0:
                client.close()
                continue
            behind = socket.create_connection(server)
            threading.Thread(target=_hand_on, args=(client, behind, left)).start()
            threading.Thread(target=_hand_on, args=(behind, client, None)).start()


def _hand_on(source: socket.socket, goal: socket.socket, left: list[int] | None) -> None:
    with contextlib.suppress(OSError):
        while piece := source.recv(4096):
            if left is not None:
                piece, left[0] = piece[: left[0]], left[0] - len(piece)
            goal.sendall(piece)
            if left is not None and left[0] <= 0:
                break
    for end in (source, goal):
        with contextlib.suppress(OSError):
            end.shutdown(socket.SHUT_RDWR)
        end.close()
