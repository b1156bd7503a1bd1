"""Which event bears a toll, and which verbs only carry another event on."""

from __future__ import annotations

import pytest

from extract.trees import Told, known, labels, to, told
from kg.extract.bearers import bearer, without_echoes
from kg.extract.cast import Cast
from kg.extract.draft import Draft
from kg.extract.lexicon import Frame
from kg.extract.tolls import Count
from kg.extract.triggers import Trigger
from kg.model import SegmentKind, Stance, Toll

CAUSES = known().harms.causes


def draft(
    read: Told, word: str, event: str, frame: str = "", *, toll_only: bool = False,
    alone: bool = False,
) -> Draft:  # fmt: skip
    """The draft of an event told by a word."""
    row = Frame(frame, event, frozenset(), frozenset(), {}, toll_only=toll_only, alone=alone)
    found = read.the(word)
    return Draft(
        Trigger(found, found, found, (row,)), row, read.now.sentence, 0, SegmentKind.BODY, event,
        Cast(), [], Stance.ASSERTED,
    )  # fmt: skip


def borne(rows: str, **events: str) -> str:
    """The word of the event that bears the toll of the verb of killing."""
    read = told(rows)
    found = [draft(read, word, event) for word, event in events.items()]
    count = Count(read.the("killed"), Toll("Killed", 5, 5, 5, (), 0, 1))
    chosen = bearer(count, found, CAUSES)
    return chosen.word.text if chosen is not None else ""


@pytest.mark.parametrize(
    ("rows", "cause"),
    [
        # subject, agent, behind a preposition of cause, also inside "of" and within another
        ("raid/NOUN/nsubj@2 killed/VERB/root@0/kill five/NUM/obj@2", "raid"),
        (
            (
                "five/NUM/nsubj:pass@3 were/AUX/aux:pass@3 killed/VERB/root@0/kill by/ADP/case@5 "
                "raid/NOUN/obl:agent@3"
            ),
            "raid",
        ),
        (
            (
                "five/NUM/nsubj:pass@3 were/AUX/aux:pass@3 killed/VERB/root@0/kill in/ADP/case@5 "
                "raid/NOUN/obl@3"
            ),
            "raid",
        ),
        (
            (
                "five/NUM/nsubj:pass@3 were/AUX/aux:pass@3 killed/VERB/root@0/kill in/ADP/case@5 "
                "hours/NOUN/obl@3 of/ADP/case@7 raid/NOUN/nmod@5"
            ),
            "raid",
        ),
        (
            (
                "five/NUM/nsubj:pass@3 were/AUX/aux:pass@3 killed/VERB/root@0/kill near/ADP/case@5 "
                "raid/NOUN/obl@3"
            ),
            "killed",
        ),
        # a clause below, the clause above, the noun that the clause tells of
        ("five/NUM/nsubj@2 killed/VERB/root@0/kill raid/VERB/advcl@2", "raid"),
        ("they/PRON/nsubj@2 raid/VERB/root@0 killed/VERB/advcl@2/kill five/NUM/obj@3", "raid"),
        ("raid/NOUN/root@0 that/PRON/nsubj@3 killed/VERB/acl:relcl@1/kill five/NUM/obj@3", "raid"),
        (
            "said/VERB/root@0 killed/VERB/ccomp@1/kill five/NUM/obj@2 raid/VERB/dep@1",
            "killed",
        ),
        # the second of two verbs names the cause, also in a participle
        (
            (
                "five/NUM/nsubj:pass@3 were/AUX/aux:pass@3 killed/VERB/root@0/kill 18/NUM/nsubj@5 "
                "hurt/VERB/conj@3 in/ADP/case@7 raid/NOUN/obl@5"
            ),
            "raid",
        ),
        (
            (
                "five/NUM/nsubj:pass@3 were/AUX/aux:pass@3 killed/VERB/root@0/kill 18/NUM/conj@3 "
                "hurt/VERB/acl@4 by/ADP/case@7 raid/NOUN/obl:agent@5"
            ),
            "raid",
        ),
    ],
)
def test_a_toll_belongs_to_its_cause(rows: str, cause: str) -> None:
    assert borne(rows, raid="Attack", killed="Killing") == cause


def test_only_some_events_take_over_a_toll() -> None:
    rows = "raid/NOUN/nsubj@2 killed/VERB/root@0/kill five/NUM/obj@2"
    assert borne(rows, raid="Protest", killed="Killing") == "killed"
    assert borne(rows, raid="Protest") == ""
    read = told(rows)
    count = Count(read.the("killed"), Toll("Killed", 5, 5, 5, (), 0, 1))
    only = draft(read, "raid", "Attack", toll_only=True)
    assert bearer(count, [only], CAUSES) is None


def test_without_cause_and_event_of_its_own_a_toll_belongs_to_the_event_above() -> None:
    rows = "protest/NOUN/root@0 near/ADP/case@3 town/NOUN/nmod@1 killed/VERB/acl@3/kill"
    assert borne(rows, protest="Protest") == "protest"
    assert borne(rows, town="Protest", protest="Protest") == "town"


@pytest.mark.parametrize(
    ("own", "expected"), [("FacilityLoss", "razed"), ("Killing", "raid"), ("", "")]
)
def test_a_loss_is_an_event_beside_the_raid_that_caused_it(own: str, expected: str) -> None:
    read = told("raid/NOUN/nsubj@2 razed/VERB/root@0 hospital/NOUN/obj@2")
    found = [draft(read, "raid", "Attack"), *([draft(read, "razed", own)] if own else [])]
    count = Count(read.the("razed"), Toll("FacilitiesLost", 1, 1, 1, (), 0, 1))
    chosen = bearer(count, found, CAUSES)
    assert (chosen.word.text if chosen is not None else "") == expected


