"""A counted word tells a figure and whom it counts."""

from __future__ import annotations

import pytest

from extract.trees import generic, labels, told
from kg.extract.counted import Counting, toll_of
from kg.extract.scene import Scene
from kg.model import Toll


def counting_in(now: Scene) -> Counting:
    """What is needed to read the figures of a sentence."""
    return Counting(
        now.sentence, now.resolver, now.knowledge.harms, now.knowledge.nominals.facility
    )


def counted(
    rows: str, victim: str, kind: str = "Killed", *, known: bool = False
) -> tuple[int | None, int | None, int | None, list[str], str] | None:
    """Figure, least, most, victims and words of the toll of a word."""
    read = told(rows)
    toll = toll_of(kind, read.the(victim), counting_in(read.now), known=known)
    if toll is None:
        return None
    text = " ".join(word.text for word in read.now.sentence.words)
    return toll.count, toll.low, toll.high, labels(toll.victims), text[toll.start : toll.end]


CIVILIANS = ["civilians (Avenia)"]
PEOPLE = ["people (Avenia)"]


@pytest.mark.parametrize(
    ("rows", "victim", "expected"),
    [
        (
            "19/NUM/nummod@2 civilians/NOUN/root@0/civilian",
            "civilians",
            (19, 19, 19, CIVILIANS, "19 civilians"),
        ),
        # qualifiers in front belong to it, wherever the parse hung them
        (
            "at/ADP/dep@4 least/ADJ/dep@4 19/NUM/nummod@4 civilians/NOUN/root@0/civilian",
            "civilians",
            (None, 19, None, CIVILIANS, "at least 19 civilians"),
        ),
        # what stands between figure and noun belongs to it if it hangs on the noun
        (
            "saw/VERB/root@0 19/NUM/nummod@4 poor/ADJ/amod@4 civilians/NOUN/obj@1/civilian",
            "civilians",
            (19, 19, 19, CIVILIANS, "19 poor civilians"),
        ),
        (
            "19/NUM/dep@2 saw/VERB/root@0 civilians/NOUN/obj@2/civilian",
            "civilians",
            None,
        ),
        # quotes do not end it
        (
            "19/NUM/nummod@3 \u201c/PUNCT/dep@3 civilians/NOUN/root@0/civilian",
            "civilians",
            (19, 19, 19, CIVILIANS, "19 \u201c civilians"),
        ),
        # "a" counts one, "the" none, a plural none
        (
            "a/DET/det@2 civilian/NOUN/root@0",
            "civilian",
            (1, 1, 1, CIVILIANS, "a civilian"),
        ),
        ("the/DET/det@2 civilian/NOUN/root@0", "civilian", None),
        ("some/DET/det@2 civilians/NOUN/root@0/civilian", "civilians", None),
        # the counted noun behind "of"; other prepositions lead to nobody
        (
            "dozens/NOUN/root@0/dozen of/ADP/case@3 civilians/NOUN/nmod@1/civilian",
            "dozens",
            (None, 24, None, CIVILIANS, "dozens of civilians"),
        ),
        (
            (
                "tens/NOUN/root@0/ten of/ADP/case@3 thousands/NOUN/nmod@1/thousand of/ADP/case@5 "
                "civilians/NOUN/nmod@3/civilian"
            ),
            "tens",
            (None, 20000, None, CIVILIANS, "tens of thousands of civilians"),
        ),
        (
            "19/NUM/root@0 of/ADP/case@4 the/DET/det@4 civilians/NOUN/nmod@1/civilian",
            "19",
            (19, 19, 19, CIVILIANS, "19 of the civilians"),
        ),
        (
            "19/NUM/root@0 near/ADP/case@3 civilians/NOUN/nmod@1/civilian",
            "19",
            (19, 19, 19, PEOPLE, "19"),
        ),
        # heads that tell no kind of people
        ("19/NUM/root@0", "19", (19, 19, 19, PEOPLE, "19")),
        (
            "more/ADJ/root@0 than/ADP/case@3 200/NUM/obl@1",
            "more",
            (None, 200, None, PEOPLE, "more than 200"),
        ),
        (
            "19/NUM/nummod@2 others/NOUN/root@0/other",
            "others",
            (19, 19, 19, PEOPLE, "19 others"),
        ),
        (
            "19/NUM/nummod@2 deaths/NOUN/root@0/death",
            "deaths",
            (19, 19, 19, PEOPLE, "19 deaths"),
        ),
        ("19/NUM/nummod@2 dead/ADJ/root@0", "dead", (19, 19, 19, PEOPLE, "19 dead")),
        # a noun that names no known people is a kind of its own
        (
            "19/NUM/nummod@2 shepherds/NOUN/root@0/shepherd",
            "shepherds",
            (19, 19, 19, ["shepherds (Avenia)"], "19 shepherds"),
        ),
        ("19/NUM/nummod@2 old/ADJ/root@0", "old", (19, 19, 19, PEOPLE, "19 old")),
        # things that are no people
        ("19/NUM/nummod@2 days/NOUN/root@0/day", "days", None),
        ("19/NUM/nummod@2 schools/NOUN/root@0/school", "schools", None),
    ],
)
def test_figures_and_whom_they_count(
    rows: str,
    victim: str,
    expected: tuple[int | None, int | None, int | None, list[str], str] | None,
) -> None:
    assert counted(rows, victim) == expected


