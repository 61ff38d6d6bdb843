public import Recurrent

/// The way of two parameters while a network learns, and what happened on it.
public struct Descent: Sendable {
    /// What the way is called in legends.
    public let name: String

    /// The first parameter at the start and after every step.
    public let x: [Double]

    /// The second parameter at the start and after every step.
    public let y: [Double]

    /// The losses, the norms of the gradients, and how the run ended.
    public let history: TrainingHistory

    /// Where the way ends.
    public var end: (x: Double, y: Double) { (x[x.count - 1], y[y.count - 1]) }
}

extension Learner {
    /// Lets a copy learn by gradient descent in two of its parameters, and notes its way.
    ///
    /// A run that meets a number that is not finite ends there.
    ///
    /// - Parameters:
    ///   - example: what every step learns from.
    ///   - x: the name of the first parameter, which is one number.
    ///   - y: the name of the second.
    ///   - start: where they begin; nil for where they are.
    ///   - steps: how many steps to take at most.
    ///   - learningRate: α.
    ///   - clipping: what is done to gradients first.
    ///   - name: what the way is called; nil for the rule of clipping.
    /// - Throws: `RecurrentError` where a parameter is missing or not one number, or the example
    ///   does not fit.
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

    /// Returns a copy in which a parameter of one number has another value.
    ///
    /// - Throws: `RecurrentError` where there is no such parameter, or it is not one number.
    func moved(_ name: String, _ value: Double) throws(RecurrentError) -> Self {
        _ = try number(name)
        var parameters = self.parameters
        let shape = parameters[name]?.shape ?? []
        parameters.append(name, try Tensor(shape: shape, elements: [Scalar(value)]))
        var copy = self
        try copy.load(parameters)
        return copy
    }

    /// Returns the value of a parameter of one number.
    ///
    /// - Throws: `RecurrentError` where there is no such parameter, or it is not one number.
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
