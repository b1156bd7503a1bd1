"""`kg build` hands its options on, and tells what was and was not read."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kg.errors import InputError, ModelError, SkippedError

if TYPE_CHECKING:
    import types
    from collections.abc import Callable

    from click.testing import Result


@dataclass
class Summary:
    counts: dict[str, int] = field(default_factory=lambda: {"articles": 1234, "events": 5})
    problems: tuple[InputError, ...] = ()
    unused: tuple[str, ...] = ()


@dataclass
class Pipeline:
    """Remembers how it was called."""

    summary: Summary = field(default_factory=Summary)
    called: tuple[object, ...] = ()

    def build(self, paths: object, output: object, **options: object) -> Summary:
        progress = options.pop("progress")
        assert callable(progress)
        progress(1, 1)
        self.called = (paths, output, options)
        return self.summary


def test_defaults_and_summary(kg: Callable[..., Result], pipeline: types.ModuleType) -> None:
    fake = Pipeline()
    pipeline.build = fake.build  # type: ignore[attr-defined]
    result = kg("build", "news", "-")
    assert fake.called == (
        (Path("news"), Path("-")),
        Path("build/kg"),
        {
            "model": None,
            "date": None,
            "jobs": 1,
            "base": "https://example.org/kg/id/",
            "fields": {},
            "corrections": None,
            "fresh": False,
        },
    )
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == ("built     count\n────────  ─────\narticles  1,234\nevents        5\n")


def test_all_options(kg: Callable[..., Result], pipeline: types.ModuleType) -> None:
    fake = Pipeline()
    pipeline.build = fake.build  # type: ignore[attr-defined]
    kg("build", "a", "-o", "g", "--model", "m", "--date", "2019-12-01", "--jobs", 2,
       "--base-iri", "https://own.example/", "--field", "text=story", "--field", "date=a=b",
       "--corrections", "fixes.toml",
       "--fresh",
       )  # fmt: skip
    assert fake.called == (
        (Path("a"),),
        Path("g"),
        {
            "model": "m",
            "date": datetime.date(2019, 12, 1),
            "jobs": 2,
            "base": "https://own.example/",
            "fields": {"text": "story", "date": "a=b"},
            "corrections": Path("fixes.toml"),
            "fresh": True,
        },
    )


def test_files_that_could_not_be_read_are_listed_and_the_code_is_2(
    kg: Callable[..., Result], pipeline: types.ModuleType
) -> None:
    problems = (InputError("is empty", where="a.txt"), InputError("is\nno text", where="b.txt"))
    pipeline.build = Pipeline(Summary(problems=problems)).build  # type: ignore[attr-defined]
    result = kg("build", "news")
    assert result.exit_code == 2
    assert result.stderr == "kg: a.txt: is empty\nkg: b.txt: is no text\n"
    assert "articles" in result.stdout


def test_a_correction_that_does_not_apply_is_one_line_and_the_code_is_0(
    kg: Callable[..., Result], pipeline: types.ModuleType
) -> None:
    summary = Summary(unused=("fixes.toml:3, record 1: rename does not apply: why\x1b[2J",))
    pipeline.build = Pipeline(summary).build  # type: ignore[attr-defined]
    result = kg("build", "a")
    assert result.exit_code == 0
    assert result.stderr == "kg: fixes.toml:3, record 1: rename does not apply: why [2J\n"


def test_what_is_passed_over_is_told_and_the_code_is_0(
    kg: Callable[..., Result], pipeline: types.ModuleType
) -> None:
    problems = (SkippedError("in French, not English: passed over", where="a.txt"),)
    pipeline.build = Pipeline(Summary(problems=problems)).build  # type: ignore[attr-defined]
    result = kg("build", "news")
    assert result.exit_code == 0
    assert result.stderr == "kg: a.txt: in French, not English: passed over\n"


def test_a_list_file_adds_its_paths(
    kg: Callable[..., Result], pipeline: types.ModuleType, tmp_path: Path
) -> None:
    fake = Pipeline()
    pipeline.build = fake.build  # type: ignore[attr-defined]
    (tmp_path / "list").write_text("\ufeffb c.txt\n\nd.html\n", encoding="utf-8")
    kg("build", "a.txt", "--list", "list")
    assert fake.called[0] == (Path("a.txt"), Path("b c.txt"), Path("d.html"))


def test_a_list_may_come_from_standard_input(
    kg: Callable[..., Result], pipeline: types.ModuleType
) -> None:
    fake = Pipeline()
    pipeline.build = fake.build  # type: ignore[attr-defined]
    kg("build", "--list", "-", stdin="e.txt\n")
    assert fake.called[0] == (Path("e.txt"),)


def _broken(*_: object, **__: object) -> None:
    raise ModelError("is no pipeline", where="m", advice="pip install it")


def test_an_error_is_one_line(kg: Callable[..., Result], pipeline: types.ModuleType) -> None:
    pipeline.build = _broken  # type: ignore[attr-defined]
    result = kg("build", "news")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == "kg: m: is no pipeline (pip install it)\n"


def test_debug_shows_where_an_error_came_from(
    kg: Callable[..., Result], pipeline: types.ModuleType
) -> None:
    pipeline.build = _broken  # type: ignore[attr-defined]
    result = kg("--debug", "build", "news")
    assert result.exit_code == 2
    assert "Traceback" in result.stderr
    assert "_broken" in result.stderr


def test_a_mistake_of_the_program_is_not_hidden(
    kg: Callable[..., Result], pipeline: types.ModuleType
) -> None:
    def bug(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    pipeline.build = bug  # type: ignore[attr-defined]
    assert isinstance(kg("build", "news").exception, ZeroDivisionError)


@pytest.mark.parametrize(
    "words",
    [
        ["build"],
        ["build", "a", "--date", "May"],
        ["build", "a", "--jobs", "0"],
        ["build", "a", "--base-iri", "own"],
        ["build", "a", "--field", "text"],
        ["build", "a", "--field", "body=story"],
        ["build", "--list", "none.txt"],
        ["build", "a", "--base-iri", "https://own.example/x"],
        ["build", "a", "--base-iri", "https://own.example/<"],
    ],
)
def test_wrong_usage_is_code_2(
    kg: Callable[..., Result], pipeline: types.ModuleType, words: list[str]
) -> None:
    fake = Pipeline()
    pipeline.build = fake.build  # type: ignore[attr-defined]
    assert (kg(*words).exit_code, fake.called) == (2, ())
