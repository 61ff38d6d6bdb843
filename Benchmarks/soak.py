"""Runs many cells, one third of them failing in rotating ways, and looks whether anything is lost.

    python soak.py [--unroll PATH] [--cells N]

Needs jupyter_client.  After every failure a checksum over all state is compared with the one before;
at the end descriptors, processes and temporary files are counted, and the memory that a cell adds.
Then the kernel is killed, and nothing of it may be left after two seconds.  Exits with 1 where
something was lost or left.
"""

import argparse
import os
import signal
import statistics
import sys
import time

from session import UNROLL, Session, stat_fields

SETUP = """
import Glibc
final class Node { var value = 0; var next: Node? }
struct Record { var name = "r"; var numbers = [1, 2, 3] }
var counts = [Int](repeating: 0, count: 256)
var words: [String: Int] = [:]
var record = Record()
let chain = Node()
var rule: (Int) -> Int = { $0 + 1 }
"""
CHECKSUM_DEFINITION = """
func checksum() -> String {
    var sum: UInt64 = 14_695_981_039_346_656_037
    func add(_ text: String) { for byte in text.utf8 { sum = (sum ^ UInt64(byte)) &* 1_099_511_628_211 } }
    for count in counts { add("\\(count),") }
    for (word, count) in words.sorted(by: { $0.key < $1.key }) { add("\\(word)=\\(count);") }
    add("\\(record)")
    var node: Node? = chain
    while let some = node { add("\\(some.value)>"); node = some.next }
    add("\\(rule(20))")
    add(String(cString: getcwd(nil, 0)))
    add(getenv("UNROLL_SOAK").map { String(cString: $0) } ?? "none")
    return String(sum, radix: 16)
}
"""
# The changes that a cell makes before it fails, so that a failure that is not rolled back is
# noticed.
HARM = """counts[{n} % 256] = -1; words["harm"] = {n}; record.numbers.append({n}); chain.value = -1
chain.next = nil; rule = {{ _ in 0 }}; chdir("/"); setenv("UNROLL_SOAK", "harm", 1)
for _ in 0..<3 {{ _ = open("/dev/null", O_RDONLY) }}
"""
FAILURES = [
    ("FatalError", "fatalError(\"cell {n}\")"),
    ("PreconditionFailure", "precondition(counts.isEmpty, \"cell {n}\")"),
    ("IndexOutOfRange", "print(counts[256 + {n}])"),
    ("ArithmeticOverflow", "var largest = Int.max\nlargest += counts.count + {n}"),
    ("UnexpectedNil", "print(Int(\"not {n}\")!)"),
    ("DivisionByZero", "print({n} / (counts.count - 256))"),
    ("CastFailure", "print((counts as Any) as! String, {n})"),
    ("UnexpectedError", "struct E{n}: Error {{}}\nfunc f{n}() throws {{ throw E{n}() }}\ntry! f{n}()"),
    ("UncaughtError", "struct E{n}: Error {{}}\nthrow E{n}()"),
    ("UncaughtError", "try await Task.sleep(for: .milliseconds(1))\nstruct E{n}: Error {{}}\n"
     "throw E{n}()"),
    ("Exit", "exit({n} % 3)"),
    ("Abort", "print({n}); abort()"),
    ("SegmentationFault", "UnsafeMutablePointer<Int>(bitPattern: 16)!.pointee = {n}"),
    ("StackOverflow", "func deep{n}(_ n: Int) -> Int {{ n == 0 ? 0 : 1 + deep{n}(n + 1) }}\n"
     "print(deep{n}(1))"),
    ("Killed", "kill(getpid(), SIGKILL); print({n})"),
    ("CompileError", "let wrong{n}: Int = \"{n}\""),
]
SUCCESSES = [
    "counts[{n} % 256] += {n}",
    "words[\"w{n}\"] = counts[{n} % 256]",
    "record.numbers[{n} % 3] += 1; record.name = \"r{n}\"",
    "do {{ let node = Node(); node.value = {n}; node.next = chain.next; chain.next = node }}\n"
    "if let third = chain.next?.next?.next {{ third.next = nil }}",
    "rule = {{ $0 * {n} }}",
    "let value{n} = {n}\nfunc double{n}() -> Int {{ value{n} * 2 }}",
    "try await Task.sleep(for: .milliseconds(1))\ncounts[3] += {n}",
    "setenv(\"UNROLL_SOAK\", \"{n}\", 1)",
]


# From how many cells on growth and latency are compared with the limits.
FULL = 1000
MOST_GROWTH = 20
MOST_SLOWDOWN = 1.2


