"""Times Jupyter kernels side by side, as a client sees them: from a request to its idle.

    python kernels.py [--unroll PATH] [--rounds N] [--only unroll,python3] [--quick]

Needs jupyter_client and ipykernel; other kernels take part where their kernelspecs are installed
(deno, kotlin, xpython).  Kernels are measured in turn, cell by cell, in one run, so that whatever
else the machine does falls on all of them.  Every cell's source is new, so nothing comes from
Unroll's cache of compiled cells, except in the rows that say so.
"""

import argparse
import os
import re
import shutil
import statistics
import subprocess
import tempfile
import time
from pathlib import Path

from jupyter_client.kernelspec import KernelSpec, KernelSpecManager, NoSuchKernel
from jupyter_client.manager import KernelManager

ROOT = Path(__file__).resolve().parent.parent

# The cells for each kernel; {n} is a number that no other cell has.
CELLS = {
    "swift": {
        "expression": "{n} + 1",
        "declaration": "let a{n} = {n}",
        "print": "print({n})",
        "function definition": "func f{n}(_ x: Int) -> Int { return x &* {n} }",
        "call": "f({n})",
        "compile error": "let e{n}: Int = \"{n}\"",
    },
    "python": {
        "expression": "{n} + 1",
        "declaration": "a{n} = {n}",
        "print": "print({n})",
        "function definition": "def f{n}(x):\n    return x * {n}",
        "call": "f({n})",
        "compile error": "int(\"x{n}\")",
    },
    "kotlin": {
        "expression": "{n} + 1",
        "declaration": "val a{n} = {n}",
        "print": "println({n})",
        "function definition": "fun f{n}(x: Int): Int {{ return x * {n} }}",
        "call": "f({n})",
        "compile error": "val e{n}: Int = \"{n}\"",
    },
    "javascript": {
        "expression": "{n} + 1",
        "declaration": "const a{n} = {n}",
        "print": "console.log({n})",
        "function definition": "function f{n}(x) {{ return x * {n} }}",
        "call": "f({n})",
        "compile error": "null.x{n}",
    },
}
CELLS["swift"] = {k: v.replace("{ return x &* {n} }", "{{ return x &* {n} }}")
                  for k, v in CELLS["swift"].items()}
SETUP = {
    "swift": "func f(_ x: Int) -> Int { x &* 2 }",
    "python": "def f(x):\n    return x * 2",
    "kotlin": "fun f(x: Int): Int { return x * 2 }",
    "javascript": "function f(x) { return x * 2 }",
}
COMPLETE = {"swift": "let word = \"a\"\nword.upper", "python": "word = 'a'\nword.upp",
            "kotlin": "val word = \"a\"\nword.upper", "javascript": "Math.ab"}
LOOP = {
    "swift": """let size = 200
func product() -> Double {
    var a = [Double](repeating: 0, count: size * size), b = a, c = a
    for i in 0..<(size * size) { a[i] = Double(i % 7); b[i] = Double(i % 5) }
    for i in 0..<size {
        for j in 0..<size {
            var sum = 0.0
            for k in 0..<size { sum += a[i * size + k] * b[k * size + j] }
            c[i * size + j] = sum
        }
    }
    return c.reduce(0, +)
}
let loopStart = ContinuousClock.now
let loopSum = product()
print("sum", loopSum, "seconds", (ContinuousClock.now - loopStart) / .seconds(1))""",
    "python": """import time
size = 200
def product():
    a = [float(i % 7) for i in range(size * size)]
    b = [float(i % 5) for i in range(size * size)]
    c = [0.0] * (size * size)
    for i in range(size):
        for j in range(size):
            sum_ = 0.0
            for k in range(size):
                sum_ += a[i * size + k] * b[k * size + j]
            c[i * size + j] = sum_
    return sum(c)
start = time.perf_counter()
result = product()
print("sum", result, "seconds", time.perf_counter() - start)""",
}
LINES = {"swift": "for i in 0..<100_000 { print(i) }",
         "python": "for i in range(100_000): print(i)"}


