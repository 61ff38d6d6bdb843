"""Writes optimizer-trajectories.json: 80 steps of every rule of torch.optim, and its schedules.

The gradients are dyadic fractions from a formula, so that the tests make the same ones: one number
has zeros and then ones, one alternates, two vanish (one so fast that the product of two gradients is
zero), one is zero at every other step, one has no pattern.

Run: python make-optimizer-fixtures.py > optimizer-trajectories.json   (needs torch)
"""
import json

import torch

STEPS = 80
START = [0.5, -0.25, 0.125, 1.0, -2.0, 0.0625]
optim, schedulers = torch.optim, torch.optim.lr_scheduler


def gradients(n):
    return [
        0.0 if n < 60 else 1.0,
        (-1.0) ** n * (n % 5 + 1) / 4,
        0.5**n,
        0.5 ** (8 * n),
        0.0 if n % 2 == 0 else (-1.0) ** (n // 2),
        ((n * 37) % 61 - 30) / 64,
    ]


def trajectory(make):
    w = torch.tensor(START, dtype=torch.float64, requires_grad=True)
    rule = make([w])
    path = []
    for n in range(STEPS):
        w.grad = torch.tensor(gradients(n), dtype=torch.float64)
        rule.step()
        path.append(w.tolist())
    return path


def rates(make, steps):
    rule = optim.SGD([torch.zeros(1, requires_grad=True)], 1.0)
    schedule = make(rule)
    path = []
    for _ in range(steps):
        path.append(rule.param_groups[0]["lr"])
        rule.step()
        schedule.step()
    return path


def plateau(losses, **settings):
    rule = optim.SGD([torch.zeros(1, requires_grad=True)], 1.0)
    schedule = schedulers.ReduceLROnPlateau(rule, **settings)
    path = []
    for loss in losses:
        path.append(rule.param_groups[0]["lr"])
        rule.step()
        schedule.step(loss)
    return path


def warm_up_then_cosine(rule):
    rise = schedulers.LinearLR(rule, 1 / 5, 1, 4)
    fall = schedulers.CosineAnnealingLR(rule, 10, 0.1)
    return schedulers.SequentialLR(rule, [rise, fall], [5])


RULES = {
    "sgd": lambda p: optim.SGD(p, 0.1),
    "sgd decay": lambda p: optim.SGD(p, 0.1, weight_decay=0.5),
    "sgd momentum": lambda p: optim.SGD(p, 0.1, momentum=0.9),
    "sgd momentum decay": lambda p: optim.SGD(p, 0.1, momentum=0.9, weight_decay=0.5),
    "sgd dampening": lambda p: optim.SGD(p, 0.1, momentum=0.9, dampening=0.5),
    "sgd nesterov": lambda p: optim.SGD(p, 0.1, momentum=0.9, nesterov=True),
    "sgd nesterov decay": lambda p: optim.SGD(p, 0.1, momentum=0.9, nesterov=True, weight_decay=0.5),
    "adagrad": lambda p: optim.Adagrad(p, 0.1),
    "adagrad decays": lambda p: optim.Adagrad(p, 0.1, lr_decay=0.25, weight_decay=0.5),
    "rmsprop": lambda p: optim.RMSprop(p, 0.1),
    "rmsprop momentum": lambda p: optim.RMSprop(p, 0.1, momentum=0.9, weight_decay=0.5),
    "rmsprop centered": lambda p: optim.RMSprop(p, 0.1, alpha=0.75, centered=True),
    "rmsprop centered momentum": lambda p: optim.RMSprop(p, 0.1, centered=True, momentum=0.5),
    "rprop": lambda p: optim.Rprop(p, 0.001),
    "rprop bounds": lambda p: optim.Rprop(p, 0.1, etas=(0.25, 2), step_sizes=(0.01, 0.5)),
    "adam": lambda p: optim.Adam(p, 0.1),
    "adam betas": lambda p: optim.Adam(p, 0.1, betas=(0.5, 0.75), eps=1e-3),
    "adam decay": lambda p: optim.Adam(p, 0.1, weight_decay=0.5),
    "adam amsgrad": lambda p: optim.Adam(p, 0.1, amsgrad=True),
    "adamw": lambda p: optim.AdamW(p, 0.1, weight_decay=0.5),
    "adamw amsgrad": lambda p: optim.AdamW(p, 0.1, weight_decay=0.5, amsgrad=True),
}
SCHEDULES = {
    "steps": (lambda r: schedulers.StepLR(r, 3, 0.5), 20),
    "exponential": (lambda r: schedulers.ExponentialLR(r, 0.9), 20),
    "cosine": (lambda r: schedulers.CosineAnnealingLR(r, 10, 0.1), 11),
    "warm-up": (lambda r: schedulers.LinearLR(r, 1 / 5, 1, 4), 20),
    "warm-up, cosine": (warm_up_then_cosine, 15),
}
# Falls, rests with changes under and over a ten-thousandth, rises, falls again.
LOSSES = [max(4.0 - n / 4, 2) + (n * 37 % 61 - 30) / (3000 if n < 30 else 100) - (n > 45) for n in range(60)]
PLATEAUS = {
    "0.5 2 0": plateau(LOSSES, factor=0.5, patience=2),
    "0.1 0 0.001": plateau(LOSSES, factor=0.1, patience=0, min_lr=0.001),
    "0.25 5 0.125": plateau(LOSSES, factor=0.25, patience=5, min_lr=0.125),
}
print(json.dumps({
    "rules": {name: trajectory(make) for name, make in RULES.items()},
    "schedules": {name: rates(*value) for name, value in SCHEDULES.items()},
    "losses": LOSSES,
    "plateaus": PLATEAUS,
}))
