"""One HTML file that opens from disk, needs no network, and runs nobody's text."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from typing import TYPE_CHECKING

from markupsafe import Markup

from kg.errors import KgError
from kg.view.block import block
from kg.view.bundle import WEB, bundle
from kg.view.model import view_model
from kg.view.outlines import outlines
from kg.web.pages import offline_page

if TYPE_CHECKING:
    import pyoxigraph as ox

    from kg.view.elements import ViewModel
    from kg.view.model import Wanted

_ESCAPES = str.maketrans(
    {
        "<": "\\u003c",
        ">": "\\u003e",
        "&": "\\u0026",
        chr(0x2028): "\\u2028",
        chr(0x2029): "\\u2029",
    }
)


def page(store: ox.Store, *, base: str, title: str, wanted: Wanted | None = None) -> str:
    """The page that shows the store.

    Args:
        store: with the graphs of the contract; read by SPARQL over their union.
        base: of the data's IRIs; ids on the page leave it out.
        title: heading of the page, plain text.
        wanted: what to show of it; by default all, the heaviest first.

    Raises:
        KgError: if the installed pyvis carries no vis-network.
    """
    return page_of(view_model(store, wanted), base=base, title=title)


def page_of(view: ViewModel, *, base: str, title: str) -> str:
    """The page that shows a view model."""
    full = bool(view.nodes or view.happenings)
    scripts = [_vis_network(), script_text(bundle("page.js"))] if full else []
    context = {"title": title, "outlines": outlines() if _mapped(view) else None}
    return offline_page(
        WEB / "page.html",
        ["page.css", "parts.css"],
        scripts,
        title=title,
        summary=summary(view),
        block=Markup(json_block(block(view, base, context))) if full else "",  # noqa: S704 - no < > &
    )


def summary(view: ViewModel) -> tuple[str, ...]:
    """What the page holds, as sentences."""
    if not (view.nodes or view.happenings):
        return ("This graph holds no reports yet, so there is nothing to draw.",)
    articles = len({report.article for report in view.evidence})
    return (
        (
            f"{_count(len(view.nodes), 'thing')} and {_count(len(view.happenings), 'event')}"
            f" from {_count(len(view.evidence), 'report')} in {_count(articles, 'article')}."
        ),
    )


def json_block(value: object) -> str:
    r"""JSON that may stand inside a script element.

    >>> json_block(["</script>", "a & b"])
    '["\\u003c/script\\u003e","a \\u0026 b"]'
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return text.translate(_ESCAPES)


def script_text(text: str) -> str:
    r"""A script that may stand inside a script element and keeps its meaning.

    The HTML parser turns line ends into line feeds, so that is done before anybody hashes it.

    >>> script_text("a = '</script>';\r\nb = '<!--';")
    "a = '<\\/script>';\nb = '<\\!--';"
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return lines.replace("</script", "<\\/script").replace("<!--", "<\\!--")


def _mapped(view: ViewModel) -> bool:
    return any(node.point for node in view.nodes)


def _vis_network() -> str:
    """The newest vis-network that the installed pyvis carries.

    Raises:
        KgError: if there is none.
    """
    spec = importlib.util.find_spec("pyvis")
    folders = spec.submodule_search_locations if spec else None
    found = [path for folder in folders or () for path in Path(folder).rglob("vis-network.min.js")]
    if not found:
        problem = "the installed pyvis package carries no vis-network.min.js"
        raise KgError(problem, advice="install pyvis 0.3.2 again")
    newest = max(found, key=lambda path: (_version(path.parent.name), path.as_posix()))
    text = newest.read_text(encoding="utf-8")
    # Developer tools would ask for the map, which is not there.
    return script_text(text.split("\n//# sourceMappingURL=", maxsplit=1)[0])


def _version(folder: str) -> tuple[int, ...]:
    """The numbers in a folder's name: "vis-9.1.2" is (9, 1, 2)."""
    numbers = folder.rpartition("-")[2].split(".")
    return tuple(int(number) for number in numbers if number.isdecimal())


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