class Kernel:
    """A kernel that runs, and its client."""

    def __init__(self, name, spec, environment):
        self.name = name
        self.language = {"typescript": "javascript"}.get(spec.language, spec.language)
        self.count = 0
        self.manager = KernelManager(kernel_name=name)
        self.manager._kernel_spec = spec
        log = open(os.path.join(tempfile.gettempdir(), f"bench-{name}.log"), "ab")
        start = time.perf_counter()
        self.manager.start_kernel(env=environment, stdout=log, stderr=log)
        self.client = self.manager.client()
        self.client.start_channels()
        self.client.wait_for_ready(timeout=120)
        self.ready = time.perf_counter() - start

    def run(self, code, timeout=300):
        """Runs a cell; returns the seconds from the request to idle, and what came in between."""
        start = time.perf_counter()
        request = self.client.execute(code)
        events = []
        while True:
            message = self.client.get_iopub_msg(timeout=timeout)
            if message["parent_header"].get("msg_id") != request:
                continue
            kind, content = message["header"]["msg_type"], message["content"]
            if kind == "status" and content["execution_state"] == "idle":
                elapsed = time.perf_counter() - start
                break
            events.append((kind, content))
        self.client.get_shell_msg(timeout=timeout)
        return elapsed, events

    def run_all(self, codes, timeout=300):
        """Sends cells at once; returns the seconds from the first request to the last idle."""
        start = time.perf_counter()
        last = [self.client.execute(code) for code in codes][-1]
        while True:
            message = self.client.get_iopub_msg(timeout=timeout)
            kind, content = message["header"]["msg_type"], message["content"]
            if kind == "error":
                raise RuntimeError(content["evalue"])
            if (message["parent_header"].get("msg_id") == last and kind == "status"
                    and content["execution_state"] == "idle"):
                elapsed = time.perf_counter() - start
                break
        for _ in codes:
            self.client.get_shell_msg(timeout=timeout)
        return elapsed

    def complete(self, code):
        start = time.perf_counter()
        self.client.complete(code)
        self.client.get_shell_msg(timeout=60)
        elapsed = time.perf_counter() - start
        while True:
            message = self.client.get_iopub_msg(timeout=60)
            if message["content"].get("execution_state") == "idle":
                return elapsed

    def cell(self, kind):
        """The next cell of a kind, which no kernel has seen before."""
        self.count += 1
        number = 10_000 + self.count + int(self.seed) * 100_000
        return CELLS[self.language][kind].format(n=number)

    seed = 0

    def memory(self):
        """The proportional set size of the kernel and its children, in bytes."""
        pids, total = [self.manager.provisioner.pid], 0
        for pid in pids:
            try:
                for task in os.listdir(f"/proc/{pid}/task"):
                    text = Path(f"/proc/{pid}/task/{task}/children").read_text()
                    pids += [int(child) for child in text.split()]
                text = Path(f"/proc/{pid}/smaps_rollup").read_text()
                total += int(re.search(r"^Pss:\s+(\d+)", text, re.M)[1]) * 1024
            except (OSError, TypeError):
                pass
        return total

    def stop(self):
        self.client.stop_channels()
        self.manager.shutdown_kernel(now=False)


def milliseconds(times):
    ordered = sorted(times)
    high = ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]
    return f"{statistics.median(times) * 1000:.1f} ({high * 1000:.1f})"


def table(title, columns, rows):
    print(f"\n### {title}\n")
    print("| what | " + " | ".join(columns) + " |")
    print("|---|" + "---|" * len(columns))
    for name, values in rows:
        print(f"| {name} | " + " | ".join(values) + " |", flush=True)


def specs(unroll, wanted):
    """The kernels that take part: Unroll's as built, and others as installed."""
    found = {"unroll": KernelSpec(
        argv=[unroll, "kernel", "--connection-file", "{connection_file}"],
        display_name="unroll", language="swift", interrupt_mode="message")}
    manager = KernelSpecManager()
    for name in ["python3", "deno", "kotlin", "xpython"]:
        try:
            found[name] = manager.get_kernel_spec(name)
        except NoSuchKernel:
            pass
    if wanted:
        found = {name: found[name] for name in wanted if name in found}
    return found


def measure_starts(found, environment, rounds):
    ready, first = {n: [] for n in found}, {n: [] for n in found}
    for turn in range(rounds):
        for name, spec in found.items():
            start = time.perf_counter()
            kernel = Kernel(name, spec, environment)
            ready[name].append(kernel.ready)
            kernel.run(f"{turn} + {os.getpid()}")
            first[name].append(time.perf_counter() - start)
            kernel.stop()
    table(f"Start, ms: median (95th percentile) of {rounds}", list(found), [
        ("start to ready", [milliseconds(ready[n]) for n in found]),
        ("start to first result", [milliseconds(first[n]) for n in found])])


