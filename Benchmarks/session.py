"""A session with Unroll's kernel, as the benchmarks talk to it through jupyter_client."""

import os
import subprocess
import tempfile
import time
from pathlib import Path

from jupyter_client import BlockingKernelClient
from jupyter_client.connect import write_connection_file

UNROLL = Path(__file__).resolve().parent.parent / ".build" / "release" / "unroll"


def stat_fields(number):
    """Returns what the system says of a process after its name: its state, its parent and so on."""
    try:
        return Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return None


class Outcome:
    """What came of a cell: the seconds from its request to idle, its output, result and error."""

    def __init__(self):
        self.seconds = 0.0
        self.output = ""
        self.result = None
        self.error = None
        self.traceback = ""

    def take(self, kind, content):
        """Takes what a message on the IOPub channel says."""
        if kind == "stream":
            self.output += content["text"]
        elif kind == "execute_result":
            self.result = content["data"]["text/plain"]
        elif kind == "error":
            self.error = content["ename"]
            self.traceback = "\n".join(content["traceback"])


class Session:
    """A kernel that was started for a benchmark, and a client of it."""

    def __init__(self, unroll=UNROLL, environment=None):
        self.folder = tempfile.TemporaryDirectory(prefix="unroll-benchmark-")
        path, _ = write_connection_file(os.path.join(self.folder.name, "connection.json"))
        # A separate folder for temporary files, so that leftovers can be counted.
        self.temporary = os.path.join(self.folder.name, "temporary")
        os.mkdir(self.temporary)
        variables = dict(os.environ, TMPDIR=self.temporary, **(environment or {}))
        self.process = subprocess.Popen(
            [str(unroll), "kernel", "--connection-file", path], env=variables)
        self.client = BlockingKernelClient()
        self.client.load_connection_file(path)
        self.client.start_channels()
        self.client.wait_for_ready(timeout=60)

    def interrupt(self):
        """Asks for the end of the cell that runs; returns the time."""
        start = time.perf_counter()
        self.client.control_channel.send(self.client.session.msg("interrupt_request", {}))
        return start

    def run(self, code, interrupt_at=None, interrupt_after=None, timeout=120):
        """Runs a cell to its idle.

        With `interrupt_at`, asks for its end when that text appears, with `interrupt_after` so many
        seconds after its request, and counts the seconds from there.
        """
        outcome = Outcome()
        start = time.perf_counter()
        request = self.client.execute(code)
        if interrupt_after is not None:
            time.sleep(interrupt_after)
            start = self.interrupt()
        while True:
            message = self.client.get_iopub_msg(timeout=timeout)
            if message["parent_header"].get("msg_id") != request:
                continue
            kind, content = message["header"]["msg_type"], message["content"]
            if kind == "status" and content["execution_state"] == "idle":
                outcome.seconds = time.perf_counter() - start
                return outcome
            outcome.take(kind, content)
            if interrupt_at and kind == "stream" and interrupt_at in content["text"]:
                start = self.interrupt()
                interrupt_at = None

    def processes(self):
        """Returns the kernel's process and its descendants, ended ones that nobody took included."""
        children = {}
        for entry in Path("/proc").iterdir():
            if entry.name.isdigit():
                fields = stat_fields(entry.name)
                if fields is None:
                    continue
                children.setdefault(int(fields[1]), []).append((int(entry.name), fields[0]))
        found, waiting = [], [(self.process.pid, "S")]
        while waiting:
            process = waiting.pop()
            found.append(process)
            waiting += children.get(process[0], [])
        return found

    def memory(self):
        """Returns the proportional set size of all the session's processes, in megabytes."""
        total = 0
        for number, _ in self.processes():
            try:
                lines = Path(f"/proc/{number}/smaps_rollup").read_text().splitlines()
            except OSError:
                continue
            total += sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
        return total / 1024

    def descriptors(self):
        """Returns how many descriptors the kernel's process has open."""
        return len(os.listdir(f"/proc/{self.process.pid}/fd"))

    def end(self):
        """Ends the kernel as a client does."""
        self.client.shutdown()
        try:
            self.process.wait(timeout=10)
        finally:
            self.client.stop_channels()
            self.process.kill()
            self.folder.cleanup()
