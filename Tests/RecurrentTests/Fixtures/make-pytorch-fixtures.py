"""Writes pytorch-layers.json: outputs and gradients of recurrent layers, in double precision.

Inputs, weights and the weights of the loss are dyadic fractions from a formula, so that the tests
make the same ones without a file. Cells that torch.nn does not have are written out here, and the
written-out form is checked against torch.nn for those that it has.

Run: python make-pytorch-fixtures.py > pytorch-layers.json     (needs torch and numpy)
"""
import json
import torch

torch.set_default_dtype(torch.float64)
D, H = 3, 4


def wave(offset, *shape):
    count = 1
    for size in shape:
        count *= size
    i = torch.arange(count)
    return (((i * 37 + offset * 101) % 61 - 30).double() / 64).reshape(shape)


ACTIVATIONS = {
    "identity": lambda z: z,
    "tanh": torch.tanh,
    "sigmoid": torch.sigmoid,
    "relu": torch.relu,
    "hardTanh": torch.nn.functional.hardtanh,
    # torch.nn.functional.hardsigmoid multiplies by 1/6 in single precision, even for doubles.
    "hardSigmoid": lambda z: (z / 6 + 0.5).clamp(0, 1),
}
GATES = {"elman": 1, "lstm": 4, "lstmWithoutForgetGate": 3, "gru": 3, "gruResetBefore": 3}


def step(kind, activation, x, h, c, w_ih, w_hh, b_ih, b_hh):
    """One step of a cell, from its equations."""
    if kind == "elman":
        return ACTIVATIONS[activation](x @ w_ih.T + b_ih + h @ w_hh.T + b_hh), c
    if kind == "lstm":
        i, f, g, o = (x @ w_ih.T + b_ih + h @ w_hh.T + b_hh).chunk(4, 1)
        c = torch.sigmoid(f) * c + torch.sigmoid(i) * torch.tanh(g)
        return torch.sigmoid(o) * torch.tanh(c), c
    if kind == "lstmWithoutForgetGate":
        i, g, o = (x @ w_ih.T + b_ih + h @ w_hh.T + b_hh).chunk(3, 1)
        c = c + torch.sigmoid(i) * torch.tanh(g)
        return torch.sigmoid(o) * torch.tanh(c), c
    a_r, a_z, a_n = (x @ w_ih.T + b_ih).chunk(3, 1)
    if kind == "gru":
        q_r, q_z, q_n = (h @ w_hh.T + b_hh).chunk(3, 1)
        r, z = torch.sigmoid(a_r + q_r), torch.sigmoid(a_z + q_z)
        n = torch.tanh(a_n + r * q_n)
    else:
        w_r, w_z, w_n = w_hh.chunk(3, 0)
        b_r, b_z, b_n = b_hh.chunk(3, 0)
        r = torch.sigmoid(a_r + h @ w_r.T + b_r)
        z = torch.sigmoid(a_z + h @ w_z.T + b_z)
        n = torch.tanh(a_n + (r * h) @ w_n.T + b_n)
    return (1 - z) * n + z * h, c


def names(layers, directions):
    return [
        f"{part}_l{layer}{suffix}"
        for layer in range(layers)
        for suffix in ("", "_reverse")[:directions]
        for part in ("weight_ih", "weight_hh", "bias_ih", "bias_hh")
    ]


def parameters(kind, layers, directions):
    rows = GATES[kind] * H
    result = {}
    for index, name in enumerate(names(layers, directions)):
        width = D if "_l0" in name else H * directions
        shape = {"weight_ih": (rows, width), "weight_hh": (rows, H)}.get(name[:9], (rows,))
        result[name] = wave(10 + index, *shape).requires_grad_()
    return result


