package import Recurrent

extension TermProblem {
    /// Returns problems with random networks of a network's size, activation and loss, and H₀ ≠ 0.
    ///
    /// Three have four steps, the others three and five. Numbers are drawn until no two that could be
    /// mistaken for each other are nearly the same, so that no fault hides.
    ///
    /// - Throws: `RecurrentError` where the network has no sizes, or another loss than a squared error.
    package static func random(
        like network: ElmanNetwork<Double>, weight: Weight, seed: UInt64
    ) throws(RecurrentError) -> [TermProblem] {
        guard network.loss.cost != .crossEntropy else {
            throw .invalidValue(
                name: "the loss", value: "cross-entropy",
                needed: "a squared error, as in L = ½ (ŷ - y)²")
        }
        var generator = Xoshiro256(seed: seed)
        var problems: [TermProblem] = []
        for steps in [4, 4, 4, 3, 5] {
            var problem = try draw(like: network, weight, steps, &generator)
            for _ in 0..<500 where !problem.isTelling {
                problem = try draw(like: network, weight, steps, &generator)
            }
            problems.append(problem)
        }
        return problems
    }

    /// Draws a problem.
    private static func draw(
        like model: ElmanNetwork<Double>, _ weight: Weight, _ steps: Int,
        _ generator: inout Xoshiro256
    ) throws(RecurrentError) -> TermProblem {
        let units = model.hiddenSize
        let reach = units > 1 ? 1 / Double(units).squareRoot() : 1
        let network = ElmanNetwork<Double>(
            W: try matrix(model.W.shape, 0.45 * reach...1.1 * reach, &generator),
            U: try matrix(model.U.shape, 0.4...1.1, &generator),
            V: try matrix(model.V.shape, 0.5...1.6, &generator),
            H0: try matrix(Shape(units, 1), 0.3...0.8, &generator),
            activation: model.activation, loss: model.loss)
        let x = (0..<steps).map { _ in
            (0..<model.inputSize).map { _ in number(0.3...1.3, &generator) }
        }
        let y = (0..<model.outputSize).map { _ in number(0.3...1.5, &generator) }
        return try TermProblem(network, x: x, y: y, weight: weight)
    }

    /// Draws a matrix of numbers of either sign.
    private static func matrix(
        _ shape: Shape, _ range: ClosedRange<Double>, _ generator: inout Xoshiro256
    ) throws(RecurrentError) -> Matrix<Double> {
        try Matrix(
            rows: shape.rows, columns: shape.columns,
            elements: (0..<shape.count).map { _ in number(range, &generator) })
    }

    /// Draws a number of either sign with two digits after the point.
    private static func number(
        _ range: ClosedRange<Double>, _ generator: inout Xoshiro256
    ) -> Double {
        let size = generator.uniform(from: range.lowerBound, to: range.upperBound)
        let rounded = (100 * size).rounded() / 100
        return generator.next() & 1 == 0 ? rounded : -rounded
    }

    /// Indicates whether no two numbers that could be mistaken for each other are nearly the same.
    private var isTelling: Bool {
        let states = H.flatMap { $0 }
        let steep = slopes.dropFirst().flatMap { $0 }
        guard states.allSatisfy({ $0.magnitude > 0.08 }), steep.allSatisfy({ $0 > 0.08 }) else {
            return false
        }
        guard outputGradient.allSatisfy({ $0.magnitude > 0.15 && abs($0.magnitude - 1) > 0.03 })
        else { return false }
        let sizes = [W.elements, V.elements].flatMap { $0 }.map(\.magnitude)
        guard sizes.allSatisfy({ abs($0 - 1) > 0.03 }) else { return false }
        return areApart(states.map(\.magnitude))
            && (steep.allSatisfy { $0 == 1 } || areApart(steep))
    }

    /// Returns whether each number of one unit differs from the others by at least a hundredth.
    private func areApart(_ numbers: [Double]) -> Bool {
        guard units == 1 else { return true }
        let sorted = numbers.sorted()
        return zip(sorted, sorted.dropFirst()).allSatisfy { $1 - $0 > 0.01 }
    }
}
