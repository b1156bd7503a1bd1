"""Bytes to text, as the offsets are counted."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.read.decode import declared_in, decoded


@pytest.mark.parametrize(
    ("octets", "text", "encoding"),
    [
        ("ğ – “".encode(), "ğ – “", "utf-8"),
        (b"\xef\xbb\xbfShells", "\ufeffShells", "utf-8"),
        (b"one\r\ntwo", "one\r\ntwo", "utf-8"),
        (b"\x93no\x94", "“no”", "cp1252"),
        (b"\x93no\x81", "\x93no\x81", "latin-1"),
        (b"", "", "utf-8"),
        ("Shells – fell".encode("utf-16-le"), "Shells – fell", "utf-16-le"),
        (b"\xff\xfeS\0h\0", "\ufeffSh", "utf-16-le"),
        (b"\xfe\xff\0S\0h", "\ufeffSh", "utf-16-be"),
        (b"\0S\0h\0e\0l\0l", "Shell", "utf-16-be"),
        (
            "Обстрел двух деревень, сообщили жители".encode("cp1251"),
            "Обстрел двух деревень, сообщили жители",
            "cp1251",
        ),
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


@pytest.mark.parametrize(
    ("octets", "declared", "text"),
    [
        ("Ostřava".encode("cp1250"), "windows-1250", "Ostřava"),
        (b"\x93no\x94", "iso-8859-1", "“no”"),
        ("ğ".encode(), "windows-1254", "ğ"),
        (b"\x93no\x94", "no such thing", "“no”"),
        (b"\x93no\x94", "base64", "“no”"),
    ],
)
def test_a_declared_encoding_counts_where_the_bytes_are_not_utf_8(
    octets: bytes, declared: str, text: str
) -> None:
    assert decoded(octets, declared)[0] == text


@pytest.mark.parametrize(
    ("head", "name"),
    [
        (b'<meta charset="Windows-1251">', "Windows-1251"),
        (b"<?xml version=\"1.0\" encoding='koi8-r'?>", "koi8-r"),
        (b"<p>no such thing</p>", ""),
    ],
)
def test_the_head_of_a_page_names_its_encoding(head: bytes, name: str) -> None:
    assert declared_in(head) == name
