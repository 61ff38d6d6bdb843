"""What jupyter_kernel_test leaves out, asked of an installed kernel through jupyter_client.

    python kernel_conformance.py [--kernel NAME] [--snippets FILE.json] [TEST ...]

The snippets are cells in the language of the kernel; a file can replace some of them.
"""

import argparse
import json
import queue
import time
import unittest

from jupyter_client import BlockingKernelClient
from jupyter_client.manager import KernelManager, start_new_kernel

KERNEL = "unroll"
TIMEOUT = 30

SNIPPETS = {
    "hello": 'print("hello, world")',
    "value": "1 + 1",
    "value_text": "2",
    "fail": 'fatalError("on purpose")',
    "read": 'print("read", readLine() ?? "nothing")',
    "forever": "while true {}",
    "declare": "let listed = 3",
    "look": "listed + 1",
    "look_text": "4",
    "many_lines": 'for number in 0..<100_000 { print("a line of some twenty", number) }',
    "many_lines_count": 100_000,
}


class KernelTest(unittest.TestCase):
    """Talks to one kernel for all tests of a class."""

    @classmethod
    def setUpClass(cls):
        cls.manager, cls.client = start_new_kernel(
            kernel_name=KERNEL, startup_timeout=TIMEOUT
        )

    @classmethod
    def tearDownClass(cls):
        cls.client.stop_channels()
        cls.manager.shutdown_kernel()

    def setUp(self):
        self.drain()

    def drain(self):
        """Drops what was published so far."""
        while True:
            try:
                self.client.get_iopub_msg(timeout=0.05)
            except queue.Empty:
                return

    def outputs(self, identifier, client=None):
        """Returns what a request led to, from busy to idle."""
        messages = []
        while True:
            message = (client or self.client).get_iopub_msg(timeout=TIMEOUT)
            if message["parent_header"].get("msg_id") != identifier:
                continue
            messages.append(message)
            if message["content"].get("execution_state") == "idle":
                return messages

    def reply(self, identifier, channel="shell"):
        """Returns the reply to a request; drops those to others."""
        while True:
            message = getattr(self.client, f"get_{channel}_msg")(timeout=TIMEOUT)
            if message["parent_header"].get("msg_id") == identifier:
                return message

    def send(self, kind, content, channel="shell", **header):
        """Sends any request; returns its identifier."""
        message = self.client.session.msg(kind, content)
        message["header"].update(header)
        getattr(self.client, f"{channel}_channel").send(message)
        return message["header"]["msg_id"]

    def run_cell(self, code, **options):
        """Runs a cell; returns its reply and what it led to."""
        identifier = self.client.execute(code, **options)
        outputs = self.outputs(identifier)
        return self.reply(identifier), outputs

    @staticmethod
    def kinds(messages):
        """The types of some messages, with the state of the kernel where they tell it."""
        return [
            message["content"].get("execution_state", message["msg_type"])
            for message in messages
        ]


