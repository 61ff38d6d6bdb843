internal import CVectorKernels

/// The vector kernels for one number type, in one of their builds.
///
/// Every method calls a C function with the given pointers; the names and the equations are in
/// `CVectorKernels/Cells.h`.
struct Kernels<Scalar: RealScalar>: @unchecked Sendable {
    // Unchecked: the pointers lead to constant tables.

    /// The table of the kernels.
    let table: UnsafePointer<VectorKernels>

    /// The build that yields identical bits on every processor, with the widest vectors in use.
    static var plain: Kernels { plain(.inUse) }

    /// Returns the build that yields identical bits on every processor, with the vectors of some
    /// instructions, or narrower ones if the processor lacks them.
    static func plain(_ instructions: InstructionSet) -> Kernels {
        let level = min(instructions, .ofProcessor).rawValue
        return Kernels(
            table: Scalar.precision == .double
                ? vector_kernels_plain_f64(level) : vector_kernels_plain_f32(level),
            isPlain: true)
    }

    /// Returns the build for some instructions, or for narrower ones that the processor supports;
    /// for the baseline, the plain one.
    static func fast(_ instructions: InstructionSet) -> Kernels {
        let level = min(instructions, .ofProcessor).rawValue
        return Kernels(
            table: Scalar.precision == .double
                ? vector_kernels_f64(level) : vector_kernels_f32(level),
            isPlain: false)
    }

    /// Indicates whether results must be identical bits on every processor.
    let isPlain: Bool

    /// The name of the build, such as `plain`.
    var name: String { String(cString: table.pointee.name) }

    /// Indicates whether this build multiplies with packed factors.
    var canPack: Bool { table.pointee.packed_product != nil }
}

/// A pointer from which kernels read.
typealias Source<Scalar> = UnsafePointer<Scalar>

/// A pointer to which kernels write.
typealias Target<Scalar> = UnsafeMutablePointer<Scalar>

// MARK: - Activations

extension Kernels {
    /// Computes h = g(z).
    @inline(__always)
    func activate(
        _ activation: Activation, _ count: Int, _ z: Target<Scalar>, into h: Target<Scalar>
    ) {
        table.pointee.activation_forward(activation.rawValue, count, z, h)
    }

    /// Computes dz = dh g'(z).
    @inline(__always)
    func activateBackward(
        _ activation: Activation, _ count: Int, _ z: Target<Scalar>, _ h: Target<Scalar>,
        _ dh: Target<Scalar>, into dz: Target<Scalar>
    ) {
        table.pointee.activation_backward(
            activation.rawValue, count, z, h, dh, dz)
    }

    /// Computes exp(x - max) over its sum, for every row.
    @inline(__always)
    func softmax(
        rows: Int, columns: Int, _ logits: Source<Scalar>, into probabilities: Target<Scalar>
    ) {
        table.pointee.softmax(rows, columns, logits, probabilities)
    }
}
