"""Engines: anything with the signature of ``map``, in this process or in several.

Order is that of the inputs whatever the engine, so a run gives the same bytes with one worker or many.  When a worker dies, as
when the system kills it for want of memory, all that were running with it are lost; what is left is done in this process.
"""

import multiprocessing
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
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
        running: deque[tuple[Input, Future[Output] | None]] = deque()
        with ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("spawn")) as executor:
            for item in inputs:
                running.append((item, submitted(executor, function, item)))
                if len(running) >= workers * AHEAD:
                    yield result(function, *running.popleft())
            while running:
                yield result(function, *running.popleft())

    return run


def submitted(executor: ProcessPoolExecutor, function: Callable[[Input], Output], item: Input) -> Future[Output] | None:
    """The task as handed to a worker; None when the workers are gone."""
    try:
        return executor.submit(function, item)
    except BrokenProcessPool:
        return None


def result(function: Callable[[Input], Output], item: Input, task: Future[Output] | None) -> Output:
    """What the worker made of the input; made in this process when no worker lived to the end of it."""
    try:
        return function(item) if task is None else task.result()
    except BrokenProcessPool:
        return function(item)


def engine(workers: int) -> Engine:
    """The engine for that many workers."""
    return in_process if workers <= 1 else pool(workers)
