"""The best tree over a sentence's arc scores."""

from __future__ import annotations

import numpy
from numpy.typing import NDArray

_Scores = NDArray[numpy.float32]
_Heads = NDArray[numpy.intp]


def tree(arcs: _Scores) -> _Heads:
    """The heads of the highest-scoring tree with one root.

    Args:
        arcs: (words, 1 + words); the score of each head for each word, the root's first.

    Returns:
        for each word its head's column: 0 for the root, else the head's place + 1.
    """
    heads: _Heads = arcs.argmax(axis=1)
    if _is_tree(heads):
        return heads
    # Adding the same amount to every arc but the root's makes one root win wherever a tree with one
    # exists (Zmigrod, Vieira and Cotterell 2020), then the maximum spanning tree is taken as usual.
    size = len(arcs)
    scores = numpy.full((size + 1, size + 1), -numpy.inf)
    scores[1:] = arcs
    span = float(arcs.max() - arcs.min()) + 1.0
    scores[1:, 1:] += span * (size + 1)
    scores[numpy.arange(size + 1), numpy.arange(size + 1)] = -numpy.inf
    found: _Heads = _spanning(scores)[1:]
    return found


def _is_tree(heads: _Heads) -> bool:
    """Whether every word leads up to the root and one word hangs on it."""
    if int((heads == 0).sum()) != 1:
        return False
    known = [False] * (len(heads) + 1)
    known[0] = True
    above = [0, *heads.tolist()]
    for start in range(1, len(above)):
        path, word = [], start
        while not known[word]:
            if word in path:
                return False
            path.append(word)
            word = above[word]
        for each in path:
            known[each] = True
    return True


def _spanning(scores: NDArray[numpy.float64]) -> _Heads:
    """The maximum spanning tree below node 0 (Chu and Liu 1965, Edmonds 1967).

    Args:
        scores: (nodes, nodes); row: the node below, column: its head; -inf where no arc may be.
    """
    heads: _Heads = scores.argmax(axis=1)
    heads[0] = 0
    circle = _circle(heads)
    if circle is None:
        return heads
    inside = numpy.zeros(len(scores), bool)
    inside[circle] = True
    outer = numpy.flatnonzero(~inside)
    lost = scores[circle, heads[circle]]
    # The circle becomes one node, last in the smaller problem.
    entering = scores[numpy.ix_(circle, outer)] - lost[:, None]
    leaving = scores[numpy.ix_(outer, circle)]
    size = len(outer) + 1
    smaller = numpy.full((size, size), -numpy.inf)
    smaller[:-1, :-1] = scores[numpy.ix_(outer, outer)]
    smaller[-1, :-1] = entering.max(axis=0)
    smaller[:-1, -1] = leaving.max(axis=1)
    found = _spanning(smaller)
    result: _Heads = heads.copy()
    exits = circle[leaving.argmax(axis=1)]
    for place, node in enumerate(outer):
        if node != 0:
            result[node] = exits[place] if found[place] == size - 1 else outer[found[place]]
    broken = circle[entering[:, found[-1]].argmax()]
    result[broken] = outer[found[-1]]
    return result


def _circle(heads: _Heads) -> _Heads | None:
    """The nodes of one circle among the heads, or None."""
    colour = numpy.zeros(len(heads), int)
    colour[0] = -1
    for start in range(1, len(heads)):
        node = start
        while colour[node] == 0:
            colour[node] = start
            node = int(heads[node])
        if colour[node] == start:
            found = [node]
            while heads[found[-1]] != node:
                found.append(int(heads[found[-1]]))
            return numpy.array(found)
    return None
