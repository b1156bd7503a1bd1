"""Passages with people, organisations and places marked, from openly licensed corpora."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from kg.language.recipe.passages import Name, Passage, guessed_spaces, joined

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from kg.language.recipe.conllu import Sentence, Word

LABELS = ("LOC", "ORG", "PERSON")

_CROSSNER = {
    "politician": "PERSON", "person": "PERSON", "writer": "PERSON", "musicalartist": "PERSON",
    "scientist": "PERSON", "researcher": "PERSON", "organisation": "ORG", "politicalparty": "ORG",
    "university": "ORG", "band": "ORG", "country": "LOC", "location": "LOC",
}  # fmt: skip
_UNER = {"PER": "PERSON", "ORG": "ORG", "LOC": "LOC"}
_GUM = {"person": "PERSON", "organization": "ORG", "place": "LOC"}
_RE3D = {"Person": "PERSON", "Organisation": "ORG", "Location": "LOC"}
# CrossNER's conll2003 folder holds Reuters text, which its licence doesn't cover: never read.
_DOMAINS = ("ai", "literature", "music", "politics", "science")
_ENTITY = re.compile(r"\(([^()]+)(\)?)|([^()]+)\)")
_BRIDGES = {"of", "the", "for", "and", "&", "de", "al", "-", "'s", "in"}
_TITLES = {
    "president", "mr.", "mr", "mrs.", "ms.", "dr.", "dr", "prof.", "professor", "sir", "king",
    "queen", "senator", "secretary", "general", "col.", "colonel", "gen.", "minister",
    "prime", "foreign", "captain", "judge", "chief", "director", "chancellor", "us", "u.s.", "uk",
    "ambassador", "fco",
}  # fmt: skip


def crossner(root: Path, part: str, domain: str = "*") -> list[Passage]:
    """CrossNER's sentences of one part ("train", "dev", "test"), all domains or the one named."""
    wanted = _DOMAINS if domain == "*" else (domain,)
    files = [root / f"crossner/{name}/{part}.txt" for name in wanted]
    return [p for file in files for p in _columns(file, 0, 1, _CROSSNER)]


def uner(root: Path, part: str) -> list[Passage]:
    """Universal NER's sentences over EWT "dev" or "test"."""
    return list(_columns(root / f"uner_ewt/en_ewt-ud-{part}.iob2", 1, 2, _UNER))


def _columns(path: Path, word: int, label: int, known: Mapping[str, str]) -> Iterator[Passage]:
    """Sentences from a file with one word a row and tags B-x, I-x, O in the column `label`."""
    rows: list[list[str]] = []
    for line in [*path.read_text(encoding="utf-8").split("\n"), ""]:
        if line.strip() and not line.startswith("# "):
            rows.append(line.split("\t") if "\t" in line else line.split())
        elif not line.strip() and rows:
            words = [row[word].replace(" ", "") for row in rows]
            runs = _runs([row[label] for row in rows], known)
            yield joined(words, guessed_spaces(words), runs)
            rows = []


def _runs(tags: Sequence[str], known: Mapping[str, str]) -> list[Name]:
    runs, start = [], -1
    for index, tag in enumerate([*tags, "O"]):
        inside = tag.startswith("I-") and start >= 0 and tag[2:] == tags[start][2:]
        if start >= 0 and not inside:
            label = known.get(tags[start][2:])
            if label:
                runs.append(Name(start, index, label))
            start = -1
        if tag[:2] in {"B-", "I-"} and start < 0:
            start = index
    return runs


def gum(sentences: Sequence[Sentence]) -> list[Passage]:
    """GUM sentences with the names inside their person, organisation and place mentions."""
    return [
        joined([w.form for w in s.words], [w.space for w in s.words], _gum_names(s.words))
        for s in sentences
    ]


def _gum_names(words: Sequence[Word]) -> list[Name]:
    """The proper core of each mention, without overlap.

    Organisations named across "of" or "for" go first, widest first; of all others the smallest
    mention around a name decides, so that "the mayor of Gao" yields Gao.
    """
    mentions = list(_mentions(words))
    long = [m for m in mentions if m.label == "organization" and _spans_of(words, m)]
    wide = sorted(long, key=lambda m: m.start - m.end)
    small = sorted(mentions, key=lambda m: (m.end - m.start, m.start))
    taken: set[int] = set()
    found = []
    for mention in [*wide, *small]:
        for core in _cores(words, mention):
            inside = set(range(core.start, core.end))
            if not inside & taken and mention.label in _GUM:
                found.append(Name(core.start, core.end, _GUM[mention.label]))
            taken |= inside
    return sorted(found, key=lambda name: name.start)


