/// An eigenvalue, real or one of a complex pair.
public struct Eigenvalue: Hashable, Sendable, CustomStringConvertible {
    /// The real part.
    public let real: Double
    /// The imaginary part; 0 for a real eigenvalue.
    public let imaginary: Double

    /// Creates an eigenvalue.
    public init(_ real: Double, _ imaginary: Double = 0) {
        self.real = real
        self.imaginary = imaginary
    }

    /// The absolute value.
    public var magnitude: Double { euclideanNorm(of: [real, imaginary]) }

    /// The eigenvalue in the form `0.5`, `0.3 + 0.4i` or `0.3 - 0.4i`.
    public var description: String {
        imaginary == 0
            ? "\(real)" : "\(real) \(imaginary < 0 ? "-" : "+") \(abs(imaginary))i"
    }
}
