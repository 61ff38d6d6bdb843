"""Runs notebooks in a real JupyterLab, in a browser without a window, and saves what is to be seen.

    python screenshots.py [--theme light|dark] [--to FOLDER] NOTEBOOK ...

Needs jupyterlab and selenium, the kernel installed beside them, and Debian's chromium and
chromium-driver.  Each notebook becomes a folder of pages; nothing is written beside the notebook.
"""

import argparse
import pathlib
import time

from laboratory import laboratory, wait_until
from selenium.webdriver.common.by import By

# The scrolling element: the notebook itself, or a panel in it, depending on the version of
# JupyterLab.
FIND_SCROLLER = """
return [...document.querySelectorAll('.jp-Notebook, .jp-Notebook *')].find(element =>
    element.scrollHeight > element.clientHeight + 50
    && ['auto', 'scroll'].includes(getComputedStyle(element).overflowY))
    || document.querySelector('.jp-Notebook')"""


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
    with laboratory(options.notebooks, options.theme) as (browser, address, _):
        for notebook in options.notebooks:
            browser.get(f"{address}/lab/tree/{notebook.name}?reset")
            wait_until(
                lambda: browser.find_elements(By.CSS_SELECTOR, ".jp-Notebook .jp-Cell"),
                f"opening {notebook.name}")
            time.sleep(3)
            run_all_cells(browser)
            pages = options.to / f"{notebook.stem}-{options.theme}"
            print(f"{pages}: {save_pages(browser, pages)} pages", flush=True)


if __name__ == "__main__":
    main()
