"""Builds one real file of each kind that kg reads, about one invented story."""

from __future__ import annotations

import email
import email.policy
import gzip
import io
import json
import zipfile
from email.message import EmailMessage
from typing import TYPE_CHECKING, Any

import docx
import pypdf

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

LINES = (
    "Mortar rounds fell on the hill town of Deir Salim on Friday, killing four farmers.",
    "The Northern Front denied that it had fired and blamed the militia across the river.",
    "Some 300 people left for the valley overnight, the district council said.",
)
TITLE = "Four die as truce frays"

PAGE = f"""<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8"><title>{TITLE} | Valley Herald</title>
<meta property="og:site_name" content="Valley Herald">
<meta property="article:published_time" content="2031-05-02T18:20:00+02:00">
<link rel="canonical" href="https://herald.example/news/deir-salim">
</head><body><nav><a href="/">Home</a> <a href="/world">World</a></nav>
<main><article><h1>{TITLE}</h1>
<p>{LINES[0]}</p><p>{LINES[1]}</p><p>{LINES[2]}</p>
</article></main><div class="comments"><h3>Leave a comment</h3><p>First!</p></div>
<footer>© Valley Herald. All rights reserved.</footer></body></html>"""

FEED = f"""<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Valley Herald</title><link>https://herald.example/</link><language>en-gb</language>
<description>News</description><item><guid>herald-7</guid><title>{TITLE}</title>
<link>https://herald.example/news/deir-salim</link>
<pubDate>Fri, 02 May 2031 16:20:00 GMT</pubDate><description>{LINES[0]}</description>
<content:encoded><![CDATA[<p>{LINES[0]}</p><p>{LINES[1]}</p><p>{LINES[2]}</p>]]></content:encoded>
</item></channel></rss>"""

ATOM = f"""<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>Valley Herald</title><id>urn:feed</id>
<updated>2031-05-02T16:20:00Z</updated><entry><id>herald-7</id><title>{TITLE}</title>
<published>2031-05-02T16:20:00Z</published><updated>2031-06-02T16:20:00Z</updated>
<link href="https://herald.example/news/deir-salim"/><content type="html">
&lt;p&gt;{LINES[0]}&lt;/p&gt;&lt;p&gt;{LINES[1]}&lt;/p&gt;&lt;p&gt;{LINES[2]}&lt;/p&gt;</content>
</entry></feed>"""


def pdf(lines: tuple[str, ...] = LINES) -> bytes:
    """A PDF of one page, each line of text a paragraph of its own."""
    shown = "".join(f"1 0 0 1 50 {700 - 30 * at} Tm ({line}) Tj " for at, line in enumerate(lines))
    content = f"BT /F1 9 Tf {shown} ET".encode("ascii")
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        (
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R "
            b"/Resources << /Font << /F1 5 0 R >> >> >>"
        ),
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    written, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, start=1):
        places.append(len(written))
        written += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return (
        written + b"xref\n0 6\n0000000000 65535 f \n" + table
        + b"trailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % len(written)
    )  # fmt: skip


def locked_pdf() -> bytes:
    """The same, locked with a password."""
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf()))
    writer.encrypt("secret", algorithm="RC4-128")
    return _written(writer.write)


def word(lines: tuple[str, ...] = LINES) -> bytes:
    """A Word file, the last line in a table."""
    file: Any = docx.Document()
    file.add_heading(TITLE, 0)
    for line in lines[:-1]:
        file.add_paragraph(line)
    file.add_table(1, 1).cell(0, 0).text = lines[-1]
    return _written(file.save)


def mail(*, attached: Mapping[str, bytes] | None = None, html: bool = False) -> bytes:
    """A mail in a Windows code page, with a subject in code words, and files by their names."""
    message = EmailMessage()
    message["From"] = "Valley Herald <desk@herald.example>"
    message["Subject"] = "Four die as truce fräys"
    message["Date"] = "Fri, 02 May 2031 18:20:00 +0200"
    text = "\n\n".join(LINES).replace("fired and", "fired – and")
    if html:
        message.set_content("".join(f"<p>{line}</p>" for line in LINES), subtype="html")
    else:
        message.set_content(text, charset="windows-1252")
    for name, octets in (attached or {}).items():
        message.add_attachment(octets, maintype="application", subtype="x", filename=name)
    return message.as_bytes()


def forwarded(inner: bytes) -> bytes:
    """A mail of no words that another is attached to."""
    message = EmailMessage()
    message["Subject"] = "Fwd"
    message.add_attachment(email.message_from_bytes(inner, policy=email.policy.default))
    return message.as_bytes()


def saved_page() -> bytes:
    """A page as browsers save it into one file."""
    message = EmailMessage()
    message["Snapshot-Content-Location"] = "https://herald.example/news/deir-salim"
    message["Subject"] = TITLE
    message.set_content(PAGE, subtype="html", cte="quoted-printable")
    message.add_related(b"body { color: red }", "text", "css", cid="<css@mhtml>")
    return message.as_bytes()


def crawl() -> bytes:
    """A packed WARC: a page, a picture, and a page that was not there."""
    found = b""
    for path, kind, status, payload in (
        ("news/deir-salim", "text/html; charset=utf-8", "200 OK", PAGE.encode()),
        ("map.png", "image/png", "200 OK", b"\x89PNG"),
        ("gone", "text/html", "404 Not Found", b"<p>Gone</p>"),
    ):
        answer = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n\r\n".encode() + payload
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{path}>\r\n"
            f"WARC-Target-URI: https://herald.example/{path}\r\nWARC-Date: 2032-01-01T00:00:00Z\r\n"
            "Content-Type: application/http; msgtype=response\r\n"
            f"Content-Length: {len(answer)}\r\n\r\n"
        )
        found += gzip.compress(head.encode() + answer + b"\r\n\r\n", mtime=0)
    return found


def archive(members: dict[str, bytes]) -> bytes:
    """A zip archive."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, octets in members.items():
            packed.writestr(name, octets)
    return stream.getvalue()


def _written(write: Callable[[io.BytesIO], object]) -> bytes:
    stream = io.BytesIO()
    write(stream)
    return stream.getvalue()


def record() -> dict[str, str]:
    """The story as one record with the usual names."""
    return {
        "id": "herald-7", "title": TITLE, "text": "\n".join(LINES), "date": "2031-05-02",
        "publisher": "Valley Herald", "url": "https://herald.example/news/deir-salim",
    }  # fmt: skip


def packed_lines() -> bytes:
    """The record as packed JSON lines."""
    return gzip.compress(json.dumps(record()).encode(), mtime=0)
