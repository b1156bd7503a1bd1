"""An article is explained in lines: head, words with marks, reports with all that made them."""

from __future__ import annotations

from graph.sheets import actor, pair, toll

from explain.made import ORIGINS, WITHIN, all_of, article, strike, told
from kg.explain.article import as_text
from kg.explain.explained import Asked, explained
from kg.model import Link, SegmentKind
from kg.terminal import width_of

WHOLE = """\
a.txt
  title: A title
  issued: 2031-05-04, metadata: an example
  language: English

body         Jets [1 hit] Ostrin on Friday, killing six people, two of them children, a monitor
0-84         said.

  [1] Event: AirStrike, alleged
      rule        attack (ontology/lexicon/events.toml: frame 2)
      type        Attack by the rule, made AirStrike by its means (ontology/lexicon/events.toml:
                  means.AirStrike)
      trigger     “hit” 5-8
      quote       “Jets hit Ostrin on Friday, killing six people, two of them children” 0-67
      initiator   Velmara (State, actor:velmara) from “Jets” by focus+forces, 0.60
      place       Ostrin (AdministrativeArea, place:ostrin) from “Ostrin” by label, 1.00, within
                  place:velmara (ontology/places.ttl)
      source      war monitor (Organization, actor:war-monitor) by the only monitor, 0.75
      deal        Ostrin truce (CeasefireDeal, deal:ostrin-truce) from “Ostrin truce” by label, 1.00
      date        “Friday” → 2031-05-02, told
      toll 1      Killed 6, “six people” 35-45 (ontology/lexicon/tolls.toml: harm 1)
        victims   people (Population, actor:people) from “people” by generic people, 0.70
                  (ontology/lexicon/nominals.toml)
      toll 2      Killed 2 or more, part of toll 1, “two of them” 47-58
                  (ontology/lexicon/tolls.toml: harm 1)
      term        a pause of fighting
      event       e1
      confidence  0.72
"""


def test_a_report_is_shown_with_all_that_made_it() -> None:
    assert as_text(all_of(WITHIN, strike()), ORIGINS) == WHOLE


def test_an_article_without_words_is_its_head() -> None:
    nothing = as_text(all_of(article()), ORIGINS)
    assert nothing == "".join(WHOLE.splitlines(keepends=True)[:4])


def test_every_report_of_a_word_is_shown_and_the_word_marked_once() -> None:
    within = article("The truce fell apart.")
    made = pair("Backing", actor("A"), actor("B"), trigger=(4, 9), rule="-backed")
    text = as_text(all_of(within, told(within, "truce"), made), ORIGINS)
    assert "The [1,2 truce] fell apart." in text
    assert [line for line in text.splitlines() if line.startswith("  [")] == [
        "  [1] Event: Shelling, asserted", "  [2] Backing, asserted",
    ]  # fmt: skip
    assert "rule        -backed (ontology/lexicon/relations.toml: backing.participles)" in text


def test_only_what_is_asked_for_is_shown_and_keeps_its_number() -> None:
    within = article("Shells fell.", "Rockets fell.")
    reports = [told(within, "Shells"), told(within, "Rockets")]
    text = as_text(explained(within, reports, Asked(number=2)), ORIGINS)
    assert "[2 Rockets] fell." in text
    assert "Shells" not in text


def test_lines_are_as_wide_as_the_terminal() -> None:
    text = as_text(all_of(WITHIN, strike()), ORIGINS, width=60)
    widest = [line for line in text.splitlines()[4:] if width_of(line) > 60]
    assert widest == []
    narrow = as_text(all_of(WITHIN, strike()), ORIGINS, width=1)
    assert "[1 hit] Ostrin" in narrow


def test_nothing_that_an_article_holds_steers_a_terminal() -> None:
    evil = "\x1b[31m\x9b2J\r\x07\x1b]0;x\x07\u2028"
    within = article(f"Shells {evil} fell.", kind=SegmentKind.HEADLINE, name=f"{evil}.txt")
    link = Link(f"actor/{evil}", evil, evil, evil, evil, 0.5, parent=evil)
    report = told(
        within,
        "Shells",
        within.document.text,
        rule=evil,
        roles={"place": (link,)},
        source=(link,),
        date_text=evil,
        same_as=evil,
        facts=(("term", evil),),
        tolls=(toll(1, link),),
    )
    for width in (40, 100):
        text = as_text(all_of(within, report), ORIGINS, width)
        assert {letter for letter in text if not letter.isprintable()} == {"\n"}
