"""The life of a ceasefire deal in words, a line for each step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import NamedNode

from kg.graph.names import spaced
from kg.graph.nodes import numbered
from kg.vocab import kg, local

if TYPE_CHECKING:
    from kg.graph.answer import Node
    from kg.graph.names import Names


def life(names: Names, deal: Node) -> tuple[str, ...]:
    """What became of a deal: "by 2031-05-07: violated by Army (alleged by Front)"."""
    own = [step.value for step in names.nodes(deal, kg("step")) if isinstance(step, NamedNode)]
    return tuple(_line(names, NamedNode(iri)) for iri in numbered(own))


def _line(names: Names, step: Node) -> str:
    who = names.labels(step, kg("accused"))
    what = _word(names, step, "stepKind")
    by = f" by {', '.join(who)}" if who else ""
    told = [_stance(names, step), _denied(names, step)]
    aside = "; ".join(filter(None, told))
    return f"{_when(names, step)}: {what}{by}" + (f" ({aside})" if aside else "")


def _word(names: Names, step: Node, name: str) -> str:
    return spaced(local(names.text(step, kg(name)))).lower()


def _when(names: Names, step: Node) -> str:
    begin, end, known = (names.text(step, kg(name)) for name in ("begin", "end", "asOf"))
    if begin and end:
        return begin if begin == end else f"{begin} to {end}"
    if begin or end:
        return f"from {begin}" if begin else f"until {end}"
    return f"by {known}" if known else "undated"


def _stance(names: Names, step: Node) -> str:
    """How the reports put it, left away where articles tell it as so by themselves."""
    stance = _word(names, step, "occurrence")
    accusers = names.labels(step, kg("accuser"))
    if accusers:
        return f"{stance} by {', '.join(accusers)}"
    return "" if stance == "asserted" else stance


def _denied(names: Names, step: Node) -> str:
    deniers = names.labels(step, kg("denier"))
    return f"denied by {', '.join(deniers)}" if deniers else ""
