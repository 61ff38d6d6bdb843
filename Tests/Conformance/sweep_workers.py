"""Sweeps on a real Slurm and with GNU parallel, one of whose workers is killed in the middle.

    python sweep_workers.py [ROWS]

Starts a Slurm of its own (controller and node on this machine, two slots); needs slurm-wlm, or
parallel, and leaves out what is missing. Every row must be there afterwards, no row may have been
run to its end twice, and the collected table must be that of a plain run.
"""

import csv
import io
import json
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import unittest

REPOSITORY = pathlib.Path(__file__).resolve().parent.parent.parent
UNROLL = os.environ.get("UNROLL", str(REPOSITORY / ".build/release/unroll"))
ROWS = int(sys.argv.pop()) if len(sys.argv) > 1 and sys.argv[-1].isdigit() else 100
# Every run that gets this far adds a line, so that a row that is run twice is seen.
NOTEBOOK = [
    ("let seed = 0", ["parameters"]),
    ("let value = (0..<1000).reduce(seed) { ($0 &* 31 &+ $1) % 10007 }\nrecord(\"value\", value)", []),
    ("import Glibc\nlet journal = fopen(\"JOURNAL\", \"a\")!\nfputs(\"\\(seed)\\n\", journal)\n"
     "fclose(journal)", []),
]


def wait_until(condition, seconds, what):
    """Waits for a condition."""
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            raise AssertionError(f"{what} took more than {seconds} s")
        time.sleep(0.05)


