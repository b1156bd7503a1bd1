"""An article in lines: what it is, the words of each segment with marks, and its reports."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.explain.explained import Explained, Numbered
from kg.explain.marked import Paint, marked_lines, marks
from kg.explain.origins import Origins
from kg.explain.report import report_lines
from kg.model import Segment
from kg.read.show import head

#: Columns of a line where no terminal tells how many it has.
WIDTH = 100
_MARGIN = 13
_NARROWEST = 40


def as_text(
    explained: Explained, origins: Origins, width: int | None = None, paint: Paint = str
) -> str:
    """The article for a terminal.

    Args:
        explained: the article with the reports to show.
        origins: the rows of the ontology.
        width: columns of a line, None for 100; longer words stand out.
        paint: sets the marked words off.
    """
    columns = max(width or WIDTH, _NARROWEST)
    found = head(explained.article)
    for segment, reports in explained.told:
        found += ["", *_paragraph(segment, reports, columns, paint)]
        for each in reports:
            found += ["", *report_lines(each, explained, origins, columns)]
    return "\n".join(found) + "\n"


def _paragraph(
    segment: Segment, reports: Sequence[Numbered], width: int, paint: Paint
) -> Iterator[str]:
    """The words of a segment with its marks, its kind and place at the margin as in `kg read`."""
    start, end = segment.span(0, len(segment.text))
    notes = [str(segment.kind), f"{start}-{end}"]
    words = list(marked_lines(segment.text, marks(segment, reports), width - _MARGIN, paint))
    for row in range(max(len(words), len(notes))):
        note = notes[row] if row < len(notes) else ""
        word = words[row] if row < len(words) else ""
        yield f"{note:<{_MARGIN}}{word}".rstrip()
