"""Treebank sentences as spaCy documents, with gold tokens merged where our tokenizer has one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from spacy.tokens import Doc

from kg.language.recipe.chance import seeded
from kg.language.recipe.conllu import Sentence, Word, read

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from spacy.language import Language

# GUM's texts in its other genres bear non-commercial terms, so they stay out.
FREE_GENRES = (
    "academic", "bio", "conversation", "court", "interview",
    "news", "speech", "textbook", "vlog", "voyage",
)  # fmt: skip
_LONGEST = 8  # sentences in one training document: enough context to learn where they end


def ewt_train(root: Path) -> list[Sentence]:
    """EWT's training part, rebuilt from its sources by leaving out what dev and test hold."""
    held = {s.ident for part in ("dev", "test") for s in ewt_part(root, part)}
    files = sorted((root / "ewt/not-to-release/sources").rglob("*.conllu"))
    return [s for file in files for s in read(file) if s.ident not in held]


def ewt_part(root: Path, part: str) -> list[Sentence]:
    """EWT's "dev" or "test" part."""
    return list(read(root / f"ewt/en_ewt-ud-{part}.conllu"))


def gum(root: Path, documents: Iterable[str]) -> list[Sentence]:
    """The sentences of the named GUM documents, free genres only.

    Args:
        root: the unpacked corpora.
        documents: ids such as "GUM_news_nasa"; others' genres are passed over.
    """
    files = [root / f"gum/sources/{name}.conllu" for name in sorted(documents)]
    free = [file for file in files if file.stem.split("_")[1] in FREE_GENRES]
    return [sentence for file in free for sentence in read(file)]


def pud(root: Path, kind: str) -> list[Sentence]:
    """PUD's sentences of one kind ("n" news, "w" Wikipedia); for testing only."""
    return [s for s in read(root / "pud/en_pud-ud-test.conllu") if s.ident.startswith(kind)]


def merged(nlp: Language, sentence: Sentence) -> Sentence:
    """The sentence with gold words joined wherever the tokenizer keeps a hyphened word whole."""
    doc = nlp.make_doc("".join(w.form + " " * w.space for w in sentence.words))
    wholes = {(t.idx, t.idx + len(t)) for t in doc if "-" in t.text and len(t) > 1}
    groups = list(_groups(sentence.words, wholes))
    if len(groups) == len(sentence.words):
        return sentence
    place = {old: new for new, group in enumerate(groups) for old in group}
    words = sentence.words
    depths = [_depth(words, index) for index in range(len(words))]
    joined = [_joined(words, group, min(group, key=lambda i: depths[i])) for group in groups]
    heads = [place[word.head] for word in joined]
    fresh = tuple(replace(word, head=head) for word, head in zip(joined, heads, strict=True))
    return replace(sentence, words=fresh)


def _groups(words: Sequence[Word], wholes: set[tuple[int, int]]) -> Iterator[list[int]]:
    """Indices of the words that make one token, for each token in order."""
    starts, offset = [], 0
    for word in words:
        starts.append(offset)
        offset += len(word.form) + word.space
    ends = {start + len(w.form): i for i, (start, w) in enumerate(zip(starts, words, strict=True))}
    last = {starts.index(a): ends[b] for a, b in wholes if a in starts and b in ends}
    index = 0
    while index < len(words):
        stop = last.get(index, index) + 1
        yield list(range(index, stop))
        index = stop


def _depth(words: Sequence[Word], index: int) -> int:
    steps = 0
    while words[index].head != index:
        index, steps = words[index].head, steps + 1
    return steps


def _joined(words: Sequence[Word], group: Sequence[int], top: int) -> Word:
    """One word for a group; it hangs where the group's highest word hung, so no cycle arises."""
    if len(group) == 1:
        return words[group[0]]
    head, last = words[top], words[group[-1]]
    form = "".join(words[i].form for i in group)
    base = "".join(words[i].form for i in group[:-1]) + last.lemma
    whole = replace(head, form=form, space=last.space, lemma=base)
    if head.dep == "amod":
        return replace(whole, tag="JJ", pos="ADJ", morph="Degree=Pos", lemma=form.lower())
    return whole if head.pos == "PROPN" else replace(whole, lemma=base.lower())


def document(nlp: Language, sentences: Sequence[Sentence]) -> Doc:
    """One spaCy document of the sentences in order, with gold tags, trees and sentence starts."""
    words: list[Word] = []
    heads: list[int] = []
    for sentence in sentences:
        offset = len(words)
        heads.extend(word.head + offset for word in sentence.words)
        words.extend(sentence.words)
        words[-1] = replace(words[-1], space=not words[-1].form.isspace())
    return Doc(
        nlp.vocab,
        words=[w.form for w in words],
        spaces=[w.space for w in words[:-1]] + [False],
        tags=[w.tag for w in words],
        pos=[w.pos for w in words],
        morphs=[w.morph for w in words],
        lemmas=[w.lemma for w in words],
        heads=heads,
        deps=[w.dep for w in words],
    )


def documents(nlp: Language, sentences: Sequence[Sentence], seed: int) -> list[Doc]:
    """Documents of one to eight neighbouring sentences, so that the end of a text is seen too."""
    chance, docs = seeded(seed), []
    index = 0
    while index < len(sentences):
        size, stop = chance.randint(1, _LONGEST), index + 1
        while stop < min(index + size, len(sentences)) and (
            sentences[stop].document == sentences[index].document
        ):
            stop += 1
        docs.append(document(nlp, sentences[index:stop]))
        index = stop
    return docs
