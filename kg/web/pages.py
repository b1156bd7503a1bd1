"""Pages of HTML from templates, with one head and one set of colours."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import jinja2
from markupsafe import Markup

from kg.web.policy import policy

FOLDER = Path(__file__).resolve().parent


@cache
def template(file: Path) -> jinja2.Template:
    """The template of a file, which may extend `base.html` of ours; text in it stays text."""
    templates = jinja2.Environment(
        loader=jinja2.FileSystemLoader([file.parent, FOLDER]),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return templates.get_template(file.name)


def offline_page(
    file: Path, sheets: Sequence[str], scripts: Sequence[str] = (), **told: object
) -> str:
    """A page that carries all it needs, and may run and style itself with nothing else.

    Args:
        file: its template; `base.html` gives it the policy and the style.
        sheets: names of style sheets beside it, after `base.css`.
        scripts: texts that can't close a script element.
        told: what else stands in the template.
    """
    files = [FOLDER / "base.css", *(file.parent / name for name in sheets)]
    style = "".join(each.read_text(encoding="utf-8") for each in files)
    return template(file).render(
        told,
        policy=policy(scripts, style),
        # Safe: our own files, and scripts that their makers have made safe.
        style=Markup(style),  # noqa: S704
        scripts=[Markup(script) for script in scripts],  # noqa: S704
    )
