"""Every kind of file gives the same story, with what the file tells of it."""

from __future__ import annotations

import csv
import gzip
import io
import json
import lzma
import sys
import zipfile
from typing import TYPE_CHECKING

import pytest
from read.containers import (
    ATOM,
    FEED,
    LINES,
    PAGE,
    TITLE,
    archive,
    crawl,
    forwarded,
    locked_pdf,
    mail,
    packed_lines,
    pdf,
    record,
    saved_page,
    word,
)

from kg.errors import InputError
from kg.model import Document
from kg.read.files import documents
from kg.read.walk import STANDARD_INPUT

if TYPE_CHECKING:
    from pathlib import Path

PLAIN = "\n\n".join(LINES).encode()
FRONT = b"---\ntitle: Four die as truce frays\ndate: 2031-05-02\npublisher: {name: Valley Herald}\n"
ADDRESS = "https://herald.example/news/deir-salim"


def _table(delimiter: str) -> bytes:
    rows = io.StringIO()
    writer = csv.DictWriter(rows, list(record()), delimiter=delimiter)
    writer.writeheader()
    writer.writerow(record())
    return rows.getvalue().encode()


#: name of the file -> content, what is told: title, day, publisher, address, identifier.
FULL = (TITLE, "2031-05-02", "Valley Herald", ADDRESS)
BARE = (None, None, None, None)
KINDS: dict[str, tuple[bytes, tuple[str | None, ...], str]] = {
    "a.txt": (PLAIN, BARE, "a.txt"),
    "a.md": (FRONT + b"---\n" + PLAIN, (*FULL[:3], None), "a.md"),
    "a.html": (PAGE.encode(), FULL, "a.html"),
    "a.htm": (PAGE.replace("utf-8", "utf-16").encode("utf-16"), FULL, "a.htm"),
    "a.mhtml": (saved_page(), FULL, "a.mhtml"),
    "a.json": (json.dumps(record()).encode(), FULL, "herald-7"),
    "a.jsonl.gz": (packed_lines(), FULL, "herald-7"),
    "a.csv": (_table(","), FULL, "herald-7"),
    "a.tsv": (_table("\t").decode().encode("utf-16"), FULL, "herald-7"),
    "a.pdf": (pdf(), BARE, "a.pdf"),
    "a.docx": (word(), BARE, "a.docx"),
    "a.eml": (mail(), ("Four die as truce fräys", *FULL[1:3], None), "a.eml"),
    "b.eml": (mail(html=True), ("Four die as truce fräys", *FULL[1:3], None), "b.eml"),
    "a.warc.gz": (crawl(), FULL, ADDRESS),
    "a.rss": (FEED.encode(), FULL, "herald-7"),
    "a.atom": (ATOM.encode(), FULL, "herald-7"),
    "a.xml": (FEED.encode(), FULL, "herald-7"),
    "a.zip": (archive({"news/in.txt": PLAIN}), BARE, "in.txt"),
}


@pytest.mark.parametrize("name", KINDS)
def test_each_kind_of_file_gives_the_story(tmp_path: Path, name: str) -> None:
    content, told, identifier = KINDS[name]
    (tmp_path / name).write_bytes(content)
    (found,) = documents([tmp_path / name])
    assert isinstance(found, Document)
    issued = str(found.issued) if found.issued else None
    assert (found.title, issued, found.publisher, found.url) == told
    assert found.identifier == identifier
    # Straight to the words, since a mail's dash and a PDF's line ends are its own.
    words = found.text.replace(" – ", " ").split()
    places = [words.index(line.split()[0]) for line in LINES]
    assert places == sorted(places)
    assert [line for line in LINES if line not in " ".join(words)] == []
    assert [noise for noise in ("Home", "First!", "All rights") if noise in found.text] == []


