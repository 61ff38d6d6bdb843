internal import CVectorKernels

/// The vector kernels for one number type, in one of their builds.
///
/// Every method is a call of a C function on the pointers given; the names and the equations are
/// in `CVectorKernels/Cells.h`.
struct Kernels<Scalar: RealScalar>: @unchecked Sendable {
    // Unchecked: the pointers lead to constant tables.

    /// The kernels of double precision.
    private let double: UnsafePointer<VectorKernelsF64>

    /// The kernels of single precision.
    private let single: UnsafePointer<VectorKernelsF32>

    /// The build that gives the same bits on every processor.
    static var plain: Kernels {
        Kernels(double: vector_kernels_plain_f64(), single: vector_kernels_plain_f32())
    }

    /// The name of the build, such as `plain`.
    var name: String { String(cString: double.pointee.name) }

    /// Reads a pointer as one to double precision.
    @inline(__always)
    private func reading(_ pointer: UnsafePointer<Scalar>) -> UnsafePointer<Double> {
        UnsafeRawPointer(pointer).assumingMemoryBound(to: Double.self)
    }

    /// Reads a pointer as one to double precision.
    @inline(__always)
    private func d(_ pointer: UnsafeMutablePointer<Scalar>) -> UnsafeMutablePointer<Double> {
        UnsafeMutableRawPointer(pointer).assumingMemoryBound(to: Double.self)
    }

    /// Reads a pointer as one to single precision.
    @inline(__always)
    private func readingSingle(_ pointer: UnsafePointer<Scalar>) -> UnsafePointer<Float> {
        UnsafeRawPointer(pointer).assumingMemoryBound(to: Float.self)
    }

    /// Reads a pointer as one to single precision.
    @inline(__always)
    private func s(_ pointer: UnsafeMutablePointer<Scalar>) -> UnsafeMutablePointer<Float> {
        UnsafeMutableRawPointer(pointer).assumingMemoryBound(to: Float.self)
    }

    /// Whether the numbers are of double precision.
    @inline(__always)
    private var isDouble: Bool { Scalar.self == Double.self }
}

/// A place that kernels read.
typealias Source<Scalar> = UnsafePointer<Scalar>

/// A place that kernels write.
typealias Target<Scalar> = UnsafeMutablePointer<Scalar>

// MARK: - Activations

extension Kernels {
    /// Computes h = g(z).
    @inline(__always)
    func activate(
        _ activation: Activation, _ count: Int, _ z: Target<Scalar>, into h: Target<Scalar>
    ) {
        if isDouble {
            double.pointee.activation_forward(activation.rawValue, count, d(z), d(h))
        } else {
            single.pointee.activation_forward(activation.rawValue, count, s(z), s(h))
        }
    }

    /// Computes dz = dh g'(z).
    @inline(__always)
    func activateBackward(
        _ activation: Activation, _ count: Int, _ z: Target<Scalar>, _ h: Target<Scalar>,
        _ dh: Target<Scalar>, into dz: Target<Scalar>
    ) {
        if isDouble {
            double.pointee.activation_backward(
                activation.rawValue, count, d(z), d(h), d(dh), d(dz))
        } else {
            single.pointee.activation_backward(
                activation.rawValue, count, s(z), s(h), s(dh), s(dz))
        }
    }

    /// exp(x - max) over its sum, for every row.
    @inline(__always)
    func softmax(
        rows: Int, columns: Int, _ logits: Source<Scalar>, into probabilities: Target<Scalar>
    ) {
        if isDouble {
            double.pointee.softmax(rows, columns, reading(logits), d(probabilities))
        } else {
            single.pointee.softmax(rows, columns, readingSingle(logits), s(probabilities))
        }
    }
}

// MARK: - Products

extension Kernels {
    /// C += A B by plain loops, each element's terms in the order of the inner index.
    ///
    /// - Parameters:
    ///   - a: shape `[rows, inner]`, with any two strides.
    ///   - b: shape `[inner, columns]`, rows `bStep` apart.
    ///   - c: shape `[rows, columns]`, rows `cStep` apart.
    @inline(__always)
    func product(
        rows: Int, columns: Int, inner: Int, _ a: Source<Scalar>, rowStep: Int, columnStep: Int,
        _ b: Source<Scalar>, bStep: Int, into c: Target<Scalar>, cStep: Int
    ) {
        if isDouble {
            double.pointee.product(
                rows, columns, inner, reading(a), rowStep, columnStep, reading(b), bStep, d(c),
                cStep)
        } else {
            single.pointee.product(
                rows, columns, inner, readingSingle(a), rowStep, columnStep, readingSingle(b),
                bStep, s(c), cStep)
        }
    }
}

// MARK: - Gated cells

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
