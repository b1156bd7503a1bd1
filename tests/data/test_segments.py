"""Lint of ontology/lexicon/segments.toml: every rule's examples, and no slow pattern."""

from __future__ import annotations

import time
import tomllib

import pytest

from kg.model import SegmentKind
from kg.read.kinds import MOST_CHARACTERS, KindRule, kind_rules
from kg.read.leads import lead_end
from kg.resources import folder

RULES = kind_rules()
TEXT = (folder("ontology") / "lexicon" / "segments.toml").read_text(encoding="utf-8")
RUNS = (
    "1", "1 ", "A", "A ", "a/", "A/ ", "(", "[", "AFP ", "share ", "- ", "“", "x", "A.B ", "on ",
    "terms and ", "English ", "Photo: ", "© ", "/AFP", ", ", "By A ",
)  # fmt: skip


@pytest.mark.parametrize("rule", RULES, ids=[rule.name for rule in RULES])
def test_examples_of_a_rule_fit_or_do_not(rule: KindRule) -> None:
    assert [text for text in rule.yes if not rule.fits(text)] == []
    assert [text for text in rule.no if rule.fits(text)] == []


@pytest.mark.parametrize("rule", RULES, ids=[rule.name for rule in RULES])
def test_no_pattern_is_slow(rule: KindRule) -> None:
    begin = time.process_time()
    for run in RUNS:
        text = (run * MOST_CHARACTERS)[: MOST_CHARACTERS - 1] + "!"
        if rule.pattern is not None:
            rule.pattern.fullmatch(text)
    assert time.process_time() - begin < 0.5


def test_rule_names_are_unique() -> None:
    names = [rule.name for rule in RULES]
    assert sorted(set(names)) == sorted(names)


def test_every_kind_but_the_dateline_has_a_rule() -> None:
    # A dateline is told by its date (kg/read/stamps.py), not by a pattern.
    assert {rule.kind for rule in RULES} == set(SegmentKind) - {SegmentKind.DATELINE}


@pytest.mark.parametrize("text", tomllib.loads(TEXT)["wire"]["yes"])
def test_a_wire_dateline_is_cut_off(text: str) -> None:
    assert 0 < lead_end(text) < len(text)
    assert text[lead_end(text)].isupper()


@pytest.mark.parametrize("text", tomllib.loads(TEXT)["wire"]["no"])
def test_what_only_looks_like_a_wire_dateline_stays(text: str) -> None:
    assert lead_end(text) == 0
