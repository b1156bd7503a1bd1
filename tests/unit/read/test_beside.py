"""Metadata at the head of a text or in a file beside it."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import pytest
from read.containers import PAGE

from kg.errors import InputError
from kg.model import Document
from kg.read.beside import metadata
from kg.read.files import documents

if TYPE_CHECKING:
    from pathlib import Path

DAY = datetime.date(2031, 5, 2)


def _read(folder: Path, **files: str) -> list[Document | InputError]:
    for name, text in files.items():
        (folder / name.replace("__", ".")).write_text(text, encoding="utf-8")
    return list(documents([folder]))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a__json", '{"title": "A title", "date": "2031-05-02", "publisher": {"name": "Herald"}}'),
        (
            "a__txt__json",
            '{"headline": "A title", "published_at": "2031-05-02", "outlet": "Herald"}',
        ),
        ("a__yaml", "title: A title\ndate: 2031-05-02\npublisher: Herald\n"),
        ("a__txt__yml", "\ufefftitle: A title\ndate: 2031-05-02 10:00:00\nsource: Herald\n"),
    ],
)
def test_a_file_beside_a_text_tells_of_it(tmp_path: Path, name: str, text: str) -> None:
    (found,) = _read(tmp_path, a__txt="Shells fell.", **{name: text})
    assert isinstance(found, Document)
    assert (found.title, found.issued, found.publisher) == ("A title", DAY, "Herald")
    assert (found.identifier, found.text, found.start) == ("a.txt", "Shells fell.", 0)


def test_a_record_beside_a_text_is_an_article_of_its_own(tmp_path: Path) -> None:
    found = _read(tmp_path, a__txt="Shells fell.", a__json='{"title": "T", "text": "Two died."}')
    assert [one.text for one in found if isinstance(one, Document)] == ["Two died.", "Shells fell."]
    assert [one.title for one in found if isinstance(one, Document)] == ["T", None]


def test_what_stands_beside_nothing_is_told(tmp_path: Path) -> None:
    found = _read(tmp_path, b__txt="Shells fell.", a__json='{"title": "T"}', a__yaml="title: T")
    told = [one.problem for one in found if isinstance(one, InputError)]
    assert told == ["no text", "a file of kind .yaml is not read"]


def test_a_broken_file_beside_a_text_is_told_and_the_text_read(tmp_path: Path) -> None:
    mistake, found = _read(tmp_path, a__txt="Shells fell.", a__txt__yaml="title: [")
    assert isinstance(mistake, InputError)
    assert mistake.where.endswith("a.txt.yaml")
    assert isinstance(found, Document)


def test_front_matter_stays_in_the_text_and_before_its_start(tmp_path: Path) -> None:
    text = "---\ntitle: A title\ndate: 2031-05-02\n---\nShells fell.\n"
    (found,) = _read(tmp_path, a__md=text)
    assert isinstance(found, Document)
    assert (found.title, found.issued, found.text) == ("A title", DAY, text)
    assert found.text[found.start :] == "Shells fell.\n"


@pytest.mark.parametrize(
    "text",
    [
        "---\nShells fell on the town.\n---\nTwo died.",
        "---\nBEIRUT: Three soldiers were killed in Tel Ramin.\n---\nTwo died.",
        "--- Shells fell.\n---\nTwo died.",
        "Shells fell.\n---\ntitle: x\n---\n",
    ],
)
def test_lines_between_dashes_that_tell_nothing_are_text(tmp_path: Path, text: str) -> None:
    (found,) = _read(tmp_path, a__txt=text)
    assert isinstance(found, Document)
    assert (found.title, found.start) == (None, 0)


def test_front_matter_alone_is_no_article(tmp_path: Path) -> None:
    (found,) = _read(tmp_path, a__md="---\ntitle: x\n---\n\n")
    assert isinstance(found, InputError)
    assert found.problem == "no text"


@pytest.mark.parametrize(
    ("block", "reason"),
    [
        ("a: [", "metadata that can't be read"),
        ("a: &x [1]\nb: *x", "metadata that can't be read: references"),
        ("!!python/object:os.system x", "metadata that can't be read"),
        ("{" * 60_000, "metadata that can't be read"),
        ('{"a": ' * 20_000, "more than 100,000 characters"),
        ("a: " + "[" * 50_000, "metadata that can't be read"),
        ("a: !!bool x", "metadata that can't be read"),
        ("a: !!int ''", "metadata that can't be read"),
        ("a: !!timestamp x", "metadata that can't be read"),
    ],
)
def test_hostile_metadata_is_told(block: str, reason: str) -> None:
    found = metadata(block, "x")
    assert isinstance(found, InputError)
    assert found.problem.startswith(reason)


def test_only_plain_values_are_taken() -> None:
    block = "title: T\ntags: [a, b]\ndraft: true\nsource: {name: N}\nnumber: 3\nnothing:\n"
    assert metadata(block, "x") == {"title": "T", "source": "N", "number": 3}


def test_what_lies_beside_a_page_goes_before_what_the_page_tells(tmp_path: Path) -> None:
    told = '{"headline": "Own", "published_at": "2031-05-03", "id": "x"}'
    (found,) = _read(tmp_path, a__html=PAGE, a__json=told)
    assert isinstance(found, Document)
    assert (found.title, found.issued, found.identifier) == (
        "Own", datetime.date(2031, 5, 3), "a.html",
    )  # fmt: skip


def test_a_file_of_articles_beside_a_text_is_read_however_large(tmp_path: Path) -> None:
    long = "Shells fell. " * 10_000
    found = _read(tmp_path, a__txt="Two died.", a__json=f'{{"id": "x", "text": "{long}"}}')
    assert [one.identifier for one in found if isinstance(one, Document)] == ["x", "a.txt"]


def test_metadata_named_without_its_text_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Shells fell.")
    (tmp_path / "a.json").write_text('{"title": "T"}')
    (found,) = documents([tmp_path / "a.json"])
    assert isinstance(found, InputError)


def test_named_fields_of_records_leave_pages_as_they_are(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(PAGE)
    (found,) = documents([tmp_path], {"date": "when", "text": "story"})
    assert isinstance(found, Document)
    assert found.issued == DAY
