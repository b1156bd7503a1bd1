"""The held-out paragraphs: names and who does what in them, and how well a pipeline finds both.

No training reads `paragraphs/`. A block there is "# id", the text with names in square brackets,
and one line a verb: "- shelled | subject: fighters | object: positions | oblique: near Saraqib".
A word that stands several times in its paragraph is told by number: "said#2".
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from kg.language.arguments import agents, objects, subjects
from kg.language.grammar import obliques
from kg.language.recipe.marked import read as read_marked
from kg.language.recipe.passages import Name, Passage, document
from kg.language.syntax import Word, sentences

FOLDER = Path(__file__).with_name("paragraphs")
_ROLES = ("subject", "object", "agent", "oblique", "speaker")


@dataclass(frozen=True, slots=True)
class Verb:
    """One verb as a reader marked it; a word is a pair of its form and its number in the text."""

    form: tuple[str, int]
    roles: Mapping[str, tuple[tuple[str, int], ...]]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A marked text."""

    ident: str
    text: Passage
    verbs: tuple[Verb, ...]


def read(folder: Path = FOLDER) -> list[Paragraph]:
    """The paragraphs of every file, in order.

    Raises:
        ValueError: for a line that doesn't have the form above.
    """
    return [
        Paragraph(ident, block.passage, tuple(_verb(note, ident) for note in block.notes))
        for file in sorted(folder.glob("*.txt"))
        for ident, block in read_marked(file.read_text(encoding="utf-8")).items()
    ]


def _verb(line: str, where: str) -> Verb:
    form, *parts = (part.strip() for part in line.split("|"))
    roles = {}
    for part in parts:
        role, _, words = part.partition(":")
        if role not in _ROLES:
            raise ValueError(f"{where}: {part!r} names no role")
        split = re.split(r"\s\+\s|;\s*", words.strip())
        # Of an oblique only the noun counts: "near Saraqib".
        roles[role] = tuple(_word(each.split()[-1]) for each in split)
    return Verb(_word(form), roles)


def _word(told: str) -> tuple[str, int]:
    form, _, number = told.partition("#")
    return form, int(number or 1)


@dataclass
class Count:
    """How often something was right."""

    right: int = 0
    all: int = 0
    wrong: list[str] = field(default_factory=list)

    def add(self, *, right: bool, told: str) -> None:
        """One more; `told` is kept when it is wrong."""
        self.all += 1
        self.right += right
        if not right:
            self.wrong.append(told)

    @property
    def share(self) -> float:
        """Percent right."""
        return 100 * self.right / max(self.all, 1)


def names(nlp: Language, paragraphs: Iterable[Paragraph]) -> dict[str, tuple[float, float, float]]:
    """Precision, recall and F, in percent, strict spans, by kind and over "all"."""
    right: Counter[str] = Counter()
    told: Counter[str] = Counter()
    wanted: Counter[str] = Counter()
    for each in paragraphs:
        gold = {(e.start, e.end, e.label_) for e in document(nlp, each.text, whole=True).ents}
        found = {(e.start, e.end, e.label_) for e in nlp(each.text.text).ents}
        for counter, spans in ((right, gold & found), (told, found), (wanted, gold)):
            for _, _, kind in spans:
                counter[kind] += 1
                counter["all"] += 1
    return {kind: _prf(right[kind], told[kind], wanted[kind]) for kind in sorted(wanted)}


def _prf(right: int, told: int, wanted: int) -> tuple[float, float, float]:
    precision, recall = right / max(told, 1), right / max(wanted, 1)
    f = 2 * right / max(told + wanted, 1)
    return round(100 * precision, 1), round(100 * recall, 1), round(100 * f, 1)


