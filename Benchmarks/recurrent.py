"""Times recurrent layers beside PyTorch on the processor, in one run.

Run: python3 recurrent.py [--rounds N] [--without-torch] [--without-kernel] [--without-build]
                          [--processor-time] [--grid [--figure FILE]] [hidden size ...]

Builds the Swift side and the kernel, and makes an environment with PyTorch the first time it is needed (see
`torch_environment.py`; UNROLL_TORCH_VENV names one that is there). Each row is the median of N rounds,
3 if not said, in which the two programs take turns, PyTorch on one thread. Columns: milliseconds, 10^9
operations per second (6 T B G H (I + H), with G = 1, 4, 3), PyTorch's milliseconds, the ratio of both,
the ratio to reach, and for H = 512 the share of the rate of a 1024^3 product of OpenBLAS on one thread
in the Swift program. Above: the instructions in use (UNROLL_VECTOR_LEVEL=avx2 or baseline asks for less)
and what share of a measured peak a product reaches. Below: the gain of a second thread beside that of a second program, which is what
the machine has to give, the same small rows measured in a cell of a notebook through the kernel, and
the peak of memory for growing T; also cells in equations beside the built-in ones, and the time of
Jacobian norms. On a machine that is busy with something else, --processor-time prints the table by the
processor's time instead of the wall's. --grid prints whole training steps with Adam instead, for all
cells, types and sizes, also as a figure (SVG). If UNROLL_ONEDNN names a folder with the `include` and
`lib` of oneDNN, its layers are compared as well.
"""
import argparse
import json
import math
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

os.environ["OPENBLAS_NUM_THREADS"] = "1"
if os.environ.get("UNROLL_VECTOR_LEVEL") == "avx2":
    # The others are as they are on a processor without AVX-512.
    os.environ.update(ATEN_CPU_CAPABILITY="avx2", ONEDNN_MAX_CPU_ISA="AVX2",
                      MKL_ENABLE_INSTRUCTIONS="AVX2")
here = pathlib.Path(__file__).resolve().parent

# Sizes T B I H, type, cells, and the ratio to PyTorch that each cell should reach.
ROWS = [
    ((10, 1, 4, 4), "double", {"elman": 50}),
    ((50, 1, 16, 64), "double", {"elman": 3, "lstm": 3, "gru": 3}),
    ((50, 1, 16, 64), "float", {"elman": 3, "lstm": 1.2, "gru": 3}),
    ((100, 32, 32, 128), "float", {"elman": 1.5, "lstm": 1.05, "gru": 1.5}),
    ((128, 64, 64, 512), "float", {"elman": 1.1, "lstm": 1.05, "gru": 1.1}),
    ((128, 64, 64, 512), "double", {"elman": 1.4, "lstm": 1.4, "gru": 1.4}),
]
SHARE, SECOND_THREAD, KERNEL = 0.75, 1.6, 0.1
# A cell in equations takes at most OWN times as long as the built-in cell on its plain path, and the
# Jacobian norms of an LSTM of H = 64 and T = 100 at most NORMS seconds.
OWN, NORMS = 5, 0.5


class Measurer:
    """Somebody on the Swift side who measures a row at a time."""

    def __init__(self, requests, answers):
        self.requests, self.answers = requests, answers

    def ask(self, line):
        self.begin(line)
        return self.answer()

    def begin(self, line):
        self.requests.write(line + "\n")
        self.requests.flush()

    def answer(self):
        return [float(number) for number in self.answers.readline().split("\t")]

    def close(self):
        self.requests.close()
        self.process.wait()


