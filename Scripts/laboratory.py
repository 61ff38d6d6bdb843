"""A real JupyterLab in a browser without a window, for scripts that look at what people see.

Needs jupyterlab and selenium, the kernel installed beside them, and Debian's chromium and
chromium-driver.
"""

import contextlib
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

PATIENCE = 180


def wait_until(condition, what):
    """Waits until a condition holds; complains of what did not happen."""
    end = time.monotonic() + PATIENCE
    while not condition():
        if time.monotonic() > end:
            raise TimeoutError(f"{what} took longer than {PATIENCE} s")
        time.sleep(0.1)


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


def wait_for_answer(address, what):
    """Waits until a server answers."""
    def answers():
        try:
            return urllib.request.urlopen(address, timeout=1).status == 200
        except OSError:
            return False

    wait_until(answers, what)


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

    wait_for_answer(f"http://127.0.0.1:{port}/api", "the start of JupyterLab")
    return server


def start_browser():
    """Starts a browser without a window."""
    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium") or "/usr/bin/chromium"
    for argument in ("--headless=new", "--no-sandbox", "--window-size=1300,1650", "--disable-gpu"):
        options.add_argument(argument)
    driver = shutil.which("chromedriver") or "/usr/bin/chromedriver"
    return webdriver.Chrome(options=options, service=webdriver.ChromeService(driver))


@contextlib.contextmanager
def laboratory(notebooks, theme="light"):
    """Starts a JupyterLab with copies of notebooks, and a browser; yields the browser, the address and
    the folder with the copies."""
    with tempfile.TemporaryDirectory() as folder, socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
        probe.close()
        root, settings = pathlib.Path(folder) / "root", pathlib.Path(folder) / "settings"
        root.mkdir()
        write_settings(settings, theme)
        for notebook in notebooks:
            shutil.copy(notebook, root)
        server = start_server(root, settings, port)
        browser = start_browser()
        try:
            yield browser, f"http://127.0.0.1:{port}", root
        finally:
            browser.quit()
            server.terminate()
            server.wait()


@contextlib.contextmanager
def dashboard(notebook):
    """Starts a Voilà with a notebook, and a browser; yields the browser and the address."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    server = subprocess.Popen(
        [sys.executable, "-m", "voila", str(notebook), "--no-browser", f"--port={port}",
         "--Voila.ip=127.0.0.1"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    browser = None
    try:
        browser = start_browser()
        wait_for_answer(f"http://127.0.0.1:{port}/voila/static/favicon.ico", "the start of Voilà")
        yield browser, f"http://127.0.0.1:{port}"
    finally:
        if browser:
            browser.quit()
        server.terminate()
        server.wait()
