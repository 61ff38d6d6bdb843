internal import CVectorKernels

extension Kernels {
    /// Computes the gates, cell state and state of one step.
    @inline(__always)
    func lstmForward(
        rows: Int, hidden: Int, forgets: Bool, gates: Target<Scalar>, before: Target<Scalar>,
        cell: Target<Scalar>, state: Target<Scalar>
    ) {
        let forgets: Int32 = forgets ? 1 : 0
        table.pointee.lstm_forward(rows, hidden, forgets, gates, before, cell, state)
    }

    /// Computes the gradients of one step's preactivations, and of the previous cell state.
    @inline(__always)
    func lstmBackward(
        rows: Int, hidden: Int, forgets: Bool, gates: Target<Scalar>, before: Target<Scalar>,
        cell: Target<Scalar>, stateGradient: Target<Scalar>, cellGradient: Target<Scalar>,
        gateGradients: Target<Scalar>, beforeGradient: Target<Scalar>
    ) {
        let forgets: Int32 = forgets ? 1 : 0
        table.pointee.lstm_backward(
            rows, hidden, forgets, gates, before, cell, stateGradient, cellGradient,
            gateGradients, beforeGradient)
    }

    /// Computes the gates and state of one step, with the reset gate after the product.
    @inline(__always)
    func gruForward(
        rows: Int, hidden: Int, gates: Target<Scalar>, before: Target<Scalar>,
        state: Target<Scalar>
    ) {
        table.pointee.gru_forward(rows, hidden, gates, before, state)
    }

    /// Computes the gradients of one step's preactivations, with the reset gate after the product.
    @inline(__always)
    func gruBackward(
        rows: Int, hidden: Int, gates: Target<Scalar>, before: Target<Scalar>,
        stateGradient: Target<Scalar>, gateGradients: Target<Scalar>,
        beforeGradient: Target<Scalar>
    ) {
        table.pointee.gru_backward(
            rows, hidden, gates, before, stateGradient, gateGradients, beforeGradient)
    }

    /// Computes the reset and update gates of one step, and the reset state r h.
    @inline(__always)
    func gruReset(
        rows: Int, hidden: Int, gates: Target<Scalar>, before: Target<Scalar>,
        kept: Target<Scalar>
    ) {
        table.pointee.gru_reset(rows, hidden, gates, before, kept)
    }

    /// Computes the candidate and state of one step, with the reset gate before the product.
    @inline(__always)
    func gruMix(
        rows: Int, hidden: Int, gates: Target<Scalar>, before: Target<Scalar>,
        state: Target<Scalar>
    ) {
        table.pointee.gru_mix(rows, hidden, gates, before, state)
    }

    /// Computes the gradients of the update gate's and the candidate's preactivations, with the
    /// reset gate before the product.
    @inline(__always)
    func gruMixBackward(
        rows: Int, hidden: Int, gates: Target<Scalar>, before: Target<Scalar>,
        stateGradient: Target<Scalar>, gateGradients: Target<Scalar>,
        beforeGradient: Target<Scalar>
    ) {
        table.pointee.gru_mix_backward(
            rows, hidden, gates, before, stateGradient, gateGradients, beforeGradient)
    }

    /// Computes the gradient of the reset gate's preactivation, from that of the reset state.
    @inline(__always)
    func gruResetBackward(
        rows: Int, hidden: Int, gates: Target<Scalar>, before: Target<Scalar>,
        keptGradient: Target<Scalar>, gateGradients: Target<Scalar>,
        beforeGradient: Target<Scalar>
    ) {
        table.pointee.gru_reset_backward(
            rows, hidden, gates, before, keptGradient, gateGradients, beforeGradient)
    }
}
