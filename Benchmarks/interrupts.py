"""Measures the time from the stop button to idle, for cells of many kinds.

    python interrupts.py [--unroll PATH] [--rounds N]

Needs jupyter_client.  Exits with 1 where the 99th percentile is above a second, or a state is lost.
"""

import argparse
import sys

from session import UNROLL, Session

MOST = 1.0
SETUP = """
import Foundation
import Dispatch
var kept = [1, 2, 3]
func deep(_ n: Int) -> Int { n <= 0 ? 0 : 1 + deep(n - 1) }
"""
CELLS = {
    "a loop": "while true {}",
    "calls": "while true { _ = deep(1000) }",
    "allocations": "while true { kept = [Int](repeating: 1, count: 1 << 16) }",
    "prints": "while true { print(\"x\") }",
    "displays": "while true { display(1) }",
    "sleep": "sleep(600)",
    "thread sleep": "while true { Thread.sleep(forTimeInterval: 0.01) }",
    "task sleep": "try await Task.sleep(for: .seconds(600))",
    "task loop": "func f() async { while !Task.isCancelled { await Task.yield() } }\nawait f()",
    "semaphore": "DispatchSemaphore(value: 0).wait()",
    "read": "var ends: [Int32] = [0, 0]; pipe(&ends); var byte: UInt8 = 0; read(ends[0], &byte, 1)",
    "program": "system(\"sleep 600\")",
    "program that ignores": "system(\"trap '' INT TERM; sleep 600\")",
    "process": "let p = Process(); p.executableURL = URL(fileURLWithPath: \"/bin/sleep\")\n"
               "p.arguments = [\"600\"]; try p.run(); p.waitUntilExit()",
    "yes": "system(\"yes\")",
    "signals ignored": "signal(SIGINT, SIG_IGN); signal(SIGABRT, SIG_IGN); while true {}",
    "signals blocked": "var all = sigset_t(); sigfillset(&all); sigprocmask(SIG_BLOCK, &all, nil)\n"
                       "while true {}",
    "stopped": "kill(getpid(), SIGSTOP)",
    "shell command": "!sleep 600",
    "checks": "while !isInterrupted {}",
    "memory": "var big = [UInt8](repeating: 1, count: 300_000_000)\n"
              "while true { for i in stride(from: 0, to: big.count, by: 4096) { big[i] &+= 1 } }",
    "input": "_ = readLine()",
}


def main():
    """Measures, prints a table, and compares with the limit."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--unroll", default=UNROLL)
    parser.add_argument("--rounds", type=int, default=10)
    options = parser.parse_args()
    session = Session(options.unroll)
    session.run(SETUP)
    times, problems = [], []
    for name, code in CELLS.items():
        own = []
        for _ in range(options.rounds):
            begun = "print(\"begun\")\n" if not code.startswith("!") else "%time print(\"begun\")\n"
            outcome = session.run(begun + code, interrupt_at="begun")
            own.append(outcome.seconds)
            if outcome.error is None:
                problems.append(f"{name}: was not interrupted")
            if session.run("kept").result != "[1, 2, 3]":
                problems.append(f"{name}: the state is not that before the cell")
                session.run(SETUP)
        times += own
        print(f"{name:22} {sorted(own)[len(own) // 2] * 1000:7.0f} ms, at most "
              f"{max(own) * 1000:7.0f} ms", flush=True)
    percentile = sorted(times)[min(len(times) - 1, len(times) * 99 // 100)]
    print(f"99th percentile of {len(times)}: {percentile * 1000:.0f} ms")
    if percentile > MOST:
        problems.append(f"the 99th percentile is above {MOST} s")
    session.end()
    for problem in problems:
        print(f"PROBLEM: {problem}")
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