@pytest.mark.parametrize("name", ["a.html", "a.pdf", "a.docx", "a.rss", "a.json", "a.txt"])
def test_standard_input_is_told_by_its_head(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    stream = io.TextIOWrapper(io.BufferedReader(io.BytesIO(KINDS[name][0])))
    monkeypatch.setattr(sys, "stdin", stream)
    (found,) = documents([STANDARD_INPUT])
    assert isinstance(found, Document)
    assert LINES[0] in found.text
    assert found.identifier in ("stdin", "herald-7")


def test_json_lines_on_standard_input_are_told_from_json(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = b'{"id": "a", "text": "One."}\n{"id": "b", "text": "Two."}\n'
    stream = io.TextIOWrapper(io.BufferedReader(io.BytesIO(lines)))
    monkeypatch.setattr(sys, "stdin", stream)
    found = [one.identifier for one in documents([STANDARD_INPUT]) if isinstance(one, Document)]
    assert found == ["a", "b"]


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("a.pdf", b"%PDF-1.4 broken", "can't be read as PDF"),
        ("a.pdf", b"", "can't be read as PDF"),
        ("a.pdf", pdf(()), "no text in it: its pages are pictures"),
        ("a.pdf", locked_pdf(), "locked with a password"),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a Word file of an old kind or locked"),
        ("a.docx", b"PK\x03\x04", "can't be read as a Word file"),
        ("a.docx", archive({"x": b"x"}), "can't be read as a Word file"),
        ("a.docx", archive({"x": b"0" * 101_000_000}), "unpacks to more than 100 MB"),
        ("a.eml", b"From: " + b"(" * 3000, "can't be read"),
        ("a.eml", b"Content-Type: text/html\n\n<html><head><title>x</title></html>", "no text"),
        ("a.zip", archive({f"{at}.txt": b"0" * 900_000 for at in range(99)}), "unpacks to over"),
        ("a.html", b"<html><body></body></html>", "no main text found in the page"),
        ("a.mhtml", b"Subject: x\n\nplain", "no page in it"),
        ("a.eml", b"Content-Type: image/png\n\nx", "no text in the mail"),
        ("a.rss", b"<rss version='2.0'><channel></channel></rss>", "no entries in the feed"),
        ("a.rss", b"not a feed", "not a feed (RSS or Atom)"),
        ("a.warc", b"nothing of the kind", "not a web archive from here on"),
        ("a.warc", b"", "no pages in it"),
        ("a.zip", archive({"a.txt": PLAIN})[:-30], "can't be read"),
        ("a.zip", archive({"../a.txt": PLAIN}), "its name leads out of the archive"),
        ("a.zip", archive({"/etc/a.txt": PLAIN}), "its name leads out of the archive"),
        ("a.zip", archive({"a.txt": b"0" * 60_000_000}), "unpacks to over 200 times its size"),
        ("a.zip", archive({"b.zip": archive({"a.txt": PLAIN})}), "an archive inside an archive"),
        ("a.zip", archive({"a.exe": b"MZ"}), "a file of kind .exe is not read"),
        ("a.txt.gz", gzip.compress(b"0" * 60_000_000), "unpacks to over 200 times its size"),
        ("a.jsonl.xz", lzma.compress(b"0" * 60_000_000), "unpacks to over 200 times its size"),
        ("a.zip", archive({"a.txt.gz": gzip.compress(b"0" * 60_000_000)}), "unpacks to over 200"),
        ("a.yaml", b"title: x", "a file of kind .yaml is not read"),
        ("a.csv", b"id,body\n1,\n", "no text"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_told(
    tmp_path: Path, name: str, content: bytes, problem: str
) -> None:
    (tmp_path / name).write_bytes(content)
    (found,) = documents([tmp_path / name])
    assert isinstance(found, InputError)
    assert found.problem.startswith(problem)
    assert found.where.startswith(str(tmp_path / name))


def test_a_bad_member_does_not_hinder_the_others(tmp_path: Path) -> None:
    octets = archive({"a.txt": PLAIN, "../b.txt": PLAIN, "c.pdf": b"", "d/a.txt": PLAIN})
    (tmp_path / "a.zip").write_bytes(octets)
    found = list(documents([tmp_path / "a.zip"]))
    good = [one.identifier for one in found if isinstance(one, Document)]
    assert good == ["a.zip/a.txt", "d/a.txt"]
    assert len(found) == 4


def test_members_of_one_name_are_told_apart_across_archives(tmp_path: Path) -> None:
    for name in ("x.zip", "y.zip"):
        (tmp_path / name).write_bytes(archive({"a.txt": PLAIN, f"only-{name}.txt": PLAIN}))
    found = [one.identifier for one in documents([tmp_path]) if isinstance(one, Document)]
    assert found == ["x.zip/a.txt", "only-x.zip.txt", "y.zip/a.txt", "only-y.zip.txt"]


def test_what_is_attached_to_a_mail_is_read_too(tmp_path: Path) -> None:
    (tmp_path / "a.eml").write_bytes(mail(attached={"../full.pdf": pdf(), "logo.png": b"x"}))
    body, full, mistake = documents([tmp_path / "a.eml"])
    assert isinstance(body, Document)
    assert isinstance(full, Document)
    assert (body.identifier, full.identifier) == ("a.eml", "a.eml/full.pdf")
    assert LINES[2] in full.text
    assert isinstance(mistake, InputError)
    assert mistake.where == f"{tmp_path / 'a.eml'}: logo.png"
    assert "kind .png is not read" in str(mistake)


def test_a_mail_in_a_mail_is_read_but_not_without_end(tmp_path: Path) -> None:
    inner = mail()
    for _ in range(9):
        inner = forwarded(inner)
    (tmp_path / "a.eml").write_bytes(forwarded(mail()))
    (tmp_path / "b.eml").write_bytes(inner)
    found = list(documents([tmp_path / "a.eml"]))
    assert [one.identifier for one in found if isinstance(one, Document)] == ["a.eml/mail1.eml"]
    (mistake,) = documents([tmp_path / "b.eml"])
    assert "too deep" in str(mistake)


def test_the_day_of_a_page_is_never_that_of_reading_it(tmp_path: Path) -> None:
    bare = "\n".join(line for line in PAGE.splitlines() if "published_time" not in line)
    (tmp_path / "a.html").write_text(bare)
    (found,) = documents([tmp_path / "a.html"])
    assert isinstance(found, Document)
    assert found.issued is None


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("Sat, 03 May 2031 01:00:00 +0300", "2031-05-03"),
        ("2031-05-03T23:30:00-05:00", "2031-05-03"),
    ],
)
def test_the_day_of_an_entry_is_the_one_written(tmp_path: Path, written: str, day: str) -> None:
    (tmp_path / "a.rss").write_text(FEED.replace("Fri, 02 May 2031 16:20:00 GMT", written))
    (found,) = documents([tmp_path / "a.rss"])
    assert isinstance(found, Document)
    assert str(found.issued) == day


@pytest.mark.parametrize("written", ["2031, 5 May", "---15", "0000-01-01"])
def test_a_day_that_an_entry_does_not_tell_is_not_made_up(tmp_path: Path, written: str) -> None:
    (tmp_path / "a.rss").write_text(FEED.replace("Fri, 02 May 2031 16:20:00 GMT", written))
    mistake, found = documents([tmp_path / "a.rss"])
    assert isinstance(mistake, InputError)
    assert isinstance(found, Document)
    assert found.issued is None


def test_words_in_tags_insertions_and_merged_cells_of_word_are_read_once(tmp_path: Path) -> None:
    with zipfile.ZipFile(io.BytesIO(word())) as inner:
        members = {one: inner.read(one) for one in inner.namelist()}
    w = '<w:p xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    added = (
        f"{w}<w:r><w:t>Shells fell on </w:t></w:r><w:smartTag><w:r><w:t>Tel Ramin</w:t></w:r>"
        "</w:smartTag><w:ins><w:r><w:t>, killing nine</w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText>ten</w:delText></w:r></w:del></w:p>"
        "<w:sdt><w:sdtContent><w:p><w:r><w:t>Two fled.</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    )
    body = members["word/document.xml"].decode()
    at = body.index("<w:body>") + len("<w:body>")
    members["word/document.xml"] = (body[:at] + added + body[at:]).encode()
    (tmp_path / "a.docx").write_bytes(archive(members))
    (found,) = documents([tmp_path / "a.docx"])
    assert isinstance(found, Document)
    assert found.text.split("\n")[:2] == ["Shells fell on Tel Ramin, killing nine", "Two fled."]


def test_words_behind_a_comment_of_a_mail_are_read(tmp_path: Path) -> None:
    head = b"Content-Type: text/html\n\n"
    body = b"<p>Shells <!-- x -->fell.</p><noscript><p>Turn it on</p></noscript>"
    (tmp_path / "a.eml").write_bytes(head + body)
    (found,) = documents([tmp_path / "a.eml"])
    assert isinstance(found, Document)
    assert found.text == "Shells fell."


def test_two_members_of_one_name_are_told(tmp_path: Path) -> None:
    octets = archive({"a.txt": b"One.", "b.txt": b"Two."})
    (tmp_path / "a.zip").write_bytes(octets.replace(b"b.txt", b"a.txt"))
    mistake, found = documents([tmp_path / "a.zip"])
    assert isinstance(mistake, InputError)
    assert mistake.problem == "a second file of this name"
    assert isinstance(found, Document)


def test_a_page_captured_twice_is_found_twice(tmp_path: Path) -> None:
    (tmp_path / "a.warc.gz").write_bytes(crawl() + crawl())
    found = [one.identifier for one in documents([tmp_path]) if isinstance(one, Document)]
    assert found == [ADDRESS, ADDRESS]
