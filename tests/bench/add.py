"""How long it takes to add one article to a store of a thousand, and where the time goes.

    python tests/bench/add.py [--articles 1000] [--work FOLDER]

The thousand are the samples of seeds/, again and again with other days and, in three of four,
other towns. Seconds of the processor, so that other work on the machine matters little, beside the
loading of the language model, in one process.
"""

from __future__ import annotations

import argparse
import datetime
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from kg import readers, resources, versions
from kg.errors import SkippedError
from kg.graph.ledger import make_ledger, open_ledger
from kg.graph.quads import Sheet
from kg.ids import digest
from kg.model import Day, Interval, Link, Report
from kg.read.files import documents
from kg.vocab import DEFAULT_BASE

SEEDS = Path(__file__).parents[2] / "seeds"
#: Seconds that adding one to a thousand may take beyond the model's loading.
MOST = 1.5


@dataclass(slots=True)
class Clock:
    """Seconds by the name of what took them."""

    seconds: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def of(self, name: str) -> Iterator[None]:
        start = time.process_time()
        yield
        self.seconds[name] = self.seconds.get(name, 0) + time.process_time() - start


def shifted(sheet: Sheet, number: int) -> Sheet:
    """The sheet as of another article: other days, and most often other towns."""
    days = datetime.timedelta(days=number % 400)
    town = f"-{number % 40}" if number % 4 else ""
    return replace(
        sheet,
        local=f"{sheet.local[:-5]}{number:05}",
        identifier=f"{number}-{sheet.identifier}",
        content_hash=digest(sheet.content_hash, str(number)),
        reports=tuple(_moved(report, days, town) for report in sheet.reports),
        signature=None,
    )


def _moved(report: Report, days: datetime.timedelta, town: str) -> Report:
    def later(day: Day | None) -> Day | None:
        return None if day is None else day + days

    def elsewhere(link: Link) -> Link:
        is_town = town and link.cls == "Settlement"
        return replace(link, iri=link.iri + town, label=link.label + town) if is_town else link

    return replace(
        report,
        when=Interval(later(report.when.begin), later(report.when.end)),
        roles={role: tuple(map(elsewhere, links)) for role, links in report.roles.items()},
    )


def fill(store: Path, sheets: list[Sheet], articles: int) -> None:
    """A store of so many articles."""
    with make_ledger(store, resources.folder("ontology"), DEFAULT_BASE) as ledger:
        ledger.note("kg")
        for number in range(articles):
            ledger.put(shifted(sheets[number % len(sheets)], number))
        ledger.settle()


def add(store: Path, clock: Clock, reader: readers.Reader, article: Path) -> None:
    """What `pipeline.add` does, part by part."""
    folder = resources.folder("ontology")
    with clock.of("digest of model and knowledge"):
        versions.of_reading(None, None)
    with clock.of("open"):
        ledger = open_ledger(store, folder)
    with ledger:
        with clock.of("read the article"):
            found = [one for one in documents([article]) if not isinstance(one, Exception)]
            (sheet,) = reader.sheets(found)
        assert not isinstance(sheet, SkippedError)
        with clock.of("write the article"):
            ledger.put(sheet)
        with clock.of("bring the merged things up to date"):
            ledger.settle()
        with clock.of("close"):
            ledger.close()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, allow_abbrev=False)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--work", type=Path, help="keeps the store, for another run")
    options = parser.parse_args()
    work = options.work or Path(tempfile.mkdtemp())
    reader = readers.reader(None, None)
    read = reader.sheets([one for one in documents([SEEDS]) if not isinstance(one, Exception)])
    sheets = [one for one in read if not isinstance(one, SkippedError)]
    base = work / f"store-{options.articles}"
    if not base.exists():
        start = time.perf_counter()
        fill(base, sheets, options.articles)
        print(f"{options.articles} articles written in {time.perf_counter() - start:.1f} s")
    shutil.copytree(base, work / "store", dirs_exist_ok=True)
    clock = Clock()
    add(work / "store", clock, reader, sorted(SEEDS.glob("*.txt"))[1])
    shutil.rmtree(work / "store")
    for name, seconds in clock.seconds.items():
        print(f"{seconds:7.2f} s  {name}")
    total = sum(clock.seconds.values())
    print(f"{total:7.2f} s  in all, of {MOST} s")
    if options.work is None:
        shutil.rmtree(work)
    raise SystemExit(int(total > MOST))


if __name__ == "__main__":
    main()
