internal import CVectorKernels

extension Kernels {
    /// Gates, cell and state of one step.
    @inline(__always)
    func lstmForward(
        rows: Int, hidden: Int, forgets: Bool, gates: Target<Scalar>, before: Target<Scalar>,
        cell: Target<Scalar>, state: Target<Scalar>
    ) {
        let forgets: Int32 = forgets ? 1 : 0
        if isDouble {
            double.pointee.lstm_forward(
                rows, hidden, forgets, d(gates), d(before), d(cell), d(state))
        } else {
            single.pointee.lstm_forward(
                rows, hidden, forgets, s(gates), s(before), s(cell), s(state))
        }
    }

    /// Gradients of one step's gate sums, and of the cell before it.
    @inline(__always)
    func lstmBackward(
        rows: Int, hidden: Int, forgets: Bool, gates: Target<Scalar>, before: Target<Scalar>,
        cell: Target<Scalar>, stateGradient: Target<Scalar>, cellGradient: Target<Scalar>,
        gateGradients: Target<Scalar>, beforeGradient: Target<Scalar>
    ) {
        let forgets: Int32 = forgets ? 1 : 0
        if isDouble {
            double.pointee.lstm_backward(
                rows, hidden, forgets, d(gates), d(before), d(cell), d(stateGradient),
                d(cellGradient), d(gateGradients), d(beforeGradient))
        } else {
            single.pointee.lstm_backward(
                rows, hidden, forgets, s(gates), s(before), s(cell), s(stateGradient),
                s(cellGradient), s(gateGradients), s(beforeGradient))
        }
    }

    /// Gates and state of one step, reset after the product.
    @inline(__always)
    func gruForward(
        rows: Int, hidden: Int, gates: Target<Scalar>, before: Target<Scalar>,
        state: Target<Scalar>
    ) {
        if isDouble {
            double.pointee.gru_forward(rows, hidden, d(gates), d(before), d(state))
        } else {
            single.pointee.gru_forward(rows, hidden, s(gates), s(before), s(state))
        }
    }

    /// Gradients of one step's gate sums, reset after the product.
    @inline(__always)
    func gruBackward(
        rows: Int, hidden: Int, gates: Target<Scalar>, before: Target<Scalar>,
        stateGradient: Target<Scalar>, gateGradients: Target<Scalar>,
        beforeGradient: Target<Scalar>
    ) {
        if isDouble {
            double.pointee.gru_backward(
                rows, hidden, d(gates), d(before), d(stateGradient), d(gateGradients),
                d(beforeGradient))
        } else {
            single.pointee.gru_backward(
                rows, hidden, s(gates), s(before), s(stateGradient), s(gateGradients),
                s(beforeGradient))
        }
    }

    /// Reset and update gates of one step, and what the reset gate keeps.
    @inline(__always)
    func gruReset(
        rows: Int, hidden: Int, gates: Target<Scalar>, before: Target<Scalar>,
        kept: Target<Scalar>
    ) {
        if isDouble {
            double.pointee.gru_reset(rows, hidden, d(gates), d(before), d(kept))
        } else {
            single.pointee.gru_reset(rows, hidden, s(gates), s(before), s(kept))
        }
    }

    /// Candidate and state of one step, reset before the product.
    @inline(__always)
    func gruMix(
        rows: Int, hidden: Int, gates: Target<Scalar>, before: Target<Scalar>,
        state: Target<Scalar>
    ) {
        if isDouble {
            double.pointee.gru_mix(rows, hidden, d(gates), d(before), d(state))
        } else {
            single.pointee.gru_mix(rows, hidden, s(gates), s(before), s(state))
        }
    }

    /// Gradients of the update gate's and the candidate's sums, reset before the product.
    @inline(__always)
    func gruMixBackward(
        rows: Int, hidden: Int, gates: Target<Scalar>, before: Target<Scalar>,
        stateGradient: Target<Scalar>, gateGradients: Target<Scalar>,
        beforeGradient: Target<Scalar>
    ) {
        if isDouble {
            double.pointee.gru_mix_backward(
                rows, hidden, d(gates), d(before), d(stateGradient), d(gateGradients),
                d(beforeGradient))
        } else {
            single.pointee.gru_mix_backward(
                rows, hidden, s(gates), s(before), s(stateGradient), s(gateGradients),
                s(beforeGradient))
        }
    }

    /// The gradient of the reset gate's sums, from that of what it kept.
    @inline(__always)
    func gruResetBackward(
        rows: Int, hidden: Int, gates: Target<Scalar>, before: Target<Scalar>,
        keptGradient: Target<Scalar>, gateGradients: Target<Scalar>,
        beforeGradient: Target<Scalar>
    ) {
        if isDouble {
            double.pointee.gru_reset_backward(
                rows, hidden, d(gates), d(before), d(keptGradient), d(gateGradients),
                d(beforeGradient))
        } else {
            single.pointee.gru_reset_backward(
                rows, hidden, s(gates), s(before), s(keptGradient), s(gateGradients),
                s(beforeGradient))
        }
    }
}
