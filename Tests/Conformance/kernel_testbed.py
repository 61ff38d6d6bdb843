"""The 27 checks of the public kernel-testbed, for cells in Swift.

    python kernel_testbed.py [TEST ...]

The names of the tests are those of the checks (github.com/runtimed/kernel-testbed). They are stricter
here where the original accepts a partial answer, and the interrupt has something to end.
"""

import time
import unittest

from jupyter_client import BlockingKernelClient
from jupyter_client.manager import KernelManager

import kernel_conformance
from kernel_conformance import TIMEOUT, KernelTest

SNIPPETS = {
    "print_hello": 'print("hello")',
    "print_stderr": 'import Glibc\nfputs("error\\n", stderr)',
    "simple_expr": "1 + 1",
    "simple_expr_result": "2",
    "incomplete_code": "func foo(",
    "complete_code": "let x = 1",
    "syntax_error": "print(1))",
    "input_prompt": 'print(readLine() ?? "nothing")',
    "sleep_code": "import Glibc\nsleep(600)",
    "completion_var": "test_variable_for_completion",
    "completion_setup": "let test_variable_for_completion = 42",
    "completion_prefix": "test_variable_for_",
    "display_data_code": 'display(HTML("<b>bold</b>"))',
    "update_display_data_code": 'let shown = display(HTML("<b>initial</b>"), id: "one")\n'
    'shown.update(HTML("<b>updated</b>"))',
    "rich_execute_result_code": 'HTML("<b>bold</b>")',
}