def roles(
    nlp: Language, paragraphs: Iterable[Paragraph], *, clear: bool = False
) -> dict[str, Count]:
    """How often subject, object, both, agent, oblique and speaker are found right.

    "both" asks for every subject and every object of an event verb and no others, an agent counting
    as subject. Where a reader left open who does it, only the object is asked for.
    """
    counts = {role: Count() for role in ("both", *_ROLES)}
    for each in paragraphs:
        doc = nlp(each.text.text)
        words = [word for sentence in sentences(doc, clear=clear) for word in sentence.words]
        located = _Located(each, doc, words)
        for verb in each.verbs:
            for role, right, told in located.checked(verb):
                counts[role].add(right=right, told=f"{each.ident} {told}")
    return counts


@dataclass(frozen=True, slots=True)
class _Located:
    """A paragraph with its parse."""

    paragraph: Paragraph
    doc: Doc
    words: list[Word]

    def checked(self, verb: Verb) -> Iterator[tuple[str, bool, str]]:
        """What was asked of a verb: role, whether it was right, what was found instead."""
        if verb.form[0] == "according to":
            speaker = verb.roles.get("speaker", ())
            found = {
                o.word.i for w in self.words for o in obliques(w) if o.preposition == "according to"
            }
            right = all(self._hits(word, found) for word in speaker)
            yield "speaker", right, f"according to: {self._forms(found)}"
            return
        word = self.words[self._place(verb.form)]
        doers = {w.i for w in subjects(word)}
        if "speaker" in verb.roles:
            right = self._same(verb.roles["speaker"], doers)
            yield "speaker", right, f"{word.text}: {self._forms(doers)}"
            return
        yield from self._event(verb, word, doers)

    def _event(self, verb: Verb, word: Word, doers: set[int]) -> Iterator[tuple[str, bool, str]]:
        wanted = verb.roles.get("subject", ()) + verb.roles.get("agent", ())
        things = verb.roles.get("object", ())
        undergo = {w.i for w in objects(word)}
        subject = self._same(wanted, doers) if wanted else True
        thing = self._same(things, undergo)
        told = f"{word.text}: {self._forms(doers)} > {self._forms(undergo)}"
        yield "both", subject and thing, told
        for role, right in (("subject", subject), ("object", thing)):
            if role in verb.roles:
                yield role, right, told
        if "agent" in verb.roles:
            yield "agent", self._same(verb.roles["agent"], {w.i for w in agents(word)}), told
        found = {o.word.i for o in obliques(word)}
        for oblique in verb.roles.get("oblique", ()):
            yield "oblique", self._hits(oblique, found), f"{word.text}: {self._forms(found)}"

    def _forms(self, places: set[int]) -> str:
        return " + ".join(self.words[place].text for place in sorted(places)) or "-"

    def _same(self, wanted: Iterable[tuple[str, int]], found: set[int]) -> bool:
        """Whether the found words are the wanted ones; of a name any word will do."""
        meant = [self._meant(word) for word in wanted]
        return all(each & found for each in meant) and found <= set().union(*meant)

    def _hits(self, wanted: tuple[str, int], found: set[int]) -> bool:
        return bool(self._meant(wanted) & found)

    def _meant(self, word: tuple[str, int]) -> set[int]:
        place = self._place(word)
        start = self.doc[place].idx
        name = next((n for n in self.paragraph.text.names if n.start <= start < n.end), None)
        return {place} if name is None else {t.i for t in self.doc if _inside(t.idx, name)}

    def _place(self, word: tuple[str, int]) -> int:
        """The token that bears a word."""
        form, number = word
        pattern = rf"(?<!\w){re.escape(form)}(?!\w)"
        found = [m.start() for m in re.finditer(pattern, self.doc.text, re.IGNORECASE)]
        if len(found) < number:
            raise ValueError(f"{self.paragraph.ident}: no {form}#{number}")
        start = found[number - 1]
        return next(t.i for t in self.doc if t.idx <= start < t.idx + max(len(t.text), 1))


def _inside(offset: int, name: Name) -> bool:
    return name.start <= offset < name.end
