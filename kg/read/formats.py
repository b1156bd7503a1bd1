"""Which reader reads a file: told by its name, or by how it begins."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import PurePath

from kg.read import crawls, feeds, mail, pages, papers, records, texts
from kg.read.fields import NAMES
from kg.read.source import Reader

READERS: Mapping[str, Reader] = {
    ".txt": texts.text, ".text": texts.text, ".md": texts.text, ".markdown": texts.text,
    ".html": pages.page, ".htm": pages.page, ".xhtml": pages.page,
    ".mhtml": mail.saved_page, ".mht": mail.saved_page, ".eml": mail.mail,
    ".json": records.json_file, ".jsonl": records.json_lines, ".ndjson": records.json_lines,
    ".csv": records.table, ".tsv": records.table,
    ".pdf": papers.pdf, ".docx": papers.docx,
    ".rss": feeds.feed, ".atom": feeds.feed, ".xml": feeds.feed,
    ".warc": crawls.crawl,
}  # fmt: skip
#: Packings of a single file.
PACKED = frozenset((".gz", ".xz"))
ZIP = ".zip"
ADVICE = (
    "kg reads .txt, .md, .html, .mhtml, .pdf, .docx, .eml, .json, .jsonl, .csv, .tsv, .rss, .atom "
    "and .warc, also as .gz or .xz, and .zip of these"
)

_PAGE = re.compile(
    rb"\s*(?>(?:<!--.*?-->\s*)*)<(?:!doctype\s+html|html|head)\b", re.IGNORECASE | re.DOTALL
)
_FEED = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?>(?:<!--.*?-->\s*)*)<(?:rss|feed|rdf:RDF)\b", re.DOTALL
)
_MAIL = re.compile(
    rb"(?:Return-Path|Received|Delivered-To|From|Date|Message-ID|MIME-Version|X-[\w-]+):",
    re.IGNORECASE,
)
_JSON = re.compile(rb"\s*(?:\{\s*\"|\[\s*[\[{\]])")
_MARKS: tuple[tuple[bytes, Reader], ...] = (
    (b"%PDF-", papers.pdf), (b"PK\x03\x04", papers.docx), (b"WARC/", crawls.crawl),
)  # fmt: skip


def suffixes(name: str) -> tuple[str, str]:
    """The kind of content and of packing that a name tells, each a suffix or "".

    >>> suffixes("a/news.JSONL.gz"), suffixes("README")
    (('.jsonl', '.gz'), ('', ''))
    """
    path = PurePath(name)
    last = path.suffix.lower()
    if last in PACKED:
        return PurePath(path.stem).suffix.lower(), last
    return last, ""


def by_its_head(head: bytes) -> Reader:
    """The reader for something without a name, by its first bytes; plain text in doubt.

    Args:
        head: a few thousand bytes.
    """
    for mark, reader in _MARKS:
        if head.startswith(mark):
            return reader
    bare = head.removeprefix(b"\xef\xbb\xbf")
    if _PAGE.match(bare):
        return pages.page
    if _FEED.match(bare):
        return feeds.feed
    if _MAIL.match(bare) and re.search(
        rb"^(?:MIME-Version|Message-ID):", bare, re.IGNORECASE | re.MULTILINE
    ):
        return mail.mail
    if _JSON.match(bare):
        return records.json_file
    return records.table if _is_table(bare) else texts.text


def _is_table(head: bytes) -> bool:
    """Whether the first line names columns, one of them that of a text."""
    line = head.partition(b"\n")[0].decode("utf-8", "replace").strip()
    columns = [cell.strip(' "') for cell in re.split(r"[,;\t]", line.lower())]
    named = len(columns) > 1 and all(re.fullmatch(r"[\w .-]{0,40}", cell) for cell in columns)
    return named and not set(NAMES["text"]).isdisjoint(columns)
