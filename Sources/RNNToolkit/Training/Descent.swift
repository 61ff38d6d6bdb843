public import Recurrent

/// The path of two parameters during training, with the history of the run.
public struct Descent: Sendable {
    /// The name of the path in legends.
    public let name: String

    /// The first parameter at the start and after every step.
    public let x: [Double]

    /// The second parameter at the start and after every step.
    public let y: [Double]

    /// The history of the run.
    public let history: TrainingHistory

    /// The end of the path.
    public var end: (x: Double, y: Double) { (x[x.count - 1], y[y.count - 1]) }
}

extension Learner {
    /// Trains a copy by gradient descent in two of its parameters, and records their path.
    ///
    /// A run ends at the first number that is not finite.
    ///
    /// - Parameters:
    ///   - example: the example of every step.
    ///   - x: the name of the first parameter, which must be a single number.
    ///   - y: the name of the second.
    ///   - start: the initial values, or `nil` for the current ones.
    ///   - steps: the maximum number of steps.
    ///   - learningRate: α.
    ///   - clipping: the clipping of gradients.
    ///   - name: the name of the path, or `nil` for that of the clipping rule.
    /// - Throws: `RecurrentError` if a parameter is missing or not a single number, or the example
    ///   does not match.
    public func descent(
        on example: Example, along x: String, _ y: String,
        from start: (x: Double, y: Double)? = nil, steps: Int, learningRate: Double,
        clipping: Clipping = .none, name: String? = nil
    ) throws -> Descent {
        var learner = self
        if let start { learner = try learner.moved(x, start.x).moved(y, start.y) }
        let (first, second) = (try learner.number(x), try learner.number(y))
        let history = try learner.train(
            on: example,
            Training(
                steps: steps, optimizer: SGD(learningRate: learningRate), only: [x, y],
                clipping: clipping, nonFinite: .pass, measureEvery: 1),
            measure: { ["x": try $0.number(x), "y": try $0.number(y)] })
        return Descent(
            name: name ?? clipping.name, x: [first] + history.metric("x").map(\.value),
            y: [second] + history.metric("y").map(\.value), history: history)
    }

    /// Returns a copy in which a parameter with a single number has another value.
    ///
    /// - Throws: `RecurrentError` if there is no such parameter, or it is not a single number.
    func moved(_ name: String, _ value: Double) throws(RecurrentError) -> Self {
        _ = try number(name)
        var parameters = self.parameters
        let shape = parameters[name]?.shape ?? []
        parameters.append(name, try Tensor(shape: shape, elements: [Scalar(value)]))
        var copy = self
        try copy.load(parameters)
        return copy
    }

    /// Returns the value of a parameter with a single number.
    ///
    /// - Throws: `RecurrentError` if there is no such parameter, or it is not a single number.
    func number(_ name: String) throws(RecurrentError) -> Double {
        guard let tensor = parameters[name] else {
            throw .invalidValue(
                name: "the parameter \(name)", value: "missing",
                needed: "one of: \(parameters.names.joined(separator: ", "))")
        }
        guard tensor.elements.count == 1 else {
            throw .invalidValue(
                name: "the parameter \(name)", value: "of shape \(tensor.shape)",
                needed: "one number, to be an axis of a picture")
        }
        return Double(tensor.elements[0])
    }
}