class Program(Measurer):
    """The benchmark's program."""

    def __init__(self, *arguments):
        binary = here / ".build" / "release" / "recurrent-benchmark"
        self.process = subprocess.Popen([binary, *arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        text=True)
        super().__init__(self.process.stdin, self.process.stdout)


class Cell(Measurer):
    """A cell of a notebook that runs in the kernel."""

    def __init__(self, folder):
        source = (here / "recurrent-cell.swift").read_text()
        notebook = {
            "nbformat": 4, "nbformat_minor": 5, "metadata": {
                "kernelspec": {"name": "unroll", "display_name": "Swift (Unroll)", "language": "swift"}},
            "cells": [{"cell_type": "code", "id": "rows", "metadata": {}, "execution_count": None,
                       "outputs": [], "source": source}],
        }
        folder = pathlib.Path(folder)
        (folder / "rows.ipynb").write_text(json.dumps(notebook))
        pipes = [folder / "requests", folder / "answers"]
        for pipe in pipes:
            os.mkfifo(pipe)
        unroll = here.parent / ".build" / "release" / "unroll"
        # If the cell fails, only the process that started it opens the pipes.
        script = '"$0" run rows.ipynb >/dev/null; exec 3<>requests 4<>answers; sleep 1'
        self.process = subprocess.Popen(["sh", "-c", script, unroll], cwd=folder)
        super().__init__(open(pipes[0], "w"), open(pipes[1]))


def torch_seconds(name, sizes, kind, now):
    """The median time of PyTorch's forward and backward pass, by a clock."""
    import torch
    torch.set_num_threads(1)
    steps, count, inputs, hidden = sizes
    module = {"elman": torch.nn.RNN, "lstm": torch.nn.LSTM, "gru": torch.nn.GRU}[name]
    dtype = torch.float64 if kind == "double" else torch.float32
    torch.manual_seed(1)
    layer = module(inputs, hidden).to(dtype)
    x = torch.randn(steps, count, inputs, dtype=dtype, requires_grad=True)
    gradient = torch.randn(steps, count, hidden, dtype=dtype)

    def run():
        layer.zero_grad(set_to_none=True)
        x.grad = None
        layer(x)[0].backward(gradient)

    run()
    start = now()
    run()
    repeats = max(1, int(0.005 / (now() - start)))
    times = []
    for _ in range(5 if hidden >= 512 else 15):
        start = now()
        for _ in range(repeats):
            run()
        times.append((now() - start) / repeats)
    return statistics.median(times)


def label(name, sizes, kind, threads=1):
    return " ".join([name, *map(str, sizes), kind, str(threads)])


def mark(isReached):
    return " " if isReached else "*"


def compare(program, rounds, hidden, now):
    """Prints the rows of the table; without a clock for PyTorch, those of the program alone."""
    print(f"{'layer':6} {'T':>4} {'B':>3} {'I':>3} {'H':>4} {'type':6} {'ms':>9} {'GFLOP/s':>8} "
          f"{'torch ms':>9} {'ratio':>7} {'reach':>6} {'of gemm':>8}")
    for sizes, kind, cells in ROWS:
        for name, reach in cells.items():
            if hidden and sizes[3] not in hidden:
                continue
            ours, theirs, rates, products = [], [], [], []
            for _ in range(rounds):
                # Before and after the row, because a shared machine changes its pace.
                product = [program.ask(f"product {kind}")[0]] if sizes[3] == 512 else []
                seconds, rate, _ = program.ask(label(name, sizes, kind))
                if product:
                    product += program.ask(f"product {kind}")
                    products.append(statistics.mean(product))
                ours.append(seconds)
                rates.append(rate)
                if now:
                    theirs.append(torch_seconds(name, sizes, kind, now))
            median = statistics.median
            line = (f"{name:6} {sizes[0]:>4} {sizes[1]:>3} {sizes[2]:>3} {sizes[3]:>4} {kind:6} "
                    f"{median(ours) * 1e3:9.4f} {median(rates):8.2f} ")
            if now:
                # Both sides of a round are affected equally by other work of the machine.
                ratio = median([b / a for a, b in zip(ours, theirs)])
                line += (f"{median(theirs) * 1e3:9.3f} {ratio:6.2f}{mark(ratio >= reach)} "
                         f"{reach:6.2f}")
            else:
                line += " " * 24
            if products:
                share = median([rate / product for rate, product in zip(rates, products)])
                line += f" {share:7.1%}{mark(share >= SHARE)}"
            print(line, flush=True)


def torch_step_seconds(name, sizes, kind, now):
    """The median time of PyTorch's training step of a model with Adam, by a clock."""
    import torch
    torch.set_num_threads(1)
    steps, count, inputs, hidden = sizes
    module = {"elman": torch.nn.RNN, "lstm": torch.nn.LSTM, "gru": torch.nn.GRU}[name]
    dtype = torch.float64 if kind == "double" else torch.float32
    torch.manual_seed(1)
    layer, head = module(inputs, hidden).to(dtype), torch.nn.Linear(hidden, 1).to(dtype)
    rule = torch.optim.Adam([*layer.parameters(), *head.parameters()])
    x = torch.randn(steps, count, inputs, dtype=dtype)
    target = torch.randn(count, 1, dtype=dtype)

    def run():
        rule.zero_grad(set_to_none=True)
        torch.nn.functional.mse_loss(head(layer(x)[0][-1]), target).backward()
        rule.step()

    run()
    start = now()
    run()
    repeats = max(1, min(50, int(0.05 / (now() - start))))
    times = []
    for _ in range(3 if hidden * count > 8192 else 9):
        start = now()
        for _ in range(repeats):
            run()
        times.append((now() - start) / repeats)
    return statistics.median(times)


def compare_grid(program, rounds, hidden, now, figure):
    """Prints PyTorch's time of a whole training step over ours, for a grid of sizes."""
    print("\na training step with Adam, T = 50, I = 16, one thread: PyTorch's time over ours")
    counts = (1, 8, 32, 64)
    print(f"{'cell':6} {'type':6} {'H':>4} " + " ".join(f"{f'B={count}':>7}" for count in counts))
    rows = []
    for name in ("elman", "lstm", "gru"):
        for kind in ("float", "double"):
            for size in hidden or (16, 64, 128, 256, 512):
                ratios, marked = [], []
                for count in counts:
                    sizes = (50, count, 16, size)
                    found = []
                    for _ in range(rounds):
                        ours = program.ask(f"step {label(name, sizes, kind)}")[0]
                        found.append(torch_step_seconds(name, sizes, kind, now) / ours)
                    bound = size >= 512 and count >= 32
                    ratio = statistics.median(found)
                    ratios.append(ratio)
                    marked.append(f"{ratio:6.2f}{mark(ratio >= (1 if bound else 1.1))}")
                rows.append((f"{name}, {kind}, H = {size}", ratios))
                print(f"{name:6} {kind:6} {size:>4} " + " ".join(marked), flush=True)
    if figure:
        pathlib.Path(figure).write_text(grid_svg(counts, rows))


def grid_svg(counts, rows):
    """Returns a figure of a grid of ratios: blue where we are ahead, red where PyTorch is."""
    left, top, width, height = 150, 30, 62, 20
    parts = []
    for column, count in enumerate(counts):
        parts.append(f'<text x="{left + (column + 0.5) * width}" y="{top - 8}" '
                     f'text-anchor="middle">B = {count}</text>')
    for row, (title, ratios) in enumerate(rows):
        y = top + row * height
        parts.append(f'<text x="{left - 8}" y="{y + 14}" text-anchor="end">{title}</text>')
        for column, ratio in enumerate(ratios):
            # The color is full at a factor of 10.
            share = min(abs(math.log10(ratio)), 1)
            color = f"hsl({215 if ratio >= 1 else 8}, 75%, {96 - 46 * share:.0f}%)"
            ink = "white" if share > 0.75 else "black"
            x = left + column * width
            parts.append(f'<rect x="{x}" y="{y}" width="{width - 2}" height="{height - 2}" '
                         f'fill="{color}"/><text x="{x + width / 2 - 1}" y="{y + 14}" '
                         f'text-anchor="middle" fill="{ink}">{ratio:.2f}</text>')
    size = (left + len(counts) * width + 10, top + len(rows) * height + 10)
    return (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size[0]} {size[1]}" '
            f'width="{size[0]}" height="{size[1]}" font-family="sans-serif" font-size="12">\n'
            f'<rect width="100%" height="100%" fill="white"/>\n' + "\n".join(parts) + "\n</svg>\n")


