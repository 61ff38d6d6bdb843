"""Runs thirty submissions of a notebook with 20 cells, some of which are hostile; no other may suffer.

    python submissions.py [--unroll PATH] [--cold] [--hostile KIND ...]

Every submission has the same tasks and answers of its own. With --cold nothing is compiled yet.
Fails where a submission is not treated as it deserves.
"""
import argparse
import collections
import csv
import json
import os
import pathlib
import subprocess
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent

# The cells of the notebook; @ is a student's number, and a cell with it is an answer.
TASKS = [
    "import Glibc",
    "let series = (0..<100).map { sin(Double($0) / 8) }",
    "func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count + @ - @) }",
    "mean(series)",
    "func spread(_ values: [Double]) -> Double {\n    let center = mean(values)\n"
    "    return sqrt(mean(values.map { ($0 - center) * ($0 - center) }))\n}",
    "print(spread(series))",
    "struct Window {\n    var size = 3\n    func over(_ values: [Double]) -> [Double] {\n"
    "        values.indices.dropFirst(size - 1).map { end in mean(Array(values[(end - size + 1)...end])) }\n"
    "    }\n}",
    "let smooth = Window(size: 2 + @ % 5).over(series)",
    "smooth.count",
    "for (step, value) in smooth.prefix(5).enumerated() { print(step, value) }",
    "let network = ElmanNetwork(W: 0.9, U: 1, V: 1.0)",
    "let letters = Array(\"answer @\")",
    "let counts = Dictionary(letters.map { ($0, 1) }, uniquingKeysWith: +)",
    "counts.keys.sorted().map { String($0) }.joined()",
    "HOSTILE",
    "enum Answer: CaseIterable { case yes, no, unknown }",
    "func answer(to question: Int) -> Answer { Answer.allCases[(question + @) % 3] }",
    "(0..<6).map { answer(to: $0) }",
    "precondition(answer(to: 0) != answer(to: 1))",
    "print(\"done\", @)",
]

HOSTILE = {
    "spins": "import Dispatch\nDispatchQueue.concurrentPerform(iterations: 16) { _ in while true {} }",
    "threads": "import Glibc\nfor _ in 0..<24 {\n    var thread = pthread_t()\n"
    "    pthread_create(&thread, nil, { _ in while true {} }, nil)\n}\nwhile true {}",
    "forks": "system(\"i=0; while [ $i -lt 600 ]; do (while :; do :; done) & i=$((i+1)); done; wait\")",
    "daemons": "system(\"i=0; while [ $i -lt 300 ]; do setsid sh -c 'while :; do :; done' & i=$((i+1)); done\")",
    "memory": "var hoard: [[Int]] = []\nwhile true { hoard.append(Array(repeating: 7, count: 4_000_000)) }",
    "floods": "while true { print(String(repeating: \"x\", count: 1000)) }",
}


def notebook(student, hostile):
    """A submission."""
    cells = []
    for index, source in enumerate(TASKS):
        source = source.replace("HOSTILE", HOSTILE.get(hostile, 'print("harmless @")'))
        cells.append(dict(cell_type="code", id=f"c{index}", metadata={}, outputs=[],
                          execution_count=None, source=source.replace("@", str(student))))
    spec = dict(name="unroll", display_name="Swift (Unroll)", language="swift")
    return json.dumps(dict(cells=cells, metadata=dict(kernelspec=spec), nbformat=4,
                           nbformat_minor=5))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--unroll", default=str(ROOT / ".build/release/unroll"))
    parser.add_argument("--cold", action="store_true")
    parser.add_argument("--count", type=int, default=30)
    parser.add_argument("--jobs", default="2")
    parser.add_argument("--memory", default="2GB")
    parser.add_argument("--hostile", nargs="*", default=["spins", "forks", "memory"],
                        choices=list(HOSTILE))
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        places = {}
        for student in range(arguments.count):
            # The hostile ones stand at equal distances.
            part = max(1, arguments.count // max(1, len(arguments.hostile)))
            turn, rest = divmod(student, part)
            is_hostile = rest == part // 2 and turn < len(arguments.hostile)
            kind = arguments.hostile[turn] if is_hostile else None
            place = folder / "submissions" / f"student{student:02}"
            place.mkdir(parents=True)
            (place / "task.ipynb").write_text(notebook(student, kind))
            places[str(place / "task.ipynb")] = kind
        environment = dict(os.environ)
        if arguments.cold:
            environment["XDG_CACHE_HOME"] = str(folder / "cache")
        start = time.perf_counter()
        done = subprocess.run(
            [arguments.unroll, "run", str(folder / "submissions"), "--each-in-a-copy",
             "--output-dir", str(folder / "results"), "--allow-errors", "--timeout", "5", "--jobs",
             arguments.jobs, "--memory-limit", arguments.memory, "--csv", str(folder / "t.csv")],
            env=environment, capture_output=True, text=True)
        seconds = time.perf_counter() - start
        rows = list(csv.DictReader((folder / "t.csv").open()))
        outcomes = collections.Counter()
        wrong = []
        for row in rows:
            kind = places[row["notebook"]]
            outcomes[kind or "honest", row["status"]] += 1
            if (kind is None) != (row["status"] == "ok"):
                wrong.append(f"{kind or 'honest'}: {row['notebook']}: {row['status']}, {row['problem']}")
        for (kind, status), count in sorted(outcomes.items()):
            print(f"{count:3} {kind:8} {status}")
        print(f"{seconds:.1f} s")
        if wrong or len(rows) != arguments.count:
            raise SystemExit("\n".join(wrong) or done.stderr)


if __name__ == "__main__":
    main()
