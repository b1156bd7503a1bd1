"""The same entries give the same file; entries that contradict each other give none."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kg.errors import KnowledgeError
from kg.resolve.gazetteer import inputs
from kg.resolve.gazetteer.compile import compiled, main
from kg.resolve.gazetteer.index import Gazetteer
from kg.resolve.gazetteer.known import Entry, Known
from resolve.gazetteer.velmara import CONTENTS, COUNTRIES, ENTRIES, OSTRAN


def test_the_same_entries_in_any_order_give_the_same_bytes() -> None:
    mirrored = tuple(replace(entry, names=entry.names[::-1]) for entry in ENTRIES[::-1])
    other = dict(reversed(COUNTRIES.items()))
    assert compiled(ENTRIES, COUNTRIES) == compiled(mirrored, other)


def test_other_entries_give_other_bytes() -> None:
    assert compiled(ENTRIES, COUNTRIES) != compiled(ENTRIES[1:], COUNTRIES)


def test_two_places_of_one_number_are_refused() -> None:
    with pytest.raises(KnowledgeError, match="two places have one number"):
        compiled((*ENTRIES, ENTRIES[0]), COUNTRIES)


def test_a_place_in_no_country_is_refused() -> None:
    with pytest.raises(KnowledgeError, match="place 11: no country 'XV'"):
        compiled(ENTRIES, {"XO": "Ostrin"})


def test_more_places_than_a_block_holds_are_all_found(tmp_path: Path) -> None:
    names = [f"Vel{chr(97 + at // 26)}{chr(97 + at % 26)}" for at in range(300)]
    places = [Known(at, name, 1.0, 2.0, "XV", "", at) for at, name in enumerate(names)]
    path = tmp_path / "places.bin"
    path.write_bytes(compiled((Entry(place, (place.name,)) for place in places), COUNTRIES))
    with Gazetteer.open(path) as gazetteer:
        assert [gazetteer.named(name) for name in names] == [(place,) for place in places]


def test_a_gazetteer_without_places_is_one(tmp_path: Path) -> None:
    path = tmp_path / "places.bin"
    path.write_bytes(compiled((), COUNTRIES))
    with Gazetteer.open(path) as gazetteer:
        assert (len(gazetteer), gazetteer.named("Ostran"), gazetteer.countries) == (0, (), {})


def test_the_packages_facts_become_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inputs, "contents", lambda: CONTENTS)
    main(tmp_path / "places.bin")
    with Gazetteer.open(tmp_path / "places.bin") as gazetteer:
        assert (len(gazetteer), gazetteer.named("Ostron")) == (3, (OSTRAN,))
