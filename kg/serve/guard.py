"""What stands before every request: whose name it uses, whose page sent it, what a page may do.

A page elsewhere can make a browser send requests to this machine, and by giving its own name this
machine's address it can even read the answers. So the Host of a request must be a name of ours
or an address, and another site's page gets nothing unless its origin is named.
"""

from __future__ import annotations

import ipaddress
import re
from typing import TYPE_CHECKING

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, Response

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    from kg.serve.settings import Settings

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cache-Control": "no-cache",
}


class Guard:
    """Lets through what may come, and puts the headers of safety on what goes out."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app = app
        self._names = {"localhost", settings.host.lower(), *map(str.lower, settings.names)}
        self._origins = frozenset(settings.origins)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, as ASGI has it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        origin = headers.get("origin", "")

        async def sealed(message: Message) -> None:
            if message["type"] == "http.response.start":
                self._seal(MutableHeaders(scope=message), origin)
            await send(message)

        answer = self._refused(headers, scope["method"]) or self._preflight(
            headers, scope["method"]
        )
        await (answer or self._app)(scope, receive, sealed)

    def _refused(self, headers: Headers, method: str) -> Response | None:
        host = headers.get("host", "")
        if not self._is_ours(host):
            return PlainTextResponse("this server doesn't go by that name\n", 421)
        origin = headers.get("origin")
        if origin is not None:
            own = origin in (f"http://{host}", f"https://{host}")
            foreign = not own and origin not in self._origins
        else:
            # A link may lead here; a picture or script of another page may not ask.
            link = headers.get("sec-fetch-mode") == "navigate" and method == "GET"
            foreign = headers.get("sec-fetch-site") == "cross-site" and not link
        if foreign:
            return PlainTextResponse("pages of other sites may not ask here\n", 403)
        return None

    def _preflight(self, headers: Headers, method: str) -> Response | None:
        if method != "OPTIONS" or "access-control-request-method" not in headers:
            return None
        allowed = {
            "Access-Control-Allow-Methods": "GET, HEAD, POST",
            "Access-Control-Allow-Headers": "Accept, Authorization, Content-Type",
            "Access-Control-Max-Age": "600",
        }
        return Response(status_code=204, headers=allowed)

    def _is_ours(self, host: str) -> bool:
        name = re.sub(r":\d*$", "", host).lower()
        if name in self._names:
            return True
        try:
            ipaddress.ip_address(name.removeprefix("[").removesuffix("]"))
        except ValueError:
            return False
        return True

    def _seal(self, headers: MutableHeaders, origin: str) -> None:
        for name, value in _HEADERS.items():
            headers[name] = value
        shared = origin in self._origins
        headers["Cross-Origin-Resource-Policy"] = "cross-origin" if shared else "same-origin"
        if self._origins:
            headers.add_vary_header("Origin")
        if shared:
            headers["Access-Control-Allow-Origin"] = origin
