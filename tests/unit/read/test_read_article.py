"""Documents to articles: kinds of paragraphs, titles, and slices that map back."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.model import Article, Document, SegmentKind
from kg.read.clean import article
from kg.read.paragraphs import LONGEST

PAGE = """Sign in / Join

Army takes hill as talks stall

Army takes hill as talks stall
Aid groups say that the road to the north has been cut for a week.

3 min read
02 June, 2018
Troops rest on a road near the hill [Jane Doe/AFP/Getty Images]
The army took a hill above the town on Saturday, a monitor said, after two days of shelling.

Read also: Why the hill matters

Bare rooms

Residents told reporters by phone that they had spent the night in cellars without light.

Envoy: Powers should let aid trucks through

A market in ruins on Friday.
A market in ruins on Friday. JOHN ROE / AFP

- Northern road: two killed by a mine.

The war has killed more than nine thousand people in four years, the monitor says.

Leave a Reply

Your email address will not be published. Required fields are marked *"""


def _article(text: str, title: str | None = None) -> Article:
    return article(Document("a.txt", text, title=title))


def _kinds(text: str) -> list[str]:
    return [one.kind.value for one in _article(text).segments]


def test_a_saved_page_is_told_apart() -> None:
    assert _kinds(PAGE) == [
        "boilerplate", "headline", "boilerplate", "standfirst", "boilerplate", "dateline",
        "caption",
        "body", "teaser", "boilerplate", "body", "teaser", "caption", "caption", "body", "body",
        "boilerplate", "boilerplate",
    ]  # fmt: skip


def test_the_title_is_metadata_or_header_or_headline() -> None:
    assert _article(PAGE, "A  title\n").title == "A title"
    assert _article(PAGE).title == "Army takes hill as talks stall"
    assert _article("Title: Hill taken\nDate: 2018-06-02\n\n" + PAGE[90:]).title == "Hill taken"
    assert _article("The army took the hill on Saturday, a monitor of the war said.").title is None


def test_one_long_paragraph_stays_one_body_without_its_stamp() -> None:
    text = "Published June 2 2018 The army took a hill on Saturdays raid. " + "Shells fell. " * 40
    found = _article(text).segments
    assert [one.kind for one in found] == [SegmentKind.DATELINE, SegmentKind.BODY]
    assert found[0].text == "Published June 2 2018"
    assert found[1].text.startswith("The army took a hill on Saturdays raid.")


def test_a_headline_run_together_with_its_stamp_is_cut_off() -> None:
    text = (
        "Army takes hill Monitor AFP Saturday 2 Jun 2018 The army took a hill. "
        + "So it did. " * 40
    )
    kinds = [(one.kind.value, one.text[:15]) for one in _article(text).segments]
    assert kinds == [("headline", "Army takes hill"), ("dateline", "Saturday 2 Jun "),
                     ("body", "The army took a")]  # fmt: skip


def test_a_wire_dateline_is_cut_off() -> None:
    text = "GENEVA (Reuters) - Talks on the war ended on Saturday without result, a mediator said."
    assert [one.text[:8] for one in _article(text).segments] == ["GENEVA (", "Talks on"]


def test_a_date_in_a_sentence_is_no_stamp() -> None:
    text = "Syria, on 11 June 2018, saw heavy raids that killed nine people, a monitor said."
    assert _kinds(text) == ["body"]


def test_wrapped_lines_are_one_paragraph() -> None:
    text = (
        "The army took a hill above the town on Saturday, a monitor of\n"
        "the war said, after two days of shelling that had driven the\n"
        "people into cellars.\n"
        "Talks go on in Geneva, where envoys of both sides met for the\n"
        "third time this week.\n"
    )
    assert [one.text[:9] for one in _article(text).segments] == ["The army ", "Talks go "]


def test_lines_of_different_length_are_paragraphs() -> None:
    text = "The army took a hill above the town, it said.\nTalks go on in Geneva, envoys told.\n"
    assert len(_article(text).segments) == 2


def test_where_no_paragraph_ends_with_a_mark_the_lack_of_one_tells_nothing() -> None:
    line = "The army took hill {} above the town on Saturday and left it again on Sunday"
    lines = "\n\n".join(line.format(number) for number in range(6))
    assert set(_kinds(lines)[1:]) <= {"headline", "standfirst", "body"}
    assert "teaser" not in _kinds(lines)


def test_a_long_paragraph_is_cut_after_sentences() -> None:
    text = "The army took one more hill on the road to the north of the town. " * 200
    found = _article(text).segments
    assert all(len(one.text) <= LONGEST for one in found)
    assert all(one.text.endswith("town.") for one in found)
    assert " ".join(one.text for one in found) == text.strip()


@pytest.mark.parametrize("run", ["a", "hill ", "."])
def test_a_paragraph_without_sentences_is_cut_all_the_same(run: str) -> None:
    found = _article(run * 20_000).segments
    assert all(0 < len(one.text) <= LONGEST for one in found)


@given(
    st.text(max_size=400) | st.lists(st.sampled_from(PAGE.split("\n")), max_size=20).map("\n".join)
)
@settings(max_examples=300, deadline=None)
def test_any_text_is_cut_into_segments_that_map_back(text: str) -> None:
    found = article(Document("a", text)).segments
    last = -1
    for segment in found:
        assert segment.text
        assert len(segment.text) == len(segment.offsets)
        assert segment.offsets[0] >= last
        last = segment.offsets[-1]
        start, end = segment.span(0, len(segment.text))
        assert 0 <= start < end <= len(text)


@given(st.integers(0, len(PAGE)), st.integers(0, len(PAGE)))
@settings(max_examples=100, deadline=None)
def test_in_sound_text_every_slice_of_a_line_is_verbatim(one: int, other: int) -> None:
    for segment in _article(PAGE[min(one, other) : max(one, other)]).segments:
        start, end = segment.span(0, len(segment.text))
        assert PAGE[min(one, other) :][start:end] == segment.text


def test_a_long_article_takes_little_time() -> None:
    _article(PAGE)
    text = PAGE * 100
    begin = time.process_time()
    _article(text)
    assert time.process_time() - begin < 2.0
