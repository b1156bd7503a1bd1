"""Files, folders and records to documents; mistakes told and passed over."""

from __future__ import annotations

import gzip
import io
import json
import lzma
import os
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.errors import InputError
from kg.model import Document
from kg.read import source
from kg.read.files import documents
from kg.read.source import stream_of


def _told(*paths: Path) -> list[str]:
    """Identifier of each document, or the problem of each mistake, in order."""
    return [
        one.problem if isinstance(one, InputError) else one.identifier for one in documents(paths)
    ]


def _write(path: Path, content: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_a_text_file_is_one_document_called_like_the_file(tmp_path: Path) -> None:
    path = _write(tmp_path / "one.txt", "Shells fell.\r\n")
    assert list(documents([path])) == [Document("one.txt", "Shells fell.\r\n", str(path))]


def test_a_record_keeps_what_its_container_says(tmp_path: Path) -> None:
    record = {
        "id": 7, "title": " A title ", "text": "Shells fell.", "date": "2019-05-13T08:00:00Z",
        "publisher": "Example News", "url": "https://example.org/7", "language": "en",
    }  # fmt: skip
    path = _write(tmp_path / "one.json", json.dumps(record))
    (found,) = documents([path])
    assert isinstance(found, Document)
    assert (found.identifier, found.title, str(found.issued)) == ("7", "A title", "2019-05-13")
    assert (found.publisher, found.url) == ("Example News", "https://example.org/7")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.json", '[{"id": "x", "text": "One."}, {"text": "Two."}]'),
        ("a.jsonl", '{"id": "x", "text": "One."}\n\n{"text": "Two."}\n'),
        ("a.jsonl", '\ufeff{"id": "x", "text": "One."}\r\n\r\n{"text": "Two."}'),
        ("a.csv", 'id,text\nx,One.\n"","Two."\n'),
        ("a.csv", "id;text\nx;One.\n;Two.\n"),
        ("a.tsv", "ID\tText\nx\tOne.\n\tTwo.\n"),
    ],
)
def test_records_are_read_from_each_container(tmp_path: Path, name: str, content: str) -> None:
    found = list(documents([_write(tmp_path / name, content)]))
    assert [one.text for one in found if isinstance(one, Document)] == ["One.", "Two."]
    number = 3 if "jsonl" in name else 2
    assert [one.identifier for one in found if isinstance(one, Document)] == [
        "x",
        f"{name}#{number}",
    ]


def test_packed_files_are_read(tmp_path: Path) -> None:
    gz = _write(tmp_path / "a.txt.gz", gzip.compress(b"Shells fell."))
    xz = _write(tmp_path / "b.jsonl.xz", lzma.compress(b'{"id": "x", "text": "One."}'))
    assert _told(gz, xz) == ["a.txt.gz", "x"]


def test_a_cell_may_hold_lines_and_commas(tmp_path: Path) -> None:
    (found,) = documents([_write(tmp_path / "a.csv", 'id,text\nx,"One, two.\nThree."\n')])
    assert isinstance(found, Document)
    assert found.text == "One, two.\nThree."


def test_a_folder_is_searched_in_order_and_hidden_files_left_out(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "sub/c.md", ".hidden.txt", ".git/d.txt"):
        _write(tmp_path / name, "Shells fell.")
    assert _told(tmp_path) == ["a.txt", "b.txt", "c.md"]


def test_files_of_one_name_are_told_apart_whatever_their_order(tmp_path: Path) -> None:
    one = _write(tmp_path / "x" / "a.txt", "One.")
    two = _write(tmp_path / "y" / "a.txt", "Two.")
    assert sorted(_told(one, two)) == sorted(_told(two, one)) == ["x/a.txt", "y/a.txt"]


def test_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    path = _write(tmp_path / "a.txt", "One.")
    assert _told(path, tmp_path, path) == ["a.txt"]


def test_a_loop_of_links_ends(tmp_path: Path) -> None:
    _write(tmp_path / "a.txt", "One.")
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    unread = "a link to a folder, a broken link, a pipe or a device is not read"
    assert sorted(_told(tmp_path)) == [unread, unread, "a.txt"]


