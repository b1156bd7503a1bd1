"""Words of harm count those they are done to, whatever the sentence's shape."""

from __future__ import annotations

import pytest

from extract.trees import told
from kg.extract.counted import Counting
from kg.extract.tolls import Counter, included


def counts(rows: str) -> list[tuple[str, str, str, list[str]]]:
    """Word of harm, kind, counted words and parts of each toll."""
    now = told(rows).now
    text = " ".join(word.text for word in now.sentence.words)
    facilities = now.knowledge.nominals.facility
    counting = Counting(now.sentence, now.resolver, now.knowledge.harms, facilities)
    return [
        (
            each.harm.text,
            each.toll.kind,
            text[each.toll.start : each.toll.end],
            [text[part.start : part.end] for part in each.parts],
        )
        for each in Counter(counting).counts()
    ]


FIVE = "five/NUM/nummod@{} rebels/NOUN/{}/rebel"


@pytest.mark.parametrize(
    ("rows", "harm"),
    [
        # verbs that count their object, voice undone
        ("jets/NOUN/nsubj@2 killed/VERB/root@0/kill " + FIVE.format(4, "obj@2"), "killed"),
        (
            FIVE.format(2, "nsubj:pass@4") + " were/AUX/aux:pass@4 killed/VERB/root@0/kill",
            "killed",
        ),
        (FIVE.format(2, "nsubj@3") + " killed/VERB/root@0/kill", "killed"),
        (
            "we/PRON/nsubj@2 mourn/VERB/root@0 "
            + FIVE.format(4, "obj@2")
            + " killed/VERB/acl@4/kill",
            "killed",
        ),
        # verbs that count their subject, also told by the clause above
        (FIVE.format(2, "nsubj@3") + " died/VERB/root@0/die", "died"),
        (
            FIVE.format(2, "nsubj@3") + " fell/VERB/root@0 and/CCONJ/cc@5 died/VERB/conj@3/die",
            "died",
        ),
        (
            "saw/VERB/root@0 " + FIVE.format(3, "obj@1") + " die/VERB/xcomp@1",
            "die",
        ),
        (
            FIVE.format(2, "nsubj@3") + " began/VERB/root@0 die/VERB/xcomp@3",
            "die",
        ),
        (
            FIVE.format(2, "root@0") + " who/PRON/nsubj@5 have/AUX/aux@5 died/VERB/acl:relcl@2/die",
            "",
        ),
        (FIVE.format(2, "root@0") + " died/VERB/acl@2/die", "died"),
        # nouns with what they count behind "of"
        (
            "deaths/NOUN/root@0/death of/ADP/case@4 " + FIVE.format(4, "nmod@1"),
            "deaths",
        ),
        ("deaths/NOUN/root@0/death for/ADP/case@4 " + FIVE.format(4, "nmod@1"), ""),
        # states said of them
        (FIVE.format(2, "nsubj@4") + " are/AUX/cop@4 dead/ADJ/root@0", "dead"),
        (FIVE.format(2, "root@0") + " dead/ADJ/amod@2", "dead"),
        (
            "left/VERB/root@0 " + FIVE.format(3, "obj@1") + " dead/ADJ/xcomp@1",
            "dead",
        ),
        (
            FIVE.format(2, "nsubj@6") + " were/AUX/cop@6 among/ADP/case@6 the/DET/det@6 "
            "dead/ADJ/root@0",
            "dead",
        ),
        (
            FIVE.format(2, "nsubj:pass@5") + " were/AUX/aux:pass@5 not/PART/advmod@5 "
            "killed/VERB/root@0/kill",
            "",
        ),
        (FIVE.format(2, "nsubj@4") + " never/ADV/advmod@4 died/VERB/root@0/die", ""),
        # verbs with other senses
        ("army/NOUN/nsubj@2 lost/VERB/root@0/lose " + FIVE.format(4, "obj@2"), "lost"),
    ],
)
def test_five_rebels_are_counted_once(rows: str, harm: str) -> None:
    found = [(word, words) for word, _, words, _ in counts(rows)]
    assert found == ([(harm, "five rebels")] if harm else [])


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        # "lost five seats" counts nobody
        ("it/PRON/nsubj@2 lost/VERB/root@0/lose five/NUM/nummod@4 seats/NOUN/obj@2/seat", []),
        # a number right before a participle
        (
            "over/ADP/dep@3 15/NUM/dep@3 wounded/VERB/root@0/wound",
            [("wounded", "Injured", "15", [])],
        ),
        (
            "15/NUM/dep@3 were/AUX/dep@3 wounded/VERB/root@0/wound",
            [("wounded", "Injured", "15", [])],
        ),
        # "36 were among those killed"
        (
            (
                "36/NUM/nsubj@4 were/AUX/cop@4 among/ADP/case@4 those/PRON/root@0 "
                "killed/VERB/acl@4/kill"
            ),
            [("killed", "Killed", "36", [])],
        ),
        # nouns with their own number, and "rose to 40"
        ("26/NUM/nummod@2 deaths/NOUN/root@0/death", [("deaths", "Killed", "26 deaths", [])]),
        (
            "toll/NOUN/nsubj@2 rose/VERB/root@0 to/ADP/case@4 40/NUM/obl@2",
            [("toll", "Killed", "40", [])],
        ),
        ("toll/NOUN/nsubj@2 rose/VERB/root@0 in/ADP/case@4 2011/NUM/obl@2", []),
        ("death/NOUN/nsubj@2 rose/VERB/root@0 to/ADP/case@4 40/NUM/obl@2", []),
        # states with their own number
        ("26/NUM/nummod@2 dead/ADJ/root@0", [("dead", "Killed", "26 dead", [])]),
        ("dead/VERB/root@0 town/NOUN/obj@1 26/NUM/nummod@1", []),
        # coordinated victims
        (
            (
                "killed/VERB/root@0/kill 2/NUM/nummod@3 rebels/NOUN/obj@1/rebel and/CCONJ/cc@6 "
                "3/NUM/nummod@6 civilians/NOUN/conj@3/civilian"
            ),
            [("killed", "Killed", "2 rebels", []), ("killed", "Killed", "3 civilians", [])],
        ),
        # parts of a toll, and what stands beside but is no part
        (
            (
                "killed/VERB/root@0/kill 20/NUM/nummod@3 civilians/NOUN/obj@1/civilian "
                "including/VERB/case@6 3/NUM/nummod@6 children/NOUN/nmod@3/child and/CCONJ/cc@9 "
                "2/NUM/nummod@9 nurses/NOUN/conj@6/nurse"
            ),
            [("killed", "Killed", "20 civilians", ["3 children", "2 nurses"])],
        ),
        (
            (
                "killed/VERB/root@0/kill 20/NUM/nummod@3 civilians/NOUN/obj@1/civilian "
                "including/VERB/case@5 children/NOUN/nmod@3/child"
            ),
            [("killed", "Killed", "20 civilians", [])],
        ),
        (
            (
                "killed/VERB/root@0/kill 20/NUM/nummod@3 civilians/NOUN/obj@1/civilian "
                "near/ADP/case@6 3/NUM/nummod@6 children/NOUN/nmod@3/child"
            ),
            [("killed", "Killed", "20 civilians", [])],
        ),
        # facilities
        (
            "destroyed/VERB/root@0/destroy 2/NUM/nummod@3 schools/NOUN/obj@1/school",
            [("destroyed", "FacilitiesLost", "2 schools", [])],
        ),
        ("destroyed/VERB/amod@3/destroy 2/NUM/nummod@3 schools/NOUN/root@0/school", []),
        # one figure, one toll
        (
            "26/NUM/nummod@2 dead/ADJ/nsubj@3 died/VERB/root@0/die",
            [("dead", "Killed", "26 dead", [])],
        ),
    ],
)
def test_tolls_of_a_sentence(rows: str, expected: list[tuple[str, str, str, list[str]]]) -> None:
    assert counts(rows) == expected


