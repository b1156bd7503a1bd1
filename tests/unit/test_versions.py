"""Whatever decides how an article is read changes its digest, and nothing else does."""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path

import pytest

from kg import resources, versions
from kg.model import Document

DOCUMENT = Document("a.txt", "text", path="/x/a.txt")
DAY = datetime.date(2020, 2, 3)


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package and an ontology of a few small files."""
    for name in ("kg/ids.py", "kg/read/a.py", "kg/language/model/weights", "kg/view/page.py",
                 "kg/language/recipe/train.py", "ontology/places.ttl", "ontology/shapes.ttl",
                 "ontology/lexicon/time.toml"):  # fmt: skip
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("one")
    monkeypatch.setattr(versions, "_PACKAGE", tmp_path / "kg")
    monkeypatch.setattr(versions, "_PARTS", ("ids.py", "language", "read"))
    monkeypatch.setattr(resources, "folder", lambda name: tmp_path / name)
    return tmp_path


@pytest.mark.parametrize(
    ("name", "counts"),
    [
        ("kg/ids.py", True),
        ("kg/read/a.py", True),
        ("kg/read/b.py", True),
        ("kg/language/model/weights", True),
        ("ontology/places.ttl", True),
        ("ontology/lexicon/time.toml", True),
        ("kg/view/page.py", False),
        ("kg/language/recipe/train.py", False),
        ("kg/read/__pycache__/a.pyc", False),
        ("ontology/shapes.ttl", False),
    ],
)
def test_a_changed_file_counts_if_reading_hangs_on_it(
    package: Path, name: str, counts: bool
) -> None:
    before = versions.of_reading(None, None)
    (package / name).parent.mkdir(exist_ok=True)
    (package / name).write_text("two")
    assert (versions.of_reading(None, None) != before) is counts


def test_what_was_asked_counts(package: Path) -> None:
    own = package / "own-model"
    own.mkdir()
    (own / "weights").write_text("one")
    asked = [(None, None), (None, DAY), ("spacy", None), ("no_such_model", None), (str(own), None)]
    found = [versions.of_reading(*each) for each in asked]
    (own / "weights").write_text("two")
    found.append(versions.of_reading(str(own), None))
    assert len(set(found)) == 6
    assert versions.of_reading(None, None) == found[0]


def test_the_parts_that_are_looked_at_are_there() -> None:
    missing = [part for part in versions._PARTS if not (versions._PACKAGE / part).exists()]
    assert missing == []


@pytest.mark.parametrize(
    "given",
    [{"title": "t"}, {"title": ""}, {"issued": DAY}, {"publisher": "p"}, {"url": "u"},
     {"language": "fr"}, {"start": 1}],
)  # fmt: skip
def test_what_was_told_beside_the_text_counts(given: dict[str, object]) -> None:
    other = replace(DOCUMENT, **given)  # type: ignore[arg-type]
    assert versions.read_with(other, "x") != versions.read_with(DOCUMENT, "x")


def test_where_a_file_lies_does_not_count() -> None:
    other = replace(DOCUMENT, path="/y/a.txt")
    assert versions.read_with(other, "x") == versions.read_with(DOCUMENT, "x")
    assert versions.read_with(other, "y") != versions.read_with(DOCUMENT, "x")