class OneDNN(Measurer):
    """oneDNN's own layers, compiled against the library in a folder with `include` and `lib`."""

    def __init__(self, library, folder, *arguments):
        binary = pathlib.Path(folder) / "onednn"
        subprocess.run(["c++", "-O2", "-std=c++17", f"-I{library}/include", here / "onednn.cpp",
                        f"-L{library}/lib", f"-Wl,-rpath,{library}/lib", "-ldnnl", "-o", binary],
                       check=True)
        self.process = subprocess.Popen([binary, *arguments], stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, text=True,
                                        env={**os.environ, "OMP_NUM_THREADS": "1"})
        super().__init__(self.process.stdin, self.process.stdout)


def compare_onednn(program, rounds, hidden, *arguments):
    """Prints oneDNN's time of a forward and backward pass over ours."""
    library = os.environ.get("UNROLL_ONEDNN")
    if not library:
        return print("\nwithout oneDNN: UNROLL_ONEDNN names no folder with its include and lib")
    print("\na forward and a backward pass, T = 50, I = 16, float, one thread: oneDNN's time over ours")
    counts = (1, 8, 32, 64)
    print(f"{'cell':6} {'H':>4} " + " ".join(f"{f'B={count}':>7}" for count in counts))
    with tempfile.TemporaryDirectory() as folder:
        other = OneDNN(library, folder, *arguments)
        for name in ("lstm", "gru"):
            for size in hidden or (128, 256, 512):
                ratios = []
                for count in counts:
                    row = label(name, (50, count, 16, size), "float")
                    pairs = [(other.ask(row)[0], program.ask(row)[0]) for _ in range(rounds)]
                    ratio = statistics.median(theirs / ours for theirs, ours in pairs)
                    ratios.append(f"{ratio:6.2f}{mark(ratio >= 1)}")
                print(f"{name:6} {size:>4} " + " ".join(ratios), flush=True)
        other.close()


