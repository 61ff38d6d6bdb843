"""Compares Unroll's widgets with those of ipywidgets, as clients see them."""

import json
import statistics
import time
import unittest

import ipywidgets

from kernel_conformance import TIMEOUT, KernelTest

# Each of our widgets, and one of ipywidgets that clients have to take it for.
PAIRS = {
    'Slider("W", in: 0.5...2, step: 0.1, value: 1)': lambda: ipywidgets.FloatSlider(
        value=1, min=0.5, max=2, step=0.1, description="W", readout_format=".1f"),
    'IntSlider("n", in: 1...9, value: 3)': lambda: ipywidgets.IntSlider(
        value=3, min=1, max=9, description="n"),
    'RangeSlider("r", in: 0...10, step: 1, value: 2...3)': lambda: ipywidgets.FloatRangeSlider(
        value=(2, 3), min=0, max=10, step=1, description="r", readout_format=".0f"),
    'Toggle("on", value: true)': lambda: ipywidgets.Checkbox(value=True, description="on"),
    'Dropdown("d", options: ["a", "b"], value: "b")': lambda: ipywidgets.Dropdown(
        options=["a", "b"], value="b", description="d"),
    'Radio("q", options: [1, 2])': lambda: ipywidgets.RadioButtons(
        options=["1", "2"], description="q"),
    'TextField("t", value: "x", placeholder: "p")': lambda: ipywidgets.Text(
        value="x", placeholder="p", description="t", continuous_update=False),
    'NumberField("f", value: 2.5)': lambda: ipywidgets.FloatText(value=2.5, description="f"),
    'ProgressBar("p", in: 0...4, value: 1)': lambda: ipywidgets.FloatProgress(
        value=1, min=0, max=4, description="p"),
    'Label("words")': lambda: ipywidgets.Label(value="words", placeholder=""),
    'Button("go")': lambda: ipywidgets.Button(description="go"),
    'OutputArea()': lambda: ipywidgets.Output(),
    'VBox([])': lambda: ipywidgets.VBox([]),
    'HBox([])': lambda: ipywidgets.HBox([]),
    'Tabs(["one": Label("1")])': lambda: ipywidgets.Tab([ipywidgets.Label("1")], titles=["one"]),
}


class WidgetTests(KernelTest):
    """Talks to the kernel's widgets as clients do."""

    def run_cell(self, code):
        """Runs a cell; returns what it led to."""
        outputs = self.outputs(self.send("execute_request", {
            "code": code, "silent": False, "store_history": True, "user_expressions": {},
            "allow_stdin": False, "stop_on_error": True}))
        self.assertFalse([m for m in outputs if m["msg_type"] == "error"], outputs)
        return outputs

    def states(self, outputs):
        """Returns the states of the widgets that were opened, by what identifies them."""
        opened = [m for m in outputs if m["msg_type"] == "comm_open"]
        for message in opened:
            self.assertEqual(message["content"]["target_name"], "jupyter.widget")
            self.assertEqual(message["metadata"]["version"].split(".")[0], "2")
        return {m["content"]["comm_id"]: m["content"]["data"]["state"] for m in opened}

    def say(self, comm, data):
        """Says something on a comm; returns what it led to."""
        return self.outputs(self.send("comm_msg", {"comm_id": comm, "data": data}))

    def test_states_are_those_that_clients_expect(self):
        for code, make in PAIRS.items():
            with self.subTest(code):
                theirs = make().get_state()
                states = self.states(self.run_cell(code))
                ours = next(s for s in states.values() if s["_model_name"] == theirs["_model_name"])
                extra = set(ours) - set(theirs)
                self.assertFalse(extra, "clients know no such keys")
                for key, value in ours.items():
                    if isinstance(value, str) and value.startswith("IPY_MODEL_"):
                        model = states[value.removeprefix("IPY_MODEL_")]
                        self.assertEqual(
                            model["_model_name"],
                            ipywidgets.Widget.widgets[
                                theirs[key].removeprefix("IPY_MODEL_")]._model_name)
                    elif key not in ("children",):
                        expected = json.loads(json.dumps(theirs[key], default=list))
                        self.assertEqual(value, expected, key)

    def test_questions_about_states_are_answered_while_a_cell_runs(self):
        self.run_cell('let asked = Slider("asked", in: 0...2); asked')
        running = self.send("execute_request", {
            "code": "import Glibc; sleep(3)", "silent": False, "store_history": False,
            "user_expressions": {}, "allow_stdin": False, "stop_on_error": True})
        self.send("comm_open", {
            "comm_id": "control", "target_name": "jupyter.widget.control", "data": {}})
        begin = time.monotonic()
        answer = next(
            m for m in self.say("control", {"method": "request_states"})
            if m["msg_type"] == "comm_msg")
        self.assertLess(time.monotonic() - begin, 2.5)
        states = answer["content"]["data"]["states"]
        self.assertIn("asked", [s["state"].get("description") for s in states.values()])
        for state in states.values():
            self.assertEqual(state["model_name"], state["state"]["_model_name"])
        self.client.comm_info("jupyter.widget")
        self.outputs(running)

    def test_a_move_redraws_what_depends_on_it(self):
        outputs = self.run_cell(
            'try interact(Slider("W", in: 0.1...2)) { w in SVG("<svg><text>\\(w)</text></svg>") }')
        states = self.states(outputs)
        slider = next(i for i, s in states.items() if s["_model_name"] == "FloatSliderModel")
        area = next(i for i, s in states.items() if s["_model_name"] == "OutputModel")
        times = []
        for step in range(1, 21):
            value = 0.1 + 1.9 * step / 20
            begin = time.monotonic()
            identifier = self.send("comm_msg", {
                "comm_id": slider, "data": {"method": "update", "state": {"value": value}}})
            for message in self.outputs(identifier):
                content = message["content"]
                if content.get("comm_id") == area:
                    times.append(time.monotonic() - begin)
                    shown = content["data"]["state"]["outputs"]
                    self.assertEqual(len(shown), 1)
                    drawn = shown[0]["data"]["image/svg+xml"]
                    self.assertAlmostEqual(float(drawn.split(">")[2].split("<")[0]), value)
        self.assertEqual(len(times), 20)
        print(f"a move is redrawn within {statistics.median(times) * 1000:.1f} ms", end=" ")
        self.assertLess(statistics.median(times), 0.5)

    def test_moves_that_outrun_a_callback_are_overtaken_by_the_last(self):
        states = self.states(self.run_cell(
            'var heard: [Int] = []; let fast = IntSlider("n", in: 0...100)\n'
            'fast.observe { heard.append($0) }\nfast'))
        slider = next(i for i, s in states.items() if s["_model_name"] == "IntSliderModel")
        running = self.send("execute_request", {
            "code": "import Glibc; sleep(1)", "silent": False, "store_history": False,
            "user_expressions": {}, "allow_stdin": False, "stop_on_error": True})
        moves = [
            self.send("comm_msg", {
                "comm_id": slider, "data": {"method": "update", "state": {"value": value}}})
            for value in range(60, 80)]
        idle = set()
        while not idle.issuperset(moves + [running]):
            message = self.client.get_iopub_msg(timeout=TIMEOUT)
            if message["content"].get("execution_state") == "idle":
                idle.add(message["parent_header"]["msg_id"])
        heard = self.run_cell("heard")
        result = next(m for m in heard if m["msg_type"] == "execute_result")
        self.assertEqual(result["content"]["data"]["text/plain"], "[79]")


if __name__ == "__main__":
    unittest.main()
