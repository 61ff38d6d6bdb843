/// What a rule remembers of earlier steps: some numbers for every parameter.
///
/// All of them lie in one array, kind after kind, and steps change them where they lie.
struct OptimizerMemory: Sendable {
    /// The numbers of the first kind for every parameter, then those of the second.
    private(set) var numbers: [Double] = []

    /// How many numbers each tensor has.
    private(set) var counts: [Int] = []

    /// How many parameters there are in all.
    private var total = 0

    /// How many steps have been taken.
    private(set) var steps = 0

    /// Remembers nothing.
    init() {}

    /// Takes what was remembered.
    init(numbers: [Double], counts: [Int], total: Int, steps: Int) {
        self.numbers = numbers
        self.counts = counts
        self.total = total
        self.steps = steps
    }

    /// Prepares for one more step over some tensors; forgets everything where their sizes are new.
    ///
    /// - Parameter kinds: how many numbers are kept for every parameter.
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

    /// Changes every parameter with the memory that belongs to it.
    ///
    /// - Parameter rule: returns the new number, given the old one, its gradient and its memory.
    @inline(__always)
    mutating func update<Scalar: RealScalar>(
        _ parameters: inout ParameterSet<Scalar>, _ gradient: ParameterSet<Scalar>,
        with rule: (_ value: Double, _ gradient: Double, _ memory: Memory) -> Double
    ) {
        let step = total
        numbers.withUnsafeMutableBufferPointer { numbers in
            // Without any parameter there is nothing to change.
            guard var start = numbers.baseAddress else { return }
            for tensor in parameters.tensors.indices {
                let count = counts[tensor]
                gradient.tensors[tensor].elements.withUnsafeBufferPointer { gradients in
                    parameters.tensors[tensor].elements.withUnsafeMutableBufferPointer { values in
                        for index in 0..<count {
                            let memory = Memory(start: start + index, step: step)
                            values[index] = Scalar(
                                rule(Double(values[index]), Double(gradients[index]), memory))
                        }
                    }
                }
                start += count
            }
        }
    }

    /// What is remembered of one parameter.
    struct Memory {
        /// Where the number of the first kind lies.
        let start: UnsafeMutablePointer<Double>

        /// How far apart the kinds are.
        let step: Int

        /// The number of a kind.
        @inline(__always)
        subscript(kind: Int) -> Double {
            get { start[kind * step] }
            nonmutating set { start[kind * step] = newValue }
        }
    }
}