def compare_own(program, rounds, hidden):
    """Prints cells in equations beside the built-in ones, and the time of Jacobian norms."""
    if hidden and 64 not in hidden:
        return
    print(f"\na cell in equations against the built-in one on its plain path; at most {OWN} times")
    for kind in ("double", "float"):
        for name in ("elman", "lstm", "gru"):
            for count in (1, 32):
                row = label(name, (50, count, 16, 64), kind)
                pairs = [program.ask(f"own {row}") for _ in range(rounds)]
                ratio = statistics.median(own / built_in for own, built_in in pairs)
                print(f"{row:28} {ratio:5.2f}{mark(ratio <= OWN)}", flush=True)
    times = [program.ask("norms 64 100") for _ in range(rounds)]
    whole, last, influence = (statistics.median(part) for part in zip(*times))
    print(f"an LSTM, H = 64, T = 100: Jacobian norms {whole:.2f} s{mark(whole <= NORMS)}, of the last step "
          f"{last:.3f} s, influence of inputs {influence:.2f} s{mark(influence <= NORMS)}", flush=True)


def compare_threads(program, rounds, hidden):
    """Prints what a second thread gains, and what the machine gives to two programs at once."""
    if hidden and 512 not in hidden or (os.cpu_count() or 1) < 2:
        return
    print(f"\ntwo threads against one, H = 512; to reach: {SECOND_THREAD}"
          "\n(in parentheses: two programs of one thread each, against one after the other)")
    other = Program()
    both = (program, other)
    for sizes, kind, cells in ROWS:
        for name in cells if sizes[3] == 512 else ():
            gains, limits = [], []
            for _ in range(rounds):
                one, two = (program.ask(label(name, sizes, kind, n))[0] for n in (1, 2))
                gains.append(one / two)
                for each in both:
                    each.begin(label(name, sizes, kind))
                limits.append(2 * one / max(each.answer()[0] for each in both))
            gain, limit = statistics.median(gains), statistics.median(limits)
            print(f"{name:6} {kind:6} {gain:5.2f}{mark(gain >= SECOND_THREAD)} ({limit:.2f})", flush=True)
    other.close()


