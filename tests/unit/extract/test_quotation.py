"""A quotation that goes on over sentences is still of whoever spoke."""

from __future__ import annotations

import pytest

from extract.trees import context, labels, told
from kg.extract.quotation import Quoting

SAYS = "{} we/PRON/nsubj@3 left/VERB/ccomp@6/leave {} Sol/PROPN/nsubj@6 said/VERB/root@0/say"
OPEN, CLOSED = "{}/PUNCT/punct@3", "{}/PUNCT/punct@6"
CLOSING = {"“": "”", "«": "»", '"': '"', "``": "''"}
NEXT = "{}/PUNCT/punct@3 they/PRON/nsubj@3 fled/VERB/root@0/flee {}/PUNCT/punct@3"
PLAIN = "they/PRON/nsubj@2 fled/VERB/root@0/flee"


def speakers(*sentences: str) -> list[list[str]]:
    """The speakers of each sentence of one paragraph."""
    within, quoting = context(), Quoting()
    scenes = [quoting.carried(told(rows, within).now) for rows in sentences]
    return [[name for each in now.sayings for name in labels(each.speakers)] for now in scenes]


def said(opening: str = "“") -> str:
    """A sentence with a whole quotation and its speaker."""
    return SAYS.format(OPEN.format(opening), CLOSED.format(CLOSING[opening]))


def quoted(opening: str = "“", closing: str = "”") -> str:
    return NEXT.format(opening, closing)


@pytest.mark.parametrize("opening", CLOSING)
def test_a_further_quotation_is_of_who_spoke_before_it(opening: str) -> None:
    found = speakers(said(opening), quoted(opening, CLOSING[opening]))
    assert found == [["Mira Sol"], ["Mira Sol"]]


def test_it_covers_the_whole_sentence() -> None:
    within, quoting = context(), Quoting()
    quoting.carried(told(said(), within).now)
    now = quoting.carried(told(quoted(), within).now)
    assert now.sayings[0].content == {word.i for word in now.sentence.words}
    assert now.sayings[0].manner == "say"


def test_what_is_not_quoted_has_no_speaker_and_ends_the_quotation() -> None:
    assert speakers(said(), PLAIN, quoted()) == [["Mira Sol"], [], []]


def test_an_open_quotation_goes_on_without_marks() -> None:
    opened = SAYS.format("yes/INTJ/dep@3", "so/ADV/dep@3") + " “/PUNCT/dep@6 we/PRON/dep@6"
    closing = PLAIN + " ”/PUNCT/punct@2"
    assert speakers(opened, PLAIN, closing, PLAIN) == [["Mira Sol"]] * 3 + [[]]


def test_a_straight_mark_closes_what_one_opened() -> None:
    opened = SAYS.format("yes/INTJ/dep@3", "so/ADV/dep@3") + ' "/PUNCT/dep@6 we/PRON/dep@6'
    closing = PLAIN + ' "/PUNCT/punct@2'
    assert speakers(opened, PLAIN, closing, PLAIN) == [["Mira Sol"]] * 3 + [[]]


def test_a_quotation_before_any_speaker_is_of_nobody() -> None:
    assert speakers(quoted(), quoted()) == [[], []]


def test_a_new_speaker_goes_before_the_old_one() -> None:
    other = said().replace("Sol/", "Watch/")
    assert speakers(said(), other, quoted()) == [["Mira Sol"], ["Avenia Watch"], ["Avenia Watch"]]


def test_a_saying_of_nobody_known_leaves_nobody_to_go_on() -> None:
    report = "clashes/NOUN/root@0/clash according/VERB/case@4 to/ADP/fixed@2 report/NOUN/nmod@1"
    assert speakers(said(), report, quoted()) == [["Mira Sol"], [], []]


def test_each_paragraph_begins_without_a_speaker() -> None:
    within = context()
    Quoting().carried(told(said(), within).now)
    assert Quoting().carried(told(quoted(), within).now).sayings == []
