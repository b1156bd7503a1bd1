"""Mail and pages saved as mail: .eml and .mhtml."""

from __future__ import annotations

import email
import email.policy
from collections.abc import Iterator
from email.message import EmailMessage, MIMEPart
from email.utils import parsedate_to_datetime

from kg.errors import InputError
from kg.read.decode import decoded
from kg.read.pages import of_markup, plain
from kg.read.source import Found, Source, stream_of
from kg.read.texts import article


def mail(source: Source) -> Iterator[Found | Source]:
    """The article that a mail carries (its subject, date, sender and text) and what is attached."""
    message = _message(source)
    told: dict[str, object] = {
        "title": _header(message, "subject"), "date": _day(message),
        "publisher": _header(message, "from").partition("<")[0].strip(' "'),
    }  # fmt: skip
    told = {part: value for part, value in told.items() if value}
    attached = list(_attached(message, source))
    part = message.get_body(("plain", "html"))
    if part is not None:
        words = _words(part)
        words = plain(words) if part.get_content_type() == "text/html" else words
        if words.strip() or not attached:
            yield from article(source, words, told)
    elif not attached:
        yield InputError("no text in the mail", where=source.path)
    yield from attached


def _attached(message: EmailMessage, source: Source) -> Iterator[Source]:
    """The files attached to a mail, forwarded mails among them."""
    for number, part in enumerate(message.iter_attachments(), start=1):
        name = " ".join((part.get_filename() or "").replace("\\", "/").rpartition("/")[2].split())
        content = part.get_content() if part.get_content_type() == "message/rfc822" else None
        if isinstance(content, EmailMessage):
            octets, name = content.as_bytes(), name or f"mail{number}.eml"
        else:
            payload = part.get_payload(decode=True)
            octets = payload if isinstance(payload, bytes) else b""
        name = name or f"attachment{number}"
        yield Source(stream_of(octets), f"{source.path}: {name}", f"{source.name}/{name}",
                     source.fields, declared=part.get_content_charset(""))  # fmt: skip


def saved_page(source: Source) -> Iterator[Found]:
    """The page in an MHTML file, the first of its parts that is HTML."""
    message = _message(source)
    part = next((one for one in message.walk() if one.get_content_type() == "text/html"), None)
    if not isinstance(part, EmailMessage):
        yield InputError("no page in it", where=source.path)
        return
    address = _header(message, "snapshot-content-location")
    yield from of_markup(source, _words(part), {"url": address} if address else {})


def _message(source: Source) -> EmailMessage:
    return email.message_from_bytes(source.whole(), policy=email.policy.default)


def _header(message: EmailMessage, name: str) -> str:
    """A header's value in plain characters, "" where it is missing or broken."""
    try:
        return " ".join(str(message.get(name, "")).split())
    except (ValueError, LookupError, IndexError, AttributeError):  # broken headers raise many
        return ""


def _day(message: EmailMessage) -> object:
    try:
        return parsedate_to_datetime(_header(message, "date")).date()
    except (ValueError, TypeError, IndexError):
        return None


def _words(part: MIMEPart) -> str:
    """The text of one part, by the charset that it names or by what its bytes look like."""
    octets = part.get_payload(decode=True)
    charset = part.get_content_charset("")
    return decoded(octets if isinstance(octets, bytes) else b"", charset)[0]
