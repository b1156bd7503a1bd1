"""Loading a spaCy pipeline: the one that ships with kg, or any other with parser and entities."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

import spacy

import kg.language.network  # noqa: F401 - registers the shipped pipeline's component
from kg.errors import ModelError
from kg.language.syntax import speaks_clear

if TYPE_CHECKING:
    from spacy.language import Language

SHIPPED = Path(__file__).resolve().with_name("model")
# What a pipeline must set, in spaCy's terms, and the usual name of the part that does.
_NEEDED = {"token.dep": "parser", "doc.ents": "ner"}
# What a person may edit without changing any result.
_PROSE = {"meta.json", "metrics.json"}


def load(name: str | None = None) -> Language:
    """A spaCy pipeline that parses and finds names.

    Args:
        name: an installed spaCy package or a model directory; None for the shipped pipeline.

    Raises:
        ModelError: if there is no such pipeline, spaCy can't load it, or it lacks a part.
    """
    source = SHIPPED if name is None else name
    try:
        nlp = spacy.load(source)
    except (OSError, ValueError, ImportError) as error:
        raise ModelError(_first_line(error), where=_label(name), advice=_advice(name)) from error
    missing = [part for told, part in _NEEDED.items() if not _setters(nlp, told)]
    if missing:
        problem = f"the pipeline has no {' and no '.join(missing)}"
        raise ModelError(problem, where=_label(name), advice="choose one with parser and ner")
    return nlp


def is_clear(nlp: Language) -> bool:
    """Whether a pipeline's relations are CLEAR's rather than Universal Dependencies'."""
    parser = nlp.get_pipe(_setters(nlp, "token.dep")[-1])
    return speaks_clear(getattr(parser, "labels", ()))


def _setters(nlp: Language, told: str) -> list[str]:
    """The names of the parts that say they set something."""
    return [name for name in nlp.pipe_names if told in nlp.get_pipe_meta(name).assigns]


def pinned_hash(model_dir: Path) -> str:
    """SHA-256, in hex, over every file of a model directory that its results depend on.

    Each file counts with its path relative to the directory, so renames show; meta.json and
    metrics.json don't count.

    Raises:
        OSError: if a file can't be read.
    """
    digest = hashlib.sha256()
    for file in sorted(p for p in model_dir.rglob("*") if p.is_file() and p.name not in _PROSE):
        digest.update(file.relative_to(model_dir).as_posix().encode() + b"\0")
        digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()


def _label(name: str | None) -> str:
    return "the shipped language pipeline" if name is None else name


def _advice(name: str | None) -> str:
    if name is None:
        return "install kg again, or train it with `make model`"
    return "install that spaCy package, or name no model to use the shipped one"


def _first_line(error: Exception) -> str:
    """The first line of an error's text, without spaCy's error code and full stop."""
    line = (str(error).splitlines() or [type(error).__name__])[0]
    text = line.partition("] ")[2] if line.startswith("[E") else line
    return (text or line).rstrip(".")
