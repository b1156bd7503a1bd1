"""Every row and rule fires on an example of our own; what raw news never shows, a table excuses.

The corpus itself is read by tests/bench/firing.py, which needs it and takes minutes.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest
from bench import rules
from bench.firing import Fired, count, count_page, faulty
from reading import ONTOLOGY, article, examples, prepare, read

from kg.extract import knowledge
from kg.model import Link, Report, Stance

if TYPE_CHECKING:
    from pathlib import Path

TABLES = ("actors", "deals", "events", "places", "relations", "sources", "tolls")
#: Kinds whose rows hold their examples themselves: test_segments.py and test_wires.py run them.
OF_PAGES = ("cleaning rule", "wire")
KNOWN = knowledge.load(ONTOLOGY)
OWN = rules.load(KNOWN, ONTOLOGY)


def texts() -> list[str]:
    """The examples of the frames and of tests/data, without those still read wrongly."""
    told = [text for frame in KNOWN.lexicon.frames for text in (*frame.yes, *frame.no)]
    return told + [row["text"] for name in TABLES for row in examples(name)[0]]


@cache
def fired() -> Fired:
    """What fires on all examples."""
    found = Fired(OWN.catalogue(), OWN.kept)
    prepare(*texts())
    for text in texts():
        count(found, read(text), OWN)
    return found


def report(of: str, rule: str) -> Report:
    """A report that tells nothing but its rule."""
    return Report(
        of=of, type=of, start=0, end=0, quote="", trigger=(0, 0), roles={},
        stance=Stance.ASSERTED, rule=rule,
    )  # fmt: skip


@pytest.mark.parametrize("kind", [kind for kind in OWN.catalogue() if kind not in OF_PAGES])
def test_every_row_and_rule_fires_on_an_example(kind: str) -> None:
    assert fired().silent(kind) == []


@pytest.mark.parametrize("kind", OWN.catalogue())
def test_nothing_fires_that_the_catalogue_lacks(kind: str) -> None:
    assert fired().unlisted(kind) == []


def test_reasons_are_given_for_rules_that_exist() -> None:
    names = {name for kind in OWN.catalogue().values() for name in kind}
    assert set(OWN.kept) - names == set()
    assert [why for why in OWN.kept.values() if len(why) < 20] == []


def test_reasons_are_read_from_the_comments_of_tables(tmp_path: Path) -> None:
    (tmp_path / "lexicon").mkdir()
    (tmp_path / "lexicon" / "b.toml").write_text(
        '# kept "X: y", "+z": it is rare: far away\n[t]\n'
        '# keeps "no": a reason\nw = 1  # kept "no": not on a line of its own\n'
    )
    assert rules.reasons(tmp_path) == {"X: y": "it is rare: far away", "+z": "it is rare: far away"}


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("-backed", ("Backing: -participle", "Backing: backed")),
        ("noun ally", ("Backing: noun", "Backing: ally")),
        ("led by its wing", ("Backing: led by its noun", "Backing: wing")),
        ("member as part", ("Backing: member as noun", "Backing: part")),
        ("bond tie", ("Backing: bond", "Backing: tie")),
        ("allied beside", ("Backing: participle beside", "Backing: allied")),
        ("fights beside", ("Backing: fights beside", "")),
        ("verb of support", ("Backing: verb of support", "")),
    ],
)
def test_a_relation_is_counted_by_its_rule_and_its_word(
    rule: str, expected: tuple[str, str]
) -> None:
    assert OWN.of_relation(report("Backing", rule)) == expected


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("label by sound", ["label", "by sound"]),
        ("gazetteer by sound", ["gazetteer by sound"]),
        ("pronoun her", ["pronoun he"]),
        ("pronoun it+position", ["pronoun it", "+position"]),
        ("state+forces+forces", ["state+forces", "+forces"]),
        ("generic rebels", ["generic rebels"]),
        ("generic Kurdish fighters", ["generic: of a people"]),
        ("generic allies of X", ["generic: allies of somebody"]),
        ("generic militias", ["generic: own plural"]),
    ],
)
def test_a_link_is_counted_by_the_rules_that_made_it(rule: str, expected: list[str]) -> None:
    assert OWN.of_link(Link("actor/x", "X", "ArmedGroup", "X", rule, 1.0)) == expected


CATALOGUE = {"frame row": ("siege", "clash"), rules.WORDS: ("Backing: backed",)}


@pytest.mark.parametrize(
    ("names", "kept", "whole", "expected"),
    [
        (["siege", "clash"], {}, True, ""),
        (["siege"], {}, True, "Silent without a reason: clash\n"),
        (["siege"], {"clash": "a reason"}, True, ""),
        (["siege"], {}, False, ""),
        (["siege", "clash"], {"clash": "x"}, True, "Kept with a reason, but not silent: clash\n"),
        (["siege", "clash"], {"raid": "x"}, True, "Kept with a reason, but not silent: raid\n"),
        (["siege", "clash", "raid"], {}, False, "Not in the catalogue: raid\n"),
    ],
)
def test_silence_asks_for_a_reason_and_a_reason_for_silence(
    names: list[str],
    kept: dict[str, str],
    whole: bool,
    expected: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    found = Fired(CATALOGUE, kept)
    found.add("frame row", names)
    assert faulty(found, whole=whole) is bool(expected)
    assert capsys.readouterr().out == expected


def test_events_segments_and_credits_are_counted() -> None:
    found = Fired(OWN.catalogue())
    count(found, [report("Event", "clash, continuing")], OWN)
    count(found, [report("CeasefireDeal", "some deal")], OWN)
    count_page(found, article("Fog lay over Bria."))
    told = {kind: dict(counts) for kind, counts in found.counts.items() if counts}
    assert told == {"frame row": {"clash": 1}, "way of the story": {"continuing": 1}}
