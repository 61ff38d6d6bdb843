"""Times what a client asks for besides cells: completion, inspection, looks of a subshell, displays.

    python assistance.py [--unroll PATH] [--rounds N] [--parts first,session,looks,displays]

Kernels are measured in turn in one run, as in kernels.py.
"""

import argparse
import os
import statistics
import tempfile
import time

from kernels import ROOT, Kernel, fill_module_cache, machine, specs, table

BUSY = {
    "swift": "import Glibc\nvar step = 0\nwhile true { step += 1; usleep(100) }",
    "python": "import time\nstep = 0\nwhile True:\n    step += 1\n    time.sleep(0.0001)",
}
# One network, trained step by step without a pause.
TRAINING = {
    "swift": """let network = ElmanNetwork(W: 0.5, U: 1, V: 1)
while true {
    let pass = try network.forward([1, 0.5, -0.5], target: 1)
    losses.append(try network.backward(pass).contributions.count)
    if losses.count > 1_000_000 { losses.removeAll() }
}""",
    "python": """import math
while True:
    h = 0.0
    for x in [1, 0.5, -0.5]:
        h = math.tanh(0.5 * h + x)
    losses.append(h)
    if len(losses) > 1_000_000:
        losses.clear()""",
}
LOSSES = {"swift": "var losses: [Int] = [1, 2, 3]", "python": "losses = [1, 2, 3]"}
LOOK = {"swift": "losses.count + {n}", "python": "len(losses) + {n}"}
UPDATES = {
    "swift": "let shown = display(\"0\")\nfor i in 1...10_000 { shown.update(\"\\(i)\") }",
    "python": "shown = display('0', display_id=True)\n"
              "for i in range(1, 10_001):\n    shown.update(str(i))",
}


def ask(kernel, kind, content, subshell=None, timeout=120):
    """Sends a request on the shell channel; returns the seconds until the reply, and its content."""
    message = kernel.client.session.msg(kind, content)
    if subshell:
        message["header"]["subshell_id"] = subshell
    start = time.perf_counter()
    kernel.client.shell_channel.send(message)
    while True:
        reply = kernel.client.get_shell_msg(timeout=timeout)
        if reply["parent_header"].get("msg_id") == message["header"]["msg_id"]:
            return time.perf_counter() - start, reply["content"]


def complete(kernel, code):
    """Completes at the end of code; returns the seconds, and fails if nothing is offered."""
    elapsed, content = ask(kernel, "complete_request", {"code": code, "cursor_pos": len(code)})
    assert content["matches"], f"{kernel.name} offers nothing for {code!r}"
    return elapsed


def begin(kernel, code):
    """Starts a cell that goes on until it is interrupted, and returns when it runs."""
    kernel.client.execute(code)
    while kernel.client.get_iopub_msg(timeout=60)["header"]["msg_type"] != "execute_input":
        pass
    time.sleep(1)


def interrupt(kernel):
    """Ends the running cell, and reads what is left of its messages."""
    kernel.manager.interrupt_kernel()
    kernel.run("1")


def figures(times):
    """The median, 95th and 99th percentile in milliseconds."""
    ordered = sorted(times)
    ranks = [ordered[min(len(ordered) - 1, int(len(ordered) * p))] for p in [0.95, 0.99]]
    return " / ".join(f"{t * 1000:.1f}" for t in [statistics.median(times)] + ranks)