def test_a_pipe_in_a_folder_is_told_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    (found,) = documents([tmp_path])
    assert isinstance(found, InputError)
    assert found.where == str(tmp_path / "a.txt")


def test_names_of_any_length_and_bytes_are_read(tmp_path: Path) -> None:
    long = "a" * 251 + ".txt"
    _write(tmp_path / long, "Shells fell.")
    (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_text("Two died.")
    assert sorted(_told(tmp_path)) == sorted([long, "caf\ufffd.txt"])
    assert _told(Path("x" * 300))[0].startswith("can't be read: File name too long")


def test_standard_input_is_one_article(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(stream_of(b"Shells fell.")))
    assert list(documents([Path("-")])) == [Document("stdin", "Shells fell.")]


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("a.txt", b"", "no text"),
        ("a.txt", b"\xef\xbb\xbf \n", "no text"),
        ("a.txt", b"MZ\x00\x01", "NUL bytes in the text"),
        ("a.txt", b"S\0h\0", "NUL bytes in the text"),
        ("a.exe", b"MZ", "a file of kind .exe is not read"),
        ("a.json", b"{", "not JSON"),
        ("a.json", b"[" * 100_000, "not JSON: nested too deeply"),
        ("a.json", b"[]", "no articles in it"),
        ("a.json", b"3", "not an object but a number"),
        ("a.json", b'{"title": "x"}', "no text"),
        ("a.json", b'{"text": ["x"]}', "the text is not a string but a list"),
        ("a.json", b'{"text": "x", "title": 3}', "the title is not a string but a number"),
        ("a.json", b'{"text": "x", "id": {}}', "the id is neither a string nor a whole number"),
        ("a.json", b'{"text": "x", "id": true}', "the id is neither a string nor a whole number"),
        ("a.json", b'{"text": "x\\u0000"}', "NUL bytes in the text"),
        ("a.jsonl", b"\n\n", "no articles in it"),
        ("a.csv", b"id,words\n1,x\n", "no column called text"),
        ("a.csv", b"", "no column called text"),
        ("a.csv", b"id,text\n", "no articles in it"),
        ("a.csv", b"id,text\n1,x,y\n", "3 cells where row 1 names 2 columns"),
        ("a.txt.gz", b"not packed", "can't be read"),
        ("a.txt.gz", gzip.compress(b"Shells fell." * 99, mtime=0)[:-20], "can't be read"),
        ("a.txt.xz", lzma.compress(b"Shells fell." * 99)[:-20], "can't be read"),
    ],
)
def test_what_cannot_be_read_is_told(
    tmp_path: Path, name: str, content: bytes, problem: str
) -> None:
    path = _write(tmp_path / name, content)
    (found,) = documents([path])
    assert isinstance(found, InputError)
    assert found.problem.startswith(problem)
    assert found.where.startswith(str(path))


