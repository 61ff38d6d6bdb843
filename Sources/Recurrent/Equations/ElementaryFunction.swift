internal import Glibc

/// A function of single numbers, with its slope.
enum ElementaryFunction: String, Sendable, Hashable {
    /// a itself.
    case identity = ""
    /// -a.
    case negative = "-"
    /// The hyperbolic tangent.
    case tanh
    /// 1 / (1 + exp(-a)).
    case sigmoid = "σ"
    /// a where it is positive.
    case relu
    /// log(1 + exp(a)).
    case softplus
    /// e to the power of a.
    case exp
    /// The natural logarithm.
    case log
    /// The square root.
    case sqrt
    /// a².
    case square
    /// a without its sign.
    case abs
    /// The sine.
    case sin
    /// The cosine.
    case cos

    /// The activation that computes the same, with kernels of its own; nil where there is none.
    var activation: Activation? {
        switch self {
        case .identity: .identity
        case .tanh: .tanh
        case .sigmoid: .sigmoid
        case .relu: .relu
        default: nil
        }
    }

    /// Returns the value at a number.
    @inline(__always)
    func value<Scalar: RealScalar>(_ a: Scalar) -> Scalar {
        switch self {
        case .identity: a
        case .negative: -a
        case .tanh: Activation.tanh(a)
        case .sigmoid: Activation.sigmoid(a)
        case .relu: a > 0 || a.isNaN ? a : 0
        case .softplus: Scalar(Self.softplus(Double(a)))
        case .exp: Scalar(ElementaryFunctions.exponential(Double(a)))
        case .log: Scalar(ElementaryFunctions.logarithm(Double(a)))
        case .sqrt: a.squareRoot()
        case .square: a * a
        case .abs: a.magnitude
        case .sin: Scalar(Glibc.sin(Double(a)))
        case .cos: Scalar(Glibc.cos(Double(a)))
        }
    }

    /// Returns the slope at a number, given also the value there; 0 at a kink.
    @inline(__always)
    func slope<Scalar: RealScalar>(at a: Scalar, value v: Scalar) -> Scalar {
        switch self {
        case .identity: 1
        case .negative: -1
        case .tanh: 1 - v * v
        case .sigmoid: v * (1 - v)
        case .relu: a > 0 ? 1 : 0
        case .softplus: Activation.sigmoid(a)
        case .exp: v
        case .log: 1 / a
        case .sqrt: 1 / (2 * v)
        case .square: 2 * a
        case .abs: a > 0 ? 1 : a < 0 ? -1 : 0
        case .sin: Scalar(Glibc.cos(Double(a)))
        case .cos: -Scalar(Glibc.sin(Double(a)))
        }
    }

    /// log(1 + exp(a)), computed so that nothing overflows.
    private static func softplus(_ a: Double) -> Double {
        let small = ElementaryFunctions.exponential(-Swift.abs(a))
        let sum = 1 + small
        // What is lost in the sum is put back by the quotient.
        let logarithm =
            sum == 1 ? small : ElementaryFunctions.logarithm(sum) * (small / (sum - 1))
        return Swift.max(a, 0) + logarithm
    }
}