def test_a_part_knows_the_toll_that_holds_it() -> None:
    now = told("26/NUM/nummod@2 dead/ADJ/root@0").now
    counting = Counting(now.sentence, now.resolver, now.knowledge.harms, frozenset())
    (count,) = Counter(counting).counts()
    assert (count.toll.part_of, included(count.toll, 4).part_of) == (None, 4)


LOST = "{} lost/VERB/root@0/lose {} {}/NOUN/obj@3/{}"


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        # "five rebels lost their lives" counts those who lost them
        (
            LOST.format(FIVE.format(2, "nsubj@3"), "their/PRON/nmod:poss@5", "lives", "life"),
            [("lost", "Killed", "five rebels", [])],
        ),
        # "claimed five lives" is no such phrase, and other things that men lose count nobody
        (LOST.format(FIVE.format(2, "nsubj@3"), "five/NUM/nummod@5", "lives", "life"), []),
        (LOST.format(FIVE.format(2, "nsubj@3"), "their/PRON/nmod:poss@5", "seats", "seat"), []),
    ],
)
def test_lost_lives_are_of_those_who_lost_them(
    rows: str, expected: list[tuple[str, str, str, list[str]]]
) -> None:
    assert counts(rows) == expected


WOUNDED = "killed/VERB/root@0/kill 23/NUM/nummod@4 wounded/ADJ/amod@4 civilians/NOUN/{}/civilian"


@pytest.mark.parametrize(
    ("rows", "kinds"),
    [
        # "killed 23 wounded civilians" counts the killed alone
        (WOUNDED.format("obj@1"), ["Killed"]),
        (WOUNDED.format("nsubj:pass@1"), ["Killed"]),
        # under another verb, or in another place, they are counted as wounded
        (WOUNDED.format("obj@1").replace("killed/VERB/root@0/kill", "saw/VERB/root@0/see"),
         ["Injured"]),
        (WOUNDED.format("obl@1"), ["Injured"]),
    ],
)  # fmt: skip
def test_what_the_killed_were_before_is_no_second_toll(rows: str, kinds: list[str]) -> None:
    assert [(kind, words) for _, kind, words, _ in counts(rows)] == [
        (kind, "23 wounded civilians") for kind in kinds
    ]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        # "nine of the dead were children"
        (
            (
                "9/NUM/nsubj@6 of/ADP/case@4 the/DET/det@4 deaths/NOUN/nmod@1/death were/AUX/cop@6 "
                "children/NOUN/root@0/child"
            ),
            [("deaths", "Killed", "9 of the deaths", [])],
        ),
        # nine near them, nine of whom nothing is said
        (
            (
                "9/NUM/nsubj@6 near/ADP/case@4 the/DET/det@4 deaths/NOUN/nmod@1/death were/AUX/cop@6 "
                "children/NOUN/root@0/child"
            ),
            [],
        ),
        (
            "9/NUM/obj@5 of/ADP/case@4 the/DET/det@4 deaths/NOUN/nmod@1/death saw/VERB/root@0/see",
            [],
        ),
    ],
)
def test_a_share_of_the_dead_is_counted(
    rows: str, expected: list[tuple[str, str, str, list[str]]]
) -> None:
    assert counts(rows) == expected
