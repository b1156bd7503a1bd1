"""Texts beside gold, and quotes held against them."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from evaluate.cases import SHELLED, TEXT, tell
from kg.errors import InputError
from kg.evaluate.span import Span
from kg.evaluate.texts import is_in_text, text_of
from kg.evaluate.told import Told


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "texts").mkdir()
    (tmp_path / "secret.txt").write_text("secret")
    return tmp_path / "texts"


@pytest.mark.parametrize(
    "octets", ["Ma‘arra, “hit”\r\n".encode(), "\ufeffMa‘arra".encode(), "Jarablûs".encode("cp1252")]
)
def test_a_text_is_decoded_as_a_build_does(octets: bytes, folder: Path) -> None:
    (folder / "a.txt").write_bytes(octets)
    encoding = "cp1252" if octets.endswith(b"\xfbs") else "utf-8"
    assert text_of("a.txt", [folder]) == octets.decode(encoding)


def test_the_last_folder_goes_first(folder: Path, tmp_path: Path) -> None:
    (folder / "secret.txt").write_text("other")
    assert text_of("secret.txt", [tmp_path, folder]) == "other"
    assert text_of("secret.txt", [folder, tmp_path]) == "secret"


@pytest.mark.parametrize(
    "name", ["b.txt", "../secret.txt", "", "a\0b", "x" * 5000, "link.txt", "/etc/hostname"]
)
def test_what_is_not_in_a_folder_has_no_text(name: str, folder: Path, tmp_path: Path) -> None:
    (folder / "link.txt").symlink_to(tmp_path / "secret.txt")
    assert text_of(name, [folder]) == ""
    assert text_of("a.txt", []) == ""


def test_a_page_has_the_text_that_is_taken_out_of_it(folder: Path) -> None:
    (folder / "a.html").write_text(f"<html><body><article><p>{TEXT}</p></article></body></html>")
    assert SHELLED in text_of("a.html", [folder])
    assert "<p>" not in text_of("a.html", [folder])


def test_a_file_that_can_not_be_read_is_told(folder: Path) -> None:
    (folder / "a.xyz").write_text("text")
    with pytest.raises(InputError, match=r"a file of kind \.xyz is not read"):
        text_of("a.xyz", [folder])


def test_a_file_of_several_articles_is_told(folder: Path) -> None:
    (folder / "a.jsonl").write_text('{"id": 1, "text": "One."}\n{"id": 2, "text": "Two."}\n')
    with pytest.raises(InputError, match=r"a\.jsonl: holds 2 articles where gold means one"):
        text_of("a.jsonl", [folder])


@pytest.mark.parametrize(
    ("told", "right"),
    [
        (tell(), True),
        (dataclasses.replace(tell(), at=Span(1, 78)), False),
        (dataclasses.replace(tell(), at=None), False),
    ],
)
def test_a_quote_is_the_text_at_its_offsets(told: Told, right: bool) -> None:
    assert is_in_text(told, TEXT) is right
