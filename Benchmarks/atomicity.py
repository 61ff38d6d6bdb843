"""Times what it costs that cells are atomic, as a client sees it.

    python atomicity.py [--unroll PATH] [--rounds N]

Needs jupyter_client.  The cost is the difference to a second kernel in which a thread is kept alive,
so that its cells run in place, without a fork; both run the same cells in turn.
"""

import argparse
import os
import statistics
import time

from session import UNROLL, Session

PARKED_THREAD = """
import Glibc
nonisolated(unsafe) var parkedThread = pthread_t()
pthread_create(&parkedThread, nil, { _ in while true { sleep(1000) } }, nil)
"""
# Declares nothing, so that it is compiled once and then only called.
PROBE = "probe()"
PROBE_DEFINITION = "var probeCount = 0\nfunc probe() { probeCount += 1 }"
LIVE_DATA = "var live = [Int](repeating: 1, count: 1 << 27)"
TOUCH = "func touch() { for i in live.indices { live[i] &+= 1 } }"


def figures(seconds):
    """Returns the median and the 95th percentile, in milliseconds."""
    ordered = sorted(seconds)
    return (statistics.median(ordered) * 1e3,
            ordered[min(len(ordered) - 1, round(0.95 * (len(ordered) - 1)))] * 1e3)


def show(name, seconds, reach):
    """Prints a row of the table."""
    median, high = figures(seconds)
    print(f"{name:<58} {median:9.1f} {high:9.1f}   {reach}", flush=True)


def compare(atomic, in_place, code, rounds):
    """Runs a cell in both kernels in turn; returns the times of each."""
    times = ([], [])
    for _ in range(rounds):
        for session, list_ in zip((atomic, in_place), times):
            outcome = session.run(code)
            assert outcome.error is None, outcome.traceback
            list_.append(outcome.seconds)
    return times


def show_cost(name, atomic, in_place, rounds, reach):
    """Measures the cost of a fork and a hand-over, and prints it."""
    with_fork, without = compare(atomic, in_place, PROBE, rounds)
    base = statistics.median(without)
    show(name, [seconds - base for seconds in with_fork], reach)
    return with_fork, without


def plain_forks(rounds):
    """Returns how long a process with 1 GB of touched data takes to fork."""
    live, times = bytearray(b"1") * (1 << 30), []
    for _ in range(max(5, rounds)):
        start = time.perf_counter()
        if (child := os.fork()) == 0:
            os._exit(0)
        times.append(time.perf_counter() - start)
        os.waitpid(child, 0)
    assert live[-1] == ord("1")
    return times


def fill(sessions, count, start):
    """Has both sessions run cells that declare something."""
    for n in range(start, count):
        for session in sessions:
            outcome = session.run(f"let filling{n} = {n}")
            assert outcome.error is None, outcome.traceback


def main():
    """Measures everything and prints the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--unroll", default=UNROLL)
    parser.add_argument("--rounds", type=int, default=40)
    parser.add_argument("--cells", type=int, default=500, help="how many cells the longest row has")
    options = parser.parse_args()
    rounds = options.rounds
    atomic, in_place = Session(options.unroll), Session(options.unroll)
    sessions = (atomic, in_place)
    for session in sessions:
        session.run(PROBE_DEFINITION)
    in_place.run(PARKED_THREAD)
    for session in sessions:
        session.run(PROBE)
    print(f"{'milliseconds':<58} {'median':>9} {'95 %':>9}   reach")
    fill(sessions, 10, 0)
    normal, _ = show_cost("fork and hand-over, after 10 cells", atomic, in_place, rounds, "2")
    show("  (the whole cell, for comparison)", normal, "")

    crashes, results = [], []
    for n in range(rounds):
        crashed = atomic.run(f"probeCount = {n}; let none{n}: Int? = nil; _ = none{n}!")
        assert crashed.error == "UnexpectedNil", crashed.traceback
        crashes.append(crashed.seconds)
        results.append(crashed.seconds + atomic.run(PROBE).seconds)
    fresh = [atomic.run(f"probeCount = {n}; let some{n}: Int? = 1; _ = some{n}!").seconds
             for n in range(rounds)]
    usual = statistics.median(fresh) + statistics.median(normal)
    show("crash to the next cell's result, beyond normal cells",
         [seconds - usual for seconds in results], "200")

    idle = []
    for _ in range(max(5, rounds // 4)):
        outcome = atomic.run("print(\"begun\")\nwhile true {}", interrupt_at="begun")
        assert outcome.error == "Interrupted", outcome.traceback
        idle.append(outcome.seconds)
    show("interrupt of `while true {}` to idle", idle, "1000")

    fill(sessions, options.cells, 10)
    show_cost(f"fork and hand-over, after {options.cells} cells", atomic, in_place, rounds, "4")

    for session in sessions:
        for code in (LIVE_DATA, TOUCH):
            outcome = session.run(code)
            assert outcome.error is None, outcome.traceback
    show_cost("fork and hand-over, with 1 GB of live, touched data", atomic, in_place, rounds, "20")
    show("  (a fork of Python with as much, for comparison)", plain_forks(rounds // 4), "")
    # As many cells as there are states to return to: from then on no memory is new to the machine.
    compare(atomic, in_place, "touch()", 11)
    show_cost("  the same, after cells that wrote to all of it", atomic, in_place, rounds, "")
    with_fork, without = compare(atomic, in_place, "touch()", max(5, rounds // 4))
    show("a cell that touches 1 GB, with a fork", with_fork, "2 x without")
    show("a cell that touches 1 GB, without a fork", without, "")
    print(f"{'  ratio of the medians':<58} "
          f"{statistics.median(with_fork) / statistics.median(without):9.2f}")
    for session in sessions:
        session.end()


if __name__ == "__main__":
    main()
