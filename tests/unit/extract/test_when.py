"""Which time belongs to which event: the nearest in its clause or above, never that of a saying."""

from __future__ import annotations

import datetime

import pytest

from extract.trees import ISSUED, sentence, the, told
from kg.extract.when import Timed, time_of, timed
from kg.model import Interval, TimeExpression


def when(rows: str, trigger: str = "attacked") -> str:
    """The words of the time of a trigger, "" if none."""
    read = told(rows)
    found = read.now.time(read.the(trigger))
    return found.text if found is not None else ""


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("they/PRON/nsubj@2 attacked/VERB/root@0 Friday/PROPN/obl@2", "Friday"),
        ("Friday/PROPN/obl@3 they/PRON/nsubj@3 attacked/VERB/root@0", "Friday"),
        # the nearest by steps, then by letters
        (
            (
                "on/ADP/case@2 Monday/PROPN/obl@4 they/PRON/nsubj@4 met/VERB/root@0 men/NOUN/obj@4 "
                "who/PRON/nsubj@7 attacked/VERB/acl:relcl@5 Friday/PROPN/obl@7"
            ),
            "Friday",
        ),
        (
            (
                "Monday/PROPN/obl@3 they/PRON/nsubj@3 attacked/VERB/root@0 a/DET/det@5 town/NOUN/obj@3 "
                "a/X/dep@5 Friday/PROPN/obl@3"
            ),
            "Monday",
        ),
        # above its clause
        (
            (
                "they/PRON/nsubj@2 met/VERB/root@0 as/SCONJ/mark@5 RF/PROPN/nsubj@5 "
                "attacked/VERB/advcl@2 on/ADP/case@7 Friday/PROPN/obl@2"
            ),
            "Friday",
        ),
        # the time of another clause is another time, but a "when" clause tells the event's
        (
            (
                "they/PRON/nsubj@2 attacked/VERB/root@0 men/NOUN/obj@2 saying/VERB/acl@2 "
                "it/PRON/nsubj@6 rained/VERB/ccomp@4 Friday/PROPN/obl@6"
            ),
            "",
        ),
        (
            (
                "they/PRON/nsubj@2 attacked/VERB/root@0 when/SCONJ/advmod@4 came/VERB/advcl@2 "
                "on/ADP/case@6 Friday/PROPN/obl@4"
            ),
            "Friday",
        ),
        # a time told of the saying
        (
            (
                "Watch/PROPN/nsubj@2 said/VERB/root@0/say on/ADP/case@4 Friday/PROPN/obl@2 "
                "they/PRON/nsubj@6 attacked/VERB/ccomp@2 two/NUM/obj@6 towns/NOUN/obj@6"
            ),
            "",
        ),
        # a time in another tree
        ("they/PRON/nsubj@2 attacked/VERB/root@0 Friday/PROPN/root@0", ""),
        # from then to the issue date
        (
            (
                "they/PRON/nsubj@2 attacked/VERB/root@0 since/SCONJ/mark@5 it/PRON/nsubj@5 "
                "began/VERB/advcl@2 in/ADP/case@7 2011/NUM/obl@5"
            ),
            "2011",
        ),
    ],
)
def test_the_time_of_an_event(rows: str, expected: str) -> None:
    assert when(rows) == expected


def test_what_goes_on_now_is_not_of_the_time_of_the_clause_beside_it() -> None:
    rows = (
        "Friday/PROPN/obl@3 they/PRON/nsubj@3 met/VERB/root@0 and/CCONJ/cc@6 {}/ADV/advmod@6 "
        "attacked/VERB/conj@3"
    )
    assert when(rows.format("now")) == ""
    assert when(rows.format("then")) == "Friday"


def test_the_day_of_a_saying_is_that_of_the_saying_itself() -> None:
    rows = (
        "Watch/PROPN/nsubj@2 said/VERB/root@0/say on/ADP/case@4 Friday/PROPN/obl@2 "
        "they/PRON/nsubj@6 attacked/VERB/ccomp@2 two/NUM/obj@6 towns/NOUN/obj@6"
    )
    assert when(rows, "said") == "Friday"


def test_since_means_up_to_the_issue_date() -> None:
    read = told(
        "they/PRON/nsubj@2 attacked/VERB/root@0 since/SCONJ/mark@5 it/PRON/nsubj@5 "
        "began/VERB/advcl@2 in/ADP/case@7 2011/NUM/obl@5"
    )
    found = read.now.time(read.the("attacked"))
    assert found is not None
    assert found.interval == Interval(datetime.date(2011, 1, 1), ISSUED)
    assert found.precision == "span"


SINCE = "since/SCONJ/mark@{1} it/PRON/nsubj@{1} began/VERB/advcl@{0} Friday/PROPN/obl@{1}"


def test_what_is_told_along_shares_the_since_clause() -> None:
    read = told("they/PRON/nsubj@2 attacked/VERB/root@0 fled/VERB/conj@2 " + SINCE.format(3, 6))
    assert (found := read.now.time(read.the("attacked"))) is not None
    assert found.interval.end == ISSUED
    assert (own := read.now.time(read.the("began"))) is not None
    assert own.interval.begin == own.interval.end


@pytest.mark.parametrize("worst", ["worst/ADJ/amod@3", "bloodiest/ADJ/amod@3/bloody"])
def test_the_worst_since_then_tells_no_day(worst: str) -> None:
    read = told(f"the/DET/det@3 {worst} attack/NOUN/root@0 " + SINCE.format(3, 6))
    assert read.now.time(read.the("attack")) is None
    plain = told("the/DET/det@3 new/ADJ/amod@3 attack/NOUN/root@0 " + SINCE.format(3, 6))
    assert plain.now.time(plain.the("attack")) is not None


EXPRESSION = TimeExpression(0, 6, "Friday", Interval(ISSUED, ISSUED), "day")


def test_an_expression_hangs_on_its_topmost_word() -> None:
    read = sentence("last/ADJ/amod@2 Friday/PROPN/obl@4 ,/PUNCT/punct@4 ran/VERB/root@0")
    whole = TimeExpression(0, 13, "last Friday ,", EXPRESSION.interval, "day")
    outside = TimeExpression(40, 44, "2011", EXPRESSION.interval, "year")
    comma = TimeExpression(12, 13, ",", EXPRESSION.interval, "day")
    assert timed(read, [whole, outside, comma]) == [Timed(whole, the(read, "Friday"))]


def test_a_trigger_inside_a_time_has_not_that_time() -> None:
    read = sentence("Friday/PROPN/root@0")
    friday = Timed(EXPRESSION, read.words[0])
    assert time_of(read.words[0], [friday], frozenset()) is None
    assert time_of(sentence("a/X/root@0 b/X/dep@1").words[0], [], frozenset()) is None
