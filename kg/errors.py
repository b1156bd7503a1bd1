"""The exceptions that `kg` raises on purpose.

    KgError
      InputError      an article file that can't be read
        SkippedError  an article that kg doesn't read, such as one in another language
      KnowledgeError  a file of ontology/ or queries/ that is wrong
      ModelError      a language pipeline that can't be loaded or lacks a part
      StoreError      a graph that can't be opened, read or written
        BusyError     a store that another program holds
      QueryError      a SPARQL query that can't be run
        LimitError    a query whose answer is larger than allowed
      CorrectionError a file of corrections that is wrong, or contradicts itself

Each carries what is wrong, where, and what to do; the command line prints one
line a mistake and keeps tracebacks for `--debug`.
"""

from __future__ import annotations


class KgError(Exception):
    """A mistake that a person can mend.

    Attributes:
        problem: what is wrong, one sentence without a full stop.
        where: the file, record, line or row, or "" where there is none.
        advice: what to do about it, or "".
    """

    def __init__(self, problem: str, *, where: str = "", advice: str = "") -> None:
        """Keep the three parts and join them into one line."""
        self.problem = problem
        self.where = where
        self.advice = advice
        line = f"{where}: {problem}" if where else problem
        super().__init__(f"{line} ({advice})" if advice else line)


class InputError(KgError):
    """An article file that can't be read."""


class SkippedError(InputError):
    """An article that is passed over for a reason that is nobody's mistake."""


class KnowledgeError(KgError):
    """A file of the ontology, the lexicon or the queries that is wrong."""


class ModelError(KgError):
    """A language pipeline that can't be loaded or lacks a component."""


class StoreError(KgError):
    """A graph that can't be opened, read or written."""


class BusyError(StoreError):
    """A store that another program holds; it will be free again."""


class QueryError(KgError):
    """A query that can't be parsed, bound or run."""


class CorrectionError(KgError):
    """A file of corrections that is wrong, or that contradicts itself."""


class LimitError(QueryError):
    """A query whose answer is larger than allowed."""