def test_facilities_are_counted_only_by_their_kind_of_toll() -> None:
    schools = "3/NUM/nummod@2 schools/NOUN/root@0/school"
    assert counted(schools, "schools", "FacilitiesLost") == (
        3, 3, 3, ["schools (Avenia)"], "3 schools",
    )  # fmt: skip
    assert counted(schools.replace("school", "rebel"), "rebels", "FacilitiesLost") is None


def test_verbs_with_other_senses_count_only_known_people() -> None:
    rows = "3/NUM/nummod@2 {}/NOUN/root@0/{}"
    assert counted(rows.format("seats", "seat"), "seats", known=True) is None
    assert counted(rows.format("seats", "seat"), "seats") is not None
    assert counted(rows.format("rebels", "rebel"), "rebels", known=True) is not None
    assert counted("3/NUM/root@0", "3", known=True) is not None


@pytest.mark.parametrize(
    ("word", "expected"),
    [("40/NUM/root@0", True), ("dozens/NOUN/root@0/dozen", True), ("dozen/NOUN/root@0", True),
     ("number/NOUN/root@0", False), ("rebels/NOUN/root@0/rebel", False)],
)  # fmt: skip
def test_a_quantity_is_a_figure_or_a_vague_plural(
    word: str,
    expected: bool,
) -> None:
    now = told(word).now
    (only,) = now.sentence.words
    assert counting_in(now).is_quantity(only) is expected


def test_a_toll_is_told_with_offsets_and_links() -> None:
    now = told("killed/VERB/root@0/kill 3/NUM/nummod@3 rebels/NOUN/obj@1/rebel").now
    rebels = generic("rebels", "ArmedGroup")
    assert toll_of("Killed", now.sentence.words[2], counting_in(now)) == Toll(
        "Killed", 3, 3, 3, (rebels,), 7, 15
    )


def test_fighters_who_leave_a_place_are_not_displaced() -> None:
    fighters, people = (
        "19/NUM/nummod@2 rebels/NOUN/root@0/rebel",
        "19/NUM/nummod@2 civilians/NOUN/root@0/civilian",
    )
    assert counted(fighters, "rebels", "Displaced", known=True) is None
    assert counted(people, "civilians", "Displaced", known=True) == (
        19, 19, 19, CIVILIANS, "19 civilians",
    )  # fmt: skip
    assert counted(fighters, "rebels", "Killed", known=True) is not None