class ExecuteTests(KernelTest):
    def test_order_of_messages(self):
        reply, outputs = self.run_cell(SNIPPETS["value"])
        expected = ["busy", "execute_input", "execute_result", "idle"]
        self.assertEqual(self.kinds(outputs), expected)
        self.assertEqual(outputs[1]["content"]["code"], SNIPPETS["value"])
        self.assertEqual(
            outputs[2]["content"]["data"]["text/plain"], SNIPPETS["value_text"]
        )
        counts = [message["content"]["execution_count"] for message in outputs[1:3]]
        self.assertEqual(counts, [reply["content"]["execution_count"]] * 2)
        self.assertIn("started", reply["metadata"])

    def test_counter_counts_what_is_kept(self):
        first = self.run_cell(SNIPPETS["value"])[0]["content"]["execution_count"]
        for options in [{"store_history": False}, {"silent": True}]:
            reply, _ = self.run_cell(SNIPPETS["value"], **options)
            self.assertEqual(reply["content"]["execution_count"], first)
        probe, _ = self.run_cell("", silent=True)
        self.assertEqual(probe["content"]["execution_count"], first)
        second = self.run_cell(SNIPPETS["value"])[0]["content"]["execution_count"]
        self.assertEqual(second, first + 1)

    def test_silent_cells_show_nothing(self):
        _, outputs = self.run_cell(SNIPPETS["hello"], silent=True)
        self.assertEqual(self.kinds(outputs), ["busy", "idle"])

    def test_user_expressions(self):
        reply, _ = self.run_cell(
            SNIPPETS["hello"], user_expressions={"value": SNIPPETS["value"]}
        )
        value = reply["content"]["user_expressions"]["value"]
        self.assertEqual(value["status"], "ok")
        self.assertIn("text/plain", value["data"])

    def test_queue_is_dropped_after_a_failure(self):
        codes = [SNIPPETS["fail"], SNIPPETS["value"], SNIPPETS["hello"]]
        identifiers = [self.client.execute(code) for code in codes]
        replies = [self.reply(identifier)["content"] for identifier in identifiers]
        self.assertEqual([reply["status"] for reply in replies], ["error"] * 3)
        for reply in replies:
            self.assertLessEqual({"ename", "evalue", "traceback"}, reply.keys())
        self.assertEqual(self.run_cell(SNIPPETS["value"])[0]["content"]["status"], "ok")

    def test_queue_goes_on_where_the_client_wants_that(self):
        first = self.client.execute(SNIPPETS["fail"], stop_on_error=False)
        second = self.client.execute(SNIPPETS["value"])
        self.assertEqual(self.reply(first)["content"]["status"], "error")
        self.assertEqual(self.reply(second)["content"]["status"], "ok")

    def test_many_lines_arrive_in_order(self):
        began = time.monotonic()
        _, outputs = self.run_cell(SNIPPETS["many_lines"])
        seconds = time.monotonic() - began
        text = "".join(
            message["content"]["text"] for message in outputs if message["msg_type"] == "stream"
        )
        lines = text.splitlines()
        self.assertEqual(len(lines), SNIPPETS["many_lines_count"])
        print(f"\n{len(lines)} lines in {seconds:.3f} s", end=" ")
        numbers = [int(line.split()[-1]) for line in lines if line.split()[-1].isdigit()]
        self.assertEqual(numbers, sorted(numbers))


class ConcurrencyTests(KernelTest):
    def test_interrupt_ends_the_cell_and_drops_the_queue(self):
        running = self.client.execute(SNIPPETS["forever"])
        waiting = self.client.execute(SNIPPETS["value"])
        while self.client.get_iopub_msg(timeout=TIMEOUT)["msg_type"] != "execute_input":
            pass
        for kind in ["kernel_info_request", "interrupt_request"]:
            identifier = self.send(kind, {}, channel="control")
            reply = self.reply(identifier, "control")
            self.assertEqual(reply["content"]["status"], "ok")
        self.assertEqual(self.reply(running)["content"]["status"], "error")
        self.assertEqual(self.reply(waiting)["content"]["status"], "error")
        self.assertEqual(self.run_cell(SNIPPETS["value"])[0]["content"]["status"], "ok")

    def test_shell_answers_while_a_cell_runs(self):
        running = self.client.execute(SNIPPETS["forever"])
        for identifier in [self.client.kernel_info(), self.client.comm_info()]:
            self.assertEqual(self.reply(identifier)["content"]["status"], "ok")
        self.assertEqual(self.reply(self.client.is_complete("1"))["content"]["status"], "complete")
        self.manager.interrupt_kernel()
        self.assertEqual(self.reply(running)["content"]["status"], "error")

    def test_interrupt_of_an_idle_kernel(self):
        identifier = self.send("interrupt_request", {}, channel="control")
        self.assertEqual(self.reply(identifier, "control")["content"], {"status": "ok"})

    def test_two_clients(self):
        other = BlockingKernelClient(connection_file=self.manager.connection_file)
        other.load_connection_file()
        other.start_channels()
        try:
            other.wait_for_ready(timeout=TIMEOUT)
            identifier = self.client.execute(SNIPPETS["hello"])
            self.assertIn("stream", self.kinds(self.outputs(identifier, other)))
        finally:
            other.stop_channels()

    def test_heartbeat(self):
        self.assertTrue(self.client.is_alive())


class InputTests(KernelTest):
    def test_line_of_input(self):
        identifier = self.client.execute(SNIPPETS["read"], allow_stdin=True)
        question = self.client.get_stdin_msg(timeout=TIMEOUT)
        self.assertEqual(question["msg_type"], "input_request")
        self.assertEqual(question["parent_header"]["msg_id"], identifier)
        self.assertIs(question["content"]["password"], False)
        self.client.input("a line")
        self.assertIn("a line", json.dumps([m["content"] for m in self.outputs(identifier)]))

    def test_no_input_where_it_is_not_allowed(self):
        reply, _ = self.run_cell(SNIPPETS["read"], allow_stdin=False)
        self.assertIn(reply["content"]["status"], ["ok", "error"])

    def test_interrupt_while_waiting_for_input(self):
        identifier = self.client.execute(SNIPPETS["read"], allow_stdin=True)
        self.client.get_stdin_msg(timeout=TIMEOUT)
        self.send("interrupt_request", {}, channel="control")
        self.assertIn(self.reply(identifier)["content"]["status"], ["ok", "error"])
        self.assertEqual(self.run_cell(SNIPPETS["value"])[0]["content"]["status"], "ok")