def soak(session, cells, problems):
    """Runs the cells; returns the memory at moments, by the number of cells, and the seconds of all
    cells that succeeded."""
    memory, times = {}, []
    expected = session.run("checksum()").result
    failed = 0
    for n in range(cells):
        if n % 3 == 2:
            name, code = FAILURES[failed % len(FAILURES)]
            failed += 1
            outcome = session.run((HARM + code).format(n=n))
            if outcome.error != name:
                problems.append(f"cell {n}: expected {name}, not {outcome.error}: {outcome.traceback}")
            found = session.run("checksum()").result
            if found != expected:
                problems.append(f"cell {n}, {name}: the state has changed")
            expected = found
        else:
            outcome = session.run(SUCCESSES[n % len(SUCCESSES)].format(n=n))
            times.append(outcome.seconds)
            if outcome.error:
                problems.append(f"cell {n}: {outcome.traceback}")
            expected = session.run("checksum()").result
        if n % max(1, cells // 10) == 0:
            memory[n] = session.memory()
            print(f"cell {n}: {memory[n]:.0f} MB, {session.descriptors()} descriptors, "
                  f"{len(session.processes())} processes", flush=True)
    return memory, times


def is_alive(number):
    """Tells whether a process is there, and not only waits for its new parent to take note of its end."""
    fields = stat_fields(number)
    return fields is not None and fields[0] != "Z"


def held(session, expected=0):
    """How many descriptors the kernel has open, and how many processes the session has.

    The oldest state leaves a moment after the cell that takes its place, so it is the lowest number
    of a second that counts.
    """
    deadline = time.monotonic() + 1
    count = len(session.processes())
    while count > expected and time.monotonic() < deadline:
        time.sleep(0.02)
        count = min(count, len(session.processes()))
    return session.descriptors(), count


def check_death(session, problems):
    """Kills the kernel while a cell runs, and looks what is left after two seconds."""
    session.client.execute("print(\"begun\")\nwhile true {}")
    while True:
        message = session.client.get_iopub_msg(timeout=60)
        if message["header"]["msg_type"] == "stream":
            break
    everybody = [number for number, _ in session.processes()]
    os.kill(session.process.pid, signal.SIGKILL)
    session.process.wait()
    deadline = time.monotonic() + 2
    while True:
        left = [number for number in everybody if is_alive(number)]
        files = os.listdir(session.temporary)
        if not (left or files) or time.monotonic() > deadline:
            break
        time.sleep(0.02)
    if left:
        problems.append(f"after the kernel was killed, {len(left)} processes were left")
    if files:
        problems.append(f"after the kernel was killed, files were left: {files}")


def check_limits(growth, times, problems):
    """Compares growth and latency of a long soak with what is promised."""
    if growth > MOST_GROWTH:
        problems.append(f"each cell adds {growth:.0f} kB, and {MOST_GROWTH} are allowed")
    first, last = statistics.median(times[:100]), statistics.median(times[-100:])
    print(f"median of the first hundred: {first * 1000:.1f} ms, of the last: {last * 1000:.1f} ms, "
          f"{last / first:.2f} times as long")
    if last / first > MOST_SLOWDOWN:
        problems.append(f"cells take {last / first:.2f} times as long as at first")


def main():
    """Runs the soak and says what was lost or left."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--unroll", default=UNROLL)
    parser.add_argument("--cells", type=int, default=2000)
    options = parser.parse_args()
    problems = []
    start = time.monotonic()
    session = Session(options.unroll)
    for code in (SETUP, CHECKSUM_DEFINITION):
        outcome = session.run(code)
        if outcome.error:
            sys.exit(outcome.traceback)
    # At first the number of undoable states grows; after these cells it is constant.
    for _ in range(12):
        session.run("counts[0] += 1")
    before = held(session)
    memory, times = soak(session, options.cells, problems)
    after = held(session, before[1])
    if after[0] > before[0] + 6:
        problems.append(f"the kernel had {before[0]} descriptors open, then {after[0]}")
    if after[1] > before[1]:
        problems.append(f"the session had {before[1]} processes, then {after[1]}")
    zombies = [number for number, state in session.processes() if state == "Z"]
    if zombies:
        problems.append(f"{len(zombies)} processes have ended and were not taken")
    opened = session.run("(0..<900).filter { fcntl(Int32($0), F_GETFD) >= 0 }.count").result
    if opened != "4" and opened != "3":
        problems.append(f"the worker has {opened} descriptors open below 900")
    points = sorted(memory)
    middle, last = points[len(points) // 2], points[-1]
    if last > middle:
        for low, high in ((points[0], middle), (middle, last)):
            growth = (memory[high] - memory[low]) / (high - low) * 1024
            print(f"growth per cell from {low} to {high}: {growth:.0f} kB")
        if options.cells >= FULL:
            check_limits(growth, times, problems)
    check_death(session, problems)
    seconds = time.monotonic() - start
    failures = options.cells // 3
    print(f"{options.cells} cells, {failures} of them failing, in {seconds:.0f} s")
    for problem in problems:
        print(f"PROBLEM: {problem}")
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
