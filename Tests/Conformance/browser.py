"""Uses the kernel in a real JupyterLab and Voilà, in a browser without a window, as a person does.

    Scripts/with-clients --browser Tests/Conformance/browser.py [TEST ...]
"""

import json
import os
import pathlib
import signal
import statistics
import subprocess
import tempfile
import time
import unittest

from laboratory import dashboard, laboratory, wait_until
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

CELLS = [
    'let squares = (1...4).map { $0 * $0 }',
    'squares',
    'display(HTML("<b class=\\"own\\">bold</b>"))',
]

PANEL = "const panel = window.jupyterapp.shell.currentWidget, notebook = panel.content;"

# Moves a slider with the keyboard step by step, and measures from each key to the redrawn output.
DRAG = PANEL + """
const [steps, done] = arguments, times = [], output = notebook.activeCell.outputArea.node;
const text = () => output.querySelector('.drawn')?.textContent;
(async () => {
    for (let step = 0; step < steps; step++) {
        const before = text(), handle = output.querySelector('.noUi-handle');
        const start = performance.now();
        handle.dispatchEvent(new KeyboardEvent('keydown', {key: 'ArrowRight', bubbles: true}));
        while (text() === before && performance.now() - start < 5000)
            await new Promise(requestAnimationFrame);
        times.push(performance.now() - start);
    }
    done(times);
})();"""


def write_notebook(folder, codes):
    """Writes a notebook with cells that have not run; returns its path."""
    notebook = pathlib.Path(folder) / "trial.ipynb"
    notebook.write_text(json.dumps({
        "nbformat": 4, "nbformat_minor": 5,
        "metadata": {"kernelspec": {
            "name": "unroll", "display_name": "Unroll", "language": "swift"}},
        "cells": [{
            "cell_type": "code", "id": f"cell-{index}", "metadata": {}, "outputs": [],
            "execution_count": None, "source": code} for index, code in enumerate(codes)]}))
    return notebook