class OtherMessageTests(KernelTest):
    def test_comm_that_nobody_takes(self):
        identifier = self.send("comm_open", {"comm_id": "u", "target_name": "nobody", "data": {}})
        kinds = self.kinds(self.outputs(identifier))
        self.assertEqual(kinds, ["busy", "comm_close", "idle"])
        info = self.reply(self.client.comm_info())["content"]
        self.assertEqual(info, {"status": "ok", "comms": {}})

    def test_cursors_count_code_points(self):
        code = "😀é " + SNIPPETS["hello"][:2]
        reply = self.reply(self.client.complete(code))["content"]
        self.assertEqual(reply["status"], "ok")
        self.assertEqual(reply["cursor_end"], len(code))

    def test_malformed_requests_are_answered(self):
        for kind in ["execute_request", "complete_request", "history_request"]:
            reply = self.reply(self.send(kind, {}))
            self.assertEqual(reply["content"]["status"], "error")
            self.assertLessEqual({"ename", "evalue", "traceback"}, reply["content"].keys())

    def test_unknown_and_unsigned_messages_are_survived(self):
        self.send("brew_request", {})
        self.client.shell_channel.socket.send_multipart([b"nonsense"])
        signature = b"0" * 64
        self.client.shell_channel.socket.send_multipart(
            [b"<IDS|MSG>", signature, b"{}", b"{}", b"{}", b"{}"]
        )
        self.assertEqual(self.reply(self.client.kernel_info())["content"]["status"], "ok")

    def test_debugging_is_answered(self):
        request = {"type": "request", "seq": 1, "command": "debugInfo", "arguments": {}}
        identifier = self.send("debug_request", request, channel="control")
        self.assertEqual(self.reply(identifier, "control")["content"]["request_seq"], 1)

    def test_variables_are_listed_without_a_debugger(self):
        self.run_cell(SNIPPETS["declare"])
        request = {"type": "request", "seq": 2, "command": "inspectVariables", "arguments": {}}
        identifier = self.send("debug_request", request, channel="control")
        body = self.reply(identifier, "control")["content"]["body"]
        listed = {variable["name"]: variable["value"] for variable in body["variables"]}
        self.assertEqual(listed["listed"], "3")

    def test_usage(self):
        identifier = self.send("usage_request", {}, channel="control")
        self.assertGreater(self.reply(identifier, "control")["content"]["kernel_memory"], 0)