class Sweep(unittest.TestCase):
    """A sweep whose workers are killed, beside one that is left alone."""

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="unroll-sweep-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.journal = self.folder / "journal"
        cells = [
            dict(cell_type="code", id=f"c{n}", metadata=dict(tags=tags) if tags else {},
                 source=source.replace("JOURNAL", str(self.journal)), outputs=[],
                 execution_count=None)
            for n, (source, tags) in enumerate(NOTEBOOK)]
        spec = dict(name="unroll", display_name="Swift (Unroll)", language="swift")
        (self.folder / "n.ipynb").write_text(json.dumps(dict(
            cells=cells, metadata=dict(kernelspec=spec), nbformat=4, nbformat_minor=5)))
        plan = self.unroll("sweep", "plan", "n.ipynb", "--grid", f"seed=0..{ROWS - 1}")
        (self.folder / "rows.jsonl").write_text(plan.stdout)
        (self.folder / "out").mkdir()

    def unroll(self, *arguments, code=0):
        """Calls the program in the folder."""
        result = subprocess.run([UNROLL, *arguments], cwd=self.folder, capture_output=True,
                                text=True)
        if code is not None:
            self.assertEqual(result.returncode, code, result.stdout + result.stderr)
        return result

    def missing(self):
        """The rows without a result, as a list for `sbatch --array`."""
        return self.unroll("sweep", "missing", "n.ipynb", "--rows", "rows.jsonl",
                           code=None).stdout.strip()

    def runners(self):
        """The processes that run a row of this sweep."""
        result = []
        for entry in pathlib.Path("/proc").iterdir():
            try:
                command = (entry / "cmdline").read_bytes().split(b"\0")
                is_here = os.readlink(entry / "cwd") == str(self.folder)
            except OSError:
                continue
            if entry.name.isdigit() and is_here and b"--params-from" in command:
                if os.fsdecode(command[0]) == UNROLL:
                    result.append(int(entry.name))
        return result

    @staticmethod
    def row(process):
        """The row that a process runs."""
        command = pathlib.Path(f"/proc/{process}/cmdline").read_bytes().split(b"\0")
        if b"--index" in command:
            return int(command[command.index(b"--index") + 1])
        variables = pathlib.Path(f"/proc/{process}/environ").read_bytes().split(b"\0")
        return int(next(v for v in variables if v.startswith(b"SLURM_ARRAY_TASK_ID="))[20:])

    def kill_one(self):
        """Kills a worker as soon as some rows are there."""
        wait_until(lambda: len(list((self.folder / "out").iterdir())) >= ROWS // 5, 300, "the start")
        for _ in range(200):
            for process in self.runners():
                try:
                    row = self.row(process)
                    os.kill(process, signal.SIGKILL)
                except (OSError, StopIteration):
                    continue
                # One that had just saved its result was killed too late to matter.
                if row in self.numbers(self.missing()):
                    return
            time.sleep(0.01)
        self.fail("there was nothing to kill")

    def check(self, before):
        """Checks what is there after everything that was missing has been run again."""
        self.assertEqual(self.missing(), "")
        done = sorted(int(line) for line in self.journal.read_text().split())
        # A row may have been killed between its last cell and its result; no other may be twice.
        twice = {n for n in done if done.count(n) > 1}
        self.assertLessEqual(len(twice), 1, twice)
        self.assertLessEqual(twice, before)
        self.assertEqual(sorted(set(done)), list(range(ROWS)))
        table = self.unroll("sweep", "collect", "n.ipynb", "--rows", "rows.jsonl").stdout
        shutil.rmtree(self.folder / "out")
        self.unroll("sweep", "run", "n.ipynb", "--rows", "rows.jsonl", "--jobs", "2")
        plain = self.unroll("sweep", "collect", "n.ipynb", "--rows", "rows.jsonl").stdout
        self.assertEqual(table, plain)
        self.assertEqual(len(list(csv.reader(io.StringIO(table)))), ROWS + 1)

    @staticmethod
    def numbers(ranges):
        """The numbers of a list such as 3,17,40-44."""
        result = set()
        for part in filter(None, ranges.split(",")):
            first, _, last = part.partition("-")
            result |= set(range(int(first), int(last or first) + 1))
        return result

    @unittest.skipUnless(shutil.which("parallel"), "GNU parallel is not installed")
    def test_gnu_parallel(self):
        def start(rows):
            return subprocess.Popen(
                ["parallel", "-j", "2", "--will-cite", UNROLL, "run", "n.ipynb", "--params-from",
                 "rows.jsonl", "--index", "{}", "-o", "out/{}.ipynb"], cwd=self.folder,
                stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                text=True), "\n".join(map(str, sorted(rows))) + "\n"

        workers, rows = start(range(ROWS))
        workers.stdin.write(rows)
        workers.stdin.close()
        self.kill_one()
        workers.wait(600)
        missing = self.numbers(self.missing())
        self.assertEqual(len(missing), 1)
        workers, rows = start(missing)
        workers.communicate(rows, 60)
        self.check(missing)

    @unittest.skipUnless(shutil.which("slurmctld"), "Slurm is not installed")
    def test_slurm(self):
        with Slurm(self.folder) as slurm:
            def submit(rows):
                slurm.call("sbatch", "--parsable", f"--array={rows}", "--ntasks=1", "--output=/dev/null",
                           "--wrap", f"exec {UNROLL} run n.ipynb --params-from rows.jsonl "
                           "-o 'out/{index}.ipynb'", cwd=self.folder)

            submit(f"0-{ROWS - 1}")
            self.kill_one()
            wait_until(lambda: not slurm.call("squeue", "--noheader").strip(), 600, "the array")
            ranges = self.missing()
            missing = self.numbers(ranges)
            self.assertEqual(len(missing), 1, ranges)
            submit(ranges)
            wait_until(lambda: not slurm.call("squeue", "--noheader").strip(), 120, "the rest")
            self.check(missing)


class Slurm:
    """A Slurm with one node of two slots, whose files are in a folder."""

    def __init__(self, folder):
        self.folder = folder / "slurm"
        self.processes = []

    def __enter__(self):
        for name in ["state", "spool"]:
            (self.folder / name).mkdir(parents=True)
        host = socket.gethostname().split(".")[0]
        user = subprocess.run(["id", "-un"], capture_output=True, text=True).stdout.strip()
        ports = [self.free_port(), self.free_port()]
        munge = self.folder / "munge.socket"
        key = self.folder / "munge.key"
        key.write_bytes(os.urandom(128))
        key.chmod(0o600)
        (self.folder / "slurm.conf").write_text(f"""
ClusterName=unroll
SlurmctldHost={host}(127.0.0.1)
SlurmUser={user}
SlurmdUser={user}
SlurmctldPort={ports[0]}
SlurmdPort={ports[1]}
AuthType=auth/munge
AuthInfo=socket={munge}
CryptoType=crypto/munge
StateSaveLocation={self.folder}/state
SlurmdSpoolDir={self.folder}/spool
SlurmctldPidFile={self.folder}/controller.pid
SlurmdPidFile={self.folder}/node.pid
SlurmctldLogFile={self.folder}/controller.log
SlurmdLogFile={self.folder}/node.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
MpiDefault=none
ReturnToService=2
SchedulerType=sched/backfill
SchedulerParameters=batch_sched_delay=0,sched_interval=1
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
MaxArraySize=10001
MaxJobCount=10001
NodeName={host} NodeAddr=127.0.0.1 CPUs=2 State=UNKNOWN
PartitionName=all Nodes=ALL Default=YES MaxTime=INFINITE State=UP OverSubscribe=NO
""")
        self.environment = dict(os.environ, SLURM_CONF=str(self.folder / "slurm.conf"))
        self.start("munged", "--foreground", "--force", f"--key-file={key}", f"--socket={munge}",
                   f"--pid-file={self.folder}/munge.pid", f"--log-file={self.folder}/munge.log",
                   f"--seed-file={self.folder}/munge.seed")
        wait_until(munge.exists, 10, "the start of munge")
        self.start("slurmctld", "-D", "-i")
        self.start("slurmd", "-D", "-N", host)
        wait_until(lambda: "idle" in self.call("sinfo", "--noheader", "-o", "%t"), 60,
                   "the start of Slurm")
        return self

    def __exit__(self, *_):
        for process in reversed(self.processes):
            process.terminate()
        for process in self.processes:
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()

    def start(self, *command):
        """Starts a daemon."""
        path = os.environ["PATH"] + ":/usr/sbin:/sbin"
        self.processes.append(subprocess.Popen(
            command, env=dict(self.environment, PATH=path), stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL))

    def call(self, *command, cwd=None):
        """Calls one of Slurm's commands; an error counts as no answer."""
        result = subprocess.run(command, env=self.environment, cwd=cwd, capture_output=True,
                                text=True)
        if command[0] == "sbatch" and result.returncode != 0:
            raise AssertionError(result.stderr)
        return result.stdout

    @staticmethod
    def free_port():
        """A port that nobody listens at."""
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            return probe.getsockname()[1]


if __name__ == "__main__":
    unittest.main(verbosity=2)
