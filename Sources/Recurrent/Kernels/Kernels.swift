internal import CVectorKernels

/// The vector kernels for one number type, in one of their builds.
///
/// Every method calls a C function with the given pointers; the names and the equations are in
/// `CVectorKernels/Cells.h`.
struct Kernels<Scalar: RealScalar>: @unchecked Sendable {
    // Unchecked: the pointers lead to constant tables.

    /// The kernels of double precision.
    let double: UnsafePointer<VectorKernelsF64>

    /// The kernels of single precision.
    let single: UnsafePointer<VectorKernelsF32>

    /// The build that yields identical bits on every processor.
    static var plain: Kernels {
        Kernels(
            double: vector_kernels_plain_f64(), single: vector_kernels_plain_f32(), isPlain: true)
    }

    /// Returns the build for some instructions, or for narrower ones that the processor supports;
    /// for the baseline, the plain one.
    static func fast(_ instructions: InstructionSet) -> Kernels {
        let level = min(instructions, .ofProcessor).rawValue
        return Kernels(
            double: vector_kernels_f64(level), single: vector_kernels_f32(level), isPlain: false)
    }

    /// Indicates whether results must be identical bits on every processor.
    let isPlain: Bool

    /// The name of the build, such as `plain`.
    var name: String { String(cString: double.pointee.name) }

    /// Indicates whether this build multiplies with packed factors.
    var canPack: Bool { double.pointee.packed_product != nil }

    /// Returns a pointer as one to double precision.
    @inline(__always)
    func reading(_ pointer: UnsafePointer<Scalar>) -> UnsafePointer<Double> {
        UnsafeRawPointer(pointer).assumingMemoryBound(to: Double.self)
    }

    /// Returns a pointer as one to double precision.
    @inline(__always)
    func d(_ pointer: UnsafeMutablePointer<Scalar>) -> UnsafeMutablePointer<Double> {
        UnsafeMutableRawPointer(pointer).assumingMemoryBound(to: Double.self)
    }

    /// Returns a pointer as one to single precision.
    @inline(__always)
    func readingSingle(_ pointer: UnsafePointer<Scalar>) -> UnsafePointer<Float> {
        UnsafeRawPointer(pointer).assumingMemoryBound(to: Float.self)
    }

    /// Returns a pointer as one to single precision.
    @inline(__always)
    func s(_ pointer: UnsafeMutablePointer<Scalar>) -> UnsafeMutablePointer<Float> {
        UnsafeMutableRawPointer(pointer).assumingMemoryBound(to: Float.self)
    }

    /// Indicates whether the numbers are in double precision.
    @inline(__always)
    var isDouble: Bool { Scalar.self == Double.self }
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

    /// Computes exp(x - max) over its sum, for every row.
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