def kept(found: list[Draft]) -> list[str]:
    return [each.word.text for each in without_echoes(found, CAUSES, known().world)]


@pytest.mark.parametrize(
    ("rows", "frame", "event", "expected"),
    [
        ("raid/NOUN/nsubj@2 hit/VERB/root@0 town/NOUN/obj@2", "strike", "Attack", ["raid"]),
        (
            "hours/NOUN/nsubj@4 of/ADP/case@3 raid/NOUN/nmod@1 hit/VERB/root@0 town/NOUN/obj@4",
            "strike", "Attack", ["raid"],
        ),
        ("raid/NOUN/root@0 hit/VERB/acl@1 town/NOUN/obj@2", "strike", "Attack", ["raid"]),
        # another frame, another subject, an event that strikes nobody
        ("raid/NOUN/nsubj@2 hit/VERB/root@0 town/NOUN/obj@2", "bombing", "Attack", ["hit", "raid"]),
        ("raid/NOUN/dep@2 hit/VERB/root@0 town/NOUN/obj@2", "strike", "Attack", ["hit", "raid"]),
        ("raid/NOUN/nsubj@2 hit/VERB/root@0 town/NOUN/obj@2", "strike", "Protest",
         ["hit", "raid"]),
        ("raid/NOUN/nsubj@2 hit/NOUN/root@0 town/NOUN/obj@2", "strike", "Attack", ["hit", "raid"]),
    ],
)  # fmt: skip
def test_a_verb_of_striking_echoes_the_event_that_is_its_subject(
    rows: str, frame: str, event: str, expected: list[str]
) -> None:
    read = told(rows)
    assert kept([draft(read, "hit", "Attack", frame), draft(read, "raid", event)]) == expected


def test_the_event_takes_over_whom_and_where_its_echo_names_each_place_once() -> None:
    read = told("raid/NOUN/nsubj@2 hit/VERB/root@0 town/NOUN/obj@2")
    raid, hit = draft(read, "raid", "Attack"), draft(read, "hit", "Attack", "strike")
    raid.places = [to("place/teluk")]
    hit.cast = Cast({"target": [to("actor/red-front")], "initiator": [to("actor/borland")]})
    hit.places = [to("place/teluk"), to("place/oram")]
    assert without_echoes([raid, hit], CAUSES, known().world) == [raid]
    assert (labels(raid.places), raid.cast.roles) == (
        ["Teluk", "Oram"], {"target": [to("actor/red-front")]},
    )  # fmt: skip


@pytest.mark.parametrize(
    ("relation", "event", "expected"),
    [
        ("xcomp", "Displacement", ["forced"]),
        ("xcomp", "Attack", ["forced", "flee"]),
        ("conj", "Displacement", ["forced", "flee"]),
    ],
)
def test_a_complement_of_the_same_type_tells_the_same(
    relation: str, event: str, expected: list[str]
) -> None:
    read = told(f"forced/VERB/root@0 them/PRON/obj@1 flee/VERB/{relation}@1")
    found = [draft(read, "forced", "Displacement"), draft(read, "flee", event)]
    assert kept(found) == expected


@pytest.mark.parametrize(
    ("behind", "alone", "expected"),
    [
        ("", True, ["damaged"]),
        ("", False, ["damaged", "razed"]),
        # what has an object or subject of its own is another loss
        (" mills/NOUN/obj@4", True, ["damaged", "razed"]),
        (" mills/NOUN/nsubj@4", True, ["damaged", "razed"]),
        (" mills/NOUN/nsubj:pass@4", True, ["damaged", "razed"]),
    ],
)
def test_one_loss_in_two_words_is_one(behind: str, alone: bool, expected: list[str]) -> None:
    read = told(
        f"school/NOUN/nsubj:pass@2 damaged/VERB/root@0 and/CCONJ/cc@4 razed/VERB/conj@2{behind}"
    )
    found = draft(read, "damaged", "FacilityLoss", alone=alone)
    row = found.frame
    other = draft(read, "razed", "FacilityLoss", alone=alone)
    other.frame = row
    assert kept([found, other]) == expected


def test_two_losses_of_two_frames_are_two() -> None:
    read = told("damaged/VERB/root@0 and/CCONJ/cc@3 shut/VERB/conj@1")
    words = (("damaged", "a"), ("shut", "b"))
    found = [draft(read, word, "FacilityLoss", frame, alone=True) for word, frame in words]
    assert kept(found) == ["damaged", "shut"]


def test_a_word_at_the_root_echoes_nothing() -> None:
    read = told("flee/VERB/root@0")
    assert kept([draft(read, "flee", "Displacement")]) == ["flee"]


def test_a_toll_told_as_a_thing_is_of_what_its_verb_tells() -> None:
    # "clashes cost the lives of 19"
    read = told("raid/NOUN/nsubj@2 cost/VERB/root@0 death/NOUN/obj@2 of/ADP/case@5 five/NUM/nmod@3")
    found = [draft(read, "raid", "AirStrike"), draft(read, "death", "Killing")]
    count = Count(read.the("death"), Toll("Killed", 5, 5, 5, (), 0, 1))
    chosen = bearer(count, found, CAUSES)
    assert chosen is not None
    assert chosen.word.text == "raid"
