"""One HTML file that opens from disk, needs no network, and runs nobody's text."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from typing import TYPE_CHECKING

import jinja2
from markupsafe import Markup

from kg.errors import KgError
from kg.view.block import block
from kg.view.model import view_model
from kg.view.policy import policy

if TYPE_CHECKING:
    import pyoxigraph as ox

    from kg.view.elements import ViewModel

_FOLDER = Path(__file__).resolve().parent
#: Our own scripts, in the order in which they need each other.
_SCRIPTS = ("dom.js", "panel.js", "filters.js", "search.js", "canvas.js", "page.js")
_ESCAPES = str.maketrans(
    {
        "<": "\\u003c",
        ">": "\\u003e",
        "&": "\\u0026",
        chr(0x2028): "\\u2028",
        chr(0x2029): "\\u2029",
    }
)


def page(store: ox.Store, *, base: str, title: str) -> str:
    """The page that shows the store.

    Args:
        store: with the graphs of the contract; read by SPARQL over their union.
        base: of the data's IRIs; ids on the page leave it out.
        title: heading of the page, plain text.

    Raises:
        KgError: if the installed pyvis carries no vis-network.
    """
    view = view_model(store)
    scripts = [_own(name) for name in _SCRIPTS]
    if view.nodes:
        scripts.insert(0, _vis_network())
    style = _own("page.css")
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(_FOLDER), autoescape=True, undefined=jinja2.StrictUndefined
    )
    return environment.get_template("page.html").render(
        title=title,
        summary=summary(view),
        policy=policy(scripts, style),
        # Safe: our own files, vis-network made safe, and JSON without < > and &.
        style=Markup(style),  # noqa: S704 - our own file
        scripts=[Markup(script) for script in scripts],  # noqa: S704 - ours and vis
        block=Markup(json_block(block(view, base))) if view.nodes else "",  # noqa: S704 - escaped
    )


def summary(view: ViewModel) -> tuple[str, ...]:
    """What is drawn and what is left out, as sentences."""
    if not view.nodes:
        return ("This graph holds no reports yet, so there is nothing to draw.",)
    articles = len({report.article for report in view.evidence})
    drawn = (
        f"{_count(len(view.nodes), 'thing')} and {_count(len(view.edges), 'relation')}"
        f" from {_count(len(view.evidence), 'report')} in {_count(articles, 'article')}."
    )
    omitted = view.omitted
    sentences = [drawn]
    if omitted.folded:
        sentences.append(f"{omitted.folded:,} events are drawn as lines between who took part.")
    if omitted.lonely:
        sentences.append(f"{omitted.lonely:,} of them name too few parties to draw.")
    if omitted.nodes:
        sentences.append(
            f"Left out: {_count(omitted.nodes, 'thing')} that fewer reports name,"
            f" with {_count(omitted.edges, 'relation')}."
        )
    return tuple(sentences)


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


def _own(name: str) -> str:
    return script_text((_FOLDER / name).read_text(encoding="utf-8"))


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
