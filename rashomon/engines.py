"""Engines: anything with the signature of ``map``, in this process or in several.

Order is that of the inputs whatever the engine, so a run gives the same bytes with one worker or many.
"""

import multiprocessing
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from typing import Protocol, TypeVar

Input = TypeVar("Input")
Output = TypeVar("Output")
SINGLE_THREADED = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
AHEAD = 4  # tasks a worker may be ahead of the reader, so that a long pile does not fill the memory


class Engine(Protocol):
    """The signature of ``map`` over one iterable."""

    def __call__(self, function: Callable[[Input], Output], inputs: Iterable[Input]) -> Iterator[Output]:
        """Each input through the function, in order."""


def in_process(function: Callable[[Input], Output], inputs: Iterable[Input]) -> Iterator[Output]:
    """One after the other in this process."""
    return map(function, inputs)


def pool(workers: int) -> Engine:
    """An engine of several processes; ``function`` must be importable by name and its input picklable."""

    def run(function: Callable[[Input], Output], inputs: Iterable[Input]) -> Iterator[Output]:
        os.environ.update(SINGLE_THREADED)
        context = multiprocessing.get_context("spawn")
        with ProcessPoolExecutor(workers, mp_context=context) as executor:
            running: deque[Future[Output]] = deque()
            for item in inputs:
                running.append(executor.submit(function, item))
                if len(running) >= workers * AHEAD:
                    yield running.popleft().result()
            while running:
                yield running.popleft().result()

    return run


def engine(workers: int) -> Engine:
    """The engine for that many workers."""
    return in_process if workers <= 1 else pool(workers)
