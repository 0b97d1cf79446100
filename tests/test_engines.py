"""Engines: the order of the inputs, and what becomes of them when a worker dies."""

import os

from rashomon.engines import engine

HERE = os.getpid()


def doubled(number):
    return 2 * number


def dies_elsewhere(item):
    """Kills any process but the one that the item names."""
    home, number = item
    if os.getpid() != home and number == 3:
        os._exit(9)
    return 2 * number


def test_results_come_in_the_order_of_the_inputs():
    assert list(engine(1)(doubled, range(5))) == [0, 2, 4, 6, 8]
    assert list(engine(2)(doubled, range(5))) == [0, 2, 4, 6, 8]


def test_what_a_dead_worker_left_is_done_in_this_process():
    inputs = ((HERE, number) for number in range(30))
    assert list(engine(2)(dies_elsewhere, inputs)) == [2 * number for number in range(30)]