def test_missing_paths_and_empty_folders_are_told(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    told = _told(tmp_path / "none.txt", tmp_path / "empty", Path("a\0b"))
    assert len(told) == 3
    assert told[0].startswith("can't be read: No such file")
    assert "no articles in this folder" in told


def test_a_bad_record_does_not_hinder_the_others(tmp_path: Path) -> None:
    lines = '{"id": "a", "text": "One."}\n{"id": "b"}\n{bad\n{"id": "c", "text": "Two."}\n'
    found = list(documents([_write(tmp_path / "a.jsonl", lines)]))
    assert [isinstance(one, Document) for one in found] == [True, False, False, True]
    assert [one.where.rsplit(", ", 1)[1] for one in found if isinstance(one, InputError)] == [
        "line 2", "line 3",
    ]  # fmt: skip


def test_a_bad_row_does_not_hinder_the_others(tmp_path: Path) -> None:
    path = _write(tmp_path / "a.csv", "id,text\na,One.\nb\nc,Two.\n")
    assert _told(path) == ["a", "1 cells where row 1 names 2 columns", "c"]


def test_a_date_that_cannot_be_read_is_told_and_the_article_kept(tmp_path: Path) -> None:
    path = _write(tmp_path / "a.json", '{"id": "a", "text": "One.", "date": "05/04/2017"}')
    mistake, found = documents([path])
    assert isinstance(mistake, InputError)
    assert isinstance(found, Document)
    assert found.issued is None


def test_articles_of_one_id_are_all_read(tmp_path: Path) -> None:
    one = _write(tmp_path / "a.jsonl", '{"id": "1", "text": "One."}')
    other = _write(tmp_path / "b.jsonl", '{"id": "1", "text": "Two."}')
    assert _told(one, other) == ["1", "1"]


def test_no_more_mistakes_are_told_than_a_person_reads(tmp_path: Path) -> None:
    told = _told(_write(tmp_path / "a.jsonl", "0\n" * 1_200 + '{"id": "a", "text": "One."}'))
    assert told == ["not an object but a number"] * 100 + ["a", "1,100 more mistakes like these"]


def test_lines_of_objects_are_read_whatever_the_file_is_called(tmp_path: Path) -> None:
    lines = f'{{"id": "a", "text": "{"One. " * 2_000}"}}\n{{"id": "b", "text": "Two."}}\n'
    assert _told(_write(tmp_path / "a.json", lines), _write(tmp_path / "b", lines)) == list("abab")


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ('[\n {\n  "id": "a",\n  "text": "One."\n }\n]', ["a"]),
        ("id,title,text\na,T,One.\n", ["a"]),
        ("The body, he said, was cold,\nand the text, too.", ["none"]),
        ("[Photo: AFP]\nShells fell.", ["none"]),
        ("<!---->" * 500 + "x", ["none"]),
    ],
)
def test_what_a_file_without_a_kind_holds_is_told_by_its_head(
    tmp_path: Path, content: str, told: list[str]
) -> None:
    assert _told(_write(tmp_path / "none", content)) == told


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ('id,text\n1,"Shells fell.\n2,Two.\n', "not a row of a table: unexpected end of data"),
        ('id,text\n1,"One" two\n', "not a row of a table: ',' expected after '\"'"),
    ],
)
def test_a_quote_that_is_never_closed_is_told(tmp_path: Path, content: str, told: str) -> None:
    assert _told(_write(tmp_path / "a.csv", content)) == [told]


def test_a_table_is_decoded_alike_throughout(tmp_path: Path) -> None:
    rows = "id,text\na,Jarablûs\nb,“no” – café\n".encode("cp1252")
    found = list(documents([_write(tmp_path / "a.csv", rows)]))
    assert [(one.text, one.encoding) for one in found if isinstance(one, Document)] == [
        ("Jarablûs", "cp1252"), ("“no” – café", "cp1252"),
    ]  # fmt: skip


def test_what_is_too_long_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source, "MOST_BYTES", 200)
    monkeypatch.setattr(source, "MOST_CHARACTERS", 50)
    long = json.dumps({"id": "long", "text": "x" * 300})
    longer = json.dumps({"id": "longer", "text": "x" * 60})
    short = json.dumps({"id": "short", "text": "x"})
    path = _write(tmp_path / "a.jsonl", f"{long}\n{longer}\n{short}")
    told = _told(path, _write(tmp_path / "b.txt", "x" * 60), _write(tmp_path / "c.json", long))
    assert told == ["a line of more than 50 MB", "more than 5 million characters", "short",
                    "more than 5 million characters", "more than 50 MB of JSON"]  # fmt: skip
    table = _write(tmp_path / "d.csv", f"id,text\na,One.\nb,{'x' * 300}\nc,Two.\n")
    assert _told(table) == ["a", "a line of more than 50 MB"]


SUFFIXES = [".txt", ".json", ".jsonl", ".csv", ".txt.gz", ".jsonl.xz"]


@given(content=st.binary(max_size=300), suffix=st.sampled_from(SUFFIXES))
@settings(
    max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_bytes_give_documents_or_mistakes(tmp_path: Path, content: bytes, suffix: str) -> None:
    path = _write(tmp_path / f"a{suffix}", content)
    for found in documents([path]):
        assert isinstance(found, Document | InputError)
