internal import CVectorKernels

extension Kernels {
    /// Computes the gates, cell state and state of one step.
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

    /// Computes the gradients of one step's preactivations, and of the previous cell state.
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

    /// Computes the gates and state of one step, with the reset gate after the product.
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

    /// Computes the gradients of one step's preactivations, with the reset gate after the product.
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

    /// Computes the reset and update gates of one step, and the reset state r h.
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

    /// Computes the candidate and state of one step, with the reset gate before the product.
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

    /// Computes the gradients of the update gate's and the candidate's preactivations, with the
    /// reset gate before the product.
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

    /// Computes the gradient of the reset gate's preactivation, from that of the reset state.
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