class SubshellTests(KernelTest):
    def subshell(self):
        """Creates a subshell; returns its identifier."""
        identifier = self.send("create_subshell_request", {}, channel="control")
        return self.reply(identifier, "control")["content"]["subshell_id"]

    def run_in(self, subshell, code):
        """Runs a cell in a subshell; returns its reply and what it led to."""
        content = {"code": code, "silent": False, "store_history": True, "allow_stdin": False}
        identifier = self.send("execute_request", content, subshell_id=subshell)
        outputs = self.outputs(identifier)
        return self.reply(identifier), outputs

    def begin(self, code):
        """Begins a cell; returns its identifier when it runs."""
        identifier = self.client.execute(code)
        while self.client.get_iopub_msg(timeout=TIMEOUT)["msg_type"] != "execute_input":
            pass
        return identifier

    def end(self, running):
        """Interrupts a cell."""
        self.send("interrupt_request", {}, channel="control")
        self.assertEqual(self.reply(running)["content"]["status"], "error")

    def test_advertised_created_listed_and_deleted(self):
        info = self.reply(self.client.kernel_info())["content"]
        self.assertIn("kernel subshells", info["supported_features"])
        created = [self.subshell(), self.subshell()]
        listed = self.reply(self.send("list_subshell_request", {}, channel="control"), "control")
        self.assertLessEqual(set(created), set(listed["content"]["subshell_id"]))
        for subshell, status in [(created[0], "ok"), (created[0], "error"), (created[1], "ok")]:
            content = {"subshell_id": subshell}
            identifier = self.send("delete_subshell_request", content, channel="control")
            self.assertEqual(self.reply(identifier, "control")["content"]["status"], status)

    def test_unknown_subshells_are_refused_aloud(self):
        for kind in ["kernel_info_request", "execute_request", "comm_info_request"]:
            identifier = self.send(kind, {"code": "1"}, subshell_id="nobody")
            self.assertEqual(self.reply(identifier)["content"]["status"], "error")

    def test_looks_while_a_cell_runs(self):
        subshell = self.subshell()
        self.run_cell(SNIPPETS["declare"])
        running = self.begin(SNIPPETS["forever"])
        notes = []
        for count in range(1, 4):
            reply, outputs = self.run_in(subshell, SNIPPETS["look"])
            self.assertEqual(reply["content"]["execution_count"], count)
            shown = [m["content"] for m in outputs if m["msg_type"] == "execute_result"]
            self.assertEqual(shown[0]["data"]["text/plain"], SNIPPETS["look_text"])
            notes += [m for m in outputs if m["msg_type"] == "stream"]
        self.assertEqual(len(notes), 1)
        self.end(running)

    def test_failures_and_interrupts_of_looks(self):
        subshell = self.subshell()
        running = self.begin(SNIPPETS["forever"])
        reply, outputs = self.run_in(subshell, SNIPPETS["fail"])
        self.assertEqual(reply["content"]["status"], "error")
        self.assertIn("error", self.kinds(outputs))
        content = {"code": SNIPPETS["forever"], "silent": False, "store_history": True}
        looking = self.send("execute_request", content, subshell_id=subshell)
        while self.client.get_iopub_msg(timeout=TIMEOUT)["msg_type"] != "execute_input":
            pass
        self.send("interrupt_request", {}, channel="control")
        replies = [self.client.get_shell_msg(timeout=TIMEOUT) for _ in range(2)]
        ended = {message["parent_header"]["msg_id"] for message in replies}
        self.assertEqual(ended, {running, looking})
        self.assertEqual({m["content"]["status"] for m in replies}, {"error"})

    def test_cells_of_an_idle_kernel_are_kept(self):
        subshell = self.subshell()
        for _ in range(2):
            self.assertEqual(
                self.run_in(subshell, SNIPPETS["declare"])[0]["content"]["status"], "ok")
        self.assertEqual(self.run_cell(SNIPPETS["look"])[0]["content"]["status"], "ok")


class LifecycleTests(unittest.TestCase):
    def test_shutdown_is_answered_and_the_process_ends(self):
        manager, client = start_new_kernel(kernel_name=KERNEL, startup_timeout=TIMEOUT)
        message = client.session.msg("shutdown_request", {"restart": False})
        client.control_channel.send(message)
        reply = client.get_control_msg(timeout=TIMEOUT)
        self.assertEqual(reply["content"], {"status": "ok", "restart": False})
        deadline = time.monotonic() + TIMEOUT
        while manager.is_alive() and time.monotonic() < deadline:
            time.sleep(0.01)
        self.assertFalse(manager.is_alive())
        client.stop_channels()
        manager.shutdown_kernel(now=True)

    def test_restart_begins_a_new_session(self):
        manager, client = start_new_kernel(kernel_name=KERNEL, startup_timeout=TIMEOUT)
        try:
            sessions = []
            for _ in range(2):
                client.execute(SNIPPETS["value"])
                reply = client.get_shell_msg(timeout=TIMEOUT)
                self.assertEqual(reply["content"]["execution_count"], 1)
                sessions.append(reply["header"]["session"])
                manager.restart_kernel()
                client.wait_for_ready(timeout=TIMEOUT)
            self.assertNotEqual(*sessions)
        finally:
            client.stop_channels()
            manager.shutdown_kernel()

    def test_encrypted_connections(self):
        manager = KernelManager(kernel_name=KERNEL, transport_encryption="required")
        manager.start_kernel()
        client = manager.client()
        client.start_channels()
        try:
            client.wait_for_ready(timeout=TIMEOUT)
            self.assertTrue(client.is_alive())
        finally:
            client.stop_channels()
            manager.shutdown_kernel()


def main():
    global KERNEL
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kernel", default=KERNEL)
    parser.add_argument("--snippets")
    arguments, rest = parser.parse_known_args()
    KERNEL = arguments.kernel
    if arguments.snippets:
        with open(arguments.snippets, encoding="utf-8") as file:
            SNIPPETS.update(json.load(file))
    unittest.main(argv=["kernel_conformance.py", *rest], verbosity=2)


if __name__ == "__main__":
    main()
