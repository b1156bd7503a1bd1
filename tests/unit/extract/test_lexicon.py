"""Frames are found by their words, and a wrong row is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.tables import broken
from extract.trees import ONTOLOGY
from kg.errors import KnowledgeError
from kg.extract.lexicon import Need, joined, load


def test_a_frame_holds_its_words_roles_and_needs() -> None:
    lexicon = load(ONTOLOGY)
    (frame,) = lexicon.verbs["takeover"]
    assert frame is lexicon.verbs["capture"][0]
    assert (frame.name, frame.event, frame.adjective, frame.statement) == (
        "capture",
        "Capture",
        True,
        False,
    )
    assert frame.spelled == ("capture", "take over")
    assert frame.roles == {
        "subject": "initiator", "object": "place", "by": "initiator", "from": "target",
        "to": "destination",
    }  # fmt: skip
    assert frame.needs == (
        Need("object", frozenset(), "place", frozenset()),
        Need("object", frozenset(("town",)), "", frozenset()),
    )


def test_a_frame_holds_its_bars_and_what_must_hold_as_well() -> None:
    (frame,) = load(ONTOLOGY).verbs["leadaway"]
    assert (frame.name, frame.alone) == ("seizing", True)
    assert frame.bars == (
        Need("for", frozenset(("tea", "lunch")), "", frozenset()),
        Need("without", frozenset(), "", frozenset()),
    )
    also = (Need("by", frozenset(), "armed", frozenset()), Need("in", frozenset(), "", frozenset()))
    assert frame.needs[1] == Need("object", frozenset(), "fighters", frozenset(), also)


def test_several_frames_may_have_one_noun() -> None:
    assert [frame.name for frame in load(ONTOLOGY).nouns["attack"]] == ["attack", "seizing"]


def test_means_light_verbs_and_clause_verbs_are_read() -> None:
    lexicon = load(ONTOLOGY)
    assert lexicon.means["AirStrike"] == frozenset(("warplane", "drone"))
    assert lexicon.sharpened == {"Attack": ("AirStrike", "Shelling")}
    assert lexicon.light == {
        "launch": "initiator", "carryout": "initiator", "retaliatewith": "initiator",
        "suffer": "target",
    }  # fmt: skip
    assert (lexicon.leading, lexicon.striking) == (frozenset(("lead",)), frozenset(("target",)))
    assert lexicon.backing == frozenset(("back",))
    assert lexicon.measures == frozenset(("dozen", "wave"))


def test_slots_of_a_row_go_before_those_of_its_template(tmp_path: Path) -> None:
    row = 'verbs = ["kill"]\nslots = { object = "participant", near = "place" }'
    folder = broken(tmp_path, "events-test.toml", 'verbs = ["kill"]', row)
    (frame,) = load(folder).verbs["kill"]
    assert frame.roles == {
        "subject": "initiator", "object": "participant", "by": "initiator", "near": "place",
    }  # fmt: skip


def test_a_second_file_adds_frames_and_may_lack_the_other_tables(tmp_path: Path) -> None:
    folder = broken(tmp_path, "events-test.toml", "[means]", "[means]")
    more = '[[frame]]\nname = "raid"\nevent = "Attack"\ntemplate = "strike"\nnouns = ["raid"]\n'
    (folder / "lexicon" / "events-two.toml").write_text(more, encoding="utf-8")
    lexicon = load(folder)
    assert [frame.name for frame in lexicon.nouns["raid"]] == ["raid"]
    assert lexicon.measures == frozenset(("dozen", "wave"))


ATTACK = 'nouns = ["attack", "strike"]\nverbs = ["attack"]'


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        (ATTACK, f'{ATTACK}\nnoun = ["raid"]', "frame 1: unknown key 'noun'"),
        (ATTACK, "", "frame 1: neither nouns nor verbs"),
        (ATTACK, "nouns = []\nverbs = []", "frame 1: neither nouns nor verbs"),
        ('template = "strike"', 'template = "stroke"', "frame 1: no template 'stroke'"),
        ('template = "strike"\n', "", "frame 1: no template ''"),
        ('name = "attack"\n', "", "frame 1: no 'name'"),
        ('event = "Attack"\n', "", "frame 1: no 'event'"),
        ('kind = "weapon"', 'kind = "tool"', "frame 5: needs 4: kind must be one of actor, armed"),
        ('slot = "object", kind = "place"', 'kind = "place"', "frame 5: needs 1: no 'slot'"),
        ('words = ["town"]', 'word = ["town"]', "frame 7: needs 2: unknown key 'word'"),
        ("also = [{ slot = ", "also = [{ slit = ", "frame 16: needs 2: also 1: unknown key 'slit'"),
        ('bars = [{ slot = "for",', "bars = [{", "frame 16: bars 1: no 'slot'"),
        ("[means]", "[mean]", "unknown key 'mean'"),
        ("leading =", "guiding =", "clause: unknown key 'guiding'"),
        ('["dozen", "wave"]', "[]", "measure: nouns: must be a list of at least one word"),
        ("[template.strike]", "[template.strike", "not readable as TOML"),
    ],
)
def test_a_wrong_row_is_named_with_its_file(
    tmp_path: Path, old: str, new: str, problem: str
) -> None:
    folder = broken(tmp_path, "events-test.toml", old, new)
    with pytest.raises(KnowledgeError) as raised:
        load(folder)
    assert str(raised.value).startswith(f"{folder}/lexicon/events-test.toml: {problem}")


@pytest.mark.parametrize(
    ("words", "expected"),
    [("air strike", "airstrike"), ("Air-Strike", "airstrike"), ("clash", "clash")],
)
def test_spaces_hyphens_and_capitals_do_not_tell_words_apart(words: str, expected: str) -> None:
    assert joined(words) == expected
