"""Which field of a record tells what: the usual names, and those that a user gives."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg.errors import InputError
from kg.model import Document
from kg.read.files import documents


def _write(path: Path, content: str | bytes) -> Path:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_fields_of_records_can_be_named(tmp_path: Path) -> None:
    record = {"key": "a", "story": {"full": "Shells fell."}, "when": "2019-05-13", "text": "x"}
    path = _write(tmp_path / "a.jsonl", json.dumps(record))
    fields = {"id": "key", "text": "story.full", "date": "when"}
    (found,) = documents([path], fields)
    assert isinstance(found, Document)
    assert (found.identifier, found.text, str(found.issued)) == ("a", "Shells fell.", "2019-05-13")


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("a.csv", b"id,words\n1,x\n", "no column called story (for the text)"),
        ("a.jsonl", b'{"id": "a", "text": "x"}', "no field called story"),
    ],
)
def test_a_named_field_that_is_not_there_is_told(
    tmp_path: Path, name: str, content: bytes, problem: str
) -> None:
    (found,) = documents([_write(tmp_path / name, content)], {"text": "story"})
    assert isinstance(found, InputError)
    assert found.problem == problem


@pytest.mark.parametrize(
    ("record", "publisher"),
    [
        ({"source": {"id": None, "name": "Herald"}}, "Herald"),
        ({"source": {"id": 3}}, None),
        ({"outlet": "Herald"}, "Herald"),
        ({"publisher": "Herald", "source": "Other"}, "Herald"),
        ({"Publisher": "Herald"}, "Herald"),
    ],
)
def test_the_usual_names_of_fields_are_known(
    tmp_path: Path, record: dict[str, object], publisher: str | None
) -> None:
    path = _write(tmp_path / "a.json", json.dumps({"body": "Shells fell.", **record}))
    (found,) = documents([path])
    assert isinstance(found, Document)
    assert (found.text, found.publisher) == ("Shells fell.", publisher)


def test_half_a_character_in_a_record_is_replaced(tmp_path: Path) -> None:
    text = '{"id": "\\udc00", "text": "\\ud83d\\ude00 \\ud800 Shells fell."}'
    (found,) = documents([_write(tmp_path / "a.json", text)])
    assert isinstance(found, Document)
    assert (found.identifier, found.text) == ("\ufffd", "\U0001f600 \ufffd Shells fell.")
