"""Bytes to text, as the offsets are counted."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.read.decode import decoded


@pytest.mark.parametrize(
    ("octets", "text", "encoding"),
    [
        ("ğ – “".encode(), "ğ – “", "utf-8"),
        (b"\xef\xbb\xbfShells", "\ufeffShells", "utf-8"),
        (b"one\r\ntwo", "one\r\ntwo", "utf-8"),
        (b"\x93no\x94", "“no”", "cp1252"),
        (b"\x93no\x81", "\x93no\x81", "latin-1"),
        (b"", "", "utf-8"),
    ],
)
def test_bytes_are_decoded_by_the_first_encoding_that_fits(
    octets: bytes, text: str, encoding: str
) -> None:
    assert decoded(octets) == (text, encoding)


@given(st.binary())
def test_any_bytes_are_decoded_and_encode_back(octets: bytes) -> None:
    text, encoding = decoded(octets)
    assert text.encode(encoding) == octets
