"""Times recurrent layers beside PyTorch on the processor, both on one thread, in one run.

Run: python3 recurrent.py [hidden size ...]
The Swift side is built with `swift build -c release` in this folder. Where PyTorch is missing, its
columns stay empty. For each row: milliseconds, 10^9 operations per second (6 T B G H (I + H), with
G = 1, 4, 3), the ratio to PyTorch, and for H = 512 the share of the rate of a 1024^3 product in the
same process and the gain of a second thread.
"""
import os
import pathlib
import statistics
import subprocess
import sys
import time

os.environ["OPENBLAS_NUM_THREADS"] = "1"
here = pathlib.Path(__file__).parent
try:
    import torch
    torch.set_num_threads(1)
except ImportError:
    torch = None


def torch_seconds(name, steps, count, inputs, hidden, dtype):
    """The median time of PyTorch's forward and backward pass."""
    module = {"elman": torch.nn.RNN, "lstm": torch.nn.LSTM, "gru": torch.nn.GRU}[name]
    kind = torch.float64 if dtype == "double" else torch.float32
    torch.manual_seed(1)
    layer = module(inputs, hidden).to(kind)
    x = torch.randn(steps, count, inputs, dtype=kind, requires_grad=True)
    gradient = torch.randn(steps, count, hidden, dtype=kind)

    def run():
        layer.zero_grad(set_to_none=True)
        x.grad = None
        layer(x)[0].backward(gradient)

    run()
    start = time.perf_counter()
    run()
    repeats = max(1, int(0.005 / (time.perf_counter() - start)))
    times = []
    for _ in range(5 if hidden == 512 else 15):
        start = time.perf_counter()
        for _ in range(repeats):
            run()
        times.append((time.perf_counter() - start) / repeats)
    return statistics.median(times)


binary = here / ".build" / "release" / "recurrent-benchmark"
process = subprocess.Popen([binary, "--stepwise", *sys.argv[1:]], stdin=subprocess.PIPE,
                           stdout=subprocess.PIPE, text=True, bufsize=1)
print("PyTorch " + torch.__version__ if torch else "PyTorch is not installed: no comparison")
print(f"{'layer':6} {'T':>4} {'B':>3} {'I':>3} {'H':>4} {'type':6} {'ms':>9} {'GFLOP/s':>8} "
      f"{'torch ms':>9} {'ratio':>6} {'of gemm':>8} {'MB':>6}")
single = None
process.stdin.write("\n")
while line := process.stdout.readline():
    label, seconds, rate, product, memory = line.rstrip("\n").split("\t")
    name, *sizes, dtype, threads = label.split(" ")
    seconds, rate, product = float(seconds), float(rate), float(product)
    if threads == "2":
        print(f"{'on two cores':67} {single / seconds:17.2f}")
        process.stdin.write("\n")
        continue
    single = seconds
    reference = torch_seconds(name, *map(int, sizes), dtype) if torch else None
    share = f"{rate / product:8.1%}" if product else f"{'':8}"
    compared = (f"{reference * 1e3:9.3f} {reference / seconds:6.2f}" if reference
                else f"{'':9} {'':6}")
    print(f"{name:6} {sizes[0]:>4} {sizes[1]:>3} {sizes[2]:>3} {sizes[3]:>4} {dtype:6} "
          f"{seconds * 1e3:9.3f} {rate:8.2f} {compared} {share} {memory:>6}", flush=True)
    process.stdin.write("\n")
sys.exit(process.wait())
