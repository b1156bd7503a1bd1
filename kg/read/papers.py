"""PDF and Word files: their text, paragraph by paragraph."""

from __future__ import annotations

import functools
import logging
import zipfile
from collections.abc import Iterator
from typing import Any

from kg.errors import InputError
from kg.read.source import Found, Source, stream_of
from kg.read.texts import article

#: How files begin that Word's older or encrypted formats use (OLE2 compound file).
_OLE = b"\xd0\xcf\x11\xe0"
_MOST_PAGES = 2_000
#: Names of WordprocessingML (ECMA-376): what is not text any more, or a second time, and breaks.
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_NOT_READ = frozenset(
    ("{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback", f"{_WORD}del",
     f"{_WORD}moveFrom")
)  # fmt: skip
_BREAKS = frozenset((f"{_WORD}tab", f"{_WORD}br", f"{_WORD}cr"))
_MOST_UNPACKED = 100_000_000
_BROKEN = "can't be read as {}: {}"


def pdf(source: Source) -> Iterator[Found]:
    """The text of a PDF, its pages one after the other.

    What a PDF tells of itself (its maker's title, the day it was made) is not taken: it is
    that of the file more often than that of the article.
    """
    octets = source.whole()
    try:
        pages = _pages(octets, source.path)
    except InputError as error:
        yield error
        return
    text = "\n".join(page for page in pages if page)
    if not text.strip():
        yield InputError("no text in it: its pages are pictures", where=source.path,
                         advice="run it through OCR first")  # fmt: skip
        return
    yield from article(source, text, {})


def _pages(octets: bytes, path: str) -> list[str]:
    """The text of each page.

    Raises:
        InputError: if it is encrypted, broken or endless.
    """
    pypdf = _pypdf()
    try:
        found = pypdf.PdfReader(stream_of(octets), strict=False)
        locked = found.is_encrypted and not found.decrypt("")
        pages = [] if locked else list(found.pages[: _MOST_PAGES + 1])
        texts = [page.extract_text().replace("\0", "").strip() for page in pages[:_MOST_PAGES]]
    except pypdf.errors.DependencyError as error:  # a cipher that pypdf alone doesn't have
        raise InputError("encrypted", where=path, advice="save it without encryption") from error
    except Exception as error:  # a hostile file may make the parser raise anything
        raise InputError(_BROKEN.format("PDF", _line(error)), where=path) from error
    if locked:
        raise InputError("locked with a password", where=path, advice="save it without one")
    if len(pages) > _MOST_PAGES:
        raise InputError(f"more than {_MOST_PAGES:,} pages", where=path, advice="split it")
    return texts


@functools.cache
def _pypdf() -> Any:
    import pypdf

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    return pypdf


def docx(source: Source) -> Iterator[Found]:
    """The text of a Word file, cells of tables on lines of their own.

    The title in its properties is not taken: it is that of a template more often than not.
    """
    octets = source.whole()
    if octets.startswith(_OLE):
        yield InputError("a Word file of an old kind or locked with a password",
                         where=source.path, advice="save it as .docx without one")  # fmt: skip
        return
    try:
        _check_size(octets, source.path)
        lines = _lines(octets)
    except InputError as error:
        yield error
        return
    except Exception as error:  # noqa: BLE001 - a hostile file may make the parser raise anything
        yield InputError(_BROKEN.format("a Word file", _line(error)), where=source.path)
        return
    yield from article(source, "\n".join(lines), {})


def _check_size(octets: bytes, path: str) -> None:
    """See that a Word file, a zip archive, doesn't unpack to something monstrous.

    Raises:
        InputError: if it does.
        zipfile.BadZipFile: if it is none.
    """
    with zipfile.ZipFile(stream_of(octets)) as packed:
        if sum(member.file_size for member in packed.infolist()) > _MOST_UNPACKED:
            raise InputError("unpacks to more than 100 MB", where=path)


def _lines(octets: bytes) -> list[str]:
    import docx

    body = docx.Document(stream_of(octets)).element.body
    return ["".join(_words(one)) for one in _inside(body) if one.tag == f"{_WORD}p"]


def _inside(element: Any, *, but: str = "") -> Iterator[Any]:
    """What lies in an element at any depth, in order, without what was deleted or is said twice.

    Args:
        element: an lxml element; not given itself.
        but: a tag into which not to look.
    """
    waiting = list(reversed(element))
    while waiting:
        one = waiting.pop()
        if one.tag in _NOT_READ or one.tag == but:
            continue
        yield one
        waiting.extend(reversed(one))


def _words(paragraph: Any) -> Iterator[str]:
    """The words of a paragraph, in links, fields and insertions too, but not in text boxes."""
    for one in _inside(paragraph, but=f"{_WORD}p"):
        if one.tag == f"{_WORD}t":
            yield one.text or ""
        elif one.tag in _BREAKS:
            yield " "


def _line(error: Exception) -> str:
    return " ".join(str(error).split())[:150] or type(error).__name__
