/// A batch of sequences of feature vectors, shape `[T, B, D]`.
///
/// A batch of one sequence is the usual case in a lecture. Shorter sequences are padded at their
/// end; `lengths` contains the number of valid steps.
public struct SequenceBatch<Scalar: RealScalar>: Equatable, Sendable {
    /// T, the number of steps, at least 1.
    public let steps: Int

    /// B, the number of sequences, at least 1.
    public let count: Int

    /// D, the number of features per step, at least 1.
    public let features: Int

    /// The numbers: all features of the first sequence at the first step, then those of the next
    /// sequence.
    public internal(set) var elements: [Scalar]

    /// The number of valid steps of each sequence, from 1 to T, or `nil` if all are valid.
    public let lengths: [Int]?

    /// Creates a batch from numbers that are known to match its shape.
    init(steps: Int, count: Int, features: Int, lengths: [Int]?, unchecked elements: [Scalar]) {
        assert(elements.count == steps * count * features)
        self.steps = steps
        self.count = count
        self.features = features
        self.lengths = lengths
        self.elements = elements
    }

    /// Creates a batch from its numbers in the order `[T, B, D]`.
    ///
    /// - Parameter lengths: the number of valid steps of each sequence, or `nil` if all are valid.
    /// - Throws: `RecurrentError` for an empty batch, for numbers that do not match the shape, for
    ///   lengths out of range and for a number that is not finite.
    @_specialize(where Scalar == Double)
    @_specialize(where Scalar == Float)
    public init(
        steps: Int, count: Int, features: Int, elements: [Scalar], lengths: [Int]? = nil
    ) throws(RecurrentError) {
        try Self.check(steps: steps, count: count, features: features)
        guard elements.count == steps * count * features else {
            throw .shapeMismatch(
                operation: "a batch of shape [\(steps), \(count), \(features)]",
                needed: "\(steps * count * features) elements", given: "\(elements.count)")
        }
        try checkLengths(lengths, steps: steps, count: count)
        self.init(
            steps: steps, count: count, features: features, lengths: lengths,
            unchecked: elements)
        try checkFinite()
    }

    /// Creates one sequence of single numbers: T steps, one feature.
    ///
    /// - Throws: `RecurrentError` for an empty sequence and for a number that is not finite.
    public init(_ numbers: [Scalar]) throws(RecurrentError) {
        try self.init(steps: numbers.count, count: 1, features: 1, elements: numbers)
    }

    /// Creates one sequence of feature vectors: T steps of D features each.
    ///
    /// - Throws: `RecurrentError` for an empty sequence, for vectors of different lengths and for a
    ///   number that is not finite.
    public init(_ vectors: [[Scalar]]) throws(RecurrentError) {
        let matrix = try Matrix(vectors)
        try self.init(
            steps: matrix.rows, count: 1, features: matrix.columns, elements: matrix.elements)
    }

    /// Creates a batch from its steps, each a matrix with one row per sequence, `[B, D]`.
    ///
    /// - Throws: `RecurrentError` for no steps, for steps of different shapes and for a number that
    ///   is not finite.
    public init(steps: [Matrix<Scalar>], lengths: [Int]? = nil) throws(RecurrentError) {
        let shape = steps.first?.shape ?? Shape(0, 0)
        for (index, step) in steps.enumerated() where step.shape != shape {
            throw .shapeMismatch(
                operation: "a batch", needed: "steps of one shape; step 0 has \(shape)",
                given: "\(step.shape) in step \(index)")
        }
        try self.init(
            steps: steps.count, count: shape.rows, features: shape.columns,
            elements: steps.flatMap(\.elements), lengths: lengths)
    }

    /// Makes a batch of sequences, each a list of feature vectors; shorter ones are padded.
    ///
    /// - Throws: `RecurrentError` for an empty batch or sequence, for vectors of different lengths
    ///   and for a number that is not finite.
    @_specialize(where Scalar == Double)
    @_specialize(where Scalar == Float)
    public init(sequences: [[[Scalar]]]) throws(RecurrentError) {
        let steps = sequences.map(\.count).max() ?? 0
        let features = sequences.first?.first?.count ?? 0
        try Self.check(steps: steps, count: sequences.count, features: features)
        var elements = [Scalar](repeating: 0, count: steps * sequences.count * features)
        for (b, sequence) in sequences.enumerated() {
            for (t, vector) in sequence.enumerated() {
                guard vector.count == features else {
                    throw .shapeMismatch(
                        operation: "a batch", needed: "\(features) features in every step",
                        given: "\(vector.count) in step \(t) of sequence \(b)")
                }
                let start = (t * sequences.count + b) * features
                elements.replaceSubrange(start..<start + features, with: vector)
            }
        }
        let lengths = sequences.map(\.count)
        try self.init(
            steps: steps, count: sequences.count, features: features, elements: elements,
            lengths: lengths.allSatisfy { $0 == steps } ? nil : lengths)
    }

    /// Returns the features of every sequence at one step, shape `[B, D]`; steps count from 1.
    ///
    /// - Throws: `RecurrentError.invalidValue` if there is no such step.
    public func step(_ t: Int) throws(RecurrentError) -> Matrix<Scalar> {
        guard (1...steps).contains(t) else {
            throw .invalidValue(name: "the step", value: "\(t)", needed: "from 1 to \(steps)")
        }
        let width = count * features
        return Matrix(
            Shape(count, features), unchecked: Array(elements[(t - 1) * width..<t * width]))
    }

    /// The shape in the form `[10, 1, 4]`.
    var shapeDescription: String { "[\(steps), \(count), \(features)]" }

    /// Throws if a size is less than 1.
    private static func check(steps: Int, count: Int, features: Int) throws(RecurrentError) {
        guard steps >= 1, count >= 1, features >= 1 else {
            throw .invalidValue(
                name: "the shape of a batch", value: "[\(steps), \(count), \(features)]",
                needed: "at least one step, one sequence and one feature")
        }
        try MachineMemory.check(
            "a batch of shape [\(steps), \(count), \(features)]", sizes: [steps, count, features])
    }

    /// Throws if a number is not finite, with its location.
    private func checkFinite() throws(RecurrentError) {
        guard let index = elements.firstIndex(where: { !$0.isFinite }) else { return }
        let feature = index % features
        let sequence = index / features % count
        let step = index / features / count + 1
        throw .nonFiniteData(
            place:
                "feature \(feature) of sequence \(sequence) at step \(step)",
            value: "\(elements[index])")
    }
}

/// Throws if there is not one length per sequence, or a length is not from 1 to the number of
/// steps.
func checkLengths(_ lengths: [Int]?, steps: Int, count: Int) throws(RecurrentError) {
    guard let lengths else { return }
    guard lengths.count == count else {
        throw .shapeMismatch(
            operation: "a batch of \(count) sequences", needed: "\(count) lengths",
            given: "\(lengths.count)")
    }
    for (index, length) in lengths.enumerated() where !(1...steps).contains(length) {
        throw .invalidValue(
            name: "the length of sequence \(index)", value: "\(length)",
            needed: "from 1 to \(steps)"
        )
    }
}
