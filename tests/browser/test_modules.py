"""The page's own modules of JavaScript, function by function."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.view.bundle import bundle

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser

    Run = Callable[..., Any]

_MODULES = ("words.js", "days.js", "graph.js", "rows.js", "formats.js", "labels.js", "earth.js")


@pytest.fixture(scope="module")
def run(browser: Browser) -> Iterator[Run]:
    """`run("words.js", "slips(...args)", "a", "b", 2)`: an expression over a module's names."""
    context = browser.new_context(offline=True)
    screen = context.new_page()
    for name in (*_MODULES, "state.js", "camera.js", "scene.js"):
        # A block of its own, so that each may declare `modules`.
        screen.evaluate(f"() => {{ {bundle(name)}; (window.known ??= {{}})[{name!r}] = modules; }}")

    def evaluated(module: str, expression: str, *args: object) -> Any:
        names = f"const all = window.known[{module!r}]; const m = all[{module!r}];"
        return screen.evaluate(f"(args) => {{ {names} return {expression}; }}", list(args))

    yield evaluated
    context.close()


@pytest.mark.parametrize(
    ("one", "other", "slips"),
    [
        ("kelmar", "kelmar", 0),
        ("kelmar", "kelmer", 1),
        ("kelmar", "klemar", 1),
        ("kelmar", "kelmars", 1),
        ("kelmar", "elmar", 1),
        ("kelmar", "kalmer", 2),
        ("kelmar", "tolm", 3),
        ("", "ab", 2),
    ],
)
def test_slips_are_letters_added_lost_changed_and_swapped(
    run: Run, one: str, other: str, slips: int
) -> None:
    assert run("words.js", "m.slips(...args, 2)", one, other) == slips
    assert run("words.js", "m.slips(...args, 2)", other, one) == slips


def test_names_are_compared_without_accents_quotes_and_hyphens(run: Run) -> None:
    assert run("words.js", "m.folded(args[0])", "  Ma’arrat  al-Nuʿmān ") == "maarrat al numan"


@pytest.mark.parametrize(
    ("key", "wanted", "score"),
    [
        ("river front", "riv", 0),
        ("river front", "front", 1),
        ("river front", "ver", 2),
        ("river front", "rivre", 4),
        ("river front", "frint riv", 4),
        ("river front", "xyz", None),
        ("tolm", "tulm", 4),
        ("tol", "tul", None),
    ],
)
def test_nearness_goes_from_beginning_to_slip(
    run: Run, key: str, wanted: str, score: int | None
) -> None:
    found = run("words.js", "m.nearness(...args)", key, wanted)
    assert found == (score if score is not None else float("inf"))


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(first=st.integers(-30000, 40000), length=st.integers(0, 20000))
def test_periods_cover_every_day_once_and_are_not_many(run: Run, first: int, length: int) -> None:
    starts = run("days.js", "m.periods(...args)", first, first + length)
    assert starts[0] <= first
    assert starts[-1] > first + length >= starts[-2]
    assert starts == sorted(set(starts))
    assert len(starts) <= 80
    marks = run("days.js", "m.ticks(args[0], args[1], 10)", first, first + length)
    assert len(marks) <= 14
    assert all(first <= mark["day"] <= first + length for mark in marks)


def test_days_go_to_numbers_and_back(run: Run) -> None:
    for day in ("1969-12-31", "1970-01-01", "2000-02-29", "2019-05-13"):
        assert run("days.js", "m.isoDay(m.dayNumber(args[0]))", day) == day


@pytest.mark.parametrize(
    ("days", "span"),
    [
        ([[0, 0], [10, 12]], [0, 12]),
        ([[at, at] for at in range(100)], [0, 99]),
        ([[-9000, -9000], *([at, at] for at in range(99))], [1, 98]),
        ([[5, 5]], [5, 5]),
    ],
)
def test_an_event_of_long_ago_does_not_fill_the_axis(
    run: Run, days: list[list[int]], span: list[int]
) -> None:
    assert run("days.js", "m.spanOf(args[0])", days) == span


