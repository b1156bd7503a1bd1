"""What may be written for a server, and what it stands for."""

from __future__ import annotations

import pytest

from kg.errors import StoreError
from kg.graph.remote.address import Endpoints, candidates, checked, endpoints, is_remote


@pytest.mark.parametrize(
    ("target", "remote"),
    [
        ("http://localhost", True),
        ("HTTPS://example.org/x", True),
        ("http:/x", True),  # a slip is told as one, not taken for a folder
        ("build/kg", False),
        ("httpd/kg", False),
        ("file:///etc/passwd", False),
    ],
)
def test_only_an_http_address_is_remote(target: str, remote: bool) -> None:
    assert is_remote(target) == remote


def test_an_address_loses_its_final_slash() -> None:
    assert checked("https://example.org/kg/") == "https://example.org/kg"


@pytest.mark.parametrize("address", ["http://me:secret@example.org", "http://secret@example.org"])
def test_credentials_in_an_address_are_refused_and_not_repeated(address: str) -> None:
    with pytest.raises(StoreError) as caught:
        checked(address)
    assert "KG_USER" in caught.value.advice
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize(
    "address",
    ["http:/x", "http://", "ftp://example.org", "http://exa mple.org", "http://h:x", "http://[::1"],
)
def test_what_is_no_address_is_refused(address: str) -> None:
    with pytest.raises(StoreError, match="is not"):
        checked(address)


@pytest.mark.parametrize("address", ["http://h/?query=x", "http://h/#x"])
def test_an_address_has_no_query_or_fragment(address: str) -> None:
    with pytest.raises(StoreError, match="has a"):
        checked(address)


def test_candidates_are_the_usual_places_or_the_one_named() -> None:
    usual = ("http://h/query", "http://h/sparql", "http://h")
    assert candidates("http://h", {}) == usual
    assert candidates("http://h/sparql", {}) == ("http://h/sparql",)
    assert candidates("http://h", {"KG_QUERY_URL": "http://i/ask/"}) == ("http://i/ask",)


def test_endpoints_follow_the_software() -> None:
    oxigraph = endpoints("http://h/query", "Oxigraph/0.5", {}, known=False)
    assert oxigraph == Endpoints("http://h/query", "http://h/update", *["http://h/store"] * 2)
    virtuoso = endpoints("http://h/sparql", "Virtuoso/07", {}, known=True)
    assert virtuoso.update == "http://h/sparql-auth"
    assert virtuoso.store == "http://h/sparql-graph-crud-auth"
    assert endpoints("http://h/sparql", "Virtuoso/07", {}, known=False).update == "http://h/sparql"
    other = endpoints("http://h/ds", "Jetty", {}, known=False)
    assert other == Endpoints("http://h/ds", "http://h/ds/update", "http://h/ds/data")


def test_the_environment_names_parts_before_all_else() -> None:
    named = {
        "KG_QUERY_URL": "http://h/q",
        "KG_UPDATE_URL": "http://h/u",
        "KG_STORE_URL": "http://h/s",
        "KG_BULK_URL": "http://h/b",
    }
    found = endpoints("http://h/q", "Oxigraph", named, known=False)
    assert found == Endpoints("http://h/q", "http://h/u", "http://h/s", "http://h/b")
    with pytest.raises(StoreError, match="KG_STORE_URL"):
        endpoints("http://h/q", "Oxigraph", {"KG_STORE_URL": "http://a:b@h"}, known=False)
