"""Files of gold: what is read of them, and what is said of mistakes."""

from __future__ import annotations

import datetime
import json
import re
from pathlib import Path
from typing import Any

import pytest

from evaluate.cases import SHELLED
from evaluate.sheets import AMRA, BACKING, DEAL, EVENT, write
from kg.errors import InputError
from kg.evaluate.gold import gold_files, read_gold, read_registry
from kg.evaluate.naming import Entity
from kg.evaluate.roles import REPORTED
from kg.evaluate.terms import shipped_terms
from kg.evaluate.toll import Toll
from kg.model import Interval

DAY = datetime.date(2031, 5, 2)
TOLL_KINDS = (
    "Affected", "Detained", "Displaced", "FacilitiesLost",
    "Injured", "Killed", "Missing", "Released",
)  # fmt: skip
FORM = " (README.md, “Measure it on your own articles”, shows the form)"


def test_a_file_is_read_whole(tmp_path: Path) -> None:
    gold = read_gold(write(tmp_path), shipped_terms())
    assert (gold.article, gold.issued) == ("amra.txt", datetime.date(2031, 5, 3))
    assert gold.entities == {"front": Entity(("Northern Front",), ("rebels",))}
    event, backing, deal = gold.reports
    assert (event.of, event.type, event.quote, event.trigger) == (
        "Event", "Shelling", SHELLED, "shelled",
    )  # fmt: skip
    assert (event.event, event.stance, event.optional) == ("e1", "Asserted", False)
    assert event.when == Interval(DAY, DAY)
    assert event.keys("initiator", "target", "place") == ["front", "tel-amra"]
    assert event.tolls == (Toll("Killed", None, 6, None, ("civilians",)),)
    assert (backing.type, backing.keys("backer", "backed")) == ("", ["velmara", "front"])
    assert (deal.deal, deal.names, deal.agreed) == ("lake", ("Lake truce",), "2031-04")
    assert deal.keys("party", "broker") == ["front", "velmara"]


def test_what_may_be_left_out_may_be_null(tmp_path: Path) -> None:
    report = {"of": "Event", "type": "Clash", "quote": "they fought"}
    nulls = dict.fromkeys(("trigger", "place", "begin", "end", "tolls", "stance", "optional"))
    gold = {"article": "a.txt", "reports": [report, report | nulls], "issued": None}
    for read in read_gold(write(tmp_path, gold), shipped_terms()).reports:
        assert (read.trigger, read.keys("place"), read.tolls, read.optional) == ("", [], (), False)
        assert (read.when, read.stance) == (Interval(None, None), "Asserted")


def test_keys_that_measuring_has_no_use_for_are_passed_over(tmp_path: Path) -> None:
    gold = AMRA | {"title": 7, "reports": [EVENT | {"id": 1, "terms": "x"}]}
    assert len(read_gold(write(tmp_path, gold), shipped_terms()).reports) == 1


def test_coordinates_may_be_whole_numbers(tmp_path: Path) -> None:
    path = write(tmp_path, {"mir": {"lat": 10, "lon": -10.5}})
    assert read_registry(path) == {"mir": Entity(spot=(10.0, -10.5))}


def event(**parts: Any) -> dict[str, Any]:
    return AMRA | {"reports": [EVENT, EVENT | parts]}


def without(record: dict[str, Any], key: str) -> dict[str, Any]:
    return AMRA | {"reports": [{name: part for name, part in record.items() if name != key}]}


def entity(**parts: Any) -> dict[str, Any]:
    return AMRA | {"entities": {"mir": parts}}


