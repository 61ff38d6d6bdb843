"""Writes pytorch-truncation.json: gradients of losses that each reach back k steps.

Each loss is followed by itself: the states of all layers k steps before it are detached, and the steps
since then are computed again. Those who reach the first step get the gradients of the initial states.

Run: python make-truncation-fixtures.py > pytorch-truncation.json     (needs torch)
"""
import importlib
import json

import torch

pytorch = importlib.import_module("make-pytorch-fixtures")
wave, flat, D, H = pytorch.wave, pytorch.flat, pytorch.D, pytorch.H
T, B = 6, 3


def advance(kind, weights, x, states):
    """One step of all layers; states are pairs of h and c."""
    after = []
    for layer, (h, c) in enumerate(states):
        h, c = pytorch.step(kind, "tanh", x, h, c, *weights[4 * layer:4 * layer + 4])
        after.append((h, c))
        x = h
    return after


def case(kind, layers, lengths, k):
    params = pytorch.parameters(kind, layers, 1)
    weights = list(params.values())
    x = (2 * wave(1, T, B, D)).requires_grad_()
    h0 = wave(2, layers, B, H).requires_grad_()
    c0 = wave(3, layers, B, H).requires_grad_()
    every, final = wave(4, T, B, H), (wave(5, B, H), wave(6, B, H))
    start = list(zip(h0, c0))
    states = [start]
    for t in range(T):
        states.append(advance(kind, weights, x[t], states[-1]))

    def end(t):
        first = max(0, t - k)
        now = [(h.detach(), c.detach()) for h, c in states[first]] if first else start
        for step in range(first, t):
            now = advance(kind, weights, x[step], now)
        return now[-1]

    loss = 0
    for t in range(1, T + 1):
        counts = torch.tensor([float(t <= n) for n in lengths])[:, None]
        loss = loss + (end(t)[0] * every[t - 1] * counts).sum()
    for row, n in enumerate(lengths):
        h, c = end(n)
        loss = loss + (h[row] * final[0][row]).sum()
        if kind.startswith("lstm"):
            loss = loss + (c[row] * final[1][row]).sum()
    loss.backward()
    has_cell = kind.startswith("lstm")
    return {
        "cell": kind, "layers": layers, "lengths": lengths, "reach": k,
        "inputGradient": flat(x.grad), "h0Gradient": flat(h0.grad),
        "c0Gradient": flat(c0.grad) if has_cell else None,
        "gradients": {name: flat(value.grad) for name, value in params.items()},
    }


cases = [
    case(kind, layers, lengths, k)
    for kind in pytorch.GATES
    for layers, lengths in ((1, [T] * B), (2, [T] * B), (2, [3, T, 5]))
    for k in (1, 2, 5, T)
]
print('{"cases": [\n' + ",\n".join(json.dumps(c, separators=(",", ":")) for c in cases) + "\n]}")
