"""One run of spaCy's training loop."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from spacy.training.initialize import init_nlp
from spacy.training.loop import train
from spacy.util import load_config

from kg.language.recipe import tokens

if TYPE_CHECKING:
    from pathlib import Path

    from spacy.language import Language


def fit(config: Path, train_set: Path, dev_set: Path, out: Path) -> Language:
    """Train the pipeline that `config` describes; write its best state to `out`/model-best.

    Args:
        config: a spaCy config file whose paths are left open.
        train_set: a .spacy file.
        dev_set: a .spacy file, used to choose the best state.
        out: a directory to write to; progress goes to standard error.
    """
    paths = {"paths.train": str(train_set), "paths.dev": str(dev_set)}
    nlp = init_nlp(load_config(config, overrides=paths), use_gpu=-1)
    tokens.keep_hyphens(nlp)
    out.mkdir(parents=True, exist_ok=True)
    best, _ = train(nlp, out, use_gpu=-1, stdout=sys.stderr, stderr=sys.stderr)
    return best
