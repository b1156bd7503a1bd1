"""Web archives (WARC): every page in them that was answered with an article."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kg.errors import InputError
from kg.read.pages import page
from kg.read.source import MOST_BYTES, Found, Source, stream_of
from kg.read.texts import text

_KINDS = {"text/html": page, "application/xhtml+xml": page, "text/plain": text}


def crawl(source: Source) -> Iterator[Found]:
    """An article for each page of a WARC file, called by its address.

    Pictures, scripts and pages that were not there are passed over. The day of the crawl is no
    date of issue.
    """
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    found = False
    try:
        for number, record in enumerate(ArchiveIterator(source.stream), start=1):
            for one in _safely(record, source, number):
                found = True
                yield one
    except (ArchiveLoadFailed, UnicodeDecodeError, ValueError) as error:
        found = True
        yield InputError(f"not a web archive from here on: {error!s:.150}", where=source.path)
    if not found:
        yield InputError("no pages in it", where=source.path)


def _safely(record: Any, source: Source, number: int) -> Iterator[Found]:
    """What one record answers with; whatever is wrong with it ends only it."""
    try:
        yield from _answered(record, source, number)
    except InputError as error:
        yield error
    except Exception as error:  # noqa: BLE001 - a hostile page may make any parser raise anything
        where = f"{source.path}, record {number}"
        yield InputError(f"can't be read: {error!s:.150}", where=where)


def _answered(record: Any, source: Source, number: int) -> Iterator[Found]:
    if record.rec_type not in ("response", "resource"):
        return
    headers = record.http_headers
    status = headers.get_statuscode() if headers is not None else "200"
    told = (headers or record.rec_headers).get_header("Content-Type") or ""
    kind, _, parameters = told.lower().partition(";")
    read = _KINDS.get(kind.strip())
    if read is None or status != "200":
        return
    address = record.rec_headers.get_header("WARC-Target-URI") or f"{source.name}#{number}"
    address = address.strip("<> ")
    path = f"{source.path}, record {number}"
    octets = record.content_stream().read(MOST_BYTES + 1)
    if len(octets) > MOST_BYTES:
        yield InputError("more than 50 MB in one page", where=path)
        return
    charset = parameters.partition("charset=")[2].strip("\"' ")
    beside = {"url": address, **source.beside}
    yield from read(Source(stream_of(octets), path, address, {}, beside, charset))