def measure_cells(found, environment, rounds):
    kernels = [Kernel(name, spec, environment) for name, spec in found.items()]
    for kernel in kernels:
        kernel.seed = os.getpid() % 1000
        kernel.run(SETUP[kernel.language])
        for kind in CELLS[kernel.language]:
            kernel.run(kernel.cell(kind))
    rows = []
    for kind in CELLS["swift"]:
        times = {k.name: [] for k in kernels}
        for _ in range(rounds):
            for kernel in kernels:
                elapsed, _ = kernel.run(kernel.cell(kind))
                times[kernel.name].append(elapsed)
        rows.append((kind, [milliseconds(times[k.name]) for k in kernels]))
    times = {k.name: [] for k in kernels}
    for _ in range(rounds):
        for kernel in kernels:
            times[kernel.name].append(kernel.complete(COMPLETE[kernel.language]))
    rows.append(("completion", [milliseconds(times[k.name]) for k in kernels]))
    table(f"A new cell, request to idle, ms: median (95th percentile) of {rounds}",
          [k.name for k in kernels], rows)
    for kernel in kernels:
        kernel.stop()


def measure_cached(found, environment, rounds):
    """The same cells in a second kernel, which finds them compiled; and a cell run again."""
    if "unroll" not in found:
        return
    kinds = [k for k in CELLS["swift"] if k != "compile error"]
    pair = [n for n in ["unroll", "python3"] if n in found]
    for turn in range(2):
        kernels = [Kernel(name, found[name], environment) for name in pair]
        times = {(k.name, kind): [] for k in kernels for kind in kinds + ["again"]}
        for kernel in kernels:
            kernel.seed = 5000 + os.getpid() % 1000
            kernel.run(SETUP[kernel.language])
            kernel.run("0")
        for _ in range(max(10, rounds // 2)):
            for kind in kinds:
                for kernel in kernels:
                    elapsed, _ = kernel.run(kernel.cell(kind))
                    times[kernel.name, kind].append(elapsed)
        for _ in range(rounds):
            for kernel in kernels:
                elapsed, _ = kernel.run("f(1)")
                times[kernel.name, "again"].append(elapsed)
        for kernel in kernels:
            kernel.stop()
    table("A cell that was compiled in an earlier session, request to idle, ms", pair, [
        (kind, [milliseconds(times[n, kind]) for n in pair]) for kind in kinds
    ] + [("the same call again, same session", [milliseconds(times[n, "again"]) for n in pair])])
    starts = {n: [] for n in pair}
    for _ in range(max(3, rounds // 5)):
        for name in pair:
            start = time.perf_counter()
            kernel = Kernel(name, found[name], environment)
            kernel.run("0")
            starts[name].append(time.perf_counter() - start)
            kernel.stop()
    table("Start to first result, compiled before, ms", pair,
          [("start to first result", [milliseconds(starts[n]) for n in pair])])


def measure_run_all(found, environment, rounds):
    """30 cells of which ten compute for 100 ms each, with and without compiling ahead."""
    if "unroll" not in found:
        return
    work = ("func work(_ n: Int) -> Int {{\n"
            "    let end = ContinuousClock.now + .milliseconds(100)\n"
            "    while ContinuousClock.now < end {{}}\n    return n\n}}")
    ways = {"queued, compiled ahead": [], "queued, not compiled ahead": ["--no-compile-ahead"],
            "one by one": []}
    rows = {way: [] for way in ways}
    number = os.getpid() * 1000
    for _ in range(max(3, rounds // 10)):
        for way, options in ways.items():
            spec = KernelSpec(argv=found["unroll"].argv + options, display_name="unroll",
                              language="swift", interrupt_mode="message")
            kernel = Kernel("unroll", spec, environment)
            kernel.run("0")
            texts = [work] + 10 * ["let v{n} = work({n})", "print({n})", "let w{n} = {n}"]
            codes = []
            for text in texts[:30]:
                number += 1
                codes.append(text.format(n=number))
            if way == "one by one":
                start = time.perf_counter()
                for code in codes:
                    kernel.run(code)
                rows[way].append(time.perf_counter() - start)
            else:
                rows[way].append(kernel.run_all(codes))
            kernel.stop()
    medians = [statistics.median(times) for times in rows.values()]
    table("30 new cells, ten of which compute for 100 ms, ms", ["unroll"],
          [(way, [milliseconds(times)]) for way, times in rows.items()]
          + [("ratio of the first two", [f"{medians[0] / medians[1]:.2f}"])])


def measure_growth(found, environment):
    """The cost of the 500th declaring cell beside the 5th, and memory."""
    if "unroll" not in found:
        return
    kernel = Kernel("unroll", found["unroll"], environment)
    kernel.seed = 9000 + os.getpid() % 500
    times, memory = [], 0
    for i in range(510):
        times.append(kernel.run(kernel.cell("declaration"))[0])
        if i == 99:
            memory = kernel.memory()
    early, late = statistics.median(times[3:13]), statistics.median(times[495:505])
    table("Growth", ["unroll"], [
        ("5th declaring cell, ms", [f"{early * 1000:.1f}"]),
        ("500th declaring cell, ms", [f"{late * 1000:.1f}"]),
        ("ratio", [f"{late / early:.2f}"]),
        ("memory after 100 cells (sum of PSS), MB", [f"{memory / 1e6:.0f}"]),
        ("memory after 510 cells, MB", [f"{kernel.memory() / 1e6:.0f}"])])
    kernel.stop()


def measure_work(found, environment):
    """A loop written out in a cell, and many printed lines."""
    pair = [n for n in ["unroll", "python3"] if n in found]
    seconds = {}
    for name in pair:
        kernel = Kernel(name, found[name], environment)
        language = kernel.language
        texts = []
        for _ in range(3):
            _, events = kernel.run(LOOP[language])
            texts += [c["text"] for kind, c in events if kind == "stream"]
        seconds[name] = min(float(t) for t in re.findall(r"seconds (\S+)", "".join(texts)))
        lines = []
        for _ in range(3):
            elapsed, events = kernel.run(LINES[language])
            text = "".join(c["text"] for kind, c in events if kind == "stream")
            assert text == "".join(f"{i}\n" for i in range(100_000)), "lines were lost"
            lines.append(elapsed)
        seconds[name, "lines"] = statistics.median(lines)
        kernel.stop()
    rows = [("200³ product in loops, s", [f"{seconds[n]:.4f}" for n in pair]),
            ("100,000 printed lines, s", [f"{seconds[n, 'lines']:.2f}" for n in pair])]
    table("Work", pair, rows)
    if "unroll" in pair and shutil.which("swiftc"):
        with tempfile.TemporaryDirectory() as folder:
            source = Path(folder) / "main.swift"
            source.write_text(LOOP["swift"])
            subprocess.run(["swiftc", "-O", source, "-o", f"{folder}/loop"], check=True,
                           stderr=subprocess.DEVNULL)
            text = "".join(subprocess.run([f"{folder}/loop"], capture_output=True,
                                          text=True).stdout for _ in range(3))
            compiled = min(float(t) for t in re.findall(r"seconds (\S+)", text))
        print(f"\nThe loop with swiftc -O: {compiled:.4f} s; the cell takes "
              f"{seconds['unroll'] / compiled:.2f} times as long.")
        if "python3" in pair:
            print(f"CPython takes {seconds['python3'] / seconds['unroll']:.0f} times as long "
                  "as the cell.")


def machine():
    text = Path("/proc/cpuinfo").read_text()
    model = re.search(r"model name\s*:\s*(.+)", text)
    return f"{model[1] if model else 'unknown processor'}, {os.cpu_count()} cores"


def fill_module_cache(found, environment):
    """Runs a cell, after which the toolchain's module cache exists, as after an installation."""
    if "unroll" in found:
        kernel = Kernel("unroll", found["unroll"], environment)
        kernel.run("1")
        kernel.stop()


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--unroll", default=str(ROOT / ".build/release/unroll"))
    parser.add_argument("--rounds", type=int, default=40)
    parser.add_argument("--only", default="")
    parser.add_argument("--parts", default="starts,cells,cached,ahead,growth,work")
    options = parser.parse_args()
    found = specs(os.path.abspath(options.unroll), [n for n in options.only.split(",") if n])
    print(f"On {machine()}; kernels: {', '.join(found)}.")
    with tempfile.TemporaryDirectory() as cache:
        environment = dict(os.environ, XDG_CACHE_HOME=cache)
        fill_module_cache(found, environment)
        parts = options.parts.split(",")
        if "starts" in parts:
            measure_starts(found, environment, max(5, options.rounds // 4))
        if "cells" in parts:
            measure_cells(found, environment, options.rounds)
        if "cached" in parts:
            measure_cached(found, environment, options.rounds)
        if "ahead" in parts:
            measure_run_all(found, environment, options.rounds)
        if "growth" in parts:
            measure_growth(found, environment)
        if "work" in parts:
            measure_work(found, environment)


if __name__ == "__main__":
    main()
