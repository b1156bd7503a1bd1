"""An article with its reports as JSON: complete, in one order, safe to print."""

from __future__ import annotations

import json

from graph.sheets import actor, toll

from explain.made import ORIGINS, TEXT, WITHIN, all_of, article, strike, told
from kg.explain.explained import Asked, explained
from kg.explain.record import as_record
from kg.model import Interval

BASE = "https://example.org/kg/id/"
EVENTS, TOLLS = "ontology/lexicon/events.toml", "ontology/lexicon/tolls.toml"
STRIKE = {
    "number": 1,
    "of": "Event",
    "type": "AirStrike",
    "stance": "Alleged",
    "segment": "body",
    "rule": "attack",
    "origin": {"file": EVENTS, "row": "frame 2"},
    "first_type": "Attack",
    "sharpened": {"file": EVENTS, "row": "means.AirStrike"},
    "trigger": {"start": 5, "end": 8, "text": "hit"},
    "quote": {"start": 0, "end": 67, "text": TEXT[:67]},
    "roles": {
        "initiator": [
            {
                "iri": f"{BASE}actor/velmara", "label": "Velmara", "class": "State",
                "words": "Jets", "rule": "focus+forces", "score": 0.6, "within": None,
                "origin": None,
            }
        ],
        "place": [
            {
                "iri": f"{BASE}place/ostrin", "label": "Ostrin", "class": "AdministrativeArea",
                "words": "Ostrin", "rule": "label", "score": 1.0, "within": f"{BASE}place/velmara",
                "origin": {"file": "ontology/places.ttl", "row": ""},
            }
        ],
    },
    "source": [
        {
            "iri": f"{BASE}actor/war-monitor", "label": "war monitor", "class": "Organization",
            "words": "", "rule": "the only monitor", "score": 0.75, "within": None, "origin": None,
        }
    ],
    "deal": {
        "iri": f"{BASE}deal/ostrin-truce", "label": "Ostrin truce", "class": "CeasefireDeal",
        "words": "Ostrin truce", "rule": "label", "score": 1.0, "within": None, "origin": None,
    },
    "date": {"words": "Friday", "begin": "2031-05-02", "end": "2031-05-02", "basis": "told"},
    "tolls": [
        {
            "kind": "Killed", "count": 6, "low": 6, "high": 6, "part_of": None,
            "origin": {"file": TOLLS, "row": "harm 1"},
            "words": {"start": 35, "end": 45, "text": "six people"},
            "victims": [
                {
                    "iri": f"{BASE}actor/people", "label": "people", "class": "Population",
                    "words": "people", "rule": "generic people", "score": 0.7, "within": None,
                    "origin": {"file": "ontology/lexicon/nominals.toml", "row": ""},
                }
            ],
        },
        {
            "kind": "Killed", "count": None, "low": 2, "high": None, "part_of": 1,
            "origin": {"file": TOLLS, "row": "harm 1"},
            "words": {"start": 47, "end": 58, "text": "two of them"}, "victims": [],
        },
    ],
    "facts": [["term", "a pause of fighting"]],
    "place_basis": "",
    "same_as": "e1",
    "with": [],
    "confidence": 0.72,
}  # fmt: skip


def test_a_report_comes_back_from_json_whole() -> None:
    line = as_record(all_of(WITHIN, strike()), ORIGINS)
    assert json.loads(line) == {
        "id": "a.txt", "title": "A title", "language": "en", "encoding": "utf-8",
        "issued": "2031-05-04", "issued_basis": "metadata", "issued_reason": "an example",
        "segments": [{"kind": "body", "text": TEXT, "start": 0, "end": 84, "reports": [1]}],
        "reports": [STRIKE],
    }  # fmt: skip
    assert line == json.dumps(json.loads(line), ensure_ascii=False, sort_keys=True)


def test_what_does_not_apply_is_null_or_empty() -> None:
    within = article("Shells fell.")
    bare = told(within, "Shells", when=Interval(None, None), roles={}, rule="hand-made")
    (record,) = json.loads(as_record(all_of(within, bare), ORIGINS))["reports"]
    assert (record["deal"], record["origin"], record["sharpened"]) == (None, None, None)
    assert record["date"] == {"words": "", "begin": None, "end": None, "basis": ""}
    assert [record[name] for name in ("roles", "source", "tolls", "facts", "with")] == [
        {}, [], [], [], [],
    ]  # fmt: skip


def test_only_what_is_asked_for_is_told() -> None:
    within = article("Shells fell.", "Rockets fell.")
    reports = [told(within, "Shells"), told(within, "Rockets")]
    record = json.loads(as_record(explained(within, reports, Asked(number=2)), ORIGINS))
    assert [each["number"] for each in record["reports"]] == [2]
    assert [each["text"] for each in record["segments"]] == ["Rockets fell."]


def test_an_empty_article_has_no_reports() -> None:
    record = json.loads(as_record(all_of(article()), ORIGINS))
    assert (record["segments"], record["reports"]) == ([], [])


def test_a_line_of_json_steers_no_terminal_and_keeps_every_letter() -> None:
    evil = "Shells\x1b[31m\x9b2J\x7f\r\nḥ\x07"
    within = article(evil, name=evil)
    line = as_record(all_of(within, told(within, "Shells", tolls=(toll(1, actor(evil)),))), ORIGINS)
    assert line.isprintable()
    record = json.loads(line)
    assert (record["id"], record["segments"][0]["text"]) == (evil, evil)
    assert record["reports"][0]["tolls"][0]["victims"][0]["label"] == evil
