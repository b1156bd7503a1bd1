"""Every rule leads to a file and a row of ontology/, and these are there."""

from __future__ import annotations

import tomllib
from functools import reduce
from pathlib import Path

import pytest
from graph.sheets import actor, place, report, toll

from kg.explain.origins import Origin, load
from kg.extract import lexicon
from kg.model import Link

ROOT = Path(__file__).parents[3]
FOLDER = ROOT / "ontology"
ORIGINS = load(FOLDER)
FILES = {path.name: tomllib.loads(path.read_text("utf-8")) for path in FOLDER.glob("lexicon/*")}
FRAMES = [
    (f"ontology/lexicon/{name}", at, row)
    for name, table in sorted(FILES.items())
    for at, row in enumerate(table.get("frame", ()), start=1)
]


def row_of(origin: Origin) -> object:
    """What stands at an origin of one of the lexicon's files.

    "frame 3 'shelling'" is the third row, "backing.verbs" a key in a table.
    """
    table = FILES[Path(origin.file).name]
    name, _, at = origin.row.split(" '")[0].partition(" ")
    if at:
        return table[name][int(at) - 1]
    return reduce(lambda inner, key: inner[key], origin.row.split("."), table)


@pytest.mark.parametrize(("file", "at", "row"), FRAMES, ids=[row["name"] for _, _, row in FRAMES])
def test_each_frame_is_found_in_its_file_and_row(file: str, at: int, row: dict[str, str]) -> None:
    for suffix in ("", ", pointing back", ", continuing"):
        origin = ORIGINS.report(report(row["event"], rule=row["name"] + suffix))
        assert origin == Origin(file, f"frame {at} {row['name']!r}")
        assert (ROOT / file).is_file()
        assert row_of(origin) == row


def test_every_frame_that_is_loaded_tells_the_type_of_its_row() -> None:
    loaded = {frame.name: frame.event for frame in lexicon.load(FOLDER).frames}
    assert loaded == {row["name"]: row["event"] for _, _, row in FRAMES}
    assert {name: ORIGINS.events[name].event for name in loaded} == loaded
    assert [name for name in loaded if ", " in name] == []


@pytest.mark.parametrize(
    ("of", "type_", "rule", "row"),
    [
        ("Event", "CeasefireAgreement", "deal announced", "made"),
        ("Event", "CeasefireAgreement", "deal inforce", "made"),
        ("Event", "CeasefireViolation", "deal violated", "broken"),
        ("Event", "CeasefireViolation", "deal collapsed", "broken"),
        ("Event", "Killing", "toll killed", "harm 1 'Killed'"),
        ("Event", "Clash", "toll killed, continuing", "harm 1 'Killed'"),
        ("CeasefireDeal", "CeasefireDeal", "the latest deal", "called"),
        ("Backing", "Backing", "verb of support", "backing.verbs"),
        ("Backing", "Backing", "gives support to", "backing.given"),
        ("Backing", "Backing", "fights beside", "backing.fighting"),
        ("Backing", "Backing", "with the support of", "backing.support"),
        ("Backing", "Backing", "-backed", "backing.participles"),
        ("Backing", "Backing", "noun ally", "backing.nouns"),
        ("Control", "Control", "verb of control", "control.verbs"),
        ("Control", "Control", "-held", "control.participles"),
        ("Affiliation", "Affiliation", "verb of affiliation", "affiliation.verbs"),
        ("Affiliation", "Affiliation", "noun branch", "affiliation.nouns"),
    ],
)
def test_each_other_rule_leads_to_a_table(of: str, type_: str, rule: str, row: str) -> None:
    origin = ORIGINS.report(report(type_, of=of, rule=rule))
    assert origin is not None
    assert origin.row == row
    assert row_of(origin)


def test_an_office_leads_to_the_row_of_its_noun() -> None:
    leading = report(
        "Leadership", of="Leadership", rule="title beside a name",
        facts=(("role", "foreign minister"),),
    )  # fmt: skip
    origin = ORIGINS.report(leading)
    assert origin is not None
    row = row_of(origin)
    assert isinstance(row, dict)
    assert (row["kind"], "minister" in row["heads"]) == ("office", True)


@pytest.mark.parametrize("of", ["Event", "Backing", "Leadership", "Surprise"])
def test_an_unknown_rule_has_no_origin(of: str) -> None:
    assert ORIGINS.report(report("Attack", of=of, rule="hand-made")) is None


def test_means_that_sharpened_a_type_are_told_apart_from_a_type_taken_over() -> None:
    sharpened = report("Shelling", rule="attack")
    taken = report("Shelling", rule="attack, pointing back")
    plain = report("Attack", rule="attack")
    assert [ORIGINS.first_type(each) for each in (sharpened, taken, plain)] == [
        "Attack", "Attack", "",
    ]  # fmt: skip
    origin = ORIGINS.sharpened(sharpened)
    assert origin is not None
    assert "artillery" in str(row_of(origin))
    assert [ORIGINS.sharpened(each) for each in (taken, plain)] == [None, None]


def test_every_toll_kind_of_the_lexicon_has_its_row() -> None:
    for harm in FILES["tolls.toml"]["harm"]:
        origin = ORIGINS.toll(toll(1, kind=harm["kind"]))
        assert origin is not None
        assert row_of(origin) == harm


def test_links_lead_to_the_file_of_the_thing_or_of_the_noun() -> None:
    generic = Link("actor/rebels", "rebels", "ArmedGroup", "rebels", "generic rebels", 0.7)
    found = [ORIGINS.link(link) for link in (place("Idlib"), generic, actor("Never Heard Of"))]
    assert found == [
        Origin("ontology/places.ttl"), Origin("ontology/lexicon/nominals.toml"), None,
    ]  # fmt: skip
    assert str(ORIGINS.link(Link("actor/russia", "Russia", "State", "", "label", 1.0))) == (
        "ontology/states.ttl"
    )
