"""The spaCy component that sets tags, trees and names from one small network."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy
import onnxruntime
from numpy.typing import NDArray
from onnxruntime.capi import onnxruntime_pybind11_state as onnxruntime_errors
from spacy.attrs import DEP, HEAD, LEMMA, MORPH, POS, TAG
from spacy.language import Language
from spacy.symbols import IDS
from spacy.tokens import Doc, Span

from kg.language import edits
from kg.language.pieces import Pieces, joined
from kg.language.reading import Reading, Sentence, sentences

if TYPE_CHECKING:
    from spacy.vocab import Vocab

NAME = "kg_network"
#: What the component sets, in spaCy's terms.
SETS = (
    "token.tag", "token.pos", "token.morph", "token.lemma", "token.dep", "token.head",
    "token.is_sent_start", "doc.sents", "doc.ents",
)  # fmt: skip
_BROKEN = (
    onnxruntime_errors.Fail, onnxruntime_errors.InvalidArgument, onnxruntime_errors.InvalidGraph,
    onnxruntime_errors.InvalidProtobuf, onnxruntime_errors.NoModel,
)  # fmt: skip
_FILES = ("weights.onnx", "vocab.txt", "labels.json", "lemmas.json")
#: Pieces read at one time; the encoder has places for 512.
_WINDOW = 384


@Language.factory(NAME, assigns=list(SETS), retokenizes=False)
def make(nlp: Language, name: str) -> NetworkPipe:
    """An empty component; `from_disk` fills it."""
    return NetworkPipe(nlp.vocab, name)


class NetworkPipe:
    """Reads every text by itself, so that its result depends on nothing else.

    Args:
        vocab: the pipeline's.
        name: the component's name in the pipeline.
    """

    def __init__(self, vocab: Vocab, name: str = NAME) -> None:
        self.vocab = vocab
        self.name = name
        self.classes: Mapping[str, tuple[str, ...]] = {}
        self._model = b""
        self._session: onnxruntime.InferenceSession | None = None
        self._pieces = Pieces({})
        self._lemmas: Mapping[str, Mapping[str, str]] = {}
        self._numbers: dict[str, NDArray[numpy.uint64]] = {}

    @property
    def labels(self) -> tuple[str, ...]:
        """The relations, as spaCy's parsers call theirs."""
        return self.classes.get("relation", ())

    def __call__(self, doc: Doc) -> Doc:
        """Set everything on one document, in place.

        Raises:
            ValueError: if the component was never filled.
        """
        if not self.classes:
            raise ValueError("the component has no weights: load it from a directory")
        if len(doc):
            self._set(doc, list(self.sentences([token.text for token in doc])))
        return doc

    def pipe(
        self,
        stream: Iterable[Doc],
        batch_size: int = 1,  # noqa: ARG002 - spaCy hands it to every component
    ) -> Iterator[Doc]:
        """The documents, set. Each is read alone: the size of a batch changes nothing."""
        yield from map(self, stream)

    def sentences(self, words: Sequence[str]) -> Iterator[Sentence]:
        """The sentences of a text, whatever its length.

        A text that is too long for the network is read window by window; each begins where the
        last sentence of the one before, perhaps cut off, began.
        """
        cuts = [self._pieces.cut(word) for word in words]
        start = 0
        while start < len(words):
            end = _fitting(cuts, start)
            reading = self.read(words[start:end])
            found = list(sentences(reading, self.classes, start))
            if end < len(words) and len(found) > 1:
                found.pop()
            yield from found
            start = found[-1].end

    def read(self, words: Sequence[str]) -> Reading:
        """The network's scores for words that fit one window."""
        assert self._session is not None, "filled"  # noqa: S101 - `__call__` has seen to it
        ids, kinds, firsts, lasts = joined([self._pieces.cut(word) for word in words], self._pieces)
        rows = {"ids": ids, "kinds": kinds, "firsts": firsts, "lasts": lasts}
        given = {name: numpy.array([row], "int64") for name, row in rows.items()}
        return Reading(*(found[0] for found in self._session.run(None, given)))

    def to_disk(
        self,
        path: Path | str,
        *,
        exclude: Iterable[str] = (),  # noqa: ARG002 - likewise
    ) -> None:
        """Write the weights, the vocabulary and the classes into a directory."""
        folder = Path(path)
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "weights.onnx").write_bytes(self._model)
        lines = sorted(self._pieces.vocabulary, key=self._pieces.vocabulary.__getitem__)
        (folder / "vocab.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
        for name, table in (("labels.json", self.classes), ("lemmas.json", self._lemmas)):
            text = json.dumps(table, indent=0, ensure_ascii=False)
            (folder / name).write_text(text + "\n", encoding="utf-8")

    def from_disk(
        self,
        path: Path | str,
        *,
        exclude: Iterable[str] = (),  # noqa: ARG002 - likewise
    ) -> NetworkPipe:
        """Read what `to_disk` wrote.

        Raises:
            OSError: if a file is missing or no model.
        """
        folder = Path(path)
        missing = [name for name in _FILES if not (folder / name).is_file()]
        if missing:
            raise OSError(f"{folder} has no {' and no '.join(missing)}")
        try:
            self.fill(
                (folder / "weights.onnx").read_bytes(),
                Pieces.read(folder / "vocab.txt"),
                json.loads((folder / "labels.json").read_text(encoding="utf-8")),
                json.loads((folder / "lemmas.json").read_text(encoding="utf-8")),
            )
        except (KeyError, ValueError, *_BROKEN) as error:
            raise OSError(f"{folder} holds no model that can be read: {error}") from error
        return self

    def to_bytes(self, **_: Any) -> bytes:
        """Not offered: a pipeline with these weights travels as a directory.

        Raises:
            NotImplementedError: always.
        """
        raise NotImplementedError("write the pipeline with to_disk")

    def fill(
        self,
        model: bytes,
        pieces: Pieces,
        classes: Mapping[str, Sequence[str]],
        lemmas: Mapping[str, Mapping[str, str]],
    ) -> None:
        """Take weights, vocabulary, classes and known lemmas.

        Args:
            model: an ONNX file's bytes.
            pieces: the encoder's.
            classes: those of each head by number.
            lemmas: part of speech -> form in small letters -> lemma, for words that need no guess.
        """
        pieces.cut("")  # an incomplete vocabulary is told now, not with the first text
        self._model, self._pieces, self._lemmas = model, pieces, lemmas
        self._session = _session(model)
        self.classes = {head: tuple(names) for head, names in classes.items()}
        strings = self.vocab.strings
        add = {
            "tag": strings.add,
            "pos": lambda pos: IDS[pos],
            "morph": self.vocab.morphology.add,
            "relation": strings.add,
        }
        self._numbers = {
            head: numpy.array([add[head](each) for each in self.classes[head]], "uint64")
            for head in add
        }

    def __reduce__(self) -> tuple[Any, ...]:
        """Sessions don't travel between processes: send the bytes and open them there."""
        taken = (self._model, self._pieces, dict(self.classes), self._lemmas)
        return _filled, (self.vocab, self.name, *taken)

    def _set(self, doc: Doc, found: Sequence[Sentence]) -> None:
        """Write the sentences into a document that has nothing yet."""
        columns = {
            head: self._numbers[head][[n for s in found for n in getattr(s, head)]]
            for head in ("tag", "pos", "morph")
        }
        relation = self._numbers["relation"][[n for s in found for n in s.relations]]
        heads = numpy.array(
            [0 if head < 0 else head - place for s in found for place, head in enumerate(s.heads)]
        )
        numbers = ((pos, edit) for s in found for pos, edit in zip(s.pos, s.lemma, strict=True))
        lemma = [
            doc.vocab.strings.add(self._lemma(token.text, pos, edit))
            for token, (pos, edit) in zip(doc, numbers, strict=True)
        ]
        rows = [columns["tag"], columns["pos"], columns["morph"], numpy.array(lemma, "uint64")]
        rows += [heads.astype("uint64"), relation]
        doc.from_array([TAG, POS, MORPH, LEMMA, HEAD, DEP], numpy.stack(rows, axis=1))  # type: ignore[arg-type]  # wants thinc's type
        doc.set_ents([Span(doc, n.start, n.end, label=n.kind) for s in found for n in s.names])

    def _lemma(self, form: str, pos: int, edit: int) -> str:
        """The known lemma of a form as this part of speech, else what the edit makes of it."""
        known = self._lemmas.get(self.classes["pos"][pos], {}).get(form.lower())
        return edits.apply(self.classes["lemma"][edit], form) if known is None else known


def _filled(vocab: Vocab, name: str, *taken: Any) -> NetworkPipe:
    pipe = NetworkPipe(vocab, name)
    pipe.fill(*taken)
    return pipe


def _session(model: bytes) -> onnxruntime.InferenceSession:
    """A session on one thread: another number would change nothing but the time."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.enable_cpu_mem_arena = False  # it would keep the longest text's memory for ever
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])


def _fitting(cuts: Sequence[Any], start: int) -> int:
    """Behind the last word of a window that begins at `start`: one word never fills it."""
    room, end = _WINDOW - 2, start
    while end < len(cuts) and len(cuts[end].ids) <= room:
        room -= len(cuts[end].ids)
        end += 1
    return end
