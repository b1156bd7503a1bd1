"""How much `kg build` costs beyond the language pipeline that it runs.

    python tests/bench/throughput.py raw-news.jsonl.xz [--first N] [--json OUT]

Both sides run once, one after the other, each in a process of its own and on one thread: reading
the articles (cleaning, dates, languages, signatures), then the bare pipeline over their texts and
what is extracted from each as it is parsed (loading isn't counted), and the whole build of the same
articles, start and end included. Times are of the processor, so that other work on the machine
matters little. Exit code 1 if a limit is broken.
"""

from __future__ import annotations

import argparse
import json
import lzma
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict, dataclass
from itertools import islice
from pathlib import Path

from kg.extract.article import reports
from kg.model import Document
from kg.pipeline import reader
from kg.read.clean import article
from kg.read.files import documents

#: A whole build may take this many times the bare pipeline.
MOST_RATIO = 1.5
#: Reading may take this share of a whole build.
MOST_READING = 0.15
#: Extraction may take this share of the parse that it reads.
MOST_EXTRACTING = 0.4
#: Bytes of memory that a build may hold at its peak.
MOST_MEMORY = 1_000_000_000
_ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}


@dataclass(frozen=True, slots=True)
class Cost:
    """What a process took.

    Attributes:
        seconds: of the processor, user and system.
        memory: bytes at the peak.
        told: what it printed.
    """

    seconds: float
    memory: int
    told: str


@dataclass(frozen=True, slots=True)
class Measured:
    """One run.

    Attributes:
        articles: how many.
        words: tokens that the pipeline saw.
        reading: seconds of reading the articles.
        bare: seconds of the bare pipeline.
        extracting: seconds of making reports of what the pipeline gave.
        build: seconds of the whole build.
        ratio: build / bare.
        memory: bytes of the build at its peak.
    """

    articles: int
    words: int
    reading: float
    bare: float
    extracting: float
    build: float
    ratio: float
    memory: int

    @property
    def fine(self) -> bool:
        """Whether all limits are kept."""
        return (
            self.ratio <= MOST_RATIO
            and self.memory <= MOST_MEMORY
            and self.reading <= MOST_READING * self.build
            and self.extracting <= MOST_EXTRACTING * self.bare
        )


def bare(path: Path) -> None:
    """Print, as JSON, the articles and words of a file, and the seconds that each stage takes."""
    before = time.process_time()
    found = [article(each) for each in documents([path]) if isinstance(each, Document)]
    reading = time.process_time() - before
    own = reader(None, None)
    told = [[s.text for s in each.segments if s.kind.tells] for each in found]
    parsed = own.nlp.pipe(text for texts in told for text in texts)
    words, seconds, extracting = 0, 0.0, 0.0
    for each, texts in zip(found, told, strict=True):
        before = time.process_time()
        docs = [next(parsed) for _ in texts]
        between = time.process_time()
        reports(each, docs, own.rules)
        words += sum(map(len, docs))
        seconds += between - before
        extracting += time.process_time() - between
    measured = {"articles": len(found), "words": words, "reading": reading, "seconds": seconds}
    print(json.dumps({**measured, "extracting": extracting}))


def cost(*words: object) -> Cost:
    """Run Python with these arguments.

    Raises:
        CalledProcessError: if it fails.
    """
    command = [sys.executable, *map(str, words)]
    with tempfile.TemporaryFile("w+") as out:
        child = subprocess.Popen(command, stdout=out, env=os.environ | _ONE_THREAD)
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        told = out.read()
    if child.returncode:
        raise subprocess.CalledProcessError(child.returncode, command, told)
    unit = 1 if sys.platform == "darwin" else 1024  # macOS counts bytes, Linux kilobytes
    return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss * unit, told)


def measure(path: Path) -> Measured:
    """Both sides over one file."""
    told = json.loads(cost(__file__, "--bare", path).told)
    with tempfile.TemporaryDirectory() as folder:
        whole = cost("-m", "kg.cli", "build", path, "-o", Path(folder) / "store")
    seconds = told["seconds"]
    return Measured(
        articles=told["articles"],
        words=told["words"],
        reading=round(told["reading"], 2),
        bare=round(seconds, 2),
        extracting=round(told["extracting"], 2),
        build=round(whole.seconds, 2),
        ratio=round(whole.seconds / seconds, 3),
        memory=whole.memory,
    )


def first(path: Path, number: int | None, folder: Path) -> Path:
    """A file of the first articles of a .jsonl.xz file; all of them for None."""
    out = folder / "articles.jsonl"
    with lzma.open(path, "rb") as packed:
        out.write_bytes(b"".join(islice(packed, number)))
    return out


def report(measured: Measured) -> str:
    """A run in words."""
    share = measured.extracting / measured.bare
    return (
        f"{measured.articles} articles, {measured.words:,} words\n"
        f"reading        {measured.reading:8.1f} s, {measured.reading / measured.build:.0%} of the "
        f"whole build (at most {MOST_READING:.0%})\n"
        f"bare pipeline  {measured.bare:8.1f} s\n"
        f"extraction     {measured.extracting:8.1f} s, {share:.0%} of the bare pipeline "
        f"(at most {MOST_EXTRACTING:.0%})\n"
        f"whole build    {measured.build:8.1f} s\n"
        f"ratio          {measured.ratio:8.2f}    (at most {MOST_RATIO})\n"
        f"peak memory    {measured.memory / 1e6:8.0f} MB (at most {MOST_MEMORY / 1e6:.0f})"
    )


def main() -> int:
    """Measure, print, and say whether the limits are kept."""
    parser = argparse.ArgumentParser(description="The cost of kg build beyond its pipeline.")
    parser.add_argument("file", type=Path, help="articles, JSON lines, packed with xz")
    parser.add_argument("--first", type=int, metavar="N", help="only the first N articles")
    parser.add_argument("--json", type=Path, metavar="OUT", help="write the figures here too")
    parser.add_argument("--bare", action="store_true", help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.bare:
        bare(chosen.file)
        return 0
    with tempfile.TemporaryDirectory() as folder:
        measured = measure(first(chosen.file, chosen.first, Path(folder)))
    print(report(measured))
    if chosen.json:
        chosen.json.write_text(json.dumps(asdict(measured), indent=1) + "\n", encoding="utf-8")
    return int(not measured.fine)


if __name__ == "__main__":
    sys.exit(main())
