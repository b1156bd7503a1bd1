"""Who asks a server: KG_USER and KG_PASSWORD, or KG_TOKEN, from the environment and nowhere else.

They go to the addresses that a person named, only after the server asked for a name and password
(a token goes at once), and never in clear text over a network unless KG_ALLOW_INSECURE=1.
"""

from __future__ import annotations

import base64
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Self
from urllib.parse import quote

import httpx

from kg.errors import StoreError
from kg.graph.remote.address import is_loopback

if TYPE_CHECKING:
    from collections.abc import Generator, Mapping


@dataclass(frozen=True, slots=True)
class Credentials:
    """A name and password, or a token, or nothing; shown nowhere.

    Attributes:
        user: the name.
        password: its password.
        token: sent as a bearer token.
        insecure: whether they may travel in clear text.
    """

    user: str = field(default="", repr=False)
    password: str = field(default="", repr=False)
    token: str = field(default="", repr=False)
    insecure: bool = False

    @classmethod
    def of(cls, environ: Mapping[str, str]) -> Self:
        """Those that the environment holds.

        Raises:
            StoreError: if it holds half of them, or two kinds.
        """
        user, password = environ.get("KG_USER", ""), environ.get("KG_PASSWORD", "")
        token = environ.get("KG_TOKEN", "")
        if bool(user) != bool(password):
            missing = "KG_PASSWORD" if user else "KG_USER"
            raise StoreError(f"{missing} is not set", advice="set both KG_USER and KG_PASSWORD")
        if user and token:
            raise StoreError("KG_TOKEN and KG_USER are both set", advice="unset one of them")
        if not token.isascii() or any(c.isspace() for c in token):
            raise StoreError("KG_TOKEN has characters that no token has", advice="set it again")
        return cls(user, password, token, environ.get("KG_ALLOW_INSECURE") == "1")

    def __bool__(self) -> bool:
        return bool(self.user or self.token)

    def check(self, address: str) -> None:
        """Refuse to send them where others could read them.

        Raises:
            StoreError: if they would travel in clear text.
        """
        if not self or self.insecure or is_loopback(address):
            return
        if not address.lower().startswith("https:"):
            problem = "the credentials would travel there in clear text"
            advice = "use https, or set KG_ALLOW_INSECURE=1 in a network that you trust"
            raise StoreError(problem, where=address, advice=advice)

    def hidden(self, text: str) -> str:
        """A text of the server without the secrets that it may repeat."""
        for secret in filter(None, (self.password, self.token)):
            text = text.replace(secret, "…").replace(quote(secret, safe=""), "…")
        # What the header of a basic login holds.
        pair = base64.b64encode(f"{self.user}:{self.password}".encode()).decode()
        return text.replace(pair, "…") if self.password else text

    def auth(self) -> httpx.Auth | None:
        """How requests prove who asks."""
        if self.token:
            return _Bearer(self.token)
        return _Challenged(self.user, self.password) if self.user else None


class _Bearer(httpx.Auth):
    def __init__(self, token: str) -> None:
        self._token = token

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response]:
        request.headers["Authorization"] = f"Bearer {self._token}"
        yield request


class _Challenged(httpx.Auth):
    """Basic or digest, as the server asks; remembered for the requests that follow."""

    def __init__(self, user: str, password: str) -> None:
        self._digest = httpx.DigestAuth(user, password)
        self._basic = httpx.BasicAuth(user, password)
        self._chosen: httpx.Auth | None = None

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response]:
        if self._chosen is None:
            response = yield request
            if response.status_code != httpx.codes.UNAUTHORIZED:
                return
            asked = response.headers.get("WWW-Authenticate", "").lower()
            self._chosen = self._digest if asked.startswith("digest") else self._basic
            request.headers.pop("Authorization", None)
        yield from self._chosen.auth_flow(request)