class TestbedTests(KernelTest):
    """Runs each check against one kernel."""

    def contents(self, code, kind):
        """Returns the contents of the messages of a type that a cell leads to."""
        _, outputs = self.run_cell(code)
        return [message["content"] for message in outputs if message["msg_type"] == kind]

    def info(self):
        """Returns the content of a reply to `kernel_info_request`."""
        return self.reply(self.client.kernel_info())["content"]

    # Basic protocol

    def test_heartbeat_responds(self):
        channel = self.client.hb_channel
        channel.unpause()
        deadline = time.monotonic() + TIMEOUT
        while not channel.is_beating() and time.monotonic() < deadline:
            time.sleep(0.01)
        self.assertTrue(channel.is_beating())

    def test_iopub_welcome(self):
        # With a session of its own: its connections would replace those of the first client.
        client = BlockingKernelClient(connection_file=self.manager.connection_file)
        client.load_connection_file()
        client.start_channels()
        try:
            message = client.get_iopub_msg(timeout=TIMEOUT)
            self.assertEqual(message["msg_type"], "iopub_welcome")
            self.assertEqual(message["content"], {"subscription": ""})
            self.assertEqual(message["parent_header"], {})
        finally:
            client.stop_channels()

    def test_kernel_info_reply_valid(self):
        self.assertEqual(self.info()["status"], "ok")

    def test_kernel_info_has_language_info(self):
        language = self.info()["language_info"]
        self.assertEqual((language["name"], language["file_extension"]), ("swift", ".swift"))

    def test_kernel_info_has_protocol_version(self):
        self.assertRegex(self.info()["protocol_version"], r"^5\.\d+")

    def test_execute_stdout(self):
        text = "".join(c["text"] for c in self.contents(SNIPPETS["print_hello"], "stream"))
        self.assertEqual(text, "hello\n")

    def test_execute_stderr(self):
        streams = self.contents(SNIPPETS["print_stderr"], "stream")
        self.assertEqual([stream["name"] for stream in streams], ["stderr"])
        self.assertIn("error", streams[0]["text"])

    def test_execute_reply_ok(self):
        reply, _ = self.run_cell(SNIPPETS["complete_code"])
        self.assertEqual(reply["msg_type"], "execute_reply")
        self.assertEqual(reply["content"]["status"], "ok")

    def test_status_busy_idle_lifecycle(self):
        kinds = self.kinds(self.run_cell(SNIPPETS["simple_expr"])[1])
        self.assertEqual((kinds[0], kinds[-1]), ("busy", "idle"))
        self.assertEqual((kinds.count("busy"), kinds.count("idle")), (1, 1))

    def test_execute_input_broadcast(self):
        inputs = self.contents(SNIPPETS["simple_expr"], "execute_input")
        self.assertEqual([i["code"] for i in inputs], [SNIPPETS["simple_expr"]])

    def test_shutdown_reply(self):
        manager = KernelManager(kernel_name=kernel_conformance.KERNEL)
        manager.start_kernel()
        client = manager.client()
        client.start_channels()
        try:
            client.wait_for_ready(timeout=TIMEOUT)
            message = client.session.msg("shutdown_request", {"restart": False})
            client.control_channel.send(message)
            reply = client.get_control_msg(timeout=TIMEOUT)
            self.assertEqual(reply["msg_type"], "shutdown_reply")
            self.assertEqual(reply["content"], {"status": "ok", "restart": False})
        finally:
            client.stop_channels()
            manager.shutdown_kernel(now=True)

    # Interactive features

    def test_complete_request(self):
        self.run_cell(SNIPPETS["completion_setup"])
        prefix = SNIPPETS["completion_prefix"]
        reply = self.reply(self.client.complete(prefix))["content"]
        self.assertEqual(reply["status"], "ok")
        self.assertIn(SNIPPETS["completion_var"], reply["matches"])
        self.assertEqual((reply["cursor_start"], reply["cursor_end"]), (0, len(prefix)))

    def test_inspect_request(self):
        self.run_cell(SNIPPETS["completion_setup"])
        reply = self.reply(self.client.inspect(SNIPPETS["completion_var"]))["content"]
        self.assertEqual((reply["status"], reply["found"]), ("ok", True))
        self.assertIn("Int", reply["data"]["text/plain"])

    def test_is_complete_complete(self):
        reply = self.reply(self.client.is_complete(SNIPPETS["complete_code"]))["content"]
        self.assertEqual(reply, {"status": "complete"})

    def test_is_complete_incomplete(self):
        reply = self.reply(self.client.is_complete(SNIPPETS["incomplete_code"]))["content"]
        self.assertEqual(reply["status"], "incomplete")
        self.assertIn("indent", reply)

    def test_is_complete_invalid(self):
        reply = self.reply(self.client.is_complete(SNIPPETS["syntax_error"]))["content"]
        self.assertEqual(reply, {"status": "invalid"})

    def test_history_request(self):
        self.run_cell(SNIPPETS["complete_code"])
        identifier = self.client.history(hist_access_type="tail", n=1, raw=True, output=False)
        reply = self.reply(identifier)["content"]
        self.assertEqual(reply["status"], "ok")
        self.assertEqual(reply["history"][0][2], SNIPPETS["complete_code"])

    def test_comm_info_request(self):
        reply = self.reply(self.client.comm_info())["content"]
        self.assertEqual(reply["status"], "ok")
        self.assertIsInstance(reply["comms"], dict)

    def test_error_handling(self):
        reply, outputs = self.run_cell(SNIPPETS["syntax_error"])
        self.assertEqual(reply["content"]["status"], "error")
        errors = [m["content"] for m in outputs if m["msg_type"] == "error"]
        self.assertEqual(len(errors), 1)
        self.assertTrue(errors[0]["traceback"])

    # Rich output

    def test_display_data(self):
        shown = self.contents(SNIPPETS["display_data_code"], "display_data")
        self.assertEqual([s["data"]["text/html"] for s in shown], ["<b>bold</b>"])

    def test_update_display_data(self):
        _, outputs = self.run_cell(SNIPPETS["update_display_data_code"])
        shown = [m for m in outputs if m["msg_type"].endswith("display_data")]
        kinds = [message["msg_type"] for message in shown]
        self.assertEqual(kinds, ["display_data", "update_display_data"])
        ids = {message["content"]["transient"]["display_id"] for message in shown}
        self.assertEqual(ids, {"one"})

    def test_execute_result(self):
        results = self.contents(SNIPPETS["simple_expr"], "execute_result")
        texts = [result["data"]["text/plain"] for result in results]
        self.assertEqual(texts, [SNIPPETS["simple_expr_result"]])

    def test_rich_execute_result(self):
        results = self.contents(SNIPPETS["rich_execute_result_code"], "execute_result")
        self.assertEqual([r["data"]["text/html"] for r in results], ["<b>bold</b>"])

    # Advanced features

    def test_stdin_input_request(self):
        identifier = self.client.execute(SNIPPETS["input_prompt"], allow_stdin=True)
        question = self.client.get_stdin_msg(timeout=TIMEOUT)
        self.assertEqual(question["msg_type"], "input_request")
        self.client.input('"test_input_42"')
        self.assertEqual(self.reply(identifier)["content"]["status"], "ok")
        texts = [m["content"].get("text") for m in self.outputs(identifier)]
        self.assertIn('"test_input_42"\n', texts)

    def test_comms_lifecycle(self):
        comm = {"comm_id": "test-comm", "target_name": "jupyter.kernel_testbed.test", "data": {}}
        kinds = self.kinds(self.outputs(self.send("comm_open", comm)))
        self.assertEqual(kinds, ["busy", "comm_close", "idle"])
        for kind in ["comm_msg", "comm_close"]:
            self.outputs(self.send(kind, {"comm_id": "test-comm", "data": {}}))
        self.assertEqual(self.run_cell(SNIPPETS["simple_expr"])[0]["content"]["status"], "ok")

    def test_interrupt_request(self):
        identifier = self.client.execute(SNIPPETS["sleep_code"])
        while self.client.get_iopub_msg(timeout=TIMEOUT)["msg_type"] != "execute_input":
            pass
        begin = time.monotonic()
        reply = self.reply(self.send("interrupt_request", {}, channel="control"), "control")
        self.assertEqual(reply["content"], {"status": "ok"})
        self.assertEqual(self.reply(identifier)["content"]["ename"], "Interrupted")
        self.assertLess(time.monotonic() - begin, TIMEOUT)

    def test_execution_count_increments(self):
        code = SNIPPETS["complete_code"]
        counts = [self.run_cell(code)[0]["content"]["execution_count"] for _ in range(2)]
        self.assertEqual(counts[1], counts[0] + 1)

    def test_parent_header_correlation(self):
        reply, outputs = self.run_cell(SNIPPETS["print_hello"])
        request = reply["parent_header"]["msg_id"]
        self.assertEqual({m["parent_header"]["msg_id"] for m in outputs}, {request})


if __name__ == "__main__":
    unittest.main()
