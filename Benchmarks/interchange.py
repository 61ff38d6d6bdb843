"""Exchanges models with PyTorch in both directions, and compares their outputs.

Run: python3 interchange.py       (from anywhere; builds what it needs, makes an environment with torch)

For tanh and ReLU networks, LSTMs and GRUs, with one and two levels, in one and both directions, in
single and double precision: weights, inputs and outputs pass through safetensors and npy files written
by one side and read by the other. The state dictionaries must fit strictly, and outputs must agree to
1e-12 (double) or 1e-5 (single). Ends with status 1 where something does not.
"""
import itertools
import pathlib
import subprocess
import sys
import tempfile

import torch_environment

torch_environment.ensure()

import numpy  # noqa: E402
import torch  # noqa: E402
from safetensors.torch import load_file, save_file  # noqa: E402

INPUTS, HIDDEN, OUTPUTS = 5, 7, 3
here = pathlib.Path(__file__).parent


class Model(torch.nn.Module):
    """A recurrent part named rnn and a read-out named fc, as the toolkit names them."""

    def __init__(self, cell, levels, directions):
        super().__init__()
        sizes = dict(num_layers=levels, bidirectional=directions == 2)
        self.rnn = {
            "tanh": lambda: torch.nn.RNN(INPUTS, HIDDEN, nonlinearity="tanh", **sizes),
            "relu": lambda: torch.nn.RNN(INPUTS, HIDDEN, nonlinearity="relu", **sizes),
            "lstm": lambda: torch.nn.LSTM(INPUTS, HIDDEN, **sizes),
            "gru": lambda: torch.nn.GRU(INPUTS, HIDDEN, **sizes),
        }[cell]()
        self.fc = torch.nn.Linear(HIDDEN * directions, OUTPUTS)

    def forward(self, x):
        return self.fc(self.rnn(x)[0])


def difference(found, expected):
    """The largest difference, in units of the largest number."""
    return float((found - expected).abs().max() / expected.abs().max())


def exchange(program, cell, levels, directions, kind, folder):
    """Sends a model each way; returns the differences of the outputs."""
    dtype = torch.float64 if kind == "double" else torch.float32
    arguments = [cell, str(levels), str(directions), kind, str(folder)]

    mine = Model(cell, levels, directions).to(dtype)
    x = torch.randn(6, 2, INPUTS, dtype=dtype)
    save_file(mine.state_dict(), folder / "torch.safetensors", metadata={"format": "pt"})
    numpy.save(folder / "torch-inputs.npy", x.numpy())
    subprocess.run([program, "read", *arguments], check=True)
    there = difference(torch.from_numpy(numpy.load(folder / "outputs.npy")), mine(x).detach())

    subprocess.run([program, "write", *arguments], check=True)
    theirs = Model(cell, levels, directions).to(dtype)
    theirs.load_state_dict(load_file(folder / "swift.safetensors"), strict=True)
    x = torch.from_numpy(numpy.load(folder / "swift-inputs.npy"))
    expected = torch.from_numpy(numpy.load(folder / "swift-outputs.npy"))
    return there, difference(theirs(x).detach(), expected)


def main():
    torch.manual_seed(1)
    subprocess.run(["swift", "build", "-c", "release", "--product", "recurrent-interchange"],
                   cwd=here, check=True, stdout=sys.stderr)
    program = here / ".build" / "release" / "recurrent-interchange"
    failures = 0
    print(f"PyTorch {torch.__version__}; largest relative difference of the outputs")
    print(f"{'cell':5} {'levels':>6} {'directions':>10} {'type':6} {'to Swift':>9} {'to torch':>9}")
    cases = itertools.product(("tanh", "relu", "lstm", "gru"), (1, 2), (1, 2), ("double", "float"))
    for cell, levels, directions, kind in cases:
        with tempfile.TemporaryDirectory() as folder:
            there, back = exchange(program, cell, levels, directions, kind, pathlib.Path(folder))
        fits = max(there, back) < (1e-12 if kind == "double" else 1e-5)
        failures += not fits
        print(f"{cell:5} {levels:6} {directions:10} {kind:6} {there:9.1e} {back:9.1e}"
              f"{'' if fits else '  differs'}")
    print(f"{failures} of 32 differ" if failures else "all 32 agree")
    return 1 if failures else 0


sys.exit(main())