class BrowserTests(unittest.TestCase):
    """Sits before one notebook; the tests are run in the order of their names."""

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        notebook = write_notebook(cls.folder.name, CELLS)
        cls.laboratory = laboratory([notebook])
        cls.browser, cls.address, cls.root = cls.laboratory.__enter__()
        cls.open()

    @classmethod
    def tearDownClass(cls):
        cls.laboratory.__exit__(None, None, None)
        cls.folder.cleanup()

    @classmethod
    def open(cls):
        """Opens the notebook, and waits for its kernel."""
        cls.browser.get(f"{cls.address}/lab/tree/trial.ipynb?reset")
        wait_until(
            lambda: cls.browser.find_elements(By.CSS_SELECTOR, ".jp-Notebook .jp-Cell"),
            "opening the notebook")
        wait_until(
            lambda: cls.script(
                "return panel.sessionContext?.session?.kernel?.status === 'idle'"),
            "the start of the kernel")

    @classmethod
    def script(cls, code, *arguments):
        """Runs a script about the notebook in the browser."""
        return cls.browser.execute_script(PANEL + code, *arguments)

    def command(self, name):
        """Has JupyterLab do something."""
        self.browser.execute_script("window.jupyterapp.commands.execute(arguments[0])", name)

    def write(self, code):
        """Adds a cell at the end, and puts code in it."""
        self.script("notebook.activeCellIndex = notebook.widgets.length - 1;")
        count = self.script("return notebook.widgets.length")
        self.command("notebook:insert-cell-below")
        wait_until(
            lambda: self.script("return notebook.widgets.length") > count, "adding a cell")
        self.script("notebook.activeCell.model.sharedModel.setSource(arguments[0])", code)

    def type(self, *keys):
        """Types into the active cell."""
        self.script("notebook.mode = 'edit'; notebook.activeCell.editor.focus();")
        ActionChains(self.browser).send_keys(*keys).perform()

    def begin(self, code):
        """Runs code in a new cell."""
        self.write(code)
        self.command("notebook:run-cell")

    def output(self):
        """The text of the active cell's output."""
        return self.script("return notebook.activeCell.outputArea.node.innerText")

    def wait_for_end(self):
        """Waits until the active cell has run; returns the text of its output."""
        wait_until(
            lambda: self.script(
                "const model = notebook.activeCell.model;"
                "return model.executionCount !== null && model.executionState === 'idle'"),
            "running a cell")
        return self.output()

    def run_cell(self, code):
        """Runs code in a new cell; returns the text of its output."""
        self.begin(code)
        return self.wait_for_end()

    def see(self, selector, what):
        """Waits until an element is there that can be seen, and returns it."""
        def visible():
            found = self.browser.find_elements(By.CSS_SELECTOR, selector)
            return [element for element in found if element.is_displayed()]
        wait_until(visible, what)
        return visible()[0]

    # The tests.

    def test_01_all_cells_run(self):
        self.command("notebook:run-all-cells")
        wait_until(
            lambda: self.script(
                "return notebook.widgets.slice(0, 3).every(c => c.model.executionCount !== null"
                " && c.model.executionState === 'idle')"), "running all cells")
        text = self.browser.find_element(By.CSS_SELECTOR, ".jp-Notebook").text
        self.assertIn("[1, 4, 9, 16]", text)
        self.see("b.own", "showing HTML")

    def test_02_tab_completes_twice(self):
        for name in ("first", "second"):
            self.run_cell(f"let {name} = [1]")
            self.write("")
            self.type(f"{name}.rever", Keys.TAB)
            wait_until(
                lambda: "reversed" in self.script(
                    "return notebook.activeCell.model.sharedModel.getSource()")
                or "reversed" in self.browser.find_element(By.TAG_NAME, "body").text,
                f"completing {name}")
            self.type(Keys.ESCAPE)

    def test_03_shift_tab_explains(self):
        self.write("")
        self.type("squares.map")
        ActionChains(self.browser).key_down(Keys.SHIFT).send_keys(Keys.TAB).key_up(
            Keys.SHIFT).perform()
        self.assertIn("map", self.see(".jp-Tooltip", "showing what is known of a name").text)
        self.type(Keys.ESCAPE)

    def test_04_the_stop_button_ends_a_cell(self):
        self.begin("let kept = 5; var turns = 0; while true { turns += 1 }")
        wait_until(
            lambda: self.script(
                "return panel.sessionContext.session.kernel.status === 'busy'"), "a busy kernel")
        time.sleep(1)
        self.see("[data-command='notebook:interrupt-kernel']", "the stop button").click()
        self.assertIn("Interrupted", self.wait_for_end())
        self.assertIn("[1, 4, 9, 16]", self.run_cell("squares"))

    def test_05_a_cell_can_ask(self):
        self.begin('print("got", readLine() ?? "nothing")')
        self.see(".jp-Stdin-input", "being asked").send_keys("a line", Keys.ENTER)
        self.assertIn("got a line", self.wait_for_end())

    def test_06_a_slider_redraws(self):
        self.run_cell(
            'try interact(Slider("W", in: 0.1...2, value: 0.1)) { w in\n'
            '    HTML("<i class=\\"drawn\\">\\(w)</i>") }')
        self.see(".noUi-handle", "showing a slider")
        self.see(".jp-Notebook .drawn", "showing what depends on it")
        self.browser.set_script_timeout(120)
        times = self.browser.execute_async_script(DRAG, 40)
        print(f"a move is redrawn within {statistics.median(times):.0f} ms", end=" ", flush=True)
        self.assertLess(max(times), 5000)
        text = "return notebook.activeCell.outputArea.node.querySelector('.drawn').textContent"
        drawn = self.script(text)
        handle = self.browser.find_element(By.CSS_SELECTOR, ".noUi-handle")
        ActionChains(self.browser).drag_and_drop_by_offset(handle, 60, 0).perform()
        wait_until(lambda: float(self.script(text)) > float(drawn), "dragging the slider")

    def test_07_callbacks_show_and_fail_below(self):
        self.run_cell(
            'Button("press") { print("pressed"); if squares.count > 3 { fatalError("on purpose") } }')
        self.see(".jupyter-button", "showing a button").click()
        wait_until(
            lambda: "pressed" in self.output() and "on purpose" in self.output(),
            "showing what a callback does")

    def test_08_widgets_survive_a_reload(self):
        self.run_cell('let again = Slider("again", in: 0...1); again.observe { print("at", $0) }; again')
        self.see(".noUi-handle", "showing a slider")
        self.command("docmanager:save")
        time.sleep(2)
        self.open()
        self.script("notebook.activeCellIndex = notebook.widgets.length - 1; "
                    "notebook.scrollToItem(notebook.activeCellIndex);")
        node = "notebook.activeCell.outputArea.node"
        wait_until(
            lambda: self.script(f"return {node}.querySelector('.noUi-handle') !== null"),
            "showing the slider again")
        self.script(
            f"{node}.querySelector('.noUi-handle').dispatchEvent("
            "new KeyboardEvent('keydown', {key: 'ArrowRight', bubbles: true}))")
        wait_until(lambda: "at 0.51" in self.output(), "moving the slider after a reload")

    def test_09_a_killed_kernel_is_started_again(self):
        kernel = self.script("return panel.sessionContext.session.kernel.id")
        process = int(subprocess.check_output(["pgrep", "-f", f"kernel .*{kernel}"]).split()[0])
        os.kill(process, signal.SIGKILL)
        wait_until(
            lambda: self.browser.find_elements(By.CSS_SELECTOR, ".jp-Dialog")
            or self.script(
                "return ['restarting', 'autorestarting', 'starting'].includes("
                "panel.sessionContext.session?.kernel?.status)"), "noticing the end of a kernel")
        for button in self.browser.find_elements(By.CSS_SELECTOR, ".jp-Dialog .jp-mod-accept"):
            button.click()
        wait_until(
            lambda: self.script("return panel.sessionContext.session?.kernel?.status === 'idle'"),
            "starting the kernel again")
        for button in self.browser.find_elements(By.CSS_SELECTOR, ".jp-Dialog .jp-mod-accept"):
            button.click()
        self.assertIn("7", self.run_cell("3 + 4"))

    def test_10_restarting_forgets(self):
        self.run_cell("let remembered = 1")
        self.command("kernelmenu:restart")
        self.see(".jp-Dialog .jp-mod-accept", "being asked about a restart").click()
        wait_until(
            lambda: self.script("return panel.sessionContext.session?.kernel?.status === 'idle'"),
            "restarting the kernel")
        self.assertIn("cannot find 'remembered'", self.run_cell("remembered"))


