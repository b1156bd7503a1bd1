"""Whatever a file holds, documents or mistakes come of it, and every slice maps back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.errors import InputError
from kg.model import Document
from kg.read.clean import article
from kg.read.files import documents

if TYPE_CHECKING:
    from pathlib import Path


#: What begins a file of each kind, so that chance gets past the first door.
HEADS = {
    ".html": ["<html><p>", "<meta charset=", "<table>", "</div>", "<!--"],
    ".mhtml": ["Content-Type: text/html; charset=", "\n\n", "<p>", "boundary=x"],
    ".eml": ["Content-Type: ", "text/html\n\n", "From: ", "Date: ", "(", "=?x?q?", "<p>"],
    ".rss": ["<rss><channel><item>", "<pubDate>", "<description>", "&lt;p", "]]>", "2031"],
    ".md": ["---\n", "title: ", "!!", "date: ", "2031-05-02", "\n---\n", "[", "&a *a"],
    ".json": ['{"text": ', '"x"', "[", ", ", '"date": 3}', "\n", "1e999"],
    ".csv": ["id,text\n", '"', ",", "\n", "x"],
}


@pytest.mark.parametrize("suffix", HEADS)
@given(tokens=st.data())
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_pieces_of_a_format_give_documents_or_mistakes(
    tmp_path: Path, suffix: str, tokens: st.DataObject
) -> None:
    piece = st.one_of(st.sampled_from(HEADS[suffix]), st.text(max_size=5))
    content = "".join(tokens.draw(st.lists(piece, max_size=12)))
    (tmp_path / f"a{suffix}").write_text(content, encoding="utf-8", errors="replace", newline="")
    for found in documents([tmp_path / f"a{suffix}"]):
        assert isinstance(found, Document | InputError)


@given(content=st.binary(max_size=300))
@settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_bytes_become_segments_whose_slices_map_back(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.txt").write_bytes(content)
    for found in documents([tmp_path / "a.txt"]):
        if isinstance(found, Document):
            assert found.text.encode(found.encoding) == content
            for segment in article(found).segments:
                assert len(segment.offsets) == len(segment.text)
                start, end = segment.span(0, len(segment.text))
                assert 0 <= start < end <= len(found.text)


@pytest.mark.parametrize(
    "suffix", [".html", ".mhtml", ".eml", ".rss", ".pdf", ".docx", ".warc", ".md"]
)
@given(content=st.binary(max_size=200))
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_bytes_give_documents_or_mistakes(tmp_path: Path, content: bytes, suffix: str) -> None:
    heads = {
        ".pdf": b"%PDF-1.4\n",
        ".docx": b"PK\x03\x04",
        ".warc": b"WARC/1.0\r\n",
        ".md": b"---\n",
    }
    (tmp_path / f"a{suffix}").write_bytes(heads.get(suffix, b"") + content)
    for found in documents([tmp_path / f"a{suffix}"]):
        assert isinstance(found, Document | InputError)
