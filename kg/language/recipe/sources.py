"""The corpora a training run starts from: pinned by hash, unpacked, split into parts."""

from __future__ import annotations

import hashlib
import json
import tarfile
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import InputError
from kg.language.recipe import convert

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.language.recipe.conllu import Sentence

_PINS = Path(__file__).with_name("inputs.toml")


def check(path: Path, name: str) -> str:
    """The file's SHA-256, when it is the one that inputs.toml pins under `name`.

    Raises:
        InputError: if the file is missing or another one.
    """
    if not path.is_file():
        raise InputError("no such file", where=str(path), advice=f"name the {name} file")
    found = hashlib.sha256(path.read_bytes()).hexdigest()
    wanted = tomllib.loads(_PINS.read_text(encoding="utf-8"))[name]
    if found != wanted:
        advice = f"inputs.toml has {wanted[:12]}..., the file {found[:12]}..."
        raise InputError(f"not the pinned {name} file", where=str(path), advice=advice)
    return found


def unpack(archive: Path, root: Path) -> None:
    """Unpack the corpora below `root`; members that would leave it are refused."""
    with tarfile.open(archive) as packed:
        packed.extractall(root, filter="data")


@dataclass(frozen=True, slots=True)
class Treebanks:
    """Gold trees, before any merging of tokens.

    Attributes:
        train: EWT train and GUM's free genres outside dev and test.
        dev: half of EWT dev and GUM's free dev documents; not trained on.
        tests: what scores are given on, by name.
    """

    train: Sequence[Sentence]
    dev: Sequence[Sentence]
    tests: dict[str, Sequence[Sentence]]


def gum_split(root: Path) -> dict[str, list[str]]:
    """GUM's document ids by part: "train", "dev", "test"; free genres only in "train"."""
    parts: dict[str, list[str]] = json.loads((root / "gum/split.json").read_text(encoding="utf-8"))
    held = {*parts["dev"], *parts["test"]}
    every = sorted(file.stem for file in (root / "gum/sources").glob("*.conllu"))
    free = [name for name in every if name.split("_")[1] in convert.FREE_GENRES]
    here = {part: [name for name in parts[part] if name in free] for part in ("dev", "test")}
    return {"train": [name for name in free if name not in held], **here}


def treebanks(root: Path) -> Treebanks:
    """The treebanks below `root`, split."""
    split = gum_split(root)
    news = [name for part in ("dev", "test") for name in split[part] if "_news_" in name]
    return Treebanks(
        train=[*convert.ewt_train(root), *convert.gum(root, split["train"])],
        dev=[*convert.ewt_part(root, "dev")[::2], *convert.gum(root, split["dev"])],
        tests={
            "ewt_test": convert.ewt_part(root, "test"),
            "gum_test": convert.gum(root, split["test"]),
            "gum_news_dev_test": convert.gum(root, news),
            "pud_news": convert.pud(root, "n"),
        },
    )