def _spans_of(words: Sequence[Word], mention: Name) -> bool:
    cores = list(_cores(words, mention))
    return len(cores) == 1 and any(
        word.form in {"of", "for"} for word in words[cores[0].start : cores[0].end]
    )


def _mentions(words: Sequence[Word]) -> list[Name]:
    """GUM's bracketed mentions that begin and end in the sentence, offsets in words."""
    opened: dict[str, list[tuple[int, str]]] = {}
    found = []
    for index, word in enumerate(words):
        column = dict(part.partition("=")[::2] for part in word.misc.split("|"))
        for match in _ENTITY.finditer(column.get("Entity", "")):
            parts = (match[1] or match[3]).split("-")
            if match[1] and match[2]:
                found.append(Name(index, index + 1, parts[1]))
            elif match[1]:
                opened.setdefault(parts[0], []).append((index, parts[1]))
            elif opened.get(parts[0]):
                start, label = opened[parts[0]].pop()
                found.append(Name(start, index + 1, label))
    return found


def _cores(words: Sequence[Word], mention: Name) -> Iterator[Name]:
    """Runs of proper nouns in a mention, across "of" and its like, without titles before people."""
    index = mention.start
    while index < mention.end:
        if words[index].tag != "NNP" and words[index].tag != "NNPS":
            index += 1
            continue
        stop = _core_end(words, index, mention.end)
        start = index
        while (
            mention.label == "person" and words[start].form.lower() in _TITLES and start + 1 < stop
        ):
            start += 1
        if any(word.tag == "NNP" for word in words[start:stop]):
            yield Name(start, stop, mention.label)
        index = stop


def _core_end(words: Sequence[Word], start: int, limit: int) -> int:
    stop = start
    for index in range(start, limit):
        if words[index].tag in {"NNP", "NNPS"}:
            stop = index + 1
        elif words[index].form not in _BRIDGES:
            break
    return stop


def re3d(path: Path) -> dict[str, list[Passage]]:
    """re3d's paragraphs by document id, without documents published by the BBC (non-commercial)."""
    documents = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]
    free = [d for d in documents if "BBC" not in d["publisher"]]
    return {d["id"]: list(_paragraphs(d["text"], _re3d_names(d))) for d in free}


def _re3d_names(document: Mapping[str, Any]) -> list[Name]:
    text, marks = document["text"], document["entities"]
    wanted = [m for m in marks if m["type"] in _RE3D]
    names = [_trimmed(text, m["begin"], m["end"], _RE3D[m["type"]]) for m in wanted]
    return _apart([name for name in names if name])


def _apart(names: Sequence[Name]) -> list[Name]:
    """The names without overlap: longer ones first, and places before states as organisations."""
    order = sorted(names, key=lambda n: (n.start - n.end, LABELS.index(n.label), n.start))
    kept: list[Name] = []
    for name in order:
        if all(name.end <= other.start or other.end <= name.start for other in kept):
            kept.append(name)
    return sorted(kept, key=lambda name: name.start)


def _trimmed(text: str, start: int, end: int, label: str) -> Name | None:
    """The capitalised core of a mention; None for pronouns, common nouns and lower-case heads."""
    words = [(m.start() + start, m.end() + start) for m in re.finditer(r"[^\s,]+", text[start:end])]
    small = {"the", "a", "an", "we", "he", "she", "it", "they", "i", "our", "his", "its", "this"}
    if label == "PERSON":
        titled = [i for i, span in enumerate(words) if text[slice(*span)].lower() in _TITLES]
        words = words[titled[-1] + 1 :] if titled else words
    while words and _droppable(text[slice(*words[0])], small):
        words = words[1:]
    if not words or not text[words[-1][0]].isupper():
        return None
    return Name(words[0][0], words[-1][1], label)


def _droppable(word: str, small: set[str]) -> bool:
    named = word[:1].isupper() or word.startswith("al-")
    return word.lower() in small or not named


def _paragraphs(text: str, names: Sequence[Name]) -> Iterator[Passage]:
    for match in re.finditer(r"[^\n]+", text):
        inside = [n for n in names if match.start() <= n.start and n.end <= match.end()]
        moved = [Name(n.start - match.start(), n.end - match.start(), n.label) for n in inside]
        yield Passage(match.group(), tuple(moved))
