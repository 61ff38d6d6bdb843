/// A rule that moves parameters against a gradient.
///
/// Rules keep their memory (momenta, mean squares) in double precision, and round once when they
/// write a parameter; plain gradient descent computes in the parameters' own precision.
public protocol Optimizer: Sendable {
    /// α, how far one step goes.
    var learningRate: Double { get set }

    /// Moves parameters by one step.
    ///
    /// - Throws: `RecurrentError` where the gradient has other names or shapes, or a setting makes
    ///   no sense.
    mutating func update<Scalar: RealScalar>(
        _ parameters: inout ParameterSet<Scalar>, along gradient: ParameterSet<Scalar>
    ) throws(RecurrentError)
}

/// What a rule remembers of earlier steps: some numbers for every parameter.
struct OptimizerMemory: Sendable {
    /// For each kind of memory and each tensor, its numbers.
    private var rows: [[[Double]]] = []

    /// How many steps have been taken.
    private(set) var steps = 0

    /// Prepares for one more step over some tensors.
    mutating func begin<Scalar: RealScalar>(
        _ parameters: ParameterSet<Scalar>, _ gradient: ParameterSet<Scalar>, kinds: Int,
        startingAt value: Double = 0
    ) throws(RecurrentError) {
        try parameters.checkMatches(gradient, "an optimizer's step")
        let counts = parameters.tensors.map(\.elements.count)
        if rows.first?.map(\.count) != counts || rows.count != kinds {
            rows = Array(
                repeating: counts.map { Array(repeating: value, count: $0) }, count: kinds)
            steps = 0
        }
        steps += 1
    }

    /// Changes every number of every tensor with the memory that belongs to it.
    @inline(__always)
    mutating func update<Scalar: RealScalar>(
        _ parameters: inout ParameterSet<Scalar>, _ gradient: ParameterSet<Scalar>,
        with rule: (inout Double, _ gradient: Double, inout Double, inout Double) -> Void
    ) {
        for tensor in parameters.tensors.indices {
            for index in parameters.tensors[tensor].elements.indices {
                var value = Double(parameters.tensors[tensor].elements[index])
                var second = rows.count > 1 ? rows[1][tensor][index] : 0
                rule(
                    &value, Double(gradient.tensors[tensor].elements[index]),
                    &rows[0][tensor][index], &second)
                parameters.tensors[tensor].elements[index] = Scalar(value)
                if rows.count > 1 { rows[1][tensor][index] = second }
            }
        }
    }
}

/// Throws where a setting of an optimizer is not a finite number in its range.
func checkSetting(
    _ name: String, _ value: Double, from low: Double, to high: Double = .greatestFiniteMagnitude
) throws(RecurrentError) {
    guard value >= low, value <= high else {
        let range =
            low == -.greatestFiniteMagnitude
            ? "a finite number"
            : high == .greatestFiniteMagnitude
                ? "a finite number of at least \(low)" : "from \(low) to \(high)"
        throw .invalidValue(name: name, value: "\(value)", needed: range)
    }
}