@pytest.mark.parametrize(
    ("begin", "end", "since", "until", "inside"),
    [
        ("2019-05-01", "2019-05-03", "2019-05-03", "", True),
        ("2019-05-01", "2019-05-03", "2019-05-04", "", False),
        ("2019-05-01", "2019-05-03", "", "2019-04-30", False),
        ("2019-05-01", None, "2019-05-01", "2019-05-01", True),
        (None, None, "", "2019-05-01", False),
        (None, None, "", "", True),
    ],
)
def test_a_window_takes_what_touches_it(
    run: Run, begin: str | None, end: str | None, since: str, until: str, *, inside: bool
) -> None:
    dated = {"begin": begin, "end": end}
    assert run("days.js", "m.inWindow(...args)", dated, since, until) is inside


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    names=st.lists(st.text(min_size=1, max_size=12), max_size=4, unique=True),
    selected=st.text(max_size=10),
)
def test_a_state_comes_back_from_its_address(run: Run, names: list[str], selected: str) -> None:
    state = (
        "{ ...m.firstState(), sel: args[1], off: new Set(args[0]), open: new Set(args[0]),"
        " pins: new Map(args[0].map((name) => [name, [1, -2]])), tab: 'map', whole: true }"
    )
    kept = "((s) => [s.sel, [...s.off], [...s.open], [...s.pins], s.tab, s.whole])"
    found = run("state.js", f"{kept}(m.fromHash(m.toHash({state})))", names, selected)
    assert found == [selected, names, names, [[name, [1, -2]] for name in names], "map", True]


def test_a_table_as_csv_keeps_quotes_lines_and_runs_nothing(run: Run) -> None:
    rows = [{"id": "a", "cells": ["=1+1", 'say "so"', "two\nlines", -3, "plain"]}]
    table = {"columns": ["a", "b,c", "d", "e", "f"], "rows": rows}
    assert run("rows.js", "m.csvOf(args[0])", table) == (
        'a,"b,c",d,e,f\r\n\'=1+1,"say ""so""","two\nlines",-3,plain\r\n'
    )


def test_rows_are_sorted_by_number_and_by_word_and_what_is_empty_comes_last(run: Run) -> None:
    rows = [{"id": str(at), "cells": [cell]} for at, cell in enumerate([10, "9+", "", 2])]
    order = "m.sorted(args[0], 0, args[1] === 'down').map((row) => row.cells[0])"
    assert run("rows.js", order, rows, "up") == [2, "9+", 10, ""]
    assert run("rows.js", order, rows, "down") == [10, "9+", 2, ""]


def test_long_names_are_wrapped_and_cut(run: Run) -> None:
    lines = run("labels.js", "m.wrapped(args[0])", "x" * 5000)
    assert [len(line) for line in lines] == [22]
    lines = run("labels.js", "m.wrapped(args[0])", "word " * 100)
    assert len(lines) == 3
    assert lines[-1].endswith("…")


def test_earth_goes_to_the_plane_and_back(run: Run) -> None:
    points = [[35.9, 36.6], [33.5, 36.3], [15.6, 32.5]]
    ground = run("earth.js", "m.groundOf(args[0], 800, 600)", points)
    for lat, long in points:
        x, y = run("earth.js", "m.toPlane(...args)", ground, lat, long)
        assert 0 < x < 800
        assert 0 < y < 600
        assert run("earth.js", "m.toEarth(...args)", ground, x, y) == pytest.approx([lat, long])


def test_one_point_has_a_ground_too(run: Run) -> None:
    ground = run("earth.js", "m.groundOf([[35, 36]], 800, 600)")
    assert run("earth.js", "m.toPlane(args[0], 35, 36)", ground) == [400, 300]


def test_what_is_far_apart_is_fitted_with_room_for_names(run: Run) -> None:
    nodes = [{"x": -1000, "y": 0}, {"x": 1000, "y": 300}]
    fit = run("camera.js", "m.fitted(args[0], 800, 600)", nodes)
    assert fit == {"x": 0, "y": 150, "scale": pytest.approx(0.34)}
    assert run("camera.js", "m.fitted([], 800, 600)") == {"x": 0, "y": 0, "scale": 1}
