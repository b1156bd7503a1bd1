"""Matrix products through numpy where thinc would use blis."""

from __future__ import annotations

from typing import Any

import numpy
from numpy.typing import NDArray
from thinc.api import NumpyOps

_Matrix = NDArray[numpy.float32]


def use_numpy_gemm() -> None:
    """Let thinc multiply matrices with numpy from now on, in this process.

    The wheels of blis 1.3 don't know recent AMD processors and fall back to generic kernels there
    (20 GFLOP/s against 55 to 65 measured on Zen 4); on others numpy's OpenBLAS is about as fast.
    The choice is fixed rather than measured at load, so that one machine always computes the same.
    Calling it again changes nothing.
    """
    NumpyOps.gemm = _gemm


def _gemm(
    _ops: NumpyOps,
    x: _Matrix,
    y: _Matrix,
    out: _Matrix | None = None,
    trans1: bool = False,  # noqa: FBT001, FBT002 - thinc hands them by place
    trans2: bool = False,  # noqa: FBT001, FBT002 - likewise
    **_: Any,
) -> _Matrix:
    left = x.T if trans1 else x
    right = y.T if trans2 else y
    return numpy.matmul(left, right) if out is None else numpy.matmul(left, right, out=out)
