/// The state of an optimizer: some numbers per parameter.
///
/// All of them are stored in one array, kind by kind, and are updated in place.
struct OptimizerMemory: Sendable {
    /// The numbers of the first kind for every parameter, then those of the second, and so on.
    private(set) var numbers: [Double] = []

    /// The number of elements of each tensor.
    private(set) var counts: [Int] = []

    /// The total number of parameters.
    private var total = 0

    /// The number of steps taken.
    private(set) var steps = 0

    /// Creates an empty state.
    init() {}

    /// Restores a state.
    init(numbers: [Double], counts: [Int], total: Int, steps: Int) {
        self.numbers = numbers
        self.counts = counts
        self.total = total
        self.steps = steps
    }

    /// Prepares for another step on some tensors; resets the state if their sizes have changed.
    ///
    /// - Parameter kinds: the number of values per parameter.
    mutating func begin<Scalar: RealScalar>(
        _ parameters: ParameterSet<Scalar>, _ gradient: ParameterSet<Scalar>, kinds: Int
    ) throws(RecurrentError) {
        try parameters.checkMatches(gradient, "an optimizer's step")
        let isKnown =
            numbers.count == kinds * total && counts.count == parameters.tensors.count
            && zip(counts, parameters.tensors).allSatisfy { $0 == $1.elements.count }
        if !isKnown || steps == 0 {
            counts = parameters.tensors.map(\.elements.count)
            total = counts.reduce(0, +)
            numbers = Array(repeating: 0, count: kinds * total)
            steps = 0
        }
        steps += 1
    }

    /// Updates every parameter with its part of the state.
    ///
    /// - Parameter rule: returns the new value, given the old one, its gradient and its state.
    @inline(__always)
    mutating func update<Scalar: RealScalar>(
        _ parameters: inout ParameterSet<Scalar>, _ gradient: ParameterSet<Scalar>,
        with rule: (_ value: Double, _ gradient: Double, _ memory: Memory) -> Double
    ) {
        updateTensors(&parameters, gradient) { count, values, gradients, start, step in
            for index in 0..<count {
                let memory = Memory(start: start + index, step: step)
                values[index] = Scalar(
                    rule(Double(values[index]), Double(gradients[index]), memory))
            }
        }
    }

    /// Updates the parameters tensor by tensor.
    ///
    /// - Parameter body: updates a tensor, given the number of its elements, the addresses of the
    ///   values, of the gradients and of their numbers of the first kind, and the distance between
    ///   the kinds.
    @inline(__always)
    mutating func updateTensors<Scalar: RealScalar>(
        _ parameters: inout ParameterSet<Scalar>, _ gradient: ParameterSet<Scalar>,
        with body: (Int, Target<Scalar>, Source<Scalar>, Target<Double>, Int) -> Void
    ) {
        let step = total
        numbers.withUnsafeMutableBufferPointer { numbers in
            // Without any parameter there is nothing to update.
            guard var start = numbers.baseAddress else { return }
            for tensor in parameters.tensors.indices {
                gradient.tensors[tensor].elements.withUnsafeBufferPointer { gradients in
                    parameters.tensors[tensor].elements.withUnsafeMutableBufferPointer { values in
                        guard let values = values.baseAddress,
                            let gradients = gradients.baseAddress
                        else { return }
                        body(counts[tensor], values, gradients, start, step)
                    }
                }
                start += counts[tensor]
            }
        }
    }

    /// The state of one parameter.
    struct Memory {
        /// The address of its number of the first kind.
        let start: UnsafeMutablePointer<Double>

        /// The distance between the kinds.
        let step: Int

        /// The number of a kind.
        @inline(__always)
        subscript(kind: Int) -> Double {
            get { start[kind * step] }
            nonmutating set { start[kind * step] = newValue }
        }
    }
}