def measure_first(found, environment, rounds):
    times = {name: [] for name in found}
    for _ in range(max(5, rounds // 10)):
        for name, spec in found.items():
            kernel = Kernel(name, spec, environment)
            time.sleep(2)
            code = "\"a\".upp" if kernel.language == "swift" else "'a'.upp"
            times[name].append(complete(kernel, code))
            kernel.stop()
    table("First completion, two seconds after the start, ms: median / 95 % / 99 %", list(found),
          [("first completion", [figures(times[n]) for n in found])])


def measure_session(found, environment, rounds):
    kernels = [Kernel(name, spec, environment) for name, spec in found.items()]
    rows = []

    def row(name, work):
        times = {k.name: [] for k in kernels}
        for turn in range(rounds):
            for kernel in kernels:
                times[kernel.name].append(work(kernel, turn))
        rows.append((name, [figures(times[k.name]) for k in kernels]))

    def member(kernel, turn):
        return complete(kernel, f"let b{turn} = word.upp" if kernel.language == "swift"
                        else f"b{turn} = word.upp")

    def inspect(kernel, turn):
        code = f"{turn} + abs(-1)"
        content = {"code": code, "cursor_pos": code.index("abs") + 2, "detail_level": 0}
        elapsed, reply = ask(kernel, "inspect_request", content)
        assert reply["found"], kernel.name
        return elapsed

    def is_complete(kernel, turn):
        code = f"func f{turn}() {{" if kernel.language == "swift" else f"def f{turn}():"
        return ask(kernel, "is_complete_request", {"code": code})[0]

    for kernel in kernels:
        kernel.run("let word = \"a\"" if kernel.language == "swift" else "word = 'a'")
        for turn in range(3):
            member(kernel, 1000 + turn)
    row("completion", member)
    row("inspection", inspect)
    row("is_complete", is_complete)
    for kernel in kernels:
        for n in range(300):
            kernel.run(f"let v{n} = {n}" if kernel.language == "swift" else f"v{n} = {n}")
        member(kernel, 2000)
    row("completion after 300 cells", member)
    row("inspection after 300 cells", inspect)
    for kernel in kernels:
        if kernel.language == "swift":
            begin(kernel, BUSY[kernel.language])
    # ipykernel answers only between cells.
    kernels = [k for k in kernels if k.language == "swift"]
    count = len(rows)
    row("completion while a cell runs", member)
    row("inspection while a cell runs", inspect)
    for index in range(count, len(rows)):
        rows[index] = (rows[index][0], rows[index][1] + ["–"] * (len(found) - len(kernels)))
    for kernel in kernels:
        interrupt(kernel)
        kernel.stop()
    table("A session, ms: median / 95 % / 99 %", list(found), rows)


def measure_looks(found, environment, rounds):
    """Cells of a subshell while one cell trains."""
    kernels = [Kernel(name, spec, environment) for name, spec in found.items()]
    times = {}
    for kernel in kernels:
        kernel.run(LOSSES[kernel.language])
        kernel.client.control_channel.send(
            kernel.client.session.msg("create_subshell_request", {}))
        subshell = kernel.client.get_control_msg(timeout=60)["content"]["subshell_id"]
        begin(kernel, TRAINING[kernel.language])
        ask(kernel, "execute_request", {"code": "0"}, subshell)
        for name, code in [("new", LOOK[kernel.language]), ("same", "losses")]:
            elapsed = []
            for turn in range(rounds):
                text = code.format(n=turn)
                seconds, reply = ask(kernel, "execute_request", {"code": text}, subshell)
                assert reply["status"] == "ok", reply
                elapsed.append(seconds)
            times[kernel.name, name] = elapsed
        interrupt(kernel)
        kernel.stop()
    rows = [(f"{rounds} looks, each another cell", [figures(times[n, "new"]) for n in found]),
            (f"{rounds} times the same look", [figures(times[n, "same"]) for n in found])]
    table("Cells of a subshell during a training, request to reply, ms: median / 95 % / 99 %",
          list(found), rows)


def measure_displays(found, environment, rounds):
    kernels = [Kernel(name, spec, environment) for name, spec in found.items()]
    times = {k.name: [] for k in kernels}
    for _ in range(max(3, rounds // 20)):
        for kernel in kernels:
            elapsed, events = kernel.run(UPDATES[kernel.language])
            count = sum(kind == "update_display_data" for kind, _ in events)
            assert count == 10_000, f"{kernel.name} lost {10_000 - count} updates"
            times[kernel.name].append(elapsed)
    for kernel in kernels:
        kernel.stop()
    table("Displays, s", list(found), [
        ("10,000 updates of a display", [f"{statistics.median(times[n]):.2f}" for n in found])])


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--unroll", default=str(ROOT / ".build/release/unroll"))
    parser.add_argument("--rounds", type=int, default=100)
    parser.add_argument("--looks", type=int, default=1000)
    parser.add_argument("--parts", default="first,session,looks,displays")
    parser.add_argument("--only", default="unroll,python3")
    options = parser.parse_args()
    found = specs(os.path.abspath(options.unroll), options.only.split(","))
    print(f"On {machine()}; kernels: {', '.join(found)}.")
    with tempfile.TemporaryDirectory() as cache:
        environment = dict(os.environ, XDG_CACHE_HOME=cache)
        fill_module_cache(found, environment)
        parts = options.parts.split(",")
        if "first" in parts:
            measure_first(found, environment, options.rounds)
        if "session" in parts:
            measure_session(found, environment, options.rounds)
        if "looks" in parts:
            measure_looks(found, environment, options.looks)
        if "displays" in parts:
            measure_displays(found, environment, options.rounds)


if __name__ == "__main__":
    main()
