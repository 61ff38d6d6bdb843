"""Finds PyTorch for the scripts beside it: here, in a given environment, or in one made now.

`ensure()` returns where this Python already has torch, numpy and safetensors. Otherwise it starts the
script again in a virtual environment: the one that UNROLL_TORCH_VENV names, or `.venv` in this folder,
which is made and filled with pip the first time (PyTorch is large: some gigabytes).
"""
import importlib.util
import os
import pathlib
import subprocess
import sys
import venv

MODULES = ("torch", "numpy", "safetensors")


def ensure():
    """Returns where the modules are there; otherwise goes on in an environment that has them."""
    if all(importlib.util.find_spec(name) for name in MODULES):
        return
    named = os.environ.get("UNROLL_TORCH_VENV")
    folder = pathlib.Path(named) if named else pathlib.Path(__file__).parent / ".venv"
    python = folder / "bin" / "python"
    if pathlib.Path(sys.prefix) == folder.absolute() or (named and not python.exists()):
        sys.exit(f"{folder} has no torch, numpy and safetensors: install them there with pip")
    if not python.exists():
        print(f"installing PyTorch into {folder}, once", file=sys.stderr)
        venv.create(folder, with_pip=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", *MODULES], check=True)
    os.execv(python, [str(python), *sys.argv])
