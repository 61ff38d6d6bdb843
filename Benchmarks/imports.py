"""Times what the imports of a cell cost its first compilation, in sessions of 10 and 300 cells.

    python imports.py [--unroll PATH] [--rounds N]

Needs jupyter_client.  A one-line cell is compiled as Unroll composes it, and with the imports of the
names alone that it mentions: without extensions and operators that are used without being named,
without aliases of inferred types, and without the release of a replaced value.  Both are compiled in
turn by the same sourcekitd in this process.
"""

import argparse
import ctypes
import os
import re
import statistics
import sys
import tempfile
import time
from pathlib import Path

from session import UNROLL, Session

ROOT = Path(__file__).resolve().parent.parent
FEATURES = re.findall(r'"(\w+)"', (
    ROOT / "Sources/CellCompiler/Compilation/LanguageOptions.swift").read_text().split("[")[1]
    .split("]")[0])
# Each kind of cell that a notebook consists of, with the number of the cell.
KINDS = [
    "let value{0} = {0}",
    "func f{0}(_ x: Int) -> Int {{ x + {0} }}",
    "struct Item{0} {{ var n = {0}; static func + (a: Item{0}, b: Item{0}) -> Int {{ a.n + b.n }} }}",
    "extension Int {{ var plus{0}: Int {{ self + {0} }} }}",
    "typealias Items{0} = [Int]\nfunc items{0}() -> Items{0} {{ [{0}] }}",
    "print({0})",
]
# A call, a variable, a function whose type is an alias, and a variable that is replaced.
PROBES = ["f1(3)", "value0 + 1", "items4()", "var held = [3, 1]"]


class Compiler:
    """The toolchain's sourcekitd in this process."""

    def __init__(self, library):
        self.library = ctypes.CDLL(library)
        self.library.sourcekitd_initialize()
        for name in ("sourcekitd_request_create_from_yaml", "sourcekitd_send_request_sync"):
            getattr(self.library, name).restype = ctypes.c_void_p
        self.library.sourcekitd_response_dispose.argtypes = [ctypes.c_void_p]

    def seconds(self, arguments):
        """Returns how long a compilation takes, which has to succeed."""
        listed = ", ".join(f'"{argument}"' for argument in arguments)
        text = f'{{key.request: source.request.compile, key.name: "x", key.compilerargs: [{listed}]}}'
        request = ctypes.c_void_p(
            self.library.sourcekitd_request_create_from_yaml(text.encode(), None))
        start = time.perf_counter()
        response = ctypes.c_void_p(self.library.sourcekitd_send_request_sync(request))
        seconds = time.perf_counter() - start
        assert not self.library.sourcekitd_response_is_error(response)
        self.library.sourcekitd_response_dispose(response)
        return seconds


def narrowed(source, probe):
    """Returns a composed source with the imports of the mentioned names alone."""
    header, newline, rest = source.partition("\n")
    names = set(re.findall(r"\w+", probe))
    kept = [statement for statement in header.split("; ")
            if not statement.startswith("@testable import")
            or re.search(r"`(.*)`", statement) and re.search(r"`(.*)`", statement)[1] in names]
    lines = [line for line in rest.split("\n") if "_releaseReplaced" not in line]
    return "; ".join(kept) + newline + "\n".join(lines)


def arguments(path, module, folders, output):
    """Returns the arguments with which Unroll compiles a cell."""
    result = ["-c", path, "-o", output, "-module-name", module, "-enable-testing",
              "-gline-tables-only", "-module-cache-path", str(Path(output).parent / "cache"),
              "-enable-upcoming-feature", "MemberImportVisibility", "-swift-version", "5", "-Onone"]
    for feature in FEATURES:
        result += ["-enable-upcoming-feature", feature]
    for folder in folders:
        result += ["-I", str(folder)]
    return result


def measure(unroll, compiler, count, rounds):
    """Prints the times of the probes in a session of some cells, both ways."""
    session = Session(unroll, {"UNROLL_CACHE": "off"})
    try:
        code = ["var held = [1, 2]"] + [KINDS[n % len(KINDS)].format(n) for n in range(count - 1)]
        for cell in code:
            outcome = session.run(cell)
            assert outcome.error is None, (cell, outcome.traceback)
        for probe in PROBES:
            show(session, unroll, compiler, count, probe, rounds)
    finally:
        session.end()


def show(session, unroll, compiler, count, probe, rounds):
    """Prints the times of a probe."""
    known = set(Path(session.temporary).rglob("Cell_*.source.swift"))
    outcome = session.run(probe)
    assert outcome.error is None, outcome.traceback
    source, = set(Path(session.temporary).rglob("Cell_*.source.swift")) - known
    module = source.name.partition(".")[0]
    folders = [source.parent, Path(unroll).parent / "Modules",
               ROOT / "Sources/CVectorKernels/include"]
    text = source.read_text()
    with tempfile.TemporaryDirectory() as place:
        times = ([], [])
        for index, variant in enumerate((narrowed(text, probe), text)):
            (Path(place) / f"{index}.swift").write_text(variant)
        for _ in range(rounds + 2):
            for index, list_ in enumerate(times):
                list_.append(compiler.seconds(arguments(
                    f"{place}/{index}.swift", module, folders, f"{place}/{index}.o")))
    before, now = (statistics.median(list_[2:]) * 1e3 for list_ in times)
    print(f"{count:4} cells  {probe:<18} {before:7.1f} {now:7.1f} ms {now / before:6.2f}   "
          f"reach {1.05 if count <= 10 else 1.2}", flush=True)


def main():
    """Measures both sessions."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--unroll", default=str(UNROLL))
    parser.add_argument("--rounds", type=int, default=15)
    options = parser.parse_args()
    swift = Path(os.popen("command -v swiftc").read().strip() or sys.exit("no swiftc")).resolve()
    compiler = Compiler(str(swift.parent.parent / "lib/libsourcekitdInProc.so"))
    print("session     cell                narrow     now          ratio")
    for count in (10, 300):
        measure(options.unroll, compiler, count, options.rounds)


if __name__ == "__main__":
    main()
