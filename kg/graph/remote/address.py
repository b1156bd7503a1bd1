"""The addresses of a server: the one that a person names, and those that it stands for.

`-g http://localhost:7878` is enough for the servers whose layout is known. For all others the
environment names the parts: KG_QUERY_URL, KG_UPDATE_URL, KG_STORE_URL (graph store protocol) and
KG_BULK_URL (takes N-Quads by POST).
"""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from kg.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_REMOTE = re.compile(r"https?:", re.IGNORECASE)
_NAMED = {"query", "sparql"}


@dataclass(frozen=True, slots=True)
class Endpoints:
    """Where a server answers.

    Attributes:
        query: SPARQL queries.
        update: SPARQL updates.
        store: graph store protocol.
        bulk: takes N-Quads by POST, each quad into its graph; "" where there is no such place.
    """

    query: str
    update: str
    store: str
    bulk: str = ""


def is_remote(target: str | Path) -> bool:
    """Whether a graph is named by a server's address.

    >>> is_remote("https://example.org/kg"), is_remote("build/kg")
    (True, False)
    """
    return bool(_REMOTE.match(str(target)))


def checked(address: str, name: str = "") -> str:
    """An address without its final slashes.

    Args:
        address: as a person wrote it.
        name: the variable that holds it, "" for an option.

    Raises:
        StoreError: if it is not one of a server, or holds a name or password.
    """
    try:
        parts = urlsplit(address)
        host, _ = parts.hostname, parts.port
    except ValueError as error:
        raise StoreError(f"is not an address: {error}", where=name or "the address") from error
    if parts.username is not None or parts.password is not None:
        problem = "holds a user name or password, which logs and lists of processes would show"
        raise StoreError(problem, where=name or host or "", advice="set KG_USER and KG_PASSWORD")
    if parts.scheme.lower() not in ("http", "https") or not host or re.search(r"[\s<>\"]", address):
        problem = f"{address!r} is not the address of a server"
        raise StoreError(problem, where=name, advice="write http://HOST:PORT or https://HOST/PATH")
    if parts.query or parts.fragment:
        advice = "name the parts by KG_QUERY_URL, KG_UPDATE_URL and KG_STORE_URL"
        raise StoreError("has a ? or # in it", where=name or address, advice=advice)
    return address.rstrip("/")


def is_loopback(address: str) -> bool:
    """Whether an address is of this machine.

    >>> is_loopback("http://[::1]:7878"), is_loopback("http://localhost.example.org")
    (True, False)
    """
    host = urlsplit(address).hostname or ""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def candidates(address: str, environ: Mapping[str, str]) -> tuple[str, ...]:
    """The places that may answer queries, the likeliest first."""
    if named := environ.get("KG_QUERY_URL"):
        return (checked(named, "KG_QUERY_URL"),)
    if address.rsplit("/", 1)[-1] in _NAMED:
        return (address,)
    return (f"{address}/query", f"{address}/sparql", address)


def endpoints(query: str, software: str, environ: Mapping[str, str], *, known: bool) -> Endpoints:
    """All addresses of a server.

    Args:
        query: the place that answers queries.
        software: what the server calls itself.
        environ: the environment, whose addresses go before all others.
        known: whether there are credentials, for which Virtuoso has places of its own.
    """
    above = query.rsplit("/", 1)[0] if query.rsplit("/", 1)[-1] in _NAMED else query
    if software.startswith("Virtuoso"):
        ending = "-auth" if known else ""
        found = Endpoints(
            f"{above}/sparql{ending}",
            f"{above}/sparql{ending}",
            f"{above}/sparql-graph-crud{ending}",
        )
    elif software.startswith("Oxigraph"):
        found = Endpoints(query, f"{above}/update", f"{above}/store", f"{above}/store")
    else:  # the layout of Fuseki and those that follow it
        found = Endpoints(query, f"{above}/update", f"{above}/data")

    def named(name: str, otherwise: str) -> str:
        return checked(environ[name], name) if environ.get(name) else otherwise

    return Endpoints(
        named("KG_QUERY_URL", found.query),
        named("KG_UPDATE_URL", found.update),
        named("KG_STORE_URL", found.store),
        named("KG_BULK_URL", found.bulk),
    )