@pytest.mark.parametrize(
    ("gold", "line"),
    [
        ([], "{}: holds no JSON object" + FORM),
        ({"reports": []}, "{}: lacks 'article'" + FORM),
        ({"article": "a.txt"}, "{}: lacks 'reports'" + FORM),
        (AMRA | {"article": 7}, "{}: 'article' holds a number where a text belongs" + FORM),
        (AMRA | {"reports": {}}, "{}: 'reports' holds an object where a list belongs" + FORM),
        (AMRA | {"reports": ["x"]}, "{}: 'reports' holds a text where an object belongs" + FORM),
        (
            AMRA | {"issued": "3 May"},
            "{}: 'issued' must be a day such as 2031-05-02, not '3 May'" + FORM,
        ),
        (without(EVENT, "of"), "{}: reports 1: lacks 'of'" + FORM),
        (without(EVENT, "type"), "{}: reports 1: lacks 'type'" + FORM),
        (without(EVENT, "quote"), "{}: reports 1: lacks 'quote'" + FORM),
        (without(BACKING, "backed"), "{}: reports 1: lacks 'backed'" + FORM),
        (without(DEAL, "deal"), "{}: reports 1: lacks 'deal'" + FORM),
        (
            event(of="Ally"),
            "{}: reports 2: 'of' is 'Ally' (known: " + ", ".join(sorted(REPORTED)) + ")",
        ),
        (
            event(stance="Sure"),
            "{}: reports 2: 'stance' is 'Sure' (known: Alleged, Asserted, Denied, Planned)",
        ),
        (
            event(initiator="front"),
            "{}: reports 2: 'initiator' holds a text where a list belongs" + FORM,
        ),
        (
            event(initiator=["front", True]),
            "{}: reports 2: 'initiator' holds true or false where a text belongs" + FORM,
        ),
        (event(place=[None]), "{}: reports 2: 'place' holds null where a text belongs" + FORM),
        (
            event(optional="no"),
            "{}: reports 2: 'optional' holds a text where true or false belongs" + FORM,
        ),
        (
            event(begin="2031-02-30"),
            "{}: reports 2: 'begin' must be a day such as 2031-05-02, not '2031-02-30'" + FORM,
        ),
        (
            event(begin="20310502"),
            "{}: reports 2: 'begin' must be a day such as 2031-05-02, not '20310502'" + FORM,
        ),
        (
            event(end=None),
            "{}: reports 2: has only one of 'begin' and 'end' (for a single day both are that day)",
        ),
        (event(end="2031-05-01"), "{}: reports 2: 'begin' is after 'end'" + FORM),
        (
            event(agreedOn="May 2031"),
            "{}: reports 2: 'agreedOn' must be a date such as 2031-05-02 or 2031-05, not 'May 2031'"
            + FORM,
        ),
        (
            event(tolls=[{"kind": "Killed"}]),
            "{}: reports 2: tolls 1: has no figure (give it count, min or max)",
        ),
        (
            event(tolls=[{"kind": "Killed", "count": True}]),
            "{}: reports 2: tolls 1: 'count' holds true or false where a number belongs" + FORM,
        ),
        (
            event(tolls=[{"kind": "Killed", "min": -1}]),
            "{}: reports 2: tolls 1: 'min' is below zero" + FORM,
        ),
        (
            event(tolls=[{"kind": "Dead", "count": 1}]),
            "{}: reports 2: tolls 1: 'kind' is 'Dead' (known: " + ", ".join(TOLL_KINDS) + ")",
        ),
        (entity(lat=1.0), "{}: entities: mir: has only one of 'lat' and 'lon'" + FORM),
        (entity(lat=200, lon=1), "{}: entities: mir: 'lat' is no number of degrees" + FORM),
        (
            entity(lat="1", lon=1),
            "{}: entities: mir: 'lat' holds a text where a number belongs" + FORM,
        ),
        (
            entity(names="Mir"),
            "{}: entities: mir: 'names' holds a text where a list belongs" + FORM,
        ),
    ],
)  # fmt: skip
def test_a_mistake_is_one_line_with_file_and_place(gold: object, line: str, tmp_path: Path) -> None:
    path = write(tmp_path, gold)
    with pytest.raises(InputError) as caught:
        read_gold(path, shipped_terms())
    assert str(caught.value) == line.format(path)


def test_an_unknown_event_type_is_told_with_those_that_are_known(tmp_path: Path) -> None:
    path = write(tmp_path, event(type="Shellling"))
    with pytest.raises(InputError, match=r"reports 2: 'type' is 'Shellling' \(known: Accusation, "):
        read_gold(path, shipped_terms())


@pytest.mark.parametrize(
    ("octets", "line"),
    [
        (b"{", r"is not JSON: Expecting property name .* \(mend the file, or take it away\)"),
        (b"\xff", r"is not JSON: 'utf-8' codec can't decode .*"),
        (b'{"article": "\\ud800"}', r"is not JSON: 'utf-8' codec can't encode .*"),
        (b"[" * 100_000, r"is not JSON: .*recursion.*"),
        (b'{"article": %s}' % (b"9" * 5000), r"is not JSON: Exceeds the limit .*"),
    ],
)
def test_what_is_no_json_is_told(octets: bytes, line: str, tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(octets)
    with pytest.raises(InputError, match=re.escape(f"{path}: ") + line):
        read_gold(path, shipped_terms())


def test_a_file_that_can_not_be_read_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"can't be read: Is a directory"):
        read_registry(tmp_path)


def test_a_byte_order_mark_is_no_mistake(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(b"\xef\xbb\xbf" + json.dumps(AMRA).encode())
    assert read_gold(path, shipped_terms()).article == "amra.txt"


def test_files_are_found_in_a_folder_sorted_without_the_registry(tmp_path: Path) -> None:
    names = ["b.txt.json", "a.txt.json", "registry.json", "notes.txt"]
    paths = [write(tmp_path, AMRA, name) for name in names]
    assert gold_files(tmp_path) == [paths[1], paths[0]]
    assert gold_files(paths[0]) == [paths[0]]


@pytest.mark.parametrize(
    ("name", "problem"),
    [("empty", "there is no gold here"), ("nowhere", "there is no such file or folder")],
)
def test_a_place_without_gold_is_told(name: str, problem: str, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    place = tmp_path / name
    with pytest.raises(InputError) as caught:
        gold_files(place)
    assert str(caught.value) == f"{place}: {problem} (gold is a file ARTICLE.json an article)"


def test_the_example_of_the_readme_is_gold(checkout: Path, tmp_path: Path) -> None:
    section = (
        (checkout / "README.md")
        .read_text(encoding="utf-8")
        .partition("\n## Measure it on your own articles\n")[2]
    )
    example = re.search(r"```json\n(.*?)```", section, re.DOTALL)
    assert example is not None
    path = tmp_path / "example.json"
    path.write_text(example[1], encoding="utf-8")
    gold = read_gold(path, shipped_terms())
    assert [report.of for report in gold.reports] == ["Event", "Backing"]
    assert len(list(gold.entities)) > 0
