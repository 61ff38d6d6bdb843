"""Times runners of notebooks with a kernel that costs next to nothing.

    python runner.py [--unroll PATH ...] [--kernel PATH] [--rounds N] [--quick]

Compares with nbclient, papermill, nbval and nbmake, as far as they are installed. The kernel is
Tests/FakeKernel, built with `swift build -c release --product fake-kernel`. Every row is measured
for each program in turn, and the medians are printed with the largest memory that the runner itself
had. Peers that need more than a minute for a row are measured once.
"""
import argparse
import importlib.util
import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent


def notebook(sources):
    """A notebook of some cells, as text."""
    cells = [dict(cell_type="code", id=f"c{n}", metadata={}, source=source, outputs=[],
                  execution_count=None) for n, source in enumerate(sources)]
    spec = dict(name="fake", display_name="Fake", language="fake")
    return json.dumps(dict(cells=cells, metadata=dict(kernelspec=spec), nbformat=4,
                           nbformat_minor=5))


ROWS = [
    ("1 cell", ["print a"], [], None),
    ("2,000 cells, queued, each", ["print a"] * 2000, ["--all-at-once"], 2000),
    ("2,000 cells, one at a time, each", ["print a"] * 2000, ["--one-at-a-time"], 2000),
    ("20,000 messages, each", ["flood 20000"], [], 20000),
    ("200,000 messages, each", ["flood 200000"], ["--output-limit", "none"], 200000),
    ("one print of 50 MB", ["bulk 50000000"], ["--output-limit", "none"], None),
]


def measure(command, environment):
    """Runs a command; returns seconds, megabytes and whether it went well.

    The memory is the peak of the process itself: what the system counts at its end would be that of
    the kernel if this has more.
    """
    start = time.perf_counter()
    with open(os.devnull, "w") as nowhere:
        process = subprocess.Popen(command, env=environment, stdout=nowhere, stderr=nowhere)
    peak = 0
    while process.poll() is None:
        seconds = time.perf_counter() - start
        try:
            status = pathlib.Path(f"/proc/{process.pid}/status").read_text()
            peak = int(status.split("VmHWM:")[1].split()[0])
        except (OSError, IndexError):
            pass
        time.sleep(0.002 if seconds < 1 else 0.02)
    return time.perf_counter() - start, peak / 1024, process.returncode == 0


def printed(path):
    """How many lines the first cell of a notebook has printed."""
    outputs = json.loads(path.read_text())["cells"][0]["outputs"]
    return sum("".join(output.get("text", "")).count("\n") for output in outputs)


def features():
    """The processor's name and those of its features that matter to the programs."""
    text = pathlib.Path("/proc/cpuinfo").read_text()
    name = next((line.split(":")[1].strip() for line in text.splitlines()
                 if line.startswith("model name")), "unknown processor")
    flags = next((line for line in text.splitlines() if line.startswith("flags")), "").split()
    known = ["avx2", "avx512f", "avx512dq", "avx512bw", "avx512vl", "sha_ni", "aes"]
    return f"{os.cpu_count()} processors, {name}, " + " ".join(f for f in known if f in flags)


# How each peer is called with a notebook, and whether it saves what was printed.
PEERS = {
    "nbclient": (["-m", "jupyter", "execute", "--inplace"], True),
    "papermill": (["-m", "papermill", "--no-progress-bar"], True),
    "nbval": (["-m", "pytest", "-q", "-p", "no:cacheprovider", "--nbval-lax"], False),
    "nbmake": (["-m", "pytest", "-q", "-p", "no:cacheprovider", "--nbmake", "--overwrite"], True),
}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--unroll", nargs="+", default=[str(ROOT / ".build/release/unroll")])
    parser.add_argument("--kernel", default=str(ROOT / ".build/release/fake-kernel"))
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--quick", action="store_true", help="leave out the peers")
    arguments = parser.parse_args()
    folder = pathlib.Path(tempfile.mkdtemp())
    spec = folder / "jupyter/kernels/fake"
    spec.mkdir(parents=True)
    (spec / "kernel.json").write_text(json.dumps(dict(
        argv=[arguments.kernel, "{connection_file}"], display_name="Fake", language="fake",
        interrupt_mode="message")))
    environment = dict(os.environ, JUPYTER_PATH=str(folder / "jupyter"))
    peers = [] if arguments.quick else [p for p in PEERS if importlib.util.find_spec(p)]
    print(features())
    print(f"{'milliseconds; megabytes':36}", *arguments.unroll, *peers, sep="  ")
    for name, sources, options, count in ROWS:
        path = folder / "n.ipynb"
        columns = {program: [] for program in arguments.unroll + peers}
        for turn in range(arguments.rounds):
            for program, results in columns.items():
                if results and results[0][0] > 60:
                    continue
                path.write_text(notebook(sources))
                if program in peers:
                    command = [sys.executable, *PEERS[program][0], str(path)]
                    if program == "papermill":
                        command.append(str(path))
                else:
                    command = [program, "run", *options, str(path)]
                seconds, memory, is_well = measure(command, environment)
                lost = 0
                if "messages" in name and (program not in peers or PEERS[program][1]):
                    lost = count - printed(path)
                results.append((seconds, memory, is_well, lost))
        cells = []
        for results in columns.values():
            milliseconds = statistics.median(r[0] for r in results) * 1000 / (count or 1)
            text = f"{milliseconds:.3f}" if count else f"{milliseconds:.1f}"
            text += f"; {statistics.median(r[1] for r in results):.0f}"
            if any(r[3] for r in results):
                text += f" (loses {max(r[3] for r in results)})"
            if not all(r[2] for r in results):
                text += " (failed)"
            cells.append(text)
        print(f"{name:36}", *cells, sep="  ", flush=True)
    shutil.rmtree(folder)


if __name__ == "__main__":
    main()