class DashboardTests(unittest.TestCase):
    """A notebook as a page of Voilà, which shows no code."""

    def test_a_slider_redraws(self):
        codes = [
            'let heading = HTML("<b class=\\"heading\\">A page</b>")', 'heading',
            'try interact(Slider("W", in: 0.1...2, value: 0.1)) { w in\n'
            '    HTML("<i class=\\"drawn\\">\\(w)</i>") }']
        with tempfile.TemporaryDirectory() as folder:
            with dashboard(write_notebook(folder, codes)) as (browser, address):
                browser.get(address)
                find = browser.find_elements

                def drawn():
                    found = find(By.CSS_SELECTOR, ".drawn")
                    return found[0].get_attribute("textContent") if found else None

                wait_until(lambda: find(By.CSS_SELECTOR, ".noUi-handle"), "showing a slider")
                wait_until(drawn, "showing what depends on it")
                self.assertTrue(find(By.CSS_SELECTOR, ".heading"))
                before = drawn()
                browser.execute_script(
                    "document.querySelector('.noUi-handle').dispatchEvent("
                    "new KeyboardEvent('keydown', {key: 'ArrowRight', bubbles: true}))")
                wait_until(lambda: drawn() not in (None, before), "redrawing")


if __name__ == "__main__":
    unittest.main(verbosity=2)
