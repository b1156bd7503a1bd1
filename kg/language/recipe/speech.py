"""Built clauses joined into sentences: who said it, and while what else happened."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kg.language.recipe.chance import seeded
from kg.language.recipe.clauses import clause
from kg.language.recipe.conllu import Sentence, Word
from kg.language.recipe.people import load
from kg.language.recipe.phrases import flat, leaf, with_case
from kg.language.recipe.trees import Piece, built, joined, spaced
from kg.language.recipe.wire import Wire

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kg.language.recipe.names import Names

_Part = tuple[Piece, str]
_Key = tuple[str, str, str]
_Analysis = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Desk:
    """A source of whole sentences."""

    wire: Wire

    def sentence(self) -> tuple[Word, ...]:
        """One sentence with its full stop; its first word has a capital."""
        draw = self.wire.np.chance.random()
        if draw < 0.35:
            parts, root = self._plain(), 0
        elif draw < 0.6:
            parts, root = self._after()
        elif draw < 0.8:
            parts, root = self._before()
        else:
            parts, root = self._according()
        return _capital(joined([*_closed(parts), (leaf(".", "."), "punct")], root))

    def _plain(self) -> list[_Part]:
        main = self.wire.any()
        if self.wire.np.likely(0.3):
            link = self.wire.np.chance.choice(["as", "while", "after", "when", "before"])
            tag = "WRB" if link == "when" else "IN"
            how = "advmod" if link == "when" else "mark"
            aside = built([(leaf(link, tag), how), (self.wire.any(), "x")], root=1)
            main = clause([(main, "x"), (aside, "advcl")], root=0)
        elif self.wire.np.likely(0.3):
            main = self._led(main)
        return [(main, "x")]

    def _led(self, main: Piece) -> Piece:
        """On Monday, C; in X province, C."""
        np = self.wire.np
        lead = np.time() if np.likely(0.5) else (with_case("in", np.place()), "obl")
        comma = [(leaf(",", ","), "punct")] if np.likely(0.6) else []
        return built([(spaced(lead[0], after=not comma), lead[1]), *comma, (main, "x")], root=-1)

    def _said(self) -> _Part:
        verb = self.wire.np.verb("says")
        return leaf(verb[0], "VBD", verb[2]), "x"

    def _heard(self) -> _Part:
        """Whom it was told: AFP, Al Jazeera, reporters."""
        np = self.wire.np
        if np.likely(0.3):
            return leaf(np.chance.choice(["reporters", "journalists"]), "NNS"), "iobj"
        return flat(np.names.draw(np.chance.choice(["agencies", "acronyms"]), np.chance)), "iobj"

    def _after(self) -> tuple[list[_Part], int]:
        """C, said X. / C, X said Monday."""
        late, comma = self.wire.np.likely(0.5), (leaf(",", ","), "punct")
        day = [self.wire.np.time()] if self.wire.np.likely(0.4) else []
        voice = (self.wire.np.voice(inside=bool(day) or not late), "nsubj")
        pair = [self._said(), voice] if late else [voice, self._said()]
        if not late and self.wire.np.likely(0.3):
            pair = [voice, (leaf("told", "VBD", "tell"), "x"), self._heard()]
        told = (spaced(self.wire.any(), after=False), "ccomp")
        if self.wire.np.likely(0.35):
            marks = [("“", "``"), (",", ","), ("”", "''")]
            opened, stop, closed = [(spaced(leaf(*m), after=False), "punct") for m in marks]
            quoted = built([opened, told, stop, closed], root=1)
            return [(quoted, "ccomp"), *pair, *day], 1 if late else 2
        return [told, comma, *pair, *day], 2 if late else 3

    def _before(self) -> tuple[list[_Part], int]:
        """X said that C; X told Y that C."""
        np = self.wire.np
        that = [(leaf("that", "IN"), "mark")] if np.likely(0.6) else []
        told = (built([*that, (self.wire.any(), "x")], root=-1), "ccomp")
        voice = (np.voice(inside=True), "nsubj")
        if np.likely(0.25):
            return [voice, (leaf("told", "VBD", "tell"), "x"), self._heard(), told], 1
        day = [np.time()] if np.likely(0.2) else []
        return [voice, self._said(), *day, told], 1

    def _according(self) -> tuple[list[_Part], int]:
        """C, according to X; according to X, C."""
        to = built([(leaf("according", "VBG", "accord"), "x"), (leaf("to", "IN"), "fixed")], root=0)
        voice = built([(to, "case"), (self.wire.np.voice(inside=False), "x")], root=1)
        told, comma = self.wire.any(), (leaf(",", ","), "punct")
        if self.wire.np.likely(0.6):
            tail = built([comma, (voice, "x")], root=1)
            return [(spaced(told, after=False), "x"), (tail, "obl")], 0
        return [(spaced(voice, after=False), "obl"), comma, (told, "x")], 2


def _closed(parts: list[_Part]) -> list[_Part]:
    """Spaces between parts, but none before a comma and none at the end."""
    out = []
    for index, (part, dep) in enumerate(parts):
        last = index + 1 == len(parts)
        tight = last or parts[index + 1][0].words[0].form == ","
        out.append((spaced(part, after=not tight), dep))
    return out


def _capital(words: tuple[Word, ...]) -> tuple[Word, ...]:
    at = 1 if words[0].form == "“" else 0
    form = words[at].form
    first = replace(words[at], form=form[:1].upper() + form[1:])
    return (*words[:at], first, *words[at + 1 :])


def analyses(sentences: Sequence[Sentence]) -> Mapping[_Key, _Analysis]:
    """What the treebank most often says of a word: (form, tag, relation) to (pos, morph, lemma).

    Keys with "" for form, or for form and relation, hold the most frequent answer for the rest.
    """
    counts: dict[_Key, Counter[_Analysis]] = {}
    for word in (word for sentence in sentences for word in sentence.words):
        answer = (word.pos, word.morph, word.lemma)
        for form, dep in ((word.form.lower(), word.dep), ("", word.dep), ("", "")):
            counts.setdefault((form, word.tag, dep), Counter())[answer] += 1
    return {key: counter.most_common(1)[0][0] for key, counter in counts.items()}


def analysed(words: tuple[Word, ...], known: Mapping[_Key, _Analysis]) -> tuple[Word, ...]:
    """The words with universal tags and features as the treebank gives them; built lemmas stay."""
    return tuple(_agreeing(_filled(word, known), words, i) for i, word in enumerate(words))


def _filled(word: Word, known: Mapping[_Key, _Analysis]) -> Word:
    exact = known.get((word.form.lower(), word.tag, word.dep))
    if exact and word.tag in {"NN", "NNS", "JJ", "RB", "VBD", "VBN", "VBG", "VB", "VBP", "VBZ"}:
        return replace(word, pos=exact[0], morph=exact[1])
    if exact and not word.tag.startswith("NNP"):
        return replace(word, pos=exact[0], morph=exact[1], lemma=exact[2])
    broad = known[("", word.tag, "")]
    if word.tag.startswith("VB"):
        return replace(word, pos="VERB", morph=broad[1])
    if word.tag == "CD":
        form = "Digit" if word.form[0].isdigit() else "Word"
        return replace(word, pos="NUM", morph=f"NumForm={form}|NumType=Card")
    if word.tag == "JJ" and "-" in word.form:
        return replace(word, pos=broad[0], morph=broad[1], lemma=word.form.lower())
    return replace(word, pos=broad[0], morph=broad[1])


def _agreeing(word: Word, words: tuple[Word, ...], index: int) -> Word:
    """A past-tense verb with the number of its subject, a passive participle marked as such."""
    if word.tag == "VBN":
        passive = word.dep == "acl" or any(w.head == index and w.dep == "aux:pass" for w in words)
        return replace(word, morph="Tense=Past|VerbForm=Part" + "|Voice=Pass" * passive)
    if word.tag != "VBD" or "Number=" not in word.morph:
        return word
    head = word.head if word.dep.startswith("aux") else index
    subjects = [w for w in words if w.head == head and w.dep.startswith("nsubj")]
    many = any(w.tag in {"NNS", "NNPS"} for w in subjects)
    number = "Number=Plur" if many else "Number=Sing"
    parts = ["Person=3" if p.startswith("Person=") else p for p in word.morph.split("|")]
    return replace(word, morph="|".join(number if p.startswith("Number=") else p for p in parts))


def copy(
    known: Mapping[_Key, _Analysis], names: Names, count: int, seed: int
) -> Iterator[Sentence]:
    """That many built sentences.

    Args:
        known: what `analyses` found in the treebank.
        names: the names to use.
        count: how many sentences.
        seed: fixes which.
    """
    desk = Desk(Wire(load(names, seeded(seed))))
    for number in range(count):
        words = analysed(desk.sentence(), known)
        yield Sentence(words, f"wire-{number}", f"wire-{number // 3}")
