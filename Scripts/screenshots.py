"""Runs notebooks in a real JupyterLab, in a browser without a window, and saves what is to be seen.

    python screenshots.py [--theme light|dark] [--to FOLDER] NOTEBOOK ...

Needs jupyterlab and selenium, the kernel installed beside them, and Debian's chromium and
chromium-driver.  Each notebook becomes a folder of pages; nothing is written beside the notebook.
"""

import argparse
import json
import os
import pathlib
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request

from selenium import webdriver
from selenium.webdriver.common.by import By

PATIENCE = 180
# The scrolling element: the notebook itself, or a panel in it, depending on the version of
# JupyterLab.
FIND_SCROLLER = """
return [...document.querySelectorAll('.jp-Notebook, .jp-Notebook *')].find(element =>
    element.scrollHeight > element.clientHeight + 50
    && ['auto', 'scroll'].includes(getComputedStyle(element).overflowY))
    || document.querySelector('.jp-Notebook')"""


def wait_until(condition, what):
    """Waits until a condition holds; complains of what did not happen."""
    end = time.monotonic() + PATIENCE
    while not condition():
        if time.monotonic() > end:
            sys.exit(f"screenshots: {what} took longer than {PATIENCE} s")
        time.sleep(0.3)


def write_settings(folder, theme):
    """Writes the settings of a JupyterLab that looks as asked, and asks nothing itself."""
    extensions = folder / "lab" / "user-settings" / "@jupyterlab"
    for path, settings in {
        "apputils-extension/themes": {"theme": f"JupyterLab {theme.capitalize()}"},
        "apputils-extension/notification": {"fetchNews": "false", "checkForUpdates": False},
        "notebook-extension/tracker": {"windowingMode": "none"},
    }.items():
        file = extensions / f"{path}.jupyterlab-settings"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(settings))


def start_server(root, settings, port):
    """Starts a JupyterLab that only this machine can reach, and waits until it answers."""
    command = [
        sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root", "--ip=127.0.0.1",
        f"--port={port}", f"--ServerApp.root_dir={root}", "--IdentityProvider.token=",
        "--ServerApp.password=", "--expose-app-in-browser"]
    environment = dict(
        os.environ, JUPYTER_CONFIG_DIR=str(settings),
        JUPYTERLAB_SETTINGS_DIR=str(settings / "lab" / "user-settings"))
    server = subprocess.Popen(
        command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def answers():
        try:
            return urllib.request.urlopen(f"http://127.0.0.1:{port}/api", timeout=1).status == 200
        except OSError:
            return False

    wait_until(answers, "the start of JupyterLab")
    return server


def start_browser():
    """Starts a browser without a window."""
    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium") or "/usr/bin/chromium"
    for argument in ("--headless=new", "--no-sandbox", "--window-size=1300,1650", "--disable-gpu"):
        options.add_argument(argument)
    driver = shutil.which("chromedriver") or "/usr/bin/chromedriver"
    return webdriver.Chrome(options=options, service=webdriver.ChromeService(driver))


def run_all_cells(browser):
    """Runs all cells, and waits until none is running."""
    browser.execute_script("window.jupyterapp.commands.execute('notebook:run-all-cells')")
    time.sleep(2)

    def is_idle():
        prompts = browser.find_elements(By.CSS_SELECTOR, ".jp-InputPrompt")
        return not any("[*]" in prompt.text for prompt in prompts)

    wait_until(is_idle, "running the cells")


def save_pages(browser, folder):
    """Saves the notebook page by page; returns how many there are."""
    folder.mkdir(parents=True, exist_ok=True)
    panel = browser.execute_script(FIND_SCROLLER)
    height, step = browser.execute_script(
        "return [arguments[0].scrollHeight, arguments[0].clientHeight - 60]", panel)
    starts = range(0, max(height - 60, 1), max(step, 1))
    for page, top in enumerate(starts):
        browser.execute_script("arguments[0].scrollTop = arguments[1]", panel, top)
        time.sleep(0.5)
        browser.save_screenshot(str(folder / f"page{page}.png"))
    return len(starts)


def main():
    """Takes pictures of the notebooks that are named."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("notebooks", nargs="+", type=pathlib.Path)
    parser.add_argument("--theme", choices=["light", "dark"], default="light")
    parser.add_argument("--to", type=pathlib.Path, default=pathlib.Path("Screenshots"))
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
        probe.close()
        root, settings = pathlib.Path(folder) / "root", pathlib.Path(folder) / "settings"
        root.mkdir()
        write_settings(settings, options.theme)
        for notebook in options.notebooks:
            shutil.copy(notebook, root)
        server = start_server(root, settings, port)
        browser = start_browser()
        try:
            for notebook in options.notebooks:
                browser.get(f"http://127.0.0.1:{port}/lab/tree/{notebook.name}?reset")
                wait_until(
                    lambda: browser.find_elements(By.CSS_SELECTOR, ".jp-Notebook .jp-Cell"),
                    f"opening {notebook.name}")
                time.sleep(3)
                run_all_cells(browser)
                pages = options.to / f"{notebook.stem}-{options.theme}"
                print(f"{pages}: {save_pages(browser, pages)} pages", flush=True)
        finally:
            browser.quit()
            server.terminate()
            server.wait()


if __name__ == "__main__":
    main()