def module(kind, activation, layers, directions, params):
    arguments = dict(num_layers=layers, bidirectional=directions == 2)
    if kind == "elman":
        net = torch.nn.RNN(D, H, nonlinearity=activation, **arguments)
    else:
        net = {"lstm": torch.nn.LSTM, "gru": torch.nn.GRU}[kind](D, H, **arguments)
    for name, value in params.items():
        getattr(net, name).data = value.data.clone()
    return net


def run_module(net, kind, x, h0, c0, lengths):
    state = (h0, c0) if kind == "lstm" else h0
    if lengths:
        packed = torch.nn.utils.rnn.pack_padded_sequence(x, lengths, enforce_sorted=False)
        y, state = net(packed, state)
        y, _ = torch.nn.utils.rnn.pad_packed_sequence(y, total_length=x.shape[0])
    else:
        y, state = net(x, state)
    return (y, *state) if kind == "lstm" else (y, state, None)


def run_loop(kind, activation, params, x, h0, c0):
    h, c, outputs = h0[0], c0[0], []
    for t in range(x.shape[0]):
        h, c = step(kind, activation, x[t], h, c, *params.values())
        outputs.append(h)
    has_cell = kind.startswith("lstm")
    return torch.stack(outputs), h[None], c[None] if has_cell else None


def flat(tensor):
    return [float(f"{value:.13g}") for value in tensor.detach().flatten().tolist()]


def case(kind, activation="tanh", T=3, B=1, layers=1, directions=1, lengths=None):
    params = parameters(kind, layers, directions)
    x = (2 * wave(1, T, B, D)).requires_grad_()
    h0 = wave(2, layers * directions, B, H).requires_grad_()
    c0 = wave(3, layers * directions, B, H).requires_grad_()
    native = kind in ("lstm", "gru") or (kind == "elman" and activation in ("tanh", "relu"))
    plain = layers == 1 and directions == 1 and not lengths
    if native:
        net = module(kind, activation, layers, directions, params)
        y, h, c = run_module(net, kind, x, h0, c0, lengths)
        params = dict(net.named_parameters())
        if plain:
            again = run_loop(kind, activation, params, x, h0, c0)
            assert (again[0] - y).abs().max() < 1e-13, kind
    else:
        y, h, c = run_loop(kind, activation, params, x, h0, c0)
    loss = (y * wave(4, *y.shape)).sum() + (h * wave(5, *h.shape)).sum()
    if c is not None:
        loss = loss + (c * wave(6, *c.shape)).sum()
    loss.backward()
    shown = sorted({1, (T + 1) // 2, T})
    return {
        "cell": kind, "activation": activation, "steps": T, "sequences": B, "layers": layers,
        "directions": directions, "lengths": lengths, "loss": loss.item(), "shown": shown,
        "output": [flat(y[t - 1]) for t in shown], "h": flat(h),
        "c": flat(c) if c is not None else None,
        "inputGradient": [flat(x.grad[t - 1]) for t in shown], "h0Gradient": flat(h0.grad),
        "c0Gradient": flat(c0.grad) if c is not None else None,
        "gradients": {name: flat(value.grad) for name, value in params.items()},
    }


def main():
    cases = []
    kinds = [("elman", a) for a in ACTIVATIONS] + [(k, "tanh") for k in list(GATES)[1:]]
    for kind, activation in kinds:
        for B in (1, 7):
            for T in (1, 3, 20):
                cases.append(case(kind, activation, T, B))
    for kind, activation in [("elman", "tanh"), ("elman", "relu"), ("lstm", "tanh"), ("gru", "tanh")]:
        cases.append(case(kind, activation, 3, 1, directions=2))
        cases.append(case(kind, activation, 5, 3, layers=2))
        cases.append(case(kind, activation, 5, 4, lengths=[5, 2, 4, 1]))
        cases.append(case(kind, activation, 5, 4, layers=2, directions=2, lengths=[3, 5, 1, 4]))

    print('{"cases": [\n' + ",\n".join(json.dumps(c, separators=(",", ":")) for c in cases) + "\n]}")


if __name__ == "__main__":
    main()
