"""Writes files-and-optimizers.json: files by other programs, and optimizers' steps by PyTorch.

Run: python make-file-fixtures.py > files-and-optimizers.json   (needs torch, numpy, safetensors)
"""
import io
import json

import numpy
import torch
from safetensors.torch import save


class Module(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = torch.nn.RNN(2, 3)
        self.fc = torch.nn.Linear(3, 1)


class Classifier(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.embedding = torch.nn.Embedding(5, 3)
        self.rnn = torch.nn.LSTM(3, 4, num_layers=2)
        self.fc = torch.nn.Linear(4, 2)

    def forward(self, tokens):
        return self.fc(self.rnn(self.embedding(tokens))[1][0][-1])


def fill(module):
    for index, parameter in enumerate(module.parameters()):
        count = parameter.numel()
        i = torch.arange(count)
        values = ((i * 37 + (10 + index) * 101) % 61 - 30).double() / 64
        parameter.data = values.reshape(parameter.shape).to(parameter.dtype)
    return module


def tensors(module):
    return {name: value.data.clone() for name, value in module.named_parameters()}


def npy(array, version=None):
    buffer = io.BytesIO()
    numpy.lib.format.write_array(buffer, array, version=version)
    return buffer.getvalue().hex()


def optimizer(name, make):
    """Six steps on two numbers whose gradients are a fixed list."""
    gradients = [(1.0, -2.0), (0.5, 0.25), (-0.75, 1.0), (0.0, 3.0), (2.0, -1.0), (0.1, 0.1)]
    w = torch.tensor([0.5, -0.25], dtype=torch.float64, requires_grad=True)
    rule = make([w])
    path = []
    for g in gradients:
        w.grad = torch.tensor(g, dtype=torch.float64)
        rule.step()
        path.append(w.tolist())
    return {"name": name, "path": path}


tokens = torch.tensor([[0, 1], [4, 2], [3, 3], [1, 0]])
classifier = fill(Classifier().double())
grid = numpy.arange(6, dtype=numpy.float64).reshape(2, 3) / 4
module = fill(Module())
half = {
    "a": torch.tensor([[1.5, -2.25], [65504.0, 6e-8]], dtype=torch.float16),
    "b": torch.tensor([1.5, -2.25, 3e38], dtype=torch.bfloat16),
    "c": torch.tensor([1, -2, 1 << 40]),
    "d": torch.tensor([True, False]),
    "e": torch.tensor(7, dtype=torch.int32),
    "f": torch.tensor([], dtype=torch.uint8),
}
x = torch.tensor([[[0.5, -1.0]], [[0.25, 2.0]]])
optim = torch.optim
print(json.dumps({
    "module": {
        "safetensors": save(tensors(module), metadata={"format": "pt"}).hex(),
        "output": module.fc(module.rnn(x)[0][-1]).flatten().tolist(),
    },
    "classifier": {
        "safetensors": save(tensors(classifier), metadata={"format": "pt"}).hex(),
        "output": classifier(tokens).flatten().tolist(),
    },
    "types": {
        "safetensors": save(half).hex(),
        "values": {name: value.double().flatten().tolist() for name, value in half.items()},
    },
    "npy": {
        "grid": npy(grid), "columns": npy(numpy.asfortranarray(grid)),
        "vector": npy(grid[0].astype(numpy.float32)), "number": npy(numpy.float64(2.5)),
        "whole": npy(numpy.arange(4)), "version2": npy(grid, (2, 0)),
        "texts": npy(numpy.array(["a", "b"])), "big": npy(grid.astype(">f8")),
    },
    "optimizers": [
        optimizer("sgd", lambda p: optim.SGD(p, 0.1)),
        optimizer("momentum", lambda p: optim.SGD(p, 0.1, momentum=0.9)),
        optimizer("nesterov", lambda p: optim.SGD(p, 0.1, momentum=0.9, nesterov=True)),
        optimizer("adagrad", lambda p: optim.Adagrad(p, 0.1)),
        optimizer("rmsprop", lambda p: optim.RMSprop(p, 0.1)),
        optimizer("adam", lambda p: optim.Adam(p, 0.1)),
        optimizer("adamw", lambda p: optim.AdamW(p, 0.1, weight_decay=0.5)),
    ],
}, indent=1))
