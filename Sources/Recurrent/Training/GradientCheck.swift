/// What a comparison of a gradient with finite differences found.
public struct GradientCheck: Equatable, Sendable {
    /// What was found for one parameter.
    public struct Entry: Equatable, Sendable {
        /// The name of the parameter.
        public let name: String
        /// ‖a - n‖ / (‖a‖ + ‖n‖) of the gradient a and the differences n; 0 where both are zero.
        public let relativeError: Double
        /// The largest difference of one number.
        public let largestDifference: Double
        /// The norm of the gradient that was checked.
        public let norm: Double
        /// How many numbers were left out because the loss has a kink beside them.
        public let skipped: Int
        /// What that means.
        public let verdict: Verdict
    }

    /// What the errors mean.
    public enum Verdict: String, Sendable, Hashable {
        /// The gradient is right as far as differences can tell.
        case agrees
        /// The gradient is so small that differences cannot tell; it may be right.
        case vanished
        /// The gradient is wrong, or the loss is too rough for the step.
        case disagrees
    }

    /// The findings, one for each parameter.
    public let entries: [Entry]

    /// Whether no parameter's gradient is wrong.
    public var passes: Bool { entries.allSatisfy { $0.verdict != .disagrees } }

    /// The largest relative error of a gradient that differences can tell.
    public var largestRelativeError: Double {
        entries.filter { $0.verdict != .vanished }.map(\.relativeError).max() ?? 0
    }
}

extension GradientCheck: CustomStringConvertible {
    /// One line for each parameter.
    public var description: String {
        entries.map { entry in
            let note = entry.skipped > 0 ? ", \(entry.skipped) at kinks left out" : ""
            return "\(entry.name): \(entry.verdict.rawValue), relative error "
                + "\(entry.relativeError)\(note)"
        }.joined(separator: "\n")
    }
}

extension Learner {
    /// Compares the gradient of an example with central differences, number by number.
    ///
    /// Relative errors under 1e-7 in double precision (1e-2 in single) agree. Where the gradient
    /// and the differences are both under 1e-10 (1e-3), a relative error says nothing, and the
    /// verdict is that the gradient has vanished.
    ///
    /// - Parameters:
    ///   - example: what the loss is computed from.
    ///   - step: how far a parameter is moved each way; nil for 1e-5 (1e-2 in single precision).
    /// - Throws: `RecurrentError` where the example does not fit, or the step is not over 0.
    public func gradientCheck(
        on example: Example, step: Double? = nil
    ) throws(RecurrentError) -> GradientCheck {
        let step = step ?? (Scalar.precision == .double ? 1e-5 : 1e-2)
        guard step > 0, step < .infinity else {
            throw .invalidValue(
                name: "the step of a gradient check", value: "\(step)", needed: "a number over 0")
        }
        let gradient = try lossAndGradient(of: example).gradient
        let loss = Double(try loss(of: example))
        var entries: [GradientCheck.Entry] = []
        for (name, tensor) in zip(gradient.names, gradient.tensors) {
            entries.append(
                try check(name, tensor.elements.map { Double($0) }, example, loss, step))
        }
        return GradientCheck(entries: entries)
    }

    /// Compares the gradient of one parameter.
    private func check(
        _ name: String, _ analytic: [Double], _ example: Example, _ loss: Double, _ step: Double
    ) throws(RecurrentError) -> GradientCheck.Entry {
        var (kept, numeric): ([Double], [Double]) = ([], [])
        for (index, derivative) in analytic.enumerated() {
            let above = try self.loss(of: example, moving: name, index, by: step)
            let below = try self.loss(of: example, moving: name, index, by: -step)
            let sides = (above - loss, loss - below)
            let size = max(abs(sides.0), abs(sides.1))
            // A smooth loss bends by about the step; a kink makes the two sides differ.
            if abs(sides.0 - sides.1) > 0.02 * size, abs(sides.0 - sides.1) > 100 * step * step {
                continue
            }
            kept.append(derivative)
            numeric.append((sides.0 + sides.1) / (2 * step))
        }
        return entry(name, kept, numeric, skipped: analytic.count - kept.count)
    }

    /// The loss with one number of a parameter moved.
    private func loss(
        of example: Example, moving name: String, _ index: Int, by step: Double
    ) throws(RecurrentError) -> Double {
        var moved = self
        var parameters = self.parameters
        guard let position = parameters.names.firstIndex(of: name) else { return .nan }
        parameters.tensors[position].elements[index] += Scalar(step)
        try moved.load(parameters)
        return Double(try moved.loss(of: example))
    }

    /// Judges the differences of one parameter.
    private func entry(
        _ name: String, _ analytic: [Double], _ numeric: [Double], skipped: Int
    ) -> GradientCheck.Entry {
        let differences = zip(analytic, numeric).map(-)
        let (a, n) = (euclideanNorm(of: analytic), euclideanNorm(of: numeric))
        let relative = a + n == 0 ? 0 : euclideanNorm(of: differences) / (a + n)
        let isDouble = Scalar.precision == .double
        let (tolerance, floor) = isDouble ? (1e-7, 1e-10) : (1e-2, 1e-3)
        let verdict: GradientCheck.Verdict =
            a <= floor && n <= floor * 10
            ? .vanished : relative < tolerance ? .agrees : .disagrees
        return GradientCheck.Entry(
            name: name, relativeError: relative,
            largestDifference: differences.map(abs).max() ?? 0, norm: a, skipped: skipped,
            verdict: verdict)
    }
}
