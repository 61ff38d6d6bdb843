"""Writes pytorch-losses.json: losses of torch.nn.functional and their gradients.

The numbers are dyadic fractions from a formula, so that the tests make the same ones.

Run: python make-loss-fixtures.py > pytorch-losses.json   (needs torch)
"""
import json

import torch
from torch.nn import functional

ROWS, COLUMNS = 6, 3
LABELS = [0, 2, 1, 2, 1, 0]
WEIGHTS = torch.tensor([1, 0.5, 4], dtype=torch.float64)


def numbers(offset, scale):
    return torch.tensor([((n * 37 + offset * 101) % 61 - 30) / scale for n in range(ROWS * COLUMNS)],
                        dtype=torch.float64).reshape(ROWS, COLUMNS)


def measured(cost):
    outputs = numbers(1, 8).requires_grad_()
    loss = cost(outputs)
    loss.backward()
    return {"loss": loss.item(), "gradient": outputs.grad.flatten().tolist()}


LABELED = torch.tensor(LABELS)
NUMBERS, SHARES = numbers(2, 8), (numbers(3, 64) + 0.5).clamp(0, 1)
LOSSES = {
    "mse": lambda o: functional.mse_loss(o, NUMBERS),
    "huber 1": lambda o: functional.huber_loss(o, NUMBERS),
    "huber 0.25": lambda o: functional.huber_loss(o, NUMBERS, delta=0.25),
    "binary": lambda o: functional.binary_cross_entropy_with_logits(o, SHARES),
    "classes": lambda o: functional.cross_entropy(o, LABELED),
    "weights": lambda o: functional.cross_entropy(o, LABELED, weight=WEIGHTS),
    "weights, sum": lambda o: functional.cross_entropy(o, LABELED, weight=WEIGHTS, reduction="sum"),
    "ignored": lambda o: functional.cross_entropy(o, LABELED, ignore_index=2),
    "weights, ignored": lambda o: functional.cross_entropy(o, LABELED, weight=WEIGHTS, ignore_index=1),
}
print(json.dumps({name: measured(cost) for name, cost in LOSSES.items()}))