def compare_kernel(program, rounds, hidden):
    """Prints the rows of H = 4 and 64, measured by the program and in a cell in turns."""
    rows = [label(name, sizes, kind) for sizes, _, cells in ROWS[:2] if not hidden or sizes[3] in hidden
            for kind in ("double", "float") for name in cells]
    if not rows:
        return
    print(f"\nin a cell of a notebook against the program; at most {KERNEL:.0%} slower")
    pairs = {row: [] for row in rows}
    for _ in range(rounds):
        with tempfile.TemporaryDirectory() as folder:
            cell = Cell(folder)
            for _ in range(5):
                for row, found in pairs.items():
                    found.append((cell.ask(row)[0], program.ask(row)[0]))
            cell.close()
    for row, found in pairs.items():
        inside, own = (statistics.median(times) for times in zip(*found))
        excess = statistics.median([a / b for a, b in found]) - 1
        print(f"{row:28} {inside * 1e3:9.4f} ms, {own * 1e3:9.4f} ms {excess:+7.1%}"
              f"{mark(excess <= KERNEL)}", flush=True)


def compare_memory(hidden):
    """Prints the peak of memory of a process for growing T."""
    if hidden and 128 not in hidden:
        return
    print("\npeak of memory, LSTM, B = 32, I = 32, H = 128, float")
    before = None
    for steps in (1, 500, 1000, 2000, 4000):
        program = Program()
        kilobytes = program.ask(f"lstm {steps} 32 32 128 float 1")[2]
        program.close()
        growth = "" if before is None else (
            f", {(kilobytes - before[1]) / (steps - before[0]):6.1f} kB for each step more")
        print(f"T = {steps:4} {kilobytes / 1e3:8.1f} MB{growth}", flush=True)
        before = (steps, kilobytes)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--without-torch", action="store_true")
    parser.add_argument("--without-kernel", action="store_true")
    parser.add_argument("--without-build", action="store_true")
    parser.add_argument("--processor-time", action="store_true")
    parser.add_argument("--grid", action="store_true")
    parser.add_argument("--figure")
    parser.add_argument("hidden", type=int, nargs="*")
    options = parser.parse_args()
    if not options.without_torch:
        import torch_environment
        torch_environment.ensure()
        import torch
        print(f"PyTorch {torch.__version__} on one thread; * marks what is not reached")
    if not options.without_build:
        subprocess.run(["swift", "build", "-c", "release", "--product", "recurrent-benchmark"],
                       cwd=here, check=True, stdout=sys.stderr)
    program = Program(*["--processor-time"] * options.processor_time)
    for kind in ("float", "double"):
        program.begin(f"report {kind}")
        print(f"{kind}: {program.answers.readline().strip()}")
    now = time.process_time if options.processor_time else time.perf_counter
    if options.grid:
        compare_grid(program, options.rounds, options.hidden, now, options.figure)
        clock = ["--processor-time"] * options.processor_time
        return compare_onednn(program, options.rounds, options.hidden, *clock)
    compare(program, options.rounds, options.hidden, None if options.without_torch else now)
    if options.processor_time:
        return
    compare_own(program, options.rounds, options.hidden)
    compare_onednn(program, options.rounds, options.hidden)
    compare_threads(program, options.rounds, options.hidden)
    if not options.without_kernel:
        if not options.without_build:
            subprocess.run([here.parent / "Scripts" / "build"], check=True, stdout=sys.stderr)
        compare_kernel(program, options.rounds, options.hidden)
    compare_memory(options.hidden)
    program.close()


main()
